"""A data package (frictionless): tables with descriptions of their columns, codebook and citation, zipped."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec
import yaml

from servanda import __version__
from servanda.codebook.fields import fields
from servanda.codebook.kinds import groups
from servanda.codebook.load import parse_data
from servanda.publish.cells import write_table
from servanda.publish.holdings import Holdings
from servanda.publish.lines import fact_line
from servanda.publish.rows import entry_row
from servanda.query.views import PersonView

Row = dict[str, Any]

_NAME = "servanda-ledger"
_OF_FACTS = frozenset({"id", "kind", "document", "evidence", "confidence", "modality", "extractor"})
_KEYS = {"entries": "id", "facts": "id", "people": "id", "documents": "id"}
_LINKS = {
    "facts": [("entry", "entries"), ("document", "documents")],
    "quotations": [("fact", "facts"), ("document", "documents")],
}
_TEXTS = (
    "Text that begins with one of = + - @ ' or a tab has an apostrophe before it, so that no spreadsheet runs"
    " it: to have the words back, take the first character away wherever it is an apostrophe."
)


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A column (data/package.yaml explains the properties)."""

    name: str
    type: str
    description: str
    codes: str = ""


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the package."""

    name: str
    description: str
    fields: tuple[Field, ...]


@cache
def tables() -> tuple[Table, ...]:
    """The tables, in the order of the package."""
    text = files("servanda.publish").joinpath("data", "package.yaml").read_text(encoding="utf-8")
    return tuple(parse_data("package.yaml", text, list[Table]))


def write_package(held: Holdings, out: IO[bytes]) -> int:
    """Writes the package as a zip archive; how many facts it holds. The same holdings give the same bytes.

    `out` stays open.
    """
    rows = {
        "entries": map(entry_row, held.entries),
        "facts": _facts(held),
        "quotations": _quotations(held),
        "people": map(_person, held.people),
        "documents": (msgspec.to_builtins(each) for each in held.documents),
        "codebook": _codebook(),
    }
    with ZipFile(out, "w") as archive:
        described = {"$schema": "https://datapackage.org/profiles/1.0/datapackage.json"} | _described(held)
        _add(archive, "datapackage.json", msgspec.json.format(msgspec.json.encode(described), indent=2))
        _add(archive, "CITATION.cff", _citation(held.stamp).encode())
        for table in tables():
            _add(archive, f"{table.name}.csv", _csv(table, rows[table.name]))
    return len(held.facts)


def _add(archive: ZipFile, name: str, data: bytes) -> None:
    file = ZipInfo(name)  # its time is 1980: that of the machine would make other bytes
    file.compress_type = ZIP_DEFLATED
    archive.writestr(file, data)


def _csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Lists and objects as JSON, which no spreadsheet takes for a formula and every reader can take apart."""
    out = io.BytesIO()
    nested = {field.name for field in table.fields if field.type in ("array", "object")}
    cells = (
        {
            name: msgspec.json.encode(value).decode() if name in nested else value
            for name, value in row.items()
        }
        for row in rows
    )
    write_table([field.name for field in table.fields], cells, out)
    return out.getvalue()


# -- what it says of itself --


def _described(held: Holdings) -> Row:
    return {
        "name": _NAME,
        "title": "A ledger of cooperation between states",
        "description": (
            f"Read by Servanda {__version__}. Statuses are those of {held.day.isoformat()}. Every fact"
            f" stands on quotations; `facts` and `quotations` have them. {_TEXTS}"
        ),
        "created": held.stamp.isoformat().replace("+00:00", "Z"),
        "sources": [{"title": "Documents listed in documents.csv"}],
        "resources": [_resource(table) for table in tables()],
    }


def _resource(table: Table) -> Row:
    schema: Row = {"fields": [_field(field) for field in table.fields], "missingValues": [""]}
    if table.name in _KEYS:
        schema["primaryKey"] = _KEYS[table.name]
    if links := _LINKS.get(table.name):
        schema["foreignKeys"] = [
            {"fields": field, "reference": {"resource": resource, "fields": "id"}}
            for field, resource in links
        ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.description,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(field: Field) -> Row:
    told: Row = {"name": field.name, "type": field.type, "description": field.description}
    return told | {"constraints": {"enum": _codes(field.codes)}} if field.codes else told


def _codes(property_: str) -> list[str]:
    """The codes that the codebook has for a property; those of `kind` are the kinds themselves."""
    wanted = "" if property_ == "kind" else property_
    return [entry.code for group in groups() if group.property == wanted for entry in group.codes]


def _citation(stamp: datetime) -> str:
    """Who made the ledger is not known here; its keepers put their names in."""
    told: str = yaml.safe_dump(
        {
            "cff-version": "1.2.0",
            "message": "Please cite this data set together with the documents that you quote from it.",
            "title": "A ledger of cooperation between states",
            "type": "dataset",
            "authors": [{"name": "The keepers of this ledger, with Servanda"}],
            "version": stamp.date().isoformat(),
            "date-released": stamp.date().isoformat(),
            "keywords": ["diplomacy", "defence cooperation", "event data"],
        },
        sort_keys=False,
    )
    return told


# -- rows --


def _facts(held: Holdings) -> Iterator[Row]:
    entry_of = {each.id: entry.id for entry in held.entries for each in entry.facts}
    for view in held.facts:
        fact = view.fact
        said = {name: value for name, value in fact_line(fact).items() if name not in _OF_FACTS}
        yield {
            "id": view.id,
            "entry": entry_of.get(view.id),
            "kind": view.kind,
            "document": fact.source,
            "modality": fact.modality,
            "confidence": fact.confidence,
            "extractor": fact.extractor,
            "rule": fact.rule,
            "properties": said,
        }


def _quotations(held: Holdings) -> Iterator[Row]:
    for view in held.facts:
        for number, span in enumerate(view.fact.evidence):
            yield {
                "fact": view.id,
                "document": view.fact.source,
                "number": number,
                "start": span.start,
                "end": span.end,
                "text": span.text,
            }


def _person(view: PersonView) -> Row:
    posts: list[Row] = msgspec.to_builtins(view.posts)
    return {
        "id": view.id,
        "name": view.name,
        "party": view.party,
        "spellings": view.spellings,
        "posts": [{name: value for name, value in post.items() if value} for post in posts],
        "documents": [each.id for each in view.documents],
    }


def _codebook() -> Iterator[Row]:
    for group in groups():
        for entry in group.codes:
            yield {
                "kind": group.kind,
                "property": group.property or "kind",
                "code": entry.code,
                "definition": entry.definition,
                "example": entry.example,
                "borderline": entry.borderline,
            }
    for field in fields():
        yield {
            "kind": "",
            "property": "fields",
            "code": field.code,
            "definition": field.definition,
            "example": field.example,
            "borderline": field.borderline,
        }
