"""Fields of what is undertaken: those that it names, and those that "in these areas" points to."""

from __future__ import annotations

import re

from servanda.extract.analysis import Analysis
from servanda.model.document import Span

_POINTING = re.compile(
    r"\b(?:th(?:is|ese|ose|at)|such|the (?:same|said|above|aforementioned))(?: [\w-]+){0,2}? "
    r"(?:areas?|sectors?|fields?|domains?|efforts?|spheres?|directions?|industry|industries|regard|"
    r"initiatives?|projects?|programmes?|programs?|opportunit(?:y|ies)|prospects?|ties|reforms?|issues?|"
    r"matters?|subjects?|endeavou?rs?|plans?|priorit(?:y|ies)|challenges?|trust)\b",
    re.IGNORECASE,
)
_BACK = 2
"""Sentences before its own in which what a commitment points to is looked for."""


def fields_of(content: Span, opens: int, analysis: Analysis) -> tuple[str, ...]:
    """Codes of the fields; `opens` is the character offset at which its evidence begins."""
    named = analysis.fields_in(content.start, content.end)
    if named or not _POINTING.search(content.text):
        return named
    return _pointed_to(min(opens, content.start), analysis)


def _pointed_to(before: int, analysis: Analysis) -> tuple[str, ...]:
    """The fields named last before the offset: in its sentence, else in the sentences before it."""
    number = analysis.sentence_number(before)
    for sentence in reversed(analysis.sentences[max(0, number - _BACK) : number + 1]):
        found = analysis.fields_in(sentence.start_char, min(before, sentence.end_char))
        if found:
            return found
    return ()
