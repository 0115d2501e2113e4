"""What the book of two parties saves: a briefing made of it and of the whole book, which are the same.

    python bench/two.py [LEDGER]   a linked ledger; without one, 20,000 documents are generated (10 minutes)

The relationships are those with the most entries. Seconds of processor, so that other work on the machine
does not count. Writes bench/results/two.json and two.md.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from desk import generated
from record import environment, write_results
from servanda.ledger import Ledger
from servanda.publish.brief.content import briefing
from servanda.publish.brief.parts import Brief
from servanda.query.book import open_book
from servanda.query.facts import count
from servanda.query.relationship import relationships
from servanda.settings import Settings

TODAY, RELATIONSHIPS = date(2024, 6, 1), 2


def main() -> None:
    """Measures and writes the results."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else generated(Path(folder) / "ledger.db")
        with Ledger.open(path) as ledger:
            pairs = [each.parties for each in relationships(ledger)[:RELATIONSHIPS]]
            rows = [measured(ledger, pair) for pair in pairs]
            report = environment(Settings().model) | {"facts": count(ledger), "relationships": rows}
    lines = [
        f"| {row['parties']} | {row['statements']} | {row['two']} | {row['whole']} | {row['ratio']} |"
        for row in rows
    ]
    head = (
        "# A briefing from the book of two parties\n\n"
        f"`python bench/two.py`: seconds of processor in a ledger of {report['facts']:,} facts. "
        "Both briefings are the same.\n\n"
        "| between | statements | book of two | whole book | ratio |\n| --- | --- | --- | --- | --- |\n"
    )
    write_results("two", report, head + "\n".join(lines) + "\n")


def measured(ledger: Ledger, pair: tuple[str, str]) -> dict[str, object]:
    """One relationship both ways."""
    two, brief = timed(ledger, pair, pair)
    whole, other = timed(ledger, pair, None)
    if brief != other:
        raise SystemExit(f"the briefing on {pair} differs")
    return {
        "parties": " – ".join(pair),
        "statements": len(brief.statements),
        "two": round(two, 1),
        "whole": round(whole, 1),
        "ratio": round(whole / two, 1),
    }


def timed(ledger: Ledger, pair: tuple[str, str], of: tuple[str, str] | None) -> tuple[float, Brief]:
    """Seconds of processor for the book and the briefing."""
    begun = time.process_time()
    brief = briefing(ledger, open_book(ledger, None, of), TODAY, pair)
    return time.process_time() - begun, brief


if __name__ == "__main__":
    main()
