"""Rows as typed data frames: the same columns and types whatever the rows, none among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal

from servanda.errors import ServandaError

if TYPE_CHECKING:
    import pandas as pd

Type = Literal["text", "integer", "number", "flag", "day", "list", "object"]
"""day: a calendar day; list and object: Python lists, and dicts or None."""
Columns = Mapping[str, Type]

_TYPES = {"text": "string", "integer": "Int64", "number": "Float64", "flag": "boolean"}


def need_pandas() -> None:
    """ServandaError, with the mend, where pandas is not installed."""
    if find_spec("pandas") is None:
        raise ServandaError("pandas", "is not installed", "install it: pip install 'servanda[pandas]'")


def frame(columns: Columns, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """The rows under these columns, in their order; what a row does not have is missing."""
    import pandas as pd

    held = list(rows)
    made = {name: _series([row.get(name) for row in held], type_) for name, type_ in columns.items()}
    return pd.DataFrame(made)


def _series(values: list[Any], type_: Type) -> pd.Series[Any]:
    import numpy as np
    import pandas as pd

    match type_:
        case "day":  # to the second: to the nanosecond, the usual way, there is no day before 1677
            return pd.Series(np.array([value or "NaT" for value in values], dtype="datetime64[s]"))
        case "list":
            return pd.Series([list(value or ()) for value in values], dtype="object")
        case "object":
            return pd.Series(values, dtype="object")
    return pd.Series(values, dtype=_TYPES[type_])
