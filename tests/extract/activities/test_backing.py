"""What is done with the other side's help, or together with it."""

from __future__ import annotations

import pytest

MET = "The Ghanaian minister met the Norwegian ambassador. "


@pytest.mark.parametrize(
    "sentence",
    [
        "The port is being rebuilt with the financial assistance of Norway.",
        "The ambulance service was established with Norwegian grant aid.",
        "With the support of Norway, 500 nurses have been trained in Ghana.",
        "The minister opened the new training centre in Accra, built with Norwegian funding.",
    ],
)
def test_with_the_help_of_the_other(deeds, sentence) -> None:
    (deed,) = deeds(MET + sentence)
    assert (deed.provider, deed.recipient) == (("NO",), ("GH",))


@pytest.mark.parametrize(
    "sentence",
    [
        "The port will be rebuilt with the financial assistance of Norway.",
        "The port could be rebuilt with Norwegian funding.",
        "The port was not rebuilt with Norwegian funding.",
        "The port was rebuilt with the help of volunteers.",
        "The minister spoke with the support of Norway.",
    ],
    ids=["to come", "possible", "denied", "no party", "no work"],
)
def test_no_help(deeds, sentence) -> None:
    assert deeds(MET + sentence) == []


def test_a_common_work(deeds) -> None:
    (deed,) = deeds(
        MET + "The survey was conducted by the Ghanaian ministry in collaboration with the Norwegian Navy."
    )
    assert (set(deed.parties), deed.provider) == ({"GH", "NO"}, ())


@pytest.mark.parametrize(
    "sentence",
    [
        "A workshop was held by the Ghanaian ministry in collaboration with the Norwegian Navy.",
        "A survey will be conducted by the Ghanaian ministry in collaboration with the Norwegian Navy.",
    ],
    ids=["meeting", "to come"],
)
def test_no_common_work(deeds, sentence) -> None:
    assert deeds(MET + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ghanaian minister thanked Norway for the help given by Norway during the flood.",
        "A patrol boat, provided by Norway and repaired twice, is used by the Ghanaian Navy.",
        "Ghana received a new aid package from Norway.",
        "The Ghanaian Navy took delivery of two patrol boats from Norway.",
        "Norwegian jets are guarding the airspace of Ghana.",
        "Four Norwegian jets have been deployed to a base in Ghana.",
        "Norwegian officers have been based in Ghana since 1998.",
        "Norway has financed 18 projects in Ghana.",
    ],
)
def test_given_received_and_posted(deeds, sentence) -> None:
    (deed,) = deeds(sentence)
    assert (deed.provider, deed.recipient) == (("NO",), ("GH",))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ghana received a new ambassador from Norway.",
        "Ghana took part in the parade from Norway.",
        "Norwegian jets are guarding the airspace of Norway.",
        "Norway has financed 18 projects in Oslo.",
    ],
    ids=["person", "took part", "its own", "at home"],
)
def test_neither_given_nor_received(deeds, sentence) -> None:
    assert deeds(sentence) == []
