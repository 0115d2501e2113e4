"""Which fields of cooperation a text names: in wide vocabulary, and not where a word means something else."""

from __future__ import annotations

import pytest

from servanda.extract.fields import field_codes, find_fields


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("swap delegations; exchange of visits by delegations at all levels", "delegation-exchange"),
        ("courses for cadets, then dredging of the deep-sea port", "training transport"),
        ("hydrographic surveys off the coast", "hydrography"),
        ("sell LNG and dairy cattle", "energy agriculture"),
        ("simplify customs procedures and avoid double taxation", "trade-investment finance"),
        ("HADR and SAR in the gulf", "disaster-relief"),
        ("clear UXO and dioxin, and seek those missing in action", "war-legacy"),
        ("a film week and cricket coaching", "education-culture"),
        ("stop human trafficking and online scams", "counter-crime"),
        ("hire caregivers and technical interns", "labour-migration"),
        ("mutual legal assistance in criminal matters", "governance"),
        ("defence supplies and military trade", "arms-trade"),
        ("the defence industry and patrol vessel construction", "defence-industry"),
        ("cyber defence and artificial intelligence", "information-security science-technology"),
        ("share intelligence on poachers", "intelligence"),
        ("peaceful uses of nuclear energy", "energy"),
        ("a soft loan for drinking water in villages", "development-aid environment"),
        ("recover stolen assets", "governance"),
        ("coast guards against piracy", "maritime-security"),
        ("joint exercises of the two air forces", "military-exercise"),
        ("backing each other at multilateral forums", "diplomacy"),
    ],
)
def test_fields_are_named_in_many_words(text: str, codes: str) -> None:
    assert " ".join(field_codes(text)) == codes


@pytest.mark.parametrize(
    "text",
    [
        "closer defence and security cooperation",
        "better infrastructure and connectivity",
        "deeper diplomatic relations and a strategic partnership",
        "peace, stability and prosperity in the region",
        "freedom of navigation and overflight",
        "fruitful talks in a favourable environment",
        "a roadmap of great importance",
        "the bonds of friendship between the two peoples",
        "wished him good health and happiness",
        "warm hospitality in a challenging security environment",
        "a press conference for the media representatives",
        "a delay because of Covid-19",
        "",
    ],
)
def test_plain_words_of_diplomacy_name_no_field(text: str) -> None:
    assert field_codes(text) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("market intelligence", "intelligence"),
        ("the digital economy", "trade-investment"),
        ("diplomatic training institute", "training"),
        ("economic assistance", "trade-investment"),
        ("military medicine", "health"),
        ("war crimes", "counter-crime"),
        ("illegal, unreported and unregulated fishing", "agriculture"),
        ("Hong Kong SAR", "disaster-relief"),
    ],
)
def test_a_word_within_another_term_is_not_read_alone(text: str, code: str) -> None:
    assert code not in field_codes(text)


def test_fields_come_in_the_order_of_their_first_mention_and_once() -> None:
    assert field_codes("health, energy, public health and renewables") == ("health", "energy")


def test_mentions_are_the_words_that_name_the_field() -> None:
    text = "They offered scholarships\nand peace-keeping courses."
    assert [(text[m.start : m.end], m.code) for m in find_fields(text)] == [
        ("scholarships", "education-culture"),
        ("peace-keeping", "peacekeeping"),
    ]


def test_capitals_do_not_matter() -> None:
    assert field_codes("TRADE AND TOURISM") == ("trade-investment", "tourism")
