"""When "vision" is the name of a text."""

import pytest

MET = "Kenya and Japan held talks in Nairobi on 9 October 2024. "


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("The two leaders adopted the Vision for Comprehensive Blue Economy Partnership.", "signed"),
        ("They unveiled the Kenya-Japan Vision 2035.", "signed"),
        ("They agreed on a Vision for Maritime Partnership.", "signed"),
        ("A vision document on the future of the partnership was endorsed.", "signed"),
        ("A vision document on the future of the partnership is set to be adopted.", "planned"),
        ("The Vision for Maritime Partnership is to be signed next month.", "planned"),
        ("A vision for the partnership is expected to be adopted.", "planned"),
        ("They reviewed the Vision for Maritime Partnership, agreed by both in May 2023.", "signed"),
        ("The Group follows up the joint Vision for the Maritime Partnership.", "existing"),
        ("The Group follows up the Vision for Comprehensive Maritime Partnership.", "existing"),
    ],
)
def test_a_vision_that_is_made_or_has_a_name_is_a_text(texts, sentence, action) -> None:
    (text,) = texts(MET + sentence)
    assert (text.type, text.action) == ("vision-statement", action)


@pytest.mark.parametrize(
    "sentence",
    [
        "The President set out his Vision for the Partnership.",
        "Japan supports Kenya's Vision 2030.",
        "They share a vision for the region.",
        "The visit is in line with the vision of SAGAR.",
        "They want to realise the shared vision of the two peoples.",
        "The vision of a new port is expected to be realised.",
    ],
)
def test_an_idea_and_the_programme_of_one_state_are_no_texts(texts, sentence) -> None:
    assert texts(MET + sentence) == []


def test_the_year_in_its_name_is_no_day_of_signing(texts) -> None:
    (text,) = texts(MET + "They unveiled the Kenya-Japan Vision 2035.")
    assert (text.title, text.date) == ("Kenya-Japan Vision 2035", None)
