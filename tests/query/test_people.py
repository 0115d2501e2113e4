"""People: one entry for a name within a party, with the posts that documents give."""

import pytest

from servanda.errors import UsageError
from servanda.query.filters import Filters
from servanda.query.people import people


def test_spellings_that_differ_in_diacritics_are_one_person(ledger):
    french, vietnamese = people(ledger)
    assert (french.name, french.party) == ("Jean-Luc Morel", "FR")
    assert (vietnamese.name, vietnamese.party) == ("Đặng Văn Hải", "VN")
    assert [document.name for document in vietnamese.documents] == ["visit", "next", "call"]


def test_posts_are_listed_with_the_documents_that_give_them(ledger):
    posts = [(p.rank, p.post, p.documents) for p in people(ledger)[1].posts]
    assert posts == [(None, "Deputy Minister", ("visit",)), ("Colonel", None, ("next",))]


def test_one_name_in_two_parties_is_two_people(ledger, press):
    from servanda.model.facts import Person

    press.add(
        "other",
        "Jean-Luc Morel of Fiji",
        (Person, "Jean-Luc Morel", {"name": "Jean-Luc Morel", "party": "FJ"}),
    )
    press.add("third", "Jean-Luc Morel spoke", (Person, "Jean-Luc Morel", {"name": "Jean-Luc Morel"}))
    assert [p.party for p in people(ledger, Filters(person="morel"))] == [None, "FJ", "FR"]


def test_people_are_filtered_by_the_publication_of_the_document(ledger):
    assert [p.documents[0].name for p in people(ledger, Filters(since="2022"))] == ["next"]
    assert [p.name for p in people(ledger, Filters(until="2020-03-06"))] == ["Jean-Luc Morel", "Đặng Văn Hải"]
    assert people(ledger, Filters(until="2020-03-05")) == []


def test_people_are_filtered_by_party_name_and_document(ledger):
    assert [p.name for p in people(ledger, Filters(parties=("Viet Nam",)))] == ["Đặng Văn Hải"]
    assert [p.name for p in people(ledger, Filters(person="morel"))] == ["Jean-Luc Morel"]
    assert [p.name for p in people(ledger, Filters(document="next"))] == ["Dang Van Hai"]


def test_other_kinds_are_not_people(ledger):
    with pytest.raises(UsageError, match="not people"):
        people(ledger, Filters(kinds=("engagement",)))
