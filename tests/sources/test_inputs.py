"""Files, folders, archives, tables and standard input become documents; the rest is named with its reason."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.sources.expand import expand
from servanda.sources.inputs import Limits, RawItem, Skipped, iter_inputs
from servanda.sources.metadata import Metadata

TEXT = b"The two ministers met in Lisbon."


def packed(data: bytes) -> bytes:
    """Without the time of packing, which would give a test another name in each process that collects it."""
    return gzip.compress(data, mtime=0)


def items(*paths: Path | str, **options: object) -> list[RawItem]:
    found = list(iter_inputs([str(path) for path in paths], **options))  # type: ignore[arg-type]
    assert not [item for item in found if isinstance(item, Skipped)]
    return [item for item in found if isinstance(item, RawItem)]


def skipped(path: Path | str, **options: object) -> Skipped:
    (found,) = iter_inputs([str(path)], **options)  # type: ignore[arg-type]
    assert isinstance(found, Skipped)
    return found


def zipped(**members: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


def test_a_file_is_a_document_by_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "talks in Lisbon.v2.TXT"
    path.write_bytes(TEXT)
    (item,) = items(path)
    assert (item.name, item.origin, item.media_type, item.data) == (
        "talks in Lisbon.v2", str(path), "text/plain", TEXT,
    )  # fmt: skip


def test_a_compressed_file_is_the_document_in_it(tmp_path: Path) -> None:
    path = tmp_path / "talks.html.gz"
    path.write_bytes(gzip.compress(TEXT))
    (item,) = items(path)
    assert (item.name, item.media_type, item.data) == ("talks", "text/html", TEXT)


def test_a_folder_is_read_through_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.eml", "sub/.hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    assert [item.file for item in items(tmp_path)] == ["a.md", "b.txt", "sub/c.eml"]


@pytest.mark.parametrize("name", ["photo.jpg", "old.doc", "Makefile", "data.json"])
def test_what_has_no_known_type_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(TEXT)
    found = skipped(tmp_path)
    assert found.origin == str(tmp_path / name)
    assert "type" in found.reason and found.mend


def test_a_path_that_does_not_exist_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    missing, found = iter_inputs([str(tmp_path / "none.txt"), str(tmp_path / "a.txt")])
    assert missing == Skipped(str(tmp_path / "none.txt"), "does not exist", "check the path")
    assert isinstance(found, RawItem)


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert skipped(tmp_path).reason == "is not a regular file"


def test_a_circle_of_folders_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(items(tmp_path)) == 1


def test_a_name_that_is_no_text_can_still_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(TEXT)
    (item,) = items(tmp_path)
    assert item.name.encode() and item.origin.encode()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (TEXT, "text/plain"),
        (b"  <!DOCTYPE html><html><p>They met.</p></html>", "text/html"),
        (b"%PDF-1.7 ...", "application/pdf"),
        (b"From: a@example.org\nSubject: x\n\nThey met.", "message/rfc822"),
        (packed(TEXT), "text/plain"),
        (packed(packed(b"%PDF-1.7")), "application/pdf"),
    ],
)
def test_standard_input_is_known_by_its_first_bytes(data: bytes, media_type: str) -> None:
    (item,) = items("-", stdin=io.BytesIO(data))
    assert (item.name, item.origin, item.media_type) == ("stdin", "stdin", media_type)


def test_json_lines_on_standard_input_are_rows() -> None:
    found = items("-", stdin=io.BytesIO(b'{"id": "x", "text": "They met."}\n{"text": "They left."}\n'))
    assert [(item.name, item.data) for item in found] == [("x", b"They met."), ("stdin-2", b"They left.")]


def test_rows_of_a_table_are_documents_with_metadata(tmp_path: Path) -> None:
    path = tmp_path / "corpus.csv"
    path.write_text("doc_id,content,published,title\n7,They met.,2021-05-03,Talks\n,They left.,,\n")
    first, second = items(path)
    assert (first.name, first.origin, first.data) == ("7", f"{path}#1", b"They met.")
    assert first.metadata == Metadata(published="2021-05-03", title="Talks")
    assert (second.name, second.origin) == ("corpus-2", f"{path}#2")


def test_a_bad_row_is_skipped_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text(
        '{"text": "They met."}\nnonsense\n{"text": 5}\n{"text": "x", "published": "soon"}\n{"text": "Y"}'
    )
    found = list(iter_inputs([str(path)]))
    assert [type(item) for item in found] == [RawItem, Skipped, Skipped, Skipped, RawItem]
    assert all(str(line) in item.reason for line, item in enumerate(found, 1) if isinstance(item, Skipped))


def test_a_lone_surrogate_in_a_row_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"id": "\\ud800", "text": "They met \\udfff today."}')
    for item in iter_inputs([str(path)]):
        assert isinstance(item, Skipped) or item.data.decode()


def test_a_table_without_texts_is_no_input(tmp_path: Path) -> None:
    path = tmp_path / "metadata.jsonl"
    path.write_text('{"file": "a.txt", "title": "T"}\n')
    assert "--metadata" in skipped(path).mend


def test_a_table_of_metadata_in_a_folder_describes_the_documents_around_it(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.txt", "sub/c.txt.gz"):
        (tmp_path / name).write_bytes(gzip.compress(TEXT) if name.endswith("gz") else TEXT)
    (tmp_path / "metadata.csv").write_text("file,title\na.txt,A\nsub/b.txt,outer\nc.txt,C\n")
    (tmp_path / "sub" / "about.jsonl").write_text('{"file": "b.txt", "title": "nearer"}\n')
    assert [item.metadata.title for item in items(tmp_path)] == ["A", "nearer", "C"]
    assert [item.metadata.title for item in items(tmp_path, beside=False)] == [None, None, None]


def test_a_bad_table_of_metadata_is_named_and_the_documents_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "metadata.csv").write_text("file,title\na.txt,A\n,B\n")
    bad, item = iter_inputs([str(tmp_path)])
    assert isinstance(bad, Skipped) and bad.origin.endswith("line 3")
    assert isinstance(item, RawItem)


def test_the_members_of_an_archive_are_documents(tmp_path: Path) -> None:
    inner = zipped(**{"deep.txt": TEXT})
    path = tmp_path / "all.zip"
    path.write_bytes(zipped(**{"b/two.md": TEXT, "a.txt": TEXT, "__MACOSX/a.txt": b"x", "c.zip": inner}))
    assert [(item.name, item.origin) for item in items(path)] == [
        ("a", f"{path}#a.txt"), ("two", f"{path}#b/two.md"), ("deep", f"{path}#c.zip#deep.txt"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["../outside.txt", "/etc/outside.txt", "a\\..\\..\\outside.txt"])
def test_a_member_whose_name_leads_outside_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(zipped(**{name: TEXT}))
    assert "outside the archive" in skipped(path).reason


def test_a_word_file_under_another_name_is_no_archive() -> None:
    (item,) = expand(io.BytesIO(zipped(**{"word/document.xml": b"<x/>"})), "stdin", "stdin", Limits())
    assert isinstance(item, RawItem) and item.media_type.endswith("wordprocessingml.document")


def test_an_encrypted_member_is_named(tmp_path: Path) -> None:
    data = bytearray(zipped(**{"a.txt": TEXT}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    path = tmp_path / "all.zip"
    path.write_bytes(data)
    assert skipped(path).reason == "is encrypted"


@pytest.mark.parametrize(
    ("name", "data", "limits", "reason"),
    [
        ("a.txt", TEXT, Limits(max_bytes=10), "larger than"),
        ("a.txt.gz", packed(bytes(10_000)), Limits(max_decompressed=1000), "unpacks to more than"),
        ("a.zip", zipped(**{"a.txt": bytes(10_000)}), Limits(max_decompressed=1000), "larger than"),
        ("a.zip", zipped(**{"a.txt": TEXT, "b.txt": TEXT}), Limits(max_members=1), "more than 1 files"),
        ("a.zip", zipped(**{"b.zip": zipped(**{"c.txt": TEXT})}), Limits(max_depth=1), "archive within"),
        ("a.txt.gz", b"no gzip at all", Limits(), "damaged"),
        ("a.txt.gz", packed(TEXT)[:-9], Limits(), "damaged"),
        ("a.txt.bz2", b"no bzip2 at all", Limits(), "damaged"),
        ("a.txt.xz", b"no xz at all", Limits(), "damaged"),
        ("a.txt.zst", b"no zstd at all", Limits(), "damaged"),
        ("a.zip", b"PK\x03\x04 and no more", Limits(), "damaged"),
        ("a.csv", b"", Limits(), "empty"),
    ],
)
def test_what_cannot_be_read_is_skipped_with_its_reason(
    tmp_path: Path, name: str, data: bytes, limits: Limits, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert reason in skipped(path, limits=limits).reason


@given(
    data=st.binary(max_size=300),
    name=st.sampled_from(["stdin", "a.gz", "a.zip", "a.csv", "a.jsonl", "a.txt.zst", "a.txt.bz2", "a.xz"]),
)
def test_no_bytes_stop_the_run(data: bytes, name: str) -> None:
    for item in expand(io.BytesIO(data), name, name, Limits(max_decompressed=1 << 20)):
        assert isinstance(item, RawItem | Skipped)
