"""Writes docs/reference-api.md from the calls themselves and their examples; run it with the Python of .venv.

.venv/bin/python bin/reference_api.py            write the page
.venv/bin/python bin/reference_api.py --check    exit with 1 when the page is not current
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from litestar import Litestar

from servanda.web import api
from servanda.web.api.examples import EXAMPLES, Example

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference-api.md"
HEAD = """# The programming interface

Written by `bin/reference_api.py` from the calls themselves; a test runs each example in the order of this
page. The description for programs (OpenAPI 3.1) is at `/api/v1/openapi.json` of a running desk. In Python,
the package itself is the shorter way.

- **Who asks.** `Authorization: Bearer srv_...` with a token made on the page of your account, or by
  `servanda accounts token make`. A token has the scopes `read`, `review` and `write`, may never do more than
  its account, and ends after its days. At a desk of one person, which listens on this machine only, no token
  is needed. The cookie of a session reads, and changes nothing.
- **Bodies** are JSON and say so: `Content-Type: application/json`; everything else is refused (415). That is
  what keeps pages of other sites from calling a desk through the browser of its user.
- **Lists** come in pages: `page` (from 1) and `size` (up to 500); the answer has `total`, `items` and `links`
  with `first`, `prev`, `next`, `last`. A parameter that a call does not have is refused: a misspelt filter
  would answer with too much.
- **Errors** are problem details (RFC 9457, `application/problem+json`) with `status`, `title` and `detail`,
  which names the input, what is wrong with it and what to do.

| status | means |
| --- | --- |
| 400 | the call makes no sense |
| 401 | a token is missing, or is not good |
| 403 | the token, or its account, may not do this |
| 404 | nothing has this id |
| 409 | somebody has decided in the meantime |
| 413, 415 | the body is too large, or of another type |
| 422 | the ledger refuses |
| 429 | too many calls; `Retry-After` says how long to wait |
"""


def page() -> str:
    """The whole page."""
    app = Litestar(route_handlers=[api.router()], openapi_config=api.description(), include_in_schema=False)
    described: dict[str, Any] = json.loads(json.dumps(app.openapi_schema.to_schema(), default=str))
    calls = {
        call["operationId"]: (method, path, call)
        for path, item in described["paths"].items()
        for method, call in item.items()
    }
    told: dict[str, list[Example]] = {}
    for each in EXAMPLES:
        told.setdefault(each.call, []).append(each)
    return "\n".join([HEAD, *(line for name, of in told.items() for line in section(of, *calls[name]))])


def section(examples: list[Example], method: str, path: str, call: dict[str, Any]) -> Iterator[str]:
    """One call."""
    (scope,) = call["security"][0]["token"]
    yield f"## {method.upper()} {path.removeprefix(api.PATH)}\n"
    yield f"{' '.join(call['description'].split())} Scope: {scope}.\n"
    asked = [each for each in call.get("parameters", ()) if each["in"] == "query"]
    if asked:
        yield "| parameter | |\n| --- | --- |"
        yield from (f"| `{each['name']}` | {each.get('description', '')} |" for each in asked)
        yield ""
    yield "```sh"
    for example in examples:
        yield from curl(example)
    yield "```\n"


def curl(example: Example) -> Iterator[str]:
    """The example as it is typed."""
    address = f"'http://127.0.0.1:8765{api.PATH}{example.path}'"
    more = f" -X {example.method}" if example.method == "DELETE" else ""
    if example.body is None:
        yield f"curl -H 'Authorization: Bearer srv_...'{more} {address}"
        return
    yield f"curl -H 'Authorization: Bearer srv_...' -H 'Content-Type: application/json' {address} \\"
    yield f"  -d '{json.dumps(example.body, indent=1, ensure_ascii=False)}'"


def main() -> int:
    """Write or check the page."""
    if sys.argv[1:] == ["--check"]:
        return 0 if PAGE.read_text(encoding="utf-8") == page() else 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
