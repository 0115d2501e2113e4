"""What a document tells as done in general while it still tells the promise as one to be kept: "will hand
over a boat", and further down that the country "has provided boats and aircraft" at all times."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from servanda.follow.handovers import is_planned_handover
from servanda.follow.things import things
from servanda.model.facts import Activity, Commitment
from servanda.resolve.entry import Entry
from servanda.resolve.mention import Mention

_IN_GENERAL = re.compile(r"\b(?:has|have)\b(?!\s+(?:now|just|today)\b)", re.IGNORECASE)
_ONE_MORE = re.compile(
    r"\b(?:more|further|another|second|third|additional|other|remaining|rest)\b", re.IGNORECASE
)
"""What is still to come is then another one than that which has been given."""
_MOST = 0.5
_GIVEN = frozenset({"pledge", "offer"})


class ToCome:
    """The gifts that each document tells as still to come."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._of: dict[str, list[Mention]] = defaultdict(list)
        for entry in entries:
            for mention in entry.mentions:
                if _is_gift_to_come(mention):
                    self._of[mention.source.id].append(mention)

    def tells(self, promise: Mention, deed: Mention) -> bool:
        """Whether the document of an undated `deed` in the perfect tells `promise` as still to come."""
        if not isinstance(deed.fact, Activity) or deed.fact.date or not _is_gift_to_come(promise):
            return False
        if not _IN_GENERAL.search(deed.quotation):
            return False
        wanted = things(promise.quotation).stems
        return any(
            bool(wanted) and len(wanted & things(again.quotation).stems) / len(wanted) >= _MOST
            for again in self._of.get(deed.source.id, ())
            if again.id != promise.id and not _ONE_MORE.search(again.quotation)
        )


def _is_gift_to_come(mention: Mention) -> bool:
    fact = mention.fact
    return is_planned_handover(mention) or (isinstance(fact, Commitment) and fact.act in _GIVEN)
