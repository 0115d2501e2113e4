"""Calls about documents: the list, one with its text and facts, and one that is to be read."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from servanda.errors import UsageError
from servanda.intake.orders import Order
from servanda.query.document import DocumentPage, document_page
from servanda.query.views import DocumentView
from servanda.sources.items import RawItem
from servanda.sources.metadata import Metadata
from servanda.web.access import user_of
from servanda.web.api.answers import Asking, Listed, finds, listed, lists, writes
from servanda.web.api.asking import NO_NUL, Part
from servanda.web.api.entries import desk
from servanda.web.importing import Importer, Job, Report
from servanda.web.threads import in_thread
from servanda.web.uploads import save

_Line = Annotated[str, msgspec.Meta(max_length=1000, pattern=r"^[^\x00-\x1f]*$")]
_Date = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", examples=["2018-03-26"])]
_Language = Annotated[str, msgspec.Meta(pattern="^[a-z]{2,3}$", examples=["en"])]


_PATIENCE = 120.0  # seconds


class NewDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document to be read: its text, or the bytes of a file in base64.

    name       of the file, whose ending tells what it is where `data` is given: readout.html, report.pdf
    published  2018, 2018-03 or 2018-03-26: the day to which "this year" and "next month" refer
    """

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f/\\]+$")]
    text: Annotated[str, msgspec.Meta(pattern=NO_NUL)] | None = None
    data: bytes | None = None
    title: _Line | None = None
    published: _Date | None = None
    publisher: _Line | None = None
    url: _Line | None = None
    language: _Language | None = None
    author: _Line | None = None


@lists("/documents", "documents", Part)
@in_thread
def documents(request: Asking, asks: NamedDependency[Part]) -> Listed[DocumentView]:
    """List the documents as they stand now, those published last first."""
    found = desk(request).edition().documents(limit=asks.size, offset=asks.offset)
    return listed(request, found, asks)


@writes("/documents", "documents")
async def read_document(request: Asking, data: JSONBody[NewDocument]) -> Report:
    """Read a document: its facts are in the ledger when the answer comes with the state `done`. A document
    that was read before adds nothing; a corrected one adds a version. An archive or a table holds several.
    What takes longer than two minutes goes on: ask for /imports/{id} until it is done."""
    job = await _submit(request, data)
    return await job.over(_PATIENCE)


@finds("/imports/{job:str}", "documents")
@in_thread
def imported(request: Asking, job: FromPath[str]) -> Report:
    """Get how far reading is: what was taken in, and what was skipped and why. Forgotten by a restart."""
    return desk(request).importer.job(job).report


@finds("/documents/{version:str}", "documents")
@in_thread
def document(request: Asking, version: FromPath[str]) -> DocumentPage:
    """Get a version of a document: its text, the facts on it, its versions and near copies."""
    return document_page(desk(request).ledger, version)


@in_thread
def _submit(request: Asking, data: NewDocument) -> Job:
    importer = desk(request).importer
    return importer.submit(_order(importer, data), data.name, user_of(request).name)


def _order(importer: Importer, data: NewDocument) -> Order:
    try:
        known = Metadata.from_row({name: getattr(data, name) for name in _KNOWN})
    except ValueError as error:
        raise UsageError(data.name, str(error), "write 2018-03-26") from error
    if (data.text is None) == (data.data is None):
        raise UsageError(data.name, "has to have either text or data", "give one of the two")
    if data.data is not None:
        folder = importer.new_folder()
        save(folder, data.name, data.data)
        return Order(folder=str(folder), origin=data.name, about=known)
    text = (data.text or "").encode()
    note = RawItem(name=data.name, origin=data.name, media_type="text/plain", data=text)
    return Order(notes=(note,), about=known)


_KNOWN = tuple(name for name in Metadata.__struct_fields__ if name != "file")

HANDLERS = (documents, read_document, imported, document)
