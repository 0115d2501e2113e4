"""Talks with others told by no more than "with"."""

from __future__ import annotations

import pytest

_IN_STOCKHOLM = "{reis} visited Stockholm on 3 July 2024. "


def _meetings(engagements, told: str) -> list[set[str]]:
    return [set(e.participants) for e in engagements(_IN_STOCKHOLM + told) if e.type == "meeting"]


@pytest.mark.parametrize(
    ("told", "others"),
    [
        ("Reis held long discussions with {lind}, as well as with senior officials of Sweden.", set()),
        ("Reis held talks with {lind} and also with {holm}.", {"Eva Holm"}),
        ("Reis met with {lind} and separately with {holm}.", {"Eva Holm"}),
    ],
)
def test_with_others_as_well_is_a_meeting_of_its_own(engagements, told, others) -> None:
    assert _meetings(engagements, told) == [{"Ana Reis", "Bo Lind"}, {"Ana Reis", *others}]


@pytest.mark.parametrize(
    "told",
    [
        "Reis held talks with {lind} and with {holm}.",  # can be one table
        "Reis held talks with {lind} as well as with his advisers.",  # who sit at it
        "Reis held talks with {lind} on trade as well as on fishing with nets.",
        "Reis held talks with {lind} as well as {holm}.",
    ],
)
def test_one_table_is_one_meeting(engagements, told) -> None:
    assert len(_meetings(engagements, told)) == 1
