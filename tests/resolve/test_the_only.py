"""A text told without its name, and the only one of the same parties that it can be."""

from itertools import combinations

from msgspec.structs import replace

from servanda.model.document import Span
from servanda.model.facts import Instrument
from servanda.resolve.entry import Link
from servanda.resolve.mention import Decision, Mention, Source
from servanda.resolve.resolution import resolve
from servanda.resolve.rules import compare


def told(title, action="signed", *, date=None, published, rule="instrument/signed:sign", type_="agreement"):
    """A mention in a document of its own, published on the day, of a text of Chile and Peru."""
    fact = Instrument(
        document=published,
        source=published,
        evidence=(Span(0, len(title), title),),
        rule=rule,
        type=type_,
        action=action,
        title=title,
        parties=("CL", "PE"),
        date=date,
    )
    return Mention.of(fact, Source(id=published, name=published, published=published))


def entries(*mentions: Mention) -> list[set[str]]:
    """The days of the documents that tell of one text, for each text."""
    links = [
        Link(a=a.id, b=b.id, by="rules", decision=decision)
        for a, b in combinations(mentions, 2)
        if isinstance(decision := compare(a, b), Decision) and decision.verdict == "same"
    ]
    return [{m.source.id for m in entry.mentions} for entry in resolve(mentions, links).entries]


PLAN = told("Treaty", "planned", published="2023-01-12")
SIGNED = told("Bilateral Security Agreement", date="2023-12-07", published="2023-12-07")
BARE = told("agreement", date="2023-12", published="2024-06-01", rule="instrument/participle")
LATER = told("agreement", "existing", published="2024-02-01", rule="instrument/to-ratify:parliament")


def test_a_bare_plan_is_the_only_text_that_was_signed_within_the_year() -> None:
    assert entries(PLAN, SIGNED) == [{"2023-01-12", "2023-12-07"}]


def test_a_plan_that_several_texts_fit_is_none_of_them() -> None:
    other = told("agreement on fisheries", date="2023-10-01", published="2023-10-01")
    assert len(entries(PLAN, SIGNED, other)) == 3


def test_of_several_the_one_that_follows_the_plan_at_once_is_meant() -> None:
    soon = told("agreement on fisheries", date="2023-02-01", published="2023-02-01")
    assert {"2023-01-12", "2023-02-01"} in entries(PLAN, SIGNED, soon)


def test_the_agreement_signed_in_a_month_and_the_one_before_parliament_are_it() -> None:
    assert entries(SIGNED, LATER, BARE) == [{"2023-12-07", "2024-02-01", "2024-06-01"}]


def test_a_text_of_another_month_or_of_a_type_that_it_cannot_be_is_none() -> None:
    march = told("agreement", date="2023-03", published="2024-06-01", rule="instrument/participle")
    statement = told("joint statement", date="2023-12", published="2024-06-01", type_="joint-statement")
    assert len(entries(SIGNED, march)) == len(entries(SIGNED, statement)) == 2


def test_a_contract_is_no_pact_of_governments_and_goes_with_the_contract() -> None:
    contract = told("contract for boats", published="2023-07-27", date="2023-07-27", type_="contract")
    pact = told("Defence Industry Agreement", published="2023-07-26", date="2023-07-26")
    bare = told(
        "contract", published="2025-02-14", date="2023-07", type_="contract", rule="instrument/participle"
    )
    assert entries(contract, pact, bare) == [{"2023-07-26"}, {"2023-07-27", "2025-02-14"}]


def test_two_texts_called_by_one_year_are_one() -> None:
    first = told(
        "arrangement of 2012", "existing", date="2012", published="2023-06-23", rule="instrument/dated"
    )
    again = told(
        "defence arrangement of 2012",
        "existing",
        date="2012",
        published="2024-08-29",
        rule="instrument/dated",
    )
    assert entries(first, again) == [{"2023-06-23", "2024-08-29"}]


def test_the_contract_is_to_be_signed_and_contracts_are() -> None:
    plan = told("contract", "planned", published="2021-09-28", type_="contract")
    signed = told("contracts for three frigates", published="2022-03-24", date="2022-03-24", type_="contract")
    assert entries(plan, signed) == [{"2021-09-28", "2022-03-24"}]


def test_a_contract_to_come_is_no_agreement_that_was_signed() -> None:
    contract = told("contract", "planned", published="2023-11-01", type_="contract")
    assert len(entries(contract, SIGNED)) == 2


def test_a_text_called_by_where_it_was_signed_is_found() -> None:
    called = told("Magelang agreement", "existing", published="2024-02-10", rule="instrument/applied:on")
    signed = told("Defence Cooperation Agreement signed in Magelang", date="2023", published="2024-06-01")
    assert len(entries(called, signed)) == 1


def test_a_defence_agreement_is_not_called_by_the_ministry_of_defence() -> None:
    called = told("Defence agreement", "existing", published="2024-02-10", rule="instrument/applied:on")
    signed = told(
        "Fisheries Agreement signed at the Ministry of Defence", date="2023", published="2024-06-01"
    )
    assert len(entries(called, signed)) == 2


def test_a_defence_pact_and_a_security_agreement_of_one_month_are_one_but_an_arms_deal_is_not() -> None:
    pact = told("defence pact", "planned", published="2023-10-20")
    signed = told("security agreement", date="2023-12-07", published="2023-12-07")
    arms = told("arms deal", date="2023-12-07", published="2023-12-08")
    assert len(entries(pact, signed)) == 1
    assert len(entries(pact, arms)) == 2


def test_a_text_spoken_of_by_the_way_need_not_be_signed_yet() -> None:
    spoken = told(
        "Visiting Forces Agreement", "existing", published="2024-01-19", rule="instrument/applied:with"
    )
    plan = told("Visiting Forces Agreement", "planned", published="2024-08-03")
    assert len(entries(spoken, plan)) == 1


def test_a_text_foreseen_for_a_year_is_none_that_is_signed_before_it() -> None:
    plan = told("treaty", "planned", date="2025", published="2024-08-28")
    signed = told("Lima Agreement", date="2024-10-23", published="2024-10-23")
    assert compare(plan, signed) is None


def test_the_current_arrangement_is_the_one_there_is() -> None:
    current = told("current arrangement", "existing", published="2023-06-05", type_="arrangement")
    named = told("Training Arrangement of 2018", "existing", published="2023-02-09", type_="arrangement")
    assert entries(current, named) == [{"2023-02-09", "2023-06-05"}]
    other = told("arrangement on mining of 2015", "existing", published="2023-03-01", type_="arrangement")
    assert len(entries(current, named, other)) == 3


def test_the_declaration_adopted_at_the_summit_is_the_one_of_the_weeks_before() -> None:
    kind = {"type_": "joint-statement"}
    adopted = told("joint declaration", date="2025-11-18", published="2025-11-18", **kind)
    rule = "instrument/participle"
    again = told("declaration", published="2026-01-15", rule=rule, **kind)
    definite = replace(again.fact, evidence=(Span(0, 40, "the declaration adopted at their summit"),))
    again = Mention.of(definite, again.source)
    assert entries(adopted, again) == [{"2025-11-18", "2026-01-15"}]
    long_ago = told("joint declaration", date="2025-05-18", published="2025-05-18", **kind)
    assert len(entries(long_ago, again)) == 2
