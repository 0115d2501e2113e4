"""The people of a document: every named person with an official role, as the document presents them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from msgspec.structs import replace
from spacy.tokens import Doc

from servanda.codebook.engagements import engagement_words
from servanda.extract.bare import find_bare
from servanda.extract.genders import genders_told
from servanda.extract.mentions import NameMention, PartyMention, PersonInText
from servanda.extract.naming import Naming, find_namings
from servanda.extract.page import Page
from servanda.extract.parties import find_parties
from servanda.extract.posts import Post, find_posts, states_told
from servanda.extract.presumed import presume_parties
from servanda.extract.same import Group, find_places, fold, group_namings
from servanda.extract.sides import Sides
from servanda.extract.sketch import Sketch
from servanda.model.document import Region

_POST_WORDS = 30
_SPEECH_REACH = 7
"""Words before the one who speaks in which the heading of a speech tells that it is one."""
_PAIR = 2
_NEAR_OFFICE = 90
"""Words between "the defence ministers" and the two that are told by name alone."""


def find_people(
    doc: Doc | Sketch,
    parties: Sequence[PartyMention],
    *,
    regions: Sequence[Region] = (),
    home: str | None = None,
) -> list[PersonInText]:
    """The people named with an official role in `doc`, in order of first appearance.

    `doc` is the parse or a sketch of the whole text, `parties` its party mentions, `regions` what is no
    running text: credits, bylines and navigation name nobody, titles only add mentions. `home` is the
    party of the publisher: people with an office and no state named are of that party.
    """
    page = Page(doc, parties, regions)
    posts = find_posts(page)
    namings = find_namings(page, posts)
    namings += find_bare(page, namings, posts)
    groups = [g for g in group_namings(page, namings) if _has_role(page, g)]
    if not groups:
        return []
    find_places(page, groups)
    claimed = {id(p) for g in groups for s in g.namings for p in s.posts}
    loose = [p for p in posts if id(p) not in claimed]
    parties_of_groups = presume_parties(Sides(page, groups, loose, home))
    told = genders_told(page, groups, posts)
    people = (_person(page, n, groups, loose, parties_of_groups) for n in range(len(groups)))
    return [p if p.gender else replace(p, gender=told[n]) for n, p in enumerate(people)]


def _has_role(page: Page, group: Group) -> bool:
    """A rank or post makes a role; a form of address does with a full name.

    In a headline any verb looks like a name after "President": what only a headline names needs an address,
    or a post before the full name and a verb in small letters behind it, or a speech that it heads.
    """
    text = [s for s in group.namings if not s.headline]
    if not text:
        full = [s for s in group.namings if len(s.name) > 1]
        return any(
            s.rank or s.addressed or (s.posts and (_goes_on_small(page, s) or _has_spoken(page, s)))
            for s in full
        )
    return any(s.rank or s.posts or s.acts or (s.addressed and len(s.name) > 1) for s in text)


def _goes_on_small(page: Page, naming: Naming) -> bool:
    """ "UK Defence Secretary Ben Wallace |speaks| to"; but not "President Macron Visits Kenya to"."""
    end, lists = naming.whole_end, page.lists
    acts = page.at(end) in lists.does | lists.speaks | lists.meets
    return acts and not page.words[end].capital


def _has_spoken(page: Page, naming: Naming) -> bool:
    """ "Speech delivered by Hon. |President X| at the summit", "Statement from |Press Secretary X| on": the
    heading of a speech."""
    first, end = naming.whole_start, naming.whole_end
    opening = {page.at(k) for k in range(max(0, first - _SPEECH_REACH), first)}
    goes_on = end >= len(page) or not page.words[end].capital
    return (
        goes_on
        and bool(opening & {"by", "of", "from"})
        and bool(opening & engagement_words().conferences.speeches)
    )


def _person(
    page: Page, n: int, groups: Sequence[Group], loose: Sequence[Post], parties: Sequence[str | None]
) -> PersonInText:
    group, party = groups[n], parties[n]
    shown = [s for s in group.namings if not s.headline] or group.namings
    fullest = max(shown, key=lambda s: (len(fold(s.name)), sum(len(part) > 1 for part in fold(s.name))))
    ranks = [s.rank for s in shown if s.rank] or [s.rank for s in group.namings if s.rank]
    own = _post(page, shown) or _post(page, group.namings)
    mirrored = _counterpart(page, groups, n, loose, parties)
    if own and mirrored and " " not in own and mirrored.endswith(f" {own}"):
        own = None  # "his counterpart, X ... |Minister| X": the office is that of the other
    return PersonInText(
        name=page.cut(fullest.start, fullest.end),
        rank=max(ranks, key=lambda r: len(r.split())) if ranks else None,
        post=own or mirrored or _shared(page, groups, n, loose, party),
        party=party,
        gender=_gender(page, group),
        mentions=tuple(_mentions(page, group)),
    )


def _post(page: Page, namings: Sequence[Naming]) -> str | None:
    """The fullest wording of the person's post in these namings."""
    wordings = [_wording(page, s) for s in namings]
    wordings = [w for w in wordings if w]
    kept = [w for w in wordings if len(w.split()) <= _POST_WORDS] or [w.split(",")[0] for w in wordings]
    kept = [w for w in kept if not _is_of_a_party(w)] or kept
    return max(kept, key=lambda w: len(w.split()), default=None)


