"""Places where a text presents a person: a name with the rank, form of address or post that licenses it.

A post before a name leads it ("Defence Minister Ngo Xuan Lich"); a post after a name stands in apposition
("Alice Rufo, Director General ..."). Where a post stands between two names, the first takes it unless it
already has one, so that both styles of list are read.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from servanda.extract.bracketed import names_in_brackets, subject_after, with_subject
from servanda.extract.leads import Gender, Lead, read_lead, state_after
from servanda.extract.names import is_name_part, name_end
from servanda.extract.page import Page
from servanda.extract.posts import Post

_JOINTS = frozenset({"and", "&", "cum"})
_FILLERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "our", "also", "who", "is", "was", "new"}
)
_OPENERS = frozenset({",", "(", "–", "—", "-"})
_COPULAS = frozenset({"is", "was", "became", "remains"})
_PASSIVE = frozenset({"was", "been", "is"})
_OWNERS = frozenset({"his", "her"})
_ROYAL = frozenset({"prince", "princess"})
_BEFORE_TITLE = frozenset({"the", "("})
"""Small words at which a rank or form of address can begin."""
_APPOINT_REACH = 8
_LINE_REACH = 9
_MOST_POSTS = 12
"""Posts of one person that are told in a row."""


class Naming(msgspec.Struct):
    """A person named with a licence. Positions are word indexes: the name, and the whole phrase around it.

    posts     those that belong to the person here, before the name or in apposition
    before    whether a post stands before the name
    acts      licensed by nothing but what the person does, see `bare`
    """

    start: int
    end: int
    whole_start: int
    whole_end: int
    name: tuple[str, ...]
    rank: str | None = None
    gender: Gender | None = None
    addressed: bool = False
    posts: list[Post] = []
    before: bool = False
    headline: bool = False
    acts: bool = False


def find_namings(page: Page, posts: Sequence[Post]) -> list[Naming]:
    """All places of a page where a person is named with rank, form of address or one of `posts`, in order."""
    return _Scanner(page, posts).scan()


class _Scanner:
    def __init__(self, page: Page, posts: Sequence[Post]) -> None:
        self.page = page
        self.posts = {post.start: post for post in posts}
        self.found: list[Naming] = []
        self.lists: list[tuple[int, int, Post]] = []

    def scan(self) -> list[Naming]:
        after = 0
        for i, word in enumerate(self.page.words):
            if i >= after and (word.capital or i in self.posts or word.key in _BEFORE_TITLE):
                after = self._step(i)
        for start, end, post in self.lists:
            for naming in self.found:
                if start <= naming.whole_start < end and not naming.posts and naming.addressed:
                    naming.posts = [post]
        return self.found

    def _open_list(self, post: Post) -> None:
        """ "members of the Council, |including A, B and C": the post of all who have none of their own."""
        page, i = self.page, post.end
        i += page.at(i) == ","
        if not post.plural or post.end == post.head_end or page.at(i) not in {"including", "namely", ":"}:
            return
        end = next((k for k in range(i, len(page)) if page.words[k].kind == "line"), len(page))
        self.lists.append((i, end, post))

    def _step(self, i: int) -> int:
        page = self.page
        if page.words[i].silent or page.words[i].kind == "line":
            return i + 1
        if i in self.posts:
            return self._at_post(i)
        lead = read_lead(page, i, None)
        if lead is not None and lead.titled:
            return self._add(i, lead, self._royal(i, lead))
        if n := page.honorific(i):
            return i + n
        if is_name_part(page, i, first=True):
            return self._at_bare_name(i)
        return i + 1

    def _royal(self, i: int, lead: Lead) -> list[Post]:
        """ "His Royal Highness |Prince| Henry": the title of one who is called by the first name alone."""
        inside = (self.posts[k] for k in range(i, lead.start) if k in self.posts)
        return [p for p in inside if p.head in _ROYAL] if lead.size == 1 else []

    def _at_post(self, i: int) -> int:
        chain = self._chain(i)
        lead = read_lead(self.page, chain[-1].end, chain[-1])
        if lead is not None and lead.comma and self._is_role(i):
            lead = None
        last = self.found[-1] if self.found else None
        if last is not None and lead is None and last.posts and self._is_sworn_in(last.end, i):
            last.posts, last.whole_end = chain, chain[-1].end
            return chain[-1].end
        if last is not None and self._is_open(last, lead) and self._is_apposition(last.end, i):
            mine = chain[:-1] if self._leads_on(lead) or self._is_parted(chain, lead) else chain
            if mine and not mine[0].plural:
                last.posts = [*last.posts, *mine]
                last.whole_end = mine[-1].end
                return mine[-1].end
            if mine and mine[0].capital and self._share(mine):
                return mine[-1].end
        if lead is None:
            self._open_list(chain[0])
            return self._in_brackets(chain[0])
        own = self._own(chain)
        return self._add(own[0].start, lead, own)

    def _is_role(self, i: int) -> bool:
        """ "Foreign Minister A, |as the current| Chair of ASEAN, B": a role told of the one before."""
        j = i - 1
        while self.page.at(j) in self.page.lists.dropped:
            j -= 1
        return self.page.at(j) == "as" and not self.page.words[j].opens

    def _in_brackets(self, post: Post) -> int:
        """ "the ministers of Defence |(A)| and Justice |(B)|": where the last of them ends."""
        end = post.end
        for held in names_in_brackets(self.page, post):
            self.found.append(self._naming(held.lead.start, held.lead, [held.post]))
            end = held.lead.end
        return end

    def _is_open(self, naming: Naming, lead: Lead | None) -> bool:
        """Whether the person may take a post in apposition: has none, or a bare title, and no other can."""
        return not naming.posts or (lead is None and len(naming.posts) == 1 and naming.posts[0].bare)

    def _share(self, posts: list[Post]) -> bool:
        """ "A and B, |Senior Mission Chiefs": a plural in apposition is the post of all in the list."""
        listed = [self.found[-1]]
        for naming in reversed(self.found[:-1]):
            between = {self.page.at(k) for k in range(naming.whole_end, listed[-1].whole_start)}
            if naming.posts or not between or not between <= _JOINTS | {","}:
                break
            listed.append(naming)
        for naming in listed if len(listed) > 1 else []:
            naming.posts = posts
        return len(listed) > 1

    def _leads_on(self, lead: Lead | None) -> bool:
        """Whether a name follows the post at once, so that it is that person's; one loose word is no name."""
        return lead is not None and not lead.comma and (lead.titled or lead.size > 1)

    def _is_parted(self, chain: list[Post], lead: Lead | None) -> bool:
        """ "A, Chief of Staff, and |the Ambassador, B,": the last post is the next person's."""
        if len(chain) < 2 or lead is None or not lead.comma or self._skip_joint(lead.end) in self.posts:
            return False
        return "the" in {self.page.at(k) for k in range(chain[-2].end, chain[-1].start)}

    def _chain(self, i: int) -> list[Post]:
        """Posts joined by commas and "and", from the one at `i`, up to one that leads a name."""
        chain = [self.posts[i]]
        while len(chain) < _MOST_POSTS:
            end = chain[-1].end
            following = self._skip_joint(end)
            lead = read_lead(self.page, end, chain[-1])
            if following == end or following not in self.posts or (lead is not None and not lead.comma):
                return chain
            if self.posts[following].plural != chain[-1].plural:
                return chain
            chain.append(self.posts[following])
        return chain

    def _skip_joint(self, j: int) -> int:
        page, start = self.page, j
        if page.at(j) == ",":
            j += 1
        while page.at(j) in _JOINTS:
            j += 1
        if j == start:
            return start
        while page.at(j) in page.lists.dropped and j not in self.posts:
            j += 1
        return j

    def _own(self, chain: list[Post]) -> list[Post]:
        """The last posts of a chain, those of the name after it: "the President and |Prime Minister X"."""
        first = len(chain) - 1
        while first > 0 and self._is_one_office(chain[first - 1], chain[first], first == len(chain) - 1):
            first -= 1
        return chain[first:]

    def _is_one_office(self, post: Post, following: Post, last: bool) -> bool:
        between = {self.page.at(k) for k in range(post.end, following.start)}
        anded = bool(between & _JOINTS)
        if post.world == following.world == "diplomat" and following.bare and not post.bare and not anded:
            return True  # "High Commissioner to Ghana, |Ambassador X|"
        if post.bare and (following.bare or "the" in between or not anded):
            return False
        if post.plural != following.plural or (last and not anded):
            return False
        return not (
            post.party and following.party and post.party != following.party and post.world != "diplomat"
        )

    def _is_apposition(self, name_end: int, i: int) -> bool:
        """Only a comma, bracket or line end and small words stand between a name and the post at `i`."""
        page, j = self.page, name_end
        if i - name_end > _APPOINT_REACH + 4:
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
        return word.kind != "line" and not word.verb and (not word.function or word.key in _JOINTS)

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
        if i - name_end > _APPOINT_REACH or any(
            page.words[k].kind in {"mark", "line"} for k in range(name_end, i)
        ):
            return False
        between = [page.at(k) for k in range(name_end, i)]
        if "by" in between or not between:
            return False
        if between[0] in _COPULAS and set(between[1:]) <= _FILLERS | page.lists.dropped:
            return not (self.posts[i].bare and self.posts[i].head in page.lists.weak)
        return bool(set(between) & page.lists.appointed) or (between[0] == "as" and len(between) <= 3)

    def _is_sworn_in(self, name_end: int, i: int) -> bool:
        """ "Justice X was sworn in as the |Chief Justice": a new post in place of the one named before."""
        if not self._is_appointment(name_end, i):
            return False
        between = {self.page.at(k) for k in range(name_end, i)}
        return "as" in between and not between.isdisjoint(_PASSIVE)

    def _at_bare_name(self, i: int) -> int:
        """A name with no licence before it counts when a post follows in apposition."""
        page = self.page
        end = name_end(page, i, licensed=False)
        if end - i < 2:
            return max(end, i + 1)
        following = next(
            (k for k in range(end, min(end + _APPOINT_REACH + 4, len(page))) if k in self.posts), None
        )
        if following is not None and self._meets_counterpart(end, following):
            naming = self._naming(i, Lead(i, end), [self._mirrored(self.posts[following])])
            self.found.append(naming)
            return end
        if following is None or not self._is_apposition(end, following):
            return end
        chain = self._chain(following)
        lead = read_lead(page, chain[-1].end, chain[-1])
        chain = chain[:-1] if self._leads_on(lead) else chain
        if not chain or chain[0].plural:
            return end
        naming = self._naming(i, Lead(i, end), [])
        naming.posts, naming.whole_end = chain, chain[-1].end
        self.found.append(naming)
        return naming.whole_end

    def _meets_counterpart(self, name_end: int, i: int) -> bool:
        """ "A |was welcomed by his Turkish counterpart| B": A holds the office that B holds."""
        page, post = self.page, self.posts[i]
        lead = read_lead(page, post.end, post)
        between = range(name_end, i)
        unbroken = all(page.words[k].kind not in {"mark", "line"} and not page.head(k) for k in between)
        owned = page.at(i - 1) in _OWNERS or page.at(i) in _OWNERS
        return post.mirrors and bool(post.party) and lead is not None and unbroken and owned

    def _mirrored(self, post: Post) -> Post:
        return msgspec.structs.replace(post, party=None, shares=False)

    def _add(self, whole_start: int, lead: Lead, posts: list[Post]) -> int:
        if self._is_history(whole_start):
            return lead.end
        if posts and posts[-1].plural:
            return self._further_names(self._add_one_of(whole_start, lead, posts), posts)
        self.found.append(self._naming(whole_start, lead, posts))
        return lead.end

    def _add_one_of(self, whole_start: int, lead: Lead, posts: list[Post]) -> int:
        """One of several holders of a post, with the state or portfolio that follows the name alone."""
        subject, end = subject_after(self.page, state_after(self.page, lead.end))
        self.found.append(self._naming(whole_start, lead, [*posts[:-1], with_subject(posts[-1], subject)]))
        return end

    def _naming(self, whole_start: int, lead: Lead, posts: list[Post]) -> Naming:
        words = self.page.words[lead.start : lead.end]
        return Naming(
            start=lead.start,
            end=lead.end,
            whole_start=whole_start,
            whole_end=lead.end,
            name=tuple(w.text for w in words if w.kind in {"word", "initials"}),
            rank=lead.rank,
            gender=lead.gender,
            addressed=lead.addressed,
            posts=list(posts),
            before=bool(posts),
            headline=words[0].headline,
        )

    def _further_names(self, j: int, posts: list[Post]) -> int:
        """ "Board Members A|, B and C"."""
        page = self.page
        while page.at(j) in _JOINTS | {","}:
            k = j + 1 + (page.at(j + 1) in _JOINTS)
            lead = read_lead(page, k, posts[-1])
            if k in self.posts or lead is None or lead.comma or not (lead.titled or lead.size > 1):
                return j
            j = self._add_one_of(lead.start, lead, posts)
        return j

    def _is_history(self, i: int) -> bool:
        page = self.page
        before = range(max(0, i - 3), i)
        return any(page.at(k) in page.lists.history for k in before if page.words[k].kind == "word")
