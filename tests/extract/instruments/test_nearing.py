"""Texts that parties come near to."""

import pytest

MET = "The ministers of Chile and Peru met in Lima on 4 May 2024. "


@pytest.mark.parametrize(
    "told",
    [
        "Peru is close to a contract for two tugs.",
        "Both sides are nearing a contract for two tugs.",
        "They are on the verge of a contract for two tugs.",
        "They edged closer to a contract for two tugs.",
        "They moved a step closer to a contract for two tugs.",
    ],
)
def test_what_is_near_is_planned(texts, told) -> None:
    (text,) = texts(MET + told)
    assert (text.title, text.action) == ("contract for two tugs", "planned")


@pytest.mark.parametrize(
    "told",
    [
        "They are not close to a contract for two tugs.",
        "If they come near to a contract for two tugs, officers will travel.",
        "The yard is close to the border.",
    ],
)
def test_what_is_not_near_is_none(texts, told) -> None:
    assert not any(text.action == "planned" for text in texts(MET + told))