def _is_of_a_party(wording: str) -> bool:
    """ "Democratic Party leader": what tells less than the office that the text gives elsewhere."""
    words = set(wording.lower().split())
    return "party" in words and bool(words & {"leader", "president", "chairman", "chair", "head", "member"})


def _wording(page: Page, naming: Naming) -> str:
    """The posts of one naming with the words that join them."""
    posts = [p for p in naming.posts if not p.mirrors]
    offices = [p for p in posts if p.head not in {"prince", "princess"}]
    posts = offices if offices and len(offices) < len(posts) and posts[0] not in offices else posts
    text = posts[0].text if posts else ""
    for before, post in pairwise(posts):
        around_name = before.end <= naming.start < post.start
        gap = "," if around_name else page.cut(before.end, post.start)
        text += f"{gap} {post.text}" if gap.startswith(",") else f" {gap} {post.text}"
    return " ".join(text.split())


def _counterpart(
    page: Page, groups: Sequence[Group], n: int, loose: Sequence[Post], parties: Sequence[str | None]
) -> str | None:
    """A counterpart holds the post told of that state without a name, else that of the person of another
    state who is named before."""
    for naming in groups[n].namings:
        if not any(p.mirrors for p in naming.posts):
            continue
        own = (p for p in loose if p.world == "state" and p.end > p.head_end)
        told = [_of_one(p) for p in own if parties[n] in _told_of(page, p)]
        if told:
            return told[0]
        facing = (
            g for m, g in enumerate(groups) if m != n and (parties[m] is None or parties[m] != parties[n])
        )
        before = [(s.start, g) for g in facing for s in g.namings if s.start < naming.start]
        for _, other in sorted(before, key=lambda pair: pair[0], reverse=True):
            if post := _post(page, [s for s in other.namings if not s.headline] or other.namings):
                return _of_nobody(post)
    return None


def _of_nobody(post: str) -> str:
    """ "President" of "President of the Republic of Chile": his counterpart is none of Chile."""
    state = next((m for m in find_parties(post) if m.form != "body"), None)
    office, of, article = post[: state.start if state else 0].rpartition(" of ")
    return office if of and article in {"", "the "} else post


def _shared(
    page: Page, groups: Sequence[Group], n: int, loose: Sequence[Post], party: str | None
) -> str | None:
    """Those told by name alone hold the office told of all: "the |defence ministers| of A and B"."""
    if not _is_bare(groups[n]):
        return None
    bare = sum(map(_is_bare, groups))
    for post in loose:
        states = states_told(page, post)
        if not post.plural or post.world != "state":
            continue
        if party in states and bare == len(states):
            return _of_one(post)
        near = abs(groups[n].namings[0].start - post.end) <= _NEAR_OFFICE
        if near and not states and bare == _PAIR and len(post.text.split()) <= _PAIR:
            return post.text
    return None


def _is_bare(group: Group) -> bool:
    return all(s.acts and not s.posts for s in group.namings)


def _of_one(post: Post) -> str:
    """The wording, and of a post that several hold no state, which is just one of theirs."""
    return post.text.rsplit(" of ", 1)[0] if post.plural and post.party else post.text


def _told_of(page: Page, post: Post) -> set[str | None]:
    """The parties of a post told without a name: of both in "the presidents of Peru and Chile"."""
    return {post.party, *states_told(page, post)} if post.plural else {post.party}


def _gender(page: Page, group: Group) -> Literal["f", "m"] | None:
    for naming in group.namings:
        heads = {p.head for p in naming.posts}
        if naming.gender or heads & page.lists.female or heads & page.lists.male:
            return naming.gender or ("f" if heads & page.lists.female else "m")
    return None


def _mentions(page: Page, group: Group) -> list[NameMention]:
    wholes = {(s.start, s.end): (s.whole_start, s.whole_end) for s in group.namings}
    mentions = []
    for start, end in group.places:
        whole_start, whole_end = wholes.get((start, end), (start, end))
        words = page.words
        mentions.append(
            NameMention(
                words[start].start, words[end - 1].end, words[whole_start].start, words[whole_end - 1].end
            )
        )
    return mentions
