"""Dates that are none: every question has an answer, and the answers agree with each other."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.model import edtf
from servanda.model.fold import fold, fold_name, fold_words

BOUNDED = settings(max_examples=200, derandomize=True, deadline=None)
ANY = st.text(st.characters(), max_size=60)
"""Lone surrogates, control characters and what is not assigned among them."""

PIECES = st.sampled_from(
    ["2018", "0000", "9999", "0001", "199X", "19XX", "XXXX", "X", "-", "-03", "-13", "-00", "-21",
     "-24", "-41", "-29", "-02-29", "-31", "/", "..", "../", "/..", "?", "~", "%", "٢٠١٨", "２０１８",
     " ", "T", "\n", "", "+", "-2018", "Y17"]
)  # fmt: skip
LIKE_DATES = st.lists(PIECES, max_size=7).map("".join) | ANY


@BOUNDED
@given(LIKE_DATES)
def test_a_date_has_a_precision_just_where_it_is_valid_and_days_where_it_has_a_year(text: str) -> None:
    valid = edtf.is_valid(text)
    assert (edtf.precision(text) is not None) == valid
    days = edtf.bounds(text)
    assert (days is not None) == (valid and edtf.has_year(text))
    assert days is None or date.min <= days[0] <= days[1] <= date.max


@BOUNDED
@given(LIKE_DATES, LIKE_DATES)
def test_two_dates_are_compared_alike_from_either_side(a: str, b: str) -> None:
    assert edtf.overlaps(a, b) == edtf.overlaps(b, a)
    assert edtf.compatible(a, b) == edtf.compatible(b, a)
    if edtf.is_valid(a):
        assert edtf.compatible(a, a)
        assert edtf.overlaps(a, a)


@BOUNDED
@given(LIKE_DATES, st.integers(-1, 10_000))
def test_what_is_put_into_a_year_is_a_date_of_that_year_or_nothing(text: str, year: int) -> None:
    dated = edtf.in_year(text, year)
    if not edtf.has_year(text) and dated is not None:
        assert edtf.is_valid(dated)
        assert edtf.has_year(dated)


@BOUNDED
@given(ANY)
def test_words_are_folded_once_and_for_all(text: str) -> None:
    words = fold_words(text)
    assert fold_words(" ".join(words)) == words
    assert fold(text) == fold(text)
    assert fold_name(text).split() == words
