"""Promises to do something answered by what is reported as done."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from servanda.codebook.following import following_words, said, says
from servanda.codebook.places import countries
from servanda.follow.answer import Answer, Outcome, Sides, parties_of, sides
from servanda.follow.seats import is_only_at_a_school
from servanda.follow.shares import counts, share_told, tells_the_same_part
from servanda.follow.ship_names import are_other_ships
from servanda.follow.things import (
    Stems,
    Things,
    alike,
    are_of_other_rows,
    content_stems,
    has_plural,
    is_called_off,
    is_no_arrival,
    is_on_the_way,
    mentions_any,
    names,
    parts,
    quantity,
    stem,
    things,
)
from servanda.follow.times import can_answer, last_day, published_days
from servanda.model.facts import Activity, Commitment, Engagement
from servanda.model.fold import fold_words
from servanda.resolve.exercises import is_ship_call
from servanda.resolve.mention import Mention
from servanda.resolve.wording import any_of

TOLD_AS_CARRIED_OUT = "told-as-carried-out"
_WISHES = ("propose", "request")
_OF_A_PRONOUN = ("activity/pronoun", "activity/lot:")
_MANY = 2
_GIVING = frozenset({"give"})
_TEACHING = frozenset({"give", "train", "attend"})
"""What is done with places at a school that are offered."""
_WORK = frozenset({"train"})
"""What those do who are sent: instructors that were promised have come where they taught."""
_PRESENCE = "activity/presence"
_HERE = frozenset({"give", "deploy"})
"""What was done with those who are told to be at work in a country: they were sent."""
_ABOUT = 0.95
"""From so much of a sum on it is all of it, rounded."""
_SHARE = 0.5
_PART_OF_A_SUM = re.compile(
    r"\b(?:so far|thus far|to date|already|disburs\w+|tranche|instal?lments?|half|part|portion|first|"
    r"initial|of (?:the|its|his|these|those|a|some|which)|out of|only|remain\w+|paid out|used|drawn|spent)\b",
    re.IGNORECASE,
)
"""Words by which a smaller sum is told as one of those promised: "a credit of 100 million" is another one."""
_ABOUT_DUE = 200
"""Days around the day on which it was due."""
_SHARE_NAMED = 0.3
"""Of the words of a promise, where both call the place or the thing by its name."""
# The pluperfect of saying, giving and making: "had told", "had already pledged", "had made an offer".
_TOLD_AS_PAST = re.compile(r"\bhad (?:\w+ )?\w+(?:ed|ld|id|de|ven)\b")


_TEXTS = ("document", "agreement", "memorandum", "treaty", "pact", "arrangement", "protocol", "declaration")
_TEXT_ON = re.compile(
    rf"\b(?:consider|study|draft|negotiat|conclud|sign|prepar|finali[sz]|discuss|work(?:ing)? on)\w* "
    rf"(?:\w+ ){{0,4}}?(?:{'|'.join(_TEXTS)}|memoranda|treaties)s? (?:on|for|about|concerning|regarding)\b",
    re.IGNORECASE,
)
"""A text that is to be made."""
_AT_A_PLACE = re.compile(r"\b(?:at|in|near|off) (?:the )?((?:[A-Z][\w'’-]+ ?)+)")
_NO_SPAN = "".join(
    rf"(?<!\b{word})" for word in ("for", "in", "within", "half", "over", "than", "about", "after", "lasting")
)
_HABIT = re.compile(
    rf"(?:\b(?:each|every|per)|{_NO_SPAN} a) (?:year|month)\b"
    r"(?![-'’]| (?:ago|later|after|earlier|before|ahead|since|in|into|of|on|and|old)\b)|\bannually\b",
    re.IGNORECASE,
)
"""What is done all the time: "train 1,100 soldiers |a year|"."""


_IN_GENERAL = re.compile(r"\b(?:is|are) (?:built|made|produced|assembled|manufactured) (?:in|at|by)\b")
"""Where something is made, which tells not that it has been."""


class _Match(msgspec.Struct, frozen=True):
    """What a part of a promise and a report have in common, and how much of the part that is.

    common       words of both
    named        those of them that are names
    alike        words of the part of whose kind the report has others: boats and vessels
    meant        all words of the two that tell what is given, for counting it
    counted      whether the promise counts it
    same_number  whether both count it, two or more, and alike
    """

    part: int
    common: Stems
    named: Stems
    alike: Stems
    meant: Stems
    share: float
    same_deed: bool
    same_amount: bool
    counted: bool
    same_number: bool

    @property
    def strength(self) -> float:
        return self.share + 0.25 * self.weight + 0.5 * self.same_deed + self.same_amount - 0.01 * self.part

    @property
    def weight(self) -> float:
        """How many words speak for it; one of the same kind, a name and the same number are half a word each,
        and of an attaché a state has one in another."""
        only = len(self.common & _unique())
        beside = len(self.alike) + bool(self.named) + self.same_number
        return len(self.common) + only + 0.5 * beside

    @property
    def is_likely(self) -> bool:
        """Whether it is enough for a report of the time at which the promise was due."""
        return self.same_deed and len(self.common) >= _MANY and self.share >= _SHARE_NAMED


def deed_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How an activity, or the ceremony of a handover, answers a promise to do that very thing."""
    promise, deed = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or promise.act == "invite" or deed.modality != "asserted":
        return None
    if not isinstance(deed, Activity | Engagement) or not _is_deed(later, deed):
        return None
    if not _comes_after(earlier, later) or not can_answer(earlier, later):
        return None
    told = _told_as_carried_out(earlier, later) if sides(promise).all <= parties_of(deed) else None
    if told is not None:
        return told
    directed = _direction(sides(promise), deed)
    if directed is None:
        return None
    report = report_of(later)
    directed = directed or (
        _is_the_money(deed) and bool(things(promise.content).amounts & things(report).amounts)
    )
    if (
        _is_of_a_market(promise, deed)
        or _tells_no_deed(report, promise)
        or (_only_comes(deed) and not things(promise.content).plain)
    ):
        return None
    match = _best_match(earlier, report, _HERE if deed.rule.startswith(_PRESENCE) else frozenset())
    if match is None or (_lists_fields(promise) and match.weight < _MANY):
        return None
    if not (_suffices(match, directed) or (_is_in_time(promise, later) and match.is_likely)):
        return None
    status = _extent(promise.content, report, match)
    if status is None or _is_of_another(later, promise, match, directed):
        return None
    shared = ", ".join(sorted(match.common or match.alike)) or "the same sum"
    weight = 0.1 * min(match.weight, 3) + 0.1 * match.same_deed + 0.1 * match.same_amount
    confidence = round(min(0.9, 0.45 + weight), 2)
    done = "what was promised" if status == "kept" else "a part of what was promised"
    reason = f"{done} is reported as done between the same sides: both speak of {shared}"
    return Answer(status=status, confidence=confidence, rule="deed-done", reason=reason)


