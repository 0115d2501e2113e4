"""Reviewing without script: the queue, verdicts, corrections, facts by hand, judgements, and undoing them."""

import hashlib
import html
import re

import pytest
from msgspec.structs import replace

from servanda.ledger.reviewing import standing
from servanda.model.document import Document
from servanda.model.facts import Engagement


def forms(page):
    """The forms of a page: address, and values by name, of each."""
    for action, body in re.findall(
        r'<form method="post" action="([^"]+)"[^>]*>(.*?)</form>', page, re.DOTALL
    ):
        fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', body)
        values = {}
        for name, value in fields:
            values.setdefault(name, []).append(html.unescape(value))
        yield html.unescape(action), values


def form_to(page, ending):
    """The first form whose address ends so."""
    return next((action, values) for action, values in forms(page) if action.endswith(ending))


@pytest.fixture
def send(desk):
    """Sends the form of the page at an address whose own address ends so, with more values."""

    def send(address, ending, **more):
        page = desk.get(address)
        assert page.status_code == 200, page.text
        action, values = form_to(page.text, ending)
        return desk.post(more.pop("action", action), data=values | more, follow_redirects=False)

    return send


@pytest.fixture
def unsure(desk):
    """What the queue holds because the reading is not sure, page by page."""
    rows = []
    while page := desk.get(f"/review.json?reason=unsure&after={rows[-1]['id'] if rows else ''}").json():
        rows += page
    return rows


def test_the_queue_is_ordered_by_need_and_filtered_by_reason(desk, unsure):
    queue = desk.get("/review.json").json()
    assert [row["id"] for row in queue] == sorted((row["id"] for row in queue), reverse=True)
    assert {row["reason"] for row in unsure} == {"unsure"}
    assert desk.get("/review.json?reason=boredom").status_code == 400


def test_the_queue_of_a_relationship_holds_only_what_lies_between_the_two(desk, ledger, unsure):
    fact = desk.get(f"/entries/{unsure[0]['fact']}.json").json()["entry"]
    a, b = fact["parties"][:2]
    rows = desk.get(f"/review.json?party={a}&party={b}&reason=unsure").json()
    assert unsure[0]["fact"] in [row["fact"] for row in rows]
    assert len(rows) < len(unsure) or len(fact["parties"]) == 2
    assert desk.get("/review.json?party=FR").status_code == 400


def test_what_has_been_reviewed_is_passed_over(desk, ledger, unsure):
    ledger.reviewing.accept(unsure[0]["fact"], by="Lan")
    assert unsure[0]["fact"] not in [row["fact"] for row in desk.get("/review.json?reason=unsure").json()]
    page = desk.get("/review/next?reason=unsure").text
    assert f"/facts/{unsure[1]['fact']}/accept" in page


def test_a_verdict_leads_to_the_next_thing_and_can_be_undone_there(desk, send, ledger, unsure):
    address = f"/review/next?reason=unsure&at={unsure[0]['id']}"
    answer = send(address, "/accept", why="it says so")
    assert answer.status_code == 303
    (review,) = ledger.reviewing.of(unsure[0]["fact"])
    assert (review.verdict, review.why) == ("accepted", "it says so")
    following = answer.headers["location"]
    page = desk.get(following).text
    assert f"/facts/{unsure[1]['fact']}/accept" in page
    back = send(following, f"/reviews/{review.number}/undo")
    assert standing(ledger.reviewing.of(unsure[0]["fact"])) == {}
    assert f"/facts/{unsure[0]['fact']}/accept" in desk.get(back.headers["location"]).text


def test_nothing_is_skipped_when_a_rejected_fact_leaves_the_queue(desk, send, unsure):
    seen = []
    address = "/review/next?reason=unsure"
    for _ in unsure[:4]:
        page = desk.get(address).text
        action, values = form_to(page, "/accept")
        seen.append(action.split("/")[2])
        answer = desk.post(action.replace("accept", "reject"), data=values, follow_redirects=False)
        address = answer.headers["location"]
    assert seen == [row["fact"] for row in unsure[:4]]


def test_next_without_a_verdict_passes_on(desk, unsure):
    page = desk.get("/review/next?reason=unsure").text
    link = html.unescape(re.search(r'href="([^"]+)" data-swap data-key="n"', page)[1])
    assert f"/facts/{unsure[1]['fact']}/accept" in desk.get(link).text
    last = desk.get(f"/review/next?reason=unsure&after={unsure[-1]['id']}").text
    assert "Nothing more waits here" in last


