"""Explanations: the quotation in its surroundings, the rule, and where the document stands."""

import pytest

from servanda.errors import LedgerError
from servanda.query.explain import explain
from servanda.query.facts import facts
from servanda.query.filters import Filters


@pytest.fixture
def visit(ledger):
    return facts(ledger, Filters(kinds=("engagement",), document="visit"))[0]


def test_a_fact_is_explained_by_its_quotation_and_rule(ledger, visit):
    found = explain(ledger, visit.id, around=10)
    (quotation,) = found.quotations
    assert quotation.before == "Ngày mới. "
    assert quotation.span == visit.fact.evidence[0]
    assert quotation.after == " and met"
    assert (found.rule, found.reasons) == ("visit-of", {"parties": "Paris lies in France"})
    assert (found.extractor, found.document.name) == ("rules 1", "visit")
    assert found.fact == visit
    assert [v.current for v in found.versions] == [True]


@pytest.mark.parametrize(
    "cut", [lambda i: i[:-3], lambda i: i[5:], lambda i: i[5:15].upper(), lambda i: f" {i} "]
)
def test_the_beginning_of_an_id_is_enough(ledger, visit, cut):
    assert explain(ledger, cut(visit.id)).fact.id == visit.id


@pytest.mark.parametrize("unknown", ["fact-00000000000000000000", "nonsense", "", "%", "fact-"])
def test_an_unknown_id_is_refused_with_help(ledger, unknown):
    with pytest.raises(LedgerError, match="servanda search"):
        explain(ledger, unknown)


def test_an_ambiguous_id_is_refused_with_those_that_it_can_mean(ledger):
    ids = [view.id for view in facts(ledger)]
    first = next(i[5] for i in ids if sum(j[5] == i[5] for j in ids) > 1)
    with pytest.raises(LedgerError, match="give more") as refusal:
        explain(ledger, first)
    assert sum(i in str(refusal.value) for i in ids) >= 2


def test_a_fact_of_an_old_version_says_so(ledger, press, visit):
    press.add("visit", "Correction: nobody came.", url="https://gazette.example/visit")
    found = explain(ledger, visit.id)
    assert not found.fact.current
    assert [v.current for v in found.versions] == [False, True]
    assert found.quotations[0].span == visit.fact.evidence[0]


def test_a_fact_that_a_newer_extractor_read_again_is_explained_by_it(ledger, press, visit):
    from msgspec.structs import replace

    document = ledger.document(visit.fact.source)
    again = replace(visit.fact, rule="visit-to", confidence=0.95)
    ledger.begin_read("rules 2").add(document, document.text.encode(), [again])
    found = explain(ledger, visit.id)
    assert (found.rule, found.extractor, found.fact.current) == ("visit-to", "rules 2", True)
