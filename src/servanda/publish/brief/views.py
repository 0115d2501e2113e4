"""The state of the relationship, how the sides speak of it, and what they hold on matters of the world."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.model.facts import Assessment, Milestone, Position
from servanda.publish.brief.material import (
    Material,
    frame,
    left_out,
    names,
    newest_first,
    sources,
    strong,
    words,
)
from servanda.publish.brief.parts import Block, Note, Section, Statement
from servanda.publish.brief.promises import balance
from servanda.publish.dates import in_words
from servanda.query.entries import EntryView
from servanda.resolve.labels import ordinal_words

_MOST_MILESTONES, _MOST_ASSESSMENTS, _MOST_POSITIONS = 3, 1, 2

_KINDS = ("engagement", "instrument", "commitment", "position", "assessment", "milestone", "activity")


def state(material: Material) -> Section:
    """What the ledger holds, anniversaries, the last word of each side, and the balance of promises."""
    blocks: list[Block] = [Note(_counts(material))]
    milestones = newest_first(material.found.of("milestone"))[: material.most(_MOST_MILESTONES)]
    blocks += [_milestone(material, view) for view in milestones]
    blocks += _by_side(material, material.found.of("assessment"), material.most(_MOST_ASSESSMENTS))[0]
    return Section("State of the relationship", (*blocks, balance(material)))


def positions(material: Material) -> Section:
    """The last positions that each side and both together have taken."""
    blocks, rest = _by_side(material, material.found.of("position"), material.most(_MOST_POSITIONS))
    return Section("Positions taken", (*blocks, *left_out(rest)))


def _counts(material: Material) -> str:
    entries = material.found.entries
    views = [view for entry in entries for view in entry.facts]
    counts = ", ".join(_number(len(of), kind) for kind in _KINDS if (of := material.found.of(kind)))
    documents = len({view.fact.source for view in views})
    published = sorted(view.published for view in views if view.published)
    between = f", published {in_words(f'{published[0]}/{published[-1]}')}" if published else ""
    return f"The ledger holds {counts}, from {_number(documents, 'document')}{between}."


def _number(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"


def _milestone(material: Material, view: EntryView) -> Statement:
    fact = view.fact
    if not isinstance(fact, Milestone):
        raise TypeError(f"{view.id} is no milestone")
    number = f"{ordinal_words(fact.number)[-1]} anniversary, " if fact.number else ""
    since = f", since {fact.year}" if fact.year else ""
    when = in_words(view.date) if view.date else "No year told"
    pieces = [strong(when), frame(f": {number}{fact.type.replace('-', ' ')}{since}")]
    return material.state(view, pieces, "number", "year")


def _by_side(
    material: Material, views: Sequence[EntryView], most: int
) -> tuple[list[Statement], list[EntryView]]:
    """The newest of both together, of them and of us, what is critical before praise; and the rest."""
    both = frozenset((material.ours, material.theirs))
    shown: list[EntryView] = []
    for holder in (both, frozenset((material.theirs,)), frozenset((material.ours,))):
        own = [view for view in newest_first(views) if frozenset(_holder(view)) & both == holder]
        shown += sorted(own, key=_is_praise)[:most]
    return [_said(material, view) for view in shown], [view for view in views if view not in shown]


def _said(material: Material, view: EntryView) -> Statement:
    fact = view.fact
    if not isinstance(fact, Assessment | Position):
        raise TypeError(f"{view.id} is neither assessment nor position")
    who = names(fact.holder)
    tone = f", {fact.polarity}" if isinstance(fact, Assessment) else ""
    when = max((each.published for each in view.facts if each.published), default=None)
    told = f", reported {in_words(when)}" if when else ", in a document without a date"
    by = f" ({fact.by})" if fact.by else ""
    pieces = [strong(who), frame(f"{by}{tone}{told}: "), words(fact.content), frame(sources(view))]
    return material.state(view, pieces, "by")


def _holder(view: EntryView) -> tuple[str, ...]:
    return view.fact.holder if isinstance(view.fact, Assessment | Position) else ()


def _is_praise(view: EntryView) -> bool:
    return not isinstance(view.fact, Assessment) or view.fact.polarity == "positive"
