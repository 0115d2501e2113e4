"""What documents say of real events, written down by hand, and how it is linked without a ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import pytest

from servanda.model.document import Span
from servanda.model.facts import Assessment, Commitment, Engagement, Fact, Milestone, Person
from servanda.resolve.entry import Link
from servanda.resolve.judgement import Judgement
from servanda.resolve.mention import Mention, Source
from servanda.resolve.resolution import Resolution, resolve
from servanda.resolve.rules import DOUBT, RULES, compare

CAST = {
    "Emmanuel Macron": ("President of the French Republic", "FR"),
    "Sébastien Lecornu": ("Minister of the Armed Forces", "FR"),
    "Narendra Modi": ("Prime Minister", "IN"),
    "Droupadi Murmu": ("President", "IN"),
    "Subrahmanyam Jaishankar": ("External Affairs Minister", "IN"),
    "Volodymyr Zelenskyy": ("President", "UA"),
    "Joe Biden": ("President", "US"),
    "Antony Blinken": ("Secretary of State", "US"),
    "Mike Pompeo": ("Secretary of State", "US"),
    "Lloyd Austin": ("Secretary of Defense", "US"),
    "Qin Gang": ("Foreign Minister", "CN"),
    "Ferdinand Marcos": ("President", "PH"),
    "Vo Van Thuong": ("State President", "VN"),
    "Pham Minh Chinh": ("Prime Minister", "VN"),
}
"""People who really held these posts, by the name under which `participants` call them."""


class Wire:
    """Makes mentions. A document is named by its day and what it is about, and names those who take part."""

    def engagement(self, published: str | None, quote: str, parties: str, **more: Any) -> Mention:
        """`people` take part; `company` are others whom the document names."""
        names, company = more.pop("people", ()), more.pop("company", ())
        fact = {"type": "meeting", "status": "held", "parties": tuple(parties.split())} | more
        return self._mention(
            Engagement, published, quote, (*names, *company), **fact, participants=tuple(names)
        )

    def visit(self, published: str | None, quote: str, parties: str, **more: Any) -> Mention:
        """A visit; the host comes last in `parties`."""
        host = {"country": parties.split()[-1]}
        return self.engagement(published, quote, parties, **(host | more), type="visit")

    def promise(self, published: str | None, content: str, speaker: str = "JP", **more: Any) -> Mention:
        fact = {"act": "pledge", "speaker": tuple(speaker.split()), "content": content} | more
        return self._mention(Commitment, published, content, (), **fact)

    def thanks(self, published: str | None, content: str, holder: str, **more: Any) -> Mention:
        fact = {"polarity": "positive", "holder": tuple(holder.split()), "content": content} | more
        return self._mention(Assessment, published, content, (), **fact)

    def anniversary(self, published: str | None, quote: str, parties: str = "FR VN", **more: Any) -> Mention:
        fact = {"type": "diplomatic-relations", "parties": tuple(parties.split())} | more
        return self._mention(Milestone, published, quote, (), **fact)

    def named(self, published: str | None, name: str, document: str | None = None) -> Mention:
        """The person as a document names them."""
        post, party = CAST[name]
        return self._mention(
            Person, published, name, (), name=name, post=post, party=party, document=document
        )

    def links(self, mentions: Iterable[Mention]) -> list[Link]:
        """What the rules decide of those that find each other by their keys, as a ledger keeps it."""
        said = sorted({m.id: m for m in mentions if m.fact.kind in RULES}.values(), key=lambda m: m.id)
        keys = {m: RULES[m.fact.kind].keys(m) for m in said}
        held: dict[str, list[Mention]] = defaultdict(list)
        for mention, its in keys.items():
            for key in its.held:
                held[key].append(mention)
        pairs = {
            (m, o) if m.id < o.id else (o, m) for m, k in keys.items() for key in k.sought for o in held[key]
        }
        found = []
        for a, b in pairs:
            if a.source.id == b.source.id:
                continue
            decision = compare(a, b)
            if decision and decision.verdict == "same" and decision.score >= DOUBT:
                found.append(Link(a=a.id, b=b.id, decision=decision))
        return found

    def resolved(self, *mentions: Mention, rulings: Sequence[Judgement] = ()) -> Resolution:
        return resolve(mentions, self.links(mentions), rulings)

    def entries(self, *mentions: Mention, rulings: Sequence[Judgement] = ()) -> list[list[int]]:
        """Which of the mentions, by their places, are one entry."""
        at = {mention.id: place for place, mention in enumerate(mentions)}
        found = self.resolved(*mentions, rulings=rulings).entries
        return sorted(sorted(at[m.id] for m in entry.mentions) for entry in found)

    def _mention(
        self, kind: type[Fact], published: str | None, quote: str, people: Sequence[str], **fact: Any
    ) -> Mention:
        name = fact.pop("document", None) or f"{published}-{quote[:40]}"
        publisher = fact.pop("publisher", None)
        evidence = (Span(0, len(quote), quote),)
        named = tuple(
            Person(document=name, source=name, evidence=(), name=p, post=CAST[p][0], party=CAST[p][1])
            for p in people
        )
        source = Source(id=name, name=name, published=published, publisher=publisher, people=named)
        return Mention.of(kind(document=name, source=name, evidence=evidence, **fact), source)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def wire() -> Wire:
    return Wire()
