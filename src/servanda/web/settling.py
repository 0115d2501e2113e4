"""Who may decide where reviewers differ: an editor, or one of the two who agrees with the other."""

from __future__ import annotations

from litestar.exceptions import PermissionDeniedException

from servanda.ledger import Ledger
from servanda.query.disputes import dispute_of
from servanda.web.access import User


def require_may_decide(ledger: Ledger, user: User, fact_id: str, verdict: str) -> None:
    """PermissionDeniedException where reviewers differ and this verdict is not for the user to give."""
    if user.may("editor"):
        return
    found = dispute_of(ledger, fact_id)
    if found is not None and not found.is_agreed(user.name, verdict):
        raise PermissionDeniedException(f"Reviewers differ ({found.words}): an editor settles it.")
