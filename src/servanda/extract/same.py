"""Which namings in one document are one person, and where the person is named again without a licence."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from servanda.extract.names import GENERATIONS, is_name_part
from servanda.extract.naming import Naming
from servanda.extract.page import Page

_INNER_LENGTH = 4
"""Letters of a name from the middle of a longer one that stands alone."""
_NEAR_LENGTH = 5
"""Spellings of a name may differ by one letter from this length on ("Dissanayake", "Disanayake")."""
_SHORTEST_NAME = 2
_CONSORTS = frozenset({"first lady", "first gentleman", "spouse", "wife", "husband"})


class Group(msgspec.Struct):
    """One person's namings, the names that stand there, folded, each once; and all places (word index from,
    to) where the person is named."""

    namings: list[Naming] = []
    names: list[tuple[str, ...]] = []
    places: list[tuple[int, int]] = []

    def add(self, naming: Naming) -> None:
        """Take in one more naming of the person."""
        self.namings.append(naming)
        name = fold(naming.name)
        if name not in self.names:
            self.names.append(name)


def fold(name: Iterable[str]) -> tuple[str, ...]:
    """Lower case without diacritics, full stops and hyphens, part by part: "Akufo-Addo" is "Akufo Addo"."""
    return tuple(part for word in name for part in _folded(word))


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", word.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower().replace("’", "'")
    plain = plain.replace("-", ".")
    return tuple(p for p in plain.split(".") if p) if "." in plain else (plain,)


def near(a: str, b: str) -> bool:
    """Equal, or long and one letter put in, left out, changed or swapped with its neighbour."""
    if a == b:
        return True
    if a[:1] != b[:1] or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < _NEAR_LENGTH:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    x, y = a[i:], b[i:]
    return x[1:] == y[1:] or x[1:] == y or x == y[1:] or (x[:2] == y[1::-1] and x[2:] == y[2:])


def _fits(short: str, full: str) -> bool:
    return (
        near(short, full)
        or (len(short) == 1 and full.startswith(short))
        or (len(full) == 1 and short.startswith(full))
    )


def core(name: tuple[str, ...]) -> tuple[str, ...]:
    """A folded name without what tells generations apart: "gilberto teodoro" of "Gilberto Teodoro Jr."."""
    end = len(name)
    while end > 1 and name[end - 1].rstrip(".") in GENERATIONS:
        end -= 1
    return name[:end]


def name_match(short: tuple[str, ...], full: tuple[str, ...]) -> int:
    """How well a name can be short for another: 0 not; 1 a middle part; 2 first or last; 3 several parts."""
    if len(short) > len(full):
        short, full = full, short
    if "".join(short) == "".join(full):
        return 3
    if len(short) == 1:
        full = core(full)
        if len(short[0]) < 2:
            return 0
        ends = near(short[0], full[-1]) or near(short[0], full[0])
        return 2 if ends else int(any(near(short[0], part) for part in full[1:-1]))
    k, whole = 0, 0
    for part in full:
        if k < len(short) and _fits(short[k], part):
            whole += near(short[k], part)
            k += 1
    return 3 if k == len(short) and whole and near(short[-1], full[-1]) | (whole > 1) else 0


def group_namings(page: Page, namings: Sequence[Naming]) -> list[Group]:
    """The namings by person, in order of appearance; a headline's names are cut to those of the text."""
    groups: list[Group] = []
    order = sorted(namings, key=lambda s: (s.headline, -len(fold(s.name)), s.start))
    for naming in order:
        group = _find(groups, naming, page)
        if group is None and naming.headline:
            group = _cut_headline(groups, naming, page)
        if group is None:
            group = Group()
            groups.append(group)
        group.add(naming)
    for group in groups:
        group.namings.sort(key=lambda s: s.start)
        group.places = [(s.start, s.end) for s in group.namings]
    groups.sort(key=lambda g: g.namings[0].start)
    return groups


def _find(groups: Sequence[Group], naming: Naming, page: Page) -> Group | None:
    name = fold(naming.name)
    ranked: list[tuple[int, int, int, Group]] = []
    for number, group in enumerate(groups):
        match = max(name_match(name, other) for other in group.names)
        if not match or not _agree(group, naming, match, page):
            continue
        before = [s.start for s in group.namings if s.start < naming.start]
        ranked.append((match + _same_role(group, naming), max(before, default=-1), -number, group))
    return max(ranked, key=lambda r: r[:3])[3] if ranked else None


def _agree(group: Group, naming: Naming, match: int, page: Page) -> bool:
    genders = {s.gender for s in group.namings if s.gender}
    if naming.gender and genders and naming.gender not in genders:
        return False
    if match == 3 and len(naming.name) > 1:
        return True
    if (
        naming.rank
        and any(s.rank for s in group.namings)
        and not any(s.rank and same_rank(s.rank, naming.rank) for s in group.namings)
    ):
        return False
    exclusive = page.lists.exclusive
    mine = {p.head for p in naming.posts} & exclusive
    theirs = {p.head for s in group.namings for p in s.posts} & exclusive
    if mine and theirs and not mine & theirs:
        return False
    parties = {p.party for s in group.namings for p in s.posts if p.party and p.world == "state"}
    own = {p.party for p in naming.posts if p.party and p.world == "state"}
    return not (own and parties and not own & parties)


