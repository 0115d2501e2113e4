"""Meetings of which no side is told."""

import pytest

STATES = "{holm} wrote to {reis}. Norway and Finland waited. "


@pytest.mark.parametrize(
    "told",
    [
        "Former president Mário Soares met Olof Palme in Stockholm in 1984.",
        "Former prime minister Göran Persson met former president Jorge Sampaio in Lisbon in 2001.",
    ],
)
def test_two_leaders_of_two_states_meet(engagement, told):
    fact = engagement(STATES + told)
    assert (fact.type, set(fact.parties)) == ("meeting", {"PT", "SE"})


@pytest.mark.parametrize(
    "told",
    [
        "Former president Mário Soares met opposition leader Álvaro Cunhal in Lisbon in 1984.",
        "Former president Mário Soares met union secretary Manuel Silva in Lisbon in 1984.",
        "Former president Mário Soares met business leaders in Stockholm.",
        "Minister Jan Dahl of Norway wrote to Sweden. Ex-premier Göran Persson met Olof Palme in Lisbon.",
        "A third strategic and cooperation dialogue met in Lisbon.",
        "The poet Sophia Andresen met Tomas Tranströmer in Lisbon in 1984.",
    ],
    ids=[
        "at home",
        "of lesser post",
        "nobody named",
        "three states",
        "a mechanism",
        "poets",
    ],
)
def test_others_stay_unknown(engagements, told):
    meetings = [f for f in engagements(STATES + told) if f.type == "meeting"]
    assert meetings == []


def test_two_told_by_name_alone_are_of_the_only_two_states(engagements):
    told = "Portugal and Sweden grow closer. Ana Reis met Bo Lind in Lisbon on 3 May 2024."
    (fact,) = engagements(told)
    assert (set(fact.parties), fact.date) == ({"PT", "SE"}, "2024-05-03")
    assert engagements(told + " Chile looks on.") == []
