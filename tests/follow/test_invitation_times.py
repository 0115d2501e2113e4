"""A gathering with a time of its own waits for nobody who was invited to it."""

import pytest

from servanda.follow.answers import answer

GIANG = ("Phan Van Giang", "Minister of National Defence", "VN")


def status(earlier, later):
    found = answer(earlier, later)
    return found.status if found else None


def visit(desk, published):
    words = f"{GIANG[0]} visited the country"
    return desk.meeting(
        published, words, "VN IN", type="visit", country="IN", participants=[GIANG[0]], people=[GIANG]
    )


@pytest.mark.parametrize(
    ("content", "late"),
    [
        ("Giang to the Coastal Games in Kochi next month", None),
        ("Giang to attend the fleet review in Kochi in February", None),
        ("Giang to a seminar in Kochi on 4 March", None),
        ("Giang to visit India next month", "kept"),
        ("Giang to come to the Republic of India next month", "kept"),
        ("Giang to New Delhi in March for talks", "kept"),
    ],
)
def test_a_gathering_waits_for_nobody_but_a_visit_can_be_paid_later(desk, content, late):
    asked = desk.promise(
        "2024-01-10", "invite", "IN", "VN", content, quote=f"Singh invited {content}", people=[GIANG]
    )
    assert status(asked, visit(desk, "2025-04-20")) == late


def test_a_visit_in_the_days_of_the_gathering(desk):
    content = "Giang to visit Kochi next month for the Coastal Games"
    asked = desk.promise(
        "2024-01-10", "invite", "IN", "VN", content, quote=f"Singh invited {content}", people=[GIANG]
    )
    assert status(asked, visit(desk, "2024-02-20")) == "kept"
