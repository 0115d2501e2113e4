"""Ways of telling that go with one kind of text, short names alone, lists under a heading."""

from __future__ import annotations

import pytest

MET = "Chile and Peru held talks in Lima. "


@pytest.mark.parametrize(
    ("told", "type_", "action"),
    [
        ("A contract for six patrol boats was awarded to Chile by Peru.", "contract", "signed"),
        ("Chile has won a contract from the Peruvian Navy.", "contract", "signed"),
        ("The two closed a deal for six patrol boats.", "agreement", "signed"),
        ("A joint statement made by both ministers calls for calm.", "joint-statement", "signed"),
        ("The Chilean minister handed over a letter of intent on pilots.", "letter-of-intent", "signed"),
        ("There is a logistics agreement between the two countries.", "agreement", "existing"),
        ("A logistics agreement has yet to be signed.", "agreement", "planned"),
        ("The President of Chile signed into law the treaty on ports.", "agreement", "ratified"),
        ("Both welcomed the extension of the Logistics Agreement.", "agreement", "extended"),
        ("The two ministers agreed on a joint statement.", "joint-statement", "signed"),
        ("The two ministers exchanged letters on the transfer of patrol boats.", "other", "signed"),
        ("The ministers flew to Arica to sign a protocol on pilots.", "protocol", "signed"),
        ("Chile had torn up the logistics agreement with Peru.", "agreement", "terminated"),
        ("The protocol on pilots was authorised by the Congress of Peru.", "protocol", "ratified"),
    ],
)
def test_what_is_told_of_one_kind_of_text(texts, told, type_, action) -> None:
    assert [(text.type, text.action, set(text.parties)) for text in texts(MET + told)] == [
        (type_, action, {"CL", "PE"})
    ]


@pytest.mark.parametrize(
    "told",
    [
        "No contract was awarded to Chile by Peru.",
        "Chile hopes to win a contract.",
        "There could be a deal with Peru.",
        "The two presidents exchanged letters on the anniversary of their ties.",
        "Chile decided to end the pact.",
        "Chile closed a road.",
    ],
)
def test_what_tells_none(texts, told) -> None:
    assert texts(MET + told) == []


def test_a_text_is_known_by_its_initials(texts) -> None:
    found = texts(
        "Chile and Peru signed an Acquisition and Cross-Servicing Agreement in 2021. "
        "The Congress of Peru ratified the ACSA in 2022."
    )
    assert [(t.action, t.title, t.date) for t in found] == [
        ("signed", "Acquisition and Cross-Servicing Agreement", "2021"),
        ("ratified", "Acquisition and Cross-Servicing Agreement", "2022"),
    ]


def test_a_short_name_that_all_know_stands_for_its_text(texts) -> None:
    found = texts("India and the United States signed LEMOA in 2016. BECA was signed in 2020.")
    assert [(t.title, t.date, set(t.parties)) for t in found] == [
        ("LEMOA", "2016", {"IN", "US"}),
        ("BECA", "2020", {"IN", "US"}),
    ]


@pytest.mark.parametrize(
    ("told", "type_", "action"),
    [
        ("They signed a ten-year logistics framework.", "agreement", "signed"),
        ("They signed the minutes of their first staff talks.", "other", "signed"),
        ("A draft agreement on ports has been finalised.", "agreement", "planned"),
        ("Peru will buy boats once the agreement on ports is signed.", "agreement", "planned"),
        ("A logistics agreement is in place.", "agreement", "existing"),
        ("A treaty from 2008 remains valid.", "agreement", "existing"),
        ("They are negotiating the terms of a defence accord.", "agreement", "planned"),
        ("The talks pave the way for an agreement on ports.", "agreement", "planned"),
        ("The two are bound by a protocol dating from 2003.", "protocol", "existing"),
        ("They put the seal on a programme of exchanges.", "programme", "signed"),
        ("They directed their ministers to conclude an extradition treaty.", "agreement", "planned"),
    ],
)
def test_texts_still_to_come_and_texts_by_other_names(texts, told, type_, action) -> None:
    assert [(t.type, t.action) for t in texts(MET + told)] == [(type_, action)]


@pytest.mark.parametrize(
    "told",
    ["The joint declaration ended the row.", "They bought boats under a credit agreement."],
)
def test_what_a_text_does_is_not_done_to_it(texts, told) -> None:
    assert "terminated" not in [t.action for t in texts(MET + told)]
    assert "signed" not in [t.action for t in texts(MET + told)]


def test_the_text_told_last_is_meant_by_the_pact(texts) -> None:
    found = texts(
        MET + "Peru signed a logistics pact with Ecuador in May. Parliament approved the pact in June."
    )
    assert [(t.action, set(t.parties)) for t in found] == [
        ("signed", {"PE", "EC"}),
        ("ratified", {"PE", "EC"}),
    ]


def test_a_full_stop_is_no_part_of_a_short_form(texts) -> None:
    found = texts(MET + "They signed a memorandum on ports in 2019. In 2024 the two sides updated the MoU.")
    assert [(t.action, t.title) for t in found] == [("signed", "memorandum on ports"), ("amended", "MoU")]


def test_each_line_under_a_heading_is_a_text(texts) -> None:
    found = texts(
        "Visit of the President of Peru to Chile (3 May 2023)\n\nAgreements/MoUs:\n\n"
        "- MoU between the Peruvian Navy and the Chilean Navy on pilots\n\n"
        "- Treaty on Mutual Legal Assistance\n"
    )
    assert [(t.type, t.action) for t in found] == [("memorandum", "signed"), ("agreement", "signed")]


def test_a_count_is_none_of_the_texts_behind_its_colon(texts) -> None:
    found = texts(MET + "They signed two documents: a protocol on pilots and an agreement on ports.")
    assert [t.type for t in found] == ["protocol", "agreement"]


def test_a_text_with_a_third_state_is_not_of_those_at_the_table(texts) -> None:
    found = texts(MET + "Peru praised the result. The logistics treaty with Ecuador came into force in 2019.")
    assert [set(t.parties) for t in found] == [{"PE", "EC"}]


def test_topics_behind_a_colon_are_texts_of_their_own(texts) -> None:
    found = texts(MET + "Three memoranda were signed: on customs, on aviation security and on education.")
    assert [t.title for t in found] == ["customs", "aviation security", "education"]


def test_a_verb_left_out_tells_a_second_text(texts) -> None:
    found = texts(MET + "A customs agreement was signed in 2017 and a ports agreement in 2019.")
    assert [(t.title, t.date) for t in found] == [("customs agreement", "2017"), ("ports agreement", "2019")]


def test_a_further_deed_has_no_day_of_the_first(texts) -> None:
    found = texts(MET + "The pact was inked in June 2021 and ratified by the Congress a year later.")
    assert {(t.action, t.date) for t in found} == {("signed", "2021-06"), ("ratified", None)}


def test_a_second_participle_tells_a_further_deed(texts) -> None:
    found = texts("Cooperation between Chile and Peru rests on a pact signed in 1963 and revised in 2015.")
    assert {(t.action, t.date) for t in found} == {("signed", "1963"), ("amended", "2015")}


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("The MoU on ports (2002) was extended until 2030.", None),
        ("The two cooperate under a 2003 agreement.", "2003"),
        ("They signed a protocol on pilots at FIDAE 2022.", None),
    ],
)
def test_years_that_are_no_day_of_the_deed(texts, told, date) -> None:
    assert [t.date for t in texts(MET + told)] == [date]
