"""Addresses that are told when the ledger changes: one's own, of all relationships or of some parties."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, RowMapping, and_, func, select

from servanda.errors import LedgerError, MissingError
from servanda.ledger.clock import Clock, stamp
from servanda.ledger.database import Database
from servanda.ledger.tables import accounts, chain, deliveries, finishes, webhooks

MOST = 20
"""Of one account at once."""


class Webhook(msgspec.Struct, frozen=True, kw_only=True):
    """An address with the codes of the parties of whose entries it is told, all where there are none.

    waiting   how many messages are on their way to it
    given_up  how many did not arrive and are not sent again
    """

    id: str
    account: str
    url: str
    parties: tuple[str, ...]
    created: str
    waiting: int = 0
    given_up: int = 0


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """A webhook with the secret by which its messages are signed."""

    webhook: Webhook
    secret: str


class Webhooks:
    """The webhooks of a ledger; had from `Ledger.webhooks`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def register(self, account: str, url: str, parties: tuple[str, ...] = ()) -> Signed:
        """A new webhook of the account. LedgerError where it has too many."""
        if len(self.of(account)) >= MOST:
            raise LedgerError(account, f"has {MOST} webhooks", "remove one that is not needed")
        row = {
            "id": secrets.token_hex(8),
            "account": account,
            "url": url,
            "secret": secrets.token_urlsafe(32),
            "parties": " ".join(sorted(parties)),
            "created": stamp(self._clock),
        }
        with self._database.writing() as connection:
            connection.execute(webhooks.insert().values({**row, "told": last_end(connection)}))
        return next(each for each in self.all() if each.webhook.id == row["id"])

    def of(self, account: str) -> list[Webhook]:
        """Those of one account."""
        return [each.webhook for each in self.all() if each.webhook.account == account]

    def all(self) -> list[Signed]:
        """All that stand, with their secrets, in the order in which they were registered. Those of an account
        that was disabled do not."""
        query = select(webhooks, _number("waiting"), _number("given up")).where(stands())
        with self._database.reading() as connection:
            found = connection.execute(query.order_by(webhooks.c.created, webhooks.c.id)).mappings()
            return [signed(row) for row in found]

    def remove(self, account: str, webhook_id: str) -> None:
        """Ends a webhook of the account. MissingError where it has none of this id."""
        with self._database.writing() as connection:
            found = connection.execute(
                webhooks.update()
                .where(webhooks.c.id == webhook_id, webhooks.c.account == account)
                .where(webhooks.c.removed.is_(None))
                .values(removed=stamp(self._clock))
            )
            if found.rowcount == 0:
                raise MissingError(webhook_id, "is no webhook of this account", "see the list of webhooks")
            connection.execute(
                deliveries.update()
                .where(deliveries.c.webhook == webhook_id, deliveries.c.outcome == "waiting")
                .values(outcome="dropped", ended=stamp(self._clock))
            )


def stands() -> ColumnElement[bool]:
    """Of a webhook: neither it nor its account has ended."""
    disabled = select(accounts.c.name).where(accounts.c.disabled.is_not(None))
    return and_(webhooks.c.removed.is_(None), webhooks.c.account.not_in(disabled))


def signed(row: Mapping[str, Any] | RowMapping) -> Signed:
    """The webhook of a row."""
    known = {name: row[name] for name in ("id", "account", "url", "created")}
    counts = {name: row[name] for name in ("waiting", "given_up") if name in row}
    return Signed(
        webhook=Webhook(**known, **counts, parties=tuple(row["parties"].split())), secret=row["secret"]
    )


def last_end(connection: Connection) -> int:
    """The number in the chain of the read that ended last; 0 where none has."""
    last = select(func.max(chain.c.number)).where(chain.c.table == finishes.name)
    return connection.execute(last).scalar() or 0


def _number(outcome: str) -> ColumnElement[int]:
    """How many messages to a webhook have this outcome."""
    query = select(func.count()).where(deliveries.c.webhook == webhooks.c.id, deliveries.c.outcome == outcome)
    return query.scalar_subquery().label(outcome.replace(" ", "_"))
