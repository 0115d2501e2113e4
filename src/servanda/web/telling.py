"""Which addresses may be told: those that may be fetched."""

from __future__ import annotations

from servanda.sources.web.fetch import Fetcher
from servanda.web.desk import Desk


def checked_address(desk: Desk, url: str) -> str:
    """The address, if it may be asked by the settings. When a message is sent, it is checked again,
    on the very connection: a name can come to lead elsewhere. InputError says what is wrong."""
    return Fetcher(desk.settings.web, desk.settings.limits).check(url)
