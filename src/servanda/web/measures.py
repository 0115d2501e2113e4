"""What is counted and measured of a running desk."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from servanda.web.access import Sessions
from servanda.web.desk import Desk

_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 1.0, 2.5, 10.0)


class Measures:
    """The measures of one desk, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "servanda_requests", "Requests by route and status.", ("method", "route", "status"),
            registry=self.registry,
        )  # fmt: skip
        self._seconds = Histogram(
            "servanda_request_seconds", "Time of answers.", ("route",), buckets=_SECONDS,
            registry=self.registry,
        )  # fmt: skip
        self._sessions = Gauge("servanda_sessions", "People who are logged in.", registry=self.registry)
        self._behind = Gauge(
            "servanda_edition_behind", "1 while the lists show an earlier state of the ledger.",
            registry=self.registry,
        )  # fmt: skip
        self._waiting = Gauge(
            "servanda_review_items", "What needs a person, by reason.", ("reason",), registry=self.registry
        )
        self._messages = Gauge(
            "servanda_webhook_messages", "Messages to webhooks, by what became of them.", ("outcome",),
            registry=self.registry,
        )  # fmt: skip

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Counts an answer. `route` is the pattern of the address, never the address."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def look(self, desk: Desk, sessions: Sessions) -> None:
        """Takes the measures that are read when they are asked for."""
        self._sessions.set(sessions.number)
        self._waiting.clear()
        for reason, number in desk.edition().review_counts().items():
            self._waiting.labels(reason).set(number)
        self._behind.set(desk.keeper.is_behind)
        for outcome, number in desk.ledger.deliveries.counts().items():
            self._messages.labels(outcome).set(number)
