"""What was loaded comes into the ledger step by step; a surface sees each."""

from io import BytesIO

import pytest

from servanda.intake.taking import Taken, take_in
from servanda.ledger import Ledger
from servanda.ledger.reading import Added
from servanda.sources.expand import expand
from servanda.sources.items import Skipped
from servanda.sources.limits import Limits
from servanda.text.load import load

TEXT = b"The two ministers met in Lisbon and signed an agreement on rescue at sea."


class Engine:
    """Reads no facts, three documents at a time, and fails on those whose name says so."""

    label = "none/1"

    def extract_many(self, documents):
        batch = []
        for document in documents:
            batch.append(document)
            if len(batch) == 3:
                yield from map(self.read, batch)
                batch = []
        yield from map(self.read, batch)

    def read(self, document):
        poison = Skipped(document.origin, "takes too long")
        return document, poison if "poison" in document.name else []


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "l.db", create=True) as book:
        yield book


def steps(ledger, files):
    run = ledger.begin_read(Engine.label)
    items = (each for name, data in files for each in expand(BytesIO(data), name, name, Limits()))
    yield from take_in(run, load(items), Engine())
    run.finish()


def test_each_upload_is_told_with_what_became_of_it(ledger):
    files = [
        ("a.txt", TEXT),
        ("b.exe", b"MZ"),
        ("poison.txt", TEXT + b" Twice."),
        ("c.txt", TEXT + b" Again."),
    ]
    found = list(steps(ledger, files))
    assert [(s.origin, s.added if isinstance(s, Taken) else s.reason) for s in found] == [
        ("b.exe", "is of the unsupported type .exe"),
        ("a.txt", Added.NEW),
        ("poison.txt", "takes too long"),
        ("c.txt", Added.NEW),
    ]
    again = list(steps(ledger, files))
    assert [s.added for s in again if isinstance(s, Taken)] == [Added.KNOWN, Added.KNOWN]
    assert [s.origin for s in again if isinstance(s, Skipped)] == ["b.exe", "poison.txt"]


def test_a_run_that_is_left_keeps_what_it_took(ledger):
    files = [(f"{n}.txt", TEXT + str(n).encode()) for n in range(5)]
    going = steps(ledger, files)
    first = next(going)
    going.close()
    assert ledger.knows(first.document, Engine.label)
    assert [s.added for s in steps(ledger, files)].count(Added.NEW) == 4
