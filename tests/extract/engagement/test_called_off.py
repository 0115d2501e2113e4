"""What was planned and came to nothing."""

import pytest


@pytest.mark.parametrize(
    ("told", "type"),
    [
        ("The naval drill off Setúbal, of which they had made so much, was cancelled.", "exercise"),
        ("The staff talks that were to begin in March fell victim to the strike.", "meeting"),
        ("The seminar in Porto was cancelled because of the weather.", "conference"),
        ("The joint patrol scheduled for May was called off.", "exercise"),
        ("Lind's call on the Prime Minister did not take place.", "meeting"),
        ("The port call at Setúbal was dropped.", "exercise"),
        ("The Defence Policy Dialogue, due in May, was cancelled.", "dialogue"),
        ("Lind's trip to Lisbon fell through.", "visit"),
        ("Lind's visit to Lisbon in May came to nothing.", "visit"),
        ("The visit of the Swedish Chief of Defence never took place.", "visit"),
        ("Lind did not travel to Lisbon as planned.", "visit"),
    ],
)
def test_what_came_to_nothing_is_cancelled(engagements, told, type):
    met = "{reis} met {lind} in Lisbon. "
    off = [f for f in engagements(met + told) if f.status == "cancelled"]
    assert [(f.type, set(f.parties)) for f in off] == [(type, {"PT", "SE"})]


@pytest.mark.parametrize(
    "told",
    [
        "No talks were held.",
        "A meeting was cancelled.",
        "Lind did not visit Lisbon.",
        "The trains did not run as planned.",
        "Talks may not take place at all.",
    ],
)
def test_what_nobody_planned_is_nothing(engagements, told):
    assert [f for f in engagements("{reis} met {lind} in Lisbon. " + told) if f.status == "cancelled"] == []


def test_what_was_put_off_at_first_is_still_to_come(engagement):
    told = "{reis} will visit Sweden on 12 May 2031. The trip, initially set for March, had to be put off."
    assert engagement(told, published="2031-04-10").status == "planned"


def test_a_visit_moved_to_another_time_is_postponed(engagement) -> None:
    told = "The Swedish president's trip to Portugal has been moved to the second half of the year."
    assert (engagement(told).type, engagement(told).status) == ("visit", "postponed")


def test_a_meeting_that_did_not_come_off_is_cancelled(engagement) -> None:
    told = "The planned meeting of the Swedish and Portuguese prime ministers did not come off."
    assert (engagement(told).type, engagement(told).status) == ("meeting", "cancelled")


def test_what_did_not_take_place_and_was_moved_is_postponed(engagements) -> None:
    said = "Portugal and Sweden held talks. The second meeting of the Joint Committee was not held in May"
    for moved in (". Officials said it had been moved to next year.", "; it will take place in March 2032."):
        told = [e for e in engagements(said + moved, published="2031-11-10") if e.ordinal == 2]
        assert [e.status for e in told][:1] == ["postponed"]
    (off,) = [e for e in engagements(f"{said}.", published="2031-11-10") if e.ordinal == 2]
    assert off.status == "cancelled"
