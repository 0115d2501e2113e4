"""`servanda evaluate`: how much of what people coded is found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.options import JsonOption, MetadataOption, examples, settings
from servanda.cli.output import Column, Output
from servanda.cli.progress import Skips, progress
from servanda.sources.items import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from servanda.evaluate.coded import Coded
    from servanda.evaluate.score import Rate, Scores
    from servanda.model.document import Document

_MEASURES = ("found", "typed", "full")


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(evaluate)


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of coded documents (*.json).")],
    texts: Annotated[Path, typer.Option(metavar="DIR", help="Folder of their texts, by the same names.")],
    metadata: MetadataOption = None,
    errors: Annotated[bool, typer.Option("--errors", help="Also print each fact that differs.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Score what is found in texts against what people coded in them.

    found: a coded fact of the kind shares its evidence. typed: its type, act, action and status are right.
    full: parties, dates and numbers too. P is precision, R recall, F1 their mean.
    """
    from servanda.evaluate.coded import load_coded

    out = Output()
    skips = Skips(out)
    coded = load_coded(gold)
    scores = _score(coded, texts, metadata, out, skips)
    if as_json:
        differences = {"differences": scores.differences} if errors else {}
        out.json(scores.to_dict() | differences)
    else:
        _print(scores, out, errors)
    skips.exit()


def _score(coded: list[Coded], folder: Path, metadata: Path | None, out: Output, skips: Skips) -> Scores:
    from servanda.evaluate.run import evaluate as evaluate_documents
    from servanda.evaluate.run import texts_of
    from servanda.extract.pipeline import Extractor
    from servanda.sources.metadata import load_metadata
    from servanda.text.load import documents

    here = settings()
    files, missing = texts_of(coded, folder)
    for name in missing:
        skips.note(Skipped(name, f"has no text in {folder}", "add it, or leave its coding out"))
    table = load_metadata(metadata) if metadata else None

    def readable() -> Iterator[Document]:
        for number, loaded in enumerate(documents(files, metadata=table, limits=here.limits), 1):
            if isinstance(loaded, Skipped):
                skips.note(loaded)
            else:
                report(f"{number} of {len(files)} documents")
                yield loaded[1]

    with progress(out) as report:
        return evaluate_documents(coded, readable(), Extractor(here.model))


def _print(scores: Scores, out: Output, errors: bool) -> None:
    out.line(f"{scores.documents} documents")
    columns = [Column("kind"), Column("coded", right=True), Column("read", right=True)]
    columns += [Column(f"{measure} P/R/F1") for measure in _MEASURES]
    rates = scores.kinds | {"person": scores.person}
    out.table(columns, [_row(kind, of_kind) for kind, of_kind in rates.items()])
    out.heading("Of the found pairs, where the coded fact states it")
    shares = [(name, f"{s.share:.3f}", f"{s.agree} of {s.of}") for name, s in scores.properties.items()]
    out.table([Column("property"), Column("share"), Column("agree")], shares)
    if errors:
        out.heading("Facts that differ")
        for difference in scores.differences:
            out.json(difference)


def _row(kind: str, rates: dict[str, Rate]) -> list[object]:
    cells = [(r := rates.get(m)) and f"{r.p:.3f} {r.r:.3f} {r.f1:.3f}" for m in _MEASURES]
    return [kind, rates["found"].gold, rates["found"].predicted, *cells]


_EPILOG = examples(
    "servanda evaluate gold/ --texts corpus/",
    "servanda evaluate gold/ --texts corpus/ --metadata corpus/metadata.jsonl --errors",
    "servanda evaluate gold/ --texts corpus/ --json",
)
