"""The desks and browsers of the tests of the desk."""

from tests.web.conftest import browse, desk, ledger, ledger_path, log_in, read_samples

__all__ = ("browse", "desk", "ledger", "ledger_path", "log_in", "read_samples")
