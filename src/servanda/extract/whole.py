"""The whole text of a parse, kept with it: spaCy joins the tokens anew each time it is asked."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

_KEY = "servanda_text"


def to_parse(nlp: Language, text: str) -> Doc:
    """The text as a pipeline takes it, cut into tokens."""
    doc = nlp.make_doc(text)
    keep_text(doc, text)
    return doc


def text_of(doc: Doc) -> str:
    """The text that was parsed."""
    kept: str | None = doc.user_data.get(_KEY)
    return kept if kept is not None else keep_text(doc, doc.text)


def keep_text(doc: Doc, text: str) -> str:
    """Keeps the text from which the parse was made."""
    doc.user_data[_KEY] = text
    return text
