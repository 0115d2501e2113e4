"""What has become the other side's own, what word was kept, what leave was given, who took on supplies."""

import pytest

OPENING = "Japan and Kenya are friends. "


@pytest.mark.parametrize(
    "told",
    [
        "The two boats became Kenyan on 5 July.",
        "Eighteen jets became Kenyan property.",
        "The jets have been Kenyan since November.",
        "Since July the boats have belonged to the Kenyan coast guard.",
        "Ownership of the boats passed to Kenya.",
        "The boats now fly the flag of Kenya.",
        "Tokyo has kept its promise.",
        "Japan delivered as promised.",
        "Japan delivered on its promise of a second boat.",
        "Japan has made good on its pledge.",
        "The Japanese promise of a boat has been kept.",
        "Kenyan officers may now attend the Japanese war college.",
        "Kenyan citizens can enlist in the Japanese forces from January 1.",
        "Kenyan fishermen have been able to call the centre in Japan since April.",
        "Four Kenyan warships have taken fuel and stores at Kure.",
        "Three Kenyan ships have used the port of Kure this year.",
    ],
)
def test_what_japan_did_for_kenya(deeds, told):
    (deed,) = deeds(OPENING + told)
    assert (deed.provider, deed.recipient) == (("JP",), ("KE",))


@pytest.mark.parametrize(
    "told",
    [
        "The boats are Japanese.",
        "Ten villages became Kenyan.",
        "Kenyan wines have become popular.",
        "The boats belong to a museum.",
        "The minister kept his word to his wife.",
        "Japan made a promise.",
        "Citizens can enlist at 18.",
        "Kenyans can now vote from abroad.",
        "Kenyan officers may attend the Japanese war college.",
        "Four warships have taken fuel.",
        "Three ships have used the canal.",
        "The boats would become Kenyan if parliament agreed.",
    ],
)
def test_what_is_none_of_this(deeds, told):
    assert deeds(OPENING + told) == []
