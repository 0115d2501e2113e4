"""Mentions of instruments whose names do not say what they are on: which are of one text by type and time."""

from __future__ import annotations

import re

from servanda.codebook.instrument_titles import title_words
from servanda.model import edtf
from servanda.resolve.instrument_goods import are_on_kinds
from servanda.resolve.instrument_pairs import DAYS_TO_COME, Pair, Told, one_text, titles
from servanda.resolve.mention import Decision
from servanda.resolve.signing import Fit
from servanda.resolve.titles import Likeness

_ON_A_PLAN = re.compile(r"\bon (?:the |an? )?((?:[\w-]+ ){1,4}(?:plan|programme|program|roadmap))\b")
SAME_NEWS = 3
"""Days in which two reports are of one piece of news."""
_A_MONTH = 31
_NAMES_OF_SIGNERS = 2
"""So many words with capitals, besides those that any text of the parties has, tell who signed it."""


def by_type_and_time(pair: Pair) -> Decision | None:
    """For names that do not say what the text is on."""
    types, kind = title_words(), pair.a.type
    fit, days = pair.timing.fit, pair.timing.days
    both_bare = pair.a.title.is_bare and pair.b.title.is_bare
    if pair.in_one_document and not both_bare:
        return None
    if fit == Fit.DAY:
        return one_text(
            0.8 if both_bare else 0.7, "same-type-same-day", f"a {kind} of the same parties and day"
        )
    if fit == Fit.MONTH and (found := _by_month(pair, both_bare=both_bare)):
        return found
    if fit == Fit.APART and (days or _A_MONTH) <= SAME_NEWS and (pair.a.looks_back or pair.b.looks_back):
        return one_text(0.66, "the-one-of-those-days", f"a {kind} of the same parties, {days} days apart")
    near = fit == Fit.MONTH or (fit == Fit.OPEN and days == 0 and pair.stages == {"signed"})
    if near and len(pair.a.names_told & pair.b.names_told) >= _NAMES_OF_SIGNERS:
        return one_text(0.72, "same-type-same-signers", f"a {kind} of the same month and those who signed it")
    at_once = fit == Fit.OPEN and (days or 0) <= SAME_NEWS and pair.stages == {"signed"}
    if at_once and kind == "contract" and pair.a.title.is_bare != pair.b.title.is_bare:
        return one_text(0.62, "same-news", f"a {kind} of the same parties in the news of the same days")
    if kind in types.lasting and fit != Fit.APART and (days or 0) <= DAYS_TO_COME[Likeness.NAMED]:
        return one_text(0.7, "same-rare-type", f"the same parties make few texts of type {kind}")
    if found := _by_years(pair):
        return found
    rare = kind in types.rare or bool(_callings(pair.a) & _callings(pair.b))
    foreseen = rare and "coming" in pair.stages and fit == Fit.OPEN
    if foreseen and days is not None and days <= DAYS_TO_COME[Likeness.UNSAID]:
        return one_text(0.7, "planned-then-signed", f"a {kind} of the same parties was foreseen")
    return None


def _by_month(pair: Pair, *, both_bare: bool) -> Decision | None:
    """For texts that were signed in one month."""
    kind = pair.a.type
    if both_bare or kind in title_words().rare:
        return one_text(0.76, "same-type-same-month", f"a {kind} of the same parties and month")
    if kind == "contract" and are_on_kinds(pair):
        return one_text(0.7, "same-kind-same-month", f"{titles(pair)} are on things of one kind")
    called_by_month = kind in title_words().told_by_type and any(
        told.title.is_bare and told.fact.rule == "instrument/dated" for told in (pair.a, pair.b)
    )
    if called_by_month or pair.a.looks_back or pair.b.looks_back:
        return one_text(0.66, "the-one-of-the-month", f"the {kind} of the same parties and month")
    return None


def _by_years(pair: Pair) -> Decision | None:
    """For texts that cover years."""
    kind = pair.a.type
    if kind == "programme" and _are_for_the_same_years(pair):
        return one_text(0.7, "same-years", f"a {kind} of the same parties for the same years")
    if pair.same_type and _is_of_one_plan(pair):
        return one_text(0.72, "same-plan", f"{titles(pair)}: on one plan for one year")
    if _begin_at_once(pair):
        return one_text(0.68, "same-start", f"a {kind} of the same parties for years that begin at once")
    return None


def _are_for_the_same_years(pair: Pair) -> bool:
    """ "The cooperation plan for 2022-2024", and "the three-year plan for 2022-24": two parties make one plan
    for so many years, where neither says what it is on."""
    periods = {told.fact.period for told in (pair.a, pair.b)}
    bounds = edtf.bounds(next(iter(periods)) or "") if len(periods) == 1 else None
    several = bounds is not None and bounds[1].year > bounds[0].year
    return several and pair.a.title.is_bare and pair.b.title.is_bare and pair.timing.fit != Fit.APART


def _is_of_one_plan(pair: Pair) -> bool:
    """ "The agreement on the cooperation plan for 2025", and that "between the governments on the cooperation
    plan": of one year there is one."""
    plans = [
        found[1].lower() if (found := _ON_A_PLAN.search(t.fact.title)) else None for t in (pair.a, pair.b)
    ]
    years = pair.a.fact.period is not None and pair.a.fact.period == pair.b.fact.period
    return years and plans[0] is not None and plans[0] == plans[1] and pair.timing.fit != Fit.APART


def _begin_at_once(pair: Pair) -> bool:
    """ "The plan of action for 2025-2027", and the one "for 2025 to 2029": one report errs on its end."""
    bounds = [edtf.bounds(told.fact.period) for told in (pair.a, pair.b) if told.fact.period]
    starts = [bound[0].year for bound in bounds if bound is not None]
    called = _callings(pair.a) & _callings(pair.b) or pair.a.type in title_words().lasting
    begun = len(starts) > 1 and starts[0] == starts[1] and bool(called)
    return begun and pair.timing.fit != Fit.APART and (pair.timing.days or 0) <= DAYS_TO_COME[Likeness.LIKE]


def _callings(told: Told) -> frozenset[str]:
    """ "roadmap", "action plan": what the text is called, where two parties make few that are called so."""
    return title_words().callings_in(told.fact.title)