def _lists_fields(promise: Commitment) -> bool:
    """Whether both sides are to do what is told as a list: "with focus on exchange, training, relief"."""
    return promise.act in ("propose", "agree") and len(parts(promise.content)) > _MANY


def _is_of_a_text(promised: str, report: str) -> bool:
    """Whether a text on something is to be made, "study a document |on| peacekeeping": that peacekeepers are
    taught is none."""
    return _TEXT_ON.search(promised) is not None and not mentions_any(report, _TEXTS)


def _is_another_sort(promised: str, report: str, match: _Match) -> bool:
    """Whether both speak of one thing only, and each says of which sort: "coastal radars", and "an air
    surveillance radar"."""
    if len(match.common) != 1 or match.alike or match.same_amount or match.same_number:
        return False
    sorts, told = (_sorts(text, match.common) for text in (promised, report))
    others = told | content_stems(report), sorts | content_stems(promised)
    return bool(sorts and told) and sorts.isdisjoint(others[0]) and told.isdisjoint(others[1])


def _sorts(text: str, about: Stems) -> Stems:
    """What stands right before the thing and says of which sort it is."""
    words = fold_words(text)
    before = (words[at - 1] for at, word in enumerate(words) if at and stem(word) in about)
    return frozenset(stem for word in before for stem in things(word).stems)


def _calls_at_home(later: Mention, promise: Commitment) -> bool:
    """Whether a ship called in the country of those who were to send one."""
    call, of = later.fact, sides(promise)
    return isinstance(call, Engagement) and is_ship_call(call) and call.country in of.doers - of.takers


