"""Ceremonies told by a noun."""

import pytest

MET = "{reis} met {lind}. "


def test_something_done_in_a_ceremony(engagement):
    fact = engagement("{lind} delivered the boats to {reis} in a ceremony at the port of Lisbon.")
    assert (fact.type, fact.country) == ("ceremony", "PT")
    assert set(fact.participants) == {"Ana Reis", "Bo Lind"}


def test_one_side_alone_hands_over_to_those_at_the_table(engagements):
    told = engagements(MET + "The boats were delivered in a ceremony by Minister Lind.")
    assert [(f.type, set(f.parties)) for f in told] == [
        ("meeting", {"PT", "SE"}),
        ("ceremony", {"PT", "SE"}),
    ]


@pytest.mark.parametrize("did", ["officiated", "graced", "presided over"])
def test_people_of_two_sides_grace_a_ceremony(engagement, engagements, did):
    held = engagement(f"{{reis}} and {{lind}} {did} the closing ceremony of the exercise on 3 July 2024.")
    assert (held.type, set(held.parties), held.date) == ("ceremony", {"PT", "SE"}, "2024-07-03")
    assert engagements(f"{{reis}} {did} the closing ceremony of the course on 3 July 2024.") == []


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("{holm} signed an agreement with {reis} in a ceremony.", "engagement/signing"),
        ("{holm} received {reis} in a ceremony.", "engagement/receive:receive"),
    ],
)
def test_signings_and_receptions_are_read_by_their_verb(engagement, told, rule):
    assert engagement(told).rule == rule


def test_a_welcome_ceremony_is_of_all_at_the_table(engagements):
    told = engagements(MET + "A welcome ceremony preceded the talks.")
    assert [(f.type, f.parties) for f in told] == [("meeting", ("PT", "SE")), ("ceremony", ("PT", "SE"))]


@pytest.mark.parametrize(
    "more",
    [
        "The ceremony was held at the harbour.",
        "The ceremony was attended by officials.",
        "They spoke of a ceremony.",
        "A school ceremony pleased the children.",
    ],
)
def test_a_ceremony_that_nobody_is_said_to_take_part_in_is_no_fact(engagements, more):
    assert [f.type for f in engagements(MET + more)] == ["meeting"]


def test_a_ceremony_that_both_ministers_attended_is_no_conference(engagements):
    told = "{reis} met {lind} in Lisbon on 4 May 2024. "
    found = engagements(
        told + "The two ministers attended the roll-out ceremony of the first jet for Sweden."
    )
    assert [(e.type, set(e.parties)) for e in found] == [
        ("meeting", {"PT", "SE"}),
        ("ceremony", {"PT", "SE"}),
    ]


@pytest.mark.parametrize(("did", "status"), [("are to hold", "planned"), ("held", "held")])
def test_a_welcome_ceremony_is_as_far_as_the_talks_behind_it(engagements, did, status) -> None:
    told = "{reis} will pay a visit to Sweden in May. After a welcome ceremony, the two ministers "
    found = engagements(told + did + " talks.", published="2024-04-04")
    assert [f.status for f in found if f.type == "ceremony"] == [status]
