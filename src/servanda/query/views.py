"""What queries answer with: plain values that every surface shows in its own way."""

from __future__ import annotations

import msgspec

from servanda.model.document import Span
from servanda.model.facts import AnyFact
from servanda.resolve.forms import Form


class DocumentRef(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a document, as far as a list needs it; `id` is `Document.id`."""

    id: str
    name: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


class FactView(msgspec.Struct, frozen=True, kw_only=True):
    """A fact with its document. `document` is the document's name; `current` tells whether it was read from
    the document as it stands now, by the extractor that read it last."""

    id: str
    kind: str
    fact: AnyFact
    document: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    current: bool = True


class DocumentView(msgspec.Struct, frozen=True, kw_only=True):
    """A document as it stands now: its last version and who read it when, with its number of facts."""

    id: str
    name: str
    origin: str
    sha256: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    extractor: str
    read_at: str
    versions: int
    facts: int


class VersionView(msgspec.Struct, frozen=True, kw_only=True):
    """One of the versions of a document; `seen` is when a read first saw it at its origin."""

    id: str
    sha256: str
    seen: str
    current: bool


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A rank and post that documents give a person, with the names of those documents; `first` and `last` are
    when the first and the last of them were published (EDTF), None where that is unknown."""

    rank: str | None = None
    post: str | None = None
    first: str | None = None
    last: str | None = None
    documents: tuple[str, ...] = ()


class PersonView(msgspec.Struct, frozen=True, kw_only=True):
    """A person across documents, by the fullest form of the name.

    party      the one for which most forms of the name act
    posts      in the order of publication
    spellings  the other names under which documents know the person
    forms      the names with rank, post and party, by whose ids judgements are passed
    documents  in the order of publication, those without a date first
    """

    id: str
    name: str
    party: str | None = None
    posts: tuple[Post, ...] = ()
    spellings: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    documents: tuple[DocumentRef, ...] = ()


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How much the ledger holds of a relationship: facts or entries by kind, documents, the days."""

    parties: tuple[str, str]
    kinds: dict[str, int]
    documents: int
    first: str | None = None
    last: str | None = None

    @property
    def facts(self) -> int:
        """Number of facts of all kinds."""
        return sum(self.kinds.values())


class Relationship(msgspec.Struct, frozen=True, kw_only=True):
    """Everything between two parties, each list in the order of time."""

    parties: tuple[str, str]
    engagements: tuple[FactView, ...] = ()
    instruments: tuple[FactView, ...] = ()
    commitments: tuple[FactView, ...] = ()
    positions: tuple[FactView, ...] = ()
    assessments: tuple[FactView, ...] = ()
    milestones: tuple[FactView, ...] = ()
    activities: tuple[FactView, ...] = ()

    @property
    def facts(self) -> tuple[FactView, ...]:
        """All of them."""
        return (
            *self.engagements,
            *self.instruments,
            *self.commitments,
            *self.positions,
            *self.assessments,
            *self.milestones,
            *self.activities,
        )


class Snippet(msgspec.Struct, frozen=True):
    """A stretch of a document's text, with where in it the words stand that were searched for."""

    span: Span
    marks: tuple[tuple[int, int], ...] = ()


class DocumentHit(msgspec.Struct, frozen=True, kw_only=True):
    """A document that holds what was searched for; no snippet where only its title does."""

    document: DocumentRef
    snippet: Snippet | None = None


class SearchResults(msgspec.Struct, frozen=True, kw_only=True):
    """Documents and facts that hold what was searched for, the best first."""

    documents: tuple[DocumentHit, ...] = ()
    facts: tuple[FactView, ...] = ()


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of evidence, with the text before and after it."""

    span: Span
    before: str
    after: str


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Why a fact stands in the ledger: its quotations in their surroundings, the rule that read them, why
    each property has its value, and the document with its versions in the order in which they were seen."""

    fact: FactView
    quotations: tuple[Quotation, ...]
    rule: str
    reasons: dict[str, str]
    extractor: str
    read_at: str
    document: DocumentRef
    versions: tuple[VersionView, ...]
