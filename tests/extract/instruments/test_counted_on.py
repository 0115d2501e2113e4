"""A day counted from the one told before."""

import pytest

from servanda.extract.instruments.counted_on import counted_on


@pytest.mark.parametrize(
    ("sentence", "before", "date"),
    [
        ("A month later the contracts followed.", "2022-07", "2022-08"),
        ("Fifteen months later both signed.", "2024-08-01", "2025-11"),
        ("Two years later a treaty was signed.", "2019-05", "2021"),
        ("The following month they met.", "2022-12", "2023-01"),
        ("Only three days later both signed.", "2022-12-30", "2023-01-02"),
    ],
)
def test_a_sentence_that_opens_with_a_time_counts_from_the_day_before(sentence, before, date) -> None:
    assert counted_on(sentence, before) == date


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("A month later the contracts followed.", "2022"),  # which month, no one knows
        ("Three days later both signed.", "2022-05"),
        ("A month later the contracts followed.", None),
        ("Later both signed.", "2022-05"),
        ("Both signed a month later than planned.", "2022-05"),
    ],
)
def test_what_is_counted_is_no_finer_than_what_is_known(sentence, before) -> None:
    assert counted_on(sentence, before) is None


def test_a_text_has_the_day_so_counted(texts) -> None:
    told = texts(
        "In July 2022 Peru and Chile signed a framework agreement. A month later the first executive "
        "contracts followed in Lima.",
        published="2025-10-01",
    )
    assert [(text.type, text.date) for text in told] == [("agreement", "2022-07"), ("contract", "2022-08")]
