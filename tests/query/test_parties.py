"""Parties as people write them."""

import pytest

from servanda.errors import UsageError
from servanda.query.parties import resolve


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("FR", "FR"),
        ("france", "FR"),
        ("French", "FR"),
        ("Viet Nam", "VN"),
        ("Vietnam", "VN"),
        ("asean", "ASEAN"),
    ],
)
def test_codes_names_and_bodies(ledger, written, code):
    with ledger.reading() as connection:
        assert resolve(connection, written) == code


def test_a_code_that_only_the_ledger_knows_is_taken(empty, press):
    from servanda.model.facts import Position

    press.add(
        "moot", "The Moot wants calm.", (Position, "wants calm", {"holder": ("MOOT7",), "content": "calm"})
    )
    with empty.reading() as connection:
        assert resolve(connection, "moot7") == "MOOT7"


@pytest.mark.parametrize(("written", "near"), [("Frnce", "France"), ("Qqqqqq", "code"), ("", "code")])
def test_unknown_ones_are_refused_with_help(ledger, written, near):
    with ledger.reading() as connection, pytest.raises(UsageError, match=near):
        resolve(connection, written)
