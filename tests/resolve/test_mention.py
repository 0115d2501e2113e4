"""A fact with its document."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from servanda.resolve.mention import Keys, Mention, in_order, time_key


@pytest.fixture
def april(wire) -> Mention:
    return wire.promise("2024-04-11", "provide Manila with radars", document="washington")


def test_a_mention_has_the_id_of_its_fact(april):
    assert april.id == april.fact.id


def test_two_mentions_of_one_fact_are_equal_whoever_publishes_it(april):
    told = Mention.of(april.fact, replace(april.source, publisher="a wire service"))
    assert told == april
    assert len({told, april}) == 1
    assert april != april.id


def test_who_read_the_fact_and_how_surely_does_not_make_it_another(april):
    surer = replace(april.fact, confidence=0.99, extractor="another", rule="r", reasons={"due": "said so"})
    assert Mention.of(surer, april.source) == april


def test_the_quotation_is_the_first(april):
    assert april.quotation == "provide Manila with radars"


def test_the_earlier_published_comes_first_and_the_unpublished_before_all(wire, april):
    july = wire.promise("2024-07-08", "provide radars", document="manila")
    unknown = wire.promise(None, "provide radars", document="undated")
    assert sorted([july, april, unknown], key=time_key) == [unknown, april, july]
    assert in_order(july, april) == in_order(april, july) == (april, july)


def test_of_one_day_the_name_of_the_document_decides_and_then_the_id(wire):
    told = [
        wire.promise("2024-04-11", text, document=name) for name, text in (("b", "x"), ("a", "y"), ("a", "z"))
    ]
    one, *both = told
    assert sorted(told, key=time_key) == [*sorted(both, key=lambda m: m.id), one]


def test_keys_of_both_sorts_can_be_the_same():
    assert Keys.both(frozenset("ab")) == Keys(held=frozenset("ab"), sought=frozenset("ab"))
