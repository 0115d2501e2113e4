"""What changed, as an Atom feed (RFC 4287): one entry of the feed for each entry of the ledger."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

import msgspec
from lxml import etree

from servanda.publish.plain import plain
from servanda.query.edition.rows import EntryRow

_ATOM = "http://www.w3.org/2005/Atom"
_NO_TIME = "1970-01-01T00:00:00Z"


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """An entry with when the last of its facts was read (UTC, ISO), and the address of its page."""

    entry: EntryRow
    read: str
    address: str


def write_atom(title: str, address: str, items: Iterable[Item]) -> bytes:
    """The feed at `address`, what was read last first, else in the order of `items`.

    The id of an item is made from that of its entry, which is that of its first fact and stays when others
    are added: a reader shows the item as changed, not as another one.
    """
    listed = sorted(items, key=lambda item: item.read, reverse=True)
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    _add(feed, "title", title)
    _add(feed, "id", _urn(address))
    _add(feed, "updated", listed[0].read if listed else _NO_TIME)
    _link(feed, "self", address)
    author = etree.SubElement(feed, f"{{{_ATOM}}}author")
    _add(author, "name", "Servanda")
    for item in listed:
        _item(feed, item)
    written: bytes = etree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _item(feed: etree._Element, item: Item) -> None:
    row = item.entry
    made = etree.SubElement(feed, f"{{{_ATOM}}}entry")
    _add(made, "title", f"{row.label}: {row.status}" if row.status else row.label)
    _add(made, "id", _urn(row.id))
    _add(made, "updated", item.read)
    _link(made, "alternate", item.address)
    etree.SubElement(made, f"{{{_ATOM}}}category", term=row.kind)
    told = [row.who, row.what, row.reason or "", f"Sources: {row.sources}"]
    _add(made, "summary", ". ".join(part.rstrip(".") for part in told if part))


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = plain(text)


def _link(parent: etree._Element, rel: str, address: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}link", rel=rel, href=address)


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"urn:servanda:{name}").urn
