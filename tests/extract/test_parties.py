"""Where parties are named: names, peoples, cities, seats, bodies; and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.extract.parties import find_parties


def found(text: str) -> list[tuple[str, str, str]]:
    return [(text[m.start : m.end], m.code, m.form) for m in find_parties(text)]


def codes(text: str) -> list[str]:
    return [m.code for m in find_parties(text)]


def test_each_form_of_a_party_is_told_apart() -> None:
    text = "Portugal hosted Norwegian officers in Lisbon, said the Kremlin after a call with ASEAN."
    assert found(text) == [
        ("Portugal", "PT", "name"),
        ("Norwegian", "NO", "demonym"),
        ("Lisbon", "PT", "capital"),
        ("Kremlin", "RU", "institution"),
        ("ASEAN", "ASEAN", "body"),
    ]


def test_a_state_that_is_a_given_name_too_is_that_of_an_office() -> None:
    assert codes("the Prime Minister of Kenya Raila Odinga") == ["KE"]
    assert codes("the President of Georgia Salome Zourabichvili") == ["GE"]
    assert codes("a film of Kenya Barris") == []


def test_the_longest_name_wins() -> None:
    text = "Papua New Guinea, Guinea-Bissau, Equatorial Guinea and Guinea"
    assert codes(text) == ["PG", "GW", "GQ", "GN"]


def test_the_two_congos_and_the_two_koreas_are_kept_apart() -> None:
    text = "the Democratic Republic of the Congo, the Republic of the Congo, North Korea, the ROK and Korea"
    assert codes(text) == ["CD", "CG", "KP", "KR", "KR"]


def test_a_people_may_be_singular_or_plural() -> None:
    assert codes("An Emirati met Omanis, Filipinos and a New Zealander.") == ["AE", "OM", "PH", "NZ"]


@pytest.mark.parametrize("text", ["Chile-Peru pact", "Chile–Peru pact", "Chile/Peru pact", "Chile's, Peru’s"])
def test_punctuation_parts_names(text: str) -> None:
    assert codes(text) == ["CL", "PE"]


def test_the_first_part_of_a_compound_stands_for_its_state() -> None:
    assert codes("a Franco-Greek and Sino-Lao committee") == ["FR", "GR", "CN", "LA"]
    assert codes("Franco is a name") == []


@pytest.mark.parametrize("text", ["Sri\nLanka", "Sri\u00a0Lanka", "Côte d’Ivoire", "Côte d'Ivoire", "Xi’an"])
def test_line_breaks_and_apostrophes_do_not_matter(text: str) -> None:
    assert [m.end - m.start for m in find_parties(text)] == [len(text)]


def test_a_headline_in_capitals_is_read() -> None:
    assert codes("KENYA AND THE EUROPEAN UNION SIGN IN NAIROBI") == ["KE", "EU", "KE"]


@pytest.mark.parametrize(
    "text",
    [
        "they told us to polish the china and eat turkey",
        "romania",
        "Romanianise, Omanite, Chilean9, Perux, XPeru, Mali_1",
        "the South China Sea, the Indian Ocean, the Sea of Japan, the Gulf of Guinea and the Persian Gulf",
        "the Indo-Pacific, Latin America and New Mexico",
        "a price of US$ 40",
        "the Washington Post and the Times of India",
        "the United Nations Convention on the Law of the Sea",
        "the Paris Agreement, the Geneva Conventions and the Hanoi Declaration",
        "French-language schools and a Chinese speaker",
        "during the Vietnam War",
        "",
    ],
)
def test_what_only_looks_like_a_party_is_none(text: str) -> None:
    assert codes(text) == []


def test_a_city_beside_such_a_name_still_counts() -> None:
    assert codes("The Paris Agreement was reviewed in Paris.") == ["FR"]


def test_persons_are_not_states() -> None:
    assert codes("Michael Jordan, Ms. Georgia and General Ireland met Chad Miller and Sydney Porter.") == []


def test_states_that_share_a_name_with_persons_are_found() -> None:
    assert codes("Jordan, Chad and Georgia met. Jordan Foreign Minister Hall flew to Georgia.") == [
        "JO",
        "TD",
        "GE",
        "JO",
        "GE",
    ]


def test_a_town_with_the_name_of_a_common_word_needs_a_preposition() -> None:
    assert codes("Male students arrived in Male.") == ["MV"]


def test_bodies_are_found_by_their_variants() -> None:
    text = "U.N. officials, the ADMM-Plus, the AU and UNICEF"
    assert codes(text) == ["UN", "ADMM+", "African Union", "UNICEF"]


def test_letters_that_mean_much_else_stand_for_no_body() -> None:
    assert codes("Mr NAM of the ECO desk bought an MSG spice") == []


@given(st.lists(st.sampled_from(["Peru", "Lima", "UN", "US", "Sri Lanka", "é", "\n", "-", "x", ". ", " "])))
def test_mentions_lie_in_order_within_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    mentions = find_parties(text)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


def test_a_person_called_like_a_city_is_no_party():
    assert find_parties("Mr Kano promised support.") == []
    assert [m.code for m in find_parties("The school in Kano is open.")] == ["NG"]
