"""Threads: what belongs together, in the form in which it is scored; quotations stand in their documents."""

from datetime import date

import msgspec
import pytest
from msgspec.structs import replace

from servanda.ledger import Ledger
from servanda.query import threads as query
from servanda.query.book import open_book


@pytest.fixture
def told(fiji):
    with Ledger.open(fiji) as ledger:
        list(ledger.link())
        yield ledger


def threads(ledger, as_of=None):
    """As the command prints them."""
    return msgspec.json.decode(msgspec.json.encode(query.threads(ledger, open_book(ledger, as_of))))


def documents_of(thread):
    return [mention["document"] for mention in thread["mentions"]]


def test_engagements_and_instruments_come_with_all_places_that_tell_of_them(told, twelve):
    found = threads(told)
    assert [documents_of(thread) for thread in found["engagements"]] == [
        ["beehive-trip", "fiji-government", "beehive-back"],
        ["fiji-government", "wire-one", "wire-two"],
        ["home-affairs-plan", "beehive-forces", "fbc-forces"],
        ["dialogue-plan", "dialogue-third"],
    ]
    assert [len(thread["mentions"]) for thread in found["instruments"]] == [3, 4]
    assert all(thread["label"] for thread in (*found["engagements"], *found["instruments"]))
    texts = {document.name: document.text for document, _, _ in twelve}
    for thread in (*found["engagements"], *found["instruments"]):
        for mention in thread["mentions"]:
            for quoted in mention["evidence"]:
                assert texts[mention["document"]][quoted["start"] : quoted["end"]] == quoted["text"]


def test_people_come_with_the_names_under_which_each_document_knows_them(told):
    found = {person["canonical"]: person["mentions"] for person in threads(told)["people"]}
    assert found["Pio Tikoduadua"] == [
        {"document": "home-affairs-plan", "name": "Pio Tikoduadua"},
        {"document": "beehive-forces", "name": "Pio Tikoduadua"},
        {"document": "fbc-forces", "name": "Tikoduadua"},
    ]


def test_fulfilments_have_both_quotations_the_reason_and_a_confidence(told):
    kept = [f for f in threads(told)["fulfilments"] if f["earlier"]["document"] == "beehive-back"]
    (pledge,) = kept
    assert pledge["status"] == "kept"
    assert pledge["earlier"]["evidence"][0]["text"].startswith("New Zealand will train Fijian peacekeepers")
    assert pledge["later"]["document"] == "rfmf-course"
    assert 0 < pledge["confidence"] <= 1
    assert pledge["reason"]


def test_conflicts_have_each_value_with_its_quotation(told):
    (conflict,) = threads(told)["conflicts"]
    assert conflict["property"].startswith("instrument.date: ")
    assert [(value["document"], value["value"]) for value in conflict["values"]] == [
        ("beehive-forces", "2023-06-14"), ("fbc-forces", "2023-06-13"), ("rnz-forces", "2023-06-14"),
    ]  # fmt: skip
    assert (
        conflict["values"][1]["evidence"][0]["text"] == "A Status of Forces Agreement was signed on 13 June."
    )


def test_duplicates_are_pairs_of_names(told):
    assert threads(told)["duplicates"] == [["wire-one", "wire-two"]]


def test_copies_of_which_no_fact_is_known_are_named_as_well(told, twelve):
    document, data, _ = next(made for made in twelve if made[0].name == "wire-one")
    run = told.begin_read("rules 1")
    for name in ("wire-three", "a-wire"):
        run.add(replace(document, name=name, origin=name), data, [])
    list(told.link())
    assert threads(told)["duplicates"] == [
        ["a-wire", "wire-one"], ["a-wire", "wire-three"], ["a-wire", "wire-two"],
        ["wire-one", "wire-three"], ["wire-one", "wire-two"], ["wire-three", "wire-two"],
    ]  # fmt: skip


def test_what_was_published_later_is_in_no_thread(told):
    found = threads(told, date(2022, 3, 29))
    assert set(map(tuple, (documents_of(thread) for thread in found["engagements"]))) == {
        ("beehive-trip", "fiji-government"), ("fiji-government", "wire-one"),
    }  # fmt: skip
    assert "Andrew Little" not in [person["canonical"] for person in found["people"]]
    assert found["duplicates"] == found["conflicts"] == []


def test_a_visit_is_told_by_the_sentences_of_travel_and_not_by_those_on_the_company(empty, press):
    from servanda.model.facts import Engagement

    text = "Winston Peters travelled to Suva. He was joined by Judith Collins. The minister left on Friday."
    travelled, joined, left = text.split(". ")
    (visit,) = press.add(
        "trip", text, (Engagement, travelled, {"type": "visit", "status": "held", "parties": ("FJ", "NZ")})
    )  # fmt: skip
    more = tuple(
        replace(visit.evidence[0], start=text.index(q), end=text.index(q) + len(q), text=q)
        for q in (joined, left)
    )
    document = empty.document(visit.source)
    empty.begin_read("rules 2").add(
        document, text.encode(), [replace(visit, evidence=(*visit.evidence, *more))]
    )
    (thread,) = threads(empty)["engagements"]
    assert [mention["evidence"][0]["text"] for mention in thread["mentions"]] == [travelled, left]


@pytest.mark.parametrize(
    ("invited", "content"),
    [
        (
            "New Zealand invited the Minister of Defence, Pio Tikoduadua, to visit Wellington.",
            "to visit Wellington",
        ),
        ("New Zealand invited Pio Tikoduadua to Wellington.", "to Wellington"),
    ],
)
def test_the_invitation_stands_with_the_visit_that_kept_it(empty, press, invited, content):
    from servanda.model.facts import Commitment, Engagement, Person

    names = {"name": "Pio Tikoduadua", "post": "Minister of Defence", "party": "FJ"}
    paid = "Minister of Defence Pio Tikoduadua paid a visit to New Zealand."
    invitation = {"act": "invite", "content": content, "speaker": ("NZ",), "addressee": ("FJ",)}
    visit = {"type": "visit", "status": "held", "parties": ("FJ", "NZ"), "country": "NZ", "date": "2023-06"}
    press.add("invitation", invited, (Commitment, invited, invitation), (Person, "Pio Tikoduadua", names))
    press.add(
        "visit",
        paid,
        (Engagement, paid, {**visit, "participants": ("Pio Tikoduadua",)}),
        (Person, "Pio Tikoduadua", names),
    )
    list(empty.link())
    (thread,) = threads(empty)["engagements"]
    assert sorted(documents_of(thread)) == ["invitation", "visit"]


def test_the_document_that_shows_it_quotes_all_that_it_tells_of_it(empty, press):
    from servanda.model.facts import Instrument

    plan = "New Zealand and Fiji will sign a customs memorandum in June."
    lead = "New Zealand and Fiji signed a customs memorandum."
    by_whom = "The customs memorandum was signed in Suva."
    text = {"type": "memorandum", "title": "customs memorandum", "parties": ("FJ", "NZ")}
    signed = {**text, "action": "signed", "date": "2023-06"}
    press.add("plan", plan, (Instrument, plan, {**text, "action": "planned", "modality": "planned"}))
    press.add("report", f"{lead} {by_whom}", (Instrument, lead, signed), (Instrument, by_whom, signed))
    list(empty.link())
    (kept,) = threads(empty)["fulfilments"]
    assert [quoted["text"] for quoted in kept["later"]["evidence"]] == [lead, by_whom]
    assert kept["later_also"] == []


def test_an_empty_ledger_has_no_threads(empty):
    assert set(map(len, threads(empty).values())) == {0}
