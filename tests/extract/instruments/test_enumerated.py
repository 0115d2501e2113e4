"""Texts named one by one behind their count."""

from __future__ import annotations

import pytest

_SIGNED = "Chile and Peru signed two memoranda of understanding on security on 3 July 2024. "


@pytest.mark.parametrize(
    "row",
    [
        "The first is on coast guard training and the second on search and rescue.",
        "The first memorandum concerns coast guard training, while the second deals with search and rescue.",
        "One covers coast guard training, the other covers search and rescue.",
        "The press was there. The first memorandum of understanding is about coast guard training "
        "and the other about search and rescue, which both navies practise.",
    ],
)
def test_each_text_that_a_later_sentence_names_is_one(texts, row) -> None:
    found = texts(_SIGNED + row)
    assert [t.title for t in found] == ["coast guard training", "search and rescue"]
    assert {(t.type, t.action, t.date, t.parties) for t in found} == {
        ("memorandum", "signed", "2024-07-03", ("CL", "PE"))
    }
    assert all(len(t.evidence) == 2 for t in found)


@pytest.mark.parametrize(
    "row",
    [
        "the first on visas, the second on ports and the third on fisheries.",
        "one on visas, another on ports and a third on fisheries.",
        "one on visas, one on ports and one on fisheries, at the palace in Lima.",
    ],
)
def test_so_is_each_that_stands_behind_the_count(texts, row) -> None:
    found = texts(f"Chile and Peru signed three agreements, {row}")
    assert [t.title for t in found] == ["visas", "ports", "fisheries"]


@pytest.mark.parametrize(
    "row",
    [
        "The first is on visas.",
        "The first was drafted in Lima and the second in Santiago.",
        "The first on visas was put off and the second on ports was not.",
        "The first is on visas, the second on ports and the third on fisheries.",
        "The second is on visas and the first on ports.",
        "The first minister is on leave and the second on duty.",
    ],
)
def test_a_row_that_names_not_all_of_them_leaves_the_count(texts, row) -> None:
    (text,) = texts(_SIGNED + row)
    assert text.title == "two memoranda of understanding on security"


@pytest.mark.parametrize(
    "told",
    [
        "Chile and Peru signed three memoranda on Friday, covering water, crime and police training.",
        "Three memoranda between Chile and Peru, on water, crime and police training, were exchanged.",
        "Chile and Peru signed eight memoranda (MoUs), including those on water, crime and police training.",
    ],
)
def test_a_row_of_topics_behind_a_count_names_each(texts, told) -> None:
    assert [t.title for t in texts(told)] == ["water", "crime", "police training"]


def test_a_row_of_another_length_is_no_list_of_the_texts(texts) -> None:
    (text,) = texts("Chile and Peru signed four agreements on water, crime and police training.")
    assert text.action == "signed"


def test_a_row_far_behind_is_of_something_else(texts) -> None:
    between = "The weather was fine. The palace is old. The garden is large. "
    (text,) = texts(_SIGNED + between + "The first is on visas and the second on ports.")
    assert text.title == "two memoranda of understanding on security"


def test_texts_by_their_names_are_no_topics_of_the_count(texts) -> None:
    found = texts(
        "Chile and Peru signed two documents, the Joint Vision Statement on defence partnership and the "
        "memorandum on mutual logistics."
    )
    assert not {"defence partnership", "the memorandum on mutual logistics"} & {each.title for each in found}
