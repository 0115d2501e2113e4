"""Multilateral gatherings."""

import pytest


def test_he_who_officiates_at_a_forum_attends_it(engagement):
    fact = engagement("{pires} officiated at the Portugal-Sweden Business Forum in Stockholm on 4 May 2024.")
    assert (fact.type, set(fact.parties)) == ("conference", {"PT", "SE"})


def test_the_session_is_that_of_the_committee_told(engagements) -> None:
    told = "Portugal and Sweden held the third Portugal-Sweden Joint Commission on 3 July 2024. "
    found = engagements(told + "{reis} chaired the session.")
    assert [e.type for e in found] == ["dialogue"]
    assert "Ana Reis" in found[0].participants


def test_a_conference_may_stand_before_the_clause_that_tells_of_it(engagement) -> None:
    told = engagement("{reis} praised the SADC Summit in Lusaka, which she attended in July 2022.")
    assert (told.type, told.date, set(told.parties)) == ("conference", "2022-07", {"PT", "SADC"})


@pytest.mark.parametrize(
    ("told", "body"),
    [
        ("{reis} attended the 11th ADMM-Plus in Vientiane on 21 November 2024.", "ADMM+"),
        ("{reis} spoke at APEC in Lima on 14 November 2024.", "APEC"),
        ("{reis} took part in a meeting of the Ukraine Defence Contact Group on 5 March 2024.", "UDCG"),
        ("{reis} joined NATO counterparts in Brussels on 15 February 2024.", "NATO"),
        ("{reis} addressed the OSCE Ministerial Council in Skopje.", "OSCE"),
        ("{reis} attended the NATO Defence Ministers' Meeting on 15 February 2024.", "NATO"),
        ("{reis} represented her country at the SADC Summit in Lusaka on 8 March 2024.", "SADC"),
        ("{reis} led the Portuguese delegation to the ASEAN Summit in Jakarta.", "ASEAN"),
        ("{reis} was among the leaders at the SADC Extraordinary Summit in Lusaka.", "SADC"),
        ("{reis} will travel to Tonga for the Pacific Islands Forum in August.", "Pacific Islands Forum"),
    ],
)
def test_a_gathering_told_by_its_body_is_a_conference_with_it(engagement, told, body) -> None:
    found = engagement(told)
    assert (found.type, set(found.parties)) == ("conference", {"PT", body})


@pytest.mark.parametrize(
    "told",
    [
        "{reis} joined NATO in 1998.",
        "{reis} represented the company at the court.",
        "{reis} led the army to victory.",
        "{reis} attended the meeting of the Joint Committee of Portugal and the EU.",
    ],
)
def test_a_member_or_a_body_of_two_makes_none(engagements, told) -> None:
    assert [e for e in engagements(told) if e.type == "conference"] == []


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        ("{reis} attended the ASEAN Summit in Vientiane.", ("PT", "ASEAN")),
        ("{reis} addressed the 79th session of the UN General Assembly.", ("PT", "UN")),
        ("{reis} participated in the Nordic Forum in Stockholm.", ("PT", "SE")),
        ("{reis} attended the opening of the Nordic Forum in Stockholm.", ("PT", "SE")),
        ("{reis} participated as guest of honour at the Nordic Forum in Stockholm.", ("PT", "SE")),
        (
            "{reis} will also participate as the Chief Guest at the United Nations Day of the Sea "
            "celebrations in Stockholm, where she will speak.",
            ("PT", "SE"),
        ),
        ("{reis} attended the ceremony of the Expo in Stockholm.", ("PT", "SE")),
        ("{reis} was the guest of honour at the Expo in Stockholm.", ("PT", "SE")),
    ],
)
def test_a_body_s_session_or_a_gathering_in_a_city(engagement, told, parties):
    fact = engagement(told)
    assert (fact.type, fact.parties, fact.participants) == ("conference", parties, ("Ana Reis",))


@pytest.mark.parametrize(
    "told",
    [
        "{reis} addressed the gathering in Stockholm.",
        "{reis} attended school in Stockholm.",
        "{reis} attended the forum.",
        "{reis} hopes to attend the ASEAN Summit.",
    ],
)
def test_loose_gatherings_and_gatherings_without_a_second_party(engagements, told):
    assert engagements(told) == []


@pytest.mark.parametrize(
    "told",
    [
        "{reis} spoke at the Nordic Forum in Stockholm.",
        "{reis} delivered the keynote address at the Raisina Dialogue in Stockholm.",
    ],
)
def test_who_speaks_there_takes_part(engagement, told):
    fact = engagement(told)
    assert (fact.type, fact.parties) == ("conference", ("PT", "SE"))


