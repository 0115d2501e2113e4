"""A name after rank, form of address or post: where it begins and ends, and whether it is one."""

from __future__ import annotations

from typing import Literal

import msgspec

from servanda.codebook.office_holders import is_opening_of_name
from servanda.extract.complements import service_before_rank
from servanda.extract.names import name_end, rank_leads_name, titles
from servanda.extract.page import Page
from servanda.extract.posts import Post, states_before

Gender = Literal["f", "m"]

_COMMAS = frozenset({",", "–", "—", "-", ":"})
_MOST_TITLES = 16
"""Ranks, forms of address and brackets that can stand before one name."""
_FRONTING = frozenset(
    {"while", "during", "after", "before", "in", "at", "on", "when", "as", "following", "upon", "besides"}
)
"""Words at which a phrase before the clause itself begins."""
_DETERMINERS = frozenset({"the", "his", "her", "their", "its"})
_IS = frozenset({"is", "was"})
_NEW = frozenset({"new", "current", "incoming", "outgoing", "first", "next"})


class Lead(msgspec.Struct):
    """A name from word `start` up to `end` with what stands before it.

    addressed  a form of address does; comma: a comma or dash parts the name from its post
    """

    start: int
    end: int
    rank: str | None = None
    gender: Gender | None = None
    addressed: bool = False
    comma: bool = False

    @property
    def titled(self) -> bool:
        """Whether a rank or form of address stands before the name."""
        return self.addressed or self.rank is not None

    @property
    def size(self) -> int:
        """Number of the name's words."""
        return self.end - self.start


def read_lead(page: Page, j: int, post: Post | None) -> Lead | None:
    """The name that `post`, which ends at `j`, leads, or without one a rank or address at `j`; else None."""
    j = service_before_rank(page, _past_time(page, j)) if post is not None else j
    lead = Lead(j, j)
    if post is not None and page.at(j) in _COMMAS:
        lead.comma = True
        lead.start += 1
    if post is not None and titles(page, lead.start):
        lead.addressed = True
        lead.start += 1
    if post is not None and page.at(j) in _IS and page.at(post.start - 1) in _DETERMINERS | _NEW:
        lead.comma = True
        lead.start += 1
    for taken in range(_MOST_TITLES):
        if not _take_title(page, lead):
            if post is None and taken == 0:
                return None
            break
    own = _is_of_the_name(page, lead.start)
    lead.end = lead.start + 2 if own else name_end(page, lead.start)
    if lead.comma and post is not None and _begins_clause(page, lead, post):
        return None
    return lead if lead.size > 0 and _is_credible(page, lead, post) else None


def _begins_clause(page: Page, lead: Lead, post: Post) -> bool:
    """ "While meeting with the Minister of Defence, |Kari Lund said|": who acts behind a fronted phrase, not
    the holder of the post at its end."""
    end = lead.end
    acts = end < len(page) and page.words[end].verb and not page.words[end].capital
    before = post.start - 1 - (page.at(post.start - 1) in _DETERMINERS)
    if not acts or page.at(before) not in {"with", "to"}:
        return False
    while before > 0 and not page.words[before].opens:
        before -= 1
    first = page.words[before]
    return first.opens and (first.key in _FRONTING or first.key.endswith("ing"))


def _past_time(page: Page, j: int) -> int:
    """Past "of the time" or "at that time" after a post and before the comma of its holder's name."""
    told = (
        page.at(j) in {"of", "at"}
        and page.at(j + 1) in {"the", "that"}
        and page.at(j + 2) in {"time", "day"}
        and page.at(j + 3) == ","
    )
    return j + 3 if told else j


def _take_title(page: Page, lead: Lead) -> bool:
    """Move the lead past one rank, form of address or bracket; False when none stands there."""
    k = lead.start
    if page.at(k) == "the" and page.honorific(k + 1):
        k += 1
    if rank_leads_name(page, k):
        end = k + page.rank(k)
        lead.rank = f"{lead.rank} {page.cut(k, end)}" if lead.rank else page.cut(k, end)
        lead.start = end
    elif (n := page.honorific(k)) and not _is_of_the_name(page, k):
        lead.gender = lead.gender or _gender(page, k, n)
        lead.addressed = True
        lead.start = k + n + (page.at(k + n) == "," and n == 1)
    elif (
        page.at(k) == "("
        and page.at(k + 2) == ")"
        and (lead.rank or page.honorific(k + 1) or page.at(k + 1) in page.lists.retired)
    ):
        lead.gender = lead.gender or _gender(page, k + 1, 1)
        lead.start = k + 3
    else:
        return False
    return True


def _is_of_the_name(page: Page, k: int) -> bool:
    """ "Prime Minister |Sheikh| Hasina": a word of address by which the register knows somebody's name."""
    if page.honorific(k) != 1 or name_end(page, k + 1) != k + 2:
        return False
    return is_opening_of_name((page.words[k].text, page.words[k + 1].text))


def _gender(page: Page, k: int, n: int) -> Gender | None:
    told = page.lists.honorifics.get(" ".join(page.at(x) for x in range(k, k + n)), "n")
    return None if told == "n" else told


def _is_credible(page: Page, lead: Lead, post: Post | None) -> bool:
    words = page.words[lead.start : lead.end]
    if all(w.kind == "initials" for w in words) or _is_named_after(page, lead):
        return False
    if lead.titled or post is None:
        return lead.size > 1 or words[0].text not in page.acronyms  # "Commandant |PCG|"
    if lead.comma:
        if post.plural:
            each = state_after(page, lead.end) > lead.end or len(states_before(page, post)) > 1
            return lead.size > 1 and (post.mirrors or each)
        told = post.capital or not post.bare or page.at(post.start - 1) in _DETERMINERS
        return lead.size > 1 and told
    return lead.size > 1 or (not words[0].verb and _licenses_one_word(page, post, words[0].text))


def state_after(page: Page, i: int) -> int:
    """Past the state in "the ministers, A |of Peru| and B |of Ecuador|"; `i` where none stands."""
    k = i + 1 + (page.at(i + 1) == "the")
    if page.at(i) != "of" or k >= len(page) or page.words[k].party is None:
        return i
    return page.past_party(k)


def _licenses_one_word(page: Page, post: Post, name: str) -> bool:
    if name.isupper() and len(name) <= 4:
        return False
    weak = post.bare and post.head.split()[-1] in page.lists.weak
    return not weak and (post.capital or post.world in {"state", "diplomat"})


def _is_named_after(page: Page, lead: Lead) -> bool:
    """ "Gandhi |Memorial", "Kennedy |Airport": no person acts. A headline may go on in capitals."""
    end = lead.end
    institution = page.at(end) in page.lists.institutions and page.words[end].capital and not page.head(end)
    return institution and not page.words[lead.start].headline
