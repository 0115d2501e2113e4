"""Who acts for whom."""

from __future__ import annotations

from collections import Counter
from typing import cast

from msgspec.structs import replace

from servanda.errors import UsageError
from servanda.ledger import Ledger
from servanda.model.fold import fold_name
from servanda.ledger.tables import versions
from servanda.model.facts import Person
from servanda.query.facts import views
from servanda.query.filters import EVERYTHING, Filters
from servanda.query.views import DocumentRef, FactView, PersonView, Post
from servanda.query.where import Condition, current, satisfies


def people(ledger: Ledger, filters: Filters = EVERYTHING) -> list[PersonView]:
    """The people whom the current documents name, grouped by name and party, in the order of both.

    Spellings that differ in diacritics and capitals only are one name. A person has no date: `since` and
    `until` compare with the publication of the document. UsageError for other kinds of fact.
    """
    if filters.kinds not in ((), ("person",)):
        raise UsageError(", ".join(filters.kinds), "are not people", "leave the kinds out")
    own = replace(filters, kinds=("person",), since=None, until=None)
    with ledger.reading() as connection:
        condition = current() & satisfies(connection, own) & _published_within(filters)
        found = views(connection, condition)
    groups: dict[tuple[str, str], list[FactView]] = {}
    for view in found:
        person = cast(Person, view.fact)
        groups.setdefault((person.party or "", fold_name(person.name)), []).append(view)
    return [_person(groups[key]) for key in sorted(groups)]


def _published_within(filters: Filters) -> Condition:
    since, until = filters.days()
    condition: Condition = versions.c.id.is_not(None)
    if since is not None:
        condition &= versions.c.published_last >= since
    if until is not None:
        condition &= versions.c.published_first <= until
    return condition


def _person(mentions: list[FactView]) -> PersonView:
    said = [cast(Person, view.fact) for view in mentions]
    names = Counter(person.name for person in said)
    posts: dict[tuple[str | None, str | None], list[str]] = {}
    for person, view in zip(said, mentions, strict=True):
        if person.rank or person.post:
            posts.setdefault((person.rank, person.post), []).append(view.document)
    documents = {view.fact.source: _document(view) for view in mentions}
    return PersonView(
        # Where documents disagree, the form with its diacritics is the fuller one.
        name=max(names, key=lambda name: (names[name], not name.isascii(), name)),
        party=said[0].party,
        posts=tuple(
            Post(rank=rank, post=post, documents=tuple(dict.fromkeys(named)))
            for (rank, post), named in posts.items()
        ),
        documents=tuple(documents.values()),
    )


def _document(view: FactView) -> DocumentRef:
    return DocumentRef(
        id=view.fact.source,
        name=view.document,
        title=view.title,
        published=view.published,
        publisher=view.publisher,
        url=view.url,
    )
