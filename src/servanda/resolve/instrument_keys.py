"""By what mentions of instruments are found, so that not all have to be compared with all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations

from servanda.codebook.instrument_titles import title_words
from servanda.model import edtf
from servanda.resolve.instrument_pairs import FEW, Told, as_told
from servanda.resolve.mention import Keys, Mention
from servanda.resolve.signing import BY_THE_WAY, years
from servanda.resolve.titles import Title

_NO_KEYS = Keys.both(frozenset())


def keys(mention: Mention) -> Keys:
    """By what the mention of an instrument is found: its parties together with the family of its type and the
    year, and with what its name has to share with another to be like it; so a text in force meets its signing
    years before.

    A name that says nothing and has no year is looked for among all texts of the parties, and one in the same
    document is always met.
    """
    told = as_told(mention)
    if told is None or not told.parties:
        return _NO_KEYS
    within = years(told.signing) or _years_spoken_of(told)
    of_no_day = told.signing.stage == "standing" and told.signing.date is None
    lost = told.title.is_bare and (not within or of_no_day)
    names = _keys_of_names(told.title)
    held, sought = set[str](), set[str]()
    for place in _places(told):
        own = {f"{place}|{mark}" for mark in told.title.marks}
        own |= {f"{place}|{year}" for year in within or ()} | {f"{place}|{mention.source.id}"}
        own |= {f"{place}|{told.type}"} if told.type in title_words().rare else set()
        held |= {f"{place}|{key}" for key in names.held}
        sought |= {f"{place}|{key}" for key in names.sought}
        held |= own | {f"{place}|any", *([f"{place}|undated"] if lost else [])}
        sought |= own | {f"{place}|undated", *([f"{place}|any"] if lost else [])}
    return Keys(frozenset(held), frozenset(sought))


def _years_spoken_of(told: Told) -> range | None:
    """Of a text that is only spoken of, the year of the report and those beside it: it is signed or soon will
    be."""
    published = told.mention.source.published if told.fact.rule in BY_THE_WAY else None
    bounds = edtf.bounds(published) if published else None
    return range(bounds[0].year - 1, bounds[0].year + 2) if bounds else None


def _keys_of_names(title: Title) -> Keys:
    """Two names are alike when they share two words, or the only word of one of them: so names meet by pairs
    of words, and single words are looked for and found only by names of one word. A text on defence is not
    compared with all that have a word on defence."""
    held, sought = set[str](), set[str]()
    for name in title.names:
        pairs = {f"{a}+{b}" for a, b in combinations(sorted(name), 2)}
        held |= pairs | name | ({f"only {word}" for word in name} if len(name) == 1 else set())
        sought |= pairs | (name if len(name) == 1 else {f"only {word}" for word in name})
    return Keys(frozenset(held), frozenset(sought))


def _places(told: Told) -> Iterator[str]:
    """Where it is looked for: each two of its parties, by the family of its type."""
    parties = sorted(told.parties)
    groups = combinations(parties, 2) if 2 < len(parties) <= FEW else [tuple(parties)]
    for group in groups:
        families = (title_words().families_of(kind) for kind in (told.type, told.fact.type))
        for family in dict.fromkeys(chain.from_iterable(families)):
            yield f"instrument|{'+'.join(group)}|{family}"
