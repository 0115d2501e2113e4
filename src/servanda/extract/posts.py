"""Post phrases: "Deputy Minister of Defence", "French ambassador in Hanoi", "President's Senior Advisor".

A post is read outward from its noun: to the left over modifiers, portfolios and the name of the state,
to the right over "of", "for" and, where the noun takes them, "to", "in", "on" and "at". The phrase ends
where words begin that can only be a person's name.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from servanda.codebook.people import World, plural
from servanda.codebook.titles import stations
from servanda.extract.complements import AND, complement_end, further_states
from servanda.extract.mentions import PartyMention
from servanda.extract.names import is_name_part, rank_leads_name, titles
from servanda.extract.page import Page

_COUNTRY_REACH = 30
_LINKS = frozenset({"of", "from", "for", "to", "in", "at", "on", "(", "–"})
_PRINCES = frozenset({"prince", "princess"})


class Post(msgspec.Struct):
    """A post phrase from word `start` up to `end`; its noun stands from `head_start` up to `head_end`.

    party       whose post it is, when the phrase tells; `shares` when the state's name stands before it,
                so that it holds for further posts in the same list ("Indian Vice President A, Minister B")
    accredited  the state to which a diplomat is sent
    """

    start: int
    end: int
    head_start: int
    head_end: int
    head: str
    world: World
    text: str
    party: str | None = None
    accredited: str | None = None
    shares: bool = False
    bare: bool = False
    plural: bool = False
    capital: bool = True

    @property
    def mirrors(self) -> bool:
        """Whether the phrase only says that somebody holds another's office: "his Dutch counterpart"."""
        return self.head.endswith(("counterpart", "colleague", "opposite number"))


def find_posts(page: Page) -> list[Post]:
    """All post phrases of a page in order, not overlapping."""
    posts: list[Post] = []
    after, floor = 0, 0
    for i in page.openings:
        if i < after:
            continue
        if page.honorific(i) > 1:
            after = floor = i + page.honorific(i)
        elif posts and _is_royal_address(page, posts[-1], i):
            continue
        elif page.rank(i) > 1 and rank_leads_name(page, i):
            after = i + page.rank(i)
        elif page.head(i) and not (page.words[i].silent or _modifies_later(page, i) or _is_rank(page, i)):
            posts.append(_read(page, i, floor))
            after = floor = posts[-1].end
    return posts


def _is_royal_address(page: Page, post: Post, i: int) -> bool:
    """Whether a title only addresses one whose office is told: "the Minister, |Prince Khalid|", "Foreign
    Secretary |Ambassador Sen|", "Principal Secretary for Trade, |Ambassador Sen|"."""
    if post.end == i and titles(page, i):
        return True
    parted = post.end == i - 1 and page.at(i - 1) == ","
    if parted and page.at(i) == "ambassador" and titles(page, i):
        return post.world == "office" and post.end > post.head_end
    at_once = post.end == i or parted
    return at_once and page.at(i) in _PRINCES and is_name_part(page, i + 1, first=True)


def _modifies_later(page: Page, i: int) -> bool:
    """Whether the noun at `i` only modifies a later one: "|Deputy Foreign Minister"."""
    if not page.is_modifier(i) or page.head(i) > 1:
        return False
    j = i + 1
    while j < len(page) and not page.head(j) and (page.is_modifier(j) or page.is_topic(j)):
        j += 1
    return j > i + 1 and page.head(j) > 0 and not rank_leads_name(page, j)


def _is_rank(page: Page, i: int) -> bool:
    """Whether the noun at `i` is a rank ("|Commander Sato"), not a post ("Navy |Commander Sato")."""
    before = i > 0 and (page.is_topic(i - 1) or page.is_modifier(i - 1) or _is_acronym(page, i - 1))
    return not before and page.words[i].capital and rank_leads_name(page, i)


def _read(page: Page, i: int, floor: int) -> Post:
    head_start, head_end = i, i + page.head(i)
    while (n := page.head(head_end)) and not (
        rank_leads_name(page, head_end)
        or is_name_part(page, head_end, first=True)
        or (titles(page, head_end) and not page.is_modifier(head_end - 1))
    ):
        head_start, head_end = head_end, head_end + n
    written = " ".join(page.at(k) for k in range(head_start, head_end))
    key = page.lists.base.get(written, written)
    while page.at(head_end) in page.lists.after_head or (
        page.at(head_end) in {"-", "–"} and page.at(head_end + 1) in page.lists.after_head
    ):
        head_end += 1 + (page.at(head_end) in {"-", "–"})
    start, marker, owned = _before(page, i, floor)
    end = complement_end(page, head_end, key)
    world = page.lists.heads.get(key, "office")
    post = Post(
        start=start, end=end, head_start=head_start, head_end=head_end, head=key, world=world, text="",
        bare=start == head_start and end == head_end, plural=written == plural(key),
        capital=page.words[head_start].capital,
    )  # fmt: skip
    _set_parties(page, post, marker)
    post.text = _wording(page, post, marker, owned)
    return post


