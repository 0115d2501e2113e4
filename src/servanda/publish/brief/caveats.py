"""Where sources differ, and what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.follow.series import Implied, implied
from servanda.model import edtf
from servanda.publish.brief.material import Material, frame, names, statement, strong, words
from servanda.publish.brief.parts import Block, Note, Piece, Section, Statement
from servanda.publish.dates import in_words
from servanda.publish.plain import plain
from servanda.resolve.conflicts import Conflict
from servanda.resolve.labels import ordinal_words

_MOST_CONFLICTS, _MOST_NAMED, _MOST_IMPLIED = 6, 4, 3
_UNSURE = 0.5
"""Confidence below which a trained coder would rather not have coded the fact so."""


def caveats(material: Material) -> Section:
    """Conflicts of independent sources, then what weakens the statements of this briefing."""
    ids = {view.id for view in material.found.entries}
    entries = [entry for entry in material.book.entries if entry.id in ids]
    found = [conflict for entry in entries for conflict in material.book.conflicts_of(entry)]
    blocks: list[Block] = [
        _conflict(material, conflict) for conflict in found[: material.most(_MOST_CONFLICTS)]
    ]
    if len(found) > material.most(_MOST_CONFLICTS):
        blocks.append(
            Note(f"Sources differ on {len(found) - material.most(_MOST_CONFLICTS)} more properties.")
        )
    pair = {material.ours, material.theirs}
    gaps = [gap for gap in implied(material.book.entries) if set(gap.parties) == pair]
    blocks += [_gap(material, gap) for gap in gaps[: material.most(_MOST_IMPLIED)]]
    return Section("Conflicts and caveats", (*blocks, *map(Note, _limits(material))))


def _conflict(material: Material, conflict: Conflict) -> Statement:
    """The values side by side, each with the quotation of the first who tells it."""
    name = f"{conflict.label[:1].upper()}{conflict.label[1:]}"
    pieces = [strong(f"{name}: sources differ on the {conflict.property.partition('.')[2]}"), frame(": ")]
    for number, hypothesis in enumerate(conflict.hypotheses):
        told = f"{hypothesis.sources} source{'' if hypothesis.sources == 1 else 's'}"
        pieces.append(frame(f"{' or ' if number else ''}{_value(hypothesis.value)} ({told})"))
    first = {value.value: value for value in reversed(conflict.values)}
    refs = {material.cite.quote(value.mention.fact, value.span) for value in first.values()}
    return statement(pieces, tuple(sorted(refs)))


def _value(value: str) -> str:
    return in_words(value) if edtf.is_valid(value) else value


def _gap(material: Material, gap: Implied) -> Statement:
    """A numbered meeting implies those before it."""
    first, last = ordinal_words(gap.first)[-1], ordinal_words(gap.last)[-1]
    which = first if gap.first == gap.last else f"{first} to {last}"
    pieces: list[Piece] = [frame(f"Of the {which} meeting of the series "), words(gap.series)]
    pieces.append(
        frame(f" ({names(gap.parties)}) no document that was read tells; a later number implies it.")
    )
    return statement(pieces, material.cite.cite([gap.by.fact]))


def _limits(material: Material) -> Iterator[str]:
    entries = material.found.entries
    views = [view for entry in entries for view in entry.facts]
    yield (
        "“Open”, “overdue”, “lapsed” and “no report” mean that no document that was read tells of it. "
        "No evidence found is not the same as not done."
    )
    single = sum(entry.sources == 1 for entry in entries)
    yield (
        f"{single} of {len(entries)} entries rest on one source. Copies of one text, and documents of one "
        "publisher, count as one."
    )
    undated = dict.fromkeys(plain(view.title or view.document) for view in views if not view.published)
    if undated:
        yield (
            f"Documents without a known day of publication: {len(undated)}. What they say is counted "
            f"whatever the day: {_listed(undated)}."
        )
    without = sum(
        entry.date is None or edtf.bounds(entry.date) is None for entry in entries if _has_day(entry.kind)
    )
    if without:
        yield f"{without} engagements and instruments have no date, or one without its year."
    unsure = sum(entry.fact.confidence < _UNSURE for entry in entries)
    yield (
        "Everything here was read by a program from the documents that are listed; the quotations "
        "are theirs, and decide." + (f" Of {unsure} entries the reading is unsure." if unsure else "")
    )
    doubtful = _in_doubt(material)
    if doubtful:
        yield f"{doubtful} pairs of these entries may be one and the same."
    if material.book.as_of is not None:
        yield "Documents that were published after the day of this briefing are left out."


def _has_day(kind: str) -> bool:
    return kind in ("engagement", "instrument")


def _in_doubt(material: Material) -> int:
    ids = {view.id for view in material.found.entries}
    by_mention = material.book.by_mention
    links = [li for li in material.book.resolution.in_doubt if li.a in by_mention and li.b in by_mention]
    pairs = {frozenset((by_mention[li.a].id, by_mention[li.b].id)) for li in links}
    return sum(len(pair) == 2 and pair <= ids for pair in pairs)


def _listed(titles: Iterable[str]) -> str:
    shown = list(titles)
    more = f" and {len(shown) - _MOST_NAMED} more" if len(shown) > _MOST_NAMED else ""
    return "; ".join(f"“{title}”" for title in shown[:_MOST_NAMED]) + more
