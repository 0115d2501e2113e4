"""What in the name of a text tells it from others."""

import pytest

from servanda.resolve.stems import stem
from servanda.resolve.titles import Likeness, Title, likeness, read_title

JP_PH = ("JP", "PH")


def read(title: str, *parties: str) -> Title:
    return read_title(title, parties or JP_PH)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Memorandum on Defense Cooperation", {"defenc"}),
        ("Agreement between Japan and the Republic of the Philippines on customs", {"custom"}),
        ("memorandum on defence cooperation that the two ministries concluded in 2015", {"defenc"}),
        ("an MoU signed by the ministers in Tokyo", set()),
        ("Japan-Philippines Economic Partnership Agreement", {"econom", "trade"}),
        (
            "agreement on hydrography, oceanography and cartography",
            {"hydrograph", "oceanograph", "cartograph"},
        ),
        ("arrangement on five TC-90 aircraft", {"tc-90", "aircraft"}),
        ("protocol on hydrography, and a memorandum on fisheries", {"hydrograph"}),
        ("Joint Statement", set()),
        ("", set()),
    ],
)
def test_parties_types_and_common_words_tell_nothing(title: str, words: set[str]) -> None:
    assert read(title).words == words


def test_who_makes_it_tells_it_apart_where_nothing_says_what_it_is_on() -> None:
    assert "academ" in read("MoU between the Diplomatic Academy and the Foreign Service Institute").words


def test_a_place_is_no_part_of_a_name_and_the_sea_is_none() -> None:
    assert (
        read("agreement on military information at Camp Aguinaldo").words
        == read("agreement on military information").words
    )
    assert "sea" in read("Agreement on Incidents at Sea").words


def test_a_name_in_brackets_is_a_second_name() -> None:
    long = read("Agreement concerning the Facilitation of Reciprocal Access (Reciprocal Access Agreement)")
    assert long.names == (frozenset({"facilitat", "reciproc", "access"}), frozenset({"reciproc", "access"}))


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Reciprocal Access Agreement (RAA)", {"RAA"}),
        ("Status of Forces Agreement (SOFA)", {"SOFA"}),
        ("ACSA", {"ACSA"}),
        ("Memorandum of Understanding (MOU)", set()),
        ("MoU with the Training Institute (BIDTI)", set()),
        ("agreement with ASEAN", set()),
    ],
)
def test_abbreviations_are_those_of_the_text_itself(title: str, written: set[str]) -> None:
    assert read(title).written == written


@pytest.mark.parametrize(
    ("title", "many"),
    [
        ("several Memoranda of Understanding and Agreements", True),
        ("agreements", True),
        ("Memorandum of Understanding", False),
        ("agreement on visas for holders of contracts", False),
        ("exchange of notes", False),
    ],
)
def test_a_plural_stands_for_several_texts(title: str, many: bool) -> None:
    assert read(title).many is many


def test_the_year_of_a_text_is_not_that_of_its_period() -> None:
    assert read("agreement of 2016 on the transfer of equipment").year == "2016"
    assert read("cooperation plan for 2024-2026").year is None
    assert read("memorandum on defence").year is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("agriculture", "agricultural"),
        ("industry", "industries"),
        ("industry", "industrial"),
        ("hydrography", "hydrographic"),
        ("customs", "custom"),
    ],
)
def test_words_of_one_stem(a: str, b: str) -> None:
    assert stem(a) == stem(b)


@pytest.mark.parametrize(("a", "b"), [("trade", "transport"), ("access", "acces"), ("visa", "vision")])
def test_words_of_two_stems(a: str, b: str) -> None:
    assert stem(a) != stem(b)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Reciprocal Access Agreement (RAA)", "RAA", Likeness.NAMED),
        ("General Security of Military Information Agreement", "GSOMIA", Likeness.NAMED),
        (
            "agreement on the transfer of defense equipment",
            "Defence Equipment Transfer Agreement",
            Likeness.NAMED,
        ),
        ("memorandum on defence cooperation", "memorandum on defence exchanges", Likeness.LIKE),
        ("memorandum on training of pilots", "memorandum on training of nurses", Likeness.PARTLY),
        ("memorandum on defence cooperation", "memorandum of understanding", Likeness.UNSAID),
        ("memorandum on fisheries", "memorandum on cyber security", Likeness.OTHER),
    ],
)
def test_likeness_of_names(a: str, b: str, expected: Likeness) -> None:
    assert likeness(read(a), read(b)) == likeness(read(b), read(a)) == expected


def test_additional_things_make_no_addition_to_a_text() -> None:
    assert read("contract for two additional frigates").derived == frozenset()
    assert read("Additional Protocol to the Agreement on customs").derived == {"additional"}


@pytest.mark.parametrize(
    "other",
    [
        "joint statement on the elevation of bilateral relations to a Strategic Partnership",
        "Joint Statement on the establishment of their Strategic Partnership",
        "joint statement raising ties to a Strategic Partnership",
        "Joint Declaration upgrading relations to the level of a Strategic Partnership",
    ],
)
def test_relations_that_are_raised_are_called_in_several_ways(other: str) -> None:
    assert likeness(read("joint statement on the elevation of ties"), read(other)) >= Likeness.LIKE


def test_statements_on_two_ranks_are_not_alike() -> None:
    one = read("Joint Statement on the Comprehensive Partnership")
    other = read("Joint Statement on the elevation of ties to a Strategic Partnership")
    assert likeness(one, other) < Likeness.UNSAID


def test_a_vision_of_the_partnership_leaves_open_what_it_is_on() -> None:
    assert read("vision document on the future of the partnership").is_bare
    assert not read("Partnership Agreement").is_bare


def test_a_text_told_by_its_makers_alone_is_like_theirs_on_a_matter() -> None:
    told = read("memorandum between the two coast guards")
    full = read("Memorandum between the Navarran Coast Guard and the Danish Coast Guard on Training at Sea")
    assert likeness(told, full) >= Likeness.LIKE
    assert likeness(read("memorandum between the two ministries of health"), full) == Likeness.OTHER
    health = read("memorandum between the two coast guards on medicine")
    assert likeness(health, full) < Likeness.UNSAID


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("trade agreement", "Comprehensive Economic Partnership Agreement (CEPA)"),
        ("free trade agreement", "economic partnership agreement"),
        ("memorandum on the fight against illicit drugs", "MoU on narcotics control"),
        ("memorandum against drug trafficking", "MoU on narcotic drugs and psychotropic substances"),
    ],
)
def test_one_matter_has_several_names(one: str, other: str) -> None:
    assert likeness(read(one), read(other)) == Likeness.LIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("trade agreement", "agreement on economic cooperation"),
        ("memorandum on the fight against crime", "MoU on narcotics control"),
        ("memorandum on illegal trade in wildlife", "MoU on narcotics control"),
    ],
)
def test_matters_beside_one_another_are_not_alike(one: str, other: str) -> None:
    assert likeness(read(one), read(other)) < Likeness.UNSAID
