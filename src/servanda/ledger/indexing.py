"""The search index of a whole ledger, made from its texts and facts."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from servanda.ledger import fulltext, rows
from servanda.ledger.tables import additions, facts, readings, texts, versions

_BATCH = 500
"""How many facts are held at once."""


def index_all(connection: Connection) -> None:
    """Fills the empty index; one text in memory at a time."""
    _index_texts(connection)
    last = connection.execute(select(func.max(facts.c.number))).scalar() or 0
    for first in range(1, last + 1, _BATCH):
        query = select(facts.c.number, facts.c.content).where(
            facts.c.number.between(first, first + _BATCH - 1)
        )
        words = [(row.number, words_of(row.content)) for row in connection.execute(query)]
        if words:
            fulltext.add_facts(connection, words)


def _index_texts(connection: Connection) -> None:
    """Fills the empty index of texts. The reading of a fact by hand is not in it: it is of a text that
    another reading brought."""
    by_hand = select(additions.c.reading_id)
    query = select(readings.c.id).where(readings.c.id.not_in(by_hand)).order_by(readings.c.id)
    for number in connection.execute(query).scalars().all():
        title, text = title_and_text(connection, number)
        fulltext.add_text(connection, number, title, text)


def title_and_text(connection: Connection, reading: int) -> tuple[str | None, str]:
    """What is indexed of a reading."""
    query = (
        select(versions.c.title, texts.c.text)
        .select_from(readings)
        .join(versions, versions.c.id == readings.c.version_id)
        .join(texts, texts.c.sha256 == readings.c.text_sha256)
        .where(readings.c.id == reading)
    )
    row = connection.execute(query).one()
    return row.title, row.text


def words_of(content: str) -> str:
    """What is indexed of a fact, given as JSON."""
    return rows.words_of(rows.decode(content))
