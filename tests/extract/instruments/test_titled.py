"""A text told by the title that it bears."""

import pytest

MET = "Kenya and Japan held talks in Nairobi on 9 October 2024. "


@pytest.mark.parametrize(
    ("sentence", "type_", "title"),
    [
        (
            "They adopted a document titled 'Kenya and Japan: A Vision for Blue Growth'.",
            "vision-statement",
            "Kenya and Japan: A Vision for Blue Growth",
        ),
        ('They signed a document entitled "Roadmap 2030".', "programme", "Roadmap 2030"),
        ('A paper entitled "Toward a New Era" was adopted.', "other", "Toward a New Era"),
        (
            "They signed a document called the Nairobi Framework for Green Growth.",
            "agreement",
            "Nairobi Framework for Green Growth",
        ),
        (
            "They issued a joint statement titled “A New Era of Trade”.",
            "joint-statement",
            "joint statement titled “A New Era of Trade”",
        ),
    ],
)
def test_a_text_has_the_title_that_it_bears(texts, sentence, type_, title) -> None:
    (text,) = texts(MET + sentence)
    assert (text.type, text.title, text.action) == (type_, title, "signed")


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry published a document titled 'Defence White Paper 2024'.",
        "They watched a film titled 'A New Era'.",
        "An exhibition called 'The Treaty of Lamu' was opened.",
    ],
)
def test_what_one_side_publishes_and_other_works_are_no_texts_of_both(texts, sentence) -> None:
    assert [text for text in texts(MET + sentence) if text.action != "existing"] == []
