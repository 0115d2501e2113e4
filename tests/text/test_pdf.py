"""PDF: lines become paragraphs again, without running heads; what cannot be read says why."""

from __future__ import annotations

import io

import pikepdf
import pytest

from servanda.errors import InputError
from servanda.text.pdf import read_pdf

LINES = [
    (72, 700, 11, "The two ministers met in Lisbon on 3 May and spoke at length of coop-"),
    (72, 686, 11, "eration in hydrography, of training and of the third Chile-"),
    (72, 672, 11, "Peru dialogue, to be held next year."),
    (72, 646, 11, "They agreed to go on with the exchange of officers of both"),
]
NEXT = [(72, 700, 11, "armies (see annex)."), (72, 678, 11, "Général Roux thanked the host.")]
HEAD, FOOT = (72, 800, 9, "Ministry of Defence"), "Page {} of 3"


def framed(*pages):  # type: ignore[no-untyped-def]
    return [[HEAD, *lines, (280, 40, 9, FOOT.format(n))] for n, lines in enumerate(pages, 1)]


def test_lines_are_joined_to_paragraphs_across_hyphens_and_pages(make_pdf) -> None:  # type: ignore[no-untyped-def]
    assert read_pdf(make_pdf([LINES, NEXT]), "a.pdf").text.split("\n\n") == [
        "The two ministers met in Lisbon on 3 May and spoke at length of cooperation in hydrography, of "
        "training and of the third Chile-Peru dialogue, to be held next year.",
        "They agreed to go on with the exchange of officers of both armies (see annex).",
        "Général Roux thanked the host.",
    ]


def test_running_heads_and_page_numbers_are_left_out(make_pdf) -> None:  # type: ignore[no-untyped-def]
    last = [(72, 700, 11, "They parted as friends.")]
    text = read_pdf(make_pdf(framed(LINES, NEXT, last)), "a.pdf").text
    assert "Ministry" not in text and "Page" not in text
    assert "officers of both armies" in text and text.endswith("friends.")


def test_a_larger_line_is_a_paragraph_of_its_own(make_pdf) -> None:  # type: ignore[no-untyped-def]
    text = read_pdf(make_pdf([[(72, 718, 16, "Ministers meet in Lisbon"), *LINES]]), "a.pdf").text
    assert text.startswith("Ministers meet in Lisbon\n\nThe two ministers")


def test_a_title_among_the_properties_counts_when_the_text_shows_it(make_pdf) -> None:  # type: ignore[no-untyped-def]
    def titled(title: str) -> str | None:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(make_pdf([[(72, 740, 16, "Ministers meet in Lisbon"), *LINES]]))) as pdf:
            pdf.docinfo["/Title"] = title
            pdf.docinfo["/CreationDate"] = "D:20210503120000Z"
            pdf.save(out)
        metadata = read_pdf(out.getvalue(), "a.pdf").metadata
        assert metadata.published is None
        return metadata.title

    assert titled("Ministers Meet in Lisbon") == "Ministers Meet in Lisbon"
    assert titled("Letterhead 2014") is None
    assert titled("Microsoft Word - Ministers meet in Lisbon") is None


def test_an_encrypted_file_says_so(make_pdf) -> None:  # type: ignore[no-untyped-def]
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(make_pdf([LINES]))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(InputError, match="is encrypted"):
        read_pdf(out.getvalue(), "a.pdf")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 and no more", b"They met."])
def test_a_damaged_file_says_so(data: bytes) -> None:
    with pytest.raises(InputError, match="is damaged"):
        read_pdf(data, "a.pdf")


def test_a_file_of_pictures_says_so(make_pdf) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(InputError, match="only images"):
        read_pdf(make_pdf([[]]), "a.pdf")
