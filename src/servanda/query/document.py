"""One document: its text with the facts that stand on it, its versions, and the copies of it."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, or_, select

from servanda.errors import MissingError
from servanda.ledger import Ledger
from servanda.ledger.lineage import is_extracted
from servanda.ledger.tables import copies, readings, versions
from servanda.model.document import Document
from servanda.query.explain import versions_of
from servanda.query.facts import views
from servanda.query.views import DocumentRef, FactView, VersionView
from servanda.query.where import is_current
from servanda.resolve.copies import METHOD


class DocumentPage(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a document with all that the ledger knows of it.

    facts     current facts that stand on this version, in the order in which they stand in the text
    versions  all versions of the document, in the order in which they were seen
    copies    other documents whose texts are the same or edited copies of this one
    """

    document: Document
    facts: tuple[FactView, ...]
    versions: tuple[VersionView, ...]
    copies: tuple[DocumentRef, ...]
    extractor: str
    read_at: str


def document_page(ledger: Ledger, version_id: str) -> DocumentPage:
    """The page of the version with this id. MissingError when the ledger does not hold it."""
    document = ledger.document(version_id)
    with ledger.reading() as connection:
        found = views(connection, is_current() & (versions.c.id == version_id))
        query = (
            select(versions.c.document_id, readings.c.extractor, readings.c.read_at, readings.c.text_sha256)
            .join(readings, readings.c.version_id == versions.c.id)
            .where(versions.c.id == version_id)
            .order_by(readings.c.id.desc())
        )
        read = connection.execute(query).first()
        if read is None:
            raise MissingError(version_id, "no such document here", "see the list of documents")
        return DocumentPage(
            document=document,
            facts=tuple(sorted(found, key=lambda view: view.fact.evidence[0].start)),
            versions=versions_of(connection, read.document_id),
            copies=tuple(_copies(connection, version_id, read.text_sha256)),
            extractor=read.extractor,
            read_at=read.read_at,
        )


def _copies(connection: Connection, version_id: str, text: str) -> list[DocumentRef]:
    pairs = select(copies.c.a, copies.c.b).where(
        copies.c.method == METHOD, or_(copies.c.a == text, copies.c.b == text)
    )
    alike = {text} | {sha for row in connection.execute(pairs) for sha in row}
    query = (
        select(*(versions.c[name] for name in DocumentRef.__struct_fields__))
        .join(readings, readings.c.version_id == versions.c.id)
        .where(readings.c.text_sha256.in_(alike), versions.c.id != version_id)
        .where(is_extracted())
        .order_by(versions.c.published_first.nulls_last(), versions.c.name)
    )
    return [DocumentRef(**row) for row in connection.execute(query).mappings()]
