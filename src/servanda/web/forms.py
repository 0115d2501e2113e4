"""What forms send, and where one is led when they have been answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import msgspec
from litestar import Request
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from servanda.errors import ServandaError, UsageError
from servanda.ledger import Ledger
from servanda.ledger.reviewing import Review
from servanda.resolve.judgement import Judgement
from servanda.web.asking import inside

Sent = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.URL_ENCODED)]
"""A form as it comes: a text by each name, or a list of texts where a name stands more than once."""

_LONGEST_REASON = 2000


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What was done last, to be told on the next page and taken back from there.

    back  where one is led when it has been taken back
    """

    reviews: tuple[Review, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    back: str = "/"


def lists(sent: Mapping[str, Any]) -> dict[str, list[str]]:
    """All values of a form by their names."""
    return {
        name: [*map(str, value)] if isinstance(value, list) else [str(value)] for name, value in sent.items()
    }


def one(sent: Mapping[str, Any], name: str, otherwise: str = "") -> str:
    """The value of this name; of several, the last."""
    return (lists(sent).get(name) or [otherwise])[-1]


def why(sent: Mapping[str, Any]) -> str:
    """The reason that was given. UsageError where it is too long to be one."""
    text = " ".join(one(sent, "why").split())
    if len(text) > _LONGEST_REASON:
        raise UsageError("the reason", f"is longer than {_LONGEST_REASON} characters", "shorten it")
    return text


def number(text: str) -> int:
    """A number of a review or judgement as it stands in a form or address."""
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise UsageError(text, "is no number of a review or judgement", "take it from the history")
    return int(text)


def led_on(sent: Mapping[str, Any], **done: object) -> Redirect:
    """On to the page that the form names, which tells what was done."""
    parts = urlsplit(inside(one(sent, "next", "/review"), "/review"))
    kept = [
        (name, value) for name, value in parse_qsl(parts.query) if name not in ("done", "judged", "undone")
    ]
    query = urlencode([*kept, *((name, value) for name, value in done.items() if value not in (None, ""))])
    return Redirect(urlunsplit(parts._replace(query=query)), status_code=303)


def done_before(request: Request[Any, Any, Any], ledger: Ledger, back: str) -> Done | None:
    """What the address of a page tells to have been done; None where it tells nothing, or nothing that is."""
    try:
        reviewed = [number(each) for each in request.query_params.get("done", "").split("-") if each]
        judged = {number(each) for each in request.query_params.get("judged", "").split("-") if each}
        reviews = tuple(ledger.reviewing.get(each) for each in reviewed)
    except ServandaError:
        return None
    judgements = tuple(j for j in ledger.judgements() if j.number in judged) if judged else ()
    return Done(reviews=reviews, judgements=judgements, back=back) if reviews or judgements else None
