"""Tells webhooks what was read: one signed message each, again later where it does not arrive."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from hmac import new as keyed

import msgspec
from sqlalchemy import select

from servanda.errors import ServandaError
from servanda.ledger.batches import batches
from servanda.ledger.deliveries import Delivery, Span
from servanda.ledger.tables import facts, readings
from servanda.ledger.webhooks import Webhook
from servanda.query.edition.rows import EntryRow
from servanda.sources.web.fetch import Fetcher
from servanda.web.desk import Desk

BACKOFF = (10.0, 60.0, 600.0, 3600.0, 6 * 3600.0)
"""Seconds until each next try; after the last one a message is given up, and the log says so."""
_MOST_ENTRIES = 200
_POLL = 5.0
_log = logging.getLogger("servanda.webhooks")

Post = Callable[[str, bytes, dict[str, str]], int]
"""Sends a body to an address; the status of the answer. InputError where it cannot."""


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of which something was read."""

    id: str
    kind: str
    label: str
    status: str | None
    parties: tuple[str, ...]


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """What a webhook is told: of reads whose numbers are above `since` and not above `until`. `left_out`
    counts entries beyond the first two hundred."""

    event: str = "ledger.read"
    since: int
    until: int
    entries: list[Changed]
    left_out: int = 0


class Messenger:
    """Looks what reads have ended, and tells. What each webhook was told of, and what waits, is in the
    ledger: a restart goes on where it was.

    post   sends; by default to public addresses only, as pages are fetched
    clock  seconds since 1970, which also stand in the signature
    """

    def __init__(self, desk: Desk, post: Post | None = None, clock: Callable[[], float] = time.time) -> None:
        self._desk, self._clock = desk, clock
        self._post = post or Fetcher(desk.settings.web, desk.settings.limits).post

    def look(self) -> int:
        """Puts a message for each webhook concerned on its way; how many. Waits where the edition that stands
        does not have the last read yet."""
        untold = self._desk.ledger.deliveries.untold()
        if not untold:
            return 0
        self._desk.edition()
        if self._desk.keeper.is_behind:
            return 0
        found = {span: self._entries(span) for span in {span for _, span in untold}}
        made = 0
        for hook, span in untold:
            concerned = _concerned(hook.webhook, found[span])
            due = self._clock() if concerned else None
            noted = self._desk.ledger.deliveries.note(hook.webhook.id, span, due)
            made += bool(noted and concerned)
        return made

    def send(self) -> int:
        """Sends what is due; how many messages arrived."""
        arrived = 0
        deliveries = self._desk.ledger.deliveries
        while delivery := deliveries.take(self._clock()):
            concerned = _concerned(delivery.hook.webhook, self._entries(delivery.span))
            if concerned and self._arrives(delivery, concerned):
                deliveries.end(delivery.id, "arrived")
                arrived += 1
            elif concerned and delivery.tries > len(BACKOFF):
                deliveries.end(delivery.id, "given up")
                _log.error("message %s is given up after %d tries", delivery.id, delivery.tries)
            elif concerned:
                deliveries.put_off(delivery.id, self._clock() + BACKOFF[delivery.tries - 1])
            elif not self._desk.keeper.is_behind:  # what it was to tell of was erased, or rejected
                deliveries.end(delivery.id, "dropped")
        return arrived

    @contextmanager
    def working(self, seconds: float = _POLL) -> Iterator[None]:
        """Looks and sends in a thread of its own, every few seconds, until the `with` ends."""
        ended = threading.Event()

        def work() -> None:
            while not ended.wait(seconds):
                try:
                    self.look()
                    self.send()
                except ServandaError as error:
                    _log.warning("%s", error)

        thread = threading.Thread(target=work, name="servanda-webhooks", daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def _arrives(self, delivery: Delivery, concerned: list[EntryRow]) -> bool:
        body = msgspec.json.encode(self._message(delivery.span, concerned))
        headers = {
            "Content-Type": "application/json",
            "Servanda-Delivery": delivery.id,
            "Servanda-Signature": signature(delivery.hook.secret, int(self._clock()), body),
        }
        try:
            status = self._post(delivery.hook.webhook.url, body, headers)
        except ServandaError as error:
            _log.warning("message %s: %s", delivery.id, error)
            return False
        if not 200 <= status < 300:
            _log.warning("message %s: the answer is %d", delivery.id, status)
        return 200 <= status < 300

    def _message(self, span: Span, rows: list[EntryRow]) -> Message:
        reads = self._desk.ledger.deliveries.reads(span)
        entries = [
            Changed(id=row.id, kind=row.kind, label=row.label, status=row.status, parties=row.parties)
            for row in rows[:_MOST_ENTRIES]
        ]
        left_out = len(rows) - len(entries)
        return Message(since=reads[0] - 1, until=reads[-1], entries=entries, left_out=left_out)

    def _entries(self, span: Span) -> list[EntryRow]:
        """The entries of which these reads found something, as they stand now."""
        edition = self._desk.edition()
        found: dict[str, EntryRow] = {}
        for ids in batches(self._new_facts(self._desk.ledger.deliveries.reads(span))):
            found |= {row.id: row for row in edition.entries_of(ids).values()}
        return list(found.values())

    def _new_facts(self, reads: list[int]) -> list[str]:
        found: list[str] = []
        for some in batches(reads):
            query = (
                select(facts.c.id)
                .join(readings, readings.c.id == facts.c.reading_id)
                .where(readings.c.read_id.in_(some))
                .order_by(facts.c.number)
            )
            with self._desk.ledger.reading() as connection:
                found += connection.execute(query).scalars()
        return found


def signature(secret: str, at: int, body: bytes) -> str:
    """What proves that a message is ours and of that time: HMAC-SHA256 over the time, a dot and the body."""
    made = keyed(secret.encode(), f"{at}.".encode() + body, sha256).hexdigest()
    return f"t={at},v1={made}"


def _concerned(webhook: Webhook, rows: list[EntryRow]) -> list[EntryRow]:
    return [row for row in rows if set(webhook.parties) <= set(row.parties)]
