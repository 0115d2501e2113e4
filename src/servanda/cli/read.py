"""`servanda read`, `servanda extract`: documents into the ledger, or their facts to standard output."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from servanda.cli.linked import link
from servanda.cli.options import JsonOption, LedgerOption, MetadataOption, examples, settings
from servanda.cli.output import Output
from servanda.cli.progress import Skips, progress
from servanda.sources.items import RawItem, Skipped

if TYPE_CHECKING:
    from servanda.extract.pipeline import Extractor
    from servanda.ledger.reading import ReadRun
    from servanda.model.document import Document

Loaded = Iterable["tuple[RawItem, Document] | Skipped"]
Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help='Files, folders, tables, archives, web addresses; "-" is standard input.'
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(epilog=_READ_EPILOG)(read)
    app.command(epilog=_EXTRACT_EPILOG)(extract)


def read(
    paths: Paths,
    ledger: LedgerOption = None,
    metadata: MetadataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read documents into the ledger, which is made when there is none, and link what they tell with what
    others told before.

    A document that was read before adds nothing; a corrected one adds a version. A run that was stopped
    keeps what it has read and linked: run the same command again to finish.
    """
    from servanda.ledger.address import shown

    out = Output()
    skips = Skips(out)
    address = ledger or settings().ledger
    run, links = read_documents(paths, metadata, address, out, skips)
    counts = {str(added): number for added, number in run.added.items() if number}
    place = shown(address)
    if as_json:
        told = {"documents": counts, "facts": run.facts, "links": links, "skipped": skips.count}
        out.json({"ledger": place, **told})
    else:
        documents = ", ".join(f"{number} {added}" for added, number in counts.items()) or "none"
        out.line(f"Documents: {documents}. Facts added: {run.facts}. Links found: {links}. Ledger: {place}")
    skips.exit()


def extract(paths: Paths, metadata: MetadataOption = None) -> None:
    """Print the facts of documents as JSON Lines, in their order, without a ledger.

    Each line is a fact or a person with its document, evidence (start, end, text), confidence and modality.
    """
    from servanda.extract.pipeline import Extractor
    from servanda.publish.lines import fact_line

    out, here = Output(), settings()
    skips = Skips(out)
    documents = (loaded[1] for loaded in _without_skipped(_load(paths, metadata), skips.note))
    with progress(out) as report:
        for number, (document, facts) in enumerate(Extractor(here.model).extract_many(documents), 1):
            report(f"{number} documents: {document.name}")
            for fact in facts:
                out.json(fact_line(fact))
    skips.exit()


class Done(NamedTuple):
    """What became of the documents, and how many links were found."""

    run: ReadRun
    links: int


def read_documents(paths: list[str], metadata: Path | None, address: str, out: Output, skips: Skips) -> Done:
    """Read what the paths hold into the ledger at `address` and link it; tells what became of it."""
    from servanda.extract.pipeline import Extractor
    from servanda.ledger import Ledger

    loaded = _load(paths, metadata)
    extractor = Extractor(settings().model)
    with Ledger.open(address, create=True) as book:
        run = book.begin_read(extractor.label)
        try:
            with progress(out) as report:
                for origin in read_into(run, loaded, extractor, skips.note):
                    so_far = f"{run.added.total()} documents, {run.facts} facts, {skips.count} skipped"
                    report(f"{so_far}: {origin}")
            run.finish()
            return Done(run, link(book, out))
        except KeyboardInterrupt:
            out.note("stopped: what was read is kept; run the same command again to finish")
            raise


def read_into(
    run: ReadRun, loaded: Loaded, extractor: Extractor, skip: Callable[[Skipped], None]
) -> Iterator[str]:
    """Add what is loaded to the ledger, a transaction a document, and yield the origin of each.

    Documents that this extractor has read before are passed over; what is skipped is recorded and given
    to `skip`.
    """
    waiting: deque[RawItem] = deque()

    def left_out(skipped: Skipped) -> None:
        run.skip(skipped.origin, skipped.reason, skipped.mend)
        skip(skipped)

    def unread() -> Iterator[Document]:
        for item, document in _without_skipped(loaded, left_out):
            if not run.knows(document.id):
                waiting.append(item)
                yield document

    for document, facts in extractor.extract_many(unread()):
        item = waiting.popleft()
        run.add(document, item.data, facts)
        yield item.origin


def _load(paths: list[str], metadata: Path | None) -> Loaded:
    from servanda.sources.metadata import load_metadata
    from servanda.sources.web.fetch import Fetcher
    from servanda.text.load import documents

    here = settings()
    table = load_metadata(metadata) if metadata else None
    fetcher = Fetcher(here.web, here.limits)
    return documents(paths, metadata=table, limits=here.limits, fetcher=fetcher)


def _without_skipped(loaded: Loaded, skip: Callable[[Skipped], None]) -> Iterator[tuple[RawItem, Document]]:
    for one in loaded:
        if isinstance(one, Skipped):
            skip(one)
        else:
            yield one


_READ_EPILOG = examples(
    "servanda read communique.html report.pdf",
    "servanda read communiques/ --metadata communiques.csv --ledger france.db",
    "servanda read https://example.org/readout.html",
)
_EXTRACT_EPILOG = examples(
    "servanda extract communiques/ > facts.jsonl",
    "servanda extract release.txt | jq 'select(.kind == \"commitment\") | .content'",
)
