"""A desk that is served over HTTP, and a real browser (Debian's Chromium) that asks it."""

import shutil
import socket
import threading
import time
from datetime import date

import pytest
import uvicorn
from playwright.sync_api import sync_playwright
from typer.testing import CliRunner

from servanda.cli.main import app as program
from servanda.ledger import Ledger
from servanda.settings import Settings
from servanda.web.app import make_app
from servanda.web.desk import Desk

TODAY = date(2024, 6, 1)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def read_samples(tmp_path_factory):
    """The path of a ledger of the sample documents."""
    path = tmp_path_factory.mktemp("samples") / "samples.db"
    result = CliRunner().invoke(program, ["demo", "--ledger", str(path)])
    assert result.exit_code == 0, result.output
    return path


class Served:
    """A desk at an address of this machine."""

    def __init__(self, path):
        self.path = path
        self.ledger = Ledger.open(path, create=True)
        self.desk = Desk(self.ledger, Settings(ledger=str(path)), local=True, today=lambda: TODAY)
        self._socket = socket.create_server(("127.0.0.1", 0))
        host = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self.address = f"http://{host}"
        self._server = uvicorn.Server(uvicorn.Config(make_app(self.desk, hosts=(host,)), log_level="warning"))
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), daemon=True)

    def __enter__(self):
        self._thread.start()
        while not self._server.started:
            time.sleep(0.02)
        return self

    def __exit__(self, *_):
        self._server.should_exit = True
        self._thread.join()
        self.desk.close()
        self.ledger.close()


@pytest.fixture(scope="module")
def served(read_samples, tmp_path_factory):
    """A desk over a copy of the samples, for all tests of a module."""
    with Served(shutil.copy(read_samples, tmp_path_factory.mktemp("desk") / "ledger.db")) as served:
        yield served


@pytest.fixture(scope="module")
def empty_desk(tmp_path_factory):
    """A desk into whose ledger nothing has been read."""
    with Served(tmp_path_factory.mktemp("desk") / "ledger.db") as served:
        yield served


class Window:
    """A window of the browser that notes what goes wrong in it: errors of the console, requests elsewhere."""

    def __init__(self, page, address):
        self.page, self.address = page, address
        self.wrong = []
        page.on("console", lambda said: self._note(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(address) else self._note(asked.url))

    def _note(self, problem):
        self.wrong.append(f"{self.page.url}: {problem}")

    def open(self, path):
        answer = self.page.goto(self.address + path)
        assert answer.status == 200, f"{path}: {answer.status}"
        return self.page


@pytest.fixture
def window(chromium, request):
    """Opens windows on a desk; the test fails where anything went wrong in one of them."""
    opened = []

    def window(served, **look):
        context = chromium.new_context(**look)
        made = Window(context.new_page(), served.address)
        opened.append((context, made))
        return made

    yield window
    wrong = [problem for _, each in opened for problem in each.wrong]
    for context, _ in opened:
        context.close()
    assert wrong == []
