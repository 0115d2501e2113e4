"""Rounds of standing mechanisms."""

import pytest


@pytest.mark.parametrize(
    ("told", "series", "ordinal"),
    [
        (
            "{reis} met {lind} at the fifth Portugal-Sweden Leaders' Retreat in Lisbon on 3 July 2024.",
            "Portugal-Sweden Leaders' Retreat",
            5,
        ),
        ("{reis} and {lind} held their tenth Leaders' Retreat on 3 July 2024.", "Leaders' Retreat", 10),
        (
            "Portugal and Sweden met on 3 July 2024 for the 12th Border Commanders' Conference.",
            "Border Commanders' Conference",
            12,
        ),
        (
            "The Portugal-Sweden Joint Commission met for the sixth time on 3 July 2024.",
            "Portugal-Sweden Joint Commission",
            6,
        ),
        (
            "The Portugal-Sweden Joint Commission wrapped up its sixth meeting on 3 July 2024.",
            "Portugal-Sweden Joint Commission",
            6,
        ),
        (
            "The Defence Cooperation Committee of Portugal and Sweden met on 3 July 2024.",
            "Defence Cooperation Committee of Portugal and Sweden",
            None,
        ),
    ],
)
def test_further_ways_in_which_a_round_is_named_and_counted(engagement, told, series, ordinal) -> None:
    held = engagement(told)
    assert (held.type, held.status, held.date) == ("dialogue", "held", "2024-07-03")
    assert (held.series, held.ordinal, set(held.parties)) == (series, ordinal, {"PT", "SE"})


def test_a_round_that_the_ministers_held_is_told_behind_its_name(engagements) -> None:
    told = "They praised the Strategic Dialogue that the two defence ministers held in Warsaw on 21 June."
    *_, dialogue = engagements("{reis} met {lind} in Lisbon. " + told, published="2024-11-03")
    assert (dialogue.type, dialogue.date) == ("dialogue", "2024-06-21")


@pytest.mark.parametrize(
    "told",
    [
        "The plan of action for 2025-2027, signed at the 13th Defence Policy Dialogue in May, has tasks.",
        "They will build on the plan of action adopted at the 13th Defence Policy Dialogue in May.",
    ],
)
def test_a_round_at_which_something_was_signed_was_held(engagements, told) -> None:
    *_, dialogue = engagements("{reis} met {lind} in Lisbon. " + told, published="2025-11-03")
    assert (dialogue.type, dialogue.status, dialogue.date) == ("dialogue", "held", "2025-05")


@pytest.mark.parametrize(
    ("told", "series", "ordinal", "status"),
    [
        (
            "The third Sweden-Japan Strategic Dialogue was held in Tokyo on 4 May 2024.",
            "Sweden-Japan Strategic Dialogue",
            3,
            "held",
        ),
        (
            "Japan and Sweden held the 3rd Sweden-Japan Strategic Dialogue in Tokyo on 4 May 2024.",
            "Sweden-Japan Strategic Dialogue",
            3,
            "held",
        ),
        (
            "The 42nd meeting of the Sweden-Japan Joint Commission was held in Tokyo on 4 May 2024.",
            "Sweden-Japan Joint Commission",
            42,
            "held",
        ),
        (
            "The fourth Sweden-Japan Strategic Dialogue will be held in Tokyo in December 2024.",
            "Sweden-Japan Strategic Dialogue",
            4,
            "planned",
        ),
        (
            "The Sweden-Japan Cooperation Council held its second meeting in Tokyo.",
            "Sweden-Japan Cooperation Council",
            2,
            "held",
        ),
        (
            "The Sweden-Japan Strategic Dialogue was held in Tokyo.",
            "Sweden-Japan Strategic Dialogue",
            None,
            "held",
        ),
    ],
)
def test_a_round_has_a_series_and_mostly_a_number(engagement, told, series, ordinal, status):
    fact = engagement(told)
    assert (fact.type, fact.series, fact.ordinal, fact.status) == ("dialogue", series, ordinal, status)
    assert (set(fact.parties), fact.country) == ({"SE", "JP"}, "JP")


