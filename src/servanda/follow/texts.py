"""Promises to conclude a text, and plans of one, answered by the text that is signed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import cache

from servanda.codebook.following import following_words, says
from servanda.codebook.instrument_titles import generic_words, title_words
from servanda.codebook.instruments import instrument_words
from servanda.extract.instruments.talks import GOING_ON
from servanda.follow.answer import Answer, parties_of, sides
from servanda.follow.deeds import promised_things
from servanda.follow.things import Stems, mentions_any, quantity, stem, things
from servanda.follow.times import can_answer, published_days
from servanda.model import edtf
from servanda.model.facts import Commitment, Engagement, Instrument, InstrumentType
from servanda.resolve.mention import Mention
from servanda.resolve.titles import read_title

_PLANS = ("planned", "proposed")
_MANY = 2
_BEGUN = "instrument/planned:begin-on"
_AS_IT_STANDS = ("instrument/negotiated-on", _BEGUN)
_WILL_BEGIN = re.compile(r"\b(?:will|would|shall|should|to) (?:\w+ )?(?:begin|start)\b", re.IGNORECASE)
_GOING_ON = re.compile(r"\bnegotiating\b", re.IGNORECASE)
_TO_SIGN = re.compile(
    r"\b(?:sign|signed|signing|signature|conclu\w+|finali[sz]\w+|complet\w+)\b", re.IGNORECASE
)
_SIGNING = re.compile(r"\b(?:be|been) (?:signed|concluded|finali[sz]ed)\b(?! and ratified)", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:trade|turnover|exports|imports)\b[^.;]{0,40}\b(?:to|of|at|up)\b", re.IGNORECASE)
"""The height to which trade is to grow, "raise |trade to| two billion": no money that anybody gives."""
_SUBJECT = re.compile(r"\b(?:on|concerning|regarding|about)\b", re.IGNORECASE)
_SHARE = 0.6
_LISTED = 0.05
"""By so much less sure it is that one text of a list is what was announced as several; an earlier document
counts before the sum of a later one."""
_SIGNED_BEFORE = re.compile(
    r"(?<!\bbe )\b(?:signed|concluded|inked) (?:on|in|at|between|last|earlier)\b", re.IGNORECASE
)
"""A text that is there: "will be delivered under the contract |signed in| August"."""


def is_under_negotiation(mention: Mention) -> bool:
    """Whether no more is told of a text than how the talks on it stand: no word that it will be concluded."""
    fact = mention.fact
    if not isinstance(fact, Instrument) or fact.action not in _PLANS or _is_to_be_signed(fact):
        return False
    if says(mention.quotation, following_words().under_discussion) and not _TO_SIGN.search(mention.quotation):
        return fact.date is None  # "... and will be signed in May" is a plan
    negotiating = fact.rule.endswith(":negotiate") and _GOING_ON.search(mention.quotation) is not None
    if fact.rule.startswith(_BEGUN) and _WILL_BEGIN.search(mention.quotation):
        return False
    return negotiating or fact.rule.endswith(GOING_ON) or fact.rule.startswith(_AS_IT_STANDS)


def _is_to_be_signed(plan: Instrument) -> bool:
    """Whether another sentence of it tells of the signing: "*It is expected to be signed* next year"."""
    return any(_SIGNING.search(span.text) for span in plan.evidence[1:])


def text_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How a signed text answers a promise or plan to conclude it, or a letter of intent that foresaw it."""
    promise = earlier.fact
    if earlier.source.id == later.source.id or not can_answer(earlier, later):
        return None
    if is_under_negotiation(earlier):
        return None
    if isinstance(promise, Instrument) and promise.action in _PLANS and names_nothing(promise):
        return _unnamed_answer(earlier, later)
    signed = later.fact
    if not isinstance(signed, Instrument) or signed.action != "signed" or signed.modality != "asserted":
        return None
    foreseen = _foreseen(earlier)
    parties = parties_of(promise)
    if _is_of_the_sum(earlier, signed):
        reason = f"a text on the sum that was promised is signed by the same sides: {signed.title}"
        return Answer(status="kept", confidence=0.7, rule="text-of-the-sum", reason=reason)
    if not foreseen or len(parties) < _MANY or not parties <= set(signed.parties):
        return None
    if isinstance(promise, Instrument) and names_nothing(signed) and _is_signed_as_planned(earlier, later):
        reason = (
            "a text of that kind, of which the report gives no name, is signed by the same sides on the day"
        )
        return Answer(status="kept", confidence=0.6, rule="text-signed-in-time", reason=reason)
    if any(_is_of(about, type_name, signed) for about, type_name in foreseen):
        reason = f"the text that was to be concluded is signed: {signed.title}"
        return Answer(status="kept", confidence=0.8, rule="text-signed", reason=reason)
    return None


