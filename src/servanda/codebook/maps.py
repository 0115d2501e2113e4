"""The maps from facts to the codes of other schemes: PLOVER, CAMEO, DCAD, FollowTheMoney."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal

import msgspec

from servanda.codebook.load import load_data

SchemeName = Literal["plover", "cameo"]


class Code(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A category, mode, context or schema of another scheme, defined in the words of this project.

    `of` is the category that a mode belongs to; `recipient` tells whether a category requires one.
    """

    code: str
    definition: str
    name: str = ""
    quad: str = ""
    of: str = ""
    recipient: bool = False


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which facts become which event (data/plover.yaml explains the properties)."""

    name: str
    kind: str
    because: str
    when: dict[str, tuple[str, ...]] = {}
    fields: tuple[str, ...] = ()
    only_fields: tuple[str, ...] = ()
    code: str = ""
    reverse: str = ""
    mode: str = ""
    contexts: tuple[str, ...] = ()
    by_area: dict[str, str] = {}
    ahead: bool = False
    together: bool = False
    left_out: str = ""

    def fits(self, features: Mapping[str, str], fields: Iterable[str]) -> bool:
        """Whether a fact of this kind with these properties and fields falls under the rule."""
        has = set(fields)
        return (
            all(features.get(name) in values for name, values in self.when.items())
            and (not self.fields or bool(has & set(self.fields)))
            and (not self.only_fields or (bool(has) and has <= set(self.only_fields)))
        )

    def codes(self) -> tuple[str, ...]:
        """All codes that the rule can give."""
        return tuple(dict.fromkeys(c for c in (self.code, *self.by_area.values(), self.reverse) if c))


class EventScheme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A scheme of event codes, with the rules by which facts become events of it."""

    name: str
    title: str
    about: str
    sources: tuple[str, ...]
    reciprocal: str
    historical_after_days: int
    marks: dict[str, str]
    codes: tuple[Code, ...]
    outside: tuple[Code, ...]
    modes: tuple[Code, ...]
    contexts: tuple[Code, ...]
    areas: dict[str, tuple[str, ...]]
    rules: tuple[Rule, ...]

    def rule(self, kind: str, features: Mapping[str, str], fields: Iterable[str] = ()) -> Rule:
        """The rule for such a fact. LookupError when none fits: the scheme is then not complete."""
        for rule in self.rules:
            if rule.kind == kind and rule.fits(features, fields):
                return rule
        raise LookupError(f"no rule of {self.name} for {kind} with {dict(features)}")

    def category(self, rule: Rule, fields: Iterable[str]) -> Code:
        """The code that the rule gives a fact in these fields."""
        by_field = {self._by_area(rule, self.areas[field]) for field in fields if field in self.areas}
        chosen = by_field.pop() if len(by_field) == 1 else rule.code
        return next(code for code in self.codes if code.code == chosen)

    def _by_area(self, rule: Rule, areas: tuple[str, ...]) -> str:
        return next((rule.by_area[area] for area in areas if area in rule.by_area), rule.code)

    def contexts_of(self, rule: Rule, fields: Iterable[str]) -> tuple[str, ...]:
        """What the event is about: the contexts of its fields, else those of the rule."""
        if not self.contexts:
            return ()
        known = (self.areas[field] for field in fields if field in self.areas)
        named = dict.fromkeys(context for contexts in known for context in contexts)
        return tuple(named) or rule.contexts


class Sector(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An area of defence cooperation of DCAD and the fields that name it."""

    code: str
    definition: str
    fields: tuple[str, ...]


class AgreementScheme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How instruments become agreements of DCAD (data/dcad.yaml explains the properties)."""

    title: str
    about: str
    sources: tuple[str, ...]
    types: tuple[Code, ...]
    categories: tuple[Sector, ...]
    forms: dict[str, bool | str]
    actions: dict[str, str]
    defence: tuple[str, ...]
    in_force: tuple[str, ...]


class Schema(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The FollowTheMoney schema of a kind of fact, and of those of its types that have another."""

    schema: str
    types: dict[str, str] = {}


class EntityScheme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The place of facts in FollowTheMoney (data/ftm.yaml)."""

    title: str
    about: str
    sources: tuple[str, ...]
    schemata: tuple[Code, ...]
    kinds: dict[str, Schema]


class StateCodes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state's codes elsewhere (data/country_codes.yaml); no `cow` for what is no member of that system."""

    iso3: str
    cow: int | None = None
    cow_abb: str | None = None


@cache
def event_scheme(name: SchemeName) -> EventScheme:
    """The codes and rules of PLOVER or CAMEO."""
    return load_data(f"{name}.yaml", EventScheme)


@cache
def dcad() -> AgreementScheme:
    """The types, categories and rules of DCAD."""
    return load_data("dcad.yaml", AgreementScheme)


@cache
def ftm() -> EntityScheme:
    """The schemata of FollowTheMoney for each kind of fact."""
    return load_data("ftm.yaml", EntityScheme)


@cache
def state_codes() -> dict[str, StateCodes]:
    """The codes of states and territories elsewhere, by their ISO 3166-1 alpha-2 code."""
    return load_data("country_codes.yaml", dict[str, StateCodes])