def _is_only_the_place(promised: str, match: _Match) -> bool:
    """Whether nothing but the place is common to both: "teach |at Phan Thiet|", and what was given there."""
    places = {stem(w) for found in _AT_A_PLACE.findall(promised) for w in fold_words(found)}
    only = bool(match.common) and match.common <= places and not (match.alike or match.same_amount)
    return only and not (match.share == 1 and match.same_deed)


def _tells_no_deed(report: str, promise: Commitment) -> bool:
    """Whether a report tells of what was before, of results in general, of what is done all the time, of
    what was called off, or of things to be given that are still on their way."""
    words = following_words()
    if _GIVING & things(promise.content).deeds and is_on_the_way(report):
        return True
    if _is_of_a_text(promise.content, report) or is_no_arrival(promise.content, report):
        return True
    if says(report, words.before) or says(report, words.vague) or is_called_off(report):
        return True
    return _HABIT.search(report) is not None or _IN_GENERAL.search(report) is not None


def _is_the_money(deed: Activity | Engagement) -> bool:
    """Whether money that was promised is told to have come, and between which two alone."""
    return deed.rule.startswith("activity/money")


def _is_of_a_market(promise: Commitment, deed: Activity | Engagement) -> bool:
    """Whether a market is opened, as was promised: to which goods is asked elsewhere."""
    words = following_words().access
    return deed.rule.startswith("activity/access") and mentions_any(promise.content, words)


def _only_comes(deed: Activity | Engagement) -> bool:
    """Whether it is a visit or a call: a boat that was asked for is not the one that calls at the port."""
    return isinstance(deed, Engagement) and deed.type != "ceremony"


def promised_things(mention: Mention) -> Things:
    """What a promise is about, the names of people left out; nothing for other facts than commitments."""
    return _without(things(_content(mention)), _names(mention))


def _is_of_another(later: Mention, promise: Commitment, match: _Match, directed: bool) -> bool:
    """Whether the other side gives it, it is of another sort or but at the place, or two firms that both
    sentences name open another thing."""
    report = report_of(later)
    if _is_another_sort(promise.content, report, match) or are_other_ships(promise.content, report):
        return True
    at_school = not match.same_number and is_only_at_a_school(promise.content, report, match.common)
    if at_school or _is_only_the_place(promise.content, match) or _calls_at_home(later, promise):
        return True
    only_named = not (match.common - match.named) | match.alike and not match.same_amount
    elsewise = match.share < 1 and not match.same_deed
    if only_named and (isinstance(later.fact, Engagement) or elsewise):
        return True  # the place alone: "stay at Phan Thiet", and what was handed over there
    return not directed and _goes_the_other_way(report, sides(promise), match)


def _is_deed(mention: Mention, fact: Activity | Engagement) -> bool:
    """Whether something is done: an activity, the ceremony of a handover, or the coming of
    ships and forces."""
    if isinstance(fact, Activity):
        return True
    if fact.status != "held":
        return False
    if fact.type in ("exercise", "visit"):  # "the research vessel reached the port", "the troops have come"
        return not fact.participants and not fact.series
    return fact.type == "ceremony" and says(mention.quotation, following_words().handover)


def _comes_after(earlier: Mention, later: Mention) -> bool:
    """Whether the report is of another document than the promise, or the promise is told as one of the past:
    "had told the Secretary that Japan would donate the aircraft"."""
    return earlier.source.id != later.source.id or _TOLD_AS_PAST.search(earlier.quotation) is not None


def _direction(promise: Sides, deed: Activity | Engagement) -> bool | None:
    """True if the doer and the taker of the deed are those of the promise, False if it is one of both sides
    that does not tell who did it, None if it is a matter of others."""
    if isinstance(deed, Activity) and deed.provider:
        doing, taking = set(deed.provider) & promise.doers, set(deed.recipient) & promise.takers
        return True if doing and taking and doing != taking else None
    if len(promise.all) < _MANY:
        return None
    among = set(deed.parties)
    if isinstance(deed, Activity) and among & promise.doers and among & promise.takers:
        return False if len(among & promise.all) >= _MANY else None
    return False if among >= promise.all else None


