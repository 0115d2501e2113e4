"""Posts and names of which one stands in brackets after the other.

"Ministers A |(Finance)| and B |(Defence)|", "the ministers of Defence |(A)| and Foreign Affairs |(B)|".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from servanda.extract.complements import AND
from servanda.extract.leads import Lead
from servanda.extract.names import name_end
from servanda.extract.page import Page
from servanda.extract.posts import Post

_LONGEST_SUBJECT = 7
_JOINTS = AND | {","}


class Held(NamedTuple):
    """A name and the post that brackets give its bearer."""

    lead: Lead
    post: Post


def subject_after(page: Page, i: int) -> tuple[str, int]:
    """The portfolio in brackets at `i` ("(National Defence)") and where it ends; "" and `i` for none."""
    if page.at(i) != "(":
        return "", i
    end = _subject_end(page, i + 1)
    return (page.cut(i + 1, end), end + 1) if end > i + 1 and page.at(end) == ")" else ("", i)


def with_subject(post: Post, subject: str) -> Post:
    """The post of one of several ministers, with his or her portfolio as it stands in the text."""
    return msgspec.structs.replace(post, text=f"{post.text} ({subject})") if subject else post


def names_in_brackets(page: Page, post: Post) -> Iterator[Held]:
    """The holders of a plural post named in brackets after each portfolio."""
    noun, i = post.text.partition(" of ")[0].partition(" for ")[0], post.end
    subject = page.cut(post.head_end + 1, post.end)
    while page.at(i) == "(" and post.plural and subject:
        end = name_end(page, i + 1)
        if end - i < 3 or page.at(end) != ")":
            return
        yield Held(Lead(i + 1, end), msgspec.structs.replace(post, text=f"{noun} of {subject}"))
        start = end + 1
        while page.at(start) in _JOINTS:
            start += 1
        i = _subject_end(page, start)
        subject = page.cut(start, i)


def _subject_end(page: Page, i: int) -> int:
    """The end of the words of a portfolio from `i` on: "Foreign Affairs and Trade"."""
    end = i
    while end < len(page) and end - i < _LONGEST_SUBJECT:
        joint = page.at(end) in _JOINTS and end > i and page.is_topic(end + 1)
        if not joint and not (page.is_topic(end) and page.words[end].capital):
            break
        end += 1
    return end
