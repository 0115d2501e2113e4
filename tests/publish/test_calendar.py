"""The calendar: what is to come and what is overdue, as any calendar program reads it."""

import io
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import pytest
from icalendar import Calendar

from servanda.ledger import Ledger
from servanda.ledger.assigning import Details
from servanda.model.document import Document
from servanda.model.facts import Commitment, Engagement, Instrument
from servanda.publish.calendar import appointments, write_calendar
from servanda.query.book import open_book
from servanda.query.entries import entries
from servanda.query.filters import EVERYTHING

TODAY = date(2023, 6, 1)
STAMP = datetime(2023, 5, 31, 8, 30, tzinfo=UTC)
BOTH = ("JP", "PH")
VISIT = "Prime Minister Kishida will visit Manila from November 3 to 4"
SHIPS = "Japan pledged to deliver two patrol ships"
PACT = "The two sides expect to sign a Reciprocal Access Agreement"


class Desk:
    """Keeps a ledger of one fact a document, and writes its calendar."""

    def __init__(self, ledger):
        self.ledger = ledger
        self.run = ledger.begin_read("rules 1")

    def add(self, kind, quote, **properties):
        known = {name: properties.pop(name, None) for name in ("name", "published", "publisher", "url")}
        known["title"] = properties.pop("headline", None)
        known = {"name": f"doc-{quote[:20]}", "published": "2023-05-01"} | {
            k: v for k, v in known.items() if v
        }
        data = quote.encode()
        document = Document(origin=known["name"], text=quote, sha256=sha256(data).hexdigest(), **known)
        span = document.span(0, len(quote))
        fact = kind(document=document.name, source=document.id, evidence=(span,), **properties)
        self.run.add(document, data, [fact])

    def visit(self, when, status="planned", quote=VISIT, **more):
        more = {"parties": BOTH, "country": "PH", "participants": ("Fumio Kishida",)} | more
        self.add(Engagement, quote, type="visit", status=status, date=when, **more)

    def promise(self, due, quote=SHIPS, **more):
        more = {"act": "pledge", "content": "deliver two patrol ships", "speaker": ("JP",)} | more
        self.add(Commitment, quote, addressee=("PH",), due=due, **more)

    def text(self, when, action="planned", quote=PACT):
        title = "Reciprocal Access Agreement"
        self.add(Instrument, quote, type="agreement", action=action, title=title, parties=BOTH, date=when)

    def written(self, today=TODAY, filters=EVERYTHING):
        """The bytes of the calendar."""
        list(self.ledger.link())
        book, out = open_book(self.ledger), io.BytesIO()
        views = entries(self.ledger, book, today, filters)
        items = appointments(book, views, today, self.ledger.assigning.standing())
        assert write_calendar(items, STAMP, out) == len(items)
        return out.getvalue()

    def events(self, today=TODAY):
        """The events, as the library of calendar programs reads them."""
        return Calendar.from_ical(self.written(today)).walk("VEVENT")


@pytest.fixture
def desk(tmp_path):
    with Ledger.open(tmp_path / "ledger.db", create=True) as ledger:
        yield Desk(ledger)


def days(event):
    return event["dtstart"].dt, event["dtend"].dt


def test_a_planned_visit_lasts_over_its_days_and_the_day_after_is_free(desk):
    desk.visit("2023-11-03/2023-11-04")
    (event,) = desk.events()
    assert days(event) == (date(2023, 11, 3), date(2023, 11, 5))
    assert event["status"] == "TENTATIVE"
    assert event["categories"].cats == ["engagement"]
    assert event["summary"].startswith("visit of Fumio Kishida to ")
    assert event["summary"].endswith("Philippines (Japan, Philippines)")


def test_what_is_known_by_day_is_put_on_it(desk):
    desk.promise("2023-12-15")
    (event,) = desk.events()
    assert days(event) == (date(2023, 12, 15), date(2023, 12, 16))
    assert event["summary"] == "pledge: deliver two patrol ships (Japan, Philippines)"


