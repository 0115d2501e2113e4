"""A relationship with something in every section of a briefing, from reports in our own words."""

from datetime import date
from hashlib import sha256

import pytest

from servanda.ledger import Ledger
from servanda.model.document import Document, Span
from servanda.model.facts import (
    Activity,
    Assessment,
    Commitment,
    Engagement,
    Instrument,
    Milestone,
    Person,
    Position,
    Relation,
)
from servanda.publish.brief.content import briefing
from servanda.query.book import open_book

TODAY = date(2023, 6, 1)
BOTH = ("JP", "PH")

SUMMIT = (
    "President Ferdinand Marcos Jr. met Prime Minister Fumio Kishida in Tokyo on February 9, 2023. "
    "Japan pledged to deliver two patrol ships by the end of 2022. "
    "The Prime Minister announced that Japan would hand over radars in 2024. "
    "The Philippines promised to open its ports. "
    "Both agreed to begin talks on visiting forces. "
    "Manila asked for more training. "
    "The Prime Minister will visit Manila in November 2023. "
    "Mr. Kishida called the relationship excellent. "
    "They stressed that disputes be settled by law."
)
ACCORD = (
    "The two states signed a memorandum on disaster relief for 2023 to 2027, which amends the notes of 2012. "
    "Relations were founded in 1956, 66 years ago. Japan has trained Philippine divers."
)
PAPER = "A memorandum on disaster relief for 2023 to 2028 was signed on February 9, 2023, a paper says."


class Desk:
    """Keeps a ledger of documents with their facts, and makes briefings from it."""

    def __init__(self, ledger):
        self.ledger = ledger
        self.run = ledger.begin_read("rules 1")
        self.texts = {}

    def add(self, name, text, *facts, **known):
        """`facts` are (kind, quotation, properties)."""
        data = text.encode()
        digest = sha256(data).hexdigest()
        document = Document(name=name, origin=name, text=text, sha256=digest, **known)
        made = []
        for kind, quote, properties in facts:
            span = Span.of(text, text.index(quote), text.index(quote) + len(quote))
            made.append(kind(document=name, source=document.id, evidence=(span,), **properties))
        self.texts[name] = text
        self.run.add(document, data, made)

    def briefing(self, today=TODAY, ours=None, as_of=None, parties=BOTH):
        list(self.ledger.link())
        return briefing(self.ledger, open_book(self.ledger, as_of), today, parties, ours)


@pytest.fixture
def empty_desk(tmp_path):
    with Ledger.open(tmp_path / "ledger.db", create=True) as ledger:
        yield Desk(ledger)


