"""The fact that a form describes. What cannot be taken is told for each control, so that all of it can stay
in the form and be mended."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from servanda.codebook.places import is_state
from servanda.errors import UsageError
from servanda.model import edtf
from servanda.model.document import Document, Span
from servanda.model.facts import Amount, AnyFact, Fact, Relation
from servanda.web.controls import RELATION_TYPES, Given, Sort, names_of, needed, options_of, sort_of

Resolve = Callable[[str], str]
"""The code of a party, given by code or name; UsageError where there is none."""

BY_HAND = "by-hand"
"""The rule of a fact that a person wrote."""
_AMOUNT = re.compile(r"(?P<value>\d[\d ,]*(?:\.\d+)?)\s*(?P<currency>[A-Za-z]{3})")
_LARGEST_NUMBER = 9999
_LONGEST = 5000


class Mistakes(Exception):  # noqa: N818 - not an error of the program but of what was typed
    """What of a form cannot be taken, by the names of its controls; "evidence" is the quotations."""

    def __init__(self, problems: dict[str, str]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{name}: {problem}" for name, problem in problems.items()))


def fact_of(kind: type[Fact], given: Given, document: Document, resolve: Resolve) -> AnyFact:
    """The fact of this kind that the form describes, on quotations of `document`. Raises Mistakes."""
    problems: dict[str, str] = {}
    values: dict[str, Any] = {}
    form = _Form(kind, given, document, resolve)
    for name in names_of(kind):
        try:
            value = form.value(name)
        except UsageError as error:
            problems[name] = f"{error.subject}: {error.problem}" + (f"; {error.mend}" if error.mend else "")
            continue
        if value not in (None, ()):
            values[name] = value
        elif name in needed(kind):
            problems[name] = "has to be given"
    try:
        values["evidence"] = form.evidence()
    except UsageError as error:
        problems["evidence"] = str(error)
    if problems:
        raise Mistakes(problems)
    made: Any = kind(document=document.name, source=document.id, confidence=1.0, rule=BY_HAND, **values)
    fact: AnyFact = made
    return fact


class _Form:
    """Reads the controls, one sort after the other."""

    def __init__(self, kind: type[Fact], given: Given, document: Document, resolve: Resolve) -> None:
        self._kind, self._given, self._document, self._resolve = kind, given, document, resolve
        self._readers: dict[Sort, Callable[[str, str], Any]] = {
            "choice": self._code,
            "parties": lambda _, text: tuple(dict.fromkeys(map(self._resolve, _split(text, ",")))),
            "party": self._party,
            "names": lambda _, text: tuple(dict.fromkeys(map(_one_line, _split(text, "\n")))),
            "date": lambda _, text: _date(text),
            "number": lambda _, text: _number(text),
            "amount": lambda _, text: _amount(text),
            "quotation": lambda _, text: self._quotation(text),
            "text": lambda _, text: _one_line(text),
        }

    def value(self, name: str) -> Any:
        """What the control says; None or an empty tuple where it says nothing."""
        sort = sort_of(self._kind, name)
        if sort == "relations":
            return self._relations()
        if sort == "ticks":
            return tuple(self._code(name, code) for code in self._given.get(name, ()))
        text = self._text(name)
        if not text:
            return None
        if len(text) > _LONGEST:
            raise UsageError(f"{text[:40]}...", f"is longer than {_LONGEST} characters", "shorten it")
        return self._readers[sort](name, text)

    def evidence(self) -> tuple[Span, ...]:
        """The quotations, those without a place left out."""
        starts, ends = self._given.get("start", ()), self._given.get("end", ())
        places = [
            (s.strip(), e.strip()) for s, e in zip(starts, ends, strict=False) if s.strip() or e.strip()
        ]
        spans = tuple(dict.fromkeys(self._span(start, end) for start, end in places))
        if not spans:
            raise UsageError("the quotation", "is missing", "select the words that state the fact")
        return spans

    def _span(self, start: str, end: str) -> Span:
        text = self._document.text
        if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
            raise UsageError(f"{start} to {end}", "is no place in the text", "give two whole numbers")
        first, last = int(start[:12]), int(end[:12])
        if not 0 <= first < last <= len(text):
            raise UsageError(f"{start} to {end}", f"is no place in a text of {len(text)} characters")
        return self._document.span(first, last)

    def _text(self, name: str) -> str:
        values = self._given.get(name, ())
        return (values[0] if values else "").replace("\r\n", "\n").strip()

    def _code(self, name: str, code: str) -> str:
        if code not in options_of(self._kind, name):
            raise UsageError(code, "is none of the codes", "choose one of them")
        return code

    def _party(self, name: str, text: str) -> str:
        code = self._resolve(text)
        if name == "country" and not is_state(code):
            raise UsageError(text, "is no country", "give a state by code or name")
        return code

    def _quotation(self, text: str) -> str:
        """The words as the document has them, its line ends and spaces included."""
        found = re.search(r"\s+".join(map(re.escape, text.split())), self._document.text)
        if found is None:
            raise UsageError("these words", "do not stand in the document", "copy them from it")
        return found.group()

    def _relations(self) -> tuple[Relation, ...]:
        types, targets = self._given.get("relation_type", ()), self._given.get("relation_target", ())
        made = []
        for kind, target in zip(types, targets, strict=False):
            if not target.strip():
                continue
            if kind not in RELATION_TYPES:
                raise UsageError(kind or "a relation", "is no kind of relation", "choose one")
            made.append(Relation(type=kind, target=_one_line(target)))  # type: ignore[arg-type]
        return tuple(made)


def _split(text: str, separator: str) -> list[str]:
    return [each.strip() for each in text.split(separator) if each.strip()]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _date(text: str) -> str:
    if not edtf.is_valid(text):
        raise UsageError(
            text, "is no date that is known here", "write 2018-03-26, 2018-03, 2018 or 2018/2028"
        )
    return text


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) <= _LARGEST_NUMBER):
        raise UsageError(text, "is no number", f"give a whole number from 1 to {_LARGEST_NUMBER}")
    return int(text)


def _amount(text: str) -> Amount:
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise UsageError(text, "is no amount", "write a number and a currency: 300000000 INR")
    return Amount(value=float(re.sub("[ ,]", "", found["value"])), currency=found["currency"].upper())
