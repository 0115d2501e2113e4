"""What changed since a read: new and further facts, statuses, conflicts, and what was withdrawn."""

from datetime import date

import pytest

from servanda.model.facts import Commitment, Engagement, Instrument
from servanda.query.book import Book
from servanda.query.changes import changes, compare
from servanda.query.filters import Filters
from servanda.resolve.entry import Entry
from servanda.resolve.resolution import Resolution

TODAY = date(2024, 5, 1)

PLANNED = "Minister Sébastien Lecornu will visit Viet Nam from 5 to 7 May 2024"
HELD = "Minister Sébastien Lecornu visited Viet Nam from 5 to 7 May 2024"
AGREED = "Viet Nam and France agreed to continue their cooperation in peacekeeping"
OTHER = "Japan and the Philippines signed a Reciprocal Access Agreement on 8 July 2024"


def visit(quote, status, **more):
    stay = {"date": "2024-05-05/2024-05-07", "country": "VN", "participants": ("Sébastien Lecornu",)}
    return Engagement, quote, {"type": "visit", "status": status, "parties": ("FR", "VN")} | stay | more


def signing(quote=OTHER, day="2024-07-08"):
    title = "Reciprocal Access Agreement"
    parties = ("JP", "PH")
    return (
        Instrument,
        quote,
        {"type": "agreement", "action": "signed", "title": title, "parties": parties, "date": day},
    )


def agreed(quote=AGREED):
    content = "continue their cooperation in peacekeeping"
    return Commitment, quote, {"act": "agree", "content": content, "speaker": ("FR", "VN")}


@pytest.fixture
def read(empty, press):
    """Reads documents in one run: name, text, date of publication, facts."""

    def run(*documents, extractor="rules 1"):
        one = type(press)(empty, extractor)
        for name, text, published, *facts in documents:
            one.add(name, text, *facts, published=published)
        one.run.finish()
        return one.run.number

    return run


@pytest.fixture
def since(empty):
    """What changed since a read, after all is linked."""

    def found(number, today=TODAY, **filters):
        for until in (None, number):
            list(empty.link(until))
        return changes(empty, number, today, Filters(**filters))

    return found


@pytest.fixture
def announced(read):
    return read(("embassy", f"{PLANNED}. {AGREED}.", "2024-04-20", visit(PLANNED, "planned"), agreed()))


def how(found):
    return [(change.how, change.entry.kind, len(change.added)) for change in found.entries]


def test_since_the_beginning_all_is_new(announced, since):
    found = since(0)
    assert sorted(how(found)) == [("new", "commitment", 1), ("new", "engagement", 1)]
    assert [(change.how, change.document.name) for change in found.documents] == [("new", "embassy")]
    assert not (found.statuses or found.conflicts or found.withdrawn)


def test_since_the_last_read_nothing_has_changed(announced, since):
    found = since(announced)
    assert not found.any
    assert found.since == announced


def test_the_same_read_again_changes_nothing(announced, read, since):
    read(("embassy", f"{PLANNED}. {AGREED}.", "2024-04-20", visit(PLANNED, "planned"), agreed()))
    assert not since(announced).any


def test_the_report_of_what_was_planned_changes_its_status(announced, read, since):
    read(("gazette", f"{HELD}.", "2024-05-08", visit(HELD, "held")))
    found = since(announced, date(2024, 5, 9))
    assert how(found) == [("told again", "engagement", 1)]
    (change,) = found.statuses
    assert (change.before.value, change.now.value) == ("no report", "held")
    assert "gazette" in change.now.reason


def test_time_that_passes_changes_no_status(announced, read, since):
    read(("asahi", f"{OTHER}.", "2024-07-09", signing()))
    assert since(announced, date(2030, 1, 1)).statuses == ()


def test_an_earlier_report_that_is_read_later_tells_of_the_same_entry(announced, read, since, empty):
    earlier = "Minister Sébastien Lecornu is to visit Viet Nam from 5 to 7 May 2024"
    before = {entry.id for entry in empty.resolution().entries}
    read(("wire", f"{earlier}.", "2024-04-02", visit(earlier, "planned")))
    (change,) = since(announced).entries
    assert change.how == "told again"
    assert change.entry.id not in before


def test_what_a_correction_leaves_as_it_was_is_no_change(announced, read, since):
    text = f"Corrected on 21 April. {PLANNED}. {AGREED}."
    read(("embassy", text, "2024-04-20", visit(PLANNED, "planned"), agreed()))
    found = since(announced)
    assert [(change.how, change.document.name) for change in found.documents] == [("new version", "embassy")]
    assert not (found.entries or found.withdrawn or found.statuses)


