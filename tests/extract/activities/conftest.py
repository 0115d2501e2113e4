"""Reads the activities of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Activity, Fact

Deeds = Callable[..., list[Activity]]


@pytest.fixture
def deeds(read: Callable[..., list[Fact]]) -> Deeds:
    """`deeds("Chile trained ...")`: its activities, in order."""
    return lambda text, **known: [f for f in read(text, **known) if isinstance(f, Activity)]
