"""From the first page to the quotation that proves a statement, in two steps."""


def test_a_commitment_leads_to_its_quotation(window, served):
    page = window(served).open("/")
    page.get_by_role("link", name="Relationships").first.click()
    page.locator("tbody a").first.click()
    page.locator("#commitments tbody a").first.click()
    quoted = page.locator("article.fact mark").first.inner_text()
    page.get_by_role("link", name="In the document").first.click()
    assert page.locator("#text").inner_text().replace("\n", " ").find(quoted[:40]) >= 0
    assert page.evaluate("location.hash").startswith("#fact-")


def test_the_keyboard_alone_goes_from_the_search_to_a_fact(window, served):
    page = window(served).open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    page.locator("#q-top").focus()
    page.keyboard.type("visit")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=visit")
    assert page.locator("article.fact").count() > 0


def test_filters_stay_in_the_address(window, served):
    page = window(served).open("/entries")
    page.get_by_label("Kind").select_option("commitment")
    page.get_by_role("button", name="Show").click()
    assert "kind=commitment" in page.url
    assert set(page.locator("tbody .kind").all_inner_texts()) == {"COMMITMENT"}
    page.get_by_role("link", name="JSON").click()
    assert "/entries.json?" in page.url


def test_an_empty_ledger_says_what_to_do(window, empty_desk):
    page = window(empty_desk).open("/")
    assert "Nothing has been read yet" in page.locator("main").inner_text()
