"""What an edition holds, as plain values: entries, people, relationships, conflicts, doubts, what waits."""

from __future__ import annotations

from typing import Literal

import msgspec

from servanda.model.document import content_id
from servanda.model.facts import AnyFact
from servanda.query.views import PersonView


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a promise or plan, by the ids of the facts that tell it (follow.plans.FollowedBy)."""

    earlier: str
    later: str
    later_also: tuple[str, ...] = ()
    status: str
    confidence: float
    rule: str
    reason: str
    hindsight: bool = False


class Tied(msgspec.Struct, frozen=True, kw_only=True):
    """How an instrument stands to another entry, and by which fact (resolve.relations.Tie)."""

    type: str
    entry: str
    label: str
    fact: str
    reason: str


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """Why two facts are held to be one thing; `by` is a person, None for a rule."""

    a: str
    b: str
    rule: str
    score: float
    reason: str
    by: str | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A value that a source gives, with the quotation that shows it."""

    value: str
    fact: str
    document: str
    document_id: str
    title: str | None
    published: str | None
    publisher: str | None
    quotation: str


class ConflictRow(msgspec.Struct, frozen=True, kw_only=True):
    """A property on which independent sources differ; `values` are those left open with the number of
    independent sources of each, the best attested first."""

    entry: str
    kind: str
    label: str
    property: str
    values: tuple[tuple[str, int], ...]
    told: tuple[Told, ...]
    parties: tuple[str, ...]


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """When something is to come, or should have: `when` as told (EDTF), `by` its last day."""

    when: str
    by: str
    overdue: bool


class EntryRow(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as the desk shows it.

    fact        what its facts say together, no fact of any document
    who, what   the same in a few words
    type        of an engagement or instrument its type, of a commitment its act
    status      where it stands and why; None for kinds without a status
    status_by   ids of the facts on which the status rests
    score       compliance of a commitment (-1, 0, +1), None without evidence
    confidence  of the surest of its facts
    sources     how many independent sources tell of it
    conflicts   names of the properties on which they differ
    facts       ids of its facts, in the order of publication
    told        when the first and the last of them were published (EDTF)
    """

    id: str
    kind: str
    type: str | None = None
    label: str
    who: str
    what: str
    date: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    fact: AnyFact
    status: str | None = None
    reason: str | None = None
    status_by: tuple[str, ...] = ()
    score: int | None = None
    confidence: float
    sources: int
    conflicts: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    told: tuple[str | None, str | None] = (None, None)
    answers: tuple[Answered, ...] = ()
    ties: tuple[Tied, ...] = ()
    links: tuple[Linked, ...] = ()
    waiting: Waiting | None = None


class ImpliedRow(msgspec.Struct, frozen=True, kw_only=True):
    """Meetings that have to have been, since a later one of their series was counted: no facts."""

    series: str
    parties: tuple[str, ...]
    first: int
    last: int
    entry: str


class PersonRow(msgspec.Struct, frozen=True, kw_only=True):
    """A person, and the entries in which documents name them."""

    person: PersonView
    entries: tuple[str, ...] = ()


class RelationshipRow(msgspec.Struct, frozen=True, kw_only=True):
    """How much lies between two parties: entries by kind, documents, days; what waits and is disputed."""

    parties: tuple[str, str]
    kinds: dict[str, int]
    documents: int
    first: str | None = None
    last: str | None = None
    waiting: int = 0
    overdue: int = 0
    conflicts: int = 0

    @property
    def entries(self) -> int:
        """Number of entries of all kinds."""
        return sum(self.kinds.values())


class YearRow(msgspec.Struct, frozen=True, kw_only=True):
    """How many entries begin in a year, by where they stand: their status, else their modality."""

    year: int
    standing: dict[str, int]


ReasonToReview = Literal["disagree", "conflict", "doubt", "overdue", "unsure"]
"""disagree: reviewers do, which no edition knows (query.queue);
conflict: sources differ; doubt: two things may be one; overdue: no evidence of what was due; unsure: the
reading is not sure of the fact."""


class ReviewRow(msgspec.Struct, frozen=True, kw_only=True):
    """Something that needs a person.

    need    0..1, those that need one most come first
    fact    the fact that is to be looked at; of a doubt, the first of the two
    other   of a doubt: the other one. Both are ids of facts, or of forms of a name
    facts   of a conflict: all facts that give one of the values
    """

    reason: ReasonToReview
    need: float
    fact: str
    why: str
    other: str | None = None
    entry: str | None = None
    facts: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The same in every edition in which the same is to be decided; in descending order of these, what
        needs a person most comes first."""
        return content_id(f"{self.need:.3f}", [self.reason, self.fact, self.other, self.why])
