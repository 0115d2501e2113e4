"""Linking: each reading is compared once, whatever was read before it, and nothing is lost half way."""

import random
from contextlib import closing
from datetime import date

import pytest
from sqlalchemy import event, select

from servanda.errors import LedgerError
from servanda.follow.status import status
from servanda.ledger import Ledger, batches, linking, sqlite
from servanda.ledger.tables import copies, fact_keys, linkings, links, signatures
from servanda.model.facts import Instrument
from servanda.query.book import open_book
from servanda.resolve import rules

FORCES = "Status of Forces Agreement"
BOTH = {"parties": ("FJ", "NZ")}
BY_TABLE = (links, copies, fact_keys, linkings, signatures)
WHEN_STATUSES_ARE_TOLD = date(2025, 1, 1)


def rows(ledger, table):
    with ledger.reading() as connection:
        return connection.execute(select(table)).all()


def linked(ledger):
    """The links and copies without the time at which they were found."""
    return (
        {(link.a, link.b, link.rule, link.score, link.reason) for link in rows(ledger, links)},
        {(copy.a, copy.b, copy.score) for copy in rows(ledger, copies)},
    )


def entries(ledger):
    """All that is derived: which mentions are one, where they stand, who is one person, what is a copy."""
    book = open_book(ledger)
    return (
        {
            (
                frozenset(mention.id for mention in entry.mentions),
                entry.id,
                *stands_so(entry, book),
                book.sources(entry),
                tuple(conflict.property for conflict in book.conflicts_of(entry)),
            )
            for entry in book.entries
        },
        {(person.id, person.name, frozenset(form.id for form in person.forms)) for person in book.people},
        book.resolution.copies,
    )  # fmt: skip


def stands_so(entry, book):
    found = status(entry, book.answers_of(entry), WHEN_STATUSES_ARE_TOLD)
    return (found.value, found.reason) if found else ()


def documents_of(book, kind):
    return [[m.source.name for m in entry.mentions] for entry in book.entries if entry.kind == kind]


def test_reports_of_one_thing_become_one_entry(ledger, read, twelve):
    assert read(twelve) > 0
    book = open_book(ledger)
    assert documents_of(book, "engagement") == [
        ["beehive-trip", "fiji-government", "beehive-back"],
        ["fiji-government", "wire-one", "wire-two"],
        ["home-affairs-plan", "beehive-forces", "fbc-forces"],
        ["dialogue-plan", "dialogue-third"],
    ]
    assert documents_of(book, "instrument") == [
        ["beehive-trip", "wire-one", "wire-two"],
        ["home-affairs-plan", "beehive-forces", "fbc-forces", "rnz-forces"],
    ]


def test_each_link_says_by_which_rule_and_why(ledger, read, twelve):
    read(twelve)
    for link in rows(ledger, links):
        assert link.a < link.b
        assert link.rules == rules.VERSION
        assert link.rule
        assert link.reason
        assert rules.DOUBT <= link.score <= 1
        assert link.decided.startswith("2024-05-01T12:")


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_reading_does_not_matter(ledger, read, twelve, tmp_path, seed):
    read(twelve)
    order = random.Random(seed)
    shuffled = order.sample(twelve, len(twelve))
    with Ledger.open(tmp_path / "other.db", create=True) as other:
        while shuffled:  # in several reads, of which some are linked at once and some later
            batch, shuffled = shuffled[:3], shuffled[3:]
            read(batch, into=other, link=order.random() < 0.5)
        list(other.link())
        assert linked(other) == linked(ledger)
        assert entries(other) == entries(ledger)


def test_linking_again_adds_nothing(ledger, read, twelve, contents):
    assert read(twelve) > 0
    before = contents()
    assert ledger.unlinked() == 0
    assert list(ledger.link()) == []
    read(twelve)
    assert contents() == before


def test_one_more_document_is_compared_with_those_that_are_there_and_no_others_are(ledger, read, twelve):
    read(twelve[:-1])
    before = {table.name: set(rows(ledger, table)) for table in BY_TABLE}
    read(twelve[-1:], link=False)
    assert ledger.unlinked() == 1
    assert list(ledger.link()) == [1]
    for table in BY_TABLE:
        assert before[table.name] <= set(rows(ledger, table))
    assert len(rows(ledger, linkings)) == len(twelve)
    assert documents_of(open_book(ledger), "engagement")[-1] == ["dialogue-plan", "dialogue-third"]


def test_nothing_is_changed_or_deleted_by_linking(ledger, read, twelve):
    said = []
    with ledger.reading() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", lambda *args: said.append(args[2].split()[0].upper()))
    read(twelve)
    assert not {"UPDATE", "DELETE", "REPLACE", "DROP"} & set(said)


