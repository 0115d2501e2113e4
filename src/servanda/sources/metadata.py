"""What is known of a document besides its text, and the tables in which users write it down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path, PurePosixPath

import msgspec

from servanda.errors import InputError
from servanda.sources.limits import Limits
from servanda.sources.streams import DAMAGED, FileName, unpack
from servanda.sources.tables import TABLE_ENDINGS, BadRow, Row, rows

_FORM = "give each document a row with file and any of title, published, publisher, url, language, author"


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one document besides its text; None is unknown.

    file       the name by which a table calls the document
    published  EDTF: a year, a month or a day
    language   ISO 639 code
    """

    file: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    author: str | None = None

    def over(self, other: Metadata | None) -> Metadata:
        """This, with what it does not know taken from `other`."""
        if other is None:
            return self
        known = {name: value for name, value in msgspec.structs.asdict(self).items() if value is not None}
        return msgspec.structs.replace(other, **known)

    @classmethod
    def from_row(cls, cells: Mapping[str, object]) -> Metadata:
        """Read the columns that bear the name of a property; other columns are left alone.

        ValueError says which cell is no text, or that `published` is no date.
        """
        values = {name: cell_text(cells, name) for name in cls.__struct_fields__}
        if values["published"] is not None:
            values["published"] = edtf_day(values["published"])
        return cls(**values)


def cell_text(cells: Mapping[str, object], column: str) -> str | None:
    """The trimmed text of one cell; None when it is empty or absent. Whole numbers count as text."""
    value = cells.get(column)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(f"{column} is not text")
    return str(value).strip() or None


def edtf_day(value: str) -> str:
    """`value` as an EDTF year, month or day, without the time of a timestamp; ValueError if it is none."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:?\d\d.*)?)?)?", value.strip(), re.ASCII)
    try:
        if not found:
            raise ValueError
        year, month, day = found.groups()
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError(f"published {value!r} is no date of the form 2018-03-26, 2018-03 or 2018") from None
    return "-".join(part for part in (year, month, day) if part)


def load_metadata(path: str | Path) -> dict[str, Metadata]:
    """Read a table of metadata, JSON Lines or CSV (also compressed), keyed by its `file` column.

    InputError names the file and the line that cannot be used.
    """
    path = Path(path)
    name, limits = FileName.of(path.name), Limits()
    if name.ending not in TABLE_ENDINGS:
        raise InputError(str(path), "is no table of metadata", "use a .jsonl or .csv file")
    try:
        with path.open("rb") as file:
            stream = unpack(file, name.packed, limits, str(path))
            return _by_file(rows(stream, name.ending, limits.max_bytes, str(path)), str(path))
    except (OSError, *DAMAGED) as error:
        raise InputError(str(path), f"cannot be read ({error})") from error


def find_metadata(table: Mapping[str, Metadata], file: str) -> Metadata | None:
    """The row for `file`: by its path within the given folder, by its name, and by either without the
    ending of its compression."""
    path = PurePosixPath(file)
    unpacked = FileName.of(file).unpacked
    return next(
        (table[key] for key in (file, path.name, str(path.parent / unpacked), unpacked) if key in table), None
    )


def _by_file(table: Iterable[Row | BadRow], subject: str) -> dict[str, Metadata]:
    found: dict[str, Metadata] = {}
    for row in table:
        try:
            if isinstance(row, BadRow):
                raise ValueError(row.problem)
            metadata = Metadata.from_row(row.cells)
            if metadata.file is None:
                raise ValueError("has no file")
            if metadata.file in found:
                raise ValueError(f"names {metadata.file!r} a second time")
        except ValueError as error:
            raise InputError(f"{subject}, line {row.line}", str(error), _FORM) from error
        found[metadata.file] = metadata
    return found
