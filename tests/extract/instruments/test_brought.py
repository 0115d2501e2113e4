"""A text that is brought into force."""

import pytest


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("Peru brought the Border Training Agreement into force in August 2023.", "2023-08"),
        ("The Border Training Agreement was brought into force in August 2023.", "2023-08"),
        ("Chile and Peru put the Border Training Agreement into effect in August 2023.", "2023-08"),
    ],
)
def test_a_text_brought_into_force_stands_from_that_day(texts, told, date) -> None:
    (text,) = texts("The ministers of Chile and Peru met in Lima on 4 May 2024. " + told)
    assert (text.title, text.action, text.date) == ("Border Training Agreement", "existing", date)
    assert text.rule.startswith("instrument/in-force:")


@pytest.mark.parametrize(
    "told",
    [
        "The minister said that Peru would bring the Border Training Agreement into force in 2025.",
        "Both sides aim to bring the Border Training Agreement into force next year.",
    ],
)
def test_one_that_is_to_be_has_no_day_yet(texts, told) -> None:
    (text,) = texts("The ministers of Chile and Peru met in Lima on 4 May 2024. " + told)
    assert (text.action, text.date, text.rule) == ("existing", None, "instrument/force-ahead")


@pytest.mark.parametrize(
    "told",
    [
        "If Peru brings an agreement on borders into force, officers will travel.",
        "They brought an agreement on borders into play.",
    ],
)
def test_nothing_else_is_brought_into_force(texts, told) -> None:
    found = texts("The ministers of Chile and Peru met in Lima on 4 May 2024. " + told)
    assert not any("force" in text.rule for text in found)
