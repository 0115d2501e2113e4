"""Both sides do something together, or have got results from it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "Japan and Viet Nam have conducted joint patrols.",
        "Japan and Viet Nam have worked together in peacekeeping.",
        "Japan and Viet Nam cooperate in health.",
        "Japan and Viet Nam engage in annual trade worth 3 billion yen.",
        "Delegations between Japan and Viet Nam have been exchanged.",
        "Many projects between Japan and Viet Nam have been implemented.",
    ],
)
def test_done_together(deeds, sentence) -> None:
    (deed,) = deeds(sentence)
    assert deed.parties == ("JP", "VN")
    assert (deed.provider, deed.recipient) == ((), ())
    assert deed.content == sentence.rstrip(".")


@pytest.mark.parametrize(
    "sentence",
    [
        "Japan and Viet Nam have not worked together in peacekeeping.",
        "Japan and Viet Nam will cooperate in health.",
        "Japan and Viet Nam have exchanged views on trade.",
        "Japan and Viet Nam engage in talks on trade.",
        "Japan and Viet Nam have enjoyed peace.",
        "The promise has been implemented by Japan and Viet Nam.",
        "Japan has conducted patrols.",
        "A pact lets Japan and Viet Nam conduct joint patrols.",
    ],
    ids=["denied", "planned", "talk", "talks", "state", "promise", "alone", "allowed"],
)
def test_not_done_together(deeds, sentence) -> None:
    assert deeds(sentence) == []


def test_deeds_joined_in_one_sentence_are_one_activity(deeds) -> None:
    (deed,) = deeds("Japan and Viet Nam have conducted joint patrols and have developed a radar.")
    assert deed.content.endswith("have developed a radar")


def test_results_in_named_fields(deeds) -> None:
    sentence = (
        "Cooperation between Japan and Viet Nam has achieved positive results in training and medicine."
    )
    (deed,) = deeds(sentence)
    assert (deed.parties, deed.fields) == (("JP", "VN"), ("training", "health"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Cooperation between Japan and Viet Nam has achieved results.",
        "The two sides achieved no results in training, Japan and Viet Nam said.",
        "Cooperation has achieved positive results in training.",
    ],
    ids=["no field", "denied", "of nobody"],
)
def test_no_results(deeds, sentence) -> None:
    assert deeds(sentence) == []


@pytest.mark.parametrize(
    "words",
    [
        "Trade between Chile and Peru reached 5 billion US dollars in 2023.",
        "Chile and Peru met in Lima. The two navies conduct joint patrols every year.",
        "Chile and Peru met in Lima. The armies of the two countries train regularly in the Andes.",
    ],
)
def test_what_both_do_again_and_again_and_what_it_comes_to(deeds, words) -> None:
    (deed,) = deeds(words)
    assert set(deed.parties) == {"CL", "PE"}


def test_what_will_begin_when_both_have_done_something(deeds) -> None:
    assert (
        deeds("Peru and Chile met. The pact will begin after both countries have completed their training.")
        == []
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Japanese frigates have trained with the Vietnamese navy for years.",
        "Deliveries of the radars from Japan to Viet Nam have begun.",
    ],
)
def test_done_with_a_partner_or_under_way(deeds, sentence) -> None:
    (deed,) = deeds(sentence)
    assert deed.parties == ("JP", "VN")


@pytest.mark.parametrize(
    "sentence",
    [
        "Deliveries of the radars from Japan to Viet Nam have not begun.",
        "Deliveries of the radars from Japan to Viet Nam will begin in May.",
        "Deliveries of milk have begun.",
    ],
)
def test_what_has_not_begun_between_two_is_none(deeds, sentence) -> None:
    assert deeds(sentence) == []


def test_what_is_made_together(deeds) -> None:
    (deed,) = deeds("Japan and Viet Nam are developing the radar together.")
    assert deed.parties == ("JP", "VN")
    assert deeds("Japan and Viet Nam are developing their radars.") == []


def test_trade_in_coins_of_several_states(deeds) -> None:
    (deed,) = deeds("Trade between Kenya and Uganda stood at 46 billion shillings last year.")
    assert (deed.parties, deed.date, deed.amount) == (("KE", "UG"), "2023", None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Trade between Kenya and Uganda rose last year.",
        "Exports from Kenya to Uganda stood at 40 million tonnes.",
        "Trade between Kenya and Uganda is paid in shillings.",
    ],
)
def test_trade_without_a_sum(deeds, sentence) -> None:
    assert deeds(sentence) == []


def test_once_side_by_side(deeds) -> None:
    (deed,) = deeds("Norwegian soldiers served beside Ghanaian ones in Mali.")
    assert set(deed.parties) == {"NO", "GH"}


def test_not_beside_a_river(deeds) -> None:
    assert deeds("Norwegian soldiers served beside the river in Mali.") == []


def test_who_invests_in_the_other(deeds) -> None:
    (deed,) = deeds("Norwegian investment in Ghana has reached 800 million dollars.")
    assert (deed.provider, deed.recipient, deed.parties) == (("NO",), ("GH",), ())
    (deed,) = deeds("Trade between Norway and Ghana has reached 800 million dollars.")
    assert (deed.provider, set(deed.parties)) == ((), {"NO", "GH"})


@pytest.mark.parametrize(
    "sentence",
    [
        "The Japanese Navy and the Vietnamese Navy have wrapped up a maritime patrol exercise.",
        "Japan and Viet Nam have concluded a joint exercise.",
    ],
)
def test_the_end_of_an_event_is_no_activity(deeds, sentence) -> None:
    assert deeds(sentence) == []


def test_an_exercise_that_two_have_run_is_no_activity(deeds) -> None:
    assert deeds("It was the biggest combined activity that Japan and Viet Nam have run.") == []
