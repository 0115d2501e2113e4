"""What a broken connection cut short is done again."""

from contextlib import contextmanager

import pytest

from servanda.ledger.again import again, look_again
from servanda.ledger.database import ConnectionLostError


class Breaking:
    """A database whose connection breaks so many times, each time when the transaction ends."""

    def __init__(self, times):
        self.left = times

    @contextmanager
    def reading(self):
        yield "connection"
        if self.left:
            self.left -= 1
            raise ConnectionLostError("ledger", "the connection broke", "run it again")

    writing = reading


@pytest.mark.parametrize("do", [again, look_again])
def test_work_is_done_again_where_the_connection_broke(do):
    done = []
    assert do(Breaking(2), lambda connection: done.append(connection) or len(done)) == 3


@pytest.mark.parametrize("do", [again, look_again])
def test_a_server_that_stays_away_is_told_of(do):
    with pytest.raises(ConnectionLostError):
        do(Breaking(3), lambda _: None)
