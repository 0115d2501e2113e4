"""The seven kinds of fact and the people, as the coding guidelines define them.

Every fact is what one document says. Parties are ISO 3166-1 alpha-2 codes or short names of
international bodies. Dates are EDTF (ISO 8601-2). A property that the document does not state is None
or empty. `content` is an exact quotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

import msgspec

from servanda.model.document import Span, content_id

Modality = Literal["asserted", "planned", "hypothetical", "negated"]
"""asserted: said to be so; planned: said to come; hypothetical: hoped, conditional; negated: denied."""

EngagementType = Literal["visit", "meeting", "dialogue", "conference", "call", "ceremony", "exercise"]
EngagementStatus = Literal["held", "planned", "postponed", "cancelled"]
InstrumentType = Literal[
    "agreement", "memorandum", "letter-of-intent", "joint-statement", "vision-statement",
    "protocol", "arrangement", "contract", "programme", "other",
]  # fmt: skip
InstrumentAction = Literal[
    "signed", "planned", "proposed", "existing", "amended", "extended", "ratified", "terminated"
]
RelationType = Literal["amends", "intends", "implements", "under", "renews"]
Act = Literal["pledge", "offer", "request", "propose", "agree", "invite"]
Polarity = Literal["positive", "negative", "mixed"]
MilestoneType = Literal["diplomatic-relations", "partnership", "other"]


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """How an instrument stands to another, whose title the text gives."""

    type: RelationType
    target: str


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """A sum of money; `currency` is an ISO 4217 code."""

    value: float
    currency: str


class Fact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", omit_defaults=True):
    """What one document says, with its spans.

    document    name of the document (`Document.name`)
    source      id of the document's version (`Document.id`)
    evidence    the quotations that state the fact, first the one that states it most fully
    confidence  estimate in 0..1 that a trained coder would code this fact with this type
    rule        name of the rule that read it
    reasons     for each property that was not plainly in the words: why it has its value
    """

    document: str
    source: str
    evidence: tuple[Span, ...]
    modality: Modality = "asserted"
    confidence: float = 0.5
    extractor: str = ""
    rule: str = ""
    reasons: dict[str, str] = {}

    BOOKKEEPING: ClassVar[frozenset[str]] = frozenset({"confidence", "extractor", "rule", "reasons"})

    @property
    def kind(self) -> str:
        """The kind of fact, by its name in the guidelines."""
        return str(self.__struct_config__.tag)

    @property
    def id(self) -> str:
        """Content hash of what the fact says and where; who read it and how surely does not enter."""
        said = {k: v for k, v in self.to_dict().items() if k not in self.BOOKKEEPING}
        return content_id("fact", said)

    def to_dict(self) -> dict[str, object]:
        """Plain types, `kind` included, properties that are not stated left out."""
        plain: dict[str, object] = msgspec.to_builtins(self)
        return plain | {"modality": self.modality}


class Engagement(Fact, tag="engagement", frozen=True, kw_only=True):
    """People of two or more parties meet or act together."""

    type: EngagementType
    status: EngagementStatus
    parties: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    country: str | None = None
    series: str | None = None
    ordinal: int | None = None
    within: str | None = None


class Instrument(Fact, tag="instrument", frozen=True, kw_only=True):
    """A text that parties sign, adopt, apply, amend or prepare."""

    type: InstrumentType
    action: InstrumentAction
    title: str
    parties: tuple[str, ...] = ()
    date: str | None = None
    period: str | None = None
    fields: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()


class Commitment(Fact, tag="commitment", frozen=True, kw_only=True):
    """Somebody says what will, should or may be done together."""

    act: Act
    content: str
    speaker: tuple[str, ...] = ()
    by: str | None = None
    addressee: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    due: str | None = None


class Position(Fact, tag="position", frozen=True, kw_only=True):
    """A stance on an international or regional matter."""

    content: str
    holder: tuple[str, ...] = ()
    by: str | None = None


class Assessment(Fact, tag="assessment", frozen=True, kw_only=True):
    """An explicit evaluation of the cooperation or of the other side."""

    content: str
    polarity: Polarity
    holder: tuple[str, ...] = ()
    by: str | None = None


class Milestone(Fact, tag="milestone", frozen=True, kw_only=True):
    """An anniversary or rank of the relationship. `year` is that of the founding."""

    type: MilestoneType
    number: int | None = None
    parties: tuple[str, ...] = ()
    year: int | None = None


class Activity(Fact, tag="activity", frozen=True, kw_only=True):
    """Cooperation reported as done or going on. One-sided: provider and recipient; mutual: parties."""

    content: str
    provider: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    amount: Amount | None = None
    date: str | None = None


class Person(Fact, tag="person", frozen=True, kw_only=True):
    """A named person with an official role. `name` is the document's fullest form, without rank."""

    name: str
    rank: str | None = None
    post: str | None = None
    party: str | None = None


AnyFact = Engagement | Instrument | Commitment | Position | Assessment | Milestone | Activity | Person
"""Everything that a line of `servanda extract` can be; `kind` tells which."""

KINDS: tuple[str, ...] = (
    "engagement", "instrument", "commitment", "position", "assessment", "milestone", "activity",
)  # fmt: skip
"""The kinds of fact that are not people, in the order of the guidelines."""

PARTY_ROLES: tuple[str, ...] = ("parties", "speaker", "addressee", "holder", "provider", "recipient")
"""The properties of such facts that name parties."""


def parties_in(fact: AnyFact) -> Iterator[str]:
    """The codes of the parties that a fact names, in whatever role; one in several roles comes again."""
    return (code for role in PARTY_ROLES for code in getattr(fact, role, ()))