def _is_in_time(promise: Commitment, later: Mention) -> bool:
    """Whether the report is of the months in which the promise was due."""
    due, told = last_day(promise.due), published_days(later)
    return due is not None and told is not None and abs((told[0] - due).days) <= _ABOUT_DUE


def _goes_the_other_way(report: str, promised: Sides, match: _Match) -> bool:
    """Whether a report names the side that was to give as the one to which it goes: "to Kenya"; of an attaché
    as the one where he is: "in Nairobi"."""
    way = "in" if match.common & _unique() else "to"
    back, forth = (
        any(_toward(way, party).search(report) for party in parties - others)
        for parties, others in ((promised.doers, promised.takers), (promised.takers, promised.doers))
    )
    return back and not forth


@lru_cache(maxsize=1 << 9)
def _toward(way: str, party: str) -> re.Pattern[str]:
    named = [name for c in countries() if c.code == party for name in (c.name, *c.names, *c.places)]
    return re.compile(rf"\b{way} (?:the )?(?:{any_of(named)})\b" if named else r"(?!)")


@cache
def _unique() -> Stems:
    return frozenset(map(stem, following_words().unique))


def _told_as_carried_out(earlier: Mention, later: Mention) -> Answer | None:
    """The report says itself that a promise was carried out, and it is this one: by the sum, by what it is
    about, or by its field."""
    words, report = following_words(), later.quotation
    carried_out = says(report, words.promise_words) and says(report, words.carried_out)
    if not (carried_out or says(report, words.done_so)):
        return None
    if getattr(earlier.fact, "act", None) in _WISHES and not mentions_any(report, words.wish_words):
        return None
    promised, done = promised_things(earlier), things(report)
    by_sum = promised.amounts & done.amounts
    if promised.amounts and done.amounts and not by_sum:
        return None
    by_field = _fields(earlier) & _fields(later)
    if not (by_sum or promised.stems & done.stems or by_field):
        return None
    year = published_days(earlier)
    named = year is not None and str(year[0].year) in report
    reason = "the report says that the promise was carried out"
    return Answer(
        status="kept", confidence=0.95 if named or by_sum else 0.8, rule=TOLD_AS_CARRIED_OUT, reason=reason
    )


def _best_match(earlier: Mention, report: str, besides: frozenset[str]) -> _Match | None:
    """What most of the promise and the report have in common; `besides` is done that no word of it tells."""
    done, told = things(report), content_stems(report)
    people, content = _names(earlier), _content(earlier)
    called = names(content) & names(report)
    found = []
    for at, part in enumerate(parts(content)):
        wanted = _without(part, people | _seats() | (_carriage() - done.stems))
        common, others = wanted.stems & done.stems, alike(wanted.stems, told)
        if part.amounts and done.amounts and not part.amounts & done.amounts and len(common) < _MANY:
            continue
        share = (len(common) + len(others)) / len(wanted.stems) if wanted.stems else 0.0
        deeds = part.deeds or things(content).deeds or _asked_for(earlier, share)
        plain = part.plain or (things(content).plain if not part.deeds else frozenset())
        if plain:
            plain |= deeds & _WORK
        if done.plain and ((deeds and not deeds & done.deeds) or (plain and not plain & done.deeds)):
            continue
        meant = frozenset({*common, *others}.union(*others.values()))
        counted = quantity(content, meant)
        found.append(
            _Match(
                part=at,
                common=common,
                named=common & called,
                alike=frozenset(others),
                meant=meant,
                share=share,
                same_deed=bool(deeds & (done.deeds | (besides if common else frozenset()))),
                same_amount=bool(part.amounts & done.amounts),
                counted=counted is not None and counted > 1,
                same_number=counted is not None and counted > 1 and counted == quantity(report, meant),
            )
        )
    return max(found, key=lambda m: m.strength, default=None)


@cache
def _seats() -> Stems:
    """Stems of the words for places at a school: what is told of them is who has come."""
    return frozenset(map(stem, following_words().places))


@cache
def _carriage() -> Stems:
    """Stems of the verbs by which things are carried: what was to be flown has come where it was brought."""
    return frozenset(map(stem, following_words().also_deeds["carry"]))


