"""Reads the instruments of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Fact, Instrument

Texts = Callable[..., list[Instrument]]


@pytest.fixture
def texts(read: Callable[..., list[Fact]]) -> Texts:
    """`texts("Chile and Peru signed ...")`: its instruments, in order."""
    return lambda text, **known: [f for f in read(text, **known) if isinstance(f, Instrument)]
