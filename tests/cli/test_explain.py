"""`explain`: the quotation, the rule, and why each property has its value."""

import json

import pytest


@pytest.fixture
def meeting(servanda, ledger):
    """The id of the meeting in the ledger."""
    return json.loads(servanda("timeline", "--ledger", ledger, "--json").stdout)[0]["id"]


def test_the_quotation_stands_in_its_surroundings(servanda, ledger, meeting):
    shown = servanda("explain", meeting, "--around", "20", "--ledger", ledger).stdout
    assert "[0:33] Minister Ana Reis of Portugal met Minister Bo Lind of…" in shown


def test_each_property_is_shown_with_its_reason(servanda, ledger, meeting):
    lines = servanda("explain", meeting, "--ledger", ledger).stdout.splitlines()
    assert "date\t2021-05-04\tthe text says 4 May 2021" in lines
    assert "participants\tAna Reis; Bo Lind\tin the words" in lines
    assert "rule\tby hand" in lines
    assert "extractor\thand/1" in lines


def test_a_relation_is_told_in_words(servanda, ledger):
    (signed,) = json.loads(servanda("instruments", "--ledger", ledger, "--json").stdout)
    lines = servanda("explain", signed["id"], "--ledger", ledger).stdout.splitlines()
    assert "relations\tamends memorandum of 2010\tin the words" in lines


def test_the_beginning_of_an_id_is_enough(servanda, ledger, meeting):
    short = servanda("explain", meeting.removeprefix("fact-")[:8], "--ledger", ledger, "--json")
    assert json.loads(short.stdout)["fact"]["id"] == meeting


def test_an_id_that_no_fact_has_is_an_error(servanda, ledger):
    result = servanda("explain", "fact-00000000000000000000", "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no fact has this id" in result.stderr
