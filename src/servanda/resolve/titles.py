"""Names of instruments: what in them tells one text from another."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache, lru_cache

import msgspec

from servanda.codebook.instrument_titles import generic_words, title_words
from servanda.codebook.instruments import instrument_words
from servanda.codebook.places import bodies, countries, party_code
from servanda.model.fold import fold
from servanda.resolve.matters import matters_of, matters_told
from servanda.resolve.stems import stem
from servanda.resolve.things import counts_in, tells_but_kinds, with_long_years
from servanda.resolve.wording import any_of

_ENOUGH_WORDS = 2
"""From so many shared words on, names are alike beyond chance: "transfer of defence equipment"."""
_MOSTLY = 0.6
"""Part of all words of two names that they share when they are two wordings of one name."""
_OF_A_LIST = 0.75
"""Part of the words of a name that another shares when both list the same: "tanks, howitzers and jets"."""
_RANKS = frozenset({"partnership", "strategic", "comprehensive"})
"""What tells one text from another where its name says nothing but the rank of relations."""
_RAISED = frozenset({stem("elevation")})
"""What a name says besides of relations that are raised to a rank."""
_STATEMENTS = frozenset({"statement", "declaration", "communique", "vision", "document"})
"""Nouns of texts that are often "on the partnership" and are none by that."""

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_BRACKET = re.compile(r"\(([^()]*)\)")
_CAPITALS = re.compile(r"\b[A-Z]{3,8}\b")
_ABOUT_SO_MANY = re.compile(r"^\s*(?:about|some|around|nearly|almost|over|more than)\s+(?=\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


_MORE = frozenset({"additional"})
_MORE_THINGS = re.compile(r"\b(?:for|of|on|supply|deliver|buy)\b[^,;]*\sadditional\s", re.IGNORECASE)
"""As in "contract for two |additional| ships", which is no addition to a text."""
_PLACE = re.compile(r"(?<=\w)\sat\s(?:the\s)?(?!Seas?\b|High\s)[A-Z].*$")
"""As in "agreement on military information |at Camp Aguinaldo|"."""
_NEW = re.compile(r"new\s(?!zealand|york|delhi|caledonia|guinea)", re.IGNORECASE)


_WIDER = re.compile(r"(?:wider|broader|larger|fuller|separate|follow-on|overarching)\s", re.IGNORECASE)


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """What is left of a name when all is taken away that many names have.

    names     the distinctive words of each name that it gives, by stem: "(Reciprocal Access Agreement)" in
              brackets is a second name; none of them is empty
    marks     its abbreviations, those written ("RAA") and those that its capitals would make
    written   the ones of them that are written
    derived   what makes it another text than the one so named without it: "amending", "second"
    year      the year by which it is called, "the agreement of 2016"
    again     it is another than one before, whichever: "another contract"
    sorts     what sorts it from texts that go with it: "framework", "executive"
    many      it stands for several texts: "several memoranda"
    ranks     the ranks of relations that it names: "strategic partnership"
    counts    how many things it is on: 36 of "contract for 36 aircraft"
    proper    those of its words that call things by a name: "Gripen", "K2"
    new       it is called new, and so is none that stood before
    wider     it is called wider or broader than another
    nouns     the words by which it is called a text: "agreement", "treaty"
    makers    the distinctive words of those between whom it is: "coast", "guard"
    around    those of the report on it, where its name says not between whom it is
    """

    names: tuple[frozenset[str], ...] = ()
    marks: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()
    derived: frozenset[str] = frozenset()
    again: bool = False
    sorts: frozenset[str] = frozenset()
    year: str | None = None
    many: bool = False
    ranks: frozenset[str] = frozenset()
    counts: frozenset[int] = frozenset()
    proper: frozenset[str] = frozenset()
    new: bool = False
    wider: bool = False
    nouns: frozenset[str] = frozenset()
    makers: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()

    @property
    def is_bare(self) -> bool:
        """Whether it says only what type of text it is."""
        return not self.names and not self.written

    @property
    def is_of_rank(self) -> bool:
        """Whether it says nothing but the rank of relations, or that they are raised: "Strategic Partnership
        Agreement", "statement on the elevation of ties"."""
        return bool(self.names) and self.words <= _RANKS | _RAISED

    @property
    def tells_rank(self) -> bool:
        """Whether it names a rank: "strategic partnership", not "partnership" alone."""
        return len(self.ranks) >= _ENOUGH_WORDS

    @property
    def words(self) -> frozenset[str]:
        """The distinctive words of all its names."""
        return frozenset().union(*self.names)


class Likeness(IntEnum):
    """How two names stand to each other, the more alike the higher."""

    OTHER = 0  # both say what they are on, and nothing of it is shared
    PARTLY = 1  # some is shared, and each has something else besides
    UNSAID = 2  # at least one of them does not say what it is on
    LIKE = 3  # all that one says the other says too
    NAMED = 4  # they share a name that is theirs beyond chance


