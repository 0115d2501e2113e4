"""A guest who is taken round by his host."""

import pytest


@pytest.mark.parametrize(
    "told",
    [
        "{lind} escorted {reis} to the frigate on 4 May 2024.",
        "{reis} was shown the yard by {lind} on 4 May 2024.",
    ],
)
def test_who_takes_the_other_round_meets_him(engagement, told):
    fact = engagement(told)
    assert (fact.type, set(fact.parties)) == ("meeting", {"PT", "SE"})


def test_an_escort_of_honour_is_none_by_him_who_welcomes_the_guest_behind_it(engagements):
    told = engagements(
        "{reis} was ceremoniously escorted to the Palace with a guard of honour, following which she was "
        "warmly welcomed by {holm}."
    )
    assert [fact.type for fact in told] == ["ceremony"]


def test_who_leads_a_side_takes_nobody_round(engagements):
    text = "{reis} led the Portuguese side and {lind} the Swedish side."
    assert not [f for f in engagements(text) if f.rule.startswith("engagement/guide")]
