"""Which of several predicates of commitment stay, and where their words begin and end."""

from __future__ import annotations

from collections.abc import Callable

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]


def contents(facts: list[Commitment]) -> list[str]:
    return [f.content for f in facts]


def test_a_predicate_in_anothers_content_is_part_of_it(said: Said) -> None:
    facts = said("Japan promised to honour its pledge to train officers.")
    assert contents(facts) == ["honour its pledge to train officers"]


def test_two_predicates_side_by_side_are_two_facts_in_order_of_the_text(said: Said) -> None:
    facts = said("Japan pledged to train officers and offered scholarships.")
    assert [(f.act, f.content) for f in facts] == [("pledge", "train officers"), ("offer", "scholarships")]


def test_one_predicate_with_several_things_is_one_fact(said: Said) -> None:
    facts = said("Japan pledged to send experts and receive officers.")
    assert contents(facts) == ["send experts and receive officers"]


def test_evidence_begins_with_the_speaker(said: Said) -> None:
    (fact,) = said("In the end Mr Ishida pledged to train officers.")
    assert [span.text for span in fact.evidence] == ["Mr Ishida pledged to train officers"]


def test_evidence_of_a_far_subject_begins_with_the_verb(said: Said) -> None:
    aside = ", the author of " + ", ".join(f"volume {n} on ships" for n in range(1, 25)) + ","
    (fact,) = said(f"Mr Ishida{aside} pledged to train officers.")
    assert [span.text for span in fact.evidence] == ["pledged to train officers"]
