"""Questions to an edition. Each is one or two queries by an index; what comes back is only decoded."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Select,
    Table,
    bindparam,
    func,
    literal,
    or_,
    select,
    true,
)

from servanda.errors import LedgerError, MissingError
from servanda.model.fold import fold_words
from servanda.query.edition.printed import Found, Printed, decode
from servanda.query.edition.rows import (
    ConflictRow,
    EntryRow,
    ImpliedRow,
    PersonRow,
    RelationshipRow,
    ReviewRow,
    YearRow,
)
from servanda.query.edition.schema import (
    about,
    answering,
    changes,
    conflicts,
    contents,
    documents,
    entries,
    entry_facts,
    entry_fields,
    entry_pairs,
    entry_parties,
    implied,
    organisation_entries,
    organisation_people,
    organisations,
    people,
    person_entries,
    person_forms,
    queue,
    relationships,
    years,
)
from servanda.query.edition.wanted import ALL, Wanted, conditions_of
from servanda.query.lately import ChangeRow, Since
from servanda.query.organisations import OrganisationView
from servanda.query.views import DocumentView

Order = Literal["time", "newest", "read", "due"]
"""time: the earliest first, those without a date last; newest: the other way round; read: what was read last
first; due: what is due first."""

_ID = re.compile(r"(?:(entry|fact|person|form)-)?([0-9a-f]{1,20})")


class Edition:
    """A printed edition at a path; close it, or use it in a `with`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._printed = Printed(path)

    def close(self) -> None:
        """Gives the file back."""
        self._printed.close()

    def entries(
        self, wanted: Wanted = ALL, order: Order = "time", *, limit: int = 100, offset: int = 0
    ) -> Found[EntryRow]:
        """The entries that are asked for, a part of them. UsageError where a date is none."""
        conditions = conditions_of(wanted)
        part = select(*_SORTED_BY).where(*conditions).order_by(*_order(order, wanted, dict(entries.c)))
        shown = part.limit(limit).offset(offset).subquery()
        query = select(contents.c.content).join(shown, shown.c.place == contents.c.place)
        items = self._printed.rows(query.order_by(*_order(order, wanted, dict(shown.c))), EntryRow)
        if not offset and len(items) < limit:
            return Found(items, len(items))
        return Found(items, self.number(wanted))

    def latest(self, wanted: Wanted = ALL, *, limit: int = 100) -> Found[EntryRow]:
        """The last of the entries that are asked for, in the order of time."""
        return self.entries(wanted, limit=limit, offset=max(0, self.number(wanted) - limit))

    def number(self, wanted: Wanted = ALL) -> int:
        """How many entries are asked for."""
        count = select(literal("entries"), func.count()).select_from(entries).where(*conditions_of(wanted))
        return self._printed.tally((wanted, "all"), count)["entries"]

    def counts(self, wanted: Wanted, by: Literal["kind", "status", "type"]) -> dict[str, int]:
        """How many of the entries that are asked for there are of each kind, status or type."""
        column = entries.c[by]
        query = select(column, func.count()).where(*conditions_of(wanted), column.is_not(None))
        return self._printed.tally((wanted, by), query.group_by(column).order_by(func.count().desc(), column))

    def fields(self, wanted: Wanted = ALL) -> dict[str, int]:
        """How many of the entries that are asked for there are in each field, the largest number first."""
        query = (
            select(entry_fields.c.field, func.count())
            .join(entries, entries.c.place == entry_fields.c.place)
            .where(*conditions_of(wanted))
            .group_by(entry_fields.c.field)
            .order_by(func.count().desc(), entry_fields.c.field)
        )
        return self._printed.tally((wanted, "field"), query)

    def parties(self) -> tuple[str, ...]:
        """All parties of any entry, by their codes."""
        query = select(entry_parties.c.party, func.count()).group_by(entry_parties.c.party)
        return tuple(self._printed.tally(("parties",), query.order_by(entry_parties.c.party)))

    def find(self, given: str) -> EntryRow | PersonRow:
        """The entry or person that `given` names: an id, or the beginning of one, of an entry, one of its
        facts, a person or a form of the name. LedgerError where none or more than one is named."""
        known = _ID.fullmatch(given.strip().lower())
        kind, digits = known.groups() if known else (None, "-")
        found: dict[str, EntryRow | PersonRow] = {}
        if kind in (None, "entry", "fact"):
            begins = {"first": f"fact-{digits}", "last": f"fact-{digits}g"}
            found |= {row.id: row for row in self._printed.rows(_ENTRY_OF, EntryRow, begins)}
        if kind in (None, "person", "form"):
            begins = {"first": f"form-{digits}", "last": f"form-{digits}g"}
            found |= {row.person.id: row for row in self._printed.rows(_PERSON_OF, PersonRow, begins)}
        if not found:
            raise MissingError(given, "nothing here has this id", "look for it in the search")
        if len(found) > 1:
            raise LedgerError(given, "is the beginning of several ids", "give more of the id")
        return next(iter(found.values()))

    def entries_of(self, facts: Collection[str]) -> dict[str, EntryRow]:
        """The entries of these facts, by the facts' ids."""
        ids = list(dict.fromkeys(facts))[:500]
        if not ids:
            return {}
        found = self._printed.answer(_ENTRIES_OF, {"facts": ids})
        return {fact: decode(content, EntryRow) for fact, content in found}

    def answered_by(self, facts: Collection[str]) -> tuple[EntryRow, ...]:
        """The promises and plans of which these facts show what became."""
        return self._printed.rows(_ANSWERED_BY, EntryRow, {"facts": list(facts)})

    def documents(self, *, limit: int = 100, offset: int = 0) -> Found[DocumentView]:
        """The documents as they stand now, those published last first."""
        return self._printed.listed(documents, DocumentView, (), limit, offset)

    def relationships(
        self, party: str | None = None, *, limit: int = 100, offset: int = 0
    ) -> Found[RelationshipRow]:
        """The relationships, of all or of one party, those with the most entries first."""
        of = or_(relationships.c.a == party, relationships.c.b == party) if party else true()
        return self._printed.listed(relationships, RelationshipRow, (of,), limit, offset)

    def relationship(self, pair: tuple[str, str]) -> RelationshipRow | None:
        """The counts of a relationship, None where nothing lies between the two."""
        a, b = sorted(pair)
        query = select(relationships.c.content).where(relationships.c.a == a, relationships.c.b == b)
        return next(iter(self._printed.rows(query, RelationshipRow)), None)

    def conflicts(self, wanted: Wanted = ALL, *, limit: int = 100, offset: int = 0) -> Found[ConflictRow]:
        """Where independent sources differ about the entries that are asked for, in the order of time."""
        conditions = conditions_of(wanted)
        joined = conflicts.join(entries, entries.c.place == conflicts.c.place)
        query = (
            select(conflicts.c.content).select_from(joined).where(*conditions).order_by(conflicts.c.number)
        )
        items = self._printed.rows(query.limit(limit).offset(offset), ConflictRow)
        return Found(items, self._printed.count(select(func.count()).select_from(joined).where(*conditions)))

    def implied(self, wanted: Wanted = ALL) -> tuple[ImpliedRow, ...]:
        """Meetings that have to have been before the entries that are asked for."""
        query = select(implied.c.content).join(entries, entries.c.place == implied.c.place)
        return self._printed.rows(query.where(*conditions_of(wanted)).order_by(implied.c.number), ImpliedRow)

    def people(
        self, name: str = "", parties: Sequence[str] = (), *, limit: int = 100, offset: int = 0
    ) -> Found[PersonRow]:
        """People by party and name: who acts for one of `parties`, with all words of `name` in the name."""
        return self._printed.listed(people, PersonRow, _called(people, name, parties), limit, offset)

    def people_of(self, wanted: Wanted, *, limit: int = 100) -> tuple[PersonRow, ...]:
        """The people who take part in the entries that are asked for, those of most entries first."""
        return self._printed.rows(_most(people, person_entries.c.person, wanted, limit), PersonRow)

    def organisations(
        self, name: str = "", parties: Sequence[str] = (), *, limit: int = 100, offset: int = 0
    ) -> Found[OrganisationView]:
        """Organisations by party and name: of one of `parties`, with all words of `name` in a name."""
        called = _called(organisations, name, parties)
        return self._printed.listed(organisations, OrganisationView, called, limit, offset)

    def organisation(self, given: str) -> OrganisationView:
        """The organisation of this id, or of which this is the beginning. MissingError where there is none,
        LedgerError where there are several."""
        digits = given.strip().lower().removeprefix("organisation-")
        id_ = organisations.c.id.between(f"organisation-{digits}", f"organisation-{digits}g")
        found = self._printed.rows(select(organisations.c.content).where(id_).limit(2), OrganisationView)
        if not found or not digits:
            raise MissingError(given, "no organisation has this id", "look for it in the list")
        if len(found) > 1:
            raise LedgerError(given, "is the beginning of several ids", "give more of the id")
        return found[0]

    def organisations_of(self, wanted: Wanted, *, limit: int = 100) -> tuple[OrganisationView, ...]:
        """The organisations of which the entries that are asked for tell, those of most entries first."""
        query = _most(organisations, organisation_entries.c.organisation, wanted, limit)
        return self._printed.rows(query, OrganisationView)

    def organisations_with(self, person: str) -> tuple[OrganisationView, ...]:
        """The organisations in which the person of this id holds or held a post."""
        query = select(organisations.c.content).join(
            organisation_people, organisation_people.c.organisation == organisations.c.place
        )
        query = query.where(organisation_people.c.person == person).order_by(organisations.c.place)
        return self._printed.rows(query, OrganisationView)

    def years(self) -> tuple[YearRow, ...]:
        """How many entries begin in each year."""
        return self._printed.rows(select(years.c.content).order_by(years.c.year), YearRow)

    def since(self) -> Since:
        """With what `changes` compares."""
        told = self._printed.answer(select(about.c.value).where(about.c.name == "since"))
        return decode(told[0][0], Since) if told else Since(read=0)

    def changes(self, section: str | None = None, *, limit: int = 100, offset: int = 0) -> Found[ChangeRow]:
        """What changed lately, of one section or of all."""
        of = changes.c.section == section if section else true()
        query = select(changes.c.content).where(of).order_by(changes.c.number)
        items = self._printed.rows(query.limit(limit).offset(offset), ChangeRow)
        return Found(items, self._printed.count(select(func.count()).select_from(changes).where(of)))

    def waiting_for_review(
        self,
        *,
        reason: str | None = None,
        after: str | None = None,
        pair: tuple[str, str] | None = None,
        limit: int = 50,
    ) -> tuple[ReviewRow, ...]:
        """What needs a person, what needs one most first, from behind the item of id `after`, whether or not
        that one still waits."""
        query = select(queue.c.content)
        if after is not None:
            query = query.where(queue.c.id < after)
        if reason is not None:
            query = query.where(queue.c.reason == reason)
        if pair is not None:
            a, b = sorted(pair)
            of = select(entry_pairs.c.place).where(entry_pairs.c.a == a, entry_pairs.c.b == b)
            query = query.where(queue.c.place.in_(of))
        return self._printed.rows(query.order_by(queue.c.id.desc()).limit(limit), ReviewRow)

    def to_review(self, item: str) -> ReviewRow | None:
        """What waits under this id; None where it waits no more."""
        return next(
            iter(self._printed.rows(select(queue.c.content).where(queue.c.id == item), ReviewRow)), None
        )

    def review_counts(self) -> dict[str, int]:
        """How many items of each reason need a person."""
        query = select(queue.c.reason, func.count()).group_by(queue.c.reason)
        return self._printed.tally(("review",), query)

    def __enter__(self) -> Edition:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _most(table: Table, named: Column[int], wanted: Wanted, limit: int) -> Select[Any]:
    """Contents of the rows of `table` that are `named` by most of the entries that are asked for. Counted
    without the contents, which SQLite would carry along for every entry."""
    told = select(named.label("row"), func.count().label("number")).join(
        entries, entries.c.place == named.table.c.place
    )
    told = told.where(*conditions_of(wanted)).group_by(named).order_by(func.count().desc(), named)
    most = told.limit(limit).subquery()
    query = select(table.c.content).join(most, most.c.row == table.c.place)
    return query.order_by(most.c.number.desc(), most.c.row)


