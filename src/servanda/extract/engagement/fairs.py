"""Fairs and shows at which something else was done: "signed it at the IDEF fair in Istanbul last month",
"will be signed at the Farnborough Airshow in July". Those who did it there took part."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import country_of_place, is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.conferences import tells_of_attendance
from servanda.extract.engagement.out import is_out
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of
from servanda.extract.numbers import find_ordinals

_JOINING = frozenset({"and", "of", "for", "&", "-", "–"})
_THERE = frozenset({"at", "during", "for", "in", "of", "to"})
_BEFORE = frozenset({"the", "this", "year", "'s", "’s", "last", "next"})
_DUE = frozenset({"due", "to", "slated", "scheduled", "set", "opens", "planned"})
_HELD = frozenset({"held", "open", "opens", "slated", "scheduled", "place", "planned"})
_TELLING = frozenset({"invite", "tell", "brief", "inform", "send"})
"""Verbs by which the one side tells the other of a fair to which it can come."""
_REACH = 12
"""Tokens behind the name in which its place stands."""
_NEAR = 6
"""Tokens behind the name, of its year and its short name, up to the comma before the clause."""
_LONGEST_CLAUSE = 20
"""Tokens behind the name in which the clause on its place and time ends."""


def is_fair(scene: Scene, word: Token) -> bool:
    """The "fair" of "the IDEF fair", "Exhibition" of "the Langkawi Aerospace Exhibition"."""
    if lemma_of(word) not in scene.words.conferences.fairs or word.i == word.sent.start:
        return False
    return _is_name(word.nbor(-1)) and not (word.i + 1 < len(word.doc) and _is_name(word.nbor()))


def fair(scene: Scene, word: Token) -> Iterator[Sighting]:
    """The fair, of the state in which it is held and those who did something at it."""
    if not is_fair(scene, word):
        return
    first = _first_of_name(word)
    before = reversed(word.doc[word.sent.start : first])
    opens = next((t for t in before if t.lower_ not in _BEFORE and not find_ordinals(t.text)), None)
    verb = next((t for t in word.ancestors if t.pos_ == "VERB"), None)
    if opens is None or opens.lower_ not in _THERE or verb is None:
        return
    last, place = _with_place(scene, word)
    last = max(last, _end_of_clause(word))
    due = _is_due(word, last)
    if not due and (is_out(scene.words.course, verb) or tells_of_attendance(scene, verb)):
        return  # not gone to, or read by its verb
    host = place or _in_its_name(word, first)
    actors = _who_was_there(scene, verb)
    sighting = make(scene, "conference", f"in-passing:{lemma_of(word)}", Telling(word, first, last))
    parties = unique([*(p for actor in actors for p in actor.parties), *([host] if host else [])])
    if actors and len(parties) > 1:
        ahead = due or grammar.is_planned(verb) or lemma_of(verb) == "invite"
        yield msgspec.structs.replace(
            sighting, parties=parties, people=(), country=host, status="planned" if ahead else "held"
        )


def _in_its_name(word: Token, first: int) -> str | None:
    """VN of "the Vietnam Defence Expo"; one word alone is a short name: "the Lima show" is in Langkawi."""
    name = word.doc[first : word.i] if word.i - first > 1 else ()
    return next((code for t in name if (code := country_of_place(t.text))), None)


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ"}


def _first_of_name(word: Token) -> int:
    """ "Langkawi" of "the |Langkawi International Maritime and Aerospace| Exhibition"."""
    first = word.i
    while first > word.sent.start:
        before = word.doc[first - 1]
        if not (_is_name(before) or (before.lower_ in _JOINING and first - 1 > word.sent.start)):
            break
        first -= 1
    while word.doc[first].lower_ in _JOINING:
        first += 1
    return first


def _with_place(scene: Scene, word: Token) -> tuple[int, str | None]:
    """The last token of "the IDEF fair |in Istanbul|", "the Fair (IDEF), |due to be held in Istanbul|"."""
    last = word.i
    for token in word.doc[word.i + 1 : min(word.i + _REACH, word.sent.end)]:
        if token.lower_ == "in" and token.i + 1 < len(token.doc):
            place = next((c for c in token.children if c.dep_ == "pobj"), token.nbor())
            code = scene.country_of(place) if place.pos_ == "PROPN" else None
            if code is not None and is_state(code):
                return place.i, code
        if token.pos_ == "VERB" and token.lower_ != "held":
            break
    return last, None


def _end_of_clause(word: Token) -> int:
    """The last token of "the Defence Expo 2022|, to be held at Gia Lam Airport from December 8 to 10|"."""
    doc = word.doc
    comma = next((t for t in doc[word.i + 1 : min(word.i + _NEAR, word.sent.end)] if t.text == ","), None)
    clause = doc[comma.i + 1 : min(comma.i + _LONGEST_CLAUSE, word.sent.end)] if comma is not None else ()
    if not clause or clause[0].lower_ not in _DUE | {"which"} or not _is_due(word, clause[-1].i):
        return word.i
    ends = next((t.i for t in clause if t.is_punct and t.text in {",", ".", ";"}), clause[-1].i + 1)
    return ends - 1


def _is_due(word: Token, last: int) -> bool:
    """ ", |due to be held| in Istanbul", "the Expo |to be held| in Hanoi", ", |slated| for May 3 to 5"."""
    words = {t.lower_ for t in word.doc[word.i + 1 : last + 1]}
    return bool(words & _DUE) and bool(words & _HELD)


def _who_was_there(scene: Scene, verb: Token) -> list[Actor]:
    """The sides of what was done there: those of the clause, else the two states of which the text tells."""
    told = scene.who(grammar.agent_of(verb) or grammar.subject_of(verb))
    known = [actor for actor in told if actor.parties]
    pair = scene.actors.pair(verb.idx)
    of_two = len(pair) > 1 and all(map(is_state, pair))
    if of_two and lemma_of(verb) in _TELLING and {p for a in known for p in a.parties} <= {*pair}:
        return [Actor(pair, None, True, "who tells of it, and who is told")]
    return known or ([Actor(pair, None, True, "the two of whom the text tells")] if of_two else [])
