"""Forums, summits and fairs by their names: "the Africa-Singapore Business Forum" is one, whoever tells of it
as attended, addressed or held."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from servanda.codebook.resolving import resolving_words
from servanda.model.fold import fold
from servanda.resolve.wording import any_of

_PLAIN = frozenset({"the", "of", "for", "on", "and", "in", "a", "an", "annual", "inaugural"})
_SHORT = re.compile(
    r"\(([A-Z]{3,})(?: \d{4})?\)|\b([A-Z]{3,}|[A-Z][a-z]+)(?: \d{4})? (?:fair|show|expo|exhibition|airshow)\b"
)
"""The "IDEF" of "the Defence Industry Fair (IDEF)", the "Lima" of "the Lima show"."""
_ENOUGH, _MOST = 2, 9
"""Words of a name that tell it from others, "Business Forum", and those before it at most."""


def same_gathering(a: str, b: str) -> bool:
    """Whether two quotations name one gathering: one name has all the words of the other, or both have one
    short name: "the Langkawi Exhibition (LIMA 2023)" and "the Lima show"."""
    if not _short_names(a).isdisjoint(_short_names(b)):
        return True
    return any(x <= y or y <= x for x in _named_in(a) for y in _named_in(b))


@lru_cache(maxsize=1 << 14)
def _short_names(quotation: str) -> frozenset[str]:
    return frozenset(fold(next(filter(None, found))) for found in _SHORT.findall(quotation))


@lru_cache(maxsize=1 << 14)
def _named_in(quotation: str) -> tuple[frozenset[str], ...]:
    """The words of each name in a quotation: of "the business forum" those without capitals."""
    names = (frozenset(fold(found).split()) - _PLAIN for found in _name().findall(quotation))
    return tuple(name for name in names if len(name) >= _ENOUGH)


@cache
def _name() -> re.Pattern[str]:
    """Words with capitals, small ones between them, or one word without, and what it is called."""
    called = any_of(resolving_words().gatherings)
    capital = r"[A-Z][\w&+’'-]*"
    called_so = rf"(?:{any_of(word.capitalize() for word in resolving_words().gatherings)})"
    of_kind = any_of(resolving_words().gathering_kinds)
    name = rf"(?:{capital} ){{0,{_MOST}}}{called_so}(?: (?:of|for|on) (?:the )?{capital})*"
    return re.compile(rf"\b({name}|(?:{of_kind}) (?:{called}))\b")
