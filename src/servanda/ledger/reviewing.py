"""What persons hold of single facts: accepted, rejected, corrected, or added by hand.

A fact is never edited. A correction withdraws the fact and puts another in its place, which stands on
quotations of the same document and on a reading of its own; undoing the review brings the first one back.
Both stay in the ledger, with who said so, when and why.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec
from msgspec.structs import replace
from sqlalchemy import BindParameter, Connection, RowMapping, Select, bindparam, func, select, union

from servanda.errors import LedgerError, MissingError, StaleError
from servanda.ledger import chain, rows
from servanda.ledger.clock import Clock, stamp
from servanda.ledger.database import Database
from servanda.ledger.grounds import is_grounded
from servanda.ledger.lineage import is_current, withdrawn
from servanda.ledger.reading import add_facts
from servanda.ledger.sense import require_sense
from servanda.ledger.tables import additions, facts, finishes, readings, reads, reviews, texts, versions
from servanda.model.facts import AnyFact
from servanda.resolve.judgement import Verdict

BY_HAND = "hand"
"""The extractor of facts that a person added; the number of the review follows it."""

_NOTHING = {"new": 0, "versions": 0, "restored": 0, "reread": 0, "known": 0, "skipped": 0}


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """What a person held of a fact, never edited: it is undone by another that names it.

    number       the order in which they were made
    fact         `Fact.id`
    replacement  of a correction: the id of the fact that stands in its place
    undoes       number of the review that this one takes back; its verdict then says nothing
    """

    number: int
    fact: str
    verdict: Verdict
    by: str
    made: str
    why: str = ""
    undoes: int | None = None
    replacement: str | None = None


class Reviewing:
    """Reviews of the facts of a ledger; had from `Ledger.reviewing`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def accept(self, fact_id: str, *, by: str, why: str = "", after: int | None = None) -> Review:
        """Records that a person holds the fact to be right.

        after  number of the last review of the fact that the person has seen, 0 for none; StaleError where
               somebody has reviewed it since, so that nobody overrules what they do not know. None: no matter
        """
        return self._verdict(fact_id, "accepted", by=by, why=why, after=after)

    def reject(self, fact_id: str, *, by: str, why: str = "", after: int | None = None) -> Review:
        """Records that the document does not say so: the fact is withdrawn. `after` as in `accept`."""
        return self._verdict(fact_id, "rejected", by=by, why=why, after=after)

    def correct(
        self, fact_id: str, fact: AnyFact, *, by: str, why: str = "", after: int | None = None
    ) -> Review:
        """Withdraws the fact and puts `fact` in its place, of the same kind and document and grounded in its
        text. LedgerError where it is not, or is what stands there already. `after` as in `accept`."""
        require_sense(fact)
        with self._database.writing() as connection:
            old = _stored(connection, fact_id)
            _refuse_unseen(connection, fact_id, after)
            if rows.decode(old["content"]).kind != fact.kind:
                raise LedgerError(
                    fact_id, "a correction keeps the kind of fact", "reject it, and add another"
                )
            if fact.id == fact_id:
                raise LedgerError(fact_id, "nothing was corrected", "accept it, or change a property")
            review = self._insert(connection, fact=fact_id, verdict="corrected", by=by, why=why)
            self._add(connection, review.number, old["version_id"], fact)
        return replace(review, replacement=fact.id)

    def add(self, fact: AnyFact, *, by: str, why: str = "") -> Review:
        """Adds a fact that no extractor found, grounded in the current version of a document that the ledger
        holds (`Fact.source`). LedgerError where it is not, or the ledger has the fact."""
        require_sense(fact)
        with self._database.writing() as connection:
            review = self._insert(connection, fact=fact.id, verdict="added", by=by, why=why)
            self._add(connection, review.number, fact.source, fact)
        return review

    def undo(self, number: int, *, by: str, why: str = "") -> Review:
        """Takes a review back. LedgerError where there is none with this number, or it has been undone."""
        with self._database.writing() as connection:
            of = connection.execute(select(reviews).where(reviews.c.number == number)).mappings().first()
            if of is None or of["undoes"] is not None:
                raise MissingError(str(number), "no review has this number", "see the history of the fact")
            if connection.execute(select(reviews.c.number).where(reviews.c.undoes == number)).first():
                raise LedgerError(str(number), "has been undone", "review the fact again")
            return self._insert(
                connection, fact=of["fact"], verdict=of["verdict"], by=by, why=why, undoes=number
            )

    def all(self) -> list[Review]:
        """All reviews in the order in which they were made, the undone and the undoing among them."""
        return self._list(_SELECT)

    def of(self, fact_id: str) -> list[Review]:
        """Those of one fact, and the one that put it in the place of another."""
        return self.of_each([fact_id])[fact_id]

    def of_each(self, fact_ids: Sequence[str]) -> dict[str, list[Review]]:
        """`of` for several facts, by their ids."""
        found = self._list(_OF_FACTS, {"facts": list(fact_ids)})
        return {id_: [r for r in found if id_ in (r.fact, r.replacement)] for id_ in fact_ids}

    def get(self, number: int) -> Review:
        """The review of this number. MissingError where there is none."""
        found = self._list(_SELECT.where(reviews.c.number == number))
        if not found:
            raise MissingError(str(number), "no review has this number", "see the history of the fact")
        return found[0]

    def differing(self) -> list[Review]:
        """The reviews of the facts of which persons have given different verdicts, whether or not these still
        stand."""
        twice = select(reviews.c.fact).group_by(reviews.c.fact).having(func.count() > 1)  # by the index alone
        given = select(reviews.c.fact).where(reviews.c.undoes.is_(None), reviews.c.fact.in_(twice))
        several = (func.min(column) != func.max(column) for column in (reviews.c.by, reviews.c.verdict))
        return self._list(_SELECT.where(reviews.c.fact.in_(given.group_by(reviews.c.fact).having(*several))))

    def settled(self, fact_ids: Collection[str]) -> set[str]:
        """Those of the facts of which a person holds something now, or which a person put there."""
        stands = reviews.c.undoes.is_(None) & reviews.c.number.not_in(
            select(reviews.c.undoes).where(reviews.c.undoes.is_not(None))
        )
        reviewed = select(reviews.c.fact).where(reviews.c.fact.in_(fact_ids), stands)
        placed = (
            select(facts.c.id)
            .join(additions, additions.c.reading_id == facts.c.reading_id)
            .join(reviews, reviews.c.number == additions.c.review)
            .where(facts.c.id.in_(fact_ids), stands)
        )
        with self._database.reading() as connection:
            return set(connection.execute(union(reviewed, placed)).scalars())

    def _list(
        self, query: Select[tuple[object, ...]], values: Mapping[str, object] | None = None
    ) -> list[Review]:
        with self._database.reading() as connection:
            found = connection.execute(query, values).mappings()
            return [Review(**row) for row in found]

    def _verdict(self, fact_id: str, verdict: Verdict, *, by: str, why: str, after: int | None) -> Review:
        with self._database.writing() as connection:
            _stored(connection, fact_id)
            _refuse_unseen(connection, fact_id, after)
            return self._insert(connection, fact=fact_id, verdict=verdict, by=by, why=why)

    def _insert(self, connection: Connection, **row: object) -> Review:
        number = chain.insert(connection, reviews, row | {"made": stamp(self._clock)})
        written = select(reviews).where(reviews.c.number == number)
        return Review(**connection.execute(written).mappings().one())

    def _add(self, connection: Connection, review: int, version: str, fact: AnyFact) -> None:
        reading = _last_reading(connection, version, fact)
        known = (
            select(facts.c.id.in_(withdrawn()))
            .join(readings, readings.c.id == facts.c.reading_id)
            .join(versions, versions.c.id == readings.c.version_id)
            .where(facts.c.id == fact.id, is_current())
        )
        stands = connection.execute(known).first()
        if stands is not None:
            withdrew = "undo the review that withdrew it" if stands[0] else "nothing is to be done"
            raise LedgerError(fact.id, "the ledger has this fact", withdrew)
        now, extractor = stamp(self._clock), f"{BY_HAND} {review}"
        number = chain.insert(connection, reads, {"started": now, "extractor": extractor})
        made = chain.next_number(connection, readings)
        row = {"id": made, "version_id": version, "extractor": extractor, "read_id": number, "read_at": now}
        row |= {"text_sha256": reading["text_sha256"], "regions": reading["regions"]}
        connection.execute(readings.insert().values(row))
        add_facts(connection, made, [replace(fact, extractor=extractor)])
        chain.add(connection, readings, made)
        chain.insert(connection, additions, {"review": review, "reading_id": made})
        chain.insert(connection, finishes, {"read_id": number, "finished": now, "facts": 1, **_NOTHING})


