"""Which mentions of instruments tell of one text through its life, from the proposal to its end.

What is compared: who makes it, what type of text it is, what it is on (servanda.resolve.titles), and when it
was signed as far as the mentions tell (servanda.resolve.signing). Scores are ranks that were set by hand, not
frequencies.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from servanda.codebook.instrument_titles import title_words
from servanda.model import edtf
from servanda.model.fold import fold
from servanda.resolve.instrument_by_time import SAME_NEWS, by_type_and_time
from servanda.resolve.instrument_differences import different
from servanda.resolve.instrument_goods import are_on_kinds, of_so_many
from servanda.resolve.instrument_pairs import (
    DAYS_TO_COME,
    OPENING,
    Pair,
    Told,
    are_called_alike,
    as_told,
    is_loosely_called,
    is_told_again,
    loose_words,
    one_text,
    titles,
)
from servanda.resolve.mention import Decision, Mention, in_order
from servanda.resolve.signing import Fit, Timing, is_in_force, timing
from servanda.resolve.the_only import called_by_place, the_only_one
from servanda.resolve.titles import Likeness, likeness

_CALLED = 2
"""So many words with capitals make a title a name."""
_A_MONTH = 31
_LONG_AFTER = 180
_PLAIN = re.compile(r"\b(?:deal|pact|accord|agreement|treaty)s?\b")
_IT = re.compile(r"\bit\b", re.IGNORECASE)
_DAYS_OF_SEVERAL = 45
"""The longest time between reports of several texts that are of one signing."""


def compare(a: Mention, b: Mention) -> Decision | None:
    """Whether two mentions of instruments tell of one text, None where nothing speaks for or against it or
    one of them is no instrument. The order of the two does not matter."""
    first, second = in_order(a, b)
    one, other = as_told(first), as_told(second)
    if one is None or other is None:
        return None
    alike = likeness(one.title, other.title)
    alike = max(alike, Likeness.LIKE) if _are_called_the_same(one, other) else alike
    pair = _looked_back_on(Pair(one, other, alike, timing(one.signing, other.signing)))
    return (
        _named_behind(pair)
        or _loosely_named(pair)
        or of_so_many(pair)
        or (called_by_place(pair) if pair.same_parties else None)
        or different(pair)
        or _in_force_at_once(pair)
        or _same(pair)
        or (the_only_one(pair) if pair.same_parties else None)
    )


def _looked_back_on(pair: Pair) -> Pair:
    """A report that tells how a text was first to come and then signed tells of one, long after both."""
    told = pair.in_one_document and pair.stages == {"coming", "signed"} and pair.timing.fit == Fit.APART
    if not told or pair.likeness < Likeness.LIKE or not pair.same_type:
        return pair
    return replace(pair, timing=Timing(Fit.OPEN, 0))


def _are_called_the_same(one: Told, other: Told) -> bool:
    """ "Treaty on Common Security", word for word, though many have its words."""
    called = fold(one.fact.title)
    words = len(called.split())
    return words > _CALLED and called == fold(other.fact.title) and _is_name(one) and _is_name(other)


def _named_behind(pair: Pair) -> Decision | None:
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
    plain = opens.fact.title.islower() and opens.title.words <= loose_words()
    if announced is None or not plain or not _is_name(names) or first.start > OPENING:
        return None
    return one_text(0.75, "named-behind", "the report opens with a text to which it gives the name later")


def _loosely_named(pair: Pair) -> Decision | None:
    """ "signed a defence pact today" in one paper, "signed the Reciprocal Access Agreement" in another; and
    the defence treaty that was to be negotiated, once one of some name is signed."""
    if pair.in_one_document or not pair.same_parties or not (_of_one_day(pair) or _foreseen_in_a_year(pair)):
        return None
    if pair.a.title.many or pair.b.title.many or not title_words().can_be_one(pair.a.type, pair.b.type):
        return None
    loose, named = (pair.a, pair.b) if pair.a.is_loose else (pair.b, pair.a)
    if not _is_name(named) or loose.fact.evidence[0].start > OPENING or not is_loosely_called(pair):
        return None
    if pair.timing.fit == Fit.DAY:
        return one_text(0.72, "loosely-named", "a report calls the text of the day only by what it is about")
    return one_text(0.62, "foreseen-loosely", "the text to come was called only by what it is about")


def _of_one_day(pair: Pair) -> bool:
    return pair.stages == {"signed"} and pair.timing.fit == Fit.DAY


def _foreseen_in_a_year(pair: Pair) -> bool:
    days = pair.timing.days
    foreseen = pair.a.signing.stage == "coming" and pair.b.signing.stage == "signed" and pair.same_type
    return foreseen and pair.a.is_loose and days is not None and days <= DAYS_TO_COME[Likeness.UNSAID]


def _is_name(told: Told) -> bool:
    """As in "the |Reciprocal Access Agreement|"."""
    return len(re.findall(r"\b[A-Z][a-z]+", told.fact.title)) >= _CALLED


def _in_force_at_once(pair: Pair) -> Decision | None:
    """Texts of the same parties that enter into force on one day, one of them told without its name."""
    days = [told.fact.date for told in (pair.a, pair.b) if is_in_force(told.fact)]
    if (
        pair.in_one_document
        or not pair.same_parties
        or len(days) < 2
        or days[0] != days[1]
        or days[0] is None
        or edtf.precision(days[0]) != "day"
    ):
        return None
    if not (pair.a.title.is_bare or pair.b.title.is_bare or pair.likeness >= Likeness.LIKE):
        return None
    return one_text(
        0.76, "in-force-at-once", f"texts of the same parties that are in force from {days[0]} on"
    )


def _same(pair: Pair) -> Decision | None:
    if not pair.same_parties:
        return None
    if pair.a.title.many and (found := _one_signing_of_several(pair)):
        return found
    if pair.likeness >= Likeness.LIKE:
        return _by_name(pair)
    if pair.a.title.many:
        return None
    if _is_anaphor(pair):
        return one_text(_nearness(pair), "named-before", "the text names it once, then only by what it is")
    if pair.likeness != Likeness.UNSAID:
        return None
    if pair.timing.fit >= Fit.MONTH and _is_loosely_typed(pair) and are_on_kinds(pair):
        return one_text(0.66, "same-kind-same-month", f"{titles(pair)} are on things of one kind")
    return by_type_and_time(pair) if pair.same_type else None


def _one_signing_of_several(pair: Pair) -> Decision | None:
    counts, others = pair.a.title.counts, pair.b.title.counts
    if counts and others and not counts & others and "coming" not in pair.stages:
        return None  # "two credit agreements" and "nine documents"
    fit, days = pair.timing.fit, pair.timing.days
    near = fit == Fit.OPEN and days is not None and days <= _DAYS_OF_SEVERAL
    of_approval = any(told.fact.action == "ratified" for told in (pair.a, pair.b))
    if fit >= Fit.MONTH or (near and pair.stages != {"standing"} and not of_approval):
        return one_text(0.85, "several-texts", "both speak of the texts of one signing by the same parties")
    return None


def _by_name(pair: Pair) -> Decision | None:
    named, fit, days = pair.likeness == Likeness.NAMED, pair.timing.fit, pair.timing.days or 0
    if "coming" in pair.stages and days > DAYS_TO_COME[pair.likeness]:
        return None
    if fit == Fit.APART and not named and not _is_one_slip(pair):
        return None
    if not (named or pair.same_type or fit >= Fit.MONTH or _is_loosely_typed(pair)):
        return None
    if not named and _are_two_news(pair):
        return None
    score = (0.93 if named else 0.82) - (0 if pair.same_type else 0.1)
    if fit == Fit.APART:
        return one_text(score - 0.1, "same-name-near-date", f"{titles(pair)}, {days} days apart")
    if fit > Fit.OPEN:
        score += 0.04
    years_between = min(days // 365, 10)
    return one_text(score - 0.005 * years_between, "same-name", f"{titles(pair)} name one subject")


def _are_two_news(pair: Pair) -> bool:
    """Whether each report tells of the signing as the news of its day, without a date, and long apart."""
    if (pair.timing.days or 0) <= _LONG_AFTER:
        return False
    return all(
        told.signing.stage == "signed" and not told.signing.date and told.is_new for told in (pair.a, pair.b)
    )


def _is_one_slip(pair: Pair) -> bool:
    """Whether two reports of one signing can differ by so few days, of a text that is not made every time."""
    days, made_anew = pair.timing.days, title_words().recurrent - {"contract"}
    near = days is not None and days <= SAME_NEWS and pair.stages == {"signed"}
    return near and pair.same_type and not pair.is_of & made_anew


def _is_loosely_typed(pair: Pair) -> bool:
    """Whether one of the two is only called an agreement or a pact: what is planned or told so in the news
    can be the memorandum on the same subject, within a year of the plan or in the same month."""
    if not any(told.type == "agreement" and _PLAIN.search(told.fact.title) for told in (pair.a, pair.b)):
        return False
    days = pair.timing.days
    return days is not None and days <= (
        DAYS_TO_COME[Likeness.UNSAID] if "coming" in pair.stages else _A_MONTH
    )


def _is_anaphor(pair: Pair) -> bool:
    """Whether one of the two, in one document, is only called "the agreement", "the defence pact", "it"."""
    if not pair.in_one_document:
        return False
    if pair.a.is_loose != pair.b.is_loose and pair.likeness < Likeness.UNSAID and pair.same_type:
        loose, named = (pair.a, pair.b) if pair.a.is_loose else (pair.b, pair.a)
        return is_told_again(loose, named) and not named.title.is_bare
    if pair.a.title.is_bare == pair.b.title.is_bare:
        return False
    bare, named = (pair.a, pair.b) if pair.a.title.is_bare else (pair.b, pair.a)
    if bare.fact.evidence[0].start < named.fact.evidence[0].start and not are_called_alike(
        bare.title, named.title
    ):
        return False  # "the treaty should be signed in May. At its core will be a defence agreement"
    again = re.compile(rf"\b(?:the|this|that|said)\s+{re.escape(bare.fact.title)}\b", re.IGNORECASE)
    called_so = pair.same_type or bare.type in title_words().also_called
    said = [span.text for span in bare.fact.evidence]
    return called_so and any(
        again.search(text) or (bare.fact.title not in text and _IT.search(text)) for text in said
    )


def _nearness(pair: Pair) -> float:
    """The nearer the name stands, the surer is what "the agreement" means."""
    starts = [told.fact.evidence[0].start for told in (pair.a, pair.b)]
    return (0.8 if pair.same_type else 0.7) - min(abs(starts[0] - starts[1]), 5000) / 100_000
