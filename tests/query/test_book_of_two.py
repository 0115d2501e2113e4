"""The book of two parties holds what lies between them as the whole book does, and less of the rest."""

from datetime import date

import pytest

from servanda.ledger import Ledger
from servanda.model.facts import Activity, Commitment, Engagement, Position
from servanda.query.book import open_book
from servanda.query.edition.edition import Edition
from servanda.query.edition.keeper import Keeper, print_edition
from servanda.query.edition.wanted import Wanted
from servanda.query.entries import between
from servanda.query.people import people

TODAY = date(2024, 6, 1)
FRENCH_AID = {
    "act": "pledge", "content": "donate two patrol boats", "speaker": ("FR",), "addressee": ("FJ",),
}  # fmt: skip


@pytest.fixture
def told(fiji, story):
    """The twelve reports, and others of which some have to do with Fiji and New Zealand."""
    others = [
        story("tonga", "2023-01-10", "Matangi").tell(
            "New Zealand and Tonga held talks in Suva.",
            (Engagement, {"type": "meeting", "status": "held", "parties": ("NZ", "TO"), "place": "Suva"}),
        ),
        story("paris", "2023-02-01", "Gazette")
        .tell("France will donate two patrol boats to Fiji.", (Commitment, FRENCH_AID))
        .tell("Fiji wants quiet seas.", (Position, {"content": "quiet seas", "holder": ("FJ",)})),
        story("boats", "2024-02-01", "Gazette").tell(
            "France delivered two patrol boats to Fiji.",
            (
                Activity,
                {"content": "delivered two patrol boats", "provider": ("FR",), "recipient": ("FJ",)},
            ),
        ),
        story("three", "2024-03-01", "Gazette").tell(
            "Fiji, New Zealand and France met in Paris in March 2024.",
            (
                Engagement,
                {"type": "meeting", "status": "held", "parties": ("FJ", "FR", "NZ"), "date": "2024-03"},
            ),
        ),
    ]
    with Ledger.open(fiji) as ledger:
        run = ledger.begin_read("rules 1")
        for each in others:
            run.add(*each.made())
        run.finish()
        list(ledger.link())
        yield ledger


PAIRS = [("FJ", "NZ"), ("FJ", "FR"), ("NZ", "TO"), ("FR", "NZ"), ("FJ", "TO")]


def test_what_lies_between_two_parties_is_as_in_the_whole(told):
    for as_of in (None, date(2023, 6, 13)):
        whole = open_book(told, as_of)
        for pair in PAIRS:
            part = open_book(told, as_of, pair)
            assert between(told, part, TODAY, *pair) == between(told, whole, TODAY, *pair)
            assert people(told, part) == people(told, whole)


def test_the_order_of_the_parties_does_not_matter(told):
    one, other = open_book(told, None, ("FJ", "NZ")), open_book(told, None, ("NZ", "FJ"))
    assert [entry.id for entry in one.entries] == [entry.id for entry in other.entries]


def test_the_rest_is_left_out(told):
    named = {
        mention.source.name
        for entry in open_book(told, None, ("NZ", "TO")).entries
        for mention in entry.mentions
    }
    assert "tonga" in named
    assert named.isdisjoint({"boats", "rfmf-course"})


def test_a_judgement_brings_what_it_joins(told):
    book = open_book(told)
    apart = next(e for e in book.entries if e.mentions[0].source.name == "tonga")
    here = next(e for e in book.entries if e.mentions[-1].source.name == "dialogue-third")
    told.judge("same", apart.mentions[0].id, here.mentions[0].id, by="lan")
    pair = ("FJ", "NZ")
    part = between(told, open_book(told, None, pair), TODAY, *pair)
    assert part == between(told, open_book(told), TODAY, *pair)
    assert any("tonga" in {view.document for view in entry.facts} for entry in part.entries)


def test_a_fact_that_a_person_withdrew_is_out_of_the_part_as_well(told):
    pair = ("FJ", "NZ")
    gone = between(told, open_book(told), TODAY, *pair).entries[0].facts[0]
    told.reviewing.reject(gone.id, by="lan")
    part = between(told, open_book(told, None, pair), TODAY, *pair)
    assert part == between(told, open_book(told), TODAY, *pair)
    assert gone.id not in {view.id for entry in part.entries for view in entry.facts}


def test_the_edition_of_two_parties_is_the_whole_one_between_them(told, tmp_path):
    for pair in PAIRS:
        whole, part = tmp_path / f"whole-{pair}.db", tmp_path / f"part-{pair}.db"
        print_edition(told, whole, TODAY, date(2023, 12, 31))
        print_edition(told, part, TODAY, date(2023, 12, 31), pair)
        with Edition(whole) as one, Edition(part) as other:
            wanted = Wanted(pair=pair)
            assert one.entries(wanted) == other.entries(wanted)
            assert one.relationship(pair) == other.relationship(pair)
            assert one.conflicts(wanted) == other.conflicts(wanted)
            assert one.implied(wanted) == other.implied(wanted)
            assert one.people_of(wanted) == other.people_of(wanted)


def test_a_keeper_keeps_the_part_and_the_whole_apart(told, fiji, tmp_path):
    keeper = Keeper(told, fiji, tmp_path, lambda: TODAY)
    try:
        day = date(2024, 5, 1)
        part = keeper.as_of(day, ("NZ", "FJ"))
        assert keeper.as_of(day, ("FJ", "NZ")) is part
        assert keeper.as_of(day) is not part
        assert keeper.as_of(day).entries(limit=500).total > part.entries(limit=500).total
    finally:
        keeper.close()
