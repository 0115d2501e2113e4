"""Action programmes and plans, from the day on which they are agreed to be drawn up."""

import pytest

MET = "Kenya and Japan held talks in Nairobi on 9 October 2024. "


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("The two sides agreed to draw up an action programme for the 2025-2030 period.", "2025/2030"),
        ("Officials of both sides are working on the action programme of the partnership.", None),
        ("They agreed on the content of the Action Programme for 2025-2030.", "2025/2030"),
        ("Agreement was reached on the text of the Plan of Action 2025-2030.", "2025/2030"),
        ("The Commission should meet, so that the ministers can sign the action programme.", None),
        ("An action programme for the 2025-2030 period is to be ready next year.", "2025/2030"),
        ("The roadmap for trade cooperation is being worked out by officials.", None),
        ("They agreed to formulate the action programme of the partnership.", None),
    ],
)
def test_a_programme_that_is_worked_on_is_planned(texts, sentence, period) -> None:
    (text,) = texts(MET + sentence)
    assert (text.type, text.action, text.period) == ("programme", "planned", period)


def test_the_period_goes_with_the_name(texts) -> None:
    (text,) = texts(MET + "They adopted the action programme for the 2025-2030 period.")
    assert (text.title, text.action) == ("action programme for the 2025-2030 period", "signed")


@pytest.mark.parametrize(
    "sentence",
    [
        "Japan's navy is working on a programme for young sailors.",
        "They spoke of the content of the exhibition.",
        "So that farmers can sign up, the office opens at eight.",
    ],
)
def test_other_works_are_no_texts(texts, sentence) -> None:
    assert texts(MET + sentence) == []
