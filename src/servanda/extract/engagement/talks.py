"""Meetings and calls told by a noun: "held talks with", "the meeting took place", "talks between"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.rounds import is_title_like, ordinal_of, series_of
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.setting import place_in
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.status import put_off
from servanda.extract.engagement.tokens import (
    are_told_before,
    has_before,
    has_child,
    is_new,
    is_told_before,
    lemma_of,
    noun_bounds,
    owner_of,
    stands_behind,
)
from servanda.model.facts import EngagementType

_WITH = ("with", "between", "on")
_DURING = ("at", "during", "in")
_AROUND = (*_DURING, "following", "after")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BOUNDING = frozenset(
    {"end", "close", "conclude", "finish", "culminate", "open", "begin", "start", "commence"}
)
_STRETCHES = frozenset({"day", "round", "series", "hour", "week"})
_A_PAIR = 2
"""So many as stand behind "between"."""
_PARTS = frozenset({"pobj", "nsubj", "dobj", "attr", "ROOT", "nsubjpass", "conj"})


class _Talk(msgspec.Struct, frozen=True):
    """A noun of meeting with those who stand behind "with" or "between"."""

    noun: Token
    lemma: str
    kind: EngagementType
    partners: list[Token]
    definite: bool


def talks(scene: Scene, noun: Token, verb: Token | None) -> Iterator[Sighting]:
    """The meeting that `noun` names in the clause of `verb`: held, taking place, or told in passing."""
    if verb is not None and _is_attendance(scene, noun, verb):
        return
    talk = _talk(scene, noun, verb)
    holding = _clause_of_holding(scene, noun)
    if holding is not None:
        yield from _held_by_those(scene, talk, *holding)
    elif verb is not None and noun.dep_ in {"dobj", "pobj"} and _is_of_holding(scene, verb):
        yield from _held(scene, talk, verb)
    elif verb is not None and _takes_place(scene, noun, verb):
        yield from _took_place(scene, talk, verb)
    elif verb is not None and _comes_after(talk) and not _is_held_in_passing(talk):
        yield from _after_talks(scene, talk, verb)
    elif _names_partners(talk):
        yield from _with_partners(scene, talk, verb)
    elif _is_held_in_passing(talk):
        yield from _held_in_passing(scene, talk)
    elif verb is not None and _are_formal(scene, talk):
        yield from _at_formal_talks(scene, talk, verb)
    elif verb is not None:
        yield from _during(scene, talk, verb)


def _clause_of_holding(scene: Scene, noun: Token) -> tuple[Token, Token] | None:
    """ "the talks that |X and Y held| in Oslo": verb and subject of the clause on the noun. Of "which the two
    |held|" the parser takes the verb for a participle on the two."""
    if noun.i + 1 >= len(noun.doc) or noun.doc[noun.i + 1].lower_ not in {"that", "which"}:
        return None
    for verb in noun.subtree:
        if lemma_of(verb) not in scene.words.course.holding or verb.dep_ not in {"relcl", "acl"}:
            continue
        subject = verb.head if verb.dep_ == "acl" and verb.head.dep_ == "nsubj" else grammar.subject_of(verb)
        if subject is not None and noun.i + 1 < subject.i < verb.i:
            return verb, subject
    return None


def _held_by_those(scene: Scene, talk: _Talk, verb: Token, subject: Token) -> Iterator[Sighting]:
    """ "the talks that X and Y held in Oslo": of those who held them, where they are of two sides."""
    actors = scene.who(subject, *talk.partners, *grammar.prep_objects(verb, "with"))
    right = max(talk.noun.i, grammar.trim_right(verb.doc, verb.i, verb.right_edge.i))
    if len(unique(p for a in actors for p in a.parties)) >= _A_PAIR:
        telling = Telling(talk.noun, talk.noun.left_edge.i, right, verb)
        yield make(scene, talk.kind, f"that-held:{talk.lemma}", telling, actors)


