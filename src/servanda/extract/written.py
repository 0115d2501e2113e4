"""The words of a text as people are read from them: initials whole, possessives apart, lines kept.

Rules work on these words, not on spaCy's tokens, since initials, hyphens and possessives decide where
a name ends.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from servanda.codebook.people import key, people_words
from servanda.extract.mentions import PartyMention

Kind = Literal["line", "poss", "initials", "word", "number", "mark"]

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_WORD = re.compile(
    rf"""(?P<plain>[A-Za-z]+(?=[ ,;:)\n]))  # what most words are, found at once
    | (?P<line>\s*\n\s*)
    | (?P<poss>[’'`´]s\b)
    | (?P<initials>(?:{_LETTER}\.){{2,}}(?:{_LETTER}\b)?(?!\w)
                 | {_LETTER}\.{_LETTER}\b(?![\w.])
                 | {_LETTER}\.(?!\w)
                 | (?:{_LETTER}\.)+(?=[^\W\d_]{{2}}))
    | (?P<word>(?:{_LETTER})+(?:(?:[-‑]|[’'](?!s\b))(?:{_LETTER})+)*)
    | (?P<number>\d+(?:[.,]\d+)*(?:st|nd|rd|th)?)
    | (?P<mark>[^\s])""",
    re.X,
)
_AL = re.compile(r"(?:a[dlnrst]h?|el|ul|ud|ur)-(?=[A-ZÀ-Ž])")
"""An Arabic article that is written small before a name: "al-Abbasi", "el-Sisi"."""


class Word(msgspec.Struct, gc=False):  # no word leads back to itself, and there are many
    """One word, number or mark.

    key       form for look-up
    capital   begins with one, or with an Arabic article before one
    opens     a sentence or line begins here, so that a capital letter tells nothing
    function  a small word of grammar; verb, proper: what it is taken for, see `word_classes`
    silent    in a credit, byline or the like, or of a ship's name; headline: in a title or a line like one
    """

    start: int
    end: int
    text: str
    key: str
    kind: Kind
    capital: bool
    opens: bool = False
    function: bool = False
    proper: bool = False
    verb: bool = False
    party: PartyMention | None = None
    silent: bool = False
    headline: bool = False


def words_in(text: str) -> list[Word]:
    """The words, numbers, marks and line breaks of a text, in order."""
    abbreviated = people_words().abbreviated
    words: list[Word] = []
    for match in _WORD.finditer(text):
        word, (start, end), group = match[0], match.span(), match.lastgroup
        if group == "plain":
            words.append(Word(start, end, word, key(word), "word", word[0].isupper()))
            continue
        last = words[-1] if word == "." and words else None
        if last is not None and last.end == start and last.key in abbreviated:
            last.end, last.text = end, text[last.start : end]
            continue
        kind: Kind = group  # type: ignore[assignment]
        look_up = word if kind == "mark" else key(word)
        capital = word[0].isupper() or ("-" in word and _AL.match(word) is not None)
        words.append(Word(start, end, word, look_up, kind, kind in {"word", "initials"} and capital))
    return words
