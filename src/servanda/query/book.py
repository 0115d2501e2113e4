"""The book: all entries of a ledger with what became of them. Every list of entries is a view of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from msgspec.structs import replace

from servanda.follow.following import as_known, by_entry, follow
from servanda.follow.plans import FollowedBy
from servanda.follow.times import known
from servanda.ledger import Ledger
from servanda.model.facts import Person, parties_in
from servanda.resolve.conflicts import Conflict, conflicts
from servanda.resolve.copies import groups
from servanda.resolve.entry import Entry
from servanda.resolve.forms import form_of
from servanda.resolve.people import full_name
from servanda.resolve.relations import Tie, ties
from servanda.resolve.resolution import Individual, Resolution


class Book:
    """Entries as they were known on a day. Made by `open_book`; what is asked for is worked out once.

    as_of   mentions published later are left out; None: nothing is. Documents without a date always count
    pair    the two parties to whom the resolution is limited; None: it is the whole
    """

    def __init__(
        self, resolution: Resolution, as_of: date | None = None, pair: tuple[str, str] | None = None
    ) -> None:
        self.resolution, self.as_of, self.pair = resolution, as_of, pair
        told = (as_known(entry, as_of) for entry in resolution.entries)
        self.entries: tuple[Entry, ...] = tuple(entry for entry in told if entry is not None)
        self._group_of = {id_: number for number, ids in enumerate(resolution.copies) for id_ in ids}

    @cached_property
    def people(self) -> tuple[Individual, ...]:
        """The people, by name."""
        told = (_person_as_known(person, self.as_of) for person in self.resolution.people)
        return tuple(person for person in told if person is not None)

    @cached_property
    def answers(self) -> tuple[FollowedBy, ...]:
        """What became of each promise and plan for which there is evidence."""
        return tuple(follow(self.entries, self.as_of))

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where independent sources differ, in the order of the entries."""
        return tuple(found for entry in self.entries for found in self.conflicts_of(entry))

    def conflicts_of(self, entry: Entry) -> list[Conflict]:
        """On which properties of the entry independent sources differ."""
        return conflicts(entry, self.is_one_source) if len(entry.mentions) > 1 else []

    @cached_property
    def by_mention(self) -> dict[str, Entry]:
        """The entry of each mention, by the mention's id."""
        return {mention.id: entry for entry in self.entries for mention in entry.mentions}

    def answers_of(self, entry: Entry) -> tuple[FollowedBy, ...]:
        """What became of the entry."""
        return tuple(self._answers_by_entry.get(entry.id, ()))

    def ties_of(self, entry: Entry) -> list[Tie]:
        """How an instrument stands to others of the same parties."""
        return ties(entry, self._instruments_beside(entry)) if entry.kind == "instrument" else []

    def is_one_source(self, a: str, b: str) -> bool:
        """Whether two documents, by `Source.id`, are copies of one text."""
        return a == b or (a in self._group_of and self._group_of[a] == self._group_of.get(b))

    def sources(self, entry: Entry) -> int:
        """How many independent sources tell of the entry: copies of one text count once, and so do the
        documents of one publisher."""
        told = {mention.source.id: mention.source for mention in entry.mentions}
        texts = {id_: f"text {self._group_of.get(id_, id_)}" for id_ in told}
        publishers = {id_: f"publisher {s.publisher.casefold()}" for id_, s in told.items() if s.publisher}
        return len(groups((text, publishers.get(id_, text)) for id_, text in texts.items()))

    @cached_property
    def _answers_by_entry(self) -> dict[str, list[FollowedBy]]:
        return by_entry(self.answers)

    @cached_property
    def _instruments_by_party(self) -> dict[str, list[Entry]]:
        grouped: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if entry.kind == "instrument":
                for party in parties_of(entry):
                    grouped[party].append(entry)
        return grouped

    def _instruments_beside(self, entry: Entry) -> Iterable[Entry]:
        own = parties_of(entry)
        beside = {e.id: e for party in own for e in self._instruments_by_party.get(party, ())}
        return beside.values()


def open_book(ledger: Ledger, as_of: date | None = None, pair: tuple[str, str] | None = None) -> Book:
    """The book of `ledger` as it was known on `as_of`; with the codes of two parties, a part of it in which
    what lies between them is as in the whole."""
    return Book(ledger.resolution(pair=pair), as_of, pair)


def _person_as_known(person: Individual, as_of: date | None) -> Individual | None:
    """The person with only those mentions that were published by `as_of`; None if there were none."""
    mentions = tuple(mention for mention in person.mentions if known(mention, as_of))
    if len(mentions) == len(person.mentions):
        return person
    sources: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if isinstance(mention.fact, Person):
            sources[form_of(mention.fact).id].add(mention.source.id)
    if not sources:
        return None
    forms = tuple(form for form in person.forms if form.id in sources)
    name = full_name({form: len(sources[form.id]) for form in forms})
    return replace(person, name=name, forms=forms, mentions=mentions)


def parties_of(entry: Entry) -> frozenset[str]:
    """All parties that the entry's mentions name, in whatever role."""
    return frozenset(party for mention in entry.mentions for party in parties_in(mention.fact))
