"""Anniversaries and ranks of a relationship."""

from __future__ import annotations

import pytest

from servanda.model.facts import Milestone

TIES = "diplomatic-relations"


@pytest.fixture
def marks(read):
    return lambda text, **known: [f for f in read(text, **known) if isinstance(f, Milestone)]


@pytest.mark.parametrize(
    ("told", "number", "year"),
    [
        ("This year marks two decades since France and Kenya entered into diplomatic relations.", 20, 2004),
        ("It is sixty years since France and Kenya opened embassies in each other's capital.", 60, 1964),
        ("Fifty years ago France and Kenya established relations.", 50, 1974),
        ("France and Kenya took up diplomatic relations in 1963.", None, 1963),
        ("Diplomatic relations between France and Kenya date back to 1963.", None, 1963),
    ],
)
def test_further_ways_of_telling_how_old_relations_are(marks, told, number, year) -> None:
    (mark,) = marks(told)
    assert (mark.type, mark.number, mark.year) == (TIES, number, year)
    assert set(mark.parties) == {"FR", "KE"}


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("the 45th anniversary of diplomatic relations", 45),
        ("the forty-fifth anniversary of the establishment of diplomatic relations", 45),
        ("the 1st anniversary of bilateral relations", 1),
        ("fifty years of diplomatic relations", 50),
        ("75 years of diplomatic ties", 75),
        ("the year, the 75th of diplomatic ties", 75),
    ],
)
def test_the_number_of_an_anniversary(marks, words, number) -> None:
    (mark,) = marks(f"France and Kenya celebrated {words}.")
    assert (mark.type, mark.number, mark.parties) == ("diplomatic-relations", number, ("FR", "KE"))
    assert mark.year == 2024 - number
    assert mark.reasons == {"year": f"derived: 2024 - {number}"}


@pytest.mark.parametrize(
    "words",
    [
        "the Comprehensive Strategic Partnership, established in 2021",
        "their strategic partnership, which was launched in March 2021",
        "the enhanced global partnership concluded in 2021",
    ],
)
def test_a_partnership_with_the_year_in_which_it_began(marks, words) -> None:
    (mark,) = marks(f"France and Kenya recalled {words}.")
    assert (mark.type, mark.year, mark.parties) == ("partnership", 2021, ("FR", "KE"))


def test_a_partnership_of_firms_or_without_a_year_is_none(marks) -> None:
    assert marks("France and Kenya work with the partnership established in 2021.") == []
    assert marks("France and Kenya recalled the strategic partnership established before.") == []


@pytest.mark.parametrize(
    ("what", "type_"),
    [
        ("diplomatic relations", "diplomatic-relations"),
        ("their official relations", "diplomatic-relations"),
        ("the strategic partnership", "partnership"),
        ("the treaty of friendship", "other"),
        ("the alliance", "other"),
    ],
)
def test_the_type_is_what_has_the_anniversary(marks, what, type_) -> None:
    assert [m.type for m in marks(f"France and Kenya marked the 20th anniversary of {what}.")] == [type_]


@pytest.mark.parametrize(
    "what",
    [
        "independence",
        "the victory",
        "the founding of the navy",
        "the war and the later friendship",
        "his birth",
    ],
)
def test_what_one_party_has_alone_is_no_milestone(marks, what) -> None:
    assert marks(f"France and Kenya marked the 20th anniversary of {what}.") == []


@pytest.mark.parametrize("number", ["umpteenth", "diamond", ""])
def test_an_anniversary_without_a_number_is_none(marks, number) -> None:
    assert marks(f"France and Kenya marked the {number} anniversary of diplomatic relations.") == []


def test_one_party_alone_has_no_milestone(marks) -> None:
    assert marks("They celebrated 75 years of diplomatic ties.") == []


def test_the_year_told_beside_it_counts_before_the_year_of_publication(marks) -> None:
    (mark,) = marks("France and Kenya will mark the 50th anniversary of diplomatic relations in 2030.")
    assert mark.year == 1980


def test_without_a_year_anywhere_none_is_invented(marks) -> None:
    (mark,) = marks("France and Kenya marked the 50th anniversary of diplomatic relations.", published=None)
    assert mark.year is None
    assert mark.reasons == {}


def test_the_year_of_founding_that_is_told(marks) -> None:
    (mark,) = marks("France and Kenya established diplomatic relations in 1963.")
    assert (mark.year, mark.number) == (1963, None)


def test_a_founding_year_joins_the_anniversary(marks) -> None:
    text = (
        "France and Kenya established diplomatic relations in 1964. "
        "This year is the 60th anniversary of diplomatic relations between France and Kenya."
    )
    (mark,) = marks(text)
    assert (mark.number, mark.year, len(mark.evidence)) == (60, 1964, 2)


def test_an_anniversary_told_twice_is_one(marks) -> None:
    told = "France and Kenya marked the 60th anniversary of diplomatic relations. "
    (mark,) = marks(told * 2)
    assert len(mark.evidence) == 2


def test_a_rank_that_is_raised(marks) -> None:
    (mark,) = marks("France and Kenya raised their ties to a strategic partnership in 2013.")
    assert (mark.type, mark.year, mark.rule) == ("partnership", 2013, "milestone/raised")


@pytest.mark.parametrize(
    "verb",
    ["agreed to raise", "have not raised", "hope to raise", "would raise"],
)
def test_a_rank_that_is_not_raised(marks, verb) -> None:
    assert marks(f"France and Kenya {verb} their ties to a strategic partnership.") == []


