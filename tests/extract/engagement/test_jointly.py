"""What people of two states do together without a meeting being told."""

from __future__ import annotations

import pytest

_TOLD = "{reis} met {lind} in Lisbon on 3 July 2024. "


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("The two ministers then flew to Porto Novo.", "visit"),
        ("On 4 July 2024 the two ministers will tour the shipyard.", "visit"),
        ("Reis and Lind boarded the frigate Tejo.", "visit"),
        ("Together with Reis, Lind toured the exhibition.", "visit"),
        ("Lind, accompanied by Reis, inspected the hangars.", "visit"),
        ("They then walked through the old town of Sintra.", "visit"),
        ("There she and Lind watched the exercise.", "visit"),
        ("The ministers planted a tree in the garden.", "ceremony"),
        ("Reis and Lind unveiled a plaque.", "ceremony"),
        ("Reis and Lind were shown the vehicle.", "visit"),
        ("Reis and Lind witnessed a live firing at Vale Novo.", "visit"),
        ("Reis and her guest flew to Porto Novo.", "visit"),
        ("Lind, along with Reis, paid homage at the shrine of Fátima.", "ceremony"),
        ("Lind laid a wreath along with Reis at the Belém memorial.", "ceremony"),
        ("The two ministers rode in a tank.", "visit"),
        ("Reis and Lind opened negotiations in Porto in May 2023.", "meeting"),
    ],
)
def test_both_go_see_or_do_something(engagements, told, kind) -> None:
    found = [e for e in engagements(_TOLD + told) if e.rule.startswith("engagement/together")]
    assert [e.type for e in found] == [kind]
    assert set(found[0].parties) == {"PT", "SE"}


def test_a_journey_of_both_to_a_third_state_is_a_visit_there(engagements) -> None:
    visit = next(
        e for e in engagements("{reis} and {lind} flew to Kyiv on 4 July 2024.") if e.type == "visit"
    )
    assert (visit.country, set(visit.parties)) == ("UA", {"PT", "SE", "UA"})


@pytest.mark.parametrize(
    "told",
    [
        "The two countries moved to a new stage.",
        "The two countries went through a hard time.",
        "The first two arrived in March 2017.",
        "Reis toured the shipyard.",
        "The two ministers did not tour the shipyard.",
        "If the two ministers toured the shipyard, nobody saw them.",
        "They decided to launch negotiations on a treaty.",
        "Soldiers of the brigade toured the exhibition.",
    ],
)
def test_what_states_do_or_one_side_alone_is_no_joint_doing(engagements, told) -> None:
    assert [e.rule for e in engagements(_TOLD + told) if e.rule.startswith("engagement/together")] == []


def test_what_two_agree_to_explore_is_no_tour(engagements):
    told = engagements("{reis} and {lind} met in Lisbon. They agreed to explore production of ships.")
    assert [each.type for each in told] == ["meeting"]


def test_work_is_launched_by_two_where_they_stand(engagements) -> None:
    told = "{reis} and {lind} launched the work at the naval base in Malmö."
    assert [(e.type, set(e.participants)) for e in engagements(told)] == [
        ("meeting", {"Ana Reis", "Bo Lind"})
    ]


def test_work_that_is_launched_nowhere_tells_no_meeting(engagements) -> None:
    assert engagements("{reis} and {lind} launched work on a partnership in industry.") == []


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("Reis and Lind watched paratroopers come down in Gotland.", ["visit"]),
        ("Reis and Lind will watch an air assault in Gotland on Sunday.", ["visit"]),
        ("Reis and Lind watched pilots with concern.", []),
    ],
    ids=["people at work", "an assault", "no doing"],
)
def test_two_who_watch_troops_at_work_stand_in_the_field(engagements, told, kinds) -> None:
    found = engagements(_TOLD + told)
    assert [e.type for e in found if e.rule.startswith("engagement/together")] == kinds
