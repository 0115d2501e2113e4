"""Where independent sources disagree on one thing."""

from __future__ import annotations

from typing import Any

import pytest

from servanda.model.document import Span
from servanda.model.facts import Activity, Amount, Commitment, Engagement, Fact, Instrument, Milestone
from servanda.resolve.conflicts import Conflict, conflicts
from servanda.resolve.entry import Entry
from servanda.resolve.mention import Mention, Source


def source(name: str, published: str | None = "2024-07-10", publisher: str | None = None) -> Source:
    return Source(id=f"id-{name}", name=name, published=published, publisher=publisher)


def told(kind: type[Fact], at: Source, quotes: tuple[str, ...] = ("said",), **properties: Any) -> Mention:
    evidence = tuple(Span(100 * n, 100 * n + len(q), q) for n, q in enumerate(quotes))
    return Mention.of(kind(document=at.name, source=at.id, evidence=evidence, **properties), at)  # type: ignore[arg-type]


def signed(at: Source, **properties: Any) -> Mention:
    plain = {
        "type": "agreement",
        "action": "signed",
        "title": "Reciprocal Access Agreement",
        "parties": ("JP", "PH"),
    }
    quotes = properties.pop("quotes", ("said",))
    return told(Instrument, at, quotes, **(plain | properties))


def met(at: Source, **properties: Any) -> Mention:
    plain = {
        "type": "dialogue",
        "status": "held",
        "parties": ("FR", "VN"),
        "ordinal": 3,
        "series": "Strategic Dialogue",
    }
    quotes = properties.pop("quotes", ("said",))
    return told(Engagement, at, quotes, **(plain | properties))


def found(*mentions: Mention, copies: tuple[set[str], ...] = ()) -> list[Conflict]:
    return conflicts(
        Entry.of(list(mentions)), lambda a, b: {a.removeprefix("id-"), b.removeprefix("id-")} in copies
    )


A, B, C = source("a"), source("b"), source("c")


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        (
            met(A, ordinal=3, date="2025-05-08"),
            met(B, ordinal=4, date="2025-05-08"),
            "strategic dialogue of May 2025",
        ),
        (
            signed(A, period="2025/2027", date="2025-05-08"),
            signed(B, period="2025/2029", date="2025-05-08"),
            "Reciprocal Access Agreement of May 2025",
        ),
        (
            signed(A, title="first executive contract for tanks", period="2022/2025", date="2022-08-26"),
            signed(B, title="first executive contract for tanks", period="2022/2026", date="2022-08-26"),
            "First executive contract for tanks",
        ),
    ],
)
def test_a_conflict_is_called_by_what_is_not_disputed(one: Mention, other: Mention, label: str) -> None:
    (conflict,) = found(one, other)
    assert conflict.label == label


def test_two_days_of_one_signing_stand_side_by_side() -> None:
    (conflict,) = found(
        signed(A, date="2024-07-08"), signed(B, date="2024-07-09"), signed(C, date="2024-07-08")
    )
    assert conflict.property == "instrument.date"
    assert conflict.label == "Reciprocal Access Agreement"  # neither of the days
    assert [(v.mention.source.name, v.value) for v in conflict.values] == [
        ("a", "2024-07-08"),
        ("b", "2024-07-09"),
        ("c", "2024-07-08"),
    ]
    assert [(h.value, h.sources) for h in conflict.hypotheses] == [("2024-07-08", 2), ("2024-07-09", 1)]


def test_a_report_of_the_signing_that_is_older_than_the_day_another_gives() -> None:
    news = source("n", "2024-07-08")
    (conflict,) = found(signed(news), signed(B, date="2024-07-09"))
    assert [v.value for v in conflict.values] == ["2024-07-08", "2024-07-09"]
    assert found(signed(news), signed(B, date="2024-07-08")) == []
    assert found(signed(news), signed(B, date="2024-07-01")) == []
    assert found(signed(news), signed(B)) == []


