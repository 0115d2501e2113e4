"""A process that is killed in the midst of its work loses nothing and doubles nothing: a few kills of those
that bench/faults.py counts."""

import random

import pytest

import faults
from faults import WORKS, Places, Work, disturb
from servanda.ledger import Ledger


class Late:
    """Kills come when most of the work is done."""

    def uniform(self, _, last):
        return 0.8 * last


@pytest.fixture
def places(database, tmp_path, request, monkeypatch):
    monkeypatch.setattr(faults, "DOCUMENTS", 8)
    monkeypatch.setattr(faults, "RULINGS", 12)
    return Places(tmp_path, request.getfixturevalue("postgres") if database == "postgresql" else None)


@pytest.mark.parametrize("work", WORKS)
def test_nothing_is_lost_or_doubled_by_kill_9(places, work):
    count = disturb(WORKS[work], places, 2, random.Random(work))
    assert count == (2, 0, 0, 0)


def test_what_was_confirmed_and_is_not_there_counts_as_lost(places):
    """That the measure can fail: a work that says it has done what it has not."""
    honest = WORKS["read"]

    def boastful(address, tell):
        for number in range(5):
            tell(f"doc-{number}")
        honest.do(address, tell)

    assert disturb(Work(honest.prepare, boastful, honest.done), places, 3, Late()).lost


def test_what_is_written_twice_counts_as_doubled(places, tmp_path):
    honest = WORKS["judge"]
    ran = tmp_path / "ran"

    def forgetful(address, tell):
        """Writes its first judgement again whenever it is run again."""
        again = ran.exists()
        ran.touch()
        honest.do(address, tell)
        if again:
            with Ledger.open(address) as ledger:
                first = ledger.judgements()[0]
                ledger.judge("same", first.a, first.b, by="Lan", why=first.why)

    assert disturb(Work(honest.prepare, forgetful, honest.done), places, 1, Late()).doubled
