"""Helpers make pages of a large ledger in processes of their own: the same pages as the server makes."""

import os
import signal
import time
from datetime import date

import pytest

from servanda.query.edition import keeper
from servanda.settings import DeskSettings, Settings
from servanda.web.access import User
from servanda.web.app import make_app
from servanda.web.desk import Desk
from servanda.web.helpers import Helpers
from servanda.web.helping import PLACEHOLDER, Work

TODAY = date(2024, 6, 1)
ASKED = {
    "type": "http",
    "method": "GET",
    "scheme": "http",
    "server": ("localhost", 80),
    "query_string": b"",
    "headers": [],
    "root_path": "",
}


def settings_of(ledger, helpers):
    return Settings(ledger=ledger.name, desk=DeskSettings(helpers=helpers))


def patiently(ask, seconds=60):
    """What `ask` answers as soon as it answers anything."""
    until = time.monotonic() + seconds
    while (answer := ask()) is None and time.monotonic() < until:
        time.sleep(0.05)
    return answer


@pytest.fixture
def large(monkeypatch):
    monkeypatch.setattr(keeper, "SMALL", 0)


@pytest.fixture
def desk(ledger, large):
    with Desk(ledger, settings_of(ledger, 1), local=True, today=lambda: TODAY) as desk:
        desk.edition()
        yield desk


@pytest.fixture
def helpers_of(desk):
    made = []

    def make(number):
        made.append(Helpers(number, desk.settings, local=True))
        return made[-1]

    yield make
    for helpers in made:
        helpers.close()


def work(desk, handler, path, **given):
    user = User(name="Lan", role="editor")
    asked = ASKED | {"path": path, "raw_path": path.encode()}
    edition = (desk.edition().path, False)
    return Work(handler=handler, asked=asked, given=given, user=user, edition=edition, today=TODAY)


ENTRY = ("servanda.web.pages.entries", "entry")
LIST = ("servanda.web.pages.entries", "index")


def test_a_page_is_made_with_something_in_the_place_of_the_token(desk, helpers_of):
    helpers = helpers_of(1)
    entry = desk.edition().entries().items[0].id
    asked = work(desk, ENTRY, f"/entries/{entry}", given=entry)
    body, media_type = patiently(lambda: helpers.answer(asked))
    assert media_type == "text/html"
    assert f'value="{PLACEHOLDER}"'.encode() in body
    assert entry.encode() in body


@pytest.mark.parametrize("given", ["ffffffff", "entry-"])
def test_what_is_no_plain_page_is_left_to_the_server(desk, helpers_of, given):
    helpers = helpers_of(1)
    assert patiently(lambda: helpers.answer(work(desk, LIST, "/entries")))
    assert helpers.answer(work(desk, ENTRY, f"/entries/{given}", given=given)) is None
    person = desk.edition().people().items[0].person.id
    assert helpers.answer(work(desk, ENTRY, f"/entries/{person}", given=person)) is None, "elsewhere"
    assert helpers.answer(work(desk, LIST, "/entries")), "it goes on"


def test_one_that_dies_is_replaced_and_nobody_notices(desk, helpers_of):
    helpers = helpers_of(1)
    asked = work(desk, LIST, "/entries")
    before = patiently(lambda: helpers.answer(asked))
    (helper,) = helpers._all
    os.kill(helper.process.pid, signal.SIGKILL)
    helper.process.join()
    assert helpers.answer(asked) is None
    assert patiently(lambda: helpers.answer(asked)) == before
    assert helpers._all[0].process.pid != helper.process.pid


def test_none_is_left_when_the_desk_is_closed(desk, helpers_of):
    helpers = helpers_of(2)
    asked = work(desk, LIST, "/entries")
    patiently(lambda: helpers.answer(asked))
    processes = [helper.process for helper in helpers._all]
    helpers.close()
    assert processes
    assert not any(process.is_alive() for process in processes)
    assert helpers.answer(asked) is None


def test_what_cannot_be_started_is_given_up(ledger):
    helpers = Helpers(1, Settings(ledger="there/is/none.db"), local=True)
    nothing = Work(handler=LIST, asked=ASKED, given={}, user=None, edition=("", False), today=TODAY)
    assert helpers.answer(nothing) is None
    patiently(lambda: (not helpers._all and helpers._lost > 1) or None)
    assert helpers._lost > 1
    helpers.close()


def test_the_desk_shows_the_same_pages_with_helpers_and_without(ledger, desk, conftest_browser):
    entry = desk.edition().entries().items[0]
    a, b = desk.edition().relationships().items[0].parties
    document = desk.edition().documents().items[0].id
    addresses = (
        "/",
        "/entries?kind=engagement&size=3",
        "/entries.json",
        "/entries.csv",
        f"/entries/{entry.id}",
        f"/entries/{entry.facts[0]}.json",
        f"/relationships/{a}/{b}",
        f"/relationships/{a}/{b}?as_of=2020-01-01",
        f"/documents/{document}",
        "/people",
        "/search?q=defence",
        "/entries/entry-ffffffffffff",
        "/due",
        "/changes?since=2020-01-01",
    )
    shown = []
    for number in (0, 1):
        settings = settings_of(ledger, number)
        with (
            Desk(ledger, settings, local=True, today=lambda: TODAY) as opened,
            conftest_browser(app := make_app(opened)) as browser,
        ):
            browser.get("/")
            if number:
                helpers = app._app._app._app.state.helpers
                patiently(lambda: helpers.answer(work(opened, LIST, "/entries")))  # noqa: B023
            token = browser.cookies["servanda_csrf"]
            answers = [browser.get(address) for address in addresses]
            shown.append([(each.status_code, each.text.replace(token, "token")) for each in answers])
    assert PLACEHOLDER not in "".join(text for _, text in shown[1])
    for address, alone, helped in zip(addresses, *shown, strict=True):
        assert alone == helped, address


def test_what_may_take_long_is_never_handed_to_a_helper(desk, conftest_browser, monkeypatch):
    handed = []
    monkeypatch.setattr(Helpers, "answer", lambda _, asked: handed.append(asked.asked["path"]))
    with conftest_browser(make_app(desk)) as browser:
        for address in ("/changes", "/changes?since=2020-01-01", "/people?as_of=2020-01-01", "/entries.csv"):
            assert browser.get(address).status_code == 200
        assert handed == []
        assert browser.get("/people").status_code == 200
    assert handed == ["/people"]
