"""What lies between two parties, and which pairs there are."""

import pytest

from servanda.errors import UsageError
from servanda.query.relationship import relationship, relationships


def test_a_relationship_holds_every_kind_in_the_order_of_time(ledger):
    found = relationship(ledger, "VN", "France")
    assert found.parties == ("VN", "FR")
    assert [v.document for v in found.engagements] == ["visit", "forum", "next", "call"]
    assert [v.fact.title for v in found.instruments] == ["letter of intent on military medicine"]
    assert [v.fact.content for v in found.activities] == ["two ambulances"]
    assert [v.fact.number for v in found.milestones] == [30]


def test_what_one_side_says_in_a_report_on_both_belongs_to_them(ledger):
    found = relationship(ledger, "FR", "VN")
    assert [v.fact.content for v in found.commitments] == ["train nurses"]
    assert [v.fact.content for v in found.positions] == ["disputes settled by peaceful means"]
    assert [v.fact.content for v in found.assessments] == ["the nurses' progress"]


def test_what_one_of_many_says_at_a_conference_belongs_to_no_pair(ledger):
    found = relationship(ledger, "FJ", "VN")
    assert [v.document for v in found.engagements] == ["forum"]
    assert found.positions == ()


def test_parties_with_nothing_between_them_have_an_empty_relationship(ledger):
    found = relationship(ledger, "FJ", "Iceland")
    assert found.engagements == found.commitments == ()


def test_one_party_has_no_relationship_with_itself(ledger):
    with pytest.raises(UsageError, match="one party"):
        relationship(ledger, "France", "fr")


def test_an_unknown_party_is_refused(ledger):
    with pytest.raises(UsageError, match="Atlantis"):
        relationship(ledger, "France", "Atlantis")


def test_pairs_are_counted_and_the_counts_lead_to_the_facts(ledger):
    found = {counts.parties: counts for counts in relationships(ledger)}
    assert list(found) == [("FR", "VN"), ("FJ", "FR"), ("FJ", "VN")]
    for (a, b), counts in found.items():
        whole = relationship(ledger, a, b)
        lists = (
            whole.engagements,
            whole.instruments,
            whole.commitments,
            whole.positions,
            whole.assessments,
            whole.milestones,
            whole.activities,
        )
        assert list(counts.kinds.values()) == [len(one_kind) for one_kind in lists]
        assert counts.documents == len({v.document for one_kind in lists for v in one_kind})
    both = found["FR", "VN"]
    assert (both.facts, both.documents) == (10, 4)
    assert (both.first, both.last) == ("2020-01-01", "2023-05-31")


def test_a_party_in_two_roles_of_a_fact_counts_once(empty, press):
    from servanda.model.facts import Commitment

    text = "France and Italy agreed that France and Italy exchange notes."
    roles = {"speaker": ("FR", "IT"), "addressee": ("FR", "IT")}
    press.add("notes", text, (Commitment, text, {"act": "agree", "content": "exchange notes", **roles}))
    (counts,) = relationships(empty)
    assert (counts.parties, counts.facts) == (("FR", "IT"), 1)
    assert len(relationship(empty, "FR", "IT").commitments) == 1


def test_an_empty_ledger_has_no_relationships(empty):
    assert relationships(empty) == []
