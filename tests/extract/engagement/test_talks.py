"""Meetings told by a noun."""

import pytest


def test_the_guest_s_meetings_are_with_the_other_side(engagements) -> None:
    text = "{lind} met {reis} in Lisbon. The guest also had separate meetings with {pires}."
    assert set(engagements(text)[-1].parties) == {"PT", "SE"}


def test_negotiations_that_are_held_with_somebody_are_talks(engagement, engagements) -> None:
    assert engagement("Negotiations were held by {reis} with {lind} on 3 July 2024.").type == "meeting"
    assert engagements("Portugal and Sweden concluded negotiations on trade on 3 July 2024.") == []


@pytest.mark.parametrize(
    "told",
    [
        "{reis} was in Stockholm on 3 July 2024. The visit saw talks with {lind}.",
        "{reis} was in Stockholm on 3 July 2024. The visit included a meeting with {lind}.",
    ],
)
def test_a_visit_that_saw_talks_is_of_the_guest_and_the_host(engagements, told) -> None:
    (met,) = [e for e in engagements(told) if e.type == "meeting"]
    assert set(met.parties) == {"PT", "SE"}


def test_talks_that_bring_people_together_are_of_their_states(engagement) -> None:
    met = engagement("The talks brought together the army chiefs of Portugal and Sweden on 3 July 2024.")
    assert (met.type, set(met.parties), met.date) == ("meeting", {"PT", "SE"}, "2024-07-03")


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (
            "{reis} chaired a videoconference of the ministers of Sweden, Finland and Iceland on 3 July.",
            "call",
        ),
        ("{reis} hosted a meeting of the ministers of Sweden, Finland and Iceland on 3 July.", "meeting"),
        ("We, the ministers of Portugal, Sweden, Finland and Iceland, met on 3 July 2024.", "meeting"),
    ],
)
def test_all_states_that_are_told_take_part(engagement, told, kind) -> None:
    met = engagement(told, published="2024-07-04")
    assert (met.type, set(met.parties)) == (kind, {"PT", "SE", "FI", "IS"})


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("{reis} held talks with {lind}.", "engagement/hold:talk"),
        ("{reis} engaged in talks with {lind}.", "engagement/hold:talk"),
        ("{reis} held a summit in Lisbon with {lind}.", "engagement/hold:summit"),
        ("{reis} paid a courtesy call on {lind}.", "engagement/hold:call"),
        ("Talks between {reis} and {lind} took place on Monday.", "engagement/happen:talk"),
        ("During her talks with {lind}, {reis} praised the navy.", "engagement/talks:talk"),
        ("At a meeting with {lind}, {reis} praised the navy.", "engagement/talks:meeting"),
        ("{reis} and {lind} announced after talks that trade had grown.", "engagement/after-talks:talk"),
    ],
)
def test_forms_in_which_two_people_talk(engagement, told, rule):
    fact = engagement(told)
    assert (fact.type, fact.status, fact.rule) == ("meeting", "held", rule)
    assert set(fact.participants) == {"Ana Reis", "Bo Lind"}


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("{reis} spoke to {lind} at an audience.", "engagement/during-a:audience"),
        (
            "At bilateral talks held in Lisbon, {reis} and {lind} praised the navy.",
            "engagement/held-talks:talk",
        ),
        ("{reis} made a plea at talks with {lind}.", "engagement/hold:talk"),
    ],
)
def test_talks_in_the_course_of_which_something_is_said(engagement, told, rule):
    fact = engagement(told)
    assert (fact.type, set(fact.parties), fact.rule) == ("meeting", {"PT", "SE"}, rule)


def test_a_telephone_conversation_is_a_call(engagement):
    assert engagement("{reis} had a telephone conversation with {lind}.").type == "call"


def test_a_joint_press_briefing_is_of_those_at_the_table(engagements):
    told = engagements(
        "{reis} visited Sweden. During a joint press briefing, Minister Reis spoke of the sea."
    )
    assert ("engagement/joint-briefing", {"PT", "SE"}) in [(f.rule, set(f.parties)) for f in told]


def test_parties_meet_without_names(engagement):
    fact = engagement("A meeting between Portugal and Sweden was held in Lisbon on 4 May 2024.")
    assert (fact.parties, fact.date, fact.place) == (("PT", "SE"), "2024-05-04", "Lisbon")