def _same_role(group: Group, naming: Naming) -> int:
    mine = {p.head.split()[-1] for p in naming.posts}
    theirs = {p.head.split()[-1] for s in group.namings for p in s.posts}
    ranked = bool(naming.rank) and any(s.rank and same_rank(s.rank, str(naming.rank)) for s in group.namings)
    return 2 * (bool(mine & theirs) or ranked)


def same_rank(a: str, b: str) -> bool:
    """Ranks agree when the last words do, in full or abbreviated ("Gen." and "Lieutenant General")."""
    x, y = _grade(a), _grade(b)
    return x.startswith(y[:3]) or y.startswith(x[:3])


def _grade(rank: str) -> str:
    """What ranks are compared by: the last word, of "RADM" and "MajGen" the end."""
    last = rank.lower().rstrip(".").split()[-1]
    return last[-3:] if last.endswith(("adm", "gen", "col")) else last


def _cut_headline(groups: Sequence[Group], naming: Naming, page: Page) -> Group | None:
    """A headline writes all words large: the name ends where a name of the text ends."""
    for end in range(naming.end - 1, naming.start, -1):
        words = [w.text for w in page.words[naming.start : end] if w.kind in {"word", "initials"}]
        shorter = msgspec.structs.replace(naming, end=end, whole_end=end, name=tuple(words))
        group = _find(groups, shorter, page) if words else None
        if group is not None:
            naming.end, naming.whole_end, naming.name = end, end, tuple(words)
            return group
    return None


def find_places(page: Page, groups: Sequence[Group]) -> None:
    """Add to each group the places where its full name, or its first or last part alone, stands again, or
    a part in the middle of it does something."""
    taken = {k for g in groups for start, end in g.places for k in range(start, end)}
    taken = taken | {k for g in groups for s in g.namings for p in s.posts for k in range(p.start, p.end)}
    end = 0
    for i, word in enumerate(page.words):
        if i < end or not word.capital:
            continue
        end = _run_end(page, i, taken)
        name = fold(w.text for w in page.words[i:end] if w.kind in {"word", "initials"})
        group = _named(page, groups, name, i, end)
        if group is not None:
            group.places.append((i, end))
        elif end > i + 1 and _stands_before_a_name(page, i):
            end = i + 1
    for group in groups:
        group.places.sort()


def _stands_before_a_name(page: Page, i: int) -> bool:
    """ "|Then| Duale said", "In |April| Duale went": a capital that is none of the name behind it."""
    word = page.words[i]
    return (word.opens and not word.proper) or page.at(i) in page.lists.calendar


def _named_before(groups: Sequence[Group], i: int) -> list[Group]:
    """Of those of one surname the ones whom the text named before: "|Talon| said", ahead of Mrs Talon. Beside
    his wife the president goes by the surname."""
    before = [g for g in groups if any(start < i for start, _ in g.places)]
    return before if len(before) == 1 else [g for g in before if not _is_consort(g)]


def _is_consort(group: Group) -> bool:
    heads = {p.head for s in group.namings for p in s.posts}
    return bool(heads & _CONSORTS)


def _run_end(page: Page, i: int, taken: set[int]) -> int:
    end = i
    while end < len(page) and end not in taken and page.words[end].kind in {"word", "initials"}:
        word = page.words[end]
        if word.silent or not (
            is_name_part(page, end, first=end == i) or (end > i and page.at(end) in page.lists.particles)
        ):
            break
        if end > i and (word.opens or word.headline != page.words[i].headline):
            break
        end += 1
    while end > i and not page.words[end - 1].capital:
        end -= 1
    return end


def _acts(page: Page, i: int, end: int) -> bool:
    """ "|Lula| met the premier", "|Lula|, who": one of the names in the middle of a longer one, by what its
    bearer does."""
    does = page.at(end) in page.lists.does | page.lists.speaks
    does = does or (page.at(end) == "," and page.at(end + 1) == "who")
    return does and len(page.words[i].text) >= _INNER_LENGTH and page.words[i].party is None


def _is_too_short(page: Page, i: int, name: str) -> bool:
    """One letter, or two that are written large or lead to a name ("UK", "El"); but "|Xi| said" is one."""
    if len(name) > _SHORTEST_NAME:
        return False
    return len(name) < _SHORTEST_NAME or page.words[i].text.isupper() or page.at(i) in page.lists.particles


def _named(page: Page, groups: Sequence[Group], name: tuple[str, ...], i: int, end: int) -> Group | None:
    if not name or (page.at(end) in page.lists.institutions and page.words[end].capital):
        return None
    if len(name) == 1:
        word = page.words[i]
        if _is_too_short(page, i, name[0]) or (word.function and not word.proper):
            return None
        if word.opens and not word.proper and len(name[0]) < _NEAR_LENGTH:
            return None
        exact = [g for g in groups if any(name[0] in {n[0], core(n)[-1]} for n in g.names)]
        if len(exact) > 1:
            last = [g for g in exact if any(name[0] == core(n)[-1] for n in g.names)]
            told = [g for g in exact if any(n == name for n in g.names)]
            exact = last if len(last) == 1 else told or _named_before(last, i)
        if not exact and _acts(page, i, end):
            exact = [g for g in groups if any(name[0] in n[1:-1] for n in g.names)]
        return exact[0] if len(exact) == 1 else None
    fitting = [g for g in groups if any(name_match(name, n) == 3 and len(n) > 1 for n in g.names)]
    if not fitting:
        return None
    return max(fitting, key=lambda g: max((p for p, _ in g.places if p < i), default=-1))
