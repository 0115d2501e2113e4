"""Whether a post behind a name is that person's: "Alice Rufo, |Director General|", "X became |Minister|"."""

from __future__ import annotations

from collections.abc import Mapping

from servanda.extract.leads import read_lead
from servanda.extract.page import Page
from servanda.extract.posts import Post

JOINTS = frozenset({"and", "&", "cum"})
APPOINT_REACH = 8
"""Words between a name and a post that is given to it."""
_FILLERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "our", "also", "who", "is", "was", "new"}
)
_OPENERS = frozenset({",", "(", "–", "—", "-"})
_COPULAS = frozenset({"is", "was", "became", "remains"})
_PASSIVE = frozenset({"was", "been", "is"})
_OWNERS = frozenset({"his", "her"})
_LINE_REACH = 9


class Apposition:
    """The posts of a page as they stand behind names."""

    def __init__(self, page: Page, posts: Mapping[int, Post]) -> None:
        self.page, self.posts = page, posts

    def reaches(self, name_end: int, i: int) -> bool:
        """Only a comma, bracket or line end and small words stand between a name and the post at `i`."""
        page, j = self.page, name_end
        if i - name_end > APPOINT_REACH + 4:
            return False
        j = self._past_letters(j)
        if j == i:
            return self.posts[i].capital and self.posts[i].end > self.posts[i].head_end
        if page.at(j) in _OPENERS or (
            j < len(page) and page.words[j].kind == "line" and self._alone_on_line(name_end)
        ):
            j += 1
        else:
            return self._is_appointment(name_end, i)
        j = self._past_owner(j)
        article = page.at(j) in {"a", "an", "the"}
        while page.at(j) in _FILLERS | page.lists.dropped and j < i:
            j += 1
        j = self._past_owner(j)
        return j == i or (article and all(self._may_describe(k) for k in range(j, i)))

    def _past_owner(self, j: int) -> int:
        """Past the state that a post in apposition is of: "X, |Norway's| Chief of Defence"."""
        k = j + (self.page.at(j) == "the")
        if k >= len(self.page) or self.page.words[k].party is None:
            return j
        after = self.page.past_party(k)
        return after + 1 if after < len(self.page) and self.page.words[after].kind == "poss" else j

    def _may_describe(self, k: int) -> bool:
        """ "a |4-star U.S. Navy Admiral and| Commander": words that can stand before a post in apposition."""
        word = self.page.words[k]
        if word.kind == "mark":
            return word.text == "-"
        return word.kind != "line" and not word.verb and (not word.function or word.key in JOINTS)

    def _past_letters(self, j: int) -> int:
        """Past a bracket and letters after a name: "(Retd)", "HI (M)", ", PhD"."""
        page = self.page
        while True:
            if page.at(j) == "(" and page.at(j + 2) == ")":
                j += 3
            elif page.at(j) in page.lists.after_name:
                j += 1
            elif page.at(j) == "," and page.at(j + 1) in page.lists.after_name:
                j += 2
            else:
                return j

    def _alone_on_line(self, name_end: int) -> bool:
        page, j = self.page, name_end - 1
        while j >= 0 and page.words[j].kind != "line":
            j -= 1
        return name_end - j <= _LINE_REACH

    def _is_appointment(self, name_end: int, i: int) -> bool:
        """ "X has been appointed as the |Chief Secretary": verbs of office stand between."""
        page = self.page
        if i - name_end > APPOINT_REACH or any(
            page.words[k].kind in {"mark", "line"} for k in range(name_end, i)
        ):
            return False
        between = [page.at(k) for k in range(name_end, i)]
        if "by" in between or not between:
            return False
        if between[0] in _COPULAS and set(between[1:]) <= _FILLERS | page.lists.dropped:
            return not (self.posts[i].bare and self.posts[i].head in page.lists.weak)
        return bool(set(between) & page.lists.appointed) or (between[0] == "as" and len(between) <= 3)

    def is_sworn_in(self, name_end: int, i: int) -> bool:
        """ "Justice X was sworn in as the |Chief Justice": a new post in place of the one named before."""
        if not self._is_appointment(name_end, i):
            return False
        between = {self.page.at(k) for k in range(name_end, i)}
        return "as" in between and not between.isdisjoint(_PASSIVE)

    def meets_counterpart(self, name_end: int, i: int) -> bool:
        """ "A |was welcomed by his Turkish counterpart| B": A holds the office that B holds."""
        page, post = self.page, self.posts[i]
        lead = read_lead(page, post.end, post)
        between = range(name_end, i)
        unbroken = all(page.words[k].kind not in {"mark", "line"} and not page.head(k) for k in between)
        owned = page.at(i - 1) in _OWNERS or page.at(i) in _OWNERS
        return post.mirrors and bool(post.party) and lead is not None and unbroken and owned
