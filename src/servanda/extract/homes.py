"""Whose press a document is that has no publisher, as its own words show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection

from servanda.codebook.office_holders import states_of
from servanda.codebook.places import is_state
from servanda.extract.same import Group
from servanda.extract.sides import Sides

_MASTHEAD = 16
"""Words of a first line that can be a masthead."""
_DATELINE = 9
"""Words behind a city in which the dash of a dateline stands."""
_DASHES = frozenset({"—", "–", "-", "--", ":"})
_MINISTRIES = frozenset({"ministry", "department", "government", "mod", "mnd", "mofa"})
_OFTEN = 2
"""So many mentions tell that a document is about a state."""
_MARGIN = 2
"""So many times as often as the next it speaks of it."""


def shown_home(sides: Sides, other: Callable[[str | None], str | None]) -> str | None:
    """The home that its ambassadors or its first line show; `other` gives the second of just two states."""
    return _left_unsaid(sides) or _accrediting(sides) or _masthead(sides, other)


def _left_unsaid(sides: Sides) -> str | None:
    """The state whose officials a text names without ever telling of which state they are, as its own press
    does: two or more whom the register of office holders knows, all of the same one. The text may name it as
    that of its ambassador."""
    known: Counter[str] = Counter()
    for group in sides.groups:
        posts = [p for s in group.namings for p in s.posts]
        if not any(p.world == "state" for p in posts) or any(p.party for p in posts):
            continue
        states = states_held(group)
        if len(states) == 1:
            known.update(states)
    if len(known) != 1:
        return None
    code, times = known.most_common(1)[0]
    sent = {p.party for s in sides.ordered for p in s.posts if p.world == "diplomat"}
    return code if times >= _OFTEN and (code in sent or code not in sides.page.states) else None


def states_held(group: Group) -> Collection[str]:
    """The states in which the register of office holders knows somebody, by the fullest name told; none for
    a single word."""
    name = max((s.name for s in group.namings), key=len)
    return states_of(name) if len(name) > 1 else ()


def unclaimed_state(sides: Sides, claimed: Collection[str]) -> str | None:
    """The state of which the document speaks most of those that are not `claimed`: to which nobody is told
    to belong or to travel, and of which no office is told without a name; or the only one that it names.
    None where two are told alike."""
    offices = {post.party for post in sides.loose if post.party}
    told = {w.party.start: w.party.code for w in sides.page.words if w.party is not None and not w.silent}
    count = Counter(code for code in told.values() if is_state(code))
    if len(count) == 1 and not set(count) & {*claimed, *offices}:
        return next(iter(count))
    left = [(code, n) for code, n in count.most_common() if code not in claimed and code not in offices]
    if not left or left[0][1] < _OFTEN or (len(left) > 1 and left[0][1] < _MARGIN * left[1][1]):
        return None
    return left[0][0]


def dateline_state(sides: Sides) -> str | None:
    """The state of the city in which a report is datelined: "|RIYADH| — ", "|HANOI|, 3 May (VNA) - "."""
    page = sides.page
    for k in range(min(len(page), _MASTHEAD)):
        word = page.words[k]
        if word.party is None or word.party.form != "capital" or not word.text.isupper():
            continue
        rest = [page.words[j].text for j in range(k + 1, min(len(page), k + _DATELINE))]
        return word.party.code if set(rest) & _DASHES else None
    return None


def _accrediting(sides: Sides) -> str | None:
    """The one state to which the ambassadors of a document are sent."""
    posts = [p for s in sides.ordered for p in s.posts if p.world == "diplomat"]
    hosts = {p.accredited for p in posts if p.accredited and len(p.accredited) == 2} - {
        p.party for p in posts
    }
    return hosts.pop() if len(hosts) == 1 else None


def _masthead(sides: Sides, other: Callable[[str | None], str | None]) -> str | None:
    """ "Embassy of Sweden, |Hanoi|", "|Korean| Ministry of Defence"."""
    page = sides.page
    end = next((k for k in range(min(len(page), _MASTHEAD)) if page.words[k].kind == "line"), 0)
    named = [w.party.code for w in page.words[:end] if w.party is not None and w.party.form != "body"]
    codes = list(dict.fromkeys(named))
    line = [page.at(k) for k in range(end)]
    if "embassy" in line[:3] or {"high", "commission"} <= set(line[:4]):
        return codes[1] if len(codes) > 1 else other(codes[0]) if codes else None
    return codes[0] if codes and _MINISTRIES & set(line[:2]) else None
