"""Word: paragraphs and tables in order; styles tell titles, headings and captions."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from servanda.errors import InputError
from servanda.sources.limits import Limits
from servanda.text.word import read_word


def saved(document) -> bytes:  # type: ignore[no-untyped-def]
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_paragraphs_tables_and_styles() -> None:
    document = docx.Document()
    document.add_heading("Ministers meet", 0)
    document.add_paragraph("The ministers met in Lisbon.")
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Outcomes"
    table.cell(1, 0).text, table.cell(1, 1).text = "Hydrography", "agreed"
    document.add_paragraph("The ministers in Lisbon", style="Caption")
    document.add_heading("Training", 2)
    extract = read_word(saved(document), "a.docx", Limits())
    assert extract.text == (
        "Ministers meet\n\nThe ministers met in Lisbon.\n\nOutcomes\n\nHydrography\nagreed\n\n"
        "The ministers in Lisbon\n\nTraining"
    )
    assert [(r.kind, extract.text[r.start : r.end]) for r in extract.regions] == [
        ("title", "Ministers meet"), ("caption", "The ministers in Lisbon"), ("heading", "Training"),
    ]  # fmt: skip


def test_an_encrypted_or_old_file_says_so() -> None:
    with pytest.raises(InputError, match="encrypted, or in the old Word format"):
        read_word(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.docx", Limits())


def test_a_zip_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(5_000_000))
    with pytest.raises(InputError, match="unpacks to more than"):
        read_word(out.getvalue(), "a.docx", Limits(max_decompressed=1 << 20))


def test_entities_in_the_markup_are_not_expanded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET")
    document = docx.Document()
    document.add_paragraph("MARK")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]>'.encode()
                part = part.replace(b"<w:document", entity + b"<w:document", 1).replace(
                    b"MARK", b"before &e; after"
                )
            new.writestr(name, part)
    text = read_word(out.getvalue(), "a.docx", Limits()).text
    assert text.startswith("before") and "SECRET" not in text


@pytest.mark.parametrize("data", [b"They met.", b"PK\x03\x04"])
def test_a_damaged_file_says_so(data: bytes) -> None:
    with pytest.raises(InputError, match="is damaged"):
        read_word(data, "a.docx", Limits())


def test_an_archive_that_is_no_word_file_is_damaged() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", "They met.")
    with pytest.raises(InputError, match="is damaged"):
        read_word(out.getvalue(), "a.docx", Limits())


def test_a_part_whose_packing_is_damaged_is_named() -> None:
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("The two ministers met in Lisbon. " * 50)
    document.save(out)
    whole = out.getvalue()
    with zipfile.ZipFile(io.BytesIO(whole)) as package:
        start = package.getinfo("word/document.xml").header_offset + 60
    for cut in range(start, start + 200, 20):
        damaged = whole[:cut] + bytes(30) + whole[cut + 30 :]
        with pytest.raises(InputError, match="damaged"):
            read_word(damaged, "a.docx", Limits())