@pytest.mark.parametrize(
    ("due", "day", "says"),
    [
        ("2023", date(2023, 12, 31), "due by end of 2023"),
        ("2023-09", date(2023, 9, 30), "due by end of September 2023"),
        ("2023-34", date(2023, 6, 30), "due by end of June 2023"),
        ("2023-09/2024-02", date(2024, 2, 29), "due by end of February 2024"),
        ("../2023-09-14", date(2023, 9, 14), "due by 2023-09-14"),
        ("202X", date(2029, 12, 31), "due by end of December 2029"),
    ],
)
def test_what_is_known_less_finely_is_put_on_its_last_day_and_says_so(desk, due, day, says):
    desk.promise(due)
    (event,) = desk.events()
    assert days(event) == (day, day + timedelta(days=1))
    assert event["summary"] == f"pledge: deliver two patrol ships (Japan, Philippines), {says}"


def test_a_plan_is_planned_and_not_due(desk):
    desk.text("2024")
    (event,) = desk.events()
    assert event["summary"].endswith("planned by end of 2024")
    assert event["categories"].cats == ["instrument"]


def test_what_is_overdue_stays_in_it_and_is_marked(desk):
    desk.promise("2023-12-15")
    (event,) = desk.events(date(2024, 6, 1))
    assert event["summary"].endswith(", overdue")
    assert event["description"].startswith("overdue: it was due by 2023-12-15")


@pytest.mark.parametrize("when", [None, "XXXX-11-03", "2023-11-03/..", "9999-12-31"])
def test_what_has_no_last_day_is_left_out(desk, when):
    desk.visit(when)
    assert desk.events() == []


def test_what_was_held_or_signed_is_left_out(desk):
    desk.visit("2023-02-08/2023-02-12", status="held")
    desk.text("2023-02-09", action="signed")
    assert desk.events() == []


def test_what_was_called_off_is_taken_out_of_calendars_up_to_its_day(desk):
    desk.visit("2023-11-03/2023-11-04")
    off = "Prime Minister Kishida has cancelled his visit to Manila"
    desk.visit("2023-11-03/2023-11-04", "cancelled", off, published="2023-05-20")
    (event,) = desk.events()
    assert event["status"] == "CANCELLED"
    assert event["summary"].endswith(", cancelled")
    assert desk.events(date(2023, 11, 5)) == []


def test_the_description_holds_status_quotation_document_and_address(desk):
    url = "https://pna.example/articles/1?x=1;y=2"
    desk.promise("2023-12-15", headline="Kishida, in Manila", publisher="News agency", url=url)
    (event,) = desk.events()
    assert event["description"].split("\n") == [
        "open: it is due by 2023-12-15",
        "",
        f"“{SHIPS}”",
        f"Kishida, in Manila, News agency, 2023-05-01, {url}",
        "",
        event["uid"].removesuffix("@servanda"),
    ]
    assert event["url"] == url


def test_an_entry_of_two_documents_is_one_event_with_both_quotations(desk):
    desk.visit("2023-11-03/2023-11-04", headline="One")
    again = "Fumio Kishida is to visit the Philippines from November 3 to 4"
    desk.visit("2023-11-03/2023-11-04", quote=again, headline="Two", published="2023-05-02")
    (event,) = desk.events()
    assert VISIT in event["description"]
    assert again in event["description"]


def test_the_same_ledger_gives_the_same_file(desk):
    desk.promise("2023-12-15")
    desk.visit("2023-11-03/2023-11-04")
    assert desk.written() == desk.written()
    stamps = {event["dtstamp"].dt for event in desk.events()}
    assert stamps == {STAMP}


def test_events_are_in_the_order_of_their_last_days(desk):
    desk.promise("2023-12-15")
    desk.visit("2023-11-03/2023-11-04")
    desk.text("2023")
    assert [event["categories"].cats[0] for event in desk.events()] == [
        "engagement",
        "commitment",
        "instrument",
    ]


