"""What each answer tells the browser: nothing from elsewhere, nothing inline, in no frame."""

from __future__ import annotations

import time

from litestar.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
"""On every answer; files that never change say otherwise of themselves."""


class Headers:
    """Puts the headers on every answer, whoever makes it; what an answer says of itself stays."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers with the headers, and with how many milliseconds the answer took to begin."""
        asked = time.perf_counter()

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = {name.lower() for name, _ in message["headers"]}
                took = f"app;dur={1000 * (time.perf_counter() - asked):.1f}"
                more = [(n, v) for n, v in (*_ENCODED, (b"server-timing", took.encode())) if n not in said]
                message["headers"] = [*message["headers"], *more]
            await send(message)

        await self._app(scope, receive, with_headers)


_ENCODED = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