def _talk(scene: Scene, noun: Token, verb: Token | None) -> _Talk:
    lemma = lemma_of(noun)
    partners = grammar.prep_objects(noun, *(_WITH if lemma == "call" else _WITH[:2]))
    if verb is not None and (_is_of_holding(scene, verb) or _takes_place(scene, noun, verb)):
        partners += grammar.prep_objects(verb, *_WITH)
        partners += [p for word in (noun, verb) for p in _along_with(word)]
    partners = partners or _those_of(scene, noun)
    partners = [partner for partner in partners if not _is_date(scene, partner)]
    wired = scene.is_wire(noun) or (verb is not None and noun.dep_ == "dobj" and scene.is_by_wire(verb))
    kind: EngagementType = "call" if wired else "meeting"
    return _Talk(noun, lemma, kind, partners, are_told_before(noun))


def _along_with(word: Token) -> list[Token]:
    """ "talks with A, |along with| B", "together with B"."""
    joining = (c for c in word.children if c.lower_ in {"along", "together"})
    return [noun for joint in joining for noun in grammar.prep_objects(joint, "with")]


def _those_of(scene: Scene, noun: Token) -> list[Token]:
    """ "the meeting |of President X and Prime Minister Y|", "a meeting |of the two leaders|": those who met,
    where two are named or meant."""
    told = grammar.prep_objects(noun, "of")
    people = [t for t in told if scene.analysis.person_of(t) is not None]
    both = (t for t in told if is_new(noun) and has_child(t, {"two", "both", "three"}))
    several = [t for t in both if scene.actors.resolve(t).collective]
    return people if len(people) > 1 else several


def _is_date(scene: Scene, noun: Token) -> bool:
    """ "took place |on 14 March|": no partner."""
    return any(
        d.start <= noun.idx < d.end for d in scene.analysis.dates_in(noun.sent.start_char, noun.sent.end_char)
    )


