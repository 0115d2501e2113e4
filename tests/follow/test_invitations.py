"""An invitation is kept by the visit of the one who was invited to the side that invited."""

import pytest

from servanda.follow.answers import answer
from servanda.follow.invitations import is_told_with_the_visit

CHINH = ("Pham Minh Chinh", "Prime Minister", "VN")
GIANG = ("Phan Van Giang", "Minister of National Defence", "VN")
CHIEN = ("Hoang Xuan Chien", "Deputy Minister of National Defence", "VN")


def status(earlier, later):
    found = answer(earlier, later)
    return found.status if found else None


def invite(desk, published, quote, people=(), **more):
    return desk.promise(published, "invite", "IN", "VN", "visit India", quote=quote, people=people, **more)


def visit(desk, published, person, country="IN", **more):
    names = {"participants": [person[0]], "people": [person]}
    return desk.meeting(
        published, f"{person[0]} visited the country", "VN IN", type="visit", country=country, **names, **more
    )


def test_the_guest_by_name(desk):
    asked = invite(desk, "2024-01-10", "Modi invited Prime Minister Pham Minh Chinh to visit India", [CHINH])
    assert status(asked, visit(desk, "2024-07-30", CHINH)) == "kept"
    assert status(asked, visit(desk, "2024-07-30", GIANG)) is None


def test_the_guest_by_office_however_it_is_spelled(desk):
    asked = invite(desk, "2022-01-10", "India invited the Defense Minister of Vietnam to visit India")
    assert status(asked, visit(desk, "2023-06-18", GIANG)) == "kept"
    assert status(asked, visit(desk, "2023-06-18", CHIEN)) is None
    assert status(asked, visit(desk, "2023-06-18", CHINH)) is None


def test_a_visit_told_by_office_alone(desk):
    asked = invite(desk, "2024-01-10", "Singh invited him to visit India", [GIANG])

    def told(quote):
        return desk.meeting("2024-09-10", quote, "VN IN", type="visit", country="IN")

    assert status(asked, told("the visit of the Minister of National Defence to India in July")) == "kept"
    assert status(asked, told("the visit of the Prime Minister to India in July")) is None


def test_the_laying_of_a_foundation_stone_to_which_the_guest_was_invited(desk):
    told = "Modi invited Pham Minh Chinh to Kochi for the laying of the foundation stone of a yard"
    asked = desk.promise("2024-01-10", "invite", "IN", "VN", told, quote=told, people=[CHINH])
    laid = desk.meeting(
        "2024-07-30",
        "Modi and Pham Minh Chinh laid the foundation stone of a yard at Kochi",
        "VN IN",
        type="ceremony",
        participants=[CHINH[0]],
        people=[CHINH],
    )
    assert status(asked, laid) == "kept"


def test_an_invitation_to_the_public_is_not_kept_by_who_comes_in_office(desk):
    asked = invite(
        desk, "2024-01-10", "Modi extended an invitation to Vietnamese investors to visit", [CHINH]
    )
    assert status(asked, visit(desk, "2024-07-30", CHINH)) is None


def test_talks_with_the_guest_in_the_country_of_the_inviter(desk):
    asked = desk.promise(
        "2024-01-10", "invite", "IN", "VN", "continue the conversation in New Delhi", people=[GIANG]
    )

    def talks(person, country, **more):
        names = {"participants": [person[0]], "people": [person]}
        return desk.meeting("2024-07-30", "talks", "VN IN", country=country, **names, **more)

    assert status(asked, talks(GIANG, "IN")) == "kept"
    assert status(asked, talks(CHINH, "IN")) is None
    assert status(asked, talks(GIANG, "VN")) is None
    summit = desk.promise(
        "2024-01-10", "invite", "IN", "VN", "attend the Delhi Defence Forum in New Delhi", people=[GIANG]
    )
    assert status(summit, talks(GIANG, "IN")) is None


def test_an_opening_to_which_the_guest_was_invited(desk):
    asked = desk.promise(
        "2024-01-10", "invite", "IN", "VN", "take part in the opening of the park", people=[GIANG]
    )
    there = {"participants": [GIANG[0]], "people": [GIANG], "country": "IN"}
    assert (
        status(asked, desk.meeting("2024-05-10", "cut the ribbon", "VN IN", type="ceremony", **there))
        == "kept"
    )
    absent = desk.meeting("2024-05-10", "cut the ribbon", "VN IN", type="ceremony", country="IN")
    assert status(asked, absent) is None
    welcome = desk.meeting(
        "2024-05-10", "was welcomed", "VN IN", type="ceremony", rule="engagement/receive:welcome", **there
    )
    assert status(asked, welcome) is None


def test_a_guest_of_whom_the_document_speaks_otherwise(desk):
    asked = invite(desk, "2024-01-10", "He invited his guest to visit India", [CHINH])
    assert status(asked, visit(desk, "2024-07-30", CHINH)) == "kept"
    assert status(asked, visit(desk, "2024-07-30", GIANG)) is None
    nobody = invite(desk, "2024-01-10", "He invited his guest to visit India")
    assert status(nobody, visit(desk, "2024-07-30", CHINH)) is None


