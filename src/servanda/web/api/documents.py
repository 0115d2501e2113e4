"""Calls about documents: the list, one with its text and facts, and one that is to be read."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from servanda.errors import UsageError
from servanda.intake.taking import Taken, uploaded
from servanda.query.document import DocumentPage, document_page
from servanda.query.views import DocumentView
from servanda.sources.items import RawItem, Skipped
from servanda.sources.metadata import Metadata
from servanda.web.api.answers import Asking, Listed, finds, listed, lists, writes
from servanda.web.api.asking import NO_NUL, Part
from servanda.web.api.entries import desk
from servanda.web.intake import Intake
from servanda.web.threads import in_thread

_Line = Annotated[str, msgspec.Meta(max_length=1000, pattern=r"^[^\x00-\x1f]*$")]
_Date = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", examples=["2018-03-26"])]
_Language = Annotated[str, msgspec.Meta(pattern="^[a-z]{2,3}$", examples=["en"])]


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


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What became of it: documents that were taken in (several where it was an archive or a table), with what
    adding each changed and how many facts it holds; and what was skipped, and why."""

    documents: list[Taken]
    skipped: list[Skipped]


@lists("/documents", "documents", Part)
@in_thread
def documents(request: Asking, asks: NamedDependency[Part]) -> Listed[DocumentView]:
    """List the documents as they stand now, those published last first."""
    found = desk(request).edition().documents(limit=asks.size, offset=asks.offset)
    return listed(request, found, asks)


@writes("/documents", "documents")
@in_thread
def read_document(request: Asking, data: JSONBody[NewDocument]) -> Reading:
    """Read a document: its facts are in the ledger when the answer comes. A document that was read before
    adds nothing; a corrected one adds a version."""
    intake: Intake = request.app.state.intake
    items = [_with_metadata(item, data) for item in _items(intake, data)]
    steps = intake.read(items)
    return Reading(
        documents=[step for step in steps if isinstance(step, Taken)],
        skipped=[step for step in steps if isinstance(step, Skipped)],
    )


@finds("/documents/{version:str}", "documents")
@in_thread
def document(request: Asking, version: FromPath[str]) -> DocumentPage:
    """Get a version of a document: its text, the facts on it, its versions and near copies."""
    return document_page(desk(request).ledger, version)


def _items(intake: Intake, data: JSONBody[NewDocument]) -> list[RawItem | Skipped]:
    if (data.text is None) == (data.data is None):
        raise UsageError(data.name, "has to have either text or data", "give one of the two")
    if data.text is not None:
        return [
            RawItem(name=data.name, origin=data.name, media_type="text/plain", data=data.text.encode("utf-8"))
        ]
    return list(uploaded([(data.name, data.data or b"")], intake.limits))


def _with_metadata(item: RawItem | Skipped, data: JSONBody[NewDocument]) -> RawItem | Skipped:
    if isinstance(item, Skipped):
        return item
    try:
        known = Metadata.from_row({name: getattr(data, name) for name in _KNOWN})
    except ValueError as error:
        raise UsageError(data.name, str(error), "write 2018-03-26") from error
    return msgspec.structs.replace(item, metadata=known.over(item.metadata))


_KNOWN = tuple(name for name in Metadata.__struct_fields__ if name != "file")

HANDLERS = (documents, read_document, document)
