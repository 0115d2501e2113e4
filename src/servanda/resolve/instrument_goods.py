"""Texts on things that are counted: "a contract for 36 aircraft", "the contract for the fourth frigate"."""

from __future__ import annotations

from servanda.codebook.instrument_titles import title_words
from servanda.resolve.instrument_pairs import DAYS_TO_COME, Pair, one_text, titles
from servanda.resolve.mention import Decision
from servanda.resolve.signing import Fit
from servanda.resolve.things import are_other_things, names_things, tells_but_kinds
from servanda.resolve.titles import Likeness, Title

_SLIP = 7
"""Days by which two reports differ on the day when such a text was signed."""


def of_so_many(pair: Pair) -> Decision | None:
    """ "A contract for 36 aircraft" that is to be signed, and the one "for 36 fighters" that was; "the
    contract for the fourth frigate" and "for a fourth ship".
    """
    a, b = pair.a.title, pair.b.title
    if pair.likeness >= Likeness.LIKE and pair.timing.fit != Fit.APART:
        return None  # their names say it
    if not pair.same_type or not pair.same_parties or pair.in_one_document or a.many or b.many:
        return None
    if a.derived != b.derived or are_other_things(a.words, b.words) or not _fit_in_time(pair):
        return None
    if a.counts & b.counts and not _are_called_otherwise(a, b):
        return one_text(0.7, "of-so-many", f"{titles(pair)} are on the same number of things")
    in_a_row = a.derived & title_words().in_a_row
    if in_a_row and pair.is_of == {"contract"} and (a.words & b.words or _tell_more(a, b)):
        reason = f"{titles(pair)} are both on the {', '.join(sorted(in_a_row))}"
        return one_text(0.68, "of-so-many-before", reason)
    return None


def are_on_kinds(pair: Pair) -> bool:
    """Whether one of them only tells the kind of things that the other is on."""
    a, b = pair.a.title, pair.b.title
    return tells_but_kinds(a.words, a.proper, b.words, b.proper)


def _are_called_otherwise(a: Title, b: Title) -> bool:
    """ "180 *K2* tanks" and "180 *Leopard* tanks"."""
    return bool(a.proper and b.proper) and not a.proper & b.proper


def _tell_more(a: Title, b: Title) -> bool:
    """ "the fourth *frigate*" and "the fourth, Themistocles"; "the second contract" alone says nothing."""
    return bool(a.words and b.words) and (names_things(a.words) or names_things(b.words))


def _fit_in_time(pair: Pair) -> bool:
    fit, days = pair.timing.fit, pair.timing.days
    if fit == Fit.APART:
        return pair.stages == {"signed"} and days is not None and days <= _SLIP
    longest = DAYS_TO_COME[Likeness.UNSAID if "coming" in pair.stages else Likeness.NAMED]
    return fit >= Fit.YEAR or (days is not None and days <= longest)
