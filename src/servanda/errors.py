"""Errors that a user can mend. Each names the input, what is wrong with it and what to do."""

from __future__ import annotations


class ServandaError(Exception):
    """Base of all errors that are shown to the user as one line, without a traceback.

    `subject` names the input (a file, a setting, an id), `problem` says what is wrong with it, `mend`
    what to do about it.
    """

    def __init__(self, subject: str, problem: str, mend: str = "") -> None:
        self.subject, self.problem, self.mend = subject, problem, mend
        super().__init__(f"{subject}: {problem}" + (f"; {mend}" if mend else ""))


class InputError(ServandaError):
    """An input cannot be read; the run goes on without it and counts it as skipped."""


class LedgerError(ServandaError):
    """The ledger cannot be opened, or refuses what was asked of it."""


class MissingError(LedgerError):
    """The ledger does not hold what was asked for."""


class StaleError(LedgerError):
    """Somebody has decided in the meantime, on what the person who asks has not seen."""


class UsageError(ServandaError):
    """The command was asked for something that it cannot do; exit status 2."""