@pytest.mark.parametrize(
    "told",
    [
        "Officials prepared for the third Sweden-Japan Strategic Dialogue.",
        "The plan for the third Sweden-Japan Strategic Dialogue pleased them.",
        "The upcoming third Sweden-Japan Strategic Dialogue pleased them.",
    ],
)
def test_a_round_that_is_being_prepared_is_planned(engagement, told):
    assert engagement(told).status == "planned"


def test_a_mechanism_that_met_is_a_dialogue_and_no_meeting(engagement):
    fact = engagement("The Portugal-Sweden Joint Commission met in Lisbon on 4 May 2024.")
    assert (fact.type, fact.series) == ("dialogue", "Portugal-Sweden Joint Commission")


@pytest.mark.parametrize(
    ("more", "types"),
    [
        ("Their second meeting was held in Porto.", ["meeting", "dialogue"]),
        ("Their second meeting was a success.", ["meeting"]),
    ],
)
def test_a_numbered_meeting_without_a_name_has_to_be_held(engagements, more, types):
    assert [f.type for f in engagements("{reis} met {lind} on 4 May 2024. " + more)] == types


def test_a_caption_names_a_round_without_a_verb(engagement):
    fact = engagement("The third Sweden-Japan Strategic Dialogue in Tokyo, 4 May 2024.")
    assert (fact.type, fact.ordinal, fact.status) == ("dialogue", 3, "held")


def test_a_summit_of_a_body_is_a_conference(engagement):
    fact = engagement("Sweden took part in the third EU-ASEAN Summit in Vientiane on 4 May 2024.")
    assert fact.type == "conference"
    assert {"EU", "ASEAN"} <= set(fact.parties)


def test_parties_of_the_table_where_the_name_has_none(engagements):
    told = engagements("{reis} met {lind}. The two sides held the third Defence Dialogue on 4 May 2024.")
    assert ("dialogue", {"PT", "SE"}) in [(f.type, set(f.parties)) for f in told]


@pytest.mark.parametrize(
    "told",
    [
        "Officials spoke on the sidelines of the third Sweden-Japan Strategic Dialogue.",
        "The Sweden-Japan Strategic Dialogue is a pillar of peace.",
        "Sweden and Japan proposed to hold the third Sweden-Japan Strategic Dialogue.",
        "The Security Council of the United Nations adopted a resolution on Sweden.",
        "The third-largest group of students in Japan is from Sweden.",
    ],
)
def test_a_mechanism_in_passing_is_no_round(engagements, told):
    assert engagements(told) == []


@pytest.mark.parametrize(
    "told",
    [
        "The First Special Forces Group of Portugal and the Swedish Navy met in Lisbon on 3 July 2024.",
        "The 4th Student Exchange Programme of Portugal and Sweden was concluded.",
        "{reis} spoke at a luncheon hosted by the Portugal-Sweden Business Council.",
    ],
)
def test_a_unit_or_a_programme_with_a_number_is_no_round(engagements, told):
    assert "dialogue" not in {e.type for e in engagements(told)}


@pytest.mark.parametrize(
    "told",
    [
        "{reis} had her first encounter with {lind} in Lisbon on 3 July 2024.",
        "{reis} held her first meeting with {lind} in Lisbon on 3 July 2024.",
        "{reis} and {lind} held their second meeting this year in Lisbon on 3 July 2024.",
    ],
)
def test_a_numbered_meeting_of_people_is_no_round(engagement, told):
    held = engagement(told)
    assert (held.type, held.date, held.series) == ("meeting", "2024-07-03", None)


def test_an_exchange_of_visits_is_a_mechanism(engagement):
    held = engagement("The 16th Portugal-Sweden Annual Exchange of Visits was held in Lisbon on 3 July 2024.")
    assert (held.type, held.series, held.ordinal) == (
        "dialogue", "Portugal-Sweden Annual Exchange of Visits", 16,
    )  # fmt: skip


def test_first_since_is_no_number(engagements):
    told = engagements(
        "Portugal and Sweden held the third Portugal-Sweden Defence Dialogue in Lisbon on 4 May 2024. "
        "It was the first dialogue since April 2022."
    )
    assert [(f.date, f.ordinal) for f in told] == [("2024-05-04", 3), ("2022-04", 2)]


