"""Receptions and welcomes."""

import pytest


def test_who_is_treated_to_a_meal_is_met(engagement) -> None:
    meal = engagement("{reis} treated {lind} to a state dinner in Lisbon on 3 July 2024.")
    assert (meal.type, meal.date, set(meal.parties)) == ("meeting", "2024-07-03", {"PT", "SE"})


def test_a_guest_who_receives_abroad_is_where_he_stays(engagements) -> None:
    text = "{reis} was in Stockholm on 3 July 2024. She also received {lind}."
    _, met = engagements(text)
    assert (met.type, met.country) == ("meeting", "SE")


def test_who_is_hosted_for_a_visit_is_on_a_visit(engagement) -> None:
    ahead = engagement("{reis} will host {lind} for an official visit to Portugal on 3 July 2024.")
    assert (ahead.type, ahead.status, ahead.country) == ("visit", "planned", "PT")


@pytest.mark.parametrize(
    "told",
    [
        "{reis} received {lind} on 3 July 2024. She will host a dinner in his honour on 5 July 2024.",
        "{reis} received {lind} on 3 July 2024. She will give a dinner for the Swedish delegation on 5 July.",
        "{reis} received {lind} on 3 July 2024. She will offer a lunch in honour of {lind} on 5 July 2024.",
    ],
)
def test_a_meal_in_a_guest_s_honour_is_a_meeting_with_the_guest(engagements, told) -> None:
    _, meal = engagements(told, published="2024-07-04")
    assert (meal.type, meal.status, set(meal.parties)) == ("meeting", "planned", {"PT", "SE"})
    assert meal.date == "2024-07-05"


@pytest.mark.parametrize(
    ("told", "type_", "country"),
    [
        ("{reis} received {lind} at noon.", "meeting", "PT"),
        ("{reis} was received by {lind}.", "meeting", "SE"),
        ("{reis} received the Swedish delegation.", "meeting", "PT"),
        ("{holm} hosted a dinner for {reis}.", "meeting", "SE"),
        ("{holm} welcomed {reis} with full military honours.", "ceremony", "SE"),
        (
            "Bo Lind, Minister for the Navy of Sweden, today welcomed with military honours his Portuguese "
            "counterpart, Admiral Rui Pires.",
            "ceremony",
            "SE",
        ),
    ],
)
def test_the_host_s_country_is_the_place(engagement, told, type_, country):
    fact = engagement(told)
    assert (fact.type, fact.country) == (type_, country)
    assert set(fact.parties) == {"PT", "SE"}


@pytest.mark.parametrize(
    "told",
    [
        "{reis} welcomed {lind} to Lisbon.",
        "{reis} welcomed {lind} to Portugal.",
        "{reis} welcomed {lind} to Foz Palace.",
    ],
)
def test_who_is_welcomed_to_the_host_s_capital_or_seat_is_received(engagement, told) -> None:
    met = engagement(told)
    assert (met.type, met.country, set(met.parties)) == ("meeting", "PT", {"PT", "SE"})


@pytest.mark.parametrize(
    "told",
    [
        "{reis} welcomed Swedish help to Lisbon.",
        "{reis} welcomed {lind} to the role.",
        "{reis} welcomed {lind} to Sweden.",
    ],
)
def test_other_welcomes_are_courtesy(engagements, told) -> None:
    assert engagements(told) == []


@pytest.mark.parametrize(
    "told",
    [
        "{holm} welcomed {reis}.",
        "{holm} welcomed the decision of Portugal.",
        "{holm} received a letter from {reis}.",
        "{holm} received a gift of Portuguese wine.",
        "{holm} hosted an exhibition on Portugal.",
        "{holm} accorded priority to Portugal.",
    ],
)
def test_courtesy_and_things_received_are_no_engagement(engagements, told):
    assert engagements(told) == []


@pytest.mark.parametrize(
    "told",
    ["{holm} accorded a warm welcome to {reis}.", "{reis} was accorded a warm welcome by {holm}."],
)
def test_who_is_accorded_a_welcome_may_be_the_subject(engagement, told):
    fact = engagement(told)
    assert (fact.type, fact.country) == ("ceremony", None)
    assert set(fact.participants) == {"Ana Reis", "Eva Holm"}


@pytest.mark.parametrize(
    "told",
    ["{reis} was given a ceremonial welcome by {lind}.", "{lind} extended a warm welcome to {reis}."],
)
def test_a_welcome_that_is_given_is_a_ceremony(engagement, told):
    assert engagement(told).type == "ceremony"


