"""Answers about a word that are kept with its parse, for what many rules ask of the same words."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from spacy.tokens import Token


def kept(question: Callable[[Token], bool]) -> Callable[[Token], bool]:
    """The question, answered once for each word of a parse. For what depends on nothing but the parse."""
    key = f"servanda_{question.__name__}"

    @wraps(question)
    def answer(token: Token) -> bool:
        answers: dict[int, bool] = token.doc.user_data.setdefault(key, {})
        known = answers.get(token.i)
        if known is None:
            known = answers[token.i] = question(token)
        return known

    return answer