def likeness(a: Title, b: Title) -> Likeness:
    """How alike two names are, whatever the type."""
    if a.written & b.marks or b.written & a.marks:
        return Likeness.NAMED
    if not a.names or not b.names:
        return Likeness.LIKE if a.sorts & b.sorts else Likeness.UNSAID
    if (a.is_of_rank or b.is_of_rank) and len(a.ranks & b.ranks) >= _ENOUGH_WORDS:
        return Likeness.NAMED
    if a.is_of_rank and b.is_of_rank and not (a.tells_rank and b.tells_rank):
        return Likeness.LIKE
    if _is_told_by_makers(a, b) or _is_told_by_makers(b, a):
        return Likeness.LIKE
    alike = max(_of_names(one, other) for one in a.names for other in b.names)
    if alike < Likeness.UNSAID and tells_but_kinds(a.words, a.proper, b.words, b.proper):
        return Likeness.UNSAID
    return alike


def _is_told_by_makers(barer: Title, other: Title) -> bool:
    """ "The memorandum between the coast guards", and theirs "on maritime cooperation"; or the one on it that
    "the Coast Guards signed"."""
    unsaid = bool(barer.makers) and barer.words == barer.makers
    told = other.makers or other.around
    return unsaid and other.words.isdisjoint(other.makers) and barer.makers <= told - other.words


def _of_names(a: frozenset[str], b: frozenset[str]) -> Likeness:
    shared = len(a & b)
    if not shared:
        return Likeness.OTHER
    if a <= b or b <= a:
        return Likeness.NAMED if shared >= _ENOUGH_WORDS else Likeness.LIKE
    several = shared > _ENOUGH_WORDS
    if several and shared >= _MOSTLY * len(a | b):
        return Likeness.NAMED
    listed = several and shared >= _OF_A_LIST * min(len(a), len(b))
    return Likeness.LIKE if listed else Likeness.PARTLY


@lru_cache(maxsize=1 << 15)
def read_title(title: str, parties: tuple[str, ...]) -> Title:
    """The parts of a name of a text between `parties`, whose own names tell it from no other of theirs."""
    aliases = [alias for alias in _BRACKET.findall(title) if instrument_words().type_of(alias)]
    plain = _BRACKET.sub(" ", title)
    name = _PLACE.sub("", _ABOUT_SO_MANY.sub("", without_clause(plain)))
    folded = frozenset(_folded_words(name))
    sorts = folded & title_words().sorts
    names = [_words(_subject(name, parties, sorted_=bool(sorts)), parties)]
    names += [_words(alias, parties) for alias in aliases]
    names += [frozenset({matter}) for name_ in names for matter in matters_of(name_)]
    names += [frozenset({matter}) for matter in matters_told(fold(plain))]
    derived = folded & title_words().derived - title_words().again
    if _MORE_THINGS.search(name):
        derived -= _MORE
    ranks = folded & _RANKS if "partnership" in folded else frozenset()
    written = _abbreviations(title)
    nouns = frozenset(_folded_words(title)) & instrument_words().heads
    if not any(names):
        spelled = (title_words().spelled_out.get(mark, "") for mark in sorted(written))
        rank = frozenset[str]() if ranks == {"partnership"} and nouns <= _STATEMENTS else ranks
        names = [rank, *(_words(words, parties) for words in spelled)]
        names += [frozenset({matter}) for words in names for matter in matters_of(words)]
    return Title(
        names=tuple(n for n in dict.fromkeys(names) if n),
        marks=written | _initials(name),
        written=written,
        derived=derived,
        again=not folded.isdisjoint(title_words().again),
        sorts=sorts,
        year=_year(name),
        many=_names_many(name),
        ranks=ranks,
        counts=counts_in(name),
        proper=_proper(name) & frozenset().union(*names),
        new=_NEW.match(name) is not None,
        wider=_WIDER.match(name) is not None,
        nouns=nouns,
        makers=_makers(name, parties),
    )


def without_clause(title: str) -> str:
    """The name without the clause that follows it; a clause cannot be the whole of it."""
    clause = _clause().search(title)
    return title[: clause.start()] if clause and clause.start() else title


def _subject(name: str, parties: tuple[str, ...], sorted_: bool) -> str:
    """What it is on, without who made it: "between A and B on customs" is on customs. Who made it tells
    something where nothing else does, not even what sort of text it is."""
    subject = _between().sub(" ", name)
    return subject if sorted_ or _words(subject, parties) else name


def _makers(name: str, parties: tuple[str, ...]) -> frozenset[str]:
    told = _between().search(name)
    return _words(told[0], parties) if told is not None else frozenset()


def words_around(title: str, quotation: str, parties: tuple[str, ...]) -> frozenset[str]:
    """The distinctive words of what a report says around the name."""
    before, found, behind = quotation.partition(title)
    return _words(f"{before} {behind}", parties) if found else frozenset()


