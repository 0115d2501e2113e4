"""Which parties take part in an exercise or a gathering told before: "Peru and Chile are taking part in the
drills", "the exercise brings together troops from Togo and Ghana"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span as Tokens

from servanda.extract import grammar
from servanda.extract.analysis import Analysis, unique
from servanda.extract.engagement.event import Event

_NOUNS = {
    "exercise": re.compile(
        r"\b(?:exercises?|drills?|manoeuvres?|maneuvers?|training|wargames?)\b", re.IGNORECASE
    ),
    "conference": re.compile(
        r"\b(?:conference|summit|forum|workshop|seminar|symposium|event|exhibition|gathering|session|course)\b",
        re.IGNORECASE,
    ),
    "meeting": re.compile(r"\b(?:meetings?|talks|discussions?)\b", re.IGNORECASE),
}
_BEFORE = re.compile(
    r"\b(?:(?:tak(?:e|es|ing|en)|took) part|participat(?:e|es|ed|ing)|joined|join|joining)\b|"
    r"\bwere (?:among|represented)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:br(?:ings?|ought|inging) together|involv(?:es?|ed|ing)|includ(?:es?|ed|ing)|drawn from|"
    r"attended by|participants? from|participation of|troops from|forces (?:from|of)|contingents from)\b",
    re.IGNORECASE,
)


def add_takers(analysis: Analysis, sentence: Tokens, events: Sequence[Event]) -> None:
    """Give the engagement told last the parties of which the sentence says that they take part in it: not
    where the sentence denies it, nor where it began the engagement itself."""
    event = events[-1] if events else None
    noun = _NOUNS.get(event.type) if event is not None else None
    if event is None or noun is None or noun.search(sentence.text) is None:
        return
    own = any(s.trigger.sent == sentence and not s.definite for s in event.sightings)
    if (own and len(event.parties) > 1) or grammar.is_negated(sentence.root):
        return
    fresh = tuple(code for code in _takers(analysis, sentence) if code not in event.parties)
    if fresh:
        event.join(fresh)
        event.extra.append(analysis.quote_sentence(sentence))


def _takers(analysis: Analysis, sentence: Tokens) -> tuple[str, ...]:
    """The parties named before "take part", or behind "brings together"."""
    text, start, end = analysis.text, sentence.start_char, sentence.end_char
    codes: list[str] = []
    if (told := _BEFORE.search(text, start, end)) is not None:
        codes += [m.code for m in analysis.parties_in(start, told.start()) if m.form != "capital"]
    if (told := _BEHIND.search(text, start, end)) is not None:
        codes += [m.code for m in analysis.parties_in(told.end(), end) if m.form != "capital"]
    return unique(codes)
