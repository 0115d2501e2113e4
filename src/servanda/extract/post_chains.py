"""Posts in a row: "the President and Prime Minister X", "A, Chief of Staff, Commander of the Navy"."""

from __future__ import annotations

from collections.abc import Mapping

from servanda.extract.apposition import JOINTS
from servanda.extract.leads import read_lead
from servanda.extract.page import Page
from servanda.extract.posts import Post

_MOST_POSTS = 12
"""Posts of one person that are told in a row."""


class PostChains:
    """The posts of a page as they follow each other."""

    def __init__(self, page: Page, posts: Mapping[int, Post]) -> None:
        self.page, self.posts = page, posts

    def chain(self, i: int) -> list[Post]:
        """Posts joined by commas and "and", from the one at `i`, up to one that leads a name."""
        chain = [self.posts[i]]
        while len(chain) < _MOST_POSTS:
            end = chain[-1].end
            following = self.skip_joint(end)
            lead = read_lead(self.page, end, chain[-1])
            if following == end or following not in self.posts or (lead is not None and not lead.comma):
                return chain
            if self.posts[following].plural != chain[-1].plural:
                return chain
            chain.append(self.posts[following])
        return chain

    def skip_joint(self, j: int) -> int:
        """Past a comma, "and" and small words between two posts; `j` where none is joined."""
        page, start = self.page, j
        if page.at(j) == ",":
            j += 1
        while page.at(j) in JOINTS:
            j += 1
        if j == start:
            return start
        while page.at(j) in page.lists.dropped and j not in self.posts:
            j += 1
        return j

    def own(self, chain: list[Post]) -> list[Post]:
        """The last posts of a chain, those of the name after it: "the President and |Prime Minister X"."""
        first = len(chain) - 1
        while first > 0 and self._is_one_office(chain[first - 1], chain[first], first == len(chain) - 1):
            first -= 1
        return chain[first:]

    def _is_one_office(self, post: Post, following: Post, last: bool) -> bool:
        between = {self.page.at(k) for k in range(post.end, following.start)}
        anded = bool(between & JOINTS)
        if post.world == following.world == "diplomat" and following.bare and not post.bare and not anded:
            return True  # "High Commissioner to Ghana, |Ambassador X|"
        if post.bare and (following.bare or "the" in between or not anded):
            return False
        if post.plural != following.plural or (last and not anded):
            return False
        return not (
            post.party and following.party and post.party != following.party and post.world != "diplomat"
        )
