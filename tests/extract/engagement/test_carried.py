"""The day carried on from what was told before, and how long a stay or an exercise lasts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from servanda.extract.engagement.carried import day_carried_on
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.sighting import Sighting
from servanda.model.facts import Engagement

VISIT = Sighting(
    type="visit",
    status="held",
    trigger=Doc(Vocab(), words=["visit"])[0],
    left=0,
    right=0,
    rule="engagement/visit-noun",
)

Engagements = Callable[..., list[Engagement]]

MET = "{reis} met {lind} in Stockholm on Thursday. "
ARRIVED = "{reis} arrived in Stockholm on Monday for a three-day visit. "


@pytest.mark.parametrize(
    ("sequel", "day"),
    [
        ("In the afternoon she called on {holm}.", "2024-03-14"),
        ("The same day she also met {holm}.", "2024-03-14"),
        ("Over lunch she met {holm}.", "2024-03-14"),
        ("The day before, she had met {holm}.", "2024-03-13"),
        ("The next day she met {holm}.", "2024-03-15"),
        ("Last year she met {holm}.", "2023"),
    ],
)
def test_the_day_of_a_sequel(engagements: Engagements, sequel: str, day: str) -> None:
    _, second = engagements(MET + sequel, published="2024-03-16")
    assert second.date == day


@pytest.mark.parametrize(
    ("before", "day"),
    [
        ("Lind hailed the memorandum that Pires signed in Stockholm on March 12.", "2024-03-14"),
        ("The two sides signed the memorandum on March 12.", "2024-03-12"),
    ],
)
def test_the_same_day_is_none_that_is_told_by_the_way(
    engagements: Engagements, before: str, day: str
) -> None:
    *_, second = engagements(
        f"{MET}{before} On the same day, {{holm}} received {{reis}}.", published="2024-03-16"
    )
    assert second.date == day


def test_a_ceremony_is_of_the_day_told_last(engagements: Engagements) -> None:
    text = MET + "A signing ceremony was held in the palace between {reis} and {lind}."
    *_, ceremony = engagements(text, published="2024-03-16")
    assert (ceremony.type, ceremony.date) == ("ceremony", "2024-03-14")


@pytest.mark.parametrize(
    ("sequel", "day"),
    [
        ("After her arrival she met {lind}.", "2024-03-11"),
        ("On the second day she met {lind}.", "2024-03-12"),
        ("On the last day she met {lind}.", "2024-03-13"),
        ("On the fifth day she met {lind}.", None),
        ("At the airport she was seen off by {lind}.", None),
    ],
)
def test_a_day_of_the_stay(engagements: Engagements, sequel: str, day: str | None) -> None:
    visit, *meetings = engagements(ARRIVED + sequel, published="2024-03-14")
    assert visit.date == "2024-03-11/2024-03-13"
    assert {meeting.date for meeting in meetings} <= {day}


@pytest.mark.parametrize("dates", ["../2024-03-13", "2024-03-11/.."])
@pytest.mark.parametrize("opening", ["On the first day", "On the last day", "After the arrival"])
def test_a_stay_is_not_counted_from_its_open_end(
    parse: Callable[[str], Doc], dates: str, opening: str
) -> None:
    stay = Event(VISIT, dates)
    sentence = next(iter(parse(f"{opening} she met Minister Lind.").sents))
    assert day_carried_on(sentence, [stay], "2024-03-14") in {None, "2024-03-11"}


@pytest.mark.parametrize(
    "words",
    [
        "{reis} wound up a three-day visit to Sweden on Thursday.",
        "{reis} on Thursday ended her three-day visit to Sweden.",
        "{reis} began a three-day visit to Sweden on Tuesday.",
        "{reis} is in Stockholm until 14 March for a three-day visit.",
    ],
)
def test_a_stay_by_its_first_or_last_day(engagements: Engagements, words: str) -> None:
    (visit,) = engagements(words, published="2024-03-14" if "is in" not in words else "2024-03-12")
    assert visit.date == "2024-03-12/2024-03-14"


@pytest.mark.parametrize(
    "words",
    [
        "Exercise North Wind of Portugal and Sweden began on Tuesday and will end on 22 March.",
        "Troops of Portugal and Sweden take part in Exercise North Wind, which runs from March 12 to 22.",
        "Exercise North Wind of Portugal and Sweden began on Tuesday. The drills last until 22 March.",
    ],
)
def test_an_exercise_until_its_last_day(engagements: Engagements, words: str) -> None:
    exercise, *_ = engagements(words, published="2024-03-14")
    assert exercise.date == "2024-03-12/2024-03-22"


def test_the_more_precise_of_two_dates(engagements: Engagements) -> None:
    (visit,) = engagements("{reis} visited Sweden last week, from 6 to 8 March.", published="2024-03-14")
    assert visit.date == "2024-03-06/2024-03-08"


def test_a_ship_that_calls_for_some_days(engagements: Engagements) -> None:
    (call,) = engagements(
        "The Indian naval ship INS Teg called at Port Louis, Mauritius, on 5 March for a five-day visit.",
        published="2024-03-14",
    )
    assert call.date == "2024-03-05/2024-03-09"


@pytest.mark.parametrize(
    ("words", "date"), [("the day before", "2024-05-02"), ("a day earlier", "2024-05-02"), ("by train", None)]
)
def test_an_arrival_is_counted_from_the_day_of_the_talks(engagements, words, date):
    text = f"{{reis}} and {{lind}} held talks in Lisbon on 3 May 2024. Lind arrived in Lisbon {words}."
    told = {f.type: f.date for f in engagements(text, published="2024-05-03")}
    assert told == {"meeting": "2024-05-03", "visit": date}
