"""`servanda extract`: the facts of documents, without a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from servanda.cli.options import MetadataOption, examples, settings
from servanda.cli.output import Output
from servanda.cli.progress import Skips, progress
from servanda.cli.read import Paths, load_paths
from servanda.sources.items import Skipped

if TYPE_CHECKING:
    from servanda.model.document import Document


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(extract)


def extract(paths: Paths, metadata: MetadataOption = None) -> None:
    """Print the facts of documents as JSON Lines, in their order, without a ledger.

    Each line is a fact or a person with its document, evidence (start, end, text), confidence and modality.
    """
    from servanda.extract.pipeline import Extractor
    from servanda.publish.lines import fact_line

    out, here = Output(), settings()
    skips = Skips(out)

    def documents() -> Iterator[Document]:
        for one in load_paths(paths, metadata):
            if isinstance(one, Skipped):
                skips.note(one)
            else:
                yield one[1]

    with progress(out) as report:
        for number, (document, facts) in enumerate(Extractor(here.model).extract_many(documents()), 1):
            report(f"{number} documents: {document.name}")
            for fact in facts:
                out.json(fact_line(fact))
    skips.exit()


_EPILOG = examples(
    "servanda extract communiques/ > facts.jsonl",
    "servanda extract release.txt | jq 'select(.kind == \"commitment\") | .content'",
)
