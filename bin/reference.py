"""Writes docs/reference-cli.md from the help of the commands; run it with the Python of .venv.

.venv/bin/python bin/reference.py            write the page
.venv/bin/python bin/reference.py --check    exit with 1 when the page is not current
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any

import typer

from servanda.cli.main import app

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference-cli.md"
HEAD = """# The command line

Written by `bin/reference.py` from the commands' own help. Results go to standard output, everything else
to standard error. In a terminal, lists are tables; into a pipe, a row is a line with tabs between its cells;
`--json` gives JSON.

| exit status | means |
| --- | --- |
| 0 | all done |
| 1 | failed; one line on standard error says which input, what is wrong with it and what to do |
| 2 | wrong usage |
| 3 | done, but some inputs were skipped; each is named on standard error with the reason |

A ledger is made by `servanda read`; the other commands open the one that `--ledger` or the setting
`ledger` names. Settings stand in `servanda.toml` in the working folder (`ledger = "france.db"`, `[limits]`,
`max_bytes = 1000000`) or in the environment, which prevails (`SERVANDA_LEDGER`,
`SERVANDA_LIMITS_MAX_BYTES`); `SERVANDA_SETTINGS` names another file. A name that is no setting is refused.
"""


def page() -> str:
    """The whole page."""
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    return "\n".join([HEAD, *(line for name, command in commands.items() for line in section(name, command))])


def section(name: str, command: Any) -> Iterator[str]:
    """One command: what it does, its arguments and options, examples."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.name != "help"]
    places = " ".join(argument.metavar or argument.name.upper() for argument in arguments)
    yield f"## servanda {name}\n"
    yield f"    servanda {name} [OPTIONS] {places}".rstrip() + "\n"
    yield cleandoc(command.help or "").replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n\n") + "\n"
    if arguments or options:
        yield "| | |\n| --- | --- |"
        yield from (f"| `{a.metavar or a.name}` | {cell(a.help)} |" for a in arguments)
        yield from (f"| `{usage(option)}` | {cell(option.help)}{default(option)} |" for option in options)
        yield ""
    examples = (command.epilog or "").partition("Examples:")[2].strip().split("\n\n")
    yield "\n".join(f"    {example}" for example in examples) + "\n"


def usage(option: Any) -> str:
    """An option as one writes it."""
    names = ", ".join(option.opts)
    if option.is_flag:
        return names
    return f"{names} {option.metavar}"


def default(option: Any) -> str:
    """The default, where there is one to tell."""
    if option.is_flag or option.default in (None, ()) or callable(option.default):
        return ""
    return f" Default: {option.default}."


def cell(text: str | None) -> str:
    """Text that may stand in a table."""
    return " ".join((text or "").split()).replace("|", "\\|")


def main() -> int:
    """Write or check the page."""
    if sys.argv[1:] == ["--check"]:
        return 0 if PAGE.read_text(encoding="utf-8") == page() else 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
