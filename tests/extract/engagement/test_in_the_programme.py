"""Items of a stay that are told without saying who comes."""

from __future__ import annotations

import pytest

_ARRIVED = "{reis} arrived in Stockholm today on an official visit to Sweden. "


@pytest.mark.parametrize(
    ("told", "kind", "date"),
    [
        ("A ceremonial welcome at the Royal Palace is planned for tomorrow.", "ceremony", "2025-05-06"),
        (
            "The programme further includes a business and investment forum on 8 May.",
            "conference",
            "2025-05-08",
        ),
        ("The visit will also feature an economic forum on 8 May.", "conference", "2025-05-08"),
        ("A business forum will be held on 8 May.", "conference", "2025-05-08"),
        ("She will meet {holm} in the evening, followed by a state banquet.", "meeting", None),
    ],
)
def test_an_item_of_the_programme_is_of_the_guest_and_the_host(engagements, told, kind, date) -> None:
    found = [e for e in engagements(_ARRIVED + told, published="2025-05-05") if "programme" in e.rule]
    assert [(e.type, e.status, e.date) for e in found] == [(kind, "planned", date)]
    assert set(found[0].parties) == {"PT", "SE"}


def test_the_day_of_an_item_is_not_that_of_the_visit(engagements) -> None:
    told = _ARRIVED + "The visit will also feature an economic forum on 8 May."
    visit = next(e for e in engagements(told, published="2025-05-05") if e.type == "visit")
    assert visit.date == "2025-05-05"


@pytest.mark.parametrize(
    "told",
    [
        "{holm} received {reis} in Stockholm today. An economic forum is planned for the autumn.",
        "{reis} arrived in Stockholm today on a visit to Sweden. A business forum was held in Tokyo.",
        "{reis} arrived in Stockholm today on a visit to Sweden. The business forum was a success.",
    ],
)
def test_what_is_told_of_no_stay_or_of_a_third_country_is_none(engagements, told) -> None:
    assert [e for e in engagements(told, published="2025-05-05") if "programme" in e.rule] == []


def test_business_meetings_that_a_visit_includes_are_planned(engagements) -> None:
    told = "{holm} arrived in Lisbon today on a state visit to Portugal at the invitation of {reis}. "
    told += "The visit also includes high-level business meetings and discussions."
    (meetings,) = [e for e in engagements(told, published="2024-07-03") if e.type == "meeting"]
    assert (meetings.status, set(meetings.parties)) == ("planned", {"PT", "SE"})
    assert meetings.evidence[0].text.endswith("business meetings and discussions")


def test_the_meetings_told_before_are_no_item(engagements) -> None:
    told = "{holm} arrived in Lisbon today on a state visit to Portugal at the invitation of {reis}. "
    told += "The visit also includes the business meetings. The visit includes meetings."
    assert [e.type for e in engagements(told, published="2024-07-03")] == ["visit"]
