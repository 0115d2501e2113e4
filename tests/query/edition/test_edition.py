"""An edition holds what the book holds, and is found again by every filter."""

import sqlite3
from datetime import date, timedelta

import pytest

from servanda.errors import LedgerError, MissingError
from servanda.ledger import Ledger
from servanda.query.book import open_book
from servanda.query.documents import documents
from servanda.query.edition.edition import Edition
from servanda.query.edition.keeper import Keeper, print_edition
from servanda.query.edition.wanted import Wanted
from servanda.query.entries import between, entries
from servanda.query.relationship import relationships

TODAY = date(2024, 1, 2)


@pytest.fixture
def edition(ledger, tmp_path):
    print_edition(ledger, tmp_path / "edition.db", TODAY)
    with Edition(tmp_path / "edition.db") as edition:
        yield edition


@pytest.fixture
def book(ledger, edition):
    return open_book(ledger)


def test_it_holds_each_entry_as_the_book_shows_it(ledger, book, edition):
    shown = entries(ledger, book, TODAY)
    found = edition.entries(limit=500)
    assert found.total == len(shown)
    assert [(e.id, e.label, e.date, e.status, e.sources, e.conflicts) for e in found.items] == [
        (v.id, v.label, v.date, v.status.value if v.status else None, v.sources, v.conflicts)
        for v in sorted(shown, key=lambda v: [e.id for e in found.items].index(v.id))
    ]
    assert [e.fact for e in found.items] == [v.fact for v in shown]


def test_a_relationship_holds_what_lies_between_two_parties(ledger, book, edition):
    for counts in relationships(ledger):
        a, b = counts.parties
        there = between(ledger, book, TODAY, a, b)
        found = edition.entries(Wanted(pair=(b, a)), limit=500)
        assert {e.id for e in found.items} == {v.id for v in there.entries}
        row = edition.relationship((a, b))
        assert row is not None
        assert row.entries == len(there.entries)


def test_every_filter_narrows_the_list(edition):
    everything = edition.entries(limit=500).items
    for entry in everything:
        for wanted in (
            Wanted(kinds=(entry.kind,)),
            Wanted(statuses=(entry.status,)) if entry.status else Wanted(),
            Wanted(type=entry.type) if entry.type else Wanted(),
            Wanted(parties=entry.parties),
            Wanted(field=entry.fields[0]) if entry.fields else Wanted(),
            Wanted(facts=entry.facts[:1]),
            Wanted(min_confidence=entry.confidence),
        ):
            assert entry.id in {e.id for e in edition.entries(wanted, limit=500).items}
    assert edition.entries(Wanted(kinds=("milestone",))).total < len(everything)
    assert edition.entries(Wanted(parties=("XX",))).total == 0
    assert edition.entries(Wanted(min_confidence=1.1)).total == 0


def test_days_bound_the_list_from_both_sides(edition):
    found = edition.entries(Wanted(since="2020-03", until="2020-03"), limit=500).items
    assert found
    assert all(e.first_day <= "2020-03-31" and e.last_day >= "2020-03-01" for e in found)


def test_orders_are_total_so_that_pages_neither_repeat_nor_lose(edition):
    for order in ("time", "newest", "read", "due"):
        whole = [e.id for e in edition.entries(order=order, limit=500).items]
        cut = (edition.entries(order=order, limit=3, offset=n) for n in range(0, len(whole), 3))
        parts = [e.id for part in cut for e in part.items]
        assert parts == whole


@pytest.mark.parametrize("limit", [1, 2, 500])
def test_the_latest_are_the_last_in_the_order_of_time(edition, limit):
    everything = edition.entries(limit=500)
    found = edition.latest(limit=limit)
    assert found.items == everything.items[-limit:]
    assert found.total == everything.total == edition.number()


