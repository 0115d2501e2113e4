"""A fact on its way: what the modules of the kinds hand to the pipeline."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from servanda.model.facts import Fact

F = TypeVar("F", bound=Fact, covariant=True)


class Draft(msgspec.Struct, Generic[F], frozen=True):
    """A fact without its source and confidence, and the character offset of the word that triggered it."""

    fact: F
    trigger: int