def test_a_round_does_not_take_the_people_of_a_meeting_told_before(engagements):
    _, dialogue = engagements(
        "{reis} met {lind} in Lisbon on 5 May 2024. "
        "A third defence strategy and cooperation dialogue met in Stockholm on 19 December 2023."
    )
    assert (dialogue.type, dialogue.participants) == ("dialogue", ())


def test_a_clause_on_the_name_tells_of_a_round(engagements):
    told = (
        "{reis} met {lind}. They praised the Defence Dialogue, which last convened in Porto in August 2022."
    )
    found = [fact for fact in engagements(told) if fact.type == "dialogue"]
    assert [(fact.status, fact.date, set(fact.parties)) for fact in found] == [
        ("held", "2022-08", {"PT", "SE"})
    ]


def test_a_commission_of_two_states_needs_no_capitals(engagements):
    told = "{reis} and {lind} co-chaired the Portuguese-Swedish military commission in Porto in March 2022."
    assert [(fact.type, set(fact.parties)) for fact in engagements(told)] == [("dialogue", {"PT", "SE"})]


@pytest.mark.parametrize(
    "told",
    [
        "The commission's fifth session is due to be held in Lisbon in October.",
        "Portugal is set to host the fifth session next year.",
    ],
)
def test_the_round_behind_the_one_told_is_planned(engagements, told):
    found = engagements(
        "The fourth session of the Portugal-Sweden Joint Commission convened in Stockholm on 4 March. "
        + told,
        published="2024-03-05",
    )
    assert [(fact.type, fact.status, fact.ordinal) for fact in found] == [
        ("dialogue", "held", 4),
        ("dialogue", "planned", 5),
    ]


def test_the_group_met_before(engagements):
    told = (
        "The fourth session of the Portugal-Sweden Joint Commission convened in Stockholm on 4 March. "
        "The commission last met in Lisbon in November."
    )
    found = engagements(told, published="2024-03-05")
    assert [(fact.type, fact.status, fact.date) for fact in found] == [
        ("dialogue", "held", "2024-03-04"),
        ("dialogue", "held", "2023-11"),
    ]


def test_a_habit_told_on_the_name_is_no_round(engagements):
    told = "{reis} met {lind}. They praised the Defence Dialogue, which meets every year in Porto."
    assert [fact.type for fact in engagements(told)] == ["meeting"]


def test_a_round_takes_place_where_one_travels_for_it(engagement):
    told = engagement("{reis} travels to Sweden for the third Portugal-Sweden Ministerial Consultations.")
    assert (told.series, told.country) == ("Portugal-Sweden Ministerial Consultations", "SE")


def test_a_committee_of_two_states_by_name_needs_no_number(engagement):
    fact = engagement("{lind} co-chaired the meeting of the Sweden-Japan High Defence Committee in Tokyo.")
    assert (fact.type, fact.series, set(fact.parties)) == (
        "dialogue",
        "Sweden-Japan High Defence Committee",
        {"SE", "JP"},
    )


def test_a_committee_of_one_state_is_no_mechanism(engagements):
    assert engagements("{lind} chaired the meeting of the Swedish High Defence Committee.") == []


def test_the_day_after_a_round_is_not_its_day(engagements):
    text = "{lind} came to Lisbon on 26 October 2024, one day after the seventh Sweden-Portugal Dialogue."
    assert [f.date for f in engagements(text) if f.type == "dialogue"] == ["2024-10-25"]


def test_a_fair_on_whose_sidelines_somebody_meets_is_no_round(engagements):
    facts = engagements(
        "{reis} met {lind} in Lisbon. The meeting took place on the sidelines of the 5th Anniversary "
        "Portugal International Defence Exhibition IDX."
    )
    assert [f.type for f in facts] == ["meeting"]


def test_the_third_meeting_of_two_people_is_no_round_of_a_mechanism(engagements):
    told = "{reis} met {lind} today. It was the third meeting of the two ministers, after Porto in June 2022."
    assert [fact.type for fact in engagements(told)] == ["meeting"]


