"""Visits told by a noun."""

import pytest


def test_a_visit_paid_to_somebody_is_a_meeting(engagements) -> None:
    found = engagements(
        "{reis} met {lind} in Oslo in May 2023. Reis paid Lind a visit in Stockholm last year."
    )
    assert {e.type for e in found} == {"meeting"}


@pytest.mark.parametrize(
    "told",
    [
        "{reis} paid an official visit to Sweden.",
        "{reis} is on a three-day official visit to Sweden.",
        "{reis} concluded her visit to Sweden.",
        "The visit of {reis} to Sweden deepened the friendship.",
        "The ministry praised the visit of {reis} to Sweden.",
    ],
)
def test_the_traveller_is_owner_subject_or_doer_of_the_visit(engagement, told):
    fact = engagement(told)
    assert (fact.type, fact.status, fact.country) == ("visit", "held", "SE")
    assert (fact.parties, fact.participants) == (("PT", "SE"), ("Ana Reis",))


def test_the_whole_clause_with_the_traveller_is_the_evidence(engagement):
    fact = engagement("{reis} paid an official visit to Sweden in May 2024.")
    (span,) = fact.evidence
    assert span.text == "Defence Minister Ana Reis of Portugal paid an official visit to Sweden in May 2024"


@pytest.mark.parametrize(
    ("told", "evidence"),
    [
        (
            "{reis} came home on Monday, successfully concluding her official visit to Sweden.",
            "Defence Minister Ana Reis of Portugal came home on Monday, successfully concluding her official "
            "visit to Sweden",
        ),
        (
            "{reis} is to return after the successful conclusion of her official visit to Sweden.",
            "the successful conclusion of her official visit to Sweden",
        ),
    ],
)
def test_the_end_of_a_visit_is_told_by_what_stands_before_it(engagement, told, evidence):
    assert engagement(told).evidence[0].text == evidence


def test_what_was_done_on_a_visit_that_is_over_was_not_done_on_the_way_home(engagements):
    told = (
        "{reis} returned to Lisbon this morning (15) after concluding her visit to Sweden. During the "
        "visit, {reis} and {lind} witnessed the signing of two agreements. She also met {holm}."
    )
    assert {fact.date for fact in engagements(told, published="2024-06-15")} == {None}


def test_the_day_of_the_way_home_is_none_of_the_visit(engagement):
    told = "{reis} returned to Lisbon this morning (15) after concluding her official visit to Sweden."
    assert engagement(told, published="2024-06-15").date is None
    lasting = "{reis} returned to Lisbon today (15) after concluding a three-day official visit to Sweden."
    assert engagement(lasting, published="2024-06-15").date == "2024-06-13/2024-06-15"


@pytest.mark.parametrize(
    "told",
    ["She thought of a visit to Sweden.", "The visit of {reis} to Portugal's museum in Porto was short."],
)
def test_at_home_or_only_in_mind(engagements, told):
    assert engagements(told) == []


@pytest.mark.parametrize(
    "told",
    [
        "The treaty was first discussed during Minister Ana Reis's visit.",
        "The ministry in Stockholm recalled the state visit of the President of Portugal.",
        "Ana Reis's visit in May 2023 was the beginning, Sweden's ministry said.",
    ],
)
def test_a_guest_of_the_past_was_with_the_other_of_two_states(engagement, told):
    before = "{reis} is a friend of Sweden. "
    fact = engagement(before + told, published="2024-11-20")
    assert (fact.type, fact.status, fact.parties, fact.country) == ("visit", "held", ("PT", "SE"), "SE")


@pytest.mark.parametrize(
    "told",
    [
        "Officials prepare for Ana Reis's visit.",
        "Ana Reis's visit would open a new chapter.",
        "Ana Reis's visits are always welcome.",
    ],
)
def test_a_guest_who_may_come_was_not_there(engagements, told):
    assert engagements("{reis} is a friend of Sweden. " + told, published="2024-11-20") == []


def test_whose_stay_it_is_tells_a_minister_from_a_ship(engagement):
    fact = engagement("The hospital ship was promised during {reis}'s last stay in Malmö, Sweden.")
    assert (fact.type, fact.country) == ("visit", "SE")


def test_the_days_of_a_stay(engagement):
    fact = engagement("{reis} paid an official visit to Sweden from 4 to 6 May 2024.")
    assert fact.date == "2024-05-04/2024-05-06"


@pytest.mark.parametrize(
    ("told", "types"),
    [
        ("Her visit took place in May.", ["meeting", "visit"]),
        ("Her visit took a year to arrange.", ["meeting"]),
        ("Her visit took the public by surprise.", ["meeting"]),
    ],
)
def test_a_visit_that_takes_place_is_set_and_not_one_that_takes_time(engagements, told, types):
    assert [f.type for f in engagements("{reis} met {lind}. " + told)] == types


