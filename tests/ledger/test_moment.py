"""Within a moment a ledger is read as it stood at its beginning, unless something is written within it."""

from servanda.ledger import Ledger


def names(ledger):
    with ledger.reading() as connection:
        return {row.name for row in connection.exec_driver_sql("SELECT name FROM versions")}


def test_what_others_read_in_meanwhile_is_not_seen_within_it(ledger, address, make_document):
    with Ledger.open(address) as other, ledger.moment():
        assert names(ledger) == set()
        other.begin_read("rules 1").add(*make_document(), [])
        assert names(ledger) == set()
        assert names(other) == {"readout"}, "another ledger reads for itself"
    assert names(ledger) == {"readout"}


def test_who_writes_within_it_sees_what_stands_now(ledger, address, make_document):
    with ledger.moment():
        assert names(ledger) == set()
        ledger.begin_read("rules 1").add(*make_document(), [])
        assert names(ledger) == {"readout"}


def test_it_can_be_left(ledger, address, make_document):
    with Ledger.open(address) as other, ledger.moment():
        names(ledger)
        other.begin_read("rules 1").add(*make_document(), [])
        ledger.end_moment()
        assert names(ledger) == {"readout"}


def test_one_transaction_serves_it(ledger):
    with ledger.moment(), ledger.reading() as one, ledger.reading() as again:
        assert one is again
    with ledger.reading() as one, ledger.reading() as another:
        assert one is not another
