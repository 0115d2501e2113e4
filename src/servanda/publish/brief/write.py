"""A briefing as a file, whose ending tells the format."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from servanda.errors import ServandaError, UsageError
from servanda.publish.brief.parts import Brief


def writer(path: Path) -> Callable[[Brief], None]:
    """What writes a briefing to `path` in the format of its ending. UsageError where that is none of FORMATS.

    A file that stands there is replaced by the whole new one or, where anything fails, not at all.
    ServandaError where it cannot be written.
    """
    render = _RENDERERS.get(path.suffix.lower())
    if render is None:
        raise UsageError(str(path), "has no ending that tells a format", f"endings are {', '.join(FORMATS)}")
    return lambda brief: _replace(path, render(brief))


def _replace(path: Path, data: bytes) -> None:
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        reason = error.strerror or "no file"
        raise ServandaError(str(path), f"cannot be written ({reason})", "choose another file") from error


def _to_word(brief: Brief) -> bytes:
    from servanda.publish.brief.word import to_word

    return to_word(brief)


def _to_pdf(brief: Brief) -> bytes:
    from servanda.publish.brief.pdf import to_pdf

    return to_pdf(brief)


def _to_markdown(brief: Brief) -> bytes:
    from servanda.publish.brief.markdown import to_markdown

    return to_markdown(brief)


def _to_html(brief: Brief) -> bytes:
    from servanda.publish.brief.html import to_html

    return to_html(brief)


# What each needs is imported when it is asked for: a Markdown file needs neither Word nor Typst.
_RENDERERS: dict[str, Callable[[Brief], bytes]] = {
    ".docx": _to_word,
    ".pdf": _to_pdf,
    ".md": _to_markdown,
    ".html": _to_html,
}
FORMATS = tuple(_RENDERERS)
"""The endings that are known."""
