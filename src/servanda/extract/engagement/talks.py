"""Meetings and calls told by a noun: "held talks with", "the meeting took place", "talks between"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.in_the_course import (
    after_talks,
    are_formal,
    at_formal_talks,
    comes_after,
    during,
)
from servanda.extract.engagement.looked_back import own_time
from servanda.extract.engagement.rounds import ordinal_of
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.setting import place_in
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.status import is_on_the_programme
from servanda.extract.engagement.talk import (
    A_PAIR,
    DURING,
    Talk,
    follows,
    is_of_holding,
    not_of_one_side,
    other_side,
    standing_body,
    takes_place,
    talk_of,
)
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

_BEHIND = ("following", "after")
_AROUND = (*DURING, *_BEHIND)
_AFTERWARDS = frozenset({"afterwards", "afterward", "then", "later", "thereafter", "subsequently", "after"})
_PARTS = frozenset({"pobj", "nsubj", "dobj", "attr", "ROOT", "nsubjpass", "conj"})


def talks(scene: Scene, noun: Token, verb: Token | None) -> Iterator[Sighting]:
    """The meeting that `noun` names in the clause of `verb`: held, taking place, or told in passing."""
    if (verb is not None and _is_attendance(scene, noun, verb)) or _is_further_of_a_body(scene, noun):
        return
    talk = talk_of(scene, noun, verb)
    in_clause = _told_in_its_clause(scene, talk)
    if in_clause is not None:
        yield from in_clause
    elif verb is not None and noun.dep_ in {"dobj", "pobj"} and is_of_holding(scene, verb):
        read = _with_partners if _is_ended_with(scene, noun, verb) else _held
        yield from read(scene, talk, verb)
    elif verb is not None and takes_place(scene, noun, verb):
        yield from _took_place(scene, talk, verb)
    elif verb is not None and comes_after(talk) and not _is_held_in_passing(talk):
        yield from list(after_talks(scene, talk, verb)) or during(scene, talk, verb)
    elif _names_partners(scene, talk):
        yield from _with_partners(scene, talk, verb)
    elif _is_held_in_passing(talk):
        yield from _held_in_passing(scene, talk)
    elif verb is not None and are_formal(scene, talk):
        yield from at_formal_talks(scene, talk, verb)
    elif verb is not None:
        yield from during(scene, talk, verb)


def _is_further_of_a_body(scene: Scene, noun: Token) -> bool:
    """ "the next |meeting| of the commission": read as its round, where that was told."""
    if not has_before(noun, scene.words.rounds.further | scene.words.rounds.former):
        return False
    bodies = grammar.prep_objects(noun, "of")
    return any(scene.words.noun_type(lemma_of(body)) == "dialogue" for body in bodies)


def _told_in_its_clause(scene: Scene, talk: Talk) -> Iterator[Sighting] | None:
    """Of "the talks that X and Y held", "the talks that ensued"; None for talks without such a clause."""
    holding = _clause_of_holding(scene, talk.noun)
    if holding is not None:
        return _held_by_those(scene, talk, *holding)
    ensuing = _clause_of_ensuing(talk.noun)
    return _ensued(scene, talk, ensuing) if ensuing is not None else None


def _clause_of_ensuing(noun: Token) -> Token | None:
    """ "the talks that |ensued|", "the exchange which |followed|", "the meeting that |took place| later"."""
    for verb in noun.children:
        after = any(c.lower_ in _AFTERWARDS for c in verb.children)
        if verb.dep_ == "relcl" and (
            lemma_of(verb) in {"ensue", "follow"} or (verb.lemma_ == "take" and after)
        ):
            return verb if not any(c.dep_ == "dobj" and c.lower_ != "place" for c in verb.children) else None
    return None


def _ensued(scene: Scene, talk: Talk, verb: Token) -> Iterator[Sighting]:
    """Talks of those of whom was told before: another meeting than the ceremony that they follow."""
    sides = scene.actors.table(talk.noun.idx)
    if len(sides) == A_PAIR and is_told_before(talk.noun):
        telling = Telling(
            talk.noun, talk.noun.left_edge.i, max(talk.noun.right_edge.i, verb.right_edge.i), verb
        )
        yield make(
            scene, talk.kind, f"ensued:{talk.lemma}", telling, [Actor(sides, None, True, "those told before")]
        )


def _clause_of_holding(scene: Scene, noun: Token) -> tuple[Token, Token] | None:
    """ "the talks that |X and Y held| in Oslo", "the talks |he had| with Y": verb and subject of the clause
    on the noun. Of "which the two |held|" the parser takes the verb for a participle on the two."""
    if noun.i + 1 >= len(noun.doc):
        return None
    linked = noun.doc[noun.i + 1].lower_ in {"that", "which"}
    for verb in noun.subtree:
        if lemma_of(verb) not in scene.words.course.holding or verb.dep_ not in {"relcl", "acl"}:
            continue
        subject = verb.head if verb.dep_ == "acl" and verb.head.dep_ == "nsubj" else grammar.subject_of(verb)
        first = noun.i + 1 if linked else noun.i
        if subject is None or not first < subject.i < verb.i:
            continue
        if linked or (verb.dep_ == "relcl" and subject.left_edge.i == noun.i + 1):
            return verb, subject
    return None


def _held_by_those(scene: Scene, talk: Talk, verb: Token, subject: Token) -> Iterator[Sighting]:
    """ "the talks that X and Y held in Oslo": of those who held them, where they are of two sides."""
    partners = [*talk.partners, *grammar.prep_objects(verb, "with")]
    if _is_somebody_described(scene, subject):
        actors = scene.who(*partners)
        actors += other_side(scene, talk, actors)
    else:
        actors = scene.who(subject, *partners)
    right = max(talk.noun.i, grammar.trim_right(verb.doc, verb.i, verb.right_edge.i))
    ends = [_end_of_own_time(scene, partner) for partner in partners]
    back = any(end > right for end in ends)
    right = max([right, *ends])
    if len(unique(p for a in actors for p in a.parties)) >= A_PAIR:
        telling = Telling(talk.noun, talk.noun.left_edge.i, right, verb)
        rule = "looked-back" if back or has_child(verb, {"had"}) else "that-held"
        yield make(scene, talk.kind, f"{rule}:{talk.lemma}", telling, actors)


def _is_somebody_described(scene: Scene, subject: Token) -> bool:
    """ "|The Party leader| told of the talks |he| had had with X": of whom it is only told what he is."""
    said_by = grammar.subject_of(subject.sent.root)
    described = said_by is not None and said_by.pos_ == "NOUN" and said_by.i < subject.i
    return described and subject.lower_ in {"he", "she"} and scene.actors.resolve(said_by).person is None


def _is_attendance(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "The meeting was attended by", "joined the meeting", "took part in the talks": see `attendance.py`."""
    if verb.lemma_ == "attend" and grammar.is_passive(verb):
        return True
    takes_part = noun.head.lower_ in {"in", "at"} and verb.lemma_ in {"take", "be"}
    if not takes_part and lemma_of(verb) not in scene.words.meetings.attending:
        return False
    return is_told_before(noun) and not grammar.prep_objects(noun, "with", "between")


