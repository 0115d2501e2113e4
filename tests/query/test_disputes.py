"""Where reviewers differ about a fact: until somebody settles it, and not because one changed their mind."""

from datetime import date

import pytest

from servanda.ledger.reviewing import Review
from servanda.query.disputes import dispute, dispute_of, disputes
from servanda.query.edition.edition import Edition
from servanda.query.edition.keeper import print_edition
from servanda.query.facts import facts
from servanda.query.queue import Walk, Walker


def reviews(*given):
    """Reviews of one fact: who, what, and of which number it takes one back."""
    return [
        Review(number=n, fact="fact-1", by=by, verdict=verdict, made="", undoes=undoes[0] if undoes else None)
        for n, (by, verdict, *undoes) in enumerate(given, 1)
    ]


@pytest.mark.parametrize(
    "given",
    [
        [],
        [("Lan", "accepted")],
        [("Lan", "accepted"), ("Nam", "accepted")],
        [("Lan", "accepted"), ("Lan", "rejected")],
        [("Lan", "accepted"), ("Nam", "rejected"), ("Lan", "rejected")],
        [("Lan", "accepted"), ("Nam", "rejected"), ("Ana", "rejected")],
        [("Lan", "accepted"), ("Nam", "rejected"), ("Ana", "accepted")],
        [("Lan", "accepted"), ("Nam", "rejected"), ("Nam", "rejected", 2)],
        [("Lan", "accepted"), ("Nam", "rejected"), ("Lan", "accepted", 1)],
        [("Lan", "added"), ("Nam", "rejected")],
    ],
)
def test_there_is_no_dispute(given):
    assert dispute(reviews(*given)) is None


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([("Lan", "accepted"), ("Nam", "rejected")], "Lan accepted it, Nam rejected it"),
        ([("Lan", "accepted"), ("Nam", "corrected")], "Lan accepted it, Nam corrected it"),
        ([("Lan", "rejected"), ("Lan", "accepted"), ("Nam", "rejected")], "Lan accepted it, Nam rejected it"),
        (
            [("Lan", "accepted"), ("Nam", "rejected"), ("Ana", "accepted"), ("Nam", "rejected")],
            "Ana accepted it, Nam rejected it",
        ),
        (
            [("Lan", "accepted"), ("Nam", "rejected"), ("Ana", "accepted"), ("Ana", "accepted", 3)],
            "Lan accepted it, Nam rejected it",
        ),
    ],
)
def test_two_reviewers_differ(given, words):
    found = dispute(reviews(*given))
    assert found is not None
    assert found.words == words


def test_either_can_agree_with_the_other_and_nobody_else_can():
    found = dispute(reviews(("Lan", "accepted"), ("Nam", "rejected")))
    assert found.is_agreed("Lan", "rejected")
    assert found.is_agreed("Nam", "accepted")
    assert not found.is_agreed("Nam", "rejected")
    assert not found.is_agreed("Ana", "accepted")


@pytest.fixture
def walker(ledger, tmp_path):
    print_edition(ledger, tmp_path / "edition.db", date(2024, 1, 2))
    with Edition(tmp_path / "edition.db") as edition:
        yield Walker(ledger, edition)


def test_what_is_disputed_comes_first_in_the_queue_of_who_can_settle_it(ledger, walker):
    one, other, third = [view.id for view in facts(ledger) if view.kind == "engagement"][:3]
    waiting = [item.fact for item in walker.items(Walk(reason="unsure"))]
    for fact in (one, other):
        ledger.reviewing.accept(fact, by="Lan")
        ledger.reviewing.reject(fact, by="Nam")
    ledger.reviewing.accept(third, by="Lan")
    assert [each.fact for each in disputes(ledger)] == [one, other]
    items = list(walker.items(Walk()))
    assert {item.fact for item in items[:2]} == {one, other}
    assert {item.reason for item in items[:2]} == {"disagree"}
    assert next(item.fact for item in walker.items(Walk(), items[0].id)) == items[1].fact
    assert [i.id for i in walker.items(Walk(), items[1].id)] == [i.id for i in items[2:]]
    assert walker.item(Walk(), items[0].id) == items[0]
    assert [i.reason for i in walker.items(Walk(reason="disagree"))] == ["disagree"] * 2
    assert "disagree" not in {i.reason for i in walker.items(Walk(judges=False))}
    assert [i.fact for i in walker.items(Walk(reason="unsure"))] == [
        f for f in waiting if f not in (one, other, third)
    ]
    assert {i.fact for i in walker.items(Walk(second="Ana"))} == {third}
    assert list(walker.items(Walk(reason="disagree", pair=("FR", "ZZ")))) == []
    ledger.reviewing.accept(one, by="Ana")
    assert dispute_of(ledger, one) is None
    assert [i.fact for i in walker.items(Walk(reason="disagree"))] == [other]
    assert walker.item(Walk(), items[0].id if items[0].fact == one else items[1].id) is None
