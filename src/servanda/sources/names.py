"""What a page is called that has an address and no file name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from servanda.sources.streams import FileName

_LONGEST = 120


def page_name(url: str) -> str:
    """The last part of its path with its query, else its host; letters, digits and few signs."""
    try:
        at = urlsplit(url)
        host = at.hostname or ""
    except ValueError:
        return "page"
    last = PurePosixPath(unquote(at.path)).name
    stem = (FileName.of(last).stem if last.strip(".") else "") or host
    query = f"-{at.query}" if at.query else ""
    return re.sub(r"[^\w,=+-]+", "-", stem + query)[:_LONGEST].strip("-") or "page"
