"""Teams and experts who were to be sent, or to come, answered by the visit of such people."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from servanda.codebook.following import following_words
from servanda.follow.answer import Answer, sides
from servanda.follow.things import Stems, content_stems, kinds_of, mentions_any, names, stem, things
from servanda.follow.times import can_answer, due_date, happened, published_days, when_done
from servanda.model import edtf
from servanda.model.facts import Commitment, Engagement
from servanda.resolve.mention import Mention

_WORK = frozenset({"train", "build", "repair"})
"""Kinds of doing that take longer than a visit."""
_EARLY, _LATE, _SOON = timedelta(days=45), timedelta(days=150), timedelta(days=400)


def sent_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the visit of people whom nobody names answers the promise or the plan that such would come: of the
    same side to the same other one, about when they were to, and of one trade or errand."""
    visit = later.fact
    if not isinstance(visit, Engagement) or not are_unnamed_visitors(later) or not sends_people(earlier):
        return None
    if visit.status != "held" or visit.modality != "asserted" or earlier.source.id == later.source.id:
        return None
    guests, hosts = _ways(earlier)
    if visit.country not in hosts or set(visit.parties).isdisjoint(guests) or len(visit.parties) != 2:
        return None
    if not can_answer(earlier, later) or not _in_time(earlier, later) or not _are_of_a_kind(earlier, later):
        return None
    reason = "people who were to be sent, or to come, are told to have visited the other side"
    return Answer(status="kept", confidence=0.66, rule="people-came", reason=reason)


def sends_people(mention: Mention) -> bool:
    """Whether a promise or plan is that people come whom nobody names: "will send a team of experts"."""
    fact, words = mention.fact, following_words()
    if isinstance(fact, Engagement):
        return fact.status == "planned" and are_unnamed_visitors(mention)
    if not isinstance(fact, Commitment) or fact.act == "invite":
        return False
    return mentions_any(fact.content, words.sending) and mentions_any(fact.content, words.sent_people)


def hosts_of(mention: Mention) -> frozenset[str]:
    """Where those are to come who are to be sent."""
    return _ways(mention)[1] if sends_people(mention) else frozenset()


def are_unnamed_visitors(mention: Mention) -> bool:
    """Whether a visit is told of people without their names."""
    fact = mention.fact
    if not isinstance(fact, Engagement) or fact.type != "visit" or fact.participants or fact.series:
        return False
    return mentions_any(mention.quotation, following_words().sent_people)


def _ways(mention: Mention) -> tuple[frozenset[str], frozenset[str]]:
    """Who comes, and to whom."""
    fact = mention.fact
    if isinstance(fact, Engagement):
        host = frozenset({fact.country} if fact.country else ())
        return frozenset(fact.parties) - host, host
    return (sides(fact).doers, sides(fact).takers) if isinstance(fact, Commitment) else (frozenset(),) * 2


def _are_of_a_kind(earlier: Mention, later: Mention) -> bool:
    """Whether they are told by one trade ("experts", "specialists") or one errand ("the naval base"), not by
    where they go; where the promise tells neither, its time has to tell."""
    wanted, told = (content_stems(text) - names(text) - _of_coming() for text in map(_told, (earlier, later)))
    if _is_long_work(earlier, later):
        return False
    if wanted & told or kinds_of(wanted) & kinds_of(told):
        return True
    return not wanted and due_date(earlier.fact) is not None and happened(later) is not None


def _is_long_work(earlier: Mention, later: Mention) -> bool:
    """Whether people were to come to do a work, "send experts |to teach English|", of which the report of
    their visit tells nothing: to have seen the place is not to have taught there."""
    work = _WORK & things(_told(earlier)).plain
    return bool(work) and work.isdisjoint(things(_told(later)).deeds)


def _told(mention: Mention) -> str:
    fact = mention.fact
    return (
        fact.content
        if isinstance(fact, Commitment)
        else f"{mention.quotation} {getattr(fact, 'place', None) or ''}"
    )


def _in_time(earlier: Mention, later: Mention) -> bool:
    when, due, made = when_done(later), due_date(earlier.fact), published_days(earlier)
    planned = edtf.bounds(due) if due else None
    if when is None:
        return False
    if planned is not None:
        return planned[0] - _EARLY <= when[1] and when[0] <= planned[1] + _LATE
    return made is not None and when[0] - made[1] <= _SOON


@cache
def _of_coming() -> Stems:
    """What any such promise says: who goes, that he goes, and on whose behalf."""
    words = following_words()
    return frozenset(map(stem, (*words.sending, *words.groups, *words.services)))
