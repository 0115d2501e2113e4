"""Web archives (WARC): the pages and files that a crawler got, one record in memory at a time."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from servanda.errors import InputError
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.sources.media import ENDINGS, MEDIA_TYPES, bare_type, charset_in
from servanda.sources.metadata import Metadata
from servanda.sources.names import page_name
from servanda.sources.streams import (
    BROKEN,
    Counted,
    FileName,
    Readable,
    bomb,
    is_bomb,
    read_all,
    unpack,
)

NATIVE = frozenset(((), (".gz",), (".zst",)))
"""The packings that the reader unpacks itself, record by record, so that one damaged record can be passed."""

_STARTS = (b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/1.")
_FAULTS = (OSError, ValueError, OverflowError)
_MOST_FAULTS = 1000
_KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion


class _Payload(NamedTuple):
    """What a record holds: a media type with its parameters, and the bytes."""

    content_type: str
    data: bytes


class _NoDocumentError(Exception):
    """A record of a kind of which every crawl is full and which is no document: a redirect, a picture."""


def documents(stream: Readable, origin: str, limits: Limits) -> Iterator[RawItem | Skipped]:
    """The documents in an archive, in order, with the address where each stood.

    The day of the crawl is no day of publication: it stands in the origin, "archive#time/address". Records
    that are damaged or too large are skipped one by one, redirects, pictures and the like as one.
    """
    others: Counter[str] = Counter()
    for record in _records(stream, origin, limits):
        if isinstance(record, Skipped):
            yield record
            continue
        uri = record.headers.get("WARC-Target-URI") or record.record_id or "?"
        where = f"{origin}#{record.headers.get('WARC-Date', '')}/{uri}"
        try:
            yield _item(uri, where, _payload(record, where, limits))
        except _NoDocumentError as reason:
            others[str(reason)] += 1
        except InputError as error:
            yield Skipped(where, error.problem, error.mend)
        except _FAULTS as error:
            yield Skipped(where, f"is a damaged record ({error})", "get the archive again")
    if others:
        kinds = ", ".join(f"{number} {kind}" for kind, number in others.most_common(8))
        yield Skipped(origin, f"{others.total()} records hold no document: {kinds}")


def _records(stream: Readable, origin: str, limits: Limits) -> Iterator[WarcRecord | Skipped]:
    """The records that can hold a document. Where one cannot be read, the next one is looked for."""
    counted = Counted(stream)
    archive, place, unpacked = _open(counted), 0, 0
    for _ in range(_MOST_FAULTS):
        try:
            for record in archive:
                place = record.stream_pos
                unpacked += record.content_length
                if is_bomb(unpacked, counted.given, limits):
                    raise bomb(origin, limits)
                if record.record_type & _KINDS:
                    yield record
            return
        except _FAULTS as error:
            yield Skipped(f"{origin}#byte {place}", f"{BROKEN}: {error}", "get the archive again")
            found = counted.seek_next(_STARTS, place + 1)
            if found is None:
                return
            place, archive = found, _open(counted)
    yield Skipped(origin, f"has more than {_MOST_FAULTS} damaged records", "get the archive again")


def _open(stream: Any) -> ArchiveIterator:
    return ArchiveIterator(stream, parse_http=False)


def _payload(record: WarcRecord, where: str, limits: Limits) -> _Payload:
    length = record.content_length
    if length > limits.max_bytes:
        raise InputError(
            where, f"is larger than {limits.max_bytes >> 20} MiB", "raise the limit in the settings"
        )
    block = record.reader.read(length) if length else b""
    if len(block) < length:
        raise InputError(where, "is a damaged record: it breaks off", "get the archive again")
    if not record.is_http:
        return _Payload(record.headers.get("Content-Type") or "", block)
    return _answer(block, where, limits)


def _answer(block: bytes, where: str, limits: Limits) -> _Payload:
    """The body of an HTTP answer. A record of its own is parsed, so that a fault in it harms no other."""
    record = WarcRecord()
    record.init_headers(WarcRecordType.response, content_length=len(block))
    record.is_http = True
    record.set_bytes_content(block)
    record.parse_http(auto_decode="transfer", strict_mode=False)
    heads = record.http_headers
    if heads.status_code != HTTPStatus.OK:
        raise _NoDocumentError(f"answers {heads.status_code}")
    type_ = heads.get("Content-Type") or ""
    if bare_type(type_) not in ENDINGS:
        raise _NoDocumentError(bare_type(type_) or "without a type")
    packing = (heads.get("Content-Encoding") or "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip"):
        raise InputError(where, f"is packed in an unknown way ({packing})")
    packed = () if packing == "identity" else (".gz",)
    body = io.BytesIO(record.reader.read(limits.max_bytes))
    return _Payload(type_, read_all(unpack(body, packed, limits, where), limits.max_bytes, where))


def _item(uri: str, where: str, payload: _Payload) -> RawItem:
    ending = ENDINGS.get(bare_type(payload.content_type))
    if ending is None:
        raise _NoDocumentError(bare_type(payload.content_type) or "without a type")
    is_address = uri.startswith(("http://", "https://"))
    return RawItem(
        name=page_name(uri) if is_address else FileName.of(uri).stem or "record",
        origin=where,
        media_type=MEDIA_TYPES[ending],
        data=payload.data,
        file=uri,
        metadata=Metadata(url=uri if is_address else None),
        charset=charset_in(payload.content_type),
    )
