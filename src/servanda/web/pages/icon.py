"""The icon, where browsers look for it beside what is no page, such as JSON."""

from __future__ import annotations

from pathlib import Path

from litestar import Response, get

_ICON = Path(__file__).parent.parent / "static" / "icon.svg"


@get("/favicon.ico", opt={"role": "nobody"}, sync_to_thread=False)
def icon() -> Response[bytes]:
    """The icon of all pages."""
    return Response(_ICON.read_bytes(), media_type="image/svg+xml")
