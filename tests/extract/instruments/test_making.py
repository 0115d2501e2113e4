"""From the words to the fact: parties, relations, one fact for each text."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Chile and Peru signed a protocol on visas.", ("CL", "PE")),
        ("Chile signed a protocol on visas with Peru.", ("CL", "PE")),
        ("Chile, Peru and Brazil signed a protocol on visas.", ("CL", "PE", "BR")),
        ("Chile signed a protocol with ASEAN.", ("CL", "ASEAN")),
    ],
)
def test_the_parties_are_those_named_with_it(texts, sentence, parties) -> None:
    assert texts(sentence)[0].parties == parties


def test_the_parties_are_those_at_the_table_when_none_are_named(texts) -> None:
    met = "The Chilean minister met the Peruvian minister in Lima. "
    (text,) = texts(met + "A protocol on visas was signed.")
    assert set(text.parties) == {"CL", "PE"}


def test_a_body_that_is_only_spoken_of_makes_no_text(texts) -> None:
    found = texts(
        "Japanese officers teach engineers for UN missions. The pact of September 2021 was praised in Hanoi."
    )
    assert [set(t.parties) for t in found] == [{"JP", "VN"}]


@pytest.mark.parametrize("sentence", ["A protocol on visas was signed.", "Chile signed a protocol on visas."])
def test_a_text_of_fewer_than_two_parties_is_none(texts, sentence) -> None:
    assert texts(sentence) == []


def test_an_amending_text_says_what_it_amends(texts) -> None:
    found = texts("Chile and Peru signed a protocol amending the treaty on extradition.")
    (relation,) = found[0].relations
    assert (relation.type, relation.target) == ("amends", "treaty on extradition")
    assert [t.action for t in found] == ["signed", "amended"]


def test_a_letter_of_intent_says_what_it_intends(texts) -> None:
    found = texts("Chile and Peru signed a letter of intent to conclude an agreement on training.")
    (relation,) = found[0].relations
    assert (relation.type, relation.target) == ("intends", "agreement on training")


def test_a_second_mention_adds_its_evidence(texts) -> None:
    (text,) = texts(
        "Chile and Peru signed the agreement on visas. "
        "In May 2023, Chile and Peru signed the agreement on visas."
    )
    assert len(text.evidence) == 2
    assert text.date == "2023-05"


def test_a_barer_mention_of_a_text_told_is_an_echo(texts) -> None:
    assert len(texts("Chile and Peru signed an agreement on visas. They then signed the agreement.")) == 1


def test_the_fields_are_those_of_the_title(texts) -> None:
    (text,) = texts("Chile and Peru, proud of their trade, signed an agreement on training.")
    assert text.fields == ("training",)


def test_the_fact_says_by_which_rule_it_was_read(texts) -> None:
    (text,) = texts("Chile and Peru signed a protocol on visas.")
    assert text.reasons == {"action": text.rule}


def test_a_text_with_a_name_of_its_own_is_no_echo(texts) -> None:
    found = texts(
        "Chile and Peru signed the Defence Cooperation Agreement in May. "
        "They apply the shiprider agreement that the two countries concluded in June."
    )
    assert [t.title for t in found] == ["Defence Cooperation Agreement", "shiprider agreement"]


def test_the_agreement_is_the_memorandum_signed_before(texts) -> None:
    told = "Chile and Peru signed a memorandum on training. The agreement was signed by two ministers."
    assert [text.type for text in texts(told)] == ["memorandum"]
    other = "Chile and Peru signed a memorandum on training. They signed an agreement on visas."
    assert [text.type for text in texts(other)] == ["memorandum", "agreement"]


def test_a_firm_beside_two_states_is_a_party(texts) -> None:
    (text,) = texts("On Monday, Chile and Peru signed a contract with the German company Diehl on missiles.")
    assert text.parties == ("CL", "PE", "DE")


def test_the_same_name_with_another_partner_is_another_text(texts) -> None:
    found = texts(
        "Chile signed a training agreement with Peru. Today Chile signed a training agreement with Bolivia."
    )
    assert [t.parties for t in found] == [("CL", "PE"), ("CL", "BO")]


def test_the_deal_is_the_text_signed_before(texts) -> None:
    (text,) = texts(
        "Chile and Peru signed a memorandum on training. The ministers of Chile and Peru inked the deal in "
        "Lima."
    )
    assert (text.type, len(text.evidence)) == ("memorandum", 2)


def test_a_deal_with_others_is_not(texts) -> None:
    found = texts("Chile and Peru signed a memorandum on training. Bolivia and Brazil inked the deal on gas.")
    assert len(found) == 2


def test_this_statement_is_the_one_told_before(read):
    told = (
        "Kenya and Chile signed a joint vision statement on trade on 4 May 2024. "
        "This key vision statement was signed after talks. It is the first such statement of the two."
    )
    (fact,) = [f for f in read(told) if f.kind == "instrument"]
    assert fact.date == "2024-05-04"


def test_the_contract_is_the_one_that_was_still_to_come(texts) -> None:
    found = texts(
        "In 2021 Chile and Peru signed a first contract for tugs. A second contract for tugs was to be "
        "signed by May 2023. The contract was finally signed in Lima in June 2024."
    )
    assert [(t.action, t.title, t.date) for t in found] == [
        ("signed", "first contract for tugs", "2021"),
        ("planned", "second contract for tugs", None),
        ("signed", "second contract for tugs", "2024-06"),
    ]


def test_another_agreement_is_none_of_those_told_before(read):
    told = (
        "Kenya and Chile signed an agreement on visas on 4 May 2024. On 6 May they signed another agreement."
    )
    facts = [f for f in read(told, published="2024-05-07") if f.kind == "instrument"]
    assert [f.date for f in facts] == ["2024-05-04", "2024-05-06"]


def test_what_a_text_to_come_will_do_does_not_make_it_stand(texts):
    will = "The treaty on extradition will help to fight crime."
    assert [t.action for t in texts("Chile and Peru are negotiating a treaty on extradition. " + will)] == [
        "planned"
    ]
    assert [t.action for t in texts("Chile and Peru are friends. " + will)] == ["existing"]


def test_a_text_between_the_two_ministries_is_of_those_at_the_table(texts) -> None:
    (text,) = texts(
        "The ministers of Chile and Peru met. They agreed to sign a defence agreement between the two "
        "ministries, something that Chile has with France."
    )
    assert text.parties == ("CL", "PE")


def test_what_was_signed_last_year_is_not_what_is_being_negotiated(texts) -> None:
    told = "Japan and Peru have opened consultations on an accord to guard secrets. "
    ahead, signed = texts(
        f"{told}The agreement was signed in Lima in July last year.", published="2025-04-30"
    )
    assert (ahead.action, signed.action, signed.date) == ("planned", "signed", "2024-07")
    assert "secrets" not in signed.title


def test_an_agreement_between_one_of_the_two_and_a_body_is_not_theirs(texts) -> None:
    told = "Chile and Kenya agreed to work for the early conclusion of a free trade agreement between "
    (text,) = texts(told + "Chile and the East African Community (EAC).")
    assert set(text.parties) == {"CL", "EAC"}
    (own,) = texts(told + "Chile and Kenya.")
    assert set(own.parties) == {"CL", "KE"}
