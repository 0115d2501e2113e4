"""Talks told by the way, with a time of their own: "since the consultations in Berlin last May", "at last
year's talks in Lima", "the June meeting of the two ministers"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.days import is_years
from servanda.extract.engagement.rounds import is_title_like, ordinal_of, series_of
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import (
    has_before,
    has_child,
    is_new,
    lemma_of,
    noun_bounds,
    owner_of,
    stands_behind,
)
from servanda.extract.mentions import DateMention
from servanda.model.facts import EngagementType

_BEHIND = frozenset(
    {
        "in",
        "at",
        "off",
        "near",
        "outside",
        "of",
        "on",
        "between",
        "from",
        "with",
        "by",
        "during",
        "held",
        "here",
        "and",
    }
)
"""Words in small letters between the noun and its date, besides articles, counts and nouns."""
_LINKING = frozenset({"ADP", "DET", "PROPN", "NOUN", "NUM", "ADJ", "CCONJ", "PUNCT", "PART"})
_NO_ONE = frozenset({"no", "any", "each", "every", "another", "further"})
_AHEAD = frozenset({"before", "for", "until", "till", "towards", "toward"})
_LAID_DOWN = frozenset({"at", "during", "since", "after", "by", "from", "following"})
"""What was done at a round that is over."""
_FIGURES = 3
"""Tokens of "2+2"."""
_REACH = 14
"""Tokens behind the noun in which its date stands."""
_THEN = (" at the time", " at that time", " back then")
"""Turns that tell the time of what was told before."""
_A_PAIR = 2
_THREE = 3
_NAMED = frozenset({"dialogue", "exercise"})
"""Types of which a series has a name."""


def looked_back_on(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """The talks that `noun` names with their time, between those named in the phrase or else the two sides
    at the table; nothing without a time, and nothing where a third party is told."""
    time = own_time(scene, noun) if _can_lie_back(scene, noun) else None
    if time is None:
        yield from _round_at(scene, noun)
        yield from _at_that_time(scene, noun)
        return
    left, right = noun_bounds(noun)
    last = next((t.i for t in reversed(noun.doc[noun.i : noun.sent.end]) if t.idx < time.end), right)
    right = max(right, last) if last > noun.i else _before_comma(noun, right)
    told = Telling(noun, _with_date_before(noun, left, time), grammar.trim_right(noun.doc, noun.i, right))
    sides = _sides(scene, noun, told)
    if len(sides) < _A_PAIR:
        return
    body = _standing_body(scene, noun)
    kind = "dialogue" if body else _kind(scene, noun)
    if kind == "exercise" and not (_is_joint(scene, noun) or len(_named_sides(scene, noun, told)) >= _A_PAIR):
        return
    everybody = Actor(sides, None, True, "of those named or at the table")
    sighting = make(scene, kind, f"looked-back:{lemma_of(noun)}", told, [everybody])
    series = body or (_series(scene, noun, time) if kind in _NAMED else None)
    where = next((code for word in noun.lefts if (code := _city(scene, word))), None)
    yield msgspec.structs.replace(
        sighting,
        collective=False,
        series=series,
        ordinal=ordinal_of(noun),
        country=where if where in sighting.parties else None,
    )


def _round_at(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """ "the tasks laid down at |the 45th meeting in Vientiane|": a round by its number and its place, of a
    mechanism that is told before; as definite as that, so that it is nothing where none was told."""
    number = ordinal_of(noun) if lemma_of(noun) in scene.words.rounds.counted else None
    if number is None or noun.dep_ != "pobj" or noun.head.lower_ not in _LAID_DOWN or is_new(noun):
        return
    place = next(iter(grammar.prep_objects(noun, "in")), None)
    verb = grammar.governing_verb(noun)
    over = verb is not None and verb.tag_ in {"VBD", "VBN"} and not grammar.is_planned(verb)
    country = scene.country_of(place) if place is not None and place.pos_ == "PROPN" else None
    pair = scene.actors.pair(noun.idx)
    if place is None or not over or country not in pair or len(pair) != _A_PAIR or noun.text != noun.lower_:
        return
    told = Telling(noun, noun.left_edge.i, place.i)
    everybody = Actor(pair, None, True, "of those at the table")
    sighting = make(scene, "meeting", f"looked-back:{lemma_of(noun)}", told, [everybody])
    yield msgspec.structs.replace(
        sighting, status="held", definite=True, ordinal=number, country=country, collective=False
    )


def _at_that_time(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """ "since X travelled to Kenya in January. At |the summit in Nairobi| at the time": of that stay, as it
    names a city of one of the two at the table."""
    behind = noun.doc[noun.i + 1 : min(noun.i + _REACH, noun.sent.end)].text.lower()
    pair = scene.actors.pair(noun.idx)
    places = [t for t in grammar.prep_objects(noun, "in") if t.pos_ == "PROPN"]
    if not places or not any(turn in behind for turn in _THEN) or not stands_behind(noun, "at", "during"):
        return
    if len(pair) != _A_PAIR or not all(map(is_state, pair)) or noun.i - noun.left_edge.i != 1:
        return
    country = scene.country_of(places[0])
    verb = grammar.governing_verb(noun)
    if country not in pair or verb is None or grammar.is_planned(verb) or is_new(noun):
        return
    everybody = Actor(pair, None, True, "of those at the table")
    told = Telling(noun, noun.left_edge.i, places[0].i)
    sighting = make(scene, _kind(scene, noun), f"of-then:{lemma_of(noun)}", told, [everybody])
    yield msgspec.structs.replace(sighting, status="held", collective=False, country=country)


def _can_lie_back(scene: Scene, noun: Token) -> bool:
    """Not "no talks", nor "ahead of the talks on Friday", "will attend the talks"."""
    if (noun.text != noun.lower_ and not is_named_summit(scene, noun)) or _is_counted(scene, noun):
        return False
    if has_child(noun, _NO_ONE):
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ in _AHEAD:
        return False
    name = _before_its_short_name(noun)
    if name.i < noun.i - 1 and name.text in scene.words.mechanisms and ordinal_of(name) is not None:
        return False  # "the fourth Joint Committee (JC) |meeting| in Oslo on 3 May": it is that round
    above = noun.head.head if noun.dep_ == "pobj" else noun
    if noun.head.lower_ == "in" and lemma_of(above) in scene.words.receptions.verbs:
        return False  # "was received in |audience| by the King on Monday" is told by its verb
    ahead = noun.head.head.lower_ == "ahead" or has_before(noun, scene.words.course.ahead)
    verb = grammar.governing_verb(noun)
    planned = verb is not None and noun.dep_ != "pobj" and grammar.is_planned(verb)
    if is_new(noun) and (verb is None or verb.tag_ not in {"VBD", "VBN"} or grammar.is_unreal(verb)):
        return False
    return not ahead and not planned


def is_named_summit(scene: Scene, noun: Token) -> bool:
    """ "the Lima |Summit| in August", "the Peru-Chile Leaders' |Summit|": of states, called by a town or by
    themselves; the summit of a body is a conference."""
    if lemma_of(noun) != "summit":
        return False
    named = scene.analysis.parties_in(*grammar.text_between(noun.doc, noun.left_edge.i, noun.i))
    states = {m.code for m in named if m.form != "capital" and is_state(m.code)}
    return len(states) >= _A_PAIR or any(_city(scene, word) for word in noun.lefts)


def _is_of_three(noun: Token) -> bool:
    """ "the historic |trilateral| summit"."""
    before = noun.doc[noun.left_edge.i : noun.i]
    return any(t.lower_ == "trilateral" for t in before)


def _is_counted(scene: Scene, noun: Token) -> bool:
    """ "the first round of |talks|": it is the round that is told."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    return lemma_of(noun.head.head) in scene.words.rounds.counting_talks


