"""Bytes of every kind become documents, or are skipped with a reason; the run goes on."""

from __future__ import annotations

import gzip
import hashlib
import io
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.errors import InputError
from servanda.model.document import Document
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.sources.metadata import Metadata
from servanda.text.load import documents, read_document

BODY = "The Minister of Defence received the Ambassador of Chile and thanked him for all his support."
TEXT = f"Minister receives Ambassador\n\nQuito, 3 May 2021\n\n{BODY}\n\n{BODY} Translated by Li Wei"


def item(data: bytes, media_type: str = "text/plain", **more: object) -> RawItem:
    return RawItem(name="a", origin="in/a.txt", media_type=media_type, data=data, file="a.txt", **more)  # type: ignore[arg-type]


def read(*paths: Path, **options: object) -> list[Document]:
    return [found[1] for found in documents([str(p) for p in paths], **options) if isinstance(found, tuple)]  # type: ignore[arg-type]


def test_the_text_of_a_txt_file_is_what_text_mode_reads(tmp_path: Path) -> None:
    path = tmp_path / "note.v1.txt"
    path.write_bytes(
        b"\xef\xbb\xbf  First line \t\r\nSecond\xc2\xa0line\rThird\n\n\n" + BODY.encode() + b" \x0c\n"
    )
    (document,) = read(path)
    assert document.text == path.read_text(encoding="utf-8-sig")
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (document.name, document.origin, document.language) == ("note.v1", str(path), "en")


def test_metadata_that_stands_in_the_text_is_found() -> None:
    document = read_document(item(TEXT.encode()))
    assert (document.title, document.published, document.translator) == (
        "Minister receives Ambassador", "2021-05-03", "Li Wei",
    )  # fmt: skip
    assert [region.kind for region in document.regions] == ["title", "dateline", "credit"]


def test_what_is_said_outside_the_text_prevails_the_nearest_last() -> None:
    known = item(TEXT.encode(), metadata=Metadata(published="2020", publisher="Army News"))
    document = read_document(known, Metadata(published="2021-05-04", url="https://example.org/7"))
    assert (document.published, document.publisher) == ("2021-05-04", "Army News")
    assert document.origin == document.url == "https://example.org/7"
    assert document.title == "Minister receives Ambassador"


def test_no_date_is_invented() -> None:
    assert read_document(item(f"{BODY} They met on 3 May 2021 in Quito.".encode())).published is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        (b"--- ... ---", "has no text"),
        (b"GIF89a\x01\0\x01\0", "is not text"),
        (BODY.encode("utf-16-le"), "is not text"),
        ("La ministre a reçu son homologue chilien et ils ont signé un accord.".encode(), "not in English"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        read_document(item(data))
    assert caught.value.subject == "in/a.txt"


def test_a_declared_language_prevails_over_the_words() -> None:
    french = item("La ministre a reçu son homologue chilien et ils ont signé un accord.".encode())
    assert read_document(french, Metadata(language="en")).language == "en"
    with pytest.raises(InputError, match="language 'vi'"):
        read_document(item(BODY.encode()), Metadata(language="vi"))


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(InputError, match="more than 50 characters"):
        read_document(item(BODY.encode()), limits=Limits(max_characters=50))


def test_every_format_gives_the_same_document(tmp_path: Path, make_pdf) -> None:  # type: ignore[no-untyped-def]
    title = "Minister receives Ambassador"
    first, second = BODY[:50].rsplit(" ", 1)[0], BODY[len(BODY[:50].rsplit(" ", 1)[0]) + 1 :]
    word = docx.Document()
    word.add_heading(title, 0)
    word.add_paragraph(BODY)
    word.save(tmp_path / "a.docx")
    page = f"<html><body><article><h1>{title}</h1><p>{BODY}</p></article></body></html>"
    lines = [(72, 740, 18, title), (72, 700, 11, first), (72, 686, 11, second)]
    (tmp_path / "b.html").write_text(page)
    (tmp_path / "c.pdf").write_bytes(make_pdf([lines]))
    (tmp_path / "d.eml").write_text(f"Subject: {title}\n\n{title}\n\n{BODY}")
    (tmp_path / "e.md.gz").write_bytes(gzip.compress(f"# {title}\n\n{BODY}".encode()))
    (tmp_path / "f.csv").write_text(f'title,text\n{title},"{title}\n\n{BODY}"\n')
    found = read(tmp_path)
    assert [document.name for document in found] == ["a", "b", "c", "d", "e", "f-1"]
    for document in found:
        assert (document.title, document.regions[0].kind) == (title, "title"), document.name
        assert document.text.removeprefix("# ").strip() == f"{title}\n\n{BODY}", document.name


def test_the_run_goes_on_past_what_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0\0")
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "c.pdf").write_bytes(b"no pdf")
    (tmp_path / "d.txt").write_text(TEXT)
    found = list(documents([str(tmp_path)], metadata=None))
    assert [isinstance(one, Skipped) for one in found] == [True, False, True, False]
    assert all(one.reason for one in found if isinstance(one, Skipped))


def test_given_metadata_takes_the_place_of_tables_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "metadata.csv").write_text("file,publisher\na.txt,Table\n")
    (beside,) = read(tmp_path)
    (given_,) = read(tmp_path, metadata={"a.txt": Metadata(title="Given")})
    assert (beside.publisher, given_.publisher, given_.title) == ("Table", None, "Given")


def test_standard_input_is_read() -> None:
    (found,) = documents(["-"], metadata=None, stdin=io.BytesIO(TEXT.encode()))
    assert isinstance(found, tuple) and found[1].name == "stdin"


STARTS = [b"", b"<html><p>", b"Subject: x\n\n", b"\xff\xfe", b"\xef\xbb\xbf", b"# "]


@settings(deadline=None)
@given(
    st.sampled_from(STARTS),
    st.binary(max_size=200) | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(["text/plain", "text/markdown", "text/html", "message/rfc822"]),
)
def test_random_bytes_are_a_document_or_an_input_error(start: bytes, data: bytes, media_type: str) -> None:
    try:
        document = read_document(item(start + data, media_type))
    except InputError:
        return
    document.text.encode()
    assert all(document.text[r.start : r.end].strip() for r in document.regions)


@settings(deadline=None, max_examples=8)
@given(
    st.binary(max_size=200),
    st.sampled_from([("application/pdf", b"%PDF-1.7\n"), ("application/vnd.docx", b"PK\x03\x04")]),
)
def test_random_bytes_of_pdf_and_word_are_an_input_error(data: bytes, kind: tuple[str, bytes]) -> None:
    with pytest.raises(InputError):
        read_document(item(kind[1] + data, kind[0]))
