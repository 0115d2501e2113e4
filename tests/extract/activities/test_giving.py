"""One side gives, trains or sends, and the other takes."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway provided two patrol vessels to Ghana.",
        "Two patrol vessels were donated to Ghana by Norway.",
        "Norwegian patrol vessels were handed over to the Ghanaian Navy.",
        "Ghanaian officers are being trained in Norway.",
        "Norway has trained forty Ghanaian officers.",
        "Norwegian experts taught Ghanaian officers how to clear mines.",
        "Norway has sent relief supplies to Ghana.",
    ],
)
def test_giver_and_taker(deeds, sentence) -> None:
    (deed,) = deeds(sentence)
    assert (deed.provider, deed.recipient) == (("NO",), ("GH",))
    assert deed.content == sentence.rstrip(".")


@pytest.mark.parametrize(
    "sentence",
    [
        "In June a Norwegian C-130 flew Ghana's third field hospital to Mali.",
        "Norway transported the third rotation of Ghana's field hospital to Gao.",
        "Norway has airlifted the third Ghanaian field hospital to Gao.",
    ],
)
def test_who_carries_what_is_the_others_helps(deeds, sentence) -> None:
    (deed,) = deeds(f"Norway and Ghana are friends. {sentence}")
    assert (deed.provider, deed.recipient) == (("NO",), ("GH",))


def test_a_part_of_what_was_counted_is_given(deeds) -> None:
    (deed,) = deeds("Japan and Kenya are friends. Japan has handed over two of the four rescue boats.")
    assert (deed.provider, deed.recipient) == (("JP",), ("KE",))


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway did not provide patrol vessels to Ghana.",
        "Norway will provide patrol vessels to Ghana.",
        "Norway may provide patrol vessels to Ghana.",
        "If Norway provided vessels to Ghana, patrols would grow.",
        "Norway wants to provide vessels to Ghana.",
        "Norway gave its opinion to Ghana.",
        "Norway has built a stadium in Oslo.",
        "Norway and Ghana provided equipment.",
    ],
    ids=["denied", "planned", "possible", "condition", "wish", "no gift", "at home", "both"],
)
def test_what_is_no_giving(deeds, sentence) -> None:
    assert deeds(sentence) == []


def test_the_taker_that_is_not_named_is_the_country_of_the_press(deeds) -> None:
    (deed,) = deeds("Ghana provided rice last year.", publisher="Ministry of Defence, Norway")
    assert (deed.provider, deed.recipient, deed.date) == (("GH",), ("NO",), "2023")


def test_the_taker_that_is_not_named_is_the_other_side_at_the_table(deeds) -> None:
    (deed,) = deeds("The Norwegian minister met the Ghanaian minister in Oslo. Norway donated two vessels.")
    assert deed.recipient == ("GH",)


def test_a_currency_is_no_taker(deeds) -> None:
    (deed,) = deeds("Norway donated equipment worth 20 million US dollars to Ghana in 2022.")
    assert deed.recipient == ("GH",)


def test_those_who_give_together_both_give(deeds) -> None:
    (deed,) = deeds("Japanese instructors and American experts taught 30 Kenyan officers how to drive.")
    assert (deed.provider, deed.recipient) == (("JP", "US"), ("KE",))


def test_a_sum_of_money_is_a_gift(deeds) -> None:
    (deed,) = deeds("Japan has provided Kenya with almost €100 million.")
    assert (deed.provider, deed.recipient, deed.amount.value) == (("JP",), ("KE",), 100_000_000)


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Minister Lund of Norway thanked Ghana for sending soldiers to Mali.", "sending soldiers to Mali"),
        ("Minister Lund of Norway thanked Ghana for hosting Norwegian forces.", "hosting Norwegian forces"),
        ("Ghana has hosted a Norwegian fleet for years.", "Ghana has hosted a Norwegian fleet for years"),
    ],
)  # fmt: skip
def test_what_a_side_is_thanked_for_doing_and_whom_it_hosts(deeds, sentence, content) -> None:
    (deed,) = deeds(sentence)
    assert (deed.provider, deed.recipient, deed.content) == (("GH",), ("NO",), content)


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Lund of Norway thanked Ghana for hosting the conference.",
        "Minister Lund of Norway did not thank Ghana for sending soldiers.",
        "Ghana has hosted a Norwegian delegation.",
        "Minister Lund of Norway criticised Ghana for sending soldiers.",
    ],
)
def test_hosting_guests_and_blame_are_no_help(deeds, sentence) -> None:
    assert deeds(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Vietnamese officers have been attending the Japanese staff college since 2019.",
        "Japanese experts ran four courses at the Vietnamese peacekeeping centre.",
    ],
)
def test_schools_and_courses_of_the_other_side(deeds, sentence) -> None:
    (deed,) = deeds(sentence)
    assert (deed.provider, deed.recipient) == (("JP",), ("VN",))


def test_forces_stationed_with_the_other_side(deeds) -> None:
    (deed,) = deeds("Japan and Fiji met in Suva. About 100 Japanese troops are stationed at the base.")
    assert (deed.provider, deed.recipient) == (("JP",), ("FJ",))


@pytest.mark.parametrize(
    ("sentence", "content", "giver", "taker"),
    [
        (
            "Ghana thanked Norway for leading the battlegroup in Ghana.",
            "leading the battlegroup in Ghana",
            "NO",
            "GH",
        ),
        (
            "Ghana expressed gratitude to Norway for leading the mission in Mali.",
            "leading the mission in Mali",
            "NO",
            "ML",
        ),
        (
            "Ghana voiced its gratitude to Norway for hosting Ghanaian troops.",
            "hosting Ghanaian troops",
            "NO",
            "GH",
        ),
    ],
    ids=["thanked", "gratitude, elsewhere", "gratitude"],
)
def test_what_is_led_or_done_for_the_thankful(deeds, sentence, content, giver, taker) -> None:
    (deed,) = deeds(sentence)
    assert (deed.content, deed.provider, deed.recipient) == (content, (giver,), (taker,))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ghana did not thank Norway for leading the battlegroup in Ghana.",
        "Ghana expressed no gratitude to Norway for leading the mission in Mali.",
        "Ghana thanked Norway for leading the delegation.",
        "Ghana voiced gratitude for leading the army for ten years.",
        "Ghana thanked its driver for leading the group.",
        "Ghana would thank Norway if it were leading the mission in Mali.",
    ],
    ids=["denied", "none", "a visit", "nobody thanked", "nobody of a state", "condition"],
)
def test_what_is_led_for_nobody(deeds, sentence) -> None:
    assert deeds(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway handed over USD 11 million worth of military equipment to the Ghanaian Navy.",
        "Norway has sent a shipment of vehicles to Ghana.",
        "Norway sold a total of four patrol boats to Ghana.",
        "Norway gifted two elk to Ghana.",
        "Norwegian officers train Ghanaian soldiers before they go to Mali.",
        "Eight officers of the Ghanaian Navy are undergoing training with the Norwegian Coast Guard.",
    ],
)
def test_what_is_measured_given_or_taught(deeds, sentence) -> None:
    (deed,) = deeds(sentence)
    assert (deed.provider, deed.recipient) == (("NO",), ("GH",))


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway gave a number of views to Ghana.",
        "Last July the Norwegian army was trained with American troops.",
        "Norway and Ghana signed the contract by which Ghana acquires four vessels.",
    ],
    ids=["views", "with others", "foreseen by a text"],
)
def test_what_else_is_no_giving(deeds, sentence) -> None:
    assert deeds(sentence) == []


def test_who_studies_at_a_school_in_the_other_country(deeds) -> None:
    (deed,) = deeds("Ghanaian cadets are enrolled at the Military Academy in Oslo.")
    assert (deed.provider, deed.recipient) == (("NO",), ("GH",))


def test_who_studies_at_home_is_given_nothing(deeds) -> None:
    assert deeds("Ghanaian cadets are enrolled at the Military Academy in Accra.") == []


@pytest.mark.parametrize("portion", ["the last", "the first", "the rest", "half", "the bulk"])
def test_a_part_of_the_goods_is_given(deeds, portion) -> None:
    (deed,) = deeds(f"Norway delivered {portion} of the 18 helicopters to Ghana in January.")
    assert (deed.provider, deed.recipient) == (("NO",), ("GH",))


def test_a_part_of_what_is_no_gift_is_none(deeds) -> None:
    assert deeds("Norway delivered the first of its speeches to Ghana in January.") == []
