"""Defence agreements of two states, in the manner of DCAD."""

from collections import Counter

import pytest

from servanda.model.facts import Engagement, Instrument, Relation
from servanda.publish.agreements import AGREEMENT_COLUMNS, agreements


def row(made):
    left_out = Counter()
    rows = list(agreements([made], left_out))
    assert len(rows) == 1, left_out
    assert set(rows[0]) <= set(AGREEMENT_COLUMNS)
    return rows[0]


def why_not(made):
    left_out = Counter()
    assert list(agreements([made], left_out)) == []
    (reason,) = left_out
    return reason


@pytest.fixture
def agreement(view):
    def make(**properties):
        quote = properties.pop("quote", "Anna Berg met Omar Said in Tunis")
        common = {
            "type": "agreement", "action": "signed", "title": "agreement on defence cooperation",
            "parties": ("VN", "FR"), "date": "2018-03-28",
        }  # fmt: skip
        return view(Instrument, quote=quote, **(common | properties))

    return make


def test_states_stand_in_the_order_of_their_numbers(agreement):
    found = row(agreement())
    assert (found["ccode1"], found["cowName1"], found["iso1"]) == (220, "FRN", "FRA")
    assert (found["ccode2"], found["cowName2"], found["iso2"]) == (816, "DRV", "VNM")


def test_a_state_outside_that_system_is_kept_with_its_iso_code(agreement):
    found = row(agreement(parties=("PS", "TN")))
    assert (found["iso1"], found["iso2"]) == ("TUN", "PSE")
    assert (found["ccode2"], found["cowName2"]) == (None, None)


@pytest.mark.parametrize(
    ("fields", "type_", "categories"),
    [
        ((), "general", [None, None]),
        (("training",), "sector", ["education and training", None]),
        (("training", "military-medicine"), "sector", ["education and training", None]),
        (("training", "arms-trade"), "general", ["education and training", "arms procurement"]),
        (("training", "health"), "sector", ["education and training", None]),
    ],
)
def test_one_area_makes_a_sector_agreement_and_more_or_none_a_general_one(
    agreement, fields, type_, categories
):
    found = row(agreement(fields=fields))
    assert found["type"] == type_
    assert [found.get("category1"), found.get("category2")] == categories


def test_the_date_of_a_signature_keeps_its_precision(agreement):
    def signed(date):
        found = row(agreement(date=date))
        return found.get("signYear"), found.get("signMonth"), found.get("signDay")

    assert signed("2018-03-28") == (2018, 3, 28)
    assert signed("2018-03") == (2018, 3, None)
    assert signed("2018") == (2018, None, None)
    assert signed("201X") == signed("2018-21") == signed("XXXX-03-28") == signed(None) == (None, None, None)


def test_the_date_of_what_stands_is_no_signature(agreement, view):
    standing = row(agreement(action="existing"))
    assert standing["status"] == "standing"
    assert (standing.get("signYear"), standing.get("EIFYear")) == (None, None)
    assert standing["date"] == "2018-03-28"


def test_the_date_of_what_is_told_to_have_entered_into_force_is_that(agreement):
    found = row(agreement(action="existing", quote="The defence pact has been In Force since 28 March 2018"))
    assert (found["EIFYear"], found["EIFMonth"], found["EIFDay"]) == (2018, 3, 28)
    assert found.get("signYear") is None


def test_an_agreement_is_on_defence_by_its_fields_or_its_title(agreement):
    assert row(agreement(title="MoU", fields=("peacekeeping",)))
    assert row(agreement(title="Reciprocal Access Agreement"))
    assert why_not(agreement(title="agreement on fisheries")) == "instruments not on defence"
    assert why_not(agreement(title="agreement on carmyards")) == "instruments not on defence"
    assert why_not(agreement(title="MoU", fields=("disaster-relief",))) == "instruments not on defence"


@pytest.mark.parametrize("type_", ["joint-statement", "vision-statement", "letter-of-intent", "contract"])
def test_declarations_intentions_and_purchases_are_none(agreement, type_):
    assert why_not(agreement(type=type_)) == "instruments of another form"


@pytest.mark.parametrize("action", ["planned", "proposed", "terminated"])
def test_what_is_not_signed_is_none(agreement, action):
    assert why_not(agreement(action=action)) == "instruments that are not signed or standing"


def test_what_is_denied_or_supposed_is_none(agreement):
    for modality in ("negated", "hypothetical", "planned"):
        assert why_not(agreement(modality=modality)) == "instruments that are not signed or standing"


@pytest.mark.parametrize("parties", [("FR",), ("FR", "VN", "JP"), ("FR", "EU"), ("FR", "FR"), ()])
def test_only_two_states_make_a_dyad(agreement, parties):
    assert why_not(agreement(parties=parties)) == "instruments not between two states"


def test_the_row_leads_to_its_evidence(agreement):
    made = agreement(relations=(Relation(type="amends", target="pact of 2009"),), period="2018/2028")
    found = row(made)
    assert found["DCAid"] == made.id
    assert (found["quotation"], found["start"], found["end"]) == ("Anna Berg met Omar Said in Tunis", 0, 32)
    assert (found["relations"], found["period"]) == (["amends pact of 2009"], "2018/2028")


def test_other_facts_are_counted(view):
    meeting = view(Engagement, type="meeting", status="held", parties=("FR", "VN"))
    assert why_not(meeting) == "facts that are no instruments"
