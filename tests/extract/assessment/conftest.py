"""Assessments in words told of talks between a minister of Japan and the President of Kenya.

In the tests what is to be quoted stands in [brackets], which are taken out before the words are read.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import AnyFact, Assessment

TALKS = (
    "The Minister of Defence of Japan, Mr Taro Ishida, met the President of Kenya, Ms Grace Otieno, "
    "in Nairobi on 3 July 2024.\n\n"
)


@pytest.fixture(scope="session")
def said(read: Callable[..., list[AnyFact]]) -> Callable[..., list[Assessment]]:
    """The assessments in words, in order of the text."""

    def said(words: str, *, publisher: str | None = None) -> list[Assessment]:
        text = TALKS + words.replace("[", "").replace("]", "")
        return [f for f in read(text, publisher=publisher) if isinstance(f, Assessment)]

    return said


@pytest.fixture(scope="session")
def bracketed() -> Callable[[str], str]:
    """What stands in brackets."""
    return lambda words: words[words.index("[") + 1 : words.index("]")]
