"""HTML to text: the main text of a page, its captions, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement, document_fromstring
from trafilatura import bare_extraction, baseline, extract_metadata

from servanda.errors import InputError
from servanda.model.document import RegionKind
from servanda.sources.encoding import decode
from servanda.sources.metadata import Metadata, edtf_day
from servanda.text.extract import Block, Extract, tidy

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CAPTIONS = "//figcaption | //*[contains(concat(' ', @class, ' '), ' wp-caption-text ')]"
_FIGURE = "(ancestor::figure | ancestor::*[contains(concat(' ', @class, ' '), ' wp-caption ')])[1]"
_BLOCKS = frozenset(("p", "head", "item", "quote", "row", "code"))

# Only what names itself a date of publication; a date found elsewhere on a page may be anything.
_PUBLICATION_NAMES = frozenset((
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "date", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.issued", "citation_publication_date",
    "sailthru.date", "parsely-pub-date", "article.published",
))  # fmt: skip
_PUBLICATION_TIMES = (
    "//time[@pubdate or @itemprop='datePublished' or contains(@class, 'publish') "
    "or contains(@class, 'entry-date') or contains(@class, 'post-date')]/@datetime"
    " | //*[@itemprop='datePublished']/@content"
)


def read_html(data: bytes, subject: str, charset: str | None = None) -> Extract:
    """The main text of a page, its headings and captions marked.

    `charset` is what came with the page, if anything did. InputError when no page or no text is there.
    """
    named = _CHARSET.search(data[:4096])
    text = decode(data, subject, charset or (named.group(1).decode("ascii", "replace") if named else None))
    try:
        page = document_fromstring(_XML_DECLARATION.sub("", text, count=1))
        metadata = _metadata(page)
        captions = _free_captions(page)
        blocks = list(_main_text(page, captions))
    # trafilatura does not say what it raises on a broken tree
    except (etree.LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        raise InputError(subject, "is damaged: no page can be read from it", "get the page again") from error
    return Extract.of(blocks, metadata)


def _main_text(page: HtmlElement, captions: frozenset[str]) -> Iterator[Block]:
    found = bare_extraction(deepcopy(page), with_metadata=False, include_comments=False)
    body = getattr(found, "body", None)
    if body is None or not "".join(body.itertext()).strip():
        body, _, _ = baseline(deepcopy(page))
    yield from _blocks(body, captions)


def _blocks(node: etree._Element, captions: frozenset[str]) -> Iterator[Block]:
    """The outermost blocks of trafilatura's tree, and text that stands between them."""
    if node.text:
        yield node.text, None
    for child in node.iterchildren(tag=etree.Element):
        if child.tag in _BLOCKS and not any(inner.tag in _BLOCKS for inner in child.iterdescendants()):
            text = tidy(_text(child))
            kind: RegionKind | None = "heading" if child.tag == "head" else None
            yield text, "caption" if text in captions else kind
        elif len(child) or child.tag not in _BLOCKS:
            yield from _blocks(child, captions)
        else:
            yield _text(child), None
        if child.tail:
            yield child.tail, None


def _text(node: etree._Element) -> str:
    """The text of a block; source line ends are blanks, `lb` elements are line ends."""
    pieces = [re.sub(r"\s+", " ", node.text or "")]
    for child in node:
        separator = {"lb": "\n", "cell": "\n"}.get(str(child.tag), "")
        pieces += [separator, _text(child), re.sub(r"\s+", " ", child.tail or "")]
    return "".join(pieces)


def _free_captions(page: HtmlElement) -> frozenset[str]:
    """Put each caption in the place of its figure as a paragraph, since figures are left out of the main
    text; the captions as they will stand there."""
    captions = []
    for caption in page.xpath(_CAPTIONS):
        text = tidy(re.sub(r"\s+", " ", caption.text_content()))
        figure = next(iter(caption.xpath(_FIGURE)), caption)
        parent = figure.getparent()
        if not text or parent is None:
            continue
        paragraph = etree.Element("p")
        paragraph.text, paragraph.tail = text, figure.tail
        parent.replace(figure, paragraph)
        captions.append(text)
    return frozenset(captions)


def _metadata(page: HtmlElement) -> Metadata:
    found = extract_metadata(deepcopy(page), extensive=False)
    url = next(iter(page.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")), None)
    return Metadata(
        title=found.title or None,
        published=_published(page),
        publisher=found.sitename or None,
        url=str(url) if url and re.match(r"https?://", url) else None,
        author=found.author or None,
    )


def _published(page: HtmlElement) -> str | None:
    """The date of publication that the page declares, from its head, its linked data or its time element."""
    declared = [
        meta.get("content", "")
        for meta in page.xpath("//meta[@content]")
        if (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        in _PUBLICATION_NAMES
    ]
    for script in page.xpath("//script[@type='application/ld+json']"):
        declared += re.findall(r'"datePublished"\s*:\s*"([^"]+)"', script.text_content())
    declared += [str(value) for value in page.xpath(_PUBLICATION_TIMES)]
    for value in declared:
        try:
            return edtf_day(value)
        except ValueError:
            continue
    return None
