"""Offices that only some states have (data/titles.yaml): what a title tells where no state is named."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec

from servanda.codebook.load import load_data
from servanda.codebook.people import key

_TEMPORAL = frozenset({"the", "former", "then", "ex", "acting", "interim", "outgoing", "incoming", "late"})
_CROWN = frozenset({"king", "queen"})
_REPUBLICAN = frozenset({"president", "vice president", "first lady"})


class _Title(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    titles: tuple[str, ...]
    states: frozenset[str]
    anywhere: bool = False


class _Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kingdoms: frozenset[str]
    kings: frozenset[str]
    kings_with_president: frozenset[str]
    no_prime_minister: frozenset[str]
    presidents_lead: frozenset[str]
    prime_ministers_lead: frozenset[str]
    secretaries: frozenset[str]
    titles: tuple[_Title, ...]
    stations: frozenset[str]


def title_key(title: str) -> str:
    """The form under which a title is looked up: no articles, no "former", one spelling of "defence"."""
    words = key(title).replace("defence", "defense").split()
    return " ".join(w for w in words if w not in _TEMPORAL)


def only_in(title: str) -> frozenset[str]:
    """The states that alone have the office; empty where the list does not tell."""
    entry = _only().get(title_key(title))
    return entry.states if entry else frozenset()


def plainly_of(title: str) -> str | None:
    """The state that the title alone tells, whatever the text speaks of ("Pope"), else None."""
    entry = _only().get(title_key(title))
    return next(iter(entry.states)) if entry and entry.anywhere else None


def can_have(state: str, title: str, head: str) -> bool:
    """Whether a state can have the office, whose noun is `head`; True where nothing is known."""
    data, plain = _data(), title_key(title)
    only = only_in(title)
    if only:
        return state in only
    if plain in _REPUBLICAN:
        return state not in data.kingdoms or state in data.kings_with_president
    if plain == "prime minister":
        return state not in data.no_prime_minister
    if head == "minister" and plain != head:
        return state not in data.secretaries
    return plain not in _CROWN or state in data.kings


def fitting(states: Iterable[str], title: str, head: str) -> set[str]:
    """Those of the states that can have the office."""
    return {state for state in states if can_have(state, title, head)}


def leading(states: Iterable[str], title: str) -> set[str]:
    """Those of the states for which the holder of the office speaks abroad; empty for other offices."""
    data, plain = _data(), title_key(title)
    if plain == "president":
        return {state for state in states if state in data.presidents_lead | data.no_prime_minister}
    if plain == "prime minister":
        crowned = data.kingdoms - data.no_prime_minister
        return {state for state in states if state in data.prime_ministers_lead | crowned}
    return set()


@cache
def stations() -> frozenset[str]:
    """Nouns for the heads of an organisation's field mission, by `key`."""
    return frozenset(key(words) for words in _data().stations)


@cache
def _data() -> _Titles:
    return load_data("titles.yaml", _Titles)


@cache
def _only() -> dict[str, _Title]:
    return {title_key(title): entry for entry in _data().titles for title in entry.titles}
