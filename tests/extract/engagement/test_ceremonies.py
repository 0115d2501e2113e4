"""Ceremonies told by a verb."""

import pytest


def test_a_gift_by_a_month_is_a_promise_and_no_ceremony(engagements) -> None:
    found = engagements("{reis} met {lind}. Portugal will donate 20 trucks to the Swedish army by March.")
    assert [e.type for e in found if e.type == "ceremony"] == []


def test_a_list_is_no_gift(engagements) -> None:
    found = engagements("{reis} undertook to train engineers and handed {lind} a list of courses.")
    assert [e.type for e in found if e.type == "ceremony"] == []


@pytest.mark.parametrize(
    "told",
    [
        "Reis handed over twelve boats to the Swedish coast guard at the Kockums shipyard.",
        "The corvette Tejo was handed over to the Swedish Navy at Karlskrona on 5 July 2024.",
        "Reis gave Lind the keys to twelve trucks.",
    ],
)
def test_what_is_handed_to_a_body_of_the_other_state_at_a_place_is_a_ceremony(engagements, told) -> None:
    found = engagements("{reis} met {lind} in Lisbon on 3 July 2024. " + told)[-1]
    assert (found.type, set(found.parties)) == ("ceremony", {"PT", "SE"})


def test_what_a_firm_hands_to_its_own_navy_is_no_ceremony(engagements) -> None:
    text = "{reis} met {lind} in Lisbon on 3 July 2024. The yard handed over two boats to the navy last year."
    assert [e.type for e in engagements(text)] == ["meeting"]


def test_those_with_whom_looking_on_something_was_signed_are_there(engagements) -> None:
    told = "The contract was signed on 1 August 2024 in Lisbon, with {reis} and {lind} looking on."
    (only,) = engagements("Portugal and Sweden buy ships. " + told)
    assert (only.type, only.date) == ("ceremony", "2024-08-01")
    assert set(only.participants) == {"Ana Reis", "Bo Lind"}


def test_those_who_look_on_are_at_the_signing(engagements) -> None:
    text = "General Ivo Sal of Portugal and General Nils Ek of Sweden signed it. {reis} and {lind} looked on."
    assert {p for e in engagements(text) if e.type == "ceremony" for p in e.participants} >= {
        "Ana Reis",
        "Bo Lind",
    }


@pytest.mark.parametrize(
    "told",
    [
        "{lind} handed his letters of credence to {holm} of Portugal on 3 July 2024.",
        "{reis} received the credentials of the new Ambassador of Sweden on 3 July 2024.",
        "{reis} accepted the letters of credence of the Ambassador of Sweden on 3 July 2024.",
        "The Ambassador of Sweden tendered his credentials to {reis} on 3 July 2024.",
    ],
)
def test_credentials_are_given_and_taken_at_a_ceremony(engagements, told) -> None:
    (found,) = [e for e in engagements(told) if e.type == "ceremony"]
    assert (found.status, found.date) == ("held", "2024-07-03")


@pytest.mark.parametrize(
    "told",
    [
        "{reis} inaugurated the hospital funded by Sweden.",
        "{reis} ceremonially opened the bridge built by Sweden.",
        "{reis} and {lind} signed an agreement at a ceremony.",
        "{reis} signed an agreement in the presence of {holm}.",
        "The boat was handed over by {lind} to {reis}.",
        "{reis} and {lind} witnessed the signing of two agreements.",
        "Ambassador Bo Lind of Sweden presented his credentials to President Ana Reis of Portugal.",
        "Ambassador Bo Lind of Sweden presented his letters of credence to President Ana Reis of Portugal.",
    ],
)
def test_what_two_parties_do_before_witnesses(engagement, told):
    fact = engagement(told)
    assert (fact.type, fact.status) == ("ceremony", "held")
    assert set(fact.parties) == {"PT", "SE"}


