"""Which mentions of instruments tell of one text through its life, from the proposal to its end.

What is compared: who makes it, what type of text it is, what it is on (servanda.resolve.titles), and when it
was signed as far as the mentions tell (servanda.resolve.signing). Scores are ranks that were set by hand, not
frequencies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations

import msgspec

from servanda.codebook.instrument_titles import generic_words, title_words
from servanda.codebook.instruments import instrument_words
from servanda.codebook.places import acts_for
from servanda.model import edtf
from servanda.model.facts import Instrument, InstrumentType
from servanda.model.fold import fold
from servanda.resolve.mention import Decision, Keys, Mention, in_order
from servanda.resolve.signing import Fit, Signing, Timing, signing, timing, years
from servanda.resolve.titles import Likeness, Title, likeness, read_title, stem

_NO_KEYS = Keys.both(frozenset())
_FEW = 4
"""From more parties on a text is that of all of them, and no longer looked for by two of them."""

_DAYS_OF_SLIP = {Likeness.NAMED: 31, Likeness.LIKE: 7, Likeness.UNSAID: 7}
"""By so many days reports of one text differ at most on the day when it was signed, by how it is named."""
_DAYS_TO_COME = {Likeness.NAMED: 3653, Likeness.LIKE: 1096, Likeness.UNSAID: 366}
"""Longest time from a plan to the signing or standing of a text: ten years, three years, one year."""
_NAMES_OF_SIGNERS = 2
"""So many words with capitals, besides those that any text of the parties has, tell who signed it."""
_CAPITALS = re.compile(r"\b[A-Z][\w-]{2,}")
_OPENING = 400
"""Characters in which a report tells its news, without the full name of the text."""
_DAYS_OF_SEVERAL = 45
"""The longest time between reports of several texts that are of one signing."""


_BEHIND = re.compile(
    r" (?:with|worth|for)\b(?:(?! (?:in|at|by|during|after|before|as)\b)(?:[^,.;:()]|\.(?=\d)))+"
)
"""What goes on with a name, up to where or when it was made."""


class _Told(msgspec.Struct, frozen=True):
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
    def type(self) -> InstrumentType:
        """A declaration of intent is called a declaration as well, and a partnership that was signed can be a
        text of any type."""
        kind, called = self.fact.type, self.fact.title.lower()
        declared = kind == "letter-of-intent" and "declaration" in called
        unsaid = kind == "agreement" and instrument_words().type_of(called) is None
        return "other" if declared or unsaid else kind


class _Pair(msgspec.Struct, frozen=True):
    """Two mentions in the order of publication, and how their names and times stand to each other."""

    a: _Told
    b: _Told
    likeness: Likeness
    timing: Timing

    @property
    def same_type(self) -> bool:
        return self.a.type == self.b.type

    @property
    def in_one_document(self) -> bool:
        return self.a.mention.source.name == self.b.mention.source.name

    @property
    def same_parties(self) -> bool:
        """Whether two parties at least are known to be in both, as `keys` finds them."""
        one, other = self.a.parties, self.b.parties
        few = max(len(one), len(other)) <= _FEW
        return bool(one) and (one == other or (few and len(one & other) > 1))

    @property
    def stages(self) -> frozenset[str]:
        return frozenset((self.a.signing.stage, self.b.signing.stage))

    @property
    def is_of(self) -> frozenset[str]:
        """Their types."""
        return frozenset((self.a.type, self.b.type))


def compare(a: Mention, b: Mention) -> Decision | None:
    """Whether two mentions of instruments tell of one text, None where nothing speaks for or against it or
    one of them is no instrument. The order of the two does not matter."""
    first, second = in_order(a, b)
    one, other = _told(first), _told(second)
    if one is None or other is None:
        return None
    pair = _Pair(one, other, likeness(one.title, other.title), timing(one.signing, other.signing))
    return _named_behind(pair) or _different(pair) or _same(pair)


def keys(mention: Mention) -> Keys:
    """By what the mention of an instrument is found: its parties together with the family of its type and the
    year, and with what its name has to share with another to be like it; so a text in force meets its signing
    years before.

    A name that says nothing and has no year is looked for among all texts of the parties, and one in the same
    document is always met.
    """
    told = _told(mention)
    if told is None or not told.parties:
        return _NO_KEYS
    within = years(told.signing)
    lost = told.title.is_bare and not within
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


def _named_behind(pair: _Pair) -> Decision | None:
    """ "signed a defence pact on Monday", as a report opens, is the text that it names later: "put their
    names to the Reciprocal Access Agreement"."""
    opens, names = sorted((pair.a, pair.b), key=lambda told: told.fact.evidence[0].start)
    if not pair.in_one_document or not pair.same_parties or pair.stages != {"signed"}:
        return None
    if (
        opens.title.many
        or pair.timing.fit == Fit.APART
        or not title_words().can_be_one(opens.type, names.type)
    ):
        return None
    first = opens.fact.evidence[0]
    announced = re.search(rf"\ban?\s+(?:[a-z]+\s+)?{re.escape(opens.fact.title)}\b", first.text)
    plain = opens.fact.title.islower() and opens.title.words <= _loose_words()
    called = len(re.findall(r"\b[A-Z][a-z]+", names.fact.title)) > 1
    if announced is None or not plain or not called or first.start > _OPENING:
        return None
    return _one(0.75, "named-behind", "the report opens with a text to which it gives the name later")


