"""What a text is called, and its type."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("a letter of intent", "letter-of-intent"),
        ("a vision statement", "vision-statement"),
        ("a memorandum of understanding", "memorandum"),
        ("an MoU on visas", "memorandum"),
        ("a joint declaration", "joint-statement"),
        ("a joint communiqué", "joint-statement"),
        ("a protocol", "protocol"),
        ("an action plan", "programme"),
        ("a cooperation plan", "programme"),
        ("an arrangement", "arrangement"),
        ("a contract", "contract"),
        ("terms of reference", "other"),
        ("an agreement", "agreement"),
        ("a treaty", "agreement"),
        ("a convention", "agreement"),
    ],
)
def test_the_type_is_in_the_words(texts, name, type_) -> None:
    assert [t.type for t in texts(f"Chile and Peru signed {name}.")] == [type_]


@pytest.mark.parametrize(
    "name",
    [
        "the Paris Agreement",
        "the United Nations Convention against Corruption",
        "a media statement",
        "a programme",
        "a cheque",
    ],
)
def test_texts_of_the_world_schemes_and_other_things_are_none(texts, name) -> None:
    assert texts(f"Chile and Peru signed {name}.") == []


def test_to_be_in_agreement_is_no_text(texts) -> None:
    assert texts("Chile and Peru were in agreement.") == []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("a contract for two tugs in early 2026", "contract for two tugs"),
        ("a contract for a third tug this year", "contract for a third tug"),
        ("a contract for tugs in the second half of next year", "contract for tugs"),
        ("a memorandum on work in Antarctica", "memorandum on work in Antarctica"),
    ],
)
def test_when_it_is_signed_is_no_part_of_its_name(texts, words, title) -> None:
    assert texts(f"Chile and Peru will sign {words}.")[0].title == title


@pytest.mark.parametrize(
    "title",
    [
        "General Security of Military Information Agreement",
        "Transfer of Sentenced Persons Agreement",
        "Avoidance of Double Taxation Agreement",
    ],
)
def test_a_name_can_open_with_its_matter(texts, title) -> None:
    (text,) = texts(f"Chile and Peru signed the {title} in May.")
    assert (text.title, text.type, text.action) == (title, "agreement", "signed")


def test_what_is_exchanged_are_the_texts(texts) -> None:
    found = texts(
        "President Boric of Chile and his Peruvian guest witnessed the exchange of memoranda on tea."
    )
    assert [t.title for t in found] == ["memoranda on tea"]


def test_a_name_ends_before_another_text(texts) -> None:
    found = texts(
        "Work of Chile and Peru rests on the contract of 2014 for two tugs and on the memorandum of 2015 on "
        "visas."
    )
    assert [t.title for t in found] == ["contract of 2014 for two tugs", "memorandum of 2015 on visas"]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("an agreement on training", "agreement on training"),
        ("a landmark bilateral agreement on visas", "landmark bilateral agreement on visas"),
        ("an agreement on visas, which expires in 2030", "agreement on visas"),
        ("a memorandum of understanding (MoU)", "memorandum of understanding (MoU)"),
        ("a protocol amending the treaty on extradition", "protocol amending the treaty on extradition"),
        ("a protocol in May", "protocol"),
        ("a protocol yesterday", "protocol"),
    ],
    ids=["topic", "adjectives", "aside", "abbreviation", "amending", "month", "day"],
)
def test_the_name_holds_what_belongs_to_it(texts, words, title) -> None:
    assert texts(f"Chile and Peru signed {words}.")[0].title == title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (
            "Chile and Peru recalled the letter of intent that the two sides inked in March.",
            "letter of intent",
        ),
        (
            "A joint vision statement signed by Chile and Peru in Lima in 2018, for the years 2018 to 2020, "
            "is their framework.",
            "joint vision statement",
        ),
    ],
)
def test_what_was_done_to_it_is_no_part_of_the_name(texts, words, title) -> None:
    assert [t.title for t in texts(words)] == [title]


def test_a_name_whose_head_stands_behind_of_is_whole(read):
    facts = read(
        "Minister Penny Wong of Australia held talks with Secretary Enrique Manalo of the Philippines in "
        "Manila. The patrol was carried out under the Status of Forces Agreement."
    )
    titles = [fact.title for fact in facts if fact.kind == "instrument"]
    assert titles == ["Status of Forces Agreement"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Peru and Chile signed a strategic partnership in May 2024.", ["strategic partnership"]),
        ("Peru and Chile welcomed their strategic partnership.", []),
        ("Peru and Chile raised their relations to a strategic partnership.", []),
    ],
)
def test_a_partnership_is_a_text_where_it_is_signed(read, text, titles) -> None:
    assert [f.title for f in read(text) if f.kind == "instrument"] == titles


@pytest.mark.parametrize(
    "title", ["agreed minutes on 13 points", "minutes of the meeting", "record of discussions"]
)
def test_signed_minutes_are_a_text(texts, title) -> None:
    (text,) = texts(f"Chile and Peru signed the {title}.")
    assert (text.type, text.action, text.title) == ("other", "signed", title)


@pytest.mark.parametrize(
    "told",
    [
        "Chile and Peru left within minutes of the meeting.",
        "Chile and Peru set a record.",
        "Chile and Peru praised the record of their troops.",
    ],
)
def test_minutes_of_a_clock_and_records_of_a_deed_are_none(texts, told) -> None:
    assert texts(told) == []


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Chile and Peru signed a pact on training on the sidelines of the summit.", "pact on training"),
        (
            "Chile and Peru signed a training agreement in Lima in the presence of guests.",
            "training agreement",
        ),
        ("Chile and Peru signed a Letter of Agreement on training.", "Letter of Agreement on training"),
        ("Chile and Peru signed a plan of military cooperation for 2025.", "plan of military cooperation"),
        ("Chile and Peru adopted a joint vision for their navies.", "joint vision for their navies"),
    ],
)
def test_where_a_name_ends(texts, sentence, title) -> None:
    assert [t.title for t in texts(sentence)] == [title]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile and Peru trained in Exercise Shared Accord in Iquique.",
        "Chile and Peru have a joint vision for their navies.",
        "Chile and Peru spoke of a plan on organising the next round of cooperation talks.",
    ],
    ids=["exercise", "idea", "intention"],
)
def test_names_of_no_text(texts, sentence) -> None:
    assert texts(sentence) == []


def test_a_day_behind_the_phrase_is_no_part_of_it(read):
    told = "Kenya and Chile met. A contract for a second lot of boats, signed in Nairobi on 1 August, is big."
    (fact,) = [f for f in read(told) if f.kind == "instrument"]
    assert fact.title == "contract for a second lot of boats"


def test_an_exchange_of_notes_is_called_so(texts) -> None:
    (text,) = texts("Chile and Peru signed an exchange of notes on training.")
    assert (text.title, text.action) == ("exchange of notes on training", "signed")


def test_what_stands_in_its_terms_is_told_of_it(texts) -> None:
    (text,) = texts("Under the terms of the Exchange of Notes of Chile and Peru, visas are free.")
    assert (text.title, text.action) == ("Exchange of Notes of Chile and Peru", "existing")


def test_terms_are_a_text_only_with_their_reference(texts) -> None:
    assert texts("Chile and Peru agreed on the terms of the visit.") == []


def test_a_day_behind_on_is_no_part_of_the_name(texts) -> None:
    (text,) = texts("Chile and Peru concluded a training agreement on 8 May 2024.")
    assert (text.title, text.date) == ("training agreement", "2024-05-08")


@pytest.mark.parametrize(
    "told", ["reached a basic accord on the pact", "reached an agreement on the memorandum"]
)
def test_consent_to_a_text_is_no_text_besides(texts, told) -> None:
    (text,) = texts(f"Chile and Peru {told} in May.")
    assert (text.title.split()[0], text.action) in {("pact", "planned"), ("memorandum", "planned")}


def test_a_name_goes_on_with_its_capitals_however_it_is_parsed(texts) -> None:
    (text,) = texts(
        "Military ties between Chile and Peru rest on the Agreement Concerning Defense Cooperation of 2006."
    )
    assert (text.title, text.date) == ("Agreement Concerning Defense Cooperation of 2006", "2006")


def test_what_is_said_of_a_text_behind_its_name_is_no_part_of_it(texts) -> None:
    (text,) = texts(
        "Chile and Peru signed the Arica Agreement on Trade, the first of its kind between the two."
    )
    assert text.title == "Arica Agreement on Trade"


def test_a_name_ends_with_the_year_that_it_is_called_by(texts) -> None:
    (text,) = texts("Chile and Peru met. The defence cooperation agreement of 2022 foresees joint exercises.")
    assert (text.title, text.date) == ("defence cooperation agreement of 2022", "2022")


def test_a_second_matter_is_of_the_name_though_it_is_parsed_beside_it(texts) -> None:
    (text,) = texts(
        "Chile and Peru met. An agreement on the exchange and mutual protection of classified information "
        "was signed."
    )
    assert text.title == "agreement on the exchange and mutual protection of classified information"


def test_the_month_of_last_year_is_of_the_name(texts) -> None:
    (text,) = texts(
        "Chile and Peru met. Trade should grow, as both said in the joint statement of May last year.",
        published="2024-05-04",
    )
    assert (text.title, text.date) == ("joint statement of May last year", "2023-05")
