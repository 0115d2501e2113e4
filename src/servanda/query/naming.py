"""Which documents are meant by a document's name, or speak of a person: what an erasure takes."""

from __future__ import annotations

from sqlalchemy import Connection, select

from servanda.errors import LedgerError
from servanda.ledger import Ledger, fulltext
from servanda.ledger.tables import readings, versions
from servanda.model.fold import fold_words
from servanda.query.book import Book
from servanda.query.documents import documents
from servanda.query.find import find
from servanda.query.views import DocumentView
from servanda.query.where import is_document
from servanda.resolve.resolution import Individual

_MEND = "see: servanda documents, servanda people"


def documents_meant(ledger: Ledger, book: Book, given: str) -> list[DocumentView]:
    """The documents of this name, id, origin or URL; else all that name the person of this id or name, in
    whatever version. LedgerError where there is none, or the name is that of several people."""
    with ledger.reading() as connection:
        found = set(connection.execute(select(versions.c.document_id).where(is_document(given))).scalars())
    if not found:
        found = _naming(ledger, book, given)
    with ledger.reading() as connection:
        of = select(versions.c.id, versions.c.document_id)
        document_of = {row.id: row.document_id for row in connection.execute(of)}
    return [view for view in documents(ledger) if document_of[view.id] in found]


def _naming(ledger: Ledger, book: Book, given: str) -> set[int]:
    """Documents that name the person: by a fact, or by the whole name in the text of any version."""
    person = _person(book, given)
    names = {form.name for form in person.forms} if person else {given}
    told = {mention.source.id for mention in person.mentions} if person else set()
    with ledger.reading() as connection:
        for name in sorted(names):
            if len(fold_words(name)) > 1:
                told |= _versions_with(connection, name)
        if not told:
            raise LedgerError(given, "is neither a document nor a person here", _MEND)
        query = select(versions.c.document_id).where(versions.c.id.in_(told))
        return set(connection.execute(query).scalars())


def _person(book: Book, given: str) -> Individual | None:
    """The person of this name, in whatever order of its words, or id; None where there is no such name."""
    wanted = sorted(fold_words(given))
    people = {
        person.id: person
        for person in book.people
        if any(sorted(fold_words(form.name)) == wanted for form in person.forms)
    }
    if len(people) > 1:
        raise LedgerError(given, f"is the name of several people: {', '.join(people)}", "name one by its id")
    if people:
        return next(iter(people.values()))
    if len(wanted) > 1:
        return None
    thing = find(book, given)
    if not isinstance(thing, Individual):
        raise LedgerError(given, "is neither a document nor a person", _MEND)
    return thing


def _versions_with(connection: Connection, name: str) -> set[str]:
    phrase = " ".join(fold_words(name))
    hits = fulltext.readings_with(connection, f'"{phrase}"').subquery()
    query = select(readings.c.version_id).where(readings.c.id.in_(select(hits.c.hit)))
    return set(connection.execute(query).scalars())
