"""A disk that is full, a file that may not grow: what was read before is kept, and the read goes on later."""

import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event

from corpus import generate
from servanda.errors import LedgerError
from servanda.ledger import Ledger
from servanda.query.documents import documents

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def made():
    return list(generate(30, 5, "dense"))


def add_until_refused(ledger, made, why):
    run = ledger.begin_read("generated/1")
    added = []
    with pytest.raises(LedgerError, match=why) as refused:
        for each in made:
            run.add(each.document, each.data, each.facts)
            added.append(each.document.id)
    assert refused.value.mend
    return added


def whole(ledger, made):
    """Reads all again, and what is there then is sound and complete."""
    run = ledger.begin_read("generated/1")
    for each in made:
        if not run.knows(each.document.id):
            run.add(each.document, each.data, each.facts)
    run.finish()
    assert ledger.check() == []
    assert sorted(d.id for d in documents(ledger)) == sorted(each.document.id for each in made)
    assert sum(d.facts for d in documents(ledger)) == sum(len(each.facts) for each in made)


@pytest.mark.only("sqlite")
def test_a_full_disk_keeps_what_was_read_before(place, made):
    address = place()
    with Ledger.open(address, create=True) as ledger:
        with ledger.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            engine = connection.engine
        engine.dispose()  # the limit is a connection's
        event.listen(engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count = {pages + 40}"))
        added = add_until_refused(ledger, made, "disk is full")
    with Ledger.open(address) as ledger:
        assert ledger.check() == []
        assert sorted(d.id for d in documents(ledger)) == sorted(added)
        whole(ledger, made)


LIMITED = """
import resource, signal, sys
sys.path.insert(0, "bench")
from corpus import generate
from servanda.errors import LedgerError
from servanda.ledger import Ledger
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Ledger.open(sys.argv[1], create=True) as ledger:
    run = ledger.begin_read("generated/1")
    resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, 900_000))
    try:
        for each in generate(30, 5, "dense"):
            run.add(each.document, each.data, each.facts)
    except LedgerError as error:
        print(run.added.total(), error)
"""


@pytest.mark.only("sqlite")
def test_a_file_that_may_not_grow_is_told_and_stays_sound(place, made):
    address = place()
    command = [sys.executable, "-c", LIMITED, address]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert done.stderr == ""
    added, said = done.stdout.split(" ", 1)
    assert "cannot be written" in said
    assert "what was read before is kept" in said
    assert 0 < int(added) < 30
    with Ledger.open(address) as ledger:
        assert ledger.check() == []
        assert len(documents(ledger)) == int(added)
        whole(ledger, made)


@pytest.mark.only("postgresql")
@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("disk_full", "server is full"),
        ("out_of_memory", "server is full"),
        ("read_only_sql_transaction", "read-only"),
    ],
)
def test_a_server_that_cannot_write_keeps_what_was_read_before(place, made, code, why):
    """As the server says it: a trigger raises the error at the twentieth fact."""
    address = place()
    with Ledger.open(address, create=True) as ledger:
        with psycopg.connect(address) as owner:
            owner.execute(
                "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"RAISE {code} USING MESSAGE = 'could not extend file'; END $$"
            )
            owner.execute(
                "CREATE TRIGGER refuse BEFORE INSERT ON facts FOR EACH ROW WHEN (NEW.number > 20) "
                "EXECUTE FUNCTION refuse()"
            )
        added = add_until_refused(ledger, made, why)
        assert ledger.check() == []
        assert sorted(d.id for d in documents(ledger)) == sorted(added)
        with psycopg.connect(address) as owner:
            owner.execute("DROP TRIGGER refuse ON facts")
        whole(ledger, made)
