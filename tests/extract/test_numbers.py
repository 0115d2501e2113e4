"""Numbers in words, ordinals and sums of money."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.extract.numbers import find_amounts, find_ordinals, to_int


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("five", 5), ("Twelve", 12), ("forty-five", 45), ("twenty one", 21), ("seventieth", 70),
        ("third", 3), ("forty-fifth", 45), ("one hundred and fiftieth", 150), ("a hundred", 100),
        ("hundredth", 100),
        ("two hundred and forty-five", 245), ("three thousand five hundred", 3500),
        ("two million", 2_000_000), ("45th", 45), ("1,500", 1500), ("2018", 2018),
        ("twelve thousand", 12_000),
        ("nineteen hundred", 1900),
    ],
)  # fmt: skip
def test_words_and_figures_are_read_as_whole_numbers(words: str, value: int) -> None:
    assert to_int(words) == value


@pytest.mark.parametrize(
    "words", ["", "and", "a", "several", "five five", "twenty forty", "forty-fifth three", "five-twenty",
              "zero hundred", "1,50", "two-and", "٤٥"]
)  # fmt: skip
def test_what_spells_no_number_is_none(words: str) -> None:
    assert to_int(words) is None


def ordinals(text: str) -> list[tuple[str, int]]:
    return [(text[o.start : o.end], o.value) for o in find_ordinals(text)]


def test_ordinals_are_found_in_words_and_figures() -> None:
    text = "After the second round they marked the 45th, the seventieth the One Hundred and Fiftieth jubilee."
    assert ordinals(text) == [
        ("second", 2), ("45th", 45), ("seventieth", 70), ("One Hundred and Fiftieth", 150),
    ]  # fmt: skip


def test_an_ordinal_is_a_word_of_its_own() -> None:
    assert ordinals("In seconds, a thirdly minded A-5th grader of the 21stcentury") == []


@given(st.integers(min_value=1, max_value=9999))
def test_every_ordinal_in_figures_reads_back(number: int) -> None:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    assert [o.value for o in find_ordinals(f"the {number}{suffix} session")] == [number]


def amounts(text: str) -> list[tuple[str, float, str]]:
    return [(text[a.start : a.end], a.value, a.currency) for a in find_amounts(text)]


@pytest.mark.parametrize(
    ("sum_of_money", "value", "currency"),
    [
        ("US$200 million", 2e8, "USD"),
        ("US $ 36 billion", 36e9, "USD"),
        ("USD 1.5m", 1.5e6, "USD"),
        ("USD 01 Million", 1e6, "USD"),
        ("$1,250,000", 1_250_000, "USD"),
        ("A$ 40 million", 4e7, "AUD"),
        ("€1.2bn", 1.2e9, "EUR"),
        ("100 million euros", 1e8, "EUR"),
        ("1.2bn euros", 1.2e9, "EUR"),
        ("EUR 3 million", 3e6, "EUR"),
        ("USD one million", 1e6, "USD"),
        ("£5m", 5e6, "GBP"),
        ("50 billion yen", 5e10, "JPY"),
        ("300 million Japanese Yen", 3e8, "JPY"),
        ("INR 300 million", 3e8, "INR"),
        ("Rs. 30 crore", 3e8, "INR"),
        ("₹1,50,000", 150_000, "INR"),
        ("25 lakh rupees", 2_500_000, "INR"),
        ("450 million Sri Lankan rupees", 4.5e8, "LKR"),
        ("LKR 565 million", 5.65e8, "LKR"),
        ("10 million Yuan", 1e7, "CNY"),
        ("three million US dollars", 3e6, "USD"),
        ("a billion dollars", 1e9, "USD"),
        ("two hundred and fifty thousand Swiss francs", 250_000, "CHF"),
        ("15 million U.S. dollars", 1.5e7, "USD"),
        ("100-million-euro", 1e8, "EUR"),
        ("20 million USD", 2e7, "USD"),
        ("0.1 million dollars", 1e5, "USD"),
    ],
)
def test_a_sum_of_money_has_its_value_and_currency(sum_of_money: str, value: float, currency: str) -> None:
    text = f"The grant of {sum_of_money}, announced in 2023, pays for a harbour."
    assert amounts(text) == [(sum_of_money, value, currency)]


@pytest.mark.parametrize(
    "text",
    [
        "a note of Rs. 2000",
        "ten million rupees",
        "a load of 50 pounds",
        "between US$ 2 and 3 million",
        "US$2-3 million",
        "USD 5 to 6 billion",
        "2 to 3 million euros",
        "2-3 million euros",
        "200 students, 12 million tourists and 30 km",
        "Eurobond 2020 of the EURO zone",
        "the RM 5a rifle",
        "the dollar",
        "a dollar",
        "he won 3 of 5 matches",
    ],
)
def test_what_has_no_plain_currency_is_no_sum(text: str) -> None:
    assert amounts(text) == []


def test_a_year_before_a_currency_is_not_its_figure() -> None:
    assert amounts("received in 2023 USD 500 million and 20 million euros more") == [
        ("USD 500 million", 5e8, "USD"),
        ("20 million euros", 2e7, "EUR"),
    ]


@given(st.text(max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    for found in (*find_amounts(text), *find_ordinals(text)):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    "text", ["7" * 200_000, "1,000," * 30_000, "hundred and " * 15_000, "US$ " * 50_000, " " * 200_000]
)
def test_time_grows_with_the_length_only(text: str) -> None:
    before = time.perf_counter()
    find_amounts(text)
    find_ordinals(text)
    assert time.perf_counter() - before < 5
