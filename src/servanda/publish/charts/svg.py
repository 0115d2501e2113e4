"""Elements of SVG, written so that no text can become markup and no attribute needs a style sheet."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from servanda.publish.plain import plain

BLUE: Final = "#2b74c4"
ORANGE: Final = "#c05a17"
TEAL: Final = "#0f857c"
"""Three that are told apart with any colour vision, each with a contrast above 3 to white and to black paper
(WCAG 2.2, 1.4.11). Words are never drawn in them."""
INK: Final = "currentColor"

SIZE: Final = 9.5
CHARACTER: Final = 5.4
"""Height of text in pixels, and how wide a character of it is on average in the widest usual font."""

_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"


def picture(size: tuple[float, float], title: str, description: str, body: Iterable[str]) -> str:
    """The whole, `size` pixels wide and high."""
    width, height = (number(side) for side in size)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" font-family="{escape(_FONT)}" font-size="{SIZE}">'
        f"<title>{words(title)}</title><desc>{words(description)}</desc>{''.join(body)}</svg>"
    )


def element(name: str, inside: str = "", /, **attributes: object) -> str:
    """`inside` is SVG; in the names of attributes an underscore is a hyphen. None leaves one out."""
    told = "".join(
        f' {key.replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{told}>{inside}</{name}>" if inside else f"<{name}{told}/>"


def text(x: float, y: float, said: str, **attributes: object) -> str:
    """Text in the colour of its surroundings; `anchor` is start, middle or end, `faint` softens it."""
    anchor = attributes.pop("anchor", None)
    opacity = 0.78 if attributes.pop("faint", False) else None
    return element(
        "text", words(said), x=x, y=y, fill=INK, fill_opacity=opacity, text_anchor=anchor, **attributes
    )


def marked(id_: str, tip: str, inside: Iterable[str]) -> str:
    """What shows one row, with its id, and the tip that a pointer brings up."""
    return f'<g data-id="{words(id_)}"><title>{words(tip)}</title>{"".join(inside)}</g>'


def line(x: float, y: float, to: tuple[float, float], **attributes: object) -> str:
    """A straight line, thin and faint unless told otherwise."""
    drawn = {"stroke": INK, "stroke_opacity": 0.18, "stroke_width": 0.7} | attributes
    return element("path", d=f"M{number(x)} {number(y)}L{number(to[0])} {number(to[1])}", **drawn)


def words(said: str) -> str:
    """Text of a document as characters that mean nothing but themselves."""
    return escape(plain(said))


def number(value: float) -> str:
    """With at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def short(said: str, most: int) -> str:
    """At most so many characters, ended after a word where there is one."""
    said = plain(said)
    if len(said) <= most:
        return said
    return said[: most - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def _value(value: object) -> str:
    return number(value) if isinstance(value, float) else str(value)
