#!/usr/bin/env python
"""Takes the pictures of the desk that docs/ shows: the samples, on a phone, a laptop and a wide screen.

.venv/bin/python bin/pictures.py      needs what the tests need, and Chromium
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

import msgspec
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SCREENS = {"phone": (390, 844), "laptop": (1280, 860), "wide": (1760, 1000)}
PROGRAM = str(Path(sys.executable).with_name("servanda"))


def main() -> None:
    """Serve the samples and take the pictures."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("no Chromium is installed (Debian: apt-get install chromium)")
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "samples.db")
        subprocess.run([PROGRAM, "demo", "--ledger", ledger], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        server = subprocess.Popen([PROGRAM, "serve", "--ledger", ledger, "--port", str(port)])  # noqa: S603
        try:
            take(chromium, f"http://127.0.0.1:{port}")
        finally:
            server.terminate()
            server.wait()


def take(chromium: str, address: str) -> None:
    """A picture of each page, and of the relationship on each screen."""
    entries = await_entries(address)
    (a, b), disputed = entries
    pages = {
        "home": "/",
        "relationship": f"/relationships/{a}/{b}",
        "entry": f"/entries/{disputed}",
        "review": "/review/next",
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, path in pages.items():
            for screen, (width, height) in SCREENS.items():
                if screen == "laptop" or name == "relationship":
                    page = browser.new_page(viewport={"width": width, "height": height})
                    page.goto(address + path)
                    told = "" if screen == "laptop" else f"-{screen}"
                    page.screenshot(path=PICTURES / f"desk-{name}{told}.png")
                    page.close()
        browser.close()


def await_entries(address: str) -> tuple[tuple[str, str], str]:
    """The parties of the first relationship, and the id of an entry on which sources differ."""
    for _ in range(120):
        try:
            with urlopen(f"{address}/relationships.json") as answer:  # noqa: S310
                pair = msgspec.json.decode(answer.read())["relationships"][0]["parties"]
            with urlopen(f"{address}/entries.json?disputed=1") as answer:  # noqa: S310
                return tuple(pair), msgspec.json.decode(answer.read())["entries"][0]["id"]
        except OSError:
            time.sleep(1)
    raise SystemExit("the desk did not begin to answer")


if __name__ == "__main__":
    main()