@pytest.mark.parametrize("documents", [0, 1, 5, 11])
def test_linking_that_stops_between_documents_goes_on_where_it_was(ledger, read, twelve, tmp_path, documents):
    read(twelve)
    with Ledger.open(tmp_path / "stopped.db", create=True) as stopped:
        read(twelve, into=stopped, link=False)
        going = stopped.link()
        for _ in range(documents):
            next(going)
        going.close()
        assert stopped.unlinked() == len(twelve) - documents
        assert len(list(stopped.link())) == len(twelve) - documents
        assert linked(stopped) == linked(ledger)
        assert entries(stopped) == entries(ledger)


@pytest.mark.parametrize("comparisons", [1, 4, 9, 15])
def test_linking_that_fails_within_a_document_leaves_no_part_of_it(
    ledger, read, twelve, tmp_path, monkeypatch, comparisons
):
    read(twelve)
    left = comparisons
    honest = linking.compare

    def broken(a, b):
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
        return honest(a, b)

    with Ledger.open(tmp_path / "stopped.db", create=True) as stopped:
        read(twelve, into=stopped, link=False)
        with monkeypatch.context() as patch:
            patch.setattr(linking, "compare", broken)
            with pytest.raises(KeyboardInterrupt):
                list(stopped.link())
        done = {row.reading_id for row in rows(stopped, linkings)}
        assert len(done) == len(twelve) - stopped.unlinked() < len(twelve)
        assert len(rows(stopped, signatures)) <= len(done)
        list(stopped.link())
        assert linked(stopped) == linked(ledger)
        assert entries(stopped) == entries(ledger)


def test_two_that_link_one_ledger_at_once_do_not_do_it_twice(ledger, address, read, twelve):
    read(twelve, link=False)
    with Ledger.open(address) as other:
        one, two = ledger.link(), other.link()
        found = [next(one), next(two)]  # both have asked by now what waits
        late = [*one]
        found += late
        assert sum(two) == 0
    assert len(late) == len(twelve) - 1
    assert sum(found) == len(rows(ledger, links)) > 0
    assert len(rows(ledger, linkings)) == len(twelve)


def test_a_corrected_document_replaces_its_facts(ledger, read, twelve, story):
    read(twelve)
    (corrected,) = [made for made in twelve if made[0].name == "fbc-forces"]
    old = {fact.id for fact in corrected[2] if fact.kind != "person"}
    again = story("fbc-forces", "2023-06-15", "FBC News").tell(
        "A Status of Forces Agreement was signed on 14 June.",
        (Instrument, {"title": FORCES, "action": "signed", "type": "agreement", "date": "2023-06-14"} | BOTH),
    )
    read([again.made()])

    book = open_book(ledger)
    assert not old & set(book.by_mention)
    assert documents_of(book, "engagement")[2] == ["home-affairs-plan", "beehive-forces"]
    forces = book.by_mention[again.made()[2][0].id]
    assert [m.source.name for m in forces.mentions][-2:] == ["fbc-forces", "rnz-forces"]
    assert book.conflicts_of(forces) == []


def test_an_earlier_version_that_is_restored_brings_its_links_back(ledger, read, twelve, story):
    read(twelve)
    before = entries(ledger)
    read([story("fbc-forces", "2023-06-15", "FBC News").tell("We withdraw this report.").made()])
    assert entries(ledger) != before
    assert read([made for made in twelve if made[0].name == "fbc-forces"]) == 0
    assert entries(ledger) == before


def test_a_newer_extractor_reads_again_and_its_facts_are_linked(ledger, read, twelve):
    from msgspec.structs import replace

    read(twelve)
    before = entries(ledger)
    run = ledger.begin_read("rules 2")
    for document, data, facts in twelve:
        run.add(document, data, [replace(fact, rule="newer", extractor="rules 2") for fact in facts])
    assert ledger.unlinked() == len(twelve)
    assert sum(ledger.link()) == 0  # they say the same, and are linked already
    assert entries(ledger) == before
    assert {m.fact.extractor for entry in open_book(ledger).entries for m in entry.mentions} == {"rules 2"}


def test_new_rules_link_anew_and_the_links_of_the_old_stay_in_the_ledger(ledger, read, twelve, monkeypatch):
    from servanda.ledger import resolving

    read(twelve)
    before, of_the_old = entries(ledger), rows(ledger, links)
    for module in (linking, resolving, rules):
        monkeypatch.setattr(module, "VERSION", "next")
    assert all(len(entry.mentions) == 1 for entry in open_book(ledger).entries)
    assert ledger.unlinked() == len(twelve)
    assert sum(ledger.link()) == len(of_the_old)
    assert entries(ledger) == before
    assert set(of_the_old) < set(rows(ledger, links))


