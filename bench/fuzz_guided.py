"""Fuzzing that is led by coverage: changes that reach new code in the readers and rules are changed further.

    python bench/fuzz_guided.py [--seconds 240] [--only TARGET] [--seed 1]

Needs the extra `fuzz` (atheris). Each target gets an equal share of the time and a process of its own. It
starts from the sample documents and works through bytes: pages, messages, feeds, tables of metadata and plain
text through their readers; dates, parties, sums, people and fields through the rules that need no language
model (people on a sketch). An exception other than a ServandaError is a crash, and so is a quotation that
does not stand in the text; an input that takes longer than LIMIT seconds is a hang. Writes
bench/results/fuzz_guided.json and fuzz_guided.md; what was found stays in the folder that is printed.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

from record import environment, write_results

SAMPLES = Path(__file__).resolve().parent.parent / "src" / "servanda" / "samples"
LIMIT = 5.0
LARGEST = 6_000
"""Bytes of an input."""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>{title}</title>
<link>/1</link><guid>1</guid><pubDate>Tue, 04 May 2021 09:00:00 GMT</pubDate><description>{text}</description>
</item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><id>a</id><title>{title}</title>
<updated>2021-05-04T09:00:00Z</updated><author><name>Desk</name></author><content type="html">{text}</content>
</entry></feed>"""
PAGE = """<!doctype html><html><head><title>{title}</title><meta property="article:published_time"
content="2021-05-04"></head><body><article><h1>{title}</h1><p>{text}</p><figure><img src="a"><figcaption>
Guests</figcaption></figure><table><tr><td>{text}</td></tr></table></article></body></html>"""


