"""Words that tell one thing from another."""

from __future__ import annotations

import pytest

from servanda.resolve.wording import parties_in, share, words_of


def test_generic_words_and_names_of_parties_tell_nothing():
    assert words_of("The President of Viet Nam held talks with French officials in Paris") == {
        "president", "officials", "paris",
    }  # fmt: skip
    assert words_of("the two sides met") == frozenset()
    assert words_of("") == frozenset()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chiến’s handbook", {"chien", "handbook"}),
        ("the Vietnam-France friendship and the China–India border", {"friendship", "border"}),
        ("trade, maritime security and defence", {"trade", "maritime", "security", "defence"}),
        ("300,000 tonnes; 1.5 billion", {"300,000", "tonnes", "1.5", "billion"}),
        ("the 18th and the 19th", {"18th", "19th"}),
        ("R&D — a 5G network", {"r&d", "network"}),
        ("2+2", frozenset()),
        ("snake_case", {"snake", "case"}),
    ],
)
def test_words(text, words):
    assert words_of(text) == words


def test_the_share_is_of_the_shorter():
    assert share(frozenset("ab"), frozenset("bcde")) == 0.5
    assert share(frozenset("ab"), frozenset()) == 0
    assert share(frozenset(), frozenset()) == 0


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("thanked Viet Nam for its support", {"VN"}),
        ("Sri Lankan troops and India’s navy", {"LK", "IN"}),
        ("the United States and South Korea", {"US", "KR"}),
        ("the WHO and the EU", {"WHO", "EU"}),
        ("those who may polish it for us", frozenset()),
        ("", frozenset()),
    ],
)
def test_parties_that_a_text_names(text, parties):
    assert parties_in(text) >= parties
    assert bool(parties_in(text)) is bool(parties)
