"""A briefing as a file: whole or not at all."""

import pytest

from servanda.errors import ServandaError, UsageError
from servanda.publish.brief import write
from servanda.publish.brief.write import FORMATS, writer


@pytest.mark.parametrize("ending", [*FORMATS, ".PDF"])
def test_the_ending_tells_the_format(brief, tmp_path, ending):
    path = tmp_path / f"brief{ending}"
    writer(path)(brief)
    starts = {".docx": b"PK", ".pdf": b"%PDF", ".md": b"# Japan", ".html": b"<!DOCTYPE html>"}
    assert path.read_bytes().startswith(starts[ending.lower()])


@pytest.mark.parametrize("name", ["brief.odt", "brief", ".pdf.txt"])
def test_another_ending_is_wrong_usage_that_names_the_four(tmp_path, name):
    with pytest.raises(UsageError, match=r"endings are \.docx, \.pdf, \.md, \.html"):
        writer(tmp_path / name)


def test_a_file_that_stands_there_is_replaced(brief, tmp_path):
    path = tmp_path / "brief.md"
    path.write_text("old")
    writer(path)(brief)
    assert path.read_text().startswith("# Japan")
    assert [each.name for each in tmp_path.glob("*brief*")] == ["brief.md"]


def test_a_file_that_stands_there_stays_where_making_the_new_one_fails(brief, tmp_path, monkeypatch):
    def fail(brief):
        raise RuntimeError("no room")

    path = tmp_path / "brief.md"
    path.write_text("old")
    monkeypatch.setitem(write._RENDERERS, ".md", fail)
    with pytest.raises(RuntimeError):
        writer(path)(brief)
    assert path.read_text() == "old"


def test_a_folder_that_is_not_there_is_named(brief, tmp_path):
    with pytest.raises(ServandaError, match="cannot be written"):
        writer(tmp_path / "none" / "brief.md")(brief)


def test_a_folder_in_its_place_is_named_and_nothing_is_left_beside_it(brief, tmp_path):
    path = tmp_path / "brief.md"
    path.mkdir()
    with pytest.raises(ServandaError, match="cannot be written"):
        writer(path)(brief)
    assert list(tmp_path.glob(".brief*")) == []
