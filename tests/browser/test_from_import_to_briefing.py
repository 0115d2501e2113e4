"""The whole way of a first day: import documents, find a promise, read what proves it, take a briefing."""

from importlib.resources import files

import docx
from playwright.sync_api import expect

SAMPLES = files("servanda") / "samples"


def test_documents_are_imported_and_a_briefing_of_them_is_downloaded(window, empty_desk):
    page = window(empty_desk).open("/import")
    texts = sorted(str(each) for each in SAMPLES.iterdir() if each.name.endswith(".txt"))[:6]
    page.locator("#files").set_input_files([*texts, str(SAMPLES / "metadata.jsonl")])
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator("main")).to_contain_text("Done.", timeout=120_000)

    page.goto(empty_desk.address + "/")
    page.locator("tbody th a").first.click()
    relationship = page.url
    page.locator("#commitments tbody a").first.click()
    assert page.locator("article.fact mark").first.inner_text()

    page.goto(relationship)
    with page.expect_download() as download:
        page.get_by_role("link", name="Word").first.click()
    taken = download.value
    assert taken.suggested_filename.endswith(".docx")
    book = docx.Document(str(taken.path()))
    told = "\n".join(paragraph.text for paragraph in book.paragraphs)
    assert page.locator("h1").inner_text().split(" – ")[0] in told
