"""Types of texts that their names leave open."""

import pytest

MET = "The ministers of Chile and Peru met in Lima on 4 May 2024. "


@pytest.mark.parametrize(
    ("sentence", "action", "period"),
    [
        (
            "They agreed to draw up a Defence Engagement Plan for the years 2025 to 2027.",
            "planned",
            "2025/2027",
        ),
        ("The Defence Engagement Plan for 2021-2023, adopted in 2020, was reviewed.", "signed", "2021/2023"),
        ("They endorsed a plan of joint activities for the years 2024-2026.", "signed", "2024/2026"),
        ("A work programme for 2025 and 2026 was signed.", "signed", "2025"),
    ],
)
def test_a_plan_of_two_sides_for_years_is_a_programme(texts, sentence, action, period) -> None:
    (text,) = texts(MET + sentence)
    assert (text.type, text.action, text.period) == ("programme", action, period)


def test_a_plan_of_one_state_is_no_text_of_both(texts) -> None:
    assert texts(MET + "Peru adopted a defence plan for 2024-2028.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The order for six helicopters was signed in March 2023.",
        "Peru placed an order for six helicopters with a Chilean firm in March 2023.",
        "The order for six helicopters, placed in March 2023, is worth 100 million euros.",
    ],
)
def test_an_order_for_goods_is_a_contract(texts, sentence) -> None:
    (text,) = texts(MET + sentence)
    assert (text.type, text.action, text.date) == ("contract", "signed", "2023-03")


@pytest.mark.parametrize(
    "sentence",
    [
        "In order to train officers, Chile will send instructors.",
        "The judges of Chile and Peru signed an order for the arrest of the captain.",
        "The first two of the ships on order will arrive in May.",
    ],
)
def test_other_orders_are_no_contracts(texts, sentence) -> None:
    assert texts(MET + sentence) == []