def test_a_body_can_be_the_other_side(marks) -> None:
    (mark,) = marks("France and ASEAN marked the 30th anniversary of diplomatic relations.")
    assert mark.parties == ("FR", "ASEAN")


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("have had diplomatic relations since 27 April 1965", 1965),
        ("resumed diplomatic ties in December 2020", 2020),
        ("restored diplomatic relations in 1991", 1991),
        ("established full diplomatic relations on 1 May 1973", 1973),
    ],
)
def test_relations_taken_up_or_resumed_in_a_year(marks, words, year) -> None:
    (mark,) = marks(f"France and Kenya {words}.")
    assert (mark.type, mark.year) == ("diplomatic-relations", year)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("France and Kenya announced on 3 May 2024 the establishment of a strategic partnership.", 2024),
        ("France was the first country to establish a strategic partnership with Kenya, in 2012.", 2012),
        ("On 7 May 2024 France and Kenya lifted ties to the level of an “enhanced partnership”.", 2024),
    ],
)  # fmt: skip
def test_a_partnership_that_begins(marks, text, year) -> None:
    (mark,) = marks(text)
    assert (mark.type, set(mark.parties), mark.year) == ("partnership", {"FR", "KE"}, year)


@pytest.mark.parametrize(
    "text",
    [
        "France and Kenya agreed to establish a strategic partnership.",
        "France and Kenya hope to establish diplomatic relations in 2025.",
        "France and Kenya have not established a strategic partnership.",
    ],
)
def test_a_partnership_to_come_is_none(marks, text) -> None:
    assert marks(text) == []


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        (
            "This year marks 50 years since the two countries established diplomatic relations.",
            "diplomatic-relations",
        ),
        ("They upgraded ties to the status of a Comprehensive Strategic Partnership.", "partnership"),
        ("The elevation of relations to a strategic partnership opened a new chapter.", "partnership"),
        (
            "France was the first to establish diplomatic relations with Kenya, in 1963.",
            "diplomatic-relations",
        ),
    ],
)
def test_years_since_and_ranks_by_other_words(marks, words, type_) -> None:
    (mark,) = marks(f"France and Kenya held talks. {words}")
    assert (mark.type, set(mark.parties)) == (type_, {"FR", "KE"})


def test_partners_since_a_year(marks) -> None:
    (mark,) = marks("France and Kenya have been strategic partners since 2013.")
    assert (mark.type, mark.parties) == ("partnership", ("FR", "KE"))


@pytest.mark.parametrize(
    ("sentence", "number", "year"),
    [
        ("France and Kenya noted half a century of diplomatic relations.", 50, 1974),
        ("France and Kenya celebrate the golden jubilee of their diplomatic relations.", 50, 1974),
        ("France and Kenya marked six decades of diplomatic ties.", 60, 1964),
        ("France and Kenya entered the 61st year of diplomatic relations.", 61, 1963),
        ("It is 60 years since France and Kenya established relations.", 60, 1964),
        ("Next year France and Kenya will mark the 60th anniversary of diplomatic relations.", 60, 1965),
        ("In July 2023, when they met, France and Kenya marked 60 years of bilateral ties.", 60, 1963),
        ("France and Kenya mark the 60th anniversary of ties.", 60, 1964),
        ("Bilateral relations between France and Kenya mark their 60th anniversary.", 60, 1964),
    ],
)
def test_other_words_for_an_anniversary(marks, sentence, number, year) -> None:
    (mark,) = marks(sentence)
    assert (mark.type, mark.number, mark.year) == ("diplomatic-relations", number, year)


@pytest.mark.parametrize(
    ("sentence", "type_", "year"),
    [
        ("Diplomatic relations between France and Kenya were established in 1964.", TIES, 1964),
        ("Bilateral ties between France and Kenya, opened in 1964, are close.", TIES, 1964),
        ("France and Kenya opened up and established formal diplomatic ties in May 1964.", TIES, 1964),
        ("France hailed the recent re-establishment of diplomatic relations with Kenya.", TIES, None),
        (
            "Relations between France and Kenya were upgraded to a strategic partnership in 2018.",
            "partnership",
            2018,
        ),
        ("France and Kenya celebrated 60 years of friendship and cooperation.", "other", 1964),
    ],
)
def test_other_words_for_a_rank_and_its_year(marks, sentence, type_, year) -> None:
    (mark,) = marks(sentence)
    assert (mark.type, mark.year) == (type_, year)


def test_a_rank_announced_at_talks_is_of_their_year(marks) -> None:
    (mark,) = marks(
        "The presidents of France and Kenya met in Paris on 3 July 2024. They declared the formation of a "
        "strategic partnership."
    )
    assert mark.year == 2024


@pytest.mark.parametrize(
    ("sentence", "number", "year"),
    [
        ("The alliance of France and Kenya marks its 70th birthday.", 70, 1954),
        ("Official relations between France and Kenya were established in 1973.", None, 1973),
    ],
)
def test_told_without_an_anniversary_or_diplomatic_relations(marks, sentence, number, year) -> None:
    (mark,) = marks(sentence)
    assert (mark.number, mark.year) == (number, year)


@pytest.mark.parametrize(
    "sentence",
    [
        "France and Kenya hope to restore diplomatic relations.",
        "France and Kenya have sixty years of experience.",
        "France and Kenya could see their ties upgraded to a strategic partnership.",
        "France told Kenya of 60 years of friendship and football.",
    ],
    ids=["hoped for", "experience", "could", "told only"],
)
def test_words_that_tell_no_milestone(marks, sentence) -> None:
    assert marks(sentence) == []
