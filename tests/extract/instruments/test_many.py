"""Texts of three states and more."""

import pytest


@pytest.mark.parametrize(
    "told",
    [
        "The treaty signed in Lima in May by Chile, Peru and Bolivia is long.",
        "A treaty between Chile, Peru and Bolivia was signed in Lima.",
        "The ministers signed a treaty of Chile, Peru, and Bolivia.",
        "The arrangement that Chile, Peru and Bolivia signed in Lima covers boats.",
    ],
)
def test_all_that_are_named_in_a_row_make_it(texts, told) -> None:
    (text,) = texts("The ministers of Chile and Peru met in Lima on 4 May 2024. " + told)
    assert set(text.parties) == {"CL", "PE", "BO"}


@pytest.mark.parametrize(
    "told",
    [
        "Chile and Peru signed a treaty on trade with Asia, Africa and Europe.",
        "Chile signed a treaty with Peru after talks in Bolivia, Brazil and Cuba.",
    ],
)
def test_others_in_a_row_make_none(texts, told) -> None:
    (text,) = texts(told)
    assert set(text.parties) == {"CL", "PE"}


def test_who_only_joins_one_of_the_two_is_no_side_of_their_text(texts) -> None:
    found = texts(
        "Chile and Peru held their defence dialogue in Lima on 4 May 2024. Minister Ana Rojas of Chile met "
        "Minister Juan Quispe of Peru. Chile thanked Peru. Peru will hold an exercise in May, and Brazil "
        "will take part in it with Peru. Minister Rojas of Chile praised the army of Peru.\n\n"
        "The ministers agreed to sign a memorandum on rescue at sea."
    )
    assert [set(t.parties) for t in found] == [{"CL", "PE"}]


def test_the_body_at_whose_meeting_it_was_signed_is_no_side(texts) -> None:
    (text,) = texts(
        "The ministers of Spain and Poland met in Toledo on 4 May 2024. Minister Ana Rojas signed there, on "
        "the sidelines of the reunion of ministers of the European Union, a letter of intent with Poland on "
        "tanks."
    )
    assert "EU" not in text.parties


def test_things_of_a_row_behind_the_day_are_still_what_the_texts_are_on(texts) -> None:
    told = (
        "On 27 July framework agreements for tanks, howitzers and light combat aircraft were signed in Lima"
    )
    (text,) = texts(f"Chile and Peru work together. {told}.", published="2022-08-01")
    assert (text.action, text.date) == ("signed", "2022-07-27")
