"""What a helper does: it makes pages in a process of its own, by the same handlers as the server itself.

It is handed who asks, what they asked, and the edition that stands; who may ask what was settled before. What
is no plain page it gives back unanswered, for the server to answer itself: errors, files, the way elsewhere.
"""

from __future__ import annotations

import inspect
import logging
import signal
from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from litestar import Response

from servanda.ledger import Ledger
from servanda.query.edition.edition import Edition
from servanda.query.edition.keeper import Keeper
from servanda.settings import Settings
from servanda.web.access import User
from servanda.web.bodies import Asking
from servanda.web.desk import Desk
from servanda.web.render import GIVEN_IN_SCOPE, PLACEHOLDER

Answer = tuple[bytes, str]
"""The body of a page, in which `PLACEHOLDER` stands for the token of its forms, and its media type."""
READY = "ready"
_log = logging.getLogger("servanda.helpers")


class Work(NamedTuple):
    """A page that is to be made.

    handler  module and name of the function that makes it
    asked    what an ASGI server tells of the request, without what cannot go to another process
    given    the parts of the address that the handler takes
    user     who asks; what they may has been looked into
    edition  where the edition lies that stands, and whether the ledger has changed since
    today    the day as of which statuses are told
    """

    handler: tuple[str, str]
    asked: Mapping[str, Any]
    given: Mapping[str, str]
    user: User | None
    edition: tuple[Path, bool]
    today: date


class _Standing(Keeper):
    """Has the edition that it was handed, and prints none."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, "", Path())
        self._edition: Edition | None = None
        self._behind = False

    def stand(self, path: Path, behind: bool) -> None:
        """From now on the edition at `path` stands."""
        self._behind = behind
        if self._edition is None or self._edition.path != path:
            self.close()
            self._edition = Edition(path)

    def edition(self) -> Edition:
        """The one that stands."""
        if self._edition is None:
            raise RuntimeError("no edition was handed over")
        return self._edition

    @property
    def is_behind(self) -> bool:
        """As it was told."""
        return self._behind

    def close(self) -> None:
        """Gives the file back."""
        if self._edition is not None:
            self._edition.close()


def help_with(connection: Connection, settings: Settings, local: bool) -> None:
    """The process: makes one page after the other until nobody is at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who stops the server with Ctrl+C ends this through it
    with Ledger.open(settings.ledger) as ledger, Desk(ledger, settings, local=local) as desk:
        keeper = desk.keeper = _Standing(ledger)
        connection.send(READY)
        while True:
            try:
                connection.send(_made(connection.recv(), desk, keeper))
            except (EOFError, BrokenPipeError):
                return


def _made(work: Work, desk: Desk, keeper: _Standing) -> Answer | None:
    try:
        keeper.stand(*work.edition)
        desk.today = lambda: work.today
        with keeper.moment():
            answer = _handler(*work.handler)(request=_request(work, desk), **work.given)
    except Exception:  # noqa: BLE001 - the server meets it again, and says what it is
        _log.debug("left to the server: %s", work.asked["path"], exc_info=True)
        return None
    plain = answer.status_code == 200 and not answer.headers and isinstance(answer.content, bytes)
    return (answer.content, str(answer.media_type)) if plain else None


def _handler(module: str, name: str) -> Callable[..., Response[Any]]:
    """The function itself, out of what makes a route of it and what keeps its answers."""
    made: Callable[..., Response[Any]] = inspect.unwrap(getattr(import_module(module), name).fn)
    return made


def _request(work: Work, desk: Desk) -> Asking:
    app = SimpleNamespace(state=SimpleNamespace(desk=desk))
    scope: Any = {
        **work.asked,
        "path_params": work.given,
        "user": work.user,
        "litestar_app": app,
        "state": {},
        GIVEN_IN_SCOPE: PLACEHOLDER,
    }
    return Asking(scope)
