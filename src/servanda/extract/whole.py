"""The whole text of a parse, kept with it: spaCy joins the tokens anew each time it is asked."""

from __future__ import annotations

from spacy.tokens import Doc

_KEY = "servanda_text"


def text_of(doc: Doc) -> str:
    """The text that was parsed."""
    kept: str | None = doc.user_data.get(_KEY)
    return kept if kept is not None else keep_text(doc, doc.text)


def keep_text(doc: Doc, text: str) -> str:
    """Keeps the text from which the parse was made."""
    doc.user_data[_KEY] = text
    return text