_replacement = facts.alias("replacement")
_SELECT: Select[tuple[object, ...]] = (
    select(*reviews.c, _replacement.c.id.label("replacement"))
    .outerjoin(additions, (additions.c.review == reviews.c.number) & (reviews.c.verdict == "corrected"))
    .outerjoin(_replacement, _replacement.c.reading_id == additions.c.reading_id)
    .order_by(reviews.c.number)
)
_FACTS: BindParameter[str] = bindparam("facts", expanding=True)
_PLACED = (
    select(additions.c.review)
    .join(facts, facts.c.reading_id == additions.c.reading_id)
    .where(facts.c.id.in_(_FACTS))
)
_OF_FACTS = _SELECT.where(reviews.c.fact.in_(_FACTS) | reviews.c.number.in_(_PLACED))


def standing(made: Sequence[Review]) -> dict[str, Review]:
    """By fact, the last of the reviews that are not undone: the one that holds."""
    undone = {review.undoes for review in made}
    return {r.fact: r for r in made if r.undoes is None and r.number not in undone}


def _stored(connection: Connection, fact_id: str) -> RowMapping:
    query = (
        select(facts.c.content, readings.c.version_id)
        .join(readings, readings.c.id == facts.c.reading_id)
        .where(facts.c.id == fact_id)
        .order_by(readings.c.id.desc())
    )
    row = connection.execute(query).mappings().first()
    if row is None:
        raise MissingError(fact_id, "no fact has this id", "find its id with: servanda search WORDS --json")
    return row


