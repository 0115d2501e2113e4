"""An engagement while the document is being read."""

import msgspec
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from servanda.extract.engagement.event import Event
from servanda.extract.engagement.sighting import Sighting

VISIT = Sighting(
    type="visit",
    status="planned",
    trigger=Doc(Vocab(), words=["visit"])[0],
    left=0,
    right=0,
    rule="engagement/visit-noun",
    parties=("PT", "SE"),
    people=("Ana Reis",),
    country="SE",
)
ARRIVAL = msgspec.structs.replace(VISIT, status="held", rule="engagement/travel:arrive", place="Arlanda")
DEPARTURE = msgspec.structs.replace(ARRIVAL, rule="engagement/travel:leave")


def test_what_is_told_later_adds_to_what_was_told_first():
    event = Event(VISIT, None)
    event.add(msgspec.structs.replace(ARRIVAL, people=("Rui Pires",), country="NO"), "2024-05-04")
    assert event.people == ("Ana Reis", "Rui Pires")
    assert (event.country, event.place, event.date) == ("SE", "Arlanda", "2024-05-04")


def test_a_planned_visit_is_held_when_it_is_told_as_held():
    event = Event(VISIT, None)
    event.add(msgspec.structs.replace(ARRIVAL, definite=True), None)
    assert event.status == "planned"
    event.add(ARRIVAL, None)
    assert event.status == "held"


@pytest.mark.parametrize(
    ("known", "told", "sighting", "kept"),
    [
        (None, "2024-05-04", VISIT, "2024-05-04"),
        ("2024-05-04", "2024-05-05", VISIT, "2024-05-04"),
        ("2024-05-04", "2024-05-04/2024-05-06", VISIT, "2024-05-04/2024-05-06"),
        ("2024-05-04/2024-05-06", "2024-05-05", ARRIVAL, "2024-05-04/2024-05-06"),
        ("2024-05-05", "2024-05-04", ARRIVAL, "2024-05-04"),
        ("2024-05-05", None, ARRIVAL, "2024-05-05"),
        ("2024-05-05", "2024-05-06", DEPARTURE, "2024-05-05"),
    ],
)
def test_days_of_a_stay_and_of_arrival_say_more(known, told, sighting, kept):
    event = Event(VISIT, known)
    event.add(sighting, told)
    assert event.date == kept


@pytest.mark.parametrize(
    ("changes", "of_the_day"),
    [
        ({"type": "meeting", "status": "held"}, True),
        ({"type": "meeting", "status": "planned"}, False),
        ({"type": "visit", "status": "held"}, False),
        ({"type": "dialogue", "status": "held", "rule": "engagement/first-since"}, False),
    ],
)
def test_what_was_held_dates_what_is_told_next(changes, of_the_day):
    assert Event(msgspec.structs.replace(VISIT, **changes), None).is_of_the_day is of_the_day
