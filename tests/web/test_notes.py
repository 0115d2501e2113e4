"""A note is a document with its author and time as its origin; it is read as any other."""

import time

import pytest

NOTE = (
    "Japan's Defence Minister told us by telephone on 28 May 2024 that Japan will provide two patrol vessels "
    "to the Philippines by the end of 2025."
)


def written(browser, **values):
    """The document of a note, once it has been read."""
    answer = browser.submit("/notes/new", **values)
    assert answer.status_code == 303, answer.text
    address, until = answer.headers["location"], time.monotonic() + 90
    while address.startswith("/import/"):
        report = browser.get(f"{address}.json").json()
        if report["taken"]:
            address = f"/documents/{report['taken'][0]['document']}"
        assert time.monotonic() < until
        time.sleep(0.2)
    return browser.get(f"{address}.json").json()


def test_a_note_is_a_document_of_its_author_and_its_facts_are_read(log_in):
    browser = log_in("analyst")
    found = written(browser, title="Call <b>Tokyo</b>", day="2024-05-28", text=NOTE)
    document = found["document"]
    assert document["text"] == NOTE
    assert document["author"] == "analyst"
    assert document["origin"].startswith("notes/2")
    assert document["origin"].endswith("/analyst")
    assert (document["title"], document["published"]) == ("Call <b>Tokyo</b>", "2024-05-28")
    assert found["facts"]
    assert "Call &lt;b&gt;Tokyo&lt;/b&gt;" in browser.get("/documents").text


def test_two_notes_of_one_title_are_two_documents(desk):
    one = written(desk, title="Call", text="The ministers met in Manila on 3 May 2024.")
    other = written(desk, title="Call", text="The ministers met in Tokyo on 9 May 2024.")
    assert one["document"]["sha256"] != other["document"]["sha256"]
    texts = {each["name"] for each in desk.get("/documents.json?size=500").json()["documents"]}
    assert "note-call" in texts
    assert len(other["versions"]) == 1


@pytest.mark.parametrize("values", [{"text": ""}, {"text": " \r\n "}, {"text": "x", "day": "soon"}])
def test_what_makes_no_sense_is_refused(desk, values):
    assert desk.submit("/notes/new", title="Call", **values).status_code == 400


def test_readers_write_no_notes(log_in):
    assert log_in("reader").get("/notes/new").status_code == 403