def test_who_takes_part_in_most_entries_comes_first(edition):
    everything = edition.people(limit=500).items
    taking = {row.person.id: edition.number(Wanted(person=row.person.id)) for row in everything}
    found = [row.person.id for row in edition.people_of(Wanted())]
    assert set(found) == {id_ for id_, number in taking.items() if number}
    assert [taking[id_] for id_ in found] == sorted((taking[id_] for id_ in found), reverse=True)
    assert [row.person.id for row in edition.people_of(Wanted(), limit=1)] == found[:1]


def test_organisations_are_those_of_the_entries_that_are_asked_for(edition):
    everything = edition.organisations(limit=500).items
    told = {each.id for each in everything if edition.number(Wanted(organisation=each.id))}
    assert {each.id for each in edition.organisations_of(Wanted(), limit=500)} == told


def test_sqlite_has_looked_at_the_indexes(edition):
    with sqlite3.connect(edition.path) as file:
        known = {index for (index,) in file.execute("SELECT idx FROM sqlite_stat1")}
    assert "ix_entries_kind" in known


def test_counts_are_those_of_the_list(edition):
    kinds = edition.counts(Wanted(), "kind")
    assert sum(kinds.values()) == edition.entries().total
    for kind, number in kinds.items():
        assert edition.entries(Wanted(kinds=(kind,))).total == number


def test_an_entry_is_found_by_any_of_its_facts_and_a_person_by_any_form(edition):
    for entry in edition.entries(limit=500).items:
        for fact in entry.facts:
            assert edition.find(fact).id == entry.id
            assert edition.find(fact.partition("-")[2]).id == entry.id
    for row in edition.people().items:
        assert edition.find(row.person.id).person.id == row.person.id
        for form in row.person.forms:
            assert edition.find(form.id).person.id == row.person.id


@pytest.mark.parametrize("given", ["", "zzz", "fact-" + "0" * 20, "entry-%", "' or 1=1 --"])
def test_what_is_no_id_is_missing(edition, given):
    with pytest.raises(MissingError):
        edition.find(given)


def test_a_beginning_of_several_ids_is_not_guessed(edition):
    with pytest.raises(LedgerError):
        edition.find("fact-")


def test_people_are_found_by_words_of_their_name_without_diacritics(edition):
    found = edition.people("dang hai").items
    assert [row.person.name for row in found] == ["Đặng Văn Hải"]
    assert found[0].entries
    assert edition.people(parties=("VN",)).total == 1
    assert edition.people("nobody").total == 0


def test_what_needs_a_person_comes_in_the_order_of_need(edition):
    queue = edition.waiting_for_review(limit=500)
    needs = [row.need for row in queue]
    assert needs == sorted(needs, reverse=True)
    assert sum(edition.review_counts().values()) == len(queue) > 1
    assert edition.waiting_for_review(after=queue[0].id) == queue[1:]
    assert [edition.to_review(row.id) for row in queue] == list(queue)


def test_the_queue_goes_on_behind_what_no_longer_waits(ledger, edition, tmp_path):
    queue = [row for row in edition.waiting_for_review(limit=500) if row.reason == "unsure"]
    ledger.reviewing.reject(queue[0].fact, by="Lan")
    print_edition(ledger, tmp_path / "later.db", TODAY)
    with Edition(tmp_path / "later.db") as later:
        assert later.to_review(queue[0].id) is None
        assert later.waiting_for_review(reason="unsure", after=queue[0].id)[0].id == queue[1].id


def test_the_keeper_prints_anew_when_the_ledger_has_changed(ledger, tmp_path):
    keeper = Keeper(ledger, "unused", tmp_path, lambda: TODAY)
    first = keeper.edition()
    assert keeper.edition() is first
    assert not keeper.is_behind
    fact = first.entries().items[0].facts[0]
    ledger.reviewing.reject(fact, by="Lan")
    assert keeper.is_behind
    second = keeper.edition()
    assert second is not first
    with pytest.raises(MissingError):
        second.find(fact)
    keeper.close()