def test_every_item_of_the_queue_can_be_shown(desk):
    for row in desk.get("/review.json").json():
        page = desk.get("/review/next", params={"at": row["id"]})
        assert page.status_code == 200
        assert "<mark>" in page.text
    assert desk.get("/review/next?at=0.999-0").status_code == 404


def test_a_conflict_waits_until_each_of_its_facts_has_been_reviewed(desk, send, ledger):
    (item, *_) = desk.get("/review.json?reason=conflict").json()
    address = f"/review/next?reason=conflict&at={item['id']}"
    page = desk.get(address).text
    facts = re.findall(r'action="/facts/([^"/]+)/accept"', page)
    assert len(facts) > 1
    ledger.reviewing.accept(facts[0], by="Lan")
    assert item["id"] in [row["id"] for row in desk.get("/review.json").json()]
    answer = send(address, "/review/accept")
    assert answer.status_code == 303
    assert item["id"] not in [row["id"] for row in desk.get("/review.json").json()]
    assert [r.by for r in ledger.reviewing.of(facts[0])] == ["Lan"], "what Lan held is left as it is"


def test_two_people_at_once_lose_nothing(desk, ledger, unsure):
    fact = unsure[0]["fact"]
    action, values = form_to(desk.get(f"/facts/{fact}").text, "/accept")
    ledger.reviewing.reject(fact, by="Lan", why="no such visit")
    answer = desk.post(action, data=values | {"why": "my own <reason>"}, follow_redirects=False)
    assert answer.status_code == 409
    assert "Lan has reviewed it in the meantime" in answer.text
    assert "no such visit" in answer.text
    assert 'value="my own &lt;reason&gt;"' in answer.text
    assert [r.by for r in ledger.reviewing.of(fact)] == ["Lan"]
    action, values = form_to(answer.text, "/accept")
    assert desk.post(action, data=values, follow_redirects=False).status_code == 303
    assert standing(ledger.reviewing.of(fact))[fact].verdict == "accepted"


def correction(desk, fact):
    """The form of a correction as it stands: its address and all its values."""
    page = desk.get(f"/facts/{fact}/correct")
    assert page.status_code == 200, page.text
    return f"/facts/{fact}/correct", values_of(page.text)


def values_of(page):
    """All values of the form by which a fact is written, as a browser would send them."""
    body = re.search(r'<form[^>]*class="writing"[^>]*>(.*)</form>', page, re.DOTALL)[1]
    values = {}
    for name, value in re.findall(r'<input(?! type="checkbox")[^>]*? name="([^"]+)" value="([^"]*)"', body):
        values.setdefault(name, []).append(html.unescape(value))
    for value in re.findall(r'type="checkbox" name="fields" value="([^"]+)" checked', body):
        values.setdefault("fields", []).append(value)
    for name, text in re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>\n(.*?)</textarea>', body, re.DOTALL):
        values[name] = [html.unescape(text)]
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', body, re.DOTALL):
        chosen = re.findall(r"<option selected>([^<]+)", options) or re.findall(r"<option>([^<]+)", options)
        values.setdefault(name, []).append(chosen[0])
    return values


def fact_of_kind(desk, kind):
    return desk.get(f"/entries.json?kind={kind}").json()["entries"][0]["facts"][0]


@pytest.mark.parametrize(
    "kind", ["engagement", "instrument", "commitment", "assessment", "milestone", "activity"]
)
def test_a_form_sent_as_it_stands_corrects_nothing(desk, kind, ledger):
    fact = fact_of_kind(desk, kind)
    action, values = correction(desk, fact)
    answer = desk.post(action, data=values, follow_redirects=False)
    assert answer.status_code == 422
    assert "nothing was corrected" in answer.text
    assert ledger.reviewing.all() == []


def test_a_correction_keeps_what_stood_before_and_shows_both(desk, ledger):
    fact = fact_of_kind(desk, "engagement")
    action, values = correction(desk, fact)
    sent = values | {"date": ["2018-03"], "place": ["Đà Nẵng"], "parties": ["France, Viet Nam"]}
    answer = desk.post(action, data=sent | {"why": ["the calendar says so"]}, follow_redirects=False)
    assert answer.status_code == 303
    (review,) = ledger.reviewing.of(fact)
    assert review.verdict == "corrected"
    new = desk.get(f"/facts/{review.replacement}.json").json()
    assert (new["fact"]["date"], new["fact"]["place"]) == ("2018-03", "Đà Nẵng")
    changes = {c["property"]: (c["before"], c["after"]) for c in new["history"][0]["changes"]}
    assert changes["date"][1] == "2018-03"
    assert "parties" not in changes or changes["parties"][1] == ["FR", "VN"]
    page = desk.get(f"/entries/{review.replacement}").text
    assert "<ins>Đà Nẵng</ins>" in page
    assert "corrected by hand" in page
    assert "the calendar says so" in page
    assert desk.get(f"/facts/{fact}.json").json()["current"] is False


