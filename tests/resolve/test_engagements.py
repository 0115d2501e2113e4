"""One engagement once, however many documents announce, report and recall it."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.model.document import Span
from servanda.resolve.engagement_keys import keys
from servanda.resolve.engagements import compare
from servanda.resolve.mention import Mention
from servanda.resolve.rules import DOUBT, SURE

MACRON, MODI, MURMU, LECORNU = "Emmanuel Macron", "Narendra Modi", "Droupadi Murmu", "Sébastien Lecornu"
ZELENSKYY, BIDEN, BLINKEN = "Volodymyr Zelenskyy", "Joe Biden", "Antony Blinken"
MARCOS, THUONG, CHINH = "Ferdinand Marcos", "Vo Van Thuong", "Pham Minh Chinh"
JAIPUR = "2024-01-25/2024-01-26"


# -- a visit from its announcement to its end --


def test_a_visit_under_way_looks_back_on_none(wire):
    last = wire.visit("2023-02-24", "Macron was last in India", "FR IN", date="2022-05", people=[MACRON])
    now = wire.visit("2023-06-07", "Macron, who is on a visit to India", "FR IN", people=[MACRON])
    assert compare(last, now) is None
    expected = "Macron, whose words are expected on Monday, on the visit to India"
    for quote in ("Macron's visit to India", expected):
        recalled = wire.visit("2023-06-07", quote, "FR IN", people=[MACRON])
        decision = compare(last, recalled)
        assert decision is not None
        assert decision.verdict == "same"


def test_a_visit_announced_begun_and_concluded_is_one_and_its_talks_are_another(wire):
    told = [
        wire.visit(
            "2023-12-22",
            "President Macron will visit India as the chief guest on Republic Day",
            "FR IN",
            status="planned",
            date=JAIPUR,
            people=[MACRON],
        ),
        wire.visit(
            "2024-01-25",
            "President Macron arrived in Jaipur this afternoon",
            "FR IN",
            date="2024-01-25",
            place="Jaipur",
            people=[MACRON],
        ),
        wire.visit(
            "2024-01-26", "Macron, who is on a two-day state visit to India", "FR IN", people=[MACRON]
        ),
        wire.visit(
            "2024-01-27",
            "the President of France concluded his state visit to India",
            "FR IN",
            date=JAIPUR,
            people=[MACRON],
        ),
        wire.engagement(
            "2024-01-25",
            "Macron and Modi held talks in Jaipur",
            "FR IN",
            date="2024-01-25",
            people=[MACRON, MODI],
        ),
        wire.engagement(
            "2024-01-26",
            "The two leaders met in Jaipur on Thursday",
            "FR IN",
            date="2024-01-25",
            people=[MACRON, MODI],
        ),
    ]
    assert wire.entries(*told) == [[0, 1, 2, 3], [4, 5]]


def test_two_visits_of_one_person_to_one_country_in_one_year_stay_two(wire):
    told = [
        wire.visit(
            "2023-09-21",
            "President Zelenskyy is visiting Washington",
            "UA US",
            date="2023-09-21",
            people=[ZELENSKYY],
        ),
        wire.visit(
            "2023-12-10",
            "Zelenskyy will travel to the United States",
            "UA US",
            status="planned",
            date="2023-12-11/2023-12-12",
            people=[ZELENSKYY],
        ),
        wire.visit("2023-12-12", "Zelenskyy, on a visit to Washington", "UA US", people=[ZELENSKYY]),
        wire.visit("2023-09-22", "his visit to the United States", "UA US", people=[ZELENSKYY]),
    ]
    assert wire.entries(*told) == [[0, 3], [1, 2]]


def test_a_report_that_looks_back_means_the_last_visit_and_no_other(wire):
    autumn = wire.visit(
        "2023-09-21",
        "President Zelenskyy is visiting Washington",
        "UA US",
        date="2023-09-21",
        people=[ZELENSKYY],
    )
    winter = wire.visit(
        "2023-12-12", "Zelenskyy is in Washington", "UA US", date="2023-12-12", people=[ZELENSKYY]
    )
    recalled = wire.visit(
        "2024-02-20", "since Zelenskyy visited Washington", "UA US", document="feb", people=[ZELENSKYY]
    )
    assert wire.entries(autumn, winter, recalled) == [[0], [1, 2]]
    decision = compare(autumn, recalled)
    assert decision is not None
    assert decision.score < compare(winter, recalled).score


def test_a_report_looks_back_over_a_new_year_but_not_over_years(wire):
    visit = wire.visit(
        "2023-12-12", "Zelenskyy is in Washington", "UA US", date="2023-12-12", people=[ZELENSKYY]
    )
    soon = wire.visit("2024-02-20", "when Zelenskyy was in Washington", "UA US", people=[ZELENSKYY])
    late = wire.visit("2026-02-20", "when Zelenskyy was in Washington", "UA US", people=[ZELENSKYY])
    assert wire.entries(visit, soon) == [[0, 1]]
    assert compare(visit, late) is None


def test_a_report_without_a_date_looks_back_on_the_visit_that_was_news_then(wire):
    def visit(published, **more):
        quote = "the state visit of President Biden to Hanoi"
        return wire.visit(published, quote, "US VN", **({"people": [BIDEN]} | more))

    assert wire.entries(visit("2023-09-12"), visit("2024-09-09")) == [[0, 1]]
    assert wire.entries(visit("2023-09-12"), visit("2026-09-09")) == [[0], [1]]
    assert wire.entries(visit("2023-09-12"), visit("2024-09-09", people=[BLINKEN])) == [[0], [1]]
    assert wire.entries(visit("2023-09-12"), visit("2024-09-09", status="planned")) == [[0], [1]]


def test_whom_a_visitor_meets_does_not_travel_with_him(wire):
    days = {"date": "2023-05-17/2023-05-19"}
    plan = wire.visit("2023-05-10", "Macron will pay a visit to India", "FR IN", people=[MACRON], **days)
    done = "The French leader ended his visit after talks and a round table with business leaders"
    investors = "A delegation of French investors ended its visit"
    assert wire.entries(plan, wire.visit("2023-05-19", done, "FR IN", **days)) == [[0, 1]]
    assert wire.entries(plan, wire.visit("2023-05-19", investors, "FR IN", **days)) == [[0], [1]]


def test_nobody_reports_on_a_visit_that_is_still_to_come(wire):
    coming = wire.visit(
        "2023-12-10",
        "Zelenskyy will travel to Washington",
        "UA US",
        status="planned",
        date="2023-12-12",
        people=[ZELENSKYY],
    )
    earlier = wire.visit("2023-09-22", "Zelenskyy visited Washington", "UA US", people=[ZELENSKYY])
    assert compare(coming, earlier) is None


def test_what_was_announced_after_the_visit_is_another_one(wire):
    held = wire.visit(
        "2023-09-21", "Zelenskyy is in Washington", "UA US", date="2023-09-21", people=[ZELENSKYY]
    )
    planned = wire.visit(
        "2023-12-01", "Zelenskyy will visit Washington", "UA US", status="planned", people=[ZELENSKYY]
    )
    assert compare(held, planned).verdict == "different"


def test_the_minister_in_the_presidents_company_is_on_the_same_visit(wire):
    state = wire.visit(
        "2024-01-25",
        "President Macron, with Minister Lecornu, arrived in India",
        "FR IN",
        date=JAIPUR,
        people=[MACRON, LECORNU],
    )
    minister = wire.visit(
        "2024-01-26", "Minister Lecornu, who is visiting India", "FR IN", date="2024-01-26", people=[LECORNU]
    )
    assert wire.entries(state, minister) == [[0, 1]]


def test_two_ministers_who_travel_for_one_meeting_pay_two_visits(wire):
    blinken = wire.visit(
        "2023-11-10", "Secretary Blinken is visiting New Delhi", "US IN", date="2023-11-10", people=[BLINKEN]
    )
    austin = wire.visit(
        "2023-11-10",
        "Secretary Austin is visiting New Delhi",
        "US IN",
        date="2023-11-10",
        people=["Lloyd Austin"],
    )
    assert compare(blinken, austin).verdict == "different"


def test_visit_and_return_visit_are_two(wire):
    here = wire.visit("2023-07-13", "Modi is visiting France", "IN FR", date="2023-07-13/2023-07-14")
    there = wire.visit("2023-07-13", "Macron will visit India", "FR IN", status="planned", date="2023")
    assert compare(here, there).rule == "visit/host"


def test_a_departure_on_new_years_eve_belongs_to_the_stay_that_begins_in_the_new_year(wire):
    """It is found although the two lie in two years."""
    stay = wire.visit(
        "2024-01-04", "Blinken's visit to Turkey", "US TR", date="2024-01-01/2024-01-04", people=[BLINKEN]
    )
    left = wire.visit("2023-12-31", "Blinken left for Turkey", "US TR", date="2023-12-31", people=[BLINKEN])
    assert wire.entries(stay, left) == [[0, 1]]


def test_the_first_visit_since_another_is_not_that_other(wire):
    before = wire.visit(
        "2018-10-08", "Secretary Pompeo is in Beijing", "US CN", date="2018-10-08", people=["Mike Pompeo"]
    )
    first = wire.visit(
        "2023-06-18",
        "Blinken began the first visit by a Secretary of State since 2018",
        "US CN",
        date="2023-06-18/2023-06-19",
        people=[BLINKEN],
    )
    again = wire.visit(
        "2024-04-26",
        "his second visit to China within a year",
        "US CN",
        date="2024-04-24/2024-04-26",
        people=[BLINKEN],
    )
    recalled = wire.visit(
        "2023-06-18",
        "the visit of Mike Pompeo in October 2018",
        "US CN",
        date="2018-10",
        people=["Mike Pompeo"],
        document="june",
    )
    assert wire.entries(before, first, again, recalled) == [[0, 3], [1], [2]]


# -- talks --


def test_talks_planned_with_two_and_held_with_one_are_one_engagement(wire):
    planned = wire.engagement(
        "2024-01-28",
        "President Marcos will hold talks with the State President and the Prime Minister",
        "PH VN",
        status="planned",
        people=[MARCOS],
    )
    held = wire.engagement(
        "2024-01-30",
        "President Marcos held talks with State President Vo Van Thuong",
        "PH VN",
        date="2024-01-30",
        people=[MARCOS, THUONG],
    )
    assert wire.entries(planned, held) == [[0, 1]]


def test_talks_with_the_president_are_not_the_call_on_the_prime_minister_of_that_day(wire):
    one = wire.engagement(
        "2024-01-30",
        "Marcos held talks with Vo Van Thuong",
        "PH VN",
        date="2024-01-30",
        people=[MARCOS, THUONG],
    )
    other = wire.engagement(
        "2024-01-30", "Marcos met Pham Minh Chinh", "PH VN", date="2024-01-30", people=[MARCOS, CHINH]
    )
    assert compare(one, other).rule == "engagement/people"


def test_two_reports_without_dates_that_appear_months_apart_are_of_two_meetings(wire):
    spring = wire.engagement("2023-02-24", "Biden and Zelenskyy spoke", "UA US", people=[ZELENSKYY, BIDEN])
    autumn = wire.engagement("2023-11-20", "Biden met Zelenskyy", "UA US", people=[ZELENSKYY, BIDEN])
    assert compare(spring, autumn) is None
    at_once = wire.engagement("2023-02-25", "Zelenskyy met Biden", "UA US", people=[ZELENSKYY, BIDEN])
    assert wire.entries(spring, at_once) == [[0, 1]]


def test_a_call_by_telephone_is_no_ceremony(wire):
    call = wire.engagement("2023-12-01", "Macron called Modi", "FR IN", type="call", date="2023-12-01")
    signing = wire.engagement("2023-12-01", "they signed", "FR IN", type="ceremony", date="2023-12-01")
    assert compare(call, signing).verdict == "different"


def test_a_visit_is_never_the_talks_that_it_was_paid_for(wire):
    visit = wire.visit("2024-01-25", "Macron in India", "FR IN", date="2024-01-25", people=[MACRON])
    talks = wire.engagement(
        "2024-01-25", "Macron met Modi", "FR IN", date="2024-01-25", people=[MACRON, MODI]
    )
    assert compare(visit, talks).rule == "engagement/type"
    assert keys(visit).sought.isdisjoint(keys(talks).held)


def test_one_document_that_tells_of_two_has_two(wire):
    told = [
        wire.engagement(
            "2024-01-26", quote, "FR IN", date="2024-01-26", document="pib", people=[MACRON, MODI]
        )
        for quote in ("Macron and Modi met", "The two met again over dinner")
    ]
    assert compare(*told).rule == "engagement/one-document"
    third = wire.engagement(
        "2024-01-26", "Modi met Macron", "FR IN", date="2024-01-26", people=[MODI, MACRON]
    )
    assert sorted(map(len, wire.entries(*told, third))) == [1, 2]


@pytest.mark.parametrize("bridge", [{"date": "2023"}, {"date": None}, {"date": "2023-09/2023-12"}])
def test_a_vague_report_does_not_make_one_of_two(wire, bridge):
    """Whatever fits both belongs to one of them."""
    told = [
        wire.visit(
            "2023-12-13",
            "Zelenskyy visited Washington",
            "UA US",
            date=date,
            document=date,
            people=[ZELENSKYY],
        )
        for date in ("2023-09-21", "2023-12-12")
    ]
    vague = wire.visit("2023-12-20", "Zelenskyy's visit to Washington", "UA US", people=[ZELENSKYY], **bridge)
    sets = wire.entries(*told, vague)
    assert not any({0, 1} <= set(members) for members in sets)
    meetings = [
        wire.engagement(day, "Modi and Macron met", "FR IN", date=date, document=day, people=[MODI, MACRON])
        for day, date in (("2023-09-10", "2023-09-10"), ("2023-09-16", "2023-09-16"), ("2023-09-17", None))
    ]
    assert not any({0, 1} <= set(members) for members in wire.entries(*meetings))


# -- dialogues of a series --


def test_the_planned_dialogue_and_its_report_are_one(wire):
    planned = wire.engagement(
        "2024-07-29",
        "The third 2+2 will be held in New Delhi in the near future",
        "IN JP",
        type="dialogue",
        status="planned",
        ordinal=3,
        series="India-Japan 2+2",
    )
    held = wire.engagement(
        "2024-08-20",
        "India and Japan held the third 2+2 Ministerial Dialogue",
        "IN JP",
        type="dialogue",
        date="2024-08-20",
        ordinal=3,
        series="2+2 Dialogue",
    )
    before = wire.engagement(
        "2024-08-20",
        "the second 2+2, held in Tokyo in September 2022",
        "IN JP",
        type="dialogue",
        date="2022-09",
        ordinal=2,
        series="2+2",
        document="bg",
    )
    assert wire.entries(planned, held, before) == [[0, 1], [2]]
    assert compare(planned, before).rule == "engagement/ordinal"


def test_a_round_held_as_planned_is_told_later_by_another_number(wire):
    def council(day, **facts):
        known = {"type": "dialogue", "series": "Strategic Council", "place": "Budapest", "country": "HU"}
        return wire.engagement(day, "meeting of the Strategic Council", "KZ HU", **(known | facts))

    planned = council("2023-11-02", status="planned", date="2023", ordinal=6)
    held = council("2023-11-20", date=None, ordinal=6)
    later = council("2025-04-05", date="2023-11", ordinal=5)
    assert wire.entries(planned, held, later) == [[0, 1, 2]]
    assert wire.entries(planned, council("2025-04-05", date="2023-03", ordinal=5)) == [[0], [1]]


def test_one_number_held_in_two_countries_without_a_day_can_be_a_slip(wire):
    def told(day, place, country, **more):
        quote = f"the third Joint Defence Commission in {place}"
        facts = {"type": "dialogue", "ordinal": 3, "series": "Joint Defence Commission"}
        return wire.engagement(day, quote, "FR IN", place=place, country=country, **facts, **more)

    dated = told("2024-03-04", "Paris", "FR", date="2024-03-03")
    assert compare(dated, told("2024-05-04", "Pune", "IN")).verdict == "different"
    assert compare(dated, told("2024-05-04", "Lyon", "FR")).verdict == "same"
    assert compare(dated, told("2024-05-04", "Pune", "IN", date="2024-03-03")).verdict == "same"


def test_one_number_of_a_named_series_holds_although_the_days_differ(wire):
    one, other = (
        wire.engagement(
            day,
            "the 15th Defence Policy Dialogue",
            "AU IN",
            type="dialogue",
            ordinal=15,
            series="Defence Policy Dialogue",
            date=day,
        )
        for day in ("2023-07-24", "2023-07-25")
    )
    assert compare(one, other).verdict == "same"


def test_the_third_of_a_series_without_a_name_is_not_the_third_of_any_year(wire):
    one, other = (
        wire.engagement(day, quote, "FR IN", type="dialogue", ordinal=3, date=day)
        for day, quote in (("2009-06-10", "a third round of talks"), ("2023-10-09", "the third dialogue"))
    )
    assert compare(one, other).verdict == "different"


def test_dialogues_of_two_names_are_two_although_both_are_the_third(wire):
    cyber, space = (
        wire.engagement("2024-05-22", name, "FR IN", type="dialogue", ordinal=3, series=name)
        for name in ("Cyber Dialogue", "Space Security Dialogue")
    )
    decision = compare(cyber, space)
    assert decision is None or decision.score < SURE


def test_committees_of_two_states_that_sit_on_one_day_are_one_whatever_country_is_concluded(wire):
    def sitting(published, day, **more):
        known = {"type": "dialogue", "series": "Joint Committee", "date": day}
        return wire.engagement(published, "the Joint Committee met", "KR PL", **known, **more)

    first = sitting("2023-06-07", "2023-06-07", place="Sacheon", country="KR")
    assert wire.entries(first, sitting("2024-06-21", "2023-06-07", country="PL")) == [[0, 1]]
    assert wire.entries(first, sitting("2024-06-21", "2024-06-07", country="PL")) == [[0], [1]]
    assert wire.entries(first, sitting("2025-11-12", "2023-06-08", country="PL")) == [[0, 1]]
    assert wire.entries(first, sitting("2023-06-09", "2023-06-08", country="PL")) == [[0], [1]]


def test_a_later_report_looks_back_on_the_round_of_that_number(wire):
    def round_(published, quote, number, **more):
        known = {"type": "dialogue", "ordinal": number, "series": "Joint Commission"}
        return wire.engagement(published, quote, "IN PH", **known, **more)

    held = round_("2023-06-30", "co-chaired the fifth Joint Commission", 5, date="2023-06-29")
    recalled = "The visit comes two months after the fifth meeting of the Joint Commission"
    preface = "x" * 500 + recalled
    back = round_("2023-08-22", preface, 5)
    later = msgspec.structs.replace(back.fact, evidence=(Span(500, len(preface), recalled),))
    assert wire.entries(held, Mention.of(later, back.source)) == [[0, 1]]


def test_at_a_place_that_is_no_capital_talks_of_the_same_states_are_one(wire):
    def told(place):
        known = {"place": place, "country": "GB"}
        host = wire.engagement("2025-10-24", "Aircrews welcomed him", "DE GB", date="2025-10-23", **known)
        back = wire.engagement("2025-11-06", "Last month, finally", "DE GB", date="2025-10", **known)
        return wire.entries(host, back)

    assert told("RAF Lossiemouth") == [[0, 1]]
    assert told("London") == [[0], [1]]


def test_a_round_planned_for_a_place_and_a_season_is_the_one_held_there_then(wire):
    plan = wire.engagement(
        "2023-11-06", "consultations will be held", "FI KZ", type="dialogue", status="planned",
        date="2024-40", place="Astana", country="KZ", series="consultations", ordinal=1,
    )  # fmt: skip

    def held(place, country):
        known = {"date": "2024-04-23", "place": place, "country": country}
        return wire.engagement("2024-04-24", "The two teams sat down", "FI KZ", **known)

    assert wire.entries(plan, held("Astana", "KZ")) == [[0, 1]]
    assert wire.entries(plan, held("Helsinki", "FI")) == [[0], [1]]


def test_only_dialogues_are_counted_in_a_series(wire):
    second, too = (
        wire.visit(day, "his second visit to China", "US CN", ordinal=2, date=day, people=[name])
        for day, name in (("2023-07-06", "Lloyd Austin"), ("2024-04-24", BLINKEN))
    )
    assert compare(second, too).verdict == "different"
    dialogue = wire.engagement("2024-04-24", "the second dialogue", "US CN", type="dialogue", ordinal=2)
    assert compare(too, dialogue).rule == "engagement/type"


# -- many parties --


EAST_ASIA = "AU BN CN ID IN JP KH KR LA MM MY NZ PH RU SG TH US VN ASEAN"


def test_a_summit_of_many_is_one_although_each_state_reports_its_own_part(wire):
    summit = {"type": "conference", "date": "2023-09-07", "place": "Jakarta"}
    told = [
        wire.engagement("2023-09-07", "the 18th East Asia Summit in Jakarta", EAST_ASIA, **summit),
        wire.engagement("2023-09-07", "Modi attended the East Asia Summit", "IN ASEAN", **summit),
        wire.engagement("2023-09-08", "Japan took part in the East Asia Summit", "JP ASEAN", **summit),
    ]
    assert wire.entries(*told) == [[0, 1, 2]]


def test_talks_of_two_on_the_margins_are_not_the_summit(wire):
    summit = wire.engagement(
        "2023-09-09",
        "the G20 summit in New Delhi",
        "IN FR US BR JP",
        type="conference",
        date="2023-09-09/2023-09-10",
        people=[MACRON, MODI],
    )
    talks = wire.engagement(
        "2023-09-10", "Macron had lunch with Modi", "FR IN", date="2023-09-10", people=[MACRON, MODI]
    )
    assert compare(summit, talks).rule == "engagement/margins"


def test_talks_of_two_are_not_the_summit_of_these_and_a_third(wire):
    day = "2024-04-11"
    summit = wire.engagement(day, "the first summit of the three", "FR IN UA", type="dialogue", date=day)
    talks = wire.engagement(day, "Macron met Modi", "FR IN", date=day, people=[MACRON, MODI])
    assert compare(summit, talks).rule == "engagement/beside"


def test_a_mission_is_one_by_its_errand_and_no_visit_of_one_who_is_named(wire):
    sent = {"rule": "engagement/delegation"}
    plan = wire.visit(
        "2023-05-01", "Macron will send a trade mission to India", "FR IN", status="planned", **sent
    )
    done = wire.visit(
        "2024-04-11",
        "Lecornu led a trade mission to India",
        "FR IN",
        date="2024-03",
        people=[LECORNU],
        **sent,
    )
    tour = wire.visit("2024-04-11", "Lecornu visited India", "FR IN", date="2024-03", people=[LECORNU])
    assert compare(plan, done).verdict == "same"
    assert compare(plan, tour).rule == "visit/delegation"


def test_other_parties_make_another_engagement(wire):
    quad = wire.engagement("2023-05-20", "the Quad leaders met", "AU IN JP US", date="2023-05-20")
    camp_david = wire.engagement("2023-08-18", "the three leaders met", "JP KR US", date="2023-08-18")
    aukus = wire.engagement("2023-05-20", "AUKUS partners met", "AU GB US", date="2023-05-20")
    assert compare(quad, camp_david).verdict == "different"
    assert compare(aukus, wire.engagement("2023-05-20", "a meeting", "FR IN")).rule == "engagement/parties"


def test_where_the_other_side_is_not_known_nothing_is_said(wire):
    alone = wire.engagement("2023-05-20", "the minister received a delegation", "IN", date="2023-05-20")
    nobody = wire.engagement("2023-05-20", "a delegation was received", "", date="2023-05-20")
    two = wire.engagement("2023-05-20", "a French delegation was received", "FR IN", date="2023-05-20")
    assert compare(alone, two) is None
    assert compare(nobody, two) is None
    assert keys(nobody).held == frozenset()


def test_the_keys_of_a_summit_grow_with_its_parties_not_with_their_pairs(wire):
    summit = wire.engagement("2023-09-07", "the East Asia Summit", EAST_ASIA, date="2023-09-07")
    assert len(keys(summit).held) <= 2 * len(EAST_ASIA.split())


# -- days without a year --


def test_days_without_a_year_meet_the_visit_of_those_days(wire):
    stay = wire.visit(
        "2023-07-15", "Modi's visit to France", "IN FR", date="2023-07-13/2023-07-14", people=[MODI]
    )
    yearless = wire.visit(
        None,
        "the visit of Narendra Modi to France from July 13 to 14",
        "IN FR",
        date="XXXX-07-13/XXXX-07-14",
        people=[MODI],
    )
    elsewhen = wire.visit(
        None,
        "the visit of Narendra Modi to France from February 10 to 12",
        "IN FR",
        date="XXXX-02-10/XXXX-02-12",
        people=[MODI],
        document="feb",
    )
    assert wire.entries(stay, yearless, elsewhen) == [[0, 1], [2]]


def test_without_any_date_talks_of_the_same_two_are_held_to_be_one_only_just(wire):
    dated = wire.engagement(
        "2023-07-14", "Modi and Macron met", "IN FR", date="2023-07-14", people=[MODI, MACRON]
    )
    unknown = wire.engagement(None, "Macron met Prime Minister Modi", "IN FR", people=[MACRON, MODI])
    decision = compare(dated, unknown)
    assert decision is not None
    assert SURE <= decision.score < 0.75


# -- whatever is compared --

_PEOPLE = {
    "FR": [MACRON, LECORNU],
    "IN": [MODI, MURMU, "Subrahmanyam Jaishankar"],
    "US": [BIDEN, BLINKEN],
    "VN": [THUONG, CHINH],
}
_PARTIES = [
    "FR IN",
    "FR IN",
    "FR IN",
    "FR IN US",
    "FR IN ASEAN",
    "FR ASEAN",
    "ASEAN",
    "FR",
    "",
    "FR IN US VN JP DE ASEAN",
    "FR IN US VN JP DE",
]
_DAYS = ["2023-12-30", "2023-12-31", "2024-01-01", "2024-01-14", "2024-06-01"]
_DATES = [
    None,
    *_DAYS,
    "2023-12-30/2024-01-02",
    "2023-12-28/2023-12-31",
    "2024-01-02/2024-01-03",
    "XXXX-12-31",
    "XXXX-01",
    "2023",
    "2024-01",
    "202X",
    "20XX",
    "../2024",
    "2023-12/..",
]
_QUOTES = [
    "the President and the Prime Minister met",
    "talks on submarines in Goa",
    "they met",
    "Macron was received",
    "a visit",
    "the dialogue on maritime security",
]


@st.composite
def _mentions(draw, wire) -> Mention:
    parties = draw(st.sampled_from(_PARTIES)).split()
    able = [name for party in parties for name in _PEOPLE.get(party, [])]
    people = draw(st.lists(st.sampled_from(able), unique=True, max_size=3)) if able else []
    return wire.engagement(
        draw(st.sampled_from([None, "2023", *_DAYS, "2025-05-01"])),
        draw(st.sampled_from(_QUOTES)),
        " ".join(parties),
        type=draw(st.sampled_from(["visit", "meeting", "dialogue", "conference", "call", "ceremony"])),
        status=draw(st.sampled_from(["held", "planned", "postponed"])),
        date=draw(st.sampled_from(_DATES)),
        country=draw(st.sampled_from([None, *parties])),
        place=draw(st.sampled_from([None, "Goa", "Paris"])),
        series=draw(st.sampled_from([None, "Maritime Dialogue", "Dialogue"])),
        ordinal=draw(st.sampled_from([None, None, 2, 3])),
        people=people,
        company=draw(st.sampled_from([[], able])),
        document=f"doc-{draw(st.integers(0, 10**6))}",
    )


@settings(max_examples=1500, deadline=None)
@given(data=st.data())
def test_it_does_not_matter_which_of_two_comes_first_and_what_is_one_is_found(wire, data):
    a, b = data.draw(_mentions(wire)), data.draw(_mentions(wire))
    decision = compare(a, b)
    assert decision == compare(b, a)
    if decision is not None and decision.verdict == "same" and decision.score >= DOUBT:
        one, other = keys(a), keys(b)
        assert one.sought & other.held or other.sought & one.held, "not found by keys"


@pytest.mark.parametrize("date", ["../2024", "2023/..", "20XX", "9999", "0001", "XXXX-02-29"])
@pytest.mark.parametrize("published", [None, "9999", "0001", "9999-12-31", "2024-02-29"])
def test_the_ends_of_the_calendar_are_dates_like_others(wire, date, published):
    one = wire.visit(published, "a visit", "FR IN", date=date)
    other = wire.visit(published, "another visit", "FR IN", status="planned")
    assert compare(one, other) == compare(other, one)
    assert keys(one).held


def test_one_day_and_two_numbers_are_a_slip_of_the_pen(wire):
    told = {"type": "dialogue", "date": "2022-05-02", "country": "DE"}
    sixth = wire.engagement(
        "2022-05-02",
        "today held the sixth round of Intergovernmental Consultations",
        "DE IN",
        series="Intergovernmental Consultations",
        ordinal=6,
        **told,
    )
    fifth = wire.engagement(
        "2024-11-04",
        "presided over the fifth Indo-German government consultations",
        "DE IN",
        series="Indo-German government consultations",
        ordinal=5,
        **told,
    )
    found = compare(sixth, fifth)
    assert (found.verdict, found.rule) == ("same", "engagement/other-number")


def test_one_plan_told_in_the_same_days_by_two_numbers_is_a_slip(wire):
    def plan(published, ordinal, date="2025", place="Nairobi"):
        told = {"type": "dialogue", "status": "planned", "series": "Joint Commission", "country": "KE"}
        quote = f"agreed to hold meeting {ordinal} of the Joint Commission in {place}"
        return wire.engagement(published, quote, "DE KE", date=date, place=place, ordinal=ordinal, **told)

    first = plan("2025-06-26", 4)
    assert compare(first, plan("2025-06-27", 5)).rule == "engagement/other-number"
    assert compare(first, plan("2025-06-27", 5, date="2026")).verdict == "different"
    assert compare(first, plan("2025-06-27", 5, place="Mombasa")).verdict == "different"
    assert compare(first, plan("2025-12-27", 5)).verdict == "different", "the fourth may have been held"


def test_a_later_report_errs_on_the_place_where_the_same_people_met_on_a_day(wire):
    def met(
        published,
        place,
        country,
        who="Sébastien Lecornu, Narendra Modi, Lloyd Austin",
        date="2024-07-10",
        parties="FR IN US",
    ):
        people = tuple(who.split(", "))
        quote = f"{who} met in {place}"
        told = {"type": "meeting", "date": date, "place": place, "country": country, "people": people}
        return wire.engagement(published, quote, parties, **told)

    news = met("2024-07-10", "Lima", "PE")
    assert compare(news, met("2025-10-20", "Quito", "EC")).rule == "engagement/other-place"
    assert (
        compare(news, met("2025-10-20", "Quito", "EC", who="Narendra Modi")).rule == "engagement/other-place"
    )
    for other in (
        met("2024-07-11", "Quito", "EC"),
        met("2025-10-20", "Quito", "EC", date="2024-07-12"),
        met("2025-10-20", "Quito", "EC", who="Narendra Modi", parties="IN US"),
    ):
        found = compare(news, other)
        assert found is None or found.rule != "engagement/other-place"


def test_a_report_that_looks_back_errs_on_the_number_of_the_round_of_a_month(wire):
    told = {"type": "dialogue", "country": "DE", "series": "Cooperation Council"}
    planned = wire.engagement(
        "2022-04-30",
        "will hold the first meeting",
        "DE IN",
        status="planned",
        date="2022-05-02",
        ordinal=1,
        **told,
    )
    later = wire.engagement(
        "2022-11-04", "held its second meeting", "DE IN", date="2022-05", ordinal=2, **told
    )
    assert compare(planned, later).rule == "engagement/other-number"
    news = wire.engagement("2022-05-03", "welcomed them for the first meeting", "DE IN", ordinal=1, **told)
    assert compare(news, later).rule == "engagement/other-number"
    old = wire.engagement("2022-01-03", "since the first meeting", "DE IN", ordinal=1, **told)
    assert compare(old, later).verdict == "different"


def test_consultations_by_another_name_are_the_same_round_within_days(wire):
    def consultations(series, date):
        return wire.engagement(
            "2024-11-04",
            f"the seventh {series}",
            "DE IN",
            type="dialogue",
            series=series,
            ordinal=7,
            date=date,
        )

    one = consultations("Intergovernmental Consultations", "2024-10-25")
    assert compare(one, consultations("government consultations", "2024-10-26")).verdict == "same"
    assert compare(one, consultations("Staff Talks", "2024-10-26")).verdict == "different"


def test_first_rounds_of_two_unnamed_series_held_in_one_year_are_two(wire):
    def first(date, published):
        return wire.engagement(
            published, "the first round", "ET SO", type="dialogue", series="round", ordinal=1, date=date
        )

    assert (
        compare(first("2024-07-01", "2024-07-01"), first("2025-02-18", "2025-03-05")).verdict == "different"
    )


def test_the_news_of_a_day_is_no_recollection_of_an_older_meeting(wire):
    older = wire.engagement(
        "2023-04-11",
        "Macron and Modi met in Paris",
        "FR IN",
        date="2023-04-10",
        people=["Emmanuel Macron", "Narendra Modi"],
    )
    news = wire.engagement(
        "2024-03-11",
        "Macron and Modi held talks in Delhi",
        "FR IN",
        people=["Emmanuel Macron", "Narendra Modi"],
    )
    assert wire.entries(older, news) == [[0], [1]]


def test_a_later_report_can_err_by_a_day_on_talks_of_which_nobody_is_named(wire):
    def talks(published, date, place="New Delhi", **more):
        return wire.engagement(
            published, "talks of the two sides", "IN MV", date=date, place=place, country="IN", **more
        )

    news = talks("2024-02-03", "2024-02-02")
    assert wire.entries(news, talks("2024-03-12", "2024-02-03")) == [[0, 1]]
    assert wire.entries(news, talks("2024-02-04", "2024-02-03")) == [[0], [1]]
    assert wire.entries(news, talks("2024-03-12", "2024-02-03", place="Jaipur")) == [[0], [1]]
    assert wire.entries(news, talks("2024-03-12", "2024-02-07")) == [[0], [1]]


def test_rounds_of_one_named_series_in_one_month_are_one(wire):
    def met(published, series, date="2025-01"):
        return wire.engagement(published, "met", "CA PH", type="dialogue", series=series, date=date)

    first = met("2025-02-08", "defence working group")
    assert wire.entries(first, met("2025-11-03", "defence working group")) == [[0, 1]]
    assert wire.entries(first, met("2025-11-03", "fisheries working group")) == [[0], [1]]


def test_a_welcome_and_a_signing_are_two_ceremonies(wire):
    both = ["Narendra Modi", "Pham Minh Chinh"]
    welcome = wire.engagement(
        "2022-06-08",
        "Modi was accorded a grand welcome by Chinh",
        "IN VN",
        type="ceremony",
        rule="engagement/receive:accord",
        date="2022-06-08",
        people=both,
    )
    signing = wire.engagement(
        "2022-06-09",
        "The pact was inked in the presence of the two ministers",
        "IN VN",
        type="ceremony",
        rule="engagement/signing",
        date="2022-06-08",
        people=both,
    )
    assert compare(welcome, signing).verdict == "different"
    assert wire.entries(welcome, signing) == [[0], [1]]


def test_consultations_of_governments_are_intergovernmental_ones(wire):
    one = wire.engagement(
        "2024-10-25",
        "co-chaired the seventh intergovernmental consultations",
        "DE IN",
        type="dialogue",
        series="intergovernmental consultations",
        ordinal=7,
        date="2024-10-25",
    )
    other = wire.engagement(
        "2025-02-01",
        "the seventh government consultations in Delhi",
        "DE IN",
        type="dialogue",
        series="government consultations",
        ordinal=7,
    )
    assert wire.entries(one, other) == [[0, 1]]


def test_a_month_that_fits_two_numbers_does_not_part_what_the_day_joins(wire):
    sixth, slip = (
        wire.engagement(
            "2022-05-03",
            f"round {number} was held in Berlin",
            "DE IN",
            type="dialogue",
            series="intergovernmental consultations",
            ordinal=number,
            date="2022-05-02",
            document=f"round {number}",
        )
        for number in (6, 5)
    )
    month = wire.engagement(
        "2022-12-05",
        "the sixth round in Berlin in May",
        "DE IN",
        type="dialogue",
        series="intergovernmental consultations",
        ordinal=6,
        date="2022-05",
    )
    assert wire.entries(sixth, slip, month) == [[0, 1, 2]]
