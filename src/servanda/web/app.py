"""The ASGI application: routes, who may use them, and what every answer carries."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from anyio import CapacityLimiter
from litestar import Litestar, Request, Router
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import CacheControlHeader, State
from litestar.handlers import HTTPRouteHandler
from litestar.middleware import DefineMiddleware
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.static_files import create_static_files_router
from litestar.types import ASGIApp

from servanda.web import api, operations, pages
from servanda.web.access import Authentication, Sessions, refuse_nul, refuse_other_sites, require_role
from servanda.web.bodies import Asking
from servanda.web.desk import Desk
from servanda.web.formats import Formats
from servanda.web.headers import Headers
from servanda.web.helpers import Helpers
from servanda.web.kept import Kept
from servanda.web.measures import Measures
from servanda.web.problems import on_error
from servanda.web.record import Record

LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")
_LEAST_THREADS = 2  # answers that are made at a time: more than there are helpers would wait for one
_FEW = 2  # long pieces of work beside them
LARGEST_REQUEST = 64 * 1024 * 1024
_STATIC = Path(__file__).parent / "static"


def make_app(desk: Desk, *, hosts: tuple[str, ...] = LOOPBACK_HOSTS, secure: bool = False) -> ASGIApp:
    """The application of a desk.

    hosts   names under which it answers, with the port where it is no usual one; a request for another is
            refused, so that no page elsewhere can reach a desk on this machine under a name of its own (DNS
            rebinding)
    secure  whether cookies travel over HTTPS only
    """
    known, measures = desk.settings.desk, Measures()
    helpers = Helpers(known.helpers, desk.settings, local=desk.local)
    app = Litestar(
        route_handlers=[
            Router("/", route_handlers=handlers()),
            api.router(_limit(desk).middleware),
            _static(),
        ],
        state=State(
            {
                "desk": desk,
                "sessions": Sessions(seconds=int(known.session_hours * 3600)),
                "measures": measures,
                "kept": Kept(),
                "helpers": helpers,
                "secure": secure,
                "threads": CapacityLimiter(max(_LEAST_THREADS, known.helpers)),
                "few_threads": CapacityLimiter(_FEW),
            }
        ),
        on_shutdown=[helpers.close],
        guards=[require_role],
        before_request=_before,
        request_class=Asking,
        middleware=[DefineMiddleware(Authentication)],
        csrf_config=CSRFConfig(
            secret=secrets.token_hex(),
            cookie_name="servanda_csrf",
            cookie_secure=secure,
            cookie_httponly=True,
            cookie_samesite="strict",
            exclude="^/api/",
        ),
        allowed_hosts=AllowedHostsConfig(allowed_hosts=[*hosts]),
        exception_handlers={Exception: on_error},
        request_max_body_size=LARGEST_REQUEST,
        openapi_config=api.description(),
        include_in_schema=False,
        logging_config=None,
        pdb_on_exception=False,
        debug=False,
    )
    return Record(Headers(Formats(app)), measures)


def handlers() -> list[HTTPRouteHandler]:
    """All routes of the pages, and those for who keeps the desk running."""
    return [*pages.HANDLERS, *operations.HANDLERS]


def _limit(desk: Desk) -> RateLimitConfig:
    """So many calls of the interface a minute, counted by account; a person alone may make any number."""
    return RateLimitConfig(
        rate_limit=("minute", desk.settings.desk.calls_a_minute),
        identifier_for_request=_who,
        check_throttle_handler=lambda _: not desk.local,
    )


def _who(request: Request[Any, Any, Any]) -> str:
    user = request.user
    return f"account {user.name}" if user else f"address {request.client.host if request.client else ''}"


def _static() -> Any:
    return create_static_files_router(
        path="/static",
        directories=[_STATIC],
        opt={"role": "nobody"},
        cache_control=CacheControlHeader(public=True, max_age=3600),
        include_in_schema=False,
    )


async def _before(request: Request[Any, Any, Any]) -> None:
    refuse_nul(request)
    refuse_other_sites(request)