def test_the_meeting_of_the_members_of_a_body_is_a_conference(engagements):
    (fact,) = engagements("The 19th Ministerial Meeting of the EU was attended by {reis} today.")
    assert (fact.type, fact.ordinal) == ("conference", 19)


def test_a_working_group_of_two_sides_is_a_standing_one(engagements):
    facts = engagements(
        "{reis} met {lind}. The next Defence Bilateral Working Group is scheduled for May in Porto."
    )
    assert [(f.type, f.status) for f in facts] == [("meeting", "held"), ("dialogue", "planned")]


def test_a_working_lunch_is_no_mechanism(engagements):
    facts = engagements("{reis} met {lind}. The Porto Sailing Group is scheduled to sail in May.")
    assert [f.type for f in facts] == ["meeting"]


def test_the_first_celebration_of_a_day_is_no_round(engagements):
    facts = engagements(
        "The first national celebration of Forest Day was held in 1999. Attendees included Ana Reis, "
        "Defence Minister of Portugal, and Bo Lind, Defence Minister of Sweden."
    )
    assert [f for f in facts if f.type == "dialogue"] == []


def test_a_first_meeting_that_will_follow_is_to_come(engagements):
    told = "{reis} met {lind}. They set up a joint committee of Portugal and Sweden. "
    found = engagements(told + "The inaugural meeting of the Joint Committee will follow in Lisbon.")
    assert [(e.type, e.status) for e in found] == [("meeting", "held"), ("dialogue", "planned")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The third Portugal-Sweden Defence Dialogue is to be held in Lisbon in May 2025.",
        "The third Portugal-Sweden Defence Dialogue is due to take place in Lisbon in May 2025.",
        "The third meeting of the Portugal-Sweden Joint Committee is planned for May 2025 in Lisbon.",
        "The third meeting of the Portugal-Sweden Joint Committee is to take place in Lisbon in May 2025.",
    ],
)
def test_a_round_that_is_to_be_held_has_its_place_and_day(engagements, sentence) -> None:
    (ahead,) = engagements(sentence)
    assert (ahead.status, ahead.ordinal, ahead.date, ahead.place) == ("planned", 3, "2025-05", "Lisbon")


def test_a_round_of_a_body_that_is_put_off_keeps_its_number(engagements) -> None:
    (off,) = engagements("The third meeting of the Portugal-Sweden Joint Committee has been postponed.")
    assert (off.type, off.ordinal, off.status) == ("dialogue", 3, "postponed")


def test_the_name_of_a_committee_begins_behind_whose_it_is(engagements):
    told = "{reis} met {lind}. The two countries' Joint Defence Committee is to meet in Lisbon in May 2031."
    assert engagements(told)[1].series == "Joint Defence Committee"


@pytest.mark.parametrize("when", ["held in Lisbon on 3 May 2023", "which was held in Lisbon on 3 May 2023"])
def test_a_counted_meeting_of_a_commission_is_told_once_with_its_day(engagements, when):
    text = f"They recalled the ninth meeting of the Joint Commission, {when}."
    told = [f for f in engagements("{reis} met {lind} on 4 May 2024. " + text) if f.type == "dialogue"]
    assert [(f.series, f.ordinal, f.date) for f in told] == [("Joint Commission", 9, "2023-05-03")]


def test_place_and_time_behind_a_comma_belong_to_the_round(engagements):
    text = "The step was considered at the ninth meeting of the Joint Commission, in Lisbon in May 2023."
    *_, told = engagements("{reis} met {lind} in Stockholm on 4 May 2024. " + text)
    assert (told.date, told.country) == ("2023-05", "PT")
    aside = "The step was considered at the ninth meeting of the Joint Commission, in the view of {reis}."
    *_, told = engagements("{reis} met {lind} in Stockholm on 4 May 2024. " + aside)
    assert not told.evidence[0].text.endswith("Portugal")


def test_a_dialogue_of_vice_ministers_has_its_whole_name(engagement):
    text = (
        "The 11th Vice-Ministerial Defence Policy Dialogue between Japan and Viet Nam was held in May 2024."
    )
    assert engagement(text).series == "Vice-Ministerial Defence Policy Dialogue"


