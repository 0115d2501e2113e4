"""Lines of a fact sheet without a verb of their own."""

import pytest

_HEADING = "France and Greece work together.\n\nTreaty on mutual defence between France and Greece\n\n"


def test_a_line_with_its_years_in_brackets(texts) -> None:
    found = texts(
        "Chile and Peru: fact sheet\n\n"
        "- Memorandum of Understanding on air rescue (2009; extended in August 2023)\n"
        "- Framework agreement on defence (2014)\n"
    )
    assert [(t.action, t.title, t.date) for t in found] == [
        ("existing", "Memorandum of Understanding on air rescue of 2009", "2009"),
        ("extended", "Memorandum of Understanding on air rescue of 2009", "2023-08"),
        ("existing", "Framework agreement on defence of 2014", "2014"),
    ]


def test_brackets_in_a_sentence_are_no_line(texts) -> None:
    found = texts("Chile and Peru praised their Defence Training Agreement (2009) in Lima.")
    assert [t.title for t in found] != ["Defence Training Agreement of 2009"]


@pytest.mark.parametrize(
    ("line", "action", "date"),
    [
        ("Signed in Athens on 3 May 2024 by both ministers.", "signed", "2024-05-03"),
        ("Signed: 3 May 2024, Athens", "signed", "2024-05-03"),
        ("Ratified in June 2024.", "ratified", "2024-06"),
    ],
)
def test_what_is_done_to_the_text_of_the_line_above(texts, line, action, date) -> None:
    told = [t for t in texts(_HEADING + line) if t.rule.endswith("below-its-name")]
    assert [(t.action, t.date) for t in told] == [(action, date)]
    assert (told[0].title, set(told[0].parties)) == (
        "Treaty on mutual defence between France and Greece",
        {"FR", "GR"},
    )


@pytest.mark.parametrize(
    "text",
    [
        _HEADING + "Signed copies were handed out on 3 May 2024.",
        _HEADING + "Signed by hand.",
        _HEADING + "Signed",
        "France and Greece praised the treaty.\n\nSigned in Athens on 3 May 2024.",
        "France and Greece work together.\n\nThe plan for the port\n\nSigned in Athens on 3 May 2024.",
    ],
)
def test_without_a_day_or_a_name_above_nothing_is_told(texts, text) -> None:
    assert [t for t in texts(text) if t.rule.endswith("below-its-name")] == []


def test_each_text_with_its_day_is_one(texts) -> None:
    told = texts(
        "France and Greece work together.\n\n• First roadmap: May 2021\n• Second roadmap: June 2023\n"
    )
    assert [(t.action, t.date) for t in told] == [("signed", "2021-05"), ("signed", "2023-06")]
    assert texts("France and Greece work together.\n\n• First roadmap: to be told in May 2021\n") == []
