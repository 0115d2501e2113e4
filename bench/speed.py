"""Documents a second of Servanda's extraction beside the same model's stock pipeline.

    python bench/speed.py FOLDER

Both run in this process on the same texts, slice by slice in turn, so that a busy machine slows both.
Writes bench/results/speed.json and speed.md. The peak of memory is that of the process: both together.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy

from record import environment, write_results
from servanda.extract.pipeline import Extractor
from servanda.model.document import Document
from servanda.settings import Settings
from servanda.sources.items import Skipped
from servanda.text.load import documents

SLICES = 6
WARM_UP = 5


def main() -> None:
    """Measure, print and record."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path, help="the documents to be read")
    args = cli.parse_args()
    corpus = [loaded[1] for loaded in documents([str(args.folder)]) if not isinstance(loaded, Skipped)]
    if not corpus:
        sys.exit(f"{args.folder}: no documents to read")
    model = Settings().model
    stock, extractor = spacy.load(model), Extractor(model)
    facts = 0

    def run_stock(texts: Iterable[Document]) -> None:
        for _ in stock.pipe(document.text for document in texts):
            pass

    def run_servanda(texts: Iterable[Document]) -> None:
        nonlocal facts
        for _, found in extractor.extract_many(texts):
            facts += len(found)

    seconds = alternate(corpus, {"stock": run_stock, "servanda": run_servanda})
    result = {
        "corpus": args.folder.name,
        "documents": len(corpus),
        "words": sum(len(document.text.split()) for document in corpus),
        "facts": facts,
        "servanda_documents_a_second": round(len(corpus) / seconds["servanda"], 1),
        "stock_documents_a_second": round(len(corpus) / seconds["stock"], 1),
        "ratio": round(seconds["stock"] / seconds["servanda"], 2),
        "peak_memory_mib": peak_memory() >> 20,
    }
    report = environment(model) | result
    write_results("speed", report, markdown(report))


def alternate(
    corpus: list[Document], runs: dict[str, Callable[[Iterable[Document]], None]]
) -> dict[str, float]:
    """Seconds of each run over the whole corpus; the order of runs turns with every slice."""
    for run in runs.values():
        run(corpus[:WARM_UP])
    seconds = dict.fromkeys(runs, 0.0)
    for number in range(SLICES):
        names = list(runs) if number % 2 else list(reversed(runs))
        for name in names:
            began = time.perf_counter()
            runs[name](corpus[number::SLICES])
            seconds[name] += time.perf_counter() - began
    return seconds


def peak_memory() -> int:
    """The most memory that this process held, in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def markdown(report: dict[str, object]) -> str:
    """The report as a page."""
    return (
        "# Speed\n\n"
        "One process, one pipeline after the other on the same texts, slice by slice in turn.\n"
        "The ratio is Servanda's documents a second over the stock pipeline's: above 1 is faster.\n\n"
        + "\n".join(f"- {name.replace('_', ' ')}: {value}" for name, value in report.items())
        + "\n"
    )


if __name__ == "__main__":
    main()