def _called(table: Table, name: str, parties: Sequence[str]) -> list[ColumnElement[bool]]:
    """People or organisations of one of `parties`, with all words of `name` in a name."""
    conditions = [table.c.folded.contains(f" {word}", autoescape=True) for word in fold_words(name)]
    return [*conditions, table.c.party.in_(parties)] if parties else conditions


def _order(order: Order, wanted: Wanted, columns: Mapping[str, Any]) -> tuple[Any, ...]:
    """The columns to sort by; where all are due on some day, an index gives them in its order."""
    place, due_by = columns["place"], columns["due_by"]
    if order == "newest":
        return columns["first_day"].desc(), place.desc()  # SQLite: what has no day comes last
    if order == "read":
        return columns["read"].desc(), place.desc()
    if order == "due":
        return (due_by, place) if wanted.waiting or wanted.overdue else (due_by.is_(None), due_by, place)
    return (place,)


_SORTED_BY = (entries.c.place, entries.c.first_day, entries.c.read, entries.c.due_by)

# What each page of an entry asks: made once, since making a query takes longer than answering it.
_FACTS: BindParameter[str] = bindparam("facts", expanding=True)
_BEGINS: tuple[BindParameter[str], BindParameter[str]] = bindparam("first"), bindparam("last")
_ENTRY_OF = (
    select(contents.c.content)
    .join(entry_facts, entry_facts.c.place == contents.c.place)
    .where(entry_facts.c.fact.between(*_BEGINS))
    .distinct()
    .limit(3)
)
_PERSON_OF = (
    select(people.c.content)
    .join(person_forms, person_forms.c.place == people.c.place)
    .where(person_forms.c.form.between(*_BEGINS))
    .distinct()
    .limit(3)
)
_ENTRIES_OF = (
    select(entry_facts.c.fact, contents.c.content)
    .join(contents, contents.c.place == entry_facts.c.place)
    .where(entry_facts.c.fact.in_(_FACTS))
)
_ANSWERED_BY = (
    select(contents.c.content)
    .where(contents.c.place.in_(select(answering.c.place).where(answering.c.fact.in_(_FACTS))))
    .order_by(contents.c.place)
)
