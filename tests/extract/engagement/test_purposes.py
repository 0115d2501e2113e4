"""Visits of guests told by what they are for."""

from __future__ import annotations

import pytest

_RECEIVED = "{reis} held talks with {lind} at the ministry in Lisbon today (10). "


def _visits(engagements, text):
    found = engagements(text, publisher="Ministry of Defence, Portugal")
    return [e for e in found if e.rule == "engagement/visit-purpose"]


@pytest.mark.parametrize(
    "told",
    [
        "Lind said that closer ties were a central objective of his visit.",
        "Lind noted that the main purpose of his visit was to deepen cooperation at sea.",
        "Lind said his visit was aimed at boosting cooperation at sea.",
    ],
)
def test_a_guest_is_on_a_visit_on_the_day_on_which_he_is_received(engagements, told) -> None:
    (visit,) = _visits(engagements, _RECEIVED + told)
    assert (visit.type, visit.status, visit.country, visit.date) == ("visit", "held", "PT", "2024-07-10")
    assert visit.participants == ("Bo Lind",)
    assert "visit" in visit.evidence[0].text


@pytest.mark.parametrize(
    "text",
    [
        _RECEIVED + "Reis said that closer ties were the objective of her visit.",
        "{reis} met the Ambassador of Sweden, Eva Holm. Holm said trade was the purpose of her visit.",
        _RECEIVED + "Lind will explain the purpose of his visit next week.",
        _RECEIVED + "Lind enjoyed his visit.",
    ],
)
def test_no_host_no_resident_and_no_visit_without_a_purpose(engagements, text) -> None:
    assert _visits(engagements, text) == []


def test_who_attends_came_to_the_talks_of_the_day(engagements) -> None:
    told = (
        "Lind said that closer ties were an objective of his visit. The Swedish delegation included {holm}."
    )
    found = engagements(_RECEIVED + told, publisher="Ministry of Defence, Portugal")
    talks = next(e for e in found if e.type == "meeting")
    assert "Eva Holm" in talks.participants


@pytest.mark.parametrize(
    "before",
    [
        "In a recent meeting with {reis}, the Swedish Ambassador asked for help.",
        "During his last meeting with {reis}, the Swedish Ambassador asked for help.",
    ],
)
def test_an_earlier_meeting_is_none_of_the_day(engagements, before) -> None:
    found = engagements(_RECEIVED + before + " {holm} also attended the meeting.")
    dates = {e.rule: (e.date, e.participants) for e in found if e.type == "meeting"}
    assert dates["engagement/looked-back:meeting"] == (None, ("Ana Reis",))
    others = [told for rule, told in dates.items() if "looked-back" not in rule]
    assert [(day, "Eva Holm" in people) for day, people in others] == [("2024-07-10", True)]
