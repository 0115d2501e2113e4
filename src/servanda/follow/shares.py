"""What part of a whole a report tells: "five of the twenty jets", "of the forty the first fifteen"."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from servanda.extract.numbers import to_int
from servanda.follow.things import joined

_WORD = r"[A-Za-z0-9][\w,-]*"
_THE = r"(?:the|its|his|her|their|these|those)"
_ABOUT = r"(?:some|about|around|nearly|almost|roughly|over|more than|at least|fewer than)\s+"
_PART_FIRST = re.compile(
    rf"(?P<last>\b(?:last|remaining|final)\s+)?\b(?P<part>{_WORD})\s+"
    rf"(?:out )?of\s+{_THE}\s+(?P<whole>{_WORD})\b",
    re.IGNORECASE,
)
_WHOLE_FIRST = re.compile(
    rf"\b(?:out )?of\s+(?:{_THE}\s+)?(?P<whole>{_WORD})\b[^.;]*?,\s+"
    rf"(?:so far\s+|only\s+|just\s+|the\s+|a\s+|first\s+|{_ABOUT}|(?P<last>last\s+|remaining\s+))*"
    rf"(?P<part>{_WORD})\b",
    re.IGNORECASE,
)


class Share(msgspec.Struct, frozen=True):
    """`part` of `whole`; `last` where it is told as the last part, with which the whole is there."""

    part: int
    whole: int
    last: bool

    def is_of(self, promised: str) -> bool:
        """Whether a promise counts the same whole."""
        return counts(promised, self.whole)


def counts(text: str, number: int) -> bool:
    """Whether the number stands in a text, in figures or as a word."""
    return any(to_int(word) == number for word in joined(re.findall(_WORD, text.lower())))


@lru_cache(maxsize=1 << 14)
def share_told(text: str) -> Share | None:
    """The first share that is told in numbers; None where none is."""
    for pattern in (_PART_FIRST, _WHOLE_FIRST):
        for found in pattern.finditer(text):
            part, whole = to_int(found["part"].lower()), to_int(found["whole"].lower())
            if part and whole and part < whole:
                return Share(part, whole, found["last"] is not None)
    return None
