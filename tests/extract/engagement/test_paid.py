"""Visits told by the clause on them: "the visit that she is to pay to Lisbon in May"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("told", "status", "date"),
    [
        ("The visit that {holm} paid to Lisbon in March 2024 brought two treaties.", "held", "2024-03"),
        ("The visit that {holm} is to pay to Lisbon next month will be the first.", "planned", "2024-06"),
        ("They spoke of the visit which {holm} will pay to Portugal in June.", "planned", "2024-06"),
    ],
)
def test_the_clause_tells_who_travels_and_when(engagement, told, status, date) -> None:
    visit = engagement(told, published="2024-05-10")
    assert (visit.type, visit.status, visit.date, visit.country) == ("visit", status, date, "PT")
    assert visit.participants == ("Eva Holm",)
