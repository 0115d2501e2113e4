"""What the other side is thanked for doing, and what it has given."""

from __future__ import annotations

import pytest

MET = "The Ghanaian minister met the Norwegian ambassador. "


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("The minister recalled the help that Norway gave during the flood of 2021 and voiced his joy.",
         "the help that Norway gave during the flood of 2021"),
        ("The Ghanaian minister was glad of the satellite system, which Norway provides.",
         "the satellite system, which Norway provides"),
        ("The Ghanaian minister thanked Norway for the training they continue to provide to Ghana.",
         "the training they continue to provide to Ghana"),
        ("The Ghanaian minister thanked Norway for resuming previously halted projects in Ghana.",
         "resuming previously halted projects in Ghana"),
        ("The Ghanaian minister thanked Norway for Norway's decision to send relief teams.",
         "to send relief teams"),
        ("The Ghanaian minister expressed his appreciation to Norway for its support for the naval school.",
         "its support for the naval school"),
        ("The Ghanaian minister commended Norway's support in promoting fisheries reform.",
         "Norway's support in promoting fisheries reform"),
        ("Norway continues to train Ghanaian pilots.", "Norway continues to train Ghanaian pilots"),
    ],
)  # fmt: skip
def test_what_was_given(deeds, sentence, content) -> None:
    (deed,) = deeds(MET + sentence)
    assert (deed.provider, deed.recipient, deed.content) == (("NO",), ("GH",), content)


def test_a_donation_of_money_is_thanked_for(deeds) -> None:
    (deed,) = deeds(
        "The Japanese minister met the Kenyan minister in Nairobi. The Kenyan minister thanked Japan for the "
        "donation of five million dollars."
    )
    assert (deed.provider, deed.recipient, deed.amount.value) == (("JP",), ("KE",), 5e6)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ghanaian minister recalled the help that Norway did not give.",
        "The Ghanaian minister asked for the help that Norway will give.",
        "The Ghanaian minister recalled the view that Norway gave.",
        "The Ghanaian minister thanked Norway for its support for the development of the country.",
        "The Ghanaian minister spoke of Norway's decision to send relief teams.",
        "Norway wants to continue to train Ghanaian pilots.",
        "Norway plans to continue to send officers to Ghana.",
    ],
    ids=["denied", "to come", "no help", "in general", "no thanks", "wish", "plan"],
)
def test_what_was_not(deeds, sentence) -> None:
    assert deeds(MET + sentence) == []
