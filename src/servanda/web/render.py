"""Templates: everything that a document says is escaped, and marks that reorder text are taken out of it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import Request
from litestar.template.base import csrf_token

from servanda.codebook.places import party_name
from servanda.publish.dates import in_words
from servanda.publish.plain import plain, tame, undirected
from servanda.query.wording import what

GIVEN_IN_SCOPE = "servanda.form"
PLACEHOLDER = "\x00the token of the form\x00"
"""What stands for the CSRF token, which is another for each browser, in an answer that is kept."""


_AMOUNT = re.compile(r"(\d{4,30})((?:\.\d+)? [A-Z]{3})")


def token_of(request: Request[Any, Any, Any]) -> str:
    """The token that forms of the page send, or what stands for it in a page that is made to be kept."""
    asked: Any = request.scope
    return asked[GIVEN_IN_SCOPE] if GIVEN_IN_SCOPE in asked else csrf_token({"request": request})


def render(request: Request[Any, Any, Any], template: str, context: dict[str, object]) -> str:
    """The template as a page for this request."""
    desk = request.app.state.desk
    shared = {
        "user": request.user if "user" in request.scope else None,
        "local": desk.local,
        "path": request.url.path,
        "query": dict(request.query_params.items()),
        "csrf_field": token_of(request),
        "behind": desk.keeper.is_behind,
    }
    return environment().get_template(template).render(shared | context)


@cache
def environment() -> Environment:
    """The templates with their filters."""
    made = Environment(
        loader=PackageLoader("servanda.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_without_marks,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "party": party_name,
        "parties": lambda codes: ", ".join(map(party_name, codes)),
        "plain": lambda text: plain(str(text)),
        "tame": lambda text: tame(str(text)),
        "segment": lambda text: quote(str(text), safe=""),
        "short": lambda id_: str(id_).rpartition("-")[2][:8],
        "when": lambda date: in_words(date) if date else "",
        "field": field_name,
        "plural": plural,
        "pairs": lambda values: [(value, value) for value in values],
        "said": said,
        "beside": beside,
        "what": what,
        "figure": figure,
    }
    made.globals |= {"address": address}
    return made


def _without_marks(value: object) -> object:
    """What a template is about to write, whether or not it remembered a filter."""
    return undirected(value) if type(value) is str else value


def field_name(code: str) -> str:
    """The name of a field of cooperation."""
    return code.replace("-", " ")


def beside(text: str) -> str:
    """Text beside a quotation, with a space where it has one towards the quotation or away from it."""
    spaces = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' if spaces[0] else ''}{plain(text)}{' ' if spaces[1] else ''}"


def said(value: object) -> str:
    """A plain value of a property as people read it: lists with commas, a quotation by its words."""
    if isinstance(value, list | tuple):
        return ", ".join(said(each) for each in value)
    if isinstance(value, dict):
        return str(value["text"]) if "text" in value else " ".join(said(each) for each in value.values())
    return "not stated" if value is None else str(value)


def figure(text: str) -> str:
    """A value on which sources differ, an amount with its thousands set apart: "600,000,000 JPY"."""
    amount = _AMOUNT.fullmatch(text)
    return f"{int(amount[1]):,}{amount[2]}" if amount else plain(text)


def plural(kind: str, number: int) -> str:
    """ "1 activity", "2 activities"."""
    if number == 1:
        return f"1 {kind}"
    return f"{number:,} {kind[:-1]}ies" if kind.endswith("y") else f"{number:,} {kind}s"


def address(path: str, query: dict[str, object], **changed: object) -> str:
    """The address of `path` with the query, some of whose values are changed; None leaves one out."""
    wanted = {name: value for name, value in (query | changed).items() if value not in (None, "")}
    return f"{path}?{urlencode(wanted, doseq=True)}" if wanted else path
