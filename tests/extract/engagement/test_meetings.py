"""Meetings told by a verb."""

import pytest


def test_who_talks_with_another_on_board_has_no_call(engagements) -> None:
    found = engagements(
        "{reis} was in Oslo. {reis} talked for an hour with {lind} on board the frigate Tejo."
    )
    assert [e.type for e in found if e.rule.endswith("talk")] == ["meeting"]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("{lind} was met at the airport by {reis} on 3 July 2024.", "ceremony"),
        ("{reis} had a word in private with {lind} on 3 July 2024.", "meeting"),
    ],
)
def test_who_is_met_at_the_airport_is_welcomed(engagement, told, kind) -> None:
    assert engagement(told).type == kind


@pytest.mark.parametrize(
    "told",
    [
        "{reis} came to Stockholm on 3 July 2024. She saw {lind} on 4 July 2024.",
        "{reis} came to Stockholm on 3 July 2024. She sat down for breakfast with {lind} on 4 July 2024.",
    ],
)
def test_who_is_seen_or_breakfasted_with_is_met(engagements, told) -> None:
    (met,) = [e for e in engagements(told) if e.type == "meeting"]
    assert (met.date, set(met.parties)) == ("2024-07-04", {"PT", "SE"})


def test_the_three_ministers_are_those_of_the_states_named(engagements) -> None:
    text = (
        "{reis} met {lind} in Lisbon. The three defence ministers of Greece, Cyprus and Egypt met in Athens."
    )
    assert set(engagements(text)[-1].parties) == {"GR", "CY", "EG"}


@pytest.mark.parametrize(
    "told",
    [
        "{reis} and {lind} came face to face in Oslo on 3 July 2024.",
        "{reis} and {lind} compared notes on the plan in Oslo on 3 July 2024.",
        "{reis} and {lind} put their heads together in Oslo on 3 July 2024.",
        "{reis} crossed paths with {lind} in Oslo on 3 July 2024.",
        "{reis} touched base with {lind} in Oslo on 3 July 2024.",
        "{reis} sat together with {lind} in Oslo on 3 July 2024.",
    ],
)
def test_an_idiom_of_meeting_tells_one(engagement, told) -> None:
    met = engagement(told)
    assert (met.type, set(met.parties), met.date) == ("meeting", {"PT", "SE"}, "2024-07-03")


def test_an_institution_can_be_met(engagement) -> None:
    met = engagement("The Portuguese delegation met the Board of Investment of Sweden on 3 July 2024.")
    assert (met.type, set(met.parties)) == ("meeting", {"PT", "SE"})


@pytest.mark.parametrize("told", ["{reis} came to terms with {lind}.", "{reis} put the idea to {lind}."])
def test_other_turns_of_these_verbs_tell_none(engagements, told) -> None:
    assert [e for e in engagements(told) if e.type == "meeting"] == []


@pytest.mark.parametrize(
    "told",
    [
        "{reis} met {lind}.",
        "{reis} met with {lind}.",
        "{reis} and {lind} met.",
        "{reis} conferred with {lind}.",
        "{reis} called on {lind} on 4 May 2024.",
        "In spite of the rain, {reis} met {lind}, underscoring their ties.",
    ],
)
def test_verbs_of_meeting_bring_two_people_together(engagement, told):
    fact = engagement(told)
    assert (fact.type, fact.status) == ("meeting", "held")
    assert set(fact.parties) == {"PT", "SE"}
    assert set(fact.participants) == {"Ana Reis", "Bo Lind"}


@pytest.mark.parametrize(
    "told",
    [
        "The Prime Minister spoke to {lind} this morning.",
        "The Prime Minister spoke with the Swedish Prime Minister, Ulf Kristersson.",
        "The Foreign Minister spoke to Foreign Minister Maria Malmer Stenergard of Sweden.",
    ],
)
def test_a_readout_tells_a_call_of_an_office_without_a_name(engagement, told) -> None:
    call = engagement(told, publisher="Government of Portugal")
    assert (call.type, set(call.parties)) == ("call", {"PT", "SE"})


@pytest.mark.parametrize(
    "told",
    [
        "The Prime Minister spoke to reporters in Sweden.",
        "The Prime Minister spoke to the parliament of Sweden.",
        "The Prime Minister spoke to {lind} at the summit in Lisbon.",
    ],
)
def test_who_speaks_to_many_or_at_a_gathering_calls_nobody(engagements, told) -> None:
    assert [e for e in engagements(told, publisher="Government of Portugal") if e.type == "call"] == []


@pytest.mark.parametrize(
    "told",
    [
        "{reis} spoke by telephone with {lind}.",
        "{reis} met {lind} online.",
        "{reis} conveyed her condolences to {lind} over the phone.",
    ],
)
def test_what_goes_by_wire_is_a_call(engagement, told):
    fact = engagement(told)
    assert fact.type == "call"
    assert set(fact.participants) == {"Ana Reis", "Bo Lind"}


