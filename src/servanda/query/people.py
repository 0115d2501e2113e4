"""Who acts for whom, over all documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from servanda.errors import UsageError
from servanda.ledger import Ledger
from servanda.ledger.rows import day_bounds
from servanda.ledger.tables import facts, versions
from servanda.model.facts import Person
from servanda.model.fold import fold_name
from servanda.query.book import Book
from servanda.query.facts import views
from servanda.query.filters import EVERYTHING, Filters
from servanda.query.views import DocumentRef, FactView, PersonView, Post
from servanda.query.where import Condition, current, satisfies
from servanda.resolve.forms import form_of
from servanda.resolve.resolution import Individual

_MOST_DOCUMENTS = 20


def people(ledger: Ledger, book: Book, filters: Filters = EVERYTHING) -> list[PersonView]:
    """The people whom the book knows, each once, by party and name. Documents that do not satisfy the filters
    are left out, with the posts that only they give, and so is who is named in no other.

    A person has no date: `since` and `until` compare with the publication of the document. UsageError for
    other kinds of fact.
    """
    if filters.kinds not in ((), ("person",)):
        raise UsageError(", ".join(filters.kinds), "are not people", "leave the kinds out")
    own = replace(filters, kinds=("person",), since=None, until=None)
    with ledger.reading() as connection:
        condition = current() & satisfies(connection, own) & _published_within(filters)
        chosen = {view.id: view for view in views(connection, condition)}
    found = []
    for person in book.people:
        mentions = [chosen[mention.id] for mention in person.mentions if mention.id in chosen]
        if mentions:
            found.append(_person(person, mentions))
    return sorted(found, key=lambda person: (person.party or "", fold_name(person.name), person.id))


def mentions_of(ledger: Ledger, form: str, documents: Sequence[str]) -> list[FactView]:
    """Where documents, given by the ids of their versions, name a person by the form of this id."""
    here = (facts.c.kind == "person") & versions.c.id.in_(documents[:_MOST_DOCUMENTS])
    with ledger.reading() as connection:
        named = views(connection, here)
    return [each for each in named if isinstance(each.fact, Person) and form_of(each.fact).id == form]


def _published_within(filters: Filters) -> Condition:
    since, until = filters.days()
    condition: Condition = versions.c.id.is_not(None)
    if since is not None:
        condition &= versions.c.published_last >= since
    if until is not None:
        condition &= versions.c.published_first <= until
    return condition


def _person(person: Individual, mentions: Sequence[FactView]) -> PersonView:
    parties = Counter(form.party for form in person.forms if form.party)
    names = dict.fromkeys(m.fact.name for m in person.mentions if isinstance(m.fact, Person))
    documents = {view.fact.source: _document(view) for view in mentions}
    return PersonView(
        id=person.id,
        name=person.name,
        party=max(parties, key=lambda party: parties[party], default=None),
        posts=tuple(_posts(mentions)),
        spellings=tuple(name for name in names if name != person.name),
        forms=person.forms,
        documents=tuple(documents.values()),
    )


def _posts(mentions: Sequence[FactView]) -> Iterable[Post]:
    """Ranks and posts in the order in which they were first attested; capitals do not tell them apart."""
    attested: dict[tuple[str, str], list[FactView]] = {}
    for view in mentions:
        person = view.fact
        if isinstance(person, Person) and (person.rank or person.post):
            attested.setdefault((fold_name(person.rank or ""), fold_name(person.post or "")), []).append(view)
    for several in attested.values():
        said = several[0].fact
        if isinstance(said, Person):
            first, last = _first_and_last(several)
            names = tuple(dict.fromkeys(view.document for view in several))
            yield Post(rank=said.rank, post=said.post, first=first, last=last, documents=names)


def _first_and_last(mentions: Sequence[FactView]) -> tuple[str | None, str | None]:
    """Of the publications that are known (EDTF)."""
    dated = [(day_bounds(view.published), view.published) for view in mentions if view.published]
    days = [(first, last, told) for (first, last), told in dated if first and last]
    if not days:
        return None, None
    return min(days)[2], max(days, key=lambda day: day[1])[2]


def _document(view: FactView) -> DocumentRef:
    return DocumentRef(
        id=view.fact.source,
        name=view.document,
        title=view.title,
        published=view.published,
        publisher=view.publisher,
        url=view.url,
    )