def _refuse_unseen(connection: Connection, fact_id: str, after: int | None) -> None:
    query = select(reviews.c.number, reviews.c.by).where(reviews.c.fact == fact_id)
    last = connection.execute(query.order_by(reviews.c.number.desc())).first()
    if after is not None and last is not None and last.number > after:
        raise StaleError(
            fact_id, f"{last.by} has reviewed it in the meantime", "look at that review, then decide"
        )


def _last_reading(connection: Connection, version: str, fact: AnyFact) -> RowMapping:
    """The reading of the current version on whose text the fact stands."""
    query = (
        select(readings.c.text_sha256, readings.c.regions, texts.c.text, versions.c.name)
        .join(texts, texts.c.sha256 == readings.c.text_sha256)
        .join(versions, versions.c.id == readings.c.version_id)
        .where(is_current(), versions.c.id == version)
        .order_by(readings.c.id.desc())
    )
    row = connection.execute(query).mappings().first()
    if row is None:
        raise MissingError(version, "no such document stands here now", "quote its current version")
    if fact.source != version or fact.document != row["name"]:
        raise LedgerError(fact.id, f"is a fact of another document than {row['name']}", "keep the document")
    if not fact.evidence:
        raise LedgerError(fact.id, "has no quotation", "select the words that state it")
    for span in fact.evidence:
        if not is_grounded(span, row["text"]):
            place = f"{span.start}:{span.end}"
            raise LedgerError(fact.id, f"{span.text!r} does not stand at {place}", "select the words again")
    return row
