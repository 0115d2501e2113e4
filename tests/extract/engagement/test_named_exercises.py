"""Exercises told by their name."""

import pytest


@pytest.mark.parametrize(
    ("told", "series"),
    [
        (
            "Talisman Sabre ended in Darwin on 3 July 2024 with soldiers of Portugal and Sweden.",
            "Talisman Sabre",
        ),
        ("Portugal sent observers to Talisman Sabre in Australia in 2023.", "Talisman Sabre"),
        ("Balikatan 2024 opened in Manila with American and Philippine troops.", "Balikatan 2024"),
        (
            "{reis} spoke of the frigate Gävle, which joined this year's Balikatan exercise off Palawan.",
            "Balikatan",
        ),
    ],
)
def test_a_standing_exercise_is_known_by_its_bare_name(engagements, told, series) -> None:
    assert [e.series for e in engagements(told) if e.type == "exercise"] == [series]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("{reis} will attend the multinational air exercise Otter 2024 at Beja.", "planned"),
        ("The Portuguese minister also attended the multinational air exercise Otter 2024.", "held"),
    ],
)
def test_an_exercise_that_a_minister_attends_is_told(engagements, told, status) -> None:
    found = engagements("{reis} met {lind} in Lisbon. " + told)
    assert [e.status for e in found if e.type == "exercise"] == [status]


@pytest.mark.parametrize(
    "told",
    [
        "The first Blue Otter, held in Porto in 2019, was small.",
        "It was larger than the first Blue Otter in 2019.",
    ],
)
def test_the_first_of_an_exercise_that_the_text_names_is_told_by_its_year(engagements, told) -> None:
    before = "Portugal and Sweden met in Lisbon. Exercise Blue Otter 23 was held in Porto in May 2023. "
    *_, first = engagements(before + told)
    assert (first.type, first.date) == ("exercise", "2019")


def test_what_is_said_of_a_standing_exercise_tells_of_none(engagements) -> None:
    assert engagements("Portugal and Sweden train. Talisman Sabre was a great success for both.") == []


@pytest.mark.parametrize(
    "told",
    [
        "HMS Falcon fired a missile off Porto during Exercise Otter in May 2024.",
        "Swedish troops crossed the river in the course of Exercise Otter in May 2024.",
    ],
)
def test_what_forces_do_in_the_course_of_an_exercise_tells_of_it(engagements, told) -> None:
    found = engagements("Britain, Sweden and Portugal train together. {reis} met {lind} in Lisbon. " + told)
    assert [e.series for e in found if e.type == "exercise"] == ["Exercise Otter"]


@pytest.mark.parametrize(
    ("told", "series"),
    [
        ("Forty Swedish soldiers took part in Blue Otter in May 2030.", ["Blue Otter"]),
        ("Swedish troops participated in Blue Otter in May 2030.", ["Blue Otter"]),
        ("Forty Swedish soldiers took part in World War II.", []),
        ("Forty Swedish soldiers took part in the Invictus Games.", []),
        ("Swedish troops participated in Operation Blue Otter.", []),
        ("Swedish firms took part in Blue Otter.", []),
    ],
)
def test_what_forces_took_part_in_by_its_name(engagements, told, series):
    found = engagements("{reis} met {lind} in Lisbon. " + told)
    assert [f.series for f in found if f.type == "exercise"] == series


def test_an_exercise_told_by_the_way_with_its_time(engagements):
    met = "{reis} met {lind} in Lisbon. "
    told = "Portugal was thanked for its welcome to the crew during Exercise Otter in February 2030."
    (found,) = [f for f in engagements(met + told, published="2030-06-01") if f.type == "exercise"]
    assert (found.series, found.date, set(found.parties)) == ("Exercise Otter", "2030-02", {"PT", "SE"})
    for words in ("{reis} spoke about Exercise Otter.", "Norway spoke of it during Exercise Otter in May."):
        assert [f for f in engagements(met + words) if f.type == "exercise"] == []


def test_drills_may_have_their_name_before_them(engagements) -> None:
    told = "The Otter manoeuvres of Portugal and Sweden opened on 3 July 2024."
    (held,) = engagements(told)
    assert (held.type, held.series) == ("exercise", "Otter manoeuvres")


@pytest.mark.parametrize(
    ("told", "series"),
    [
        (
            "Forces from Portugal and Sweden concluded Otter 12, a week-long war game, on 3 July 2024.",
            "Otter 12",
        ),
        ("Portugal and Sweden held Otter-XI, a joint exercise, on 3 July 2024.", "Otter-XI"),
        (
            "Troops of Portugal and Sweden took part in an exercise called Grey Otter on 3 July 2024.",
            "Grey Otter",
        ),
    ],
)
def test_a_name_may_be_said_to_be_that_of_an_exercise(engagements, told, series) -> None:
    (held,) = [e for e in engagements(told) if e.rule.startswith("engagement/exercise-named")]
    assert (held.type, held.series, set(held.parties)) == ("exercise", series, {"PT", "SE"})
    assert held.date == "2024-07-03"


