"""Words are of cooperation only when somebody else than the speaker is concerned."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import AnyFact, Commitment

Read = Callable[..., list[AnyFact]]
HOME = "Ministry of Foreign Affairs, Kenya"
ALONE = "The Minister of Health of Kenya, Dr Peter Mwangi, opened a clinic on 3 July 2024.\n\n"
TALKS = (
    "The Minister of Health of Kenya, Dr Peter Mwangi, met the Ambassador of Japan, Ms Yumi Ishida, "
    "in Nairobi on 3 July 2024.\n\n"
)


def speakers(facts: list[AnyFact]) -> list[tuple[str, ...]]:
    return [f.speaker for f in facts if isinstance(f, Commitment)]


@pytest.mark.parametrize(
    "words", [ALONE + "Dr Mwangi pledged to build clinics.", "Kenya will train nurses in every county."]
)
def test_what_a_government_says_to_its_own_people_is_not(read: Read, words: str) -> None:
    assert speakers(read(words, publisher=HOME)) == []


def test_another_party_named_in_the_sentence_is_concerned(read: Read) -> None:
    words = ALONE + "Dr Mwangi pledged to build clinics in Uganda."
    assert speakers(read(words, publisher=HOME)) == [("KE",)]


def test_so_is_another_at_the_table(read: Read) -> None:
    assert speakers(read(TALKS + "Dr Mwangi pledged to build clinics.", publisher=HOME)) == [("KE",)]


def test_a_guest_speaks_to_the_home_side(read: Read) -> None:
    assert speakers(read("Japan will train nurses.", publisher=HOME)) == [("JP",)]


def test_without_a_publisher_and_talks_nobody_else_is_known(read: Read) -> None:
    assert speakers(read("Japan will train nurses.")) == []


def test_both_sides_concern_each_other(read: Read) -> None:
    assert speakers(read(TALKS + "The two sides agreed to train nurses.", publisher=HOME)) == [("KE", "JP")]


def test_both_countries_are_the_two_of_whom_the_text_tells(read: Read) -> None:
    about = "Kenya and Japan trade. "
    words = "Kenyan Minister Peter Mwangi called cooperation in health important to both countries."
    assert [f.kind for f in read(about + words) if f.kind != "person"] == ["assessment"]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Japan will deliver the first boat in 2025.", [("JP",)]),
        ("Japan promised to deliver the first batch in 2025.", [("JP",)]),
        ("Japan will train nurses in every prefecture.", []),
        ("Japan will dissolve its parliament in 2025.", []),
    ],
)
def test_what_one_of_two_delivers_goes_to_the_other(read: Read, words: str, who: list) -> None:
    assert speakers(read(f"Kenya and Japan signed a contract for three boats. {words}")) == who
