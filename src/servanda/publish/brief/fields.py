"""On what the two sides work together."""

from __future__ import annotations

from collections import Counter, defaultdict

from servanda.publish.brief.material import Material, newest_first, reported
from servanda.publish.brief.parts import Block, Note, Row, Section, Table
from servanda.publish.dates import in_words
from servanda.query.entries import EntryView

_MOST = 8
_KINDS = ("instrument", "commitment", "activity")


def fields(material: Material) -> Section:
    """The fields of cooperation that most entries name, with the last one that does."""
    named: dict[str, list[EntryView]] = defaultdict(list)
    for view in material.found.entries:
        for field in getattr(view.fact, "fields", ()):
            named[field].append(view)
    ordered = sorted(named.items(), key=lambda each: (-len(each[1]), each[0]))
    rows = tuple(_row(material, field, views) for field, views in ordered[: material.most(_MOST)])
    columns = (
        "field",
        *(f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s" for kind in _KINDS),
        "last told",
    )
    blocks: list[Block] = [Table(columns, rows, (5, 3, 3, 3, 5))] if rows else []
    if len(ordered) > material.most(_MOST):
        blocks.append(Note(f"{len(ordered) - material.most(_MOST)} more fields are named less often."))
    return Section("Fields of cooperation", tuple(blocks))


def _row(material: Material, field: str, views: list[EntryView]) -> Row:
    counted = Counter(view.kind for view in views)
    last = newest_first(views)[0]
    when = last.date or reported(last)
    facts = [each.fact for each in last.facts if field in getattr(each.fact, "fields", ())]
    return Row(
        (
            field.replace("-", " "),
            *(str(counted[kind]) for kind in _KINDS),
            in_words(when) if when else "no date",
        ),
        material.cite.cite(facts[:1]),
    )