@pytest.mark.parametrize(
    ("told", "series", "status"),
    [
        ("Exercise Lynx II got under way in Portugal with Swedish marines.", "Exercise Lynx II", "held"),
        ("Portuguese and Swedish soldiers will train together in Exercise Lynx.", "Exercise Lynx", "planned"),
        ("Sweden this week wound up Exercise Lynx 2024 in Portugal.", "Exercise Lynx 2024", "held"),
        ("Swedish pilots took part in the Lynx exercise in Portugal.", "Lynx exercise", "held"),
        ("Exercise Lynx with Portugal was cancelled by Sweden.", "Exercise Lynx", "cancelled"),
    ],
)  # fmt: skip
def test_who_trains_in_it_and_whether_it_is_held(engagement, told, series, status):
    fact = engagement(told)
    assert (fact.type, fact.series, fact.status) == ("exercise", series, status)
    assert set(fact.parties) == {"PT", "SE"}


def test_an_exercise_of_those_at_the_table(engagements):
    found = engagements("{reis} met {lind}. The talks took place while Exercise Lynx was going on.")
    assert [set(f.parties) for f in found if f.type == "exercise"] == [{"PT", "SE"}]


@pytest.mark.parametrize(
    "told",
    [
        "Portugal and Sweden discussed Exercise Lynx.",
        "Sweden invited Portugal to Exercise Lynx.",
        "Portugal did not take part in Exercise Lynx in Sweden.",
        "Portugal could join Exercise Lynx in Sweden.",
        "The Swedish army wound up Exercise Lynx.",
        "The Portuguese and Swedish armies hold the exercise Medusa year after year.",
        "Portugal and Sweden agreed to make joint exercises more advanced.",
    ],
)
def test_talk_of_it_denial_habit_and_one_party_alone_are_none(engagements, told):
    assert [f for f in engagements(told) if f.type == "exercise"] == []


def test_two_tellings_of_a_name_are_one_and_two_names_are_two(engagements):
    found = engagements(
        "Exercise Lynx began in Portugal with Swedish troops. Swedish jets joined Exercise Lynx. "
        "In May, Swedish and Portuguese ships took part in Exercise Otter."
    )
    assert [f.series for f in found if f.type == "exercise"] == ["Exercise Lynx", "Exercise Otter"]


def test_the_first_exercise_of_a_name_is_no_round(engagements):
    watched = "{reis} watched Portuguese and Swedish troops in the first Exercise ALON, "
    text = watched + "which the two countries are holding."
    (fact,) = [f for f in engagements(text) if f.type == "exercise"]
    assert (fact.series, set(fact.parties)) == ("Exercise ALON", {"PT", "SE"})


def test_a_name_with_its_year_that_two_states_begin_is_an_exercise(engagements):
    told = "Portugal and Sweden kicked off Falkwind 2024 on Monday."
    assert [(fact.type, fact.series) for fact in engagements(told)] == [("exercise", "Falkwind 2024")]
    assert engagements("Portugal and Sweden discussed Falkwind 2024 on Monday.") == []


def test_a_name_with_its_round_needs_no_word_of_exercise(engagements):
    (fact,) = engagements("A Portuguese frigate took part in MARLIN LXIV off Sweden.")
    assert (fact.type, fact.series) == ("exercise", "MARLIN LXIV")


@pytest.mark.parametrize(
    "told",
    [
        "A Portuguese minister took part in EUROPA XIV off Sweden.",
        "Portuguese sailors took part in a mass of Pope Paul VI in Sweden.",
    ],
)
def test_only_those_who_train_take_part_in_a_drill_of_a_bare_name(engagements, told):
    assert [f for f in engagements(told) if f.type == "exercise"] == []


def test_the_next_round_of_an_exercise_is_an_exercise(engagements):
    facts = engagements(
        "Swedish pilots took part in the exercise Lynx 1 in Portugal. A second round is planned for "
        "the autumn in Sweden."
    )
    assert [(f.type, f.status) for f in facts] == [("exercise", "held"), ("exercise", "planned")]