def test_a_year_counted_back_from_an_anniversary_can_be_one_beside() -> None:
    jubilee = {"type": "diplomatic-relations", "number": 50, "parties": ("BR", "CN")}

    def marked(at: Source, year: int, quote: str) -> Mention:
        return told(Milestone, at, (quote,), year=year, **jubilee)

    assert found(marked(A, 1973, "the 50th anniversary"), marked(B, 1974, "since 1974")) == []
    assert found(marked(A, 1972, "the 50th anniversary"), marked(B, 1974, "since 1974"))
    assert found(marked(A, 1973, "since 1973"), marked(B, 1974, "since 1974"))


def test_two_days_of_entry_into_force_stand_side_by_side() -> None:
    force = {"action": "existing", "rule": "instrument/in-force:enter"}
    (conflict,) = found(signed(A, date="2024-03-21", **force), signed(B, date="2024-03-22", **force))
    assert conflict.property == "instrument.date"
    assert [v.value for v in conflict.values] == ["2024-03-21", "2024-03-22"]
    assert not found(signed(A, date="2022-01-25"), signed(B, date="2024-03-22", **force))


@pytest.mark.parametrize(
    ("quote", "is_conflict"),
    [
        ("the visit to Vilnius on 23 May", True),
        ("left Vilnius on 23 May", False),
        ("on the second day of the visit", False),
        ("is on a visit to Vilnius", False),
    ],
)
def test_days_of_visits_that_are_told_as_such(quote: str, is_conflict: bool) -> None:
    visit = {"type": "visit", "status": "held", "ordinal": None, "series": None}
    one = met(A, quotes=("the Chancellor visited Lithuania on Thursday",), date="2025-05-22", **visit)
    assert bool(found(one, met(B, quotes=(quote,), date="2025-05-23", **visit))) is is_conflict


def test_copies_of_one_text_count_once_and_are_all_listed() -> None:
    mentions = signed(A, date="2024-07-08"), signed(B, date="2024-07-08"), signed(C, date="2024-07-09")
    (conflict,) = found(*mentions, copies=({"a", "b"},))
    assert len(conflict.values) == 3
    assert [(h.value, h.sources) for h in conflict.hypotheses] == [("2024-07-08", 1), ("2024-07-09", 1)]


def test_copies_do_not_contradict_each_other() -> None:
    assert found(signed(A, date="2024-07-08"), signed(B, date="2024-07-09"), copies=({"a", "b"},)) == []


def test_what_one_publisher_says_later_is_a_correction() -> None:
    first, later = source("a", publisher="Kyodo"), source("b", publisher="Kyodo")
    assert found(signed(first, date="2024-07-08"), signed(later, date="2024-07-09")) == []
    assert len(found(signed(A, date="2024-07-08"), signed(B, date="2024-07-09"))) == 1, (
        "unknown publishers are two"
    )


def test_a_publisher_differs_from_itself_on_what_is_written_out() -> None:
    first, later = source("a", publisher="Kyodo"), source("b", publisher="Kyodo")
    (conflict,) = found(signed(first, period="2018/2028"), signed(later, period="2018/2020"))
    assert [h.sources for h in conflict.hypotheses] == [1, 1]
    places = found(met(first, place="Hanoi"), met(later, place="Paris"))
    assert [c.property for c in places] == ["engagement.place"]
    days = found(met(first, date="2023-12-18"), met(later, date="2023-12-19"))
    assert [c.property for c in days] == ["engagement.date"]