def test_where_to_need_not_be_said_when_the_other_side_is_at_the_table(engagements):
    told = engagements("{reis} met {lind}. Minister Reis is on a three-day official visit.")
    assert [(f.type, f.country) for f in told] == [("meeting", "SE"), ("visit", "SE")]


def test_a_visit_without_a_traveller_is_of_the_other_party_at_the_table(engagements):
    told = engagements("{reis} met {lind}. An official visit was paid in Stockholm.")
    assert [(f.type, f.parties, f.country) for f in told if f.type == "visit"] == [
        ("visit", ("PT", "SE"), "SE")
    ]


@pytest.mark.parametrize(
    "more",
    [
        "The visit marks the 50th anniversary of ties.",
        "This visit has been a great success for both.",
        "Her visit has been a great success for both.",
    ],
)
def test_more_of_a_visit_told_before_is_evidence_of_the_same(engagement, more):
    fact = engagement("{reis} paid a visit to Sweden on 4 May 2024. " + more)
    assert fact.date == "2024-05-04"
    assert len(fact.evidence) == 2


@pytest.mark.parametrize(
    "told",
    [
        "High-level visits to Sweden help Portugal.",
        "Any visit to Sweden helps Portugal.",
        "Portugal proposed a visit to Sweden.",
        "The visit marks the 50th anniversary of ties.",
        "{reis} paid a visit to a school.",
        "An official visit is an honour.",
        "Her visit to a school was long.",
    ],
)
def test_no_single_visit_or_nobody_who_travels(engagements, told):
    assert engagements(told) == []


def test_a_visit_told_beside_another_deed_stands_on_its_own_words(engagements):
    found = engagements(
        "President Marcelo Rebelo de Sousa of Portugal, currently on a state visit to Sweden, met Prime "
        "Minister Ulf Kristersson of Sweden."
    )
    quoted = {f.type: f.evidence[0].text for f in found}
    assert quoted["visit"] == "currently on a state visit to Sweden"
    assert "met Prime Minister Ulf Kristersson" in quoted["meeting"]


def test_a_visit_under_way_is_not_the_one_of_last_year(engagements):
    found = engagements(
        "President Marcelo Rebelo de Sousa of Portugal is on a visit to Sweden. He paid a state visit "
        "to Sweden in February 2023."
    )
    assert [f.date for f in found] == [None, "2023-02"]


def test_a_visit_under_way_is_not_the_one_announced_for_later(engagements):
    found = engagements(
        "President Marcelo Rebelo de Sousa of Portugal, who is on a two-day visit to Sweden, met Prime "
        "Minister Ulf Kristersson of Sweden. He will come to Sweden again in October."
    )
    visits = [(f.status, f.date) for f in found if f.type == "visit"]
    assert visits == [("held", None), ("planned", "2024-10")]


def test_what_a_visit_follows_has_another_date(engagements):
    visit = engagements(
        "{reis} is on an official visit to Sweden. The visit comes on the heels of a conference in May 2023."
    )[0]
    assert (visit.type, visit.date) == ("visit", None)


def test_the_visit_that_another_paid_is_his(engagements):
    found = engagements(
        "Defence Minister Nuno Melo of Portugal concluded his visit to Sweden. It followed the visit that "
        "President Marcelo Rebelo de Sousa of Portugal paid to Sweden in February."
    )
    assert [f.participants for f in found] == [("Nuno Melo",), ("Marcelo Rebelo de Sousa",)]


def test_he_who_meets_somebody_on_his_visit_travels(engagements):
    told = "{lind} met {reis} on the first day of his four-day visit to Portugal on Monday."
    visit = next(fact for fact in engagements(told) if fact.type == "visit")
    assert (visit.participants, visit.country) == (("Bo Lind",), "PT")


def test_what_has_yet_to_be_scheduled_is_no_visit(engagements):
    assert engagements("{reis} praised {lind}. A visit of {holm} to Lisbon has yet to be scheduled.") == []


def test_a_stay_at_somebodys_invitation_is_a_visit(engagement):
    fact = engagement("{lind} was in Lisbon at the weekend at the invitation of {reis}.")
    assert (fact.type, fact.country) == ("visit", "PT")


def test_a_planned_visit_that_is_deferred_is_postponed(engagements):
    told = "{lind} would visit Portugal on 2 September. However, the minister's visit was deferred on Friday."
    assert [(fact.type, fact.status) for fact in engagements(told)] == [("visit", "postponed")]


def test_a_numbered_round_of_consultations_is_no_meeting_besides(engagements):
    found = engagements(
        "Prime Minister António Costa of Portugal and Prime Minister Ulf Kristersson of Sweden co-chaired "
        "the second round of intergovernmental consultations in Lisbon on Friday."
    )
    assert [(f.type, f.ordinal) for f in found] == [("dialogue", 2)]


def test_who_travels_is_told_between_the_visit_and_its_country(engagements):
    visit = "It follows the visit of the Portuguese Defence Minister, Ms Ana Reis, to Sweden in June 2023."
    text = "{reis} and {lind} signed a plan. " + visit
    told = [f for f in engagements(text) if f.type == "visit"]
    assert [(f.participants, f.country) for f in told] == [(("Ana Reis",), "SE")]