@pytest.mark.parametrize(
    "more",
    [
        "At the meeting, Minister Lind praised the navy.",
        "The talks took place in Porto.",
        "These talks were frank.",
        "The meeting was attended by Ambassador Gil Sousa of Portugal.",
    ],
)
def test_what_was_told_before_is_told_again(engagements, more):
    assert len(engagements("{reis} met {lind} on 4 May 2024. " + more)) == 1


@pytest.mark.parametrize(
    "told",
    [
        "{reis} held talks on fisheries.",
        "{reis} held a press conference after talks with {lind}.",
        "The media praised the engagement with partners.",
        "{reis} spoke of high-level meetings with Sweden.",
        "At the meeting, {reis} praised the navy.",
        "The talks took place in Porto.",
    ],
)
def test_talks_of_one_side_or_of_nobody_are_no_fact(engagements, told):
    assert engagements(told) == []


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Talks will be held with the Swedish minister.", "planned"),
        ("Discussions were held with the Swedish business community.", "held"),
        ("The visit is expected to include talks with Swedish business leaders.", "planned"),
        ("He also held a series of discussions with Swedish business groups.", "held"),
        ("The signing took place following bilateral talks held at the Royal Palace.", "held"),
    ],
)
def test_talks_with_one_side_are_with_the_other_at_the_table(engagements, told, status):
    found = engagements("President Marcelo Rebelo de Sousa of Portugal arrived in Stockholm, Sweden. " + told)
    talks = [f for f in found if f.type == "meeting"]
    assert [(set(f.parties), f.status) for f in talks] == [({"PT", "SE"}, status)]


@pytest.mark.parametrize(
    "course",
    ["ended with the signing of a plan", "began with a tour of the port", "focused on the navy"],
)
def test_talks_with_one_side_that_run_their_course_are_with_the_other(engagements, course):
    *_, talks = engagements(f"{{reis}} visited Stockholm on Monday. Tuesday's talks with {{holm}} {course}.")
    assert (talks.type, set(talks.parties)) == ("meeting", {"PT", "SE"})


@pytest.mark.parametrize(
    "told",
    [
        "{reis} visited Stockholm on 4 May 2024. The day concluded with talks between {reis} and {lind}.",
        "{reis} visited Stockholm on 4 May 2024. Her programme began with talks with {lind}.",
        "{reis} visited Stockholm on 4 May 2024. The day ended with a meeting with {lind}.",
    ],
)
def test_talks_with_which_a_day_begins_or_ends(engagements, told):
    visit, talks = engagements(told)
    assert (visit.type, talks.type, talks.status) == ("visit", "meeting", "held")
    assert set(talks.parties) == {"PT", "SE"}


@pytest.mark.parametrize(
    "told",
    [
        "{reis} assured the mayor that she would take the steps after talks with {lind}.",
        "On her visit to Sweden, {reis} is to take part in several key engagements, including field visits.",
        "{reis} was welcomed in Stockholm with a dance, following which she interacted with the performers.",
        "{reis} met the mayor. Executives of Swedish firms attended to explore opportunities in Portugal.",
    ],
)
def test_what_tells_of_no_talks_that_were_held(engagements, told):
    assert all(fact.type in {"visit", "ceremony"} and fact.country != "PT" for fact in engagements(told))


def test_a_meal_that_followed_is_another_meeting(engagements):
    told = engagements("{reis} met {lind} in Lisbon. A working lunch followed.")
    assert [set(e.parties) for e in told] == [{"PT", "SE"}, {"PT", "SE"}]
    assert len(engagements("{reis} met {lind} in Lisbon. Silence followed.")) == 1


def test_who_is_to_be_met_also_is_met_at_another_meeting(engagements):
    found = engagements(
        "President Marcelo Rebelo de Sousa of Portugal is scheduled to meet King Carl XVI Gustaf of Sweden. "
        "The President is also expected to hold talks with the Speaker of Sweden."
    )
    assert len(found) == 2


