"""`servanda screen`: which documents of a corpus can hold facts at all, before any of them is parsed."""

from __future__ import annotations

from typing import Annotated

import typer

from servanda.cli.options import JsonOption, MetadataOption, examples
from servanda.cli.output import Output
from servanda.cli.progress import Skips, progress
from servanda.cli.read import Paths, load_paths
from servanda.sources.items import Skipped

ListOption = Annotated[
    bool, typer.Option("--list", help="Print where each document stands that can hold facts, a line each.")
]


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(screen)


def screen(
    paths: Paths, metadata: MetadataOption = None, listed: ListOption = False, as_json: JsonOption = False
) -> None:
    """Tell what of a corpus would be parsed: the documents that can hold facts of cooperation, and their
    sentences.

    A document that names fewer than two parties, its publisher's state among them, holds no fact, nor one
    that names another only in passing. Metadata with the publisher makes the screen finer.
    """
    import msgspec

    from servanda.intake import screening

    out = Output()
    skips, survey = Skips(out), screening.Survey()
    with progress(out) as report:
        for one in screening.screen(load_paths(paths, metadata), survey):
            if isinstance(one, Skipped):
                skips.note(one)
            elif listed and one.may_hold_facts:
                out.line(one.origin)
            report(f"{survey.documents} documents, {survey.relevant} can hold facts: {one.origin}")
    rate = round(survey.characters / survey.seconds) if survey.seconds else 0
    if as_json:
        out.json({**msgspec.structs.asdict(survey), "characters_a_second": rate})
    elif not listed:
        out.line(f"Documents: {survey.documents}; {survey.relevant} can hold facts and would be parsed.")
        out.line(
            f"Sentences: {survey.sentences}; {survey.relevant_sentences} stand in these documents, "
            f"{survey.naming_sentences} of them name a party."
        )
        out.line(f"Bytes: {survey.bytes}. The screen itself: {rate} characters a second.")
    skips.exit()


_EPILOG = examples(
    "servanda screen crawl.warc.gz",
    "servanda screen archive/ --metadata archive.csv --json",
    "servanda screen archive/ --list > relevant.txt",
)
