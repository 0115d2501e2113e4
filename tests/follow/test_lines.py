"""Lines that were to be opened, and works that were to be begun."""

import pytest

from servanda.follow.answers import answer

LINE = {"rule": "activity/line:begin"}


def _status(earlier, later):
    found = answer(earlier, later)
    return found.status if found else None


@pytest.fixture
def line(desk):
    """The word of both sides on a line."""
    return lambda content: desk.promise("2024-05-10", "agree", "PE ID", "", content)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("open direct flights between Lima and Jakarta", "Garuda has been flying to Lima since March"),
        ("direct air links would be launched", "the two capitals have been linked by direct flights"),
        ("start a shipping line between Callao and Surabaya", "the ferry from Surabaya reached Callao"),
    ],
)
def test_the_line_runs(desk, line, content, told) -> None:
    report = desk.deed("2025-03-02", "", "", told, parties=("PE", "ID"), **LINE)
    assert _status(line(content), report) == "kept"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("open direct flights between Lima and Jakarta", "a ferry service began"),
        ("open a service by air between Lima and Jakarta", "flights between Cuzco and Bali began"),
        ("start more flights between the two capitals", "Garuda has been flying to Lima since March"),
        ("review the schedule of the flights", "Garuda has been flying to Lima since March"),
    ],
)
def test_another_line_is_none(desk, line, content, told) -> None:
    report = desk.deed("2025-03-02", "", "", told, parties=("PE", "ID"), **LINE)
    assert _status(line(content), report) is None


@pytest.mark.parametrize(
    ("content", "told", "status"),
    [
        ("construction of the first frigate will start", "steel was cut at the yard", "kept"),
        ("work on the corvettes would begin in May", "the keel of the first corvette was laid", "kept"),
        ("the keel of the second corvette will be laid", "the keel of the first corvette was laid", None),
        ("work on the Tibar bridge will begin", "work on the Beto bridge began", None),
        ("work on the Tibar bridge will begin", "construction of the Tibar bridge is under way", "kept"),
        ("the yard would begin to build the first frigate", "production of the first one started", "kept"),
        ("the yard would begin to build the first frigate", "the frigates are built in Callao", None),
        ("the yard would begin to build the second frigate", "production of the first frigate started", None),
        ("the yard would begin to build the second frigate", "production of the first one started", None),
        ("the yard would begin to build the first frigate", "laid the foundation stone for a yard", None),
        ("work on the frigates would begin", "talks on the frigates began", None),
        ("work on a military hospital will begin", "work on a military airfield began", None),
    ],
)
def test_works_begin(desk, content, told, status) -> None:
    promised = desk.promise("2024-05-10", "agree", "PE ID", "", content)
    report = desk.deed("2025-03-02", "", "", told, parties=("PE", "ID"), rule="activity/begun:begin")
    assert _status(promised, report) == status
