"""A program for test_interruption: reads numbered documents into a ledger, and resumes where it was killed.

python slow_reader.py LEDGER FIRST LAST
"""

import hashlib
import sys

from servanda.ledger import Ledger
from servanda.model.document import Document
from servanda.model.facts import Engagement

FACTS = 5


def numbered(number):
    """Document `number`, with its bytes and its facts."""
    text = " ".join(f"Delegation {number} met its hosts on day {day}." for day in range(FACTS))
    data = text.encode()
    document = Document(
        name=f"release-{number}",
        origin=f"inbox/release-{number}.txt",
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
    )
    facts = []
    for day in range(FACTS):
        quote = f"Delegation {number} met its hosts on day {day}."
        start = text.index(quote)
        facts.append(
            Engagement(
                document=document.name,
                source=document.id,
                evidence=(document.span(start, start + len(quote)),),
                type="meeting",
                status="held",
                parties=("FR", "VN"),
                participants=(f"Delegate {number}",),
            )
        )
    return document, data, facts


def main(path, first, last):
    with Ledger.open(path, create=True) as ledger:
        run = ledger.begin_read("rules 1")
        for number in range(int(first), int(last)):
            document, data, facts = numbered(number)
            if not run.knows(document.id):
                run.add(document, data, facts)
                print(number, flush=True)  # noqa: T201
        run.finish()


if __name__ == "__main__":
    main(*sys.argv[1:])
