"""One thing, from all its mentions."""

from __future__ import annotations

import random

import pytest

from servanda.resolve.entry import Entry, entry_id


def test_an_entry_is_named_after_its_first_mention(wire):
    later = wire.visit("2024-01-26", "Macron is in India", "FR IN", document="b")
    first = wire.visit("2023-12-22", "Macron will visit India", "FR IN", document="a")
    entry = Entry.of([later, first])
    assert entry.mentions == (first, later)
    assert entry.id == entry_id(first.id) == f"entry-{first.id.removeprefix('fact-')}"
    assert entry.kind == "engagement"


def test_an_earlier_report_gives_another_id_and_the_old_one_still_names_a_mention(wire):
    known = wire.visit("2024-01-26", "Macron is in India", "FR IN")
    before = Entry.of([known])
    after = Entry.of([known, wire.visit("2023-12-22", "Macron will visit India", "FR IN")])
    assert after.id != before.id
    assert before.id in {entry_id(mention.id) for mention in after.mentions}


def test_the_order_in_which_mentions_were_read_does_not_matter(wire):
    told = [wire.visit(day, "a visit", "FR IN") for day in ("2024-01-26", None, "2024-01-25", "2024-01")]
    expected = Entry.of(told)
    for seed in range(10):
        assert Entry.of(random.Random(seed).sample(told, 4)) == expected


def test_an_entry_of_nothing_is_none():
    with pytest.raises(IndexError):
        Entry.of([])
