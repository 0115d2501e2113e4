"""A briefing as PDF: A4, fonts embedded, bookmarks, links between statements and references."""

from __future__ import annotations

import re

import msgspec

from servanda.publish.brief.parts import Brief
from servanda.publish.brief.timeline import caption
from servanda.publish.brief.typst import to_pdf as set_pages
from servanda.publish.charts.lanes import draw
from servanda.publish.charts.plan import description, title
from servanda.publish.dates import in_words

_ADDRESS = re.compile(r"https?://[!-~]+", re.ASCII)


def to_pdf(brief: Brief) -> bytes:
    """The pages. The same briefing gives the same bytes, as its dates are those of the ledger."""
    return set_pages("brief.typ", {"brief": msgspec.json.encode(_data(brief)).decode()})


def _data(brief: Brief) -> dict[str, object]:
    plain: dict[str, object] = msgspec.to_builtins(brief)
    references = [
        msgspec.to_builtins(each)
        | {
            "published": in_words(each.published) if each.published else "no date",
            "url": each.url if each.url and _ADDRESS.fullmatch(each.url) else None,
        }
        for each in brief.references
    ]
    timeline = brief.timeline
    drawn = {
        "svg": draw(timeline),
        "alt": f"{title(timeline)}. {description(timeline)}",
        "caption": caption(timeline),
    } if timeline else None  # fmt: skip
    stamp = {
        name: getattr(brief.stamp, name) for name in ("year", "month", "day", "hour", "minute", "second")
    }
    return plain | {"references": references, "timeline": drawn, "stamp": stamp}
