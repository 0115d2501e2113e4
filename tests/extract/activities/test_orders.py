"""Further goods that one side is told to have ordered."""

import pytest

TALKS = "The ministers of Kenya and Japan held talks in Nairobi on the patrol boats. "


@pytest.mark.parametrize(
    "words",
    [
        "Kenya ordered two more boats last December.",
        "Since then Kenya has ordered another three boats from the yard in Kure.",
        "After Kenya ordered two more boats last December, both navies will have one type.",
        "In May the Kenyan government ordered three further helicopters.",
    ],
)
def test_more_is_ordered_between_the_two(deeds, words):
    assert [set(fact.parties) for fact in deeds(TALKS + words)] == [{"KE", "JP"}], words


@pytest.mark.parametrize(
    "words",
    [
        "Kenya ordered two boats.",
        "Kenya will order two more boats.",
        "The yard will be enlarged after Kenya has ordered two more boats.",
        "Kenya has not ordered two more boats.",
        "Kenya ordered two more boats from Spain.",
        "Chile ordered two more boats.",
        "The court in Kenya ordered two more inquiries.",
    ],
)
def test_nothing_more_is_ordered(deeds, words):
    assert not [f for f in deeds(TALKS + words) if f.rule.startswith("activity/ordered")], words
