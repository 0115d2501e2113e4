"""What was changed behind the ledger's back is found and named, however it was changed."""

import pytest
from sqlalchemy import select

from servanda.ledger import Ledger, chain
from servanda.ledger.assigning import Details
from servanda.ledger.chain import Head
from servanda.ledger.tables import chain as entries


@pytest.fixture
def judged(ledger, read, twelve, make_document):
    """A ledger in which there is one row at least of all that is chained."""
    read(twelve)
    run = ledger.begin_read("rules 1")
    run.skip("inbox/scan.pdf", "has no text")
    facts = [fact.id for _, _, found in twelve for fact in found if fact.kind == "instrument"]
    ledger.judge("same", facts[0], facts[1], by="Lan", why="one text")
    ledger.reviewing.accept(facts[0], by="Minh")
    ledger.reviewing.reject(facts[1], by="Minh", why="not said")
    ledger.assigning.assign(facts[0], Details(office="Treaty Division"), by="Minh")
    assert ledger.check() == []
    return ledger


def found(ledger):
    return " / ".join(f"{p.subject}: {p.problem}" for p in ledger.check())


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE judgements SET ruling = 'not-same'", "judgements 1: is not as it was written"),
        ("UPDATE judgements SET \"by\" = 'Nobody'", "judgements 1: is not as it was written"),
        ("UPDATE judgements SET made = '1999-01-01T00:00:00Z'", "judgements 1: is not"),
        ("DELETE FROM judgements", "judgements 1: is missing: it was deleted"),
        (
            'INSERT INTO judgements (number, ruling, a, b, "by", made, why) '
            "VALUES (7, 'same', 'a', 'b', 'x', 'y', '')",
            "judgements 7: was inserted behind",
        ),
        ("UPDATE reviews SET verdict = 'accepted' WHERE number = 2", "reviews 2: is not"),
        ("UPDATE assignments SET details = '{}'", "assignments 1: is not"),
        ("UPDATE reads SET extractor = 'rules 2' WHERE id = 1", "reads 1: is not"),
        ("UPDATE finishes SET facts = 0", "finishes 1: is not"),
        ("UPDATE skipped SET reason = ''", "skipped 1: is not"),
        ("DELETE FROM skipped", "skipped 1: is missing"),
        (
            "UPDATE sightings SET version_id = (SELECT min(id) FROM versions) WHERE id = 3",
            "sightings 3: is not",
        ),
        ("UPDATE versions SET published = '2030' WHERE name = 'rnz-forces'", "readings 9: is not"),
        ("UPDATE readings SET regions = '[1]' WHERE id = 2", "readings 2: is not"),
        ("DELETE FROM facts WHERE number = 3", "readings 1: is not"),
        ("UPDATE facts SET content = '{}' WHERE number = 3", "readings 1: is not"),
        ("UPDATE chain SET content = 'x' WHERE number = 5", "chain 5: does not follow"),
        ("UPDATE chain SET hash = 'x' WHERE number = 5", "chain 5: does not follow"),
        ("DELETE FROM chain WHERE number = 5", "chain 5: is missing"),
    ],
)
def test_each_change_is_named(judged, behind, statement, named):
    assert behind(statement) == 1
    assert named in found(judged)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE facts SET status = 'cancelled' WHERE number = 1", "filtered by"),
        ("UPDATE facts SET first_day = '2030-01-01' WHERE number = 1", "filtered by"),
        ("DELETE FROM fact_parties WHERE fact = 1 AND party = 'FJ'", "the parties differ"),
        ("UPDATE fact_people SET name = 'Nobody' WHERE fact = 2", "the people differ"),
        ("INSERT INTO fact_fields (fact, field) VALUES (1, 'training')", "the fields differ"),
    ],
)
def test_what_is_derived_from_a_fact_is_compared_with_it(judged, behind, statement, named):
    assert behind(statement) == 1
    assert named in found(judged)


def test_a_row_that_was_changed_with_its_entry_is_found_by_the_next_one(judged, behind):
    behind("UPDATE judgements SET why = 'forged'")
    with judged.reading() as connection:
        (row,) = connection.execute(chain._rows_of(chain.judgements)).all()
        content = chain._content(connection, chain.judgements, row)
        at = connection.execute(select(entries.c.number).where(entries.c.table == "judgements")).scalar()
    behind("UPDATE chain SET content = ? WHERE number = ?", content, at)
    assert f"chain {at}: does not follow" in found(judged)


def test_only_a_head_that_was_written_down_shows_that_the_end_was_cut_off(judged, behind):
    before = judged.head()
    assert judged.went_through(before)
    behind("DELETE FROM chain WHERE \"table\" = 'assignments'")
    behind("DELETE FROM assignments")
    assert judged.check() == []
    assert not judged.went_through(before)


def test_a_chain_that_was_made_anew_does_not_go_through_the_old_head(judged, behind):
    before = judged.head()
    behind("UPDATE reads SET started = '2001-01-01T00:00:00Z' WHERE id = 1")
    behind("DELETE FROM chain")
    with judged._database.writing() as connection:
        chain.fill(connection)
    assert judged.check() == []
    assert not judged.went_through(before)


def test_a_head_lasts_while_the_ledger_grows(judged, make_document):
    before = judged.head()
    judged.begin_read("rules 1").add(*make_document(), [])
    assert judged.went_through(before)
    assert judged.head().number > before.number
    assert not judged.went_through(Head(before.number, "0" * 64))
    assert not judged.went_through(Head(9999, before.hash))


def test_an_empty_ledger_has_a_head_through_which_all_go(ledger, make_document):
    before = ledger.head()
    assert before.number == 0
    ledger.begin_read("rules 1").add(*make_document(), [])
    assert ledger.went_through(before)
    assert not ledger.went_through(Head(0, "f" * 64))


def test_the_same_rows_give_the_same_chain_on_both_databases(judged, tmp_path, postgres):
    name = postgres.make(postgres.empty)
    for place in (str(tmp_path / "copy.db"), postgres.address(name)):
        with Ledger.open(place, create=True) as copy:
            judged.copy_to(copy, lambda table, done: None)
            assert copy.head() == judged.head()
            assert copy.check() == []
    postgres.drop(name)


def test_an_older_ledger_gets_its_chain(place, twelve, read, take_back):
    address = place("old")
    with Ledger.open(address, create=True) as ledger:
        read(twelve, into=ledger)
        take_back("0003", ledger)
    with Ledger.open(address) as ledger:
        assert ledger.check() == []
        assert ledger.head().number == 1 + 12 + 12 + 1
        ledger.begin_read("rules 2")
        assert ledger.check() == []
