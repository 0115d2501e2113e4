"""The programme of a year on pages: built from the ledger and completed by hand."""

import csv
import io

import pytest
from icalendar import Calendar

TODAY = "2024-06-01"
HOSTILE = "<script>alert(1)</script>\u202e"


@pytest.fixture
def pair(desk):
    (first, *_) = desk.get("/relationships.json").json()["relationships"]
    return "/".join(first["parties"])


@pytest.fixture
def line(desk, pair):
    """A line of a programme with its year."""
    rows = desk.get(f"/relationships/{pair}.json").json()["entries"]
    for year in sorted({row["first_day"][:4] for row in rows if row.get("first_day")}):
        lines = desk.get(f"/relationships/{pair}/programme.json?year={year}").json()["lines"]
        if lines:
            return year, lines[0]["entry"]["id"]
    raise AssertionError("no year has a programme")


def assign(browser, entry, **values):
    return browser.submit(f"/entries/{entry}/assign", **values)


def after_of(browser, entry):
    assignment = browser.get(f"/entries/{entry}/assign.json").json()["assignment"]
    return assignment["number"] if assignment else 0


def test_a_line_is_completed_by_hand_and_shown_wherever_it_stands(desk, pair, line):
    year, entry = line
    answer = assign(
        desk, entry, office="Policy", person=HOSTILE, due="2024-07-01", budget="Title 5", amount="250,000.50",
        currency="eur", note="ask again", after="0", next=f"/relationships/{pair}/programme?year={year}",
    )  # fmt: skip
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/relationships/{pair}/programme?year={year}"
    page = desk.get(answer.headers["location"]).text
    assert "Policy, &lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert "Title 5" in page
    table = desk.get(f"/relationships/{pair}/programme.csv?year={year}").text
    row = next(row for row in csv.DictReader(io.StringIO(table)) if row["entry"] == entry)
    assert (row["office"], row["budget"], row["currency"]) == ("Policy", "Title 5", "EUR")
    own = desk.get(f"/entries/{entry}").text
    assert "Policy, &lt;script&gt;alert(1)&lt;/script&gt;, due 1 July 2024" in own
    listed = desk.get("/assignments.json").json()["assignments"]
    assert [each["details"]["office"] for each in listed] == ["Policy"]
    assert desk.get("/assignments.json?office=logistics").json()["assignments"] == []


def test_emptying_all_takes_it_back(desk, line):
    _, entry = line
    assign(desk, entry, office="Policy", after="0")
    assign(desk, entry, office="", after=str(after_of(desk, entry)))
    assert desk.get("/assignments.json").json()["assignments"] == []


def test_of_two_people_at_once_the_second_is_told(desk, line):
    _, entry = line
    assert assign(desk, entry, office="Policy", after="0").status_code == 303
    answer = assign(desk, entry, office="Logistics", after="0")
    assert answer.status_code == 409
    assert desk.get("/assignments.json").json()["assignments"][0]["details"]["office"] == "Policy"


@pytest.mark.parametrize(
    "values",
    [
        {"due": "soon"},
        {"amount": "much"},
        {"amount": "nan", "currency": "EUR"},
        {"amount": "-1", "currency": "EUR"},
        {"amount": "5"},
        {"amount": "5", "currency": "€"},
        {"note": "x" * 2001},
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(desk, line, values):
    assert assign(desk, line[1], after="0", **values).status_code == 400
    assert desk.get("/assignments.json").json()["assignments"] == []


def test_the_form_leads_nowhere_else(desk, line):
    _, entry = line
    for address in ("https://elsewhere.example/", "//elsewhere.example/", "/relationships/\\x", "/logout"):
        answer = assign(desk, entry, office="Policy", after=str(after_of(desk, entry)), next=address)
        assert answer.headers["location"] == f"/entries/{entry}"


@pytest.mark.parametrize("role", ["reader", "analyst"])
def test_only_editors_assign(log_in, role):
    browser = log_in(role)
    entry = browser.get("/entries.json").json()["entries"][0]["id"]
    assert browser.get(f"/entries/{entry}/assign").status_code == 403
    assert f"{entry}/assign" not in browser.get(f"/entries/{entry}").text


@pytest.mark.parametrize("year", ["soon", "0000", "20245", "-1"])
def test_a_year_is_a_year(desk, pair, year):
    assert desk.get(f"/relationships/{pair}/programme?year={year}").status_code == 400


def test_a_year_without_anything_says_so(desk, pair):
    page = desk.get(f"/relationships/{pair}/programme?year=1901")
    assert page.status_code == 200
    assert "Nothing is planned" in page.text
    assert desk.get("/relationships/FR/ZZ/programme").status_code == 404


def test_the_calendar_holds_what_waits_and_the_days_that_were_assigned(desk, pair):
    entries = desk.get(f"/relationships/{pair}.json").json()["entries"]
    open_one = next(e for e in entries if e.get("status") in ("open", "planned", "overdue", "no report"))
    assign(desk, open_one["id"], office="Policy", due="2024-07-01", after="0")
    answer = desk.get(f"/feeds/{pair}.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    events = {str(e["uid"]): e for e in Calendar.from_ical(answer.content).walk("VEVENT")}
    waiting = {f"{e['id']}@servanda" for e in entries if e.get("waiting")}
    assert events.keys() == waiting | {f"{open_one['id']}-assigned@servanda"}
    mine = events[f"{open_one['id']}-assigned@servanda"]
    assert mine["dtstart"].dt.isoformat() == "2024-07-01"
    assert str(mine["summary"]).startswith("Reminder: ")
    assert "assigned: Policy" in str(mine["description"])
    assert [str(alarm["action"]) for alarm in mine.walk("VALARM")] == ["DISPLAY"]
    assert [uid for uid, event in events.items() if event.walk("VALARM")] == [
        uid for uid in events if uid.startswith(open_one["id"])
    ]
    moved = desk.get(f"/download/calendar/{pair}.ics", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (301, f"/feeds/{pair}.ics")
    assert desk.get(f"/download/calendar/{pair}.ics").content == answer.content
    assert desk.get(f"/download/calendar/{pair}").status_code == 404
