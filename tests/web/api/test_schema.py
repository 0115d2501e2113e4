"""The interface does what its description says, whatever it is asked: Schemathesis over every call."""

import shutil

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from msgspec.structs import replace
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from servanda.ledger import Ledger
from servanda.ledger.accounts import SCOPES
from servanda.settings import DeskSettings, Settings
from servanda.web import api
from servanda.web.app import make_app
from servanda.web.desk import Desk

CALLS = [
    (method, api.PATH + path.replace(":str", "").replace(":int", ""))
    for handler in api.HANDLERS
    for method in sorted(handler.http_methods)
    for path in sorted(handler.paths)
]

SETTINGS = Settings(desk=DeskSettings(calls_a_minute=10**6))
NOT_MEANT = [positive_data_acceptance, negative_data_rejection]
"""What is well-formed can still name nothing (404) or contradict itself; `party=false` asks for a word."""


@pytest.fixture(scope="module")
def schema(read_samples, tmp_path_factory):
    """The description of the interface of a team's desk, on a ledger of its own, and a token that may all."""
    path = shutil.copy(read_samples, tmp_path_factory.mktemp("fuzz") / "ledger.db")
    with Ledger.open(path) as ledger, Desk(ledger, replace(SETTINGS, ledger=str(path)), local=False) as desk:
        ledger.accounts.create("fuzz", "administrator", "pacta sunt servanda")
        _, token = ledger.accounts.create_token("fuzz", "fuzz", SCOPES, days=1)
        app = make_app(desk, hosts=("testserver", "localhost", "127.0.0.1"))
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app), token


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize(("method", "path"), CALLS)
def test_every_call_answers_as_described_whatever_it_is_asked(schema, method, path, mode):
    described, token = schema

    @given(case=described[path][method].as_strategy(generation_mode=mode))
    @settings(
        max_examples=10,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    def answers_as_described(case):
        case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, excluded_checks=NOT_MEANT)

    answers_as_described()


def test_the_description_is_of_openapi_3_1_and_covers_every_call(schema):
    raw = schema[0].raw_schema
    assert raw["openapi"].startswith("3.1")
    assert {(m.upper(), path) for path, item in raw["paths"].items() for m in item} == set(CALLS)
