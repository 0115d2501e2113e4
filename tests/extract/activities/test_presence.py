"""Forces of one side that are with the other."""

import pytest

from servanda.model.facts import Activity


@pytest.fixture
def told(read):
    return lambda text, **known: [f for f in read(text, **known) if isinstance(f, Activity)]


@pytest.mark.parametrize(
    "text",
    [
        "France maintains 1,500 troops in Djibouti.",
        "France has a battalion of 800 soldiers in Djibouti.",
        "Some 1,500 French soldiers have been in Djibouti since 2011.",
        "About 300 French marines serve in Djibouti as part of a mission.",
        "French troops in Djibouti since 2011.",
        "The treaty between France and Djibouti governs the stationing of 1,500 French soldiers.",
        "French instructors take part in the training of Djiboutian soldiers.",
        "French officers contribute to the training of the Djiboutian army.",
        "French trainers are involved in the training of Djiboutian recruits.",
    ],
)
def test_one_side_gives_and_the_other_takes(told, text) -> None:
    (activity,) = told(text)
    assert (activity.provider, activity.recipient) == (("FR",), ("DJ",))


@pytest.mark.parametrize(
    "text",
    [
        "Six Djiboutian pilots have been in training at a French air base since the spring.",
        "Since January, twelve Djiboutian officers have been under training at the French naval academy.",
    ],
)
def test_those_who_are_in_training_are_taught_by_the_other(told, text) -> None:
    (activity,) = told(text)
    assert (activity.provider, activity.recipient) == (("FR",), ("DJ",))


@pytest.mark.parametrize(
    "text",
    [
        "France will maintain 1,500 troops in Djibouti.",
        "France has no troops in Djibouti.",
        "French soldiers are in Djibouti for an exercise.",
        "French soldiers were not in Djibouti.",
        "The treaty between France and Djibouti would govern the stationing of 1,500 French soldiers.",
        "Officers took part in the training of recruits.",
        "France and Djibouti met in Paris. France and Djibouti spoke. Russia has 1,500 troops in Ukraine.",
    ],
)
def test_what_is_not_or_is_of_others_is_none(told, text) -> None:
    assert told(text) == []
