"""What sites allow programs to read, by their robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import httpx
from protego import Protego

from servanda.errors import InputError

NAME = "Servanda"
"""How Servanda is called in a User-Agent and in a robots.txt."""

_LONGEST_DELAY = 60.0
_CLOSED = "its site's robots.txt asks programs not to read it"

Ask = Callable[[str], tuple[int, str]]
"""Status and text of a robots.txt. InputError when its site does not answer."""


class Robots:
    """The rules of each site that was asked, read once."""

    MOST: ClassVar[int] = 500 << 10
    """Bytes of a robots.txt that are read, as the standard has it."""

    def __init__(self, ask: Ask) -> None:
        self._ask, self._known = ask, dict[str, Protego]()

    def check(self, url: str) -> None:
        """InputError when the site does not want `url` to be read."""
        if not self._rules(url).can_fetch(url, NAME):
            raise InputError(url, _CLOSED, "read it in a browser and save it, if its site allows that")

    def delay(self, url: str) -> float:
        """The seconds that the site wants between two requests; a minute at most."""
        return min(float(self._rules(url).crawl_delay(NAME) or 0), _LONGEST_DELAY)

    def _rules(self, url: str) -> Protego:
        site = str(httpx.URL(url).copy_with(path="/robots.txt", query=None, fragment=None))
        if site not in self._known:
            status, text = self._ask(site)
            if status >= 500:
                raise InputError(
                    url, f"is not read: its site's robots.txt answers {status}", "try again later"
                )
            self._known[site] = Protego.parse(text if status < 400 else "")
        return self._known[site]
