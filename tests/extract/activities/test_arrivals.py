"""What has arrived, begun or left, told of the thing or the people themselves."""

import pytest

OPENING = "Japan and Kenya are friends. "


@pytest.mark.parametrize(
    ("told", "provider"),
    [
        ("The last two of the Japanese boats landed at Mombasa in May.", ("JP",)),
        ("The first Kenyan pilots were awarded their certificates in July.", ("JP",)),
        ("The last Japanese soldiers left Lamu in May.", ("JP",)),
        ("A first radar was delivered last month.", ()),
        ("A first battery was handed over in April.", ()),
        ("The advance party came on 8 April.", ()),
        ("The first phase of the barracks was handed over in January.", ()),
        ("The first ten vehicles were welcomed at a ceremony in the port.", ()),
        ("Fifteen Bushmasters that Japan promised were shipped to Mombasa in June.", ("JP",)),
    ],
)
def test_a_lot_that_has_come(deeds, told, provider):
    (deed,) = deeds(OPENING + told)
    assert (deed.provider, {*deed.provider, *deed.recipient, *deed.parties}) == (provider, {"JP", "KE"})


@pytest.mark.parametrize(
    "told",
    [
        "The hospital was completed.",
        "In August 2023 the contract for 12 boats had been made public.",
        "Twenty Kenyan officers graduated from the Kenyan Military Academy.",
        "Many of whom remain unaware of it.",
        "The two had just come out of a meeting.",
        "The first aircraft flew a patrol in January.",
        "The parties touched upon the visit.",
        "Only the second battery of missiles remains a promise.",
        "The first boats were sent to Brazil.",
    ],
)
def test_what_is_no_lot(deeds, told):
    assert deeds(OPENING + told) == []


def test_a_text_may_end_in_a_port(deeds):
    assert len(deeds(OPENING + "The first two Japanese boats have arrived in port")) == 1


def test_what_is_handed_over_at_home_is_no_help(deeds):
    told = "The first phase of the {} was handed over to the municipality in January."
    assert deeds(OPENING + told.format("school")) == []
