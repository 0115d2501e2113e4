"""States and bodies by code, name and place; and that the data about them holds together."""

from __future__ import annotations

from collections import Counter

import pytest

from servanda.codebook.places import bodies, countries, country_of_place, is_capital, party_code, party_name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Viet Nam", "VN"),
        ("VIETNAM", "VN"),
        ("Việt Nam", "VN"),
        ("Socialist Republic of Vietnam", "VN"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("the Republic of Korea", "KR"),
        ("the Democratic People’s Republic of Korea", "KP"),
        ("Republic of the Congo", "CG"),
        ("DRC", "CD"),
        ("Union of the Comoros", "KM"),
        ("the  UK", "GB"),
        ("New Zealanders", "NZ"),
        ("Philippine", "PH"),
        ("Kosovo", "XK"),
        ("fr", "FR"),
        ("European Union", "EU"),
        ("ADMM-Plus", "ADMM+"),
        ("World Bank", "World Bank"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_party_is_known_by_any_of_its_names(text: str, code: str | None) -> None:
    assert party_code(text) == code


def test_a_code_has_a_short_name() -> None:
    assert [party_name(code) for code in ("VN", "GB", "EU", "ADMM+")] == [
        "Vietnam",
        "United Kingdom",
        "EU",
        "ADMM+",
    ]


def test_a_code_of_a_state_is_never_taken_for_a_body() -> None:
    assert (party_code("AU"), party_code("African Union")) == ("AU", "African Union")


def test_an_unknown_code_is_left_as_it_is() -> None:
    assert party_name("Q9") == "Q9"


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("Hanoi", "VN"),
        ("Ha Noi", "VN"),
        ("The Hague", "NL"),
        ("Hyderabad House", "IN"),
        ("Quai d’Orsay", "FR"),
        ("Downing Street", "GB"),
        ("Washington, D.C.", "US"),
        ("Ukraine", "UA"),
        ("Springfield", None),
    ],
)
def test_a_place_lies_in_a_state(place: str, code: str | None) -> None:
    assert country_of_place(place) == code


def test_codes_are_unique() -> None:
    codes = [c.code for c in countries()] + [b.code for b in bodies()]
    assert [code for code, times in Counter(codes).items() if times > 1] == []


def test_no_word_stands_for_two_parties() -> None:
    owners = Counter(
        (word, c.code)
        for c in countries()
        for word in {c.name, *c.names, *c.demonyms, *c.combining, *c.places}
    )
    owners.update((word, b.code) for b in bodies() for word in {b.code, b.name, *b.names})
    words = Counter(word for word, _ in owners)
    assert [word for word, times in words.items() if times > 1] == []


def test_a_capital_is_one_however_it_is_written() -> None:
    assert is_capital("London") and is_capital("new Delhi")
    assert not is_capital("Lossiemouth") and not is_capital("France")


def test_every_sovereign_state_has_people_and_a_capital() -> None:
    members = (
        "AF",
        "BR",
        "CD",
        "CI",
        "EG",
        "FJ",
        "GE",
        "JO",
        "KP",
        "KR",
        "MM",
        "NZ",
        "PG",
        "SB",
        "TL",
        "TR",
        "UZ",
        "VN",
    )
    by_code = {c.code: c for c in countries()}
    assert [code for code in members if not (by_code[code].demonyms and by_code[code].capitals)] == []


def test_all_codes_of_states_are_two_capital_letters() -> None:
    assert [c.code for c in countries() if not (len(c.code) == 2 and c.code.isupper())] == []
    assert len(countries()) > 230


def test_the_body_of_an_agency_exists() -> None:
    codes = {b.code for b in bodies()}
    assert [b.code for b in bodies() if b.part_of and b.part_of not in codes] == []
