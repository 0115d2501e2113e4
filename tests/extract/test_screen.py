"""The screen: two parties and a sign near one of them, or no parse; and nothing is lost by it."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

import pytest

from servanda.extract.analysis import Analysis
from servanda.extract.parse import load_parser
from servanda.extract.parties import acting_parties
from servanda.extract.people import find_people
from servanda.extract.pipeline import Extractor
from servanda.extract.screen import first_told, glance
from servanda.model.document import Document
from servanda.model.facts import Person
from servanda.sources.items import Skipped
from servanda.text.load import documents

NORWEGIAN = "Ministry of Defence, Norway"


def document(text: str, publisher: str | None = None) -> Document:
    return Document(name="page", origin="page.txt", text=text, sha256="0", publisher=publisher)


def passes(text: str, publisher: str | None = None) -> bool:
    return glance(document(text, publisher)).may_hold_facts


@cache
def extractor(screen: bool) -> Extractor:
    return Extractor(screen=screen)


@cache
def samples() -> list[Document]:
    with as_file(files("servanda.samples")) as folder:
        return [item[1] for item in documents([str(folder)]) if not isinstance(item, Skipped)]


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru signed a memorandum on sea rescue.",
        "BOTH SIDES MET IN PERU WITH A DELEGATION OF CHILE",
        "The co-operation of Kenya\nand of Ghana goes on.",
        "The EU handed over two boats to Ghana.",
        "Kenyan, Ghanaian ties",
    ],
)
def test_two_parties_and_a_sign_are_enough(text: str) -> None:
    assert passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "The council met and agreed on a new road.",
        "The minister of Norway met the mayors and signed a contract.",
        "Norway, Norwegian, Oslo: the visit of a Norwegian to Oslo.",
    ],
)
def test_fewer_than_two_parties_are_not(text: str) -> None:
    assert not passes(text, NORWEGIAN)


def test_the_publisher_is_a_party_that_the_text_need_not_name() -> None:
    text = "The minister received the ambassador of Ghana."
    assert passes(text, NORWEGIAN)
    assert not passes(text)


def test_a_body_and_its_organ_are_one_party() -> None:
    assert {m.code for m in acting_parties("The UN General Assembly met, said the UN.")} == {"UN"}


@pytest.mark.parametrize(
    "text",
    [
        "Exports rose to US$ 36 billion.",
        "The ministries met to discuss exports of US $ 36 billion.",
        "He knows German and French.",
        "A used car from Japan stood in the yard.",
    ],
)
def test_a_party_named_in_passing_is_none(text: str) -> None:
    assert not passes(f"The road is open\n\n{text}", NORWEGIAN)


def test_a_party_named_often_or_at_the_head_is_not_in_passing() -> None:
    later = "It was cold. " * 20 + "The memorandum was signed."
    assert passes(f"Ghana, a chronicle\n\n{later}", NORWEGIAN)
    assert passes(f"A chronicle\n\nGhana. Accra. Ghana again.\n\n{later}", NORWEGIAN)
    assert not passes(f"A chronicle\n\nGhana. Accra.\n\n{later}", NORWEGIAN)


def test_a_sign_counts_near_the_party_and_in_its_paragraph_only() -> None:
    told = "The council met. He is fond of Ghanaian novels."
    assert passes(f"On novels\n\n{told}", NORWEGIAN)
    assert not passes(f"On novels\n\n{told.replace('. ', f'.{chr(10)}{chr(10)}', 1)}", NORWEGIAN)
    assert not passes(f"On novels\n\n{told.replace('. ', '. ' + 'It was cold. ' * 20, 1)}", NORWEGIAN)


def test_own_state_beside_a_sign_does_not_make_up_for_the_other() -> None:
    assert not passes("Norway signed the budget.\n\nHe is fond of Ghanaian novels.", NORWEGIAN)


def test_the_parties_are_those_of_the_full_reading() -> None:
    text = "The UN Security Council, Ghana’s embassy and the IMF met in Oslo."
    page = document(text, NORWEGIAN)
    full = Analysis(page, load_parser()(text))
    seen = glance(page)
    assert list(seen.parties) == full.parties
    assert seen.home == full.home == "NO"


HEAD = "The road is open\n\nThe Minister of Roads, Ms. Kari Lund, opened a bridge.\n\nIt was cold."
TALKS = "Ghana's Minister of Defence, Mr. Aden Mensah, came to Oslo. The two sides signed a memorandum."


def told(text: str, publisher: str | None = NORWEGIAN) -> str:
    """What of a text can hold facts."""
    page = document(text, publisher)
    seen, parse = glance(page), load_parser()(text)
    return text[first_told(text, seen, find_people(parse, seen.parties, home=seen.home)) :].strip()


def test_nothing_is_told_of_others_above_the_paragraph_before_their_first_name() -> None:
    assert told(f"{HEAD}\n\nThe day went on.\n\n{TALKS}") == f"The day went on.\n\n{TALKS}"
    assert told(f"{TALKS}\n\n{HEAD}") == f"{TALKS}\n\n{HEAD}"
    assert told(f"{HEAD.replace('Roads', 'Defence')}\n\n{TALKS}", None).startswith("The road")


def test_a_guest_whose_state_is_named_later_is_somebody_else() -> None:
    guest = "Mr. Aden Mensah came to Oslo."
    text = f"The road is open\n\nIt was cold.\n\n{guest}\n\nIt was dark.\n\nLate.\n\n{TALKS}"
    assert told(text) == text.split("\n\n", 1)[1]


def test_a_long_head_of_home_affairs_changes_no_fact() -> None:
    page = document(f"{HEAD}\n\nThe day went on.\n\n{TALKS}", NORWEGIAN)
    facts = extractor(True).extract(page)
    assert facts == extractor(False).extract(page)
    assert {"Engagement", "Instrument", "Person"} <= {type(fact).__name__ for fact in facts}
    spans = [span for fact in facts for span in fact.evidence]
    assert spans
    assert all(page.text[span.start : span.end] == span.text for span in spans)


def test_no_fact_of_the_samples_is_lost() -> None:
    screened = [facts for _, facts in extractor(True).extract_many(samples())]
    unscreened = [facts for _, facts in extractor(False).extract_many(samples())]
    assert screened == unscreened
    assert sum(not isinstance(fact, Person) for facts in screened for fact in facts) > 100
