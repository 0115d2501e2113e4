"""Who gives goods to whom, where a sentence only tells that they are handed over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Activity, AnyFact, Commitment

_TOLD = "Norway has promised Kenya four radars and two patrol vessels. "
_BOUGHT = "Kenya has ordered four radars from Norway. "
_THANKED = "Minister Aden Duale of Kenya thanked Norway for the transfer of the radars. "


@pytest.fixture
def deed(read: Callable[..., list[AnyFact]]) -> Callable[[str], list[Activity]]:
    """The activities of a text."""
    return lambda text: [
        f for f in read(text) if isinstance(f, Activity) and f.rule.startswith("activity/deliv")
    ]


@pytest.fixture
def pledge(read: Callable[..., list[AnyFact]]) -> Callable[[str], list[Commitment]]:
    """The deliveries and lessons to come of a text."""

    def pledge(text: str) -> list[Commitment]:
        rules = ("commitment/delivery", "commitment/lesson")
        return [f for f in read(text) if isinstance(f, Commitment) and f.rule.startswith(rules)]

    return pledge


@pytest.mark.parametrize("before", [_TOLD, _BOUGHT, _THANKED])
@pytest.mark.parametrize(
    "sentence",
    [
        "The first of the four radars was delivered in March 2024.",
        "Two of the radars have been delivered so far.",
        "A first radar was handed over in March 2024.",
        "The second radar was installed in March 2024.",
        "The delivery of the radars was completed in March 2024.",
    ],
)
def test_what_is_delivered_goes_as_was_told_before(deed, before, sentence) -> None:
    (only,) = deed(before + sentence)
    assert (only.provider, only.recipient) == (("NO",), ("KE",))


@pytest.mark.parametrize(
    "sentence",
    [
        "The first of the two vessels will be handed over in March 2025.",
        "The vessels are to be delivered by the end of 2025.",
        "Delivery of the first vessel is expected in March 2025.",
        "Delivery of the vessels is to begin in 2025.",
    ],
)
def test_what_is_to_be_delivered_is_pledged_by_who_promised_it(pledge, sentence) -> None:
    (only,) = pledge(_TOLD + sentence)
    assert (only.act, only.speaker, only.addressee) == ("pledge", ("NO",), ("KE",))
    assert only.due is not None and only.due.startswith("2025")


@pytest.mark.parametrize(
    "sentence", ["The report was delivered in March 2024.", "The delivery of the trucks is expected in 2025."]
)
def test_what_was_not_told_before_has_no_direction(deed, pledge, sentence) -> None:
    assert deed(_TOLD + sentence) == []
    assert pledge(_TOLD + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "About 50 Kenyan technicians will be trained in Norway next year.",
        "Kenyan pilots are to be trained in Norway from 2025.",
    ],
)
def test_who_trains_the_other_pledges_it(pledge, sentence) -> None:
    (only,) = pledge(sentence)
    assert (only.speaker, only.addressee) == (("NO",), ("KE",))


def test_people_trained_at_home_are_nobody_s_pledge(pledge) -> None:
    assert pledge(_TOLD + "Kenyan pilots will be trained in first aid next year.") == []


@pytest.mark.parametrize(
    ("load", "is_a_deed"),
    [("12 tonnes of medicine", True), ("Minister Espen Dahl and his delegation", False)],
)
def test_an_aircraft_that_brings_a_minister_brings_no_goods(read, load, is_a_deed) -> None:
    told = read(f"Norway and Kenya are partners. A Norwegian aircraft carrying {load} landed in Nairobi.")
    assert bool([f for f in told if isinstance(f, Activity)]) is is_a_deed
