"""Parties as people write them: codes or common names."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from sqlalchemy import Connection, select

from servanda.codebook.places import party_code, party_name
from servanda.errors import UsageError
from servanda.ledger import Ledger
from servanda.ledger.tables import fact_parties


def resolve(connection: Connection, text: str) -> str:
    """The code of the party that `text` names: "France", "fr" and "the French Republic" are FR.

    A code that the ledger holds is taken even if the codebook does not know it. UsageError, with what
    comes near, where no party has this name.
    """
    known = party_code(text)
    if known is not None:
        return known
    held: Sequence[str] = connection.execute(select(fact_parties.c.party).distinct()).scalars().all()
    codes = {code.casefold(): code for code in held}
    wanted = text.strip().casefold()
    if wanted in codes:
        return codes[wanted]
    names = {party_name(code).casefold(): party_name(code) for code in held}
    near = [names[name] for name in get_close_matches(wanted, names, n=2, cutoff=0.5)]
    mend = f"did you mean {' or '.join(near)}?" if near else "give a code (FR) or a name (France)"
    raise UsageError(repr(text), "is no party that is known here", mend)


def codes(ledger: Ledger, a: str, b: str) -> tuple[str, str]:
    """The codes of two parties, given by code or name. UsageError where a name is unknown."""
    with ledger.reading() as connection:
        return resolve(connection, a), resolve(connection, b)
