"""Ceremonies told by the honours that are given to a guest."""

import pytest


@pytest.mark.parametrize(
    "told",
    [
        "{lind} received a Guard of Honour at the headquarters in Lisbon.",
        "{lind} inspected the guard of honor at the ministry in Lisbon.",
        "{lind} reviewed the honor guard at the ministry in Lisbon.",
        "{lind} inspected an honour guard in Lisbon.",
        "A smartly turned out contingent presented the Guard of Honour to {lind} in Lisbon.",
        "On arrival in Lisbon {lind} was presented a “Guard of Honour” by the navy.",
        "A 21-gun salute was fired for {lind} in Lisbon.",
    ],
)
def test_honours_are_a_ceremony_of_guest_and_host(engagements, told):
    found = engagements("{reis} met {lind} on Monday. " + told)
    assert [(fact.type, set(fact.parties)) for fact in found if fact.type == "ceremony"] == [
        ("ceremony", {"PT", "SE"})
    ]


@pytest.mark.parametrize(
    "told",
    [
        "{lind} praised the Guard of Honour.",
        "{lind} received no guard of honour.",
        "Guards of the palace met {lind}.",
    ],
)
def test_guards_of_whom_no_honours_are_told(engagements, told):
    assert "ceremony" not in {fact.type for fact in engagements("{reis} met {holm}. " + told)}
