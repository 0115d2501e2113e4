"""`servanda settings`: what is set, and where."""

from __future__ import annotations

import typer

from servanda.cli.options import JsonOption, examples, settings
from servanda.cli.output import Column, Output


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("settings", epilog=_EPILOG)(show_settings)


def show_settings(as_json: JsonOption = False) -> None:
    """Show every setting, its value, and where that comes from.

    Settings stand in servanda.toml in the working folder, or in the environment, which prevails.
    """
    out = Output()
    rows = [(name, _shown(name, value), origin) for name, value, origin in settings().items()]
    if as_json:
        out.json({name: {"value": value, "from": origin} for name, value, origin in rows})
    else:
        out.table([Column("setting"), Column("value", wide=1), Column("from", "dim", wide=1)], rows)


def _shown(name: str, value: object) -> object:
    """The value, without what is secret in it."""
    from servanda.ledger.address import shown
    from servanda.settings import SECRET

    if name in SECRET:
        return "set, not shown" if value else ""
    return shown(str(value)) if name == "ledger" else value


_EPILOG = examples(
    "servanda settings",
    "SERVANDA_LEDGER=france.db servanda show FR VN",
    "echo 'ledger = \"france.db\"' > servanda.toml",
)
