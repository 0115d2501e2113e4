"""All rules by which two facts are found to tell of one thing, whatever their kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from servanda.resolve import engagement_keys, engagements, instrument_keys, instruments, statements
from servanda.resolve.mention import Decision, Keys, Mention

VERSION = "14"
"""Of the rules of this package. With another one, a ledger is linked anew; links of the old stay in it."""

SURE = 0.6
"""Decisions below this score are in doubt: they are shown to a person, and not acted upon."""
DOUBT = 0.45
"""Decisions below this score are not worth showing."""


class Rules(NamedTuple):
    """How mentions of one kind of fact are found and compared."""

    keys: Callable[[Mention], Keys]
    compare: Callable[[Mention, Mention], Decision | None]


_STATEMENTS = Rules(statements.keys, statements.compare)
RULES: dict[str, Rules] = {
    "engagement": Rules(engagement_keys.keys, engagements.compare),
    "instrument": Rules(instrument_keys.keys, instruments.compare),
    "commitment": _STATEMENTS,
    "position": _STATEMENTS,
    "assessment": _STATEMENTS,
    "milestone": _STATEMENTS,
    "activity": _STATEMENTS,
}
"""By kind of fact. People are resolved by the forms of their names (people.py)."""


def compare(a: Mention, b: Mention) -> Decision | None:
    """What the rules say of the two; None where nothing speaks for or against, or kinds differ."""
    if a.fact.kind != b.fact.kind:
        return None
    return RULES[a.fact.kind].compare(a, b)
