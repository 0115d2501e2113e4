"""Bytes to documents: text, metadata and regions of whatever the sources hand on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO

from servanda.errors import InputError
from servanda.model.document import Document
from servanda.sources.encoding import decode, is_text, not_text
from servanda.sources.inputs import iter_inputs
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.sources.metadata import Metadata, find_metadata
from servanda.sources.web.fetch import Fetcher
from servanda.text.extract import Extract, stable
from servanda.text.html import read_html
from servanda.text.language import SUPPORTED, is_supported, other_language
from servanda.text.mail import read_mail
from servanda.text.metadata import metadata_in
from servanda.text.regions import find_regions
from servanda.text.worker import read_apart, too_long

_DEFAULT = Limits()
# Starting a process for every page would take longer than reading it; only large ones can take long.
_READ_HERE: Mapping[str, Callable[[RawItem], Extract]] = {
    "text/html": lambda item: read_html(item.data, item.origin, item.charset),
    "message/rfc822": lambda item: read_mail(item.data, item.origin),
}
_LARGE = 1 << 20


Loaded = tuple[RawItem, Document] | Skipped
"""A document with the bytes that it was read from, or why there is none."""


def documents(
    paths: Sequence[str],
    *,
    metadata: Mapping[str, Metadata] | None = None,
    limits: Limits = _DEFAULT,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Loaded]:
    """Every document in `paths` with the bytes that it was read from; what cannot be read as Skipped.

    `metadata` describes documents by file name, or path within a given folder; it prevails over what the
    documents say of themselves, and takes the place of metadata tables found in folders.
    """
    items = iter_inputs(paths, limits=limits, stdin=stdin, beside=metadata is None, fetcher=fetcher)
    return load(items, metadata=metadata, limits=limits)


def load(
    items: Iterable[RawItem | Skipped],
    *,
    metadata: Mapping[str, Metadata] | None = None,
    limits: Limits = _DEFAULT,
) -> Iterator[Loaded]:
    """The documents in `items`, one after the other; what cannot be read as Skipped."""
    for item in items:
        if isinstance(item, Skipped):
            yield item
            continue
        try:
            override = find_metadata(metadata, item.file) if metadata else None
            document = read_document(item, override, limits)
        except InputError as error:
            yield Skipped(item.origin, error.problem, error.mend)
        else:
            yield item, document


def read_document(item: RawItem, override: Metadata | None = None, limits: Limits = _DEFAULT) -> Document:
    """The document in `item`. What `override` knows prevails over what came with the item, that over what
    the format tells, that over what stands in the text.

    InputError when it is empty, encrypted, damaged, no text, too long or not in a supported language.
    """
    if not item.data.strip():
        raise InputError(item.origin, "is empty")
    extract = _extract(item, limits)
    text = extract.text
    known = (override or Metadata()).over(item.metadata).over(extract.metadata)
    _check(text, known.language, item.origin, limits)
    regions = find_regions(text, known.title, extract.regions)
    found = metadata_in(text, regions)
    return Document(
        name=item.name,
        origin=known.url or item.origin,
        text=text,
        sha256=hashlib.sha256(item.data).hexdigest(),
        media_type=item.media_type,
        title=known.title or found.title,
        published=known.published or found.published,
        publisher=known.publisher,
        url=known.url,
        language=SUPPORTED,
        author=known.author or found.author,
        translator=found.translator,
        regions=regions,
    )


def _extract(item: RawItem, limits: Limits) -> Extract:
    if item.media_type.startswith("text/") and item.media_type != "text/html":
        return Extract(text=stable(decode(item.data, item.origin, item.charset)))
    if item.media_type in _READ_HERE and len(item.data) <= _LARGE:
        return _READ_HERE[item.media_type](item)
    return read_apart(item, limits)


def _check(text: str, language: str | None, subject: str, limits: Limits) -> None:
    """InputError when `text` cannot be read further."""
    if not any(character.isalnum() for character in text):
        raise InputError(subject, "has no text")
    if not is_text(text):
        raise not_text(subject)
    if len(text) > limits.max_characters:
        raise too_long(subject, limits)
    if language is not None:
        if not is_supported(language):
            problem = f"is in the language {language!r} by its metadata; only English is read"
            raise InputError(subject, problem, "correct the metadata if that is wrong")
    elif other := other_language(text):
        problem = f"is not in English (it looks like {other!r})"
        raise InputError(subject, problem, "if it is in English, say so in the metadata: language en")
