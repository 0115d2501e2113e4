"""The interface does what its description says, whatever it is asked: Schemathesis over every call."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings

from servanda.web.app import make_app
from servanda.web.desk import Desk

ERRORS = {"400", "401", "403", "422"}


@pytest.fixture(scope="module")
def schema(read_samples, tmp_path_factory):
    """The description of the interface of a desk of one person, on a ledger of its own."""
    import shutil

    from servanda.ledger import Ledger
    from servanda.settings import Settings

    path = shutil.copy(read_samples, tmp_path_factory.mktemp("fuzz") / "ledger.db")
    with Ledger.open(path) as ledger, Desk(ledger, Settings(ledger=str(path)), local=True) as desk:
        yield schemathesis.openapi.from_asgi(
            "/api/v1/openapi.json", make_app(desk, hosts=("testserver", "localhost", "127.0.0.1"))
        )


calls = schemathesis.pytest.from_fixture("schema")


@calls.parametrize()
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
def test_every_call_answers_as_described_whatever_it_is_asked(case):
    case.call_and_validate()