def _is_of_the_sum(earlier: Mention, signed: Instrument) -> bool:
    """Whether money is promised, and the text on that very sum is signed by giver and taker."""
    promise = earlier.fact
    if not isinstance(promise, Commitment) or promise.act == "invite":
        return False
    if _LEVEL.search(promise.content):
        return False
    parties = sides(promise).all
    sums = things(promise.content).amounts & things(signed.title).amounts
    return bool(sums) and len(parties) >= _MANY and parties <= set(signed.parties)


def names_nothing(planned: Instrument) -> bool:
    """Whether the title tells only kinds of text: "several memoranda and agreements"."""
    return not things(planned.title).stems - _kinds_of_texts()


@cache
def _kinds_of_texts() -> Stems:
    kinds = (word for entry in instrument_words().types for word in _single(entry.words))
    return frozenset(map(stem, (*kinds, *generic_words())))


@cache
def _words_of_kinds() -> Stems:
    """The words of names for kinds of text: also of "letter of intent", "memorandum of understanding"."""
    names = (word for entry in instrument_words().types for word in entry.words)
    return _kinds_of_texts() | frozenset(stem(word) for name in names for word in name.split())


def is_of_several(text: Instrument) -> bool:
    """Whether it stands for several texts: "ten memoranda"."""
    return read_title(text.title, tuple(sorted(text.parties))).many


def _foreseen(mention: Mention) -> list[tuple[Stems, InstrumentType | None]]:
    """What the texts that are to come are about, with their type."""
    fact, type_of = mention.fact, instrument_words().type_of
    if isinstance(fact, Commitment):
        to_make = mentions_any(_SIGNED_BEFORE.sub(" ", mention.quotation), following_words().making_texts)
        if fact.act == "invite" or not to_make:
            return []
        type_name = type_of(fact.content)
        return [(promised_things(mention).stems - _making_texts(), type_name)] if type_name else []
    if not isinstance(fact, Instrument):
        return []
    titles = [relation.target for relation in fact.relations if relation.type == "intends"]
    if fact.action in _PLANS:
        titles.append(fact.title)
    return [(things(title).stems, type_of(title)) for title in titles]


def _is_signed_as_planned(earlier: Mention, later: Mention) -> bool:
    """Whether a text that was planned for these days is told as signed without its name."""
    plan, signed = earlier.fact, later.fact
    if not isinstance(plan, Instrument) or not isinstance(signed, Instrument):
        return False
    if plan.action != "planned" or set(plan.parties) != set(signed.parties) or signed.relations:
        return False
    if not title_words().can_be_one(plan.type, signed.type) or not _within_days(earlier, later):
        return False
    return _can_be_of_one_day(plan, signed)


def _is_of(about: Stems, type_name: InstrumentType | None, signed: Instrument) -> bool:
    if type_name is not None and not title_words().can_be_one(type_name, signed.type):
        return False  # another letter of intent is not the statement that the first one foresees
    title = things(signed.title).stems
    own, others = (stems - _words_of_kinds() for stems in (about, title))
    if own and others and own.isdisjoint(others):
        return False  # letters of intent, but on other matters
    common = about & title
    same_type = type_name == signed.type
    if not common or len(common) / len(about) < _SHARE:
        return False
    return len(common) >= _MANY or (same_type and len(common) == len(title))


