"""Readers that hostile input could stop run apart, within a time."""

from __future__ import annotations

import pytest

from servanda.errors import InputError
from servanda.sources.limits import Limits
from servanda.text.worker import read_apart


def test_gives_what_the_reader_gives() -> None:
    assert read_apart(b"<p>They met.</p>", "text/html", "a.html", Limits()).text == "They met."


def test_an_error_of_the_reader_names_the_input() -> None:
    with pytest.raises(InputError, match=r"a\.pdf: is damaged"):
        read_apart(b"no pdf", "application/pdf", "a.pdf", Limits())


def test_takes_no_longer_than_allowed() -> None:
    with pytest.raises(InputError, match="takes longer than"):
        read_apart(b"<p>They met.</p>", "text/html", "a.html", Limits(max_seconds=0.01))


def test_a_reader_that_dies_does_not_stop_the_run() -> None:
    with pytest.raises(InputError, match="its reader failed"):
        read_apart(b"x", "text/html", "a.html", Limits(max_bytes="no number"))  # type: ignore[arg-type]
