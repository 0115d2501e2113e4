"""Pages: the main text, its captions, and only the date that calls itself one of publication."""

from __future__ import annotations

import pytest

from servanda.errors import InputError
from servanda.text.html import read_html

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Minister receives Ambassador | Ministry of Defence</title>
<meta property="og:title" content="Minister receives Ambassador">
<meta property="og:site_name" content="Ministry of Defence">
<link rel="canonical" href="https://mod.example.org/news/7">{head}</head>
<body><nav><ul><li><a href="/">Start</a></li><li><a href="/n">All our news</a></li></ul></nav>
<article><h1>Minister receives Ambassador</h1>
<figure><img src="a.jpg"><figcaption>The Minister (left) and
 the Ambassador. <em>Photo: MoD</em></figcaption></figure>
<p>The Minister of Defence received the Ambassador of Chile
on Monday, and they spoke of <b>hydrography</b> and <a href="/t">training</a>.</p>
<h2>Training</h2>
<p>Both sides agreed to exchange officers in the coming year.<br>They will meet again in Quito.</p>
<div class="wp-caption"><img src="b.jpg"><p class="wp-caption-text">Delegates at the talks</p></div>
<ul><li>Four officers will come.</li><li>Five officers will go.</li></ul>
</article><footer><p>Copyright 2019. All rights reserved.</p></footer></body></html>"""


def page(head: str = "") -> bytes:
    return PAGE.format(head=head).encode()


def test_the_main_text_has_its_paragraphs_and_nothing_of_the_frame() -> None:
    text = read_html(page(), "page").text
    assert "They will meet again in Quito." in text.split("\n")
    assert "they spoke of hydrography and training." in text
    assert "received the Ambassador of Chile on Monday" in text
    assert "Four officers will come.\n\nFive officers will go." in text
    assert "All our news" not in text and "rights reserved" not in text


def test_captions_and_headings_are_marked_where_they_stand() -> None:
    extract = read_html(page(), "page")
    kinds = {extract.text[r.start : r.end]: r.kind for r in extract.regions}
    assert kinds["The Minister (left) and the Ambassador. Photo: MoD"] == "caption"
    assert kinds["Delegates at the talks"] == "caption"
    assert kinds["Training"] == "heading"


def test_metadata_of_the_page() -> None:
    metadata = read_html(page(), "page").metadata
    assert metadata.title == "Minister receives Ambassador"
    assert metadata.publisher == "Ministry of Defence"
    assert metadata.url == "https://mod.example.org/news/7"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2021-05-03T23:10:00+07:00">',
        '<meta name="DC.date.issued" content="2021-05-03">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-05-03"}</script>',
        '<meta name="date" content="soon"><meta itemprop="datePublished" content="2021-05-03">',
    ],
)
def test_a_declared_date_of_publication_is_taken(head: str) -> None:
    assert read_html(page(head), "page").metadata.published == "2021-05-03"


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta property="article:modified_time" content="2021-05-03">',
        '<meta name="copyright" content="2021">',
        '<script type="application/ld+json">{"dateModified": "2021-05-03"}</script>',
    ],
)
def test_no_other_date_is_taken_for_it(head: str) -> None:
    assert read_html(page(head), "page").metadata.published is None


def test_the_encoding_that_the_page_declares_is_used() -> None:
    data = page().replace(b"utf-8", b"windows-1250").replace(b"Quito", "Łódź".encode("cp1250"))
    assert "Łódź" in read_html(data, "page").text


def test_a_page_with_little_text_is_read_whole() -> None:
    assert read_html(b"<p>They met.</p>", "page").text == "They met."


@pytest.mark.parametrize("data", [b"<!-- nothing -->", b"<?xml version='1.0'?>", b"   "])
def test_what_holds_no_page_is_damaged(data: bytes) -> None:
    with pytest.raises(InputError, match="is damaged"):
        read_html(data, "page")
