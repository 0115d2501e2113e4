"""Who is meant by an office without a name."""

from __future__ import annotations

import pytest

from servanda.extract.actors import NOBODY

TWO_MINISTERS = "French Defence Minister Jean Petit met Peruvian Defence Minister Ana Quispe in Lima. "
NORWAY = "Ministry of Defence, Norway"


@pytest.mark.parametrize(
    ("sentence", "word", "person"),
    [
        ("The Peruvian minister spoke.", "minister", "Ana Quispe"),
        ("The French minister spoke.", "minister", "Jean Petit"),
        ("The minister spoke.", "minister", "Ana Quispe"),
    ],
    ids=["by country", "by country, named first", "who was named last"],
)
def test_a_role_stands_for_the_person_who_has_it(tell, sentence, word, person) -> None:
    assert tell(TWO_MINISTERS + sentence).who(word).person == person


def test_a_head_of_state_without_a_country_is_that_of_the_press(tell) -> None:
    text = "President Ola Hansen of Norway met President Luis Rojas of Chile. The President spoke."
    assert tell(text, publisher=NORWAY).who("President").person == "Ola Hansen"
    assert tell(text).who("President").person == "Luis Rojas"


@pytest.mark.parametrize("sentence", ["The Premier met {}.", "The Premier spoke to {}."])
def test_an_office_is_not_that_of_the_one_whom_it_meets(tell, sentence) -> None:
    title = "Meeting with Premier Rojas of Chile\n\n"
    told = tell(title + sentence.format("the Prime Minister of Chile, Luis Rojas"), publisher=NORWAY)
    assert told.who("Premier").person != "Luis Rojas"


def test_the_office_that_publishes_speaks_for_itself(tell) -> None:
    text = "Prime Minister Luis Rojas of Chile arrived. The Prime Minister thanked the navy."
    assert tell(text, publisher="Prime Minister's Office, Norway").who("Minister").parties == ("NO",)
    assert tell(text, publisher="Navy of Norway").who("Minister").person == "Luis Rojas"


@pytest.mark.parametrize(
    ("publisher", "speaks"),
    [
        ("Office of the President of Norway", ("NO",)),
        ("Presidential Secretariat, Norway", ("NO",)),
        ("Office of the Vice President of Norway", ("CL",)),
    ],
)
def test_the_president_is_that_of_the_office_that_publishes(tell, publisher, speaks) -> None:
    text = "President Luis Rojas of Chile arrived. The President thanked the navy."
    assert tell(text, publisher=publisher).who("President").parties == speaks


@pytest.mark.parametrize(
    "office",
    ["The Defence Secretary", "The Foreign Minister", "The Minister of Defence", "The Prime Minister"],
)
def test_an_office_that_nobody_else_holds_is_that_of_the_press(tell, office) -> None:
    told = tell(f"{office} received Admiral Luis Rojas of the Chilean Navy.", publisher=NORWAY)
    assert told.who("Secretary" if "Secretary" in office else "Minister").parties == ("NO",)


@pytest.mark.parametrize(
    ("office", "word"),
    [
        ("A Defence Minister", "Minister"),
        ("The minister", "minister"),
        ("The Ambassador", "Ambassador"),
        ("Our Prime Minister", "Minister"),
    ],
)
def test_other_offices_are_not_taken_for_that_of_the_press(tell, office, word) -> None:
    assert "press" not in tell(f"{office} thanked Chile.", publisher=NORWAY).who(word).why


def test_a_prime_minister_is_no_other_minister(tell) -> None:
    text = "Prime Minister Ola Hansen of Norway met Chilean Minister Luis Rojas. The Prime Minister spoke."
    assert tell(text).who("Minister").person == "Ola Hansen"


def test_the_head_of_the_government_of_a_capital_is_its_prime_minister(tell) -> None:
    text = "Prime Minister Ola Hansen of Norway met President Luis Rojas of Chile. "
    told = tell(text + "The head of the Oslo government spoke.").who("head")
    assert (told.person, told.parties) == ("Ola Hansen", ("NO",))


def test_the_defence_minister_is_who_is_called_so_and_not_a_like_office_named_later(tell) -> None:
    text = "Defence Minister Ana Quispe of Peru met Secretary of Defense Lloyd Austin of the United States. "
    assert tell(text + "The Defence Minister went to Hawaii.").who("Minister").person == "Ana Quispe"
    assert tell(text + "The secretary spoke.").who("secretary").person == "Lloyd Austin"


def test_initials_in_brackets_behind_an_office_stand_for_its_holder(tell) -> None:
    told = tell("Chief of Army Staff (COAS) General Asad Khan of Pakistan met visitors. The COAS spoke.")
    assert told.who("COAS").person == "Asad Khan"
    assert tell("The COAS spoke.").who("COAS") == NOBODY


def test_an_office_is_told_in_the_words_of_its_state(tell) -> None:
    told = tell("Raksha Mantri Arun Rao of India arrived in Oslo. The Raksha Mantri met the King.")
    assert told.who("Mantri").person == "Arun Rao"


def test_one_of_many_who_have_held_the_office_is_nobody_named(tell) -> None:
    text = "President Luis Rojas of Chile arrived in Oslo. Norway last received a President in 1994."
    assert tell(text, publisher=NORWAY).who("President").person is None


def test_the_prime_minister_is_not_the_deputy_named_last(tell) -> None:
    text = "Prime Minister Luis Rojas of Chile came with Deputy Prime Minister Ana Soto of Chile. {} spoke."
    assert tell(text.format("The Prime Minister")).who("Minister").person == "Luis Rojas"
    assert tell(text.format("The Deputy Prime Minister")).who("Minister").person == "Ana Soto"


def test_the_head_of_government_is_the_prime_minister_beside_a_president(tell) -> None:
    met = "Prime Minister Lena Moe of Norway received President Pedro Rey of Peru. "
    assert tell(met + "The head of government spoke.").who("head").person == "Lena Moe"
    assert tell(met + "The head of state spoke.").who("head").person == "Pedro Rey"


def test_a_president_can_be_the_head_of_government(tell) -> None:
    met = "President Pedro Rey of Peru received Minister Lena Moe of Norway. "
    assert tell(met + "The head of government spoke.").who("head").person == "Pedro Rey"