@pytest.mark.parametrize(
    "told",
    [
        "{reis} opened a file on Sweden.",
        "{reis} opened a bridge in Porto.",
        "{reis} and {lind} signed an agreement.",
        "{reis} handed over the boat.",
        "{reis} inaugurated a statue in Sweden.",
        "{reis} and {lind} witnessed a storm.",
        "Ambassador Bo Lind of Sweden presented his book to President Ana Reis of Portugal.",
        "The bridge funded by Sweden was not inaugurated by {reis}.",
    ],
)
def test_what_one_does_alone_or_without_form_is_no_ceremony(engagements, told):
    assert engagements(told) == []


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("{reis} and {lind} opened the rebuilt naval base on Tuesday.", "held"),
        ("The park was opened on Tuesday by {reis} and {lind}.", "held"),
        ("{reis} opened the headquarters on Wednesday, together with {lind}.", "held"),
        ("{reis} and {lind} will open the new pier on Friday.", "planned"),
    ],
)
def test_what_people_of_two_sides_open_together(engagement, told, status):
    fact = engagement(told)
    assert (fact.type, fact.status, set(fact.parties)) == ("ceremony", status, {"PT", "SE"})


def test_what_one_opens_on_the_soil_of_the_other(engagements):
    told = "{lind} met {reis} in Lisbon. {lind} opened the new workshop in Lisbon on 3 May 2030."
    assert [f.date for f in engagements(told) if f.type == "ceremony"] == ["2030-05-03"]


@pytest.mark.parametrize(
    "told",
    [
        "The opening of the training centre is scheduled for November 2030.",
        "The handover of the boats will take place in November 2030.",
    ],
)
def test_what_is_set_for_a_day_to_come(engagements, told):
    found = [f for f in engagements("{reis} met {lind} in Lisbon. " + told) if f.type == "ceremony"]
    assert [(f.status, set(f.parties)) for f in found] == [("planned", {"PT", "SE"})]
    assert engagements("The opening of the season is scheduled for November.") == []


def test_witnesses_take_part_in_a_signing(engagement):
    fact = engagement("{reis} and {lind} signed an agreement in the presence of {holm}.")
    assert set(fact.participants) == {"Ana Reis", "Bo Lind", "Eva Holm"}


def test_the_signing_is_another_ceremony_than_the_welcome(engagements):
    found = engagements(
        "{holm} was welcomed with military honours by {pires} in Lisbon. "
        "After the talks a dozen agreements were signed in the presence of {holm} and {pires}."
    )
    assert [f.type for f in found].count("ceremony") == 2


def test_who_oversees_a_signing_takes_part(engagement):
    fact = engagement("{holm} and {pires} oversaw the signing of a protocol.")
    assert (fact.type, set(fact.participants)) == ("ceremony", {"Eva Holm", "Rui Pires"})


def test_to_open_negotiations_is_no_ceremony(engagements):
    told = "{reis} met {lind}. Portugal and Sweden have opened negotiations on a support agreement."
    assert [fact.type for fact in engagements(told)] == ["meeting"]


def test_to_preside_over_a_signing_is_to_witness_it(engagements):
    told = "{holm} visited Lisbon. {holm} and {reis} presided over the signing of seven agreements."
    assert "ceremony" in {fact.type for fact in engagements(told)}


def test_new_ambassadors_are_those_whom_the_report_lists(engagement):
    fact = engagement(
        "Two new ambassadors presented their credentials to President Ana Reis on 4 May 2024.\n\n"
        "1. Mr. Bo Lind\nAmbassador of Sweden\n\n2. Ms. Ola Hansen\nAmbassador-designate of Norway",
        publisher="Office of the President, Portugal",
    )
    assert (fact.type, fact.date, fact.country) == ("ceremony", "2024-05-04", "PT")
    assert set(fact.parties) == {"PT", "SE", "NO"}
    assert set(fact.participants) == {"Ana Reis", "Bo Lind", "Ola Hansen"}


TALKS = "{reis} met {holm} in Lisbon. "


@pytest.mark.parametrize(
    ("told", "publisher"),
    [
        ("{reis} then thanked Sweden and witnessed the signing of two agreements.", None),
        ("Following the talks, {holm} witnessed the signing of a protocol.", "Presidency, Portugal"),
        ("A loan agreement was signed in the presence of {reis}. The Swedish bank will pay by May.", None),
    ],
)
def test_a_signing_that_names_one_of_two_sides_is_of_both(engagements, told, publisher):
    (signing,) = [f for f in engagements(TALKS + told, publisher=publisher) if f.type == "ceremony"]
    assert set(signing.parties) == {"PT", "SE"}


