"""Mends of the parse."""

from __future__ import annotations

import pytest

from servanda.extract.parse import load_parser


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        (
            "Texts are expected to be signed during the visit and meetings will be held with firms.",
            "meetings",
            "held",
        ),
        ("He thanked the minister for the aid and the grants will be used for schools.", "grants", "used"),
    ],
)
def test_the_subject_of_a_joined_clause_is_none_of_the_clause_before(text, subject, verb) -> None:
    doc = load_parser()(text)
    word = next(token for token in doc if token.text == subject)
    assert (word.head.text, word.dep_) == (verb, "nsubjpass")


@pytest.mark.parametrize(
    "who",
    [
        "Sergio Mattarella, President of Italy, President Tokayev",
        "H.E. Narendra Modi, Prime Minister of India, the Prime Minister of Mauritius, Dr. Ramgoolam,",
        "his counterpart, Minister of Foreign Affairs Marko Djuric, the Minister of Chile, Ana Reis,",
    ],
)
def test_the_guest_behind_an_invitation_is_the_subject(who) -> None:
    doc = load_parser()(
        f"At the invitation of {who} will pay an official visit to the country on 17 January."
    )
    verb = next(token for token in doc if token.text == "pay")
    (subject,) = [token for token in verb.lefts if token.dep_ == "nsubj"]
    assert subject.text == who.rstrip(",").split()[-1]


@pytest.mark.parametrize(
    ("text", "verb", "above"),
    [
        (
            "She asked that pilots be trained in Ankara and expressed interest in drones.",
            "expressed",
            "asked",
        ),
        ("She asked that cars be sent before the year is out and proposed a school.", "proposed", "asked"),
        ("She said that Peru would send ten officers and offered a base to Chile.", "offered", "said"),
    ],
    ids=["be trained", "before the year is out", "would send"],
)
def test_a_past_goes_on_with_the_past_above(text, verb, above) -> None:
    doc = load_parser()(text)
    word = next(token for token in doc if token.text == verb)
    assert word.head.text == above


@pytest.mark.parametrize(
    ("text", "name", "verb"),
    [
        ("Both signed, in the presence of the President, a memorandum on ports.", "memorandum", "signed"),
        ("The sides renewed, for another three years, the arrangement on ports.", "arrangement", "renewed"),
    ],
)
def test_a_text_behind_an_aside_is_what_is_signed(text, name, verb) -> None:
    doc = load_parser()(text)
    word = next(token for token in doc if token.text == name)
    assert (word.head.text, word.dep_) == (verb, "dobj")


def test_an_aside_on_a_text_stays_one() -> None:
    doc = load_parser()("They signed the Oslo Accord, a treaty on ports, in May.")
    word = next(token for token in doc if token.text == "treaty")
    assert word.dep_ == "appos"


def test_what_would_be_done_together_stays_so() -> None:
    doc = load_parser()("She said that the ships would be repaired in Lima and equipped with radars.")
    word = next(token for token in doc if token.text == "equipped")
    assert word.head.text == "repaired"


def test_a_name_in_a_list_is_no_other_name_of_the_subject() -> None:
    text = (
        "During this visit, President Disanayake is scheduled to engage in high-level discussions with "
        "President Xi Jinping, Premier Li Qiang, and other senior officials, aiming to strengthen ties."
    )
    word = next(token for token in load_parser()(text) if token.text == "Qiang")
    assert (word.head.text, word.dep_) == ("Jinping", "conj")


def test_another_name_of_the_subject_stays_one() -> None:
    text = "The new envoy, Ambassador Eva Holm, met Minister Ayumi Tanaka, a former judge, in Oslo."
    words = {token.text: token for token in load_parser()(text)}
    assert (words["Holm"].head.text, words["Holm"].dep_) == ("envoy", "appos")
    assert words["judge"].dep_ == "appos"


def test_two_things_behind_one_preposition_stay_together() -> None:
    doc = load_parser()("They spoke about the visit and the meetings in Oslo.")
    word = next(token for token in doc if token.text == "meetings")
    assert (word.head.text, word.dep_) == ("visit", "conj")


@pytest.mark.parametrize("text", ["The two last met in Seoul in May.", "The two first met in Oslo."])
def test_the_two_who_last_met_are_the_subject(text) -> None:
    doc = load_parser()(text)
    two, when, met = doc[1], doc[2], doc[3]
    assert (two.head, two.dep_) == (met, "nsubj")
    assert (when.head, when.dep_) == (met, "advmod")


def test_the_last_two_of_a_row_stay_what_they_are() -> None:
    doc = load_parser()("The two last rounds ended in May.")
    assert (doc[3].dep_, doc[2].head.text) == ("nsubj", "rounds")


@pytest.mark.parametrize(
    ("does", "verb"),
    [("met", "met"), ("is to meet", "is"), ("was received by", "received"), ("will meet", "meet")],
)
def test_who_acts_is_not_joined_to_the_place_before(does, verb) -> None:
    doc = load_parser()(f"In Brasilia, Swedish Defence Minister Pål Jonson {does} President Lula da Silva.")
    word = next(token for token in doc if token.text == "Jonson")
    assert (word.head.text, word.dep_[:5]) == (verb, "nsubj")


def test_another_name_of_the_place_is_nobody_who_acts() -> None:
    doc = load_parser()("In Brasilia, the capital of Brazil, the ministers met.")
    word = next(token for token in doc if token.text == "capital")
    assert word.dep_ == "appos"


def test_a_roundtable_that_one_takes_part_in_is_a_noun() -> None:
    doc = load_parser()("The President participated in a roundtable with chief executives of firms.")
    word = next(token for token in doc if token.text == "roundtable")
    assert (word.pos_, word.tag_) == ("NOUN", "NN")


@pytest.mark.parametrize("name", ["Yoon", "Rey"])
def test_a_name_with_a_clause_of_its_own_is_the_subject(name) -> None:
    text = f"{name}, who arrived on Saturday for a four-day state visit, described Peru as a brother nation."
    doc = load_parser()(text)
    assert (doc[0].dep_, doc[0].pos_) == ("nsubj", "PROPN")


@pytest.mark.parametrize("where", ["at the Akorda", "today at the Ak Orda Palace", "in the Kremlin"])
def test_who_is_received_is_no_other_name_of_the_palace(where) -> None:
    doc = load_parser()(f"President Tokayev received {where} the Prime Minister of Hungary, Viktor Orbán.")
    word = next(token for token in doc if token.text == "Minister")
    assert (word.head.text, word.dep_) == ("received", "dobj")


def test_states_in_a_row_are_not_names_of_one_another() -> None:
    doc = load_parser()("On June 16, the United States, Japan, and Kenya held their first talks in Tokyo.")
    japan = next(token for token in doc if token.text == "Japan")
    assert (japan.dep_, japan.head.text) == ("conj", "States")


def test_a_name_that_the_parser_takes_for_a_verb_is_the_one_who_is_welcomed() -> None:
    doc = load_parser()(
        "He looks forward to welcoming Angolan President João Manuel Gonçalves Lourenço to Rome."
    )
    name = next(token for token in doc if token.text == "Lourenço")
    assert (name.dep_, name.pos_, name.head.text) == ("dobj", "PROPN", "welcoming")


def test_what_somebody_did_in_small_letters_stays_a_verb() -> None:
    doc = load_parser()("He said President Lourenço welcomed the plan.")
    assert next(token for token in doc if token.text == "welcomed").pos_ == "VERB"
