"""Holders of one office, each told behind a state: "the ambassadors of Peru, A, Chile, B, and Mali, C"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from servanda.extract.bracketed import Held
from servanda.extract.complements import AND
from servanda.extract.leads import Lead, read_lead
from servanda.extract.names import name_end
from servanda.extract.page import Page
from servanda.extract.posts import Post

_JOINTS = AND | {",", ";", "of", "from"}
_OPENERS = {",": "", "(": ")", ":": ""}
"""What stands between a state and the name of its holder, and what closes the name."""


def names_in_turn(page: Page, post: Post) -> Iterator[Held]:
    """The holders of a plural post named each behind his or her state; none for one told alone."""
    held = list(_row(page, post)) if post.plural and post.party else []
    yield from held if len(held) > 1 else ()


def _row(page: Page, post: Post) -> Iterator[Held]:
    i = post.end
    if i >= len(page):
        return
    link, begin = page.cut(post.head_end, post.head_end + 1), post.head_end + 1
    office = post.text.partition(f" {link} ")[0]
    while (lead := _name(page, i)) is not None:
        code = _state(page, begin, i)
        if code is None:
            return
        text = f"{office} {link} {page.cut(begin, i)}"
        yield Held(lead, msgspec.structs.replace(post, party=code, plural=False, text=text))
        begin = lead.end + (page.at(lead.end) == ")")
        while page.at(begin) in _JOINTS:
            begin += 1
        i = begin + (page.at(begin) == "the")
        if i >= len(page) or page.words[i].party is None:
            return
        i = page.past_party(i)


def _name(page: Page, i: int) -> Lead | None:
    """The name of two words or more behind the mark at `i`, which has to close again if it opens."""
    if page.at(i) not in _OPENERS:
        return None
    lead = read_lead(page, i + 1, None) or Lead(i + 1, name_end(page, i + 1))
    closed = page.at(lead.end) == _OPENERS[page.at(i)] or not _OPENERS[page.at(i)]
    return lead if closed and lead.size > 1 else None


def _state(page: Page, begin: int, end: int) -> str | None:
    """The one state named from `begin` up to `end`."""
    codes = {w.party.code for w in page.words[begin:end] if w.party is not None and w.party.form == "name"}
    return codes.pop() if len(codes) == 1 else None
