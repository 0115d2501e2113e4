"""Damaged and hostile documents, by the ten thousand: none may crash the reading, or take too long.

    python bench/fuzz.py [--documents 10000] [--seed 1]

Documents of each format are changed at random places: bytes flipped, cut, doubled, put in from another
format, numbers made huge. Each goes through the sources and the reader of its format, in a process that is
watched: an error that is no InputError is a crash, and so is the death of the process; a document that takes
longer than LIMIT seconds is a hang. The readers of PDF and Word are called without the process apart in which
the product runs them, so a crash of theirs, which would be a skipped input there, counts here as well.
Writes bench/results/fuzz.json and fuzz.md.
"""

from __future__ import annotations

import argparse
import gzip
import io
import multiprocessing
import random
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from typing import NamedTuple

import docx
import pyarrow as pa
from pyarrow import parquet

from record import environment, write_results
from servanda.errors import InputError
from servanda.settings import Settings
from servanda.sources.expand import expand
from servanda.sources.items import RawItem
from servanda.sources.limits import Limits
from servanda.sources.web import feeds
from servanda.text.load import read_document
from servanda.text.pdf import read_pdf
from servanda.text.word import read_word

LIMIT = 10.0
LIMITS = Limits(max_seconds=LIMIT)
TEXT = "The Minister of Portugal met a guest from Sweden in Lisbon on 4 May 2021. They signed an agreement.\n"
PAGE = (
    "<!doctype html><html><head><title>Talks</title>"
    f"<meta property='article:published_time' content='2021-05-04'></head><body><article><h1>Talks</h1>"
    f"<p>{TEXT}</p><figure><img src='a'><figcaption>Guests</figcaption>"
    f"</figure><table><tr><td>{TEXT}</td></tr></table></article></body></html>"
)
MAIL = (
    "From: Ana Reis <ana@example.org>\nSubject: =?utf-8?q?Talks?=\nDate: Tue, 4 May 2021 09:00:00 +0000\n"
    "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
    f"{TEXT}\n--b\nContent-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n"
    f"{PAGE}\n--b--\n"
)
FEED = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel><title>News &a;</title>'
    f"<item><title>Talks</title><link>/1</link><pubDate>Tue, 04 May 2021 09:00:00 GMT</pubDate>"
    f"<description>{TEXT}</description></item></channel></rss>"
)
PDF = b"""%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Count 1 /Kids [4 0 R] >>
endobj
3 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
endobj
4 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R
/Resources << /Font << /F1 3 0 R >> >> >>
endobj
5 0 obj
<< /Length 64 >>
stream
BT /F1 12 Tf 72 720 Td (The ministers met in Lisbon.) Tj ET
endstream
endobj
trailer << /Size 6 /Root 1 0 R >>
%%EOF
"""
HOSTILE = (b"<", b"<div>" * 500, b"\0", b"\xff\xfe", b"&#x0;", b'"', b"\r\n\r\n", b"(" * 900)


def warc() -> bytes:
    """One record with a page."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Date: 2021-05-04T09:00:00Z\r\n"
        "WARC-Target-URI: https://example.org/1\r\nContent-Type: application/http\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed() -> bytes:
    """A zip archive with two members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", PAGE)
        archive.writestr("b/c.eml", MAIL)
    return out.getvalue()


def word() -> bytes:
    """A Word document."""
    out, document = io.BytesIO(), docx.Document()
    document.add_heading("Talks")
    document.add_paragraph(TEXT)
    document.save(out)
    return out.getvalue()


def table() -> bytes:
    """A table in Parquet."""
    out = io.BytesIO()
    parquet.write_table(pa.table({"id": ["a", "b"], "text": [TEXT, TEXT]}), out)
    return out.getvalue()


def through(data: bytes, name: str) -> None:
    """The way of every input, but for the readers that are called by themselves."""
    for item in expand(io.BytesIO(data), name, name, LIMITS):
        if isinstance(item, RawItem) and "pdf" not in item.media_type and "word" not in item.media_type:
            try:
                read_document(item, limits=LIMITS)
            except InputError:
                continue


class Format(NamedTuple):
    """A document, its name, and what reads it."""

    data: bytes
    name: str
    read: Callable[[bytes, str], object] = through


