"""Words by which cooperation is reported as done or going on."""

from __future__ import annotations

from servanda.codebook.activities import activity_words


def test_the_smaller_classes_are_parts_of_the_larger() -> None:
    words = activity_words()
    assert words.teaching <= words.helping <= words.giving
    assert words.habitual <= words.mutual


def test_what_is_engaged_in_is_talk_or_cooperation() -> None:
    words = activity_words()
    assert not words.engaged_in & words.engaged_in_talk


def test_help_is_work_and_money_alike() -> None:
    words = activity_words()
    assert [noun for noun in ("support", "loan", "funding", "promise") if words.is_help(noun)] == [
        "support",
        "loan",
        "funding",
    ]


def test_a_promise_is_no_gift() -> None:
    words = activity_words()
    assert "pledge" in words.promising
    assert "pledge" not in words.giving
