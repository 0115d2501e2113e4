"""What an entry says as a whole, for showing: one mention's words, completed from the others.

No fact and never stored. Where sources differ it says what the leading mention says; `conflicts` says that
they differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import asdict, replace

from servanda.model import edtf
from servanda.model.facts import AnyFact, Engagement, Instrument
from servanda.resolve.entry import Entry
from servanda.resolve.mention import Mention, time_key

_STAGES = ("proposed", "planned", "existing", "signed", "ratified", "amended", "extended", "terminated")
_STATUSES = ("planned", "postponed", "cancelled", "held")
_COMPLETED = frozenset({
    "date", "place", "country", "series", "ordinal", "period", "fields", "due", "addressee", "by", "number",
    "year", "amount", "participants", "relations", "parties",
})  # fmt: skip
_GRAINS = ("day", "month", "season", "year", "decade", "century")


def merged(entry: Entry) -> AnyFact:
    """The leading mention's fact, with what it does not tell from the others in their order.

    The leading mention is the one of the latest stage (held before planned, signed before existing), of
    these the one that tells most. Of dates that can be one, the finest is taken, and of a visit the stay.
    """
    lead = max(entry.mentions, key=_rank).fact
    others = [m.fact for m in sorted(entry.mentions, key=_rank, reverse=True) if m.fact is not lead]
    added = dict(_missing(lead, others))
    date = _finest(replace(lead, **added), others)
    return replace(lead, **(added | ({"date": date} if date else {})))


def _rank(mention: Mention) -> tuple[int, int, float, tuple[str, str, str]]:
    fact = mention.fact
    stage = 0
    if isinstance(fact, Engagement):
        stage = _STATUSES.index(fact.status)
    elif isinstance(fact, Instrument):
        stage = _STAGES.index(fact.action)
    told = sum(bool(value) for name, value in asdict(fact).items() if name in _COMPLETED)
    return stage, told, fact.confidence, time_key(mention)


def _missing(lead: AnyFact, others: Iterable[AnyFact]) -> Iterator[tuple[str, object]]:
    for name, value in asdict(lead).items():
        if value or name not in _COMPLETED:
            continue
        told = next((getattr(other, name) for other in others if getattr(other, name, None)), None)
        if told:
            yield name, told


def _finest(lead: AnyFact, others: Iterable[AnyFact]) -> str | None:
    """The leading mention's date, with the year from another where it has none; or a finer one that can be
    the same, or the stay of which it is one day."""
    date = getattr(lead, "date", None)
    if not isinstance(date, str):
        return None
    told = [other for fact in others if isinstance(other := getattr(fact, "date", None), str)]
    fitting = [other for other in told if edtf.compatible(date, other)]
    years = [bounds[0].year for each in (date, *fitting) if (bounds := edtf.bounds(each)) is not None]
    if not years:
        return None
    dated = [in_year for each in (date, *fitting) if (in_year := edtf.in_year(each, years[0]))]
    if "/" in date:
        return dated[0]
    is_visit = isinstance(lead, Engagement) and lead.type == "visit"
    return min(
        dated, key=lambda d: (_GRAINS.index(edtf.precision(d) or "century"), is_visit and "/" not in d)
    )