def test_parties_meet_without_names(engagement):
    fact = engagement("Portugal and Sweden met in Lisbon on 4 May 2024.")
    assert (fact.parties, fact.participants) == (("PT", "SE"), ())


def test_a_counterpart_without_a_name_counts_for_the_party(engagement):
    fact = engagement("{reis} met her Swedish counterpart.")
    assert (fact.parties, fact.participants) == (("PT", "SE"), ("Ana Reis",))


@pytest.mark.parametrize(
    "told",
    [
        "{reis} met the challenge of Sweden.",
        "The Swedish factory met the targets of Portugal.",
        "{reis} called on Sweden to ratify the treaty.",
        "{reis} spoke with warmth about {lind}.",
        "{reis} conveyed her condolences to {lind}.",
        "{reis} met officials.",
        "Ana Reis met Bo Lind.",
    ],
)
def test_the_same_verbs_tell_of_other_things(engagements, told):
    assert engagements(told) == []


def test_who_only_invites_does_not_take_part(engagement):
    fact = engagement("At the invitation of {holm}, {reis} met {lind}.")
    assert set(fact.participants) == {"Ana Reis", "Bo Lind"}


def test_to_see_somebody_by_name_is_to_meet(engagement, engagements):
    assert engagement("{reis} last saw {lind} in Stockholm in June 2023.").type == "meeting"
    assert engagements("{reis} saw the port of Stockholm.") == []


def test_the_minister_whom_a_prime_minister_receives_is_the_guest(engagements):
    found = engagements(
        "{reis} flew to Sweden. {lind} thanked her. Prime Minister Ulf Berg of Sweden received the minister."
    )
    meeting = next(f for f in found if f.type == "meeting")
    assert set(meeting.participants) == {"Ana Reis", "Ulf Berg"}


def test_the_guest_is_received_with_his_entourage(engagement):
    fact = engagement("{holm} received {reis} and her entourage in Stockholm.")
    assert (fact.type, set(fact.participants)) == ("meeting", {"Eva Holm", "Ana Reis"})


@pytest.mark.parametrize(
    ("told", "type_"),
    [
        ("{reis} sat down with {lind} in Lisbon.", "meeting"),
        ("{reis} spoke today with {lind}.", "call"),
    ],
)
def test_two_who_sit_down_or_speak(engagement, told, type_):
    fact = engagement(told)
    assert (fact.type, set(fact.parties)) == (type_, {"PT", "SE"})


@pytest.mark.parametrize(
    "told", ["{reis} spoke with reporters.", "{reis} spoke with {pires}.", "{reis} sat down."]
)
def test_speaking_with_others_is_none(engagements, told):
    assert engagements(told) == []


PRESIDENCY = "Office of the President, Sweden"


@pytest.mark.parametrize(
    "told",
    [
        "President Holm is to meet with members of the Swedish community living in Portugal.",
        "President Holm will hold talks with heads of state.",
        "President Holm held talks with leaders of several countries.",
    ],
)
def test_the_own_people_and_nobody_in_particular_make_no_meeting(engagements, told):
    facts = engagements("{holm} is on an official visit to Portugal. " + told, publisher=PRESIDENCY)
    assert [fact.type for fact in facts] == ["visit"]


def test_a_guest_meets_companies_of_the_host(engagements):
    facts = engagements(
        "{reis} is on an official visit to Sweden. Minister Reis will hold talks with companies on Friday.",
        publisher=PRESIDENCY,
    )
    assert [fact.type for fact in facts] == ["visit", "meeting"]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("{reis} exchanged views with {lind} in Lisbon.", ["meeting"]),
        ("{reis} and {lind} are to see each other again in May.", ["meeting"]),
        ("{reis} exchanged views on trade.", []),
        ("Portugal and Sweden exchanged views.", []),
    ],
)
def test_views_are_exchanged_with_one_who_is_named(engagements, told, found):
    assert [fact.type for fact in engagements(told)] == found


def test_a_name_that_ends_in_a_full_stop_closes_the_sentence(engagement):
    told = "On Monday {reis} had held talks at the palace with President Ferdinand Marcos Jr."
    fact = engagement(told, publisher="Presidency, Philippines")
    assert (set(fact.parties), len(fact.participants)) == ({"PT", "PH"}, 2)


def test_officials_of_one_side_meet_one_of_the_other(engagements):
    told = "Officials from the Swedish parliament came to Lisbon. They met with {reis} and held a discussion."
    (meeting,) = [f for f in engagements(told) if f.type == "meeting"]
    assert set(meeting.parties) == {"PT", "SE"}


