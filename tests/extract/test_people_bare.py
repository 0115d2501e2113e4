"""People told by name alone, with a portfolio in brackets, or by the state that they come from."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from servanda.extract.mentions import PersonInText
from servanda.extract.parse import load_parser
from servanda.extract.parties import acting_parties
from servanda.extract.people import find_people


@cache
def parser() -> Language:
    return load_parser()


def people(text: str, home: str | None = None) -> list[PersonInText]:
    return find_people(parser()("\n" + text), acting_parties("\n" + text), home=home)


def parties(text: str, home: str | None = None) -> dict[str, str | None]:
    return {p.name: p.party for p in people(text, home)}


def posts(text: str) -> dict[str, str | None]:
    return {p.name: p.post for p in people(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Sweden's Pål Jonson signed a similar accord on December 5.",
        "The talks, chaired in Luanda by Sweden's Pål Jonson, failed.",
        "Pål Jonson met the press in Oslo.",
        "The king received Pål Jonson in Oslo.",
        "Pål Jonson was in Oslo. Jonson said that the talks went well.",
        "Pål Jonson was in Oslo. The talks went well, said Jonson.",
        "Pål Jonson was in Oslo. Minister Jonson leaves tomorrow.",
        "The pact was sealed during Pål Jonson's two-day visit to Oslo.",
        "Pål Jonson put his name to the letter last May.",
        "The letter to which Pål Jonson and Tore Sandvik put their names is the frame.",
        "Pål Jonson and Tore Sandvik stood side by side in Oslo.",
        "It came up in a phone call between Pål Jonson and Tore Sandvik.",
    ],
)
def test_a_name_alone_is_a_person_by_what_he_does(text: str) -> None:
    assert "Pål Jonson" in [p.name for p in people(text)]


def test_a_name_that_ends_the_text_is_asked_about_nothing_behind_it() -> None:
    assert people("Pål Jonson") == []


def test_an_office_of_several_that_ends_the_text_names_nobody() -> None:
    assert people("The King received the Peruvian ambassadors") == []


def test_a_list_has_the_licence_of_its_members() -> None:
    found = posts("Frank Bakke-Jensen, Peter Hultqvist and Antti Kaikkonen signed. Kaikkonen said so.")
    assert list(found) == ["Frank Bakke-Jensen", "Peter Hultqvist", "Antti Kaikkonen"]


@pytest.mark.parametrize(
    "text",
    [
        "Hyundai Rotem signed a contract with Peru.",
        "The frigate Admiral Gorshkov called at Cape Town before sailing on to Durban.",
        "RSS Persistence arrived in Darwin.",
        "The Belt and Road Initiative arrived in Rome.",
        "They met in Fort Worth, near Souda Bay.",
        "The ministers visited the Eiffel Tower.",
        "MPs of Samagi Jana Balawegaya, Podujana Peramuna, MP Ravi Silva, met.",
    ],
)
def test_companies_ships_places_and_parties_are_nobody(text: str) -> None:
    assert {p.name for p in people(text)} <= {"Ravi Silva", "Gorshkov"}


def test_a_portfolio_in_brackets_belongs_to_the_name_before_it() -> None:
    found = posts(
        "Ministers Paulo Rangel (Foreign Affairs) and Joaquim Sarmento (Finance) travelled with him."
    )
    assert found == {"Paulo Rangel": "Minister (Foreign Affairs)", "Joaquim Sarmento": "Minister (Finance)"}


def test_a_name_in_brackets_belongs_to_the_portfolio_before_it() -> None:
    found = posts(
        "They held meetings with the ministers of Defense (Gian Carlo Loffredo), Foreign Affairs "
        "(Gabriela Sommerfeld) and Government (Mónica Palencia)."
    )
    assert found == {
        "Gian Carlo Loffredo": "minister of Defense",
        "Gabriela Sommerfeld": "minister of Foreign Affairs",
        "Mónica Palencia": "minister of Government",
    }


def test_a_bracket_without_a_portfolio_is_no_post() -> None:
    assert posts("Ministers Paulo Rangel (left) and Joaquim Sarmento arrived.")["Paulo Rangel"] == "Minister"


def test_two_named_together_hold_the_office_told_of_them_afterwards() -> None:
    found = posts("Nikos Dendias and Sameh Shoukry, then foreign ministers, signed it.")
    assert found == {"Nikos Dendias": "foreign minister", "Sameh Shoukry": "foreign minister"}


def test_states_and_names_told_in_the_same_order_belong_together() -> None:
    text = (
        "The defence ministers of Norway, Sweden and Finland met in Oslo. "
        "Frank Bakke-Jensen, Peter Hultqvist and Antti Kaikkonen signed a statement. Kaikkonen said so."
    )
    assert list(parties(text).values()) == ["NO", "SE", "FI"]
    assert set(posts(text).values()) == {"defence minister"}


def test_names_of_another_number_than_the_states_stay_without_a_party() -> None:
    text = (
        "The presidents of Kenya, Uganda and Rwanda came to Lima. "
        "Frank Bakke-Jensen and Antti Kaikkonen signed. Kaikkonen and Bakke-Jensen said so."
    )
    assert set(parties(text).values()) == {None}


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Armenia greets Minister Jean Petit of France. He was welcomed by President Aram Sarian.", "AM"),
        ("President Jean Petit of France visited Armenia. Minister Aram Sarian received the guest.", "AM"),
        ("France's Jean Petit flew to Armenia. He then met General Aram Sarian and Minister Abo.", "AM"),
        ("France's Jean Petit flew to Armenia. Minister Aram Sarian travelled with him.", "FR"),
        ("Armenia and France agreed. Ministers Aram Sarian and Karen Abo led the Armenian side.", "AM"),
        ("Armenia and France agreed. The Armenian delegation consisted of Minister Aram Sarian.", "AM"),
        ("Minister Petit of France met his Armenian colleagues, Minister Aram Sarian and Dr Abo.", "AM"),
    ],
)  # fmt: skip
def test_who_receives_or_comes_along_is_of_that_side(text: str, host: str) -> None:
    assert parties(text)["Aram Sarian"] == host


def test_a_surname_that_is_a_state_is_a_person() -> None:
    text = (
        "Portuguese Prime Minister Luís Montenegro came to Luanda. "
        "On Tuesday Montenegro was received by Angolan President João Lourenço. Montenegro thanked him."
    )
    assert parties(text) == {"Luís Montenegro": "PT", "João Lourenço": "AO"}
    assert "ME" not in {m.code for m in acting_parties("\n" + text)}


def test_a_surname_leaves_the_state_where_the_text_speaks_of_it_too() -> None:
    text = (
        "\nPrime Minister Luís Montenegro flew to Podgorica for talks in Montenegro. "
        "Montenegro joined NATO in 2017."
    )
    assert [m.code for m in acting_parties(text)].count("ME") >= 2


def test_a_headline_makes_no_surname_of_a_state() -> None:
    text = "President Xi Jinping Vietnam visit ends\nVietnam and China signed."
    assert "VN" in {m.code for m in acting_parties(text)}


@pytest.mark.parametrize("name", ["Thabet al-Abbasi", "Abdel Fattah el-Sisi", "Badr ash-Shami"])
def test_an_arabic_article_written_small_is_part_of_the_name(name: str) -> None:
    assert [p.name for p in people(f"Defence Minister {name} of Iraq arrived.")] == [name]


@pytest.mark.parametrize("name", ["Gilberto Teodoro Jr.", "Lloyd Austin III", "Ferdinand Marcos, Jr."])
def test_what_tells_generations_apart_is_no_surname(name: str) -> None:
    surname = name.replace(",", "").split()[1]
    text = f"Defense Secretary {name} of the Philippines spoke. {surname} thanked Australia."
    (person,) = people(text)
    assert len(person.mentions) == 2


def test_the_place_of_a_meeting_does_not_tell_whose_side_is_met() -> None:
    text = "France's Jean Petit flew to Armenia. The delegation was in Yerevan and met Minister Aram Sarian."
    assert parties(text)["Aram Sarian"] == "AM"


def test_the_prime_minister_who_calls_on_somebody_is_the_one_named_before() -> None:
    text = (
        "Prime Minister Jean Petit of France met Armenia's President Karen Abo. "
        "In the afternoon the Prime Minister called on Defence Minister Aram Sarian."
    )
    assert parties(text)["Aram Sarian"] == "AM"


def test_those_who_sign_with_initials_are_people() -> None:
    told = "The declaration, which R. K. Singh and Robert Habeck had signed in May, has borne fruit."
    assert set(parties(told)) == {"R. K. Singh", "Robert Habeck"}
    assert parties("The paper, which Mazagon Dock and Thyssenkrupp Marine had signed in May, is void.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "The agency, headed by Jorge Viana, signed a paper.",
        "Talks were held with his predecessor, Carlito Galvez.",
        "In April Luiz da Silva, on a state visit to China, sat in Beijing.",
    ],
)
def test_those_presented_by_office_or_journey_are_people(text: str) -> None:
    assert len(parties(text)) == 1


def test_an_office_told_far_from_two_names_is_not_theirs() -> None:
    far = "Ana Reis met Bo Lind in Oslo. " + "The sea was calm and the ships came home. " * 12
    assert posts(far + "The commission is led by the vice presidents.") == {"Ana Reis": None, "Bo Lind": None}


@pytest.mark.parametrize(
    "text",
    [
        "The defence ministers of Norway and Sweden, Tore Sandvik and Pål Jonson, signed the pact.",
        "Prime Ministers of Norway and Sweden Tore Sandvik and Pål Jonson held talks.",
    ],
)
def test_names_behind_an_office_of_two_states_are_of_these_in_turn(text: str) -> None:
    assert parties(text) == {"Tore Sandvik": "NO", "Pål Jonson": "SE"}


def test_a_name_of_two_letters_stands_for_who_bears_it() -> None:
    text = "President Ou Sakhan of Cambodia came to Lima. Ministers thanked Ou there. An OU shop stood there."
    (person,) = people(text)
    assert len(person.mentions) == 2
