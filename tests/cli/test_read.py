"""`read` and `extract` on real files, in processes of their own where that is what counts."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from servanda.ledger import Ledger
from servanda.query.documents import documents

PROGRAM = [sys.executable, "-c", "from servanda.cli.main import run; run()"]
VISIT = (
    "The Minister of Defence of Portugal, Ana Reis, met her Swedish counterpart in Lisbon on 4 May 2021.\n"
)
SIGNED = "Portugal and Sweden signed an agreement on rescue at sea in Lisbon on 4 May 2021.\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with two documents."""
    here = tmp_path / "communiques"
    here.mkdir()
    (here / "a-visit.txt").write_text(VISIT)
    (here / "b-signed.txt").write_text(SIGNED)
    return here


def names(ledger):
    with Ledger.open(ledger) as book:
        return [document.name for document in documents(book)]


def test_documents_come_into_a_new_ledger(servanda, folder, tmp_path):
    result = servanda("read", folder, "--ledger", "l.db")
    assert result.exit_code == 0, result.stderr
    assert re.fullmatch(
        r"Documents: 2 new\. Facts added: [1-9]\d*\. Links found: 0\. Ledger: l\.db\n", result.stdout
    )
    assert names(tmp_path / "l.db") == ["a-visit", "b-signed"]
    assert "PT SE" in servanda("instruments", "--ledger", "l.db").stdout


def test_reading_again_adds_nothing(servanda, folder):
    servanda("read", folder)
    again = json.loads(servanda("read", folder, "--json").stdout)
    assert again == {
        "ledger": "servanda.db", "documents": {"already known": 2}, "facts": 0, "links": 0, "skipped": 0,
    }  # fmt: skip


def test_what_is_read_is_linked_with_what_was_read_before(servanda, folder, tmp_path):
    servanda("read", folder)
    (folder / "c-again.txt").write_text(
        "Sweden and Portugal signed an agreement on rescue at sea on 4 May 2021.\n"
    )
    result = servanda("read", folder, "--json")
    assert json.loads(result.stdout)["links"] == 1
    with Ledger.open(tmp_path / "servanda.db") as book:
        assert book.unlinked() == 0
    (signed,) = json.loads(servanda("instruments", "--json").stdout)
    assert [fact["document"] for fact in signed["facts"]] == ["b-signed", "c-again"]


def test_a_read_that_is_stopped_while_it_links_keeps_all_and_is_finished_by_the_next(
    servanda, folder, tmp_path, monkeypatch
):
    from servanda.ledger import linking

    honest, left = linking.link_reading, 1

    def stop(*args, **more):
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
        return honest(*args, **more)

    with monkeypatch.context() as patch:
        patch.setattr(linking, "link_reading", stop)
        result = servanda("read", folder)
    assert result.exit_code == 130
    assert "what was read is kept; run the same command again to finish" in result.stderr
    with Ledger.open(tmp_path / "servanda.db") as book:
        assert book.unlinked() == 1
    assert names(tmp_path / "servanda.db") == ["a-visit", "b-signed"]
    assert json.loads(servanda("read", folder, "--json").stdout)["documents"] == {"already known": 2}
    with Ledger.open(tmp_path / "servanda.db") as book:
        assert book.unlinked() == 0


def test_a_corrected_document_adds_a_version(servanda, folder):
    servanda("read", folder)
    (folder / "b-signed.txt").write_text(SIGNED.replace("rescue at sea", "search and rescue"))
    again = json.loads(servanda("read", folder, "--json").stdout)
    assert again["documents"] == {"already known": 1, "new version": 1}
    listed = json.loads(servanda("instruments", "--json").stdout)
    assert ["search and rescue" in i["title"] for i in listed] == [True]


def test_metadata_gives_title_and_date(servanda, folder, tmp_path):
    (tmp_path / "about.csv").write_text("file,title,published\na-visit.txt,A visit,2021-05-05\n")
    servanda("read", folder, "--metadata", "about.csv")
    found = json.loads(servanda("documents", "--json").stdout)
    assert {d["name"]: (d["title"], d["published"]) for d in found}["a-visit"] == ("A visit", "2021-05-05")


