"""Audiences, calls and letters of credence as presidential offices and foreign ministries tell them."""

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
    Milestone,
    Person,
)

Read = Callable[..., list[AnyFact]]


def people(facts: list[AnyFact]) -> dict[str, tuple[str | None, str | None]]:
    return {f.name: (f.post, f.party) for f in facts if isinstance(f, Person)}


def engagements(facts: list[AnyFact]) -> list[Engagement]:
    return [f for f in facts if isinstance(f, Engagement)]


def promises(facts: list[AnyFact]) -> list[Commitment]:
    return [f for f in facts if isinstance(f, Commitment)]


# -- who they are -------------------------------------------------------------------------------------------


def test_envoys_are_told_in_turn_behind_their_states(read: Read) -> None:
    told = (
        "The President received the new ambassadors of Peru, Ana Luz Rey, Chile, Juan Soto, and Mali, Ba "
        "Keita."
    )
    assert people(read(told)) == {
        "Ana Luz Rey": ("ambassador of Peru", "PE"),
        "Juan Soto": ("ambassador of Chile", "CL"),
        "Ba Keita": ("ambassador of Mali", "ML"),
    }


def test_an_envoy_comes_from_a_state(read: Read) -> None:
    told = (
        "The Ambassador from Denmark, Her Excellency Lise Holm, came first. Her Excellency Asha Rao from "
        "India was next to present her credentials to President Kofi Mensah of Ghana."
    )
    found = people(read(told))
    assert found["Lise Holm"] == ("Ambassador from Denmark", "DK")
    assert found["Asha Rao"] == (None, "IN")


def test_staff_of_the_ministry_is_no_staff_of_the_embassy_named_before(read: Read) -> None:
    told = (
        "President Bento of Seychelles received Mr. Karim Saadi, Ambassador of Algeria to Seychelles. Also "
        "present were Principal Secretary for Trade, Ambassador Rose Payet, and Third Secretary of the "
        "Bilateral Division, Mr. Jean Morel."
    )
    found = people(read(told))
    assert found["Rose Payet"] == ("Principal Secretary for Trade", "SC")
    assert found["Jean Morel"] == ("Third Secretary of the Bilateral Division", "SC")


def test_an_office_of_state_tells_more_than_one_of_a_party(read: Read) -> None:
    told = (
        "Minister Rao of India met People's Unity Party leader Dorji Wangdi. Prime Minister Wangdi thanked "
        "him."
    )
    assert people(read(told))["Dorji Wangdi"][0] == "Prime Minister"


def test_a_word_of_address_can_open_the_name_of_an_office_holder(read: Read) -> None:
    found = people(read("The ambassador of Japan called on prime minister Sheikh Hasina of Bangladesh."))
    assert found == {"Sheikh Hasina": ("prime minister", "BD")}


def test_a_report_without_its_last_stop_is_no_headline(read: Read) -> None:
    told = (
        "KATHMANDU, Jan 7: Minister for Foreign Affairs, Dr Hari Thapa and his Indian counterpart Dr R "
        "Nair held a telephone conversation on Thursday\n\nMinister Thapa thanked India."
    )
    assert people(read(told))["Hari Thapa"] == ("Minister for Foreign Affairs", "NP")


# -- what they do -------------------------------------------------------------------------------------------


def test_meetings_with_envoys_of_others_are_others(read: Read) -> None:
    told = (
        "Maldives President-elect Dr. Ali Rasheed met with the Sri Lankan Ambassador, Adam Sadiq. On "
        "Saturday, the President-elect met with the Omani Ambassador as well. He has previously met the "
        "British and Indian High Commissioners."
    )
    met = [set(e.parties) for e in engagements(read(told))]
    assert met == [{"MV", "LK"}, {"MV", "OM"}, {"MV", "GB", "IN"}]


def test_each_envoy_whose_turn_it_is_presents_to_who_took_the_letters_before(read: Read) -> None:
    told = (
        "Three heads of mission presented their credentials to the President of Malta, Myriam Borg. "
        "The first to present her Letters of Credence was the Ambassador of France, Luce Roy. "
        "The Ambassador of Cambodia, Ket Sok, was next to present his Letters of Credence. "
        "It was then the turn of the High Commissioner of Barbados, Milton Ince, to present his Letters of "
        "Commission."
    )
    last = engagements(read(told))[1:]
    assert [(set(e.parties), set(e.participants)) for e in last] == [
        ({"KH", "MT"}, {"Ket Sok", "Myriam Borg"}),
        ({"BB", "MT"}, {"Milton Ince", "Myriam Borg"}),
    ]