def test_the_date_of_a_visit_named_beside_it_is_not_its_own(engagements):
    other = "The trip follows the visit that {pires} paid to Sweden in February 2023."
    text = "{reis} has concluded her visit to Sweden. " + other
    dates = {f.participants[0]: f.date for f in engagements(text) if f.type == "visit"}
    assert dates["Ana Reis"] is None


@pytest.mark.parametrize("goal", ["southern neighbour", "neighbouring country"])
def test_the_neighbour_is_the_other_of_two_states(engagement, goal) -> None:
    told = engagement(
        f"{{holm}} opened a two-day state visit to the {goal} on 3 July 2024. Norway thanked Sweden."
    )
    assert (told.type, told.parties, told.country) == ("visit", ("SE", "NO"), "NO")


@pytest.mark.parametrize("more", ["", "Norway and Portugal thanked Sweden."])
def test_of_one_state_or_three_the_neighbour_is_unknown(engagements, more) -> None:
    assert engagements("{holm} opened a two-day state visit to the southern neighbour. " + more) == []


def test_a_country_that_the_parser_takes_for_a_verb_is_visited(engagement) -> None:
    told = engagement(
        "{reis} flew over the coast. During her visit to Sweden the minister also toured a shipyard."
    )
    assert (told.type, told.parties, told.country) == ("visit", ("PT", "SE"), "SE")


def test_a_visit_by_a_delegation_is_to_the_other_state(engagements):
    (fact,) = engagements(
        "Niger ended the pact after a visit by a Swedish delegation led by {lind}. Niger thanked Sweden."
    )
    assert (fact.type, fact.country, fact.participants) == ("visit", "NE", ("Bo Lind",))


def test_the_delegation_that_came_meets_the_hosts(engagements):
    facts = engagements("{reis} began a visit to Finland. The delegation met President Eino Salo on Monday.")
    assert [(f.type, set(f.parties)) for f in facts][-1] == ("meeting", {"PT", "FI"})


@pytest.mark.parametrize(
    "told",
    [
        "As part of the state visit to Sweden, Ana Reis, Defence Minister of Portugal, laid a wreath.",
        "As part of her state visit to Sweden, Ana Reis, Defence Minister of Portugal, laid a wreath. "
        "Rui Pires, Foreign Minister of Portugal, sent flowers.",
    ],
)
def test_who_acts_in_the_course_of_a_visit_travels(engagements, told):
    (fact,) = engagements(told)
    assert (fact.type, fact.country, fact.participants) == ("visit", "SE", ("Ana Reis",))


def test_who_led_the_other_side_did_not_come_along(engagements):
    (visit, *_) = engagements("{reis} is on a visit to Sweden. The Swedish delegation was led by Bo Lind.")
    assert "Bo Lind" not in visit.participants


def test_what_was_proposed_during_a_visit_does_not_undo_it(engagements):
    facts = engagements("The deal was proposed during a November visit by {reis} and {pires} to Stockholm.")
    assert [(f.type, f.country) for f in facts] == [("visit", "SE")]


def test_a_visit_that_is_proposed_is_none(engagements):
    assert engagements("{reis} proposed a visit by {lind} to Lisbon.") == []


def test_a_visit_told_in_an_aside_is_quoted_with_the_one_who_travels(engagements):
    text = "In April 2023 {lind}, on a state visit to Portugal, sat down with {reis} in Lisbon."
    quotes = [f.evidence[0].text for f in engagements(text) if f.type == "visit"]
    assert quotes == ["Defence Minister Bo Lind of Sweden, on a state visit to Portugal"]


def test_what_is_done_on_a_visit_is_not_told_as_the_visit(engagements) -> None:
    told = (
        "{lind}, currently on a visit to Portugal, along with {reis} paid homage at the Belém memorial today."
    )
    visit, homage = engagements(told, published="2024-07-03")
    assert (visit.type, homage.type) == ("visit", "ceremony")
    assert "homage" not in visit.evidence[0].text


def test_who_will_be_there_again_pays_another_visit(engagements) -> None:
    told = "{holm} flew to Lisbon on 28 February 2024. "
    told += "From 4 to 6 March the president will be in Portugal again, for talks."
    found = engagements(told, published="2024-02-28")
    assert [e.date for e in found if e.type == "visit"] == ["2024-02-28", "2024-03-04/2024-03-06"]


def test_a_guest_who_is_glad_to_be_there_is_on_a_visit_to_that_country(engagements) -> None:
    told = "Statement to the press by {holm} in Lisbon. It is a pleasure to be in Lisbon on my first"
    told += " overseas visit since I took office as the President of Sweden. I thank {reis} for the welcome."
    (visit,) = [e for e in engagements(told, published="2024-07-03") if e.type == "visit"]
    assert (visit.country, set(visit.parties)) == ("PT", {"PT", "SE"})
