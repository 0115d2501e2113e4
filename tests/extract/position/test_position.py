"""Which of several positions stay, and what the facts say."""

from __future__ import annotations

from collections.abc import Callable

from servanda.model.facts import Position

Said = Callable[..., list[Position]]


def test_of_positions_that_overlap_the_longest_stays(said: Said) -> None:
    (fact,) = said("Mr Ishida said that disputes that threaten regional stability must be settled.")
    assert fact.content == "disputes that threaten regional stability must be settled"


def test_positions_of_two_sides_are_two_in_order_of_the_text(said: Said) -> None:
    facts = said("Japan supports a two-state solution. Kenya called for a ceasefire.")
    assert [f.holder for f in facts] == [("JP",), ("KE",)]


def test_the_fact_names_its_rule_and_why_it_has_its_holder(said: Said) -> None:
    (fact,) = said("Japan called for a ceasefire.")
    assert fact.rule == "position/verb:call"
    assert fact.reasons == {"holder": "'Japan'"}
