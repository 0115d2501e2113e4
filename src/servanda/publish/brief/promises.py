"""Who owes whom what: promises by those who are to keep them, and what was asked and proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from servanda.codebook.places import party_name
from servanda.follow.answer import sides
from servanda.model.facts import Commitment
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
from servanda.publish.brief.parts import Block, Note, Row, Section, Statement, Table
from servanda.publish.dates import in_words
from servanda.query.entries import EntryView

_MOST_WAITING, _MOST_SETTLED, _MOST_ASKED = 5, 3, 7

_WAITING = ("overdue", "due", "open", "renewed", "postponed")
_DONE = ("kept", "partly")
_NOT_DONE = ("refused", "withdrawn")
_LAPSED = ("lapsed",)
_BINDING = ("pledge", "offer", "agree")
_PLAIN = ("asserted", "planned")
_TITLES = ("What they owe us: {}", "What we owe them: {}", "{} are to do")


def balance(material: Material) -> Table:
    """How many promises stand where, by who is to keep them."""
    columns = {"overdue": _WAITING[:1], "open or due": _WAITING[1:], "kept": _DONE[:1], "in part": _DONE[1:],
               "refused or withdrawn": _NOT_DONE, "lapsed": _LAPSED}  # fmt: skip
    rows = []
    for title, views in _all(material).items():
        counted = Counter(standing(view) for view in views)
        numbers = (str(sum(counted[value] for value in values) or "–") for values in columns.values())
        rows.append(Row((title, *numbers)))
    return Table(("Promises", *columns), tuple(rows), (4, 2, 2, 2, 2, 3, 2))


def owed(material: Material) -> list[Section]:
    """What they owe us, what we owe them, and what both have agreed to do."""
    lists = _all(material).items()
    return [
        Section(_TITLES[number].format(whose), _promises(material, views))
        for number, (whose, views) in enumerate(lists)
    ]


def asked(material: Material) -> Section:
    """Requests, proposals and invitations that wait for an answer, by who made them."""
    views = [view for view in material.found.of("commitment") if _act(view) not in _BINDING]
    waiting = [view for view in views if standing(view) in _WAITING]
    ordered = sorted(newest_first(waiting), key=lambda view: standing(view) != "overdue")
    shown, rest = ordered[: material.most(_MOST_ASKED)], ordered[material.most(_MOST_ASKED) :]
    others = [view for view in views if view not in waiting]
    return Section(
        "Open proposals, requests and invitations", (*_listed(material, shown), *left_out([*rest, *others]))
    )


def _all(material: Material) -> dict[str, list[EntryView]]:
    """Promises by whose turn it is; where a third party is to act alone, they are nobody's here."""
    us, them = party_name(material.ours), party_name(material.theirs)
    found: dict[str, list[EntryView]] = {f"{them} to {us}": [], f"{us} to {them}": [], "Both sides": []}
    for view in material.found.of("commitment"):
        fact = view.fact
        if not isinstance(fact, Commitment) or fact.act not in _BINDING:
            continue
        doers = sides(fact).doers & {material.ours, material.theirs}
        if doers == {material.theirs}:
            found[f"{them} to {us}"].append(view)
        elif doers == {material.ours}:
            found[f"{us} to {them}"].append(view)
        elif doers:
            found["Both sides"].append(view)
    return found


def _promises(material: Material, views: Sequence[EntryView]) -> tuple[Block, ...]:
    """What is waited for, the overdue first; what was done or refused; and how many more there are."""
    waiting = _newest(views, _WAITING[:1]) + _newest(views, _WAITING[1:])
    settled, lapsed = _newest(views, (*_DONE, *_NOT_DONE)), _newest(views, _LAPSED)
    shown = waiting[: material.most(_MOST_WAITING)] + settled[: material.most(_MOST_SETTLED)]
    shown += lapsed[: max(0, material.most(_MOST_WAITING) - len(shown))]
    if not views:
        return (Note("No promise of this kind was found in the documents that were read."),)
    return *_listed(material, shown), *left_out([view for view in views if view not in shown])


def _newest(views: Iterable[EntryView], values: Sequence[str]) -> list[EntryView]:
    return newest_first(view for view in views if standing(view) in values)


def _listed(material: Material, views: Sequence[EntryView]) -> list[Block]:
    """Statements; a reason that several have stands once, before them."""
    counted = Counter((standing(view), reason(view)) for view in views)
    common = [(value, why) for (value, why), number in counted.items() if number > 1]
    notes = [Note(f"Where a line gives no reason, “{value}” means: {why}.") for value, why in common]
    return [*notes, *(_statement(material, view, (standing(view), reason(view)) in common) for view in views)]


def _statement(material: Material, view: EntryView, said: bool) -> Statement:
    fact = view.fact
    if not isinstance(fact, Commitment):
        raise TypeError(f"{view.id} is no commitment")
    pieces = [
        strong(standing(view).capitalize()),
        frame(f", {saying(fact)}{_told(view)}: "),
        words(fact.content),
    ]
    if fact.modality not in _PLAIN:
        pieces.append(frame(f" [{fact.modality}]"))
    pieces.append(frame(sources(view) if said else f"{sources(view)}; {reason(view)}"))
    return material.state(view, pieces, "due", "by")


def _told(view: EntryView) -> str:
    told = reported(view)
    return f", reported {in_words(told)}" if told else ", in a document without a date"


def _act(view: EntryView) -> str:
    return view.fact.act if isinstance(view.fact, Commitment) else ""
