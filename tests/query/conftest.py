"""A small ledger: France and Viet Nam over three years, an island conference, a corrected release."""

import hashlib
from datetime import UTC, datetime

import pytest

from servanda.ledger import Ledger
from servanda.model.document import Document
from servanda.model.facts import (
    Activity,
    Assessment,
    Commitment,
    Engagement,
    Instrument,
    Milestone,
    Person,
    Position,
)

VISIT = (
    "Ngày mới. Deputy Minister Đặng Văn Hải visited Paris from 3 to 5 March 2020 and met General "
    "Jean-Luc Morel. The two sides signed a letter of intent on military medicine. "
    "France offered to train nurses. Viet Nam wants disputes settled by peaceful means. "
    "This year is the 30th anniversary of the partnership."
)
CALL = (
    "Đặng Văn Hải phoned his French counterpart on 26 March. General Morel praised the nurses' progress. "
    "France delivered two ambulances to Viet Nam in June 2021."
)
FORUM = "Fiji, France and Viet Nam attended the Island Forum in 2022. Fiji called for quiet seas."
NEXT = "A second dialogue of France and Viet Nam is planned for May 2023. Colonel Dang Van Hai will lead it."


class Press:
    """Writes documents and adds them with facts, each given as its quotation and properties."""

    def __init__(self, ledger, extractor="rules 1"):
        self.run = ledger.begin_read(extractor)

    def add(self, name, text, *facts, **known):
        data = text.encode()
        document = Document(
            name=name, origin=name, text=text, sha256=hashlib.sha256(data).hexdigest(), **known
        )
        made = []
        for kind, quote, properties in facts:
            start = text.index(quote)
            made.append(
                kind(
                    document=name,
                    source=document.id,
                    evidence=(document.span(start, start + len(quote)),),
                    **properties,
                )
            )
        self.run.add(document, data, made)
        return made


def fact(kind, quote, **properties):
    return kind, quote, properties


@pytest.fixture
def empty(place):
    with Ledger.open(place(), create=True, clock=lambda: datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)) as ledger:
        yield ledger


@pytest.fixture
def press(empty):
    return Press(empty)


@pytest.fixture
def ledger(empty, press):
    both = {"parties": ("FR", "VN")}
    press.add(
        "visit",
        VISIT,
        fact(
            Engagement,
            "Deputy Minister Đặng Văn Hải visited Paris from 3 to 5 March 2020",
            type="visit",
            status="held",
            participants=("Đặng Văn Hải", "Jean-Luc Morel"),
            date="2020-03-03/2020-03-05",
            place="Paris",
            rule="visit-of",
            reasons={"parties": "Paris lies in France"},
            confidence=0.9,
            **both,
        ),
        fact(
            Instrument,
            "The two sides signed a letter of intent on military medicine",
            type="letter-of-intent",
            action="signed",
            title="letter of intent on military medicine",
            fields=("military-medicine",),
            **both,
        ),
        fact(
            Commitment,
            "France offered to train nurses",
            act="offer",
            content="train nurses",
            speaker=("FR",),
            fields=("training",),
        ),
        fact(
            Position,
            "Viet Nam wants disputes settled by peaceful means",
            holder=("VN",),
            content="disputes settled by peaceful means",
        ),
        fact(
            Milestone,
            "the 30th anniversary of the partnership",
            type="partnership",
            number=30,
            year=1990,
            **both,
        ),
        fact(Person, "Đặng Văn Hải", name="Đặng Văn Hải", post="Deputy Minister", party="VN", confidence=0.8),
        fact(Person, "Jean-Luc Morel", name="Jean-Luc Morel", rank="General", party="FR"),
        title="Thượng khách in Paris",
        published="2020-03-06",
        publisher="Gazette",
        url="https://gazette.example/visit",
    )
    press.add(
        "call",
        CALL,
        fact(
            Engagement,
            "Đặng Văn Hải phoned his French counterpart on 26 March",
            type="call",
            status="held",
            date="XXXX-03-26",
            participants=("Đặng Văn Hải",),
            **both,
        ),
        fact(
            Assessment,
            "General Morel praised the nurses' progress",
            holder=("FR",),
            by="Morel",
            content="the nurses' progress",
            polarity="positive",
        ),
        fact(
            Activity,
            "France delivered two ambulances to Viet Nam in June 2021",
            content="two ambulances",
            provider=("FR",),
            recipient=("VN",),
            date="2021-06",
        ),
        fact(Person, "Đặng Văn Hải", name="Đặng Văn Hải", party="VN"),
    )
    press.add(
        "forum",
        FORUM,
        fact(
            Engagement,
            "Fiji, France and Viet Nam attended the Island Forum in 2022",
            type="conference",
            status="held",
            parties=("FJ", "FR", "VN"),
            date="2022",
        ),
        fact(Position, "Fiji called for quiet seas", holder=("FJ",), content="quiet seas"),
        published="2022-09",
    )
    press.add(
        "next",
        NEXT,
        fact(
            Engagement,
            "A second dialogue of France and Viet Nam is planned for May 2023",
            type="dialogue",
            status="planned",
            date="2023-05",
            ordinal=2,
            confidence=0.3,
            **both,
        ),
        fact(Person, "Colonel Dang Van Hai", name="Dang Van Hai", rank="Colonel", party="VN"),
        published="2023-01-10",
    )
    return empty
