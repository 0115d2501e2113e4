"""The one shared reading of a document."""

from __future__ import annotations

import pytest

from servanda.extract.analysis import Analysis, first_word, unique
from servanda.extract.parse import load_parser
from servanda.model.document import Document, Region

TEXT = (
    "OSLO, May 3 - Norway's Minister Ola Hansen met ASEAN officials on 2 May 2024.\n\n"
    "  Trade grew, they said."
)


@pytest.fixture(scope="module")
def parser():
    return load_parser()


@pytest.fixture
def analyse(parser):
    def run(text: str = TEXT, **known) -> Analysis:
        known = {"published": "2024-05-03", **known}
        return Analysis(Document(name="n", origin="n", text=text, sha256="0" * 64, **known), parser(text))

    return run


def test_silent_regions_state_nothing_and_captions_do(analyse) -> None:
    title, caption = "Ministers meet", "A ship in Oslo."
    text = f"{title}\n\n{caption}\n\nNorway spoke."
    start = len(title) + 2
    regions = (Region(0, len(title), "title"), Region(start, start + len(caption), "caption"))
    read = analyse(text, regions=regions)
    assert [s.text.strip() for s in read.sentences] == [caption, "Norway spoke."]
    assert [read.is_caption(s) for s in read.sentences] == [True, False]


def test_fiction_is_no_sentence_of_the_record(analyse) -> None:
    assert analyse("In the novel, Norway signed a pact.").sentences == []


def test_a_dateline_dates_no_event(analyse) -> None:
    dateline = Region(0, TEXT.index(" -"), "dateline")
    read = analyse(regions=(dateline,))
    assert [d.past for d in read.dates_in(0, len(TEXT))] == ["2024-05-02"]
    value, mention = read.date_in(0, len(TEXT), "past")
    assert (value, TEXT[mention.start : mention.end]) == ("2024-05-02", "2 May 2024")
    assert read.date_in(80, len(TEXT), "past") is None


def test_parties_and_people_are_found_by_place_and_by_word(analyse) -> None:
    read = analyse()
    assert [m.code for m in read.parties_in(TEXT.index("Norway"), len(TEXT))] == ["NO", "ASEAN"]
    hansen = next(t for t in read.doc if t.text == "Hansen")
    assert read.person_of(hansen).name == "Ola Hansen"
    assert [p.name for _, p in read.names_in(0, len(TEXT))] == ["Ola Hansen"]
    assert read.party_of(hansen) is None


def test_an_organ_acts_for_its_body(analyse) -> None:
    assert [m.code for m in analyse("The UN General Assembly spoke.").parties] == ["UN"]


def test_a_sentence_is_found_by_place(analyse) -> None:
    read = analyse()
    assert read.sentence_number(0) == 0
    assert read.sentence_number(len(TEXT) - 1) == len(read.sentences) - 1


@pytest.mark.parametrize(
    ("stretch", "quotation"),
    [
        ("\n\n  Trade grew, ", "Trade grew"),
        (" - Norway's", "Norway's"),
        ("Trade grew, they said.", "Trade grew, they said"),
    ],
)
def test_a_quotation_has_no_loose_ends(analyse, stretch, quotation) -> None:
    start = TEXT.index(stretch)
    span = analyse().quote(start, start + len(stretch))
    assert span.text == quotation == TEXT[span.start : span.end]


def test_tokens_are_quoted_whole(analyse) -> None:
    read = analyse()
    last = len(read.doc) - 1
    assert read.offsets(0, last) == (0, len(TEXT))
    assert read.quote_tokens(last - 2, last).text == "they said"
    assert read.quote_sentence(read.sentences[-1]).text == "Trade grew, they said"


def test_the_first_word_is_no_white_space(analyse) -> None:
    assert first_word(analyse("\n\nNorway spoke.").doc[:]).text == "Norway"


def test_unique_keeps_order_and_drops_nothing_else() -> None:
    assert unique(["NO", None, "CL", "NO", ""]) == ("NO", "CL")


def test_a_quotation_closes_its_bracket(analyse) -> None:
    analysis = analyse("They met today (03). They left.")
    assert analysis.quote(0, analysis.text.index(")")).text == "They met today (03)"