def test_each_event_has_a_name_that_lasts(desk):
    desk.promise("2023-12-15")
    (before,) = desk.events()
    desk.promise(
        "2023-12-15", quote="Japan again pledged to deliver two patrol ships", published="2023-05-30"
    )
    uids = [event["uid"] for event in desk.events()]
    assert before["uid"] in uids
    assert len(set(uids)) == len(uids)


HOSTILE = (
    "ships, boats; and \\n more\r\nEND:VEVENT\nBEGIN:VALARM\nATTACH:https://evil.example/\x0b\x00\x1b[31m\x85x"
    "\u2028DTSTART:19700101\u202egnp"
)


def test_documents_cannot_write_lines_of_the_calendar(desk):
    desk.promise(
        "2023-12-15",
        quote=HOSTILE,
        content=HOSTILE,
        headline=HOSTILE,
        publisher=HOSTILE,
        url="https://ok.example/\r\nATTENDEE:mailto:a@evil.example",
    )
    written = desk.written()
    calendar = Calendar.from_ical(written)
    assert [component.name for component in calendar.walk()] == ["VCALENDAR", "VEVENT"]
    (event,) = calendar.walk("VEVENT")
    assert {name.lower() for name in event} == {
        "uid", "dtstamp", "dtstart", "dtend", "summary", "description", "categories", "status", "transp",
    }  # fmt: skip
    assert days(event) == (date(2023, 12, 15), date(2023, 12, 16))
    assert "“ships, boats; and \\n more END:VEVENT BEGIN:VALARM" in event["description"]
    text = written.decode()
    assert not [c for c in text if (ord(c) < 32 and c not in "\r\n") or c in "\x7f\x85\u2028\u2029\u202e"]
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "https://x.example/a b", "https://x.example/\u202e", "x"],
)
def test_an_address_that_is_none_of_the_web_is_no_link(desk, url):
    desk.promise("2023-12-15", url=url)
    (event,) = desk.events()
    assert "url" not in event


def test_long_lines_are_folded_between_characters(desk):
    quote = "Nhật Bản cam kết chuyển giao tàu tuần tra cho Phi-líp-pin; " * 40
    desk.promise("2023-12-15", quote=quote, content=quote)
    written = desk.written()
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    assert quote.strip() in event["description"]


def test_many_parties_are_counted(desk):
    parties = ("AU", "CA", "FR", "JP", "PH", "US")
    desk.add(
        Engagement,
        "The navies will train together in the Sulu Sea",
        type="exercise",
        status="planned",
        parties=parties,
        series="Exercise Alon",
        date="2023-08-14",
    )
    (event,) = desk.events()
    assert event["summary"].endswith("(Australia, Canada, France, Japan and 2 more)")


def test_a_calendar_with_nothing_in_it_can_be_read(desk):
    assert desk.events() == []
    assert desk.written().startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")


def test_the_day_that_a_person_assigned_is_an_event_of_its_own_until_the_thing_is_settled(desk):
    desk.promise("2023-12-15")
    desk.visit("2023-02-08/2023-02-12", status="held")
    promise = str(desk.events()[0]["uid"])
    book = open_book(desk.ledger)
    for entry in book.entries:
        details = Details(office="Asia directorate", person="A. Martin", due="2023-11-30")
        desk.ledger.assigning.assign(entry.mentions[0].id, details, by="editor")
    minded, due = desk.events()
    assert str(minded["uid"]) == promise.replace("@", "-assigned@")
    assert days(minded) == (date(2023, 11, 30), date(2023, 12, 1))
    assert minded["summary"].startswith("Reminder: pledge: deliver two patrol ships")
    assert "assigned: Asia directorate; A. Martin" in minded["description"].split("\n")
    assert days(due) == (date(2023, 12, 15), date(2023, 12, 16))
    for event in (minded, due):
        (alarm,) = event.walk("VALARM")
        assert alarm["trigger"].dt == timedelta(days=-7)