@pytest.mark.parametrize(("small", "large"), [(4000, False), (3, True)])
def test_the_keeper_knows_from_the_first_edition_on_whether_the_ledger_is_large(
    ledger, tmp_path, monkeypatch, small, large
):
    monkeypatch.setattr("servanda.query.edition.keeper.SMALL", small)
    keeper = Keeper(ledger, "unused", tmp_path, lambda: TODAY)
    keeper.edition()
    assert keeper.is_large is large
    keeper.close()


def test_within_a_moment_the_keeper_looks_once(ledger, tmp_path):
    keeper = Keeper(ledger, "unused", tmp_path, lambda: TODAY)
    first = keeper.edition()
    fact = first.entries().items[0].facts[0]
    with Ledger.open(ledger.name) as other, keeper.moment():
        before = keeper.state()
        other.reviewing.reject(fact, by="Lan")
        assert keeper.state() == before
        assert keeper.edition() is first
    assert keeper.is_behind
    with keeper.moment():
        second = keeper.edition()
        assert not keeper.is_behind, "what is printed within it ends the moment"
    with pytest.raises(MissingError):
        second.find(fact)
    keeper.close()


def test_what_was_erased_is_in_no_edition_any_more(ledger, tmp_path):
    keeper = Keeper(ledger, "unused", tmp_path, lambda: TODAY)
    before = keeper.edition().entries(limit=500).total
    ledger.erase([documents(ledger)[0].id], by="Lan", why="on request")
    assert keeper.is_behind
    assert keeper.edition().entries(limit=500).total < before
    keeper.close()


def test_accepting_what_stands_anyway_prints_nothing_anew(ledger, tmp_path):
    keeper = Keeper(ledger, "unused", tmp_path, lambda: TODAY)
    first = keeper.edition()
    fact = first.entries().items[0].facts[0]
    ledger.reviewing.accept(fact, by="Lan")
    assert not keeper.is_behind
    assert keeper.edition() is first
    ledger.reviewing.reject(fact, by="Vinh")
    keeper.edition()
    ledger.reviewing.accept(fact, by="Lan")
    assert keeper.is_behind, "an acceptance that brings a rejected fact back changes the lists"
    keeper.close()


def test_the_keeper_prints_anew_on_another_day(ledger, tmp_path):
    days = iter([TODAY, TODAY, date(2024, 1, 3), date(2024, 1, 3)])
    keeper = Keeper(ledger, "unused", tmp_path, lambda: next(days))
    first = keeper.edition()
    assert keeper.edition() is first
    assert keeper.edition() is not first
    keeper.close()


def test_an_edition_of_an_earlier_day_knows_only_what_was_published(ledger, tmp_path):
    keeper = Keeper(ledger, "unused", tmp_path, lambda: TODAY)
    now = keeper.edition().entries().total
    then = keeper.as_of(date(2020, 3, 6))
    assert 0 < then.entries().total < now
    assert keeper.as_of(date(2020, 3, 6)) is then
    keeper.close()


def test_the_edition_of_an_empty_ledger_is_empty(empty, tmp_path):
    print_edition(empty, tmp_path / "edition.db", TODAY)
    with Edition(tmp_path / "edition.db") as edition:
        assert edition.entries().total == 0
        assert edition.relationships().total == 0
        assert edition.people().items == ()
        assert edition.waiting_for_review() == ()


def test_the_files_of_editions_that_were_replaced_are_removed(ledger, tmp_path):
    days = iter(date(2024, 1, 1) + timedelta(days=n) for n in range(1000))
    keeper = Keeper(ledger, "unused", tmp_path, lambda: next(days))
    before = keeper.edition()
    whole = before.entries().total
    for _ in range(30):
        keeper.edition()
    assert before.path.exists() is False
    assert keeper.edition().entries().total == whole
    for n in range(30):
        assert keeper.as_of(date(2030, 1, 1) + timedelta(days=n)).entries().total == whole
    assert len(list(tmp_path.glob("edition-*.db"))) < 40
    keeper.close()
