"""Whether words said are about cooperation: somebody else than the speaker has to be at the table."""

from __future__ import annotations

import re

from spacy.tokens import Span

from servanda.codebook.activities import activity_words
from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.found import Found, Scene

_BOTH = re.compile(
    r"\b(?:both|two) (?:countries|nations|states|sides|peoples|armies|navies|militaries|forces)\b"
)
"""Words by which a sentence tells of the two states of a text without a name."""
_DEALING = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?:contract|agreement|deal|pact|accord|sale|purchase|memorandum|treaty|"
    r"exercise|drill)\b"
)
"""What they have concluded or do together, told before."""
_DELIVERING = frozenset({"deliver", "donate", "supply", "dispatch", "transfer"})
_OURS = re.compile(
    r"\bour (?:\w+ ){0,3}(?:relationship|relations|ties|partnership|cooperation|friendship|alliance)\b"
)


def concerns_another(scene: Scene, found: Found) -> bool:
    """Whether the speaker's words concern another party. What a government says to its own people is not
    cooperation."""
    parties, offset = set(found.speaker.parties), found.trigger.idx
    if len(parties) != 1:
        return len(parties) > 1
    if not scene.actors.others(offset, parties):
        return False
    names_another = bool(parties_named(scene.analysis, found.trigger.sent) - parties)
    seated = scene.actors.is_seated(offset) or parties < set(scene.actors.table(offset))
    sentence = found.trigger.sent
    told = any(words.search(sentence.text) for words in (_BOTH, _DEALING, _OURS))
    both = (told or _delivers(found)) and bool(scene.actors.pair(offset))
    return names_another or both or _is_guest(scene.analysis, parties) or seated


def _delivers(found: Found) -> bool:
    """As in "India will *deliver* the first boat in 2024", "promised *to deliver* it": of two sides, what one
    delivers goes to the other; nobody delivers a budget to another."""
    words = activity_words()
    verbs = (found.trigger, *(c for c in found.trigger.children if c.dep_ in {"xcomp", "ccomp"}))
    given = (n for v in verbs if v.lemma_.lower() in _DELIVERING for n in grammar.objects_of(v))
    return any(n.lemma_.lower() in words.gifts | words.consignments for n in given)


def parties_named(analysis: Analysis, sentence: Span) -> set[str]:
    """The parties that a sentence names, by themselves or through one of their people."""
    start, end = sentence.start_char, sentence.end_char
    named = {m.code for m in analysis.parties_in(start, end)}
    return named | {p.party for _, p in analysis.names_in(start, end) if p.party}


def _is_guest(analysis: Analysis, parties: set[str]) -> bool:
    """Whether a foreign party speaks in the home party's own publication."""
    return analysis.home is not None and analysis.home not in parties
