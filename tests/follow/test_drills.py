"""An exercise that was to be held, told without a name."""

import pytest

from servanda.follow.answers import answer

PLAN = {"type": "exercise", "status": "planned", "date": "2024"}


@pytest.mark.parametrize(
    ("told", "more", "status"),
    [
        ("the two navies held exercise Coral Reef", {"date": "2024-12"}, "kept"),
        ("the frigates of both trained in Coral Reef", {"date": "2024-12"}, "kept"),
        ("the two armies held exercise Coral Reef", {"date": "2024-12"}, None),
        ("the two navies held exercise Coral Reef", {"date": "2022-12"}, None),
        ("the two navies will hold exercise Coral Reef", {"date": "2024-12", "status": "planned"}, None),
    ],
)
def test_one_of_that_time_and_those_arms(desk, told, more, status) -> None:
    plan = desk.meeting("2024-05-10", "agreed to hold a joint naval exercise this year", "OM IN", **PLAN)
    series = {"type": "exercise", "series": "exercise Coral Reef"}
    found = answer(plan, desk.meeting("2025-01-10", told, "OM IN", **(series | more)))
    assert (found.status if found else None) == status


def test_a_named_one_is_not_any(desk) -> None:
    plan = desk.meeting("2024-05-10", "Sea Lion is to be held", "OM IN", series="Sea Lion", **PLAN)
    held = desk.meeting("2025-01-10", "held Coral Reef", "OM IN", type="exercise", date="2024-12")
    assert answer(plan, held) is None


@pytest.mark.parametrize(
    ("content", "told", "more", "status"),
    [
        ("send ships to Oman for a joint sail", "the two navies held a joint exercise", {}, "kept"),
        ("hold a joint naval drill", "their frigates trained together", {}, "kept"),
        ("send ships to Oman for a joint sail", "the two armies held a joint exercise", {}, None),
        ("send ships to Oman for a joint sail", "the two navies made a joint patrol", {}, None),
        ("send ships for joint exercises each year", "the two navies held a joint exercise", {}, None),
        (
            "send ships for a joint sail",
            "the two navies held a joint exercise",
            {"place": "Goa", "country": "IN"},
            None,
        ),
        ("send ships for a joint sail", "the two navies held a joint exercise", {"date": "2026-12"}, None),
    ],
)
def test_an_invitation_to_train_together_is_kept_by_training(desk, content, told, more, status) -> None:
    wanted = desk.promise("2024-05-10", "invite", "OM", "IN", content)
    held = desk.meeting("2025-01-10", told, "OM IN", **({"type": "exercise", "date": "2024-12"} | more))
    found = answer(wanted, held)
    assert (found.status if found else None) == status