@pytest.mark.parametrize("went", ["was in", "travelled to"])
def test_a_round_that_one_went_for_was_held_with_the_state_one_went_to(engagements, went) -> None:
    told = engagements(f"{{reis}} {went} Stockholm on 3 June 2024 for the first Defence Council.")
    (held,) = [e for e in told if e.type == "dialogue"]
    assert (held.status, held.country, set(held.parties)) == ("held", "SE", {"PT", "SE"})


def test_a_round_that_one_travels_for_is_still_to_come(engagements) -> None:
    (ahead,) = engagements("{reis} travels to Stockholm for the first Defence Council.")
    assert ahead.status == "planned"


@pytest.mark.parametrize(
    "ahead", ["is to take place in 2025", "will be held in 2025", "is to be held in 2025"]
)
def test_a_round_of_which_a_clause_tells_that_it_will_be_is_planned(engagements, ahead) -> None:
    told = (
        f"{{reis}} invited {{lind}} to Lisbon for the eighth Portugal-Sweden Defence Dialogue, which {ahead}."
    )
    (found,) = [e for e in engagements(told, published="2024-12-15") if e.type == "dialogue"]
    assert (found.status, found.date) == ("planned", "2025")


def test_a_round_at_which_aims_were_set_was_held(engagement) -> None:
    fact = engagement(
        "The matter was discussed in March at the ninth Portugal-Sweden Dialogue in Lisbon, where the "
        "two sides set priorities for the year.",
        published="2024-07-15",
    )
    assert (fact.status, fact.ordinal, fact.date) == ("held", 9, "2024-03")


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("Sweden and Portugal held the second edition of their cyber dialogue in Lisbon.", 2),
        ("{reis} and {lind} co-chaired the fourth edition of the Sweden-Portugal Strategic Dialogue.", 4),
        ("{reis} led her delegation to the sixth meeting of the Sweden-Portugal Joint Commission.", 6),
        ("The Joint Working Group on Defence between Sweden and Portugal met for its first session.", 1),
    ],
)
def test_editions_and_meetings_of_a_body_are_its_rounds(engagements, told, number) -> None:
    rounds = [e for e in engagements(told) if e.type == "dialogue"]
    assert [(e.ordinal, set(e.parties)) for e in rounds] == [(number, {"SE", "PT"})]


def test_a_session_that_should_take_place_in_a_month_is_planned(engagement) -> None:
    told = (
        "The next session of the Joint Commission of Sweden and Portugal should take place in Lisbon in June."
    )
    round_ = engagement(told, published="2024-05-10")
    assert (round_.type, round_.status, round_.date) == ("dialogue", "planned", "2024-06")


@pytest.mark.parametrize(
    "told",
    [
        "The Joint Commission of Sweden and Portugal should meet more often.",
        "Portugal received {lind}. The fourth meeting of the cabinet was held in Lisbon on 3 July 2024.",
    ],
)
def test_neither_a_wish_nor_a_cabinet_of_one_state_is_a_round(engagements, told) -> None:
    assert [e for e in engagements(told) if e.type == "dialogue"] == []


@pytest.mark.parametrize(
    "told",
    [
        "They reviewed the preparations for the third meeting of the Joint Military Committee.",
        "They discussed the agenda of the third meeting of the Joint Military Committee.",
        "The minister said he looked forward to the third meeting of the Joint Military Committee.",
        "The text will be signed at the third meeting of the Joint Military Committee.",
        "The ministers will discuss ports at the third meeting of the Joint Military Committee.",
        "It is to be signed at the third meeting of the Joint Committee, which Lisbon will host.",
        "It will be a matter for the third meeting of the Joint Committee, scheduled for May.",
    ],
)
def test_a_round_of_which_is_told_what_comes_before_it_is_planned(engagements, told) -> None:
    (ahead,) = [e for e in engagements(f"{{reis}} met {{lind}}. {told}") if e.type == "dialogue"]
    assert (ahead.status, ahead.ordinal) == ("planned", 3)


