"""Both databases find the same for the same words, in the same order."""

import random

import pytest
from sqlalchemy import select

from servanda.ledger import Ledger, fulltext

WORDS = (
    *("treaty", "Đà", "Nẵng", "naval", "naval", "navy", "défense", "2+2", "e-mail", "ministers'"),
    *("a", "a", "a", "ß", "ﬁsh", "น้ำ", "नमस्ते", "x_y"),
)


@pytest.fixture
def both(tmp_path, postgres):
    """The same forty texts in two ledgers, one of each kind."""
    name = postgres.make(postgres.empty)
    draw = random.Random(7)
    texts = [" ".join(draw.choices(WORDS, k=draw.randint(1, 60))) for _ in range(40)]
    texts += ["word " * 20_000 + "treaty navy", "x" * 5000 + " navy", "x" * 4999 + " navy", ""]
    places = tmp_path / "ledger.db", postgres.address(name)
    ledgers = [Ledger.open(place, create=True) for place in places]
    for ledger in ledgers:
        with ledger._database.writing() as connection:
            for number, text in enumerate(texts, 1):
                fulltext.add_text(connection, number, text[:20] if number % 3 else None, text)
            fulltext.add_facts(connection, list(enumerate(texts, 1)))
    yield ledgers
    for ledger in ledgers:
        ledger.close()
    postgres.drop(name)


@pytest.mark.parametrize(
    "words",
    [
        "treaty",
        "naval navy",
        '"naval navy"',
        '"a a" naval',
        "a a",
        "da nang",
        '"2+2"',
        "2 e mail",
        "DEFENSE",
        "fish",
        "น้ำ",
        "नमस्ते",
        '"treaty navy"',
        '"word treaty"',
        "x" * 5000,
        f'"{"x" * 4999} navy"',
        "x y",
        "absent",
        "treaty absent",
        "% _ treaty",
    ],
)
def test_the_same_is_found_in_the_same_order(both, words):
    found = []
    for ledger in both:
        with ledger.reading() as connection:
            for asked in (fulltext.readings_with, fulltext.facts_with):
                hits = asked(connection, words).subquery()
                rows = connection.execute(select(hits).order_by(hits.c.rank, hits.c.hit)).all()
                found.append([(row.hit, pytest.approx(float(row.rank), rel=1e-9)) for row in rows])
    assert found[:2] == found[2:]
