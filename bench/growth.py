"""Whether linking slows down as a ledger grows, what one more document costs, and whether it finds the truth.

    python bench/growth.py [SMALL LARGE]

Documents and facts are generated with known truth (bench/corpus.py), so the figures are of linking alone.
The measure is the ratio of the time per document, LARGE (10,000) against SMALL (1,000): at most 2.5. Writes
bench/results/growth.json and growth.md.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
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


def main() -> None:
    """Measure both ways of growth, print and record."""
    small, large = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (1_000, 10_000)
    found: dict[str, Any] = {}
    for growth in ("wide", "dense"):
        sizes = (small, large) if growth == "wide" else (small, small * 2)
        found[growth] = {str(size): measure(size, growth) for size in sizes}
        first, second = (found[growth][str(size)]["link_ms_per_document"] for size in sizes)
        found[growth]["ratio"] = round(second / first, 2)
    report = environment(Settings().model) | {"growth": found, "limit": LIMIT}
    write_results("growth", report, markdown(found))


def measure(size: int, growth: Growth) -> dict[str, Any]:
    """Times of a ledger of `size` documents, and how much of the truth was found."""
    print(f"{growth}, {size} documents", flush=True)
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "b.db", create=True) as ledger:
        made = list(generate(size + 1, SEED, growth))
        fill(ledger, made[:-1])
        link = timed(lambda: sum(ledger.link()))
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
    """Adds the documents with their facts."""
    run = ledger.begin_read("generated/1")
    for each in made:
        run.add(each.document, each.data, each.facts)
    run.finish()


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
