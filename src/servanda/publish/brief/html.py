"""A briefing as one page of HTML that needs nothing else: no script, nothing fetched from anywhere."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from servanda.publish.brief.parts import Brief
from servanda.publish.brief.timeline import caption
from servanda.publish.charts.lanes import draw
from servanda.publish.dates import in_words

_ADDRESS = re.compile(r"https?://[!-~]+", re.ASCII)


def to_html(brief: Brief) -> bytes:
    """The page in UTF-8, for screens light and dark and for paper."""
    svg = Markup(draw(brief.timeline)) if brief.timeline else None  # noqa: S704 - made of escaped text
    return (_environment().get_template("brief.html").render(brief=brief, svg=svg)).encode()


@cache
def _environment() -> Environment:
    """Escapes whatever stands in a template's place for text."""
    environment = Environment(
        loader=PackageLoader("servanda.publish.brief", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"in_words": in_words, "address": _address, "caption": caption}
    return environment


def _address(url: str | None) -> str | None:
    """The address if it is one of the web: no other can stand in a link."""
    return url if url and _ADDRESS.fullmatch(url) else None