# -- what cannot be one --


def _different(pair: _Pair) -> Decision | None:
    return (
        _by_parties(pair)
        or _by_type(pair)
        or _by_relation(pair)
        or _by_sort(pair)
        or _by_number(pair)
        or _by_subject(pair)
        or _by_time(pair)
    )


def _by_parties(pair: _Pair) -> Decision | None:
    one, other = pair.a.parties, pair.b.parties
    if not one or not other or one <= other or other <= one:
        return None
    return _apart(0.97, "other-parties", f"{_list(one)} are not {_list(other)}")


def _by_type(pair: _Pair) -> Decision | None:
    a, b = pair.a.type, pair.b.type
    if title_words().can_be_one(a, b):
        return None
    return _apart(0.95, "other-type", f"no text is both {a} and {b}")


def _by_relation(pair: _Pair) -> Decision | None:
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        for relation in one.fact.relations:
            meant = instrument_words().type_of(relation.target)
            if meant is not None and not title_words().can_be_one(meant, other.type):
                continue  # two letters that intend one statement are not each other's statement
            if _is_meant(read_title(relation.target, _sorted(one.parties)), other.title, one.title):
                reason = f"“{one.fact.title}” {relation.type} “{relation.target}”"
                return _apart(0.96, "one-is-of-the-other", reason)
    called, also = pair.a.title, pair.b.title
    if called.derived != also.derived and not (called if also.derived else also).again:
        words = _list(pair.a.title.derived ^ pair.b.title.derived)
        return _apart(0.94, "one-changes-the-other", f"only one of them is called {words}")
    return None


def _is_meant(target: Title, other: Title, own: Title) -> bool:
    """Whether the target is the other text rather than the one that names it as its target."""
    alike, as_own = likeness(target, other), likeness(own, other)
    return alike >= Likeness.LIKE and (alike > as_own or target.names == other.names != own.names)


def _by_sort(pair: _Pair) -> Decision | None:
    one, other = pair.a.title.sorts, pair.b.title.sorts
    if not one or not other or one & other:
        return None
    return _apart(0.94, "other-sort", f"the one is {_list(one)}, the other {_list(other)}")


def _by_number(pair: _Pair) -> Decision | None:
    """Several texts are none of them."""
    if pair.a.title.many == pair.b.title.many:
        return None
    return _apart(0.8, "one-and-several", "only one of them speaks of several texts")


def _by_subject(pair: _Pair) -> Decision | None:
    if pair.likeness > Likeness.PARTLY:
        return None
    reason = f"{_titles(pair)} are on different subjects"
    if pair.likeness == Likeness.PARTLY:
        together = pair.in_one_document or pair.timing.fit == Fit.DAY
        return _apart(0.85, "other-subject", reason) if together else None
    return _apart(0.9, "other-subject", reason)


