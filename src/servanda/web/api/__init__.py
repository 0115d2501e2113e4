"""The programming interface: everything that the pages show, and what they change, for programs.

Its description (OpenAPI 3.1) is at /api/v1/openapi.json and is made from the calls themselves.
"""

from __future__ import annotations

from litestar import Router
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from litestar.types import Middleware

from servanda import __version__
from servanda.web.api import documents, entries, exports, facts, reviews, webhooks
from servanda.web.api.guard import guard_names, guard_writes

PATH = "/api/v1"
HANDLERS: tuple[HTTPRouteHandler, ...] = (
    *entries.HANDLERS,
    *facts.HANDLERS,
    *documents.HANDLERS,
    *reviews.HANDLERS,
    *exports.HANDLERS,
    *webhooks.HANDLERS,
)
_ABOUT = """Lists come in pages (`page`, `size`) with `total` and `links`. Errors are problem details
(RFC 9457). A program shows a token, `Authorization: Bearer srv_...`, with the scope that a call needs:
read, review or write. A desk of one person needs none. Bodies are JSON and say so in `Content-Type`."""


def router(*middleware: Middleware) -> Router:
    """All calls of the interface, behind the middleware."""
    return Router(
        path=PATH,
        route_handlers=list(HANDLERS),
        guards=[guard_writes, guard_names],
        middleware=middleware,
        include_in_schema=True,
    )


def description() -> OpenAPIConfig:
    """How the interface describes itself. No page is made of it: those load scripts from elsewhere."""
    token = SecurityScheme(
        type="http", scheme="bearer", description="A token with scopes, from the page of your account."
    )
    return OpenAPIConfig(
        title="Servanda",
        version=__version__,
        description=_ABOUT,
        components=Components(security_schemes={"token": token}),
        use_handler_docstrings=True,
        operation_id_creator=lambda handler, method, path: handler.handler_name,
        render_plugins=[JsonRenderPlugin(path="/openapi.json")],
        openapi_router=Router(path=PATH, route_handlers=[], opt={"role": "nobody"}),
    )
