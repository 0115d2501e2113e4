"""What templates make of values."""

import pytest

from servanda.web.render import figure


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("600000000 JPY", "600,000,000 JPY"),
        ("1500.5 EUR", "1,500.5 EUR"),
        ("2024-07-08", "2024-07-08"),
        ("2018/2028", "2018/2028"),
        ("XXXX-03-26", "XXXX-03-26"),
        ("12345678", "12345678"),
        ("a\u202eb 5000 EUR", "ab 5000 EUR"),
    ],
)
def test_of_values_on_which_sources_differ_amounts_alone_are_set_in_thousands(value, shown):
    assert figure(value) == shown
