"""A running import, a reviewer and readers on one ledger at once: nobody is refused, nothing is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from servanda.ledger import Ledger
from servanda.query.documents import documents
from servanda.query.facts import facts
from servanda.query.search import search

PROGRAM = Path(__file__).with_name("slow_reader.py")
DOCUMENTS, FACTS = 40, 5


@pytest.fixture
def importing(address, ledger):
    """A process that reads into the ledger; gives the name of each document as it is added."""
    command = [sys.executable, str(PROGRAM), address, "0", str(DOCUMENTS)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    yield (line.strip() for line in process.stdout)
    process.stdout.close()
    assert process.wait(60) == 0


def test_a_reviewer_and_readers_go_on_while_documents_are_read(ledger, address, importing):
    judged, seen = [], []
    with Ledger.open(address) as reader:
        for number in importing:
            told = {d.name for d in documents(reader)}
            assert f"release-{number}" in told
            seen.append(len(told))
            found = search(reader, f"delegation {number} day").facts
            assert len(found) >= FACTS
            ledger.reviewing.accept(found[0].id, by="Minh")
            judged.append(ledger.judge("same", found[0].id, found[1].id, by="Lan").number)
    assert seen == sorted(seen)
    assert judged == list(range(1, DOCUMENTS + 1))
    assert len(facts(ledger)) == DOCUMENTS * FACTS
    assert len(ledger.reviewing.all()) == DOCUMENTS
    assert ledger.check() == []
