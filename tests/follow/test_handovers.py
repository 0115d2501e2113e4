"""A handover that was planned is answered by the report of the giving."""

from servanda.follow.answers import answer
from servanda.follow.following import follow


def rule(earlier, later):
    found = answer(earlier, later)
    return found.rule if found else None


def planned(desk):
    return desk.meeting(
        "2022-06-05",
        "The minister will preside over the handing over of 12 guard boats",
        "IN VN",
        type="ceremony",
        status="planned",
    )


def given(desk, content="handed over 12 boats to the border guard", provider="IN", recipient="VN", **more):
    return desk.deed(more.pop("published", "2022-06-10"), provider, recipient, content, **more)


def test_by_kind_and_number(desk):
    assert rule(planned(desk), given(desk)) == "handed-over"
    plan, deed = planned(desk), given(desk)
    assert [f.later for f in follow([desk.entry(plan), desk.entry(deed)])] == [deed]


def test_other_goods_parties_and_years_are_no_answer(desk):
    assert rule(planned(desk), given(desk, "handed over 12 lorries to the border guard")) is None
    assert rule(planned(desk), given(desk, provider="JP")) is None
    assert rule(planned(desk), given(desk, published="2023-06-10")) is None
    assert rule(planned(desk), given(desk, "handed over two radars and a boat to the army")) is None


def test_what_has_been_given_before_the_planned_day_is_no_answer(desk):
    words = "The minister will preside over the handing over of 12 guard boats"
    plan = desk.meeting("2022-06-05", words, "IN VN", type="ceremony", status="planned", date="2022-06-09")
    assert rule(plan, given(desk, published="2022-06-06")) is None
    assert rule(plan, given(desk)) == "handed-over"
