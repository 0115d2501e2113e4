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

_COUNT = r"(?:the|its|these|those|them|two|three|four|five|six|seven|eight|nine|ten|twelve|\w+teen|\d+)"
_ONE = r"(?:aircraft|vessel|ship|boat|frigate|corvette|submarine|cutter|jet|plane|helicopter|radar|battery)"
_WHICH = r"(?:[A-Z][\w-]*\s+|patrol\s+|large\s+|new\s+)"
_THE_FIRST_ONE = re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir) first (?:one\b|of {_COUNT}\b|{_WHICH}*{_ONE}\b)")
"""What tells of one thing that it is the first."""


class Share(msgspec.Struct, frozen=True):
    """`part` of `whole`; `last` where it is told as the last part, with which the whole is there."""

    part: int
    whole: int
    last: bool

    def is_of(self, promised: str) -> bool:
        """Whether a promise counts the same whole."""
        return counts(promised, self.whole)


def tells_the_same_part(promised: str, report: str) -> bool:
    """Whether a promise is itself of the part that a report tells: of "the first of the four boats", or of
    "the first boat", where the first is there."""
    told = share_told(report)
    if told is not None and told == share_told(promised):
        return True
    return _THE_FIRST_ONE.search(promised) is not None and _THE_FIRST_ONE.search(report) is not None


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
