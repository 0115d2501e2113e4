"""Pages and files on the web become documents, with the address where they stand."""

from __future__ import annotations

import gzip
import io
import zipfile
from typing import Any

import pytest

from servanda.sources.inputs import iter_inputs
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.sources.names import page_name
from servanda.text.load import documents

PAGE = (
    b"<html><head><title>Talks in Lisbon</title><link rel=canonical href='https://elsewhere.example/'></head>"
    b"<body><article><p>The Minister of Defence of Portugal met her Swedish counterpart in Lisbon.</p>"
    b"</article></body></html>"
)


def read(fetcher: Any, *urls: str) -> list[RawItem | Skipped]:
    return list(iter_inputs(urls, fetcher=fetcher))


def test_a_page_is_a_document_at_its_final_address(site: Any, reply: Any, fetcher: Any) -> None:
    site.answers |= {
        "/talks": reply(301, Location="/news/talks.php?id=7"),
        "/news/talks.php?id=7": reply(200, PAGE, Content_Type="text/html; charset=utf-8"),
    }
    ((item, document),) = documents([f"{site.url}/talks"], fetcher=fetcher())
    assert item.data == PAGE
    assert document.url == document.origin == f"{site.url}/news/talks.php?id=7"
    assert (document.name, document.title) == ("talks-id=7", "Talks in Lisbon")


def test_the_charset_of_the_answer_counts(site: Any, reply: Any, fetcher: Any) -> None:
    text = "Minister Wałęsa met his guests in Łódź."
    site.answers["/a"] = reply(200, text.encode("cp1250"), Content_Type="text/plain;charset=windows-1250")
    ((_, document),) = documents([f"{site.url}/a"], fetcher=fetcher())
    assert document.text == text


@pytest.mark.parametrize(
    ("path", "type_", "data", "expected"),
    [
        ("/a", "application/xhtml+xml", PAGE, "text/html"),
        ("/a.php", "TEXT/HTML", PAGE, "text/html"),
        ("/report", "application/pdf", b"%PDF-1.4", "application/pdf"),
        ("/report.pdf", "application/octet-stream", b"%PDF-1.4", "application/pdf"),
        ("/download", "application/octet-stream", b"%PDF-1.4", "application/pdf"),
        ("/note.md", "text/plain", b"# They met", "text/markdown"),
        ("/v1.2", "text/plain", b"They met", "text/plain"),
        ("/a.html.gz", "application/gzip", gzip.compress(PAGE, mtime=0), "text/html"),
    ],
)
def test_what_it_is_follows_from_the_type_the_address_or_the_bytes(
    site: Any, reply: Any, fetcher: Any, path: str, type_: str, data: bytes, expected: str
) -> None:
    site.answers[path] = reply(200, data, Content_Type=type_)
    (item,) = read(fetcher(), site.url + path)
    assert isinstance(item, RawItem)
    assert item.media_type == expected


def test_a_table_or_an_archive_on_the_web_is_read_as_one_on_disk(site: Any, reply: Any, fetcher: Any) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("a.txt", "They met.")
        archive.writestr("../../b.txt", "They met.")
    table = b'{"id": "r1", "text": "They met.", "url": "https://example.org/r1"}\n'
    site.answers |= {
        "/all.zip": reply(200, content.getvalue(), Content_Type="application/zip"),
        "/all.jsonl": reply(200, table, Content_Type="application/x-ndjson"),
    }
    outside, member, row = read(fetcher(), f"{site.url}/all.zip", f"{site.url}/all.jsonl")
    assert isinstance(outside, Skipped) and "outside the archive" in outside.reason
    assert isinstance(member, RawItem) and member.origin == f"{site.url}/all.zip#a.txt"
    assert isinstance(row, RawItem) and row.metadata.url == "https://example.org/r1"


@pytest.mark.parametrize(
    ("status", "reason"), [(404, "404 Not Found"), (500, "answers 500"), (799, "answers 799")]
)
def test_a_page_that_is_not_there_is_skipped_and_the_rest_is_read(
    site: Any, reply: Any, fetcher: Any, status: int, reason: str
) -> None:
    site.answers |= {"/a": reply(status, PAGE), "/b": reply(200, PAGE, Content_Type="text/html")}
    missing, found = read(fetcher(), f"{site.url}/a", f"{site.url}/b")
    assert isinstance(missing, Skipped) and reason in missing.reason and missing.origin == f"{site.url}/a"
    assert isinstance(found, RawItem)


def test_what_is_no_document_is_named(site: Any, reply: Any, fetcher: Any) -> None:
    site.answers["/a.png"] = reply(200, b"\x89PNG", Content_Type="image/png")
    (found,) = read(fetcher(), f"{site.url}/a.png")
    assert isinstance(found, Skipped) and "image/png" in found.reason


def test_a_page_that_is_too_large_is_skipped(site: Any, reply: Any, fetcher: Any) -> None:
    site.answers["/a"] = reply(200, PAGE * 20, Content_Type="text/html")
    (found,) = iter_inputs([f"{site.url}/a"], limits=Limits(max_bytes=1000), fetcher=fetcher())
    assert isinstance(found, Skipped) and "larger than 1000 bytes" in found.reason


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://mod.example/news/2024/talks-in-lisbon.html", "talks-in-lisbon"),
        ("https://mod.example/", "mod-example"),
        ("https://mod.example/show.php?lang=en&id=7", "show-lang=en-id=7"),
        ("https://mod.example/a%2F..%2F..%2Fetc%2Fpasswd", "passwd"),
        ("https://mod.example/a/../..", "mod-example"),
        ("https://mod.example/..%5C..%5Cboot.ini", "-boot"),
    ],
)
def test_a_page_is_called_by_the_last_part_of_its_address(url: str, name: str) -> None:
    assert page_name(url) == name.strip("-")
