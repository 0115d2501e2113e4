"""Joint exercises, beside them ships that come to a port."""

import pytest


@pytest.mark.parametrize(
    ("told", "status", "country"),
    [
        ("A Swedish frigate docked in Lisbon on 4 May 2024.", "held", "PT"),
        ("Two ships of the Swedish Navy will call at Lisbon in May 2025.", "planned", "PT"),
        ("The navies of Portugal and Sweden held a joint exercise on 4 May 2024.", "held", None),
        ("Portugal and Sweden agreed to conduct a joint exercise in 2025.", "planned", None),
        ("The joint exercise of Portugal and Sweden was cancelled.", "cancelled", None),
    ],
)
def test_ships_and_forces_of_two_parties(engagement, told, status, country):
    fact = engagement(told)
    assert (fact.type, fact.status, fact.country) == ("exercise", status, country)
    assert set(fact.parties) == {"PT", "SE"}


@pytest.mark.parametrize(
    "told",
    [
        "A Swedish frigate docked in Stockholm.",
        "A frigate docked in Lisbon.",
        "The Portuguese navy held an exercise on 4 May 2024.",
        "Portugal supports joint exercises with Sweden.",
        "Portugal and Sweden discussed a joint exercise.",
    ],
)
def test_at_home_alone_or_only_spoken_of(engagements, told):
    assert engagements(told) == []


@pytest.mark.parametrize(
    "more",
    [
        "The two navies agreed to conduct a joint exercise.",
        "The two navies planned a joint exercise.",
        "A joint exercise was scheduled.",
    ],
)
def test_an_exercise_of_those_at_the_table_is_ahead(engagements, more):
    told = engagements("{reis} met {lind}. " + more)[-1]
    assert (told.type, told.status, set(told.parties)) == ("exercise", "planned", {"PT", "SE"})


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("The two navies completed their first joint patrol in November.", "held"),
        ("The first joint patrol of the two countries is expected to take place soon.", "planned"),
        ("They welcomed the second drill between the two armies.", "held"),
    ],
)
def test_one_of_a_row_is_told_by_its_place_whatever_the_verb(engagements, told, status):
    found = engagements("{reis} met {lind} in Stockholm on 4 May 2024. " + told)
    exercises = [(set(f.parties), f.status) for f in found if f.type == "exercise"]
    assert exercises == [({"PT", "SE"}, status)]


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        ("INS Kochi entered the harbour of Lisbon, Portugal, on a goodwill visit.", {"IN", "PT"}),
        ("The frigate HMAS Toowoomba arrived in Lisbon for a port call.", {"AU", "PT"}),
        ("USS Kentucky put in at Lisbon on Friday.", {"US", "PT"}),
        ("The Swedish corvette Visby sailed into the port of Lisbon.", {"SE", "PT"}),
        ("The Swedish Navy conducted a passage exercise with the Portuguese Navy.", {"PT", "SE"}),
    ],
)
def test_ships_by_their_letters_and_forces_by_their_partners(engagement, told, parties):
    fact = engagement(told)
    assert (fact.type, set(fact.parties)) == ("exercise", parties)


@pytest.mark.parametrize(
    "told",
    [
        "INS Kochi entered the harbour of Mumbai, India.",
        "A ship built in Sweden arrived in Lisbon.",
        "The pact paves the way for joint training of Portugal and Sweden.",
        "Sweden conducted an exercise.",
    ],
)
def test_ships_at_home_and_training_to_come_are_none(engagements, told):
    assert engagements(told) == []


def test_the_days_of_an_exercise_say_more_than_the_day_of_the_report(engagements):
    text = "Portugal and Sweden today completed a joint patrol held from 25 to 27 November."
    assert [f.date for f in engagements(text, published="2023-11-27")] == ["2023-11-25/2023-11-27"]


@pytest.mark.parametrize(
    "told",
    [
        "The Swedish corvette Hall trained with two Portuguese frigates off Porto.",
        "Portuguese marines exercised alongside Swedish soldiers in May.",
    ],
)
def test_forces_that_train_with_others_hold_an_exercise(engagement, told):
    fact = engagement(told)
    assert (fact.type, fact.status, set(fact.parties)) == ("exercise", "held", {"PT", "SE"})


