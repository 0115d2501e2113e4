"""Linked data as JSON-LD: quotations as annotations (W3C Web Annotation), where facts come from and who
judged what (PROV-O).

Each fact is an annotation of its document: the body is what it says, the targets are its quotations, each by
its place (offsets in code points) and its words. The context stands in the file, so that nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any
from urllib.parse import quote

import msgspec

from servanda.model.facts import AnyFact, Instrument
from servanda.publish.addresses import web_address
from servanda.publish.holdings import Holdings
from servanda.publish.lines import fact_line
from servanda.query.entries import EntryView
from servanda.query.views import DocumentView, PersonView
from servanda.resolve.judgement import Judgement, undoings

Node = dict[str, Any]

_BASE = "urn:servanda:"
_NOT_SAID = frozenset({"id", "document", "evidence", "confidence", "extractor", "kind"})

CONTEXT: Node = {
    "@version": 1.1,
    "@vocab": f"{_BASE}vocabulary:",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "body": "oa:hasBody",
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "describing": "oa:describing",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "exact": "oa:exact",
    "value": "rdf:value",
    "label": "rdfs:label",
    "title": "dcterms:title",
    "issued": "dcterms:issued",
    "publisher": "dcterms:publisher",
    "language": "dcterms:language",
    "address": {"@id": "dcterms:source", "@type": "@id"},
    "Entity": "prov:Entity",
    "Collection": "prov:Collection",
    "Activity": "prov:Activity",
    "Person": "prov:Person",
    "SoftwareAgent": "prov:SoftwareAgent",
    "member": {"@id": "prov:hadMember", "@type": "@id"},
    "derivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "generatedBy": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
    "associatedWith": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
    "used": {"@id": "prov:used", "@type": "@id"},
    "ended": {"@id": "prov:endedAtTime", "@type": "xsd:dateTime"},
    "why": "rdfs:comment",
}
"""Terms of the Web Annotation and PROV vocabularies under the names of the former's JSON-LD; what the
guidelines define stands under `urn:servanda:vocabulary:` by its own name."""


def write_linked_data(held: Holdings, out: IO[bytes]) -> int:
    """Writes one graph, a node a line; the number of facts. `out` stays open."""
    out.write(b'{"@context": ' + msgspec.json.encode(CONTEXT) + b',\n"@graph": [')
    for number, node in enumerate(_nodes(held)):
        out.write((b",\n" if number else b"\n") + msgspec.json.encode(node))
    out.write(b"\n]}\n")
    return len(held.facts)


def _nodes(held: Holdings) -> Iterator[Node]:
    yield from map(_document, held.documents)
    yield from _extractions(held)
    yield from (_annotation(view.fact) for view in held.facts)
    yield from map(_entry, held.entries)
    yield from map(_individual, held.people)
    undone = {judgement.undoes: judgement.number for judgement in undoings(held.judgements)}
    yield from _judges(held)
    yield from (_judgement(each, undone.get(each.number)) for each in held.judgements)


def _document(view: DocumentView) -> Node:
    told = {
        "title": view.title or view.name,
        "issued": view.published,
        "publisher": view.publisher,
        "language": view.language,
        "address": web_address(view.url),
        "sha256": view.sha256,
    }
    return {"id": _BASE + view.id, "type": "Entity"} | _stated(told)


def _extractions(held: Holdings) -> Iterator[Node]:
    """One activity for each extractor, that read the documents of its facts."""
    used: dict[str, dict[str, None]] = {}
    for view in held.facts:
        if view.fact.extractor:
            used.setdefault(view.fact.extractor, {})[_BASE + view.fact.source] = None
    for extractor, sources in used.items():
        agent = f"{_BASE}extractor:{_part(extractor)}"
        yield {"id": agent, "type": "SoftwareAgent", "label": extractor}
        yield {
            "id": _extraction(extractor),
            "type": "Activity",
            "associatedWith": agent,
            "used": list(sources),
        }


def _extraction(extractor: str) -> str:
    return f"{_BASE}extraction:{_part(extractor)}"


def _annotation(fact: AnyFact) -> Node:
    generated = {"generatedBy": _extraction(fact.extractor)} if fact.extractor else {}
    return generated | {
        "id": _BASE + fact.id,
        "type": ["Annotation", "Entity"],
        "motivation": "describing",
        "body": {"type": f"{fact.kind.capitalize()}Fact"} | _said(fact),
        "target": [
            {
                "type": "SpecificResource",
                "source": _BASE + fact.source,
                "selector": [
                    {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                    {"type": "TextQuoteSelector", "exact": span.text},
                ],
            }
            for span in fact.evidence
        ],
        "confidence": fact.confidence,
        "rule": fact.rule,
        "derivedFrom": _BASE + fact.source,
    }


def _said(fact: AnyFact) -> Node:
    """What the fact says by the names of the guidelines, but where these mean something else in linked data:
    its type is `category`, and a relation has `relation` and `to`."""
    said = {name: value for name, value in fact_line(fact).items() if name not in _NOT_SAID}
    if "type" in said:
        said["category"] = said.pop("type")
    if isinstance(fact, Instrument) and fact.relations:
        said["relations"] = [{"relation": each.type, "to": each.target} for each in fact.relations]
    return said


def _entry(view: EntryView) -> Node:
    told = {
        "label": view.label,
        "kind": view.kind,
        "date": view.date,
        "standing": view.status.value if view.status else None,
        "why": view.status.reason if view.status else None,
        "sources": view.sources,
        "conflicts": list(view.conflicts) or None,
    }
    members = [_BASE + each.id for each in view.facts]
    return {"id": _BASE + view.id, "type": ["Entry", "Collection"], "member": members} | _stated(told)


def _individual(view: PersonView) -> Node:
    posts = [" ".join(part for part in (post.rank, post.post) if part) for post in view.posts]
    told = {"label": view.name, "party": view.party, "alsoCalled": list(view.spellings), "post": posts}
    return {"id": _BASE + view.id, "type": "Person"} | _stated(told)


def _judges(held: Holdings) -> Iterator[Node]:
    for name in sorted({judgement.by for judgement in held.judgements}):
        yield {"id": _judge(name), "type": "Person", "label": name}


def _judge(name: str) -> str:
    return f"{_BASE}judge:{_part(name)}"


def _judgement(judgement: Judgement, undone_by: int | None) -> Node:
    about = [_BASE + judgement.a, _BASE + judgement.b]
    told = {
        "why": judgement.why,
        "undoes": {"id": f"{_BASE}judgement-{judgement.undoes}"} if judgement.undoes else None,
        "undoneBy": {"id": f"{_BASE}judgement-{undone_by}"} if undone_by else None,
    }
    return {
        "id": f"{_BASE}judgement-{judgement.number}",
        "type": ["Judgement", "Activity"],
        "ruling": judgement.ruling,
        "used": about,
        "associatedWith": _judge(judgement.by),
        "ended": judgement.made,
    } | _stated(told)


def _part(name: str) -> str:
    """A name as a part of an identifier."""
    return quote(name, safe="")


def _stated(told: Node) -> Node:
    return {name: value for name, value in told.items() if value not in (None, "", [])}
