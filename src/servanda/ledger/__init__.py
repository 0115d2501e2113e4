"""The append-only store: what was read, when, by which extractor, and the facts with their quotations."""

from servanda.ledger.reading import Added, ReadRun
from servanda.ledger.store import Ledger

__all__ = ["Added", "Ledger", "ReadRun"]
