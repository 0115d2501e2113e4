"""How long pages take with 100,000 facts in the ledger and 20 clients that ask without a pause.

    python bench/desk.py [LEDGER]   a ledger to ask; without one, 20,000 documents are generated (10 minutes)

The server runs as a user starts it (`servanda serve`), in a process of its own; the clients are threads of
this one, which takes from the same two cores. Each client asks for pages in a random order: filtered lists,
relationships, entries, documents, people, of which most are asked for once and so come from no store of kept
answers. Two times are told: what the server says it took (Server-Timing), and what the client waited. Limits:
server time median 100 ms, 99th percentile 400 ms. Writes bench/results/desk.json and desk.md.
"""

from __future__ import annotations

import http.client
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from growth import fill, generate
from record import environment, write_results
from servanda.ledger import Ledger
from servanda.query.facts import count
from servanda.settings import Settings

CLIENTS, SECONDS, PORT, DOCUMENTS, SEED = 20, 20, 8791, 20_000, 7
LIMITS = {"median": 100, "p99": 400}


def main() -> None:
    """Start the server, ask it, print and record."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else generated(Path(folder) / "ledger.db")
        with Ledger.open(path) as ledger:
            facts = count(ledger)
        command = [
            str(Path(sys.executable).with_name("servanda")),
            "serve",
            "--ledger",
            str(path),
            "--port",
            str(PORT),
        ]
        server = subprocess.Popen(command)  # noqa: S603
        try:
            started = time.perf_counter()
            await_server()
            ready = time.perf_counter() - started
            asked = ask(addresses(random.Random(SEED)))  # noqa: S311
        finally:
            server.terminate()
            server.wait()
    kinds = {kind: figures(times) for kind, times in sorted(asked.items())}
    everything = figures([each for times in asked.values() for each in times])
    report = environment(Settings().model) | {
        "facts": facts, "clients": CLIENTS, "seconds": SECONDS, "ready_s": round(ready, 1),
        "all": everything, "kinds": kinds, "limits_ms": LIMITS,
    }  # fmt: skip
    write_results("desk", report, markdown(report))


def generated(path: Path) -> Path:
    """A ledger of generated documents, linked."""
    with Ledger.open(path, create=True) as ledger:
        fill(ledger, generate(DOCUMENTS, SEED, "wide"))
        for _ in ledger.link():
            pass
    return path


def await_server() -> None:
    """Until the server answers; it prints the first edition before it listens."""
    for _ in range(600):
        try:
            get("/fields")
        except OSError:
            time.sleep(1)
        else:
            return
    raise SystemExit("the server did not begin to answer within ten minutes")


def addresses(chance: random.Random) -> list[tuple[str, str]]:
    """Addresses by the kind of page, in a random order."""
    import msgspec

    def data(address: str) -> Any:
        return msgspec.json.decode(get(address)[1])

    entries = [
        e["id"] for page in range(1, 9) for e in data(f"/entries.json?size=500&page={page}")["entries"]
    ]
    pairs = [r["parties"] for r in data("/relationships.json?size=500")["relationships"]]
    documents = [
        d["id"] for page in (1, 2) for d in data(f"/documents.json?size=500&page={page}")["documents"]
    ]
    people = [p["person"]["id"] for p in data("/people.json?size=500")["people"]]
    fields = [f["field"] for f in data("/fields.json")]
    found = [("home", "/")] * 40
    found += [("entry", f"/entries/{id_}") for id_ in chance.sample(entries, min(3000, len(entries)))]
    found += [("document", f"/documents/{id_}") for id_ in documents]
    found += [("person", f"/people/{id_}") for id_ in people]
    found += [("relationship", f"/relationships/{a}/{b}") for a, b in pairs]
    found += [("list", f"/entries?field={f}&page={n}") for f in fields for n in range(1, 20)]
    found += [
        ("list", f"/entries?kind={k}&party={a}") for k in ("engagement", "commitment") for a, _ in pairs
    ]
    found += [("calendar", f"/due?page={n}") for n in range(1, 30)]
    found += [("search", f"/search?q={f}") for f in fields]
    chance.shuffle(found)
    return found


def ask(wanted: list[tuple[str, str]]) -> dict[str, list[tuple[float, float]]]:
    """What the server says and what the client waited, in ms, by kind of page."""
    times: dict[str, list[tuple[float, float]]] = defaultdict(list)
    lock, end = threading.Lock(), time.perf_counter() + SECONDS

    def client(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        at = number * len(wanted) // CLIENTS
        while time.perf_counter() < end:
            kind, address = wanted[at % len(wanted)]
            at += 1
            started = time.perf_counter()
            connection.request("GET", address)
            answer = connection.getresponse()
            answer.read()
            waited = 1000 * (time.perf_counter() - started)
            if answer.status != 200:
                raise SystemExit(f"{address}: {answer.status}")
            told = float((answer.getheader("server-timing") or "").rpartition("=")[2])
            with lock:
                times[kind].append((told, waited))

    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def get(address: str) -> tuple[int, bytes]:
    """Status and body."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)
    connection.request("GET", address)
    answer = connection.getresponse()
    return answer.status, answer.read()


def figures(times: list[tuple[float, float]]) -> dict[str, float]:
    """Number, median and 99th percentile of the server's times and of the clients', in ms."""
    server, waited = (sorted(each[n] for each in times) for n in (0, 1))
    last = min(len(times) - 1, int(0.99 * len(times)))
    return {
        "pages": len(times),
        "median": round(statistics.median(server), 1),
        "p99": round(server[last], 1),
        "waited_median": round(statistics.median(waited), 1),
        "waited_p99": round(waited[last], 1),
    }


def markdown(report: dict[str, Any]) -> str:
    """The figures as a page."""
    lines = [
        "# Pages of the desk under load",
        "",
        f"`python bench/desk.py`: {report['facts']:,} facts, {CLIENTS} clients without a pause for {SECONDS}",
        "seconds, on the same two cores as the server. Milliseconds; server time is what the server took",
        f"until the answer began; limits: median {LIMITS['median']}, 99th percentile {LIMITS['p99']}.",
        f"The first edition was printed and served after {report['ready_s']} s.",
        "",
        "| page | asked | server median | server p99 | client median | client p99 |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for kind, row in [("all", report["all"]), *report["kinds"].items()]:
        cells = (row[name] for name in ("pages", "median", "p99", "waited_median", "waited_p99"))
        lines.append(f"| {kind} | " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