def test_what_a_correction_takes_back_is_withdrawn(announced, read, since):
    read(("embassy", f"{AGREED}.", "2024-04-20", agreed()))
    found = since(announced)
    assert [mention.quotation for mention in found.withdrawn] == [PLANNED]
    assert found.entries == ()
    assert found.cited[found.withdrawn[0].source.id].name == "embassy"


def test_a_correction_of_the_date_withdraws_one_fact_and_brings_another(announced, read, since):
    later = PLANNED.replace("from 5 to 7", "from 12 to 14")
    moved = visit(later, "planned", date="2024-05-12/2024-05-14")
    read(("embassy", f"{later}. {AGREED}.", "2024-04-20", moved, agreed()))
    found = since(announced)
    assert [mention.quotation for mention in found.withdrawn] == [PLANNED]
    assert how(found) == [("new", "engagement", 1)]


def test_a_correction_that_is_taken_back_is_told_as_such(announced, read, since):
    second = read(("embassy", f"{AGREED}.", "2024-04-20", agreed()))
    read(("embassy", f"{PLANNED}. {AGREED}.", "2024-04-20", visit(PLANNED, "planned"), agreed()))
    found = since(second)
    assert [change.how for change in found.documents] == ["restored"]
    assert how(found) == [("new", "engagement", 1)]
    assert not since(announced).any


def test_what_a_newer_extractor_reads_otherwise_is_told(announced, read, since):
    text = f"{PLANNED}. {AGREED}."
    read(("embassy", text, "2024-04-20", visit(PLANNED, "planned")), extractor="rules 2")
    found = since(announced)
    assert [change.how for change in found.documents] == ["re-read"]
    assert [mention.quotation for mention in found.withdrawn] == [AGREED]


def test_a_document_without_facts_is_told_as_well(announced, read, since):
    read(("weather", "It rained in Hanoi.", "2024-05-01"))
    found = since(announced)
    assert [change.document.name for change in found.documents] == ["weather"]
    assert found.entries == ()


def test_a_second_source_that_differs_is_a_new_conflict(read, since):
    first = read(("asahi", f"{OTHER}.", "2024-07-09", signing()))
    other = OTHER.replace("8 July", "9 July")
    second = read(("inquirer", f"{other}.", "2024-07-10", signing(other, "2024-07-09")))
    (found,) = since(first).conflicts
    assert found.conflict.property == "instrument.date"
    assert {value.value for value in found.conflict.values} == {"2024-07-08", "2024-07-09"}
    third = OTHER.replace("signed a", "have signed the")
    read(("radio", f"{third}.", "2024-07-10", signing(third)))
    assert since(second).conflicts == ()  # it takes a side, and brings nothing that was not told


def test_filters_leave_other_relationships_out(announced, read, since):
    read(
        ("gazette", f"{HELD}.", "2024-05-08", visit(HELD, "held")),
        ("asahi", f"{OTHER}.", "2024-07-09", signing()),
        ("weather", "It rained in Hanoi.", "2024-05-01"),
    )
    assert len(since(announced).documents) == 3
    found = since(announced, date(2024, 8, 1), parties=("France", "VN"))
    assert [change.document.name for change in found.documents] == ["gazette"]
    assert how(found) == [("told again", "engagement", 1)]
    assert len(found.statuses) == 1
    found = since(announced, parties=("PH",))
    assert [change.entry.kind for change in found.entries] == ["instrument"]
    assert found.statuses == ()


def test_filters_hold_for_what_was_withdrawn(announced, read, since):
    read(("embassy", f"{AGREED}.", "2024-04-20", agreed()))
    assert len(since(announced, parties=("FR",)).withdrawn) == 1
    assert since(announced, parties=("JP",)).withdrawn == ()


@pytest.fixture
def mentions(announced, read, empty):
    """A plan and its report."""
    read(("gazette", f"{HELD}.", "2024-05-08", visit(HELD, "held")))
    visits = [m for e in empty.resolution().entries for m in e.mentions if e.kind == "engagement"]
    return sorted(visits, key=lambda mention: mention.source.published)


def book(*entries):
    return Book(Resolution(entries=tuple(Entry.of(list(mentions)) for mentions in entries)))


def test_entries_that_turn_out_to_be_one_are_joined(mentions):
    plan, report = mentions
    found = compare(book([plan], [report]), book([plan, report]), date(2024, 5, 9))
    assert how(found) == [("joined", "engagement", 0)]
    assert [(change.before.value, change.now.value) for change in found.statuses] == [("no report", "held")]


def test_an_entry_that_turns_out_to_be_two_is_parted(mentions):
    plan, report = mentions
    found = compare(book([plan, report]), book([plan], [report]), date(2024, 5, 9))
    assert how(found) == [("parted", "engagement", 0), ("parted", "engagement", 0)]
    assert [(change.before.value, change.now.value) for change in found.statuses] == [("held", "no report")]
    assert found.withdrawn == ()
