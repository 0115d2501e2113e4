"""Handlers that wait for the database run in threads, so that others are answered meanwhile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial, wraps
from typing import Any, ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread

_P = ParamSpec("_P")
_T = TypeVar("_T")


def of_earlier_day(request: Any) -> bool:
    """Whether a page is asked as of a day: an edition may have to be printed for it, which takes seconds."""
    return bool(request.query_params.get("as_of"))


def in_thread(handler: Callable[_P, _T]) -> Callable[_P, Awaitable[_T]]:
    """The handler as a coroutine that runs it in a thread.

    Litestar's own `sync_to_thread` wraps a handler twice where two of them share an address (as of 2.25), and
    then answers with a coroutine.
    """

    @wraps(handler)
    async def run(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        request: Any = kwargs.get("request") or args[0]
        if of_earlier_day(request):
            return await _run(request.app.state.few_threads, handler, *args, **kwargs)
        return await _run(request.app.state.threads, handler, *args, **kwargs)

    return run


def in_few_threads(handler: Callable[_P, _T]) -> Callable[_P, Awaitable[_T]]:
    """The same for what takes seconds: few run at a time, and the others wait without a thread, so that
    quick pages are answered meanwhile."""

    @wraps(handler)
    async def run(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        request: Any = kwargs.get("request") or args[0]
        return await _run(request.app.state.few_threads, handler, *args, **kwargs)

    return run


async def _run(
    limiter: CapacityLimiter, handler: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs
) -> _T:
    return await to_thread.run_sync(partial(handler, *args, **kwargs), limiter=limiter)