@pytest.mark.parametrize(
    ("told", "series"),
    [
        ("Exercise Otter of Portugal and Sweden commenced at Porto today.", "Exercise Otter"),
        (
            "The 12th edition of the Portugal-Sweden Joint Exercise OTTER-XII commenced at Porto.",
            "Exercise OTTER-XII",
        ),
    ],
)
def test_an_exercise_that_opens_the_sentence_or_has_an_edition(engagements, told, series):
    (fact,) = engagements(told)
    assert (fact.type, fact.series, set(fact.parties)) == ("exercise", series, {"PT", "SE"})


def test_to_exercise_restraint_is_no_exercise(engagements):
    assert engagements("Exercise restraint in Portugal and Sweden, Minister Ana Reis said.") == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Rising Tide 24", "They welcomed the exercise {}, held at Beja air base from 6 to 8 August 2024."),
        ("Keen Otter", "They welcomed the exercise {}, held at Beja air base from 6 to 8 August 2024."),
        ("Winged Otter", "The Portuguese-Swedish exercise {} was held at Beja from 6 to 8 August 2024."),
        ("Steadfast Defender 24", "Portugal and Sweden held the exercise {} from 6 to 8 August 2024."),
        ("Bersama Lima", "Portugal and Sweden held the exercise {} from 6 to 8 August 2024."),
        ("Inspired Otter", "Portugal and Sweden trained together in Exercise {} from 6 to 8 August 2024."),
    ],
)
def test_a_name_of_words_that_are_no_names_elsewhere(engagements, name, told) -> None:
    found = engagements("{reis} met {lind} in Lisbon on 2 June 2025. " + told.format(name))
    (only,) = [e for e in found if e.type == "exercise"]
    assert only.series is not None
    assert only.series.endswith(name)
    assert (set(only.parties), only.date) == ({"PT", "SE"}, "2024-08-06/2024-08-08")


def test_an_exercise_that_a_force_hosts_is_nobody_received(engagements) -> None:
    (only,) = engagements("The Portuguese Army hosted Exercise Otter with the Swedish Army in May 2024.")
    assert (only.type, only.series, only.participants) == ("exercise", "Exercise Otter", ())


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("The naval exercise Otter between Portugal and Sweden was called off.", "cancelled"),
        ("Exercise Otter, which Portugal and Sweden were to hold in May, was cancelled.", "cancelled"),
        ("Exercise Otter of Portugal and Sweden did not take place.", "cancelled"),
        ("Exercise Otter of Portugal and Sweden has been postponed to 2032.", "postponed"),
    ],
)
def test_an_exercise_of_a_name_can_be_called_off(engagements, told, status):
    (found,) = [e for e in engagements("{reis} met {lind}. " + told) if e.type == "exercise"]
    assert (found.status, set(found.parties), "Otter" in found.series) == (status, {"PT", "SE"}, True)


@pytest.mark.parametrize(
    ("told", "name", "status"),
    [
        ("She praised the welcome to her crew during Exercise Milan in May 2024.", "Exercise Milan", "held"),
        ("She recalled the multilateral exercise Otter at Beja in May 2024.", "exercise Otter", "held"),
        ("She invited observers to Exercise Otter in May 2026.", "Exercise Otter", "planned"),
    ],
)
def test_an_exercise_spoken_of_with_its_time_is_of_the_two_at_the_table(
    engagements, told, name, status
) -> None:
    found = engagements("{reis} met {lind} in Lisbon on 2 June 2025. " + told, published="2025-06-02")
    (only,) = [e for e in found if e.type == "exercise"]
    assert (only.series, only.status, set(only.parties)) == (name, status, {"PT", "SE"})


@pytest.mark.parametrize(
    "told",
    ["She proposed Exercise Otter in May 2026.", "They spoke of the preparations for Exercise Otter in May."],
    ids=["wished for", "which May is not told"],
)
def test_an_exercise_that_is_not_known_to_be_is_none(engagements, told) -> None:
    found = engagements("{reis} met {lind} in Lisbon on 2 June 2025. " + told, published="2025-06-02")
    assert not any(e.type == "exercise" for e in found)


@pytest.mark.parametrize(
    ("told", "dates"),
    [
        ("Exercise Otter was born in 2023.", ["2023"]),
        ("A first Exercise Otter followed in August 2024.", ["2024-08"]),
        ("Exercise Otter made its debut in 2023.", ["2023"]),
        ("Exercise Otter follows the talks of 2023.", []),
        ("Exercise Otter bears the name of an animal.", []),
    ],
    ids=["born", "followed", "debut", "follows something", "bears a name"],
)
def test_an_exercise_that_came_into_being_was_held_then(engagements, told, dates) -> None:
    found = engagements("{reis} met {lind} in Lisbon on 2 June 2025. " + told, published="2025-06-02")
    assert [e.date for e in found if e.type == "exercise"] == dates
