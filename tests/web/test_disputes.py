"""Two readers of one fact who differ: shown with who said what, and settled by an editor."""

import pytest


@pytest.fixture
def disputed(log_in, ledger):
    """The id of a fact that the analyst accepted and an editor of the ledger rejected."""
    entry = log_in("reader").get("/entries.json?kind=engagement").json()["entries"][0]
    fact = entry["facts"][0]
    ledger.reviewing.accept(fact, by="analyst", why="as the text says")
    ledger.reviewing.reject(fact, by="Nam", why="it is a plan")
    return fact


def decide(browser, fact, what, seen):
    return browser.submit(f"/facts/{fact}", f"/facts/{fact}/{what}", after=str(seen), next="/review")


def test_everybody_sees_who_said_what(log_in, disputed):
    page = log_in("reader").get(f"/facts/{disputed}").text
    assert "analyst accepted it, Nam rejected it" in page
    assert "as the text says" in page
    assert "it is a plan" in page
    assert log_in("reader").get(f"/facts/{disputed}.json").json()["dispute"]["other"]["by"] == "Nam"


def test_it_waits_for_editors_before_all_else(log_in, disputed):
    editor = log_in("editor")
    rows = editor.get("/review.json").json()
    assert (rows[0]["reason"], rows[0]["fact"]) == ("disagree", disputed)
    assert [row["fact"] for row in editor.get("/review.json?reason=disagree").json()] == [disputed]
    assert "Reviewers disagree" in editor.get("/").text
    page = editor.get("/review/next").text
    assert "Reviewers disagree" in page
    assert "Nam" in page
    assert "disagree" not in {row["reason"] for row in log_in("analyst").get("/review.json").json()}


def test_an_editor_settles_it(log_in, ledger, disputed):
    seen = ledger.reviewing.of(disputed)[-1].number
    assert decide(log_in("editor"), disputed, "accept", seen).status_code == 303
    page = log_in("reader").get(f"/facts/{disputed}").text
    assert "reviewers differ" not in page
    assert log_in("editor").get("/review.json?reason=disagree").json() == []
    assert disputed in {f for e in log_in("reader").get("/entries.json?size=500").json()["entries"]
                        for f in e["facts"]}  # fmt: skip


def test_an_analyst_can_agree_and_nothing_else(log_in, ledger, disputed):
    seen = ledger.reviewing.of(disputed)[-1].number
    analyst = log_in("analyst")
    refused = decide(analyst, disputed, "accept", seen)
    assert refused.status_code == 403
    assert "an editor settles it" in refused.text
    assert len(ledger.reviewing.of(disputed)) == 2
    assert decide(analyst, disputed, "reject", seen).status_code == 303
    assert "reviewers differ" not in analyst.get(f"/facts/{disputed}").text


def test_kappa_counts_the_verdicts_of_the_two_as_ever(log_in, ledger, disputed):
    before = log_in("reader").get("/reviews.json").json()["agreement"]
    decide(log_in("editor"), disputed, "accept", ledger.reviewing.of(disputed)[-1].number)
    after = [
        each for each in log_in("reader").get("/reviews.json").json()["agreement"]
        if {each["one"], each["other"]} == {"analyst", "Nam"}
    ]  # fmt: skip
    assert after == before
