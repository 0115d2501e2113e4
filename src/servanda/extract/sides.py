"""Whose side a person is on: the evidence that a document gives in words.

1. the post itself ("Indian Prime Minister", "Ambassador of France to Vietnam");
2. the list or clause that the person stands in ("representing Sri Lanka were", "signed it for the UAE");
3. the name, where the register of office holders knows it in one state that the document names;
4. what is said of person or institution elsewhere ("the French Minister", "the French Ministry of ...").

What is presumed where words tell nothing is in `presumed`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from servanda.codebook.office_holders import states_of
from servanda.codebook.titles import can_have
from servanda.extract.descriptions import describes, ministries, mirrors, plain, ranks_told, roles_of
from servanda.extract.naming import Naming
from servanda.extract.offices import is_staff
from servanda.extract.on_behalf import line_above, on_behalf, sets_out, state_at, state_of_force
from servanda.extract.page import Page
from servanda.extract.posts import Post
from servanda.extract.same import Group, fold

_POST, _CLAUSE, _LIST, _SAID = 4, 3, 2, 1
_REACH = 45
"""Words of a sentence that are looked at before a name."""
SEPARATORS = frozenset({",", ";", "and", "&", "as", "well", "the", "along", "with"})
"""What stands between those named in a list."""
_SETTLED = frozenset({"president", "prime minister", "vice president"})
_IN_A_MINISTRY = frozenset({"division", "department", "ministry", "directorate", "bureau"})
_ITEMS = frozenset({"-", "–", "—", "•", "*"})


class Sides:
    """Votes for each group's party. Home is the party of the publisher, when known."""

    def __init__(self, page: Page, groups: Sequence[Group], loose: Sequence[Post], home: str | None) -> None:
        self.page, self.groups, self.loose, self.home = page, groups, loose, home
        self.votes: list[Counter[str]] = [Counter() for _ in groups]
        self.owner = {id(s): n for n, g in enumerate(groups) for s in g.namings}
        self.ordered = sorted((s for g in groups for s in g.namings), key=lambda s: s.start)
        self._starts: dict[int, int] = {}
        self._own_posts()
        self._clauses()
        self._office_holders()
        self._lists()
        self._embassies()
        self._institutions()
        self._descriptions()

    def party(self, n: int) -> str | None:
        """The party with most votes, the first told where two have as many; None without a vote."""
        votes = self.votes[n]
        return max(votes, key=lambda code: votes[code]) if votes else None

    def sentence_start(self, i: int) -> int:
        """The position where the sentence or line of the word at `i` begins, or a reach before it."""
        known = self._starts.get(i)
        if known is None:
            words, known, floor = self.page.words, i, max(0, i - _REACH)
            while (
                known > floor
                and words[known - 1].kind != "line"
                and not (words[known - 1].text in {".", "!", "?"} and words[known].opens)
            ):
                known -= 1
            self._starts[i] = known
        return known

    def joined(self, a: Naming, b: Naming) -> bool:
        """Whether two namings stand side by side in a list."""
        between = range(a.whole_end, b.whole_start)
        return 0 < len(between) <= 4 and all((self.page.at(k) or "\n") in SEPARATORS for k in between)

    def _vote(self, naming: Naming, code: str | None, weight: int) -> None:
        if code:
            self.votes[self.owner[id(naming)]][code] += weight

    def _has_vote(self, naming: Naming) -> bool:
        return bool(self.votes[self.owner[id(naming)]])

    def _told(self, naming: Naming) -> str | None:
        """The state that the posts tell; to be a member of a foreign body, as a scholar, tells none.

        Nor does what a minister is for a body besides: "President X, |the Union's mediator|".
        """
        in_office = any(p.world == "state" and p.party is None for p in naming.posts)
        for post in naming.posts:
            if in_office and post.world != "state" and post.party and len(post.party) != 2:
                continue
            bodies = self.page.lists.political_bodies & set(post.text.lower().split())
            if post.party and (post.head != "member" or len(naming.posts) == 1 or bodies):
                return post.party
        return None

    def _own_posts(self) -> None:
        for naming in self.ordered:
            told = (
                self._of_state(naming)
                or self._told(naming)
                or self._owner(naming)
                or self._of_service(naming)
                or state_of_force(self.page, naming.whole_end)
            )
            self._vote(naming, told, _POST)
            sent = next((p.accredited for p in naming.posts if p.world == "diplomat" and p.accredited), None)
            if told is None and sent and sent != self.home and len(sent) == 2:
                self._vote(naming, self.home, _CLAUSE)

    def _of_state(self, naming: Naming) -> str | None:
        """The state right behind the name, where the posts are those of several: "ministers |A of Japan|"."""
        behind = self.page.at(naming.whole_end) == "of"
        return state_at(self.page, naming.whole_end + 1) if behind else None

    def _owner(self, naming: Naming) -> str | None:
        """The state that a bare name is said to be of: "Sweden's |Pål Jonson|"."""
        words, start = self.page.words, naming.whole_start
        owned = naming.acts and start > 1 and words[start - 1].kind == "poss"
        mention = words[start - 2].party if owned else None
        return mention.code if mention is not None else None

    def _of_service(self, naming: Naming) -> str | None:
        """The state of the service before a rank: "|Brazilian Army| Gen. X", "|U.S. Air Force| Col. Y"."""
        page, k = self.page, naming.whole_start - 1
        if naming.rank is None or page.at(k) not in page.lists.services:
            return None
        while k > 0 and page.words[k].party is None and page.words[k].capital and page.is_word(k):
            k -= 1
        mention = page.words[k].party
        return mention.code if mention is not None and mention.form != "capital" else None

    def _clauses(self) -> None:
        for naming in self.ordered:
            if self._told(naming) is None:
                introduced = self._introduced(naming) or self._group_before(naming)
                self._vote(naming, introduced, _CLAUSE)
                self._vote(naming, on_behalf(self.page, naming), _CLAUSE)

    def _group_before(self, naming: Naming) -> str | None:
        """The state of a delegation or embassy that the sentence names before its people."""
        page, lists = self.page, self.page.lists
        start, end = self.sentence_start(naming.whole_start), naming.whole_start
        for k in range(end - 1, start - 1, -1):
            if page.at(k) not in lists.groups:
                continue
            link = next((x for x in range(k + 1, min(k + 12, end)) if page.at(x) in lists.group_links), None)
            if link is None and page.at(k) != "representing":
                continue
            if any(k < s.start < naming.start and self._told(s) for s in self.ordered):
                return None
            if link is not None and page.at(link) == "under" and self._is_second(link, naming):
                return None
            if any(
                page.at(x) in page.lists.engaging for x in range(link + 1 if link else k, naming.whole_start)
            ):
                return None
            reach = page.words[max(start, k - 4) : min(link + 1 if link else k + 6, end)]
            codes = {w.party.code for w in reach if w.party is not None and w.party.form != "capital"}
            if not codes and page.at(k - 1) == "the":
                return self._delegation_before(k - 1)
            return codes.pop() if len(codes) == 1 else None
        return None

    def _is_second(self, link: int, naming: Naming) -> bool:
        """Whether another is named between: "a delegation under |X| was received by |Y|"."""
        return any(link < s.start < naming.start for s in self.ordered)

    def _introduced(self, naming: Naming) -> str | None:
        """The state for which the people after it act: "and, |for Peru, X and Y", or the line "For Peru:"."""
        page = self.page
        start = self.sentence_start(naming.whole_start)
        while page.at(start) in _ITEMS and (above := line_above(self.page, start)) < start:
            start = above
        for k in range(naming.whole_start - 1, start - 1, -1):
            opens = k == start or page.words[k - 1].kind in {"mark", "line"}
            if page.at(k) in {"for", "from", "representing"} and opens:
                code = state_at(self.page, k + 1)
                y = k + 1 + (page.at(k + 1) == "the")
                if page.at(k) == "from" and sets_out(self.page, naming):
                    return None
                closed = code is not None and page.words[y].party is not None
                return code if closed and page.at(page.past_party(y)) in {",", ":"} else None
        return None

    def _delegation_before(self, i: int) -> str | None:
        """The state of the delegation named last: "a Chilean delegation ... The delegation included"."""
        page = self.page
        for k in range(i - 1, max(0, i - 2 * _REACH), -1):
            mention = page.words[k - 1].party
            if page.at(k) == "delegation" and mention is not None and mention.form in {"demonym", "name"}:
                return mention.code
        return None

    def _office_holders(self) -> None:
        """Whose name tells: the one state named here in which somebody so called held high office. Of a
        family name alone it tells only with an office of state."""
        named = self.page.states | ({self.home} if self.home else set())
        for n, group in enumerate(self.groups):
            name = max((s.name for s in group.namings), key=len)
            in_office = any(p.world == "state" for s in group.namings for p in s.posts)
            if self.votes[n] or (len(fold(name)) == 1 and not in_office):
                continue
            states = set(states_of(name) & named)
            if len(states) == 1:
                self.votes[n][states.pop()] += _CLAUSE

    def _lists(self) -> None:
        """A state before the first post of a list, or after its last, holds for the others that name none."""
        for before, naming in pairwise(self.ordered):
            if self._accompanies(before, naming) and not self._has_vote(naming):
                self._vote(naming, self.party(self.owner[id(before)]), _LIST)
            if self._is_one_plural(before, naming):
                self._agree(before, naming)
            shared = next((p.party for p in before.posts if p.party and p.shares), None)
            shares = naming.before and self._told(naming) is None and self.joined(before, naming)
            if shared and shares and self._can_share(shared, naming):
                self._vote(naming, shared, _LIST)
                naming.posts[0].party, naming.posts[0].shares = shared, True
        for naming, after in reversed(list(pairwise(self.ordered))):
            envoy = any(p.world == "diplomat" for p in naming.posts)
            told = on_behalf(self.page, after) if not envoy and self._ends_list(naming, after) else None
            if told and self.joined(naming, after) and not self._has_vote(naming):
                self._vote(naming, told, _LIST)

    def _is_one_plural(self, a: Naming, b: Naming) -> bool:
        """ "Cabinet Secretaries |A, B| and C": holders of one plural office without a state of each."""
        one = a.posts and b.posts and a.posts[-1].head_start == b.posts[-1].head_start
        return bool(one) and a.posts[-1].plural

    def _agree(self, a: Naming, b: Naming) -> None:
        """Let the one of two of whom nothing is told be of the other's state."""
        if self._has_vote(a) != self._has_vote(b):
            self._vote(b, self.party(self.owner[id(a)]), _LIST)
            self._vote(a, self.party(self.owner[id(b)]), _LIST)

    def _can_share(self, shared: str, naming: Naming) -> bool:
        """A state has the office; of an organisation, as of no state, is only staff."""
        if len(shared) != 2:
            return is_staff(self.page, naming.posts)
        return can_have(shared, naming.posts[0].text, naming.posts[0].head)

    def _ends_list(self, naming: Naming, last: Naming) -> bool:
        """Whether what follows the last of a list can tell the state of all: "A and B|, of Peru"."""
        following = self.page.at(last.whole_end)
        if following in self.page.lists.leading or following == ",":
            return True
        between = range(naming.whole_end, last.whole_start)
        return following in {"of", "from"} and all(self.page.at(k) in {"and", "&"} for k in between)

    def _accompanies(self, a: Naming, b: Naming) -> bool:
        between = range(a.whole_end, b.whole_start)
        return len(between) <= 4 and {"accompanied", "by"} <= {self.page.at(k) for k in between}

    def _embassies(self) -> None:
        """Staff of an embassy is of the state of the head of mission named before."""
        last: str | None = None
        for naming in self.ordered:
            told = next((p.party for p in naming.posts if p.party and p.world == "diplomat"), None)
            staff = any(
                p.head in self.page.lists.embassy_staff and not _IN_A_MINISTRY & set(p.text.lower().split())
                for p in naming.posts
            )
            if staff and told is None and not self._has_vote(naming):
                self._vote(naming, last, _LIST)
            last = told or last

    def _institutions(self) -> None:
        """The post names a ministry that the document elsewhere gives to a state."""
        owners = ministries(self.page)
        for naming in self.ordered:
            if self._has_vote(naming):
                continue
            for post in naming.posts:
                told = [codes for name, codes in owners.items() if name in plain(post.text)]
                if len(told) == 1 and len(told[0]) == 1:
                    self._vote(naming, next(iter(told[0])), _SAID)

    def _descriptions(self) -> None:
        """ "the French Minister", "the Vietnamese general": the one person without a vote in that role."""
        ranks = ranks_told(self.page)
        for n, group in enumerate(self.groups):
            if self.votes[n]:
                continue
            held = roles_of(group)
            codes = {code for word, code in ranks if word in held}
            posts = [p for s in group.namings for p in s.posts]
            if self.home is None or not any(p.end > p.head_end or p.head in _SETTLED for p in posts):
                codes |= {
                    told.party
                    for told in self.loose
                    if told.party and not told.plural and describes(told, posts)
                }
            if len(codes) == 1 and self._is_alone(n, held, codes):
                self.votes[n][codes.pop()] += _SAID

    def _is_alone(self, n: int, held: set[str], codes: set[str]) -> bool:
        """Nobody else with the role, or called a counterpart, is of that state already, or still unknown."""
        others = ((m, g) for m, g in enumerate(self.groups) if m != n and (roles_of(g) & held or mirrors(g)))
        return all(self.votes[m] and not codes & set(self.votes[m]) for m, _ in others)
