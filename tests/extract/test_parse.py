"""Where sentences begin: told by the layout of the text."""

from __future__ import annotations

import pytest
from spacy.language import Language

from servanda.extract.parse import load_parser


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_parser()


@pytest.mark.parametrize(
    "dateline",
    ["HANOI, June 23 -- ", "Paris, December 19 - ", "SANGLEY POINT, Cavite, 26 March 2018 - "],
)
def test_the_report_begins_behind_its_dateline(nlp, dateline) -> None:
    doc = nlp(f"Patrol boats for Kenya\n\n{dateline}Japan handed over two boats to Kenya.")
    assert "Japan handed over two boats to Kenya." in [sentence.text for sentence in doc.sents]


def test_a_dash_inside_a_sentence_begins_none(nlp) -> None:
    text = "Japan and Kenya met on 3 May - the first time since 2019."
    assert [sentence.text for sentence in nlp(text).sents] == [text]


def test_a_title_ends_no_sentence(nlp) -> None:
    text = "Lt. Gen. Nguyen Chi Vinh met Dr. Aziz in Hanoi."
    assert [sentence.text for sentence in nlp(text).sents] == [text]


@pytest.mark.parametrize(
    ("opening", "head"),
    [
        ("Kishida held talks with President Ferdinand Marcos Jr.", "with"),
        ("Kishida met Ferdinand Marcos Jr.", "met"),
    ],
)
def test_a_name_that_ends_a_sentence_is_part_of_it(nlp, opening, head) -> None:
    first, second = nlp(f"{opening} The talks were long.").sents
    assert (first.text, second.text) == (opening, "The talks were long.")
    assert first[-1].head.text == head


def test_states_joined_by_a_hyphen_are_two_words(nlp) -> None:
    words = [token.text for token in nlp("The 1951 U.S.-Kenya Treaty and the U.K.-Kenya pact.")]
    assert words[2:6] == ["U.S.", "-", "Kenya", "Treaty"]
    assert words[8:11] == ["U.K.", "-", "Kenya"]
    assert "J.-Y." in [token.text for token in nlp("Minister J.-Y. Le Drian met them.")]


def test_a_name_ends_no_sentence_before_its_verb(nlp) -> None:
    text = "Ferdinand Marcos Jr. met Fumio Kishida in Manila."
    assert [sentence.text for sentence in nlp(text).sents] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Exercise Otter II got under way on Friday off the coast.",
        "The pacts were signed after Presidents Tomas Rivo and Jon Biya led talks.",
        "He called on the Minister Hon. Dr. Tomas Rivo with the Rt. Hon. Jon Biya today.",
    ],
)
def test_no_sentence_begins_behind_a_word_or_a_form_of_address(text: str) -> None:
    assert len(list(load_parser()(text).sents)) == 1


@pytest.mark.parametrize(
    ("text", "noun", "relation"),
    [
        ("HH the Amir and HE the Turkish President held talks.", "Amir", "nsubj"),
        ("HH the Amir and HE the Turkish President held talks.", "President", "conj"),
        ("During the talks, HE the Minister thanked Kenya.", "Minister", "nsubj"),
        ("The premier received in Vientiane H.E. Mr John Pearson of Norway.", "Pearson", "dobj"),
        ("He was received by HE the Minister of State.", "Minister", "pobj"),
    ],
)
def test_a_form_of_address_by_initials_is_nobody_beside_who_holds_the_office(nlp, text, noun, relation):
    (dependency,) = [token.dep_ for token in nlp(text) if token.text == noun]
    assert dependency == relation


def test_a_month_cut_short_can_end_a_sentence() -> None:
    sentences = [s.text for s in load_parser()("They met in Viña del Mar. France thanked Chile.").sents]
    assert sentences == ["They met in Viña del Mar.", "France thanked Chile."]
    assert len(list(load_parser()("They met on Mar. 3 in Lima.").sents)) == 1


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("Portuguese marines exercised alongside Swedish soldiers in May.", "exercised", "marines"),
        ("The discussions centred on strengthening bilateral relations.", "centred", "discussions"),
        (
            "The Norwegian delegation noted with appreciation that more had been trained.",
            "noted",
            "delegation",
        ),
        ("Admiral Ana Reis, Chief of the Naval Staff, called on General Bo Lind.", "called", "Reis"),
    ],
)
def test_a_sentence_has_a_main_verb(nlp, sentence, verb, subject) -> None:
    root = next(iter(nlp(sentence).sents)).root
    assert (root.text, root.tag_) == (verb, "VBD")
    assert next(c.text for c in root.children if c.dep_ == "nsubj") == subject


@pytest.mark.parametrize(
    "words",
    ["Agreement signed in 2015", "An agreement signed by both ministers."],
)
def test_a_heading_and_an_item_have_none(nlp, words) -> None:
    assert next(iter(nlp(words).sents)).root.pos_ in {"NOUN", "PROPN"}


def test_what_is_said_behind_and_has_its_verb() -> None:
    doc = load_parser()(
        "He called on the Bank to support the reforms and requested assistance for the sector."
    )
    (requested,) = (t for t in doc if t.text == "requested")
    assert (requested.tag_, requested.head.text) == ("VBD", "called")


def test_a_noun_with_subject_and_object_is_a_verb() -> None:
    (thanks,) = (t for t in load_parser()("The Embassy thanks the authorities.") if t.text == "thanks")
    assert (thanks.pos_, thanks.lemma_) == ("VERB", "thank")
