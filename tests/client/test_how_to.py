"""The pages docs/how-to/notebooks.md, exports.md and charts.md: their commands and code run as they stand."""

import shlex
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from typer.testing import CliRunner

from servanda.cli.main import app

PAGES = Path(__file__).resolve().parents[2] / "docs" / "how-to"


def blocks(page):
    """The language and the text of each fenced block."""
    tokens = MarkdownIt().parse((PAGES / page).read_text(encoding="utf-8"))
    return [(token.info, token.content) for token in tokens if token.type == "fence"]


def run_commands(text):
    for line in text.splitlines():
        program, *arguments = shlex.split(line)
        assert program == "servanda"
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, f"{line}\n{result.output}"


@pytest.mark.parametrize("page", ["notebooks.md", "exports.md", "charts.md"])
def test_all_that_the_page_shows_runs(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = {}
    found = blocks(page)
    assert {language for language, _ in found} <= {"console", "python"}
    assert found
    for language, text in found:
        if language == "console":
            run_commands(text)
        else:
            exec(compile(text, page, "exec"), names)  # noqa: S102 - our own page
