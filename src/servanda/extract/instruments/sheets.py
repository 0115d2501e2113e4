"""Lines of a fact sheet that have no verb of their own: "Signed in Oslo on 3 May 2024" below the name of a
text, "First roadmap: November 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.instruments.found import TIMED, Found, Name
from servanda.extract.instruments.names import name_of
from servanda.model.facts import InstrumentAction

_YEAR = re.compile(r"(?:19|20)\d\d")
_BEHIND = frozenset({"in", "on", "at", "by", ":"})
_LONGEST_REST = 3
"""Characters beside the date in "Agreement: 3 May 2024.": brackets and a full stop."""


def sheet_lines(sentence: Tokens, names: Sequence[Name], analysis: Analysis) -> Iterator[Found]:
    """The texts that a line without a verb tells as done, with its day."""
    yield from _below_its_name(sentence, analysis)
    for name in names:
        yield from _with_its_day(name, sentence, analysis)
        yield from _with_its_years(name, sentence)


def _below_its_name(sentence: Tokens, analysis: Analysis) -> Iterator[Found]:
    """ "|Signed| on 12 June 2023 in Nairobi", where the line above is the name of the text."""
    deed = next((t for t in sentence if t.is_alpha), None)
    action = _action(deed) if deed is not None else None
    if deed is None or action is None or _has_clause(sentence):
        return
    if analysis.date_in(sentence.start_char, sentence.end_char, "past") is None:
        return
    name = _named_above(sentence, analysis)
    if name is not None:
        right = grammar.trim_right(sentence.doc, deed.i, sentence.end - 1)
        told = Name(deed, deed.i, deed.i, name.type, name.text)
        rule = f"instrument/{action}:below-its-name"
        yield Found(name=told, action=action, rule=rule, opens=deed.i, closes=right)


def _action(deed: Token) -> InstrumentAction | None:
    """What "Signed in", "Ratified:" at the head of a line tells."""
    if deed.tag_ not in {"VBN", "VBD"} or deed.doc[deed.i + 1 : deed.i + 2].text.lower() not in _BEHIND:
        return None
    action = instrument_words().action_of(deed.lemma_.lower())
    return action if action in TIMED else None


def _has_clause(line: Tokens) -> bool:
    return any(t.dep_ in {"nsubj", "nsubjpass"} for t in line)


def _named_above(sentence: Tokens, analysis: Analysis) -> Name | None:
    """The one text that the line above names, a heading or a title, without a verb."""
    before = sentence.doc.text[: sentence.start_char].rstrip()
    opens = before.rfind("\n") + 1
    line = sentence.doc.char_span(opens, len(before), alignment_mode="contract")
    if line is None or any(t.pos_ in {"VERB", "AUX"} and t.is_alpha for t in line):
        return None
    names = [name for t in line if (name := name_of(t, analysis)) is not None]
    return names[0] if len(names) == 1 else None


def _with_its_years(name: Name, sentence: Tokens) -> Iterator[Found]:
    """ "Memorandum on training (|2009|; |extended in August 2024|)" in a line without a verb."""
    doc, end = sentence.doc, min(name.right + 2, sentence.end - 1)
    opened = (i for i in range(name.head.i + 1, end) if doc[i].text == "(")
    at = next((i for i in opened if _YEAR.fullmatch(doc[i + 1].text)), None)
    if at is None:
        return
    left = next(t.i for t in doc[name.left : at] if t.is_alpha)
    called = f"{doc[left:at].text} of {doc[at + 1].text}"
    name = Name(name.head, left, at - 1, name.type, called)
    closing = next((t.i for t in doc[at : sentence.end] if t.text == ")"), at)
    outside = (t for t in sentence if not at < t.i < closing)
    if any(t.pos_ in {"VERB", "AUX"} for t in outside):
        return
    yield Found(name=name, action="existing", rule="instrument/dated", opens=left, closes=at + 1)
    later = next((t for t in doc[at + 2 : closing] if t.tag_ in {"VBN", "VBD"}), None)
    action = instrument_words().action_of(later.lemma_.lower()) if later is not None else None
    if later is not None and action in TIMED and action != "signed":
        rule = f"instrument/{action}:{later.lemma_}/further"
        yield Found(name=name, action=action, rule=rule, opens=later.i, closes=closing - 1)


def _with_its_day(name: Name, sentence: Tokens, analysis: Analysis) -> Iterator[Found]:
    """ "First roadmap: |November 2022|": nothing but a day stands behind the colon."""
    at = name.right + 1
    if (
        at + 1 >= sentence.end
        or sentence.doc[at].text != ":"
        or any(t.pos_ == "VERB" and t.is_alpha for t in sentence)
    ):
        return
    start, end = sentence.doc[at + 1].idx, sentence.start_char + len(sentence.text.rstrip())
    told = [date for date in analysis.dates_in(start, end) if date.kind == "point"]
    if len(told) == 1 and end - start - (told[0].end - told[0].start) <= _LONGEST_REST:
        opens = next(t.i for t in sentence if t.is_alpha)
        right = grammar.trim_right(sentence.doc, name.head.i, sentence.end - 1)
        left = max(opens, name.left)
        told_name = Name(name.head, left, name.right, name.type)
        yield Found(name=told_name, action="signed", rule="instrument/signed:day", opens=left, closes=right)
