"""Finding an entry or person by an id, or the beginning of one, as people write them."""

import pytest

from servanda.errors import LedgerError
from servanda.ledger import Ledger
from servanda.query.book import open_book
from servanda.query.find import find, members
from servanda.resolve.entry import Entry
from servanda.resolve.resolution import Individual


@pytest.fixture
def book(fiji):
    with Ledger.open(fiji) as ledger:
        list(ledger.link())
        yield open_book(ledger)


@pytest.mark.parametrize(
    "written", [str, lambda i: i[:-4], lambda i: i.partition("-")[2], lambda i: i.upper(), lambda i: f" {i} "]
)
def test_an_entry_is_found_by_its_id_or_that_of_any_of_its_facts(book, written):
    for entry in book.entries:
        assert find(book, written(entry.id)) == entry
        for mention in entry.mentions:
            assert find(book, written(mention.id)) == entry
            assert find(book, written(mention.id.replace("fact-", "entry-"))) == entry


def test_a_person_is_found_by_its_id_or_that_of_any_form_of_the_name(book):
    for person in book.people:
        assert find(book, person.id) == person
        for form in person.forms:
            assert find(book, form.id) == find(book, form.id[5:13]) == person


def test_members_are_what_judgements_are_passed_on(book):
    for entry in book.entries:
        assert members(entry) == tuple(mention.id for mention in entry.mentions)
    for person in book.people:
        assert members(person) == tuple(form.id for form in person.forms)


@pytest.mark.parametrize(
    "wrong", ["", "entry-", "xyz", "doc-0a1b", "%", "0x12", "entry-" + "0" * 21, "fact 12"]
)
def test_what_is_no_id_is_told_where_to_find_one(book, wrong):
    with pytest.raises(LedgerError, match="is no id") as refusal:
        find(book, wrong)
    assert "--json" in refusal.value.mend


@pytest.mark.parametrize("unknown", ["00000000000000000000", "entry-ffffffffffffffffffff"])
def test_an_id_that_nothing_has_is_named(book, unknown):
    with pytest.raises(LedgerError, match=f"{unknown}: nothing here has this id"):
        find(book, unknown)


def test_a_kind_that_is_named_is_kept_to(book):
    person, entry = book.people[0], book.entries[0]
    with pytest.raises(LedgerError, match="nothing here"):
        find(book, person.id.replace("person-", "entry-"))
    with pytest.raises(LedgerError, match="nothing here"):
        find(book, entry.id.replace("entry-", "form-"))


def test_the_beginning_of_several_ids_is_refused_with_those_that_it_can_mean(book):
    things = [*book.entries, *book.people]
    digits = {thing.id: {id_.partition("-")[2][0] for id_ in members(thing)} for thing in things}
    first = next(d for d in "0123456789abcdef" if sum(d in each for each in digits.values()) > 1)
    meant = [id_ for id_, each in digits.items() if first in each]
    with pytest.raises(LedgerError, match="give more of the id") as refusal:
        find(book, first)
    named = [id_ for id_ in meant if id_ in str(refusal.value)]
    assert len(named) == min(len(meant), 5)
    assert ("and others" in str(refusal.value)) == (len(meant) > 5)


def test_what_is_found_is_an_entry_or_a_person(book):
    assert isinstance(find(book, book.entries[0].id), Entry)
    assert isinstance(find(book, book.people[0].id), Individual)
