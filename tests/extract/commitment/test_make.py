"""From a predicate of commitment to the fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]


def test_fields_and_due_date_are_those_that_the_content_names(said: Said) -> None:
    (fact,) = said("In a speech on trade, Japan pledged to build a school by December.")
    assert (fact.fields, fact.due) == (("education-culture",), "2024-12")


def test_what_is_committed_is_planned(said: Said) -> None:
    (fact,) = said("Japan pledged to build a school.")
    assert (fact.modality, fact.rule) == ("planned", "commitment/verb:pledge")


def test_both_sides_together_address_nobody(said: Said) -> None:
    (fact,) = said("The two sides agreed to expand trade.")
    assert (fact.speaker, fact.addressee) == (("JP", "KE"), ())


def test_one_invitation_told_twice_is_one_fact_with_two_quotations(said: Said) -> None:
    (fact,) = said(
        "Mr Ishida toured Mombasa at the invitation of the President of Kenya.\n\n"
        "Ms Otieno invited Mr Ishida to visit Mombasa."
    )
    assert (fact.act, fact.by) == ("invite", "Grace Otieno")
    assert [span.text for span in fact.evidence] == [
        "Mr Ishida toured Mombasa at the invitation of the President of Kenya",
        "Ms Otieno invited Mr Ishida to visit Mombasa",
    ]


def test_two_invitations_in_so_many_words_are_two(said: Said) -> None:
    facts = said("Kenya invited Mr Ishida to visit Mombasa. Kenya invited Mr Ishida to attend a fair.")
    assert len(facts) == 2


KENYAN = "State House, Kenya"


@pytest.mark.parametrize(
    "words",
    [
        "Ms Otieno reaffirmed the government's commitment to good governance.",
        "She explained that her government is committed to a clean public service.",
        "The government plans to provide loans for farmers.",
        "Ms Otieno told the Japanese minister that her government is committed to a clean public service.",
    ],
)
def test_what_the_home_side_tells_of_its_own_policy_is_none(said: Said, words: str) -> None:
    assert said(words, publisher=KENYAN) == []


@pytest.mark.parametrize(
    "words",
    [
        "Ms Otieno reaffirmed the government's commitment to closer ties.",
        "Ms Otieno reaffirmed the government's commitment to protecting foreign investors.",
        "Ms Otieno reaffirmed the government's commitment to the friendship with Japan.",
        "Ms Otieno assured that the government would protect the port.",
    ],
)
def test_what_it_sets_itself_toward_others_is_a_pledge(said: Said, words: str) -> None:
    assert [fact.act for fact in said(words, publisher=KENYAN)] == ["pledge"]
