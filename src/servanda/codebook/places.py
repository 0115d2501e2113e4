"""States and international bodies: their codes, their names, and the places that lie in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from servanda.codebook.load import load_data


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state or territory and the words that stand for it (data/countries.yaml)."""

    code: str
    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    combining: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """Cities, capitals and named seats that lie in it."""
        return self.capitals + self.cities + self.institutions


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An international body (data/bodies.yaml); `acronym` is false where its code means too much else."""

    code: str
    name: str
    names: tuple[str, ...] = ()
    part_of: str | None = None
    organ: bool = False
    acronym: bool = True


@cache
def countries() -> tuple[Country, ...]:
    """All states and territories, by code."""
    return tuple(load_data("countries.yaml", list[Country]))


@cache
def bodies() -> tuple[Body, ...]:
    """All international bodies, in the order of the file."""
    return tuple(load_data("bodies.yaml", list[Body]))


def party_code(text: str) -> str | None:
    """The code of a party given by its code or any of its names or demonyms; None when it is none.

    Spaces, capitals and a leading "the" do not matter: "the Republic of Korea" and "kr" are both KR.
    """
    return _codes().get(_key(text))


def party_name(code: str) -> str:
    """The short name of a state, the usual short name of a body ("EU"); an unknown code as it is."""
    return _names().get(code, code)


def country_of_place(text: str) -> str | None:
    """The ISO code of the state in which a city or named seat lies; a state's own name counts too."""
    key = _key(text)
    return _places().get(key) or _country_names().get(key)


@cache
def _codes() -> dict[str, str]:
    pairs = [(b.code, name) for b in bodies() for name in (b.code, b.name, *b.names)]
    pairs += [(c.code, name) for c in countries() for name in (*c.demonyms, *c.names, c.name, c.code)]
    return {_key(name): code for code, name in pairs}


@cache
def _names() -> dict[str, str]:
    return {b.code: b.code for b in bodies()} | {c.code: c.name for c in countries()}


@cache
def _places() -> dict[str, str]:
    return dict(_keyed_places())


def _keyed_places() -> Iterator[tuple[str, str]]:
    for country in countries():
        for place in country.places:
            yield _key(place), country.code


@cache
def _country_names() -> dict[str, str]:
    return {_key(name): c.code for c in countries() for name in (*c.names, c.name)}


def is_capital(name: str) -> bool:
    """Whether a place is the capital of a state, where meetings of all kinds are held."""
    return _key(name) in _capitals()


@cache
def _capitals() -> frozenset[str]:
    return frozenset(_key(name) for country in countries() for name in country.capitals)


def _key(text: str) -> str:
    """How names are compared: plain apostrophes, single spaces, no capitals, no leading article."""
    plain = " ".join(text.replace("’", "'").casefold().split())
    return plain.removeprefix("the ")


def acts_for(code: str) -> str | None:
    """The body for which an organ of it acts ("UNGA" -> "UN"); None for all that act for themselves."""
    return next((b.part_of for b in bodies() if b.code == code and b.organ), None)


def is_state(code: str) -> bool:
    """Whether a party code is that of a state or territory; "EU" and "UN" are bodies."""
    return code in _state_codes()


@cache
def _state_codes() -> frozenset[str]:
    return frozenset(country.code for country in countries())
