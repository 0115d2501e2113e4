"""What is known of feeds outlives the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.errors import UsageError
from servanda.sources.web.memory import Known, Memory


def test_is_empty_at_first_and_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "feeds.json"
    memory = Memory(path)
    known = memory.of("https://mod.example/feed")
    assert known == Known()
    known.etag, known.seen = '"7"', {"1": "today"}
    memory.keep()
    assert Memory(path).of("https://mod.example/feed") == Known(etag='"7"', seen={"1": "today"})
    assert [file.name for file in tmp_path.iterdir()] == ["feeds.json"]


@pytest.mark.parametrize("content", ["", "[]", '{"a": 1}', "\udcff"])
def test_a_file_that_is_something_else_is_not_overwritten(tmp_path: Path, content: str) -> None:
    path = tmp_path / "feeds.json"
    path.write_bytes(content.encode(errors="surrogateescape"))
    with pytest.raises(UsageError, match="remove it"):
        Memory(path)