def test_what_cannot_be_read_is_named_and_the_rest_is_read(servanda, folder, tmp_path):
    (folder / "c-empty.txt").write_text("")
    (folder / "d-broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    result = servanda("read", folder, "nowhere.txt", "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["skipped"] == 3
    skipped = [line for line in result.stderr.splitlines() if line.startswith("skipped: ")]
    assert [Path(line.split(": ")[1]).name for line in skipped] == [
        "c-empty.txt",
        "d-broken.pdf",
        "nowhere.txt",
    ]
    assert names(tmp_path / "servanda.db") == ["a-visit", "b-signed"]


def test_the_model_of_the_settings_has_to_be_installed(servanda, folder, monkeypatch):
    monkeypatch.setenv("SERVANDA_MODEL", "no_such_model")
    result = servanda("read", folder)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no_such_model" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_reading_without_a_path_is_wrong_usage(servanda):
    assert servanda("read").exit_code == 2


def test_extract_prints_grounded_facts_in_the_order_of_the_documents(servanda, folder):
    result = servanda("extract", folder)
    assert result.exit_code == 0
    facts = [json.loads(line) for line in result.stdout.splitlines()]
    assert list(dict.fromkeys(fact["document"] for fact in facts)) == ["a-visit", "b-signed"]
    for fact in facts:
        assert {"kind", "evidence", "confidence", "modality", "extractor"} <= fact.keys()
        text = (folder / f"{fact['document']}.txt").read_text()
        assert all(text[e["start"] : e["end"]] == e["text"] for e in fact["evidence"])


def test_extract_says_by_its_status_that_something_was_skipped(servanda, folder):
    (folder / "c-empty.txt").write_text("")
    result = servanda("extract", folder)
    assert result.exit_code == 3
    assert "c-empty.txt" in result.stderr
    assert all(json.loads(line) for line in result.stdout.splitlines())


def test_a_document_can_come_on_standard_input(tmp_path):
    done = subprocess.run(
        [*PROGRAM, "extract", "-"], input=SIGNED.encode(), capture_output=True, cwd=tmp_path, check=True
    )
    facts = [json.loads(line) for line in done.stdout.splitlines()]
    assert "instrument" in [fact["kind"] for fact in facts]


def test_a_reader_that_goes_away_ends_the_run_quietly(tmp_path, folder):
    for number in range(300):
        (folder / f"{number}.txt").write_text(SIGNED)
    with subprocess.Popen(
        [*PROGRAM, "extract", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_read_that_is_killed_leaves_the_ledger_whole_and_can_be_finished(tmp_path, folder):
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(f"{SIGNED}Number {number}.\n")
    ledger = tmp_path / "l.db"
    command = [*PROGRAM, "read", str(folder), "--ledger", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as process:
        deadline = time.monotonic() + 60
        while not (ledger.exists() and ledger.stat().st_size and _has_documents(ledger)):
            assert time.monotonic() < deadline
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert 0 < len(names(ledger)) < 302

    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    assert len(names(ledger)) == 302
    with Ledger.open(ledger) as book:
        assert not list(book.check())


def test_a_read_that_is_interrupted_says_how_to_go_on(tmp_path, folder):
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(f"{SIGNED}Number {number}.\n")
    ledger = tmp_path / "l.db"
    command = [*PROGRAM, "read", str(folder), "--ledger", str(ledger)]
    heard = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}  # xdist's workers ignore it
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=tmp_path, **pipes, **heard) as process:
        deadline = time.monotonic() + 60
        while not (ledger.exists() and ledger.stat().st_size and _has_documents(ledger)):
            assert time.monotonic() < deadline
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        stderr = process.stderr.read().decode()
    assert process.returncode == 130
    assert "run the same command again to finish" in stderr
    assert "Traceback" not in stderr


def test_progress_is_shown_only_where_standard_error_is_a_terminal(tmp_path, folder):
    leader, follower = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    subprocess.run(
        [*PROGRAM, "read", str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=follower,
        cwd=tmp_path,
        env=environment,
        check=True,
    )
    os.close(follower)
    shown = os.read(leader, 1 << 16).decode()
    os.close(leader)
    assert "documents" in shown

    quiet = subprocess.run([*PROGRAM, "extract", str(folder)], capture_output=True, cwd=tmp_path, check=True)
    assert quiet.stderr == b""


def _has_documents(ledger):
    with Ledger.open(ledger) as book:
        return bool(documents(book))
