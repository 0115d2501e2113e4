"""The four formats, each opened by a library that its users use."""

import io
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from servanda.model.facts import Engagement
from servanda.publish.brief.html import to_html
from servanda.publish.brief.markdown import to_markdown
from servanda.publish.brief.pdf import to_pdf
from servanda.publish.brief.word import to_word

RENDERERS = (to_markdown, to_html, to_pdf, to_word)


def squeezed(text):
    """Without white space, which a page breaks as it likes."""
    return "".join(text.split())


def text_of_markdown(data):
    page = lxml_html.fromstring(MarkdownIt("commonmark").enable("table").render(data.decode()))
    return page.text_content()


def text_of_html(data):
    return lxml_html.document_fromstring(data.decode()).body.text_content()


def text_of_pdf(data):
    with pypdfium2.PdfDocument(data) as pdf:
        return "".join(pdf[number].get_textpage().get_text_bounded() for number in range(len(pdf)))


def text_of_word(data):
    document = docx.Document(io.BytesIO(data))
    return "".join(document.element.body.itertext())


READERS = {to_markdown: text_of_markdown, to_html: text_of_html, to_pdf: text_of_pdf, to_word: text_of_word}


@pytest.mark.parametrize("render", RENDERERS)
def test_every_statement_and_quotation_stands_in_every_format(brief, render):
    text = squeezed(READERS[render](render(brief)))
    for piece in (piece for statement in brief.statements for piece in statement.pieces):
        assert squeezed(piece.text) in text
    for reference in brief.references:
        assert squeezed(f"“{reference.quotation}”") in text
        assert squeezed(reference.title or reference.document) in text
        assert squeezed(reference.publisher) in text


@pytest.mark.parametrize("render", RENDERERS)
def test_hostile_text_is_shown_as_text_in_every_format(hostile, render):
    brief, shown = hostile
    data = render(brief)
    text = READERS[render](data)
    assert squeezed(shown) in squeezed(text)
    assert not {"\u202e", "\u202c", "\x1b", "\ufffe"} & set(text)


@pytest.mark.parametrize("render", RENDERERS)
def test_the_same_briefing_gives_the_same_bytes(brief, render):
    assert render(brief) == render(brief)


@pytest.mark.parametrize("render", RENDERERS)
def test_without_dates_there_is_no_picture_and_still_a_briefing(empty_desk, render):
    quote = "The leaders met in Tokyo"
    known = {"type": "meeting", "status": "held", "parties": ("JP", "PH")}
    empty_desk.add("note", quote, (Engagement, quote, known))
    assert squeezed(quote) in squeezed(READERS[render](render(empty_desk.briefing())))


# -- Markdown --


def test_markdown_has_no_link_and_no_markup_of_a_document(hostile):
    page = MarkdownIt("commonmark").enable("table").render(to_markdown(hostile[0]).decode())
    assert "<script" not in page
    assert "<a " not in page
    assert "<code" not in page


def test_markdown_has_headings_lists_tables_and_the_years(brief):
    page = lxml_html.fromstring(MarkdownIt("commonmark").enable("table").render(to_markdown(brief).decode()))
    assert len(page.findall(".//h2")) == len(brief.sections) + 1
    assert len(page.findall(".//table")) == 3
    assert len(page.findall(".//ol/li")) == len(brief.references)
    assert any(item.text_content().startswith("2024: ○ pledge") for item in page.findall(".//li"))


# -- HTML --


def test_html_needs_nothing_from_outside_and_runs_nothing(hostile):
    page = lxml_html.document_fromstring(to_html(hostile[0]).decode())
    assert page.xpath("//script | //link | //img | //iframe | //object | //*[@onclick]") == []
    assert page.xpath("//a[not(starts-with(@href, '#'))]") == []
    assert "url(" not in page.findtext(".//style")


def test_html_leads_from_each_number_to_its_reference_and_from_there_to_the_document(brief):
    page = lxml_html.document_fromstring(to_html(brief).decode())
    targets = {item.get("id") for item in page.xpath("//ol/li")}
    links = {link.get("href").removeprefix("#") for link in page.xpath("//*[@class='refs']/a")}
    assert links == targets == {f"ref-{each.number}" for each in brief.references}
    assert page.xpath("//ol//a/@href")[0] == "https://example.org/summit?a=1&b=2"


