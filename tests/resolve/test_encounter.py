"""Who meets whom, as far as two reports say."""

from __future__ import annotations

import msgspec
import pytest

from servanda.resolve.encounter import (
    Likeness,
    encounter,
    is_aside,
    likeness,
    may_be_one,
    same_words,
    travellers,
    visitors,
    wording,
)

MACRON, MODI, MURMU, LECORNU = "Emmanuel Macron", "Narendra Modi", "Droupadi Murmu", "Sébastien Lecornu"
MARCOS, THUONG, CHINH = "Ferdinand Marcos", "Vo Van Thuong", "Pham Minh Chinh"


def talks(wire, quote, *people, company=(), parties="FR IN"):
    return wire.engagement("2024-01-26", quote, parties, people=people, company=company, document=quote)


def test_the_same_two_meet(wire):
    a, b = talks(wire, "Macron met Modi", MACRON, MODI), talks(wire, "Modi received Macron", MODI, MACRON)
    assert likeness(a, b) is likeness(b, a) is Likeness.BOTH_SIDES


def test_one_side_has_the_same_and_the_other_is_not_named_in_both(wire):
    a, b = talks(wire, "Macron met Modi in Jaipur", MACRON, MODI), talks(wire, "Macron held talks", MACRON)
    assert likeness(a, b) is likeness(b, a) is Likeness.ONE_SIDE


def test_one_side_has_another(wire):
    a, b = talks(wire, "Macron met Modi", MACRON, MODI), talks(wire, "Macron met Murmu", MACRON, MURMU)
    assert likeness(a, b) is likeness(b, a) is Likeness.APART


def test_a_side_that_one_report_gives_otherwise_parts_nobody_named_in_full(wire):
    """ "Governor X", whose state a report does not say, is read as of the state of its publisher."""
    a, b = talks(wire, "Macron met Modi", MACRON, MODI), talks(wire, "Macron met Governor Modi", MACRON, MODI)
    people = tuple(msgspec.structs.replace(p, party="FR") for p in b.source.people)
    misread = msgspec.structs.replace(b, source=msgspec.structs.replace(b.source, people=people))
    assert encounter(misread).names == {"FR": (MACRON, MODI)}
    assert likeness(a, misread) is likeness(misread, a) is Likeness.BOTH_SIDES


def test_who_is_only_meant_does_not_part_two_reports(wire):
    """ "The minister" can be misread: only names that stand in the quotation can exclude each other."""
    a, b = talks(wire, "Macron met Modi", MACRON, MODI), talks(wire, "Macron met his host", MACRON, MURMU)
    assert likeness(a, b) is likeness(b, a) is not Likeness.APART


def test_who_is_named_by_one_and_called_by_post_by_the_other(wire):
    a = talks(wire, "Macron will meet the President and the Prime Minister", MACRON)
    b = talks(wire, "Macron met President Droupadi Murmu", MACRON, MURMU)
    assert likeness(a, b) is likeness(b, a) is Likeness.WORDS


def test_where_nobody_is_named_the_words_tell(wire):
    a = talks(wire, "the chiefs of the two navies talked about submarines")
    b = talks(wire, "discussions of the chiefs of navies on submarines")
    c = talks(wire, "the delegations met")
    assert likeness(a, b) is Likeness.WORDS
    assert likeness(a, c) is likeness(b, c) is Likeness.UNKNOWN


def test_a_document_that_names_others_of_a_side_tells_of_no_talks_with_one_whom_it_never_names(wire):
    a = talks(wire, "Macron will meet Murmu tonight", MACRON, MURMU)
    b = talks(wire, "At the briefing Macron spoke", MACRON, company=(MODI,))
    assert likeness(a, b) is likeness(b, a) is Likeness.APART
    called = talks(wire, "Macron spoke with his counterpart", MACRON, company=(MODI,))
    assert likeness(a, called) is Likeness.ONE_SIDE


def test_names_and_the_titles_before_them_are_no_words_of_the_report(wire):
    told = talks(wire, "Prime Minister Modi’s talks with President Macron on space", MACRON, MODI)
    assert encounter(told).words == {"space"}


def test_names_without_parties_are_no_side(wire):
    a, b = (wire.engagement("2024-01-26", q, "FR IN", document=q) for q in ("Macron met", "Macron talked"))
    assert encounter(a).names == {}
    assert likeness(a, b) is likeness(b, a)