def _before(page: Page, head: int, floor: int) -> tuple[int, PartyMention | None, bool]:
    """Where the phrase begins, the state named before the noun, and whether it is named as the owner."""
    i, marker = head, None
    while i > floor and not _is_address(page, i - 1):
        word = page.words[i - 1]
        if word.party is not None:
            start = _party_start(page, i, floor)
            inland = word.party.form == "name" and page.at(start - 1) == "in"
            if marker is not None or inland or (word.party.form == "capital" and not _joins(page, i)):
                break
            marker, i = word.party, start
        elif word.kind == "poss" and i - 1 > floor:
            return _owner(page, i, floor, marker)
        elif word.kind == "word" and (
            page.is_modifier(i - 1) or page.is_topic(i - 1) or _is_dropped_by_owner(page, i - 1, floor)
        ):
            i -= 1
        elif (bracket := _acronym_before(page, i, floor)) < i:
            i = bracket
        elif page.at(i - 1) in {"-", "–"} and i - 2 >= floor and page.is_modifier(i - 2):
            i -= 2
        elif (joined := _portfolios_before(page, i, head, floor)) < i:
            i = joined
        elif _is_district(page, i, head):
            i -= 1
        else:
            break
    return i, marker, False


def _is_dropped_by_owner(page: Page, i: int, floor: int) -> bool:
    """As in "India's |new| ambassador"."""
    return page.at(i) in page.lists.dropped and i - 1 > floor and page.words[i - 1].kind == "poss"


def _is_address(page: Page, i: int) -> bool:
    """As "HE" in "by |HE| Prime Minister", "HRH" in "HRH |Prince|": no part of the office."""
    return page.words[i].text in page.lists.by_initials and page.honorific(i) > 0


def _acronym_before(page: Page, i: int, floor: int) -> int:
    """Back over "(FAO)" after the name that it is short for; `i` where none stands before it."""
    start = i - 3
    if (
        start <= floor
        or page.at(i - 1) != ")"
        or page.at(start) != "("
        or not page.words[i - 2].text.isupper()
    ):
        return i
    named = page.words[start - 1].party is not None or page.at(start - 1) in page.lists.institutions
    return start if named else i


def _party_start(page: Page, i: int, floor: int) -> int:
    """Where the party mention begins that ends at `i`."""
    mention, start = page.words[i - 1].party, i
    while start > floor and page.words[start - 1].party is mention:
        start -= 1
    return start


def _joins(page: Page, i: int) -> bool:
    """A city before the noun is a part of the post only in "Hanoi Mayor", "Colombo Archbishop"."""
    return page.head(i) > 0 and page.at(i) in {"mayor", "archbishop", "bishop", "governor", "district"}


def _owner(
    page: Page, i: int, floor: int, marker: PartyMention | None
) -> tuple[int, PartyMention | None, bool]:
    owner = page.words[i - 2].party
    if page.at(i - 2) == "country":
        return i, _last_state(page, i - 2), True
    if owner is not None:
        start = i - 1
        while start > floor and page.words[start - 1].party is owner:
            start -= 1
        return i, marker or owner, True
    for n in (3, 2, 1):
        start = i - 1 - n
        if start >= floor and page.head(start) == n and page.words[start].capital:
            return start, marker, False
    return i, marker, False


def _last_state(page: Page, i: int) -> PartyMention | None:
    """The state that "the country" means: the one named last before it."""
    mentions = (page.words[k].party for k in range(i - 1, max(-1, i - _COUNTRY_REACH), -1))
    return next((m for m in mentions if m is not None and m.form == "name"), None)


def _portfolios_before(page: Page, i: int, head: int, floor: int) -> int:
    """ "Foreign Affairs, Foreign Employment and |Tourism Minister": back over portfolios joined by commas."""
    if i == head or not all(page.is_topic(k) or page.at(k) in AND | {","} for k in range(i, head)):
        return i
    j = i - 1
    if page.at(j) in AND and page.at(j - 1) == ",":
        j -= 1
    elif page.at(j) not in AND and not (page.at(j) == "," and _has_and(page, i, head)):
        return i
    start = j
    while start > floor and page.is_topic(start - 1) and page.words[start - 1].capital:
        start -= 1
    before = page.at(start - 1)
    if start == j or before in {"of", "for", "on", "to"} or page.head(start - 1):
        return i
    return start


def _has_and(page: Page, i: int, head: int) -> bool:
    return any(page.at(k) in AND for k in range(i, head))


