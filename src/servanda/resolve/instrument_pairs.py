"""Mentions of instruments made ready for comparing, one by one and two by two."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from servanda.codebook.instrument_titles import generic_words, title_words
from servanda.codebook.instruments import instrument_words
from servanda.codebook.places import acts_for
from servanda.model import edtf
from servanda.model.facts import Instrument, InstrumentType
from servanda.model.fold import fold
from servanda.resolve.mention import Decision, Mention
from servanda.resolve.signing import Signing, Timing, signing
from servanda.resolve.stems import stem
from servanda.resolve.titles import Likeness, Title, read_title, words_around

FEW = 4
"""From more parties on a text is that of all of them, and no longer looked for by two of them."""
DAYS_TO_COME = {Likeness.NAMED: 3653, Likeness.LIKE: 1096, Likeness.UNSAID: 366}
"""Longest time from a plan to the signing or standing of a text: ten years, three years, one year."""
_LONG_AGO = 90
"""Days before a report in which what it tells is no longer news."""
OPENING = 400
"""Characters in which a report tells its news, without the full name of the text."""
_CIVIL = frozenset(
    {"trade-investment", "energy", "agriculture", "tourism", "education-culture", "health", "environment"}
)
"""Fields of which no "defence pact" is."""
_CAPITALS = re.compile(r"\b[A-Z][\w-]{2,}")
_ALIAS = re.compile(
    r"[^.;]{0,60}?\b(?:known as|dubbed|called|named|christened)\s(?:the\s)?((?:[A-Z][\w’'-]+\s?)+)"
)
"""How a report gives a text a second name."""
_BEHIND = re.compile(
    r" (?:with|worth|for|(?:further )?(?:to )?(?:rais|elevat|upgrad|allow|enabl|permit|establish|creat|sett|"
    r"open|transferr?|regulat|eas|facilitat|strengthen|deepen|expand|protect|bolster|boost)(?:ing|e|\b))\b"
    r"(?:(?! (?:(?:in|at|by|during|after|before|as|will|would|is|are|was|were|has|have|had|can)\b|"
    r"to (?!an?\b|the\b)))(?:[^,.;:()]|\.(?=\d)))+"
)
"""What goes on with a name, up to where or when it was made."""
_WITH = " with"
_STATEMENTS = frozenset({"joint-statement", "vision-statement", "letter-of-intent"})
"""Types of texts behind which "with" tells who signs, and nothing of what they are on."""
_ANY_PACT = frozenset({"pact", "deal", "accord"})
"""Nouns by which a report calls any text of its type."""


class Told(msgspec.Struct, frozen=True):
    """What a mention says, made ready for comparing."""

    mention: Mention
    fact: Instrument
    parties: frozenset[str]
    title: Title
    signing: Signing

    @property
    def names_told(self) -> frozenset[str]:
        """The words with capitals of the quotation but for those that many have."""
        return _capitals(self.mention.quotation) - {fold(self.fact.type)}

    @property
    def is_new(self) -> bool:
        """ "signed *a* memorandum on tourism": the first that one hears of it."""
        new = re.compile(rf"\ban?\s+(?:new\s+)?{re.escape(self.fact.title)}", re.IGNORECASE)
        return new.search(self.mention.quotation) is not None

    @property
    def looks_back(self) -> bool:
        """ "|the agreement| signed in Berlin in September", "the contract was signed in 2022" as told years
        later: there was one."""
        back = self.fact.action == "ratified" or self.fact.rule.startswith("instrument/participle")
        back = back or self._is_of_long_ago
        if not self.title.is_bare or not back:
            return False
        if self.fact.type in title_words().told_by_type and self._is_of_long_ago:
            return True
        definite = re.compile(rf"\bthe\s+{re.escape(self.fact.title)}\b", re.IGNORECASE)
        return any(definite.search(span.text) for span in self.fact.evidence)

    @property
    def _is_of_long_ago(self) -> bool:
        """Whether it is told as signed on a day long before the report."""
        signed = edtf.bounds(self.signing.date) if self.signing.date else None
        told = edtf.bounds(self.mention.source.published) if self.mention.source.published else None
        return signed is not None and told is not None and (told[0] - signed[1]).days > _LONG_AGO

    @property
    def is_loose(self) -> bool:
        """ "defence pact", "landmark security deal": no name, but what it is about."""
        in_a_heading = self.fact.title.isupper() and " " in self.fact.title
        plain = self.fact.title.partition(" between ")[0].islower() or in_a_heading
        return plain and bool(self.title.words) and self.title.words <= loose_words()

    @property
    def type(self) -> InstrumentType:
        """A declaration of intent is called a declaration as well, and a partnership that was signed can be a
        text of any type."""
        kind, called = self.fact.type, self.fact.title.lower()
        declared = kind == "letter-of-intent" and "declaration" in called
        unsaid = kind == "agreement" and instrument_words().type_of(called) is None
        return "other" if declared or unsaid else kind


class Pair(msgspec.Struct, frozen=True):
    """Two mentions in the order of publication, and how their names and times stand to each other."""

    a: Told
    b: Told
    likeness: Likeness
    timing: Timing

    @property
    def same_type(self) -> bool:
        intent = self.a.fact.type == self.b.fact.type == "letter-of-intent"  # "a declaration of intent"
        return self.a.type == self.b.type or intent

    @property
    def in_one_document(self) -> bool:
        return self.a.mention.source.name == self.b.mention.source.name

    @property
    def same_parties(self) -> bool:
        """Whether two parties at least are known to be in both, as `keys` finds them."""
        one, other = self.a.parties, self.b.parties
        few = max(len(one), len(other)) <= FEW
        return bool(one) and (one == other or (few and len(one & other) > 1))

    @property
    def stages(self) -> frozenset[str]:
        return frozenset((self.a.signing.stage, self.b.signing.stage))

    @property
    def is_of(self) -> frozenset[str]:
        """Their types."""
        return frozenset((self.a.type, self.b.type))


def is_loosely_called(pair: Pair) -> bool:
    """Whether a text is called only by what it is about, and the other can be that one: in another document,
    or further down in one that opens with it."""
    if pair.a.is_loose == pair.b.is_loose:
        return False
    loose, named = (pair.a, pair.b) if pair.a.is_loose else (pair.b, pair.a)
    if pair.in_one_document and loose.fact.evidence[0].start > min(OPENING, named.fact.evidence[0].start):
        return is_told_again(loose, named)
    return not named.fact.fields or not set(named.fact.fields) <= _CIVIL


def is_told_again(loose: Told, named: Told) -> bool:
    """ "*The* defence agreement", "*the* security pact", in a report that has told its name."""
    again = re.compile(rf"\b(?:the|this|that|said)\s+{re.escape(loose.fact.title)}\b", re.IGNORECASE)
    definite = any(again.search(span.text) for span in loose.fact.evidence)
    named_before = named.fact.evidence[0].start < loose.fact.evidence[0].start
    return definite and named_before and are_called_alike(loose.title, named.title) and not loose.title.wider


def are_called_alike(called: Title, named: Title) -> bool:
    """Whether the first can be said of the second: any agreement is a pact, but "the treaty" is none that is
    called an agreement."""
    return bool(called.nouns & (named.nouns | _ANY_PACT)) or not called.nouns or not named.nouns


def are_loose_alike(pair: Pair) -> bool:
    """ "A defence pact" and "a security agreement" can be one; "an arms deal" is neither."""
    return pair.a.is_loose and pair.b.is_loose and pair.a.title.words | pair.b.title.words <= _alike_words()


@cache
def _alike_words() -> frozenset[str]:
    """Loose words that any text on defence can have, by stem."""
    return frozenset(map(stem, title_words().loose_alike))


@cache
def loose_words() -> frozenset[str]:
    """By stem."""
    return frozenset(map(stem, title_words().loose))


def as_told(mention: Mention) -> Told | None:
    """The mention made ready; None where it is of no instrument."""
    fact = mention.fact
    if not isinstance(fact, Instrument):
        return None
    parties = frozenset(_acting(code) for code in fact.parties)
    return Told(mention, fact, parties, _told_around(fact, _title(fact)), signing(mention))


def _told_around(fact: Instrument, title: Title) -> Title:
    """ "*The Coast Guards* signed a memorandum on maritime cooperation": the name says not between whom."""
    if title.makers or not title.words:
        return title
    said = (words_around(fact.title, span.text, ordered(fact.parties)) for span in fact.evidence)
    return msgspec.structs.replace(title, around=frozenset().union(*said))


def _title(fact: Instrument) -> Title:
    """Its name, with the one by which it is to be known besides; a bare one with what the quotation tells
    right behind it: "a contract |for 180 tanks|"."""
    title = read_title(_with_alias(fact), ordered(fact.parties))
    if not title.is_bare:
        return title
    spoken = (span.text.partition(fact.title)[2] for span in fact.evidence if fact.title in span.text)
    behind = next((found for text in spoken if (found := _BEHIND.match(text))), None)
    if behind is not None and (fact.type not in _STATEMENTS or not behind[0].startswith(_WITH)):
        return read_title(fact.title + behind[0], ordered(fact.parties))
    return _as_renewed(fact, title)


def _as_renewed(fact: Instrument, title: Title) -> Title:
    """ "To elevate the Defence Cooperation Arrangement of 2018 to an agreement": that is on the same."""
    renewed = (r.target for r in fact.relations if r.type == "renews")
    names = (read_title(target, ordered(fact.parties)).names for target in renewed)
    return msgspec.structs.replace(title, names=next(names, ()))


def _with_alias(fact: Instrument) -> str:
    """ "the defence treaty, to be known as the Pukpuk Treaty": the second name in brackets, as in titles."""
    for span in fact.evidence:
        found = _ALIAS.match(span.text.partition(fact.title)[2])
        if found and instrument_words().type_of(found[1]):
            return f"{fact.title} ({found[1]})"
    return fact.title


@lru_cache(maxsize=1 << 14)
def _capitals(quotation: str) -> frozenset[str]:
    return frozenset({fold(word) for word in _CAPITALS.findall(quotation)} - generic_words())


@cache
def _acting(code: str) -> str:
    return acts_for(code) or code


def ordered(parties: frozenset[str] | tuple[str, ...]) -> tuple[str, ...]:
    """The parties by their codes."""
    return tuple(sorted(parties))


def titles(pair: Pair) -> str:
    """Their names, for the reason of a decision."""
    return f"“{pair.a.fact.title}” and “{pair.b.fact.title}”"


def one_text(score: float, rule: str, reason: str) -> Decision:
    """Both tell of one text."""
    return Decision(verdict="same", score=round(score, 3), rule=f"instrument/{rule}", reason=reason)


def two_texts(score: float, rule: str, reason: str) -> Decision:
    """They tell of two texts."""
    return Decision(verdict="different", score=score, rule=f"instrument/{rule}", reason=reason)