def _held(scene: Scene, talk: Talk, verb: Token) -> Iterator[Sighting]:
    """ "The minister held talks with his counterpart", "engaged in discussions"."""
    if talk.noun.dep_ == "pobj" and not _is_joined(scene, talk, verb):
        return
    if talk.lemma == "engagement" and talk.noun.tag_ == "NNS" and not talk.partners:
        return  # "will take part in several key engagements": whatever the programme has
    doer = grammar.doer_of(verb)
    if scene.is_of_nobody_else(verb, talk.partners):
        return
    left, right = scene.clause(verb, doer)
    actors = not_of_one_side(scene, doer, talk.partners)
    if doer is not None and _is_of_the_guest(scene, doer):
        actors += other_side(scene, talk, actors)
    if scene.is_peopled(left, right, actors):
        sighting = _told(scene, talk, "hold", Telling(talk.noun, left, right, verb), actors)
        series = standing_body(scene, talk)
        named = (m.code for m in scene.parties_in_phrase(talk.noun) if m.form != "capital")
        of_body = unique([*sighting.parties, *named])
        yield (
            msgspec.structs.replace(sighting, type="dialogue", series=series, parties=of_body, definite=False)
            if series
            else sighting
        )


def _is_ended_with(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "The day concluded |with discussions| between A and B", "His programme began |with talks|": which
    no subject of the verb holds."""
    subject = grammar.subject_of(verb)
    framed = subject is not None and scene.actors.resolve(subject).person is None
    return framed and stands_behind(noun, "with") and lemma_of(verb) in scene.words.course.bounding


def _is_of_the_guest(scene: Scene, doer: Token) -> bool:
    """ "|The visit| saw talks with Minister X", "|the guest| had meetings with": of the other side."""
    if scene.words.noun_type(lemma_of(doer)) == "visit":
        return True
    return lemma_of(doer) in actor_words().guests and not scene.actors.resolve(doer).parties


def _is_joined(scene: Scene, talk: Talk, verb: Token) -> bool:
    """ "engaged in talks", "made a plea at talks with", "held a series of talks"; but not "held a briefing
    after talks"."""
    if verb.lemma_ in scene.words.meetings.joining or _is_of_a_series(talk.noun):
        return True
    return bool(talk.partners) and talk.noun.head.lower_ in DURING


def _is_of_a_series(noun: Token) -> bool:
    """ "a series of talks", "a round of discussions"; a numbered round is a mechanism's (rounds.py)."""
    several = noun.head.head
    is_one = several.lemma_ == "series" or (several.lemma_ == "round" and is_new(several))
    return noun.head.lower_ == "of" and is_one and several.dep_ == "dobj"


def _took_place(scene: Scene, talk: Talk, verb: Token) -> Iterator[Sighting]:
    """ "The talks took place in Paris", "a meeting between A and B was held"."""
    if _is_given_in_honour(verb) or (ordinal_of(talk.noun) and standing_body(scene, talk)):
        return  # "the sixth meeting of the Joint Committee took place": see `mechanisms.py`
    left, right = scene.clause(verb, talk.noun)
    actors = scene.who(*talk.partners)
    if follows(verb) and not talk.partners:
        actors = [Actor(scene.actors.table(talk.noun.idx), None, True, "behind what those at the table did")]
    if sum(not _is_course(scene, partner, verb) for partner in talk.partners) < A_PAIR:
        actors += other_side(scene, talk, actors)
    if not any(actor.parties for actor in actors) and not talk.definite:
        named = unique(
            m.code for t in talk.partners for m in scene.parties_in_phrase(t) if m.form != "capital"
        )
        whose = [Actor(named, None, False, "named with those whom one meets")] if len(named) == 1 else []
        actors = [*actors, *whose, *other_side(scene, talk, whose)] if whose else actors
    if not any(actor.parties for actor in actors) and _is_a_firm(scene, talk):
        actors = [Actor(scene.actors.pair(verb.idx), None, True, "a firm that those at the table met")]
    abroad = not scene.analysis.home or _is_of_the_two(talk)  # else it can be one of many of his own
    if not actors and not talk.definite and abroad and _is_set(scene, left, right):
        actors = [Actor(scene.actors.pair(verb.idx), None, True, "the two of whom the text tells")]
    if not talk.partners or scene.is_peopled(left, right, actors):
        yield _told(scene, talk, "happen", Telling(talk.noun, left, right, verb), actors)


def _is_of_the_two(talk: Talk) -> bool:
    """ "The previous talks |of the two| took place in Oslo"."""
    return any(t.lower_ in {"two", "both"} for t in grammar.prep_objects(talk.noun, "of"))


def _is_a_firm(scene: Scene, talk: Talk) -> bool:
    """ "Discussions took place with |Surbana Jurong|": a name that is nobody's and no party's."""
    firms = [t for t in talk.partners if t.pos_ == "PROPN" and scene.analysis.person_of(t) is None]
    return len(firms) == 1 and len(talk.partners) == 1


def _is_given_in_honour(verb: Token) -> bool:
    """ "a dinner was |hosted| in honour of the President by Minister X": a reception, read by its verb."""
    honours = {"honour", "honor"}
    given = lemma_of(verb) == "host" and grammar.is_passive(verb)
    return given and any(lemma_of(t) in honours for t in grammar.prep_objects(verb, "in"))


def _is_set(scene: Scene, left: int, right: int) -> bool:
    """ "Staff talks were held |in Oslo in May|": with a time and a place."""
    dated = scene.analysis.date_in(*grammar.text_between(scene.analysis.doc, left, right), "past")
    return dated is not None and place_in(scene.analysis, left, right) is not None


def _is_course(scene: Scene, partner: Token, verb: Token) -> bool:
    """ "The talks ended |with the signing|", "began with a tour": no partner, where the noun has its own."""
    bounding = scene.words.course.bounding
    return partner.head.head == verb and lemma_of(verb) in bounding and partner.pos_ == "NOUN"


def _told(scene: Scene, talk: Talk, rule: str, telling: Telling, actors: list[Actor]) -> Sighting:
    """Of talks told before: "The talks took place"; but not "the talks with X took place"."""
    sighting = make(scene, talk.kind, f"{rule}:{talk.lemma}", telling, actors)
    definite = talk.definite and not talk.partners
    number = ordinal_of(talk.noun) if definite and talk.lemma in scene.words.rounds.counted else None
    return msgspec.structs.replace(sighting, definite=definite, ordinal=number)


def _names_partners(scene: Scene, talk: Talk) -> bool:
    """ "talks with X", "a meeting between A and B"; "discussions on" are topics, not partners."""
    named = any(scene.analysis.person_of(t) is not None for t in talk.partners)
    topical = talk.lemma == "discussion" and not named and not grammar.prep_objects(talk.noun, "between")
    return bool(talk.partners) and talk.noun.dep_ in _PARTS and not topical


def _with_partners(scene: Scene, talk: Talk, verb: Token | None) -> Iterator[Sighting]:
    """ "during his talks with the President", "after the meeting between A and B"."""
    noun = talk.noun
    is_engagement = talk.lemma == "engagement"
    if verb is not None and stands_behind(noun, *_BEHIND) and has_child(_done_behind(verb), {"would"}):
        return  # "would take the steps |after discussions| with X": who knows whether they were held
    if is_engagement and (_is_policy(noun) or not any(a.parties for a in scene.who(*talk.partners))):
        return
    left, right = noun_bounds(noun)
    actors = scene.who(owner_of(noun), *talk.partners)
    one_sided = len(unique(party for actor in actors for party in actor.parties)) < 2
    if verb is not None and one_sided and (stands_behind(noun, *_AROUND) or _is_purpose(scene, noun, verb)):
        said_by = grammar.subject_of(verb)
        actors += scene.who(said_by)
        left = left if said_by is None else min(left, said_by.left_edge.i)
        right = max(right, verb.i)
    elif verb is not None and one_sided and _is_told_of_itself(scene, talk, verb):
        actors += other_side(scene, talk, actors)
    right = max(right, *(partner.right_edge.i for partner in talk.partners if partner.i > noun.i), noun.i)
    right = max(right, _end_of_own_time(scene, noun))
    if scene.is_peopled(left, right, actors):
        shows = verb is not None and (
            is_engagement
            or _is_of_a_programme(scene, talk, verb)
            or _is_purpose(scene, noun, verb)
            or _is_still_to_come(noun, verb)
        )
        shown_by = _done_behind(verb) if verb is not None and shows else None
        told = make(scene, talk.kind, f"talks:{talk.lemma}", Telling(noun, left, right, shown_by), actors)
        if (
            noun.dep_ == "conj"
        ):  # "the signing of texts and |engagements with firms|": "with" is the signing's
            told = msgspec.structs.replace(told, partner=told.partner or talk.partners[0].lower_)
        yield told


def _end_of_own_time(scene: Scene, noun: Token) -> int:
    """ "recalled his meeting with Minister X |in Oslo on May 3|", which the parser hangs on "recalled"."""
    time = own_time(scene, noun) if noun.dep_ in {"dobj", "pobj"} else None
    return noun.i if time is None else max(t.i for t in noun.sent if t.idx < time.end)


def _is_told_of_itself(scene: Scene, talk: Talk, verb: Token) -> bool:
    """Whether no subject of the clause holds the talks, so that those at the table do."""
    framed = _is_of_a_programme(scene, talk, verb) or _is_ended_with(scene, talk.noun, verb)
    return framed or _is_on_its_own(talk.noun, verb)


def _is_on_its_own(noun: Token, verb: Token) -> bool:
    """ "|Talks with X| ended", "The agreement follows |talks with X|": what is told of the talks alone."""
    return noun.dep_ == "nsubj" or (noun.dep_ == "dobj" and verb.lemma_ in {"follow", "precede"})


def _is_policy(noun: Token) -> bool:
    """ "deepening their |engagement| with the United States": no meeting."""
    return noun.head.lemma_ in act_words().raising | {"deepen", "strengthen", "enhance", "broaden"}


def _is_still_to_come(noun: Token, verb: Token) -> bool:
    """ "will decide |after discussions| with X": said of what is to be done, the talks as well."""
    if not stands_behind(noun, *_BEHIND) or are_told_before(noun):
        return False
    return grammar.is_planned(_done_behind(verb))


def _done_behind(verb: Token) -> Token:
    """What is done behind the talks: "following" is itself a verb to the parser."""
    return verb.head if verb.dep_ == "prep" else verb


def _is_purpose(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "flew to Manila |for talks with| his counterpart", "is in Lima for two days of talks with"."""
    above = noun.head.head if stands_behind(noun, "of") else noun
    counts = above.lemma_ in scene.words.stretches or above.lemma_ in scene.words.meetings.parts
    top = above if counts else noun
    comes = lemma_of(verb) in scene.words.visits.travel | {"be", "stop"}
    return comes and stands_behind(top, "for")


def _is_of_a_programme(scene: Scene, talk: Talk, verb: Token) -> bool:
    """ "scheduled talks with", "the visit is expected to include talks with", "the day begins with talks
    with", "on his programme are talks with X and |a meeting| with Y"."""
    told = stands_behind(talk.noun, "with") or talk.noun.dep_ == "conj"
    return verb.lemma_ in {"schedule", "plan", "include"} or (
        told and is_on_the_programme(scene.words.course, verb)
    )


def _is_held_in_passing(talk: Talk) -> bool:
    """ "at talks held in Paris"."""
    held = any(c.dep_ == "acl" and c.lemma_ in {"hold", "conduct"} for c in talk.noun.children)
    return held and not talk.definite and stands_behind(talk.noun, *_AROUND)


def _held_in_passing(scene: Scene, talk: Talk) -> Iterator[Sighting]:
    """ "at the bilateral talks held": of the sides at the table."""
    everybody = has_before(talk.noun, scene.words.meetings.formats)
    actors = [Actor(scene.actors.frame(talk.noun.idx), None, True)] if everybody else []
    telling = Telling(talk.noun, *noun_bounds(talk.noun))
    yield make(scene, talk.kind, f"held-talks:{talk.lemma}", telling, actors)
