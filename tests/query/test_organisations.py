"""Organisations over all documents: whose they are, who serves in them, which entries tell of them."""

from datetime import date

import pytest

from servanda.model.facts import Commitment, Engagement, Person
from servanda.query.book import open_book
from servanda.query.edition.edition import Edition
from servanda.query.edition.keeper import print_edition
from servanda.query.entries import entries
from servanda.query.organisations import organisations
from servanda.query.people import people

TODAY = date(2024, 1, 2)


def person(name, post, party):
    return Person, name, {"name": name, "post": post, "party": party}


def offer(quote, speaker, addressee):
    said = {"act": "offer", "content": quote, "speaker": (speaker,), "addressee": (addressee,)}
    return Commitment, quote, said


def meeting(quote, *participants):
    met = {"type": "meeting", "status": "held", "parties": ("FR", "VN"), "participants": participants}
    return Engagement, quote, met | {"date": "2021-05-04"}


def found(ledger):
    for _ in ledger.link():
        pass
    book = open_book(ledger)
    return {
        (each.party, each.name): each
        for each in organisations(people(ledger, book), entries(ledger, book, TODAY))
    }


@pytest.fixture
def read(empty, press):
    def read(name, text, *facts, **known):
        press.add(name, text, *facts, **known)
        return empty

    return read


def test_names_posts_and_portfolios_of_one_ministry_are_one(read):
    text = (
        "Minister of the Armed Forces Florence Parly met General Vinh. Alice Guitton of the French "
        "Ministry of the Armed Forces was there."
    )
    ledger = read(
        "talks",
        text,
        person("Florence Parly", "Minister of the Armed Forces", "FR"),
        person("Alice Guitton", "Director General at the French Ministry of the Armed Forces", "FR"),
        person("Vinh", "Deputy Minister of National Defence", "VN"),
        meeting("Florence Parly met General Vinh", "Florence Parly", "Vinh"),
        published="2021-05-05",
    )
    held = found(ledger)
    assert set(held) == {("FR", "French Ministry of the Armed Forces"), ("VN", "National Defence")}
    french = held["FR", "French Ministry of the Armed Forces"]
    assert (french.named, french.names) == (True, ())
    assert [(h.name, h.first, h.documents) for h in french.holders] == [
        ("Alice Guitton", "2021-05-05", ("talks",)),
        ("Florence Parly", "2021-05-05", ("talks",)),
    ]
    assert not held["VN", "National Defence"].named
    assert french.entries == held["VN", "National Defence"].entries != ()


def test_an_entry_belongs_to_the_organisation_that_its_quotation_names(read):
    quote = "France offered experts to the Vietnam Department of Peacekeeping Operations"
    held = found(read("offer", f"{quote}.", offer(quote, "FR", "VN")))
    ((key, organisation),) = held.items()
    assert key == ("VN", "Vietnam Department of Peacekeeping Operations")
    assert len(organisation.entries) == 1
    assert organisation.holders == ()


def test_whose_a_ministry_is_another_place_of_the_document_may_tell(read):
    quote = "France offered courses to the Ministry of Public Security"
    ledger = read(
        "offer", f"{quote}, said To Lam.", offer(quote, "FR", "VN"),
        person("To Lam", "Minister of Public Security", "VN"),
    )  # fmt: skip
    assert len(found(ledger)["VN", "Ministry of Public Security"].entries) == 1


def test_where_it_is_that_of_either_or_of_nobody_told_it_is_given_to_none(read):
    quote = "France offered courses to the Ministry of Defence"
    ledger = read(
        "offer", f"{quote}, said Florence Parly and Vinh.", offer(quote, "FR", "VN"),
        person("Florence Parly", "Minister of Defence", "FR"),
        person("Vinh", "Deputy Minister of Defence", "VN"),
    )  # fmt: skip
    assert all(each.entries == () for each in found(ledger).values())
    ledger = read("other", f"{quote} again.", offer(quote, "FR", "VN"))
    assert all(each.entries == () for each in found(ledger).values())


def test_a_post_of_another_time_puts_nobody_into_what_happened_then(read):
    read("then", "To Lam met them.", meeting("To Lam met them", "To Lam"), published="2021-05-05")
    ledger = read(
        "later", "Minister To Lam.", person("To Lam", "Minister of Public Security", "VN"),
        published="2023-01-01",
    )  # fmt: skip
    assert found(ledger)["VN", "Public Security"].entries == ()


def test_an_edition_holds_each_and_finds_it_again(read, tmp_path):
    quote = "the French Navy offered a port call to Viet Nam"
    ledger = read(
        "offer", f"{quote}.", offer(quote, "FR", "VN"), person("offer", "Commander of the Navy", "FR")
    )
    print_edition(ledger, tmp_path / "edition.db", TODAY)
    with Edition(tmp_path / "edition.db") as edition:
        (navy,) = edition.organisations("navy", ("FR",)).items
        assert navy == edition.organisation(navy.id) == edition.organisation(navy.id.partition("-")[2][:8])
        assert edition.organisations("air").total == 0
        (row,) = edition.entries().items
        assert navy.entries == (row.id,)
        assert edition.organisations_with(navy.holders[0].id) == (navy,)
