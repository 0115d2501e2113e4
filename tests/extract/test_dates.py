"""Expressions of time: which words they are, and what they say with and without a date of publication."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.extract.dates import find_dates
from servanda.extract.mentions import DateMention
from servanda.model import edtf

FRIDAY = "2025-05-02"


def only(text: str, published: str | None = None) -> DateMention:
    found = find_dates(text, published)
    assert len(found) == 1, [text[m.start : m.end] for m in found]
    return found[0]


def words(text: str, published: str | None = None) -> list[str]:
    return [text[m.start : m.end] for m in find_dates(text, published)]


def test_a_season_without_a_year_is_that_to_come() -> None:
    autumn = only("will pay a visit in the autumn", FRIDAY)
    assert (autumn.past, autumn.future) == (None, "2025-23")
    assert only("has been sailing since the spring", "2025-08-31").past == "2025-21"
    assert words("in the fall of the city", FRIDAY) == []


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("26 March 2018", "2018-03-26"),
        ("25th November, 2020", "2020-11-25"),
        ("the 5th of May 2021", "2021-05-05"),
        ("Tuesday, March 5, 2024", "2024-03-05"),
        ("Dec. 20, 2023", "2023-12-20"),
        ("JULY 27, 2023", "2023-07-27"),
        ("May 5,2024", "2024-05-05"),
        ("5-May-2020", "2020-05-05"),
        ("2020-05-25", "2020-05-25"),
        ("25.11.2020", "2020-11-25"),
        ("25/11/2020", "2020-11-25"),
        ("April 2022", "2022-04"),
        ("early March 2024", "2024-03"),
        ("mid-2024", "2024"),
        ("end-2025", "2025"),
        ("the end of 2025", "2025"),
        ("FY2025", "2025"),
        ("the second quarter of 2025", "2025-34"),
        ("the second quarter (of 2025)", "2025-34"),
        ("Q3 2024", "2024-35"),
        ("the second half of 2025", "2025-41"),
        ("spring 2024", "2024-21"),
        ("the 1990s", "199X"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_a_full_date_means_the_same_in_a_report_and_in_a_plan(phrase: str, meaning: str) -> None:
    for published in (None, FRIDAY):
        found = only(f"The pact of {phrase} still stands.", published)
        assert (found.past, found.future, found.kind, found.relative) == (meaning, meaning, "point", False)


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("March 25-28, 2018", "2018-03-25/2018-03-28"),
        ("March 26 and 27, 2018", "2018-03-26/2018-03-27"),
        ("March 26, 27 and 28, 2018", "2018-03-26/2018-03-28"),
        ("4-6 May 2025", "2025-05-04/2025-05-06"),
        ("4th to 6th of May 2025", "2025-05-04/2025-05-06"),
        ("26/27 March 2018", "2018-03-26/2018-03-27"),
        ("May 4 through 6, 2025", "2025-05-04/2025-05-06"),
        ("24 October to 7 November 2024", "2024-10-24/2024-11-07"),
        ("October 24 – November 7, 2024", "2024-10-24/2024-11-07"),
        ("27 December to 3 January 2025", "2024-12-27/2025-01-03"),
        ("27 December 2024 to 3 January 2025", "2024-12-27/2025-01-03"),
        ("December 27, 2024 until January 3", "2024-12-27/2025-01-03"),
        ("March to May 2024", "2024-03/2024-05"),
        ("October 2023 to March 2024", "2023-10/2024-03"),
        ("2018-2020", "2018/2020"),
        ("2018 - 2028", "2018/2028"),
        ("2018–28", "2018/2028"),
        ("2018 to 2028", "2018/2028"),
        ("2023/24", "2023/2024"),
        ("March 25th-28th, 2018", "2018-03-25/2018-03-28"),
        ("1998-2003", "1998/2003"),
    ],
)
def test_from_one_date_to_another_is_an_interval(phrase: str, meaning: str) -> None:
    text = f"It ran from {phrase}."
    found = only(text, FRIDAY)
    assert (found.past, found.future, found.kind, found.relative) == (meaning, meaning, "interval", False)
    assert text[found.start : found.end] == phrase


def test_between_two_dates_is_an_interval_too() -> None:
    assert only("between 24 and 28 March 2018").past == "2018-03-24/2018-03-28"
    assert only("between 2010 and 2025").past == "2010/2025"


def test_days_that_are_only_listed_are_no_interval() -> None:
    assert words("He came on May 4 and 18.") == ["May 4"]
    assert words("He came on 4 May and on 18 May.") == ["4 May", "18 May"]


@pytest.mark.parametrize(
    ("phrase", "past", "future"),
    [
        ("on 1 May", "2025-05-01", "2026-05-01"),
        ("on May 2", "2025-05-02", "2025-05-02"),
        ("on May 4", "2024-05-04", "2025-05-04"),
        ("on 29 February", "2024-02-29", "2028-02-29"),
        ("from May 4 to 6", "2024-05-04/2024-05-06", "2025-05-04/2025-05-06"),
        ("from May 1 to 6", "2025-05-01/2025-05-06", "2025-05-01/2025-05-06"),
        ("from Dec 30 to Jan 2", "2024-12-30/2025-01-02", "2025-12-30/2026-01-02"),
        ("in April", "2025-04", "2026-04"),
        ("in May", "2025-05", "2025-05"),
        ("from June to August", "2024-06/2024-08", "2025-06/2025-08"),
        ("in the third quarter", "2024-35", "2025-35"),
        ("on the 24th afternoon", "2025-04-24", "2025-05-24"),
        ("on Tuesday", "2025-04-29", "2025-05-06"),
        ("on Friday", "2025-05-02", "2025-05-02"),
    ],
)
def test_a_date_without_a_year_is_read_back_in_reports_and_forward_in_plans(
    phrase: str, past: str, future: str
) -> None:
    found = only(f"They meet {phrase}.", FRIDAY)
    assert (found.past, found.future, found.relative) == (past, future, True)


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("on March 26", "XXXX-03-26"),
        ("on March 26 and 27", "XXXX-03-26/XXXX-03-27"),
        ("from March 25-28", "XXXX-03-25/XXXX-03-28"),
        ("this December", "XXXX-12"),
        ("in May", "XXXX-05"),
        ("on 30 April this year", "XXXX-04-30"),
        ("in March of last year", "XXXX-03"),
        ("today (05)", None),
        ("yesterday", None),
        ("on Tuesday", None),
        ("next year", None),
        ("over the next five years", None),
        ("in the second quarter", None),
    ],
)
def test_without_a_date_of_publication_only_what_the_words_fix_is_read(
    phrase: str, meaning: str | None
) -> None:
    found = only(f"They meet {phrase}.")
    assert (found.past, found.future, found.relative) == (meaning, meaning, False)


@pytest.mark.parametrize(
    ("phrase", "past", "future"),
    [
        ("today", FRIDAY, FRIDAY),
        ("this morning", FRIDAY, FRIDAY),
        ("earlier this evening", FRIDAY, FRIDAY),
        ("tonight", FRIDAY, FRIDAY),
        ("later today", FRIDAY, FRIDAY),
        ("yesterday", "2025-05-01", None),
        ("last night", "2025-05-01", None),
        ("the day before yesterday", "2025-04-30", None),
        ("tomorrow morning", None, "2025-05-03"),
        ("this week", "2025-04-28/2025-05-04", "2025-04-28/2025-05-04"),
        ("next week", None, "2025-05-05/2025-05-11"),
        ("this month", "2025-05", "2025-05"),
        ("last month", "2025-04", None),
        ("next month", None, "2025-06"),
        ("this year", "2025", "2025"),
        ("late last year", "2024", None),
        ("next year", None, "2026"),
        ("by the end of the year", "2025", "2025"),
        ("by year-end", "2025", "2025"),
        ("this December", "2025-12", "2025-12"),
        ("last March", "2025-03", None),
        ("last May", "2024-05", None),
        ("next May", None, "2026-05"),
        ("March of this year", "2025-03", "2025-03"),
        ("30 April last year", "2024-04-30", "2024-04-30"),
        ("in the first quarter of next year", "2026-33", "2026-33"),
        ("in the second half of the year", "2025-41", "2025-41"),
        ("last autumn", "2024-23", None),
        ("last Friday", "2025-04-25", None),
        ("next Friday", None, "2025-05-09"),
        ("two years ago", "2023", None),
        ("two years ago tomorrow", "2023-05-03", None),
        ("a year ago today", "2024-05-02", None),
        ("on the 2nd and 3rd of this month", "2025-05-02/2025-05-03", "2025-05-02/2025-05-03"),
    ],
)
def test_relative_time_is_counted_from_the_publication(
    phrase: str, past: str | None, future: str | None
) -> None:
    found = only(f"They meet {phrase}.", FRIDAY)
    assert (found.past, found.future, found.relative) == (past, future, True)


@pytest.mark.parametrize(
    ("phrase", "published", "past", "future"),
    [
        ("today (08)", "2025-01-07", "2025-01-07", "2025-01-07"),  # a slip of the pen
        ("today (06)", "2025-01-07", "2025-01-06", "2025-01-06"),  # published the day after
        ("this morning (07)", "2025-01-07", "2025-01-07", "2025-01-07"),
        ("this afternoon (6th)", "2025-01-09", "2025-01-06", "2025-01-06"),  # published three days late
        ("today (25)", "2025-01-07", None, None),
        ("yesterday(17)", "2024-12-18", "2024-12-17", None),
        ("yesterday (31) evening", "2025-01-01", "2024-12-31", None),
        ("yesterday (16)", "2024-12-18", "2024-12-16", None),
        ("yesterday (3)", "2025-02-03", "2025-02-03", None),
        ("tomorrow (01)", "2025-01-31", None, "2025-02-01"),
        ("today (08)", "2025-01", "2025-01-08", "2025-01-08"),
    ],
)
def test_a_day_in_brackets_confirms_a_relative_day(
    phrase: str, published: str, past: str | None, future: str | None
) -> None:
    text = f"The envoys met {phrase} in the capital."
    found = only(text, published)
    assert (found.past, found.future) == (past, future)
    assert text[found.start : found.end] == phrase


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("He is to return tonight (17). This morning he met the Secretary.", "2025-01-18", "2025-01-17"),
        ("He returned yesterday (17). This morning he met the Secretary.", "2025-01-18", "2025-01-18"),
        ("He returned last night (30) and met the Secretary this morning.", "2025-08-02", "2025-07-31"),
        ("He came today (16). They met this morning (17) and parted today.", "2025-01-18", "2025-01-18"),
    ],
)
def test_a_text_that_was_published_later_counts_from_the_day_on_which_it_says_tonight(
    text: str, published: str, day: str
) -> None:
    unconfirmed = [found for found in find_dates(text, published) if "(" not in text[found.start : found.end]]
    assert [found.past for found in unconfirmed] == [day]


@pytest.mark.parametrize(
    ("phrase", "due"),
    [
        ("over the next five years", "2030"),
        ("in the coming 2 years", "2027"),
        ("within two months", "2025-07"),
        ("within the next ten days", "2025-05-12"),
        ("within two weeks", "2025-05-16"),
        ("within a year", "2026"),
        ("over the next decade", "2035"),
        ("in the coming months", None),
        ("in the next few years", None),
        ("over the past three years", None),
        ("in the last decade", None),
    ],
)
def test_a_duration_is_due_at_its_end_if_that_is_known(phrase: str, due: str | None) -> None:
    found = only(f"They will train officers {phrase}.", FRIDAY)
    assert (found.kind, found.past, found.future) == ("duration", None, due)


@pytest.mark.parametrize(
    ("published", "phrase", "past", "future"),
    [
        ("2018-03", "on March 26", "2018-03-26", "2018-03-26"),
        ("2018-03", "on April 2", "2017-04-02", "2018-04-02"),
        ("2018", "in May", "2018-05", "2018-05"),
        ("2018", "from December 30 to January 2", "2018-12-30/2019-01-02", "2018-12-30/2019-01-02"),
        ("2018-03", "today", "2018-03", "2018-03"),
        ("2018-03", "yesterday", None, None),
        ("2018", "next month", None, None),
        ("2018", "next year", None, "2019"),
        ("2018-03-28T09:30:00Z", "yesterday", "2018-03-27", None),
        ("no date", "on March 26", "XXXX-03-26", "XXXX-03-26"),
    ],
)
def test_a_coarse_date_of_publication_is_used_as_far_as_it_goes(
    published: str, phrase: str, past: str | None, future: str | None
) -> None:
    found = only(f"They meet {phrase}.", published)
    assert (found.past, found.future) == (past, future)


def test_later_in_the_day_is_the_day_that_the_text_speaks_of() -> None:
    text = (
        "On 28 April he met the King. Later in the day he left. Today he rests; earlier in the day he swam."
    )
    assert [m.past for m in find_dates(text, FRIDAY)] == ["2025-04-28", "2025-04-28", FRIDAY, FRIDAY]
    assert only("Later in the day she left.", FRIDAY).past == FRIDAY


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("The drill is in August. Later in the month, he goes to Tokyo.", "2024-08"),
        ("They came on 3 May 2023. Later in the month they left.", "2023-05"),
        ("He goes to Oslo later in the month.", "2024-06"),
    ],
)
def test_later_in_the_month_is_of_the_month_told_before_or_of_this_one(text: str, month: str) -> None:
    last = find_dates(text, "2024-06-15")[-1]
    assert month in (last.past, last.future)


def test_the_same_month_is_that_of_the_date_before() -> None:
    assert [m.past for m in find_dates("She came on 5 May 2023, and again in the same month.", FRIDAY)] == [
        "2023-05-05",
        "2023-05",
    ]
    assert only("He came in the same month.", FRIDAY).past is None
    assert [m.past for m in find_dates("He came on 5 May and again in the same year.", None)] == [
        "XXXX-05-05",
        None,
    ]


def test_the_year_that_opens_a_line_of_a_chronology_is_that_of_its_days() -> None:
    text = (
        "A chronology\n\n2012: Arrangement signed on 5 September.\n"
        "2023 – In June, talks are opened.\n- 2024: Treaty signed on 28 August 2025 in Lima.\n"
        "On 3 May it rained."
    )
    found = [m.past for m in find_dates(text, FRIDAY)]
    assert [d for d in found if d and "-" in d] == ["2012-09-05", "2023-06", "2025-08-28", "2024-05-03"]
    assert find_dates("2012: a visit on 5 September.", FRIDAY)[-1].past == "2024-09-05"


def test_a_year_in_the_sentence_forbids_to_guess_another() -> None:
    text = "In 2018, the ministers met in Oslo on March 26. On April 1 they met again."
    assert [m.past for m in find_dates(text, FRIDAY)] == ["2018", "XXXX-03-26", "2025-04-01"]
    text = "In 2025, H.E. the envoy met them on March 26 in keeping with the 1982 Convention."
    assert [m.past for m in find_dates(text, FRIDAY)] == ["2025", "2025-03-26", "1982"]


def test_the_year_of_an_aside_on_what_was_done_before_is_not_that_of_the_sentence() -> None:
    text = "The committee, set up in 2018 by both ministries, met in Oslo on March 26."
    assert [m.past for m in find_dates(text, FRIDAY)] == ["2018", "2025-03-26"]
    text = "The committee, which last met in 2018, met in Oslo on March 26."
    assert [d.past for d in find_dates(text, "2024-04-01")][-1] == "2024-03-26"
    text = "The committee was set up in 2018 and met, for once, in Oslo on March 26."
    assert [m.past for m in find_dates(text, FRIDAY)] == ["2018", "XXXX-03-26"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The 2030 Agenda and the 1982 United Nations Convention", ["2030", "1982"]),
        ("an accord of 1972, signed by 1975 and renewed since 1990", ["1972", "1975", "1990"]),
        ("the plan (2019) and the forum (Oslo, 2021)", ["2019", "2021"]),
        ("Resolution 1973 (2011) of the Council", ["2011"]),
        ("Exercise Sea Lion 2024 and their 2019 joint statement", ["2024", "2019"]),
        ("by the end of 2024-2025", ["end of 2024-2025"]),
        ("in 2018, 2019 and 2021", ["2018", "2019", "2021"]),
        ("the years 2018 and 2019", ["2018", "2019"]),
        ("budgets for 2026 with local firms", ["2026"]),
    ],
)
def test_a_bare_year_is_one_where_its_neighbours_say_so(text: str, found: list[str]) -> None:
    assert words(text, FRIDAY) == found


def test_a_year_before_the_verb_of_a_text_is_one():
    assert words("The plan signed in May 2021 covers the years 2022 to 2025.") == ["May 2021", "2022 to 2025"]
    assert words("The pact of 2019 provides for patrols.") == ["2019"]


@pytest.mark.parametrize(
    "text",
    [
        "They may 5 times appeal. May I ask? You may. May the bond last!",
        "Theresa May and April Glaspie watched the March past.",
        "The Sun Group sat down. Sat and Sun are no days here.",
        "Good Friday and the Sunday Times; Friday prayers; every Monday.",
        "It trained 2000 officers in 2000 villages, by 1900 people, for 1500 Vietnamese soldiers.",
        "version 5.2018, build 2018.5, unit 2018a, F-16, COVID-19, 5G",
        "call +84 24 2018 2020 or 024-2018-2020",
        'the "2+2" talks, a 30-year conflict, a 15-year framework, 70 countries',
        "Resolution 1973, Article 5 May be amended; Resolution No. 2018",
        "US$2018 million, €2020, 2018 million dollars, Rs. 2000",
        "the Second World War, 200 students, 12% of 45",
        "2018-05 is a month or a period",
        "facing today's challenges",
        "the second half of the match and the last quarter of the course",
        "the March air base, a march of 20 km, an august body",
        "12:30, 11.45 and 3/4",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert words(text, FRIDAY) == []


@pytest.mark.parametrize(
    "phrase", ["05/04/2025", "February 30", "31 April 2024", "29 February 2023", "2024-13-01"]
)
def test_a_doubtful_or_impossible_date_is_seen_and_not_read(phrase: str) -> None:
    found = only(f"They met on {phrase} in Rome.", FRIDAY)
    assert (found.past, found.future) == (None, None)


def test_mentions_are_in_order_and_each_as_long_as_it_goes() -> None:
    text = (
        "PARIS, Dec. 20 - The third dialogue, first held in April 2022, met on Tuesday, 19 December 2023, "
        "to carry out the plan for 2018-2028 over the next five years."
    )
    assert words(text, "2023-12-20") == [
        "Dec. 20", "April 2022", "Tuesday, 19 December 2023", "2018-2028", "next five years",
    ]  # fmt: skip


def test_a_date_does_not_reach_over_an_empty_line() -> None:
    assert words("Talks in May\n\n2018 saw none") == ["May"]
    assert words("Talks in May\n2018") == ["May\n2018"]


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


STYLES = (
    lambda d: f"{d.day} {d:%B %Y}",
    lambda d: f"{d.day:02} {d:%B}, {d:%Y}",
    lambda d: f"{d:%B} {d.day}, {d:%Y}",
    lambda d: f"{d:%B} {d.day:02} {d:%Y}",
    lambda d: f"{_ordinal(d.day)} {d:%B}, {d:%Y}",
    lambda d: f"the {_ordinal(d.day)} of {d:%B} {d:%Y}",
    lambda d: f"{d:%B} {_ordinal(d.day)}, {d:%Y}",
    lambda d: f"{d:%b} {d.day}, {d:%Y}",
    lambda d: f"{d:%b}. {d.day}, {d:%Y}".replace("May.", "May"),
    lambda d: f"{d:%A}, {d.day} {d:%B %Y}",
    lambda d: f"{d:%a} {d.day} {d:%b %Y}",
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: d.isoformat(),
    lambda d: f"{d:%B} {d.day}, {d:%Y}".upper(),
)


@given(
    st.dates(date(1800, 1, 1), date(2099, 12, 31)),
    st.sampled_from(STYLES),
    st.sampled_from([None, "2025-05-02"]),
)
def test_every_date_in_every_style_reads_back(day: date, style: object, published: str | None) -> None:
    assert callable(style)
    found = only(f"They met in Oslo on {style(day)} and agreed.", published)
    assert (found.past, found.future) == (day.isoformat(), day.isoformat())


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_a_day_without_its_year_is_found_on_either_side(day: date, published: date) -> None:
    found = only(f"They meet on {day.day} {day:%B}.", published.isoformat())
    assert found.past is not None
    assert found.future is not None
    assert found.past <= published.isoformat() <= found.future
    assert found.past[4:] == found.future[4:] == day.isoformat()[4:]


PIECES = st.sampled_from(
    ["May", "March", "5", "31", "2018", "28", "-", "–", ",", "(", ")", "/", ".", "to", "and", "of", "the",
     "last", "next", "this", "same", "year", "weeks", "today", "yesterday", "Friday", "five", "second",
     "quarter", "in", "between", "1st", "Q2", "’s", "1990s", "9999", "2024-02-30", "٥", "Élan", "$",
     " ", "\n\n"]
)  # fmt: skip
PUBLISHED = st.sampled_from(
    [None, FRIDAY, "2024-02-29", "0001-01-01", "9999-12-31", "2018", "1999-12", "bad"]
)


@given(st.text(max_size=120) | st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join), PUBLISHED)
def test_no_text_is_too_odd(text: str, published: str | None) -> None:
    end = 0
    for found in find_dates(text, published):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        for reading in (found.past, found.future):
            assert reading is None or edtf.is_valid(reading)


@pytest.mark.parametrize(
    "text",
    ["7" * 200_000, "May " * 50_000, "5, " * 70_000, "March 26, " * 20_000, "2018-" * 40_000, "(" * 200_000,
     "\n" * 200_000, "\n " * 100_000, "last next this " * 13_000, "5 and " * 33_000, "next " * 40_000,
     "of the " * 30_000, "in 2018 " + "May 5 " * 20_000],
)  # fmt: skip
def test_time_grows_with_the_length_only(text: str) -> None:
    before = time.perf_counter()
    find_dates(text, FRIDAY)
    assert time.perf_counter() - before < 8


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("In 2022 they met. They signed in February of that year.", "2022-02"),
        ("In May 2021 they met. They signed on 3 June of the same year.", "2021-06-03"),
        ("In May 2021 they met. The pact followed later that year.", "2021"),
        ("They signed in February of that year.", "XXXX-02"),
    ],
)
def test_that_year_is_the_one_told_before(text, last):
    assert find_dates(text, "2024-04-02")[-1].past == last


def test_years_from_and_to_that_open_lines_are_none_of_a_chronology() -> None:
    text = "2019 - 2020: talks, from 3 May on.\n2021 - 2022: a treaty, on 4 May.\n"
    assert [m.past for m in find_dates(text, FRIDAY) if "May" in text[m.start : m.end]] == [
        "2024-05-03",
        "2024-05-04",
    ]


def test_days_behind_one_of_that_year_in_a_sentence_are_of_it_too() -> None:
    told = find_dates(
        "In 2022 they met. A came in August of that year, and B on 13 September. C on 3 May.", FRIDAY
    )
    assert [m.past for m in told] == ["2022", "2022-08", "2022-09-13", "2024-05-03"]


def test_a_weekday_tells_whether_a_day_of_the_news_is_that_of_this_year() -> None:
    friday = "2023-12-08"
    assert only("On Saturday, December 9, they met.", friday).past == "2023-12-09"
    assert only("On Friday, December 9, they met.", friday).past == "2022-12-09"
    assert only("On December 9, they met.", friday).past == "2022-12-09"
    assert only("On Saturday, December 23, they met.", friday).past == "2022-12-23"  # too far ahead