def test_copies_of_one_text_are_found_once_in_whatever_documents_it_stands(ledger, read, twelve):
    from msgspec.structs import replace

    document, data, _ = next(made for made in twelve if made[0].name == "wire-one")
    reprinted = replace(
        document, name="wire-three", origin="elsewhere/wire-three.txt", publisher="Islands Business"
    )
    read(twelve)
    read([(reprinted, data, [])])
    (group,) = ledger.resolution().copies
    assert len(group) == 3
    assert reprinted.id in group
    assert rows(ledger, copies) == []  # the very same text needs no signature to be one


def test_an_edited_copy_is_found_and_says_how_much_is_shared(ledger, read, twelve, story):
    document, _, _ = next(made for made in twelve if made[0].name == "wire-one")
    cut = document.text.replace(" A dance group of pupils welcomed the guests at the door of the hall.", "")
    read([*twelve, story("islands", "2022-03-31", "Islands Business").tell(cut).made()])
    (copy,) = rows(ledger, copies)
    assert copy.reason.endswith("of the shorter text stands in the longer in the same words")
    assert len(ledger.resolution().copies[0]) == 3


def test_documents_without_facts_or_words_are_linked_and_tell_nothing(ledger, read, story):
    read(
        [
            story("blank", None).tell(" \n").made(),
            story("odd", "2022").tell("…  \u0000 '); DROP TABLE links; --").made(),
        ]
    )
    assert ledger.unlinked() == 0
    assert ledger.resolution().entries == ()


def test_more_documents_than_a_query_may_ask_for_at_once_are_compared(
    ledger, place, read, twelve, monkeypatch
):
    monkeypatch.setattr(batches, "_MOST", 2)
    read(twelve)
    with_small_batches = entries(ledger)
    monkeypatch.undo()
    with Ledger.open(place("whole"), create=True) as whole:
        read(twelve, into=whole)
        assert entries(whole) == with_small_batches


def test_what_was_current_after_an_earlier_read_can_be_linked_and_asked(ledger, read, twelve, story):
    read(twelve[:5], link=False)
    after_the_first = story("beehive-back", "2022-04-01", "Beehive").tell("Nothing more is known.").made()
    read([after_the_first, *twelve[5:]], link=False)
    assert len(list(ledger.link())) == len(twelve)
    names = {m.source.name for entry in ledger.resolution().entries for m in entry.mentions}
    assert "beehive-back" not in names
    assert ledger.unlinked(until=1) == 1
    assert len(list(ledger.link(until=1))) == 1
    then = ledger.resolution(until=1)
    assert {m.source.name for entry in then.entries for m in entry.mentions} == {
        "beehive-trip", "wire-one", "wire-two", "fiji-government", "beehive-back",
    }  # fmt: skip


@pytest.mark.only("sqlite")
def test_a_read_only_ledger_is_asked_as_long_as_nothing_waits(ledger, read, twelve, monkeypatch):
    read(twelve)
    ledger.close()
    monkeypatch.setattr(sqlite, "is_writable", lambda path: False)
    with Ledger.open(ledger.name) as locked:
        assert list(locked.link()) == []
        assert locked.resolution().entries


@pytest.mark.only("sqlite")
def test_a_read_only_ledger_in_which_something_waits_says_so(ledger, read, twelve, monkeypatch):
    read(twelve, link=False)
    ledger.close()
    monkeypatch.setattr(sqlite, "is_writable", lambda path: False)
    with closing(Ledger.open(ledger.name)) as locked, pytest.raises(LedgerError, match="read-only"):
        list(locked.link())


def test_a_text_that_one_document_names_once_and_then_only_calls_the_agreement_is_one(ledger, read, story):
    told = (
        story("nz-forces", "2023-06-15", "RNZ")
        .tell(
            "The Senate concurred in the Status of Forces Agreement.",
            (Instrument, {"title": FORCES, "action": "ratified", "type": "agreement"} | BOTH),
        )
        .tell(
            "The agreement was signed on 14 June.",
            (
                Instrument,
                {"title": "agreement", "action": "signed", "type": "agreement", "date": "2023-06-14"} | BOTH,
            ),
        )
    )
    read([told.made()])
    (entry,) = (entry for entry in open_book(ledger).entries if entry.kind == "instrument")
    assert len(entry.mentions) == 2