@pytest.mark.parametrize(
    ("told", "types"),
    [
        ("{reis} was welcomed at the Ministry by {lind}.", ["meeting"]),
        ("{reis} was welcomed at the airport by {lind}.", ["ceremony"]),
        ("{lind} received {reis} at Porto International Airport.", ["ceremony"]),
        ("{reis} was welcomed in the street by {lind}.", []),
        ("On Monday {reis} is to be received by {lind}.", ["meeting"]),
    ],
)
def test_who_is_welcomed_at_a_seat_is_received(engagements, told, types):
    assert [fact.type for fact in engagements(told)] == types


@pytest.mark.parametrize(
    "told", ["{holm} granted {reis} an audience.", "{holm} gave an audience to {reis} on 4 May 2024."]
)
def test_an_audience_granted_is_a_meeting(engagement, told):
    fact = engagement(told)
    assert (fact.type, set(fact.parties)) == ("meeting", {"PT", "SE"})


def test_who_is_to_be_received_has_not_been(engagement):
    assert engagement("{lind} is to be received by {reis} with military honours.").status == "planned"


def test_to_grant_a_wish_or_a_loan_is_no_audience(engagements):
    assert engagements("{holm} granted {reis} a loan of five ships.") == []


def test_the_guest_of_somebody_is_of_the_other_side(engagements):
    told = engagements(
        "{holm} met {reis} in Stockholm. The Swedish president will receive her guest again today."
    )
    assert set(told[-1].parties) == {"PT", "SE"}


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("{holm} played host to {reis} in Stockholm.", "engagement/receive:play"),
        ("{holm} rolled out the red carpet for {reis} in Stockholm.", "engagement/receive:roll"),
    ],
)
def test_other_words_for_being_host(engagement, told, rule):
    fact = engagement(told)
    assert (fact.rule, set(fact.parties)) == (rule, {"PT", "SE"})


def test_who_is_looked_forward_to_on_a_day_is_to_come(engagement, engagements) -> None:
    talks = engagement("{holm} looks forward to hosting {reis} in Stockholm on 3 May 2025.")
    assert (talks.status, talks.date) == ("planned", "2025-05-03")
    assert engagements("{holm} looks forward to hosting {reis} in Stockholm.") == []


def test_who_is_welcomed_back_to_the_capital_is_received(engagement) -> None:
    talks = engagement("{holm} welcomed {reis} back to Stockholm on 3 May 2024.")
    assert (talks.type, talks.date) == ("meeting", "2024-05-03")


def test_to_play_host_to_games_is_no_reception(engagements):
    assert engagements("{holm} played host to the games in Stockholm.") == []


def test_guests_welcomed_at_the_airport_are_of_the_other_side(engagements):
    told = engagements(
        "{holm} met {reis} in Stockholm. The guests were welcomed at the airport by {lind}. "
        "The guests were welcomed by the mayor."
    )
    assert [e.type for e in told] == ["meeting", "ceremony"]
    assert set(told[-1].parties) == {"PT", "SE"}


@pytest.mark.parametrize(
    "told",
    [
        "The President of the Republic received {reis} at the Élysée.",
        "The Minister received {reis} in Paris.",
        "{reis} was received at the Senate in Paris.",
    ],
)
def test_a_host_told_by_office_is_of_the_state_of_the_place(engagement, told):
    fact = engagement(told)
    assert (fact.type, set(fact.parties)) == ("meeting", {"PT", "FR"})


def test_a_host_told_by_office_is_else_of_who_publishes(engagement, engagements):
    fact = engagement("The Minister received {reis}.", publisher="Ministry of Defence, Sweden")
    assert set(fact.parties) == {"PT", "SE"}
    assert engagements("The Minister received a report in Paris from {reis}.") == []


def test_a_guest_received_in_audience_is_told_once(engagement) -> None:
    meeting = engagement(
        "{lind} was received in audience by {holm} in Stockholm on Saturday.".replace(
            "{holm}", "President Rui Mota of Portugal"
        ),
        published="2024-05-10",
    )
    assert (meeting.type, meeting.date) == ("meeting", "2024-05-04")


def test_a_welcome_is_accorded_to_the_guest_whom_the_text_has_named(engagements) -> None:
    told = "{holm} will pay a visit to Portugal in August 2024. A ceremonial welcome will be accorded to the "
    welcome = engagements(told + "President in Lisbon on 9 August.")[-1]
    assert (welcome.type, welcome.status, welcome.participants) == ("ceremony", "planned", ("Eva Holm",))
