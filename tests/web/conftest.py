"""A desk over the sample documents, as the program reads them, and browsers of each role that ask it."""

import re
import shutil
from datetime import date

import pytest
from litestar.testing import TestClient
from typer.testing import CliRunner

from servanda.cli.main import app as program
from servanda.ledger import Ledger
from servanda.settings import Settings
from servanda.web.app import make_app
from servanda.web.desk import Desk

PASSWORD = "pacta sunt servanda"  # noqa: S105
ROLES = ("reader", "analyst", "editor", "administrator")
TODAY = date(2024, 6, 1)


class Browser(TestClient):
    """A client that sends the forms that it is shown, with their hidden fields."""

    def __init__(self, app, **more):
        super().__init__(app, base_url="http://localhost", **more)

    def submit(self, address, action=None, **values):
        """Opens the page at `address`, fills in its form for `action` and sends it."""
        page = self.get(address).text
        token = re.search(r'name="_csrf_token" value="([^"]+)"', page)
        if token:
            values.setdefault("_csrf_token", token[1])
        return self.post(action or address, data=values, follow_redirects=False)


@pytest.fixture(scope="session")
def read_samples(tmp_path_factory):
    """The path of a ledger of the sample documents."""
    path = tmp_path_factory.mktemp("samples") / "samples.db"
    result = CliRunner().invoke(program, ["demo", "--ledger", str(path)])
    assert result.exit_code == 0, result.output
    return path


@pytest.fixture
def ledger_path(read_samples, tmp_path):
    """A copy of that ledger, to write into."""
    return shutil.copy(read_samples, tmp_path / "ledger.db")


@pytest.fixture
def ledger(ledger_path):
    with Ledger.open(ledger_path) as ledger:
        yield ledger


@pytest.fixture
def browse(ledger, ledger_path):
    """Opens a desk and gives a browser: of one person without account, else with accounts of every role."""
    opened = []

    def browse(local=True, raising=True):
        if not local and not ledger.accounts.all():
            for role in ROLES:
                ledger.accounts.create(role, role, PASSWORD)
        desk = Desk(ledger, Settings(ledger=str(ledger_path)), local=local, today=lambda: TODAY)
        client = Browser(make_app(desk), raise_server_exceptions=raising)
        opened.append((client.__enter__(), desk))
        return client

    yield browse
    for client, desk in opened:
        client.__exit__(None, None, None)
        desk.close()


@pytest.fixture
def desk(browse):
    """The browser of one person who works alone."""
    return browse()


@pytest.fixture
def log_in(browse):
    """Gives a browser in which somebody of a role has logged in."""
    client = browse(local=False)

    def log_in(role):
        client.cookies.clear()
        answer = client.submit("/login", name=role, password=PASSWORD)
        assert answer.status_code == 303, answer.text
        return client

    return log_in


@pytest.fixture
def settings_of(ledger_path):
    """The settings of a desk over the ledger."""
    return Settings(ledger=str(ledger_path))


@pytest.fixture
def conftest_browser():
    """The class of browsers, for a desk over another ledger."""
    return Browser
