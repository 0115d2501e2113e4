"""The form of answers: lists in pages with links, and problems (RFC 9457), each declared for each call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

import msgspec
from litestar import Request, delete, get, post
from litestar.di import Provide
from litestar.openapi.datastructures import ResponseSpec

from servanda.query.edition.printed import Found
from servanda.web.api.asking import Part
from servanda.web.render import address

Asking = Request[Any, Any, Any]
_T = TypeVar("_T")
_S = TypeVar("_S", bound=msgspec.Struct)


class Links(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Addresses of parts of a list; `prev` and `next` only where there are such parts."""

    self: str
    first: str = ""
    prev: str | None = None
    next: str | None = None
    last: str = ""


class Listed(msgspec.Struct, Generic[_T], frozen=True, kw_only=True):
    """A part of a list: its items, and how many there are of all."""

    total: int
    page: int
    size: int
    items: Sequence[_T]
    links: Links


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[dict[str, str]] = []


def listed(request: Asking, found: Found[_S], part: Part) -> Listed[_S]:
    """A part that was found, with its links."""
    return page_of(request, found.items, found.total, part)


def sliced(request: Asking, everything: Sequence[_T], part: Part) -> Listed[_T]:
    """The asked part of what is all at hand."""
    items = everything[part.offset : part.offset + part.size]
    return page_of(request, items, len(everything), part)


def page_of(request: Asking, items: Sequence[_T], total: int, part: Part) -> Listed[_T]:
    """These items of so many, with links."""
    query: dict[str, object] = {
        name: request.query_params.getall(name) for name in dict.fromkeys(request.query_params)
    }
    last = max(1, -(-total // part.size))

    def link(page: int) -> str:
        return address(request.url.path, query, page=page)

    links = Links(
        self=link(part.page),
        first=link(1),
        prev=link(min(part.page - 1, last)) if part.page > 1 else None,
        next=link(part.page + 1) if part.page < last else None,
        last=link(last),
    )
    return Listed(total=total, page=part.page, size=part.size, items=items, links=links)


_READ: Mapping[int, str] = {
    400: "The call makes no sense; `detail` says which part of it, and what to do.",
    401: "A token is missing, or is not good.",
    403: "The token, or the account, may not do this.",
    422: "The ledger refuses; `detail` says why.",
    429: "Too many calls; `Retry-After` says for how many seconds to wait.",
}
_FIND: Mapping[int, str] = {404: "Nothing has this id."}
_WRITE: Mapping[int, str] = {
    404: "Nothing has this id.",
    409: "Somebody has decided in the meantime; look at it, then decide.",
    413: "The body is larger than what is taken.",
    415: "The body is not application/json.",
}


def problems(*declared: Mapping[int, str]) -> dict[int, ResponseSpec]:
    """The errors with which a call can answer, for its description."""
    return {
        status: ResponseSpec(
            Problem, description=text, media_type="application/problem+json", generate_examples=False
        )
        for status, text in sorted({k: v for each in declared for k, v in each.items()}.items())
    }


def lists(
    path: str, tag: str, asks: type[msgspec.Struct], part: type[Part] | None = None, **more: Any
) -> get:
    """A call that lists what its query asks for, in `asks` and, where those are filters only, in `part`.
    `more` is handed on to the framework."""
    asked = {"asks": asks} | ({"part": part} if part else {})
    return get(
        path,
        tags=[tag],
        opt={"role": "reader", "asks": _names(asked.values())},
        dependencies={name: Provide(kind, sync_to_thread=False) for name, kind in asked.items()},
        responses=problems(_READ),
        security=_needs("read"),
        **more,
    )


def finds(path: str, tag: str) -> get:
    """A call that gives one thing."""
    return get(
        path, tags=[tag], opt={"role": "reader"}, responses=problems(_READ, _FIND), security=_needs("read")
    )


def reviews(path: str, tag: str) -> post:
    """A call by which somebody says what they hold of a fact."""
    errors = problems(_READ, _WRITE)
    return post(path, tags=[tag], opt={"role": "analyst"}, responses=errors, security=_needs("review"))


def writes(path: str, tag: str) -> post:
    """A call that changes something else."""
    errors = problems(_READ, _WRITE)
    return post(path, tags=[tag], opt={"role": "editor"}, responses=errors, security=_needs("write"))


def written(path: str, tag: str, asks: type[msgspec.Struct]) -> get:
    """A call that lists what only who may change it sees."""
    return get(
        path,
        tags=[tag],
        opt={"role": "editor", "asks": _names([asks])},
        dependencies={"asks": Provide(asks, sync_to_thread=False)},
        responses=problems(_READ),
        security=_needs("write"),
    )


def removes(path: str, tag: str) -> delete:
    """A call that ends something."""
    errors = problems(_READ, _FIND)
    return delete(path, tags=[tag], opt={"role": "editor"}, responses=errors, security=_needs("write"))


def _names(asked: Iterable[type[msgspec.Struct]]) -> frozenset[str]:
    return frozenset(field.name for kind in asked for field in msgspec.structs.fields(kind))


def _needs(scope: str) -> list[dict[str, list[str]]]:
    return [{"token": [scope]}]