def test_travellers_are_those_who_are_not_of_the_host(wire):
    visit = wire.visit("2024-01-26", "Macron, Lecornu and Modi", "FR IN", people=[MODI, MACRON, LECORNU])
    assert travellers(visit) == (MACRON, LECORNU)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([MACRON], [MACRON], Likeness.BOTH_SIDES),
        ([MACRON, LECORNU], [LECORNU], Likeness.ONE_SIDE),
        ([MACRON], [LECORNU], Likeness.APART),
        ([MACRON], [], Likeness.UNKNOWN),
        ([MODI], [MACRON], Likeness.UNKNOWN),
    ],
)
def test_visitors(wire, one, other, expected):
    a = wire.visit("2024-01-26", "a stay in Jaipur", "FR IN", people=one, document="a")
    b = wire.visit("2024-01-26", "the journey", "FR IN", people=other, document="b")
    assert visitors(a, b) is visitors(b, a) is expected


def test_a_visitor_called_by_post(wire):
    named = wire.visit("2024-01-26", "Macron arrived", "FR IN", people=[MACRON])
    by_post = wire.visit("2024-01-26", "the President of the French Republic arrived", "FR IN")
    assert visitors(named, by_post) is visitors(by_post, named) is Likeness.WORDS


def test_wording_leaves_parties_and_people_out(wire):
    a = talks(wire, "Macron and Modi of India on nuclear energy", MACRON, MODI)
    b = talks(wire, "France and India: nuclear energy")
    assert wording(a, b) == wording(b, a) == 1
    assert wording(a, talks(wire, "the two leaders met")) < 0.5


def test_only_engagements_have_an_encounter(wire):
    with pytest.raises(TypeError, match="commitment is no engagement"):
        encounter(wire.promise("2024-01-26", "provide radars"))
    with pytest.raises(TypeError, match="commitment is no engagement"):
        travellers(wire.promise("2024-01-26", "provide radars"))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Jaipur", "Jaipur in Rajasthan", True),
        ("Đà Nẵng", "Da Nang", True),
        ("Jaipur", "New Delhi", False),
        ("", "New Delhi", False),
        (None, None, False),
    ],
)
def test_places_of_the_same_words(a, b, expected):
    assert same_words(a, b) is same_words(b, a) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Volodymyr Zelenskyy", "Zelensky", True),
        ("Phạm Minh Chính", "Pham Minh Chinh", True),
        ("Ferdinand Marcos Jr.", "Ferdinand R. Marcos Jr.", True),
        ("Narendra Modi", "Droupadi Murmu", False),
    ],
)
def test_names_that_can_be_of_one_person(a, b, expected):
    assert may_be_one(a, b) is may_be_one(b, a) is expected


def test_a_slip_of_a_letter_parts_nobody():
    assert may_be_one("Phan Van Giang", "Phan Van Gang", "VN")
    assert not may_be_one("Phan Van Giang", "Phan Van Hung", "VN")


def test_talks_with_two_are_told_as_those_with_the_first(wire):
    both = talks(wire, "Macron will meet Murmu and Modi", MACRON, MURMU, MODI)
    first, second = (
        talks(wire, "Macron met Murmu", MACRON, MURMU),
        talks(wire, "Macron met Modi", MACRON, MODI),
    )
    assert not is_aside(both, first)
    assert is_aside(both, second)
    assert is_aside(second, both)


def test_the_place_alone_describes_nobody(wire):
    planned = talks(wire, "The third Joint Committee will be held in Delhi")
    bare = wire.engagement("2024-01-26", "France and India held talks in Delhi", "FR IN", place="Delhi")
    assert likeness(planned, bare) is Likeness.UNKNOWN


def test_who_is_told_by_a_full_office_is_as_good_as_named(wire):
    """ "The Prime Minister" is Chinh, whom the text names elsewhere; "the minister" could be misread."""
    named = talks(wire, "Thuong met the Speaker", THUONG, parties="VN FR")
    told = talks(wire, "the Prime Minister is to meet the Speaker", CHINH, parties="VN FR")
    vague = talks(wire, "he is to meet the Speaker", CHINH, parties="VN FR")
    assert likeness(named, told) is likeness(told, named) is Likeness.APART
    assert likeness(named, vague) is not Likeness.APART
