"""People: one row a person over all documents, with the posts that documents give and when they do."""

from datetime import date

import pytest

from servanda.errors import UsageError
from servanda.ledger import Ledger
from servanda.model.facts import Person
from servanda.query import people as query
from servanda.query.book import open_book
from servanda.query.filters import EVERYTHING, Filters


def people(ledger, filters=EVERYTHING, as_of=None):
    return query.people(ledger, open_book(ledger, as_of), filters)


def test_spellings_that_differ_in_diacritics_are_one_person(ledger):
    french, vietnamese = people(ledger)
    assert (french.name, french.party) == ("Jean-Luc Morel", "FR")
    assert (vietnamese.name, vietnamese.party) == ("Đặng Văn Hải", "VN")
    assert vietnamese.spellings == ("Dang Van Hai",)
    assert [document.name for document in vietnamese.documents] == ["call", "visit", "next"]


def test_posts_are_listed_with_the_documents_that_give_them_and_when(ledger):
    posts = [(p.rank, p.post, p.documents, p.first, p.last) for p in people(ledger)[1].posts]
    assert posts == [
        (None, "Deputy Minister", ("visit",), "2020-03-06", "2020-03-06"),
        ("Colonel", None, ("next",), "2023-01-10", "2023-01-10"),
    ]


def test_a_post_is_attested_from_the_first_to_the_last_publication_that_gives_it(ledger, press):
    for name, published in (("later", "2021-05"), ("undated", None), ("earlier", "2019")):
        press.add(
            name,
            "Deputy minister Đặng Văn Hải spoke.",
            (Person, "Đặng Văn Hải", {"name": "Đặng Văn Hải", "post": "deputy minister", "party": "VN"}),
            published=published,
        )
    post = next(p for p in people(ledger, Filters(parties=("VN",)))[0].posts if p.post)
    assert (post.first, post.last) == ("2019", "2021-05")
    assert set(post.documents) == {"visit", "later", "undated", "earlier"}
    (only,) = people(ledger, Filters(document="undated"))
    assert [(p.first, p.last) for p in only.posts] == [(None, None)]


def test_several_forms_of_a_name_over_documents_are_one_person(fiji):
    with Ledger.open(fiji) as ledger:
        found = {person.name: person for person in people(ledger)}
        assert list(found) == ["Frank Bainimarama", "Pio Tikoduadua", "Andrew Little", "Nanaia Mahuta"]
        tikoduadua = found["Pio Tikoduadua"]
        assert tikoduadua.spellings == ("Tikoduadua",)
        assert [d.name for d in tikoduadua.documents] == ["home-affairs-plan", "beehive-forces", "fbc-forces"]
        assert [form.name for form in tikoduadua.forms] == ["Pio Tikoduadua", "Tikoduadua"]
        assert tikoduadua.id == f"person-{tikoduadua.forms[0].id.removeprefix('form-')}"
        assert [(p.post, p.first, p.last) for p in found["Nanaia Mahuta"].posts] == [
            ("Foreign Minister", "2022-03-27", "2022-04-01"),
            ("Minister for Foreign Affairs", "2022-03-29", "2022-03-29"),
        ]


def test_one_name_in_two_parties_is_two_people(ledger, press):
    press.add(
        "other",
        "Jean-Luc Morel of Fiji",
        (Person, "Jean-Luc Morel", {"name": "Jean-Luc Morel", "party": "FJ"}),
    )
    press.add("third", "Jean-Luc Morel spoke", (Person, "Jean-Luc Morel", {"name": "Jean-Luc Morel"}))
    found = people(ledger, Filters(person="morel"))
    assert [p.party for p in found] == [None, "FJ", "FR"]
    assert len({p.id for p in found}) == 3


def test_people_are_filtered_by_the_publication_of_the_document(ledger):
    assert [p.documents[0].name for p in people(ledger, Filters(since="2022"))] == ["next"]
    assert [p.name for p in people(ledger, Filters(until="2020-03-06"))] == ["Jean-Luc Morel", "Đặng Văn Hải"]
    assert people(ledger, Filters(until="2020-03-05")) == []


def test_documents_that_are_filtered_out_give_no_posts(ledger):
    (later,) = people(ledger, Filters(since="2022"))
    assert [(p.rank, p.post) for p in later.posts] == [("Colonel", None)]
    assert [d.name for d in later.documents] == ["next"]


def test_people_are_filtered_by_party_name_and_document(ledger):
    assert [p.name for p in people(ledger, Filters(parties=("Viet Nam",)))] == ["Đặng Văn Hải"]
    assert [p.name for p in people(ledger, Filters(person="morel"))] == ["Jean-Luc Morel"]
    assert [p.name for p in people(ledger, Filters(document="next"))] == ["Đặng Văn Hải"]
    assert people(ledger, Filters(field="training")) == []


def test_people_are_those_who_were_known_on_a_day(fiji):
    with Ledger.open(fiji) as ledger:
        then = people(ledger, as_of=date(2022, 3, 28))
        assert [(p.name, [d.name for d in p.documents]) for p in then] == [
            ("Nanaia Mahuta", ["beehive-trip"])
        ]
        (mahuta,) = then
        assert [form.post for form in mahuta.forms] == ["Foreign Minister"]
        assert len(people(ledger, as_of=date(2023, 6, 13))) == 4


def test_a_judgement_parts_and_joins_people(fiji):
    with Ledger.open(fiji) as ledger:
        (person,) = people(ledger, Filters(person="Tikoduadua", document="fbc-forces"))
        ledger.judge("not-same", *(form.id for form in person.forms), by="Lan")
        parted = people(ledger, Filters(parties=("FJ",)))
        assert [p.name for p in parted] == ["Frank Bainimarama", "Pio Tikoduadua", "Tikoduadua"]


def test_other_kinds_are_not_people(ledger):
    with pytest.raises(UsageError, match="not people"):
        people(ledger, Filters(kinds=("engagement",)))
