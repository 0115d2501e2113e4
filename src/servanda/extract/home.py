"""The home party of a document: the state whose publisher speaks in it."""

from __future__ import annotations

from functools import lru_cache

from servanda.extract.parties import find_parties

_GUEST_AND_HOST = 2


@lru_cache(maxsize=1 << 10)
def home_party(publisher: str | None) -> str | None:
    """The one state that a publisher's name tells ("Ministry of Defence, Japan": JP), of an embassy's that of
    its seat ("Embassy of India, Kathmandu": NP); else None."""
    told = [m for m in find_parties(publisher or "") if m.form != "body"]
    states = list(dict.fromkeys(m.code for m in told))
    if len(states) == _GUEST_AND_HOST and _is_embassy(publisher or ""):
        return states[1]
    return states[0] if len(states) == 1 else None


def _is_embassy(publisher: str) -> bool:
    return any(word in publisher.lower() for word in ("embassy", "high commission", "consulate"))