def test_a_correction_is_undone_from_the_history_on_the_entry(desk, send, ledger):
    fact = fact_of_kind(desk, "engagement")
    action, values = correction(desk, fact)
    desk.post(action, data=values | {"place": ["Đà Nẵng"]}, follow_redirects=False)
    (review,) = ledger.reviewing.of(fact)
    send(f"/entries/{review.replacement}", f"/reviews/{review.number}/undo")
    assert desk.get(f"/facts/{fact}.json").json()["current"] is True
    assert "Đà Nẵng" not in desk.get(f"/entries/{fact}").text.partition("<details")[0]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"date": ["last spring"]}, "is no date that is known here"),
        ({"date": ["2018-02-30"]}, "is no date that is known here"),
        ({"type": ["party"]}, "is none of the codes"),
        ({"parties": ["Atlantis"]}, "is no party that is known here"),
        ({"country": ["EU"]}, "is no country"),
        ({"ordinal": ["third"]}, "is no number"),
        ({"start": ["5"], "end": ["5"]}, "is no place in a text"),
        ({"start": ["0"], "end": ["99999999"]}, "is no place in a text"),
        ({"start": ["one"], "end": ["two"]}, "is no place in the text"),
        ({"start": [""], "end": [""]}, "is missing"),
    ],
)
def test_what_cannot_be_taken_is_told_beside_its_control_and_nothing_typed_is_lost(
    desk, ledger, changed, problem
):
    action, values = correction(desk, fact_of_kind(desk, "engagement"))
    sent = values | {"place": ["<b>Đà Nẵng</b>"], "why": ["as I said"]} | changed
    answer = desk.post(action, data=sent, follow_redirects=False)
    assert answer.status_code == 422
    assert problem in html.unescape(answer.text)
    assert 'value="&lt;b&gt;Đà Nẵng&lt;/b&gt;"' in answer.text
    assert 'value="as I said"' in answer.text
    assert ledger.reviewing.all() == []


def test_a_content_has_to_be_words_of_the_document(desk, ledger):
    action, values = correction(desk, fact_of_kind(desk, "commitment"))
    answer = desk.post(action, data=values | {"content": ["send ten submarines"]}, follow_redirects=False)
    assert answer.status_code == 422
    assert "do not stand in the document" in answer.text


def test_a_correction_that_comes_second_shows_the_first_and_keeps_what_was_typed(desk, ledger):
    fact = fact_of_kind(desk, "engagement")
    action, values = correction(desk, fact)
    ledger.reviewing.reject(fact, by="Lan", why="they never met")
    answer = desk.post(action, data=values | {"place": ["Đà Nẵng"]}, follow_redirects=False)
    assert answer.status_code == 409
    assert "they never met" in answer.text
    assert 'value="Đà Nẵng"' in answer.text
    again = desk.post(action, data=values_of(answer.text), follow_redirects=False)
    assert again.status_code == 303
    assert standing(ledger.reviewing.of(fact))[fact].verdict == "corrected"