def _is_attendance(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "The meeting was attended by", "joined the meeting", "took part in the talks": see `attendance.py`."""
    if verb.lemma_ == "attend" and grammar.is_passive(verb):
        return True
    takes_part = noun.head.lower_ in {"in", "at"} and verb.lemma_ in {"take", "be"}
    if not takes_part and lemma_of(verb) not in scene.words.meetings.attending:
        return False
    return is_told_before(noun) and not grammar.prep_objects(noun, "with", "between")


def _is_of_holding(scene: Scene, verb: Token) -> bool:
    """ "held", "had", "saw", "focused"; "postponed"."""
    course = scene.words.course
    held = lemma_of(verb) in course.holding | scene.words.meetings.seeing
    return held or put_off(course, verb) is not None


def _takes_place(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "The talks took place", "the meeting was held", "the meeting was at the ministry"."""
    words = scene.words.course
    happens = words.happening | words.holding | words.preparing | {"be"}
    tells = lemma_of(verb) in happens or _follows(verb) or put_off(words, verb) is not None
    return noun.dep_ in _SUBJECTS and tells


def _follows(verb: Token) -> bool:
    """ "A working lunch |followed|": behind what was told before."""
    alone = not any(c.dep_ in {"dobj", "ccomp", "prep", "agent"} for c in verb.children)
    return lemma_of(verb) in {"follow", "ensue"} and verb.tag_ == "VBD" and alone


def _held(scene: Scene, talk: _Talk, verb: Token) -> Iterator[Sighting]:
    """ "The minister held talks with his counterpart", "engaged in discussions"."""
    if talk.noun.dep_ == "pobj" and not _is_joined(scene, talk, verb):
        return
    doer = grammar.doer_of(verb)
    if scene.is_of_nobody_else(verb, talk.partners):
        return
    left, right = scene.clause(verb, doer)
    actors = scene.who(doer, *talk.partners)
    if scene.is_peopled(left, right, actors):
        sighting = _told(scene, talk, "hold", Telling(talk.noun, left, right, verb), actors)
        series = _standing_body(scene, talk)
        named = (m.code for m in scene.parties_in_phrase(talk.noun) if m.form != "capital")
        of_body = unique([*sighting.parties, *named])
        yield (
            msgspec.structs.replace(sighting, type="dialogue", series=series, parties=of_body, definite=False)
            if series
            else sighting
        )


def _is_joined(scene: Scene, talk: _Talk, verb: Token) -> bool:
    """ "engaged in talks", "made a plea at talks with", "held a series of talks"; but not "held a briefing
    after talks"."""
    if verb.lemma_ in scene.words.meetings.joining or _is_of_a_series(talk.noun):
        return True
    return bool(talk.partners) and talk.noun.head.lower_ in _DURING


def _is_of_a_series(noun: Token) -> bool:
    """ "a series of talks", "a round of discussions"; a numbered round is a mechanism's (rounds.py)."""
    several = noun.head.head
    is_one = several.lemma_ == "series" or (several.lemma_ == "round" and is_new(several))
    return noun.head.lower_ == "of" and is_one and several.dep_ == "dobj"


def _took_place(scene: Scene, talk: _Talk, verb: Token) -> Iterator[Sighting]:
    """ "The talks took place in Paris", "a meeting between A and B was held"."""
    left, right = scene.clause(verb, talk.noun)
    actors = scene.who(*talk.partners)
    if _follows(verb) and not talk.partners:
        actors = [Actor(scene.actors.table(talk.noun.idx), None, True, "behind what those at the table did")]
    if sum(not _is_course(partner, verb) for partner in talk.partners) < _A_PAIR:
        actors += _other_side(scene, talk, actors)
    if not actors and not talk.definite and not scene.analysis.home and _is_set(scene, left, right):
        actors = [Actor(scene.actors.pair(verb.idx), None, True, "the two of whom the text tells")]
    if not talk.partners or scene.is_peopled(left, right, actors):
        yield _told(scene, talk, "happen", Telling(talk.noun, left, right, verb), actors)


def _is_set(scene: Scene, left: int, right: int) -> bool:
    """ "Staff talks were held |in Oslo in May|": with a time and a place."""
    dated = scene.analysis.date_in(*grammar.text_between(scene.analysis.doc, left, right), "past")
    return dated is not None and place_in(scene.analysis, left, right) is not None


def _is_course(partner: Token, verb: Token) -> bool:
    """ "The talks ended |with the signing|", "began with a tour": no partner, where the noun has its own."""
    return partner.head.head == verb and lemma_of(verb) in _BOUNDING and partner.pos_ == "NOUN"


def _other_side(scene: Scene, talk: _Talk, actors: list[Actor]) -> list[Actor]:
    """ "Talks will be held with the Vietnamese minister": with the one other party at the table."""
    named = unique(party for actor in actors for party in actor.parties)
    others = scene.actors.others(talk.noun.idx, named) if len(named) == 1 else ()
    return [Actor(others, None, False, "the other side at the table")] if len(others) == 1 else []


def _told(scene: Scene, talk: _Talk, rule: str, telling: Telling, actors: list[Actor]) -> Sighting:
    """Of talks told before: "The talks took place"; but not "the talks with X took place"."""
    sighting = make(scene, talk.kind, f"{rule}:{talk.lemma}", telling, actors)
    definite = talk.definite and not talk.partners
    number = ordinal_of(talk.noun) if definite and talk.lemma in scene.words.rounds.counted else None
    return msgspec.structs.replace(sighting, definite=definite, ordinal=number)


def _comes_after(talk: _Talk) -> bool:
    """ "signed after talks": the sides are those of the clause."""
    bare = not talk.partners and not talk.definite
    plain = talk.lemma in {"talk", "discussion", "meeting"}
    return bare and plain and stands_behind(talk.noun, "after", "following", "in")


def _after_talks(scene: Scene, talk: _Talk, verb: Token) -> Iterator[Sighting]:
    """ "X and Y announced after talks that"."""
    subject = grammar.subject_of(verb)
    left, right = scene.clause(verb, subject)
    actors = scene.who(grammar.agent_of(verb) or subject)
    if len(scene.names(left, right)) > 1 or any(len(a.parties) > 1 for a in actors):
        yield make(scene, talk.kind, f"after-talks:{talk.lemma}", Telling(talk.noun, left, right), actors)


def _names_partners(talk: _Talk) -> bool:
    """ "talks with X", "a meeting between A and B"; "discussions on" are topics, not partners."""
    topical = talk.lemma == "discussion" and not (
        talk.noun.dep_ in _SUBJECTS and grammar.prep_objects(talk.noun, "between")
    )
    return bool(talk.partners) and talk.noun.dep_ in _PARTS and not topical


def _with_partners(scene: Scene, talk: _Talk, verb: Token | None) -> Iterator[Sighting]:
    """ "during his talks with the President", "after the meeting between A and B"."""
    noun = talk.noun
    is_engagement = talk.lemma == "engagement"
    if is_engagement and not any(a.parties for a in scene.who(*talk.partners)):
        return
    left, right = noun_bounds(noun)
    actors = scene.who(owner_of(noun), *talk.partners)
    one_sided = len(unique(party for actor in actors for party in actor.parties)) < 2
    if verb is not None and one_sided and (stands_behind(noun, *_AROUND) or _is_purpose(scene, noun, verb)):
        said_by = grammar.subject_of(verb)
        actors += scene.who(said_by)
        left = left if said_by is None else min(left, said_by.left_edge.i)
        right = max(right, verb.i)
    elif verb is not None and one_sided and (_is_of_a_programme(verb) or noun.dep_ == "nsubj"):
        actors += _other_side(scene, talk, actors)
    if scene.is_peopled(left, right, actors):
        shows = verb is not None and (
            is_engagement or _is_of_a_programme(verb) or _is_purpose(scene, noun, verb)
        )
        shown_by = verb if shows else None
        yield make(scene, talk.kind, f"talks:{talk.lemma}", Telling(noun, left, right, shown_by), actors)


def _is_purpose(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "flew to Manila |for talks with| his counterpart", "is in Lima for two days of talks with"."""
    top = noun.head.head if stands_behind(noun, "of") and noun.head.head.lemma_ in _STRETCHES else noun
    comes = lemma_of(verb) in scene.words.visits.travel | {"be"}
    return comes and stands_behind(top, "for")


def _is_of_a_programme(verb: Token) -> bool:
    """ "scheduled talks with", "the visit is expected to include talks with"."""
    return verb.lemma_ in {"schedule", "plan", "include"}


def _is_held_in_passing(talk: _Talk) -> bool:
    """ "at talks held in Paris"."""
    held = any(c.dep_ == "acl" and c.lemma_ in {"hold", "conduct"} for c in talk.noun.children)
    return held and not talk.definite and stands_behind(talk.noun, *_AROUND)


def _held_in_passing(scene: Scene, talk: _Talk) -> Iterator[Sighting]:
    """ "at the bilateral talks held": of the sides at the table."""
    everybody = has_before(talk.noun, scene.words.meetings.formats)
    actors = [Actor(scene.actors.frame(talk.noun.idx), None, True)] if everybody else []
    telling = Telling(talk.noun, *noun_bounds(talk.noun))
    yield make(scene, talk.kind, f"held-talks:{talk.lemma}", telling, actors)


def _during(scene: Scene, talk: _Talk, verb: Token) -> Iterator[Sighting]:
    """What is told in the course of a meeting: "At the meeting, the minister said"."""
    noun = talk.noun
    if stands_behind(noun, *_DURING) or _in_the_course_of(noun):
        if _is_theirs(noun):
            yield from _at_their_meeting(scene, talk, verb)
        elif talk.definite:
            yield _at_the_meeting(scene, talk, verb)
        elif is_new(noun):
            yield from _during_a_meeting(scene, talk, verb)
    if talk.lemma == "briefing" and noun.dep_ == "pobj" and has_child(noun, {"joint"}):
        telling = Telling(noun, noun.left_edge.i, max(noun.i, verb.i))
        yield make(scene, "meeting", "joint-briefing", telling)


def _are_formal(scene: Scene, talk: _Talk) -> bool:
    """ "Following the official |talks|, an agreement was signed"."""
    behind = stands_behind(talk.noun, "following", "after") or _in_the_course_of(talk.noun)
    return behind and has_before(talk.noun, scene.words.meetings.formats)


def _at_formal_talks(scene: Scene, talk: _Talk, verb: Token) -> Iterator[Sighting]:
    """The talks of those at the table, told by what came after them."""
    table = scene.actors.table(talk.noun.idx)
    left, right = noun_bounds(talk.noun)
    if len(table) == _A_PAIR and not grammar.is_unreal(verb):
        telling = Telling(talk.noun, min(left, talk.noun.head.i), right, verb)
        yield make(scene, talk.kind, f"formal:{talk.lemma}", telling, [Actor(table, None, True)])


def _in_the_course_of(noun: Token) -> bool:
    """ "in the course of the |talks|", "on the occasion of the |meeting|"."""
    return stands_behind(noun, "of") and noun.head.head.lower_ in {"course", "occasion"}


def _is_theirs(noun: Token) -> bool:
    """ "in *their* talks", "at *our* meeting"."""
    return has_child(noun, {"their", "our"})


def _at_their_meeting(scene: Scene, talk: _Talk, verb: Token) -> Iterator[Sighting]:
    """ "In their talks the pair discussed energy", "agreed at their meeting in Oslo": of all at the table."""
    subject = grammar.subject_of(verb)
    actors = scene.who(subject)
    several = any(actor.collective or len(actor.parties) > 1 for actor in actors)
    if not several:
        return
    left, right = scene.clause(verb, subject)
    telling = Telling(talk.noun, min(left, talk.noun.head.i), max(right, talk.noun.right_edge.i))
    yield make(scene, talk.kind, f"their:{talk.lemma}", telling, actors)


def _at_the_meeting(scene: Scene, talk: _Talk, verb: Token) -> Sighting:
    """ "At the meeting, X said": one told before, in which X takes part."""
    left, right = min(talk.noun.head.i, verb.i), max(verb.i, talk.noun.i)
    actors = scene.who(grammar.subject_of(verb))
    sighting = make(scene, talk.kind, f"at-the:{talk.lemma}", Telling(talk.noun, left, right), actors)
    return msgspec.structs.replace(sighting, definite=True)


def _during_a_meeting(scene: Scene, talk: _Talk, verb: Token) -> Iterator[Sighting]:
    """ "X told Y in a meeting"."""
    left, right = scene.clause(verb, grammar.subject_of(verb))
    left = min(left, talk.noun.head.i)
    told = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    actors = [a for a in scene.who(grammar.subject_of(verb), *told) if a.person is not None]
    subject = scene.actors.resolve(grammar.subject_of(verb))
    actors += [subject] if subject.collective else []
    of_two = len({a.parties for a in actors if a.parties}) > 1 or len(subject.parties) == _A_PAIR
    if len(scene.names(left, right)) > 1 or of_two:
        telling = Telling(talk.noun, left, right)
        sighting = make(scene, talk.kind, f"during-a:{talk.lemma}", telling, actors if of_two else ())
        series = _standing_body(scene, talk)
        yield msgspec.structs.replace(sighting, type="dialogue", series=series) if series else sighting


def _standing_body(scene: Scene, talk: _Talk) -> str | None:
    """ "General Border Committee" in "at a meeting of the General Border Committee": of two sides, no
    international body."""
    if talk.lemma not in scene.words.rounds.counted:
        return None
    for body in grammar.prep_objects(talk.noun, "of"):
        named = body.pos_ == "PROPN" and body.text in scene.words.mechanisms and is_title_like(body)
        if named and all(is_state(m.code) for m in scene.parties_in_phrase(body)):
            return series_of(scene.words.rounds, body)
    return None
