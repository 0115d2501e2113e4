"""What was held, what is to come, and the texts that stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from servanda.follow.due import due
from servanda.follow.status import Value
from servanda.follow.times import last_day
from servanda.model.facts import AnyFact, Commitment, Engagement, Instrument
from servanda.publish.brief.material import (
    Material,
    frame,
    left_out,
    newest_first,
    reason,
    reported,
    saying,
    sources,
    standing,
    strong,
    words,
)
from servanda.publish.brief.parts import Block, Note, Piece, Section, Statement
from servanda.publish.dates import day_in_words, in_words
from servanda.query.entries import EntryView
from servanda.resolve.labels import ordinal_words

_MOST_HELD, _MOST_PLANNED, _MOST_TEXTS, _MOST_OVER = 6, 7, 8, 3

_TO_COME = ("planned", "proposed", "postponed", "cancelled", "no report")
_STANDING: tuple[Value, ...] = ("signed", "ratified", "existing", "amended", "extended")
_OVER: tuple[Value, ...] = ("expired", "terminated")
_FEW = 4
_WEIGHT = {
    "agreement": 0, "arrangement": 1, "memorandum": 1, "protocol": 1, "programme": 1, "contract": 2,
    "vision-statement": 2, "letter-of-intent": 3, "other": 3, "joint-statement": 4,
}  # fmt: skip
"""By how much a text binds and lasts, so that a communiqué does not hide an agreement."""


def last_engagements(material: Material) -> Section:
    """What was held last, the newest first."""
    held = [view for view in material.found.of("engagement") if standing(view) == "held"]
    shown, rest = _split(newest_first(held), material.most(_MOST_HELD))
    blocks: list[Block] = [_held(material, view) for view in shown]
    if rest:
        blocks.append(Note(f"{len(rest)} earlier or undated ones stand in the ledger."))
    return Section("Last engagements", tuple(blocks))


def to_come(material: Material) -> Section:
    """Planned engagements and texts, and promises with a date that are waited for, by that date; those
    without a date, and those of which nothing was heard, come last."""
    views = {view.id: view for view in material.found.entries}
    waiting = {
        each.entry.id: each for each in due(material.book.entries, material.book.answers, material.day)
    }
    dated = [(each.by, views[id_]) for id_, each in waiting.items() if id_ in views]
    others = [
        (date.max, view)
        for view in newest_first(views.values())
        if view.kind != "commitment" and standing(view) in _TO_COME and view.id not in waiting
    ]
    ordered = sorted(dated, key=lambda each: (each[0] < material.day, each[0], each[1].id)) + others
    shown, rest = _split([view for _, view in ordered], material.most(_MOST_PLANNED))
    blocks: list[Block] = [_planned(material, view) for view in shown]
    return Section("Planned and due", (*blocks, *left_out(rest)))


def instruments(material: Material) -> Section:
    """Texts that stand, those that expire first; then those that are over."""
    texts = material.found.of("instrument")
    standing_texts = sorted((view for view in texts if standing(view) in _STANDING), key=_expiry)
    over = newest_first(view for view in texts if standing(view) in _OVER)
    shown, rest = _split(standing_texts, material.most(_MOST_TEXTS))
    past, more = _split(over, material.most(_MOST_OVER))
    blocks: list[Block] = [_text(material, view) for view in (*shown, *past)]
    return Section("Standing instruments", (*blocks, *left_out([*rest, *more])))


def _held(material: Material, view: EntryView) -> Statement:
    told = reported(view)
    no_date = f"No date told, reported {in_words(told)}" if told else "No date told"
    pieces = [
        strong(in_words(view.date) if view.date else no_date),
        frame(f": {_engagement(view)}{sources(view)}"),
        *_differing(view),
    ]
    return material.state(view, pieces, "date", "place", "participants", "ordinal")


def _planned(material: Material, view: EntryView) -> Statement:
    fact = view.fact
    when = in_words(view.date) if view.date else "No date"
    pieces = [strong(when), frame(": ")]
    if isinstance(fact, Commitment):
        pieces += [frame(f"{saying(fact)}, "), words(fact.content)]
    elif isinstance(fact, Instrument):
        pieces.append(frame(view.label))
    else:
        pieces.append(frame(_engagement(view)))
    told = reported(view)
    pieces.append(frame(f"{sources(view)}; reported {in_words(told)}" if told else sources(view)))
    return material.state(view, [*pieces, *_differing(view), *_why(view)], "date", "due", "place")


def _text(material: Material, view: EntryView) -> Statement:
    fact = view.fact
    pieces = [strong(view.label), frame(f": {standing(view)}{_done_on(view)}{sources(view)}")]
    periods = _periods(view)
    if periods:
        pieces.append(frame(f"; for {' or '.join(map(in_words, periods))}"))
    ends = sorted({end for period in periods if (end := last_day(period))})
    if ends:
        verb = "ended" if ends[-1] < material.day else "expires on"
        pieces += [frame("; "), strong(f"{verb} {' or '.join(map(day_in_words, ends))}")]
    for relation in fact.relations if isinstance(fact, Instrument) else ():
        pieces += [frame(f"; {relation.type} "), words(relation.target)]
    made = material.state(view, [*pieces, *_differing(view)], "date", "period", "relations")
    telling = material.cite.cite(periods.values())
    return Statement(made.pieces, tuple(sorted({*made.refs, *telling})))


def _periods(view: EntryView) -> dict[str, AnyFact]:
    """The years that it covers, each with a fact that says so: all where sources differ on them."""
    facts = [each.fact for each in view.facts if isinstance(each.fact, Instrument)]
    told = {fact.period: fact for fact in reversed(facts) if fact.period}
    own = view.fact.period if isinstance(view.fact, Instrument) else None
    return {period: told[period] for period in sorted(told) if period == own or "period" in view.conflicts}


def _done_on(view: EntryView) -> str:
    """The day of the latest stage: the date of the signing is not told as that of the ratification."""
    facts = [each.fact for each in view.facts if isinstance(each.fact, Instrument)]
    own = [fact.date for fact in facts if fact.action == standing(view) and fact.date]
    shown = view.fact.date if isinstance(view.fact, Instrument) and view.fact.date in own else None
    when = shown or next(iter(own), None)
    return f" {in_words(when)}" if when else ""


def _engagement(view: EntryView) -> str:
    """The label, then place, people and frame as far as it does not tell them."""
    fact, label = view.fact, view.label
    if not isinstance(fact, Engagement):
        return label
    parts = [label[:1].upper() + label[1:]]
    if fact.ordinal and ordinal_words(fact.ordinal)[0] not in label:
        parts[0] += f", {ordinal_words(fact.ordinal)[0]}"
    if fact.place and fact.place not in label:
        parts.append(f"in {fact.place}")
    others = [name for name in fact.participants if name not in label]
    if others:
        more = f" and {len(others) - _FEW} more" if len(others) > _FEW else ""
        parts.append(f"with {', '.join(others[:_FEW])}{more}")
    return ", ".join(parts)


def _why(view: EntryView) -> list[Piece]:
    """The status with its reason, which may begin with the same word."""
    where = standing(view)
    why = reason(view).removeprefix(where)
    return [frame(". "), strong(where.capitalize()), frame(why if why != reason(view) else f": {why}")]


def _differing(view: EntryView) -> list[Piece]:
    return [frame(f"; sources differ on the {names_of(view.conflicts)}")] if view.conflicts else []


def names_of(properties: Iterable[str]) -> str:
    """Names of properties as people list them."""
    return " and ".join(properties)


def _expiry(view: EntryView) -> tuple[date, int, int, str]:
    fact = view.fact
    end = last_day(fact.period) if isinstance(fact, Instrument) else None
    signed = last_day(view.date)
    weight = _WEIGHT[fact.type] if isinstance(fact, Instrument) else len(_WEIGHT)
    return end or date.max, weight, -(signed.toordinal() if signed else 0), view.id


def _split(views: list[EntryView], most: int) -> tuple[list[EntryView], list[EntryView]]:
    return views[:most], views[most:]
