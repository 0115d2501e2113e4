"""Texts that take the place of others of lower rank."""

import pytest

MET = "The ministers of Chile and Peru met in Lima on 4 May 2024. "


def told(found) -> list[tuple[str, str]]:
    return [(text.title, text.action) for text in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "They agreed to upgrade the arrangement of 2018 to a treaty.",
        "They agreed to turn the arrangement of 2018 into a treaty.",
        "They want to replace the arrangement of 2018 with a treaty.",
        "The arrangement of 2018 is to be converted into a treaty.",
        "The talks dealt with the upgrade of the arrangement of 2018 to a treaty.",
    ],
)
def test_the_new_text_is_planned_and_renews_the_old_one_which_stands(texts, sentence) -> None:
    old, new = texts(MET + sentence)
    assert told([old, new]) == [("arrangement of 2018", "existing"), ("treaty", "planned")]
    assert [(r.type, r.target) for r in new.relations] == [("renews", "arrangement of 2018")]


def test_the_old_text_may_only_be_called_the_current_one(texts) -> None:
    found = texts(MET + "They agreed to elevate the current arrangement to a binding agreement.")
    assert told(found) == [("current arrangement", "existing"), ("binding agreement", "planned")]


def test_a_text_that_was_upgraded_is_signed(texts) -> None:
    found = texts(MET + "The arrangement of 2018 was raised to a treaty in March 2023.")
    assert [(t.action, t.date) for t in found] == [("existing", "2018"), ("signed", "2023-03")]


@pytest.mark.parametrize(
    "sentence",
    [
        "They raised the issue of the agreement to a new level.",
        "Peru turned to a Chilean firm for advice on the contract.",
    ],
)
def test_what_is_raised_but_no_text_makes_none(texts, sentence) -> None:
    assert texts(MET + sentence) == []


def test_what_was_not_upgraded_makes_no_new_text(texts) -> None:
    found = texts(MET + "The two sides did not turn the arrangement of 2018 into a treaty.")
    assert told(found) == [("arrangement of 2018", "existing")]
