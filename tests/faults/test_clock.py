"""A clock that goes back: what is current, what is new and what is chained goes by numbers, not by times."""

from datetime import UTC, datetime, timedelta

import pytest

from servanda.ledger import Ledger
from servanda.query.documents import documents
from servanda.query.reads import all_reads, since


@pytest.fixture
def backwards(place):
    """A ledger whose clock is an hour earlier each time it is asked."""
    times = (datetime(2024, 5, 1, tzinfo=UTC) - timedelta(hours=n) for n in range(10_000))
    with Ledger.open(place(), create=True, clock=lambda: next(times)) as ledger:
        yield ledger


def test_the_version_that_was_read_last_is_current(backwards, story):
    for sentence in ("The ministers met.", "The ministers did not meet."):
        run = backwards.begin_read("rules 1")
        run.add(*story("report", "2024").tell(sentence).made())
        run.finish()
    (document,) = documents(backwards)
    assert document.versions == 2
    assert backwards.document(document.id).text == "The ministers did not meet."
    assert backwards.check() == []


def test_reads_and_judgements_keep_their_order(backwards, twelve):
    for made in twelve[:3]:
        run = backwards.begin_read("rules 1")
        run.add(*made)
        run.finish()
    reads = all_reads(backwards)
    assert [read.number for read in reads] == [1, 2, 3]
    assert [read.started for read in reads] == sorted((read.started for read in reads), reverse=True)
    assert since(backwards) == 2
    list(backwards.link())
    a, b = twelve[1][2][0].id, twelve[2][2][0].id
    backwards.judge("same", a, b, by="Lan")
    backwards.judge("not-same", a, b, by="Lan")
    assert [ruling.ruling for ruling in backwards.rulings()] == ["not-same"]
    assert backwards.check() == []
