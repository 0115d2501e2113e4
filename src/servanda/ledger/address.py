"""Addresses of ledgers: a file by its path, a PostgreSQL database by its URL."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from servanda.errors import LedgerError
from servanda.ledger import postgres, sqlite
from servanda.ledger.database import Database

_POSTGRES = ("postgresql", "postgres")
_FORM = "write postgresql://USER@HOST:PORT/DATABASE"


def connect(address: str | Path, *, create: bool) -> Database:
    """The ledger at `address`, which is made when `create` says so and there is none.

    Raises LedgerError where there is none, or what is there is no ledger.
    """
    place = parse(address)
    if isinstance(place, Path):
        return sqlite.connect(place, create=create)
    return postgres.connect(place, create=create)


def shown(address: str | Path) -> str:
    """The address as it may be printed: without a password."""
    place = parse(address)
    return str(place) if isinstance(place, Path) else postgres.name_of(place)


def parse(address: str | Path) -> Path | URL:
    """The file or the database that the address names. LedgerError where it can name neither."""
    if isinstance(address, Path):
        return address
    scheme, separator, rest = address.partition("://")
    if not separator:
        return Path(address)
    if scheme == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return Path(rest[1:])
    if scheme.partition("+")[0] in _POSTGRES:
        return _url(scheme, rest)
    raise LedgerError(
        f"{scheme}://", "is no kind of ledger", "name a file, sqlite:/// and its path, or postgresql://..."
    )


def _url(scheme: str, rest: str) -> URL:
    """What the parser says is left out: it can quote the address with its password."""
    try:
        url = make_url(f"postgresql://{rest}")
    except (ArgumentError, ValueError):
        raise LedgerError(f"{scheme}://", "is not a whole address", _FORM) from None
    if not url.database:
        raise LedgerError(postgres.name_of(url), "names no database", _FORM)
    return url