def test_who_accredits_takes_letters_and_a_report_to_a_commission_is_none(read: Read) -> None:
    (ceremony,) = engagements(read("The President of Ghana accredited the new ambassador of Mali."))
    assert (ceremony.type, set(ceremony.parties)) == ("ceremony", {"GH", "ML"})
    assert not engagements(
        read("The Ambassador of Mali submitted a report to the Electoral Commission of Ghana.")
    )


def test_a_ceremony_spoken_of_behind_the_signing_is_that_of_the_signing(read: Read) -> None:
    told = (
        "The Hon. Prime Minister of Tonga, Dr. Sione Fifita, and Ambassador of Japan to Tonga Ishida Ken "
        "signed the Exchange of Notes on Wednesday. Present at the ceremony were officials of both sides. "
    )
    facts = read(told + "The Hon. Prime Minister thanked Japan for the grant.")
    assert [(e.type, set(e.parties)) for e in engagements(facts)] == [("ceremony", {"TO", "JP"})]
    assert [a.by for a in facts if isinstance(a, Assessment)] == ["Sione Fifita"]


def test_one_ceremony_of_signing_is_told_twice(read: Read) -> None:
    told = (
        "Minister Hanno Tamm of Estonia and Minister Ināra Ozola of Latvia signed a contract with the firm "
        "today. Boris Klein, the German Minister, took part in the signing ceremony in Berlin."
    )
    (ceremony,) = engagements(read(told))
    assert set(ceremony.parties) == {"EE", "LV", "DE"}


def test_sessions_are_co_chaired(read: Read) -> None:
    told = (
        "Minister Rao of India met Minister Wangdi of Bhutan. The two ministers will also co-chair the "
        "India-Bhutan Development Cooperation Talks."
    )
    assert [(e.type, e.status) for e in engagements(read(told))] == [
        ("meeting", "held"),
        ("dialogue", "planned"),
    ]


def test_ministers_in_capitals_are_all_at_the_table(read: Read) -> None:
    told = (
        "The Foreign Ministers of Peru and Chile held talks in Lima. The Foreign Ministers reviewed their "
        "ties and tasked their delegations to work towards a customs union."
    )
    (task,) = promises(read(told))
    assert (task.act, set(task.speaker)) == ("agree", {"PE", "CL"})


@pytest.mark.parametrize(
    "told",
    [
        "The two ministers have exchanged best wishes on the occasion of the New Year.",
        "Both of the documents were signed and exchanged at the Ministry of Finance.",
        "The Secretaries have signed and exchanged the Notes and Records of Discussion.",
    ],
)
def test_papers_and_wishes_are_exchanged_without_a_deed(read: Read, told: str) -> None:
    facts = read("Minister Ana Rey of Peru met Minister Juan Soto of Chile. " + told)
    assert not [f for f in facts if isinstance(f, Activity)]


def test_help_that_is_extended_extends_no_agreement(read: Read) -> None:
    told = "Peru and Japan have concluded an agreement on loan assistance extended by the latter."
    assert [i.action for i in read(told) if isinstance(i, Instrument)] == ["signed"]


@pytest.mark.parametrize(
    ("told", "count"),
    [
        (
            "The President of Chile was happy to hear that the Peruvian team had helped to contain the fire.",
            1,
        ),
        ("The President of Chile was pleased to note the progress of the port project.", 1),
        ("The President of Chile was happy to see the President of Peru.", 0),
    ],
)
def test_who_is_glad_to_learn_of_something_values_it(read: Read, told: str, count: int) -> None:
    facts = read("The President of Peru met the President of Chile in Lima. " + told)
    assert len([f for f in facts if isinstance(f, Assessment)]) == count


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        (
            "Special Envoy Ali Bello delivered a message to President Kofi Mensah of Ghana on Friday.",
            {"GA", "GH"},
        ),
        ("President Kofi Mensah of Ghana received a letter brought by Minister Ali Bello.", {"GA", "GH"}),
        ("President Kofi Mensah of Ghana received a message from the President of Gabon.", set()),
    ],
)
def test_who_brings_a_message_meets_who_takes_it(read: Read, told: str, parties: set[str]) -> None:
    facts = read(f"{told} Minister Ali Bello of Gabon left for home on Sunday.")
    met = [e for e in engagements(facts) if e.type == "meeting"]
    assert {p for e in met for p in e.parties} == parties


def test_a_message_handed_over_at_a_meeting_makes_no_second_one(read: Read) -> None:
    told = (
        "Ambassador Ivan Orlov of Russia called on President Saman Perera of Sri Lanka. The Ambassador "
        "congratulated the President and delivered a message from Moscow."
    )
    assert [e.type for e in engagements(read(told))] == ["meeting"]


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        (
            "The Ministry of Trade of Mali, in collaboration with the Embassy of India, opened a workshop.",
            {"ML", "IN"},
        ),
        ("Mali and India jointly conducted a seminar on visas.", {"ML", "IN"}),
        ("The Ministry of Trade of Mali organised a workshop for its staff.", set()),
    ],
)
def test_a_workshop_is_run_with_the_embassy_of_another(read: Read, told: str, parties: set[str]) -> None:
    assert {p for e in engagements(read(told)) if e.type == "conference" for p in e.parties} == parties