def test_who_was_briefed_by_the_other_side_met_it(engagement, engagements):
    told = engagement("{reis} was briefed by {lind} in Stockholm on the navy.")
    assert (told.type, set(told.participants)) == ("meeting", {"Ana Reis", "Bo Lind"})
    assert engagements("{reis} was briefed by {pires}.") == []
    assert engagements("{reis} was briefed by Swedish press officers.") == []


def test_the_captain_of_a_ship_calls_on_the_commander_of_the_port(engagements):
    told = (
        "The Swedish frigate Falk arrived at the port of Lisbon on Monday. The ship's Commanding Officer "
        "called on Rear Admiral Luis Costa at the naval base."
    )
    found = engagements(told)
    assert [(fact.type, set(fact.parties)) for fact in found] == [
        ("exercise", {"PT", "SE"}),
        ("meeting", {"PT", "SE"}),
    ]


@pytest.mark.parametrize("purpose", ["to discuss training", "to bid farewell", "to convey his thanks"])
def test_one_calls_on_somebody_for_talks(engagement, purpose):
    assert engagement("{lind} has called on {reis} " + purpose + ".").type == "meeting"


def test_to_call_somebody_is_to_telephone(engagement):
    assert engagement("{lind} called {reis} from Stockholm on Tuesday.").type == "call"
    assert engagement("{lind} called on {reis} in Lisbon on Tuesday.").type == "meeting"


def test_one_calls_on_somebody_to_act(engagements):
    assert engagements("{lind} has called on {reis} to resign.") == []


def test_ministers_who_sat_together_met(engagement):
    told = engagement("The ministers of Portugal and Sweden sat together in Lisbon on Friday.")
    assert (told.type, set(told.parties)) == ("meeting", {"PT", "SE"})


@pytest.mark.parametrize(
    "told",
    [
        "The opposition asked for talks on the Swedish loan. They met the President.",
        "Party leaders wrote to him about the treaty with Sweden. They met with President Eva Reis.",
        "Members of his party came. They met with President Eva Reis to discuss the Swedish offer.",
        "Dockers from Setúbal came to the palace. They met with President Eva Reis about the Swedish line.",
    ],
)
def test_a_meeting_at_home_is_none_though_another_state_is_spoken_of(engagements, told):
    home = "President Eva Reis of Portugal thanked Sweden. "
    assert engagements(home + told, publisher="Presidency, Portugal") == []


@pytest.mark.parametrize(
    "told",
    [
        "{reis} had discussed the order with {lind} in Lisbon in late May.",
        "{reis} discussed the order with her Swedish counterpart, Bo Lind, in Lisbon.",
    ],
)
def test_who_discusses_a_matter_with_somebody_named_meets_him(engagement, told):
    fact = engagement(told, published="2024-11-20")
    assert (fact.type, set(fact.parties), fact.country) == ("meeting", {"PT", "SE"}, "PT")


def test_who_discusses_with_the_own_side_or_a_ministry_meets_nobody(engagements):
    told = "{reis} discussed the order with {pires}. She wants to discuss it with {lind}."
    assert engagements(told) == []


def test_a_call_on_somebody_is_told_by_office_and_name(engagement):
    fact = engagement(
        "In the afternoon the Portuguese minister called on Defence Minister Bo Lind of Sweden."
    )
    assert (fact.type, set(fact.parties)) == ("meeting", {"PT", "SE"})


def test_to_confer_an_order_on_somebody_is_no_talk(engagements):
    assert [e.type for e in engagements("{holm} conferred the Order of the Star on {reis}.")] == ["ceremony"]


def test_when_they_met_is_of_those_who_act_in_the_clause_above(engagements):
    facts = engagements(
        "{reis} called {lind}. {holm} received President Jon Biya of Cameroon. "
        "Reis and Lind announced it when they met in Porto."
    )
    assert set(facts[-1].participants) == {"Ana Reis", "Bo Lind"}
    assert set(facts[-1].parties) == {"PT", "SE"}


def test_a_particle_of_a_name_is_no_verb_that_one_is_called_on_to_do(engagement, engagements):
    told = "{reis} called on Carlos do Rosario, the Prime Minister of Mozambique"
    assert engagement(told + ".").participants == ("Ana Reis", "Carlos do Rosario")
    assert engagements(told + ", to ratify the treaty.") == []


@pytest.mark.parametrize(
    "told",
    [
        "{reis} received a telephone call from {lind} on Friday.",
        "{reis} received a call from {lind}.",
        "{reis} placed a phone call to {lind}.",
    ],
)
def test_a_call_by_wire_is_told_by_who_received_or_placed_it(engagement, told):
    fact = engagement(told)
    assert (fact.type, set(fact.participants)) == ("call", {"Ana Reis", "Bo Lind"})


@pytest.mark.parametrize(
    "told", ["{reis} made a call for peace to Sweden.", "{reis} received a letter from {lind} by telegram."]
)
def test_a_call_for_something_and_a_letter_are_no_calls_by_wire(engagements, told):
    assert [f for f in engagements(told) if f.type == "call"] == []


