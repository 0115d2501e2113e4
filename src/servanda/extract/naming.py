"""Places where a text presents a person: a name with the rank, form of address or post that licenses it.

A post before a name leads it ("Defence Minister Ngo Xuan Lich"); a post after a name stands in apposition
("Alice Rufo, Director General ..."). Where a post stands between two names, the first takes it unless it
already has one, so that both styles of list are read.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from servanda.extract.apposition import APPOINT_REACH, JOINTS, Apposition
from servanda.extract.bracketed import names_in_brackets, subject_after, with_subject
from servanda.extract.leads import Gender, Lead, read_lead, state_after
from servanda.extract.names import is_name_part, name_end
from servanda.extract.page import Page
from servanda.extract.post_chains import PostChains
from servanda.extract.posts import Post, states_before, states_told
from servanda.extract.turns import names_in_turn

_ROYAL = frozenset({"prince", "princess"})
_BEFORE_TITLE = frozenset({"the", "("})
"""Small words at which a rank or form of address can begin."""


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
        self.apposition, self.chains = Apposition(page, self.posts), PostChains(page, self.posts)
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
        if i in page.openings or page.at(i) in _BEFORE_TITLE:
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
        chain = self.chains.chain(i)
        lead = read_lead(self.page, chain[-1].end, chain[-1])
        if lead is not None and lead.comma and self._is_role(i):
            lead = None
        last = self.found[-1] if self.found else None
        if last is not None and lead is None and last.posts and self.apposition.is_sworn_in(last.end, i):
            last.posts, last.whole_end = chain, chain[-1].end
            return chain[-1].end
        if last is not None and self._is_open(last, lead) and self.apposition.reaches(last.end, i):
            mine = self._of_the_one_before(chain, lead)
            if mine and self._is_guest(last, mine):
                self._open_list(chain[0])
                return self._one_by_one(chain[0])
            if mine and not mine[0].plural:
                last.posts = [*last.posts, *mine]
                last.whole_end = mine[-1].end
                return mine[-1].end
            if mine and mine[0].capital and self._share(mine):
                return mine[-1].end
        if lead is None:
            self._open_list(chain[0])
            return self._one_by_one(chain[0])
        own = self.chains.own(chain)
        return self._add(own[0].start, lead, own)

    def _is_guest(self, host: Naming, posts: Sequence[Post]) -> bool:
        """ "At the invitation of President A, |the Indian Vice President| arrived": not the host."""
        j, end = host.whole_start - 1, posts[-1].end
        while self.page.at(j) in self.page.lists.dropped:
            j -= 1
        acts = end < len(self.page) and self.page.words[end].verb
        return acts and self.page.at(j) == "of" and self.page.at(j - 1) == "invitation"

    def _is_role(self, i: int) -> bool:
        """ "Foreign Minister A, |as the current| Chair of ASEAN, B": a role told of the one before."""
        j = i - 1
        while self.page.at(j) in self.page.lists.dropped:
            j -= 1
        return self.page.at(j) == "as" and not self.page.words[j].opens

    def _one_by_one(self, post: Post) -> int:
        """ "the ministers of Defence |(A)| and Justice |(B)|", "the ambassadors of Peru|, A, and Chile, B|":
        where the last of them ends."""
        end = post.end
        for held in (*names_in_brackets(self.page, post), *names_in_turn(self.page, post)):
            self.found.append(self._naming(held.lead.start, held.lead, [held.post]))
            end = held.lead.end
        return end

    def _is_open(self, naming: Naming, lead: Lead | None) -> bool:
        """Whether the person may take a post in apposition: has none, or a bare title or that of a
        counterpart, and no other can."""
        if not naming.posts or lead is not None or len(naming.posts) > 1:
            return not naming.posts
        return naming.posts[0].bare or naming.posts[0].mirrors

    def _share(self, posts: list[Post]) -> bool:
        """ "A and B, |Senior Mission Chiefs": a plural in apposition is the post of all in the list."""
        listed = [self.found[-1]]
        for naming in reversed(self.found[:-1]):
            between = {self.page.at(k) for k in range(naming.whole_end, listed[-1].whole_start)}
            if naming.posts or not between or not between <= JOINTS | {","}:
                break
            listed.append(naming)
        if len(listed) > 1:
            share_post(self.page, listed[::-1], posts)
        return len(listed) > 1

    def _of_the_one_before(self, chain: list[Post], lead: Lead | None) -> list[Post]:
        """The posts of a chain that are of the person named before them."""
        if self._leads_on(chain, lead):
            return chain[:-1]
        return chain[: self._parted_at(chain, lead)]

    def _leads_on(self, chain: list[Post], lead: Lead | None) -> bool:
        """Whether a name follows the last post at once, so that it is that person's; one loose word is a name
        behind a post that says no more: "A, President of Peru, |President B|"."""
        if lead is None or lead.comma:
            return False
        bare = len(chain) > 1 and chain[-1].bare and not chain[-2].bare
        return lead.titled or lead.size > 1 or (bare and lead.size == 1)

    def _parted_at(self, chain: list[Post], lead: Lead | None) -> int:
        """ "A, Chief of Staff, and |the Ambassador, B,|", "A, Minister of Peru, |the Prime Minister and
        Minister of Defence, B,|": how many posts of the chain are not the next person's."""
        if len(chain) < 2 or lead is None or not lead.comma or self.chains.skip_joint(lead.end) in self.posts:
            return len(chain)
        for first in range(len(chain) - 1, 0, -1):
            between = {self.page.at(k) for k in range(chain[first - 1].end, chain[first].start)}
            if "the" in between or (first == len(chain) - 1 and chain[-1].mirrors):
                return first
        return len(chain)

    def _at_bare_name(self, i: int) -> int:
        """A name with no licence before it counts when a post follows in apposition."""
        page = self.page
        end = name_end(page, i, licensed=False)
        if end - i < 2:
            return max(end, i + 1)
        following = next(
            (k for k in range(end, min(end + APPOINT_REACH + 4, len(page))) if k in self.posts), None
        )
        if following is not None and self.apposition.meets_counterpart(end, following):
            naming = self._naming(i, Lead(i, end), [self._mirrored(self.posts[following])])
            self.found.append(naming)
            return end
        if following is None or not self.apposition.reaches(end, following):
            return end
        chain = self.chains.chain(following)
        lead = read_lead(page, chain[-1].end, chain[-1])
        chain = self._of_the_one_before(chain, lead)
        if not chain or chain[0].plural:
            return end
        naming = self._naming(i, Lead(i, end), [])
        naming.posts, naming.whole_end = chain, chain[-1].end
        self.found.append(naming)
        return naming.whole_end

    def _mirrored(self, post: Post) -> Post:
        return msgspec.structs.replace(post, party=None, shares=False)

    def _add(self, whole_start: int, lead: Lead, posts: list[Post]) -> int:
        if self._is_history(whole_start):
            return lead.end
        if posts and posts[-1].plural:
            first = len(self.found)
            end = self._further_names(self._add_one_of(whole_start, lead, posts), posts)
            self._share_out(self.found[first:], posts[-1])
            return end
        self.found.append(self._naming(whole_start, lead, posts))
        return lead.end

    def _share_out(self, listed: Sequence[Naming], post: Post) -> None:
        """ "his |Mongolian and Lao| counterparts, A and B": each of his state, in the order told."""
        codes = states_before(self.page, post)
        if len(codes) < 2 or len(codes) != len(listed):
            return
        _of_each_state(listed, codes, post.text)

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
        while page.at(j) in JOINTS | {","}:
            k = j + 1 + (page.at(j + 1) in JOINTS)
            lead = read_lead(page, k, posts[-1])
            if k in self.posts or lead is None or lead.comma:
                return j
            surnames = lead.size == len(self.found[-1].name) == 1  # "Prime Ministers Abe |and Howard|"
            if not (lead.titled or lead.size > 1 or surnames):
                return j
            j = self._add_one_of(lead.start, lead, posts)
        return j

    def _is_history(self, i: int) -> bool:
        page = self.page
        before = range(max(0, i - 3), i)
        return any(page.at(k) in page.lists.history for k in before if page.words[k].kind == "word")


def share_post(page: Page, listed: Sequence[Naming], posts: Sequence[Post]) -> None:
    """Gives all those listed the posts, and each his or her own state of "A and B, the defence ministers |of
    Sweden and Brazil|"."""
    for naming in listed:
        naming.posts = list(posts)
    codes = states_told(page, posts[-1])
    if posts[-1].plural and len(codes) == len(listed) > 1:
        _of_each_state(listed, codes, posts[-1].text.rpartition(" of ")[0] or posts[-1].text)


def _of_each_state(listed: Sequence[Naming], codes: Sequence[str], noun: str) -> None:
    """The post of each of those listed, called `noun`, is of the state told in his or her place."""
    for naming, code in zip(listed, codes, strict=True):
        naming.posts[-1] = msgspec.structs.replace(naming.posts[-1], text=noun, party=code, shares=False)
