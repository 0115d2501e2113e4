"""Texts told in a row."""

import pytest

MET = "Kenya and Japan held talks in Nairobi on 9 October 2024. "
TWO = (
    "a Memorandum of Understanding on Trade between KEPROBA and JETRO, and of a Memorandum of Collaboration "
    "between TOYOTA and KENGEN in the field of energy."
)


def quotations(texts) -> list[str]:
    return [span.text for text in texts for span in text.evidence]


@pytest.mark.parametrize("opens", ["witnessed the exchange of", "signed", "witnessed the signing of"])
def test_what_is_done_to_the_first_is_done_to_the_next(texts, opens) -> None:
    one, other = texts(MET + f"The two leaders {opens} {TWO}")
    assert (one.action, other.action) == ("signed", "signed")
    assert other.title.startswith("Memorandum of Collaboration")


def test_a_row_to_come_is_planned(texts) -> None:
    told = texts(
        MET + "The leaders will witness the exchange of a memorandum on trade, a protocol on customs and a "
        "letter of intent on training."
    )
    assert [(text.type, text.action) for text in told] == [
        ("memorandum", "planned"),
        ("protocol", "planned"),
        ("letter-of-intent", "planned"),
    ]


def test_each_is_quoted_by_its_own_words(texts) -> None:
    told = texts(
        MET + "The leaders witnessed the exchange of a memorandum of understanding on trade and a "
        "memorandum between Toyota and KenGen on energy."
    )
    assert quotations(told) == [
        "the exchange of a memorandum of understanding on trade",
        "a memorandum between Toyota and KenGen on energy",
    ]


@pytest.mark.parametrize("joint", ["as well as one", "together with another", "and another"])
def test_another_behind_it_is_a_text_of_its_own(texts, joint) -> None:
    told = texts(MET + f"The leaders signed a memorandum of understanding on trade {joint} on energy.")
    assert [text.title for text in told] == ["memorandum of understanding on trade", "energy"]


def test_what_is_applied_beside_a_signing_is_not_signed(texts) -> None:
    told = texts(MET + "They signed a protocol under the agreement on trade of 2016.")
    assert [text.action for text in told if text.type == "agreement"] == ["existing"]
