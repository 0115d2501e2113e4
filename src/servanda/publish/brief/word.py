"""A briefing as a Word file: its own styles and headings, a table of each list, a picture with its text."""

from __future__ import annotations

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from servanda.publish.brief.parts import Brief, Note, Reference, Section, Statement, Table
from servanda.publish.brief.timeline import caption
from servanda.publish.brief.typst import to_png
from servanda.publish.charts.lanes import draw
from servanda.publish.charts.plan import Plan, description, title
from servanda.publish.dates import in_words

_WIDTH = Mm(172)
_FONT = "Calibri"
_IN_TABLES = "Table Text"
_SIZES = {"Normal": 9.2, "Title": 20, "Subtitle": 11, "Heading 1": 12, "List Bullet": 9.2, "List Number": 6.9,
          "Caption": 8.5, "Footer": 8, _IN_TABLES: 8.5}  # fmt: skip
"""Styles with their size in points."""
_GREY = RGBColor(0x55, 0x59, 0x5F)
_LINK = "1D5491"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""Of the ZIP format; the times of the parts of a file say nothing about the briefing."""


def to_word(brief: Brief) -> bytes:
    """The file. The same briefing gives the same bytes, as its dates are those of the ledger."""
    document = docx.Document()
    _set_up(document, brief)
    document.add_paragraph(brief.title, style="Title")
    document.add_paragraph(brief.subtitle, style="Subtitle")
    for number, section in enumerate(brief.sections):
        _add_section(document, section)
        if number == 0 and brief.timeline is not None:
            _add_picture(document, brief.timeline)
    document.add_heading("References", level=1)
    columns = document.add_section(WD_SECTION.CONTINUOUS)._sectPr.xpath("./w:cols")[0]
    _set(columns, num="2", space="340")
    for reference in brief.references:
        _add_reference(document, reference)
    out = io.BytesIO()
    document.save(out)
    return _without_times(out.getvalue())


# -- page and styles --


def _set_up(document: Document, brief: Brief) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(19)
    page.top_margin, page.bottom_margin = Mm(17), Mm(18)
    page.footer_distance = Mm(9)
    _set_styles(document)
    footer = page.footer.paragraphs[0]
    footer.add_run(f"{brief.title}, {brief.subtitle}\t")
    _add_field(footer, "PAGE")
    footer.add_run(" / ")
    _add_field(footer, "NUMPAGES")
    known = document.core_properties
    known.title, known.subject = brief.title, brief.subtitle
    known.author = known.last_modified_by = "Servanda"
    known.created = known.modified = brief.stamp.replace(tzinfo=None)
    known.language, known.comments, known.keywords = "en-GB", "", ""


def _set_styles(document: Document) -> None:
    document.styles.add_style(_IN_TABLES, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.size = Pt(size)
        style.font.name = _FONT
        for script in ("cs", "eastAsia"):
            _set(style.element.rPr.rFonts, **{script: _FONT})
        _drop(style.element.rPr.rFonts, "asciiTheme", "hAnsiTheme", "csTheme", "eastAsiaTheme")
        spacing = style.paragraph_format
        spacing.space_before, spacing.space_after = Pt(7 if name == "Heading 1" else 0), Pt(1)
        spacing.line_spacing = 1.0
    for name in ("List Bullet", "List Number"):
        indents = document.styles[name].paragraph_format
        indents.left_indent, indents.first_line_indent = Mm(5), Mm(-5)
    for name in ("Subtitle", "Caption", "Footer"):
        document.styles[name].font.color.rgb = _GREY
        document.styles[name].font.bold = False
    tabs = document.styles["Footer"].paragraph_format.tab_stops
    tabs.clear_all()
    tabs.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    _set(document.styles.element.xpath("//w:rPrDefault//w:lang")[0], val="en-GB")


# -- what stands in it --


def _add_section(document: Document, section: Section) -> None:
    document.add_heading(section.title, level=1)
    for block in section.blocks:
        if isinstance(block, Statement):
            _add_statement(document.add_paragraph(style="List Bullet"), block)
        elif isinstance(block, Note):
            document.add_paragraph(block.text, style="Caption")
        else:
            _add_table(document, block)


def _add_statement(paragraph: Paragraph, statement: Statement) -> None:
    for piece in statement.pieces:
        run = paragraph.add_run(f"“{piece.text}”" if piece.kind == "words" else piece.text)
        run.bold = True if piece.kind == "strong" else None
    _add_refs(paragraph, statement.refs)


def _add_table(document: Document, table: Table) -> None:
    cited = any(row.refs for row in table.rows)
    heads = [name[:1].upper() + name[1:] for name in table.columns] + ["Source"] * cited
    widths = [*table.widths, *([2] if cited else [])]
    made = document.add_table(rows=1, cols=len(heads), style="Light Shading")
    made.autofit = False
    for cell, head in zip(made.rows[0].cells, heads, strict=True):
        cell.text = head
    _mark_header(made.rows[0]._tr)
    for row in table.rows:
        cells = made.add_row().cells
        for cell, text in zip(cells, row.cells, strict=False):
            cell.text = text
        if cited:
            _add_refs(cells[-1].paragraphs[0], row.refs)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = int(_WIDTH * width / sum(widths))
        for cell in column.cells:
            cell.width = column.width
            cell.paragraphs[0].style = _IN_TABLES


def _add_picture(document: Document, timeline: Plan) -> None:
    document.add_picture(io.BytesIO(to_png(draw(timeline))), width=_WIDTH)
    described = document.paragraphs[-1]._p.xpath(".//wp:docPr")[0]
    described.set("title", title(timeline))
    described.set("descr", description(timeline))
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    document.add_paragraph(caption(timeline), style="Caption")


def _add_reference(document: Document, reference: Reference) -> None:
    paragraph = document.add_paragraph(style="List Number")
    _add_bookmark(paragraph, reference.number)
    paragraph.add_run(reference.title or reference.document).italic = True
    published = in_words(reference.published) if reference.published else "no date"
    told = ", ".join(part for part in (reference.publisher, published) if part)
    cut = " […]" if reference.cut else ""
    address = f" {reference.url}" if reference.url else ""
    paragraph.add_run(f", {told}: “{reference.quotation}{cut}”{address}")


# -- what python-docx has no words for --


def _add_refs(paragraph: Paragraph, numbers: Iterable[int]) -> None:
    """Numbers in brackets, each of which leads to its reference."""
    for at, number in enumerate(numbers):
        paragraph.add_run(", " if at else " [")
        link = _element("w:hyperlink", anchor=_anchor(number), history="1")
        run = _element("w:r")
        properties = _element("w:rPr")
        properties.append(_element("w:color", val=_LINK))
        text = _element("w:t")
        text.text = str(number)
        run.extend((properties, text))
        link.append(run)
        paragraph._p.append(link)
    if numbers:
        paragraph.add_run("]")


def _add_bookmark(paragraph: Paragraph, number: int) -> None:
    paragraph._p.append(_element("w:bookmarkStart", id=str(number), name=_anchor(number)))
    paragraph._p.append(_element("w:bookmarkEnd", id=str(number)))


def _add_field(paragraph: Paragraph, code: str) -> None:
    """A number that Word works out itself."""
    field = _element("w:fldSimple", instr=code)
    run = _element("w:r")
    text = _element("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _mark_header(row: BaseOxmlElement) -> None:
    """The row is read out as the header, and repeated on the next page."""
    properties = row.get_or_add_trPr()
    properties.append(_element("w:tblHeader"))


def _anchor(number: int) -> str:
    return f"ref_{number}"


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(tag)
    _set(element, **attributes)
    return element


def _set(element: BaseOxmlElement, **attributes: str) -> None:
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)


def _drop(element: BaseOxmlElement, *attributes: str) -> None:
    for name in attributes:
        element.attrib.pop(qn(f"w:{name}"), None)


def _without_times(data: bytes) -> bytes:
    """The same archive without the times at which its parts were written."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for part in given.namelist():
            made.writestr(ZipInfo(part, _FIRST_DAY), given.read(part), ZIP_DEFLATED)
    return out.getvalue()
