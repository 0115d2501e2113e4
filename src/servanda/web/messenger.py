"""Tells webhooks what was read: one signed message each, again later where it does not arrive."""

from __future__ import annotations

import heapq
import logging
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from hmac import new as keyed

import msgspec
from sqlalchemy import func, select

from servanda.errors import ServandaError
from servanda.ledger.tables import facts, finishes, readings
from servanda.ledger.webhooks import Signed
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
    """What a webhook is told. `since` and `until` are numbers of reads; `left_out` counts entries beyond the
    first two hundred."""

    event: str = "ledger.read"
    since: int
    until: int
    entries: list[Changed]
    left_out: int = 0


class Delivery(msgspec.Struct, order=True):
    """A message on its way to one webhook, by the time of its next try."""

    due: float
    id: str
    to: str
    secret: str
    body: bytes
    tries: int = 0


class Messenger:
    """Looks what reads have ended, and tells. What waits is in memory: a restart forgets it.

    post   sends; by default to public addresses only, as pages are fetched
    clock  seconds since 1970, which also stand in the signature
    """

    def __init__(self, desk: Desk, post: Post | None = None, clock: Callable[[], float] = time.time) -> None:
        self._desk, self._clock = desk, clock
        self._post = post or Fetcher(desk.settings.web, desk.settings.limits).post
        self._seen = self._last_read()
        self._waiting: list[Delivery] = []

    def look(self) -> int:
        """Puts a message for each webhook concerned on its way; how many. Waits where the edition that stands
        does not have the last read yet."""
        last = self._last_read()
        if last == self._seen:
            return 0
        hooks = self._desk.ledger.webhooks.all()
        if not hooks:
            self._seen = last
            return 0
        edition = self._desk.edition()
        if self._desk.keeper.is_behind:
            return 0
        since, self._seen = self._seen, last
        ids = self._new_facts(since, last)
        found: dict[str, EntryRow] = {}
        for start in range(0, len(ids), 500):
            found |= {row.id: row for row in edition.entries_of(ids[start : start + 500]).values()}
        made = 0
        for hook in hooks:
            concerned = [row for row in found.values() if set(hook.webhook.parties) <= set(row.parties)]
            if concerned:
                heapq.heappush(self._waiting, self._delivery(hook, since, last, concerned))
                made += 1
        return made

    def send(self) -> int:
        """Sends what is due; how many messages arrived."""
        arrived = 0
        while self._waiting and self._waiting[0].due <= self._clock():
            delivery = heapq.heappop(self._waiting)
            if self._arrives(delivery):
                arrived += 1
            elif delivery.tries < len(BACKOFF):
                delivery.due = self._clock() + BACKOFF[delivery.tries]
                delivery.tries += 1
                heapq.heappush(self._waiting, delivery)
            else:
                _log.error("message %s is given up after %d tries", delivery.id, delivery.tries + 1)
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

    def _arrives(self, delivery: Delivery) -> bool:
        headers = {
            "Content-Type": "application/json",
            "Servanda-Delivery": delivery.id,
            "Servanda-Signature": signature(delivery.secret, int(self._clock()), delivery.body),
        }
        try:
            status = self._post(delivery.to, delivery.body, headers)
        except ServandaError as error:
            _log.warning("message %s: %s", delivery.id, error)
            return False
        if not 200 <= status < 300:
            _log.warning("message %s: the answer is %d", delivery.id, status)
        return 200 <= status < 300

    def _delivery(self, hook: Signed, since: int, until: int, rows: Iterable[EntryRow]) -> Delivery:
        entries = [
            Changed(id=row.id, kind=row.kind, label=row.label, status=row.status, parties=row.parties)
            for row in rows
        ]
        message = Message(
            since=since,
            until=until,
            entries=entries[:_MOST_ENTRIES],
            left_out=max(0, len(entries) - _MOST_ENTRIES),
        )
        return Delivery(
            due=self._clock(),
            id=secrets.token_hex(8),
            to=hook.webhook.url,
            secret=hook.secret,
            body=msgspec.json.encode(message),
        )

    def _last_read(self) -> int:
        with self._desk.ledger.reading() as connection:
            return int(
                connection.execute(select(func.coalesce(func.max(finishes.c.read_id), 0))).scalar_one()
            )

    def _new_facts(self, since: int, until: int) -> list[str]:
        query = (
            select(facts.c.id)
            .join(readings, readings.c.id == facts.c.reading_id)
            .where(readings.c.read_id > since, readings.c.read_id <= until)
            .order_by(facts.c.number)
        )
        with self._desk.ledger.reading() as connection:
            return list(connection.execute(query).scalars())


def signature(secret: str, at: int, body: bytes) -> str:
    """What proves that a message is ours and of that time: HMAC-SHA256 over the time, a dot and the body."""
    made = keyed(secret.encode(), f"{at}.".encode() + body, sha256).hexdigest()
    return f"t={at},v1={made}"
