"""A ledger in PostgreSQL: what is one, what is none, and what is told when the server is not there."""

import hashlib
import threading
import time
from importlib import util
from urllib.parse import urlsplit

import psycopg
import pytest
from sqlalchemy import select

from postgres_server import PASSWORD, Server, binaries
from servanda.errors import LedgerError
from servanda.ledger import Added, Ledger, address, postgres
from servanda.ledger.tables import texts, versions
from servanda.model.document import Document
from servanda.query.documents import documents
from servanda.query.facts import facts

pytestmark = pytest.mark.only("postgresql")


@pytest.fixture
def own_server():
    """A server that a test may stop."""
    programs = binaries()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    with Server(programs) as server:
        yield server


def refusal(address, **more):
    with pytest.raises(LedgerError) as refused:
        Ledger.open(address, **more)
    told = f"{refused.value} {refused.value!r}"
    assert PASSWORD not in told
    assert "open%20sesame" not in told
    return refused.value


def test_the_password_is_in_no_name_message_or_log(ledger, address, caplog):
    host = urlsplit(address)
    assert ledger.name == f"postgresql://archivist@127.0.0.1:{host.port}{host.path}"
    assert "sesame" not in repr(ledger) + repr(ledger._database) + repr(vars(ledger._database)) + caplog.text


def test_a_wrong_password_is_refused_and_not_shown(postgres):
    refused = refusal(postgres.address(postgres.empty, "wrong-secret"))
    assert "password authentication failed" in refused.problem
    assert "wrong-secret" not in str(refused)
    assert refused.mend


def test_a_database_that_is_not_there_is_named(postgres):
    assert "does not exist" in refusal(postgres.address("nowhere"), create=True).problem


def test_a_server_that_is_not_there_is_told_at_once(place):
    began = time.monotonic()
    assert "cannot be reached" in refusal("postgresql://somebody:open%20sesame@127.0.0.1:9/ledger").problem
    assert time.monotonic() - began < postgres.AWAY_SECONDS


def test_a_database_without_a_ledger_says_how_to_make_one(place):
    nothing_yet = place(empty=False)
    assert "servanda read" in refusal(nothing_yet).mend
    Ledger.open(nothing_yet, create=True).close()
    Ledger.open(nothing_yet).close()


def test_a_database_of_another_program_is_refused_even_for_creating(place):
    taken = place(empty=False)
    with psycopg.connect(taken) as other:
        other.execute("CREATE TABLE alembic_version (version_num text)")
    assert "another program" in refusal(taken, create=True).problem


def test_a_database_in_another_encoding_is_refused(postgres):
    postgres.run("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    assert "LATIN1" in refusal(postgres.address("latin"), create=True).problem
    postgres.drop("latin")


def test_psycopg_is_asked_for_where_it_is_missing(monkeypatch):
    monkeypatch.setattr(postgres, "find_spec", lambda name: None)
    assert "servanda[postgres]" in refusal("postgresql://host/ledger").mend
    assert util.find_spec("psycopg")


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://",
        "postgresql://user:open%20sesame@host",
        "postgresql://user:open%20sesame@host:port/ledger",
        "postgres://user:open sesame@[::1/ledger",
    ],
)
def test_half_an_address_is_refused_without_its_password(given):
    assert refusal(given).mend.startswith("write postgresql://")


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg2"])
def test_an_address_is_shown_without_password_and_parameters(scheme):
    given = f"{scheme}://lan:open%20sesame@host:5433/ledger?password=secret&sslmode=require"
    assert address.shown(given) == "postgresql://lan@host:5433/ledger"


def test_a_reader_without_leave_to_write_can_consult_the_ledger(ledger, postgres, make_document):
    ledger.begin_read("rules 1").add(*make_document(), [])
    database = ledger.name.rpartition("/")[2]
    postgres.run(
        "DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN PASSWORD 'r'; "
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
        database,
    )
    with Ledger.open(f"postgresql://reader:r@127.0.0.1:{postgres.port}/{database}") as locked:
        assert locked.check() == []
        assert len(documents(locked)) == 1
        with pytest.raises(LedgerError, match="read-only"):
            locked.begin_read("rules 1")


