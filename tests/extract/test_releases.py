"""Facts as presidential offices and embassies tell them: audiences, gifts, openings, calls."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Activity, AnyFact, Assessment, Commitment, Engagement, Instrument

Read = Callable[..., list[AnyFact]]
MALAWI = "Office of the President, Malawi"
MET = "President Peter Banda met the Ambassador of Japan, Oya Kenji, in Lilongwe. "


def kinds(facts: list[AnyFact], kind: type[AnyFact]) -> list[AnyFact]:
    return [fact for fact in facts if isinstance(fact, kind)]


@pytest.mark.parametrize(
    ("told", "giver"),
    [
        ("The Ministry of Health was honoured to receive a donation from the Chinese Government.", "CN"),
        ("The Ministry of Education got a grant from the African Development Bank.", "AfDB"),
        ("President Peter Banda opened a school built with Government of India's assistance.", "IN"),
        (MET + "He thanked Japan for its assistance through the rural energy programme.", "JP"),
        (MET + "He thanked Japan for the technical assistance rendered to Malawi.", "JP"),
        (MET + "He commended Japan for the assistance it has extended to Malawi in training nurses.", "JP"),
    ],
)  # fmt: skip
def test_what_was_received_is_an_activity(read: Read, told: str, giver: str) -> None:
    (deed,) = kinds(read(told, publisher=MALAWI), Activity)
    assert (deed.provider, deed.recipient) == ((giver,), ("MW",))


@pytest.mark.parametrize(
    "told",
    [
        "It was decided to hire 200 nurses. The World Health Organization has declared Malawi polio free.",
        "The Ministry of Health has received 50 ambulances. The World Health Organization lauded nurses.",
        "26 vehicles, among them a Toyota Land Cruiser, will be auctioned.",
        "The President instructed the Ministry of Labour to bring back 42 Malawians stranded in Myanmar.",
        "President Peter Banda swore in Ms Glory Phiri as High Commissioner to Zambia.",
    ],
)
def test_home_affairs_hold_no_deed_with_another(read: Read, told: str) -> None:
    facts = read(told, publisher=MALAWI)
    assert not [f for f in facts if isinstance(f, Activity | Commitment | Engagement)]


def test_two_of_one_side_do_not_call_on_each_other_for_a_third(read: Read) -> None:
    told = "Air Force Commander General Paul Phiri called on President Peter Banda today. "
    facts = read(told + "He had attended a course in the United Kingdom.", publisher=MALAWI)
    assert not kinds(facts, Engagement)


def test_frameworks_for_a_dialogue_are_none(read: Read) -> None:
    told = "President Peter Banda met traders. They talked of frameworks for engaging in dialogue with Japan."
    assert not kinds(read(told, publisher=MALAWI), Engagement)


def test_a_working_session_with_a_bank_is_a_meeting(read: Read) -> None:
    told = "President Peter Banda had a working session with a mission of the International Monetary Fund."
    (meeting,) = kinds(read(told, publisher=MALAWI), Engagement)
    assert (meeting.type, set(meeting.parties)) == ("meeting", {"MW", "IMF"})


def test_the_president_without_a_name_acts_for_the_publisher(read: Read) -> None:
    told = (
        "The Ambassador of France, Jean Lambert, hosted a dinner. The President thanked France for its help."
    )
    (said,) = kinds(read(told, publisher=MALAWI), Assessment)
    assert said.holder == ("MW",)


def test_a_speech_at_the_opening_of_what_another_paid_tells_of_a_ceremony(read: Read) -> None:
    told = "Speaking at the opening of a hospital, President Peter Banda said that China had funded it."
    (event,) = kinds(read(told, publisher=MALAWI), Engagement)
    assert (event.type, set(event.parties)) == ("ceremony", {"MW", "CN"})


def test_support_for_efforts_of_the_other_side_is_a_pledge_though_for_peace(read: Read) -> None:
    told = "Prime Minister Ravi Sen of India met Sita Rana, Prime Minister of Nepal. He reaffirmed support "
    (fact,) = kinds(read(told + "for her efforts to restore peace and stability."), Commitment)
    assert (fact.act, fact.speaker, fact.addressee) == ("pledge", ("IN",), ("NP",))


def test_a_group_that_leaves_is_of_the_publishers_state(read: Read) -> None:
    (visit,) = kinds(read("A group of 40 officials left for India today.", publisher=MALAWI), Engagement)
    assert (visit.type, visit.parties, visit.country) == ("visit", ("MW", "IN"), "IN")
    assert not kinds(read("A group of 40 officials left for Lilongwe today.", publisher=MALAWI), Engagement)


def test_a_convention_that_is_inaugurated_is_no_text(read: Read) -> None:
    told = (
        "President Peter Banda inaugurated the International Tea Convention. India and Kenya are taking part."
    )
    assert not kinds(read(told, publisher=MALAWI), Instrument)


def test_who_commends_a_state_is_not_of_it(read: Read) -> None:
    told = (
        "Vice President Mary Phiri spoke when the Brazilian Ambassador, Ms Ana Lima, called on her. "
        "She commended Brazil for its school meals."
    )
    assert [a.by for a in kinds(read(told, publisher=MALAWI), Assessment)] == ["Mary Phiri"]


def test_a_stone_laid_by_two_sides_is_a_ceremony(read: Read) -> None:
    told = "The foundation stone was laid by Minister Ann Phiri and Chinese Ambassador Wu Peng."
    (event,) = kinds(read(told, publisher=MALAWI), Engagement)
    assert (event.type, set(event.parties)) == ("ceremony", {"MW", "CN"})


def test_a_ministry_without_a_state_gives_nothing_at_home(read: Read) -> None:
    told = "The Ministry of Health received 20 ambulances from the Ministry of Finance."
    assert not kinds(read(told, publisher=MALAWI), Activity)


@pytest.mark.parametrize("verb", ["thanked", "commended", "praised"])
def test_who_thanks_in_a_passive_is_the_other_side(read: Read, verb: str) -> None:
    (said,) = kinds(read(f"{MET}Japan was {verb} for its support.", publisher=MALAWI), Assessment)
    assert said.holder == ("MW",)


@pytest.mark.parametrize(
    "told",
    [
        "commissioned a road built with funding from the African Development Bank.",
        "opened the bridge financed by the African Development Bank.",
        "cut the sod for a hospital financed by the African Development Bank.",
        "laid the foundation stone for a school financed by the African Development Bank.",
    ],
)
def test_opening_what_a_bank_paid_is_a_ceremony(read: Read, told: str) -> None:
    (event,) = kinds(read(f"President Peter Banda {told}", publisher=MALAWI), Engagement)
    assert (event.type, set(event.parties)) == ("ceremony", {"MW", "AfDB"})


def test_a_signing_ceremony_told_by_the_way_took_place(read: Read) -> None:
    told = (
        "Malawi and the World Bank have signed an agreement. {} said after the signing ceremony in Lilongwe"
    )
    facts = read(
        f"{told.format('Minister of Finance Simon Phiri')} that the money will help.", publisher=MALAWI
    )
    assert [(e.type, e.place) for e in kinds(facts, Engagement)] == [("ceremony", "Lilongwe")]


def test_the_ongoing_visit_of_somebody_named_is_a_visit(read: Read) -> None:
    told = "President Peter Banda said the ongoing visit of Japanese Minister Oya Kenji would help trade."
    (visit,) = kinds(read(told, publisher=MALAWI), Engagement)
    assert (visit.type, set(visit.parties), visit.country) == ("visit", {"JP", "MW"}, "MW")


def test_a_team_welcomed_at_state_house_is_met(read: Read) -> None:
    told = (
        "President Peter Banda welcomed a delegation from Japan's Kawasho Corporation at State House today."
    )
    (meeting,) = kinds(read(told, publisher=MALAWI), Engagement)
    assert (meeting.type, set(meeting.parties)) == ("meeting", {"JP", "MW"})


def test_a_visit_scheduled_and_put_off_is_postponed(read: Read) -> None:
    told = MET + "President Banda was scheduled to embark on a state visit to Japan in May but was postponed."
    visits = [e for e in kinds(read(told, publisher=MALAWI), Engagement) if e.type == "visit"]
    assert [v.status for v in visits] == ["postponed"]


def test_a_signing_to_be_hastened_is_planned(read: Read) -> None:
    told = "Malawi and Zambia held talks. The two sides agreed to expedite the signing of the Transit Treaty."
    (text,) = kinds(read(told, publisher=MALAWI), Instrument)
    assert text.action == "planned"


def test_the_prime_minister_without_a_name_is_that_of_the_publisher(read: Read) -> None:
    told = (
        "Prime Minister Shahid Alvi received a telephone call from the Prime Minister of Qatar, Hamad Thani. "
        "The Prime Minister appreciated Qatar’s efforts. He renewed his invitation to the Amir of Qatar "
        "to visit Pakistan."
    )
    facts = read(told, publisher="Ministry of Foreign Affairs, Pakistan")
    assert [(a.holder, a.by) for a in kinds(facts, Assessment)] == [(("PK",), "Shahid Alvi")]
    assert [(c.act, c.speaker) for c in kinds(facts, Commitment)] == [("invite", ("PK",))]
    assert [e.type for e in kinds(facts, Engagement)] == ["call"]


def test_a_courtesy_visit_to_somebody_is_a_meeting(read: Read) -> None:
    told = "A delegation from Japan paid a courtesy visit to President Peter Banda at State House today."
    (meeting,) = kinds(read(told, publisher=MALAWI), Engagement)
    assert (meeting.type, set(meeting.parties)) == ("meeting", {"JP", "MW"})


def test_the_handing_over_of_things_between_two_sides_is_a_ceremony(read: Read) -> None:
    told = "Japan donated 28 trucks to Malawi. The handing over of the trucks took place today in Lilongwe."
    (event,) = kinds(read(told, publisher=MALAWI), Engagement)
    assert (event.type, set(event.parties)) == ("ceremony", {"JP", "MW"})


def test_what_one_leaves_home_for_is_planned(read: Read) -> None:
    told = "President Peter Banda left for the United Arab Emirates to attend the World Governments Summit. "
    facts = read(told + "He is scheduled to address the summit.", publisher=MALAWI)
    assert [e.status for e in kinds(facts, Engagement) if e.type == "conference"] == ["planned"]


def test_money_that_a_bank_says_was_released_is_its_help(read: Read) -> None:
    told = (
        "World Bank Country Manager Hugh Reid called on President Peter Banda. "
        "He pointed out that US$ 200 million has already been released for the health project."
    )
    (deed,) = kinds(read(told, publisher=MALAWI), Activity)
    assert (deed.provider, deed.recipient) == (("World Bank",), ("MW",))


def test_an_amount_in_rupees_ends_no_sentence(read: Read) -> None:
    told = "Japan has granted 28 compactors worth Rs. 565 million to Sri Lanka."
    (deed,) = kinds(read(told), Activity)
    assert deed.content == told.removesuffix(".")


def test_who_is_received_by_an_ambassador_at_the_embassy_is_not_abroad(read: Read) -> None:
    told = (
        "President Peter Banda visited the Embassy of Japan today. He was received by Ambassador Oya Kenji."
    )
    assert {e.country for e in kinds(read(told, publisher=MALAWI), Engagement)} <= {"MW", None}
