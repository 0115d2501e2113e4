"""Help that is thanked for, money that is granted, projects that go on."""

from __future__ import annotations

import pytest

MET = "The Japanese minister met the Vietnamese minister in Hanoi. "


def test_thanks_for_a_named_help_is_an_activity(deeds) -> None:
    (deed,) = deeds("Viet Nam thanked Japan for its support in mine clearance.")
    assert (deed.provider, deed.recipient) == (("JP",), ("VN",))
    assert (deed.content, deed.fields) == ("its support in mine clearance", ("war-legacy",))


@pytest.mark.parametrize(
    "sentence",
    [
        "Viet Nam thanked Japan for its support.",
        "Viet Nam did not thank Japan for its support in mine clearance.",
        "Viet Nam spoke of its support in mine clearance.",
        "Viet Nam thanked Japan for its cooperation in all fields.",
        "Viet Nam highly valued the cooperation of Japan in mine clearance.",
    ],
    ids=["in general", "denied", "no thanks", "in all fields", "praised"],
)
def test_other_talk_of_help_is_none(deeds, sentence) -> None:
    assert deeds(sentence) == []


@pytest.mark.parametrize(
    "help",
    ["its budget support", "its assistance after the typhoon", "its cooperation in the upkeep of the dam"],
)
def test_help_is_named_by_its_kind_its_time_or_its_work(deeds, help) -> None:
    (deed,) = deeds(f"Viet Nam thanked Japan for {help}.")
    assert (deed.content, deed.provider, deed.recipient) == (help, ("JP",), ("VN",))


def test_thanks_under_a_form_of_be_is_read_without_end(deeds) -> None:
    assert deeds("It was gratitude for the support of Japan in mine clearance.") == []


def test_a_sum_that_is_granted(deeds) -> None:
    (deed,) = deeds(MET + "A Japanese grant of 600 million yen for radars arrived.")
    assert (deed.provider, deed.recipient) == (("JP",), ("VN",))
    assert (deed.amount.value, deed.amount.currency) == (600_000_000, "JPY")


@pytest.mark.parametrize(
    "sentence",
    [
        "He pledged a Japanese grant of 600 million yen for radars.",
        "A Japanese grant of 600 million yen will arrive.",
        "A Japanese grant of 600 million yen did not arrive.",
        "A Japanese grant for radars arrived.",
    ],
    ids=["promised", "planned", "denied", "no sum"],
)
def test_a_sum_that_is_not_granted(deeds, sentence) -> None:
    assert deeds(MET + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "They discussed ongoing Japanese projects.",
        "They reviewed the progress of Japanese projects.",
    ],
)
def test_a_project_that_goes_on(deeds, sentence) -> None:
    (deed,) = deeds(MET + sentence)
    assert (deed.provider, deed.recipient) == (("JP",), ("VN",))


@pytest.mark.parametrize(
    "sentence",
    [
        "They discussed Japanese projects.",
        "They did not discuss ongoing Japanese projects.",
        "They proposed ongoing Japanese projects.",
    ],
    ids=["not said to go on", "denied", "proposed"],
)
def test_a_project_of_which_nothing_is_reported(deeds, sentence) -> None:
    assert deeds(MET + sentence) == []


def test_a_project_without_a_table_has_no_sides(deeds) -> None:
    assert deeds("Experts discussed ongoing Japanese projects.") == []


def test_help_that_is_acknowledged(deeds) -> None:
    (deed,) = deeds(
        "The Peruvian minister met the Canadian minister in Lima on 3 July 2024. "
        "The Peruvian minister acknowledged Canada's assistance during the crisis."
    )
    assert (deed.provider, deed.recipient) == (("CA",), ("PE",))


def test_help_during_a_crisis_is_named_wherever_the_parse_hangs_it(deeds) -> None:
    (deed,) = deeds("Viet Nam expressed appreciation for Japan's assistance during the recent floods.")
    assert (deed.provider, deed.recipient) == (("JP",), ("VN",))
    assert deed.content == "Japan's assistance during the recent floods"


def test_help_that_is_asked_for_beside_thanks_is_not_thanked_for(deeds) -> None:
    assert (
        deeds("Viet Nam thanked Japan for the visit and sought further assistance in mine clearance.") == []
    )


def test_the_one_who_is_thanked_gave_the_help_whoever_is_named_with_it(deeds) -> None:
    text = "Minister Hassan of Malaysia thanked Vietnam for its support for Malaysia's ASEAN chairmanship."
    (help,) = (a for a in deeds(text) if a.rule == "activity/thanked")
    assert (help.provider, help.recipient) == (("VN",), ("MY",))


def test_where_two_are_thanked_nothing_tells_who_gave(deeds) -> None:
    told = deeds("Viet Nam thanked Japan and Australia for their support in mine clearance.")
    assert not [a for a in told if a.rule == "activity/thanked"]
