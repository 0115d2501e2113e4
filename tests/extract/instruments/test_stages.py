"""How far a text is that is not signed yet, and texts that are entered into."""

import pytest


@pytest.mark.parametrize(
    "told",
    [
        "A loan agreement between the two is under negotiation.",
        "A loan agreement is in preparation.",
        "A loan agreement is at an advanced stage.",
        "A loan agreement was left ready for signature.",
        "A loan agreement is awaiting signature.",
        "A loan agreement is nearing completion.",
        "A loan agreement is likely to be signed in June.",
        "A loan agreement is being finalised.",
        "Both governments are working on a loan agreement.",
        "The two have a loan agreement under negotiation.",
        "The two have opened negotiations towards a loan agreement.",
        "A loan agreement between the two is due for signature in June.",
        "They will step up work on the text of a loan agreement.",
        "They hope for more, and a loan agreement will follow.",
    ],
)
def test_a_text_on_its_way_is_planned(texts, told) -> None:
    found = texts(f"Chile and Peru met in Lima. {told}")
    assert [(text.type, text.action, set(text.parties)) for text in found] == [
        ("agreement", "planned", {"CL", "PE"})
    ]


@pytest.mark.parametrize(
    "told",
    [
        "No loan agreement is under negotiation.",
        "They work on a loan.",
        "An agreement is at the centre of the talks.",
        "If a loan agreement is ready for signature, they will meet.",
    ],
)
def test_a_text_that_is_not_on_its_way_is_none(texts, told) -> None:
    assert texts(f"Chile and Peru met in Lima. {told}") == []


@pytest.mark.parametrize(
    "told",
    [
        "Chile and Peru entered into a partnership agreement on ports.",
        "Chile and Peru reached an agreement on ports.",
        "Chile and Peru announced a new agreement on ports.",
        "Chile and Peru subscribed an agreement on ports.",
        "Chile and Peru met. Also signed were an agreement on ports.",
        "Chile and Peru met. An agreement on ports was agreed and signed.",
    ],
)
def test_other_words_for_signing(texts, told) -> None:
    assert [(text.type, text.action) for text in texts(told)] == [("agreement", "signed")]


@pytest.mark.parametrize(
    "told",
    [
        "Chile and Peru reached agreement that ports matter.",
        "Chile and Peru announced a programme of visits.",
        "Chile and Peru reached an agreement to meet again.",
    ],
)
def test_consent_and_schemes_are_no_text_signed(texts, told) -> None:
    assert [text for text in texts(told) if text.action == "signed"] == []


def test_a_statement_of_leaders_is_a_joint_statement(texts) -> None:
    (text,) = texts("The presidents of Chile and Peru published a joint leaders' statement.")
    assert (text.type, text.action) == ("joint-statement", "signed")


def test_parliament_gives_its_approval(texts) -> None:
    (text,) = texts("Chile's parliament gave its approval to a visa agreement with Peru.")
    assert (text.type, text.action) == ("agreement", "ratified")


def test_parliament_passes_a_treaty(texts) -> None:
    (text,) = texts("Chile and Peru are friends. Chile's parliament passed the visa agreement with Peru.")
    assert (text.type, text.action) == ("agreement", "ratified")
    assert texts("Chile and Peru are friends. They passed the visa agreement on to clerks.") == []


def test_what_the_texts_counted_before_include(texts) -> None:
    found = texts(
        "Chile and Peru signed three trade documents. They include: an MoU on ports, a cooperation plan "
        "for 2023-2025, and a contract for rice."
    )
    assert [text.type for text in found] == ["memorandum", "programme", "contract"]


def test_a_text_between_two_capitals_is_of_their_states(texts) -> None:
    (text,) = texts("Peru, Chile and Cuba met. A visa agreement between Lima and Havana was signed.")
    assert set(text.parties) == {"PE", "CU"}


def test_a_partnership_concluded_by_its_name_is_a_text(texts) -> None:
    (text,) = texts("Chile and Peru concluded a Migration and Mobility Partnership.")
    assert (text.type, text.action) == ("agreement", "signed")


def test_what_was_done_before_a_plan_is_done(texts) -> None:
    (text,) = texts("Having signed the visa agreement, Chile and Peru will open the border.")
    assert text.action == "signed"


def test_instruments_of_ratification_are_no_text(texts) -> None:
    found = texts("Chile and Peru exchanged the instruments of ratification of the visa agreement.")
    assert [(text.type, text.action) for text in found] == [("agreement", "ratified")]


@pytest.mark.parametrize(
    "told",
    [
        "It is meant as a first step towards a bilateral treaty.",
        "Work has begun on a bilateral treaty.",
        "They aim for a bilateral treaty by 2026.",
        "The declaration lays the groundwork for a bilateral treaty.",
        "The two sides reached agreement on a bilateral treaty.",
        "They speak of a bilateral treaty that the two countries are working on.",
        "They spoke of a bilateral treaty, to which both committed themselves in March.",
        "A bilateral treaty, which both have been negotiating since they met in March, is near.",
    ],
)
def test_what_is_worked_on_or_promised_is_planned(texts, told) -> None:
    found = texts("The ministers of Chile and Peru met in Lima on 4 May 2024. " + told)
    assert ("bilateral treaty", "planned") in [(t.title, t.action) for t in found]


def test_the_day_of_a_promise_is_not_that_of_the_signing(texts) -> None:
    (text,) = texts(
        "The ministers of Chile and Peru met in Lima on 4 May 2024. It is a pillar of the wider treaty "
        "between Chile and Peru to which the presidents committed themselves in March."
    )
    assert (text.action, text.date) == ("planned", None)


def test_a_planned_text_is_called_so(texts) -> None:
    (text,) = texts("The ministers of Chile and Peru met. The planned treaty will cover trade.")
    assert text.action == "planned"


@pytest.mark.parametrize(
    ("told", "action"),
    [
        ("The ministers agreed on the need for a treaty.", "planned"),
        ("They stressed the need for a treaty.", "proposed"),
        ("The ministers discussed the signing of a treaty.", "planned"),
    ],
)
def test_a_text_of_which_one_only_talks_is_not_signed(texts, told, action) -> None:
    (text,) = texts("The ministers of Chile and Peru met in Lima on 4 May 2024. " + told)
    assert (text.title, text.action) == ("treaty", action)


def test_a_text_for_which_there_is_no_need_is_none(texts) -> None:
    assert texts("The ministers of Chile and Peru met. There is no need for a treaty.") == []


def test_what_is_to_be_negotiated_is_planned(texts) -> None:
    (text,) = texts("Chile and Peru met. A status of forces agreement is to be negotiated.")
    assert (text.title, text.action) == ("status of forces agreement", "planned")


@pytest.mark.parametrize("ready", ["ready for signing as well", "ready for signing", "ready for signature"])
def test_what_is_ready_for_its_signing_is_planned(texts, ready) -> None:
    (text,) = texts(f"Chile and Peru met. A roadmap for trade cooperation for 2025-2027 is {ready}.")
    assert text.action == "planned"