@pytest.fixture
def desk(empty_desk):
    """With a summit, an accord of which nobody tells the date of publication, and a paper that differs."""
    talks = {"type": "meeting", "status": "held", "parties": BOTH, "place": "Tokyo",
             "participants": ("Ferdinand Marcos Jr.", "Fumio Kishida")}  # fmt: skip
    empty_desk.add(
        "summit",
        SUMMIT,
        (Engagement, "President Ferdinand Marcos Jr. met", talks | {"date": "2023-02-09"}),
        (Commitment, "Japan pledged to deliver two patrol ships by the end of 2022",
         promise("pledge", "deliver two patrol ships", "JP", "PH", due="2022")),
        (Commitment, "Japan would hand over radars in 2024",
         promise("pledge", "hand over radars", "JP", "PH", due="2024", by="Fumio Kishida")),
        (Commitment, "The Philippines promised to open its ports",
         promise("pledge", "open its ports", "PH", "JP")),
        (Commitment, "Both agreed to begin talks on visiting forces",
         {"act": "agree", "content": "begin talks on visiting forces", "speaker": BOTH}),
        (Commitment, "Manila asked for more training",
         promise("request", "more training", "PH", "JP", fields=("training",))),
        (Engagement, "The Prime Minister will visit Manila in November 2023",
         {"type": "visit", "status": "planned", "modality": "planned", "parties": BOTH, "country": "PH",
          "participants": ("Fumio Kishida",), "date": "2023-11"}),
        (Assessment, "Mr. Kishida called the relationship excellent",
         {"content": "called the relationship excellent", "polarity": "positive", "holder": ("JP",),
          "by": "Fumio Kishida"}),
        (Position, "They stressed that disputes be settled by law",
         {"content": "disputes be settled by law", "holder": BOTH}),
        (Person, "President Ferdinand Marcos Jr.",
         {"name": "Ferdinand Marcos Jr.", "post": "President", "party": "PH"}),
        (Person, "Prime Minister Fumio Kishida",
         {"name": "Fumio Kishida", "post": "Prime Minister", "party": "JP"}),
        title="Summit in Tokyo", publisher="Presidential office", published="2023-02-09",
        url="https://example.org/summit?a=1&b=2",
    )  # fmt: skip
    empty_desk.add(
        "accord",
        ACCORD,
        (Instrument, "The two states signed a memorandum on disaster relief for 2023 to 2027",
         {"type": "memorandum", "action": "signed", "title": "memorandum on disaster relief", "parties": BOTH,
          "period": "2023/2027", "date": "2023-02-09",
          "relations": (Relation(type="amends", target="notes of 2012"),)}),
        (Milestone, "Relations were founded in 1956, 66 years ago",
         {"type": "diplomatic-relations", "number": 66, "parties": BOTH, "year": 1956}),
        (Activity, "Japan has trained Philippine divers",
         {"content": "trained Philippine divers", "provider": ("JP",), "recipient": ("PH",),
          "fields": ("training",)}),
        publisher="Foreign ministry",
    )  # fmt: skip
    empty_desk.add(
        "paper",
        PAPER,
        (Instrument, PAPER.removesuffix(", a paper says."),
         {"type": "memorandum", "action": "signed", "title": "memorandum on disaster relief", "parties": BOTH,
          "period": "2023/2028", "date": "2023-02-09"}),
        title="A memorandum", publisher="A daily", published="2023-02-10",
    )  # fmt: skip
    return empty_desk


def promise(act, content, speaker, addressee, **more):
    return {"act": act, "content": content, "speaker": (speaker,), "addressee": (addressee,)} | more


@pytest.fixture
def brief(desk):
    return desk.briefing()


HOSTILE = (
    '=HYPERLINK("http://evil") <script>alert(1)</script> #panic("x") $x$ *bold* [a](b) | `c` _d_ & \\ '
    "{{ 7*7 }} {% x %} \u202etxet\u202c \x1b[31mred\x07 \ufffe &lt;b&gt;"
)


@pytest.fixture
def hostile(empty_desk):
    """A briefing whose every text is hostile, and that text as it has to be read."""
    name = f"{HOSTILE} Lind"
    text = f"{HOSTILE} pledged {HOSTILE} to help."
    empty_desk.add(
        HOSTILE,
        text,
        (Commitment, text, promise("pledge", HOSTILE, "JP", "PH", by=name, due="2024")),
        (Engagement, text,
         {"type": "dialogue", "status": "held", "parties": BOTH, "series": HOSTILE, "place": HOSTILE,
          "date": "2023-02-09", "participants": (name,)}),
        (Instrument, text,
         {"type": "agreement", "action": "signed", "title": HOSTILE, "parties": BOTH, "date": "2023-02-09",
          "relations": (Relation(type="amends", target=HOSTILE),)}),
        (Person, text, {"name": name, "post": HOSTILE, "party": "PH"}),
        title=HOSTILE, publisher=HOSTILE, published="2023-02-09", url='javascript:alert("x")',
    )  # fmt: skip
    shown = '<script>alert(1)</script> #panic("x") $x$ *bold* [a](b) | `c` _d_ & \\ {{ 7*7 }} {% x %} txet'
    return empty_desk.briefing(), shown
