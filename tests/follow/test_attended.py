"""Who was to be at a fair or a forum is told to have been there."""

import pytest

from servanda.follow.answers import answer
from servanda.follow.following import follow

FAIR = "a Kenyan delegation attended the International Defence Industry Fair in Istanbul in May"
TO_THE_FAIR = "send a delegation to the International Defence Industry Fair in Istanbul"


@pytest.fixture
def attended(desk):
    def there(quote=FAIR, parties="KE TR", country="TR", **more):
        return desk.meeting("2025-06-10", quote, parties, type="conference", country=country, **more)

    return there


def status(earlier, later):
    found = answer(earlier, later)
    return found.status if found else None


@pytest.mark.parametrize(
    ("act", "speaker", "addressee", "content"),
    [
        ("invite", "TR", "KE", TO_THE_FAIR),
        ("pledge", "KE", "TR", f"would {TO_THE_FAIR}"),
        ("pledge", "KE", "TR", "would take part in the International Defence Industry Fair"),
        ("request", "TR", "KE", "attend the International Defence Industry Fair"),
        ("pledge", "KE", "TR", "the Kenyan Ministry of Defence would send a delegation to the fair"),
    ],
)
def test_those_who_were_to_be_there_were(desk, attended, act, speaker, addressee, content):
    assert status(desk.promise("2024-05-10", act, speaker, addressee, content), attended()) == "kept"


@pytest.mark.parametrize(
    "content",
    [
        "send a delegation to the Eurasia Airshow in Antalya",
        "send a delegation to the Anatolian Food Fair in Konya",
        "attend the forum",
        "hold the International Defence Industry Fair in Istanbul",
    ],
)
def test_another_gathering_is_not_the_one(desk, attended, content):
    assert status(desk.promise("2024-05-10", "pledge", "KE", "TR", content), attended()) is None


def test_a_gathering_at_home_or_of_others_or_of_before_is_not_the_one(desk, attended):
    promised = desk.promise("2024-05-10", "pledge", "KE", "TR", TO_THE_FAIR)
    assert status(promised, attended(country="KE")) is None
    assert status(promised, attended(parties="UG TR")) is None
    assert status(promised, attended(date="2023-05")) is None
    assert status(promised, attended(status="planned")) is None


def test_the_invitation_and_the_promise_to_come_are_both_kept(desk, attended):
    invited = desk.promise("2024-05-10", "invite", "TR", "KE", TO_THE_FAIR)
    promised = desk.promise("2024-06-10", "pledge", "KE", "TR", "would send a delegation to the fair")
    entries = [desk.entry(each) for each in (invited, promised, attended())]
    assert {each.earlier.id for each in follow(entries)} == {invited.id, promised.id}
