"""Filters as conditions of a query on `facts` joined with `versions`."""

from __future__ import annotations

import operator
from functools import cache

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from servanda.errors import UsageError
from servanda.ledger import fulltext, lineage
from servanda.ledger.tables import fact_fields, fact_parties, fact_people, facts, versions
from servanda.model.fold import fold_words
from servanda.query import parties
from servanda.query.filters import Filters

Condition = ColumnElement[bool]


def current() -> Condition:
    """The fact was read from a document as it stands now, by the extractor that read it last, or added by a
    person, and no person has withdrawn it."""
    return and_(facts.c.reading_id.in_(lineage.current_readings()), facts.c.id.not_in(lineage.withdrawn()))


@cache
def is_current() -> Condition:
    """As `current`, worked out for each row: quicker where few facts are asked for, by id or by document."""
    return and_(lineage.is_current(), facts.c.id.not_in(lineage.withdrawn()))


def satisfies(connection: Connection, filters: Filters) -> Condition:
    """The fact satisfies the filters. UsageError where one of them makes no sense."""
    since, until = filters.days()
    given = (
        (filters.status, facts.c.status, operator.eq),
        (filters.act, facts.c.act, operator.eq),
        (filters.min_confidence, facts.c.confidence, operator.ge),
        (since, facts.c.last_day, operator.ge),
        (until, facts.c.first_day, operator.le),
    )
    conditions = [compare(column, value) for value, column, compare in given if value is not None]
    conditions += [_takes_part(parties.resolve(connection, party)) for party in filters.parties]
    if kinds := filters.checked_kinds():
        conditions.append(facts.c.kind.in_(kinds))
    if filters.person is not None:
        conditions.append(_names(filters.person))
    if filters.field is not None:
        conditions.append(_is_in_field(filters.field))
    if filters.document is not None:
        conditions.append(is_document(filters.document))
    if filters.text is not None:
        hits = fulltext.facts_with(connection, filters.text).subquery()
        conditions.append(facts.c.number.in_(select(hits.c.hit)))
    return and_(True, *conditions)


def is_document(document: str) -> Condition:
    """The version belongs to the document of this name, id, origin or URL."""
    columns = (versions.c.name, versions.c.id, versions.c.origin, versions.c.url)
    return or_(*(column == document for column in columns))


def _takes_part(party: str) -> Condition:
    return exists().where(fact_parties.c.fact == facts.c.number, fact_parties.c.party == party)


def _is_in_field(field: str) -> Condition:
    code = "-".join(fold_words(field))
    return exists().where(fact_fields.c.fact == facts.c.number, fact_fields.c.field == code)


def _names(person: str) -> Condition:
    words = fold_words(person)
    if not words:
        raise UsageError(repr(person), "holds no name", "give one or more words of the name")
    has_words = (fact_people.c.folded.contains(f" {word} ", autoescape=True) for word in words)
    return exists().where(fact_people.c.fact == facts.c.number, *has_words)
