"""The log of reads, and how a person names one of them."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from servanda.errors import UsageError
from servanda.ledger import Ledger
from servanda.model.document import Document
from servanda.query.reads import all_reads, last_started, since

TEXT = "Sweden and Finland signed a protocol in Stockholm."


@pytest.fixture
def ledger(tmp_path):
    """A ledger whose clock goes on by a day each time it is asked, from 1 May 2024 on."""
    days = (datetime(2024, 5, 1, 12, tzinfo=UTC) + timedelta(days=n) for n in range(100))
    with Ledger.open(tmp_path / "ledger.db", create=True, clock=lambda: next(days)) as ledger:
        yield ledger


@pytest.fixture
def read(ledger):
    """Reads a text that stands at one origin, whatever stood there before."""

    def run(text=TEXT, finish=True):
        run = ledger.begin_read("rules 1")
        document = Document(
            name="protocol", origin="protocol", text=text, sha256=sha256(text.encode()).hexdigest()
        )
        run.add(document, text.encode(), [])
        if finish:
            run.finish()

    return run


def test_a_ledger_without_reads_begins_at_the_beginning(ledger):
    assert all_reads(ledger) == []
    assert since(ledger) == 0
    assert last_started(ledger) is None


def test_each_read_has_its_times_counts_and_what_it_left_out(ledger, read):
    run = ledger.begin_read("rules 1")
    run.skip("scan.pdf", "has no text", "run OCR first")
    run.finish()
    read(finish=False)
    first, second = all_reads(ledger)
    assert (first.number, first.started, first.finished) == (
        1,
        "2024-05-01T12:00:00Z",
        "2024-05-02T12:00:00Z",
    )
    assert (first.new, first.known, first.skipped, first.facts) == (0, 0, 1, 0)
    assert [(one.origin, one.reason, one.mend) for one in first.left_out] == [
        ("scan.pdf", "has no text", "run OCR first")
    ]
    assert (second.finished, second.new, second.left_out) == (None, None, ())
    assert last_started(ledger) == second.started


def test_what_the_last_read_brought_is_meant_where_nothing_is_said(ledger, read):
    read()
    read(TEXT + " It enters into force in June.")
    read(TEXT + " It enters into force in June.")  # adds nothing
    assert since(ledger) == 1


def test_a_read_that_was_stopped_half_way_is_not_taken_for_the_last(ledger, read):
    read()
    read("Finland and Sweden held talks in Turku.", finish=False)
    assert since(ledger) == 0


def test_a_read_is_named_by_its_number(ledger, read):
    read()
    assert [since(ledger, given) for given in ("0", "1", " 1 ")] == [0, 1, 1]


def test_a_date_means_the_last_read_that_began_before_it(ledger, read):
    for _ in range(3):
        read()
    started = [one.started[:10] for one in all_reads(ledger)]
    assert since(ledger, started[1]) == 1
    assert since(ledger, "2024-05-02") == 1
    assert since(ledger, "2024-06") == 3
    assert since(ledger, "2024-05") == 0


@pytest.mark.parametrize("given", ["2", "2024", "9" * 400, "-1", "²", "last week", "", "XXXX-05-01"])
def test_what_is_neither_is_refused(ledger, read, given):
    read()
    with pytest.raises(UsageError):
        since(ledger, given)


def test_a_year_alone_is_no_read_and_the_way_out_is_named(ledger):
    with pytest.raises(UsageError, match="a date with its month"):
        since(ledger, "2024")
