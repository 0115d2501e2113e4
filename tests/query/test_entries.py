"""Lists of entries: each thing once, with what all its facts say and where it stands on a day."""

from datetime import date

import pytest
from sqlalchemy import event

from servanda.errors import UsageError
from servanda.ledger import Ledger
from servanda.query.book import open_book
from servanda.query.entries import between, entries, view_of
from servanda.query.filters import EVERYTHING, Filters

LATER = date(2025, 1, 1)


@pytest.fixture
def told(fiji):
    with Ledger.open(fiji) as ledger:
        list(ledger.link())
        yield ledger


def listed(ledger, filters=EVERYTHING, today=LATER, as_of=None):
    return entries(ledger, open_book(ledger, as_of), today, filters)


def test_what_several_documents_tell_stands_once_in_the_order_of_time(told):
    assert [(e.kind, e.date, len(e.facts), e.sources) for e in listed(told)] == [
        ("engagement", "2022-03-28/2022-03-31", 3, 2),
        ("instrument", "2022-03-29", 3, 2),
        ("engagement", "2022-03-29", 3, 2),
        ("commitment", "2023", 1, 1),
        ("engagement", "2023-06-14", 3, 3),
        ("instrument", "2023-06-14", 4, 4),
        ("activity", "2023-08", 1, 1),
        ("engagement", "2024-05-16", 2, 2),
    ]


def test_entries_of_one_day_stand_as_the_document_tells_them(empty, press):
    from servanda.model.facts import Commitment

    said = ["train nurses", "send books", "buy rice", "open a school", "build a well", "lend a ship"]
    text = "".join(f"France will {each}. " for each in said)
    told = [
        (Commitment, f"France will {s}", {"act": "pledge", "content": s, "speaker": ("FR",)}) for s in said
    ]
    press.add("pledges", text, *told, published="2020-01-02")
    press.add("without-a-date", text, *told)
    found = [(e.facts[0].document, e.fact.content) for e in listed(empty)]
    assert found == [("pledges", s) for s in said] + [("without-a-date", s) for s in said]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(document="fbc-forces"), ["engagement", "instrument"]),
        (Filters(kinds=("commitment",)), ["commitment"]),
        (Filters(text="yesterday"), ["engagement"]),
        (Filters(person="Bainimarama"), ["engagement"]),
        (Filters(since="2024-05-01"), ["engagement"]),
        (Filters(parties=("Fiji",), field="peacekeeping"), ["commitment", "activity"]),
        (Filters(parties=("VN",)), []),
    ],
)  # fmt: skip
def test_an_entry_is_found_by_any_of_its_facts_and_shown_whole(told, filters, found):
    shown = listed(told, filters)
    assert [entry.kind for entry in shown] == found
    whole = {entry.id: entry for entry in listed(told)}
    assert shown == [whole[entry.id] for entry in shown]


def test_filters_that_make_no_sense_are_refused(told):
    with pytest.raises(UsageError, match="is no date"):
        listed(told, Filters(since="May"))


def test_statuses_are_of_today_or_of_the_day_of_the_book(told):
    def pledge(**when):
        return listed(told, Filters(kinds=("commitment",)), **when)[0]

    assert (pledge().status.value, pledge().score) == ("kept", 1)
    assert pledge(today=date(2022, 5, 1)).status.value == "open"
    assert (pledge(as_of=date(2022, 5, 1)).status.value, pledge(as_of=date(2022, 5, 1)).score) == (
        "open",
        None,
    )
    assert pledge(as_of=date(2022, 5, 1)).answers == ()


def test_a_plan_that_nobody_reported_on_is_neither_held_nor_broken(told):
    def third(as_of):
        return next(e for e in listed(told, as_of=as_of) if e.facts[0].document == "dialogue-plan")

    assert third(date(2024, 4, 3)).status.value == "planned"
    assert third(date(2024, 5, 31)).status.value == "held"


def test_properties_that_sources_differ_on_are_named(told):
    assert [e.conflicts for e in listed(told, Filters(kinds=("instrument",)))] == [(), ("date",)]


def test_kinds_that_cannot_be_kept_or_broken_have_no_status(ledger):
    stands = {e.kind: e.status for e in listed(ledger)}
    assert {kind for kind, status in stands.items() if status is None} == {
        "activity", "assessment", "milestone", "position",
    }  # fmt: skip


def test_all_between_two_parties_is_given_by_kind(told):
    found = between(told, open_book(told), LATER, "Fiji", "NZ")
    assert found.parties == ("FJ", "NZ")
    assert [len(found.of(kind)) for kind in ("engagement", "instrument", "commitment", "activity")] == [
        4,
        2,
        1,
        1,
    ]
    with pytest.raises(UsageError, match="Atlantis"):
        between(told, open_book(told), LATER, "Atlantis", "NZ")


def test_meetings_that_a_later_one_implies_are_no_entries(told):
    found = between(told, open_book(told), LATER, "NZ", "FJ")
    (implied,) = found.implied
    assert (implied.series, implied.first, implied.last) == ("Defence Dialogue", 1, 2)
    assert implied.by.source.name in {"dialogue-plan", "dialogue-third"}
    assert not any(getattr(entry.fact, "ordinal", None) in (1, 2) for entry in found.entries)


def test_nothing_is_implied_before_the_later_one_was_told(told):
    then = date(2024, 4, 1)
    assert between(told, open_book(told, then), LATER, "NZ", "FJ").implied == ()
    assert len(between(told, open_book(told, date(2024, 4, 2)), LATER, "NZ", "FJ").implied) == 1


def test_what_others_imply_is_not_between_these_two(ledger):
    (implied,) = between(ledger, open_book(ledger), LATER, "FR", "VN").implied
    assert (implied.first, implied.last, implied.parties) == (1, 1, ("FR", "VN"))
    assert between(ledger, open_book(ledger), LATER, "FR", "FJ").implied == ()


def test_one_entry_alone_is_shown_as_in_the_list(told):
    book = open_book(told)
    for entry in book.entries:
        (same,) = [view for view in listed(told) if view.id == entry.id]
        assert view_of(told, book, LATER, entry) == same


def test_a_list_costs_no_query_for_each_entry(told):
    said = []
    with told.reading() as connection:
        engine = connection.engine
    book = open_book(told)
    event.listen(engine, "before_cursor_execute", lambda *args: said.append(args[2]))
    entries(told, book, LATER)
    assert sum(statement.startswith("SELECT") for statement in said) <= 3