def _by_time(pair: _Pair) -> Decision | None:
    fit, days = pair.timing.fit, pair.timing.days
    periods = pair.a.fact.period, pair.b.fact.period
    if periods[0] and periods[1] and not edtf.overlaps(periods[0], periods[1]):
        return _apart(0.92, "other-period", f"the one is for {periods[0]}, the other for {periods[1]}")
    if fit == Fit.APART and not _is_slip(pair):
        return _apart(0.92, "other-time", f"{_time(pair.a)} and {_time(pair.b)} exclude each other")
    recurrent = pair.is_of <= title_words().recurrent and not any(periods)
    told_anew = pair.likeness == Likeness.UNSAID or "standing" not in pair.stages
    if recurrent and told_anew and fit == Fit.OPEN and (days or 0) > _DAYS_TO_COME[Likeness.UNSAID]:
        return _apart(0.8, "other-occasion", "such texts are made anew at each occasion")
    return None


def _is_slip(pair: _Pair) -> bool:
    """Whether the dates differ by so little that one of two reports on one text can err."""
    days = pair.timing.days
    if days is None or (pair.is_of & title_words().recurrent and pair.likeness < Likeness.LIKE):
        return False
    return days <= _DAYS_OF_SLIP.get(pair.likeness, 0)


# -- what is one --


def _same(pair: _Pair) -> Decision | None:
    if not pair.same_parties:
        return None
    if pair.a.title.many and (found := _one_signing_of_several(pair)):
        return found
    if pair.likeness >= Likeness.LIKE:
        return _by_name(pair)
    if pair.a.title.many:
        return None
    if _is_anaphor(pair):
        return _one(_nearness(pair), "named-before", "the text names it once, then only by what it is")
    return _by_type_and_time(pair) if pair.same_type and pair.likeness == Likeness.UNSAID else None


def _one_signing_of_several(pair: _Pair) -> Decision | None:
    fit, days = pair.timing.fit, pair.timing.days
    near = fit == Fit.OPEN and days is not None and days <= _DAYS_OF_SEVERAL
    if fit >= Fit.MONTH or (near and pair.stages != {"standing"}):
        return _one(0.85, "several-texts", "both speak of the texts of one signing by the same parties")
    return None