def test_what_is_done_at_a_summit_tells_of_the_summit(engagement) -> None:
    told = engagement(
        "Portugal and Sweden signed a letter of intent at the NATO summit in Madrid in June 2022."
    )
    assert (told.type, told.parties) == ("conference", ("PT", "SE", "NATO"))
    assert (told.date, told.place, told.country) == ("2022-06", "Madrid", "ES")


@pytest.mark.parametrize(
    "text",
    [
        "Decisions taken at the NATO summit in Madrid in June 2022 bind Portugal and Sweden.",
        "Portugal and Sweden signed a pact before the NATO summit in Madrid in June 2022.",
        "Sweden was invited at the NATO summit in Madrid in June 2022 to train with Portugal.",
        "Portugal and Sweden did not sign a pact at the NATO summit in Madrid in June 2022.",
        "Portugal and Sweden signed a pact at the NATO summit.",
    ],
)
def test_a_summit_that_is_only_spoken_of_is_none(engagements, text) -> None:
    assert engagements(text) == []


def test_who_travels_to_the_summit_of_a_body_takes_part_in_it(engagement):
    fact = engagement("{reis} will come to Sweden in September 2024 for the EU summit in Stockholm.")
    assert (fact.type, fact.status, set(fact.parties)) == ("conference", "planned", {"PT", "EU"})


def test_to_attend_a_handover_ceremony_is_no_conference(engagements):
    facts = engagements("{reis} and {lind} attended the handover ceremony held at Porto Pier.")
    assert [f.type for f in facts] == ["ceremony"]


def test_to_host_a_guest_house_or_open_a_bridge_is_no_conference(engagements):
    facts = engagements("{reis} opened a road in Porto. {lind} hosted the archive of Portugal.")
    assert [f for f in facts if f.type == "conference"] == []


def test_who_takes_part_in_the_session_of_a_body_attends_it(engagement):
    fact = engagement("{reis} took part in the meeting of the European Council.")
    assert (fact.type, set(fact.parties)) == ("conference", {"PT", "EU"})


def test_who_attends_a_parade_of_another_state_is_at_a_ceremony_of_it(engagement, engagements):
    told = "{holm} attended the military parade in Lisbon on 10 June 2024 as a guest of honour."
    fact = engagement(told)
    assert (fact.type, set(fact.parties), fact.country) == ("ceremony", {"PT", "SE"}, "PT")
    assert engagements("{holm} attended the military parade in Stockholm on 6 June 2024.") == []


@pytest.mark.parametrize(
    "told",
    [
        "She will attend a business roundtable with executives of both countries on Wednesday.",
        "The minister will participate in a round table with executives of Swedish companies on Wednesday.",
    ],
)
def test_a_round_table_that_a_guest_attends_is_a_meeting(engagements, told) -> None:
    found = engagements("{reis} is on a visit to Sweden. " + told, published="2024-05-06")
    assert [set(e.parties) for e in found if e.type == "meeting"] == [{"PT", "SE"}]


@pytest.mark.parametrize(
    "told",
    [
        "{reis} attended the 12th World Sailing Day celebrations in Stockholm on 10 June 2024.",
        "{reis} spoke at the 12th World Sailing Day Celebrations in Stockholm on 10 June 2024.",
    ],
)
def test_whichever_year_of_a_feast_with_a_name_is_attended(engagement, told) -> None:
    fact = engagement(told)
    assert (fact.type, set(fact.parties), fact.country) == ("conference", {"PT", "SE"}, "SE")


def test_an_event_at_which_a_tree_is_planted_is_a_ceremony(engagement) -> None:
    fact = engagement("{reis} took part in a ceremonial tree planting event in Stockholm with {holm}.")
    assert fact.type == "ceremony"


def test_the_name_of_a_gathering_is_no_place(engagement) -> None:
    fact = engagement("{reis} spoke at the Baltic Harbour Forum in Stockholm.")
    assert (fact.type, fact.place, fact.country) == ("conference", "Stockholm", "SE")


def test_a_parade_to_which_a_guest_of_honour_will_come_is_on_the_day_to_come(engagements) -> None:
    told = (
        "{holm} is on a visit to Portugal. On 10 June she will be the guest of honour at the military parade."
    )
    (fact,) = (f for f in engagements(told, published="2024-06-08") if f.type == "ceremony")
    assert (fact.status, fact.date, set(fact.parties)) == ("planned", "2024-06-10", {"PT", "SE"})
