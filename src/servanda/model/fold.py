"""Folding: one spelling for what people write with and without diacritics and capitals."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not decompose, although readers type them without the stroke.
_UNDECOMPOSED = str.maketrans(
    {"đ": "d", "ł": "l", "ø": "o", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
# Less signs of New Tai Lue and Vedic that are letters by now, and none to the full-text search of SQLite.
_WORD = re.compile(r"[^\W_\u19b0-\u19c9\u1cf2\u1cf3]+")


def fold(text: str) -> str:
    """`text` without capitals and diacritics: "Phạm" and "Pham", "Đà Nẵng" and "da nang" are one."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_UNDECOMPOSED)


def fold_words(text: str) -> list[str]:
    """The words of `text`, folded; punctuation parts words: "Jean-Yves" is two."""
    return _WORD.findall(fold(text))


def fold_name(name: str) -> str:
    """The folded words of `name` with a space on each side of each, so that " vinh " finds the whole word."""
    return f" {' '.join(fold_words(name))} "
