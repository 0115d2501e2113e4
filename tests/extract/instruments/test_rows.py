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


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "The contracts for the tanks are expected to be signed in May, and the contracts for the jets in "
            "June 2025.",
            [("planned", "contracts for the tanks"), ("planned", "contracts for the jets")],
        ),
        (
            "The memorandum on customs was signed in May 2023 and the protocol on visas in June 2023.",
            [("signed", "memorandum on customs"), ("signed", "protocol on visas")],
        ),
    ],
)
def test_the_verb_is_said_once_and_the_time_of_each(texts, sentence, told) -> None:
    one, other = texts(MET + sentence)
    assert [(text.action, text.title) for text in (one, other)] == told
    assert one.date != other.date
    assert other.title not in one.evidence[0].text


def test_what_is_told_with_a_verb_of_its_own_is_not_of_the_row(texts) -> None:
    told = texts(MET + "The memorandum on customs was signed in May and the talks on visas began in June.")
    assert [text.title for text in told if text.action == "signed"] == ["memorandum on customs"]


@pytest.mark.parametrize(
    ("said", "own"),
    [
        (
            "The two are expected to issue a joint statement and to sign a plan of action for 2025-2029.",
            [
                "The two are expected to issue a joint statement",
                "to sign a plan of action for 2025-2029",
            ],
        ),
        (
            "They signed a plan of action for 2025-2029 in Oslo, as well as two credit agreements for dams.",
            ["They signed a plan of action for 2025-2029 in Oslo", "two credit agreements for dams"],
        ),
        (
            "The two countries adopted a joint declaration and signed a memorandum on fisheries.",
            ["The two countries adopted a joint declaration", "signed a memorandum on fisheries"],
        ),
        (
            "Memorandums on customs, carbon capture and medicinal plants were signed.",
            ["Memorandums on customs", "carbon capture", "medicinal plants were signed"],
        ),
    ],
)
def test_texts_of_one_clause_have_a_part_of_it_each(texts, said, own) -> None:
    assert quotations(texts(MET + said)) == own


def test_kinds_that_are_counted_together_keep_the_clause(texts) -> None:
    told = texts(MET + "The leaders witnessed the signing of twenty agreements and memoranda in Nairobi.")
    both = "the signing of twenty agreements and memoranda"
    assert all(quotation.startswith(both) for quotation in quotations(told))


def test_a_text_within_the_name_of_another_does_not_cut_it_off(texts) -> None:
    told = texts(MET + "They signed an agreement amending the agreement on maps of 2016.")
    assert "They signed an agreement amending the agreement on maps of 2016" in quotations(told)


def test_an_item_of_a_list_ends_where_the_next_begins(texts) -> None:
    told = texts(
        MET + "The leaders witnessed the signing of three documents: the minutes of the fourth session; the "
        "agreement between the two governments on maps; and a treaty on fish."
    )
    assert quotations(told) == [
        "the minutes of the fourth session",
        "the agreement between the two governments on maps",
        "a treaty on fish",
    ]


def test_what_somebody_else_did_is_no_word_of_the_text(texts) -> None:
    told = texts(MET + "Nine memoranda were exchanged, and Japan extended a loan under an agreement on aid.")
    assert "Nine memoranda were exchanged" in quotations(told)