def _asked_for(earlier: Mention, share: float) -> frozenset[str]:
    """What is to be done with things that are asked for or offered without a verb, "asked *for vehicles*",
    where more than half of what says which is told."""
    wished = getattr(earlier.fact, "act", None) in ("request", "offer")
    places = mentions_any(_content(earlier), following_words().places)
    return (_TEACHING if places else _GIVING) if wished and share > _SHARE else frozenset()


def _suffices(match: _Match, directed: bool) -> bool:
    """Two words that say what was promised and half of all such words; or, where the report says who did it
    for whom, one such word and the same doing; or the same sum of money. Where one of the two does not tell
    what kind of doing it is, two such words at least."""
    if match.same_amount and directed:
        return True
    if directed and match.same_deed and match.same_number and match.common:
        return True
    if match.share < (_SHARE_NAMED if match.named and match.weight >= _MANY else _SHARE):
        return False
    if not match.same_deed:
        told = len(match.common) + len(match.common & _unique())
        return told >= (_MANY if directed else _MANY + 1)
    counted_alike = match.same_number or not match.counted
    of_a_kind = directed and match.share == 1 and bool(match.alike) and counted_alike
    needed = 1 if directed else _MANY - 0.5 * match.same_number
    return match.weight >= needed or of_a_kind


def _extent(promised: str, report: str, match: _Match) -> Outcome | None:
    """Whether all was done or a part; None if the report counts more than were promised, of another lot, or
    tells of another one of a row."""
    if are_of_other_rows(promised, report, match.meant):
        return None
    if _is_less(things(promised).amounts, things(report).amounts):
        return "partly" if _PART_OF_A_SUM.search(report) else None
    told, same = share_told(report), tells_the_same_part(promised, report)
    if told is not None and told.is_of(promised):
        return "kept" if told.last or same else "partly"
    wanted, done = quantity(promised, match.meant), quantity(report, match.meant)
    if wanted and done and done > wanted:
        return None
    if wanted and not same and not done and not has_plural(report, match.meant):
        done = 1
    if wanted and done and done < wanted and not counts(report, wanted):
        return "partly"
    if any(not _covers(report, part) for at, part in enumerate(parts(promised)) if at != match.part):
        return "partly"
    outstanding = says(report, following_words().outstanding)
    return "partly" if outstanding or (is_of_a_part(promised, report) and not same) else "kept"


def is_of_a_part(promised: str, report: str) -> bool:
    """Whether the report speaks of a part, "a second batch", of which the promise does not."""
    words = following_words()
    told, own = said(report, words.partial), said(promised, words.partial)
    return not set(told) <= set(own) and not says(report, words.of_a_kind)


def _is_less(promised: frozenset[tuple[str, float]], told: frozenset[tuple[str, float]]) -> bool:
    """Whether a smaller sum than promised is told, in the same currency: "40 of the 100 million"."""
    sums = dict(promised)
    return len(promised) == 1 and any(value < _ABOUT * sums.get(currency, 0) for currency, value in told)


def _covers(report: str, part: Things) -> bool:
    """Whether a part of a promise is told to be done, "the training" by a doing of that kind."""
    done = things(report)
    if part.stems:
        told = part.stems & done.stems, alike(part.stems, content_stems(report))
        return sum(map(len, told)) >= _SHARE * len(part.stems)
    return part.deeds <= done.deeds


def report_of(mention: Mention) -> str:
    """What a report tells: its quotation, with its content where that is not in it, and of a pronoun with
    what it stands for."""
    content = _content(mention)
    if mention.fact.rule.startswith(_OF_A_PRONOUN):
        return " ".join(span.text for span in reversed(mention.fact.evidence))
    return mention.quotation if content in mention.quotation else f"{mention.quotation} {content}"


def _content(mention: Mention) -> str:
    fact = mention.fact
    return fact.content if isinstance(fact, Commitment | Activity) else ""


def _fields(mention: Mention) -> set[str]:
    fact = mention.fact
    return set(fact.fields) if isinstance(fact, Commitment | Activity) else set()


def _without(about: Things, names: Stems) -> Things:
    return msgspec.structs.replace(about, stems=about.stems - names)


def _names(mention: Mention) -> Stems:
    return frozenset(stem(word) for person in mention.source.people for word in fold_words(person.name))
