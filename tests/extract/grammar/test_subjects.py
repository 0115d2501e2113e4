"""Who does what a verb says."""

from __future__ import annotations

import pytest

from servanda.extract import grammar


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("The minister signed the pact.", "signed", "minister"),
        ("The minister arrived and signed the pact.", "signed", "minister"),
        ("The minister wants to sign the pact.", "sign", "minister"),
        ("The minister thanked Chile for hosting the talks.", "hosting", "minister"),
        ("The envoy who signed the pact left.", "signed", "envoy"),
        ("The pact was signed in Lima.", "signed", "pact"),
    ],
    ids=["plain", "joined", "infinitive", "gerund", "relative clause", "passive"],
)
def test_the_subject_is_found_through(word, sentence, verb, subject) -> None:
    assert grammar.subject_of(word(sentence, verb)).text == subject


def test_a_verb_without_a_subject_has_none(word) -> None:
    assert grammar.subject_of(word("Sign the pact now.", "Sign")) is None


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("Chile signed the pact.", "Chile"),
        ("The pact was signed by Peru.", "Peru"),
    ],
    ids=["active", "passive"],
)
def test_the_doer_acts(word, sentence, doer) -> None:
    assert grammar.doer_of(word(sentence, "signed")).text == doer


def test_a_passive_without_by_has_no_doer(word) -> None:
    assert grammar.doer_of(word("The pact was signed in Lima.", "signed")) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The pact was signed.", True),
        ("The pact signed by Peru expired.", True),
        ("Peru signed the pact.", False),
        ("Peru has signed the pact.", False),
    ],
)
def test_voice(word, sentence, expected) -> None:
    assert grammar.is_passive(word(sentence, "signed")) is expected


def test_a_relative_pronoun_stands_for_its_noun_and_any_other_word_for_itself(word) -> None:
    assert grammar.relative_antecedent(word("The envoy who came spoke.", "who")).text == "envoy"
    envoy = word("The envoy spoke.", "envoy")
    assert grammar.relative_antecedent(envoy) == envoy


@pytest.mark.parametrize(
    ("sentence", "noun", "verb"),
    [
        ("Peru signed an agreement on trade with Chile.", "Chile", "signed"),
        ("Peru said that Chile had ratified the treaty.", "treaty", "ratified"),
    ],
)
def test_the_verb_of_a_nouns_clause_governs_it(word, sentence, noun, verb) -> None:
    assert grammar.governing_verb(word(sentence, noun)).text == verb


def test_a_main_verb_governs_itself_and_a_bare_noun_has_no_verb(word) -> None:
    assert grammar.governing_verb(word("Peru signed the pact.", "signed")).text == "signed"
    assert grammar.governing_verb(word("The pact with Chile", "Chile")) is None


def test_a_name_behind_a_weekday_acts(word) -> None:
    met = word("German Defence Minister Pistorius arrived. On Monday Pistorius met him in Manila.", "met")
    assert grammar.subject_of(met).text == "Pistorius"


def test_the_subject_behind_a_participle_that_opens_the_sentence(word) -> None:
    sentence = "Praising the ties between Peru and Chile, Minister Rojas thanked the hosts."
    assert grammar.subject_of(word(sentence, "thanked")).text == "Rojas"


def test_a_gerund_can_be_the_subject(word) -> None:
    assert grammar.subject_of(word("Praising the hosts pleased them.", "pleased")).text == "Praising"
