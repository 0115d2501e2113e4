"""Assignments: who sees to it, as people wrote it; the last one holds, all are kept."""

import pytest

from servanda.errors import LedgerError
from servanda.ledger.assigning import Details, latest
from servanda.model.facts import Amount


@pytest.fixture
def fact(ledger, make_document, make_fact):
    document, data = make_document()
    made = make_fact(document, "received her French counterpart")
    ledger.begin_read("rules 1").add(document, data, [made])
    return made


def test_details_are_kept_as_they_were_written(ledger, fact):
    details = Details(
        office="Europe desk", person="Lan", due="2024-06-01", amount=Amount(value=2.5, currency="EUR")
    )
    made = ledger.assigning.assign(fact.id, details, by="Vinh")
    assert ledger.assigning.all() == [made]
    assert made.details == details


def test_a_later_assignment_stands_beside_the_earlier_one(ledger, fact):
    first = ledger.assigning.assign(fact.id, Details(office="Europe desk"), by="Vinh")
    second = ledger.assigning.assign(fact.id, Details(office="Legal"), by="Lan", after=first.number)
    assert [a.details.office for a in ledger.assigning.all()] == ["Europe desk", "Legal"]
    assert second.number > first.number


def test_who_has_not_seen_the_last_one_does_not_write_over_it(ledger, fact):
    ledger.assigning.assign(fact.id, Details(office="Europe desk"), by="Vinh", after=0)
    with pytest.raises(LedgerError, match="in the meantime"):
        ledger.assigning.assign(fact.id, Details(office="Legal"), by="Lan", after=0)
    assert len(ledger.assigning.all()) == 1


def test_what_is_not_there_cannot_be_assigned(ledger):
    with pytest.raises(LedgerError, match="no fact"):
        ledger.assigning.assign("fact-0", Details(office="Legal"), by="Lan")


def test_the_last_holds_and_an_empty_one_takes_it_back(ledger, fact):
    ledger.assigning.assign(fact.id, Details(office="Europe desk"), by="Vinh")
    second = ledger.assigning.assign(fact.id, Details(office="Legal"), by="Lan")
    assert ledger.assigning.standing() == {fact.id: second}
    assert latest({fact.id: second}, ("fact-0", fact.id)) == second
    third = ledger.assigning.assign(fact.id, Details(), by="Lan")
    assert ledger.assigning.standing() == {}
    assert ledger.assigning.last([*(f"fact-{n}" for n in range(1, 1200)), fact.id]) == third
    assert ledger.assigning.last([fact.id, "fact-0"]) == third
    assert ledger.assigning.last(["fact-0"]) is None
    assert latest({}, (fact.id,)) is None
