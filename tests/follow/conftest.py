"""Facts of documents, written down by hand: each quotation stands in a document of its own offsets."""

import itertools

import pytest

from servanda.model.document import Span
from servanda.model.facts import Activity, Commitment, Engagement, Instrument, Person, Position
from servanda.resolve.entry import Entry
from servanda.resolve.mention import Mention, Source


class Desk:
    """Makes mentions: what a document of a day says. One document a day and name, with its people."""

    def __init__(self):
        self._places = itertools.count(0, 1000)

    def promise(
        self, published, act, speaker, addressee, content, *, quote=None, people=(), doc=None, **more
    ):
        fact = {"act": act, "speaker": speaker.split(), "addressee": addressee.split(), "content": content}
        made = {"modality": "planned"} | more
        return self._mention(Commitment, published, quote or content, people, doc, **fact, **made)

    def deed(self, published, provider, recipient, content, *, doc=None, people=(), quote=None, **more):
        fact = {"provider": provider.split(), "recipient": recipient.split(), "content": content}
        return self._mention(Activity, published, quote or content, people, doc, **fact, **more)

    def meeting(
        self, published, quote, parties, *, type="meeting", status="held", doc=None, people=(), **more
    ):
        modality = "asserted" if status == "held" else "planned"
        fact = {"type": type, "status": status, "parties": parties.split(), "modality": modality}
        return self._mention(Engagement, published, quote, people, doc, **fact, **more)

    def text(self, published, title, action, parties, *, type="agreement", doc=None, quote=None, **more):
        modality = "planned" if action in ("planned", "proposed") else "asserted"
        fact = {"type": type, "action": action, "title": title, "parties": parties.split()}
        return self._mention(
            Instrument, published, quote or title, (), doc, modality=modality, **fact, **more
        )

    def position(self, published, holder, content, *, doc=None):
        return self._mention(Position, published, content, (), doc, holder=holder.split(), content=content)

    def entry(self, *mentions):
        return Entry.of(list(mentions))

    def _mention(self, kind, published, quote, people, doc, **fact):
        doc = doc or f"news-{published}"
        at = next(self._places)
        quotes = [quote] if isinstance(quote, str) else quote
        spans = [
            {"start": at + 100 * n, "end": at + 100 * n + len(q), "text": q} for n, q in enumerate(quotes)
        ]
        named = tuple(
            Person(document=doc, source=doc, evidence=(), name=name, post=post, party=party)
            for name, post, party in people
        )
        source = Source(id=doc, name=doc, published=published, people=named)
        fact = {k: tuple(v) if isinstance(v, list) else v for k, v in fact.items()}
        evidence = tuple(Span(**span) for span in spans)
        return Mention.of(kind(document=doc, source=doc, evidence=evidence, **fact), source)


@pytest.fixture
def desk():
    return Desk()
