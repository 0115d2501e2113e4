"""Summits and sessions told by the way, and in the heading of a speech."""

from __future__ import annotations

import pytest


def _gathering(engagements, text, **known):
    (found,) = (e for e in engagements(text, **known) if e.type == "conference")
    return found


@pytest.mark.parametrize(
    ("told", "parties", "ordinal"),
    [
        ("on the sidelines of the 24th summit of the Shanghai Cooperation Organisation", {"SCO"}, 24),
        ("on the margins of the 49th G7 Summit in Hiroshima", {"G7"}, 49),
        ("on the side-lines of the 78th session of the United Nations General Assembly", {"UN"}, 78),
        ("in the margins of the Nordic Security Conference", set(), None),
        ("on the fringes of the NATO summit in Vilnius", {"NATO"}, None),
    ],
)
def test_who_meets_on_the_margins_of_a_summit_takes_part(engagements, told, parties, ordinal) -> None:
    text = f"{{reis}} held talks with {{lind}} {told}."
    found = _gathering(engagements, text)
    assert (set(found.parties), found.ordinal) == ({"PT", "SE"} | parties, ordinal)
    assert found.evidence[0].text.startswith(told[:20])
    assert set(found.participants) == {"Ana Reis", "Bo Lind"}
    assert any(e.type == "meeting" for e in engagements(text))


@pytest.mark.parametrize(
    "text",
    [
        "{reis} held talks with {lind} on the sidelines of the visit.",
        "{reis} and {lind} met in the margins of the page.",
        "Profit margins of the NATO suppliers rose, {reis} said.",
        "{reis} met {lind}. The reform was pushed to the margins of politics.",
    ],
)
def test_other_margins_are_of_no_gathering(engagements, text) -> None:
    assert [e for e in engagements(text) if e.type == "conference"] == []


@pytest.mark.parametrize(
    ("text", "body", "ordinal"),
    [
        ("{reis}, in Geneva for the 60th session of the Human Rights Council, met {lind}.", "UN", 60),
        ("{reis}, presently in Malaysia for the 46th ASEAN Summit, met {lind}.", "ASEAN", 46),
        ("{reis}, now in Lima to attend the 6th session of the UN Environment Assembly, met him.", "UNEP", 6),
    ],
)  # fmt: skip
def test_who_is_there_for_a_session_takes_part_in_it_and_whom_he_meets_is_not_told_to(
    engagements, text, body, ordinal
) -> None:
    found = _gathering(engagements, text)
    assert (set(found.parties), found.ordinal) == ({"PT", body}, ordinal)
    assert "met" not in found.evidence[0].text


@pytest.mark.parametrize(
    ("heading", "name", "party", "date"),
    [
        (
            "Speech delivered by Hon. President Hakainde Hichilema at the Africa Climate Summit 2023 "
            "in Kenya on 5th September 2023",
            "Hakainde Hichilema",
            "KE",
            "2023-09-05",
        ),
        (
            "Statement by Foreign Minister Mulambo Haimbe at the 57th Session of the Human Rights Council, "
            "Geneva, 9 September 2024",
            "Mulambo Haimbe",
            "UN",
            "2024-09-09",
        ),
        (
            "Remarks by Defence Minister Ambrose Lufuma at the SADC Summit in Lusaka on 8 March 2023",
            "Ambrose Lufuma",
            "SADC",
            "2023-03-08",
        ),
    ],
)
def test_a_speech_is_headed_by_where_it_was_given(engagements, heading, name, party, date) -> None:
    text = f"{heading}\n\nExcellencies, it is an honour. Zambia is a country of many peoples.\n"
    found = _gathering(engagements, text, publisher="State House, Zambia", published="2024-10-01")
    assert (found.participants, set(found.parties), found.date) == ((name,), {"ZM", party}, date)


def test_a_speech_is_told_by_a_title_in_capitals(engagements) -> None:
    title = "Speech Delivered by Hon. President Hakainde Hichilema at the Africa Climate Summit in Kenya"
    text = (
        f"{title}\n\nExcellencies, it is an honour. Zambia is a country of many peoples. Kenya is another.\n"
    )
    found = _gathering(engagements, text, publisher="State House, Zambia")
    assert (found.participants, set(found.parties)) == (("Hakainde Hichilema",), {"ZM", "KE"})


@pytest.mark.parametrize(
    "text",
    [
        "Statement of Intent Signed at the Lusaka Summit by Portugal\n\n{reis} spoke.\n",
        "The speech by {reis} was praised at the summit.",
        "Remarks by {reis} on the budget\n\nThank you all.\n",
        "Statement by {reis} at the press conference\n\nThank you all.\n",
    ],
)
def test_a_speech_elsewhere_is_none(engagements, text) -> None:
    assert engagements(text) == []


def test_who_acts_behind_a_place_on_the_margins_is_no_part_of_the_place(engagements) -> None:
    told = (
        "On the margins of the NATO summit in Vilnius, the defence ministers of Portugal and Sweden, Rui "
        "Costa and Karl Lind, met on 3 July 2024."
    )
    (met,) = [e for e in engagements(told) if e.type == "meeting"]
    assert (met.participants, set(met.parties)) == (("Rui Costa", "Karl Lind"), {"PT", "SE"})