def test_a_visit_to_elsewhere_too_late_or_only_planned_is_no_answer(desk):
    asked = invite(desk, "2024-01-10", "Modi invited Pham Minh Chinh to visit India", [CHINH])
    assert status(asked, visit(desk, "2024-07-30", CHINH, country="VN")) is None
    assert status(asked, visit(desk, "2027-07-30", CHINH)) is None
    assert status(asked, visit(desk, "2023-07-30", CHINH)) is None
    assert status(asked, visit(desk, "2024-07-30", CHINH, status="planned")) is None


def test_a_cancelled_visit_withdraws_it(desk):
    asked = invite(desk, "2024-01-10", "Modi invited Pham Minh Chinh to visit India", [CHINH])
    assert status(asked, visit(desk, "2024-05-30", CHINH, status="cancelled")) == "withdrawn"


def test_an_invitation_to_something_else_is_not_answered_by_a_visit(desk):
    asked = desk.promise(
        "2024-01-10",
        "invite",
        "IN",
        "VN",
        "invest in its ports",
        quote="Modi invited Pham Minh Chinh to invest in its ports",
        people=[CHINH],
    )
    assert status(asked, visit(desk, "2024-07-30", CHINH)) is None


def test_the_intention_to_invite_is_kept_by_the_invitation(desk):
    meant = invite(desk, "2022-01-10", "India will invite the Defence Minister of Vietnam to visit India")
    announced = desk.meeting(
        "2023-06-16", "At the invitation of Rajnath Singh, General Giang will visit India", "VN IN",
        type="visit", status="planned", country="IN", participants=[GIANG[0]], people=[GIANG],
    )  # fmt: skip
    found = answer(meant, announced)
    assert (found.status, found.rule) == ("kept", "invitation-made")


def test_the_visit_can_be_told_to_follow_the_invitation(desk):
    asked = desk.promise(
        "2016-10-26",
        "invite",
        "JP",
        "PH",
        "the invitation",
        quote="The visit follows the invitation that Abe extended",
    )
    paid = desk.meeting(
        "2016-10-26", "Duterte is paying a visit to Japan", "PH JP", type="visit", country="JP"
    )
    assert status(asked, paid) == "kept"


def test_an_invitation_known_only_from_its_visit(desk):
    assert is_told_with_the_visit(
        invite(desk, "2024-07-30", "At the invitation of Modi, Chinh is visiting India")
    )
    assert not is_told_with_the_visit(invite(desk, "2024-07-30", "Modi invited Chinh to visit India"))


def test_those_invited_to_an_event_took_part_in_it(desk):
    content = "take part in the multinational exercise Tarang Shakti in India in August 2024"
    asked = desk.promise("2024-02-28", "invite", "IN", "DE", content)

    def took_part(quote, parties="DE IN", **more):
        return desk.meeting("2024-11-04", quote, parties, **({"type": "exercise", "country": "IN"} | more))

    flew = "German Eurofighters took part in the exercise Tarang Shakti"
    assert status(asked, took_part(flew, series="exercise Tarang Shakti")) == "kept"
    assert status(asked, took_part(flew, status="planned")) is None
    assert status(asked, took_part(flew, parties="FR IN")) is None
    assert status(asked, took_part("German ships took part in the exercise Milan")) is None
    assert status(asked, took_part("A forum named Tarang Shakti", type="conference")) is None


def test_an_invitation_to_the_next_of_a_series_is_kept_by_it(desk):
    asked = desk.promise(
        "2022-01-25", "invite", "SG", "ID", "the President to Singapore for the next retreat"
    )

    def held(series):
        quote = f"hosted the President for the {series}"
        return desk.meeting("2023-03-16", quote, "SG ID", type="dialogue", country="SG", series=series)

    assert status(asked, held("sixth Leaders' Retreat")) == "kept"
    assert status(asked, held("Trade Commission")) is None


def test_a_course_to_which_some_were_to_be_invited(desk):
    content = "ten officers to a course on cyber defence in Daejeon"
    asked = desk.promise("2017-04-21", "invite", "KR", "PE", content, quote=f"Korea will invite {content}")

    def came(what):
        quote = f"ten officers attended a course on {what} in Daejeon at the invitation of Korea"
        return desk.promise("2017-12-12", "invite", "KR", "PE", quote)

    assert status(asked, came("cyber defence")) == "kept"
    assert (
        status(
            asked, desk.promise("2017-12-12", "invite", "KR", "PE", "a chef came at the invitation of Korea")
        )
        is None
    )


def test_an_invitation_to_a_visit_is_not_kept_by_an_event(desk):
    asked = invite(desk, "2024-01-10", "Modi invited Prime Minister Pham Minh Chinh to visit India", [CHINH])
    summit = desk.meeting(
        "2024-02-10", "a summit of India and Vietnam", "IN VN", type="conference", country="IN"
    )
    assert status(asked, summit) is None


