"""How fast the ledger takes documents in, whether it slows down as it grows, and how fast it answers.

    python bench/ledger.py [DOCUMENTS [FACTS]]

Documents are generated (about 2,500 characters each), so the figures are of the ledger alone.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from servanda.ledger import Ledger
from servanda.model.document import Document
from servanda.model.facts import AnyFact, Commitment, Engagement
from servanda.query.documents import documents
from servanda.query.explain import explain
from servanda.query.facts import facts
from servanda.query.filters import Filters
from servanda.query.people import people
from servanda.query.relationship import relationship, relationships
from servanda.query.search import search

PARTIES = ("FR", "VN", "IN", "LK", "JP", "AU", "ID", "EU", "ASEAN", "TH")
STEPS = 4


def generated(number: int, size: int) -> tuple[Document, bytes, list[AnyFact]]:
    """Document `number` with its bytes and `size` facts."""
    sentences = [
        f"On day {i} of round {number} Envoy Nº{number % 97} Đặng {i} offered to send {number + i} doctors. "
        f"The hosts thanked them and spoke at length of roads, ports, seeds and schools. "
        + "More was said. "
        * 6
        for i in range(size)
    ]
    text = "\n".join(sentences)
    data = text.encode()
    document = Document(
        name=f"release-{number}",
        origin=f"inbox/release-{number}.txt",
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        published=f"20{number % 20:02}-{number % 12 + 1:02}-10",
    )
    made: list[AnyFact] = []
    for i, sentence in enumerate(sentences):
        start = text.index(sentence)
        evidence = (document.span(start, start + 60),)
        one, other = PARTIES[(number + i) % 10], PARTIES[(number + 3 * i + 1) % 10]
        if i % 2:
            made.append(
                Commitment(
                    document=document.name,
                    source=document.id,
                    evidence=evidence,
                    act="offer",
                    content="send doctors",
                    speaker=(one,),
                    addressee=(other,),
                    fields=("health",),
                )
            )
        else:
            made.append(
                Engagement(
                    document=document.name,
                    source=document.id,
                    evidence=evidence,
                    type="meeting",
                    status="held",
                    parties=(one, other),
                    participants=(f"Đặng {i}",),
                    date=document.published,
                )
            )
    return document, data, made


def timed(name: str, action: Callable[[], object]) -> None:
    """Prints the best of three times of `action`, in milliseconds."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    print(f"{name:<28}{min(times) * 1000:9.1f} ms")


def main(number: int = 2000, size: int = 10) -> None:
    """Fills a ledger and asks it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        start = time.perf_counter()
        Ledger.open(path, create=True).close()
        print(f"create, migrations included {(time.perf_counter() - start) * 1000:9.1f} ms")
        with Ledger.open(path) as ledger:
            run = ledger.begin_read("bench 1")
            for step in range(STEPS):
                batch = [
                    generated(n, size) for n in range(step * number // STEPS, (step + 1) * number // STEPS)
                ]
                start = time.perf_counter()
                for document, data, made in batch:
                    run.add(document, data, made)
                rate = len(batch) / (time.perf_counter() - start)
                print(f"add, quarter {step + 1} of {number} documents {rate:7.0f} documents/s")
            run.finish()
            last = batch[-1][0].id
            some_fact = batch[-1][2][0].id
        print(f"file {path.stat().st_size / 1e6:.1f} MB for {number} documents, {number * size} facts")
        timed("open", lambda: Ledger.open(path).close())
        with Ledger.open(path) as ledger:
            timed("knows", lambda: ledger.knows(last, "bench 1"))
            timed(
                "facts, one person", lambda: facts(ledger, Filters(person="dang 4", until="2001"), limit=50)
            )
            timed("facts, all", lambda: facts(ledger))
            timed("relationships", lambda: relationships(ledger))
            timed("relationship", lambda: relationship(ledger, "FR", "VN"))
            timed("people", lambda: people(ledger))
            timed("documents", lambda: documents(ledger))
            timed("search", lambda: search(ledger, "hosts thanked 1234"))
            timed("explain", lambda: explain(ledger, some_fact[:14]))
            timed("check", ledger.check)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
