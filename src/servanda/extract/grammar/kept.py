"""Answers about a word that are kept with its parse, for what many rules ask of the same words."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from spacy.tokens import Token

T = TypeVar("T")


def kept(question: Callable[[Token], T]) -> Callable[[Token], T]:
    """The question, answered once for each word of a parse. For what depends on nothing but the parse."""
    key = f"{question.__module__}.{question.__qualname__}"

    @wraps(question)
    def answer(token: Token) -> T:
        answers: dict[int, T] = token.doc.user_data.setdefault(key, {})
        if token.i not in answers:
            answers[token.i] = question(token)
        return answers[token.i]

    return answer