def _words(text: str, parties: tuple[str, ...]) -> frozenset[str]:
    """The distinctive words, by stem."""
    plain = _type_names().sub(
        " ", _party_names(parties).sub(" ", with_long_years(_without_hyphen(fold(text))))
    )
    told = title_words()
    spellings, dropped = told.spellings, generic_words() | told.derived | told.sorts
    words = (part for word in _WORD.findall(plain) for part in _parts(word))
    return frozenset(
        stem(spellings.get(word, word))
        for word in words
        if len(word) > 1 and word not in dropped and any(c.isalpha() for c in word)
    )


def _without_hyphen(text: str) -> str:
    """ "Co-operation", "co-ordination" as most write them."""
    return text.replace("co-o", "coo")


def _parts(word: str) -> list[str]:
    """ "Cross-servicing" is two words, "TC-90" is one."""
    bare = word.removesuffix("'s").removesuffix("’s")
    return [bare] if any(c.isdigit() for c in bare) else bare.split("-")


def _proper(name: str) -> frozenset[str]:
    """The words, by stem, by which it calls things: those with a capital or a figure; in a name that is
    written with capitals throughout, those with a figure."""
    first = next((w for w in _WORD.findall(name) if fold(w) in instrument_words().heads), "")
    plain = first.islower()
    told = (w for w in _WORD.findall(name) if any(c.isdigit() for c in w) or (plain and w[0].isupper()))
    return frozenset(stem(fold(word)) for word in told if not word.isdigit())


def _folded_words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _abbreviations(title: str) -> frozenset[str]:
    """Abbreviations of the text itself: they hold the initial of what it is, as the A of "RAA"; those of an
    institution that makes it are none, nor is "MoU"."""
    kinds = {word[0] for word in _folded_words(title) if word in instrument_words().heads}
    found = (mark for mark in _CAPITALS.findall(title) if not _names_a_type(mark) and not party_code(mark))
    return frozenset(m for m in found if m == title.strip() or fold(m[-1]) in kinds or fold(m[0]) in kinds)


def _initials(name: str) -> frozenset[str]:
    """What the capitals of a name would make: "RAA" of "Reciprocal Access Agreement", with and without the
    small words (the O of "GSOMIA"). Names of fewer than three words make none."""
    words = [w for w in re.split(r"[^\w]+", name) if w]
    capital = [w for w in words if w[0].isupper()]
    if len(capital) < 3:
        return frozenset()
    first = words.index(capital[0])
    whole = words[first : len(words) - words[::-1].index(capital[-1])]
    return frozenset(("".join(w[0] for w in capital), "".join(w[0] for w in whole).upper()))


def _year(name: str) -> str | None:
    """The single year in a name; two of them are a period."""
    years = _YEAR.findall(name)
    called = rf"\bof (?:\d\d? )?(?:[A-Z][a-z]+ )?{years[0]}|^{years[0]}\b" if len(years) == 1 else r"(?!)"
    return years[0] if re.search(called, name) else None


def _names_many(name: str) -> bool:
    """Whether the noun for the text stands in the plural, before it is said what it is on, or behind
    "several": "several Memorandum of Understandings"."""
    opening = _between().split(_subject_opener().split(fold(name), maxsplit=1)[0], maxsplit=1)[0]
    words = title_words()
    return any(word in words.plurals or word in words.severals for word in _WORD.findall(opening))


def _names_a_type(mark: str) -> bool:
    return mark not in title_words().own_names and instrument_words().type_of(mark) is not None


@cache
def _clause() -> re.Pattern[str]:
    clause = rf",?\s+(?:{any_of(title_words().clauses)})\b"
    another_text = r",\s+(?:and\s+)?(?:an?|the)\s"
    return re.compile(rf"(?:{clause}|{another_text}).*", re.IGNORECASE | re.DOTALL)


@cache
def _between() -> re.Pattern[str]:
    openers = any_of(title_words().subjects)
    return re.compile(rf"\b(?:between|with)\b.*?(?=\b(?:{openers})\b|$)", re.IGNORECASE | re.DOTALL)


@cache
def _subject_opener() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(title_words().subjects)})\b")


@cache
def _type_names() -> re.Pattern[str]:
    phrases = {fold(phrase) for entry in instrument_words().types for phrase in entry.words}
    return re.compile(rf"\b(?:{any_of(phrases | instrument_words().heads)})\b")


@lru_cache(maxsize=1 << 12)
def _party_names(parties: tuple[str, ...]) -> re.Pattern[str]:
    states = (
        name
        for country in countries()
        if country.code in parties
        for name in (country.name, *country.names, *country.demonyms, *country.combining)
    )
    organisations = (name for b in bodies() if b.code in parties for name in (b.code, b.name, *b.names))
    names = {fold(name) for name in (*states, *organisations)}
    return re.compile(rf"\b(?:{any_of(names)})\b" if names else r"(?!)")
