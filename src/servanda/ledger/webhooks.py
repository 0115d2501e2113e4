"""Addresses that are told when the ledger changes: one's own, of all relationships or of some parties."""

from __future__ import annotations

import secrets

import msgspec
from sqlalchemy import select

from servanda.errors import LedgerError, MissingError
from servanda.ledger.clock import Clock, stamp
from servanda.ledger.database import Database
from servanda.ledger.tables import webhooks

MOST = 20
"""Of one account at once."""


class Webhook(msgspec.Struct, frozen=True, kw_only=True):
    """An address with the codes of the parties of whose entries it is told, all where there are none."""

    id: str
    account: str
    url: str
    parties: tuple[str, ...]
    created: str


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
            connection.execute(webhooks.insert().values(row))
        return next(each for each in self.all() if each.webhook.id == row["id"])

    def of(self, account: str) -> list[Webhook]:
        """Those of one account."""
        return [each.webhook for each in self.all() if each.webhook.account == account]

    def all(self) -> list[Signed]:
        """All that stand, with their secrets, in the order in which they were registered."""
        query = select(webhooks).where(webhooks.c.removed.is_(None))
        with self._database.reading() as connection:
            found = connection.execute(query.order_by(webhooks.c.created, webhooks.c.id)).mappings().all()
        return [
            Signed(
                webhook=Webhook(
                    id=row["id"],
                    account=row["account"],
                    url=row["url"],
                    parties=tuple(row["parties"].split()),
                    created=row["created"],
                ),
                secret=row["secret"],
            )
            for row in found
        ]

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
