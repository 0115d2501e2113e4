"""Series: which meetings are of one, and what their numbers imply."""

from servanda.model.document import Span
from servanda.model.facts import Engagement
from servanda.query.edition.rows import EntryRow, ImpliedRow
from servanda.query.series import all_series


def meeting(id_, series, ordinal=None, parties=("FJ", "NZ"), type_="dialogue"):
    fact = Engagement(
        document="d", source="doc-1", evidence=(Span(0, 1, "x"),), type=type_, status="held",
        parties=parties, series=series, ordinal=ordinal,
    )  # fmt: skip
    return EntryRow(
        id=id_, kind="engagement", type=type_, label=id_, who="", what="", fact=fact, confidence=1.0,
        sources=1, parties=parties,
    )  # fmt: skip


def ids(series):
    return [[entry.id for entry in each.entries] for each in series]


def test_meetings_of_one_name_and_the_same_parties_are_a_series_by_number():
    rows = [
        meeting("c", "Defence Policy Dialogue", 3),
        meeting("a", "Defence Policy Dialogue", 1),
        meeting("b", "the Defence Policy Talks", 2),
    ]
    assert ids(all_series(rows)) == [["a", "b", "c"]]


def test_other_parties_another_type_and_another_name_are_other_series():
    rows = [
        meeting("a", "Defence Policy Dialogue", 1),
        meeting("b", "Defence Policy Dialogue", 2, parties=("FJ", "FR")),
        meeting("c", "Defence Policy Dialogue", 3, type_="exercise"),
        meeting("d", "Maritime Security Forum", 4),
    ]
    assert sorted(ids(all_series(rows))) == [["a"], ["b"], ["c"], ["d"]]


def test_a_single_meeting_without_a_number_and_a_visit_are_no_series():
    rows = [meeting("a", "Defence Policy Dialogue"), meeting("b", "Tour", 2, type_="visit")]
    assert all_series(rows) == []
    assert all_series([meeting("a", "Defence Policy Dialogue", 2, parties=("FJ",))]) == []


def test_what_is_implied_stands_with_the_series_of_its_meeting():
    gap = ImpliedRow(series="Defence Policy Dialogue", parties=("FJ", "NZ"), first=1, last=2, entry="c")
    rows = [meeting("c", "Defence Policy Dialogue", 3), meeting("d", "Maritime Security Forum", 4)]
    found = {each.name: each for each in all_series(rows, [gap])}
    assert found["Defence Policy Dialogue"].implied == (gap,)
    assert found["Maritime Security Forum"].implied == ()
