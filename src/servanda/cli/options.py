"""Options that several commands share, and how a command gets a set of them as one value."""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_type_hints

import typer

from servanda.settings import Settings, load_settings

if TYPE_CHECKING:
    from servanda.ledger import Ledger

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE|URL",
        help="The ledger: a file, or postgresql://user@host/database; default: the setting `ledger`.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
WorkersOption = Annotated[
    int, typer.Option("--workers", metavar="N", min=1, help="Processes that read facts side by side.")
]
MetadataOption = Annotated[
    Path | None,
    typer.Option(
        "--metadata",
        metavar="FILE",
        help="Table (.jsonl, .csv) with `file` and any of title, published, publisher, url, language.",
    ),
]


def open_ledger(named: str | None) -> Ledger:
    """The ledger that was named on the command line, else in the settings. LedgerError if there is none."""
    from servanda.ledger import Ledger

    return Ledger.open(named or settings().ledger)


def settings() -> Settings:
    """The settings that hold here and now."""
    return load_settings(os.environ, Path.cwd())


def one_of(values: object) -> str:
    """The values of a Literal, for the help of an option that takes one of them."""
    return ", ".join(dict.fromkeys(get_args(values)))


def examples(*commands: str) -> str:
    """The foot of a command's help: how it is used."""
    return "\n\n".join(("Examples:", *commands))


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """Lets a command take a set of options as one parameter.

    A parameter whose type is a dataclass is shown to typer as the options that its fields are (each
    annotated with a `typer.Option`), and handed to the command as one value.
    """
    signature = inspect.signature(command, eval_str=True)
    groups: dict[str, Any] = {
        p.name: p.annotation for p in signature.parameters.values() if is_dataclass(p.annotation)
    }
    shown = [p for p in signature.parameters.values() if p.name not in groups]
    options = {name: list(_options(group)) for name, group in groups.items()}

    @functools.wraps(command)
    def run(**given: Any) -> None:
        for name, group in groups.items():
            given[name] = group(**{option.name: given.pop(option.name) for option in options[name]})
        command(**given)

    parameters = [
        p.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for p in (*(option for group in options.values() for option in group), *shown)
    ]
    run.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run


def _options(group: type) -> Iterator[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    for parameter in inspect.signature(group).parameters.values():
        yield parameter.replace(annotation=hints[parameter.name])