@pytest.mark.parametrize(
    "told",
    [
        "They agreed to build ports during the third meeting of the Joint Military Committee.",
        "They reviewed what had been decided at the third meeting of the Joint Military Committee.",
        "The plan adopted at the third meeting of the Joint Military Committee will be carried out.",
        "As agreed at the third meeting of the Joint Military Committee, the navies will train.",
    ],
)
def test_a_round_at_which_something_was_done_is_not_planned_by_what_will_follow(engagements, told) -> None:
    (held,) = [e for e in engagements(f"{{reis}} met {{lind}}. {told}") if e.type == "dialogue"]
    assert (held.status, held.ordinal) == ("held", 3)


def test_a_body_and_its_short_name_hold_one_meeting(engagement) -> None:
    told = (
        "Sweden and Portugal agreed at the fourth Joint Defence Committee (JDC) meeting in Lisbon on May 3."
    )
    round_ = engagement(told, published="2024-05-10")
    assert (round_.type, round_.ordinal, round_.date, round_.place) == ("dialogue", 4, "2024-05-03", "Lisbon")


def test_a_round_has_the_name_of_what_it_is_a_round_of(engagement) -> None:
    told = "Sweden and Portugal met in Lisbon for the 11th round of their annual policy dialogue."
    assert "policy dialogue" in engagement(told).series


def test_guests_are_welcomed_for_a_round_on_its_day(engagements) -> None:
    told = "Portugal today welcomed {lind} for the ninth Sweden-Portugal Ministerial Meeting."
    rounds = [e for e in engagements(told, published="2024-05-10") if e.type == "dialogue"]
    assert [(e.ordinal, e.date) for e in rounds] == [(9, "2024-05-10")]


def test_a_meeting_that_a_state_will_host_is_planned(engagements) -> None:
    body = "the eighth meeting of the Sweden-Portugal Joint Commission"
    told = f"They spoke of {body}, which Sweden will host later this year."
    rounds = [e for e in engagements(told, published="2024-05-10") if e.type == "dialogue"]
    assert [(e.status, e.date) for e in rounds] == [("planned", "2024")]


@pytest.mark.parametrize(
    ("told", "status", "date"),
    [
        (
            "It was agreed at the Sweden-Portugal Defence Dialogue in Lisbon in November 2023.",
            "held",
            "2023-11",
        ),
        (
            "It was signed during the Sweden-Portugal Joint Commission in Lisbon last November.",
            "held",
            "2023-11",
        ),
        (
            "It will be signed at the Sweden-Portugal Defence Dialogue in Lisbon in November.",
            "planned",
            "2024-11",
        ),
    ],
)
def test_what_was_done_at_a_named_mechanism_with_its_time_tells_of_a_round(
    engagements, told, status, date
) -> None:
    found = [e for e in engagements(told, published="2024-05-10") if e.type == "dialogue"]
    assert [(e.status, e.date, e.place) for e in found] == [(status, date, "Lisbon")]


def test_a_mechanism_on_whose_margins_others_meet_is_no_round_of_theirs(engagements) -> None:
    told = "{reis} met {lind} on the sidelines of the India-Japan Strategic Dialogue in Delhi in May 2023."
    assert [e for e in engagements(told, published="2024-05-10") if e.type == "dialogue"] == []


@pytest.mark.parametrize("told", ["continue holding", "keep holding"])
def test_a_dialogue_that_goes_on_being_held_is_no_round(engagements, told) -> None:
    text = f"{{reis}} met {{lind}}. They agreed to {told} the Portugal-Sweden Strategic Dialogue every year."
    assert [e.type for e in engagements(text)] == ["meeting"]


def test_the_first_round_of_others_is_not_that_of_those_told_before(engagements) -> None:
    told = (
        "On 15 June, Portugal, Sweden and Peru held their third advisors' trilateral meeting since 2021.\n\n"
        "On 16 June, Portugal, Sweden and Chile held their inaugural advisors trilateral meeting in Lisbon."
    )
    rounds = [e for e in engagements(told, published="2024-06-17") if e.ordinal]
    assert [(e.ordinal, set(e.parties)) for e in rounds] == [(3, {"PT", "SE", "PE"}), (1, {"PT", "SE", "CL"})]
