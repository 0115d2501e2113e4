"""What a contract is on: how many things, of what kind."""

import pytest

from servanda.resolve.things import (
    are_other_things,
    counts_in,
    tells_but_kinds,
    tells_only_kinds,
    with_long_years,
)

NONE = frozenset[str]()


def words(*of: str) -> frozenset[str]:
    return frozenset(of)


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("contract for 36 aircraft", {36}),
        ("contract for three patrol vessels", {3}),
        ("contract for thirty-six fighters", {36}),
        ("contract for two ships and 12 boats", {2, 12}),
        ("agreement of 2014 for 10 F-16 jets", {10}),
        ("contract for K2 tanks", set()),
        ("contract worth 5 million euros", set()),
        ("contract for five Type 26 frigates", {5}),
        ("contract of twenty years", set()),
        ("contract for one ship", set()),
        ("contract of 12 June 2023 for Lot 15 and tranche 4", set()),
        ("contract No. 7", set()),
        ("", set()),
    ],
)
def test_what_is_counted_is_no_year_sum_or_mark(name: str, counts: set[int]) -> None:
    assert counts_in(name) == counts


@pytest.mark.parametrize(
    ("a", "a_called", "b", "b_called"),
    [
        pytest.param(words("ship"), NONE, words("belharra", "frigat"), words("belharra"), id="any ship"),
        pytest.param(words("fighter"), NONE, words("gripen", "aircraft"), words("gripen"), id="of the kind"),
        pytest.param(words("fighter"), NONE, words("gripen"), words("gripen"), id="called by its name only"),
    ],
)
def test_a_name_can_tell_but_the_kind_of_things_of_another(
    a: frozenset[str], a_called: frozenset[str], b: frozenset[str], b_called: frozenset[str]
) -> None:
    assert tells_but_kinds(a, a_called, b, b_called)
    assert tells_but_kinds(b, b_called, a, a_called)


@pytest.mark.parametrize(
    ("a", "a_called", "b", "b_called"),
    [
        pytest.param(words("frigat"), NONE, words("submarin"), NONE, id="two kinds of ships"),
        pytest.param(words("ship"), NONE, words("fishery"), NONE, id="no thing"),
        pytest.param(
            words("tank", "k2"), words("k2"), words("tank", "leopard"), words("leopard"), id="makes"
        ),
        pytest.param(words("ship"), NONE, words("k9", "howitzer"), words("k9"), id="things of another kind"),
        pytest.param(NONE, NONE, words("frigat"), NONE, id="nothing told"),
    ],
)
def test_other_things_are_not_of_the_kind(
    a: frozenset[str], a_called: frozenset[str], b: frozenset[str], b_called: frozenset[str]
) -> None:
    assert not tells_but_kinds(a, a_called, b, b_called)


def test_things_of_two_kinds_are_others_but_nothing_else_is() -> None:
    assert are_other_things(words("tank"), words("frigat"))
    assert not are_other_things(words("vessel"), words("frigat"))
    assert not are_other_things(words("train"), words("frigat"))


def test_ships_alone_say_no_more_than_their_kind() -> None:
    assert tells_only_kinds(words("ship"))
    assert not tells_only_kinds(words("frigat"))
    assert not tells_only_kinds(NONE)


@pytest.mark.parametrize(
    "told", ["100-year", "100 year", "one hundred year", "hundred-year", "a hundred years"]
)
def test_a_long_time_has_one_spelling(told: str) -> None:
    assert with_long_years(f"the {told} partnership").split() == ["the", "100-year", "partnership"]


@pytest.mark.parametrize("told", ["ten-year plan", "10 years", "every year", "plan of the year"])
def test_a_usual_term_stays_as_it_is(told: str) -> None:
    assert with_long_years(told) == told
