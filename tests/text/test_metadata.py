"""What a text says of itself, and no more than that."""

from __future__ import annotations

from servanda.text.metadata import TextMetadata, metadata_in
from servanda.text.regions import find_regions

BODY = "The Minister of Defence received the Ambassador of Chile and thanked him for all his support."


def found(text: str) -> TextMetadata:
    return metadata_in(text, find_regions(text))


def test_title_date_reporter_and_translator() -> None:
    front = "Minister receives Ambassador\n\nPublished on 3 May 2021\nBy Ana Ruiz"
    text = f"{front}\n\n{BODY}\n\n{BODY} Translated by Li Wei"
    assert found(text) == TextMetadata(
        title="Minister receives Ambassador", published="2021-05-03", author="Ana Ruiz", translator="Li Wei"
    )


def test_a_dateline_without_a_year_gives_no_date() -> None:
    assert found(f"QUITO, May 3 - {BODY}").published is None


def test_the_full_date_of_a_dateline_is_taken() -> None:
    assert found(f"QUITO, May 3, 2021 - {BODY}").published == "2021-05-03"


def test_a_date_in_a_sentence_or_under_a_letter_is_not_that_of_publication() -> None:
    assert (
        found(f"{BODY}\n\nThey had met on 3 May 2021.\n\n{BODY}\n\nAna Ruiz\nMinister\n3 May 2021").published
        is None
    )


def test_a_markdown_title_is_given_without_its_mark() -> None:
    assert found(f"# Minister receives   Ambassador\n\n{BODY}").title == "Minister receives Ambassador"


def test_a_photographer_is_no_translator() -> None:
    assert found(f"{BODY}\n\nPhoto: Li Wei").translator is None
