"""A fact as a form: for each property a control that fits its type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, get_args, get_origin, get_type_hints

import msgspec

from servanda.codebook.fields import fields
from servanda.model.facts import PARTY_ROLES, AnyFact, Fact, RelationType
from servanda.publish.lines import properties_of

Given = Mapping[str, Sequence[str]]
"""What stands in a form, as it was typed: values by the names of the controls."""

Sort = Literal[
    "choice", "ticks", "parties", "party", "date", "number", "quotation", "names", "relations", "amount",
    "text",
]  # fmt: skip

_SORTS: dict[str, Sort] = {
    **dict.fromkeys(PARTY_ROLES, "parties"),
    **dict.fromkeys(("country", "party"), "party"),
    **dict.fromkeys(("date", "period", "due"), "date"),
    **dict.fromkeys(("ordinal", "number", "year"), "number"),
    "fields": "ticks",
    "content": "quotation",
    "participants": "names",
    "relations": "relations",
    "amount": "amount",
}
_HINTS: dict[Sort, str] = {
    "parties": "codes or names, a comma between: FR, Viet Nam",
    "party": "a code or name: FR, France",
    "date": "2018-03-26, 2018-03, 2018, 2018/2028, XXXX-12 without a year",
    "names": "one name a line, without rank",
    "quotation": "as it stands in the document",
    "amount": "a number and a currency: 300000000 INR",
}
RELATION_TYPES: tuple[str, ...] = get_args(RelationType)
_BLANK_RELATIONS = 2


class Control(msgspec.Struct, frozen=True, kw_only=True):
    """A control of a form: `values` as typed, `options` where one is to be chosen, `problem` where what was
    typed cannot be taken."""

    name: str
    sort: Sort
    values: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    hint: str = ""
    needed: bool = False
    problem: str = ""


def controls(kind: type[Fact], given: Given, problems: Mapping[str, str]) -> list[Control]:
    """The controls of a kind of fact with what was given; `problems` by the names of the controls."""
    return [
        Control(
            name=name,
            sort=sort_of(kind, name),
            values=tuple(given.get(name, ())),
            options=options_of(kind, name),
            hint=_HINTS.get(sort_of(kind, name), ""),
            needed=name in needed(kind),
            problem=problems.get(name, ""),
        )
        for name in names_of(kind)
    ]


def names_of(kind: type[Fact]) -> list[str]:
    """The properties that a person can set."""
    return [*properties_of(kind), "modality"]


def given_of(fact: AnyFact) -> dict[str, list[str]]:
    """The fact as it stands in its form."""
    given: dict[str, list[str]] = {}
    for name in names_of(type(fact)):
        value = getattr(fact, name)
        if name == "relations":
            blank = [""] * _BLANK_RELATIONS
            given["relation_type"] = [each.type for each in value] + blank
            given["relation_target"] = [each.target for each in value] + blank
        elif name == "amount":
            given[name] = [f"{value.value:.15g} {value.currency}"] if value else []
        elif isinstance(value, tuple):
            joined = {"participants": "\n", "fields": None}.get(name, ", ")
            given[name] = list(value) if joined is None else [joined.join(value)]
        else:
            given[name] = [] if value is None else [str(value)]
    given["start"] = [str(span.start) for span in fact.evidence]
    given["end"] = [str(span.end) for span in fact.evidence]
    return given


@cache
def sort_of(kind: type[Fact], name: str) -> Sort:
    """Which control a property has."""
    return "choice" if get_origin(get_type_hints(kind)[name]) is Literal else _SORTS.get(name, "text")


@cache
def options_of(kind: type[Fact], name: str) -> tuple[str, ...]:
    """The codes among which one chooses."""
    if name == "fields":
        return tuple(field.code for field in fields())
    return get_args(get_type_hints(kind)[name]) if sort_of(kind, name) == "choice" else ()


@cache
def needed(kind: type[Fact]) -> frozenset[str]:
    """The properties that every fact of the kind has."""
    return frozenset(field.name for field in msgspec.structs.fields(kind) if field.required)