def test_html_has_headings_in_order_and_a_described_picture(brief):
    page = lxml_html.document_fromstring(to_html(brief).decode())
    assert [page.get("lang"), len(page.xpath("//h1"))] == ["en", 1]
    assert [h.text for h in page.xpath("//h2")] == [each.title for each in brief.sections] + ["References"]
    (picture,) = page.xpath("//figure/*[local-name()='svg']")
    assert picture.get("role") == "img"
    assert picture.xpath("./*[local-name()='title' or local-name()='desc']/text()")


def test_html_suits_dark_screens_and_paper(brief):
    style = lxml_html.document_fromstring(to_html(brief).decode()).findtext(".//style")
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


# -- PDF --


def test_pdf_has_bookmarks_embedded_fonts_and_two_to_four_pages(brief):
    with pypdfium2.PdfDocument(to_pdf(brief)) as pdf:
        titles = [mark.get_title() for mark in pdf.get_toc()]
        assert titles == [brief.title, *(each.title for each in brief.sections), "References"]
        assert 2 <= len(pdf) <= 4
        fonts = {each.get_font().is_embedded for each in pdf[0].get_objects() if each.type == 1}
        assert fonts == {True}


def test_pdf_tells_title_and_the_day_of_the_last_read(brief):
    with pypdfium2.PdfDocument(to_pdf(brief)) as pdf:
        known = pdf.get_metadata_dict()
    assert known["Title"] == "Japan – Philippines: Briefing for Japan, as known on 1 June 2023"
    assert known["CreationDate"].startswith(f"D:{brief.stamp:%Y%m%d%H%M%S}")


def test_pdf_claims_to_be_accessible_where_fonts_have_all_characters(brief, hostile, empty_desk):
    assert b"pdfuaid:part" in to_pdf(brief)
    name = "防衛大臣"
    known = {"type": "meeting", "status": "held", "parties": ("JP", "PH"), "place": name}
    empty_desk.add("note", f"They met in {name}", (Engagement, f"They met in {name}", known))
    assert to_pdf(empty_desk.briefing()).startswith(b"%PDF")


# -- Word --


def test_word_has_styles_headings_and_tables(brief):
    document = docx.Document(io.BytesIO(to_word(brief)))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[:2] == ["Title", "Subtitle"]
    assert styles.count("Heading 1") == len(brief.sections) + 1
    assert styles.count("List Bullet") == len(brief.statements)
    assert styles.count("List Number") == len(brief.references)
    assert [len(table.rows) for table in document.tables] == [4, 3, 2]


def test_word_has_a_picture_with_its_text(brief):
    document = docx.Document(io.BytesIO(to_word(brief)))
    (picture,) = document.inline_shapes
    described = picture._inline.docPr
    assert described.get("title") == "Timeline, 2022 to 2027"
    assert described.get("descr").startswith("As of 1 June 2023: 2 engagements")
    assert picture.width < document.sections[0].page_width


def test_word_leads_from_each_number_to_its_reference(brief):
    body = docx.Document(io.BytesIO(to_word(brief))).element.body
    anchors = {link.get(docx.oxml.ns.qn("w:anchor")) for link in body.xpath(".//w:hyperlink")}
    marks = {mark.get(docx.oxml.ns.qn("w:name")) for mark in body.xpath(".//w:bookmarkStart")}
    assert anchors == marks == {f"ref_{each.number}" for each in brief.references}


def test_word_has_page_numbers_and_properties_that_the_clock_does_not_change(brief):
    data = to_word(brief)
    document = docx.Document(io.BytesIO(data))
    footer = document.sections[0].footer._element
    codes = [field.get(docx.oxml.ns.qn("w:instr")) for field in footer.xpath(".//w:fldSimple")]
    assert codes == ["PAGE", "NUMPAGES"]
    known = document.core_properties
    assert (known.title, known.author, known.language) == ("Japan – Philippines", "Servanda", "en-GB")
    assert known.created.timetuple()[:6] == brief.stamp.timetuple()[:6]
    with ZipFile(io.BytesIO(data)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
