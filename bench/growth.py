"""Whether linking slows down as a ledger grows, what one more document costs, and whether it finds the truth.

    python bench/growth.py [SIZE ...] [--growth wide|dense] [--keep FOLDER]

Documents and facts are generated with known truth (bench/corpus.py), so the figures are of linking alone.
The measure is the ratio of the time per document, the largest size against the smallest: at most 2.5.
Without sizes 1,000 and 10,000 wide, 1,000 and 2,000 dense. Writes bench/results/growth.json and growth.md.

With --keep the ledgers stay in FOLDER, one for each size, and a run that was stopped goes on with them: what
is filled and linked is not done again, and its time is the sum over all runs. Such a run, and one of other
sizes, prints its figures and records none, since it is no run that others can repeat with the command alone.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from corpus import Generated, Growth, generate
from record import environment, write_results
from servanda.ledger import Ledger
from servanda.query.book import Book
from servanda.resolve.resolution import Resolution
from servanda.settings import Settings

SEED = 7
LIMIT = 2.5
SIZES: dict[Growth, tuple[int, ...]] = {"wide": (1_000, 10_000), "dense": (1_000, 2_000)}


def main() -> None:
    """Measure the ways of growth, print and record."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("sizes", type=int, nargs="*")
    cli.add_argument("--growth", choices=list(SIZES), action="append")
    cli.add_argument("--keep", type=Path, metavar="FOLDER")
    given = cli.parse_args()
    found: dict[str, Any] = {}
    for growth in given.growth or SIZES:
        sizes = sorted(set(given.sizes)) or SIZES[growth]
        found[growth] = {str(size): found_at(size, growth, given.keep) for size in sizes}
        first, last = (found[growth][str(size)]["link_ms_per_document"] for size in (sizes[0], sizes[-1]))
        found[growth]["ratio"] = round(last / first, 2)
    if given.keep or given.sizes or given.growth:
        print(markdown(found))
    else:
        report = environment(Settings().model) | {"growth": found, "limit": LIMIT}
        write_results("growth", report, markdown(found))


@contextmanager
def place(name: str, keep: Path | None) -> Iterator[Path]:
    """A folder for one ledger, which stays where it is kept."""
    if keep is None:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)
    else:
        (keep / name).mkdir(parents=True, exist_ok=True)
        yield keep / name


def found_at(size: int, growth: Growth, keep: Path | None) -> dict[str, Any]:
    """The figures of a size, as they were kept or measured now."""
    print(f"{growth}, {size} documents", flush=True)
    with place(f"{growth}-{size}", keep) as folder:
        done = folder / "found.json"
        if not done.exists():
            write(done, measure(size, growth, folder))
        found: dict[str, Any] = json.loads(done.read_text())
        return found


def measure(size: int, growth: Growth, folder: Path) -> dict[str, Any]:
    """Times of a ledger of `size` documents, and how much of the truth was found."""
    with Ledger.open(folder / "b.db", create=True) as ledger:
        made = list(generate(size + 1, SEED, growth))
        fill(ledger, made[:-1])
        link = link_all(ledger, folder / "link_s.json")
        fill(ledger, made[-1:])
        one_more = timed(lambda: sum(ledger.link()))
        started = time.perf_counter()
        resolution = ledger.resolution()
        resolve = time.perf_counter() - started
        answers = timed(lambda: len(Book(resolution).answers))
        return {
            "facts": sum(len(each.facts) for each in made),
            "link_s": round(link, 2),
            "link_ms_per_document": round(1000 * link / size, 3),
            "one_more_document_ms": round(1000 * one_more, 1),
            "resolve_s": round(resolve, 2),
            "follow_s": round(answers, 2),
            **truth(resolution, made),
        }


def fill(ledger: Ledger, made: Iterable[Generated]) -> None:
    """Adds the documents that are not there yet, with their facts."""
    run = ledger.begin_read("generated/1")
    for each in made:
        if not run.knows(each.document.id):
            run.add(each.document, each.data, each.facts)
    run.finish()


def link_all(ledger: Ledger, kept: Path) -> float:
    """Links what is not linked; the seconds that it took, with those of runs before that were stopped."""
    before = json.loads(kept.read_text()) if kept.exists() else 0.0
    started = time.perf_counter()
    for _ in ledger.link():
        write(kept, before + time.perf_counter() - started)
    return before + time.perf_counter() - started


def write(file: Path, value: object) -> None:
    """Keeps a value whole, or what was kept before."""
    beside = file.with_suffix(".new")
    beside.write_text(json.dumps(value))
    beside.replace(file)


def timed(work: Any) -> float:
    """Seconds that `work` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def truth(resolution: Resolution, made: list[Generated]) -> dict[str, Any]:
    """Pairwise precision and recall of entries and people, by kind, and of copies."""
    things = {id_: thing for each in made for id_, thing in each.things.items()}
    sets: dict[str, list[list[str]]] = {"people": [[m.id for m in p.mentions] for p in resolution.people]}
    for kind in ("engagement", "instrument"):
        sets[kind] = [[m.id for m in entry.mentions] for entry in resolution.entries if entry.kind == kind]
    found: dict[str, Any] = {kind: pairwise(of, things) for kind, of in sets.items()}
    copied = {frozenset((each.document.id, each.copy_of)) for each in made if each.copy_of}
    grouped = {
        frozenset((a, b)) for group in resolution.copies for a in group for b in islice(group, None)
    } - {frozenset((a,)) for group in resolution.copies for a in group}
    found["copies_recall"] = round(len(copied & grouped) / len(copied), 3) if copied else None
    return found


def pairwise(sets: list[list[str]], things: dict[str, str]) -> dict[str, float]:
    """Precision and recall over all pairs of mentions."""
    both = have = 0
    want_of: Counter[str] = Counter()
    for members in sets:
        counts = Counter(things[id_] for id_ in members)
        want_of += counts
        have += _pairs(len(members))
        both += sum(_pairs(n) for n in counts.values())
    want = sum(_pairs(n) for n in want_of.values())
    return {
        "precision": round(both / have, 3) if have else 1.0,
        "recall": round(both / want, 3) if want else 1.0,
        "pairs": want,
    }


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


def markdown(found: dict[str, Any]) -> str:
    """The figures as tables."""
    lines = [
        "# Growth of linking",
        "",
        "`python bench/growth.py`: generated documents with known truth. Wide: more relationships and years",
        "as the ledger grows. Dense: ever more documents on the same relationships and years, the hard case.",
    ]
    for growth, sizes in found.items():
        lines += ["", f"## {growth}: ratio of the time per document {sizes['ratio']}", ""]
        columns = ["documents", "facts", "linking a document (ms)", "one more document (ms)", "resolve (s)"]
        columns += ["follow (s)", "engagements P/R", "instruments P/R", "people P/R", "copies R"]
        lines += [f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
        for size, row in sizes.items():
            if size == "ratio":
                continue
            cells = [size, row["facts"], row["link_ms_per_document"], row["one_more_document_ms"]]
            cells += [row["resolve_s"], row["follow_s"]]
            cells += [
                f"{row[k]['precision']}/{row[k]['recall']}" for k in ("engagement", "instrument", "people")
            ]
            lines.append(f"| {' | '.join(map(str, [*cells, row['copies_recall']]))} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