def test_the_texts_of_a_count_stand_in_a_row(read: Read) -> None:
    told = (
        "Kenya and Zambia signed four agreements on Monday.\n\nThese agreements include: Agreement on "
        "Customs; Memorandum of Understanding on Trade.\n\nMemorandum of Understanding on Youth Affairs; "
        "and Memorandum of Understanding on Health."
    )
    titles = [i.title for i in read(told) if isinstance(i, Instrument)]
    assert titles == [
        "Agreement on Customs",
        "Memorandum of Understanding on Trade",
        "Memorandum of Understanding on Youth Affairs",
        "Memorandum of Understanding on Health",
    ]


def test_areas_in_which_both_could_work_are_proposed(read: Read) -> None:
    told = (
        "President Ruto of Kenya met President Lungu of Zambia. President Ruto cited energy as an area in "
        "which the two countries could work together."
    )
    facts = read(told)
    (proposal,) = promises(facts)
    assert (proposal.act, proposal.speaker, proposal.fields) == ("propose", ("KE",), ("energy",))
    assert not [f for f in facts if isinstance(f, Assessment)]


def test_she_is_the_woman_who_acted_before(read: Read) -> None:
    told = (
        "The Ambassador of Vietnam, Ms Ho Thi Lan, called on Prime Minister Saman Perera of Sri Lanka. The "
        "Prime Minister sought help for the rubber industry. She promised to send experts."
    )
    assert [(c.act, c.speaker) for c in promises(read(told))] == [("request", ("LK",)), ("pledge", ("VN",))]


def test_an_office_taken_long_before_dates_no_visit(read: Read) -> None:
    (visit,) = engagements(
        read("President Rao of India paid a visit to Nepal, the first since he took office in 2022.")
    )
    assert visit.date is None


def test_who_accepts_with_pleasure_values_nothing(read: Read) -> None:
    told = (
        "Minister Rey of Peru met Minister Soto of Chile. She invited him to Lima, which he accepted with "
        "pleasure."
    )
    assert not [f for f in read(told) if isinstance(f, Assessment)]


def test_an_envoy_resides_and_an_envoy_is_of_one_who_is_named(read: Read) -> None:
    told = (
        "The Ambassador of Indonesia to The Gambia with residence in Dakar, H.E. Adi Putra, met Mr. Ali "
        "Bello, Special Envoy of President Omar Ba of Gabon."
    )
    found = people(read(told))
    assert found["Adi Putra"] == ("Ambassador of Indonesia to The Gambia with residence in Dakar", "ID")
    assert found["Ali Bello"][0] == "Special Envoy"
    assert found["Omar Ba"] == ("President", "GA")


@pytest.mark.parametrize(
    "told",
    [
        "Peru and Chile signed on Monday agreements on customs.",
        "Peru and Chile have concluded on Friday treaties on customs.",
    ],
)
def test_the_day_is_no_part_of_what_was_signed_on_it(read: Read, told: str) -> None:
    (text,) = [f for f in read(told) if isinstance(f, Instrument)]
    assert (text.action, text.fields) == ("signed", ("trade-investment",))
    assert not any(day in (text.title or "") for day in ("Monday", "Friday"))


def test_a_name_with_a_hyphen_is_the_same_without(read: Read) -> None:
    found = people(read("President Nana Akufo-Addo of Ghana spoke. President Akufo Addo thanked Malta."))
    assert list(found) == ["Nana Akufo-Addo"]


def test_who_thanks_for_accepting_agrees_to_nothing(read: Read) -> None:
    told = "Minister Rey of Peru thanked Minister Soto of Chile for accepting to grace the function."
    assert not promises(read(told))


@pytest.mark.parametrize("talks", ["discussions that ensued", "meeting which followed"])
def test_talks_that_ensued_are_no_part_of_the_ceremony_before(read: Read, talks: str) -> None:
    told = (
        "Ambassador Ana Rey of Peru presented her credentials to President Juan Soto of Chile. "
        f"The {talks} dealt with trade."
    )
    assert [e.type for e in engagements(read(told))] == ["ceremony", "meeting"]


def test_a_dinner_is_of_the_host_and_of_whom_it_honours(read: Read) -> None:
    told = (
        "The President of Cyprus visited Jordan on Tuesday. A dinner was hosted in honour of the President "
        "by the Minister of Foreign Affairs of Jordan, Mr Omar Saleh."
    )
    (dinner,) = [e for e in engagements(read(told)) if e.type == "meeting"]
    assert set(dinner.parties) == {"CY", "JO"}


