"""Organisations: ministries, services, headquarters, institutes; who serves in them, what tells of them.

Worked out from the posts of people and from quotations (`resolve.organisations`); nothing is kept of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from servanda.codebook.places import party_code
from servanda.ledger import Ledger
from servanda.ledger.rows import day_bounds
from servanda.model.fold import fold_name
from servanda.query import people
from servanda.query.book import Book
from servanda.query.entries import EntryView, entries
from servanda.query.filters import EVERYTHING, Filters
from servanda.query.views import PersonView, Post
from servanda.resolve.organisations import Named, in_post, in_words, organisation_id


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """A person with a post in an organisation; the rest is as in `Post`."""

    id: str
    name: str
    rank: str | None = None
    post: str | None = None
    first: str | None = None
    last: str | None = None
    documents: tuple[str, ...] = ()


class OrganisationView(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation of a party, by the name that most documents give it.

    named    whether a document gives its name; else `name` is what its minister is in charge of
    names    the other names
    holders  people with posts in it, in the order of publication
    entries  ids of entries whose quotations name it, or in which its people take part by the same document
    """

    id: str
    name: str
    party: str
    named: bool = True
    names: tuple[str, ...] = ()
    holders: tuple[Holder, ...] = ()
    entries: tuple[str, ...] = ()


class _Key(NamedTuple):
    party: str
    words: frozenset[str]


class _Organisation:
    """What is found of one organisation."""

    def __init__(self) -> None:
        self.names: Counter[str] = Counter()
        self.portfolios: Counter[str] = Counter()
        self.holders: list[Holder] = []
        self.entries: dict[str, None] = {}

    def add(self, named: Named) -> None:
        """Counts a name."""
        (self.names if named.named else self.portfolios)[named.name] += 1

    def view(self, key: _Key) -> OrganisationView:
        """The organisation; the name that is told most often, of those the fullest, comes first."""
        told = self.names or self.portfolios
        names = sorted(told, key=lambda name: (-told[name], -len(name), name))
        return OrganisationView(
            id=organisation_id(*key),
            name=names[0],
            party=key.party,
            named=bool(self.names),
            names=tuple(names[1:]),
            holders=tuple(sorted(self.holders, key=_attested)),
            entries=tuple(self.entries),
        )


def organisations(known: Iterable[PersonView], told: Sequence[EntryView]) -> list[OrganisationView]:
    """The organisations in which these people hold posts or which quotations of these entries name, by party
    and name."""
    search = _Search()
    for person in known:
        search.add_person(person)
    search.add_quoted(list(_quoted(told)))
    for entry in told:
        search.add_people_of(entry)
    return sorted(search.views(), key=lambda view: (view.party, fold_name(view.name), view.id))


def organisations_in(
    ledger: Ledger, book: Book, today: date, filters: Filters = EVERYTHING
) -> list[OrganisationView]:
    """The organisations of what satisfies the filters; where these name parties, those that are theirs."""
    found = organisations(people.people(ledger, book, filters), entries(ledger, book, today, filters))
    of = {party_code(each) or each for each in filters.parties}
    return [each for each in found if not of or each.party in of]


class _Search:
    """Everything that is found, people before quotations: their posts tell whose the organisations are."""

    def __init__(self) -> None:
        self._found: dict[_Key, _Organisation] = defaultdict(_Organisation)
        self._told_in: dict[str, set[_Key]] = defaultdict(set)
        self._serves: dict[tuple[str, str], set[_Key]] = defaultdict(set)

    def views(self) -> Iterable[OrganisationView]:
        """Each organisation."""
        return (found.view(key) for key, found in self._found.items())

    def add_person(self, person: PersonView) -> None:
        """The organisations in which somebody holds or held posts."""
        for post in person.posts:
            for named in in_post(post.post or ""):
                if party := named.party or person.party:
                    key = _Key(party, named.words)
                    self._found[key].add(named)
                    self._found[key].holders.append(_holder(person, post))
                    self._serve(person, post.documents, key)

    def _serve(self, person: PersonView, documents: Iterable[str], key: _Key) -> None:
        for document in documents:
            self._told_in[document].add(key)
            for name in (person.name, *person.spellings):
                self._serves[document, fold_name(name)].add(key)

    def add_quoted(self, quoted: Sequence[tuple[str, str, Named]]) -> None:
        """The organisations that quotations name: whose they are the name tells, or the document."""
        for _, document, named in quoted:
            if named.party is not None:
                self._told_in[document].add(_Key(named.party, named.words))
        for entry, document, named in quoted:
            of = {key for key in self._told_in[document] if key.words == named.words}
            if named.party is not None:
                of = {_Key(named.party, named.words)}
            if len(of) == 1:
                found = self._found[of.pop()]
                found.add(named)
                found.entries[entry] = None

    def add_people_of(self, entry: EntryView) -> None:
        """The organisations whose people take part in an entry, by the document that gives their posts."""
        for view in entry.facts:
            for name in (*getattr(view.fact, "participants", ()), getattr(view.fact, "by", None) or ""):
                for key in self._serves.get((view.document, fold_name(name)), ()):
                    self._found[key].entries[entry.id] = None


def _quoted(told: Iterable[EntryView]) -> Iterator[tuple[str, str, Named]]:
    """Each organisation that a quotation names, with the entry's id and the document's name."""
    for entry in told:
        for view in entry.facts:
            for span in view.fact.evidence:
                for named in in_words(span.text):
                    yield entry.id, view.document, named


def _holder(person: PersonView, post: Post) -> Holder:
    return Holder(
        id=person.id,
        name=person.name,
        rank=post.rank,
        post=post.post,
        first=post.first,
        last=post.last,
        documents=post.documents,
    )


def _attested(holder: Holder) -> tuple[bool, str, str]:
    first, _ = day_bounds(holder.first)
    return first is None, first or "", fold_name(holder.name)
