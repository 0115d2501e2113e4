"""Readers that hostile input could stop run apart, within limits."""

from __future__ import annotations

import pytest

from servanda.errors import InputError
from servanda.sources.items import RawItem
from servanda.sources.limits import Limits
from servanda.text.worker import read_apart


def item(data: bytes, media_type: str = "text/html", charset: str | None = None) -> RawItem:
    return RawItem(name="a", origin="a.html", media_type=media_type, data=data, charset=charset)


def test_gives_what_the_reader_gives() -> None:
    assert read_apart(item(b"<p>They met.</p>"), Limits()).text == "They met."


def test_a_declared_charset_goes_along() -> None:
    data = "<p>В Софии встретились министры.</p>".encode("cp1251")
    assert read_apart(item(data, charset="cp1251"), Limits()).text == "В Софии встретились министры."


def test_an_error_of_the_reader_names_the_input() -> None:
    with pytest.raises(InputError, match=r"a\.html: is damaged"):
        read_apart(item(b"no pdf", "application/pdf"), Limits())


def test_a_text_that_is_too_long_does_not_come_back() -> None:
    with pytest.raises(InputError, match="more than 5 characters"):
        read_apart(item(b"<p>They met.</p>"), Limits(max_characters=5))