@pytest.mark.parametrize("words", ["conveyed the wish of his Government to conclude", "wished to sign"])
def test_a_text_that_one_side_wishes_is_proposed(read: Read, words: str) -> None:
    told = (
        "Minister Otieno of Kenya called on President Borg of Malta. The Minister {} an air services "
        "agreement."
    )
    (text,) = [f for f in read(told.format(words)) if isinstance(f, Instrument)]
    assert text.action == "proposed"


def test_relations_were_established_between_states_of_long_names(read: Read) -> None:
    told = (
        "Diplomatic relations between the Republic of Trinidad and Tobago and the People’s Republic of "
        "China were established on 20 June 1974."
    )
    assert [(f.year, set(f.parties)) for f in read(told) if isinstance(f, Milestone)] == [
        (1974, {"TT", "CN"})
    ]


def test_the_speaker_of_a_state_speaks_no_language(read: Read) -> None:
    told = (
        "Speaker Saman Perera of Sri Lanka met the Speaker of Kenya, Moses Otieno. The Sri Lankan Speaker "
        "invited his counterpart to Colombo."
    )
    (invitation,) = promises(read(told))
    assert (invitation.speaker, invitation.addressee) == (("LK",), ("KE",))


def test_relief_handed_to_an_envoy_is_a_ceremony(read: Read) -> None:
    told = "Foreign Minister Dorji Wangdi of Bhutan handed over equipment to Nepal's Ambassador on Friday."
    assert [(e.type, set(e.parties)) for e in engagements(read(told))] == [("ceremony", {"BT", "NP"})]


def test_a_meeting_is_nobody(read: Read) -> None:
    told = (
        "The Prime Minister of Fiji, Hon. Sitiveni Rabuka, met the Prime Minister of New Zealand, Rt Hon "
        "Ann Hall, on the margins of the Pacific Islands Forum Leaders Meeting."
    )
    assert set(people(read(told))) == {"Sitiveni Rabuka", "Ann Hall"}


def test_the_other_side_is_asked_to_consider(read: Read) -> None:
    told = (
        "Minister Rey of Peru met Minister Soto of Chile. Minister Rey asked to consider more direct flights."
    )
    assert [(c.act, c.speaker) for c in promises(read(told))] == [("request", ("PE",))]


def test_a_text_is_not_called_by_the_joint_behind_it(read: Read) -> None:
    told = "An agreement on food safety and an MoU on oil were exchanged between Bhutan and India."
    titles = {i.title for i in read(told) if isinstance(i, Instrument)}
    assert titles == {"agreement on food safety", "MoU on oil"}


def test_who_gave_the_banquet_was_at_the_banquet(read: Read) -> None:
    told = (
        "King Letsie of Lesotho attended a state banquet. The banquet was hosted by King Mswati of Eswatini."
    )
    (banquet,) = engagements(read(told))
    assert set(banquet.parties) == {"LS", "SZ"}


def test_the_own_envoy_who_receives_makes_no_meeting(read: Read) -> None:
    told = (
        "President Rao of India arrived in London on Saturday. She was received by the High Commissioner "
        "of India to the United Kingdom."
    )
    assert [e.type for e in engagements(read(told))] == ["visit"]


def test_who_invites_is_named_right_behind(read: Read) -> None:
    told = (
        "At the invitation of Foreign Minister of Türkiye H. E. Murat Demir, Hon. Minister for Foreign "
        "Affairs of Nepal Dr. Hari Thapa will leave for Türkiye tomorrow."
    )
    (invitation,) = [c for c in promises(read(told)) if c.act == "invite"]
    assert (invitation.speaker, invitation.by, invitation.addressee) == (("TR",), "Murat Demir", ("NP",))


@pytest.mark.parametrize(
    ("told", "content"),
    [
        ("The talks reaffirmed the commitment of Peru and Chile to fostering trade.", "fostering trade"),
        (
            "Minister Rey reaffirmed the support of Peru for the Chilean chairmanship.",
            "the Chilean chairmanship",
        ),
    ],
)
def test_whose_promise_it_is_is_not_what_is_promised(read: Read, told: str, content: str) -> None:
    (promise,) = promises(read("Minister Ana Rey of Peru met Minister Juan Soto of Chile. " + told))
    assert promise.content == content


def test_an_accord_named_after_a_city_or_state_is_no_party(read: Read) -> None:
    told = "President Bento of Seychelles received envoys of the European Union under the Samoa Agreement."
    assert {p for e in engagements(read(told)) for p in e.parties} == {"SC", "EU"}
