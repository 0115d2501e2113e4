"""What was promised reaches the other side."""

from __future__ import annotations

import pytest

TALKS = "The Japanese minister met the Kenyan minister in Nairobi on 3 July 2024. "


@pytest.mark.parametrize(
    "words",
    [
        "The Kenyan Navy received five boats from Japan.",
        "The Kenyan Air Force took over its first Japanese-made radar.",
        "The Kenyan Navy accepted delivery of the second vessel.",
        "The first two Japanese boats arrived in Mombasa.",
        "The hospital built by Japan was completed.",
        "Japan's pledge to supply ten boats has been fulfilled.",
        "Five radars have been installed with Japanese assistance.",
        "The first group of 20 Kenyan officers completed their training in Japan.",
        "President Otieno welcomed the first ten vehicles at a ceremony in Mombasa.",
    ],
)
def test_one_side_gave_and_the_other_has_it(deeds, words) -> None:
    (deed,) = deeds(TALKS + words)
    assert (deed.provider, deed.recipient) == (("JP",), ("KE",))


def test_what_is_asked_for_is_not_given(deeds) -> None:
    asked = "The Kenyan minister asked that the remaining {} be {} by May and proposed a joint exercise."
    assert deeds(TALKS + asked.format("vessels", "delivered")) == []
    assert deeds(TALKS + asked.format("Kenyan pilots", "trained in Japan")) == []


def test_progress_and_troops_are_welcomed_too(deeds) -> None:
    assert deeds(TALKS + "The Kenyan minister welcomed the progress and the vehicles on parade.") == []


def test_what_is_delivered_without_saying_by_whom_is_of_both(deeds) -> None:
    (deed,) = deeds(TALKS + "The two vessels were delivered in March 2024.")
    assert (deed.parties, deed.provider, deed.date) == (("JP", "KE"), (), "2024-03")


@pytest.mark.parametrize(
    "words",
    [
        "The vessels are to be delivered in March 2025.",
        "The vessels have not been delivered.",
        "The vessels will be delivered if parliament agrees.",
        "A Japanese frigate arrived in Mombasa.",
        "The Kenyan minister received a delegation from Japan.",
        "The Kenyan minister took part in talks with Japan.",
        "Kenya pays 28,000 dollars a year to Japan.",
        "The hospital was completed.",
        "The bridge built by a Kenyan firm was completed.",
    ],
)
def test_what_has_not_come_or_is_no_gift(deeds, words) -> None:
    assert deeds(TALKS + words) == []


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("The Kenyan Navy received five boats from Japan on 3 April 2024.", "2024-04-03"),
        ("The hospital built by Japan under a loan of 2016 was completed.", None),
    ],
)
def test_the_day_is_that_of_the_deed(deeds, words, date) -> None:
    (deed,) = deeds(TALKS + words)
    assert deed.date == date


def test_what_is_only_called_given_is_not_given_once_more(deeds) -> None:
    assert deeds(TALKS + "The equipment donated includes two lorries.") == []