@pytest.mark.parametrize(
    ("quote", "by_the_way"),
    [
        ("who is in London at Mr Healey's invitation", True),
        ("at whose invitation he is visiting the country", True),
        ("Minister Kishi expressed his gratitude for the invitation", True),
        ("He thanked the President for the kind invitation", True),
        ("He thanked the President for the invitation to visit Japan", False),
        ("He delivered an invitation to the President", False),
        ("Marcos had invited him when he went to Tokyo in February", True),
        ("He said that he had invited his counterpart to visit Warsaw", False),
    ],
)
def test_an_invitation_can_be_told_by_the_way(desk, quote, by_the_way):
    assert is_told_with_the_visit(invite(desk, "2024-07-30", quote)) == by_the_way


def test_a_summit_without_a_name_is_known_by_its_place(desk):
    to_a_summit = "Pham Minh Chinh to a summit in New Delhi in June"
    asked = desk.promise("2024-05-02", "invite", "IN", "VN", to_a_summit, people=[CHINH])

    def at(place, **more):
        told = f"Pham Minh Chinh took part in the summit in {place}"
        who = {"people": [CHINH], "participants": ("Pham Minh Chinh",)}
        return desk.meeting("2024-06-05", told, "VN IN", type="conference", place=place, **who, **more)

    assert status(asked, at("New Delhi", country="IN")) == "kept"
    assert status(asked, at("Goa", country="IN")) is None


@pytest.mark.parametrize(
    ("rule", "person", "expected"),
    [
        ("engagement/parliament:address", CHINH, "kept"),
        ("engagement/attend", CHINH, None),
        ("engagement/parliament:address", GIANG, None),
    ],
    ids=["spoke there", "was somewhere", "another spoke"],
)
def test_an_invitation_to_address_a_parliament(desk, rule, person, expected):
    words = "India invited Prime Minister Pham Minh Chinh to address both houses of its Parliament"
    asked = desk.promise(
        "2024-01-10",
        "invite",
        "IN",
        "VN",
        "address both houses of its Parliament",
        quote=words,
        people=[CHINH],
    )
    told = {"participants": [person[0]], "people": [person], "country": "IN", "rule": rule}
    spoke = desk.meeting("2024-07-30", f"{person[0]} addressed the Parliament", "VN IN", **told)
    assert status(asked, spoke) == expected


@pytest.mark.parametrize(("number", "expected"), [(47, "kept"), (46, None)])
def test_an_invitation_to_one_round_is_not_kept_by_another(desk, number, expected):
    words = "India invited Prime Minister Pham Minh Chinh to co-chair the 47th meeting of the committee there"
    asked = desk.promise(
        "2024-01-10",
        "invite",
        "IN",
        "VN",
        "co-chair the 47th meeting of the committee",
        quote=words,
        people=[CHINH],
    )
    told = {"participants": [CHINH[0]], "people": [CHINH], "country": "IN", "type": "dialogue"}
    held = desk.meeting(
        "2024-01-20", f"{CHINH[0]} co-chaired the {number}th meeting of the committee", "VN IN",
        series="committee meeting", ordinal=number, **told,
    )  # fmt: skip
    assert status(asked, held) == expected


def test_a_visit_that_is_told_to_be_at_the_invitation_also_one_that_is_still_to_come(desk):
    asked = invite(desk, "2024-01-10", "Modi invited Prime Minister Pham Minh Chinh to visit India", [CHINH])

    def announced(person, inviter="IN"):
        quote = f"At the invitation of his counterpart, {person[0]} will visit the country"
        return desk.promise("2024-07-20", "invite", inviter, "VN", quote, people=[person])

    assert status(asked, announced(CHINH)) == "kept"
    assert status(asked, announced(GIANG)) is None
    assert status(asked, announced(CHINH, inviter="JP")) is None


def test_an_invitation_told_again_does_not_take_it_up(desk):
    asked = invite(desk, "2024-01-10", "Modi invited Prime Minister Pham Minh Chinh to visit India", [CHINH])
    again = invite(desk, "2024-03-10", "he had invited Pham Minh Chinh to India in January", [CHINH])
    assert status(asked, again) is None


def test_celebrations_to_which_the_guest_was_invited_are_kept_by_being_there(desk):
    told = "Modi invited Pham Minh Chinh to India for the celebrations of Republic Day"
    asked = desk.promise("2024-01-10", "invite", "IN", "VN", told, quote=told, people=[CHINH])
    quote = f"{CHINH[0]} will come at the invitation of the Prime Minister"
    assert status(asked, desk.promise("2024-01-20", "invite", "IN", "VN", quote, people=[CHINH])) is None


def test_a_meeting_at_home_with_the_guests_is_not_what_they_were_invited_to(desk):
    told = "visit India and to chair the meeting of the committee there"
    asked = desk.promise("2024-01-10", "invite", "IN", "VN", told, quote=told, people=[CHINH])

    def chaired(country):
        return desk.meeting(
            "2024-06-20", "the meeting of the committee", "VN IN", type="dialogue", series="committee",
            country=country, participants=[CHINH[0]], people=[CHINH],
        )  # fmt: skip

    assert status(asked, chaired("IN")) == "kept"
    assert status(asked, chaired("VN")) is None
