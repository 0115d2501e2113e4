"""A backup is the ledger at one moment, in one sound file; a restored one is the same row by row."""

from pathlib import Path

import pytest
from sqlalchemy import select

from servanda.errors import LedgerError
from servanda.ledger import Ledger
from servanda.ledger.backup import back_up, restore
from servanda.ledger.tables import metadata
from servanda.query.search import search


def quiet(table, done):
    pass


def held(ledger):
    with ledger.reading() as connection:
        ordered = {t.name: select(t).order_by(*t.primary_key) for t in metadata.sorted_tables}
        return {name: connection.execute(query).all() for name, query in ordered.items()}


@pytest.fixture
def full(ledger, read, twelve):
    read(twelve)
    return ledger


@pytest.fixture
def kept(full, tmp_path):
    """The path of a backup."""
    file = tmp_path / "kept" / "backup.db"
    file.parent.mkdir()
    assert back_up(full, file, quiet) == full.head()
    return file


def test_a_backup_is_one_file_and_a_ledger_with_the_same_rows(full, kept):
    assert [p.name for p in kept.parent.iterdir()] == ["backup.db"]
    with Ledger.open(kept) as copy:
        assert held(copy) == held(full)
        assert copy.check() == []
        assert search(copy, "Duavata") == search(full, "Duavata")


def test_a_backup_while_others_write_is_of_one_moment(full, tmp_path, make_document):
    with full._database.writing() as connection:
        connection.execute(metadata.tables["origins"].insert().values(origin="late", document_id=1))
        back_up(full, tmp_path / "backup.db", quiet)
    with Ledger.open(tmp_path / "backup.db") as copy:
        assert "late" not in {row.origin for row in held(copy)["origins"]}
        assert copy.check() == []


def test_a_backup_overwrites_nothing(full, kept):
    before = kept.read_bytes()
    with pytest.raises(LedgerError, match="there already"):
        back_up(full, kept, quiet)
    assert kept.read_bytes() == before


def test_a_ledger_that_does_not_verify_gives_no_backup(full, behind, tmp_path):
    behind("UPDATE reads SET extractor = 'forged'")
    with pytest.raises(LedgerError, match="reads 1"):
        back_up(full, tmp_path / "backup.db", quiet)
    assert not list(tmp_path.glob("*backup*"))
    assert not list(tmp_path.glob(".servanda*"))


def test_a_missing_folder_is_named(full, tmp_path):
    with pytest.raises(LedgerError, match="no_such"):
        back_up(full, tmp_path / "no_such" / "backup.db", quiet)


def test_it_is_restored_into_a_new_ledger(full, kept, place):
    before = kept.read_bytes()
    with Ledger.open(place("anew"), create=True) as anew:
        restore(kept, anew, quiet, replace=False)
        assert held(anew) == held(full)
        assert anew.check() == []
    assert kept.read_bytes() == before


def test_what_is_there_is_replaced_only_when_asked(full, kept, make_document):
    full.begin_read("rules 1").add(*make_document(), [])
    now = held(full)
    with pytest.raises(LedgerError, match="not empty"):
        restore(kept, full, quiet, replace=False)
    assert held(full) == now
    restore(kept, full, quiet, replace=True)
    with Ledger.open(kept) as copy:
        assert held(full) == held(copy)
    full.begin_read("rules 1").add(*make_document(), [])
    assert full.check() == []


def test_a_backup_that_was_changed_is_not_restored(full, kept, place):
    data = bytearray(kept.read_bytes())
    at = data.index(b"rules 1")
    data[at : at + 7] = b"rules 2"
    kept.write_bytes(data)
    before = held(full)
    with pytest.raises(LedgerError, match="does not verify"):
        restore(kept, full, quiet, replace=True)
    assert held(full) == before


@pytest.mark.parametrize("make", [lambda p: None, lambda p: p.write_text("no backup"), Path.mkdir])
def test_what_is_no_backup_is_refused(full, tmp_path, make):
    file = tmp_path / "no-backup.db"
    make(file)
    with pytest.raises(LedgerError):
        restore(file, full, quiet, replace=True)
    assert full.check() == []
