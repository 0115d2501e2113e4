"""Rounds told by their place in a row: "the next meeting of the committee, due in May", "the previous session
took place in Quito", "another round of talks". Of what they are is known from what was told before, or from
who sits at the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.codebook.engagements import RoundWords
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.analysis import unique
from servanda.extract.engagement.as_rounds import is_in_the_news
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.out import is_out
from servanda.extract.engagement.rounds import ordinal_of, series_of, verb_of_round
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.setting import place_in
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.engagement.status import is_to_be
from servanda.extract.engagement.tokens import SUBJECTS, has_before, has_child, lemma_of
from servanda.extract.grammar.dependents import auxiliaries
from servanda.extract.numbers import find_ordinals

_DUE = frozenset({"due", "scheduled", "planned", "set", "expected"})
"""Words for what is to come."""
_AGREEING = frozenset({"agree", "decide", "resolve"})
_SEATED = SUBJECTS | {"dobj"}
_KINDS = frozenset({"meeting", "exercise"})
_A_PAIR = 2
_SHORTEST = 3
"""Letters of the shortest name in capitals."""
_TOPIC = re.compile(r" (?:on|in|for) ")
_SHORT_FORM = re.compile(r" \([^)]*\)$")
_WORD = re.compile(r"[\w-]+")


def with_next_rounds(
    scene: Scene, sentence: Tokens, seen: list[Sighting], events: Sequence[Event]
) -> list[Sighting]:
    """The sightings of a sentence, and the rounds to come and those before that it tells of: of a series told
    before, or of the two at the table where nothing else tells of whom they are."""
    counted = scene.words.rounds.counted | scene.words.nouns["dialogue"]
    nouns = [noun for noun in sentence if lemma_of(noun) in counted or _stands_for_one(noun)]
    short = [told for noun in sentence for told in _by_short_name(scene, noun, events)]
    if not nouns and not short:
        return seen
    named = [*short, *(told for noun in nouns for told in _of_a_series(scene, noun, events))]
    seen = [*named, *_others(seen, named)]
    known = {s.trigger.i for s in seen if len(s.parties) >= _A_PAIR}
    rounds = any(e.type == "dialogue" for e in events)
    fresh = (n for n in nouns if n.i not in known and not (rounds and _bodies(scene, n)))
    fresh = (n for n in fresh if _who_holds(n) not in known)
    fresh = (
        n for n in fresh if known.isdisjoint(range(n.left_edge.i, n.i))
    )  # "the next |Committee| meeting"
    bare = [told for noun in fresh for told in _of_the_two(scene, noun)]
    return [*_others(seen, bare), *bare]


def _who_holds(noun: Token) -> int | None:
    """Where the subject stands of "|The Committee| will hold its next meeting"."""
    holder = grammar.subject_of(noun.head) if noun.dep_ == "dobj" and has_child(noun, {"its"}) else None
    return None if holder is None else holder.i


def _by_short_name(scene: Scene, noun: Token, events: Sequence[Event]) -> Iterator[Sighting]:
    """ "The first |FOC| took place in Dhaka in 2019": a round of the "Foreign Office Consultations (FOC)"."""
    if len(noun.text) < _SHORTEST or not noun.text.isupper() or not events:
        return
    of_it = [e for e in events if e.type == "dialogue" and f"({noun.text})" in (e.series or "")]
    number, verb = (ordinal_of(noun), grammar.governing_verb(noun)) if of_it else (None, None)
    if number is None or verb is None or any(e.ordinal == number for e in of_it):
        return
    if is_out(scene.words.course, verb):
        return
    left, right = _stretch(noun, verb)
    if _has_setting(scene, left, right):
        ahead = _is_ahead(verb)
        yield Sighting(
            type="dialogue",
            status="planned" if ahead else "held",
            trigger=noun,
            left=left,
            right=right,
            rule=f"engagement/{'next-round' if ahead else 'looked-back'}:{noun.text}",
            parties=of_it[-1].parties,
            series=of_it[-1].series,
            ordinal=number,
        )


def _stands_for_one(word: Token) -> bool:
    """ "the next |one|", "the |twelfth|": of what was told before."""
    if word.dep_ not in _SEATED:
        return False
    return (word.lower_ == "one" and word.i > word.left_edge.i) or _number_alone(word) is not None


def _number_alone(word: Token) -> int | None:
    """12 of "the |twelfth| will take place in Georgia"."""
    alone = word.dep_ in _SEATED and word.lower_ not in {"second", "minute"} and has_child(word, {"the"})
    found = find_ordinals(word.text) if alone and word.pos_ != "VERB" else []
    return found[0].value if found else None


def _others(seen: list[Sighting], rounds: list[Sighting]) -> list[Sighting]:
    """Those that other words tell."""
    told = {s.trigger.i for s in rounds}
    return [s for s in seen if s.trigger.i not in told]


def _of_a_series(scene: Scene, noun: Token, events: Sequence[Event]) -> Iterator[Sighting]:
    """The round before or after those of a series told with its parties: with a time or a place, unless that
    next round was told before."""
    rounds = [
        e
        for e in events
        if e.series and len(e.parties) >= _A_PAIR and (e.type == "dialogue" or is_in_the_news(e))
    ]
    if not rounds:
        return
    verb = verb_of_round(scene.words.course, noun)
    back = _is_previous(scene, noun, verb)
    told = rounds[-1] if back else _series_told(scene, noun, rounds)
    if told is None or (verb is not None and is_out(scene.words.course, verb)):
        return
    if told.type == "exercise" and _is_of_talks(scene, noun):
        return
    left, right = _stretch(noun, verb)
    host = _host(scene, verb, told.parties)
    if host is not None or _has_setting(scene, left, right):
        yield Sighting(
            type=told.type,
            status="held" if back else "planned",
            trigger=noun,
            left=left,
            right=right,
            rule=f"engagement/{'looked-back' if back else 'next-round'}:{lemma_of(noun)}",
            parties=told.parties,
            series=told.series,
            ordinal=ordinal_of(noun) or _number_alone(noun) or _number_after(noun, told),
            country=host,
        )


def _number_after(noun: Token, told: Event) -> int | None:
    """5 of "the |next| meeting" behind the fourth, where the sentence has no number of its own."""
    held = told.ordinal if told.status == "held" and has_before(noun, {"next"}) else None
    return held + 1 if held and not find_ordinals(noun.sent.text) else None


def _is_previous(scene: Scene, noun: Token, verb: Token | None) -> bool:
    """ "The previous session had taken place in Quito", "the last round was held in May"."""
    past = verb is not None and verb.tag_ in {"VBD", "VBN"} and not _is_to_come(verb)
    counted = _is_bare(scene, noun) and noun.dep_ in SUBJECTS and not noun.text[:1].isupper()
    return past and counted and has_before(noun, scene.words.rounds.former) and not has_before(noun, {"a"})


def _series_told(scene: Scene, noun: Token, rounds: Sequence[Event]) -> Event | None:
    """The round told last of the series that "the next meeting *of the committee*" is of, unless the round
    after it has been told as well."""
    number = ordinal_of(noun) if _is_bare(scene, noun) and noun.text.islower() else _number_alone(noun)
    if number is not None and not grammar.prep_objects(noun, "of"):
        verb = grammar.governing_verb(noun)
        before = next((e for e in reversed(rounds) if e.ordinal == number - 1), None)
        return before if verb is not None and _is_ahead(verb) else None
    if not has_before(noun, scene.words.course.ahead | {"following"}):
        return None
    if noun.pos_ == "PROPN" or noun.text[:1].isupper():
        told = _named_alike(scene, noun, rounds)
    else:
        body = next(iter(grammar.prep_objects(noun, "of")), None)
        if body is None and _is_bare(scene, noun):
            return None if any(e.status == "planned" for e in rounds) else rounds[-1]
        told = next((e for e in reversed(rounds) if body is not None and _is_of(body, e.series)), None)
    ahead = told is not None and any(e.status == "planned" and e.series == told.series for e in rounds)
    return None if ahead else told


def _is_bare(scene: Scene, noun: Token) -> bool:
    """ "its next iteration", "the next session"; "their next meeting" can be one of ministers."""
    if noun.lower_ == "one":
        return True
    of_people = lemma_of(noun) == "meeting" and has_before(noun, {"their", "a"})
    return lemma_of(noun) in scene.words.rounds.counted and not of_people


def _named_alike(scene: Scene, noun: Token, rounds: Sequence[Event]) -> Event | None:
    """The round told last that has the name: "the next |Defence Dialogue|", "the next |2+2 Meeting|"."""
    name = (series_of(scene.words.rounds, noun) or "").lower()
    return next((e for e in reversed(rounds) if name and name in (e.series or "").lower()), None)


def _is_of(body: Token, series: str | None) -> bool:
    """ "the committee" of "General Border Committee", or its full name."""
    words = _WORD.findall(_TOPIC.split(_SHORT_FORM.sub("", (series or "").lower()))[0])
    named = _WORD.findall(body.doc[body.left_edge.i : body.i + 1].text.lower())
    own = [word for word in named if word not in {"the", "this"}]
    return bool(own) and own == words[-len(own) :]


def _stretch(noun: Token, verb: Token | None) -> tuple[int, int]:
    """The words of the round: its clause, where it is what the clause tells of; else its phrase, with the
    "due in May" that the parser may hang elsewhere."""
    if verb is not None and noun.dep_ in _SEATED:
        return grammar.clause_bounds(verb)
    left, right = noun.left_edge.i, noun.right_edge.i
    behind = [t for t in noun.sent if t.i > noun.i and t.lower_ in _DUE]
    if behind and not any(t.pos_ in {"VERB", "AUX"} for t in noun.doc[noun.i : behind[0].i]):
        right = max(right, behind[0].right_edge.i)
    return left, grammar.trim_right(noun.doc, left, right)


def _has_setting(scene: Scene, left: int, right: int) -> bool:
    """Whether the words tell when or where."""
    stretch = grammar.text_between(scene.analysis.doc, left, right)
    if scene.analysis.date_in(*stretch, "future") is not None or place_in(scene.analysis, left, right):
        return True
    goals = (t for t in scene.analysis.doc[left : right + 1] if t.dep_ == "pobj" and t.head.lower_ == "in")
    return any(scene.country_of(goal) for goal in goals)


def _of_the_two(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """ "The next round of talks |will be held in May|": of the two states at the table, or of those named."""
    words = scene.words.rounds
    if noun.dep_ not in _SEATED or noun.text[:1].isupper():
        return
    verb = verb_of_round(scene.words.course, noun)
    if verb is None or not _is_further(words, noun) or not _is_to_come(verb):
        return
    if not _is_matter_of_two(scene, noun) or is_out(scene.words.course, verb):
        return
    left, right = grammar.clause_bounds(verb)
    named = unique(m.code for m in scene.parties_in_phrase(noun) if m.form != "capital" and is_state(m.code))
    parties = named if len(named) >= _A_PAIR else scene.actors.pair(noun.idx)
    known = len(parties) >= _A_PAIR and all(map(is_state, parties)) and set(named) <= set(parties)
    host = _host(scene, verb, parties)
    if known and (host is not None or _has_setting(scene, left, right)):
        yield Sighting(
            type="meeting" if _is_of_talks(scene, noun) else "dialogue",
            status="planned",
            trigger=noun,
            left=left,
            right=right,
            rule=f"engagement/further-round:{lemma_of(noun)}",
            parties=parties,
            series=next((name for body in _bodies(scene, noun) if (name := _name_of(body))), None),
            country=host,
            ordinal=ordinal_of(noun),
        )


def _name_of(body: Token) -> str | None:
    """ "political consultations" of "the next round of the |political consultations|"; of "talks" none."""
    words = body.doc[body.left_edge.i : body.i]
    left = next((t.i for t in words if t.pos_ in {"ADJ", "PROPN", "NOUN"}), body.i)
    return body.doc[left : body.i + 1].text if left < body.i else None


def _is_further(words: RoundWords, noun: Token) -> bool:
    """ "the |next| round", "|another| session", "the |fourth| meeting", "the next |dialogue|"."""
    counted = lemma_of(noun) in words.counted
    if not counted and lemma_of(noun) not in words.held_again:
        return False
    return has_before(noun, words.further) or (counted and (ordinal_of(noun) or 0) > 1)


def _host(scene: Scene, verb: Token | None, parties: Sequence[str]) -> str | None:
    """BR of "|Brazil| will host it", "will be hosted |by Brazil|", where it is one of the parties."""
    if verb is None or lemma_of(verb) != "host":
        return None
    hosts = scene.actors.resolve(grammar.doer_of(verb)).parties
    return hosts[0] if len(hosts) == 1 and hosts[0] in parties else None


def _is_matter_of_two(scene: Scene, noun: Token) -> bool:
    """ "the next round", "round |of talks|", "meeting |of the committee|" told of two at the table; but not
    "of elections", "of the cabinet"."""
    of_what, partners = grammar.prep_objects(noun, "of"), grammar.prep_objects(noun, "with")
    if partners and not any(actor.parties or actor.collective for actor in scene.who(*partners)):
        return False  # "the next dialogue with the opposition"
    kinds = {scene.words.noun_type(lemma_of(body)) for body in of_what}
    if bodies := _bodies(scene, noun):
        named = [m for m in scene.parties_in_phrase(noun) if m.form != "capital"]
        return all(b.text.islower() for b in bodies) and (len(named) > 1 or scene.actors.is_seated(noun.idx))
    return not of_what or bool(kinds & _KINDS) or any(actor.collective for actor in scene.who(*of_what))


def _bodies(scene: Scene, noun: Token) -> list[Token]:
    """ "the next meeting |of the commission|"."""
    of_what = grammar.prep_objects(noun, "of")
    return [body for body in of_what if scene.words.noun_type(lemma_of(body)) == "dialogue"]


def _is_of_talks(scene: Scene, noun: Token) -> bool:
    """ "the next round |of talks|", "the next |meeting|"; not "meeting |of the commission|"."""
    of_what = [*grammar.prep_objects(noun, "of"), noun]
    return not _bodies(scene, noun) and any(
        scene.words.noun_type(lemma_of(body)) == "meeting" for body in of_what
    )


def _is_ahead(verb: Token) -> bool:
    """ "will take place", "is to be held", and of what was then ahead "would take place"."""
    return grammar.is_planned(verb) or is_to_be(verb) or has_child(verb, {"would"})


def _is_to_come(verb: Token) -> bool:
    """ "will be held", "is due in", "is to take place", "agreed that it |be held|", "agreed |to
    hold| it"."""
    due = verb.lemma_ == "be" and any(c.lower_ in _DUE for c in verb.children)
    scheduled = verb.lower_ in _DUE and any(c.lower_ in {"is", "are"} for c in verb.children)
    agreed = verb.head.lemma_ in _AGREEING and (
        auxiliaries(verb) == {"be"} if verb.dep_ == "ccomp" else "to" in auxiliaries(verb)
    )
    return due or scheduled or agreed or grammar.is_planned(verb) or is_to_be(verb)
