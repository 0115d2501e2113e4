"""Headings that tell what no sentence below them does: who gave a speech, where and when."""

from __future__ import annotations

import re
from functools import cache

from servanda.codebook.engagements import engagement_words


def heads_a_speech(line: str) -> bool:
    """ "Keynote address by President X at the summit in Lusaka, 3 May 2024"."""
    return _of_a_speech().match(line) is not None


@cache
def _of_a_speech() -> re.Pattern[str]:
    """A speech within the first words, by whom, and at what."""
    speeches = engagement_words().conferences.speeches
    spoken = "|".join(sorted(speeches - {"statement"}))  # "Statement of Intent" is a text
    given = rf"(?:{'|'.join(sorted(speeches))})s?(?: (?:delivered|made|given))? by|(?:{spoken})s? of"
    return re.compile(rf"\W*(?:\w+ ){{0,4}}(?:{given}) .{{4,160}}? (?:at|to|before|during) ", re.IGNORECASE)
