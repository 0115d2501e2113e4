"""The words by which diplomatic prose names who acts without a name (data/actors.yaml)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

import msgspec

from servanda.codebook.load import load_data


class Pronouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pronouns by whom they can stand for."""

    male: frozenset[str]
    female: frozenset[str]
    plural: frozenset[str]
    singular: frozenset[str]
    first: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """All of them."""
        return self.male | self.female | self.plural | self.singular | self.first

    def gender_of(self, word: str) -> Literal["m", "f"] | None:
        """The gender that a pronoun shows, or None."""
        return "m" if word in self.male else "f" if word in self.female else None


class ActorWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Closed classes of nouns; see the comments in the data file."""

    collective: frozenset[str]
    collective_openers: frozenset[str]
    collective_with_the: frozenset[str]
    collective_bare: frozenset[str]
    ministers_too: tuple[str, ...]
    roles: dict[str, tuple[str, ...]]
    compound_roles: dict[str, dict[str, str]]
    heads: frozenset[str]
    styles: frozenset[str]
    delegations: frozenset[str]
    groups: frozenset[str]
    numbers: dict[str, int]
    one_of_each: frozenset[str]
    gatherings: frozenset[str]
    talks: frozenset[str]
    deciding: frozenset[str]
    joint_texts: frozenset[str]
    texts: frozenset[str]
    facing: frozenset[str]
    coming: frozenset[str]
    guests: frozenset[str]
    colleagues: frozenset[str]
    hosts: frozenset[str]
    counterparts: frozenset[str]
    others_abroad: frozenset[str]
    cabinets: frozenset[str]
    offices: frozenset[str]
    bodies_of_state: frozenset[str]
    people: frozenset[str]
    pronouns: Pronouns

    def posts_of(self, role: str, modifiers: Iterable[str]) -> tuple[str, ...]:
        """Words of the posts that have the role, given the words that hang on it ("prime" of "minister")."""
        return self.roles[self.role_of(role, modifiers)]

    def posts_instead(self, role: str, modifiers: Iterable[str]) -> tuple[str, ...]:
        """Words of the posts that have the role where nobody has the first: a president heads the government
        of a state that has no prime minister."""
        return self.roles["leader"] if self.role_of(role, modifiers).startswith("head-of-") else ()

    def role_of(self, role: str, modifiers: Iterable[str]) -> str:
        """The role that the words on it make of it: "prime minister" of "minister"."""
        compounds = self.compound_roles.get(role, {})
        return next((compounds[m] for m in modifiers if m in compounds), role)

    def acts_for_a_state(self, noun: str) -> bool:
        """Whether the noun names people or bodies that act for the party beside them."""
        return noun in self.bodies_of_state or noun in self.people or noun in self.roles


@cache
def actor_words() -> ActorWords:
    """The word classes, read once."""
    return load_data("actors.yaml", ActorWords)
