"""What documents say is printed as plain characters, and tables fit where they are printed."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.cli.output import clean, to_json

EVERY_COMMAND = [
    ("timeline",),
    ("documents",),
    ("commitments",),
    ("people",),
    ("organisations",),
    ("conflicts",),
    ("due", "--as-of", "2021-12-31"),
    ("judge", "doubts"),
    ("search", "fish"),
    ("show",),
    ("show", "PT", "SE"),
    ("settings",),
]


@given(st.text())
def test_cleaned_text_is_one_line_without_control_characters(text):
    cleaned = clean(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", cleaned)
    assert clean(cleaned) == cleaned


def test_cleaning_keeps_the_words_of_every_language():
    assert clean("  Phạm  Trường\nSơn, Élysée, 東京 ") == "Phạm Trường Sơn, Élysée, 東京"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_says_the_same_with_control_characters_escaped(text):
    line = to_json({"quotation": text})
    assert json.loads(line) == {"quotation": text}
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", line)


@pytest.mark.parametrize("command", EVERY_COMMAND)
@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_in_a_terminal_no_line_is_wider_than_it(terminal, ledger, width, command):
    where = [] if command == ("settings",) else ["--ledger", ledger]
    lines = terminal(width, *command, *where).splitlines()
    assert lines
    assert max(map(len, lines)) <= width


def test_in_a_narrow_terminal_each_row_is_a_block_with_all_its_cells(terminal, ledger):
    blocks = terminal(40, "timeline", "--ledger", ledger)
    assert "date: 2021-05-04" in blocks
    assert "status: no report" in blocks
    assert "sources: 1" in blocks


def test_a_document_cannot_reach_the_terminal(servanda, ledger, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    for command in (("documents",), ("search", "fish"), ("timeline",)):
        printed = servanda(*command, "--ledger", ledger).stdout
        assert "\x1b]0;" not in printed
        assert "\x1b[31mof" not in printed
        assert "\x07" not in printed


def test_markup_in_a_document_is_printed_as_it_stands(servanda, ledger):
    assert "[red]in red[/red]" in servanda("documents", "--ledger", ledger).stdout
    assert "[bold]fish[/bold]" in servanda("search", "fish", "--ledger", ledger).stdout


def test_in_a_pipe_there_are_no_styles_and_a_row_is_a_line(servanda, ledger):
    lines = servanda("timeline", "--ledger", ledger).stdout.splitlines()
    assert [len(line.split("\t")) for line in lines] == [6, 6, 6, 6]
    assert "\x1b" not in "".join(lines)
