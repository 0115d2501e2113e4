"""What words of one family have in common."""

from __future__ import annotations

from functools import lru_cache

from servanda.codebook.instrument_titles import title_words

_STEM = 4
"""Letters that are left of a word at least."""


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """What is common to "agriculture" and "agricultural", "industry", "industries" and "industrial"."""
    word = word.removesuffix("s") if not word.endswith("ss") else word
    word = word[:-2] + "y" if word.endswith("ie") else word
    for ending in sorted(title_words().endings, key=len, reverse=True):
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word
