"""Bytes become the characters that were written; what is no text is refused."""

from __future__ import annotations

import codecs

import pytest

from servanda.errors import InputError
from servanda.sources.encoding import decode

SENTENCE = "Général Amélie Roux met the Minister’s adviser – they spoke of the “Élan” programme at length."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_reads_the_encodings_in_which_english_is_written(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding), "note.txt") == SENTENCE


def test_a_mark_alone_tells_big_endian_utf_16() -> None:
    assert decode(codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), "note.txt") == SENTENCE


def test_one_accented_name_is_not_taken_for_chinese() -> None:
    data = "Lieutenant General Régis Fontaine was received at the ministry this morning.".encode("cp1252")
    assert "Régis Fontaine" in decode(data, "note.txt")


def test_another_alphabet_without_a_mark_is_guessed() -> None:
    text = "Министр обороны встретился с французским коллегой и подписал соглашение о сотрудничестве."
    assert decode(text.encode("cp1251"), "note.txt") == text


def test_a_declared_encoding_is_tried_before_guessing_but_not_before_utf_8() -> None:
    polish = "Minister Kamiński met Wałęsa in Łódź."
    assert decode(polish.encode("cp1250"), "page.html", "windows-1250") == polish
    assert decode(polish.encode(), "page.html", "iso-8859-1") == polish


@pytest.mark.parametrize("declared", ["no-such-encoding", "ascii", "hex", "utf-32"])
def test_a_wrong_declaration_does_no_harm(declared: str) -> None:
    assert decode(SENTENCE.encode("cp1252"), "page.html", declared) == SENTENCE


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"MZ\x90\0\x03", bytes(range(1, 32)) * 20, b"text\0text"]
)
def test_refuses_what_is_no_text(data: bytes) -> None:
    with pytest.raises(InputError, match="is not text"):
        decode(data, "note.txt")


def test_says_so_when_a_text_breaks_off_within_a_character() -> None:
    with pytest.raises(InputError, match=r"note\.txt: is damaged"):
        decode("Tô Lâm received the delegation of the Élysée".encode() + b"\xc3", "note.txt")
