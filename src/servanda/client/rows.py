"""What the queries answer, as rows of data frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from servanda.ledger.rows import date_of
from servanda.model import edtf
from servanda.model.facts import AnyFact
from servanda.publish.lines import fact_line
from servanda.publish.rows import entry_row, parties_of
from servanda.query.entries import EntryView
from servanda.query.organisations import OrganisationView
from servanda.query.views import FactView, PersonView, SearchResults
from servanda.resolve.conflicts import Conflict

Row = dict[str, Any]

_OF_ONE_FACT = frozenset({"id", "kind", "document", "evidence", "confidence", "modality", "extractor"})


def of_entry(view: EntryView) -> Row:
    """An entry with what it says by the names of the guidelines, and what stands behind it."""
    said = _said(view.fact)
    known = {each.document: None for each in view.facts}
    quotation = view.facts[0].fact.evidence[0].text if view.facts else None
    behind = {"quotation": quotation, "documents": list(known), "facts": [each.id for each in view.facts]}
    return said | entry_row(view) | behind


def of_fact(view: FactView, entry_of: Mapping[str, str]) -> Row:
    """A fact with the quotation that states it most fully."""
    fact, when = view.fact, date_of(view.fact)
    days, span = edtf.bounds(when) if when else None, fact.evidence[0]
    return {
        "id": view.id,
        "kind": view.kind,
        "entry": entry_of.get(view.id),
        "date": when,
        "first_day": days[0].isoformat() if days else None,
        "last_day": days[1].isoformat() if days else None,
        "parties": parties_of(fact),
        "fields": list(getattr(fact, "fields", ())),
        "modality": fact.modality,
        "confidence": fact.confidence,
        "quotation": span.text,
        "start": span.start,
        "end": span.end,
        "document": view.document,
        "document_title": view.title,
        "document_published": view.published,
        "document_publisher": view.publisher,
        "document_url": view.url,
        "extractor": fact.extractor,
        "rule": fact.rule,
        "properties": _said(fact),
    }


def of_person(view: PersonView) -> Row:
    """A person with the posts in words, and when the first and last of the documents were published."""
    told = [day for post in view.posts for day in (post.first, post.last) if day]
    return {
        "id": view.id,
        "name": view.name,
        "party": view.party,
        "posts": [" ".join(part for part in (post.rank, post.post) if part) for post in view.posts],
        "first": min(told, default=None),
        "last": max(told, default=None),
        "spellings": view.spellings,
        "documents": [each.name for each in view.documents],
    }


def of_organisation(view: OrganisationView) -> Row:
    """An organisation with who serves in it, and when the first and last of their documents were
    published."""
    told = [day for holder in view.holders for day in (holder.first, holder.last) if day]
    return {
        "id": view.id,
        "name": view.name,
        "party": view.party,
        "named": view.named,
        "names": view.names,
        "people": list(dict.fromkeys(holder.name for holder in view.holders)),
        "posts": list(dict.fromkeys(holder.post for holder in view.holders if holder.post)),
        "first": min(told, default=None),
        "last": max(told, default=None),
        "entries": view.entries,
    }


def of_conflict(conflict: Conflict, entry_of: Mapping[str, str]) -> Iterator[Row]:
    """A row for each document that tells a value."""
    for value in conflict.values:
        yield {
            "property": conflict.property,
            "label": conflict.label,
            "value": value.value,
            "quotation": value.span.text,
            "document": value.mention.source.name,
            "published": value.mention.source.published,
            "publisher": value.mention.source.publisher,
            "fact": value.mention.id,
            "entry": entry_of.get(value.mention.id),
        }


def of_hits(found: SearchResults) -> Iterator[Row]:
    """Documents, then facts, the best first."""
    for hit in found.documents:
        document = hit.document
        yield {
            "found": "document",
            "id": document.id,
            "text": hit.snippet.span.text if hit.snippet else None,
            "document": document.name,
            "title": document.title,
            "published": document.published,
            "publisher": document.publisher,
        }
    for view in found.facts:
        yield {
            "found": view.kind,
            "id": view.id,
            "text": view.fact.evidence[0].text,
            "document": view.document,
            "title": view.title,
            "published": view.published,
            "publisher": view.publisher,
        }


def _said(fact: AnyFact) -> Row:
    return {name: value for name, value in fact_line(fact).items() if name not in _OF_ONE_FACT}