def test_the_quotation_is_the_one_that_shows_the_value() -> None:
    quotes = ("they signed a Joint Vision Statement", "The statement covers the years 2018 to 2028")
    vision = {"title": "Joint Vision Statement", "type": "vision-statement"}
    (conflict,) = found(
        signed(A, period="2018/2028", quotes=quotes, **vision), signed(B, period="2018/2020", **vision)
    )
    assert conflict.property == "instrument.period"
    assert conflict.values[0].span.text == quotes[1]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(signed(A, date="2024-07"), signed(B, date="2024-07-08"), id="month and day"),
        pytest.param(signed(A, date="2024-07-08"), signed(B), id="nothing and a day"),
        pytest.param(
            signed(A, date="2024-07-08"),
            signed(B, date="2024-12-16", action="ratified"),
            id="signed and ratified",
        ),
        pytest.param(
            signed(A, date="2024-07-08"),
            signed(B, date="2024-07-20", modality="planned"),
            id="signed and planned",
        ),
        pytest.param(
            signed(A, parties=("JP", "PH")), signed(B, parties=("JP", "PH", "US")), id="one party more"
        ),
        pytest.param(
            met(A, date="2023-12-18"), met(B, date="2023-12-19", status="planned"), id="held and planned"
        ),
        pytest.param(met(A, place="New Delhi"), met(B, place="Delhi"), id="a city by its shorter name"),
        pytest.param(met(A, place="Hà Nội"), met(B, place="Hanoi"), id="a city in its own spelling"),
        pytest.param(
            met(source("x", "2023-01-02"), date="2023-06-01", status="planned"),
            met(source("y", "2023-05-02"), date="2023-12-18", status="planned"),
            id="put off",
        ),
        pytest.param(
            met(A, date="2023-12-18/2023-12-19"), met(B, date="2023-12-18"), id="a stay and one of its days"
        ),
        pytest.param(
            met(A, type="visit", date="2023-12-16", ordinal=None),
            met(B, type="visit", date="2023-12-20", ordinal=None),
            id="arrival and departure",
        ),
        pytest.param(met(A, place="Paris"), met(B, place="France"), id="city and country"),
        pytest.param(met(A, place="Paris"), met(B, place="Élysée Palace"), id="city and palace"),
        pytest.param(met(A, place="Hanoi"), met(B, place="HANOI"), id="two spellings"),
        pytest.param(met(A, place="Hanoi"), met(B, place="Hà Nội"), id="one word or two"),
        pytest.param(
            told(Activity, A, content="a grant", amount=Amount(value=1.23e9, currency="JPY")),
            told(Activity, B, content="a grant", amount=Amount(value=1.2e9, currency="JPY")),
            id="rounded",
        ),
        pytest.param(
            told(Activity, A, content="a grant", amount=Amount(value=6e8, currency="JPY")),
            told(Activity, B, content="a grant", amount=Amount(value=4e6, currency="USD")),
            id="two currencies",
        ),
        pytest.param(
            told(Milestone, source("x", "2018-04-12"), type="diplomatic-relations", number=45),
            told(Milestone, source("y", "2023-04-12"), type="diplomatic-relations", number=50),
            id="anniversaries of two years",
        ),
    ],
)
def test_no_conflict(a: Mention, b: Mention) -> None:
    assert found(a, b) == []


@pytest.mark.parametrize(
    ("property_", "a", "b"),
    [
        pytest.param("engagement.date", met(A, date="2023-12-18"), met(B, date="2023-12-19"), id="days"),
        pytest.param(
            "engagement.date",
            met(A, type="visit", date="2023-12-16/2023-12-18", ordinal=None),
            met(B, type="visit", date="2023-12-16/2023-12-19", ordinal=None),
            id="stays",
        ),
        pytest.param("engagement.place", met(A, place="Hanoi"), met(B, place="Paris"), id="places"),
        pytest.param(
            "engagement.place", met(A, place="Makati"), met(B, place="Taguig"), id="towns in one metropolis"
        ),
        pytest.param("engagement.place", met(A, place="Makati"), met(B, place="Cebu"), id="a town elsewhere"),
        pytest.param("engagement.ordinal", met(A, ordinal=3), met(B, ordinal=4), id="ordinals"),
        pytest.param("engagement.parties", met(A), met(B, parties=("FR", "LA")), id="parties"),
        pytest.param(
            "activity.amount",
            told(Activity, A, content="a grant", amount=Amount(value=6e8, currency="JPY")),
            told(Activity, B, content="a grant", amount=Amount(value=8e8, currency="JPY")),
            id="amounts",
        ),
        pytest.param(
            "commitment.due",
            told(Commitment, A, act="pledge", content="deliver ships", due="2024"),
            told(Commitment, B, act="pledge", content="deliver ships", due="2025"),
            id="due",
        ),
        pytest.param(
            "milestone.number",
            told(Milestone, A, type="diplomatic-relations", number=45),
            told(Milestone, B, type="diplomatic-relations", number=50),
            id="anniversaries of one year",
        ),
        pytest.param(
            "milestone.year",
            told(Milestone, A, type="diplomatic-relations", year=1973),
            told(Milestone, B, type="diplomatic-relations", year=1975),
            id="years of the founding",
        ),
    ],
)
def test_conflict(property_: str, a: Mention, b: Mention) -> None:
    assert [conflict.property for conflict in found(a, b)] == [property_]


