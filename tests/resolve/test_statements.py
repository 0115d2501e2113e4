"""One statement that several papers give, and the same words said again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.model.facts import Activity, Amount, Position
from servanda.resolve.mention import Mention
from servanda.resolve.rules import DOUBT, SURE
from servanda.resolve.statements import compare, content_of, keys

RADARS = "provide the Philippine Navy with coastal radar systems under the new assistance programme"


def verdict(a: Mention, b: Mention) -> str | None:
    decision = compare(a, b)
    assert decision == compare(b, a)
    return decision.verdict if decision else None


def test_the_same_pledge_in_two_papers_of_one_week_is_one(wire):
    told = [
        wire.promise("2023-11-03", RADARS, document="agency"),
        wire.promise("2023-11-07", RADARS.replace("the new", "a new"), document="daily"),
    ]
    assert wire.entries(*told) == [[0, 1]]


def test_the_same_words_a_year_later_are_said_again(wire):
    told = [wire.promise(day, RADARS) for day in ("2023-11-03", "2024-11-03")]
    assert wire.entries(*told) == [[0], [1]]
    assert compare(*told) is None


def test_two_weeks_are_near_and_a_day_more_is_not(wire):
    first, last, after = (wire.promise(day, RADARS) for day in ("2023-11-03", "2023-11-17", "2023-11-18"))
    assert wire.entries(first, last) == [[0, 1]]
    assert compare(first, after) is None


def test_without_publication_only_what_has_none_either_is_of_one_time(wire):
    one, other = (wire.promise(None, RADARS, document=name) for name in "ab")
    assert verdict(one, other) == "same"
    assert verdict(one, wire.promise("2023-11-03", RADARS)) is None


def test_one_paper_that_says_it_twice_says_two_things(wire):
    told = [wire.promise("2023-11-03", text, document="daily") for text in (RADARS, RADARS + " again")]
    assert verdict(*told) == "different"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"speaker": "US"}, id="another speaks"),
        pytest.param({"act": "request"}, id="a wish is no pledge"),
        pytest.param({"addressee": ("VN",)}, id="to another"),
        pytest.param({"modality": "negated"}, id="denied"),
    ],
)
def test_the_same_words_can_be_another_statement(wire, other):
    one = wire.promise("2023-11-03", RADARS, addressee=("PH",))
    assert verdict(one, wire.promise("2023-11-04", RADARS, **({"addressee": ("PH",)} | other))) is None


def test_an_addressee_that_one_paper_leaves_out_parts_nothing(wire):
    one = wire.promise("2023-11-03", RADARS, addressee=("PH",))
    assert verdict(one, wire.promise("2023-11-04", RADARS)) == "same"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "offer 600 million yen for coastal radars and for boats of the coast guard",
            "offer 400 million yen for coastal radars and for boats of the coast guard",
            None,
        ),
        (
            "begin talks on November 3 on a pact about the access of troops for exercises",
            "begin talks on November 4 on a pact about the access of troops for exercises",
            "same",
        ),
        (
            "begin talks this week (03) on a pact about the access of troops for exercises",
            "begin talks on 3 to 5 Nov. on a pact about the access of troops for exercises",
            "same",
        ),
        (
            "offer five boats to the coast guard of the Philippines, built in Nagasaki",
            "offer five boats to the coast guard of Malaysia, built in Nagasaki",
            None,
        ),
    ],
)
def test_numbers_and_names_weigh_more_than_words(wire, one, other, expected):
    """The days of a talk do not: one report gives them and another leaves them out."""
    assert verdict(wire.promise("2023-11-03", one), wire.promise("2023-11-04", other)) == expected


def test_thanks_to_one_state_are_no_thanks_to_another(wire):
    vietnam = wire.thanks("2024-07-31", "thanked Viet Nam for its warm welcome and support", "IN")
    laos = wire.thanks("2024-07-31", "thanked Laos for its warm welcome and support", "IN")
    again = wire.thanks("2024-08-01", "thanked Vietnam for its support and warm welcome", "IN")
    assert verdict(vietnam, laos) is None
    assert verdict(vietnam, again) == "same"


def test_praise_is_no_blame(wire):
    praise = wire.thanks("2024-07-31", "the pace of the negotiations", "IN")
    blame = wire.thanks(
        "2024-07-31", "the pace of the negotiations", "IN", polarity="negative", document="blame"
    )
    assert verdict(praise, blame) is None


def test_one_person_may_be_quoted_in_similar_words(wire):
    said = "support the capability of the coast guard with vessels"
    again = "support the capability of the coast guard"
    by = {"by": "Fumio Kishida"}
    decision = compare(wire.promise("2023-11-03", said, **by), wire.promise("2023-11-04", again, **by))
    assert decision is not None
    assert decision.rule == "statement/speaker"
    assert compare(wire.promise("2023-11-03", said), wire.promise("2023-11-04", again)) is None


def test_kinds_are_not_mixed(wire):
    pledge, thanks = wire.promise("2023-11-03", RADARS), wire.thanks("2023-11-03", RADARS, "JP")
    assert verdict(pledge, thanks) is None


def test_what_is_said(wire):
    assert content_of(wire.promise("2023-11-03", RADARS).fact) == RADARS
    assert content_of(wire.anniversary("2023-04-12", "the 50th anniversary").fact) == "the 50th anniversary"


def test_money_given_in_one_month_is_looked_back_on(wire):
    def given(published, amount, date, purpose="demining", name="a"):
        words = f"handed over a grant of {amount} million euros for {purpose}"
        return wire._mention(
            Activity,
            people=(),
            document=f"{name}-{published}",
            provider=("FI",),
            recipient=("GE",),
            content=words,
            published=published,
            quote=words,
            date=date,
            amount=Amount(value=amount * 1e6, currency="EUR"),
        )

    news = given("2022-06-08", 2, "2022-06-07")
    assert wire.entries(news, given("2023-03-01", 3, "2022-06")) == [[0, 1]]
    assert wire.entries(news, given("2023-03-01", 3, "2022-07")) == [[0], [1]]
    assert wire.entries(news, given("2023-03-01", 3, "2022-06", "village schools")) == [[0], [1]]
    assert wire.entries(news, given("2023-03-01", 3, None)) == [[0], [1]]


def test_positions_and_activities_are_statements_too(wire):
    told = []
    for name in "ab":
        more = {"published": "2023-11-03", "quote": "disputes have to be settled by peaceful means"}
        told.append(
            wire._mention(Position, people=(), document=name, holder=("JP",), content=more["quote"], **more)
        )
        told.append(
            wire._mention(
                Activity,
                people=(),
                document=name,
                provider=("JP",),
                recipient=("PH",),
                content="the transfer of five radars",
                published="2023-11-03",
                quote="five radars",
                amount=Amount(value=6e8, currency="JPY"),
            )
        )
    assert wire.entries(*told) == [[0, 2], [1, 3]]


# -- milestones --


def test_the_anniversaries_of_one_founding_are_as_many_milestones(wire):
    """A reader asks what was said at the 45th and at the 50th; the founding is what they have in common."""
    told = [
        wire.anniversary("2018-03-28", "the 45th anniversary of diplomatic relations", number=45, year=1973),
        wire.anniversary("2018-09-20", "45 years of relations", number=45, year=1973),
        wire.anniversary("2023-04-12", "the 50th anniversary of diplomatic relations", number=50, year=1973),
        wire.anniversary("2023-12-20", "50 years of diplomatic ties", number=50, year=1973),
        wire.anniversary("2023-12-20", "relations since 1973", year=1973, document="founding"),
        wire.anniversary(None, "diplomatic relations were established in 1973", year=1973),
    ]
    assert wire.entries(*told) == [[0, 1], [2, 3], [4, 5]]
    assert verdict(told[0], told[2]) == "different"
    assert verdict(told[0], told[4]) is None


def test_one_anniversary_is_one_without_a_year_and_where_the_year_was_miscounted(wire):
    told = [
        wire.anniversary("2023-04-12", "the 50th anniversary", number=50, year=1973),
        wire.anniversary(None, "the 50th anniversary of relations", number=50),
        wire.anniversary("2024-01-05", "the 50th anniversary of the past year", number=50, year=1974),
    ]
    assert wire.entries(*told) == [[0, 1, 2]]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"type": "partnership"}, id="of something else"),
        pytest.param({"parties": "FR IN"}, id="of others"),
        pytest.param({"year": 1954}, id="of another founding"),
    ],
)
def test_anniversaries_of_one_number_can_be_two(wire, other):
    one = wire.anniversary("2023-04-12", "the 50th anniversary", number=50, year=1973)
    assert verdict(one, wire.anniversary("2023-04-12", "the 50th", **({"number": 50} | other))) is None


def test_milestones_of_which_nothing_is_known_are_not_one(wire):
    one, other = (wire.anniversary("2023-04-12", "an anniversary", document=name) for name in "ab")
    assert verdict(one, other) is None
    nobody = [wire.anniversary("2023-04-12", "50 years", "", number=50, document=name) for name in "ab"]
    assert verdict(*nobody) is None


# -- whatever is compared --


@st.composite
def _statements(draw, wire) -> Mention:
    published = draw(
        st.sampled_from(
            [
                None,
                "2023",
                "2023-11",
                "2023-12",
                "2023-11-03",
                "2023-11-17",
                "2023-12-31",
                "2024-01-10",
                "0001",
                "9999",
            ]
        )
    )
    words = draw(st.lists(st.sampled_from(["radars", "boats", "Manila", "10", "20", "navy"]), min_size=3))
    common = {"document": f"doc-{draw(st.integers(0, 10**6))}"}
    if draw(st.booleans()):
        number, year = draw(st.sampled_from([None, 45, 50])), draw(st.sampled_from([None, 1973, 1974]))
        return wire.anniversary(published, " ".join(words), number=number, year=year, **common)
    by = draw(st.sampled_from([None, "Fumio Kishida"]))
    return wire.promise(published, " ".join(words), by=by, **common)


@settings(max_examples=1000, deadline=None)
@given(data=st.data())
def test_it_does_not_matter_which_of_two_comes_first_and_what_is_one_is_found(wire, data):
    a, b = data.draw(_statements(wire)), data.draw(_statements(wire))
    decision = compare(a, b)
    assert decision == compare(b, a)
    if decision is not None and decision.verdict == "same" and decision.score >= DOUBT:
        one, other = keys(a), keys(b)
        assert one.sought & other.held or other.sought & one.held, "not found by keys"


def test_what_is_one_is_acted_upon(wire):
    decision = compare(wire.promise("2023-11-03", RADARS), wire.promise("2023-11-04", RADARS))
    assert decision is not None
    assert decision.score > SURE