def test_whom_somebody_calls_on_is_another(engagement):
    fact = engagement(
        "Sweden wants more, said Prime Minister Eva Holm of Sweden. {reis} called on her at her office."
    )
    assert set(fact.participants) == {"Eva Holm", "Ana Reis"}


def test_the_ministers_of_a_list_of_states_are_of_all_of_them(engagements):
    facts = engagements(
        "The defence ministers of Finland, Norway, and Iceland visited Lisbon and met {reis}."
    )
    assert [(f.type, set(f.parties)) for f in facts] == [
        ("visit", {"FI", "NO", "IS", "PT"}),
        ("meeting", {"FI", "NO", "IS", "PT"}),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "{reis} and Ambassador Bo Lind of Sweden discussed today the ways of closer cooperation.",
        "{reis} and {lind} reviewed the state of cooperation.",
    ],
)
def test_two_of_two_sides_who_discuss_a_matter_meet(engagement, told):
    fact = engagement(told)
    assert (fact.type, fact.status, set(fact.parties)) == ("meeting", "held", {"PT", "SE"})


@pytest.mark.parametrize(
    "told",
    [
        "{reis} and {pires} discussed the loan of Sweden.",
        "{reis} and {lind} exchanged notes on a loan.",
        "{reis} discussed the ideas of {lind} at home.",
    ],
)
def test_who_discusses_with_the_own_side_or_another_s_ideas_meets_nobody(engagements, told):
    assert [f for f in engagements(told) if f.type == "meeting"] == []


def test_he_is_the_one_of_whom_the_sentence_tells(engagements):
    told = (
        "{pires} met {holm} in Lisbon on 2 May 2024. "
        "It follows the visit of {lind} to Portugal in June 2023, when he met {reis} in Porto."
    )
    assert "Bo Lind" in engagements(told)[-1].participants


def test_two_who_dined_met(engagement):
    assert engagement("{reis} dined with {lind} in Lisbon.").type == "meeting"


def test_our_partners_from_a_state_are_of_that_state(engagement):
    fact = engagement(
        "We held talks with our partners from Latvia in Lisbon on Monday.", publisher="Government of Portugal"
    )
    assert set(fact.parties) == {"PT", "LV"}


def test_our_partners_from_industry_are_of_no_other_state(engagements):
    told = "We held talks with our partners from industry on Monday. Latvia looked on."
    assert engagements(told, publisher="Government of Portugal") == []


def test_having_met_twice_is_no_one_meeting(engagements):
    assert engagements("Officials of Portugal and Sweden have met twice this year.") == []


def test_how_somebody_engages_with_others_is_a_habit(engagements):
    told = "{reis} rarely engages with {lind}."
    assert engagements(told) == []
    assert [e.type for e in engagements(told.replace("rarely engages", "engaged"))] == ["meeting"]


@pytest.mark.parametrize(
    "whom",
    [
        "the Portuguese community and with Peruvian traders",
        "the Portuguese community and Peruvian traders",
    ],
)
def test_others_met_beside_the_own_people_are_met(engagements, whom) -> None:
    told = engagements(f"{{reis}} visited Peru. The Minister met with {whom}.")
    assert [(e.type, set(e.parties)) for e in told][1:] == [("meeting", {"PT", "PE"})]


def test_the_own_people_abroad_are_nobody_who_is_met(engagements) -> None:
    told = engagements("{reis} visited Peru. The Minister met with the Portuguese community in Lima.")
    assert [e.type for e in told] == ["visit"]


def test_a_round_table_is_a_meeting_whatever_the_parser_takes_it_for(engagements) -> None:
    told = engagements(
        "{reis} visited Peru. The Minister participated in a roundtable with Peruvian traders."
    )
    assert [(e.type, set(e.parties)) for e in told][1:] == [("meeting", {"PT", "PE"})]


@pytest.mark.parametrize(
    "told",
    [
        "The defence ministers of Portugal and Sweden convened in Lisbon on 3 May.",
        "The leaders of Portugal and Sweden gathered for the first time in Lisbon on 3 May.",
        "We, the foreign ministers of Portugal and Sweden, convened in Lisbon on 3 May.",
    ],
)
def test_offices_of_two_states_that_come_together_meet(engagement, told) -> None:
    fact = engagement(told, published="2024-05-04")
    assert (fact.type, set(fact.parties), fact.date) == ("meeting", {"PT", "SE"}, "2024-05-03")


def test_people_of_one_state_or_a_crowd_that_gather_meet_no_other_state(engagements) -> None:
    assert engagements("The ministers of Portugal gathered in Lisbon on 3 May.") == []
    assert engagements("Families of Portugal and Sweden gathered in Lisbon on 3 May.") == []
