"""Ships that were to come answered by a ship that came, or by fewer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from servanda.codebook.following import following_words
from servanda.follow.answer import Answer, parties_of, sides
from servanda.follow.deeds import report_of
from servanda.follow.ship_names import are_other_ships
from servanda.follow.things import content_stems, has_plural, kinds_of, mentions_any, names, quantity, stem
from servanda.follow.times import can_answer, due_date, published_days, when_done
from servanda.model import edtf
from servanda.model.facts import AnyFact, Commitment, Engagement
from servanda.resolve.exercises import is_ship_call
from servanda.resolve.mention import Mention

_SLACK, _SOON = timedelta(days=120), timedelta(days=366)
_MANY = 2
_COUNTED = frozenset({"vessel", "aircraft", "helicopter"})
"""Kinds of things that come one by one."""


def ship_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How a ship's call answers the promise or plan that one would come: between the same two, at the place
    that was named, about when it was to come or within the year."""
    promise, call = earlier.fact, later.fact
    if not is_call(later) or not isinstance(call, Engagement) or call.status != "held":
        return None
    if not speaks_of_ships(earlier) or earlier.source.id == later.source.id:
        return None
    if not parties_of(promise) or parties_of(promise) != set(call.parties):
        return None
    if not can_answer(earlier, later) or not _is_in_time(earlier, later) or not _is_there(earlier, later):
        return None
    if _is_elsewhere(promise, call) or are_other_ships(_told(earlier), report_of(later)):
        return None
    reason = "a ship that was to come between the same two is told to have come"
    return Answer(status="kept", confidence=0.7, rule="ship-came", reason=reason)


def fewer_come(plan: Mention, reports: Iterable[Mention]) -> str | None:
    """That fewer ships or aircraft came than were to come to a drill, where the plan counts them."""
    fact = plan.fact
    if not isinstance(fact, Engagement) or fact.type != "exercise":
        return None
    wanted = content_stems(plan.quotation)
    for report in reports:
        told = content_stems(report.quotation)
        shared = kinds_of(told) & kinds_of(wanted) & _COUNTED
        about = frozenset(word for word in wanted | told if kinds_of(frozenset({word})) & shared)
        number = quantity(plan.quotation, about)
        came = quantity(report.quotation, about) or (None if has_plural(report.quotation, about) else 1)
        if number and came and about & told and came < number:
            return f"{number} were to come, {came} is told to have come"
    return None


def is_call(mention: Mention) -> bool:
    """Whether it was read as told of a ship that calls at a port."""
    return isinstance(mention.fact, Engagement) and is_ship_call(mention.fact)


def speaks_of_ships(mention: Mention) -> bool:
    """Whether a promise or plan is that ships will come."""
    fact = mention.fact
    if isinstance(fact, Engagement):
        return fact.status == "planned" and is_call(mention)
    if not isinstance(fact, Commitment) or fact.act == "invite":
        return False
    comes = mentions_any(fact.content, following_words().ships_come)
    return comes and "vessel" in kinds_of(content_stems(fact.content))


def _told(mention: Mention) -> str:
    """What is told of the ship and of where it goes."""
    fact = mention.fact
    if isinstance(fact, Commitment):
        return fact.content
    return f"{report_of(mention)} {getattr(fact, 'place', None) or ''}"


def _is_there(earlier: Mention, later: Mention) -> bool:
    """No other place or ship is named than the one that was to be; else two words tell that it is it."""
    promised, told = _told(earlier), _told(later)
    called = names(promised) - frozenset(map(stem, following_words().services))
    common = content_stems(promised) & content_stems(told)
    return not called or bool(called & names(told)) or len(common) >= _MANY


def _is_elsewhere(promise: AnyFact, call: Engagement) -> bool:
    """Whether the call is in the other of the two countries: a ship of the other side has called."""
    if isinstance(promise, Commitment):
        of = sides(promise)
        return call.country in of.doers - of.takers
    planned = getattr(promise, "country", None)
    return bool(planned and call.country) and planned != call.country


def _is_in_time(earlier: Mention, later: Mention) -> bool:
    when = when_done(later)
    due, made = due_date(earlier.fact), published_days(earlier)
    planned = edtf.bounds(due) if due else None
    if when is None:
        return False
    if planned is not None:
        return planned[0] - _SLACK <= when[1] and when[0] <= planned[1] + _SLACK
    return made is not None and when[0] - made[1] <= _SOON
