"""Lists of facts: what each filter lets through, and in which order."""

import pytest

from servanda.errors import UsageError
from servanda.model.facts import KINDS, Instrument
from servanda.query.facts import count, facts, timeline
from servanda.query.filters import Filters


def names(ledger, **filters):
    return [f"{view.document} {view.kind}" for view in facts(ledger, Filters(**filters))]


def test_a_fact_comes_with_its_document(ledger):
    view = facts(ledger, Filters(kinds=("instrument",)))[0]
    assert (view.document, view.title) == ("visit", "Thượng khách in Paris")
    assert (view.published, view.publisher) == ("2020-03-06", "Gazette")
    assert view.url == "https://gazette.example/visit"
    assert view.id == view.fact.id
    assert view.current


def test_without_filters_everything_is_listed(ledger):
    assert len(facts(ledger)) == count(ledger) == 15


def test_facts_stand_in_the_order_of_time(ledger):
    meetings = [f"{v.document} {v.fact.date}" for v in facts(ledger, Filters(kinds=("engagement",)))]
    assert meetings == ["visit 2020-03-03/2020-03-05", "forum 2022", "next 2023-05", "call XXXX-03-26"]


def test_pages_of_a_list_make_up_the_list(ledger):
    whole = facts(ledger)
    pages = [view for start in range(0, 20, 4) for view in facts(ledger, limit=4, offset=start)]
    assert pages == whole


@pytest.mark.parametrize("party", ["FJ", "fj", "Fiji", "  fiji "])
def test_parties_are_given_by_code_or_name(ledger, party):
    assert names(ledger, parties=(party,)) == ["forum engagement", "forum position"]


def test_every_one_of_several_parties_takes_part_in_any_role(ledger):
    assert names(ledger, parties=("France", "Viet Nam"), kinds=("activity",)) == ["call activity"]
    assert names(ledger, parties=("FR", "FJ")) == ["forum engagement"]


def test_a_party_without_facts_gives_an_empty_list(ledger):
    assert facts(ledger, Filters(parties=("Iceland",))) == []


def test_an_unknown_party_is_refused_with_what_comes_near(ledger):
    with pytest.raises(UsageError, match="Fiji"):
        facts(ledger, Filters(parties=("Fijji",)))


@pytest.mark.parametrize("person", ["Hải", "hai", "DANG VAN HAI", "hải đặng", "Đặng  Văn"])
def test_people_are_found_with_and_without_diacritics(ledger, person):
    assert names(ledger, person=person, kinds=("engagement",)) == ["visit engagement", "call engagement"]


def test_parts_of_words_are_no_names(ledger):
    assert facts(ledger, Filters(person="Ha")) == []
    assert facts(ledger, Filters(person="Hai Hải Paris")) == []


def test_a_hyphen_in_a_name_does_not_matter(ledger):
    assert (
        names(ledger, person="jean luc")
        == names(ledger, person="Jean-Luc")
        == [
            "visit engagement",
            "visit person",
        ]
    )


def test_a_person_without_letters_is_refused(ledger):
    with pytest.raises(UsageError, match="name"):
        facts(ledger, Filters(person="%"))


@pytest.mark.parametrize("field", ["military-medicine", "Military medicine"])
def test_fields(ledger, field):
    assert names(ledger, field=field) == ["visit instrument"]


def test_kinds_status_act_document_and_confidence(ledger):
    assert names(ledger, kinds=("milestone", "position")) == [
        "visit milestone",
        "visit position",
        "forum position",
    ]
    assert names(ledger, status="signed") == ["visit instrument"]
    assert names(ledger, status="planned") == ["next engagement"]
    assert names(ledger, act="offer") == ["visit commitment"]
    assert len(facts(ledger, Filters(document="call"))) == 4
    assert len(facts(ledger, Filters(document="https://gazette.example/visit"))) == 7
    assert names(ledger, min_confidence=0.85) == ["visit engagement"]
    assert names(ledger, min_confidence=0.0, act="offer") == ["visit commitment"]


def test_an_unknown_kind_is_refused_with_those_that_are(ledger):
    with pytest.raises(UsageError, match=KINDS[0]):
        facts(ledger, Filters(kinds=("rumour",)))


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2020-03-05", None, ["visit", "visit", "call", "forum", "next"]),
        ("2020-03-06", "2020-03-31", ["visit"]),  # the anniversary has the whole year; the visit is over
        (None, "2020-03-03", ["visit", "visit"]),
        (None, "2020-03-02", ["visit"]),
        ("2021", "2022-01", ["call", "forum"]),
        ("2021-06-30", "2021-06-30", ["call"]),
        ("2023-05/2023-06", "2023-05/2023-06", ["next"]),
        ("2024", None, []),
        (None, "2019", []),
    ],
)
def test_dates_are_compared_as_the_days_that_they_can_mean(ledger, since, until, found):
    assert [v.document for v in facts(ledger, Filters(since=since, until=until))] == found


def test_a_date_without_its_year_is_left_out_only_when_dates_are_asked_for(ledger):
    assert "call engagement" in names(ledger)
    assert "call engagement" not in names(ledger, since="0001")
    assert "call engagement" not in names(ledger, until="9999")


@pytest.mark.parametrize("date", ["last year", "XXXX-03-26", "2018-13", ""])
def test_a_date_that_cannot_be_compared_is_refused(ledger, date):
    with pytest.raises(UsageError, match="2018-03"):
        facts(ledger, Filters(since=date))


def test_text_is_looked_for_in_the_fact_and_its_quotation(ledger):
    assert names(ledger, text="NURSES") == ["visit commitment", "call assessment"]
    assert names(ledger, text="medicine letter") == ["visit instrument"]
    assert names(ledger, text='"two ambulances" delivered') == ["call activity"]
    assert names(ledger, text='"ambulances two"') == []


def test_filters_are_combined(ledger):
    assert names(ledger, parties=("VN",), person="hai", until="2020", text="paris") == ["visit engagement"]


def test_a_timeline_has_what_has_a_date(ledger):
    found = [f"{view.document} {view.kind}" for view in timeline(ledger)]
    assert found == [
        "visit milestone",
        "visit engagement",
        "call activity",
        "forum engagement",
        "next engagement",
        "call engagement",
    ]
    assert [view.document for view in timeline(ledger, Filters(status="planned"))] == ["next"]


def test_only_the_latest_version_counts(ledger, press):
    text = "Correction: the two sides initialled a draft."
    initialled = (
        Instrument,
        "the two sides initialled a draft",
        {"type": "other", "action": "planned", "title": "draft", "parties": ("FR", "VN")},
    )
    press.add("visit", text, initialled, url="https://gazette.example/visit")
    assert names(ledger, document="visit") == ["visit instrument"]
    assert names(ledger, text="nurses") == ["call assessment"]


def test_an_empty_ledger_has_no_facts(empty):
    assert facts(empty) == timeline(empty) == []
    assert count(empty) == 0
