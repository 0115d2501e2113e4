"""`servanda reviews`: who reviewed what, how well reviewers agree, and what they reviewed as a coded set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.options import JsonOption, LedgerOption, examples, one_of, open_ledger
from servanda.cli.output import Column, Output
from servanda.cli.progress import Skips
from servanda.cli.tables import short_id
from servanda.resolve.judgement import Verdict
from servanda.sources.items import Skipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from servanda.ledger import Ledger
    from servanda.query.agreement import Agreement
    from servanda.query.reviews import ReviewView


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(reviews)


def reviews(
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Only those of this person.")] = None,
    verdict: Annotated[
        Verdict | None, typer.Option(metavar="VERDICT", help=f"Only this verdict: {one_of(Verdict)}.")
    ] = None,
    export_gold: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write the documents that are done as a coded set.")
    ] = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """List what persons held of facts, and how well each two of them agree (Cohen's kappa) on the facts that
    both have reviewed.

    --export-gold writes each document all of whose facts have been reviewed as coders write it, with its
    text: what was accepted, corrected and added, without what was rejected. `servanda evaluate` measures
    against it.
    """
    out = Output()
    with open_ledger(ledger) as opened:
        if export_gold is not None:
            _export(opened, export_gold, out, as_json)
            return
        from servanda.query.agreement import agreements
        from servanda.query.reviews import with_facts

        made = opened.reviewing.all()
        agreed = agreements(made)
        listed = [
            view
            for view in with_facts(opened, made)
            if by in (None, view.review.by) and verdict in (None, view.review.verdict)
        ]
    if as_json:
        out.json({"reviews": listed, "agreement": agreed})
        return
    _print(listed, agreed, out)


def _print(listed: Sequence[ReviewView], agreed: Sequence[Agreement], out: Output) -> None:
    from servanda.query.wording import what

    columns = [
        Column("number", right=True),
        Column("made"),
        Column("by"),
        Column("verdict"),
        Column("stands"),
        Column("fact"),
        Column("what", wide=1),
        Column("changed", wide=1),
    ]
    rows = [
        (
            view.review.number,
            view.review.made[:16],
            view.review.by,
            f"undo {view.review.undoes}" if view.review.undoes else view.review.verdict,
            "" if view.review.undoes else "yes" if view.stands else "no",
            short_id(view.review.fact),
            what(view.fact.fact) if view.fact else "erased with its document",
            ", ".join(change.property for change in view.changes),
        )
        for view in listed
    ]
    out.table(columns, rows)
    if agreed:
        out.heading("Agreement on the facts that both have reviewed")
        columns = [Column("reviewers"), Column("facts", right=True), Column("same verdict", right=True)]
        columns.append(Column("kappa", right=True))
        out.table(columns, [_agreement(each) for each in agreed])


def _agreement(each: Agreement) -> tuple[str, int, str, str]:
    kappa = "not defined" if each.kappa is None else f"{each.kappa:.3f}"
    return f"{each.one}, {each.other}", each.facts, f"{each.observed:.0%}", kappa


def _export(ledger: Ledger, folder: Path, out: Output, as_json: bool) -> None:
    from servanda.publish.coded import write_coded
    from servanda.query.reviewed import reviewed_documents

    skips = Skips(out)
    finished, unfinished = reviewed_documents(ledger)
    written = write_coded(finished, folder)
    for name in written.not_written:
        skips.note(
            Skipped(name, "can be no file beside the others", "rename the document, then read it again")
        )
    if as_json:
        out.json({"written": written, "waiting": unfinished})
    else:
        held = f"{written.documents} documents with {written.facts} facts and {written.people} people"
        out.line(f"{held} in {folder}")
        for each in unfinished:
            out.note(f"{each.name}: {each.waiting} of {each.facts} facts have not been reviewed; left out")
    skips.exit()


_EPILOG = examples(
    "servanda reviews",
    "servanda reviews --by Lan --verdict corrected",
    "servanda reviews --export-gold reviewed/",
    "servanda evaluate reviewed/ --texts reviewed/texts --metadata reviewed/metadata.jsonl",
)
