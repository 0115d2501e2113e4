"""Fields of cooperation: what the codebook means by each, and how much of the ledger lies in it."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response, get

from servanda.codebook.fields import fields
from servanda.web.formats import Page, respond
from servanda.web.kept import kept
from servanda.web.threads import in_thread


@get("/fields", opt={"role": "reader"})
@in_thread
@kept
def index(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The fields, those of most entries first."""
    counts = request.app.state.desk.edition().fields()
    known = {field.code: field for field in fields()}
    rows: list[dict[str, object]] = [
        {
            "field": code,
            "entries": number,
            "group": known[code].group if code in known else None,
            "definition": known[code].definition if code in known else None,
        }
        for code, number in counts.items()
    ]
    page = Page(template="fields.html", title="Fields of cooperation", context={"fields": rows}, rows=rows)
    return respond(request, page)
