"""The program `servanda`: its commands, and what becomes of an error."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import servanda
from servanda.cli import (
    accounts,
    brief,
    chart,
    demo,
    erase,
    evaluate,
    explain,
    export,
    extract,
    follow,
    judge,
    keep,
    lists,
    programme,
    read,
    reviews,
    screen,
    serve,
    setting,
    show,
    threads,
    waiting,
    watch,
)
from servanda.cli.options import examples
from servanda.cli.output import Output
from servanda.errors import ServandaError, UsageError

_FAILED, _WRONG_USAGE = 1, 2
_EPILOG = (
    examples(
        "servanda demo",
        "servanda read communiques/ --metadata communiques.csv",
        'servanda show France "Viet Nam"',
        "servanda commitments --party FR --act pledge",
    )
    + "\n\nExit status: 0 all done, 3 done but some inputs were skipped (each is named), "
    "2 wrong usage, 1 failed."
)


class Commands(TyperGroup):
    """A group of commands in which a known error is one line on standard error, without a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except ServandaError as error:
            Output().problem(error)
            raise typer.Exit(_WRONG_USAGE if isinstance(error, UsageError) else _FAILED) from None


app = typer.Typer(
    name="servanda",
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(asked: bool) -> None:
    if asked:
        Output().line(f"servanda {servanda.__version__}")
        raise typer.Exit


@app.callback()
def servanda_(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read the public record of cooperation between states into a ledger of what was agreed.

    Every line that Servanda prints stands on a quotation: `servanda explain` shows it.
    """


for module in (
    read, extract, screen, follow, show, lists, waiting, programme, watch, threads, judge, reviews,
    explain, brief, chart, export, serve, accounts, keep, erase, evaluate, demo, setting,
):  # fmt: skip
    module.register(app)


def run() -> None:
    """Entry point of the program."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    app()
