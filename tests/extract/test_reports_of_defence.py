"""Facts as ministries, army newspapers and wires tell them of defence cooperation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import (
    Activity,
    AnyFact,
    Assessment,
    Commitment,
    Engagement,
    Instrument,
    Person,
    Position,
)

Read = Callable[..., list[AnyFact]]
MET = (
    "Mr. Predrag Bošković, Minister of Defence of Montenegro, met the Minister of Defence of Slovenia, "
    "Mrs. Andreja Katič, in Podgorica on Tuesday. "
)
STAFFS = "The Army of Peru and the Army of Chile held staff talks in Lima on 3 May 2023. "
SOLD = (
    "Egypt and Korea signed a contract in Cairo on 1 February 2022. "
    "Mohamed Zaki is Egypt's defence minister. "
)


def kinds(facts: list[AnyFact], kind: type[AnyFact]) -> list[AnyFact]:
    return [fact for fact in facts if isinstance(fact, kind)]


def acts(facts: list[AnyFact]) -> list[str]:
    return [fact.act for fact in facts if isinstance(fact, Commitment)]


def test_counterparts_of_several_states_are_each_of_theirs(read: Read) -> None:
    told = "Chinese Defence Minister Dong Jun held meetings with his Mongolian and Lao counterparts, "
    facts = read(told + "Damba Batlut and Khamliang Outhakaysone, in Beijing on Friday.")
    (meeting,) = kinds(facts, Engagement)
    assert meeting.parties == ("CN", "MN", "LA")
    people = {p.name: (p.post, p.party) for p in kinds(facts, Person)}
    assert people["Damba Batlut"] == ("Defence Minister", "MN")
    assert people["Khamliang Outhakaysone"] == ("Defence Minister", "LA")


def test_a_counterpart_keeps_the_post_told_behind_the_name(read: Read) -> None:
    told = "Gen Muhoozi Kainerugaba, Uganda's Chief of Defence Forces, met his Rwandan counterpart, "
    facts = read(
        told + "Gen Mubarakh Muganga, Chief of Defence Staff of the Rwanda Defence Force, in Kigali."
    )
    posts = {p.name: p.post for p in kinds(facts, Person)}
    assert posts["Mubarakh Muganga"] == "Chief of Defence Staff of the Rwanda Defence Force"


@pytest.mark.parametrize(
    ("told", "name", "post"),
    [
        (
            "Brigadier Peter Sserunkuma, Commander of Uganda's 3rd Infantry Division, met Kenyan officers.",
            "Peter Sserunkuma",
            "Commander of Uganda's 3rd Infantry Division",
        ),
        (
            SOLD + "Kang Eun-ho, who heads the Korean arms procurement agency, met him.",
            "Kang Eun-ho",
            "heads the Korean arms procurement agency",
        ),
    ],
)
def test_an_office_is_told_with_its_unit_or_by_what_its_holder_does(
    read: Read, told: str, name: str, post: str
) -> None:
    assert {p.name: p.post for p in kinds(read(told), Person)}[name] == post


def test_ranks_are_shortened_in_many_ways(read: Read) -> None:
    told = "Vietnamese Deputy Minister Sen. Lieut. Gen Nguyen Chi Vinh met Lieut. Col. Jan Sol of Poland."
    assert {p.rank for p in kinds(read(told), Person)} == {"Sen. Lieut. Gen", "Lieut. Col."}


def test_a_state_behind_a_list_of_officers_is_that_of_all(read: Read) -> None:
    told = "General James Otieno of Kenya met Ugandan officers, including Maj Gen Paul Birungi and "
    parties = {p.name: p.party for p in kinds(read(told + "Brig Gen Ian Karemire from Uganda."), Person)}
    assert parties["Paul Birungi"] == parties["Ian Karemire"] == "UG"


@pytest.mark.parametrize(
    ("told", "act"),
    [
        ("Katič suggested the two sides further promote links through personnel training.", "propose"),
        ("Katič proposed that a meeting of companies be organised in the autumn.", "propose"),
        ("The ministers agreed that it was necessary to train more sappers.", "agree"),
        ("She said Slovenia was looking forward to closely work with Montenegro on training.", "propose"),
        ("Mrs. Katič voiced the readiness of Slovenia for closer cooperation.", "offer"),
    ],
)
def test_what_the_two_sides_may_do(read: Read, told: str, act: str) -> None:
    assert acts(read(MET + told)) == [act]


@pytest.mark.parametrize(
    "told",
    [
        "Katič hoped that ties would be further deepened.",
        "Katič suggested the two sides have strong ties.",
        "They met to discuss pressing bilateral matters.",
        "Both are looking forward to the Montenegro-Slovenia Defence Consultations to be hosted by Slovenia.",
    ],
)
def test_nothing_is_undertaken(read: Read, told: str) -> None:
    assert acts(read(MET + told)) == []


@pytest.mark.parametrize(
    "told",
    [
        "He emphasised that the two countries have established an excellent cooperation.",
        "He said the cooperation had reached a new level.",
        "He acknowledged the role that Slovenia plays in fighting terrorism.",
        "She pointed out the importance of economic cooperation in the military industry.",
        "The ministers assessed positively the implementation of the annual plan.",
        "It was noted that relations between the two armies were on an upward path.",
    ],
)
def test_the_cooperation_is_valued(read: Read, told: str) -> None:
    facts = read(MET + told)
    assert len(kinds(facts, Assessment)) == 1
    assert not kinds(facts, Position)


@pytest.mark.parametrize(
    "told",
    [
        "The two sides agreed to hold the next meeting of the commission in Santiago in May 2024.",
        "They agreed that the next round of staff talks be held in Santiago.",
        "It was agreed that the next meeting would take place in Santiago in 2024.",
    ],
)
def test_a_round_that_is_agreed_on_is_planned(read: Read, told: str) -> None:
    facts = read(STAFFS + told)
    assert [f.status for f in kinds(facts, Engagement)] == ["held", "planned"]
    assert acts(facts) == []


@pytest.mark.parametrize(
    "told",
    [
        "General Zaki and Kang Eun-ho, who heads the Korean arms agency, attended the ceremony in Giza.",
        "The signing ceremony was attended by Zaki and Korean Defence Minister Suh Wook.",
        "The ceremony to hand over the howitzers was held this morning in Giza.",
        "A ceremony marking the delivery of the howitzers was held in Giza on Monday.",
        "A handover ceremony is planned for June.",
    ],
)
def test_a_ceremony_is_told_by_what_is_done_and_by_who_came(read: Read, told: str) -> None:
    (ceremony,) = kinds(read(SOLD + told), Engagement)
    assert (ceremony.type, set(ceremony.parties)) == ("ceremony", {"EG", "KR"})


@pytest.mark.parametrize(
    "told",
    [
        "Howitzers were discussed with Admiral Hassan Ali, the chief of the Egyptian navy.",
        "Korean officers held talks with Egyptian colleagues in Cairo.",
        "A working group sent by Korea's Ministry of National Defense held talks with the Egyptian staff.",
    ],
)
def test_talks_with_those_of_the_other_side(read: Read, told: str) -> None:
    (meeting,) = kinds(read(SOLD + told), Engagement)
    assert (meeting.type, set(meeting.parties)) == ("meeting", {"EG", "KR"})


@pytest.mark.parametrize(
    "told",
    [
        "Bošković said:\n\nSlovenia is a close friend. We will train 20 sappers with Slovenia.\n\nIt rained.",
        "Predrag Bošković: “Slovenia is a close friend. We will train 20 sappers with Slovenia.”",
        "“This was a long day,” said Bošković. “Slovenia is a close friend.\n\n"
        "“We will train 20 sappers with Slovenia.”",
    ],
)
def test_who_is_quoted_in_a_paragraph_of_its_own(read: Read, told: str) -> None:
    facts = read(MET + "\n\n" + told)
    (said,) = kinds(facts, Assessment)
    (pledged,) = kinds(facts, Commitment)
    assert said.by == "Predrag Bošković"
    assert (pledged.act, pledged.speaker) == ("pledge", ("ME",))


def test_a_ministry_is_quoted_for_its_state(read: Read) -> None:
    told = (
        "“The cooperation is crucial for both. It grows,” Slovenia's Ministry of Defence said in a statement."
    )
    assert {a.holder for a in kinds(read(MET + "\n\n" + told), Assessment)} == {("SI",)}


@pytest.mark.parametrize(
    "told",
    [
        "He noted that the cooperation is built on friendly relations.",
        "She stressed that the military cooperation is developing day by day.",
        "He highlighted the significant support of Slovenia in the reform of the army.",
        "He said the relationship provides significant benefits to both countries.",
    ],
)
def test_what_the_ties_rest_on_and_bring_is_valued(read: Read, told: str) -> None:
    assert len(kinds(read(MET + told), Assessment)) == 1


@pytest.mark.parametrize(
    ("told", "act"),
    [
        ("Both have reaffirmed their decision to strengthen defence cooperation.", ["agree"]),
        ("They agreed to regularly hold ministerial meetings to check the progress.", ["agree"]),
        ("The two sides sought ways to expand cooperation in the defence industry.", []),
        ("The Mutual Logistics Support Agreement was renewed in 2017.", []),
        ("Katič highlighted the support of Montenegro in the mission.", []),
        ("He announced the decision to resign.", []),
    ],
)
def test_decisions_habits_and_topics(read: Read, told: str, act: list[str]) -> None:
    assert acts(read(MET + told)) == act


def test_the_year_of_another_event_dates_no_meeting(read: Read) -> None:
    told = "Slovenian minister Andreja Katič met Montenegrin minister Predrag Bošković, who came for "
    assert {e.date for e in kinds(read(told + "Sobra Expo 2022.", published=None), Engagement)} == {None}


def test_an_invitation_to_visit_and_a_sight_are_no_visits(read: Read) -> None:
    told = "She extended an invitation for him to visit the Defence Exhibition in Ljubljana. "
    facts = read(MET + told + "She toured the National Memorial in Podgorica.")
    assert [e.type for e in kinds(facts, Engagement)] == ["meeting"]
    assert acts(facts) == ["invite"]


def test_a_meeting_whose_people_are_named_in_the_next_sentence_is_told_once(read: Read) -> None:
    told = "The defence chiefs of Peru and Chile held talks in Lima on Tuesday. The meeting between Defence "
    facts = read(told + "Minister Walter Astudillo and his Chilean counterpart, Maya Fernández, was long.")
    (meeting,) = kinds(facts, Engagement)
    assert meeting.participants == ("Walter Astudillo", "Maya Fernández")


def test_a_name_joined_by_a_dash_is_whole(read: Read) -> None:
    told = "In March 2024 Korea and France held the 4th Korea–France Defence Strategic Dialogue in Paris."
    (dialogue,) = kinds(read(told), Engagement)
    assert (dialogue.series, dialogue.ordinal) == ("Korea–France Defence Strategic Dialogue", 4)


def test_two_known_by_surname_share_an_office(read: Read) -> None:
    told = (
        "The Declaration was signed by Prime Ministers Abe and Howard of Japan and Australia in March 2007."
    )
    facts = read(told)
    assert {p.name for p in kinds(facts, Person)} == {"Abe", "Howard"}
    assert len(kinds(facts, Instrument)) == 1


@pytest.mark.parametrize(
    ("told", "provider"),
    [
        ("Dhaka was among the largest buyers of Turkish weapons in 2022.", "TR"),
        ("Türkiye is Bangladesh's largest supplier of drones.", "TR"),
        ("Bangladesh is the biggest recipient of Turkish military aid.", "TR"),
        ("Bangladesh appreciated the surveys of its ports done by Türkiye.", "TR"),
    ],
)
def test_who_supplies_whom(read: Read, told: str, provider: str) -> None:
    talks = "Bangladesh and Türkiye held talks in Dhaka on Monday. "
    (deed,) = kinds(read(talks + told), Activity)
    assert (deed.provider, deed.recipient) == ((provider,), ("BD",))


def test_its_own_aircraft_are_no_gift_and_guests_are_not_hosted_as_help(read: Read) -> None:
    talks = "Bangladesh and Türkiye held talks in Dhaka on Monday. "
    told = "Bangladesh flies Bayraktar drones made in Türkiye. General Ali Demir of Türkiye hosted "
    assert not kinds(read(talks + told + "Bangladeshi officers at his residence."), Activity)


def test_a_gift_that_is_handed_over_is_told_once(read: Read) -> None:
    told = "India gifted two patrol boats to the Maldives. The boats were handed over by Defence Minister "
    facts = read(told + "Rajnath Singh of India. The vessels were accepted by Minister Mariya Didi.")
    assert len(kinds(facts, Activity)) == 1


@pytest.mark.parametrize(
    "told",
    [
        "Turkish soldiers are working side by side with Malian doctors in a medical exercise in Gao.",
        "Turkish special forces are drilling with Malian commandos in Gao.",
    ],
)
def test_forces_of_two_sides_are_in_an_exercise(read: Read, told: str) -> None:
    (exercise,) = kinds(read(told), Engagement)
    assert (exercise.type, set(exercise.parties)) == ("exercise", {"TR", "ML"})


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("Air Chief Marshal Vivek Rao met Sri Lanka's military leaders. It was India's first visit.", "IN"),
        ("Brig Gen Joseph Okello, who led the talks, welcomed the Kenyan delegation to Uganda.", "UG"),
    ],
)
def test_an_officer_who_meets_those_of_one_state_is_of_the_other(read: Read, told: str, party: str) -> None:
    assert [p.party for p in kinds(read(told), Person)] == [party]


@pytest.mark.parametrize(
    "told",
    [
        "Mohamed Zaki called the contract a milestone.",
        "Zaki saw in the deal one of the pillars of military strength.",
        "Zaki spoke of an achievement which goes beyond the deal.",
        "“Working with our Korean partners has been an honour,” Zaki said.",
    ],
)
def test_what_has_been_concluded_is_praised(read: Read, told: str) -> None:
    assert len(kinds(read(SOLD + told), Assessment)) == 1


def test_who_takes_part_in_a_meeting_with_counterparts_meets_them(read: Read) -> None:
    told = (
        "Azerbaijan's Defence Minister Zakir Hasanov will take part in a trilateral meeting to be held with "
    )
    (meeting,) = kinds(read(told + "his Georgian and Turkish counterparts in Kakheti."), Engagement)
    assert (meeting.status, meeting.parties) == ("planned", ("AZ", "GE", "TR"))


def test_who_is_received_behind_an_aside_is_met(read: Read) -> None:
    told = (
        "Minister of Defence of Hungary Ildikó Kovács received, on an office call, Serbian State Secretary "
    )
    (meeting,) = kinds(read(told + "Aleksandar Petrović."), Engagement)
    assert (meeting.type, set(meeting.parties)) == ("meeting", {"HU", "RS"})


def test_three_who_sign_are_all_parties(read: Read) -> None:
    told = (
        "Minister of Defense of Finland Antti Kaikkonen, Minister of Defense of Norway Bjørn Arild Gram and "
    )
    facts = read(
        told + "the Swedish Minister of Defense Pål Jonson signed the declaration of intent in Oslo."
    )
    assert [i.parties for i in kinds(facts, Instrument)] == [("FI", "NO", "SE")]


def test_the_agreement_between_the_two_is_that_told_before(read: Read) -> None:
    told = (
        "Turkey and Somalia signed a defence agreement on Thursday. Turkish Defence Minister Yasar Guler and "
    )
    facts = read(
        told + "his counterpart Abdulkadir Nur signed the agreement between the two countries in Ankara."
    )
    assert len(kinds(facts, Instrument)) == 1


def test_honours_conferred_are_no_talks(read: Read) -> None:
    told = (
        "President Bidya Bhandari of Nepal will confer on General Manoj Pande of India the rank of General."
    )
    assert not [e for e in kinds(read(told), Engagement) if e.type == "meeting"]


@pytest.mark.parametrize(
    ("told", "name", "post"),
    [
        (
            "U.S. Southern Command Commander Air Force Gen. Douglas Fraser met Peru's General Otto Diaz.",
            "Douglas Fraser",
            "Southern Command Commander",
        ),
        (
            "Yasar Guler, the Turkish Defence Minister, and his Somali counterpart, Abdulkadir Nur, met.",
            "Abdulkadir Nur",
            "Defence Minister",
        ),
        (
            "General Manoj Pande of India met Nepal's Chief of the Army Staff (CoAS) Prabhu Ram Sharma.",
            "Prabhu Ram Sharma",
            "Chief of the Army Staff (CoAS)",
        ),
    ],
)
def test_posts_as_services_write_them(read: Read, told: str, name: str, post: str) -> None:
    assert {p.name: p.post for p in kinds(read(told), Person)}[name] == post


def test_who_voices_the_support_of_a_state_speaks_for_it(read: Read) -> None:
    told = "Serbia and Hungary held talks in Belgrade. Dr. Peter Gila reiterated the support of Hungary "
    assert [p.party for p in kinds(read(told + "to Serbia."), Person)] == ["HU"]


def test_the_joint_session_of_two_governments_is_a_dialogue(read: Read) -> None:
    (dialogue,) = kinds(read("The Hungarian–Serbian joint governmental session was held in Nis."), Engagement)
    assert (dialogue.type, set(dialogue.parties)) == ("dialogue", {"HU", "RS"})


@pytest.mark.parametrize(
    "told",
    [
        "Katič said that the agreement had lifted the cooperation to an even higher level.",
        "Katič said the day marked another milestone in the defence relationship.",
    ],
)
def test_what_takes_the_ties_higher_is_valued(read: Read, told: str) -> None:
    assert len(kinds(read(MET + told), Assessment)) == 1


def test_to_agree_with_a_partner_agrees_on_nothing(read: Read) -> None:
    assert acts(read(MET + "Agreeing with her partner, Katič stated that the ties are close.")) == []


@pytest.mark.parametrize(
    ("told", "name", "party"),
    [
        ("U.S. Ambassador to Jordan Henry Wooster visited the base of Jordan's army.", "Henry Wooster", "US"),
        ("Brazilian Army Gen. Carlos Prado met officers of Peru in Lima.", "Carlos Prado", "BR"),
        (
            "Greg Knight, adjutant general of Vermont, met officers of Senegal in Dakar.",
            "Greg Knight",
            "US",
        ),
        ("Germany's Rear Admiral Jan Christian Kaack met Kenya's minister.", "Jan Christian Kaack", "DE"),
    ],
)
def test_whose_officers_they_are(read: Read, told: str, name: str, party: str) -> None:
    assert {p.name: p.party for p in kinds(read(told), Person)}[name] == party


def test_the_office_that_opens_a_report_is_of_who_is_named_next(read: Read) -> None:
    told = "Germany's defence minister visited Norway on Tuesday. "
    facts = read(told + "Boris Pistorius said the two countries would build six boats.")
    assert [(p.post, p.party) for p in kinds(facts, Person)] == [("defence minister", "DE")]
    facts = read(told + "Tore Sandvik welcomed him at the airport. Sandvik said the ties were close.")
    assert "defence minister" not in {p.post for p in kinds(facts, Person)}


def test_a_pronoun_stands_for_who_met_somebody_before(read: Read) -> None:
    told = "Haluk Gorgun, head of Turkey's arms agency, met Bangladesh's chief adviser Muhammad Yunus. "
    facts = read(told + "He held talks with navy chief Admiral Rahman Karim.")
    assert {p.name: p.party for p in kinds(facts, Person)}["Rahman Karim"] == "BD"


def test_a_team_that_travels_is_of_the_other_side(read: Read) -> None:
    told = "Turkey and Bangladesh held staff talks in Ankara on Tuesday. "
    facts = read(told + "A team of experts will travel to Dhaka in September.")
    (visit,) = [e for e in kinds(facts, Engagement) if e.type == "visit"]
    assert (visit.status, visit.parties, visit.country) == ("planned", ("TR", "BD"), "BD")
