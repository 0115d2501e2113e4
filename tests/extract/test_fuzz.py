"""Texts put together from the words of the field and from what no writer writes: whatever comes, every
recogniser gives an answer, quotes exactly, says the same again, and works in proportion to the length."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from types import FrameType
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servanda.extract.dates import find_dates
from servanda.extract.fields import find_fields
from servanda.extract.home import home_party
from servanda.extract.numbers import find_amounts, find_ordinals, to_int
from servanda.extract.parse import load_parser
from servanda.extract.parties import acting_parties
from servanda.extract.people import find_people
from servanda.extract.sketch import Sketcher
from servanda.model import edtf
from servanda.text.extract import stable
from servanda.text.regions import find_regions

BOUNDED = settings(
    max_examples=40, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
FEW = settings(BOUNDED, max_examples=25)

ODD = (
    "\0", "\u0301", "e\u0301\u0302\u0303", "\u202e", "\u2066", "\u200d", "\u200b", "\ufeff", "\xa0",
    "\x85", "\u2028", "ﬁ", "ß", "İ", "ǅ", "٥", "Ⅷ", "½", "🕊️", "\U0010ffff", "ประยุทธ์", "习近平",
    "محمد بن سلمان", "Ёлкин", "Ōtani", "Ｐｏｒｔｕｇａｌ",
)  # fmt: skip
ROLES = (
    "Minister", "Deputy Prime Minister", "H.E.", "Dr.", "Lt. Gen.", "General", "(Retd)", "Mr.",
    "President", "Ambassador of", "to", "Foreign Affairs", "Chief of Staff", "counterpart", "Admiral",
    "Ms.", "PhD", "Jr.", "HRH",
)  # fmt: skip
NAMES = (
    "Ana Reis", "Reis", "van der Berg", "April", "May", "Park", "Min-jun", "Nguyễn Văn An", "O’Neill",
    "S. P. Rao", "al-Abbasi", "Aden", "Jordan", "Chad",
)  # fmt: skip
PARTIES = (
    "Portugal", "Swedish", "Portugal's", "Lisbon", "the UN", "the European Union", "U.S.", "US-Japan",
    "the two sides", "UNITED KINGDOM",
)  # fmt: skip
TIMES = (
    "4 May 2021", "yesterday", "next", "year", "2018-2020", "31", "February", "-", "the 1990s", "Q2",
    "of", "last", "two", "weeks", "by the end of", "2024-02-30", "0000", "99999", "this December",
    "Friday",
)  # fmt: skip
SUMS = (
    "US$", "1,000,000", "million", "two hundred and", "billion", "yen", "€", "1.2bn", "third", "45th",
    "lakh", "rupees",
)  # fmt: skip
DEEDS = (
    "met", "signed", "an agreement on", "will provide", "pledged", "invited", "and", "visited", "said",
    "maritime security", "the third dialogue", "not", "expressed satisfaction with",
    "a memorandum of understanding", "in", "were", "handed over", "proposed to", "joint exercises",
    "was pleased", "thanked", "who", "for", "with", "his", "the",
)  # fmt: skip
MARKS = (
    ".", ",", ";", ":", "(", ")", "“", "”", '"', "'s", "\n", "\n\n", "-", "–", "•", "/", "...", "!",
    "$", "[", "\t",
)  # fmt: skip

PIECES = st.sampled_from((*ODD, *ROLES, *NAMES, *PARTIES, *TIMES, *SUMS, *DEEDS, *MARKS))
COMPOSED = st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join)
REPEATED = st.tuples(st.lists(PIECES, min_size=1, max_size=3), st.integers(2, 60)).map(
    lambda pair: " ".join(pair[0] * pair[1])
)
ANY = st.text(st.characters(), max_size=80)
"""Lone surrogates, control characters and what is not assigned among them."""
TEXTS = COMPOSED | REPEATED | ANY
PUBLISHED = st.sampled_from((None, "2024-02-29", "2018", "1999-12", "0001-01-01", "9999-12-31"))


@cache
def sketcher() -> Sketcher:
    return Sketcher(load_parser())


def people(text: str) -> list[Any]:
    return find_people(sketcher()(text), acting_parties(text), regions=find_regions(text), home="GH")


@BOUNDED
@given(TEXTS, PUBLISHED)
def test_times_are_stretches_of_the_text_in_order_with_valid_readings(
    text: str, published: str | None
) -> None:
    found = find_dates(text, published)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    readings = [r for m in found for r in (m.past, m.future) if r is not None]
    assert all(edtf.is_valid(r) and edtf.precision(r) for r in readings)
    assert find_dates(text, published) == found


@BOUNDED
@given(TEXTS.map(stable))
def test_parties_sums_ordinals_and_fields_are_stretches_of_the_text(text: str) -> None:
    for recogniser in (acting_parties, find_amounts, find_ordinals, find_fields):
        found: list[Any] = list(recogniser(text))
        assert all(0 <= m.start < m.end <= len(text) for m in found)
        assert list(recogniser(text)) == found
    home_party(text)
    number = to_int(text)
    assert number is None or number >= 0


@BOUNDED
@given(TEXTS.map(stable))
def test_people_are_named_as_they_stand_in_the_text(text: str) -> None:
    found = people(text)
    for person in found:
        wordings = {" ".join(text[m.start : m.end].split()) for m in person.mentions}
        assert person.name in wordings
        assert all(0 <= m.whole_start <= m.start < m.end <= m.whole_end <= len(text) for m in person.mentions)
    assert people(text) == found


@FEW
@given(
    st.lists(COMPOSED, min_size=1, max_size=4).map(
        lambda parts: stable("Portugal and Sweden met. ".join(parts))
    ),
    PUBLISHED,
)
def test_every_fact_quotes_the_text_exactly_and_is_the_same_again(
    read: Callable[..., list[Any]], text: str, published: str | None
) -> None:
    facts = read(text, published=published)
    for fact in facts:
        assert fact.evidence
        assert all(text[span.start : span.end] == span.text != "" for span in fact.evidence)
        assert 0 < fact.confidence <= 1
        assert msgspec.json.decode(msgspec.json.encode(fact), type=type(fact)) == fact
    assert [fact.id for fact in read(text, published=published)] == [fact.id for fact in facts]


def work(function: Callable[[str], object], text: str) -> int:
    """How many functions are called to read the text: what time grows with, on any machine."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        function(text)
    finally:
        sys.setprofile(before)
    return calls