def own_time(scene: Scene, noun: Token) -> DateMention | None:
    """The date that belongs to the noun: in its phrase before it, or behind it with nothing but places and
    people between; one that lies back."""
    analysis, sent = scene.analysis, noun.sent
    for mention in analysis.dates_in(sent.start_char, sent.end_char):
        value = mention.past
        if value is None or mention.kind == "duration" or is_years(value):
            continue
        if _is_before(noun, mention) or _is_behind(noun, mention):
            return mention
    return None


def _is_before(noun: Token, mention: DateMention) -> bool:
    """ "|last year's| talks", "the |June| meeting"."""
    first = noun.doc[noun.left_edge.i].idx
    return first <= mention.start and mention.end <= noun.idx and not _has_verb(noun, mention.end, noun.idx)


def _is_behind(noun: Token, mention: DateMention) -> bool:
    """ "talks in Berlin |last May|", "meeting of the two ministers |on 3 June 2022|"."""
    between = [t for t in noun.doc[noun.i + 1 : noun.i + _REACH] if t.idx < mention.start]
    if mention.start <= noun.idx or len(between) == _REACH - 1:
        return False
    return all((t.pos_ in _LINKING or t.lower_ == "held") and _links(t) for t in between)


def _links(token: Token) -> bool:
    if token.pos_ == "ADP":
        return token.lower_ in _BEHIND
    return token.text not in {";", ":", "-", "–", "—"}


