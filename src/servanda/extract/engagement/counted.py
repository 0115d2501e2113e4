"""When something was that a text counts from something else: "signed it on Monday, |six months after they
met|", "came on 26 October, |one day after the talks|"."""

from __future__ import annotations

import msgspec
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.date_reference import Reference
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.grammar.subjects import FINITE
from servanda.extract.numbers import to_int
from servanda.model.edtf import precision

_LINKS = {"after": -1, "since": -1, "before": 1}
"""Words from which is counted, and whether what they open was earlier or later."""
_UNITS = frozenset({"day", "week", "fortnight", "month", "year"})


class Counted(msgspec.Struct, frozen=True):
    """The date that the words count out, None where they do not tell from when or how much."""

    date: str | None


def counted(analysis: Analysis, sighting: Sighting, sentence: Tokens) -> Counted | None:
    """When a sighting was that is told as so much before or after something else; None where it is not."""
    link = counting_word(sighting.trigger)
    if link is None:
        return None
    left, right = link.i, _end_of_clause(link, sighting.trigger)
    own = grammar.text_between(sighting.trigger.doc, left, right)
    if (named := analysis.date_in(*own, "past")) is not None:
        return Counted(named[0])
    unit = link.nbor(-1)
    number = _number_of(unit)
    base = _told_besides(analysis, sentence, own) or (
        analysis.document.published if link.lower_ == "since" else None
    )
    shift = number * _LINKS[link.lower_] if number else 0
    return Counted(_shifted(base, unit.lemma_, shift) if base and shift else None)


def counting_word(trigger: Token) -> Token | None:
    """The "after" of "six months |after| they met", "two days |after| the talks"; else None."""
    verb = trigger if trigger.pos_ in {"VERB", "AUX"} else grammar.governing_verb(trigger)
    marks = [] if verb is None else [c for c in verb.children if c.dep_ == "mark"]
    links = [trigger.head, *(m for m in marks if m.i < trigger.i)]
    return next((t for t in links if t.lower_ in _LINKS and t.i and t.nbor(-1).lemma_ in _UNITS), None)


def _end_of_clause(link: Token, trigger: Token) -> int:
    """The last token before the comma or verb with which the sentence goes on."""
    last = link.sent.end - 1
    for token in link.doc[trigger.i + 1 : last + 1]:
        if token.text == "," or token.tag_ in FINITE | {"MD"}:
            return token.i - 1
    return last


def _number_of(unit: Token) -> int | None:
    """6 of "six months", 1 of "a year"; none of "months"."""
    told = [c.lower_ for c in unit.lefts if c.dep_ == "nummod" or c.lower_ in {"a", "an", "one"}]
    return next((1 if word in {"a", "an"} else to_int(word) for word in told), None)


def _told_besides(analysis: Analysis, sentence: Tokens, own: tuple[int, int]) -> str | None:
    """The day or month of what the rest of the sentence tells."""
    for mention in analysis.dates_in(sentence.start_char, sentence.end_char):
        inside = own[0] <= mention.start < own[1]
        if not inside and mention.kind == "point" and precision(mention.past or "") in {"day", "month"}:
            return mention.past
    return None


def _shifted(base: str, unit: str, shift: int) -> str | None:
    """So many units off, told in that unit; of weeks nothing is certain."""
    reference = Reference(base)
    if unit == "day":
        return reference.day(shift)
    if unit == "month":
        return reference.month(shift)
    year = reference.year(shift) if unit == "year" else None
    return f"{year:04}" if year else None
