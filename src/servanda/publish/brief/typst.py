"""Typst, which sets pages and pictures. What documents say reaches it as data and never as its markup."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import typst

_PICTURE = (
    b'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.picture), format: "svg")'
)
_PIXELS_PER_INCH = 220


def to_pdf(template: str, data: Mapping[str, str]) -> bytes:
    """The template, a file beside this one, as PDF/UA-1. Where a font for some of the characters is missing
    the standard cannot be met, and the file is a tagged PDF without the claim."""
    source = _template(template)
    try:
        return typst.compile(source, sys_inputs=dict(data), pdf_standards="ua-1")
    except typst.TypstError:
        return typst.compile(source, sys_inputs=dict(data))


def to_png(svg: str) -> bytes:
    """A picture as pixels, for programs that draw no SVG."""
    return typst.compile(_PICTURE, sys_inputs={"picture": svg}, format="png", ppi=_PIXELS_PER_INCH)


@cache
def _template(name: str) -> bytes:
    return files("servanda.publish.brief").joinpath("templates", name).read_bytes()
