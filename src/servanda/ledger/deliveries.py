"""What webhooks are told: which reads each has been told of, and the messages that are on their way.

A message is kept as the reads that it tells of, not as its words: these are put together when it is sent, so
that nothing of an erased document waits here. It is taken before it is sent, and goes to nobody else for a
while; where the sender dies meanwhile, it is sent again with the same id, by which the other side knows it.
"""

from __future__ import annotations

import secrets
from typing import Literal

import msgspec
from sqlalchemy import func, select

from servanda.ledger.clock import Clock, stamp
from servanda.ledger.database import Database
from servanda.ledger.tables import chain, deliveries, finishes, webhooks
from servanda.ledger.webhooks import Signed, last_end, signed, stands

Outcome = Literal["waiting", "arrived", "given up", "dropped"]
"""Of a message; dropped is what nothing is left to tell of, or whose webhook is no more."""

HELD = 120.0
"""Seconds for which a message that was taken goes to nobody else: longer than sending it may take."""


class Span(msgspec.Struct, frozen=True):
    """Reads in the order in which they ended: those whose end is in the chain after `after` up to `until`."""

    after: int
    until: int


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """A message that was taken to be sent. `tries` counts this one."""

    id: str
    hook: Signed
    span: Span
    tries: int


class Deliveries:
    """The messages of a ledger to its webhooks; had from `Ledger.deliveries`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def untold(self) -> list[tuple[Signed, Span]]:
        """The webhooks that are behind, each with the reads that have ended since it was told."""
        with self._database.reading() as connection:
            last = last_end(connection)
            query = select(webhooks).where(stands(), webhooks.c.told < last)
            found = connection.execute(query.order_by(webhooks.c.created, webhooks.c.id)).mappings()
            return [(signed(row), Span(row["told"], last)) for row in found]

    def reads(self, span: Span) -> list[int]:
        """The numbers of the reads, ascending."""
        query = select(chain.c.key).where(
            chain.c.table == finishes.name, chain.c.number > span.after, chain.c.number <= span.until
        )
        with self._database.reading() as connection:
            return sorted(connection.execute(query).scalars())

    def note(self, hook: str, span: Span, due: float | None) -> bool:
        """Notes that the webhook is told of these reads, by a message from `due` on (seconds since 1970), or
        by none, as they do not concern it. False where another process was faster."""
        with self._database.writing() as connection:
            moved = connection.execute(
                webhooks.update()
                .where(webhooks.c.id == hook, webhooks.c.told == span.after)
                .values(told=span.until)
            )
            if moved.rowcount and due is not None:
                row = {"id": secrets.token_hex(8), "webhook": hook, "due": due, "tries": 0}
                row |= {"after": span.after, "until": span.until, "outcome": "waiting"}
                connection.execute(deliveries.insert().values({**row, "made": stamp(self._clock)}))
            return bool(moved.rowcount)

    def take(self, now: float) -> Delivery | None:
        """The message that is due first, with one more try; None where none is due."""
        query = (
            select(deliveries, *(c.label(f"hook_{c.name}") for c in webhooks.c))
            .join(webhooks, webhooks.c.id == deliveries.c.webhook)
            .where(deliveries.c.outcome == "waiting", deliveries.c.due <= now, stands())
            .order_by(deliveries.c.due, deliveries.c.id)
            .limit(1)
        )
        with self._database.reading() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            return None
        with self._database.writing() as connection:
            taken = connection.execute(
                deliveries.update()
                .where(deliveries.c.id == row["id"], deliveries.c.tries == row["tries"])
                .where(deliveries.c.outcome == "waiting")
                .values(tries=row["tries"] + 1, due=now + HELD)
            )
        if not taken.rowcount:
            return self.take(now)
        hook = signed({c.name: row[f"hook_{c.name}"] for c in webhooks.c})
        return Delivery(
            id=row["id"], hook=hook, span=Span(row["after"], row["until"]), tries=row["tries"] + 1
        )

    def put_off(self, delivery_id: str, due: float) -> None:
        """Did not arrive: from `due` on it is sent again."""
        self._set(delivery_id, due=due)

    def end(self, delivery_id: str, outcome: Outcome) -> None:
        """Is not sent any more."""
        self._set(delivery_id, outcome=outcome, ended=stamp(self._clock))

    def counts(self) -> dict[Outcome, int]:
        """How many messages, by outcome, of all webhooks that ever were."""
        found: dict[Outcome, int] = dict.fromkeys(("waiting", "arrived", "given up", "dropped"), 0)
        with self._database.reading() as connection:
            query = select(deliveries.c.outcome, func.count().label("number")).group_by(deliveries.c.outcome)
            return found | {row.outcome: row.number for row in connection.execute(query)}

    def _set(self, delivery_id: str, **values: object) -> None:
        with self._database.writing() as connection:
            connection.execute(
                deliveries.update()
                .where(deliveries.c.id == delivery_id, deliveries.c.outcome == "waiting")
                .values(**values)
            )
