"""Promises to hold a meeting, dialogue or exercise answered by its being held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from servanda.codebook.following import following_words, says
from servanda.codebook.instrument_titles import title_words
from servanda.codebook.resolving import resolving_words
from servanda.extract.numbers import find_ordinals
from servanda.follow.answer import Answer, sides
from servanda.follow.deeds import promised_things
from servanda.follow.things import Stems, content_stems, events, mentions_any, stem, things
from servanda.follow.times import can_answer
from servanda.model import edtf
from servanda.model.facts import Commitment, Engagement
from servanda.model.fold import fold_words
from servanda.resolve.mention import Mention
from servanda.resolve.series import is_named, same_series

_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")
_TWO_PLUS_TWO = re.compile(r"\b2\s?\+\s?2\b|\btwo-plus-two\b", re.IGNORECASE)
_OCCASION = re.compile(
    r"\b(?:during|on the (?:sidelines|margins|occasion) of|in the course of)\b[^,;]*", re.IGNORECASE
)
"""At what it was agreed, or is to be done: that is not what is to be held."""
_MEETINGS = frozenset(map(stem, ("meeting", "session", "round", "talks", "conference", "summit")))
"""Words for a meeting of any body."""
_TYPES = ("dialogue", "exercise", "conference")


def meeting_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How a meeting that is held answers the promise to hold it: the same sides, the same kind of meeting,
    and its number or what it is about."""
    promise, meeting = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or promise.act == "invite" or earlier.source.id == later.source.id:
        return None
    if not isinstance(meeting, Engagement) or meeting.status != "held":
        return None
    told = f"{meeting.series or ''} {later.quotation}"
    to_hold = _OCCASION.sub(" ", promise.content)
    by_name = named_meetings(to_hold) & named_meetings(told)
    if meeting.type not in _TYPES and not by_name:
        return None
    parties = sides(promise).all
    if len(parties) < 2 or not parties <= set(meeting.parties) or not can_answer(earlier, later):
        return None
    words = following_words()
    if not mentions_any(to_hold, words.holding):
        return None
    if not by_name and not events(to_hold) & events(told):
        return None
    numbers = {ordinal.value for ordinal in find_ordinals(promise.content)}
    if numbers and meeting.ordinal is not None and meeting.ordinal not in numbers:
        return None
    if by_name:
        reason = f"the {min(by_name)} that was to be held was held by the same sides"
        return Answer(status="kept", confidence=0.75, rule="named-meeting-held", reason=reason)
    return _by_subject(earlier, meeting, told)


def _by_subject(earlier: Mention, meeting: Engagement, told: str) -> Answer | None:
    """Without a name: by its number, by what it is about, or as the first of what was set up."""
    content = earlier.fact.content if isinstance(earlier.fact, Commitment) else ""
    about = promised_things(earlier).stems - events(content)
    if _is_set_up(content, meeting, about) and events(content) <= events(told):
        reason = "what was to be set up met for the first time, between the same sides"
        return Answer(status="kept", confidence=0.65, rule="first-meeting-held", reason=reason)
    if _is_of_another_body(content, meeting.series or ""):
        return None
    same_number = meeting.ordinal in {ordinal.value for ordinal in find_ordinals(content)}
    if not same_number and (not about or len(about & things(told).stems) / len(about) < 0.5):
        return None
    reason = "the meeting that was to be held was held by the same sides"
    return Answer(status="kept", confidence=0.8 if same_number else 0.65, rule="meeting-held", reason=reason)


def _is_of_another_body(content: str, series: str) -> bool:
    """Whether a commission is told to have met, and a committee was to."""
    bodies = frozenset(map(stem, resolving_words().mechanisms())) - _MEETINGS
    wanted, told = (frozenset(map(stem, fold_words(text))) & bodies for text in (content, series))
    return bool(wanted and told) and wanted.isdisjoint(told)


def _is_set_up(content: str, meeting: Engagement, about: Stems) -> bool:
    """Whether a body that nothing tells from others is to be set up, and this is the first meeting of one."""
    return not about and meeting.ordinal == 1 and says(content, following_words().setting_up)


def round_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How a round that is held answers the plan of a series' next one, where the reports cannot be seen to
    tell of one round by number or date: the same series and sides, and no other place."""
    plan, held = earlier.fact, later.fact
    if (
        not isinstance(plan, Engagement)
        or not isinstance(held, Engagement)
        or not plan.series
        or not held.series
    ):
        return None
    if plan.status != "planned" or held.status != "held" or held.modality != "asserted":
        return None
    if earlier.source.id == later.source.id or not can_answer(earlier, later) or not same_series(plan, held):
        return None
    sides_of = set(plan.parties)
    if len(sides_of) < 2 or not sides_of <= set(held.parties) or not _are_of_one_name(plan, held):
        return None
    if (plan.ordinal and held.ordinal and plan.ordinal != held.ordinal) or not _can_be_there(plan, held):
        return None
    reason = "the next round of the series was held by the same sides"
    return Answer(status="kept", confidence=0.7, rule="next-round-held", reason=reason)


def _are_of_one_name(plan: Engagement, held: Engagement) -> bool:
    """Whether both name their series; "2+2" has no other name."""
    if is_named(plan) and is_named(held):
        return True
    return (
        plan.series == held.series
        and plan.series is not None
        and _TWO_PLUS_TWO.search(plan.series) is not None
    )


def _can_be_there(plan: Engagement, held: Engagement) -> bool:
    if plan.date and held.date and not edtf.compatible(plan.date, held.date):
        return False
    return not (plan.country and held.country and plan.country != held.country)


def _without_parties(words: Sequence[str]) -> Sequence[str]:
    """The words of a name behind those whose dialogue it is: "|Vietnam Japan| Defence Policy Dialogue"; all
    of them where but one is left."""
    own = list(dropwhile(lambda word: not content_stems(word), words))
    return own if len(own) > 1 else words


def named_meetings(text: str) -> frozenset[str]:
    """The names in capitals by which `text` calls meetings, folded: "defence ministers' meeting". A single
    word names none."""
    nouns = set(following_words().events)
    spellings = title_words().spellings
    called = (fold_words(found) for found in _NAME.findall(text))
    own = (_without_parties(words) for words in called)
    names = (" ".join(spellings.get(word, word) for word in words) for words in own)
    of_ministers = {"2+2"} if _TWO_PLUS_TWO.search(text) else set()
    return frozenset(name for name in names if name.split()[-1].removesuffix("s") in nouns) | of_ministers