@pytest.mark.parametrize(
    "told",
    [
        "\n\n{reis} witnessed the signing of an agreement between the ministry and the dockers.",
        "\n\nA pay agreement was signed by the union in the presence of {reis}.",
        "\n\n{reis} witnessed the signing of a contract with the builders of Porto.",
        "\n\nOn Monday {reis} witnessed the signing of the budget.",
        "{pires} met Prime Minister Jonas Støre of Norway and Prime Minister Petteri Orpo of Finland."
        "\n\n{reis} witnessed the signing of two agreements.",
    ],
    ids=[
        "between bodies at home",
        "by one at home",
        "with one at home",
        "of a text at home",
        "three parties",
    ],
)
def test_a_signing_at_home_is_none_though_another_was_received_before(engagements, told):
    found = engagements(TALKS + told, publisher="Presidency, Portugal")
    assert [f for f in found if f.type == "ceremony"] == []


@pytest.mark.parametrize(
    "told",
    [
        "{reis} handed over the vehicles to {lind}.",
        "{reis} presented {lind} with flowers and presented to {holm} the certificate of the fund.",
        "The ambulances were handed over by {reis} to {lind}.",
    ],
)
def test_what_one_gives_another_in_person_is_a_ceremony(engagements, told):
    assert [f.type for f in engagements(told)] == ["ceremony"]


@pytest.mark.parametrize(
    "told",
    [
        "{reis} presented a plan to {lind}.",
        "{reis} turned over a new leaf.",
        "{reis} handed over the vehicles.",
    ],
)
def test_plans_and_gifts_to_nobody_are_none(engagements, told):
    assert [f for f in engagements(told) if f.type == "ceremony"] == []


def test_what_others_sign_in_their_presence_is_a_ceremony(engagements) -> None:
    told = "Lisbon, 5 May 2024. {holm} returned home today. "
    told += "{reis} met {lind} in Lisbon on 4 May. In their presence, {pires} signed the protocol."
    found = [e for e in engagements(told, published="2024-05-05") if e.type != "visit"]
    assert [(e.type, set(e.parties), e.date) for e in found] == [
        ("meeting", {"PT", "SE"}, "2024-05-04"),
        ("ceremony", {"PT", "SE"}, "2024-05-04"),
    ]


_LEADERS = "{reis} and {lind} held talks in Lisbon on 1 August 2024. "


@pytest.mark.parametrize(
    "told",
    [
        "The army chiefs signed an agreement on training before the two ministers.",
        "The army chiefs signed an agreement on training in front of the two ministers.",
        "The army chiefs signed an agreement on training as the two ministers looked on.",
        "In their presence, the army chiefs signed an agreement on training.",
        "The agreement was signed in their presence by the army chiefs.",
        "The signing of an agreement on training was witnessed by the two ministers.",
    ],
)
def test_a_signing_before_others_is_a_ceremony(engagements, told) -> None:
    found = [e for e in engagements(_LEADERS + told, published="2024-08-02") if e.type == "ceremony"]
    assert [(e.date, set(e.parties)) for e in found] == [("2024-08-01", {"PT", "SE"})]


def test_a_signing_before_the_talks_is_none(engagements) -> None:
    told = "The army chiefs signed an agreement on training before the talks."
    assert not any(e.type == "ceremony" for e in engagements(_LEADERS + told, published="2024-08-02"))


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("{reis} will attend the signing of a contract for frigates in Malmö, Sweden, on Friday.", "planned"),
        ("The signing of a contract was attended by {reis} and by {lind}.", "held"),
    ],
)
def test_who_attends_a_signing_is_at_a_ceremony(engagements, told, status) -> None:
    found = [e for e in engagements(told, published="2024-08-01") if e.type == "ceremony"]
    assert [(e.status, set(e.parties)) for e in found] == [(status, {"PT", "SE"})]
