"""Calls for whole files: facts for spreadsheets and data frames, linked data, calendars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from litestar import Response
from litestar.di import NamedDependency
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse, Operation, Schema
from litestar.openapi.spec.enums import OpenAPIType
from litestar.params import FromPath

from servanda.web.api.answers import Asking, lists
from servanda.web.api.asking import Chosen
from servanda.web.api.entries import desk
from servanda.web.exporting import FORMATS, write_export
from servanda.web.threads import in_few_threads

Format = Literal[
    "csv", "jsonl", "parquet", "plover", "cameo", "dcad", "jsonld", "ftm", "gexf", "package"
]  # fmt: skip
_TYPES: Mapping[Format, str] = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
    "plover": "text/csv",
    "cameo": "text/csv",
    "dcad": "text/csv",
    "jsonld": "application/ld+json",
    "ftm": "application/jsonl",
    "gexf": "application/gexf+xml",
    "package": "application/zip",
}
_MEDIA = sorted(set(_TYPES.values()))


def _form(type_: str) -> Schema:
    return Schema(type=OpenAPIType.OBJECT if type_ == "application/ld+json" else OpenAPIType.STRING)


@dataclass
class Files(Operation):
    """Describes a call that answers with files of several types."""

    def __post_init__(self) -> None:
        """Names the types of the files."""
        if self.responses is not None:
            done = OpenAPIResponse(
                description="The file.", content={type_: OpenAPIMediaType(_form(type_)) for type_ in _MEDIA}
            )
            self.responses = {**self.responses, "200": done}


@lists("/exports/{format_:str}", "exports", Chosen, operation_class=Files)
@in_few_threads
def exported(request: Asking, format_: FromPath[Format], asks: NamedDependency[Chosen]) -> Response[bytes]:
    """Get the facts that satisfy the filters as a file; of the linked formats also entries and people."""
    here, out = desk(request), BytesIO()
    write_export(here.ledger, format_, asks.filters(), here.today(), out)
    disposition = f'attachment; filename="servanda-{format_}.{FORMATS[format_][1]}"'
    return Response(out.getvalue(), media_type=_TYPES[format_], headers={"Content-Disposition": disposition})


HANDLERS = (exported,)
