"""What changed lately: with which read the ledger is compared, and the rows of it, conflicts first."""

from datetime import UTC, date, datetime, timedelta

import pytest

from servanda.ledger import Ledger
from servanda.model.facts import Engagement, Instrument
from servanda.query.book import open_book
from servanda.query.edition.edition import Edition
from servanda.query.edition.keeper import print_edition
from servanda.query.lately import Since, changes_since, lately

PLANNED = "Minister Sébastien Lecornu will visit Viet Nam from 5 to 7 May 2024"
HELD = "Minister Sébastien Lecornu visited Viet Nam from 5 to 7 May 2024"


class Days:
    """A clock that is set by hand."""

    def __init__(self):
        self.now = datetime(2024, 4, 1, 12, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def days():
    return Days()


@pytest.fixture
def dated(place, days):
    with Ledger.open(place("dated"), create=True, clock=days) as ledger:
        yield ledger


@pytest.fixture
def read(dated, days, press):
    """Reads a document on a day; the number of the read."""

    def run(day, name, text, *facts, published=None):
        days.now = datetime(2024, *day, 12, tzinfo=UTC)
        one = type(press)(dated)
        one.add(name, text, *facts, published=published, publisher=name)
        one.run.finish()
        return one.run.number

    return run


def visit(quote, status):
    stay = {"date": "2024-05-05/2024-05-07", "country": "VN", "participants": ("Sébastien Lecornu",)}
    return Engagement, quote, {"type": "visit", "status": status, "parties": ("FR", "VN")} | stay


def vision(quote, period):
    named = {"type": "vision-statement", "action": "signed", "title": "joint vision statement"}
    return Instrument, quote, named | {"parties": ("FR", "VN"), "period": period, "date": "2018-03-27"}


def test_with_one_read_there_is_nothing_to_compare_it_with(dated, read):
    read((4, 20), "embassy", f"{PLANNED}.", visit(PLANNED, "planned"))
    assert lately(dated, date(2024, 4, 21)) == 0
    assert changes_since(dated, open_book(dated), 0, date(2024, 4, 21)) == (Since(read=0), ())


def test_it_is_the_last_week_that_counts_where_something_was_read_in_it(dated, read):
    first = read((4, 1), "a", "Nothing.")
    second = read((4, 20), "b", "Nothing more.")
    read((4, 22), "c", "Nothing at all.")
    assert lately(dated, date(2024, 4, 23)) == first
    assert lately(dated, date(2024, 4, 28)) == second


def test_where_the_last_week_brought_nothing_it_is_the_last_read_that_counts(dated, read):
    read((4, 1), "a", "Nothing.")
    second = read((4, 2), "b", "Nothing more.")
    read((4, 3), "c", "Nothing at all.")
    assert lately(dated, date(2024, 9, 1)) == second


def test_statuses_conflicts_and_new_entries_are_rows_with_what_was_and_what_is(dated, read, tmp_path):
    one = "They signed the joint vision statement for 2018 to 2028"
    other = "The joint vision statement for 2018 to 2020 was signed"
    text = f"{PLANNED}. {one}."
    before = read(
        (4, 20), "Embassy", text, visit(PLANNED, "planned"), vision(one, "2018/2028"), published="2024-04-20"
    )
    read((5, 8), "Courier", f"{HELD}.", visit(HELD, "held"), published="2024-05-08")
    read((5, 9), "Gazette", f"{other}.", vision(other, "2018/2020"), published="2024-05-09")
    forum = "France and Fiji met in Suva on 2 May 2024"
    met = {"type": "meeting", "status": "held", "parties": ("FJ", "FR"), "date": "2024-05-02"}
    read((5, 9), "Islander", f"{forum}.", (Engagement, forum, met), published="2024-05-09")
    for _ in dated.link():
        pass
    today = date(2024, 5, 10)
    since, found = changes_since(dated, open_book(dated), before, today)
    assert (since.read, since.started[:10]) == (before, "2024-04-20")
    assert since.counts == {"conflict": 1, "status": 1, "new": 1, "told again": 2}
    conflict, status, new, *again = found
    assert (conflict.section, conflict.property, set(conflict.values)) == (
        "conflict", "period", {"2018/2028", "2018/2020"},
    )  # fmt: skip
    assert (status.section, status.before, status.now) == ("status", "no report", "held")
    assert status.why
    assert (new.section, new.who) == ("new", "FJ FR")
    assert {each.section for each in again} == {"told again"}
    print_edition(dated, tmp_path / "edition.db", today)
    with Edition(tmp_path / "edition.db") as edition:
        assert edition.since() == since
        assert edition.changes().items == found
        assert edition.changes("status").items == (status,)
        assert {row.year for row in edition.years()} == {2018, 2024}
    print_edition(dated, tmp_path / "earlier.db", today, as_of=date(2024, 5, 1))
    with Edition(tmp_path / "earlier.db") as edition:
        assert edition.changes().total == 0
