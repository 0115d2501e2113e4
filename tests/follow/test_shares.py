"""What part of a whole a report tells in numbers."""

import pytest

from servanda.follow.shares import Share, share_told, tells_the_same_part


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("eight of the 20 armoured vehicles", Share(8, 20, last=False)),
        ("Of the forty engineers whom they undertook to train, the first fifteen", Share(15, 40, last=False)),
        ("Out of the ten places, only four have been taken up", Share(4, 10, last=False)),
        ("Of the 80 places that Canada announced, some 50 were taken up", Share(50, 80, last=False)),
        ("Of 30 seats on the course, only about a dozen", None),
        ("the last 2 of the 18 jets landed", Share(2, 18, last=True)),
        ("three of them", None),
        ("some of the twenty", None),
        ("20 of the 8 vehicles", None),
        ("a part of the plan", None),
    ],
)
def test_shares(text, share):
    assert share_told(text) == share


def test_it_is_of_the_promise_that_counts_the_same_whole():
    assert Share(8, 20, last=False).is_of("will give twenty vehicles")
    assert Share(8, 300, last=False).is_of("Three hundred vehicles will be given")
    assert not Share(8, 20, last=False).is_of("will give vehicles in 2020")


@pytest.mark.parametrize(
    ("promised", "report", "same"),
    [
        ("The first of the four boats would be handed over", "took over the first of four boats", True),
        ("The first patrol boat will be delivered", "The first of the four boats was handed over", True),
        ("The first one will come in May", "took over the first of the four radars", True),
        ("The four boats will be delivered", "took over the first of the four boats", False),
        ("The first pilots will be trained", "the first of the forty pilots was trained", False),
        ("The first four boats will come", "took over the first of the four boats", False),
    ],
)
def test_a_promise_of_the_first_is_kept_by_the_first(promised, report, same):
    assert tells_the_same_part(promised, report) is same
