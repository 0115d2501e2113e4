"""Texts of three states and more, which a sentence names in a row: "signed *by Japan, Italy and Britain*"."""

from __future__ import annotations

import re

from servanda.codebook.places import is_state
from servanda.extract.analysis import Analysis, unique
from servanda.model.document import Span

_OPENS = re.compile(r"\b(?:between|by|among|amongst|of|that|which)\s(?:the\s)?$")
_JOINT = re.compile(r",?\s(?:and\s)?(?:the\s)?")
_MANY = 3
_BEFORE = 20
"""Characters before the first state in which the word that opens the row stands."""


def row_of_states(analysis: Analysis, evidence: Span) -> tuple[str, ...]:
    """The states of the first such row in the evidence, empty where there is none."""
    named = [m for m in analysis.parties_in(evidence.start, evidence.end) if m.form == "name"]
    row: list[str] = []
    last = None
    for mention in named:
        joined = last is not None and _JOINT.fullmatch(analysis.text[last : mention.start]) is not None
        if not joined:
            if len(row) >= _MANY:
                break
            before = analysis.text[max(0, mention.start - _BEFORE) : mention.start]
            row = [mention.code] if _OPENS.search(before) and is_state(mention.code) else []
        elif row and is_state(mention.code):
            row.append(mention.code)
        last = mention.end
    states = unique(row)
    return states if len(states) >= _MANY else ()
