"""`servanda extract`: the facts of documents without a ledger, printed or kept in a folder, by any engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.options import MetadataOption, WorkersOption, examples, settings, with_options
from servanda.cli.output import Output
from servanda.cli.progress import Skips, progress
from servanda.cli.read import Paths
from servanda.errors import UsageError

if TYPE_CHECKING:
    from servanda.cluster.corpus import Corpus
    from servanda.cluster.run import Found


class Engine(StrEnum):
    """Where the facts are read: in processes of this machine, or on a Ray cluster."""

    LOCAL = "local"
    RAY = "ray"


@dataclass(frozen=True)
class Spread:
    """How the work is spread, and where its outcome is kept."""

    engine: Annotated[
        Engine, typer.Option("--engine", help="local: processes of this machine; ray: a Ray cluster.")
    ] = Engine.LOCAL
    address: Annotated[
        str | None,
        typer.Option("--address", metavar="ADDRESS", help="The Ray cluster; default: one on this machine."),
    ] = None
    workers: WorkersOption = 1
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FOLDER", help="Keep documents and facts as a folder of Parquet files."
        ),
    ] = None


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(with_options(extract))


def extract(paths: Paths, spread: Spread, metadata: MetadataOption = None) -> None:
    """Print the facts of documents as JSON Lines, in their order, without a ledger; or keep them, with --out.

    Each line is a fact or a person with its document, evidence (start, end, text), confidence and modality.

    With --out, documents, texts and facts of a corpus go into a folder of Parquet files, which `servanda
    read` loads into a ledger. A run that was stopped keeps the shards that it finished: run the same command
    again to go on. What cannot be read is set aside with its reason in _skipped.jsonl there.
    """
    from servanda.cluster.corpus import Corpus
    from servanda.sources.metadata import load_metadata

    out, here = Output(), settings()
    skips = Skips(out)
    table = load_metadata(metadata) if metadata else None
    corpus = Corpus(paths=tuple(paths), metadata=table, limits=here.limits, web=here.web)
    if spread.out is None and spread.engine is Engine.LOCAL:
        _print(corpus, spread.workers, out, skips)
    elif spread.out is None:
        raise UsageError("--engine ray", "needs a place for the facts", "name a folder with --out")
    elif "-" in paths:
        raise UsageError("-", "cannot be read twice, as --out may have to", "save it as a file")
    else:
        _keep(corpus, spread, spread.out, out, skips)
    skips.exit()


def _print(corpus: Corpus, workers: int, out: Output, skips: Skips) -> None:
    from servanda.cluster.crew import Crew
    from servanda.cluster.run import run_here
    from servanda.publish.lines import fact_line

    number = 0
    with Crew(settings().model, corpus.limits, workers) as crew, progress(out) as report:
        for shard, outcomes in run_here(crew, corpus, frozenset()):
            for skipped in shard.skipped:
                skips.note(skipped)
            for outcome in outcomes:
                if outcome.skipped is not None:
                    skips.note(outcome.skipped)
                for fact in outcome.facts:
                    out.json(fact_line(fact))
                number += 1
            report(f"{number} documents")


def _keep(corpus: Corpus, spread: Spread, place: Path, out: Output, skips: Skips) -> None:
    from servanda.cluster.dataset import Folder
    from servanda.cluster.run import keep
    from servanda.extract.pipeline import label_of

    model = settings().model
    folder = Folder(place, label_of(model))
    with progress(out) as report, _found(corpus, spread, model, folder.finished) as found:
        report("starting")
        for done in keep(found, folder):
            report(f"shard {done.number}, {folder.documents} documents, {folder.facts} facts in all")
    for skipped in folder.skipped:
        skips.note(skipped)
    out.line(f"Documents: {folder.documents}. Facts: {folder.facts}. Kept in {place}")


@contextmanager
def _found(corpus: Corpus, spread: Spread, model: str, finished: frozenset[str]) -> Iterator[Found]:
    """What comes of the shards that are not finished, by the engine that was named."""
    if spread.engine is Engine.LOCAL:
        from servanda.cluster.crew import Crew
        from servanda.cluster.run import run_here

        with Crew(model, corpus.limits, spread.workers) as crew:
            yield run_here(crew, corpus, finished)
    else:
        from servanda.cluster.on_ray import connected, run_on_ray

        with connected(spread.address, spread.workers):
            yield run_on_ray(corpus, model, spread.workers, finished)


_EPILOG = examples(
    "servanda extract communiques/ > facts.jsonl",
    "servanda extract release.txt | jq 'select(.kind == \"commitment\") | .content'",
    "servanda extract crawl/*.warc.gz --workers 4 --out facts.parquet",
    "servanda extract s3://archive/news/ --engine ray --address auto --workers 64 --out facts.parquet",
)
