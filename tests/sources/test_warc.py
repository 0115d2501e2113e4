"""Web archives give their pages one by one; what is damaged in them is passed."""

from __future__ import annotations

import bz2
import gzip
import io
from pathlib import Path

import pytest
from backports import zstd

from servanda.sources.expand import expand
from servanda.sources.inputs import iter_inputs
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits

PAGE = b"<p>The two ministers met in Lisbon.</p>"
HTML = "Content-Type: text/html; charset=iso-8859-1"


def http(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    head = "\r\n".join((f"HTTP/1.1 {status}", *headers))
    return head.encode() + b"\r\n\r\n" + body


def record(number: int, block: bytes, kind: str = "response", content: str = "application/http") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"WARC-Date: 2024-05-07T09:00:0{number}Z\r\nWARC-Target-URI: https://mod.example/news/{number}\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def page(number: int) -> bytes:
    return record(number, http(PAGE, HTML))


def read(data: bytes, name: str = "crawl.warc", limits: Limits | None = None) -> list[RawItem | Skipped]:
    return list(expand(io.BytesIO(data), name, name, limits or Limits()))


def names(found: list[RawItem | Skipped]) -> list[str]:
    return [item.name for item in found if isinstance(item, RawItem)]


def test_a_page_has_its_address_and_the_time_of_the_crawl_in_its_origin() -> None:
    (item,) = read(record(0, b"software: x", "warcinfo", "application/warc-fields") + page(1))
    assert isinstance(item, RawItem)
    assert (item.name, item.media_type, item.data, item.charset) == ("1", "text/html", PAGE, "iso-8859-1")
    assert item.origin == "crawl.warc#2024-05-07T09:00:01Z/https://mod.example/news/1"
    assert (item.metadata.url, item.metadata.published) == ("https://mod.example/news/1", None)


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.warc", bytes), ("a.warc.gz", gzip.compress), ("a.warc.zst", zstd.compress),
        ("a.warc.bz2", bz2.compress), ("stdin", bytes), ("stdin", gzip.compress),
    ],
)  # fmt: skip
def test_compressed_or_not_record_by_record_or_as_a_whole(name: str, pack: type[bytes]) -> None:
    assert names(read(pack(page(1)) + pack(page(2)), name)) == ["1", "2"]
    assert names(read(pack(page(1) + page(2)), name)) == ["1", "2"]


def test_a_stream_that_cannot_go_back_is_read_too(tmp_path: Path) -> None:
    class Pipe:
        def __init__(self, data: bytes) -> None:
            self.read = io.BytesIO(data).read

    found = expand(Pipe(gzip.compress(page(1)) + gzip.compress(page(2))), "a.warc.gz", "a", Limits())
    assert names(list(found)) == ["1", "2"]


def test_bodies_are_unpacked_as_their_headers_say() -> None:
    chunked = b"14\r\n" + PAGE[:20] + b"\r\n%x\r\n" % (len(PAGE) - 20) + PAGE[20:] + b"\r\n0\r\n\r\n"
    data = record(1, http(gzip.compress(PAGE), HTML, "Content-Encoding: gzip"))
    data += record(2, http(chunked, HTML, "Transfer-Encoding: chunked"))
    assert [item.data for item in read(data) if isinstance(item, RawItem)] == [PAGE, PAGE]


def test_resources_and_converted_texts_are_documents() -> None:
    data = record(1, b"They met.", "conversion", "text/plain") + record(
        2, b"%PDF-1.4", "resource", "application/pdf"
    )
    assert [item.media_type for item in read(data) if isinstance(item, RawItem)] == [
        "text/plain",
        "application/pdf",
    ]


def test_what_is_no_document_is_counted_once_by_kind() -> None:
    data = record(1, http(b"", "Location: /x", status="301 Moved")) + page(2)
    data += record(3, http(b"\x89PNG", "Content-Type: image/png")) * 2
    data += record(4, http(PAGE, HTML), "request") + record(5, b"", "revisit")
    item, others = read(data)
    assert isinstance(item, RawItem)
    assert others == Skipped("crawl.warc", "3 records hold no document: 2 image/png, 1 answers 301")


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize(
    "bad",
    [
        record(2, http(PAGE, HTML, "Transfer-Encoding: strange")),
        record(2, http(b"no gzip", HTML, "Content-Encoding: gzip")),
        record(2, http(PAGE, HTML, "Content-Encoding: br")),
        record(2, http(gzip.compress(bytes(9000), mtime=0), HTML, "Content-Encoding: gzip")),
        record(2, http(bytes(9000), HTML)),
    ],
)
def test_a_record_that_cannot_be_read_is_passed(bad: bytes, pack: type[bytes]) -> None:
    name = "a.warc" if pack is bytes else "a.warc.gz"
    found = read(pack(page(1)) + pack(bad) + pack(page(3)), name, Limits(max_bytes=4000))
    assert names(found) == ["1", "3"]
    assert [item.origin[-26:] for item in found if isinstance(item, Skipped)] == [
        "https://mod.example/news/2"
    ]


def test_damage_between_records_is_passed(tmp_path: Path) -> None:
    member = bytearray(gzip.compress(page(2)))
    member[30:34] = b"\xff\xff\xff\xff"
    for name, data in (
        ("a.warc", page(1) + b"garbage " * 500 + page(3)),
        ("a.warc.gz", gzip.compress(page(1)) + bytes(member) + gzip.compress(page(3))),
    ):
        (tmp_path / name).write_bytes(data)
        found = list(iter_inputs([str(tmp_path / name)]))
        assert names(found) == ["1", "3"]
        assert any(isinstance(item, Skipped) and "damaged" in item.reason for item in found)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_archive_that_breaks_off_gives_what_is_whole(pack: type[bytes]) -> None:
    name = "a.warc" if pack is bytes else "a.warc.gz"
    whole = pack(page(1))
    found = read(whole + pack(page(2))[:-30], name)
    assert names(found) == ["1"]
    assert len(found) == 2


@pytest.mark.parametrize(
    "data", [b"", b"They met.", b"WARC/1.0", b"WARC/1.0\r\n" * 3000, b"\x1f\x8b\x08" * 3000]
)
def test_what_is_no_archive_gives_nothing_and_ends(data: bytes) -> None:
    assert names(read(data)) == []


def test_a_bomb_is_stopped() -> None:
    data = gzip.compress(record(1, http(bytes(40 << 20), "Content-Type: image/png")))
    found = read(data * 3, "a.warc.gz", Limits(max_decompressed=50 << 20))
    assert "unpacks to more than 50 MiB" in found[-1].reason  # type: ignore[union-attr]


def test_an_honest_archive_may_be_larger_than_the_limit_for_one_document() -> None:
    lines = "".join(f"<p>Sentence {n * 7919} is about talks.</p>" for n in range(3000)).encode()
    data = b"".join(gzip.compress(record(n, http(lines, HTML))) for n in range(9))
    assert len(read(data, "a.warc.gz", Limits(max_decompressed=len(lines) * 2))) == 9
