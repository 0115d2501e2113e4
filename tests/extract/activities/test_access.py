"""Markets, borders and money: what one side has opened or paid to the other."""

import pytest

TALKS = "The foreign ministers of Kenya and Japan held talks in Nairobi. "


@pytest.mark.parametrize(
    "words",
    [
        "Japan has allowed imports of Kenyan avocados since March.",
        "In March Japan opened its market to Kenyan avocados.",
        "Japan lifted its ban on Kenyan beef in March.",
        "Japan abolished visas for Kenyan tourists in January.",
        "The Kenyan minister thanked Japan for opening its market to Kenyan avocados.",
        "The Kenyan minister thanked Japan for the opening of the Japanese market to its avocados.",
        "Kenya has received the five million dollars that Japan promised for the port.",
    ],
)
def test_japan_gives_access_or_money(deeds, words):
    found = [(fact.provider, fact.recipient) for fact in deeds(TALKS + words)]
    assert found == [(("JP",), ("KE",))], words


def test_money_that_was_paid_is_of_the_two(deeds):
    (fact,) = deeds(TALKS + "The loan of 100 million dollars for the port was disbursed in March.")
    assert set(fact.parties) == {"KE", "JP"}


@pytest.mark.parametrize(
    "words",
    [
        "Japan has not opened its market to Kenyan avocados.",
        "Japan will abolish visas for Kenyan tourists in January.",
        "Japan lifted its ban on Chilean beef in March.",
        "Kenya has received five million dollars from a bank.",
        "The minister opened the market.",
    ],
)
def test_nothing_is_opened_or_paid(deeds, words):
    rules = [fact.rule for fact in deeds(TALKS + words)]
    assert not [r for r in rules if r.startswith(("activity/access", "activity/money"))], words


def test_thanks_for_the_opening_of_a_house_tell_of_no_market(deeds):
    found = deeds(TALKS + "The Kenyan minister thanked Japan for the opening of the school.")
    assert not [f for f in found if f.rule.startswith("activity/access")]