def test_values_that_fit_all_others_are_left_out() -> None:
    (conflict,) = found(signed(A, date="2024-07-08"), signed(B, date="2024-07-09"), signed(C, date="2024-07"))
    assert {v.value for v in conflict.values} == {"2024-07-08", "2024-07-09"}


def test_an_amount_is_shown_by_its_figures() -> None:
    grants = [
        told(
            Activity,
            at,
            ("radars were granted", f"a grant of {n} million yen"),
            content="a grant",
            amount=Amount(value=n * 1e6, currency="JPY"),
        )
        for at, n in ((A, 600), (B, 800))
    ]
    (conflict,) = found(*grants)
    assert [(v.value, v.span.text) for v in conflict.values] == [
        ("600000000 JPY", "a grant of 600 million yen"),
        ("800000000 JPY", "a grant of 800 million yen"),
    ]


def test_a_month_in_which_a_stay_ended_is_no_other_date() -> None:
    drill = {"type": "exercise", "ordinal": None, "series": "Balikatan"}
    days, month = met(A, date="2024-04-22/2024-05-03", **drill), met(B, date="2024-05", **drill)
    assert found(days, month) == []
    assert [c.property for c in found(days, met(C, date="2024-06", **drill))] == ["engagement.date"]


def test_of_a_stay_told_while_it_lasts_the_last_day_is_not_known() -> None:
    visit = {"type": "visit", "status": "held", "ordinal": None, "series": None}
    whole = met(B, date="2024-07-09/2024-07-11", **visit)
    assert found(met(A, date="2024-07-09/2024-07-10", **visit), whole) == []
    later = source("later", "2024-09-01")
    assert found(met(later, date="2024-07-09/2024-07-10", **visit), whole)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Camp Aguinaldo", "Manila", False),
        ("Taguig", "Manila", False),
        ("Metro Manila", "Quezon City", False),
        ("Davao City", "Manila", True),
        ("Taguig", "Davao City", True),
        ("Putrajaya", "Kuala Lumpur", True),
    ],
)
def test_a_camp_or_town_of_a_metropolis_is_no_other_place(one: str, other: str, differ: bool) -> None:
    assert bool(found(met(A, place=one), met(B, place=other))) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (
            ("2024-05-10", "2024-05-10", "signed on Friday"),
            ("2025-02-01", "2024-05-11", "on 11 May 2024"),
            True,
        ),
        (("2024-05-11", "2024-05-10", "signed on Friday"), ("2025-02-01", "2024-05-11", "on May 11"), False),
        (("2024-05-10", "2024-05-10", "signed on Friday"), ("2025-02-01", "2024-05", "in May 2024"), False),
    ],
)
def test_a_publisher_differs_from_itself_on_a_day_of_signing_that_it_writes_out(
    one: tuple[str, str, str], other: tuple[str, str, str], differ: bool
) -> None:
    mentions = [
        signed(source(name, published, "wire"), date=day, quotes=(words,))
        for name, (published, day, words) in zip("xy", (one, other), strict=True)
    ]
    assert bool(found(*mentions)) is differ


def test_the_day_of_several_texts_is_that_of_their_report_unless_it_is_written() -> None:
    many = {"type": "memorandum", "title": "Memoranda of Understanding"}
    first = signed(A, date="2024-05-06", quotes=("Five memoranda were signed on 6 May",), **many)
    later = signed(B, date="2024-05-07", quotes=("Memoranda in five sectors were signed",), **many)
    assert found(first, later) == []
    assert found(first, signed(B, date="2024-05-07", quotes=("Memoranda signed on 7 May",), **many))


def test_a_day_that_is_not_told_of_the_text_is_no_other_day() -> None:
    first, years = signed(A, date="2024-07-08"), source("later", "2025-11-12")
    assert found(first, signed(years, date="2024-07-09", quotes=("the agreement that both signed",))) == []
    assert found(first, signed(years, date="2024-07-09", quotes=("the agreement of 9 July 2024",)))
    assert found(
        first, signed(years, date="2024-07-09", quotes=("the agreement signed on Jul. 9 last year",))
    )
