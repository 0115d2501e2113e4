"""Documents that persons have gone through: each current fact of theirs has been accepted, or was corrected
or added by hand."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import select

from servanda.ledger import Ledger
from servanda.ledger.lineage import current_versions
from servanda.ledger.reviewing import standing
from servanda.ledger.tables import versions
from servanda.model.document import Document
from servanda.model.facts import AnyFact
from servanda.query.facts import known, views
from servanda.query.where import is_current


class Finished(msgspec.Struct, frozen=True, kw_only=True):
    """A document with the facts that stand on it, in the order of its text; rejected ones are not among
    them."""

    document: Document
    facts: tuple[AnyFact, ...]


class Unfinished(msgspec.Struct, frozen=True, kw_only=True):
    """A document of which some facts have been reviewed and so many, `waiting`, have not."""

    name: str
    waiting: int
    facts: int


def reviewed_documents(ledger: Ledger) -> tuple[list[Finished], list[Unfinished]]:
    """The documents of which any fact has been reviewed: those that are done, and those that are not, by
    name."""
    finished, unfinished = [], []
    for version in _begun(ledger):
        with ledger.reading() as connection:
            found = views(connection, is_current() & (versions.c.id == version))
        settled = ledger.reviewing.settled([view.id for view in found])
        document = ledger.document(version)
        waiting = sum(view.id not in settled for view in found)
        if waiting:
            unfinished.append(Unfinished(name=document.name, waiting=waiting, facts=len(found)))
        else:
            finished.append(Finished(document=document, facts=_in_order(view.fact for view in found)))
    return sorted(finished, key=lambda d: d.document.name), sorted(unfinished, key=lambda d: d.name)


def _begun(ledger: Ledger) -> list[str]:
    """The current versions on which a fact stands of which somebody holds something."""
    held = standing(ledger.reviewing.all())
    with ledger.reading() as connection:
        now = set(
            connection.execute(select(versions.c.id).where(versions.c.id.in_(current_versions()))).scalars()
        )
        sources = {view.fact.source for view in known(connection, held).values()}
    return sorted(sources & now)


def _in_order(facts: Iterable[AnyFact]) -> tuple[AnyFact, ...]:
    return tuple(sorted(facts, key=lambda fact: fact.evidence[0].start))
