"""One exercise or call of a ship once, however it is told."""

from __future__ import annotations

import msgspec
import pytest

from servanda.model.document import Span
from servanda.resolve.engagements import compare
from servanda.resolve.mention import Mention
from servanda.resolve.rules import SURE

_BEHIND_THE_NEWS = 900
"""Where in a document what is told is no news any more."""


def _drill(wire, published: str, name: str, **known):
    return wire.engagement(
        published, f"The two navies held {name}", "FR IN", type="exercise", series=name, **known
    )


def test_an_exercise_that_one_report_only_describes_is_the_one_that_another_names(wire):
    quote = "completed their first Maritime Cooperative Activity, a joint patrol"
    known = {"type": "exercise", "date": "2023-11-25/2023-11-27"}
    named = wire.engagement("2023-11-27", quote, "PH AU", series="Maritime Cooperative Activity", **known)
    plain = {"type": "exercise", "series": "joint patrol"}
    told = wire.engagement(
        "2024-02-29", "In November our forces completed a joint patrol", "PH AU", date="2023-11", **plain
    )
    assert compare(named, told).verdict == "same"
    drill = wire.engagement(
        "2024-02-29",
        "a fire drill in November",
        "PH AU",
        type="exercise",
        series="fire drill",
        date="2023-11",
    )
    assert compare(named, drill).verdict == "different"


def test_an_exercise_of_one_name_and_year_is_one_whoever_names_it(wire):
    announced = _drill(wire, "2024-01-10", "Exercise Varuna", status="planned", date="2024-09")
    held = _drill(wire, "2024-09-04", "exercise VARUNA", date="2024-09-02/2024-09-04")
    recalled = _drill(wire, "2024-12-01", "the Varuna exercise", date="2024-09")
    assert [compare(announced, held).verdict, compare(held, recalled).verdict] == ["same", "same"]


@pytest.mark.parametrize(("name", "date"), [("Exercise Shakti", "2024-09"), ("Exercise Varuna", "2023-01")])
def test_another_name_or_year_is_another_exercise(wire, name, date):
    one = _drill(wire, "2024-09-04", "Exercise Varuna", date="2024-09")
    assert compare(one, _drill(wire, "2024-09-05", name, date=date)).verdict == "different"


def test_the_planned_call_of_a_ship_is_the_call_at_that_port(wire):
    known = {"type": "exercise", "rule": "engagement/ship", "country": "NZ"}
    plan = wire.engagement(
        "2025-05-01",
        "a Navy ship would call",
        "PH NZ",
        status="planned",
        date="2025",
        place="Auckland",
        **known,
    )
    call = wire.engagement(
        "2025-11-10", "the frigate tied up", "PH NZ", date="2025-10-31", place="Auckland's harbour", **known
    )
    other = wire.engagement(
        "2025-11-12", "the tug tied up", "PH NZ", date="2025-11-11", place="Nelson", **known
    )
    assert wire.entries(plan, call, other) == [[0, 1], [2]]


def test_a_report_that_leaves_out_who_takes_part_tells_of_the_exercise_of_that_name(wire):
    known = {"type": "exercise", "date": "2025-04"}
    of_two = wire.engagement("2025-05-02", "Balikatan was held", "PH US", series="Balikatan", **known)
    of_others = wire.engagement(
        "2025-05-05", "Exercise Balikatan 2025 ended", "JP PH", series="Exercise Balikatan 2025", **known
    )
    unnamed = wire.engagement("2025-05-05", "the drill ended", "JP PH", series="joint drill", **known)
    strangers = wire.engagement("2025-05-05", "Balikatan", "IN JP", series="Balikatan", **known)
    assert wire.entries(of_two, of_others) == [[0, 1]]
    assert wire.entries(of_two, unnamed) == wire.entries(of_two, strangers) == [[0], [1]]


def test_states_that_train_together_in_one_month_hold_one_exercise(wire):
    def sail(published, date, parties="AU CA PH US", **more):
        quote = "The frigate will sail with her friends" if more else "They joined in manoeuvres"
        return wire.engagement(published, quote, parties, type="exercise", date=date, **more)

    plan = sail("2024-08-03", "2024-08-05/2024-08-11", status="planned")
    assert compare(plan, sail("2025-02-08", "2024-08")).score >= SURE
    assert wire.entries(plan, sail("2025-02-08", "2024-09")) == [[0], [1]]
    assert wire.entries(plan, sail("2025-02-08", "2024")) == [[0], [1]]
    assert wire.entries(plan, sail("2025-02-08", "2024-08", "AU PH US")) == [[0], [1]]


def test_a_later_report_looks_back_on_the_call_of_the_ship_that_it_names(wire):
    known = {"type": "exercise", "rule": "engagement/ship", "country": "JP"}
    text = "the port call of the carrier Cavour at Yokosuka in August"
    call = wire.engagement("2024-11-25", text, "IT JP", date="2024-08", place="Yokosuka", **known)

    def recalled(ship, place):
        quote = f"in which the {ship} called at {place}"
        told = wire.engagement("2025-09-18", quote, "IT JP", place=place, **known)
        far_down = (Span(_BEHIND_THE_NEWS, _BEHIND_THE_NEWS + len(quote), quote),)
        return Mention.of(msgspec.structs.replace(told.fact, evidence=far_down), told.source)

    assert wire.entries(call, recalled("carrier Cavour", "Yokosuka")) == [[0, 1]]
    assert wire.entries(call, recalled("frigate Alpino", "Yokosuka")) == [[0], [1]]
    assert wire.entries(call, recalled("carrier Cavour", "Kure")) == [[0], [1]]
