"""Reviewing with script: by keys alone, without loading a page, and nothing is lost on the way."""

import re

import pytest
from playwright.sync_api import expect

from servanda.ledger.reviewing import standing


@pytest.fixture
def page(window, served):
    """The queue of unsure readings at its first fact; what the test reviews is taken back afterwards."""
    page = window(served).open("/review/next?reason=unsure")
    yield page
    reviewing = served.ledger.reviewing
    while held := standing(reviewing.all()):
        reviewing.undo(max(review.number for review in held.values()), by="the test")


def fact(page):
    """The fact that is shown."""
    return re.search(r"/facts/([^/]+)/accept", page.locator("form.acts").first.get_attribute("action"))[1]


def press(page, key):
    """Presses a key and waits until another thing is shown."""
    before = page.url
    page.keyboard.press(key)
    page.wait_for_function("before => location.href !== before", arg=before)


def test_facts_are_accepted_and_rejected_by_one_key_each_without_loading_a_page(page, served):
    page.evaluate("window.stayed = true")
    first = fact(page)
    press(page, "a")
    second = fact(page)
    assert second != first
    press(page, "r")
    expect(page.locator("#told")).to_contain_text("Rejected")
    assert page.evaluate("window.stayed") is True
    held = standing(served.ledger.reviewing.all())
    assert (held[first].verdict, held[second].verdict) == ("accepted", "rejected")


def test_a_verdict_is_taken_back_by_one_key(page, served):
    first = fact(page)
    press(page, "a")
    expect(page.locator("#told")).to_contain_text("Accepted")
    press(page, "u")
    assert fact(page) == first
    assert standing(served.ledger.reviewing.of(first)) == {}


def test_a_fact_is_corrected_by_keyboard_alone(page, served):
    first = fact(page)
    press(page, "c")
    field = page.locator("#c-modality")
    field.focus()
    page.keyboard.press("h")  # hypothetical
    expect(field).to_have_value("hypothetical")
    before = page.url
    page.keyboard.press("Control+Enter")
    page.wait_for_function("before => location.href !== before", arg=before)
    expect(page.locator("#told")).to_contain_text("Corrected")
    assert standing(served.ledger.reviewing.of(first))[first].verdict == "corrected"
    press(page, "u")
    assert fact(page) == first


def test_what_cannot_be_taken_comes_back_with_all_that_was_typed(window, served):
    desk = window(served)
    page = desk.open("/review/next?reason=unsure")
    press(page, "c")
    page.locator("[name=start]").first.fill("many")
    page.locator("#c-why").fill("the caption")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text("Not recorded yet")
    assert page.locator("[name=start]").first.input_value() == "many"
    assert page.locator("#c-why").input_value() == "the caption"
    page.wait_for_timeout(50)
    press(page, "Escape")
    assert page.locator("form.writing").count() == 0
    desk.wrong.clear()  # the console names the answer 422


def test_keys_do_nothing_while_one_types_and_can_be_switched_off(page, served):
    first = fact(page)
    page.locator("[name=why]").first.focus()
    page.keyboard.type("narrator")
    assert page.locator("[name=why]").first.input_value() == "narrator"
    page.get_by_text("Keys", exact=True).click()
    page.get_by_role("button", name="Single-letter keys are on").click()
    page.locator("h1").focus()
    page.keyboard.press("a")
    page.wait_for_timeout(200)
    assert fact(page) == first
    page.reload()
    page.keyboard.press("r")
    page.wait_for_timeout(200)
    assert fact(page) == first
    assert standing(served.ledger.reviewing.of(first)) == {}


def test_what_somebody_else_decided_meanwhile_is_shown(window, served):
    desk = window(served)
    page = desk.open("/review/next?reason=unsure")
    first = fact(page)
    made = served.ledger.reviewing.reject(first, by="Lan", why="a caption")
    page.locator("[name=why]").first.fill("plain enough")
    page.get_by_role("button", name="Accept").first.click()
    expect(page.get_by_role("alert")).to_contain_text("Lan has reviewed it in the meantime")
    assert page.locator("[name=why]").first.input_value() == "plain enough"
    served.ledger.reviewing.undo(made.number, by="the test")
    desk.wrong.clear()  # the console names the answer 409


def test_selected_words_become_the_quotation_of_a_new_fact(page, served):
    text = served.ledger.document(page.locator("a", has_text="In the document").get_attribute("href")
                                  .removeprefix("/documents/").partition("#")[0])  # fmt: skip
    page.goto(f"{served.address}/documents/{text.id}")
    page.evaluate(
        """() => {
            const pieces = [...document.querySelectorAll("#text span[data-start]")];
            const piece = pieces.find(each => each.textContent.length > 40);
            const range = document.createRange();
            range.setStart(piece.firstChild, 3);
            range.setEnd(piece.firstChild, 30);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    page.wait_for_function("document.querySelector('[data-select] [name=start]').value !== ''")
    start = int(page.locator("[data-select] [name=start]").input_value())
    end = int(page.locator("[data-select] [name=end]").input_value())
    selected = page.evaluate("getSelection().toString()")
    assert text.text[start:end] == selected.strip()
    page.get_by_role("button", name="Add", exact=True).click()
    assert page.locator("q").first.inner_text() == " ".join(selected.split())


def test_two_people_are_made_one_and_parted(window, served):
    page = window(served).open("/people")
    page.locator("tbody a").first.click()
    page.get_by_role("link", name="Is the same person as").click()
    page.get_by_role("button", name=re.compile("^The same")).first.click()
    expect(page.locator("#told")).to_contain_text("Held to be one")
    page.locator("#told").get_by_role("button", name="Undo").click()
    expect(page.locator("main")).not_to_contain_text("Held to be one by")
    expect(page.locator("main")).to_contain_text("undid: same")
