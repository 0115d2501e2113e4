"""How long a reviewer waits between two facts with 100,000 facts in the ledger.

    python bench/review.py [LEDGER]   a ledger, of which a copy is reviewed; without one, 20,000 documents are
                                      generated (10 minutes)

The server runs as a user starts it. One reviewer without script goes through the queue: each step sends
the form of the page that is shown and opens the page to which the answer leads, so a step is all that lies
between two facts. Every tenth fact is rejected and every tenth corrected; after each of these the desk prints
a new edition in the background, on the same cores. With script the next fact has been fetched before and is
shown at once, so these are upper marks. Server time is what the server says of both requests (Server-Timing);
limit: 200 ms.
Writes bench/results/review.json and review.md.
"""

from __future__ import annotations

import html
import http.client
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from desk import PORT, await_server, figures, generated
from record import environment, write_results
from servanda.ledger import Ledger
from servanda.query.facts import count
from servanda.settings import Settings

STEPS, LIMIT = 300, 200


class Reviewer:
    """A browser without script."""

    def __init__(self) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        self._cookie = ""
        self.server = 0.0

    def get(self, address: str) -> str:
        """The page at the address."""
        return self._ask("GET", address, None)[1]

    def send(self, page: str, ending: str, **more: str) -> str:
        """Sends the form of the page whose address ends so; gives the address to which the answer leads."""
        for action, body in re.findall(
            r'<form method="post" action="([^"]+)"[^>]*>(.*?)</form>', page, re.DOTALL
        ):
            if action.endswith(ending):
                to = more.pop("action", action)
                given = [(name, value) for name, value in values(body) if name not in more]
                return self._ask("POST", to, urlencode([*given, *more.items()]))[0]
        raise SystemExit(f"no form leads to {ending}")

    def _ask(self, method: str, address: str, body: str | None) -> tuple[str, str]:
        headers = {"Cookie": self._cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self._connection.request(method, address, body, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        if answer.status not in (200, 303):
            told = re.findall(r'class="problem"[^>]*>(.*?)</', text, re.DOTALL)
            raise SystemExit(f"{method} {address}: {answer.status} {told}")
        self._cookie = (answer.getheader("set-cookie") or self._cookie).partition(";")[0]
        self.server += float((answer.getheader("server-timing") or "").rpartition("=")[2])
        return answer.getheader("location") or "", text


def values(body: str) -> list[tuple[str, str]]:
    """What a browser would send of a form."""
    found = [
        (n, v)
        for n, v in re.findall(r'<input(?! type="checkbox")[^>]*? name="([^"]+)" value="([^"]*)"', body)
    ]
    found += [("fields", v) for v in re.findall(r'name="fields" value="([^"]+)" checked', body)]
    found += re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>\n(.*?)</textarea>', body, re.DOTALL)
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', body, re.DOTALL):
        chosen = re.findall(r"<option selected>([^<]+)", options) or re.findall(r"<option>([^<]+)", options)
        found.append((name, chosen[0]))
    return [(name, html.unescape(value)) for name, value in found]


def main() -> None:
    """Start the server, review, print and record."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        if len(sys.argv) > 1:
            shutil.copy(sys.argv[1], path)
        else:
            generated(path)
        with Ledger.open(path) as ledger:
            facts = count(ledger)
        program = str(Path(sys.executable).with_name("servanda"))
        server = subprocess.Popen([program, "serve", "--ledger", str(path), "--port", str(PORT)])  # noqa: S603
        try:
            await_server()
            steps = review()
        finally:
            server.terminate()
            server.wait()
    report = environment(Settings().model) | {
        "facts": facts, "limit_ms": LIMIT, "steps": {kind: figures(times) for kind, times in steps.items()},
    }  # fmt: skip
    write_results("review", report, markdown(report))


def review() -> dict[str, list[tuple[float, float]]]:
    """What the server took and what the reviewer waited for each step, in ms, by what was done."""
    reviewer = Reviewer()
    address = "/review/next?reason=overdue"
    page = reviewer.get(address)
    times: dict[str, list[tuple[float, float]]] = {"accept": [], "reject": [], "correct": []}
    for number in range(STEPS):
        what = {0: "reject", 5: "correct"}.get(number % 10, "accept")
        fact = re.search(r'action="/facts/([^"/]+)/accept"', page)
        if fact is None:
            break
        form = page
        if what == "correct":  # opening the form is a step of its own, which changes nothing
            link = re.search(r'href="(/facts/[^"]+/correct[^"]*)"', page)
            form = reviewer.get(html.unescape(link[1])) if link else page
        reviewer.server, started = 0.0, time.perf_counter()
        if what == "correct":
            led = reviewer.send(form, "/correct", modality="hypothetical")
        else:
            led = reviewer.send(form, "/accept", action=f"/facts/{fact[1]}/{what}")
        page = reviewer.get(led)
        times[what].append((reviewer.server, 1000 * (time.perf_counter() - started)))
    return {"all": [each for of in times.values() for each in of], **times}


def markdown(report: dict[str, Any]) -> str:
    """The figures as a page."""
    lines = [
        "# Between two facts",
        "",
        f"`python bench/review.py`: one reviewer goes through the queue of a ledger of {report['facts']:,}",
        "facts; a step is the verdict and the page of the next fact. Milliseconds; server time is what the",
        f"server took for both requests; limit: {report['limit_ms']}. After a rejection or correction a new",
        "edition is printed on the same cores meanwhile. With script the next fact has been fetched before",
        "and is shown at once.",
        "",
        "| step | steps | server median | server p99 | reviewer median | reviewer p99 |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for kind, row in report["steps"].items():
        cells = (row[name] for name in ("pages", "median", "p99", "waited_median", "waited_p99"))
        lines.append(f"| {kind} | " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