def _has_verb(noun: Token, start: int, end: int) -> bool:
    return any(t.pos_ in {"VERB", "AUX"} for t in noun.sent if start <= t.idx < end)


def _with_date_before(noun: Token, left: int, time: DateMention) -> int:
    first = next((t.i for t in noun.sent if t.idx >= time.start), left)
    return min(left, first)


def _before_comma(noun: Token, right: int) -> int:
    """ "At last year's talks in Lima|, Peru and Chile agreed": what the parser hangs on the noun."""
    return next((t.i - 1 for t in noun.doc[noun.i : right + 1] if t.text == ","), right)


def _series(scene: Scene, noun: Token, time: DateMention) -> str | None:
    """ "defence committee" of "last year's defence committee"."""
    name = series_of(scene.words.rounds, noun) or ""
    return (
        name.removeprefix(scene.analysis.text[time.start : time.end]).removeprefix("'s").strip(" ’") or None
    )


def _sides(scene: Scene, noun: Token, told: Telling) -> tuple[str, ...]:
    """The parties of the phrase, where it names two; else, of talks that are known ("the talks"), the two
    states at the table, where it names no other but as a place."""
    own = _named_sides(scene, noun, told)
    pair = scene.actors.pair(noun.idx)
    of_two = _is_summit_there(scene, noun, pair) or _is_between_people(scene, noun, pair)
    if len(own) < _A_PAIR and of_two and set(own) <= set(pair):
        return pair
    table = scene.actors.table(noun.idx)
    if _is_of_three(noun) and len(table) == _THREE and set(own) <= set(table) and all(map(is_state, table)):
        return table
    if len(own) >= _A_PAIR or is_new(noun):
        return own
    in_their_town = is_named_summit(scene, noun) and any(_city(scene, word) in pair for word in noun.lefts)
    is_theirs = lemma_of(noun) != "summit" or in_their_town
    known = len(pair) == _A_PAIR and all(map(is_state, pair)) and is_theirs
    return pair if known and set(own) <= set(pair) else ()


def _is_between_people(scene: Scene, noun: Token, pair: tuple[str, ...]) -> bool:
    """ "the January summit |between President X and President Y|", whose states are those at the table."""
    between = grammar.prep_objects(noun, "between")
    people = [scene.analysis.person_of(t) for t in between]
    known = len(pair) == _A_PAIR and all(map(is_state, pair))
    return known and len(people) == _A_PAIR and all(person is not None for person in people)


