"""Bodies of requests: what no decoder can make sense of is the fault of who sent it."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.exceptions import ClientException


class Asking(Request[Any, Any, Any]):
    """A request whose body is refused where its bytes are no UTF-8 or it is nested too deeply; the framework
    takes both for failures of the server."""

    async def json(self) -> Any:
        """The body as JSON."""
        try:
            return await super().json()
        except (UnicodeDecodeError, RecursionError) as error:
            raise ClientException(f"The body is no JSON that can be read: {error}.") from error
