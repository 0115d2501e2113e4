"""The programme of a year: what belongs to it, where, and plan against deed."""

from datetime import date

import pytest

from servanda.ledger import Ledger
from servanda.ledger.assigning import Details
from servanda.model.facts import Amount
from servanda.query.edition.edition import Edition
from servanda.query.edition.keeper import print_edition
from servanda.query.edition.wanted import Wanted
from servanda.query.programme import programme, years_of

PAIR = ("FJ", "NZ")


@pytest.fixture
def told(fiji):
    with Ledger.open(fiji) as ledger:
        yield ledger


@pytest.fixture
def rows(told, tmp_path):
    print_edition(told, tmp_path / "edition.db", date(2024, 6, 1))
    with Edition(tmp_path / "edition.db") as edition:
        yield edition.entries(Wanted(pair=PAIR), limit=500).items


def lines_of(made, part):
    return [line for line in made.lines if line.part == part]


def test_a_visit_that_was_announced_and_paid_is_planned_and_done(rows):
    made = programme(rows, {}, PAIR, 2022)
    (visit,) = lines_of(made, "visit")
    assert (visit.planned, visit.standing, visit.quarter) == (True, "done", 1)
    assert visit.side == "NZ", "who travels does it"


def test_a_promise_stands_in_the_year_in_which_it_is_due_and_its_deed_counts_once(rows):
    made = programme(rows, {}, PAIR, 2023)
    (training,) = lines_of(made, "training")
    assert training.entry.kind == "commitment"
    assert (training.side, training.planned, training.standing) == ("NZ", True, "done")
    assert training.quarter is None, "a year tells no quarter"
    assert not any(line.entry.kind == "activity" for line in made.lines)


def test_what_was_done_without_a_plan_is_told_apart(rows):
    made = programme(rows, {}, PAIR, 2022)
    (meeting,) = lines_of(made, "dialogue")
    assert (meeting.planned, meeting.standing) == (False, "done")
    totals = {each.name: each for each in made.by_part}
    assert (totals["dialogue"].planned, totals["dialogue"].unplanned) == (0, 1)
    assert (totals["visit"].planned, totals["visit"].done) == (1, 1)


def test_tallies_count_every_line_of_a_side_once(rows):
    for year in years_of(rows):
        made = programme(rows, {}, PAIR, year)
        for tally in made.by_side:
            told = tally.done + tally.partly + tally.to_come + tally.no_report + tally.called_off
            assert told == tally.planned
        of_sides = sum(tally.planned + tally.unplanned for tally in made.by_side)
        assert of_sides == sum(line.planned or line.standing == "done" for line in made.lines)


def test_a_year_of_which_nothing_is_told_is_empty(rows):
    made = programme(rows, {}, PAIR, 1999)
    assert (made.lines, made.by_part, made.by_field, made.by_side) == ((), (), (), ())


def test_a_day_that_a_person_set_brings_a_thing_into_its_year(told, rows):
    visit = next(row for row in rows if row.type == "visit")
    cost = Amount(value=9000, currency="NZD")
    told.assigning.assign(visit.facts[0], Details(due="2027-02-01", office="Policy", amount=cost), by="lan")
    (line,) = programme(rows, told.assigning.standing(), PAIR, 2027).lines
    assert line.entry.id == visit.id
    assert (line.assigned.details.office, line.amount) == ("Policy", cost)


def test_the_last_assignment_holds_whichever_fact_of_the_entry_bears_it(told, rows):
    visit = next(row for row in rows if row.type == "visit" and len(row.facts) > 1)
    told.assigning.assign(visit.facts[0], Details(office="Policy"), by="lan")
    told.assigning.assign(visit.facts[-1], Details(office="Logistics"), by="minh")
    made = programme(rows, told.assigning.standing(), PAIR, 2022)
    assert lines_of(made, "visit")[0].assigned.details.office == "Logistics"