def test_null_characters_of_a_text_are_kept_with_the_quotations_in_them(ledger, make_document, make_fact):
    text = "The \x00two\x1a0 ministers\x1a met\x1a1\x00 in Hu\u1ebf."
    document, data = make_document(text, title="A\x00title")
    made = make_fact(document, "\x00two\x1a0 ministers\x1a met")
    ledger.begin_read("rules 1").add(document, data, [made])
    assert ledger.document(document.id) == document
    assert [view.fact for view in facts(ledger)] == [made]
    assert ledger.check() == []


def test_text_sorts_by_code_points_whatever_the_language_of_the_database(ledger):
    names = ["b", "B", "a b", "a-b", "ab", "Ä", "z", "_", "é", "đ"]
    run = ledger.begin_read("rules 1")
    for name in names:
        data = name.encode()
        digest = hashlib.sha256(data).hexdigest()
        run.add(Document(name=name, origin=name, text=name, sha256=digest), data, [])
    with ledger.reading() as connection:
        found = connection.execute(select(versions.c.name).order_by(versions.c.name)).scalars().all()
    assert found == sorted(names)


def test_readers_see_one_state_while_others_write_and_do_not_wait_for_them(ledger, address, make_document):
    run = ledger.begin_read("rules 1")
    with Ledger.open(address) as other, other.reading() as connection:
        assert connection.execute(select(texts)).all() == []
        run.add(*make_document(), [])
        assert connection.execute(select(texts)).all() == []
    with Ledger.open(address) as other, ledger._database.writing():
        assert len(documents(other)) == 1


def test_a_writer_that_holds_on_too_long_is_named(ledger, address, monkeypatch):
    monkeypatch.setattr(postgres, "BUSY_SECONDS", 0.2)
    with (
        Ledger.open(address) as other,
        other._database.writing(),
        pytest.raises(LedgerError, match="another process"),
    ):
        ledger.begin_read("rules 1")


def test_a_connection_that_breaks_between_documents_is_made_anew(ledger, postgres, make_document):
    run = ledger.begin_read("rules 1")
    postgres.run(BREAK_OFF)
    assert run.add(*make_document(), []) is Added.NEW
    assert ledger.check() == []


def test_a_document_during_which_the_connection_breaks_is_added_once(
    ledger, postgres, make_document, monkeypatch
):
    run = ledger.begin_read("rules 1")
    kept, tries = run._add, []

    def broken_once(connection, **more):
        tries.append(kept(connection, **more))
        if len(tries) == 1:
            postgres.run(BREAK_OFF)
        return kept(connection, **more)

    monkeypatch.setattr(run, "_add", broken_once)
    assert run.add(*make_document(), []) is Added.KNOWN  # by the first of two tries in one transaction
    assert tries == [(Added.NEW, 0), (Added.NEW, 0)]
    assert len(documents(ledger)) == 1
    assert ledger.check() == []


BREAK_OFF = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'servanda'"


def test_a_read_waits_for_a_server_that_is_started_again(own_server, make_document):
    with Ledger.open(own_server.address(own_server.make()), create=True) as ledger:
        run = ledger.begin_read("rules 1")
        run.add(*make_document(name="before"), [])
        own_server.stop()
        again = threading.Timer(0.5, own_server.start)
        again.start()
        assert run.add(*make_document(name="after"), []) is Added.NEW
        again.join()
        assert len(documents(ledger)) == 2
        assert ledger.check() == []


def test_a_server_that_stays_away_is_named_and_nothing_is_lost(own_server, make_document, monkeypatch):
    monkeypatch.setattr(postgres, "AWAY_SECONDS", 0.5)
    place = own_server.address(own_server.make())
    with Ledger.open(place, create=True) as ledger:
        run = ledger.begin_read("rules 1")
        run.add(*make_document(name="before"), [])
        own_server.stop()
        with pytest.raises(LedgerError, match="cannot be reached") as refused:
            run.add(*make_document(name="after"), [])
        assert PASSWORD not in str(refused.value)
    own_server.start()
    with Ledger.open(place) as ledger:
        run = ledger.begin_read("rules 1")
        document, _ = make_document(name="before")
        assert run.knows(document.id)
        assert run.add(*make_document(name="after"), []) is Added.NEW
