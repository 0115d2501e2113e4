"""The home party of a document: the state whose publisher speaks in it."""

from __future__ import annotations

from functools import lru_cache

from servanda.extract.parties import find_parties


@lru_cache(maxsize=1 << 10)
def home_party(publisher: str | None) -> str | None:
    """The one state that a publisher's name tells ("Ministry of Defence, Japan": JP), else None."""
    states = {m.code for m in find_parties(publisher or "") if m.form != "body"}
    return states.pop() if len(states) == 1 else None
