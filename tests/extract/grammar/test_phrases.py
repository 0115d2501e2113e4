"""What hangs on a word, and where phrases and clauses end."""

from __future__ import annotations

import pytest

from servanda.extract import grammar


def test_objects_come_with_what_is_joined_to_them(word) -> None:
    verb = word("Peru donated trucks, tents and food.", "donated")
    assert [t.text for t in grammar.objects_of(verb)] == ["trucks", "tents", "food"]


def test_the_subject_of_a_passive_verb_is_its_object(word) -> None:
    verb = word("Trucks were donated by Peru.", "donated")
    assert [t.text for t in grammar.objects_of(verb)] == ["Trucks"]


def test_objects_of_a_preposition_are_found_by_the_preposition(word) -> None:
    verb = word("Peru cooperates with Chile and Brazil in Lima.", "cooperates")
    assert [t.text for t in grammar.prep_objects(verb, "with")] == ["Chile", "Brazil"]
    assert grammar.prep_objects(verb, "under") == []


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("Peru's commitment is firm.", "commitment"),
        ("The commitment of Peru is firm.", "commitment"),
    ],
)
def test_the_owner_of_a_noun(word, sentence, noun) -> None:
    assert grammar.possessor_of(word(sentence, noun)).text == "Peru"


def test_a_noun_without_an_owner_has_none(word) -> None:
    assert grammar.possessor_of(word("The commitment is firm.", "commitment")) is None


def test_children_are_asked_by_relation_and_word(word) -> None:
    noun = word("They signed an agreement.", "agreement")
    assert grammar.is_indefinite(noun)
    assert not grammar.is_indefinite(word("They signed the agreement.", "agreement"))
    assert not grammar.has_child(noun, "amod", words={"an"})


def test_a_phrase_ends_before_its_punctuation(word) -> None:
    assert grammar.phrase(word("A pact on visas, they said.", "pact")).text == "A pact on visas"


@pytest.mark.parametrize(
    ("sentence", "verb", "clause"),
    [
        ("Peru said that Chile signed the pact.", "signed", "that Chile signed the pact"),
        ("The envoy arrived and Chile signed the pact.", "arrived", "The envoy arrived"),
        ("The envoy arrived and signed the pact.", "arrived", "The envoy arrived"),
        ("The envoy arrived and signed the pact.", "signed", "signed the pact"),
    ],
    ids=["under a report", "beside a clause with a subject", "beside a finite verb", "joined"],
)
def test_a_clause_keeps_to_its_verb(word, sentence, verb, clause) -> None:
    token = word(sentence, verb)
    left, right = grammar.clause_bounds(token)
    assert token.doc[left : right + 1].text == clause


def test_punctuation_alone_does_not_trim_a_phrase_away(word) -> None:
    doc = word("... ;", "...").doc
    assert grammar.trim_right(doc, 0, len(doc) - 1) == 0
    assert grammar.trim_left(doc, 1, 1) == 1
