"""Dates in words."""

import pytest

from servanda.publish.dates import in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2018-03-26", "26 March 2018"),
        ("2018-03", "March 2018"),
        ("2018", "2018"),
        ("2018-03-26/2018-03-27", "26 to 27 March 2018"),
        ("2018-03-30/2018-04-02", "30 March to 2 April 2018"),
        ("2018-12-30/2019-01-02", "30 December 2018 to 2 January 2019"),
        ("2018/2028", "2018 to 2028"),
        ("2018/2018", "2018"),
        ("2018-21", "spring 2018"),
        ("2018-34", "second quarter of 2018"),
        ("199X", "1990s"),
        ("19XX", "1900 to 1999"),
        ("XXXX-03-26", "26 March, year not told"),
        ("XXXX-03-26/XXXX-03-27", "26 to 27 March, year not told"),
        ("XXXX-03", "March, year not told"),
        ("2018-03~", "March 2018 (about)"),
        ("2018?", "2018 (uncertain)"),
        ("2018-03-26/..", "from 26 March 2018"),
        ("../2018-03-26", "until 26 March 2018"),
    ],
)
def test_a_date_is_told_as_finely_as_it_is_known(edtf, words):
    assert in_words(edtf) == words
