"""Documents and facts for tests of the ledger, in own words."""

import hashlib
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from alembic import command
from alembic.config import Config

from servanda.ledger import Ledger, fulltext, schema
from servanda.model.document import Document
from servanda.model.facts import Engagement

TEXT = (
    "Foreign Minister Đỗ Thị Phạm received her French counterpart in Huế on 4 May 2021. They signed nothing."
)


@pytest.fixture
def make_document():
    def make(text=TEXT, name="readout", origin=None, **known):
        data = text.encode()
        document = Document(
            name=name,
            origin=origin or f"inbox/{name}.txt",
            text=text,
            sha256=hashlib.sha256(data).hexdigest(),
            **known,
        )
        return document, data

    return make


@pytest.fixture
def make_fact():
    def make(document, quote, kind=Engagement, **properties):
        start = document.text.index(quote)
        if kind is Engagement:
            properties = {"type": "meeting", "status": "held", "parties": ("FR", "VN")} | properties
        return kind(
            document=document.name,
            source=document.id,
            evidence=(document.span(start, start + len(quote)),),
            **properties,
        )

    return make


@pytest.fixture
def ticking():
    """A clock that starts at noon and is a minute later each time it is asked."""
    times = (datetime(2024, 5, 1, 12, tzinfo=UTC) + timedelta(minutes=n) for n in range(10_000))
    return lambda: next(times)


@pytest.fixture
def address(place):
    """Where `ledger` is."""
    return place()


@pytest.fixture
def ledger(address, ticking):
    with Ledger.open(address, create=True, clock=ticking) as ledger:
        yield ledger


@pytest.fixture
def behind(database, address):
    """Runs a statement behind the ledger's back, whatever refers to what; gives how many rows it changed."""

    def run(statement, *parameters):
        if database == "sqlite":
            with closing(sqlite3.connect(address)) as raw, raw:
                return raw.execute(statement, parameters).rowcount
        with psycopg.connect(address) as raw:
            raw.execute("SET session_replication_role = replica")
            return raw.execute(statement.replace("?", "%s"), parameters).rowcount

    return run


@pytest.fixture
def ranks():
    """The ranks of all readings in the search index that hold the words, the current and the others."""

    def of(ledger, words):
        with ledger.reading() as connection:
            found = connection.execute(fulltext.readings_with(connection, words)).all()
            return sorted(round(rank, 6) for _, rank in found)

    return of


@pytest.fixture
def take_back():
    """Takes a ledger back to the shape that an older Servanda gave it."""

    def to(revision, ledger):
        with ledger._database.writing() as connection:
            config = Config(attributes={"connection": connection})
            config.set_main_option("script_location", str(schema._STEPS))
            config.set_main_option("path_separator", "os")
            command.downgrade(config, revision)

    return to


@pytest.fixture
def contents(ledger):
    """What the ledger holds of documents and facts: rows of each table, less the log and the chain."""

    def rows():
        from sqlalchemy import select

        from servanda.ledger.tables import chain, finishes, metadata, reads, skipped

        with ledger.reading() as connection:
            return {
                table.name: connection.execute(select(table)).all()
                for table in metadata.sorted_tables
                if table not in (reads, finishes, skipped, chain)
            }

    return rows


@pytest.fixture
def read(ledger):
    """Adds reports to the ledger in one read, and links them unless told otherwise."""

    def add(made, into=ledger, link=True):
        run = into.begin_read("rules 1")
        for document, data, facts in made:
            run.add(document, data, facts)
        run.finish()
        return sum(into.link()) if link else 0

    return add
