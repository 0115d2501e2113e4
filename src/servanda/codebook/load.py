"""Reads the vocabulary: YAML files of codebook/data into typed records."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any, TypeVar

import msgspec
import yaml

from servanda.errors import ServandaError

T = TypeVar("T")

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MEND = "correct the file or install Servanda again"


def load_data(name: str, type_: type[T]) -> T:
    """The content of `codebook/data/<name>` as `type_` (a Struct, or a list or dict of them).

    Raises ServandaError, naming the file and the entry, if it is absent, no YAML, or of another shape.
    """
    try:
        text = files("servanda.codebook").joinpath("data", name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ServandaError(f"codebook/data/{name}", "is not there", _MEND) from error
    return parse_data(name, text, type_)


def parse_data(name: str, text: str, type_: type[T]) -> T:
    """The YAML `text` as `type_`; `name` stands for it in errors."""
    try:
        raw = yaml.load(text, Loader=_Loader)  # noqa: S506 - either loader is a safe one
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "unreadable"
        raise ServandaError(f"codebook/data/{name}{where}", f"is no valid YAML ({problem})", _MEND) from error
    try:
        return msgspec.convert(raw, type_)
    except msgspec.ValidationError as error:
        problem, _, path = str(error).partition(" - at ")
        raise ServandaError(f"codebook/data/{name}, {_entry(raw, path)}", problem, _MEND) from error


def _entry(raw: Any, path: str) -> str:
    """Where in the file a wrong value stands, by the entry's code where it has one."""
    index = re.match(r"`\$\[(\d+)\]", path)
    if index and isinstance(raw, list):
        entry = raw[int(index[1])]
        code = entry.get("code") if isinstance(entry, dict) else None
        return f"entry {int(index[1]) + 1}" + (f" ({code})" if code else "")
    return path.strip("`") or "top level"
