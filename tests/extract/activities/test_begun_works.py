"""Works and ships that are told to be begun."""

import pytest

TALKS = "The ministers of Kenya and Japan held talks in Nairobi on the patrol boats. "


@pytest.mark.parametrize(
    "words",
    [
        "Steel was cut for the first boat in Kure in January.",
        "The keel of the first boat for the Kenyan Navy was laid in Kure.",
        "Work on the first boat began in January.",
        "The yard laid the keel of the first of the Kenyan boats in February.",
        "Construction of the pier by a Japanese company is under way.",
        "The yard has begun to build the first boat.",
        "The yard started building the first of the boats in January.",
        "Production of the first one began in January.",
        "He recalled that it all began when steel was cut at the yard in Kure.",
    ],
)
def test_works_for_the_other_side_begin(deeds, words):
    assert [set(fact.parties) for fact in deeds(TALKS + words)] == [{"KE", "JP"}], words


@pytest.mark.parametrize(
    "words",
    [
        "Work on the first boat has not begun.",
        "Work on the communiqué began in January.",
        "The keel of the first boat will be laid in May.",
        "Work on a bridge began in January.",
        "Construction of a new bridge in Kenya began in January.",
        "The yard has not begun to build the first boat.",
        "The yard has begun to build a reputation.",
        "Production of the first batch began in January.",
        "Work on the first boat for Chile began in January.",
    ],
)
def test_nothing_is_begun_for_them(deeds, words):
    assert not [f for f in deeds(TALKS + words) if f.rule.startswith("activity/begun")], words
