"""`demo`: the sample documents, read and shown."""

import json


def test_the_demonstration_reads_the_samples_and_shows_their_relationship(servanda, tmp_path):
    result = servanda("demo", "--ledger", "demo.db")
    assert result.exit_code == 0, result.stderr
    assert "Japan – Philippines" in result.stdout.splitlines()[0]
    assert "What to try next" in result.stdout
    assert (tmp_path / "demo.db").exists()
    assert len(json.loads(servanda("documents", "--ledger", "demo.db", "--json").stdout)) >= 12


def test_every_command_that_it_suggests_works(servanda):
    shown = servanda("demo", "--ledger", "demo.db").stdout
    suggested = [line.split()[1:] for line in shown.splitlines() if line.strip().startswith("servanda ")]
    assert suggested[-1][0] == "serve"
    commands = [words for words in suggested if words[0] not in ("read", "serve")]
    assert len(commands) >= 5
    for words in commands:
        result = servanda(*[word.strip("'") for word in words])
        assert result.exit_code == 0, (words, result.stderr)


def test_who_called_it_by_a_path_is_shown_commands_that_work_from_here(servanda, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.argv", [str(tmp_path / ".venv/bin/servanda"), "demo"])
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.chdir(tmp_path)
    assert ".venv/bin/servanda serve --ledger demo.db" in servanda("demo", "--ledger", "demo.db").stdout


def test_without_a_ledger_it_makes_a_temporary_one_and_says_where(servanda):
    result = servanda("demo")
    assert result.exit_code == 0
    assert "demo.db" in result.stderr