def test_a_fact_is_added_by_hand_on_a_place_in_a_document(desk, ledger):
    document = desk.get("/documents.json").json()["documents"][0]["id"]
    text = ledger.document(document).text
    start = text.index(" ", 200) + 1
    address = f"/documents/{document}/add"
    page = desk.get(f"{address}?kind=milestone&start={start}&end={start + 30}").text
    sent = values_of(page) | {"type": ["partnership"], "parties": ["FR, VN"], "number": ["45"]}
    answer = desk.post(address, data=sent, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    (review,) = ledger.reviewing.all()
    assert review.verdict == "added"
    added = desk.get(f"/facts/{review.fact}.json").json()["fact"]
    assert added["evidence"] == [{"start": start, "end": start + 30, "text": text[start : start + 30]}]
    assert f'id="{review.fact}"' in desk.get(f"/documents/{document}").text
    assert desk.get(f"{address}?kind=rumour").status_code == 400


def test_all_facts_of_a_document_are_gone_through_in_the_order_of_its_text(desk, send, ledger):
    document = desk.get("/documents.json").json()["documents"][0]["id"]
    facts = [row["id"] for row in desk.get(f"/documents/{document}.json").json()["facts"]]
    address, seen = f"/review/next?document={document}", []
    while "Nothing more waits here" not in (page := desk.get(address).text):
        action, values = form_to(page, "/accept")
        seen.append(action.split("/")[2])
        address = desk.post(action, data=values, follow_redirects=False).headers["location"]
    assert sorted(seen) == sorted(facts)
    assert len(standing(ledger.reviewing.all())) == len(facts)


def test_a_second_reader_sees_what_others_reviewed_without_their_verdict(desk, ledger, unsure):
    ledger.reviewing.reject(unsure[0]["fact"], by="Lan", why="the caption only")
    page = desk.get("/review/next?second=1").text
    assert f"/facts/{unsure[0]['fact']}/accept" in page
    assert "the caption only" not in page
    assert "rejected by" not in page
    action, values = form_to(page, "/accept")
    answer = desk.post(action, data=values, follow_redirects=False)
    assert "Nothing more waits here" in desk.get(answer.headers["location"]).text


def entries(desk, kind="engagement"):
    return desk.get(f"/entries.json?kind={kind}&size=500").json()["entries"]


def test_an_entry_is_the_same_as_another_until_that_is_undone(desk, send):
    one, other = entries(desk)[:2]
    search = desk.get(f"/entries/{one['id']}/same", params={"q": other["who"]})
    assert search.status_code == 200
    token = re.search(r'_csrf_token" value="([^"]+)"', search.text)[1]
    sent = {"_csrf_token": token, "a": one["id"], "b": other["id"], "after": "0", "ruling": "same"}
    answer = desk.post("/judgements", data=sent | {"next": f"/entries/{one['id']}"}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    merged = desk.get(f"/entries/{one['facts'][0]}.json").json()["entry"]
    assert set(merged["facts"]) == {*one["facts"], *other["facts"]}
    page = f"/entries/{merged['id']}"
    split = form_to(desk.get(page).text, "/split")
    send(page, "/undo")
    assert desk.get(f"/entries/{one['facts'][0]}.json").json()["entry"]["facts"] == one["facts"]
    assert split[0] == f"/entries/{merged['id']}/split"


def test_a_fact_is_split_off_its_entry(desk, send):
    entry = next(each for each in entries(desk) + entries(desk, "instrument") if len(each["facts"]) > 1)
    off = entry["facts"][-1]
    answer = send(f"/entries/{entry['id']}", "/split", fact=off)
    assert answer.status_code == 303
    assert desk.get(f"/entries/{off}.json").json()["entry"]["facts"] == [off]
    refused = send(f"/entries/{entry['facts'][0]}", "/accept", action=f"/entries/{off}/split", fact=off)
    assert refused.status_code == 400


def test_two_people_are_made_one_and_parted_again(desk, send):
    one, other = (row["person"] for row in desk.get("/people.json").json()["people"][:2])
    page = f"/people/{one['id']}/same?q={other['name'].split()[-1]}"
    answer = send(page, "/judgements", a=one["id"], b=other["id"], ruling="same", after="0")
    merged = desk.get(answer.headers["location"]).text
    assert "Held to be one by" in merged
    assert len(desk.get(f"/people/{one['id']}.json").json()["person"]["forms"]) > len(one["forms"])
    send(f"/people/{one['id']}", "/undo")
    assert desk.get(f"/people/{one['id']}.json").json()["person"]["forms"] == one["forms"]


def test_things_of_two_kinds_are_not_made_one(desk, send):
    entry, person = entries(desk)[0], desk.get("/people.json").json()["people"][0]["person"]
    page = f"/people/{person['id']}"
    answer = send(page + "/same", "/judgements", a=person["id"], b=entry["id"], ruling="same")
    assert answer.status_code == 400
    assert "are of two kinds" in answer.text
    assert (
        send(page + "/same", "/judgements", a=person["id"], b=person["id"], ruling="same").status_code == 400
    )


def test_somebody_elses_judgement_in_the_meantime_is_shown_before_one_decides(desk, ledger):
    one, other = entries(desk)[:2]
    page = desk.get(f"/entries/{one['id']}/same").text
    _, values = form_to(page, "/judgements")
    ledger.judge("not-same", one["facts"][0], other["facts"][0], by="Nam")
    sent = values | {"a": one["facts"][0], "b": other["facts"][0], "ruling": "same", "why": "one delegation"}
    answer = desk.post("/judgements", data=sent, follow_redirects=False)
    assert answer.status_code == 409
    assert "Nam held them to be not-same in the meantime" in answer.text
    assert 'value="one delegation"' in answer.text
    _, values = form_to(answer.text, "/judgements")
    again = desk.post("/judgements", data=values | {"ruling": "same"}, follow_redirects=False)
    assert again.status_code == 303


def test_who_reviewed_what_is_listed_with_filters_and_agreement(desk, ledger, unsure):
    facts = [row["fact"] for row in unsure[:3]]
    for fact in facts:
        ledger.reviewing.accept(fact, by="Lan")
        ledger.reviewing.accept(fact, by="Nam")
    ledger.reviewing.reject(facts[0], by="Nam", why="=cmd()")
    found = desk.get("/reviews.json").json()
    assert found["total"] == 7
    (agreement,) = found["agreement"]
    assert (agreement["one"], agreement["other"], agreement["facts"]) == ("Lan", "Nam", 3)
    assert agreement["differ"] == [facts[0]]
    assert desk.get("/reviews.json?by=Nam&verdict=rejected").json()["total"] == 1
    assert {r["fact"] for r in desk.get("/reviews.json?differ=Lan,Nam").json()["reviews"]} == {facts[0]}
    assert "'=cmd()" in desk.get("/reviews.csv").text
    assert "67 %" in desk.get("/reviews").text


def test_a_form_leads_to_no_other_site(desk, send, unsure):
    answer = send(f"/facts/{unsure[0]['fact']}", "/accept", next="https://elsewhere.example/")
    assert answer.headers["location"].startswith("/review?")


def test_what_is_no_review_cannot_be_undone(desk, send, unsure):
    page = f"/facts/{unsure[0]['fact']}"
    assert send(page, "/accept", action="/reviews/4711/undo").status_code == 404
    assert send(page, "/accept", action="/reviews/x/undo").status_code == 400
    assert desk.get(f"{page}?done=4711&judged=x").status_code == 200


def test_readers_see_reviews_and_have_no_forms(log_in, ledger):
    client = log_in("reader")
    fact = client.get("/entries.json").json()["entries"][0]["facts"][0]
    for address in (f"/facts/{fact}", f"/entries/{fact}", "/review", "/reviews"):
        page = client.get(address)
        assert page.status_code == 200
        assert 'method="post"' not in page.text.partition("<main")[2]


HOSTILE = '<script>alert(1)</script> met "Minister" \u202eevil\u202c <b>Bo</b> in Paris'


def test_script_in_names_and_quotations_shows_as_text(browse, ledger, make_report):
    document, fact = make_report(HOSTILE, participants=("<script>alert(2)</script>",), place='"><img src=x>')
    ledger.reviewing.correct(
        fact.id, replace(fact, place="<i>Paris</i>"), by="<script>alert(3)</script>", why="</p><script>"
    )
    desk = browse()
    (new,) = [review.replacement for review in ledger.reviewing.of(fact.id)]
    pages = [
        f"/facts/{fact.id}", f"/facts/{new}", f"/facts/{new}/correct", f"/entries/{new}", "/reviews",
        f"/documents/{document.id}", f"/documents/{document.id}/add?kind=position&start=0&end=9",
        f"/review?document={document.id}", f"/entries/{new}/same", "/review",
    ]  # fmt: skip
    for address in pages:
        page = desk.get(address)
        assert page.status_code == 200, address
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text
        assert "<i>Paris" not in page.text
        if "/documents/" not in address and "/correct" not in address:
            assert "\u202e" not in page.text, address
    assert "&lt;script&gt;alert(1)" in desk.get(f"/facts/{new}").text


@pytest.fixture
def make_report(ledger):
    """Reads a document of one sentence with an engagement on it."""

    def make(text, **properties):
        data = text.encode()
        document = Document(
            name="report", origin="report.txt", text=text, sha256=hashlib.sha256(data).hexdigest()
        )
        fact = Engagement(
            document="report", source=document.id, evidence=(document.span(0, len(text)),), type="meeting",
            status="held", parties=("FR", "VN"), **properties,
        )  # fmt: skip
        run = ledger.begin_read("rules 1")
        run.add(document, data, [fact])
        run.finish()
        return document, fact

    return make
