"""What two mentions of instruments say that cannot be said of one text."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from servanda.codebook.instrument_titles import title_words
from servanda.codebook.instruments import instrument_words
from servanda.model import edtf
from servanda.model.fold import fold
from servanda.resolve.instrument_pairs import (
    DAYS_TO_COME,
    Pair,
    Told,
    are_loose_alike,
    is_loosely_called,
    ordered,
    titles,
    two_texts,
)
from servanda.resolve.mention import Decision
from servanda.resolve.signing import Fit
from servanda.resolve.stems import stem
from servanda.resolve.titles import Likeness, Title, likeness, read_title, without_clause

_DAYS_OF_SLIP = {Likeness.NAMED: 31, Likeness.LIKE: 7, Likeness.UNSAID: 7}
"""By so many days reports of one text differ at most on the day when it was signed, by how it is named."""

_MINUTES = re.compile(r"(?:agreed )?minutes\b|records? of discussion|terms of reference\b", re.IGNORECASE)
_ITEM = "instrument/listed"
_TEXTS = re.compile(r"\b(?:minutes|records?|documents?|texts?|papers?|protocols?|terms)\b", re.IGNORECASE)
"""What minutes, and terms of reference, can be called."""
_WORD = re.compile(r"[A-Za-z]+")
_TOPIC = re.compile(r"\b(?:on|concerning|regarding) (.+)")
_OWN_MATTER = 2
"""Words that the matter of a text has at least, where another is on cooperation of all kinds."""
_OFFICIAL = 3
"""Words with capitals that a name has at least."""
_EARLY = timedelta(days=7)
"""By so much at most a text is signed before the day that was planned; none is in another month."""
_OLD = timedelta(days=60)
"""From so long a time on, a text that is called new is none that was there before."""


_SLIP_OF_ONE_KNOWN = 3
"""The same where one of them tells of "the contract that both signed in Manila on 29 January"."""


def different(pair: Pair) -> Decision | None:
    """The first that speaks against one text, if anything does."""
    return (
        _by_parties(pair)
        or _by_type(pair)
        or _by_relation(pair)
        or _by_sort(pair)
        or _by_number(pair)
        or _by_newness(pair)
        or _by_width(pair)
        or _by_official_name(pair)
        or _by_matter(pair)
        or _by_subject(pair)
        or _by_time(pair)
    )


def _by_parties(pair: Pair) -> Decision | None:
    one, other = pair.a.parties, pair.b.parties
    if not one or not other or one <= other or other <= one:
        return None
    return two_texts(0.97, "other-parties", f"{_list(one)} are not {_list(other)}")


def _by_type(pair: Pair) -> Decision | None:
    a, b = pair.a.type, pair.b.type
    minutes = {bool(_MINUTES.match(told.fact.title)) for told in (pair.a, pair.b)}
    if len(minutes) > 1 and not all(_TEXTS.search(told.fact.title) for told in (pair.a, pair.b)):
        return two_texts(0.85, "minutes", "what is written of a meeting, or for one, is no other text")
    if pair.in_one_document and a != b and all(told.fact.rule == _ITEM for told in (pair.a, pair.b)):
        return two_texts(0.85, "two-items", f"{titles(pair)} are items of a list")
    if title_words().can_be_one(a, b) or pair.same_type:
        return None
    return two_texts(0.95, "other-type", f"no text is both {a} and {b}")


def _by_relation(pair: Pair) -> Decision | None:
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        for relation in one.fact.relations:
            meant = instrument_words().type_of(relation.target)
            if meant is not None and not title_words().can_be_one(meant, other.type):
                continue  # two letters that intend one statement are not each other's statement
            if relation.type == "renews" and _is_signed_later(other, one):
                continue  # what is to be renewed is there already
            if _is_meant(read_title(relation.target, ordered(one.parties)), other.title, one.title):
                reason = f"“{one.fact.title}” {relation.type} “{relation.target}”"
                return two_texts(0.96, "one-is-of-the-other", reason)
    called, also = pair.a.title, pair.b.title
    if called.derived != also.derived and not (called if also.derived else also).again:
        words = _list(pair.a.title.derived ^ pair.b.title.derived)
        return two_texts(0.94, "one-changes-the-other", f"only one of them is called {words}")
    return None


def _is_signed_later(told: Told, planned: Told) -> bool:
    """Whether it is signed after the day on which the other was still to come."""
    signed, seen = (edtf.bounds(day) if day else None for day in (told.signing.date, planned.signing.seen))
    ahead = planned.signing.stage == "coming"
    return ahead and signed is not None and seen is not None and signed[0] > seen[1]


def _is_meant(target: Title, other: Title, own: Title) -> bool:
    """Whether the target is the other text rather than the one that names it as its target."""
    alike, as_own = likeness(target, other), likeness(own, other)
    return alike >= Likeness.LIKE and (alike > as_own or target.names == other.names != own.names)


def _by_sort(pair: Pair) -> Decision | None:
    one, other = pair.a.title.sorts, pair.b.title.sorts
    if pair.is_of == {"contract"} and "coming" in pair.stages and "framework" in one ^ other:
        return two_texts(0.94, "other-sort", "only one of the contracts is a framework")
    if not one or not other or one & other:
        return None
    return two_texts(0.94, "other-sort", f"the one is {_list(one)}, the other {_list(other)}")


def _by_number(pair: Pair) -> Decision | None:
    """Several texts are none of them."""
    if pair.a.title.many == pair.b.title.many or pair.a.title.sorts & pair.b.title.sorts:
        return None
    if pair.is_of == {"contract"} and "coming" in pair.stages:
        return None  # "the contract is to be signed", and the contracts for ships and arms are
    return two_texts(0.8, "one-and-several", "only one of them speaks of several texts")


def _by_newness(pair: Pair) -> Decision | None:
    """ "*A new* agreement was signed in April" is none that was in being the year before."""
    for new, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if not new.title.new or other.title.new or new.signing.stage == "standing":
            continue
        made = edtf.bounds(new.signing.date or new.signing.seen or "")
        stood = edtf.bounds(other.signing.date or other.signing.seen or "")
        in_being = other.signing.stage != "coming" and made is not None and stood is not None
        if in_being and made and stood and made[0] - stood[1] > _OLD:
            return two_texts(0.94, "another-anew", f"{titles(pair)}: the new one is made after the other")
    return None


def _by_width(pair: Pair) -> Decision | None:
    """ "The agreement is to be followed by *a broader treaty*": that is none of those told beside it."""
    if not pair.in_one_document or pair.a.title.wider == pair.b.title.wider:
        return None
    wider, other = (pair.a, pair.b) if pair.a.title.wider else (pair.b, pair.a)
    again = other.title.is_bare and bool(other.title.nouns & wider.title.nouns)
    return None if again else two_texts(0.9, "a-wider-one", f"{titles(pair)}: the one goes further")


def _by_official_name(pair: Pair) -> Decision | None:
    """ "The Mutual Defense Treaty" is not the Enhanced Defense Cooperation Agreement."""
    one, other = (_official_words(told) for told in (pair.a, pair.b))
    if pair.likeness == Likeness.NAMED or not one or not other:
        return None
    heads = instrument_words().heads
    kinds, others = one & heads, other & heads
    if not kinds or not others or kinds & others or not one - other - heads or not other - one - heads:
        return None
    return two_texts(0.9, "other-name", f"{titles(pair)} are names of two texts")


def _official_words(told: Told) -> frozenset[str]:
    """The words of a name that is written with capitals, in small letters; empty for others."""
    words = _WORD.findall(without_clause(told.fact.title).partition("(")[0])
    capital = [word for word in words if word[0].isupper()]
    last = words[-1:] == capital[-1:]
    return frozenset(map(str.lower, capital)) if last and len(capital) >= _OFFICIAL else frozenset()


def _by_matter(pair: Pair) -> Decision | None:
    """A memorandum that is to be made "on *defence cooperation*" is none on the procurement of defence
    products: the one names all that the two do together, the other a matter of its own. One that is signed
    may be called by a matter of which it treats."""
    if pair.timing.fit == Fit.DAY:
        return None
    for wide, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if wide.signing.stage != "coming":
            continue
        topics = (_TOPIC.search(fold(without_clause(told.fact.title))) for told in (wide, other))
        told_on, own = (found[1] if found else "" for found in topics)
        if "cooperation" not in told_on.replace("co-op", "coop") or "operation" in own or not own:
            continue
        further = other.title.words - wide.title.words
        if wide.title.words <= _fields_at_large() and len(further - _fields_at_large()) >= _OWN_MATTER:
            return two_texts(0.85, "other-matter", f"{titles(pair)}: only one has a matter of its own")
    return None


@cache
def _fields_at_large() -> frozenset[str]:
    """ "Defence", "security": fields in which there is cooperation of all kinds."""
    return frozenset(map(stem, title_words().fields_at_large))


def _by_subject(pair: Pair) -> Decision | None:
    if pair.likeness > Likeness.PARTLY or is_loosely_called(pair) or are_loose_alike(pair):
        return None
    reason = f"{titles(pair)} are on different subjects"
    if pair.likeness == Likeness.PARTLY:
        together = pair.in_one_document or pair.timing.fit == Fit.DAY
        return two_texts(0.85, "other-subject", reason) if together else None
    return two_texts(0.9, "other-subject", reason)


def _by_time(pair: Pair) -> Decision | None:
    fit, days = pair.timing.fit, pair.timing.days
    periods = pair.a.fact.period, pair.b.fact.period
    if periods[0] and periods[1] and not edtf.overlaps(periods[0], periods[1]):
        return two_texts(0.92, "other-period", f"the one is for {periods[0]}, the other for {periods[1]}")
    if fit == Fit.APART and not _is_slip(pair):
        near = pair.likeness == Likeness.UNSAID and (days or 0) <= _DAYS_OF_SLIP[Likeness.NAMED]
        return two_texts(
            0.7 if near else 0.92, "other-time", f"{_time(pair.a)} and {_time(pair.b)} exclude each other"
        )
    if pair.likeness == Likeness.UNSAID and _is_planned_for_later(pair):
        return two_texts(0.86, "planned-for-later", f"{titles(pair)}: the one was to come when the other was")
    in_a_row = pair.a.title.derived & pair.b.title.derived & title_words().in_a_row
    recurrent = pair.is_of <= title_words().recurrent and not any(periods) and not in_a_row
    recurrent = recurrent and not _is_when_planned(pair)
    told_anew = pair.likeness == Likeness.UNSAID or "standing" not in pair.stages
    if recurrent and told_anew and fit == Fit.OPEN and (days or 0) > DAYS_TO_COME[Likeness.UNSAID]:
        return two_texts(0.8, "other-occasion", "such texts are made anew at each occasion")
    return None


def _is_planned_for_later(pair: Pair) -> bool:
    """ "Contracts for aircraft are to be signed in September" are none that were signed in August."""
    planned, signed = (edtf.bounds(told.fact.date) if told.fact.date else None for told in (pair.a, pair.b))
    stages = (pair.a.signing.stage, pair.b.signing.stage) == ("coming", "signed")
    if pair.is_of != {"contract"} or not stages or planned is None or signed is None:
        return False
    by_day = edtf.precision(pair.a.fact.date or "") == "day"
    return planned[0] - signed[1] > (_EARLY if by_day else timedelta())


def _is_when_planned(pair: Pair) -> bool:
    """Whether a text is signed in the time for which a signing was planned."""
    planned, signed = pair.a, pair.b
    if planned.signing.stage != "coming" or signed.signing.stage != "signed":
        return False
    days = planned.fact.date, signed.fact.date
    return bool(days[0] and days[1]) and (
        edtf.compatible(days[0] or "", days[1] or "") or edtf.overlaps(days[0] or "", days[1] or "")
    )


def _is_slip(pair: Pair) -> bool:
    """Whether the dates differ by so little that one of two reports on one text can err."""
    days = pair.timing.days
    if days is not None and days <= _SLIP_OF_ONE_KNOWN and (pair.a.looks_back or pair.b.looks_back):
        return True
    if days is None or (pair.is_of & title_words().recurrent and pair.likeness < Likeness.LIKE):
        return False
    alike = Likeness.UNSAID if is_loosely_called(pair) else pair.likeness
    return days <= _DAYS_OF_SLIP.get(alike, 0)


def _time(told: Told) -> str:
    state = {"coming": "still to come", "signed": "signed", "standing": "in being"}[told.signing.stage]
    return f"{state} {told.signing.date or told.signing.seen or ''}".strip()


def _list(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
