"""Works and ships that were to be begun answered by their beginning."""

from __future__ import annotations

import re
from functools import cache

from servanda.codebook.following import following_words, says
from servanda.codebook.lots import lot_words
from servanda.follow.answer import Answer, parties_of, sides
from servanda.follow.deeds import report_of
from servanda.follow.things import (
    Stems,
    content_stems,
    is_called_off,
    kinds_of,
    mentions_any,
    names,
    ordinals,
    stem,
)
from servanda.follow.times import can_answer
from servanda.model.facts import Activity, Commitment, Engagement
from servanda.model.fold import fold_words
from servanda.resolve.mention import Mention

_A_PAIR = 2
_ONE_OF_THEM = re.compile(r"\b(first|second|third|fourth|fifth|sixth) (?:one|of them)\b")
_TO_BUILD = re.compile(r"\b(?:to build|to construct|to assemble|to produce|building) ")
"""Before it stands who builds: "the yard would begin |to build| the first boat"."""
_SHIPYARD = ("steel", "keel")


def begun_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report that work has begun, by whatever first work of it, answers the word that it would:
    between the same two, on a thing of the same kind, and on no other that is named or counted."""
    promise, deed = earlier.fact, later.fact
    if not is_to_begin(earlier) or not has_begun(later) or not isinstance(promise, Commitment):
        return None
    if earlier.source.id == later.source.id or not can_answer(earlier, later):
        return None
    both = sides(promise).all | {*promise.addressee}
    report = report_of(later)
    if len(both) != _A_PAIR or not both <= parties_of(deed) or is_called_off(report):
        return None
    built = _TO_BUILD.split(promise.content)[-1]
    wanted, told = content_stems(built) - _of_beginning(), content_stems(report)
    called, recalled = names(built) & wanted, names(report)
    of_a_kind = kinds_of(wanted) & (kinds_of(told) | _of_a_ship(report)) or (wanted & told) - called
    if not of_a_kind and not called & told and not _same_one(promise.content, report):
        return None
    works, other_works = wanted & _works(), told & _works()
    if works and other_works and works.isdisjoint(other_works):
        return None  # "a military hospital", and "a military airfield"
    if _is_of_a_place(called, wanted) and recalled and not called & recalled:
        return None
    counted = content_stems(promise.content) | told
    which, other = ordinals(promise.content, counted), ordinals(report, counted)
    if which and other and which.isdisjoint(other):
        return None
    reason = "the work that was to begin between the same two is told to have begun"
    sure = 0.91 if which & other else 0.72
    return Answer(status="kept", confidence=sure, rule="work-begun", reason=reason)


def is_to_begin(mention: Mention) -> bool:
    """Whether a promise is that works or ships will be begun."""
    fact = mention.fact
    if not isinstance(fact, Commitment) or fact.act == "invite":
        return False
    return _tells_beginning(fact.content)


def has_begun(mention: Mention) -> bool:
    """Whether works or ships are told to be begun."""
    fact = mention.fact
    done = isinstance(fact, Activity) or (isinstance(fact, Engagement) and fact.status == "held")
    asserted = done and getattr(fact, "modality", "asserted") == "asserted"
    return asserted and _tells_beginning(report_of(mention))


def _is_of_a_place(called: Stems, wanted: Stems) -> bool:
    """Whether a name tells which work is meant, "the *Tibar* bridge"; a shipyard is named beside the ship."""
    return bool(called) and "vessel" not in kinds_of(wanted)


def _same_one(promised: str, report: str) -> bool:
    """Whether a report tells of "the first *one*" only where the first was promised."""
    told = _ONE_OF_THEM.search(report)
    return told is not None and re.search(rf"\b{told[1]}\b", promised) is not None


def _of_a_ship(report: str) -> frozenset[str]:
    """Of what kind it is where only "steel was cut" is told."""
    return frozenset({"vessel"}) if mentions_any(report, _SHIPYARD) else frozenset()


def _tells_beginning(text: str) -> bool:
    words = following_words()
    return says(text, words.first_works) or (says(text, words.working) and says(text, words.work_begins))


@cache
def _works() -> Stems:
    """What is built: "hospital", "airfield"."""
    return frozenset(map(stem, lot_words().works)) - _of_beginning()


@cache
def _of_beginning() -> Stems:
    words = following_words()
    phrases = (*words.first_works, *words.working, *words.work_begins)
    return frozenset(stem(word) for phrase in phrases for word in fold_words(phrase))