def _unnamed_answer(earlier: Mention, later: Mention) -> Answer | None:
    """Texts of which only number and kind were announced: those that the same sides sign within days."""
    planned, signed = earlier.fact, later.fact
    if not isinstance(planned, Instrument) or not isinstance(signed, Engagement | Instrument):
        return None
    if len(planned.parties) < _MANY or not set(planned.parties) <= set(signed.parties):
        return None
    if isinstance(signed, Engagement) and (signed.type != "ceremony" or signed.status != "held"):
        return None
    if isinstance(signed, Instrument) and signed.action != "signed":
        return None
    if not _within_days(earlier, later) or not _announced_kinds(planned, later):
        return None
    if not _can_be_of_one_day(planned, signed):
        return None
    if isinstance(signed, Instrument) and _is_other(planned, signed):
        return None
    reason = "texts of the kind that was announced are signed by the same sides within days"
    confidence = 0.7 if _announced_kinds(planned, later) > 1 else 0.6
    if isinstance(signed, Instrument) and is_of_several(planned) and not is_of_several(signed):
        confidence -= _LISTED  # the count, or the ceremony, answers "several texts" before one that is listed
    if isinstance(signed, Instrument) and (fewer := fewer_texts(planned, (later,))):
        return Answer(status="partly", confidence=confidence, rule="unnamed-texts-signed", reason=fewer)
    return Answer(status="kept", confidence=confidence, rule="unnamed-texts-signed", reason=reason)


def _is_other(planned: Instrument, signed: Instrument) -> bool:
    """Whether what is signed is seen to be another text: "an agreement on defence cooperation" is not the one
    on tourism, and "a declaration" is not the plan of action."""
    if _SUBJECT.search(planned.title) and not names_nothing(signed):
        return True
    if read_title(planned.title, tuple(sorted(planned.parties))).wider:
        return True  # "the wider treaty" is not the pact that comes first
    one_each = not is_of_several(planned) and not is_of_several(signed)
    return one_each and not title_words().can_be_one(planned.type, signed.type)


def fewer_texts(plan: Instrument, reports: Iterable[Mention]) -> str | None:
    """That fewer texts were signed than planned, where both are counted."""
    kinds = frozenset(map(stem, title_words().plurals))
    told = (report.fact for report in reports)
    signed = max((quantity(f.title, kinds) or 0 for f in told if isinstance(f, Instrument)), default=0)
    planned = quantity(plan.title, kinds) or 0
    return f"{planned} texts were planned, {signed} are reported as signed" if 0 < signed < planned else None


def _announced_kinds(planned: Instrument, later: Mention) -> int:
    """How many of the kinds of text that were announced the report says to be signed."""
    words = following_words()
    if not mentions_any(later.quotation, (*words.making_texts, *words.texts_done)):
        return 0
    kinds = [
        kind
        for entry in instrument_words().types
        if mentions_any(planned.title, kind := _single(entry.words))
    ]
    return sum(mentions_any(later.quotation, kind) for kind in kinds)


def _making_texts() -> Stems:
    return frozenset(map(stem, following_words().making_texts))


def _single(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if " " not in word]


def _can_be_of_one_day(plan: Instrument, signed: Engagement | Instrument) -> bool:
    """Whether the dates can be one, as far as both give one."""
    return not (plan.date and signed.date) or edtf.compatible(plan.date, signed.date)


def _within_days(earlier: Mention, later: Mention) -> bool:
    plan, report = published_days(earlier), published_days(later)
    limit = timedelta(days=following_words().unnamed_texts_days)
    return plan is not None and report is not None and report[0] - plan[1] <= limit
