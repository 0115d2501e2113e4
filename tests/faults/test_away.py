"""A server that is shut down or crashes during an import: the read goes on, or is finished by the next."""

import random
import signal
import threading
import time

import pytest

from corpus import generate
from postgres_server import Server, binaries
from servanda.errors import LedgerError
from servanda.ledger import Ledger, postgres
from servanda.query.documents import documents

pytestmark = pytest.mark.only("postgresql")


@pytest.fixture
def own_server(database):
    programs = binaries()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    with Server(programs) as server:
        yield server


def read(address, made, each_done=lambda: None):
    """Reads what is not there yet; how many documents were added."""
    with Ledger.open(address, create=True) as ledger:
        run = ledger.begin_read("generated/1")
        for one in made:
            if not run.knows(one.document.id):
                run.add(one.document, one.data, one.facts)
            each_done()
        run.finish()
        return run.added.total()


def require_whole(address, made):
    with Ledger.open(address) as ledger:
        assert ledger.check() == []
        assert sorted(d.id for d in documents(ledger)) == sorted(one.document.id for one in made)
        assert sum(d.facts for d in documents(ledger)) == sum(len(one.facts) for one in made)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT], ids=["shut down", "crash"])
def test_an_import_outlives_a_server_that_is_started_again(own_server, how):
    made = list(generate(30, 5, "dense"))
    address = own_server.address(own_server.make())
    draw = random.Random(3)
    going = threading.Event()

    def disturb():
        for _ in range(3):
            going.wait(20)
            going.clear()
            time.sleep(draw.uniform(0, 0.1))
            own_server.stop(how)
            own_server.start()

    disturber = threading.Thread(target=disturb)
    disturber.start()
    steps = iter(range(len(made)))
    read(address, made, lambda: going.set() if next(steps) in (3, 12, 21) else None)
    disturber.join()
    require_whole(address, made)


def test_an_import_whose_server_stays_away_is_finished_by_the_next(own_server, monkeypatch):
    monkeypatch.setattr(postgres, "AWAY_SECONDS", 0.3)
    made = list(generate(12, 5, "dense"))
    address = own_server.address(own_server.make())
    steps = iter(range(len(made)))
    with pytest.raises(LedgerError) as refused:
        read(address, made, lambda: own_server.stop(signal.SIGQUIT) if next(steps) == 5 else None)
    assert "again" in refused.value.mend or "server runs" in refused.value.mend
    own_server.start()
    assert read(address, made) == len(made)
    require_whole(address, made)
