"""Sites say in robots.txt what programs may read, and they are asked slowly."""

from __future__ import annotations

from typing import Any

import pytest

from servanda.errors import InputError
from servanda.sources.web import fetch
from servanda.sources.web.robots import Robots


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited; nobody waits in fact."""
    slept: list[float] = []
    monkeypatch.setattr(fetch, "sleep", slept.append)
    return slept


def test_what_is_closed_is_not_asked(site: Any, reply: Any, fetcher: Any) -> None:
    site.answers |= {
        "/robots.txt": reply(200, b"User-agent: servanda\nDisallow: /private\n"),
        "/open": reply(302, Location="/private/a"),
    }
    asking = fetcher()
    for path in ("/private/a", "/open"):
        with pytest.raises(InputError, match=r"robots\.txt asks programs not to read it"):
            asking.get(site.url + path, 100)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/open"]


def test_rules_for_others_do_not_hold(site: Any, reply: Any, fetcher: Any) -> None:
    site.answers |= {
        "/robots.txt": reply(200, b"User-agent: badbot\nDisallow: /\n"),
        "/a": reply(200, b"They met."),
    }
    assert fetcher().get(f"{site.url}/a", 100)[1] == b"They met."


@pytest.mark.parametrize(("status", "may"), [(404, True), (403, True), (500, False), (503, False)])
def test_a_site_without_rules_is_open_and_one_in_trouble_is_left_alone(
    site: Any, reply: Any, fetcher: Any, status: int, may: bool
) -> None:
    site.answers |= {"/robots.txt": reply(status), "/a": reply(200, b"They met.")}
    if may:
        assert fetcher().get(f"{site.url}/a", 100)[1] == b"They met."
    else:
        with pytest.raises(InputError, match=rf"robots\.txt answers {status}"):
            fetcher().get(f"{site.url}/a", 100)
    assert site.paths == ["/a"] * may


def test_rules_without_end_are_read_as_far_as_the_standard_asks(site: Any, reply: Any, fetcher: Any) -> None:
    rules = b"User-agent: *\nDisallow: /x\n" + b"# nothing\n" * (Robots.MOST // 10) + b"Disallow: /\n"
    site.answers |= {"/robots.txt": reply(200, rules), "/a": reply(200, b"They met.")}
    assert fetcher().get(f"{site.url}/a", 100)[1] == b"They met."


def test_two_requests_to_one_host_stand_apart(site: Any, reply: Any, fetcher: Any, naps: list[float]) -> None:
    site.answers["/a"] = reply(200, b"They met.")
    asking = fetcher(delay=3)
    asking.get(f"{site.url}/a", 100)
    assert naps == []
    asking.get(f"{site.url}/a", 100)
    assert naps == [pytest.approx(3, abs=1)]


def test_a_site_can_ask_for_more_time_but_not_for_ever(
    site: Any, reply: Any, fetcher: Any, naps: list[float]
) -> None:
    site.answers |= {
        "/robots.txt": reply(200, b"User-agent: *\nCrawl-delay: 86400\n"),
        "/a": reply(200, b"They met."),
    }
    asking = fetcher(delay=1)
    for _ in range(2):
        asking.get(f"{site.url}/a", 100)
    assert naps == [pytest.approx(60, abs=1)]
