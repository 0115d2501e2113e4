"""Agreement of reviewers, beside published examples of Cohen's kappa."""

import pytest

from servanda.ledger.reviewing import Review
from servanda.query.agreement import agreements, kappa


def pairs(table, names):
    return [(a, b) for a, row in zip(names, table, strict=True)
            for b, number in zip(names, row, strict=True) for _ in range(number)]  # fmt: skip


def test_kappa_of_the_example_by_cohen():
    """Cohen, J. (1960), A coefficient of agreement for nominal scales, Educational and Psychological
    Measurement 20, table 2: 200 patients in three categories by two judges."""
    table = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
    assert kappa(pairs(table, "PNS")) == pytest.approx(0.492, abs=0.0005)


def test_kappa_of_the_example_by_sim_and_wright():
    """Sim, J. and Wright, C. C. (2005), The kappa statistic in reliability studies, Physical Therapy 85: 39
    patients by two clinicians."""
    assert kappa(pairs([[22, 2], [4, 11]], "yn")) == pytest.approx(0.67, abs=0.005)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ([[5, 0], [0, 5]], 1.0),
        ([[0, 5], [5, 0]], -1.0),
        ([[5, 5], [5, 5]], 0.0),
        ([[7, 0], [0, 0]], None),  # one verdict throughout: chance alone would agree as well
        ([[0, 0], [0, 0]], None),
    ],
)
def test_kappa_at_its_ends(table, expected):
    assert kappa(pairs(table, "yn")) == expected


def review(number, fact, verdict, by, undoes=None):
    return Review(number=number, fact=fact, verdict=verdict, by=by, made="2024-01-02", undoes=undoes)


def test_only_facts_that_both_have_reviewed_count():
    made = [
        review(1, "a", "accepted", "Lan"),
        review(2, "b", "rejected", "Lan"),
        review(3, "b", "corrected", "Nam"),
        review(4, "c", "accepted", "Nam"),
        review(5, "a", "accepted", "Nam"),
    ]
    (found,) = agreements(made)
    assert (found.one, found.other, found.facts, found.observed) == ("Lan", "Nam", 2, 0.5)
    assert found.differ == ("b",)
    assert found.kappa == pytest.approx(1 / 3)


def test_the_last_verdict_of_each_counts_and_none_that_was_taken_back():
    made = [
        review(1, "a", "rejected", "Lan"),
        review(2, "a", "accepted", "Lan"),
        review(3, "a", "accepted", "Nam"),
        review(4, "b", "rejected", "Lan"),
        review(5, "b", "accepted", "Nam"),
        review(6, "b", "rejected", "Nam", undoes=4),
    ]
    (found,) = agreements(made)
    assert (found.facts, found.observed, found.kappa) == (1, 1.0, None)


def test_a_fact_added_by_hand_is_no_agreement_of_anybody():
    assert agreements([review(1, "a", "added", "Lan"), review(2, "a", "added", "Nam")]) == []


def test_pairs_with_the_most_facts_in_common_come_first():
    who = [("a", "Ba"), ("a", "Lan"), ("a", "Nam"), ("b", "Lan"), ("b", "Nam")]
    made = [review(number, fact, "accepted", by) for number, (fact, by) in enumerate(who)]
    assert [(a.one, a.other, a.facts) for a in agreements(made)] == [
        ("Lan", "Nam", 2), ("Ba", "Lan", 1), ("Ba", "Nam", 1),
    ]  # fmt: skip