def formats() -> list[Format]:
    """One document of each format, the ones that are dear to read last and less often."""
    rows = f'{{"id": "a", "text": "{TEXT.strip()}", "published": "2021-05-04"}}\n'.encode() * 3
    cheap = [
        Format(TEXT.encode() * 5, "a.txt"),
        Format(f"# Talks\n\nLISBON, May 4 -- {TEXT}".encode(), "a.md"),
        Format(PAGE.encode(), "a.html"),
        Format(MAIL.encode(), "a.eml"),
        Format(rows, "a.jsonl"),
        Format(f'id,text,published\na,"{TEXT.strip()}",2021\n'.encode(), "a.csv"),
        Format(gzip.compress(PAGE.encode()), "a.html.gz"),
        Format(warc(), "a.warc"),
        Format(gzip.compress(warc()) * 2, "a.warc.gz"),
        Format(packed(), "a.zip"),
        Format(PAGE.encode(), "nameless"),
        Format(FEED.encode(), "feed", lambda data, name: feeds.parse(data, "https://example.org/feed")),
        Format(PDF, "a.pdf", read_pdf),
        Format(word(), "a.docx", lambda data, name: read_word(data, name, LIMITS)),
    ]
    return cheap * 4 + [Format(table(), "a.parquet")]


def changed(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """The document with a few changes."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 8, 30))):
        at = chance.randrange(len(out) + 1)
        match chance.randrange(7):
            case 0 | 1:
                out[at : at + 1] = bytes([chance.randrange(256)])
            case 2:
                del out[at : at + chance.choice((1, 4, 50, 1000))]
            case 3:
                out[at:at] = out[at : at + chance.randint(1, 200)] * chance.choice((1, 2, 50))
            case 4:
                other = chance.choice(others)
                start = chance.randrange(len(other))
                out[at:at] = other[start : start + chance.randint(1, 300)]
            case 5:
                out[at:at] = str(chance.choice((-1, 0, 2**31, 2**63, 10**30))).encode()
            case _:
                out[at:at] = chance.choice(
                    (b"<", b"<div>" * 500, b"\0", b"\xff\xfe", b"&#x0;", b'"', b"\r\n\r\n", b"(" * 900)
                )
    return bytes(out)


def work(seed: int, begin: int, end: int, told: Connection) -> None:
    """Read the documents of these numbers; tell each number before, and what went wrong after."""
    made = formats()
    others = [each.data for each in made]
    for number in range(begin, end):
        each = made[number % len(made)]
        data = changed(each.data, random.Random(f"{seed} {number}"), others)  # noqa: S311
        told.send((number, each.name, ""))
        try:
            each.read(data, each.name)
        except InputError:
            continue
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            told.send((number, each.name, traceback.format_exc(limit=-3)))
    told.send((end, "", ""))


def watch(seed: int, documents: int) -> tuple[Counter[str], list[str], float]:
    """Outcomes, faults with their numbers, and the longest time of a document."""
    counts: Counter[str] = Counter()
    faults: list[str] = []
    longest, number = 0.0, 0
    fork = multiprocessing.get_context("fork")
    while number < documents:
        here, there = fork.Pipe(duplex=False)
        process = fork.Process(target=work, args=(seed, number, documents, there), daemon=False)
        process.start()
        there.close()
        began, name = time.monotonic(), ""
        try:
            while here.poll(LIMIT):
                now, next_name, fault = here.recv()
                longest = max(longest, time.monotonic() - began if name else 0.0)
                if fault:
                    counts["crashes"] += 1
                    faults.append(f"{now} {next_name}: {fault}")
                else:
                    number, name, began = now, next_name, time.monotonic()
                if number >= documents:
                    break
            else:
                counts["hangs"] += 1
                faults.append(f"{number} {name}: longer than {LIMIT:g} s")
                number += 1
        except EOFError:
            counts["crashes"] += 1
            faults.append(f"{number} {name}: the process died")
            number += 1
        process.kill()
        process.join()
    return counts, faults, longest


def page(report: Mapping[str, object]) -> str:
    """The report as a page."""
    told = "\n".join(f"- {name.replace('_', ' ')}: {value}" for name, value in report.items())
    return f"# Fuzzing of the readers\n\nWanted: no crash, and no hang over the limit.\n\n{told}\n"


def main() -> None:
    """Fuzz, print and record."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--documents", type=int, default=10_000)
    cli.add_argument("--seed", type=int, default=1)
    given = cli.parse_args()
    counts, faults, longest = watch(given.seed, given.documents)
    report = environment(Settings().model) | {
        "documents": given.documents,
        "formats": sorted({each.name for each in formats()}),
        "crashes": counts["crashes"],
        "hangs": counts["hangs"],
        "limit_in_seconds": LIMIT,
        "longest_in_seconds": round(longest, 2),
        "faults": faults[:20],
    }
    write_results("fuzz", report, page(report))


if __name__ == "__main__":
    main()
