"""Guests to whose visit a host looks forward."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("when", ["next year", "in 2025", "in the autumn", "in June"])
def test_a_guest_awaited_at_some_time_is_to_visit(engagement, when) -> None:
    told = f"{{reis}} said she looked forward to welcoming {{lind}} in Lisbon {when}."
    visit = engagement(told, published="2024-05-10")
    assert (visit.type, visit.status, visit.country) == ("visit", "planned", "PT")
    assert visit.participants == ("Bo Lind",)


def test_on_a_day_he_is_received(engagement) -> None:
    told = "{reis} looks forward to receiving {lind} in Lisbon on 3 June."
    assert engagement(told, published="2024-05-10").type == "meeting"


def test_without_a_time_it_is_a_wish(engagements) -> None:
    assert engagements("{reis} looks forward to receiving {lind} in Lisbon.") == []
