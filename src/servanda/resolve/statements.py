"""Whether two reports give the same statement: a commitment, position, assessment, activity or milestone."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections.abc import Iterable
from datetime import timedelta

from servanda.model import edtf
from servanda.model.facts import Activity, Assessment, Commitment, Fact, Milestone, Position
from servanda.resolve.mention import Decision, Keys, Mention
from servanda.resolve.wording import parties_in, words_of

_NEAR = timedelta(days=14)
"""Reports of one statement appear within days of it; the same words later are said again."""
_ALIKE = 0.8
_NUMBER = re.compile(r"\d[\d.,]*")
_SIMILAR = 0.6
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MONTH = rf"(?:{'|'.join([*month_name[1:], *month_abbr[1:]])})\b\.?"
_DAYS = r"\d{1,2}(?:\s?(?:-|–|to|and)\s?\d{1,2})?\b"
_DATE = re.compile(rf"\(\d{{1,2}}\)|{_MONTH}\s{_DAYS}|\b{_DAYS}\s(?:of\s)?{_MONTH}")


def keys(mention: Mention) -> Keys:
    """The kind, who speaks or acts, and the fortnight of the report; a milestone its parties."""
    fact = mention.fact
    who = "+".join(sorted(_side(fact)))
    if isinstance(fact, Milestone):
        return Keys.both(frozenset({f"m:{who}"}))
    given = frozenset({f"g:{who}@{month}"} if (month := _month_given(fact)) else ())
    published = edtf.bounds(mention.source.published) if mention.source.published else None
    if published is None:
        return Keys.both(given | {f"s:{fact.kind}:{who}@?"})
    first, last = (day.toordinal() // _NEAR.days for day in published)
    near = range(first - 1, last + 2)
    held = f"s:{fact.kind}:{who}@{last}"
    return Keys(given | {held}, given | {f"s:{fact.kind}:{who}@{fortnight}" for fortnight in near})


def compare(a: Mention, b: Mention) -> Decision | None:
    """What speaks for one statement in both: the same side says nearly the same within two weeks."""
    if type(a.fact) is not type(b.fact):
        return None
    if a.source.id == b.source.id:
        return Decision(
            verdict="different", score=0.97, rule="statement/one-document", reason="one document gives both"
        )
    if isinstance(a.fact, Milestone) and isinstance(b.fact, Milestone):
        return _milestones(a.fact, b.fact)
    if isinstance(a.fact, Activity) and isinstance(b.fact, Activity) and a.fact.amount and b.fact.amount:
        return _sums(a.fact, b.fact) if _can_be_said_once(a, b) or _are_given_at_once(a, b) else None
    if not _can_be_said_once(a, b) or not _can_say_one_thing(a.fact, b.fact):
        return None
    alike = _likeness(content_of(a.fact), content_of(b.fact))
    if alike >= _ALIKE:
        return _same(round(0.6 + 0.35 * alike, 3), "statement/wording", "one side in nearly the same words")
    one, other = _speaker(a.fact), _speaker(b.fact)
    if alike >= _SIMILAR and one and one == other:
        return _same(round(0.3 + 0.5 * alike, 3), "statement/speaker", "the same person in similar words")
    return None


def _sums(one: Activity, other: Activity) -> Decision | None:
    """Money given for one purpose, whether or not the reports agree how much: that they differ is for the
    reader to see."""
    alike = _likeness(_NUMBER.sub(" ", one.content), _NUMBER.sub(" ", other.content))
    if alike < _ALIKE:
        return None
    return _same(round(0.4 + 0.35 * alike, 3), "activity/sum", "one side gives money for the same purpose")


def _month_given(fact: Fact) -> str | None:
    """The month in which money was given, where the report tells it: a later one can look back on it."""
    if not isinstance(fact, Activity) or fact.amount is None or not fact.date or not edtf.has_year(fact.date):
        return None
    months = {f"{day:%Y-%m}" for day in edtf.bounds(fact.date) or ()}
    return months.pop() if len(months) == 1 else None


def content_of(fact: Fact) -> str:
    """What is said or done, as quoted."""
    if isinstance(fact, Commitment | Position | Assessment | Activity):
        return fact.content
    return fact.evidence[0].text


def _are_given_at_once(a: Mention, b: Mention) -> bool:
    """Whether both tell that the same side gave money in the same month."""
    month = _month_given(a.fact)
    return month is not None and month == _month_given(b.fact) and _side(a.fact) == _side(b.fact)


def _can_be_said_once(a: Mention, b: Mention) -> bool:
    if _side(a.fact) != _side(b.fact):
        return False
    one, other = a.source.published, b.source.published
    if one is None or other is None:
        return one == other
    first, second = edtf.bounds(one), edtf.bounds(other)
    if first is None or second is None:
        return False
    return max(first[0] - second[1], second[0] - first[1]) <= _NEAR


def _can_say_one_thing(one: Fact, other: Fact) -> bool:
    """Whether nothing that tells two statements apart differs, however alike their words: whether they are
    denied, praise or blame, their numbers, to whom they are said and whom they name."""
    if (one.modality == "negated") != (other.modality == "negated"):
        return False
    if isinstance(one, Commitment) and isinstance(other, Commitment):
        if one.act != other.act or not _fit(one.addressee, other.addressee):
            return False
    elif isinstance(one, Assessment) and isinstance(other, Assessment) and one.polarity != other.polarity:
        return False
    first, second = content_of(one), content_of(other)
    return _fit(_numbers(first), _numbers(second)) and _fit(parties_in(first), parties_in(second))


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(_without_days(text))


def _without_days(text: str) -> str:
    """One report tells the day, another leaves it out; what counts something both have."""
    return _DATE.sub(" ", text)


def _fit(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether the shorter of two lists says nothing that the other does not."""
    first, second = set(one), set(other)
    return first <= second or second <= first


def _milestones(one: Milestone, other: Milestone) -> Decision | None:
    """An anniversary is another each time, and not the founding, though all have the year of that."""
    if one.type != other.type or set(one.parties) != set(other.parties) or not one.parties:
        return None
    if one.number and other.number and one.number != other.number:
        first, second = sorted((one.number, other.number))
        reason = f"anniversaries number {first} and {second}"
        return Decision(verdict="different", score=0.9, rule="milestone/number", reason=reason)
    if one.number != other.number or not _founded_once(one.year, other.year):
        return None
    if one.year and one.year == other.year:
        return _same(0.95, "milestone/year", f"both of {one.year}")
    return _same(0.9, "milestone/number", f"both the anniversary number {one.number}") if one.number else None


def _founded_once(one: int | None, other: int | None) -> bool:
    """A year that was counted back from that of the report can be one beside."""
    return one is None or other is None or abs(one - other) <= 1


def _likeness(a: str, b: str) -> float:
    one, other = words_of(_without_days(a)), words_of(_without_days(b))
    return len(one & other) / len(one | other) if one or other else float(a == b)


def _speaker(fact: Fact) -> str | None:
    return getattr(fact, "by", None)


def _side(fact: Fact) -> frozenset[str]:
    if isinstance(fact, Commitment):
        return frozenset(fact.speaker)
    if isinstance(fact, Position | Assessment):
        return frozenset(fact.holder)
    if isinstance(fact, Activity):
        return frozenset(fact.parties or (*fact.provider, *fact.recipient))
    return frozenset(getattr(fact, "parties", ()))


def _same(score: float, rule: str, reason: str) -> Decision:
    return Decision(verdict="same", score=score, rule=rule, reason=reason)
