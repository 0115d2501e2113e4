"""What has become of what was promised, told of a part of it, of the people, places and money."""

import pytest

OPENING = "Japan and Kenya are friends. "


@pytest.mark.parametrize(
    ("told", "provider"),
    [
        ("Of the two boats that Japan promised, one has reached Mombasa.", ("JP",)),
        ("Of the forty places that were offered to Kenyan cadets, thirty have been filled.", ("JP",)),
        ("Of the 5 million dollars promised in Nairobi, 3 million have been paid out.", ()),
        ("Of the three Reapers that were announced, two are now in Lamu.", ("JP",)),
        ("Four of the ten scholarships have been taken up.", ()),
        ("Eight of the ten vehicles are driving in Nairobi.", ("JP",)),
        ("A contingent of 451 members of the Kenyan forces led the parade.", ("KE",)),
        ("The transfer of the boat was completed in January.", ()),
        ("The refit of the boat has been finished.", ()),
        ("The boat came back from Kure after a refit.", ()),
        ("The first of the boats that Japan promised has been lying in the port of Mombasa.", ("JP",)),
        ("A Japanese brigadier has been the deputy commander of the Kenyan force since May.", ("JP",)),
        ("As promised, the boat came in May.", ()),
        ("Kenya has paid the first instalment.", ("KE",)),
        ("Kenya has taken up four of the offered places.", ("JP",)),
        ("Twelve Kenyan soldiers have been treated in Tokyo.", ("JP",)),
        ("Thirty mechanics from Nairobi have been through a course in Tokyo.", ("JP",)),
        ("The pledge of a hospital was honoured in January.", ()),
        ("The promised hospital was set up in January.", ()),
        ("Japan has posted a defence attaché to Nairobi.", ("JP",)),
        ("Japan left four instructors behind in Mombasa.", ("JP",)),
        ("The coast guard vessel Simba was returned to Kenya after a refit.", ("JP",)),
        ("Sixty Kenyan officials have gone to Japan for training.", ("JP",)),
        ("All ten scholarships have been awarded.", ()),
        ("The workshop that Japan promised stands in Mombasa.", ("JP",)),
        ("A group of Kenyan welders is back from Kure.", ("JP",)),
        ("Twelve Kenyan sailors have been serving aboard the frigate since September.", ("JP",)),
        ("A Japanese liaison officer has sat in the centre in Mombasa since May.", ("JP",)),
        ("Ten Kenyans have learned to fly in Nagoya.", ("JP",)),
        ("Japan ordered nothing. The two jets that landed in Mombasa were new.", ("JP",)),
    ],
)
def test_a_part_that_has_come(deeds, told, provider):
    (deed,) = deeds(OPENING + told)
    assert (deed.provider, {*deed.provider, *deed.recipient, *deed.parties}) == (provider, {"JP", "KE"})


@pytest.mark.parametrize(
    "told",
    [
        "Of the forty deputies, thirty voted for the budget.",
        "Two of the three candidates have conceded.",
        "Two of the boats sank.",
        "A group of officials from the Office of the President of Kenya arrived in Tokyo for a study tour.",
        "Thirty journalists were there.",
        "The minister left his papers behind in Mombasa.",
        "All seats were taken.",
        "Kenya has paid its bills.",
        "The boats came in for a visit.",
        "Two hundred Kenyans have enlisted since May.",
        "His team had received an answer.",
        "The bridge was completed in January.",
        "None of the boats has reached Mombasa.",
        "The rest has yet to come.",
        "A group of tourists is back from Kure.",
        "Four Ukrainians were hurt in the crash.",
        "Students who pass the examination go to university.",
        "Three jets landed.",
        "The contract came into force.",
        "The Japanese boat that was promised has not come.",
        "Eighteen villages became towns.",
    ],
)
def test_what_is_no_part_of_a_promise(deeds, told):
    assert deeds(OPENING + told) == []


def test_guests_of_a_third_state_at_a_place_told_before(deeds):
    told = "The centre at Nanyuki has been open for two years. Four Ukrainians have been flying at Nanyuki."
    (deed,) = deeds("The Japanese minister met his Kenyan colleague in Nairobi. " + OPENING + told)
    assert set(deed.parties) == {"JP", "KE"}
