"""`servanda read`: documents into the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from servanda.cli.linked import link
from servanda.cli.options import JsonOption, LedgerOption, MetadataOption, WorkersOption, examples, settings
from servanda.cli.output import Output
from servanda.cli.progress import Skips, progress
from servanda.sources.items import Skipped

if TYPE_CHECKING:
    from servanda.intake.taking import Engine
    from servanda.ledger import Ledger
    from servanda.text.load import Loaded

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help='Files, folders, tables, archives, web addresses; "-" is standard input.'
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(read)


def read(
    paths: Paths,
    ledger: LedgerOption = None,
    metadata: MetadataOption = None,
    workers: WorkersOption = 1,
    as_json: JsonOption = False,
) -> None:
    """Read documents into the ledger, which is made when there is none, and link what they tell with what
    others told before.

    A document that was read before adds nothing; a corrected one adds a version. A run that was stopped
    keeps what it has read and linked: run the same command again to finish. A folder that `servanda
    extract --out` made is loaded with its facts, which are checked against the texts.
    """
    out = Output()
    skips = Skips(out)
    address = ledger or settings().ledger
    tell(read_documents(Sources(paths, metadata, workers), address, out, skips), address, out, skips, as_json)
    skips.exit()


class Sources(NamedTuple):
    """What is to be read, a table that describes it, and by how many processes."""

    paths: list[str]
    metadata: Path | None = None
    workers: int = 1


class Done(NamedTuple):
    """What became of the documents, how many facts were added and how many links were found."""

    documents: Counter[str]
    facts: int
    links: int


def read_documents(sources: Sources, address: str, out: Output, skips: Skips) -> Done:
    """Read the sources into the ledger at `address` and link them; tells what became of them."""
    from servanda.cluster.crew import Crew
    from servanda.cluster.dataset import is_dataset
    from servanda.intake.kept import Kept
    from servanda.ledger import Ledger

    kept = [path for path in sources.paths if is_dataset(Path(path))]
    others = [path for path in sources.paths if path not in kept]
    loaded = load_paths(others, sources.metadata)
    here = settings()
    added, facts = Counter[str](), 0
    try:
        with Ledger.open(address, create=True) as book:
            for folder in map(Kept, map(Path, kept)):
                run = bring_in(book, folder.load(), folder, out, skips)
                added, facts = added + run.documents, facts + run.facts
            if others or not kept:
                with Crew(here.model, here.limits, sources.workers) as crew:
                    run = bring_in(book, loaded, crew, out, skips)
                added, facts = added + run.documents, facts + run.facts
            return Done(added, facts, link(book, out))
    except KeyboardInterrupt:
        out.note("stopped: what was read is kept; run the same command again to finish")
        raise


def load_paths(paths: list[str], metadata: Path | None) -> Iterable[Loaded]:
    """The documents in the paths, with what a table says of them, by the settings."""
    from servanda.sources.metadata import load_metadata
    from servanda.sources.web.fetch import Fetcher
    from servanda.text.load import documents

    here = settings()
    table = load_metadata(metadata) if metadata else None
    fetcher = Fetcher(here.web, here.limits)
    return documents(paths, metadata=table, limits=here.limits, fetcher=fetcher)


def bring_in(book: Ledger, loaded: Iterable[Loaded], engine: Engine, out: Output, skips: Skips) -> Done:
    """One read: take in what is loaded, without linking it."""
    from servanda.intake.taking import take_in

    run = book.begin_read(engine.label)
    added = Counter[str]()
    with progress(out) as report:
        for step in take_in(run, loaded, engine):
            if isinstance(step, Skipped):
                skips.note(step)
            else:
                added[str(step.added)] += 1
            report(f"{added.total()} documents, {run.facts} facts, {skips.count} skipped: {step.origin}")
    run.finish()
    return Done(added, run.facts, 0)


def tell(done: Done, address: str, out: Output, skips: Skips, as_json: bool) -> None:
    """Print what a read did."""
    from servanda.ledger.address import shown

    place = shown(address)
    if as_json:
        told = {"documents": dict(done.documents), "facts": done.facts, "links": done.links}
        out.json({"ledger": place, **told, "skipped": skips.count})
    else:
        documents = ", ".join(f"{number} {added}" for added, number in done.documents.items()) or "none"
        out.line(
            f"Documents: {documents}. Facts added: {done.facts}. Links found: {done.links}. Ledger: {place}"
        )


_EPILOG = examples(
    "servanda read communique.html report.pdf",
    "servanda read communiques/ --metadata communiques.csv --ledger france.db",
    "servanda read https://example.org/readout.html",
    "servanda read crawl.warc.gz archive.parquet",
)
