"""What stands in quotation marks, and the verb of saying outside them that tells who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.extract.grammar.dependents import first_child
from servanda.extract.whole import text_of

_SAYING = frozenset({"say", "tell", "add", "go", "continue", "comment", "ask", "joke", "quip", "write"})
_TALKING = frozenset({"speak", "talk"})
_COLON = re.compile(r"""[^.:;"“”\n]+: ["“]""")
SPEAKER = re.compile(
    r"[-–—•*·]? ?(?:(?:Mr|Ms|Mrs|Dr|President|Minister|Secretary|General|Admiral|Ambassador)\.? )"
    r"(?:[\w.'’-]+ ){0,6}[A-Z][\w'’-]*:(?= \w)"
)
"""A name, with office or address, and a colon at the head of a line."""
_DASH = re.compile(r"""["”][ \t]*[–—-]+[ \t]*(?=[A-Z])""")
_MARKS = frozenset({"“", "”", '"'})
_INTRODUCES = re.compile(r"\b(?:said|added|commented|stated|remarked|says)(?: \w+)?:$")
_HEAD = re.compile(r"""[-–—•*·]? ?[^:"“”\n]{3,120}: ?(?=["“])""")
"""What stands at the head of a line before a quotation."""
_GAP = 8
"""Characters of white space between paragraphs."""
_FARTHEST = 200
"""Tokens of a paragraph that are looked at on either side of a quotation."""
_LONGEST = 4000
"""Characters before a word in which a quotation can have begun."""


def is_quoted(token: Token) -> bool:
    """Whether an opening quotation mark stands before the word in its paragraph without a closing one."""
    text = text_of(token.doc)
    start = _line_start(text, token.idx)
    before = text[start : token.idx]
    if before.count("“") > before.count("”") or before.count('"') % 2 == 1:
        return True
    return introduced_above(text, start) is not None


def _line_start(text: str, offset: int) -> int:
    """Where the line at `offset` begins; of a longer one, as far back as a quotation can have begun."""
    since = max(0, offset - _LONGEST)
    return max(since, text.rfind("\n", since, offset) + 1)


def introduced_above(text: str, start: int) -> tuple[int, int] | None:
    """Where the line above that at `start` stands, if it introduces it: "|Mr Lund said:|", and in a paragraph
    of its own what he said."""
    end = len(text[max(0, start - _GAP) : start].rstrip()) + max(0, start - _GAP)
    if start == 0 or text[end - 1 : end] != ":" or "\n" not in text[end:start]:
        return None
    line = text.rfind("\n", 0, end) + 1
    return (line, end) if _INTRODUCES.search(text, line, end) else None


def heads_line(token: Token) -> tuple[int, int] | None:
    """Where the words before a quotation stand that opens its line: "|Kari Lund, Minister|: “Ties are
    strong.”", or the line above it that introduces it."""
    text = text_of(token.doc)
    start = _line_start(text, token.idx)
    opens = _HEAD.match(text, start, token.idx + 1)
    return (start, opens.end()) if opens is not None else introduced_above(text, start)


def goes_on_from(token: Token) -> Token | None:
    """The last word of the paragraph before, where its quotation was not closed and goes on in this one."""
    doc, left = token.doc, token.i
    while left > 0 and token.i - left < _FARTHEST and "\n" not in doc[left - 1].text:
        left -= 1
    if left < 2 or doc[left].text not in _MARKS:
        return None
    before = doc[left - 2]
    return before if is_quoted(before) and before.text not in _MARKS else None


def end_of_speaker(token: Token) -> int | None:
    """Where in the text the colon stands of a line in which a name opens what is said, "- Mr Lund|: these
    ties grow stronger"; None for another line, and for a word before the colon."""
    text = text_of(token.doc)
    start = _line_start(text, token.idx)
    opens = SPEAKER.match(text, start)
    return opens.end() - 1 if opens is not None and opens.end() <= token.idx else None


def named_behind(text: str, offset: int) -> tuple[int, int] | None:
    """Where the words behind a quotation and a dash stand in its line: “Ties are strong.” – |Mr Lund|."""
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    behind = _DASH.search(text, offset, end)
    return (behind.end(), end) if behind is not None else None


def attribution(token: Token) -> Token | None:
    """The verb of saying nearest to a quoted word in its paragraph, outside the quotation marks; behind it
    before before it, since a quotation comes first more often than its speaker."""
    found = [word for word in _unquoted(token) if _says(word)]
    return min(found, key=lambda verb: abs(verb.i - token.i) - (verb.i > token.i), default=None)


def subject_beside(verb: Token) -> Token | None:
    """Who says it: "said |Mr Lund|", "|he| told reporters"."""
    return first_child(verb, "nsubj")


def _says(verb: Token) -> bool:
    """ "said", "told"; "spoke" and "talked" where a colon opens what was said."""
    lemma = verb.lemma_.lower()
    opens = lemma in _TALKING and _COLON.match(text_of(verb.doc), verb.idx) is not None
    spoken = verb.pos_ == "VERB" and (lemma in _SAYING or lemma in act_words().report or opens)
    return spoken and subject_beside(verb) is not None


def _unquoted(token: Token) -> Iterator[Token]:
    """The words of the paragraph outside its quotation marks."""
    quoted: bool | None = None
    for word in _paragraph(token):
        if quoted is None:  # a mark that opens the paragraph is read below
            quoted = word.text not in _MARKS and is_quoted(word)
        if word.text in _MARKS:
            quoted = word.text == "“" or (word.text == '"' and not quoted)
        elif not quoted:
            yield word


def _paragraph(token: Token) -> Iterator[Token]:
    """The tokens around the token in its line."""
    doc, left, right = token.doc, token.i, token.i
    while left > 0 and token.i - left < _FARTHEST and "\n" not in doc[left - 1].text:
        left -= 1
    while right + 1 < len(doc) and right - token.i < _FARTHEST and "\n" not in doc[right + 1].text:
        right += 1
    return iter(doc[left : right + 1])
