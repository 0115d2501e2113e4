"""Who is a woman and who a man, as the pronouns of the text tell: "Ms" and "Mr" stand before few names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from servanda.extract.page import Page
from servanda.extract.posts import Post
from servanda.extract.same import Group

Gender = Literal["f", "m"]
_PRONOUNS: dict[str, Gender] = {"he": "m", "she": "f"}
_OWNING: dict[str, Gender] = {"his": "m", "her": "f"}
_OWNED = frozenset(
    {
        "visit",
        "trip",
        "tour",
        "stay",
        "arrival",
        "counterpart",
        "homologue",
        "colleague",
        "delegation",
        "entourage",
    }
)
"""What "her" owns where it stands for who is named before."""
_PARTING = frozenset({"to", ",", "and", "in", "at", "on", "for", "with", "by", "of", "from", "during"})
_REACH = 25
"""Words behind a name in which "on her first visit" stands."""
_OWNED_REACH = 4
"""Words behind "her" in which "first official visit" stands."""


def genders_told(page: Page, groups: Sequence[Group], posts: Sequence[Post]) -> list[Gender | None]:
    """The gender of each person, where all pronouns that must stand for him or her agree."""
    named = {k: n for n, g in enumerate(groups) for start, end in g.places for k in range(start, end)}
    offices = {k for post in posts for k in range(post.start, post.end)}
    return [_of_group(page, n, group, named, offices) for n, group in enumerate(groups)]


def _of_group(page: Page, n: int, group: Group, named: dict[int, int], offices: set[int]) -> Gender | None:
    told = {_behind(page, n, end, named, offices) for _, end in group.places} - {None}
    return told.pop() if len(told) == 1 else None


def _behind(page: Page, n: int, end: int, named: dict[int, int], offices: set[int]) -> Gender | None:
    """The gender by what is said behind a name: "X said that *she*", "X and *her* counterpart", "X arrived on
    *his* first visit", before anybody else is told of."""
    for k in range(end, min(end + _REACH, len(page))):
        if named.get(k, n) != n or (k in offices and k > end) or page.words[k].kind == "line":
            return None
        word = page.at(k)
        if word in {".", "!", "?", ";"}:
            return None
        saying = page.at(k - 1) in page.lists.speaks or (
            page.at(k - 1) == "that" and page.at(k - 2) in page.lists.speaks
        )
        if word in _PRONOUNS:
            return _PRONOUNS[word] if saying and k <= end + 3 else None
        if word in _OWNING:
            return _OWNING[word] if _owns(page, k + 1) else None
    return None


def _owns(page: Page, start: int) -> bool:
    """ "her |first official visit|"; not "invited her |to visit|"."""
    for k in range(start, start + _OWNED_REACH):
        if page.at(k) in _OWNED:
            return True
        if page.at(k) in _PARTING:
            return False
    return False
