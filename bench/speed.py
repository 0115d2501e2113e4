"""Documents a second of Servanda's extraction beside the same model's stock pipeline, on the same texts.

    OPENBLAS_NUM_THREADS=1 python bench/speed.py FOLDER...

Documents from which a run without the screen reads a fact of cooperation are relevant. Four sets are timed:
the relevant documents, and mixes of one relevant document in twenty. The others of the mixes are documents
of the same folders that name no party but the publisher's own; those and all others that are not relevant,
also where they speak of other states; and prose that has nothing to do with them, the descriptions of the
Python packages installed here. Both pipelines run in this process, in turn, ROUNDS times; the medians count.
Then the screen alone is timed, and that it loses no fact is checked on every coded document at hand.
Writes bench/results/speed.json and speed.md. The peak of memory is that of the process: both together.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import distributions
from itertools import islice
from pathlib import Path

import spacy

from quality import coded_sets
from record import environment, write_results
from servanda.extract.pipeline import Extractor
from servanda.extract.screen import glance
from servanda.model.document import Document
from servanda.model.facts import AnyFact, Person
from servanda.settings import Settings
from servanda.sources.items import Skipped
from servanda.text.load import documents

ROUNDS = 3
WARM_UP = 10
OTHERS = 19
"""Documents that are not relevant for one that is."""
MOST_OTHERS = 152
LONGEST_PROSE = 2500

Run = Callable[[Iterable[Document]], None]


def main() -> None:
    """Measure, print and record."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folders", type=Path, nargs="+", help="the documents to be read")
    folders = cli.parse_args().folders
    corpus = load(folders)
    if not corpus:
        sys.exit(f"{', '.join(map(str, folders))}: no documents to read")
    model = Settings().model
    stock, extractor, unscreened = spacy.load(model), Extractor(model), Extractor(model, screen=False)
    told = {document.id for document, facts in unscreened.extract_many(corpus) if cooperation(facts)}
    relevant = [document for document in corpus if document.id in told]
    others = [document for document in corpus if document.id not in told]
    domestic = [document for document in others if is_domestic(document)]

    def run_stock(texts: Iterable[Document]) -> None:
        for _ in stock.pipe(document.text for document in texts):
            pass

    def run_servanda(texts: Iterable[Document]) -> None:
        for _ in extractor.extract_many(texts):
            pass

    def run_screen(texts: Iterable[Document]) -> None:
        for document in texts:
            glance(document)

    both: dict[str, Run] = {"stock": run_stock, "servanda": run_servanda}
    sets = {
        "in_domain": relevant,
        "one_in_twenty_domestic": mixed(relevant, domestic),
        "one_in_twenty_any_other": mixed(relevant, others),
        "one_in_twenty_other_prose": mixed(relevant, prose()),
    }
    times = {name: compare(texts, both) for name, texts in sets.items() if texts}
    screen = compare(corpus, {"stock": run_stock, "screen": run_screen}, rounds=1)
    report = environment(model) | {
        "threads_of_numpy": os.environ.get("OPENBLAS_NUM_THREADS", "not set"),
        "rounds": ROUNDS,
        "sets": times,
        "screen_alone": screen,
        "recall_of_the_screen": recall(extractor, unscreened),
        "peak_memory_mib": peak_memory() >> 20,
    }
    write_results("speed", report, markdown(report, times, screen))


def load(folders: Sequence[Path]) -> list[Document]:
    """The documents in the folders, with the metadata found there."""
    loaded = documents([str(folder) for folder in folders])
    return [item[1] for item in loaded if not isinstance(item, Skipped)]


def cooperation(facts: Iterable[AnyFact]) -> list[AnyFact]:
    """The facts that are no people."""
    return [fact for fact in facts if not isinstance(fact, Person)]


def is_domestic(document: Document) -> bool:
    """Whether a document names no party but the state of its publisher."""
    seen = glance(document)
    return all(mention.code == seen.home for mention in seen.parties)


def mixed(relevant: Sequence[Document], others: Sequence[Document]) -> list[Document]:
    """One relevant document, from all over the set, before every OTHERS others."""
    groups = min(len(relevant), min(len(others), MOST_OTHERS) // OTHERS)
    mix: list[Document] = []
    for number in range(groups):
        mix.append(relevant[number * len(relevant) // groups])
        mix += others[number * len(others) // groups :][:OTHERS]
    return mix


def prose() -> list[Document]:
    """The beginnings of the descriptions of the packages installed here."""
    texts = (str(found.metadata.get_payload()) for found in distributions())
    long = sorted({text[:LONGEST_PROSE] for text in texts if len(text) > LONGEST_PROSE})
    return [
        Document(name=f"package-{number}", origin="package", text=text, sha256=str(number))
        for number, text in enumerate(islice(long, MOST_OTHERS))
    ]


def compare(corpus: Sequence[Document], runs: dict[str, Run], rounds: int = ROUNDS) -> dict[str, float]:
    """Documents a second of each run over the corpus, and the second's over the first's.

    The order of the runs turns with every round, so that a busy machine slows both.
    """
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        run(corpus[:WARM_UP])
    for number in range(rounds):
        for name in list(runs) if number % 2 else list(reversed(runs)):
            began = time.perf_counter()
            runs[name](corpus)
            seconds[name].append(time.perf_counter() - began)
    first, second = (statistics.median(seconds[name]) for name in runs)
    rates = {f"{name}_a_second": round(len(corpus) / statistics.median(seconds[name]), 1) for name in runs}
    words = sum(len(document.text.split()) for document in corpus)
    return {"documents": len(corpus), "words": words} | rates | {"ratio": round(first / second, 2)}


def recall(extractor: Extractor, unscreened: Extractor) -> dict[str, object]:
    """Whether the coded documents that are at hand give the same facts with the screen and without."""
    checked, facts, lost = 0, 0, []
    for coded in coded_sets():
        names = {path.stem for path in coded.gold.glob("*.json")}
        texts = [document for document in load([coded.texts]) if document.name in names]
        pairs = zip(extractor.extract_many(texts), unscreened.extract_many(texts), strict=True)
        for (document, found), (_, all_found) in pairs:
            checked, facts = checked + 1, facts + len(cooperation(all_found))
            if cooperation(found) != cooperation(all_found):
                lost.append(document.name)
    return {"coded_documents": checked, "facts": facts, "documents_that_lose_facts": lost}


def peak_memory() -> int:
    """The most memory that this process held, in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def markdown(report: dict[str, object], times: dict[str, dict[str, float]], screen: dict[str, float]) -> str:
    """The report as a page."""
    facts = "\n".join(
        f"- {name.replace('_', ' ')}: {value}"
        for name, value in report.items()
        if name not in {"sets", "screen_alone"}
    )
    rows = "\n".join(
        f"| {name.replace('_', ' ')} | {row['documents']} | {row['words']} | {row['stock_a_second']} "
        f"| {row['servanda_a_second']} | {row['ratio']} |"
        for name, row in times.items()
    )
    return (
        "# Speed\n\n"
        "One process, one pipeline after the other on the same texts, in turn; documents a second by the\n"
        "median. The ratio is Servanda's over the stock pipeline's: above 1 is faster.\n\n"
        "| set | documents | words | stock | Servanda | ratio |\n| --- | --- | --- | --- | --- | --- |\n"
        f"{rows}\n\nThe screen alone: {screen['screen_a_second']} documents a second, "
        f"{screen['ratio']} times the stock pipeline.\n\n{facts}\n"
    )


if __name__ == "__main__":
    main()
