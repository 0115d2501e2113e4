"""Entries of a ledger as items of charts."""

from datetime import date

import pytest

from servanda.follow.status import Status
from servanda.model.facts import Activity, Engagement, Instrument
from servanda.publish.charts.items import items_of, items_of_rows
from servanda.publish.charts.values import Who
from servanda.query.edition.rows import EntryRow
from servanda.query.entries import EntryView
from servanda.query.views import PersonView


@pytest.fixture
def entry(view):
    """Makes an entry of one fact."""

    def make(kind, stands=None, when=None, **properties):
        told = view(kind, **properties)
        status = Status(value=stands, reason="told", mentions=()) if stands else None
        return EntryView(
            id="entry-1", kind=told.kind, label="visit\u202e of\x00 Berg", fact=told.fact, date=when,
            status=status, score=None, sources=1, conflicts=(), answers=(), facts=(told,),
        )  # fmt: skip

    return make


def row_of(view):
    status = view.status.value if view.status else None
    return EntryRow(
        id=view.id, kind=view.kind, label=view.label, who="", what="", date=view.date, fact=view.fact,
        status=status, confidence=0.5, sources=1, told=(view.facts[0].published, None),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("held", "done"),
        ("planned", "planned"),
        ("no report", "unknown"),
        ("cancelled", "off"),
        ("expired", "done"),
    ],
)
def test_a_picture_shows_four_states(entry, status, state):
    (item,) = items_of([entry(Engagement, status, type="visit", status="held")])
    assert (item.state, item.status) == (state, status)


@pytest.mark.parametrize(
    ("modality", "state"), [("asserted", "done"), ("hypothetical", "planned"), ("negated", "off")]
)
def test_a_kind_without_status_has_the_state_of_what_is_told(entry, modality, state):
    (item,) = items_of([entry(Activity, content="training", modality=modality)])
    assert (item.state, item.status) == (state, modality)


def test_the_years_of_a_text_go_before_its_date(entry):
    text = {"type": "agreement", "action": "signed", "title": "pact"}
    with_years, without = items_of(
        [
            entry(Instrument, "signed", "2018-03", period="2018/2028", **text),
            entry(Instrument, "signed", "2018-03", **text),
        ]
    )
    assert (with_years.when, with_years.lasts) == ("2018/2028", True)
    assert (without.when, without.lasts) == ("2018-03", False)
    assert with_years.days == (date(2018, 1, 1), date(2028, 12, 31))


def test_those_who_took_part_are_named_as_the_ledger_knows_them(entry):
    people = [
        PersonView(id="person-1", name="Anna Berg", party="SE", spellings=("A. Berg",)),
        PersonView(id="person-2", name="Omar Said", party="TN", spellings=("Said",)),
        PersonView(id="person-3", name="Ali Said", party="DZ", spellings=("Said",)),
    ]
    met = entry(Engagement, "held", type="meeting", status="held", participants=("A. Berg", "Said"))
    (item,) = items_of([met], people)
    assert item.people == (Who("Anna Berg", "SE"), Who("Said", None))


def test_marks_that_reorder_text_do_not_reach_a_picture(entry):
    (item,) = items_of([entry(Engagement, "held", type="visit", status="held")])
    assert item.label == "visit of Berg"


def test_an_edition_gives_the_same_items(entry):
    views = [
        entry(
            Engagement, "held", "2024-05-03", type="visit", status="held", parties=("SE", "TN"), place="Tunis"
        ),
        entry(Activity, None, None, content="training", fields=("training",), provider=("SE",)),
    ]
    assert items_of_rows(map(row_of, views)) == items_of(views)
