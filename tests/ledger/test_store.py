"""Opening: what is a ledger, what is none, and what the user is told about it."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from servanda.errors import LedgerError
from servanda.ledger import Ledger, fulltext, schema
from servanda.ledger.tables import metadata


def test_a_new_ledger_is_empty_whole_and_one_file(tmp_path):
    path = tmp_path / "ledger.db"
    with Ledger.open(path, create=True) as ledger:
        assert ledger.check() == []
    assert [p.name for p in tmp_path.iterdir()] == ["ledger.db"]


def test_opening_again_keeps_what_is_there(tmp_path, make_document):
    document, data = make_document()
    path = tmp_path / "ledger.db"
    with Ledger.open(path, create=True) as ledger:
        ledger.begin_read("rules 1").add(document, data, [])
    with Ledger.open(f"sqlite:///{path}", create=True) as ledger:
        assert ledger.knows(document.id, "rules 1")


def test_odd_paths_are_paths(tmp_path):
    folder = tmp_path / "Đà Nẵng #1?mode=memory"
    folder.mkdir()
    path = folder / "100% %41 ledger.db"
    Ledger.open(path, create=True).close()
    assert path.is_file()
    Ledger.open(str(path)).close()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda p: None, "servanda read"),
        (lambda p: p.mkdir(), "folder"),
        (lambda p: p.write_bytes(b""), "empty"),
        (lambda p: p.write_text("date,place\n2018,Paris\n"), "not a ledger"),
        (lambda p: p.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000), "damaged"),
    ],
)
def test_what_is_no_ledger_is_refused_and_left_alone(tmp_path, make, says):
    path = tmp_path / "ledger.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=says) as refusal:
        Ledger.open(path)
    assert str(path) in str(refusal.value)
    assert refusal.value.mend
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_database_of_another_program_is_refused_even_for_creating(tmp_path):
    path = tmp_path / "mail.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE messages (body TEXT)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="another program"):
        Ledger.open(path, create=True)
    assert path.read_bytes() == before


def test_an_empty_file_can_become_a_ledger(tmp_path):
    path = tmp_path / "ledger.db"
    path.touch()
    with Ledger.open(path, create=True) as ledger:
        assert ledger.check() == []


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(LedgerError, match="no_such"):
        Ledger.open(tmp_path / "no_such" / "ledger.db", create=True)


def test_a_ledger_of_a_newer_servanda_is_refused(ledger, address, behind):
    ledger.close()
    behind("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match="newer Servanda"):
        Ledger.open(address)


@pytest.mark.only("sqlite")
def test_a_truncated_ledger_is_called_damaged(ledger, make_document):
    ledger.begin_read("rules 1").add(*make_document("A long story. " * 5000), [])
    ledger.close()
    file = Path(ledger.name)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(LedgerError, match="damaged"):
        Ledger.open(ledger.name)


@pytest.mark.parametrize(
    "address", ["mysql://host/db", "https://example.org/ledger.db", "sqlite://", "sqlite:///"]
)
def test_other_addresses_are_no_ledgers(address):
    with pytest.raises(LedgerError, match="no kind of ledger"):
        Ledger.open(address)


def test_the_migrations_make_the_tables_that_the_code_uses(ledger):
    def ours(thing, name, kind, *_):
        return not (kind == "table" and fulltext.owns(name))

    with ledger.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []
    assert schema.known_revisions()[0] == schema.REVISION


AS_NOBODY = """
import os, sys
from servanda.errors import LedgerError
from servanda.ledger import Ledger
if os.geteuid() == 0:  # to root every file is writable
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
with Ledger.open(sys.argv[1]) as ledger:
    print(ledger.check())
    try:
        ledger.begin_read("rules 1")
    except LedgerError as error:
        print(error)
"""


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs a system with users to give up rights")
def test_a_read_only_ledger_can_be_consulted_but_not_added_to(make_document):
    with tempfile.TemporaryDirectory() as name:  # pytest's own folder is closed to other users
        folder = Path(name)
        path = folder / "ledger.db"
        with Ledger.open(path, create=True) as ledger:
            ledger.begin_read("rules 1").add(*make_document(), [])
        path.chmod(0o444)
        folder.chmod(0o555)
        try:
            command = [sys.executable, "-c", AS_NOBODY, str(path)]
            done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        finally:
            folder.chmod(0o755)
        assert done.stderr == ""
        problems, refusal = done.stdout.splitlines()
        assert problems == "[]"
        assert "read-only" in refusal


@pytest.mark.only("sqlite")
def test_a_copy_of_the_file_is_a_ledger(ledger, make_document, tmp_path):
    document, data = make_document()
    ledger.begin_read("rules 1").add(document, data, [])
    ledger.close()
    copy = shutil.copy(ledger.name, tmp_path / "copy.db")
    with Ledger.open(copy) as other:
        assert other.knows(document.id, "rules 1")


@pytest.mark.only("sqlite")
def test_a_writer_that_holds_on_too_long_is_named(ledger, monkeypatch):
    from servanda.ledger import sqlite

    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.2)
    with closing(sqlite3.connect(ledger.name, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Ledger.open(ledger.name) as waiting, pytest.raises(LedgerError, match="another process"):
            waiting.begin_read("rules 1")
