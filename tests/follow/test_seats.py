"""Places that were offered are kept in part by some of them being taken."""

import pytest

from servanda.follow.answers import answer


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (
            "Of the 80 course places that Canada announced, some 50 were taken up by Ghanaian officers",
            "partly",
        ),
        ("The last 20 of the 80 places on Canadian courses were taken up", "kept"),
        ("Of the 60 course places that Canada announced, some 50 were taken up", None),
        ("Of the 80 boats that Canada announced, some 50 were handed over", None),
    ],
)
def test_some_of_the_places(desk, told, status):
    offer = desk.promise("2023-05-02", "offer", "CA", "GH", "Canada would offer eighty places on courses")
    found = answer(offer, desk.deed("2024-05-02", "CA", "GH", told))
    assert (found.status if found else None) == status


def test_it_is_of_the_same_two(desk):
    offer = desk.promise("2023-05-02", "offer", "CA", "GH", "Canada would offer 80 places on courses")
    told = "Of the 80 course places, some 50 were taken up"
    assert answer(offer, desk.deed("2024-05-02", "CA", "KE", told)) is None


@pytest.mark.parametrize(
    ("told", "answered"),
    [
        ("Officers of Papua New Guinea attended a course at a French university", False),
        ("Officers of Papua New Guinea took up scholarships at French universities", True),
    ],
)
def test_a_course_at_a_university_is_no_scholarship(desk, told, answered) -> None:
    content = "France will provide scholarships at its universities"
    promise = desk.promise("2024-05-10", "pledge", "FR", "PG", content)
    deed = desk.deed("2025-05-10", "FR", "PG", told)
    assert (answer(promise, deed) is not None) == answered
