"""The loader of the vocabulary says which file and which entry is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import msgspec
import pytest

from servanda.codebook.load import load_data, parse_data
from servanda.errors import ServandaError


class Rank(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    level: int


DATA = sorted(entry.name for entry in files("servanda.codebook").joinpath("data").iterdir())


def lists_of(value: object) -> Iterator[list[object]]:
    """All lists in a value, however deep."""
    if isinstance(value, dict):
        for part in value.values():
            yield from lists_of(part)
    elif isinstance(value, list):
        yield value
        for part in value:
            yield from lists_of(part)


@pytest.mark.parametrize("name", DATA)
def test_no_list_of_the_codebook_tells_a_word_twice(name: str) -> None:
    words = ([w for w in each if isinstance(w, str)] for each in lists_of(load_data(name, object)))
    assert [
        sorted(w for w in each if each.count(w) > 1) for each in words if len(each) > len(set(each))
    ] == []


def test_entries_become_typed_records() -> None:
    assert parse_data("ranks.yaml", "- {code: COL, level: 5}", list[Rank]) == [Rank("COL", 5)]


def test_a_wrong_value_is_told_by_file_and_entry() -> None:
    text = "- {code: COL, level: 5}\n- {code: GEN, level: high}"
    with pytest.raises(ServandaError, match=r"ranks\.yaml, entry 2 \(GEN\): Expected `int`"):
        parse_data("ranks.yaml", text, list[Rank])


def test_a_misspelt_property_is_refused() -> None:
    with pytest.raises(ServandaError, match=r"entry 1 \(COL\).*levle"):
        parse_data("ranks.yaml", "- {code: COL, levle: 5}", list[Rank])


def test_broken_yaml_is_told_by_line() -> None:
    with pytest.raises(ServandaError, match=r"ranks\.yaml, line 2: is no valid YAML"):
        parse_data("ranks.yaml", "- {code: COL,\n- level", list[Rank])


def test_a_file_of_another_shape_is_refused() -> None:
    with pytest.raises(ServandaError, match="top level"):
        parse_data("ranks.yaml", "code: COL", list[Rank])


def test_an_absent_file_is_named() -> None:
    with pytest.raises(ServandaError, match=r"no_such\.yaml: is not there"):
        load_data("no_such.yaml", list[Rank])