def _is_summit_there(scene: Scene, noun: Token, pair: tuple[str, ...]) -> bool:
    """ "At |a summit in Nairobi| in January 2023 the President promised", told of Kenya and another: what
    leaders hold in a city of one of the two, as long as the phrase tells of no body's."""
    if lemma_of(noun) != "summit" or not stands_behind(noun, "at", "during", "since", "after", "following"):
        return False
    if len(pair) != _A_PAIR or not all(map(is_state, pair)) or noun.i - noun.left_edge.i != 1:
        return False
    verb = grammar.governing_verb(noun)
    doer = grammar.subject_of(verb) if verb is not None else None
    if doer is None or (doer.tag_ == "NNS" and any(c.dep_ in {"amod", "compound"} for c in doer.lefts)):
        return False  # "At a summit in Nairobi in 2023, the African leaders adopted"
    return any(scene.country_of(t) in pair for t in grammar.prep_objects(noun, "in") if t.pos_ == "PROPN")


def _named_sides(scene: Scene, noun: Token, told: Telling) -> tuple[str, ...]:
    """The parties that the phrase names as those who meet."""
    start, end = grammar.text_between(noun.doc, told.left, told.right)
    named = [m for m in scene.analysis.parties_in(start, end) if m.form != "capital"]
    people = [person.party for person in scene.names(told.left, told.right)]
    actors = scene.who(owner_of(noun), *grammar.prep_objects(noun, "between", "with", "of"))
    told_of = [m.code for m in named if not _is_place(m.start, noun)]
    return unique([*(party for actor in actors for party in actor.parties), *people, *told_of])


def _is_place(start: int, noun: Token) -> bool:
    """ "the talks in |Norway|"."""
    token = next((t for t in noun.sent if t.idx >= start), noun)
    return token.head.lower_ in {"in", "at"}


def _city(scene: Scene, word: Token) -> str | None:
    """The country of "Seoul" in "their |Seoul| summit"; not of "the India talks"."""
    mention = scene.analysis.party_of(word)
    named = (
        word.dep_ == "compound" and word.pos_ == "PROPN" and (mention is None or mention.form == "capital")
    )
    return scene.country_of(word) if named else None


def _standing_body(scene: Scene, noun: Token) -> str | None:
    """ "Interstate Council" of "the Interstate Council |meeting| on 3 May", "2+2" of "the 2+2 |talks|"."""
    for body in grammar.prep_objects(noun, "of") if lemma_of(noun) in scene.words.rounds.counted else ():
        if body.pos_ == "PROPN" and body.text in scene.words.mechanisms and is_title_like(body):
            return series_of(scene.words.rounds, body)  # "Friday's meeting of the High-Level Core Group"
    before = _before_its_short_name(noun)
    if noun.doc[max(noun.i - _FIGURES, 0) : noun.i].text == "2+2":
        return "2+2"
    if before is noun or before.text not in scene.words.mechanisms or lemma_of(noun) != "meeting":
        return None
    return series_of(scene.words.rounds, before)


def _before_its_short_name(noun: Token) -> Token:
    """ "Committee" before "the Joint |Committee| (JC) meeting"."""
    if noun.i == noun.sent.start:
        return noun
    before = noun.doc[noun.i - 1]
    opened = before.text == ")" and before.i - 2 > noun.sent.start and noun.doc[before.i - 2].text == "("
    return noun.doc[before.i - 3] if opened else before


def _is_joint(scene: Scene, noun: Token) -> bool:
    return any(t.lower_ in scene.words.exercises.joint for t in noun.lefts)


def _kind(scene: Scene, noun: Token) -> EngagementType:
    lemma = lemma_of(noun)
    if scene.is_wire(noun):
        return "call"
    if scene.words.noun_type(lemma) == "exercise":
        return "exercise"
    standing = lemma in {"dialogue", "consultation", "2+2"} or scene.words.noun_type(lemma) == "dialogue"
    return "dialogue" if standing else "meeting"
