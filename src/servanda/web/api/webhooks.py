"""Calls about webhooks: addresses that are told when something was read."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from servanda.ledger.webhooks import Signed, Webhook
from servanda.web.access import user_of
from servanda.web.api.answers import Asking, Listed, removes, sliced, writes, written
from servanda.web.api.asking import Part
from servanda.web.api.entries import desk
from servanda.web.asking import party
from servanda.web.telling import checked_address
from servanda.web.threads import in_thread

_Url = Annotated[str, msgspec.Meta(max_length=1000, pattern=r"^https?://[!-~]+$")]
_Party = Annotated[str, msgspec.Meta(min_length=1, max_length=100, pattern=r"^[^\x00-\x20]+$")]


class NewWebhook(msgspec.Struct, frozen=True, kw_only=True):
    """An address that is to be told, and the codes of the parties of whose entries; all where none is given.
    An entry concerns it where all of these take part."""

    url: _Url
    parties: Annotated[list[_Party], msgspec.Meta(max_length=10)] = []


@written("/webhooks", "webhooks", Part)
@in_thread
def webhooks(request: Asking, asks: NamedDependency[Part]) -> Listed[Webhook]:
    """List your own webhooks, without their secrets."""
    return sliced(request, desk(request).ledger.webhooks.of(user_of(request).name), asks)


@writes("/webhooks", "webhooks")
@in_thread
def register(request: Asking, data: JSONBody[NewWebhook]) -> Signed:
    """Register a webhook. The answer has, this once, the secret by which its messages are signed."""
    here = desk(request)
    url = checked_address(here, data.url)
    parties = tuple(dict.fromkeys(map(party, data.parties)))
    return here.ledger.webhooks.register(user_of(request).name, url, parties)


@removes("/webhooks/{webhook:str}", "webhooks")
@in_thread
def remove(request: Asking, webhook: FromPath[str]) -> None:
    """Remove a webhook."""
    desk(request).ledger.webhooks.remove(user_of(request).name, webhook)


HANDLERS = (webhooks, register, remove)
