"""Asks every call of the programming interface many things: Schemathesis, well-formed and not.

    python bench/fuzz_api.py [EXAMPLES]     so many of each kind for each call, 300 unless told

Runs against a desk of its own on the sample documents. The measure: 0 server errors, 0 answers other than as
described. Keeps how many requests were made and what was wrong in results/fuzz_api.md.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance
from typer.testing import CliRunner

from record import environment, write_results
from servanda.cli.main import app as program
from servanda.ledger import Ledger
from servanda.ledger.accounts import SCOPES
from servanda.settings import DeskSettings, Settings
from servanda.web.app import make_app
from servanda.web.desk import Desk

NOT_MEANT = [positive_data_acceptance, negative_data_rejection]


def main() -> int:
    """Fuzz all calls; 1 where something was found."""
    examples = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "ledger.db")
        CliRunner().invoke(program, ["demo", "--ledger", path])
        known = Settings(ledger=path, desk=DeskSettings(calls_a_minute=10**9))
        with (
            Ledger.open(path) as ledger,
            Desk(ledger, known, local=False) as desk,
        ):
            ledger.accounts.create("fuzz", "administrator", "pacta sunt servanda")
            _, token = ledger.accounts.create_token("fuzz", "fuzz", SCOPES, days=1)
            schema = schemathesis.openapi.from_asgi(
                "/api/v1/openapi.json", make_app(desk, hosts=("testserver",))
            )
            return fuzz(schema, {"Authorization": f"Bearer {token}"}, examples)


def fuzz(schema: schemathesis.BaseSchema, headers: dict[str, str], examples: int) -> int:
    """Ask each call; the number of those that answered wrongly."""
    answers: Counter[int] = Counter()
    failed = 0
    for result in schema.get_all_operations():
        operation = result.ok()
        for mode in GenerationMode:

            @given(case=operation.as_strategy(generation_mode=mode))
            @settings(
                max_examples=examples,
                deadline=None,
                database=None,
                phases=(Phase.explicit, Phase.generate),
                suppress_health_check=list(HealthCheck),
            )
            def ask(case: schemathesis.Case) -> None:
                answer = case.call(headers=headers)
                answers[answer.status_code] += 1
                case.validate_response(answer, headers=headers, excluded_checks=NOT_MEANT)

            try:
                ask()
            except Exception as error:  # noqa: BLE001 - whatever is found is told, and the next call asked
                failed += 1
                print(f"{operation.label} ({mode.value}): {error}"[:4000])
    report = environment(Settings().model) | {
        "requests": answers.total(),
        "answers by status": {str(status): number for status, number in sorted(answers.items())},
        "server errors": sum(number for status, number in answers.items() if status >= 500),
        "calls that answered other than as described": failed,
    }
    lines = "\n".join(f"- {name}: {value}" for name, value in report.items())
    aim = "Wanted: no server error, and no answer other than as described."
    write_results("fuzz_api", report, f"# Fuzzing of the programming interface\n\n{aim}\n\n{lines}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