ROWS = (
    "April ", "Park ", "Aden ", "General ", "Lt. General ", "Mr. ", "H.E. ", "Dr. General (Retd) ",
    "(x) ", "Jan van der ", "the Minister of Foreign Affairs and ", "Minister of ",
    "Minister Ana Reis, ", "Minister Ana Reis and ", "Ministers Ana Reis (Finance), ",
    "the ambassador to ", "members of the Council, including ", "Ana Reis was ", "His ",
    "Portugal and ", "of the ", "Foreign ", "- ", "“", "St. ", "a.b.", "\u0301", "\n", "Ana-",
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
def test_what_stands_many_times_in_a_row_is_read_in_proportion_to_its_length(row: str) -> None:
    opening = "Portugal and Sweden signed an agreement. "
    doc = cache(sketcher())

    def read_people(text: str) -> object:
        return find_people(doc(text), acting_parties(text), home="GH")

    short, long = opening + row * 200, opening + row * 400
    for text in (short, long):
        doc(text)
    read_people(short)
    assert work(read_people, long) < 2.5 * work(read_people, short) + 2_000
    for recogniser in (lambda text: find_dates(text, "2024"), find_amounts, find_ordinals, acting_parties):
        assert work(recogniser, long) < 2.5 * work(recogniser, short) + 2_000
