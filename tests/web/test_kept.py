"""Answers that are kept: the same page while nothing has changed, another as soon as something has."""

import re

from servanda.web.kept import Kept


def token_of(page):
    return re.search(r'name="_csrf_token" value="([^"]+)"', page)[1]


def test_what_was_kept_is_given_and_what_is_oldest_goes_first():
    kept = Kept(most_bytes=100)
    for key in "abc":
        kept.keep(key, b"1234567890", "text/html")
    assert kept.get("a") == (b"1234567890", "text/html")
    for key in range(9):
        kept.keep(key, b"1234567890", "text/html")
    assert kept.get("b") is None
    assert kept.get(8) is not None


def test_an_answer_that_would_fill_the_room_is_not_kept():
    kept = Kept(most_bytes=100)
    kept.keep("a", b"x" * 11, "text/html")
    assert kept.get("a") is None


def test_keeping_again_takes_no_more_room():
    kept = Kept(most_bytes=100)
    for _ in range(50):
        kept.keep("a", b"1234567890", "text/html")
    kept.keep("b", b"1234567890", "text/html")
    assert kept.get("a") and kept.get("b")


def test_a_page_is_the_same_until_the_ledger_changes(desk, ledger):
    first = desk.get("/entries").text
    assert desk.get("/entries").text == first
    entry = desk.get("/entries.json").json()["entries"][0]
    for fact in entry["facts"]:
        ledger.reviewing.reject(fact, by="lan")
    changed = desk.get("/entries").text
    assert changed != first
    assert entry["id"] not in changed


def test_an_entry_shows_a_review_at_once(desk, ledger):
    entry = desk.get("/entries.json").json()["entries"][0]
    before = desk.get(f"/entries/{entry['id']}").text
    ledger.reviewing.accept(entry["facts"][0], by="lan")
    after = desk.get(f"/entries/{entry['id']}").text
    assert "accepted by lan" not in before
    assert "accepted by lan" in after


def test_each_browser_gets_the_token_of_its_own_form(log_in):
    client = log_in("reader")
    one = client.get("/entries").text
    client.cookies.clear()
    client = log_in("reader")
    other = client.get("/entries").text
    assert token_of(one) != token_of(other)
    assert token_of(one) not in other
    assert client.submit("/entries", "/logout").status_code == 303


def test_what_one_user_was_shown_is_not_shown_to_another(log_in):
    assert "reader (reader)" in log_in("reader").get("/entries").text
    page = log_in("editor").get("/entries").text
    assert "editor (editor)" in page
    assert "reader (reader)" not in page
