"""The part of a sentence on several texts that tells of one of them."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.model.document import Span
from servanda.model.facts import Instrument
from servanda.resolve.mention import Mention
from servanda.resolve.titles import read_title

_SEVERAL = 2


def own_part(mention: Mention, span: Span, told: Sequence[Mention]) -> Span:
    """Of a sentence that tells of several texts, each by its title, the part that tells of this one: "They
    signed a plan of action |and two credit agreements|". `told` are all of which `span` is the first
    quotation. The sentence itself where one of them is not named in it."""
    starts = {start for each in told if (start := _title_in(span, each)) is not None}
    mine = _title_in(span, mention)
    if mine is None or len(starts) != len(told) or len(told) < _SEVERAL:
        return span
    if any(map(_is_a_count, told)):
        return span
    left = 0 if mine == min(starts) else mine
    ends = mine + len(getattr(mention.fact, "title", ""))  # "a pact amending |the pact of 2010|" is one name
    right = min((start for start in starts if start >= ends), default=len(span.text))
    text = span.text[left:right].rstrip()
    return Span(start=span.start + left, end=span.start + left + len(text), text=text)


def _is_a_count(mention: Mention) -> bool:
    """ "Twenty agreements |and memoranda of understanding|": which they are, no words tell apart."""
    fact = mention.fact
    title = read_title(fact.title, tuple(sorted(fact.parties))) if isinstance(fact, Instrument) else None
    return title is not None and title.many and title.is_bare


def _title_in(span: Span, mention: Mention) -> int | None:
    """Where the title stands in the quotation."""
    title = getattr(mention.fact, "title", None)
    found = span.text.casefold().find(title.casefold()) if title else -1
    return found if found >= 0 else None