def _by_name(pair: _Pair) -> Decision | None:
    named, fit, days = pair.likeness == Likeness.NAMED, pair.timing.fit, pair.timing.days or 0
    if ("coming" in pair.stages and days > _DAYS_TO_COME[pair.likeness]) or (fit == Fit.APART and not named):
        return None
    if not named and not pair.same_type and fit < Fit.MONTH:
        return None
    score = (0.93 if named else 0.82) - (0 if pair.same_type else 0.1)
    if fit == Fit.APART:
        return _one(score - 0.1, "same-name-near-date", f"{_titles(pair)}, {days} days apart")
    if fit > Fit.OPEN:
        score += 0.04
    years_between = min(days // 365, 10)
    return _one(score - 0.005 * years_between, "same-name", f"{_titles(pair)} name one subject")


def _by_type_and_time(pair: _Pair) -> Decision | None:
    """For names that do not say what the text is on."""
    types, kind = title_words(), pair.a.type
    fit, days = pair.timing.fit, pair.timing.days
    both_bare = pair.a.title.is_bare and pair.b.title.is_bare
    if pair.in_one_document and not both_bare:
        return None
    if fit == Fit.DAY:
        return _one(0.8 if both_bare else 0.7, "same-type-same-day", f"a {kind} of the same parties and day")
    if fit == Fit.MONTH and (both_bare or kind in types.rare):
        return _one(0.76, "same-type-same-month", f"a {kind} of the same parties and month")
    if fit == Fit.MONTH and any(map(_is_the_one, (pair.a, pair.b))):
        return _one(0.66, "the-one-of-the-month", f"the {kind} of the same parties and month")
    near = fit == Fit.MONTH or (fit == Fit.OPEN and days == 0 and pair.stages == {"signed"})
    if near and len(pair.a.names_told & pair.b.names_told) >= _NAMES_OF_SIGNERS:
        return _one(0.72, "same-type-same-signers", f"a {kind} of the same month and those who signed it")
    if kind in types.lasting and fit != Fit.APART and (days or 0) <= _DAYS_TO_COME[Likeness.NAMED]:
        return _one(0.7, "same-rare-type", f"the same parties make few texts of type {kind}")
    rare = kind in types.rare or bool(_callings(pair.a) & _callings(pair.b))
    foreseen = rare and "coming" in pair.stages and fit == Fit.OPEN
    if foreseen and days is not None and days <= _DAYS_TO_COME[Likeness.UNSAID]:
        return _one(0.7, "planned-then-signed", f"a {kind} of the same parties was foreseen")
    return None


def _is_the_one(told: _Told) -> bool:
    """ "|the agreement| signed in Berlin in September": there was one."""
    looks_back = told.fact.action == "ratified" or told.fact.rule.startswith("instrument/participle")
    if not told.title.is_bare or not looks_back:
        return False
    definite = re.compile(rf"\bthe\s+{re.escape(told.fact.title)}\b", re.IGNORECASE)
    return any(definite.search(s.text) for s in told.fact.evidence)


@cache
def _loose_words() -> frozenset[str]:
    return frozenset(map(stem, title_words().loose))


def _callings(told: _Told) -> frozenset[str]:
    """ "roadmap", "action plan": what the text is called, where two parties make few that are called so."""
    return title_words().callings_in(told.fact.title)


def _is_anaphor(pair: _Pair) -> bool:
    """Whether one of the two, in the same document, is only called "the agreement"."""
    if not pair.in_one_document or pair.a.title.is_bare == pair.b.title.is_bare:
        return False
    bare = pair.a if pair.a.title.is_bare else pair.b
    again = re.compile(rf"\b(?:the|this|that|said)\s+{re.escape(bare.fact.title)}\b", re.IGNORECASE)
    called_so = pair.same_type or bare.type in title_words().also_called
    return called_so and any(again.search(span.text) for span in bare.fact.evidence)


def _nearness(pair: _Pair) -> float:
    """The nearer the name stands, the surer is what "the agreement" means."""
    starts = [told.fact.evidence[0].start for told in (pair.a, pair.b)]
    return (0.8 if pair.same_type else 0.7) - min(abs(starts[0] - starts[1]), 5000) / 100_000


# -- making ready --


def _told(mention: Mention) -> _Told | None:
    fact = mention.fact
    if not isinstance(fact, Instrument):
        return None
    parties = frozenset(_acting(code) for code in fact.parties)
    return _Told(mention, fact, parties, _title(fact), signing(mention))


def _title(fact: Instrument) -> Title:
    """Its name; a bare one with what the quotation tells right behind it: "a contract |for 180 tanks|"."""
    title = read_title(fact.title, _sorted(fact.parties))
    if not title.is_bare:
        return title
    spoken = (span.text.partition(fact.title)[2] for span in fact.evidence if fact.title in span.text)
    behind = next((found for text in spoken if (found := _BEHIND.match(text))), None)
    return title if behind is None else read_title(fact.title + behind[0], _sorted(fact.parties))


@lru_cache(maxsize=1 << 14)
def _capitals(quotation: str) -> frozenset[str]:
    return frozenset({fold(word) for word in _CAPITALS.findall(quotation)} - generic_words())


@cache
def _acting(code: str) -> str:
    return acts_for(code) or code


def _places(told: _Told) -> Iterator[str]:
    """Where it is looked for: each two of its parties, by the family of its type."""
    parties = sorted(told.parties)
    groups = combinations(parties, 2) if 2 < len(parties) <= _FEW else [tuple(parties)]
    for group in groups:
        for family in title_words().families_of(told.type):
            yield f"instrument|{'+'.join(group)}|{family}"


def _sorted(parties: frozenset[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(parties))


def _time(told: _Told) -> str:
    state = {"coming": "still to come", "signed": "signed", "standing": "in being"}[told.signing.stage]
    return f"{state} {told.signing.date or told.signing.seen or ''}".strip()


def _titles(pair: _Pair) -> str:
    return f"“{pair.a.fact.title}” and “{pair.b.fact.title}”"


def _list(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))


def _one(score: float, rule: str, reason: str) -> Decision:
    return Decision(verdict="same", score=round(score, 3), rule=f"instrument/{rule}", reason=reason)


def _apart(score: float, rule: str, reason: str) -> Decision:
    return Decision(verdict="different", score=score, rule=f"instrument/{rule}", reason=reason)
