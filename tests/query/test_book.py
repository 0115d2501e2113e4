"""The book: entries as they were known on a day, and how many independent sources tell of each."""

from datetime import date

import pytest
from msgspec.structs import replace

from servanda.ledger import Ledger
from servanda.query.book import open_book, parties_of


@pytest.fixture
def told(fiji):
    """The ledger of the twelve reports, linked."""
    with Ledger.open(fiji) as ledger:
        list(ledger.link())
        yield ledger


def documents_of(entry):
    return [mention.source.name for mention in entry.mentions]


def entry_of(book, document, kind):
    return next(e for e in book.entries if e.kind == kind and document in documents_of(e))


def test_copies_of_one_text_are_one_source(told):
    book = open_book(told)
    talks = entry_of(book, "wire-one", "engagement")
    assert documents_of(talks) == ["fiji-government", "wire-one", "wire-two"]
    assert book.sources(talks) == 2


def test_the_documents_of_one_publisher_are_one_source(told):
    book = open_book(told)
    visit = entry_of(book, "beehive-back", "engagement")
    assert documents_of(visit) == ["beehive-trip", "fiji-government", "beehive-back"]
    assert book.sources(visit) == 2


def test_a_publisher_joins_two_groups_of_copies_to_one_source(told, twelve):
    """The Beehive prints the wire story as well: then its own news and both prints are one source."""
    document, data, facts = next(made for made in twelve if made[0].name == "wire-one")
    reprint = replace(document, name="beehive-print", origin="beehive-print", publisher="BEEHIVE")
    told.begin_read("rules 1").add(
        reprint, data, [replace(f, document=reprint.name, source=reprint.id) for f in facts]
    )
    list(told.link())
    book = open_book(told)
    statement = entry_of(book, "wire-one", "instrument")
    assert documents_of(statement) == ["beehive-trip", "beehive-print", "wire-one", "wire-two"]
    assert book.sources(statement) == 1


def test_documents_without_publisher_are_each_a_source(told):
    assert open_book(told).sources(entry_of(open_book(told), "dialogue-third", "engagement")) == 2


def test_copies_do_not_make_a_conflict(told):
    (found,) = open_book(told).conflicts
    assert found.property == "instrument.date"
    assert {(h.value, h.sources) for h in found.hypotheses} == {("2023-06-14", 2), ("2023-06-13", 1)}


def test_what_was_published_later_is_not_known_yet(told):
    book = open_book(told, date(2022, 3, 28))
    assert [documents_of(entry) for entry in book.entries] == [["beehive-trip"], ["beehive-trip"]]
    assert book.answers == ()
    assert book.conflicts == ()
    assert [p.name for p in book.people] == ["Nanaia Mahuta"]


def test_a_document_that_is_published_on_the_day_counts(told):
    assert "beehive-trip" not in str(open_book(told, date(2022, 3, 26)).by_mention.values())
    assert open_book(told, date(2022, 3, 27)).entries


def test_each_mention_leads_to_its_entry_and_its_answers(told):
    book = open_book(told)
    assert {id_ for entry in book.entries for id_ in (m.id for m in entry.mentions)} == set(book.by_mention)
    pledge = entry_of(book, "beehive-back", "commitment")
    (answer,) = book.answers_of(pledge)
    assert (answer.answer.status, answer.later.source.name) == ("kept", "rfmf-course")
    assert book.answers_of(entry_of(book, "rfmf-course", "activity")) == ()


def test_instruments_are_tied_to_those_of_the_same_parties_only(told):
    book = open_book(told)
    assert book.ties_of(entry_of(book, "beehive-forces", "instrument")) == []
    assert book.ties_of(entry_of(book, "beehive-forces", "engagement")) == []


def test_a_letter_of_intent_is_tied_to_the_statement_that_it_foresees(empty, press):
    from servanda.model.facts import Instrument

    both, letter = {"parties": ("FR", "VN")}, "letter of intent on a joint vision statement"
    press.add(
        "letter",
        "They signed a letter of intent on a joint vision statement.",
        (
            Instrument,
            "signed a letter of intent on a joint vision statement",
            {"type": "letter-of-intent", "action": "signed", "title": letter}
            | both,
        ),
        published="2017-10-12",
    )  # fmt: skip
    press.add(
        "vision",
        "They signed the joint vision statement.",
        (
            Instrument,
            "signed the joint vision statement",
            {"type": "vision-statement", "action": "signed", "title": "joint vision statement"} | both,
        ),
        published="2018-03-28",
    )
    list(empty.link())
    book = open_book(empty)
    (tie,) = book.ties_of(entry_of(book, "letter", "instrument"))
    assert (tie.type, documents_of(tie.target)) == ("intends", ["vision"])


def test_the_parties_of_an_entry_are_those_of_all_roles(told):
    book = open_book(told)
    assert parties_of(entry_of(book, "beehive-back", "commitment")) == {"FJ", "NZ"}
    assert parties_of(entry_of(book, "rfmf-course", "activity")) == {"FJ", "NZ"}
