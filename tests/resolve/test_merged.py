"""What an entry says as a whole."""

from __future__ import annotations

import random

import pytest

from servanda.model.facts import Instrument
from servanda.resolve.entry import Entry
from servanda.resolve.merged import merged

MACRON, MODI = "Emmanuel Macron", "Narendra Modi"


def whole(*mentions):
    """The same in whatever order the mentions were read."""
    found = merged(Entry.of(list(mentions)))
    for seed in range(5):
        assert merged(Entry.of(random.Random(seed).sample(mentions, len(mentions)))) == found
    return found


def text(wire, published, action, **more):
    fact = {"type": "agreement", "title": "Reciprocal Access Agreement", "parties": ("AU", "JP")} | more
    return wire._mention(Instrument, published, f"{action} {published}", (), action=action, **fact)


def test_one_mention_says_what_it_says(wire):
    told = wire.visit("2024-01-25", "Macron is in Jaipur", "FR IN", date="2024-01-25")
    assert merged(Entry.of([told])) == told.fact


def test_the_report_leads_and_the_plan_completes_it(wire):
    plan = wire.visit("2023-12-22", "Macron will visit India", "FR IN", status="planned",
                      date="2024-01-25/2024-01-26", place="Jaipur", people=[MACRON])  # fmt: skip
    report = wire.visit("2024-01-25", "the visit to India", "FR IN")
    found = whole(plan, report)
    assert (found.status, found.place, found.participants) == ("held", "Jaipur", (MACRON,))
    assert found.date == "2024-01-25/2024-01-26"
    assert found.evidence == report.fact.evidence


def test_a_cancelled_plan_is_cancelled(wire):
    plan = wire.visit("2023-12-22", "Macron will visit India", "FR IN", status="planned", date="2024-01-25")
    off = wire.visit("2024-01-20", "the visit was called off", "FR IN", status="cancelled")
    assert whole(plan, off).status == "cancelled"


def test_of_texts_the_latest_stage_leads(wire):
    told = [
        text(wire, "2020-11-17", "planned"),
        text(wire, "2022-01-06", "signed", date="2022-01-06"),
        text(wire, "2022-01-07", "existing", fields=("training",)),
        text(wire, "2023-08-13", "ratified"),
    ]
    found = whole(*told)
    assert (found.action, found.date, found.fields) == ("ratified", "2022-01-06", ("training",))
    assert whole(*told[:3]).action == "signed"


def test_of_two_reports_the_one_that_tells_most_leads(wire):
    short = wire.engagement("2024-01-27", "they met", "FR IN")
    long = wire.engagement("2024-01-25", "talks in Jaipur", "FR IN", date="2024-01-25", place="Jaipur")
    assert whole(short, long).place == "Jaipur"
    assert whole(short, long).evidence == long.fact.evidence


@pytest.mark.parametrize(
    ("lead", "other", "expected"),
    [
        ("2024", "2024-01-25", "2024-01-25"),
        ("2024-01", "2024-01-25", "2024-01-25"),
        ("2024-01-25", "2024-01", "2024-01-25"),
        ("2024-01-25", "2024-01-26", "2024-01-25"),
        ("XXXX-01-25", "2024-01", "2024-01-25"),
        ("XXXX-01-25/XXXX-01-26", "2024", "2024-01-25/2024-01-26"),
        ("XXXX-01-25", None, "XXXX-01-25"),
        (None, "2024-01", "2024-01"),
        ("2024-01-25/2024-01-26", "2024-01-25", "2024-01-25/2024-01-26"),
        ("2020/2030", "2024", "2020/2030"),
    ],
)
def test_of_dates_that_can_be_one_the_finest_is_taken(wire, lead, other, expected):
    first = wire.engagement(
        "2024-02-01", "talks in Jaipur", "FR IN", date=lead, place="Jaipur", people=[MODI]
    )
    second = wire.engagement("2024-01-31", "a meeting", "FR IN", status="planned", date=other)
    assert whole(first, second).date == expected


def test_where_the_leading_mention_has_no_date_the_finest_of_the_others_is_taken(wire):
    lead = wire.engagement("2024-02-01", "talks", "FR IN", place="Jaipur", country="IN", people=[MODI])
    others = [
        wire.engagement(None, "plan", "FR IN", status="planned", date=date, document=date, place=place)
        for date, place in (("2024-01-25", None), ("2024", "Jaipur"))
    ]
    assert whole(lead, *others).date == "2024-01-25"


def test_a_visit_has_the_days_of_the_stay_rather_than_that_of_the_arrival(wire):
    arrival = wire.visit("2024-01-25", "Macron landed in Jaipur", "FR IN",
                         date="2024-01-25", place="Jaipur", people=[MACRON])  # fmt: skip
    stay = wire.visit("2024-01-27", "the visit of two days", "FR IN", date="2024-01-25/2024-01-26")
    assert whole(arrival, stay).date == "2024-01-25/2024-01-26"
    talks = wire.engagement("2024-01-25", "talks in Jaipur", "FR IN", date="2024-01-25", place="Jaipur")
    during = wire.engagement("2024-01-27", "talks", "FR IN", date="2024-01-25/2024-01-26")
    assert whole(talks, during).date == "2024-01-25"


def test_kinds_without_a_date_are_completed_as_well(wire):
    told = [
        wire.promise("2023-11-03", "provide radars", addressee=("PH",), document="a"),
        wire.promise("2023-11-04", "provide radars", by="Fumio Kishida", due="2024", document="b"),
    ]
    found = whole(*told)
    assert (found.addressee, found.by, found.due) == (("PH",), "Fumio Kishida", "2024")
