"""Tables are read row by row, and a bad row does not hide the others."""

from __future__ import annotations

import io

import pytest

from servanda.errors import InputError
from servanda.sources.tables import BadRow, Row, columns, rows


def read(content: str | bytes, ending: str, limit: int = 10_000) -> list[Row | BadRow]:
    data = content.encode() if isinstance(content, str) else content
    return list(rows(io.BufferedReader(io.BytesIO(data)), ending, limit, "table"))


def test_json_lines_with_empty_lines_and_a_mark() -> None:
    found = read(b'\xef\xbb\xbf{"ID": 1, "Text": "They met."}\n\n{"id": 2}\n', ".jsonl")
    assert found == [Row(1, 1, {"id": 1, "text": "They met."}), Row(2, 3, {"id": 2})]


def test_a_bad_line_is_named_and_the_next_one_read() -> None:
    bad, good = read('{"text": \n{"text": "They met."}', ".jsonl")
    assert isinstance(bad, BadRow) and (bad.line, bad.problem.startswith("is no JSON object")) == (1, True)
    assert isinstance(good, Row) and good.cells == {"text": "They met."}


@pytest.mark.parametrize("line", ["[1, 2]", '"text"', "nonsense", "[" * 5000, '{"a": "\\ud800"', "\\"])
def test_what_is_no_object_is_a_bad_row(line: str) -> None:
    assert isinstance(read(line, ".jsonl")[0], BadRow)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_with_the_delimiters_of_spreadsheets_and_a_text_of_several_lines(delimiter: str) -> None:
    content = f'File{delimiter}Text\na.txt{delimiter}"One, two; ""three"".\nFour."\n'
    assert read(content, ".csv") == [Row(1, 3, {"file": "a.txt", "text": 'One, two; "three".\nFour.'})]


def test_csv_saved_by_a_spreadsheet_in_windows_1252() -> None:
    (row,) = read("file;title\na.txt;Visit to the Élysée’s guests\n".encode("cp1252"), ".csv")
    assert isinstance(row, Row) and row.cells["title"] == "Visit to the Élysée’s guests"


def test_csv_row_with_too_many_cells_is_bad_and_one_with_too_few_is_not() -> None:
    bad, good = read("file,title\na,b,c\nd\n", ".csv")
    assert isinstance(bad, BadRow) and bad.line == 2
    assert isinstance(good, Row) and good.cells == {"file": "d"}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b'file,text\na,"never closed', "cannot be read as CSV"),
        (b"file,text\n\0\0\0", "is not text"),
        ("file,text\na,b\n".encode("utf-16"), "save it as UTF-8"),
        (b"file,text\n" + b"x" * 20_000, "is larger than"),
        (b"file,text\n" + "x,é\n".encode() * 20_000 + b"y,\xe9\n", "is not in utf-8"),
    ],
)
def test_a_table_that_cannot_be_read_on_says_why(data: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read(data, ".csv")


def test_columns_are_those_of_the_first_rows() -> None:
    stream = io.BufferedReader(io.BytesIO(b'{"file": "a"}\n{"file": "b", "Title": "T"}\n'))
    assert columns(stream, ".jsonl", 1000, "table") == {"file", "title"}
