"""Signs of life during long work, on standard error and only in a terminal; and what was skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

from servanda.cli.output import Output, clean
from servanda.errors import InputError
from servanda.sources.items import Skipped

_SOME_SKIPPED = 3


@contextmanager
def progress(out: Output) -> Iterator[Callable[[str], None]]:
    """A running display; the function that it gives shows where the work stands."""
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TimeElapsedColumn(), TextColumn("{task.description}", markup=False))
    shown = out.err.is_terminal
    with Progress(*columns, console=out.err, transient=True, disable=not shown) as display:
        task = display.add_task("starting", total=None)
        yield lambda text: display.update(task, description=clean(text))


class Skips:
    """The inputs that were left out: each is named at once, and decides the exit status."""

    def __init__(self, out: Output) -> None:
        self._out, self.count = out, 0

    def note(self, skipped: Skipped) -> None:
        """Name an input that could not be read, why, and what can be done about it."""
        self.count += 1
        self._out.problem(InputError(skipped.origin, skipped.reason, skipped.mend), "skipped")

    def exit(self) -> None:
        """End the command with the status that says whether something was skipped."""
        if self.count:
            raise typer.Exit(_SOME_SKIPPED)
