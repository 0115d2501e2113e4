"""One text through its life, as several documents tell of it."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import pytest
from msgspec.structs import replace

from servanda.model.document import Span
from servanda.model.facts import Instrument, Milestone, Relation
from servanda.resolve.instrument_keys import keys
from servanda.resolve.instruments import compare
from servanda.resolve.mention import Mention, Source
from servanda.resolve.signing import signing


def told(title: str, type_: str = "agreement", action: str = "signed", **more: Any) -> Mention:
    """A mention; `published` and `document` are those of its source, `quote` its evidence."""
    document, published = more.pop("document", None), more.pop("published", None)
    quote = more.pop("quote", title)
    name = document or f"{published}-{title[:12]}-{more.get('date')}-{action}"
    fact = Instrument(
        document=name,
        source=name,
        evidence=(Span(0, len(quote), quote),),
        type=type_,  # type: ignore[arg-type]
        action=action,  # type: ignore[arg-type]
        title=title,
        **({"parties": ("JP", "PH")} | more),
    )
    return Mention.of(fact, Source(id=name, name=name, published=published))


def verdict(a: Mention, b: Mention) -> str | None:
    """The verdict in either order; what is one is found by its keys as well."""
    decision = compare(a, b)
    assert decision == compare(b, a)
    if decision is not None and decision.verdict == "same":
        assert keys(a).sought & keys(b).held or keys(b).sought & keys(a).held, "not found by keys"
    return decision.verdict if decision else None


RAA = "Reciprocal Access Agreement"
TRANSFER = "agreement on the transfer of defense equipment and technology"


def test_what_a_paper_calls_a_defence_pact_can_be_the_text_that_another_names() -> None:
    day = {"date": "2024-07-08", "published": "2024-07-08"}
    pact = told("defence pact", document="wire", quote="signed a defence pact on Monday", **day)
    named = told(f"Japan-Philippines {RAA}", document="ministry", fields=("military-exercise",), **day)
    assert verdict(pact, named) == "same"
    energy = told("Agreement on Energy Transition", document="ministry", fields=("energy",), **day)
    assert verdict(pact, energy) == "different"
    later = told(RAA, document="x", fields=("military-exercise",), date="2024-09-08", published="2024-09-08")
    assert verdict(pact, later) != "same"


def test_a_report_may_call_a_text_by_what_it_is_about_once_it_has_named_it() -> None:
    named = told("Manila Agreement", document="wire", quote="signed the Manila Agreement", date="2024-07-08")
    pact = told("defence pact", document="wire", quote="the defence pact", date="2024-07-08")
    pact = replace(pact, fact=replace(pact.fact, evidence=(Span(90, 106, "the defence pact"),)))
    assert verdict(named, pact) == "same"
    another = replace(pact, fact=replace(pact.fact, evidence=(Span(90, 104, "a defence pact"),)))
    assert verdict(named, another) == "different"
    treaty = replace(pact.fact, title="defence treaty", evidence=(Span(90, 108, "the defence treaty"),))
    assert verdict(named, replace(pact, fact=treaty)) == "different"


def test_a_wider_text_is_none_of_those_told_beside_it() -> None:
    signed = told("Manila Agreement", document="wire", date="2024-07-08", published="2024-07-08")
    wider = told("broader treaty", action="planned", document="wire", published="2024-07-08")
    assert verdict(signed, wider) == "different"
    again = told("treaty", action="planned", document="wire", published="2024-07-08", quote="the treaty")
    assert verdict(wider, again) != "different"


def test_a_treaty_told_before_an_agreement_is_not_that_one() -> None:
    treaty = told("treaty", action="planned", document="wire", quote="the treaty", published="2024-07-08")
    core = told("defence agreement", action="planned", document="wire", published="2024-07-08")
    core = replace(core, fact=replace(core.fact, evidence=(Span(200, 219, "a defence agreement"),)))
    assert verdict(treaty, core) != "same"


def test_what_an_arrangement_is_upgraded_to_is_on_the_same_matter() -> None:
    renews = (Relation(type="renews", target="Naval Training Arrangement of 2018"),)
    new = told("agreement", action="planned", published="2023-02-09", relations=renews)
    signed = told("Naval Training Agreement", date="2024-08-29", published="2024-08-29")
    old = told("Naval Training Arrangement of 2018", "arrangement", "existing", published="2023-06-05")
    assert verdict(new, signed) == "same"
    assert verdict(new, old) == "different"


def test_who_signs_a_statement_tells_nothing_of_what_it_is_on() -> None:
    month = {"type_": "joint-statement", "date": "2024-07"}
    told_late = told(
        "joint declaration",
        quote="signed a joint declaration with Gilberto Teodoro",
        published="2025-11-06",
        **month,
    )
    named = told(
        "Joint Declaration on Defence Industry", "joint-statement", date="2024-07-24", published="2024-07-24"
    )
    assert verdict(named, told_late) != "different"


def test_a_declaration_of_intent_is_a_letter_of_intent() -> None:
    letter = told("letter of intent on two frigates", "letter-of-intent", published="2024-05-10")
    declared = told("declaration of intent on two frigates", "letter-of-intent", published="2024-05-11")
    assert verdict(letter, declared) == "same"


@pytest.mark.parametrize("called", ["SOFA", "status of forces agreement", "visiting forces agreement"])
def test_an_abbreviation_is_the_name_that_all_know(called) -> None:
    plan = told("status of forces agreement", action="planned", published="2024-05-10")
    assert verdict(plan, told(called, date="2024-11-10", published="2024-11-10")) == "same"
    access = told("RAA", date="2024-11-10", published="2024-11-10")
    assert verdict(plan, access) != "same"


def test_a_statement_of_a_month_told_long_after_is_the_one_of_that_month() -> None:
    named = told("joint declaration on trade", "joint-statement", date="2024-05-10", published="2024-05-10")
    later = told(
        "joint declaration",
        "joint-statement",
        date="2024-05",
        published="2025-11-10",
        quote="a joint declaration",
    )
    assert verdict(named, later) == "same"


def test_countries_are_not_what_a_text_counts() -> None:
    broad = told("treaty between the two countries", action="planned", published="2024-10-24")
    other = told("defence agreement between the two ministries", action="planned", published="2024-07-23")
    assert compare(broad, other) is None


def test_a_planned_text_of_this_year_is_to_come_and_one_of_an_earlier_year_stands() -> None:
    known = {"action": "planned", "published": "2025-01-10"}
    assert signing(told("2025 cooperation plan", "programme", **known)).stage == "coming"
    assert signing(told("agreement of 2009", **known)).stage == "standing"


def test_a_text_of_a_year_that_is_to_be_renewed_is_that_one() -> None:
    name = "Memorandum of Understanding on air cooperation"
    plan = told(
        f"{name} of 2009", "memorandum", "planned", published="2023-05-29", rule="instrument/planned:renew"
    )
    stands = told(
        f"{name} of 2009", "memorandum", "existing", date="2009", published="2026-06-10", document="b"
    )
    assert verdict(plan, stands) == "same"


def test_the_contract_told_as_signed_years_ago_on_the_next_day() -> None:
    first = told("contract for 44 tanks", "contract", date="2024-12-16", published="2024-12-17")
    again = told(
        "contract", "contract", date="2024-12-17", published="2026-05-30", quote="the contract was signed"
    )
    assert verdict(first, again) == "same"


def test_a_name_word_for_word_is_one_text_though_many_have_its_words() -> None:
    talks = told("Treaty on Common Security", action="planned", published="2026-03-01", document="a")
    signed = told("Treaty on Common Security", date="2026-02-06", published="2026-03-01", document="a")
    assert verdict(talks, signed) == "same"


def test_the_agreement_that_establishes_a_partnership_is_called_by_it() -> None:
    signed = told("agreement establishing a strategic partnership for defence", date="2021-09-28")
    stands = told("strategic partnership agreement", action="existing", published="2022-03-24")
    assert verdict(signed, stands) == "same"


def test_the_declaration_signed_a_day_later() -> None:
    first = told(
        "joint declaration on a brigade", "joint-statement", date="2023-07-10", published="2023-07-10"
    )
    again = told(
        "declaration", "joint-statement", date="2023-07-11", published="2025-03-06",
        quote="the declaration signed in Riga", rule="instrument/participle",
    )  # fmt: skip
    assert verdict(first, again) == "same"


def test_the_contract_that_both_signed_a_day_later() -> None:
    first = told("contract for missiles", "contract", date="2022-01-28", published="2022-01-28")
    again = told(
        "contract", "contract", date="2022-01-29", published="2025-11-02",
        quote="The contract that both signed", rule="instrument/participle",
    )  # fmt: skip
    assert verdict(first, again) == "same"
    other = told(
        "contract", "contract", date="2022-03-29", published="2025-11-02", rule="instrument/participle"
    )
    assert verdict(first, other) != "same"


def test_a_defence_treaty_that_was_to_be_negotiated_is_the_one_that_is_signed_under_a_name() -> None:
    plan = told("defence treaty", action="planned", published="2025-02-20")
    signed = told("Otter Treaty", date="2025-10-06", published="2025-10-06")
    assert verdict(plan, signed) == "same"
    late = told("Otter Treaty", date="2027-10-06", published="2027-10-06")
    assert verdict(plan, late) != "same"
    called = told(
        "security accord",
        action="planned",
        published="2025-08-13",
        quote="the security accord, to be known as the Otter Treaty, would be signed next month",
    )
    assert verdict(called, signed) == "same"


def test_a_pact_that_was_planned_can_be_the_memorandum_on_the_same_subject() -> None:
    plan = told("memorandum on logistics support", "memorandum", "planned", published="2022-06-05")
    pact = told("logistics pact", date=None, published="2022-06-10")
    assert verdict(plan, pact) == "same"
    assert verdict(plan, told("logistics pact", published="2024-06-10")) is None
    named = told("Logistics Agreement", date=None, published="2022-06-10")
    assert verdict(plan, named) is None


def test_contracts_on_the_same_number_of_things_one_planned_and_one_signed() -> None:
    plan = told("contract for 36 aircraft", "contract", "planned", published="2014-04-03")
    signed = told("contract for 36 Otter fighters", "contract", date="2014-10-24", published="2014-10-27")
    assert verdict(plan, signed) == "same"
    assert verdict(plan, told("contract for 12 Otter fighters", "contract", date="2014-10-24")) != "same"


def test_texts_of_the_same_sides_in_force_from_one_day_on_are_one_where_one_has_no_name() -> None:
    force = {"action": "existing", "rule": "instrument/in-force:take", "date": "2025-09-11"}
    bare = told("pact", document="wire", **force)
    assert verdict(bare, told(RAA, document="ministry", **force)) == "same"
    assert verdict(bare, told(RAA, document="ministry", **(force | {"date": "2025-09-12"}))) is None
    assert (
        verdict(told("Tax Treaty", document="wire", **force), told(RAA, document="m", **force)) == "different"
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            told(RAA, action="planned", published="2023-11-03"),
            told(f"Japan-Philippines {RAA} (RAA)", date="2024-07-08", published="2024-07-08"),
            id="negotiated, then signed",
        ),
        pytest.param(
            told(f"{RAA} (RAA)", date="2024-07-08", published="2024-07-08"),
            told("RAA", action="ratified", published="2024-12-17"),
            id="signed, then ratified under its abbreviation",
        ),
        pytest.param(
            told(
                "agreement in principle on the transfer of defense equipment",
                action="planned",
                published="2015-11-19",
            ),
            told(
                "agreement of 2016 on the transfer of defence equipment",
                action="existing",
                published="2023-12-20",
            ),
            id="agreed in principle, in force eight years later",
        ),
        pytest.param(
            told(
                "Memorandum on Defense Cooperation and Exchanges",
                "memorandum",
                date="2015-01-29",
                published="2015-01-30",
            ),
            told(
                "memorandum on defense cooperation that the ministries concluded in 2015",
                "memorandum",
                date="2015",
                published="2016-03-01",
            ),
            id="a shorter name and the year only",
        ),
        pytest.param(
            told(
                "joint statement on a joint vision on defense cooperation",
                "vision-statement",
                "planned",
                period="2018/2020",
            ),
            told(
                "Joint Vision Statement",
                "vision-statement",
                "existing",
                period="2018/2028",
                published="2023-11-23",
            ),
            id="periods that contradict each other, the first document undated",
        ),
        pytest.param(
            told(
                "framework agreements on the purchase of K2 tanks", action="planned", published="2022-06-01"
            ),
            told("framework agreements with three companies", date="2022-07-27", published="2022-07-27"),
            id="known by its sort, what it is on is not said",
        ),
        pytest.param(
            told(
                "agreement on the purchase of K2 tanks, K9 howitzers and FA-50 aircraft",
                action="planned",
                published="2022-06-01",
            ),
            told(
                "agreement with three companies for tanks, howitzers and combat aircraft",
                date="2022-07-27",
                published="2022-07-27",
            ),
            id="the same list in other words",
        ),
        pytest.param(
            told("contracts on tanks and howitzers", "contract", date="2022-08-26", published="2022-08-27"),
            told("contracts on tanks and howitzers", "contract", date="2022-08-28", published="2025-10-30"),
            id="a slip of two days",
        ),
        pytest.param(
            told("About 20 agreements", action="planned", published="2023-04-10"),
            told("15 agreements", date="2023-04-14", published="2023-04-14"),
            id="about so many were planned, so many were signed",
        ),
        pytest.param(
            told(
                "contract",
                "contract",
                date="2025-08-01",
                published="2025-08-02",
                quote="signed a contract worth $6.5 billion for 180 K2 tanks in Gliwice",
            ),
            told("contract on K2 tanks", "contract", "planned", published="2024-10-24"),
            id="what it is on stands behind its name",
        ),
        pytest.param(
            told("second executive contract on K2 tanks", "contract", "planned", published="2024-10-24"),
            told("contract for another 180 K2 tanks", "contract", date="2025-08-01", published="2025-08-02"),
            id="another one is the second",
        ),
        pytest.param(
            told("contract for 36 fighters", "contract", date="2014-10-24", published="2015-05-01"),
            told("contract for 36 Gripen", "contract", date="2014-10-27", published="2025-05-01"),
            id="so many fighters, called by their make, on a day that one of the two got wrong",
        ),
        pytest.param(
            told("contract for 36 fighters", "contract", date="2014-10-24", published="2015-05-01"),
            told("contract of 2014", "contract", "existing", published="2023-05-09"),
            id="the contract of the year",
        ),
        pytest.param(
            told("contract for the ships", "contract", "planned", published="2021-09-28"),
            told("contract for three frigates", "contract", date="2022-03-24", published="2022-03-25"),
            id="ships that turn out to be frigates",
        ),
        pytest.param(
            told("contract for a fourth Lekiu frigate", "contract", "planned", published="2025-02-01"),
            told("contract for the fourth, Kasturi", "contract", date="2025-11", published="2025-12-02"),
            id="the fourth of a row",
        ),
        pytest.param(
            told("second contract for K2 tanks", "contract", "planned", published="2024-02-01"),
            told("second contract for K2 tanks", "contract", date="2025-08-01", published="2025-08-02"),
            id="a second contract that was long in coming",
        ),
        pytest.param(
            told("Agreement on Strategic Partnership in Defence", date="2021-09-28", published="2021-09-28"),
            told("Strategic Partnership Agreement", date="2021", published="2025-01-20"),
            id="the rank in one name is all that the other says",
        ),
        pytest.param(
            told("memorandum on customs", "memorandum", date="2022-03-24", published="2022-03-25"),
            told("memorandum on customs and trade", "memorandum", date="2022-03-26", published="2024-03-25"),
            id="reports of one signing that are two days apart",
        ),
        pytest.param(
            told(
                "plan of action", "programme", date="2025-05-08", period="2025/2027", published="2025-05-09"
            ),
            told("plan of action", "programme", period="2025/2029", published="2026-01-09"),
            id="plans that begin in one year",
        ),
        pytest.param(
            told("three-year co-operation plan for 2022-24", "programme", "existing", period="2022/2024"),
            told("cooperation plan for 2022-2024", "programme", "existing", period="2022/2024"),
            id="plans for the same years",
        ),
        pytest.param(
            told("contract for 48 FA-50 aircraft", "contract", date="2022-09-16", published="2022-09-17"),
            told("contract for the light fighters", "contract", date="2022-09", published="2023-07-10"),
            id="things of one kind in one month",
        ),
        pytest.param(
            told("landmark 100-year partnership agreement", date="2025-01-16", published="2025-01-16"),
            told("hundred-year partnership", date="2025-01", published="2026-01-20"),
            id="a hundred years in figures and words",
        ),
        pytest.param(
            told("framework agreements on tanks", action="planned", published="2022-07-22"),
            told("framework agreement", date="2022-07", published="2022-09-16"),
            id="framework agreements that are also told as one",
        ),
        pytest.param(
            told(
                "several Memorandum of Understandings (MoUs)", "memorandum", "planned", published="2025-01-14"
            ),
            told("several key MoUs", "memorandum", date="2025-01-15", published="2025-01-15"),
            id="a plural of its own",
        ),
        pytest.param(
            told(
                "memorandum on the evacuation of their citizens",
                "memorandum",
                "planned",
                published="2024-09-05",
            ),
            told(
                "memorandum on the evacuation of nationals",
                "memorandum",
                date="2025-09",
                published="2025-09-06",
            ),
            id="two words for one thing",
        ),
        pytest.param(
            told("roadmap on drones", "programme", date="2024-10-01", published="2024-10-01"),
            told("roadmap of last October", "programme", "existing", date="2024-10", published="2025-03-10"),
            id="last October says nothing of its matter",
        ),
        pytest.param(
            told("treaty", action="ratified", date="2024-06-05", published="2024-06-05"),
            told("convention", date="2023-12", published="2024-12-11"),
            id="approved without its name, before a report tells when it was signed",
        ),
        pytest.param(
            told("contract for 12 Rafale aircraft", "contract", date="2024-08-29", published="2024-08-29"),
            told(
                "deal for the fighters",
                date="2024-08-29",
                published="2024-08-30",
                parties=("JP", "PH"),
            ),
            id="a deal for what the contract is for, on one day",
        ),
        pytest.param(
            told(
                "agreement",
                date="2023-06",
                published="2023-06-25",
                quote="signed an agreement raising ties of "
                "Japan and the Philippines to a strategic partnership",
            ),
            told("strategic partnership", published="2024-06-25"),
            id="what the agreement is to do stands behind its name",
        ),
        pytest.param(
            told("Treaty on Mutual Legal Assistance", date="2025-07-28", published="2025-07-28"),
            told("Mutual Legal Assistance Agreement", date="2025-07-28", published="2025-07-31"),
            id="one name in another order, with another noun",
        ),
        pytest.param(
            told("acquisition and cross-servicing agreement", action="planned", published="2025-02-24"),
            told("defence logistics pact", date="2026-01-15", published="2026-01-15"),
            id="one matter, called in two ways",
        ),
        pytest.param(
            told(
                "agreement on the sharing of military information", date="2024-11-18", published="2024-11-18"
            ),
            told(
                "General Security of Military Information Agreement",
                date="2024-11-18",
                published="2024-11-19",
            ),
            id="its matter and its name",
        ),
        pytest.param(
            told(
                "joint statement on upgrading relations",
                "joint-statement",
                date="2023-09-10",
                published="2023-09-10",
            ),
            told(
                "joint statement of September 2023",
                "joint-statement",
                "existing",
                date="2023-09",
                published="2024-09-26",
                rule="instrument/dated",
            ),
            id="called by its month",
        ),
        pytest.param(
            told("contract for K2 tanks", "contract", "planned", date="2025", published="2024-03-01"),
            told("contract for 54 K2 tanks", "contract", date="2025-12-09", published="2025-12-09"),
            id="signed in the year for which it was planned",
        ),
        pytest.param(
            told("letter of intent on aircraft", "letter-of-intent", date="2024-11", published="2024-11-10"),
            told("letter of intent", "letter-of-intent", published="2025-12-01"),
            id="told long after, without its day",
        ),
        pytest.param(
            told("letter of intent", "letter-of-intent", date="2018-03", published="2018-09-14"),
            told(
                "letter of intent on the signing of a joint statement on defence",
                "letter-of-intent",
                date="XXXX-03-26/XXXX-03-27",
            ),
            id="few letters of intent are signed, one of them without a year",
        ),
        pytest.param(
            told(
                "several Memoranda of Understanding and Agreements",
                "memorandum",
                "planned",
                published="2025-05-02",
            ),
            told(
                "Four Memoranda of Understanding (MoUs) and one Agreement",
                "memorandum",
                date="2025-05-05",
                published="2025-05-05",
            ),
            id="several texts expected and then signed",
        ),
        pytest.param(
            told(RAA, date="2024-07-08", published="2024-07-08"),
            told(RAA, date="2024-07-09", published="2024-12-17"),
            id="one of two reports errs on the day",
        ),
        pytest.param(
            told(TRANSFER, date="2016-02-29", published="2016-03-01"),
            told(
                TRANSFER.replace("agreement", "arrangement"),
                "arrangement",
                "existing",
                published="2020-08-28",
            ),
            id="the press takes the type lightly",
        ),
        pytest.param(
            told("contract", "contract", date="2020-08", published="2020-08-28"),
            told("contract", "contract", date="2020-08", published="2023-12-20"),
            id="no name but the same parties, type and month",
        ),
        pytest.param(
            told(RAA, action="ratified", document="senate", published="2024-12-17"),
            told(
                "agreement",
                date="2024-07-09",
                document="senate",
                published="2024-12-17",
                quote="The agreement, which the ministers signed on July 9",
            ),
            id="named once, then only called the agreement",
        ),
        pytest.param(
            told(
                "Joint Declaration on a Strengthened Strategic Partnership for peace and stability",
                "joint-statement",
                date="2011-09-27",
                published="2011-09-27",
            ),
            told(
                "Joint Declaration on peace and stability",
                "joint-statement",
                "existing",
                published="2023-02-09",
            ),
            id="a declaration that is still recalled",
        ),
        pytest.param(
            told(
                "agreement on customs", action="planned", published="2023-01-10", parties=("FR", "JP", "PH")
            ),
            told("agreement on customs", date="2023-06-10", published="2023-06-10"),
            id="a third party that only one report names",
        ),
    ],
)
def test_one_text(a: Mention, b: Mention) -> None:
    assert verdict(a, b) == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            told("framework agreement on K2 tanks", date="2022-07-27"),
            told("executive contract on K2 tanks", "contract", date="2022-08-26"),
            id="what is executed and what executes it",
        ),
        pytest.param(
            told("contract on K2 tanks", "contract", date="2022-08-26"),
            told("second contract on K2 tanks", "contract", date="2025-08-01"),
            id="the first and the second",
        ),
        pytest.param(told(RAA), told(RAA, parties=("AU", "JP")), id="other parties"),
        pytest.param(
            told(RAA, action="existing", rule="instrument/applied:under", published="2025-02-01"),
            told(f"new {RAA}", date="2026-04-25", published="2026-04-26"),
            id="a new one, after the one that was in being",
        ),
        pytest.param(
            told(f"new {RAA}", action="planned", published="2025-02-01"),
            told(RAA, date="2021-01-06", published="2021-01-06"),
            id="a new one is wanted",
        ),
        pytest.param(
            told("contract for 180 tanks", "contract", date="2022-08-26", published="2022-08-27"),
            told("contract for 180 howitzers", "contract", date="2022-08-26", published="2022-08-28"),
            id="as many things of another kind",
        ),
        pytest.param(
            told(
                "agreement",
                date="2023-06-25",
                published="2023-06-25",
                quote="signed an agreement raising ties of "
                "Japan and the Philippines to a strategic partnership",
            ),
            told("memorandum on agriculture", "memorandum", date="2023-06", published="2024-01-15"),
            id="an agreement that does something else",
        ),
        pytest.param(
            told("1951 Mutual Defense Treaty", action="existing", published="2024-01-05"),
            told("Enhanced Defense Cooperation Agreement", action="existing", published="2024-01-05"),
            id="two official names",
        ),
        pytest.param(
            told("contract for K2 tanks", "contract", "planned", published="2024-03-01"),
            told("framework contract for K2 tanks", "contract", date="2024-11-16", published="2024-11-16"),
            id="a framework before the contract itself",
        ),
        pytest.param(
            told("contract for 180 K2 tanks", "contract", date="2022-08-26", published="2022-08-27"),
            told("contract for 180 Abrams", "contract", date="2022-08-26", published="2022-08-28"),
            id="as many things of another make",
        ),
        pytest.param(
            told("contract for a third frigate", "contract", "planned", published="2022-08-27"),
            told("contract for a fourth frigate", "contract", date="2022-12", published="2022-12-28"),
            id="the third and the fourth of a row",
        ),
        pytest.param(
            told("contract on radars", "contract"),
            told("joint statement on radars", "joint-statement"),
            id="other type",
        ),
        pytest.param(
            told("memorandum on fisheries", "memorandum", date="2025-05-05"),
            told("memorandum on trade promotion", "memorandum", date="2025-05-05"),
            id="two memoranda of one day on different subjects",
        ),
        pytest.param(
            told("memorandum on training of nurses", "memorandum", date="2025-05-05"),
            told("memorandum on training of pilots", "memorandum", date="2025-05-05"),
            id="two memoranda of one day on related subjects",
        ),
        pytest.param(
            told("joint statement", "joint-statement", date="2016-10-26"),
            told("joint statement", "joint-statement", date="2022-04-09"),
            id="the joint statements of two years",
        ),
        pytest.param(
            told("joint statement", "joint-statement", date="2016-10-26"),
            told("joint statement", "joint-statement", "existing", published="2022-04-09"),
            id="a joint statement does not stand for years without a name",
        ),
        pytest.param(
            told("agreement amending the agreement on hydrography", date="2018-03-26"),
            told("agreement on hydrography", action="amended"),
            id="what amends is not what is amended",
        ),
        pytest.param(
            told("second memorandum on defence", "memorandum"),
            told("memorandum on defence", "memorandum"),
            id="a second one",
        ),
        pytest.param(
            told("letter of intent on a joint statement", "letter-of-intent"),
            told("joint statement", "joint-statement", "planned"),
            id="a letter of intent is not what it intends",
        ),
        pytest.param(
            told(
                "arrangement on logistics",
                "arrangement",
                relations=(Relation(type="under", target="Status of Forces Agreement (SOFA)"),),
            ),
            told("Status of Forces Agreement (SOFA)", action="existing"),
            id="one stands under the other",
        ),
        pytest.param(
            told("cooperation plan for 2015-2018", "programme", period="2015/2018"),
            told("cooperation plan for 2019-2022", "programme", period="2019/2022"),
            id="plans for other years",
        ),
        pytest.param(
            told("agreement on visas", date="2012-05-01"),
            told("agreement on visas", date="2022-05-01"),
            id="signed anew",
        ),
        pytest.param(
            told("several agreements", date="2025-05-05"),
            told("agreement on customs", date="2025-05-05"),
            id="one and several",
        ),
        pytest.param(
            told("agreement on visas", action="existing", published="2015-01-01"),
            told("agreement on visas", action="planned", published="2019-01-01"),
            id="what is in force is not planned years later",
        ),
    ],
)
def test_not_one_text(a: Mention, b: Mention) -> None:
    assert verdict(a, b) == "different"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(told("agreement"), told("agreement", action="existing"), id="nothing but the type"),
        pytest.param(
            told("two credit agreements", date="2024-08-01"),
            told("nine cooperation documents", "other", date="2024-08-01"),
            id="so many texts of a day, and so many others",
        ),
        pytest.param(
            told("agreement", date="2024-03", published="2024-03-01"),
            told("agreement on visas", action="existing", published="2024-05-01"),
            id="a bare name and another document",
        ),
        pytest.param(
            told("memorandum on training of nurses", "memorandum", published="2020-01-01"),
            told("memorandum on training of pilots", "memorandum", published="2023-01-01"),
            id="names that share a part",
        ),
        pytest.param(
            told("joint statement", "joint-statement", published="2022-04-09"),
            told("joint statement", "joint-statement", published="2022-06-09"),
            id="joint statements without a date",
        ),
        pytest.param(
            told(
                "framework agreement",
                action="existing",
                date="2023",
                rule="instrument/dated",
                published="2025-05-05",
            ),
            told(
                "agreement on drones",
                action="existing",
                date="2023-04",
                rule="instrument/dated",
                published="2024-02-10",
            ),
            id="a framework agreement and one on something, of one year",
        ),
        pytest.param(
            told(
                "memorandum on tourism",
                "memorandum",
                published="2023-09-15",
                quote="They signed a memorandum on tourism",
            ),
            told(
                "memorandum on tourism in deserts",
                "memorandum",
                published="2025-04-22",
                quote="signed a memorandum on tourism in deserts",
            ),
            id="two pieces of news, long one after the other",
        ),
        pytest.param(told(RAA, parties=()), told(RAA, parties=()), id="nobody is known to have made them"),
        pytest.param(
            told("agreement on visas", action="planned", published="2010-01-01"),
            told("agreement on visas", date="2019-01-01", published="2019-01-01"),
            id="nine years from a plan to a text of a common name",
        ),
        pytest.param(
            told(RAA, action="ratified", document="senate", published="2024-12-17"),
            told(
                "agreement",
                date="2024-12-16",
                document="senate",
                published="2024-12-17",
                quote="they signed an agreement",
            ),
            id="an agreement is not the agreement",
        ),
    ],
)
def test_nothing_speaks(a: Mention, b: Mention) -> None:
    assert verdict(a, b) is None


def test_a_text_is_no_engagement() -> None:
    other = Milestone(document="d", source="d", evidence=(Span(0, 1, "x"),), type="other")
    mention = Mention.of(other, Source(id="d", name="d"))
    assert compare(mention, told(RAA)) is None
    assert not keys(mention).held


def test_the_nearer_name_is_what_the_agreement_means() -> None:
    bare = told("agreement", document="d", quote="The agreement entered into force", action="existing")
    near, far = (told(title, document="d", action="ratified") for title in (RAA, "agreement on visas"))
    far = Mention.of(replace(far.fact, evidence=(Span(3000, 3010, "agreement "),)), far.source)
    sure, less_sure = compare(bare, near), compare(bare, far)
    assert sure and less_sure and sure.score > less_sure.score


def test_a_text_meets_those_of_its_year_only_unless_they_share_a_name() -> None:
    old, new, named = (
        told("agreement on visas", date="2001-05-01"),
        told("agreement on fisheries", date="2021-05-01"),
        told("agreement on visas", action="existing", published="2021-05-01"),
    )
    assert not keys(new).sought & keys(old).held
    assert keys(named).sought & keys(old).held


def test_a_bare_text_without_a_date_is_looked_for_among_all() -> None:
    lost, dated = told("agreement"), told("agreement on visas", date="2001-05-01")
    assert keys(lost).sought & keys(dated).held
    assert keys(dated).sought & keys(lost).held
    other = told("agreement on visas", date="2001-05-01", parties=("AU", "JP"))
    assert not keys(lost).sought & keys(other).held


def test_keys_lose_nothing_that_comparing_all_would_find() -> None:
    chance = random.Random(3)
    subjects = ["defence", "fisheries", "transfer of equipment", "reciprocal access", ""]
    mentions = [
        told(
            f"{type_} on {subject}" if (subject := chance.choice(subjects)) else type_,
            type_,
            chance.choice(["signed", "planned", "existing", "ratified"]),
            date=chance.choice([None, "2018", "2018-03-26", "XXXX-03-26", "2024-07-09"]),
            published=chance.choice([None, "2018-03-27", "2024-07-10", "2030-01-01"]),
            document=f"document {chance.randrange(40)}",
            parties=chance.choice([("JP", "PH"), ("JP", "PH", "US")]),
        )
        for type_ in chance.choices(
            ["agreement", "memorandum", "vision-statement", "letter-of-intent"], k=200
        )
    ]
    assert sum(verdict(a, b) == "same" for a, b in combinations(mentions, 2)) > 100


def test_a_declaration_of_intent_is_called_a_declaration():
    full = told("Joint Declaration of Intent on a Hydrogen Task Force", "letter-of-intent", date="2022-05-02")
    short = told("declaration on a hydrogen task force", "joint-statement", published="2024-11-01")
    assert verdict(full, short) == "same"
    letter = told("letter of intent on a hydrogen task force", "letter-of-intent", date="2022-05-02")
    assert verdict(letter, short) == "different"


def test_a_partnership_that_was_signed_is_the_declaration_on_it():
    declared = told("joint declaration on strategic partnership", "joint-statement", date="2023-09-08")
    assert verdict(declared, told("strategic partnership", date="2023-09", published="2024-11-13")) == "same"
    coming = told("strategic partnership", action="planned", published="2023-02-22")
    assert verdict(coming, declared) == "same"
    assert verdict(told("treaty on visas", date="2023-09-08"), declared) == "different"


def test_a_bare_text_of_the_month_is_that_of_the_same_signers():
    signed = told(
        "memorandum on six submarines",
        "memorandum",
        published="2023-06-08",
        quote="Krupp Marine and Mazagon Dock signed a memorandum on six submarines",
    )
    later = told(
        "memorandum", "memorandum", date="2023-06", quote="The memorandum which Mazagon Dock and Krupp signed"
    )
    others = told(
        "memorandum", "memorandum", date="2023-06", quote="The memorandum which Airbus and Tata signed"
    )
    assert verdict(signed, later) == "same"
    assert verdict(signed, others) is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Memorandum of Understanding on the Procurement of Defence Products", "different"),
        ("memorandum of understanding on defence cooperation and training", "same"),
        ("memorandum of understanding on defence", "same"),
    ],
)
def test_a_text_on_cooperation_at_large_is_none_on_a_matter_of_its_own(title, expected) -> None:
    wide = told(
        "memorandum of understanding on defence cooperation", "memorandum", "planned", document="plan"
    )
    assert verdict(wide, told(title, "memorandum", document="report")) == expected


def test_a_signed_text_on_cooperation_may_be_called_by_a_matter_of_which_it_treats() -> None:
    signed = told("agreement on defence cooperation", document="signing", date="2024-09-13")
    called = told("agreement on the legal status of the troops", action="existing", document="report")
    assert verdict(signed, called) != "different"


def test_what_was_to_come_in_september_was_not_signed_in_august() -> None:
    planned = told(
        "contracts for the aircraft", "contract", "planned", date="2022-09", published="2022-07-27"
    )
    earlier = told("executive contracts", "contract", date="2022-08", published="2022-12-06")
    then = told("contracts", "contract", date="2022-09-16", published="2022-12-06")
    assert verdict(planned, earlier) == "different"
    assert verdict(planned, then) == "same"


def test_an_agreement_on_the_plan_of_a_year_is_one_however_it_is_worded() -> None:
    year = {"period": "2025"}
    one = told("agreement between the two governments on the cooperation plan for 2025", **year)
    other = told(
        "agreement on the cooperation plan for 2025", action="existing", published="2025-05-01", **year
    )
    assert verdict(one, other) == "same"
    last = told("agreement on the cooperation plan for 2024", action="existing", period="2024")
    assert verdict(one, last) == "different"


def test_minutes_are_no_agreement_of_the_same_day() -> None:
    day = {"date": "2024-01-07", "published": "2024-01-07"}
    minutes = told("minutes of the 46th meeting", "other", document="x", **day)
    assert verdict(minutes, told("cooperation agreement", document="y", **day)) == "different"
    again = told("minutes of the 46th meeting", "other", document="y", **day)
    assert verdict(minutes, again) == "same"


def test_two_items_of_a_list_of_two_types_are_two_texts() -> None:
    listed = {"date": "2024-01-07", "period": "2024", "rule": "instrument/listed", "document": "x"}
    agreement = told("agreement on the cooperation plan for 2024", **listed)
    assert verdict(agreement, told("cooperation plan", "programme", **listed)) == "different"


def test_a_text_told_by_its_makers_is_the_one_that_they_signed() -> None:
    signed = told(
        "memorandum on safety at sea",
        "memorandum",
        date="2023-08-22",
        document="x",
        quote="The Japan Coast Guard and the Philippine Coast Guard signed a memorandum on safety at sea",
    )
    makers = told("memorandum between the two coast guards", "memorandum", date="2023-08", document="y")
    assert verdict(signed, makers) == "same"
    others = told("memorandum between the two health ministries", "memorandum", date="2023-08", document="y")
    assert verdict(signed, others) == "different"


def test_terms_of_reference_are_no_memorandum() -> None:
    memorandum = told("memorandum on safety at sea", "memorandum", date="2023-08-22", document="x")
    terms = told("terms of reference", "other", action="existing", document="y", published="2023-10-01")
    assert verdict(memorandum, terms) == "different"