@pytest.mark.parametrize(
    "told",
    [
        "In their talks the pair discussed energy.",
        "The two ministers agreed at their meeting in Stockholm to step up exchanges.",
    ],
)
def test_their_talks_are_of_all_at_the_table(engagements, told):
    found = engagements("{reis} arrived in Sweden on 3 May 2024 for a visit. " + told)
    assert [set(f.parties) for f in found if f.type == "meeting"] == [{"PT", "SE"}]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("{reis} flew to Stockholm on Monday for talks with {lind}.", "held"),
        ("{reis} is in Stockholm for two days of talks with {lind}.", "held"),
        ("{reis} will travel to Stockholm for talks with {lind}.", "planned"),
    ],
)
def test_talks_for_which_one_travels_are_told_beside_the_visit(engagements, told, status):
    found = engagements(told)
    assert [(fact.type, fact.status) for fact in found] == [("visit", status), ("meeting", status)]
    assert set(found[1].parties) == {"PT", "SE"}


def test_talks_in_whose_course_people_speak_are_a_meeting(engagements):
    told = "{reis} welcomed {lind} with military honours. In the course of the talks, they praised trade."
    assert "meeting" in {fact.type for fact in engagements(told)}


def test_what_is_told_after_official_talks_tells_of_them(engagements):
    told = "{holm} is on a state visit to Portugal. Following the official talks, an agreement was signed."
    assert [fact.type for fact in engagements(told)] == ["visit", "meeting"]


def test_a_meeting_told_anew_is_not_the_call_before(engagements):
    told = "{reis} spoke by telephone with {lind}. Last week the two ministers had a meeting in Porto."
    assert [fact.type for fact in engagements(told, published="2024-03-05")] == ["call", "meeting"]


def test_talks_without_names_are_of_the_two_states_of_the_text(engagements):
    told = "Sweden and Portugal trade. Talks on a customs union resumed in Lisbon in May."
    assert [set(fact.parties) for fact in engagements(told, published="2024-03-05")] == [{"PT", "SE"}]
    third = "Sweden and Portugal trade, and so does Peru. Talks on a customs union resumed in Lisbon in May."
    assert engagements(third, published="2024-03-05") == []


def test_a_day_behind_on_is_no_partner(engagements):
    found = engagements(
        "The fourth meeting of the Portugal-Sweden Defence Dialogue was held in Lisbon on 4 May 2024. "
        "The third meeting took place in Stockholm on 14 March 2023."
    )
    rounds = [(f.ordinal, f.date, f.country) for f in found if f.type == "dialogue"]
    assert rounds == [(4, "2024-05-04", "PT"), (3, "2023-03-14", "SE")]


def test_talks_by_video_conference_are_a_call(engagements):
    assert [f.type for f in engagements("{reis} and {lind} held talks by video conference.")] == ["call"]


def test_who_is_met_along_with_others_takes_part(engagement):
    fact = engagement(
        "{holm} is set to hold a series of meetings with the Ambassadors of Norway and Chile, along with the "
        "High Commissioners of Kenya and Canada, at the Palace on 12 July 2024."
    )
    assert (fact.status, fact.date) == ("planned", "2024-07-12")
    assert set(fact.parties) == {"SE", "NO", "CL", "KE", "CA"}


def test_talks_that_open_a_report_are_told_by_who_attended(engagement):
    fact = engagement(
        "The talks on the second review of the programme were concluded on 4 May 2024.\n\n"
        "The meeting was attended by {reis} and {lind}."
    )
    assert (fact.type, fact.date, set(fact.parties)) == ("meeting", "2024-05-04", {"PT", "SE"})


def test_a_meeting_between_two_of_the_own_side_has_no_third(engagements):
    told = "A meeting between {holm} and teachers of a college was held on 4 May 2024. "
    assert (
        engagements(told + "Sweden is engaged in a programme of the IMF.", publisher="Palace, Sweden") == []
    )


@pytest.mark.parametrize(
    "told",
    [
        "{reis} hosted a summit on trade in Lisbon.",
        "{reis} spoke of the meeting of the cabinet.",
    ],
)
def test_a_summit_without_a_partner_and_a_meeting_of_others_are_no_talks(engagements, told):
    assert [f for f in engagements(told) if f.type == "meeting"] == []


def test_a_meeting_of_two_who_are_named(engagements):
    known = "{reis} praised {lind}. "
    (fact,) = engagements(
        known + "It goes back to the meeting of Minister Reis and Minister Lind in May 2022."
    )
    assert (set(fact.participants), fact.date) == ({"Ana Reis", "Bo Lind"}, "2022-05")


