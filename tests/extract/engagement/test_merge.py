"""Which sightings are of one engagement."""

import msgspec
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from servanda.extract.engagement.event import Event
from servanda.extract.engagement.merge import is_same, tells_same_clause
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.parse import DEFAULT_MODEL, load_parser

WORDS = Doc(Vocab(), words=["a", "b", "c", "d"])
TALKS = Sighting(
    type="meeting",
    status="held",
    trigger=WORDS[1],
    left=0,
    right=2,
    rule="engagement/talks:talk",
    parties=("PT", "SE"),
    people=("Ana Reis", "Bo Lind"),
)
VISIT = msgspec.structs.replace(
    TALKS, type="visit", rule="engagement/travel:arrive", people=("Ana Reis",), visitor=("PT",), country="SE"
)
ROUND = msgspec.structs.replace(TALKS, type="dialogue", people=(), ordinal=3)


def with_(sighting, **changes):
    return msgspec.structs.replace(sighting, **changes)


def same(told, again, told_date=None, date=None):
    return is_same(Event(told, told_date), again, date)


@pytest.mark.parametrize(
    "again",
    [
        TALKS,
        with_(TALKS, people=("Ana Reis",)),
        with_(TALKS, people=("Ana Reis", "Bo Lind", "Eva Holm")),
        with_(TALKS, people=()),
        with_(TALKS, people=(), parties=()),
        with_(TALKS, definite=True, people=(), parties=()),
        with_(TALKS, collective=True, people=()),
    ],
)
def test_the_same_people_nobody_or_all_are_told_again(again):
    assert same(TALKS, again)


@pytest.mark.parametrize(
    "again",
    [
        with_(TALKS, people=("Rui Pires", "Eva Holm")),
        with_(TALKS, people=("Ana Reis", "Eva Holm")),
        with_(TALKS, people=(), parties=("PT", "NO")),
        with_(TALKS, status="planned"),
        with_(TALKS, type="ceremony"),
        with_(TALKS, meal=True),
        with_(TALKS, rule="engagement/meet:meet", people=("Ana Reis",)),
    ],
)
def test_other_people_status_kind_or_a_meal_are_another_engagement(again):
    assert not same(TALKS, again)


def test_talks_with_one_are_not_talks_with_another():
    told = with_(TALKS, partner="counterpart")
    assert not same(told, with_(TALKS, people=(), partner="president"))
    assert not same(told, with_(TALKS, people=(), partner="counterpart"))
    assert same(told, with_(TALKS, partner="president"))


@pytest.mark.parametrize(
    ("told", "again", "one"),
    [
        ("2024-05-04", "2024-05-04", True),
        ("2024-05-04", None, True),
        ("2024-05-04", "2024-05-05", False),
        ("2024-05-04/2024-05-06", "2024-05-05", True),
    ],
)
def test_dates_must_agree(told, again, one):
    assert same(TALKS, TALKS, told, again) is one


@pytest.mark.parametrize(
    ("changes", "date", "one"),
    [
        ({}, "2024-05-06", True),
        ({}, "2024-09-06", False),
        ({"country": "NO"}, None, False),
        ({"visitor": ("NO",)}, None, False),
        ({"people": ("Eva Holm",)}, None, False),
        ({"status": "planned"}, "2024-05-06", True),
        ({"status": "planned"}, "2024", False),
        ({"definite": True, "country": None, "people": ()}, None, True),
        ({"definite": True, "country": None, "people": ("Eva Holm",)}, None, False),
    ],
)
def test_stages_of_a_visit_are_one(changes, date, one):
    assert same(VISIT, with_(VISIT, **changes), "2024-05-04", date) is one


def test_a_visit_is_no_meeting():
    assert not same(VISIT, TALKS)
    assert not same(TALKS, VISIT)


@pytest.mark.parametrize(
    ("changes", "one"),
    [
        ({}, True),
        ({"ordinal": 4}, False),
        ({"ordinal": None}, False),
        ({"ordinal": None, "definite": True}, True),
        ({"type": "conference"}, False),
    ],
)
def test_rounds_are_told_apart_by_number(changes, one):
    assert same(ROUND, with_(ROUND, **changes)) is one


def test_a_ceremony_needs_one_person_in_common():
    told = with_(TALKS, type="ceremony", people=("Ana Reis",))
    assert same(told, with_(told, people=("Ana Reis", "Bo Lind")))
    assert not same(told, with_(told, people=("Bo Lind",)))


@pytest.mark.parametrize(
    ("changes", "one"),
    [
        ({}, True),
        ({"trigger": WORDS[2]}, True),
        ({"trigger": WORDS[3], "left": 3, "right": 3}, False),
        ({"trigger": WORDS[2], "left": 2, "right": 3}, False),
        ({"status": "planned"}, False),
        ({"type": "ceremony"}, False),
        ({"people": ("Eva Holm",)}, False),
    ],
)
def test_two_words_of_one_clause_tell_one_meeting(changes, one):
    assert tells_same_clause(TALKS, with_(TALKS, **changes)) is one


def test_two_visits_in_a_clause_are_left_to_the_merge():
    assert not tells_same_clause(VISIT, VISIT)


def test_a_visit_that_somebody_will_be_invited_to_is_not_the_one_held():
    parsed = load_parser(DEFAULT_MODEL)(
        "France will invite the Minister of Defense of Vietnam to visit France."
    )
    (visit,) = (token for token in parsed if token.text == "visit")
    ahead = with_(VISIT, status="planned", people=())
    assert same(VISIT, ahead, told_date="2021-05-04")
    assert not same(VISIT, with_(ahead, trigger=visit), told_date="2021-05-04")


def test_a_salute_for_the_guest_is_not_the_signing(engagements):
    facts = engagements(
        "{holm} and {reis} witnessed the signing ceremony. On arrival Holm accorded Reis a guard of honour."
    )
    assert [f.type for f in facts] == ["ceremony", "ceremony"]


def test_the_visit_of_something_else_is_none_of_the_one_who_is_named(engagements):
    text = "In July {lind} came to Lisbon. The first visit of a Swedish frigate to Portugal is still awaited."
    (visit,) = [f for f in engagements(text) if f.participants == ("Bo Lind",)]
    assert len(visit.evidence) == 1


def test_talks_over_lunch_before_a_signing_are_the_talks(engagements) -> None:
    text = (
        "{reis} hosted {lind} in Lisbon on 1 August 2024. The army chiefs signed the agreement before "
        "the two ministers, who had earlier held talks over lunch."
    )
    assert [e.type for e in engagements(text, published="2024-08-02")] == ["meeting", "ceremony"]


def test_this_visit_of_which_a_guest_speaks_is_not_the_one_that_he_recalls(engagements) -> None:
    told = (
        "{holm} spoke after talks with {reis} in Lisbon today. She recalled that her visit in 2019 took place"
    )
    told += " at a hard time. She also said that this visit was her second trip to Portugal as President."
    visits = [e for e in engagements(told, published="2024-07-03") if e.type == "visit"]
    assert [e.date for e in visits] == ["2019", None]


def test_this_visit_behind_one_that_the_report_tells_is_that_one(engagements) -> None:
    told = "{holm} visited Portugal in 2019. This visit was her first trip to Portugal."
    assert [e.date for e in engagements(told, published="2024-07-03")] == ["2019"]
