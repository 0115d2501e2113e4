"""Work that was to be resumed is told to go on."""

import pytest

from servanda.follow.answers import answer


def _status(earlier, later):
    found = answer(earlier, later)
    return found.status if found else None


@pytest.fixture
def word(desk):
    """The word of both sides that work will go on."""
    return lambda content: desk.promise("2024-09-27", "agree", "KR GH", "", content)


@pytest.mark.parametrize(
    "content",
    [
        "work on six stalled hospitals financed by the Korean government will resume",
        "Korean-funded hospitals, such as those in Wa and Ho, would restart",
        "construction of the suspended hospitals will recommence next month",
    ],
)
def test_thanks_for_resuming_are_for_what_was_to_resume(desk, word, content) -> None:
    thanked = desk.deed("2025-02-03", "KR", "GH", "resuming the previously halted hospitals in Ghana")
    assert _status(word(content), thanked) == "kept"


def test_many_that_are_not_named_are_any(desk, word) -> None:
    promised = word("Korean-funded projects, such as the Wa hospital, would resume")
    thanked = desk.deed("2025-02-03", "KR", "GH", "restarting previously stalled Korean projects in Ghana")
    assert _status(promised, thanked) == "kept"


@pytest.mark.parametrize(
    ("provider", "told"),
    [
        ("KR", "resuming the suspended flights to Accra"),
        ("JP", "resuming the previously halted hospitals in Ghana"),
        ("KR", "building six hospitals in Ghana"),
        ("KR", "the resumption of work on the hospitals has been called off"),
    ],
)
def test_other_work_of_others_or_none(desk, word, provider, told) -> None:
    promised = word("work on six stalled hospitals financed by the Korean government will resume")
    answer_ = answer(promised, desk.deed("2025-02-03", provider, "GH", told))
    assert answer_ is None or answer_.rule != "resumed"


def test_who_does_not_speak_of_going_on_promises_none(desk, word) -> None:
    thanked = desk.deed("2025-02-03", "KR", "GH", "resuming the halted hospitals in Ghana")
    assert _status(word("the Korean government will visit six hospitals"), thanked) is None
