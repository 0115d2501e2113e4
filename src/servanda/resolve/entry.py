"""An entry: what the ledger holds to be one engagement, instrument, commitment ..., from all its mentions."""

from __future__ import annotations

import msgspec

from servanda.resolve.mention import Decision, Mention, time_key


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A decision on two mentions (or forms of a name), by their ids in ascending order. `by` is the name of
    the person who judged so, None for a rule."""

    a: str
    b: str
    decision: Decision
    by: str | None = None


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One real thing. `mentions` are in the order of publication, `links` say why they are held together.

    `id` is that of the first mention, as an entry: any mention's id names the entry as well, so an id that
    was written down stays good when an earlier report is read.
    """

    kind: str
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...] = ()

    @property
    def id(self) -> str:
        """`entry-` and the 20 hex digits of the first mention."""
        return entry_id(self.mentions[0].id)

    @classmethod
    def of(cls, mentions: list[Mention], links: tuple[Link, ...] = ()) -> Entry:
        """The entry of these mentions, which are of one kind."""
        ordered = tuple(sorted(mentions, key=time_key))
        return cls(kind=ordered[0].fact.kind, mentions=ordered, links=links)


def entry_id(mention_id: str) -> str:
    """What the id of a mention is as that of an entry."""
    return f"entry-{mention_id.partition('-')[2]}"
