"""Tables of metadata and settings of any content: they are read, or refused with a name and a mend."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.errors import InputError, UsageError
from servanda.model import edtf
from servanda.settings import load_settings
from servanda.sources.metadata import Metadata, find_metadata, load_metadata

BOUNDED = settings(max_examples=120, derandomize=True, deadline=None)
ANY = st.text(st.characters(), max_size=30)

COLUMNS = st.sampled_from(
    ["file", "title", "published", "publisher", "url", "language", "FILE ", "text", "", "x"]
)
CELLS = st.one_of(
    ANY,
    st.sampled_from(["a.txt", "../a.txt", "2018-03-26", "2018-02-30", "0000", "2018-03-26T09:00Z",
                     " 2018 ", "١٩٩٩"]),
    st.none(), st.booleans(), st.integers(), st.floats(), st.lists(st.integers(), max_size=2),
    st.dictionaries(ANY, ANY, max_size=2),
)  # fmt: skip
OBJECTS = st.lists(st.dictionaries(COLUMNS, CELLS, max_size=5), max_size=4).map(
    lambda rows: "\n".join(map(json.dumps, rows)).encode()
)
MARKS = st.sampled_from(
    [
        "file",
        "published",
        "a.txt",
        "2018",
        ",",
        ";",
        "\t",
        '"',
        '""',
        "\n",
        "\r\n",
        "\r",
        "\0",
        "\ufeff",
        "é",
        "{",
        "}",
    ]
)
LINES = st.lists(MARKS, max_size=25).map("".join)
CONTENTS = (
    OBJECTS | st.binary(max_size=80) | LINES.map(str.encode) | LINES.map(lambda text: text.encode("utf-16"))
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@BOUNDED
@given(CONTENTS, st.sampled_from([".jsonl", ".csv", ".jsonl.gz", ".csv.bz2", ".ndjson", ".txt"]))
def test_a_table_of_metadata_is_read_or_refused_by_name(place: Path, content: bytes, ending: str) -> None:
    file = place / f"about{ending}"
    file.write_bytes(content)
    try:
        table = load_metadata(file)
    except InputError as error:
        assert str(file) in error.subject
        assert error.problem
        return
    assert load_metadata(file) == table
    for name, row in table.items():
        assert row.file == name != ""
        assert row.published is None or edtf.is_valid(row.published)
        assert find_metadata(table, name) == row
        assert row.over(Metadata(title="other")).title == (row.title or "other")


NAMES = st.sampled_from(
    ["ledger", "model", "limits", "web", "limits.max_bytes", "web.delay", "web.private", "max_seconds", "x"]
)
VALUES = st.sampled_from(
    ['"a.db"', '""', "1", "-1", "0", "1e400", "nan", "inf", "true", "[1]", "{}",
     "{ max_bytes = 1 }", "{ x = 1 }", "2018-03-26", "99999999999999999999", '"\\u0000"', "'"]
)  # fmt: skip
SETTINGS = st.lists(st.tuples(NAMES, VALUES), max_size=3).map(
    lambda lines: "\n".join(f"{name} = {value}" for name, value in lines).encode()
)
VARIABLES = st.dictionaries(
    st.sampled_from(
        ["LEDGER", "MODEL", "LIMITS_MAX_BYTES", "LIMITS_MAX_SECONDS", "WEB_DELAY", "X", "", "SETTINGS"]
    ),
    st.sampled_from(["", " ", "1", "-1", "nan", "inf", "1e9", "ja", "\udcff", "9" * 5000, ".", "/"]),
    max_size=3,
)


@BOUNDED
@given(SETTINGS | st.binary(max_size=60), VARIABLES)
def test_settings_hold_or_are_refused_with_where_they_stand(
    place: Path, content: bytes, variables: dict[str, str]
) -> None:
    (place / "servanda.toml").write_bytes(content)
    environ = {f"SERVANDA_{name}": value for name, value in variables.items()}
    try:
        found = load_settings(environ, place)
    except UsageError as error:
        assert error.subject
        assert error.problem
        return
    assert load_settings(environ, place) == found
    assert found.limits.max_bytes > 0
    assert found.limits.max_seconds > 0