def _is_district(page: Page, i: int, head: int) -> bool:
    """An unlisted word before a listed one ("Hambantota District Secretary"), or a body's initials."""
    word = page.words[i - 1]
    if word.kind != "word" or not word.capital or word.headline or (word.opens and word.function):
        return False
    if _is_acronym(page, i - 1):
        told = page.at(i - 2) != "." and word.key not in page.lists.after_name
        return told and not is_name_part(page, i - 2, first=True)
    return i < head and page.at(i) in page.lists.institutions and not is_name_part(page, i - 2, first=True)


def _is_acronym(page: Page, i: int) -> bool:
    word = page.words[i]
    return (
        word.kind == "word"
        and len(word.text) > 1
        and word.text.isupper()
        and not page.rank(i)
        and not word.headline
    )


def _set_parties(page: Page, post: Post, marker: PartyMention | None) -> None:
    station = any(post.head.endswith(noun) for noun in stations())
    if marker is not None and station and marker.form in {"name", "capital"}:
        before = map(page.organ_at, range(max(0, post.start - 2), post.head_start))
        post.accredited, post.party = marker.code, next((code for code in before if code), None)
    elif marker is not None:
        post.party, post.shares = marker.code, post.world != "diplomat"
    place = None
    for link, mention in _linked(page, post):
        if link in {"to", "in"}:
            if post.world == "diplomat" or link == "to":
                post.accredited = post.accredited or mention.code
        elif mention.form == "capital" or (link == "for" and mention.form == "name"):
            place = place or mention.code
        elif post.party is None and not (link in {"for", "on"} and mention.form == "body"):
            post.party = mention.code
    if post.party is None and not station:
        post.party = place


def _linked(page: Page, post: Post) -> Iterator[tuple[str, PartyMention]]:
    """The parties after the noun, each with the preposition that leads to it; none leads into brackets."""
    link, before = "", None
    for k in range(post.head_end, post.end):
        if page.at(k) in _LINKS:
            link = "" if page.at(k) in {"(", "–"} else page.at(k)
        mention = page.words[k].party
        if mention is not None and mention is not before and not _is_portfolio(page, k):
            yield link, mention
        before = mention


def _is_portfolio(page: Page, k: int) -> bool:
    """Whether the body named at `k` is what a minister deals with: "Minister for |ASEAN| Affairs"."""
    mention = page.words[k].party
    return mention is not None and mention.form == "body" and page.is_topic(page.past_party(k))


def _wording(page: Page, post: Post, marker: PartyMention | None, owned: bool) -> str:
    """The post as in the text, without article and, except for diplomats, without the state before it."""
    parts: list[str] = []
    k = post.start
    while k < post.head_start and page.at(k) in page.lists.dropped | {"-", "–", ","}:
        k += 1
    piece = k
    while k < post.head_start:
        mention = page.words[k].party
        told = mention is not None and mention is marker and not _is_service(page, k)
        if told and (post.world != "diplomat" or owned):
            parts.append(page.cut(piece, k))
            k = piece = page.past_party(k)
            continue
        k += 1
    if post.plural:
        parts.append(_singular(page.cut(piece, post.head_end)))
        piece = post.head_end
    parts.append(page.cut(piece, post.end))
    return " ".join(p for p in parts if p)


def _is_service(page: Page, k: int) -> bool:
    """As "KDF" in "|KDF| Chief of Staff": what tells the state is a part of the office."""
    mention = page.words[k].party
    short = page.words[k].text.isupper() and len(page.words[k].text) > len("UK")
    return mention is not None and mention.form == "institution" and short


def _singular(words: str) -> str:
    """ "Deputy Ministers" held by one person: "Deputy Minister"."""
    if words.endswith("ies"):
        return words[:-3] + "y"
    return words[:-3] + "man" if words.endswith("men") else words.removesuffix("s")


def states_before(page: Page, post: Post) -> list[str]:
    """The states told in a list before a plural, in order: "|Mongolian and Lao| counterparts"."""
    codes: list[str] = []
    k = post.head_start - 1
    while k >= 0 and (
        page.words[k].party is not None
        or page.at(k) in AND | {","}
        or page.is_modifier(k)
        or page.is_topic(k)
    ):
        mention = page.words[k].party
        if mention is not None and mention.form in {"demonym", "name"} and mention.code not in codes:
            codes.insert(0, mention.code)
        k -= 1
    return codes


def states_told(page: Page, post: Post) -> list[str]:
    """The states told with a post, in order: "the presidents |of Peru and Chile|"."""
    end = further_states(page, post.end)
    told = (w.party for w in page.words[post.head_end : end])
    return list(dict.fromkeys(mention.code for mention in told if mention is not None))
