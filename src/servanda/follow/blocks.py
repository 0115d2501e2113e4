"""Where the later facts that can answer a promise are found, without comparing all with all.

Facts stand under the relationship and what they are about; a promise looks under its own relationship and
its own things. The work grows with the number of facts times the number of those that one relationship has
on one thing, not with the square of all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import combinations

from servanda.follow import attended, begun, carriage, choices, drills, lines, meetings, resumed, sent, ships
from servanda.follow.answer import parties_of
from servanda.follow.deeds import promised_things, report_of
from servanda.follow.handovers import is_planned_handover
from servanda.follow.invitations import event_names
from servanda.follow.lots import doing, is_lot
from servanda.follow.things import content_stems, events, kinds_of, things
from servanda.follow.times import published_days
from servanda.model.facts import Activity, Commitment, Engagement, Instrument
from servanda.resolve.mention import Mention

Block = tuple[str, str, str]
_Test = Callable[[Mention], object]

_MONTH = timedelta(days=28)


class Blocks:
    """Later facts by relationship and what they are about."""

    def __init__(self, later: Iterable[Mention]) -> None:
        self._mentions: dict[Block, list[Mention]] = defaultdict(list)
        for mention in later:
            keys = {*_held(mention), *(key for key, _, answers in _BY_RULE if answers(mention))}
            for pair in _pairs(parties_of(mention.fact)):
                for key in keys:
                    self._mentions[(*pair, key)].append(mention)

    def candidates(self, earlier: Mention) -> list[Mention]:
        """The facts that can answer `earlier`, each once, in the order in which they were given."""
        keys = sorted({*_sought(earlier), *(key for key, asks, _ in _BY_RULE if asks(earlier))})
        parties = parties_of(earlier.fact)
        pairs = [*_pairs(parties), *((party, "") for party in parties)]
        blocks = [(*pair, key) for pair in sorted(set(pairs)) for key in keys]
        found = {m.id: m for block in blocks for m in self._mentions.get(block, ())}
        return list(found.values())

    def meetings(self, plan: Mention) -> list[Mention]:
        """What the sides of `plan` held in the month of its report or the next."""
        keys = list(_months(plan, "held", 2))
        pairs = _pairs(parties_of(plan.fact))
        return [m for pair in pairs for key in keys for m in self._mentions.get((*pair, key), ())]


def _held(mention: Mention) -> Iterator[str]:
    fact = mention.fact
    if isinstance(fact, Engagement):
        if fact.type == "visit":
            yield f"visit {fact.country}"
            return
        if fact.status == "held" and fact.participants:
            yield from (f"came to {party}" for party in fact.parties)
        if fact.status == "held":
            yield from _months(mention, "held", 1)
        if fact.ordinal is not None:
            yield f"ordinal {fact.ordinal}"
    if isinstance(fact, Instrument) or (isinstance(fact, Engagement) and fact.type == "ceremony"):
        yield from _months(mention, "signing", 1)
    if isinstance(fact, Commitment) and fact.act == "invite":
        yield from (f"visit {host}" for host in fact.speaker)
        return
    named = " ".join(getattr(fact, name, None) or "" for name in ("title", "content", "series", "place"))
    told = f"{report_of(mention)} {named}"
    about = things(told)
    yield from (f"kind {kind}" for kind in kinds_of(content_stems(told)))
    yield from _topics(about.stems, about.amounts, getattr(fact, "fields", ()))
    if isinstance(fact, Activity):
        yield from (f"doing {deed}" for deed in doing(told))
    if isinstance(fact, Engagement):
        yield from (f"series {event}" for event in events(fact.series or ""))
        yield from (f"event {name}" for name in meetings.named_meetings(mention.quotation))


def _is_planned(mention: Mention) -> bool:
    return isinstance(mention.fact, Engagement) and mention.fact.status == "planned"


def _is_cancelled(mention: Mention) -> bool:
    return isinstance(mention.fact, Engagement) and mention.fact.status == "cancelled"


def _is_exercise(mention: Mention) -> bool:
    return isinstance(mention.fact, Engagement) and mention.fact.type == "exercise"


_BY_RULE: tuple[tuple[str, _Test, _Test], ...] = (
    ("ship", ships.speaks_of_ships, ships.is_call),
    ("decided", choices.is_to_decide, choices.has_decided),
    ("called off", _is_planned, _is_cancelled),
    ("resumed", resumed.is_to_resume, resumed.has_resumed),
    ("line", lines.means_to_open, lines.runs),
    ("begun", begun.is_to_begin, begun.has_begun),
    ("carried", carriage.is_to_carry, carriage.has_carried),
    ("gathering", attended.is_to_attend, attended.is_at_a_gathering),
    ("drill", drills.is_unnamed_drill, _is_exercise),
    ("drill", drills.wants_a_drill, _is_exercise),
)
"""Whatever a promise is about: the key, which promises look there and which later facts are kept there."""


def _sought(mention: Mention) -> Iterator[str]:
    fact = mention.fact
    yield from (f"visit {host}" for host in sent.hosts_of(mention))
    if isinstance(fact, Commitment) and fact.act == "invite":
        yield from (f"visit {host}" for host in (*fact.speaker, *fact.addressee))
        yield from (f"came to {host}" for host in fact.speaker)
        yield from event_names(mention)
        yield from (f"series {event}" for event in events(fact.content))
    elif isinstance(fact, Commitment):
        about = promised_things(mention)
        yield from (f"kind {kind}" for kind in kinds_of(about.stems))
        yield from _topics(about.stems, about.amounts, fact.fields)
        yield from (f"doing {deed}" for deed in _lots(fact))
        yield from (f"event {name}" for name in meetings.named_meetings(fact.content))
    elif isinstance(fact, Engagement):
        if fact.status == "planned":
            yield from things(fact.series or "").stems
            if fact.type == "visit" and fact.country:
                yield f"came to {fact.country}"
            if is_planned_handover(mention) or fact.type == "exercise":
                yield from (f"kind {kind}" for kind in kinds_of(content_stems(mention.quotation)))
                yield from things(mention.quotation).stems
            yield from (f"event {name}" for name in meetings.named_meetings(fact.series or ""))
    elif isinstance(fact, Instrument):
        titles = (fact.title, *(relation.target for relation in fact.relations if relation.type == "intends"))
        about = things(" ".join(titles))
        yield from _topics(about.stems, frozenset(), ())
        if not about.stems or fact.action == "planned":
            yield from _months(mention, "signing", 2)


def _lots(fact: Commitment) -> frozenset[str]:
    """What is to be done with what is told as a lot alone: "the rest will be here by May"."""
    return doing(fact.content) if is_lot(fact) else frozenset()


def _topics(
    stems: Iterable[str], amounts: Iterable[tuple[str, float]], fields: Iterable[str]
) -> Iterator[str]:
    yield from stems
    yield from (f"{currency} {value}" for currency, value in amounts)
    yield from (f"field {field}" for field in fields)


def _months(mention: Mention, what: str, count: int) -> Iterator[str]:
    """The month of publication and the following ones."""
    published = published_days(mention)
    if published is not None:
        day = published[0].replace(day=1)
        for _ in range(count):
            yield f"{what} {day:%Y-%m}"
            day = (day + _MONTH + timedelta(days=4)).replace(day=1)


def _pairs(parties: frozenset[str]) -> list[tuple[str, str]]:
    """The relationships among the parties; one party alone, as the holder of a position, stands by itself."""
    if len(parties) == 1:
        return [(party, "") for party in parties]
    return list(combinations(sorted(parties), 2))