def test_two_navies_that_train_together_hold_an_exercise(engagements):
    told = "{reis} met {lind}. The two countries' navies last exercised together in 2022."
    assert [fact.type for fact in engagements(told)] == ["meeting", "exercise"]


def test_a_ship_exercises_with_one_of_the_other_navy(engagements):
    told = (
        "The Swedish frigate Falk arrived at the port of Lisbon on Monday. At her departure, the ship "
        "conducted a naval exercise with NRP Alvares of the Portuguese Navy."
    )
    assert [(fact.type, set(fact.parties)) for fact in engagements(told)] == [("exercise", {"PT", "SE"})] * 2


def test_forces_that_train_alone_hold_none(engagements):
    assert engagements("Swedish soldiers trained with new rifles. Portugal watched.") == []


def test_an_exercise_that_is_ongoing_is_held(engagements):
    (fact,) = engagements("A joint military exercise is ongoing in Ghana and Togo.")
    assert (fact.type, fact.status, set(fact.parties)) == ("exercise", "held", {"GH", "TG"})


def test_an_exercise_that_is_costly_is_none(engagements):
    assert engagements("A joint military exercise is costly for Ghana and Togo.") == []


def test_a_joint_maritime_activity_is_an_exercise(engagement):
    fact = engagement(
        "The Portuguese and Swedish navies will conduct their first joint maritime activity off Porto."
    )
    assert (fact.type, fact.status) == ("exercise", "planned")


def test_a_joint_economic_activity_is_none(engagements):
    assert engagements("Portugal and Sweden will conduct their first joint economic activity in May.") == []


def test_a_drill_with_the_forces_of_others_is_one_of_all(engagement):
    fact = engagement(
        "Cyprus hosted the annual drill Otter from 4 to 8 March with forces from France and Italy."
    )
    assert (fact.type, set(fact.parties)) == ("exercise", {"CY", "FR", "IT"})


def test_a_drill_of_one_state_alone_is_none(engagements):
    assert engagements("Cyprus hosted the annual drill Otter with 200 troops. France looked on.") == []


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("Portuguese marines carried out training with the Swedish Navy in May 2024.", 1),
        ("Portuguese marines carried out training with new boats in Sweden in May 2024.", 0),
    ],
)
def test_training_with_another_force_is_an_exercise(engagements, told, count) -> None:
    assert [e.type for e in engagements(told)] == ["exercise"] * count


@pytest.mark.parametrize(
    "told",
    [
        "Three Portuguese warships and two Swedish frigates sailed together off Faro in May 2024.",
        "A Portuguese frigate and a Swedish tanker trained together off Faro in May 2024.",
        "Portuguese ships put to sea with vessels of the Swedish Navy in May 2024.",
        "Officers from Portugal and Sweden took part in a table-top exercise in Faro in May 2024.",
    ],
)
def test_ships_or_officers_of_two_states_train_together(engagements, told) -> None:
    (only,) = engagements(told)
    assert (only.type, set(only.parties), only.date) == ("exercise", {"PT", "SE"}, "2024-05")


def test_a_cooperative_activity_with_capitals_is_an_exercise(engagements) -> None:
    (only,) = engagements(
        "Portugal and Sweden completed their first Maritime Cooperative Activity off Faro on 4 May 2024."
    )
    assert (only.type, set(only.parties), only.date) == ("exercise", {"PT", "SE"}, "2024-05-04")


def test_a_counted_maritime_activity_is_an_exercise(engagements) -> None:
    told = (
        "The Portuguese Navy and the Swedish Navy completed their first bilateral Maritime Cooperative "
        "Activity (MCA), held from 3 to 4 July 2024."
    )
    (only,) = engagements(told, published="2024-07-05")
    assert (only.type, only.status, only.date) == ("exercise", "held", "2024-07-03/2024-07-04")