def test_an_exchange_with_somebody_named_is_a_meeting(engagement, engagements):
    assert engagement("{reis} had an in-depth exchange with {lind}.").type == "meeting"
    assert engagements("{reis} spoke. Portugal has a student exchange with Sweden.") == []


def test_a_tete_a_tete_is_a_meeting(engagements):
    told = engagements("{reis} visited Sweden. She will hold a tête-à-tête with {lind}.")
    assert [(fact.type, fact.status) for fact in told] == [("visit", "held"), ("meeting", "planned")]


def test_discussions_between_the_two_are_their_talks(engagements):
    facts = engagements("Discussions between {reis} and {lind} centred on training.")
    assert [(f.type, set(f.parties)) for f in facts] == [("meeting", {"PT", "SE"})]


def test_who_told_whom_at_a_meeting_met(engagements):
    facts = engagements(
        "{lind} likes ships. In May, {reis} had told the Swedish minister at a meeting in Porto that."
    )
    assert [(f.type, set(f.parties)) for f in facts] == [("meeting", {"PT", "SE"})]


def test_the_meeting_of_a_body_that_two_chaired_is_its_round(engagement):
    fact = engagement(
        "{reis} and {lind} co-chaired the meeting of the Portugal-Sweden High Defence Committee."
    )
    assert (fact.type, fact.series) == ("dialogue", "Portugal-Sweden High Defence Committee")


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("{reis} and {lind} signed the pact at the end of two days of talks in Lisbon.", "held"),
        ("At the end of the talks in Lisbon, {reis} and {lind} signed the pact.", "held"),
        ("{reis} and {lind} will sign the pact at the end of their meeting.", "planned"),
        ("Following talks in Lisbon on Tuesday, {reis} and {lind} signed the pact.", "held"),
    ],
)
def test_what_is_done_at_the_end_of_talks_tells_of_them(engagements, told, status) -> None:
    (meeting,) = engagements(told)
    assert (meeting.type, meeting.status, len(meeting.participants)) == ("meeting", status, 2)


def test_he_holds_no_talks_with_his_own_side(engagements) -> None:
    told = "{lind} visited Portugal and was received by President Rui Mota of Portugal. "
    told += "He held talks in Lisbon with {pires}."
    assert {"Bo Lind", "Rui Pires"} in [set(e.participants) for e in engagements(told)]


def test_but_he_may_with_an_envoy_of_his_own(engagements) -> None:
    told = "{lind} met {reis} in Lisbon. He later held talks with Swedish Ambassador Eva Berg."
    assert all("Ana Reis" not in e.participants for e in engagements(told) if "Eva Berg" in e.participants)


def test_what_a_meeting_has_its_origin_in_is_no_meeting_of_its_time(engagements) -> None:
    held = (
        "{reis} and {lind} met in Lisbon on 3 July 2024 for the inaugural Portugal-Sweden Maritime Dialogue."
    )
    behind = "in the Strategic Partnership that Prime Minister Costa and President Novak concluded in 2018"
    for thing in ("its origin", "its roots"):
        told = engagements(f"{held}\n\nThe meeting has {thing} {behind}, {{lind}} said.")
        assert told and all(each.date != "2018" for each in told)
        assert not any({"Costa", "Novak"} & set(each.participants) for each in told)


def test_talks_that_were_had_stay_talks(engagement) -> None:
    assert engagement("Talks were had in Lisbon by {reis} with {lind} on 3 July 2024.").date == "2024-07-03"


def test_a_summit_told_beside_talks_is_no_partner_of_theirs(engagements) -> None:
    told = (
        "This builds on {reis}'s bilateral meeting with {lind} and the historic Portugal-Sweden-Peru "
        "Trilateral Leaders' Summit on April 11."
    )
    talks, summit = engagements(told, published="2024-04-20")
    assert (set(talks.parties), talks.date) == ({"PT", "SE"}, None)
    assert (set(summit.parties), summit.date) == ({"PT", "SE", "PE"}, "2024-04-11")


def test_a_body_that_one_holds_talks_with_is_no_event(engagements) -> None:
    told = "{reis} held talks with {lind} and the Joint Council of Sweden in Oslo."
    assert all(set(e.parties) == {"PT", "SE"} for e in engagements(told))
