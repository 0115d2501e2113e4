"""Forces that were to be carried for the other side."""

import pytest

from servanda.follow.answers import answer


@pytest.mark.parametrize(
    ("content", "told", "status"),
    [
        ("Norway would fly the contingent to Mali", "an aircraft took the contingent to Mali", "kept"),
        ("it would carry the sixth field hospital", "a C-17 flew the sixth field hospital to Juba", "kept"),
        ("it would carry the sixth field hospital", "a C-17 flew the fifth field hospital to Juba", None),
        ("it would fly the engineers to Mali", "an aircraft brought tents to Beirut", None),
    ],
)
def test_they_were_carried(desk, content, told, status) -> None:
    promised = desk.promise("2024-05-10", "pledge", "NO", "GH", content)
    report = desk.deed("2024-09-10", "NO", "GH", told, rule="activity/carried:fly")
    found = answer(promised, report)
    assert (found.status if found else None) == status


def test_a_pronoun_is_read_with_what_it_stands_for(desk) -> None:
    promised = desk.promise("2024-05-10", "pledge", "NO", "GH", "Norway would donate ten patrol boats")
    quote = ["They were delivered in March", "ten patrol boats"]
    rule = "activity/pronoun:deliver"
    report = desk.deed("2025-04-10", "NO", "GH", quote[0], quote=quote, rule=rule)
    found = answer(promised, report)
    assert found is not None and found.status == "kept"