def texts() -> list[str]:
    """The sample documents in plain text, cut to size."""
    return [file.read_text(encoding="utf-8")[: LARGEST // 2] for file in sorted(SAMPLES.glob("*.txt"))]


def filled(form: str) -> list[bytes]:
    """A form with the beginnings of sample documents in it."""
    return [
        form.format(title=text[:60].replace("\n", " "), text=text[:800].replace("&", "")).encode()
        for text in texts()[:6]
    ]


def plain() -> tuple[Callable[[bytes], None], list[bytes]]:
    """Plain text, with its regions and metadata."""
    from servanda.sources.items import RawItem
    from servanda.text.load import read_document

    def read(data: bytes) -> None:
        document = read_document(RawItem(name="a", origin="a.txt", media_type="text/plain", data=data))
        require_apart(document.text, document.regions)
        require(document.id.startswith("doc-"), "the document has an id")

    return read, [text.encode() for text in texts()]


def page() -> tuple[Callable[[bytes], None], list[bytes]]:
    """Web pages."""
    from servanda.text.html import read_html

    def read(data: bytes) -> None:
        found = read_html(data, "a.html")
        require_apart(found.text, found.regions)
        found.text.encode()

    return read, [*(file.read_bytes()[:LARGEST] for file in SAMPLES.glob("*.html")), *filled(PAGE)]


def mail() -> tuple[Callable[[bytes], None], list[bytes]]:
    """Messages, and what is attached to them."""
    from servanda.sources.limits import Limits
    from servanda.sources.mail import members, take_apart
    from servanda.text.mail import read_mail

    def read(data: bytes) -> None:
        list(members(take_apart(data, "a.eml", Limits()), "a.eml", Limits()))
        found = read_mail(data, "a.eml")
        require_apart(found.text, found.regions)
        found.text.encode()

    return read, [file.read_bytes()[:LARGEST] for file in SAMPLES.glob("*.eml")]


def feed() -> tuple[Callable[[bytes], None], list[bytes]]:
    """Feeds of news."""
    import msgspec

    from servanda.sources.web.feeds import parse

    def read(data: bytes) -> None:
        # It comes from a process of its own, as this.
        msgspec.msgpack.encode(parse(data, "https://example.org/feed"))

    return read, [*filled(FEED), *filled(ATOM)]


def table() -> tuple[Callable[[bytes], None], list[bytes]]:
    """Tables of metadata; the first byte tells which form."""
    import io

    from servanda.sources.metadata import Metadata
    from servanda.sources.tables import Row, rows

    def read(data: bytes) -> None:
        ending = ".jsonl" if data[:1] == b"{" else ".csv"
        for row in rows(io.BufferedReader(io.BytesIO(data)), ending, LARGEST, "a"):  # type: ignore[arg-type]
            if isinstance(row, Row):
                try:
                    Metadata.from_row(row.cells)
                except ValueError:  # which load_metadata tells by file and line
                    continue

    lines = (SAMPLES / "metadata.jsonl").read_bytes().splitlines(keepends=True)
    csv = b'file,title,published\na.txt,"Talks, first",2021-05-04\nb.txt,,2021\n'
    return read, [*lines[:6], b"".join(lines)[:2000], csv, csv.replace(b",", b";")]


def dates() -> tuple[Callable[[bytes], None], list[bytes]]:
    """Expressions of time, sums of money, ordinals and numbers."""
    from servanda.extract.dates import find_dates
    from servanda.extract.numbers import find_amounts, find_ordinals, to_int
    from servanda.model import edtf

    def read(data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        found = find_dates(text, "2024-02-29")
        require_apart(text, found)
        for mention in found:
            for reading in (mention.past, mention.future):
                require(reading is None or edtf.is_valid(reading), f"{reading} is valid")
        for amount in (*find_amounts(text), *find_ordinals(text)):
            require(0 <= amount.start < amount.end <= len(text), "a number stands in the text")
        to_int(text[:80])
        edtf.precision(text[:30])

    return read, [text[:1500].encode() for text in texts()]


def actors() -> tuple[Callable[[bytes], None], list[bytes]]:
    """Parties, fields, and people on a sketch."""
    from servanda.extract.fields import find_fields
    from servanda.extract.parse import load_parser
    from servanda.extract.parties import acting_parties
    from servanda.extract.people import find_people
    from servanda.extract.sketch import Sketcher
    from servanda.text.extract import stable
    from servanda.text.regions import find_regions

    sketch = Sketcher(load_parser())

    def read(data: bytes) -> None:
        text = stable(data.decode("utf-8", "replace"))
        parties = acting_parties(text)
        require_apart(text, parties)
        for field in find_fields(text):
            require(0 <= field.start < field.end <= len(text), "a field stands in the text")
        for person in find_people(sketch(text), parties, regions=find_regions(text), home="PH"):
            wordings = {" ".join(text[m.start : m.end].split()) for m in person.mentions}
            require(person.name in wordings, f"{person.name} stands in the text")

    return read, [text[:400].encode() for text in texts()]


TARGETS = {each.__name__: each for each in (plain, page, mail, feed, table, dates, actors)}


def require(holds: bool, what: str) -> None:
    """AssertionError where it does not hold."""
    if not holds:
        raise AssertionError(what)


def require_apart(text: str, stretches: Any) -> None:
    """Stretches stand in the text, in order, without overlap."""
    require(all(0 <= s.start < s.end <= len(text) for s in stretches), "stretches stand in the text")
    require(all(a.end <= b.start for a, b in pairwise(stretches)), "stretches do not overlap")


def work(name: str, seconds: int, seed: int, folder: Path) -> None:
    """Fuzz one target in this process, which ends with it; its figures are in the folder."""
    import atheris

    with atheris.instrument_imports(include=["servanda", "feedparser"]):
        read, seeds = TARGETS[name]()
    from servanda.errors import ServandaError

    corpus = folder / "corpus"
    corpus.mkdir(parents=True)
    for number, data in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(data[:LARGEST])
    told: dict[str, Any] = {"executions": 0, "refused": 0, "slowest_s": 0.0, "crashes": {}}

    def keep() -> None:
        (folder / "told.json").write_text(json.dumps(told))

    def once(data: bytes) -> None:
        told["executions"] += 1
        began = time.perf_counter()
        try:
            read(data)
        except ServandaError:
            told["refused"] += 1
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            note(error, data)
        took = time.perf_counter() - began
        if took > told["slowest_s"]:
            told["slowest_s"] = round(took, 3)
            (folder / "slowest").write_bytes(data)
            keep()
        if told["executions"] % 20 == 0:
            keep()

    def note(error: Exception, data: bytes) -> None:
        at = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} in {Path(at.filename).name}:{at.name}"
        if place not in told["crashes"]:
            told["crashes"][place] = str(error)[:200]
            (folder / f"crash-{len(told['crashes'])}").write_bytes(data)
            keep()

    options = [f"-max_total_time={seconds}", f"-seed={seed}", f"-max_len={LARGEST}", f"-timeout={LIMIT:g}"]
    options += ["-rss_limit_mb=3000", f"-artifact_prefix={folder}/", "-print_final_stats=1", str(corpus)]
    gc.freeze()
    atheris.Setup([sys.argv[0], *options], once)
    atheris.Fuzz()


def run(name: str, seconds: int, seed: int, folder: Path) -> dict[str, Any]:
    """Fuzz one target in a process of its own; its figures."""
    command = [sys.executable, __file__, "--work", name, "--seconds", str(seconds), "--seed", str(seed)]
    done = subprocess.run(  # noqa: S603
        [*command, "--folder", str(folder)],
        capture_output=True,
        text=True,
        errors="replace",
        timeout=seconds * 4 + 120,
    )
    (folder / "log").write_text(done.stderr)
    figures: dict[str, Any] = json.loads((folder / "told.json").read_text())
    covered = [
        part for line in done.stderr.splitlines() for part in pairwise(line.split()) if part[0] == "cov:"
    ]
    return figures | {
        "edges": int(covered[-1][1]) if covered else 0,
        "edges_at_first": int(covered[0][1]) if covered else 0,
        "hangs": len(list(folder.glob("timeout-*"))),
        "died": len([*folder.glob("oom-*"), *folder.glob("crash-????????*")]),
    }


def rows_of(found: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The table of the page."""
    yield "| target | executions | refused | edges at first | edges | crashes | hangs | slowest (s) |"
    yield f"|{' --- |' * 8}"
    for name, row in found.items():
        crashes = len(row["crashes"]) + row["died"]
        yield (
            f"| {name} | {row['executions']} | {row['refused']} | {row['edges_at_first']} | {row['edges']} "
            f"| {crashes} | {row['hangs']} | {row['slowest_s']:.2f} |"
        )


def written(report: dict[str, Any], found: dict[str, dict[str, Any]]) -> str:
    """The report as a page."""
    told = "\n".join(f"- {name}: {value}" for name, value in report.items() if name != "targets")
    crashes = [
        f"- {name}: {place}: {said}" for name, row in found.items() for place, said in row["crashes"].items()
    ]
    return (
        "# Fuzzing led by coverage\n\nWanted: no crash, and no input that takes longer than the limit. "
        "Refused is what a reader names as unreadable,\nas it should. Edges are places of Servanda's code, "
        "and of feedparser's; slowest is with their count, which makes all slower.\n\n"
        + "\n".join((*rows_of(found), "", *crashes, told, ""))
    )


def main() -> None:
    """Fuzz all targets, print and record."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--seconds", type=int, default=240)
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--only", choices=TARGETS)
    cli.add_argument("--work", choices=TARGETS, help=argparse.SUPPRESS)
    cli.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = cli.parse_args()
    if given.work:
        work(given.work, given.seconds, given.seed, given.folder)
        return
    names = [given.only] if given.only else list(TARGETS)
    kept = Path(tempfile.mkdtemp(prefix="fuzz-"))
    print(f"Kept in {kept}", flush=True)
    found = {}
    for name in names:
        (kept / name).mkdir()
        found[name] = run(name, given.seconds // len(names), given.seed, kept / name)
        print(name, found[name], flush=True)
    from servanda.settings import Settings

    report = environment(Settings().model) | {"atheris": version("atheris"), "seconds": given.seconds}
    report |= {"limit_in_seconds": LIMIT, "targets": found}
    if given.only is None:
        write_results("fuzz_guided", report, written(report, found))
    if any(row["crashes"] or row["hangs"] or row["died"] for row in found.values()):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
