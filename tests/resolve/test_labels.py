"""Short names by which people know entries again."""

from __future__ import annotations

from typing import Any

import pytest

from servanda.model.document import Span
from servanda.model.facts import Activity, Commitment, Engagement, Fact, Instrument, Milestone, Person
from servanda.resolve.entry import Entry
from servanda.resolve.labels import label, ordinal_words
from servanda.resolve.mention import Mention, Source

FR_VN = ("FR", "VN")
LICH = Person(document="d", source="d", evidence=(Span(0, 1, "L"),), name="Ngo Xuan Lich", party="VN")


def named(*facts: Fact) -> str:
    source = Source(id="d", name="d", people=(LICH,))
    return label(Entry.of([Mention.of(fact, source) for fact in facts]))  # type: ignore[arg-type]


def fact(kind: type[Fact], **properties: Any) -> Fact:
    return kind(document="d", source="d", evidence=(Span(0, 1, "x"),), **properties)


def text(title: str, type_: str = "agreement", **more: Any) -> Fact:
    return fact(Instrument, **({"type": type_, "action": "signed", "title": title, "parties": FR_VN} | more))


def event(type_: str, **more: Any) -> Fact:
    return fact(Engagement, **({"type": type_, "status": "held", "parties": FR_VN} | more))


@pytest.mark.parametrize(
    ("title", "type_", "date", "expected"),
    [
        ("Status of Forces Agreement", "agreement", "2023-06-14", "Status of Forces Agreement of June 2023"),
        (
            "a joint vision statement on defence cooperation",
            "vision-statement",
            "2018-09-17",
            "Joint Vision Statement of September 2018",
        ),
        (
            "letter of intent that the two sides inked in March",
            "letter-of-intent",
            "2018-03",
            "Letter of Intent of March 2018",
        ),
        ("Vietnam-France Mutual Logistics Agreement (MLA)", "agreement", None, "Mutual Logistics Agreement"),
        ("agreement on hydrography", "agreement", "2018", "Agreement on hydrography of 2018"),
        (
            "memorandum of understanding on customs",
            "memorandum",
            "XXXX-03-26",
            "Memorandum of understanding on customs",
        ),
        ("the agreement of 2016 on customs", "agreement", None, "Agreement of 2016 on customs"),
    ],
)
def test_instruments(title: str, type_: str, date: str | None, expected: str) -> None:
    assert named(text(title, type_, date=date)) == expected


def test_an_instrument_has_its_commonest_name_and_the_month_most_sources_give() -> None:
    facts = [
        text("joint statement on a joint vision", "vision-statement", action="planned"),
        text("Joint Vision Statement", "vision-statement", date="2018-09-17"),
        text("joint vision statement signed in Paris", "vision-statement", date="2018-09-17"),
        text("Joint Vision Statement", "vision-statement", date="2018-10"),
    ]
    assert named(*facts) == named(*reversed(facts)) == "Joint Vision Statement of September 2018"


def test_a_name_comes_before_a_description_and_before_a_kind() -> None:
    facts = [
        text("agreement"),
        text("agreement"),
        text("mutual defence treaty"),
        text("mutual defence treaty"),
    ]
    assert named(*facts) == "Mutual Defence Treaty"
    assert named(*facts, text("Otter Treaty in Parliament House")) == "Otter Treaty"


@pytest.mark.parametrize(
    ("engagement", "expected"),
    [
        (
            event("dialogue", series="Vietnam-France Defence Strategy and Cooperation Dialogue", ordinal=3),
            "third defence strategy and cooperation dialogue",
        ),
        (
            event("dialogue", series="Strategic Dialogue of France and Vietnam", ordinal=3),
            "third strategic dialogue",
        ),
        (event("exercise", series="Open Gulf"), "Open Gulf"),
        (event("dialogue", series="ADMM Retreat", ordinal=42), "42nd ADMM retreat"),
        (event("dialogue", ordinal=2), "second dialogue"),
        (
            event("dialogue", series="Strategic Dialogue", date="2023-12-18"),
            "strategic dialogue of December 2023",
        ),
        (
            event("visit", country="FR", participants=("Florence Parly", "Ngo Xuan Lich")),
            "visit of Ngo Xuan Lich to France",
        ),
        (event("visit", country="FR"), "visit of Vietnam to France"),
        (event("visit"), "visit (France and Vietnam)"),
        (
            event("meeting", participants=("Florence Parly", "Ngo Xuan Lich")),
            "talks of Florence Parly and Ngo Xuan Lich",
        ),
        (event("call", parties=("FR", "VN", "EU")), "call of France, Vietnam and EU"),
        (event("exercise", parties=()), "exercise"),
    ],
)
def test_engagements(engagement: Fact, expected: str) -> None:
    assert named(engagement) == expected


def test_other_kinds() -> None:
    assert named(fact(Commitment, act="pledge", content="send experts")) == "pledge: send experts"
    assert named(fact(Milestone, type="diplomatic-relations", number=45, parties=FR_VN)) == (
        "45th anniversary of diplomatic relations of France and Vietnam"
    )
    assert named(fact(Milestone, type="other")) == "anniversary"
    assert named(LICH) == "Ngo Xuan Lich"


def test_long_ones_end_with_a_whole_word() -> None:
    name = named(fact(Activity, content="training of officers  in peacekeeping " * 5))
    assert name.endswith(" …") and len(name) <= 82 and "  " not in name
    assert name.removesuffix(" …").split()[-1] in {"training", "of", "officers", "in", "peacekeeping"}


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "first"), (19, "nineteenth"), (42, "42nd"), (111, "111th"), (53, "53rd"), (20, "twentieth")],
)
def test_ordinals(number: int, word: str) -> None:
    assert ordinal_words(number)[0] == word
