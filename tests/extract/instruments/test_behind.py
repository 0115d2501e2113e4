"""What the clause right behind a text's name tells."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile and Peru lean on a Letter of Agreement that the two ministries signed in May 2019.",
        "Ties between Chile and Peru rest on the Defence Training Agreement, signed in 2019.",
        "Chile and Peru hailed the entry into force of the Mutual Logistics Agreement (MLA), which Foreign "
        "Minister Alberto van Klaveren and the Peruvian ambassador signed in Lima in 2019.",
        "The purchase goes back to a letter of intent that Chile and Peru signed at the air show in 2019.",
        "Work rests on a deal worth 10 million dollars for five boats that Chile and Peru sealed in 2019.",
        "The joint declaration to which Chile and Peru put their names in 2019 is short.",
    ],
    ids=[
        "that",
        "participle",
        "which, behind a short name",
        "behind a preposition",
        "behind a worth",
        "by hand",
    ],
)
def test_a_clause_tells_the_signing(texts, sentence) -> None:
    (text,) = texts(sentence)
    assert (text.action, text.date[:4], text.rule) == ("signed", "2019", "instrument/participle")
    assert set(text.parties) == {"CL", "PE"}


@pytest.mark.parametrize(
    "sentence",
    [
        "In May both ministers wished to see the second contract for tugs signed before the year was out.",
        "Chile and Peru want the second contract for tugs concluded by December.",
        "Chile and Peru hope to have the second contract for tugs inked soon.",
        "Chile and Peru would like to see the second contract for tugs signed in Lima.",
    ],
    ids=["before the year was out", "want", "have it inked", "would like"],
)
def test_a_text_that_is_wanted_signed_is_planned(texts, sentence) -> None:
    (text,) = texts("The ministers of Chile and Peru met in Lima. " + sentence)
    assert text.action == "planned"
    assert text.date in (None, "2024-12")


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile and Peru spoke of the Defence Training Agreement, which the ministers hope to sign.",
        "Chile and Peru spoke of the Defence Training Agreement, which the ministers will sign.",
        "Chile and Peru spoke of the Defence Training Agreement, which they did not sign.",
        "Chile and Peru spoke of the Defence Training Agreement, which covers signed contracts.",
        "Chile and Peru rely on the Defence Training Agreement, signed copies of which are kept in Lima.",
    ],
    ids=["hoped for", "to come", "denied", "another verb", "copies"],
)
def test_other_clauses_tell_none(texts, sentence) -> None:
    assert [t for t in texts(sentence) if t.action == "signed"] == []


def test_a_strategic_partnership_that_was_agreed_on_at_a_time_is_a_text(texts) -> None:
    told = "The choice builds on the {} partnership that Chile and Peru agreed on in December last year."
    (text,) = texts(told.format("strategic"), published="2025-08-31")
    assert (text.action, text.date) == ("signed", "2024-12")
    assert texts(told.format("close")) == []


def test_work_on_a_partnership_that_both_aim_to_sign(texts) -> None:
    told = "Chile and Peru launched work on a Green Hydrogen Partnership, which both {} spring."
    (text,) = texts(told.format("aim to sign in the"))
    assert (text.action, text.title) == ("planned", "Green Hydrogen Partnership")
    assert texts(told.format("praised in the")) == []


def test_the_order_for_a_missile_that_was_signed_is_a_contract(texts) -> None:
    (text,) = texts("Chile and Peru met. The order for the Marlin missile, signed in May 2022, is complete.")
    assert (text.type, text.action, text.date) == ("contract", "signed", "2022-05")
    assert texts("Chile and Peru met. The order for the Marlin division, given in May 2022, stands.") == []


def test_a_memorandum_that_is_put_to_use_stands(texts) -> None:
    told = "Chile and Peru met. The memorandum between the coast guards of the two countries {}."
    (text,) = texts(told.format("was already being put to use"))
    assert text.action == "existing"
    assert texts(told.format("was put aside")) == []
