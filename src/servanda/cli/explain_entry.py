"""The second part of `servanda explain`: the entry to which a fact belongs, and why it stands as it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from servanda.cli.entries import entry_line
from servanda.cli.output import Column, Output
from servanda.cli.tables import short_id, source
from servanda.query.wording import what
from servanda.resolve.labels import label

if TYPE_CHECKING:
    from servanda.query.entries import EntryView
    from servanda.resolve.conflicts import Conflict
    from servanda.resolve.entry import Entry, Link
    from servanda.resolve.relations import Tie

_SHOWN_LINKS = 12


class Story:
    """All that is known of an entry: how it is shown, what holds it together, how it stands to others."""

    def __init__(self, view: EntryView, entry: Entry, ties: list[Tie], conflicts: list[Conflict]) -> None:
        self.view, self.entry, self.ties, self.conflicts = view, entry, ties, conflicts


def print_story(out: Output, story: Story) -> None:
    """Status, reports, links, what became of it, relations and conflicts, as far as there are any."""
    view = story.view
    out.heading(f"Entry {view.id}: {view.label}")
    if view.status is not None:
        score = "" if view.score is None else f" (compliance {view.score:+d})"
        out.line(f"{view.status.value}{score}: {view.status.reason}")
    _told(out, view)
    _links(out, story.entry)
    _answers(out, view)
    for tie in story.ties:
        out.line(f"{tie.type}: {label(tie.target)} ({short_id(tie.target.id)}), {tie.reason}")
    _conflicts(out, story.conflicts)


def story_line(story: Story) -> dict[str, object]:
    """The same for programs."""
    return entry_line(story.view) | {
        "links": [
            {
                "a": link.a,
                "b": link.b,
                "rule": link.decision.rule,
                "score": link.decision.score,
                "reason": link.decision.reason,
                "by": link.by,
            }
            for link in story.entry.links
        ],
        "ties": [
            {
                "type": t.type,
                "target": t.target.id,
                "label": label(t.target),
                "score": t.score,
                "reason": t.reason,
            }
            for t in story.ties
        ],
    }


def _told(out: Output, view: EntryView) -> None:
    if len(view.facts) < 2:
        return
    sources = f"{view.sources} independent source{'' if view.sources == 1 else 's'}"
    out.heading(f"Told by {len(view.facts)} facts, {sources}")
    columns = [
        Column("id", "dim"),
        Column("what", wide=2),
        Column("quotation", wide=3),
        Column("source", wide=2),
    ]
    rows = [
        (short_id(each.id), what(each.fact), each.fact.evidence[0].text, source(each)) for each in view.facts
    ]
    out.table(columns, rows)


def _links(out: Output, entry: Entry) -> None:
    if not entry.links:
        return
    out.heading("Held together by")
    columns = [Column("facts", "dim"), Column("score", right=True), Column("by"), Column("reason", wide=1)]
    links = sorted(entry.links, key=lambda link: (link.by is None, -link.decision.score, link.a, link.b))
    out.table(columns, [_link(link) for link in links[:_SHOWN_LINKS]])
    if len(links) > _SHOWN_LINKS:
        out.line(f"and {len(links) - _SHOWN_LINKS} more (see --json)", style="dim")


def _link(link: Link) -> tuple[object, ...]:
    decision = link.decision
    return (
        f"{short_id(link.a)} {short_id(link.b)}",
        f"{decision.score:.2f}",
        link.by or decision.rule,
        decision.reason,
    )


def _answers(out: Output, view: EntryView) -> None:
    for answer in view.answers:
        told = answer.answer
        out.heading(f"{told.status} ({told.confidence:.2f}): {told.reason}")
        rows = [
            (mention.source.published, mention.quotation, mention.source.name, short_id(mention.id))
            for mention in (answer.earlier, answer.later, *answer.later_also)
        ]
        columns = [
            Column("published"),
            Column("quotation", wide=1),
            Column("document", "dim"),
            Column("id", "dim"),
        ]
        out.table(columns, rows, header=False)


def _conflicts(out: Output, conflicts: list[Conflict]) -> None:
    for conflict in conflicts:
        out.heading(f"Sources differ: {conflict.property}")
        rows = [(value.value, value.span.text, value.mention.source.name) for value in conflict.values]
        out.table(
            [Column("value"), Column("quotation", wide=1), Column("document", "dim")], rows, header=False
        )
