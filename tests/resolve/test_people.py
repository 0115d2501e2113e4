"""People over all that was read: whose a short name is depends on who else there is."""

import random

import pytest

from servanda.model.facts import Person
from servanda.resolve.forms import form_of
from servanda.resolve.judgement import Judgement
from servanda.resolve.people import full_name, people


def form(name, party=None, post=None, rank=None):
    return form_of(
        Person(name=name, party=party, post=post, rank=rank, document="d", source="doc-1", evidence=())
    )


VINH = form("Nguyen Chi Vinh", "VN", "Deputy Minister of National Defense", "Senior Lieutenant General")
GENERAL_VINH = form("Vinh", "VN", None, "General")
PARLY = form("Florence Parly", "FR", "Minister of the Armed Forces")
LUONG_CUONG = form("Luong Cuong", "VN", "Director of the General Department of Politics", "General")
TAN_CUONG = form("Nguyen Tan Cuong", "VN", "Chief of the General Staff", "General")
GENERAL_CUONG = form("Cuong", "VN", None, "General")
MINISTER_PARLY = form("Parly", "FR", "Minister")


def ruling(kind, a, b, number=1):
    low, high = sorted((a.id, b.id))
    return Judgement(number=number, ruling=kind, a=low, b=high, by="Lan", made="2026-01-05T10:00:00Z")


def together(a, b, found):
    return any(a.id in person and b.id in person for person in found.persons)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        (GENERAL_VINH, VINH),
        (MINISTER_PARLY, PARLY),
        (form("Xi", "CN", "President"), form("Xi Jinping", "CN", "President")),
        (form("Paparo", "US", None, "Admiral"), form("Samuel J. Paparo", "US", "Commander", "Adm.")),
        (form("Prabowo", "ID", "Minister"), form("PRABOWO Subianto", "ID", "Minister of Defence")),
        (
            form("Sánchez", "ES", "Prime Minister"),
            form("Pedro Sánchez Pérez-Castejón", "ES", "Prime Minister"),
        ),
        (form("Nakatani", "JP", "Defense Minister"), form("NAKATANI Gen", "JP", "Minister of Defense")),
        (form("Kishida", "JP", "Prime Minister"), form("Fumio Kishida", "JP", "Prime Minister")),
        (form("Jaishankar", "IN", "Minister"), form("S. Jaishankar", "IN", "External Affairs Minister")),
        (form("Hasina", "BD", "Prime Minister"), form("Sheikh Hasina", "BD", "Prime Minister")),
    ],
)
def test_a_single_word_is_the_one_person_whom_it_fits(short, full):
    found = people([short, full, form("Charles Michel", "EU", "President")])
    assert together(short, full, found)
    assert len(found.links) == 1
    assert found.links[0].decision.reason


@pytest.mark.parametrize(
    ("short", "full"),
    [
        (form("Nguyen", "VN", "Prime Minister"), form("Nguyen Xuan Phuc", "VN", "Prime Minister")),
        (form("Chi", "VN", None, "General"), VINH),
        (form("Jinping", "CN", "Foreign Minister"), form("Xi Jinping", "CN", "President")),
        (form("Parly", "FR", "Foreign Minister"), PARLY),
        (form("Vinh", "VN", None, "Admiral"), VINH),
        (form("Parly", "BE", "Minister"), PARLY),
        (form("Parly"), PARLY),
        (form("Silva", "LK", None, "General"), form("Maxwell Silva", "LK", "Bishop")),
    ],
)
def test_a_single_word_that_does_not_fit_stays_alone(short, full):
    assert not together(short, full, people([short, full]))


def test_a_full_name_and_office_prevail_over_a_party_that_was_misread():
    misread = form("Andrzej Duda", "KR", "President")
    forms = [misread, form("Andrzej Duda", "PL"), form("Andrzej Duda", "PL", "President of the Republic")]
    assert len(people(forms).persons) == 1


def test_a_misread_party_where_the_office_is_told_in_part():
    misread = form("Richard Marles", "PH", "Deputy Prime Minister")
    told = form("Richard Marles", "AU", "Deputy Prime Minister and Minister for Defence")
    assert together(misread, told, people([misread, told]))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (form("Kim Yong-hyun", "KR", "Minister of National Defense"), form("Kim Yong-hyun", "KP")),
        (form("Kim Yong-hyun", "KR", "Minister of National Defense"), form("Kim Yong-hyun", "KP", "Coach")),
        (form("Kim", "KR", "Minister of Defence"), form("Kim", "KP", "Minister of Defence")),
    ],
)
def test_one_name_on_two_sides_is_two_people_without_one_office(a, b):
    assert not together(a, b, people([a, b]))


def test_a_single_word_of_an_unknown_party_needs_rank_or_post():
    assert together(form("Parly", None, "Minister"), PARLY, people([form("Parly", None, "Minister"), PARLY]))


def test_with_two_that_fit_it_is_left_in_doubt():
    found = people([LUONG_CUONG, TAN_CUONG, GENERAL_CUONG])
    assert sorted(map(len, found.persons)) == [1, 1, 1]
    assert found.links == ()
    (doubt,) = found.doubts
    assert doubt.form == GENERAL_CUONG.id
    assert set(doubt.candidates) == {(LUONG_CUONG.id,), (TAN_CUONG.id,)}


def test_rank_and_post_can_leave_one_of_two():
    other = form("Hoang Xuan Vinh", "VN", None, "Colonel")
    assert together(GENERAL_VINH, VINH, people([VINH, GENERAL_VINH, other]))
    rajnath = form("Rajnath Singh", "IN", "Raksha Mantri and Minister of Defence")
    jitendra = form("Jitendra Singh", "IN", "Minister of Science and Technology")
    defence = form("Singh", "IN", "Defence Minister")
    assert together(defence, rajnath, people([rajnath, jitendra, defence]))


def test_two_spellings_of_one_person_are_no_two_candidates():
    marked = form("Nguyễn Chí Vinh", "VN", None, "Sen. Lt. Gen.")
    found = people([VINH, GENERAL_VINH, marked])
    assert len(found.persons) == 1
    assert found.doubts == ()


def test_a_family_name_goes_before_a_given_name():
    micheal = form("Micheál Martin", "IE", "Minister for Defence")
    heydon = form("Martin Heydon", "IE", "Minister for Agriculture")
    short = form("Martin", "IE", "Minister")
    assert together(short, micheal, people([micheal, heydon, short]))


def test_a_shorter_name_that_fits_two_goes_with_the_office():
    khalifa = form("Abdullah bin Khalifa Al Thani", "QA", "Prime Minister")
    nasser = form("Abdullah bin Nasser bin Khalifa Al Thani", "QA", "Prime Minister and Minister of Interior")
    interior = form("Abdullah Al Thani", "QA", "Minister of Interior")
    unknown = form("Abdullah Al Thani", "QA")
    assert together(interior, nasser, people([khalifa, nasser, interior]))
    found = people([khalifa, nasser, unknown])
    assert [doubt.form for doubt in found.doubts] == [unknown.id]


def test_a_name_without_a_party_is_not_two_states():
    canadian = form("David Johnston", "CA", "Governor General")
    nobody = form("David Johnston")
    found = people([canadian, form("David Johnston", "AU", "Minister for Defence"), nobody])
    assert [doubt.form for doubt in found.doubts] == [nobody.id]


def test_a_mononym_is_one_person_in_two_posts_that_agree():
    found = people([form("Akihito", "JP", "Emperor"), form("Akihito", "JP", "Emperor of Japan")])
    assert len(found.persons) == 1


def test_brothers_stay_apart_whatever_links_them():
    forms = [form("Mahinda Rajapaksa", "LK", "President"), form("Gotabaya Rajapaksa", "LK", "President"),
             form("Rajapaksa", "LK", "President")]  # fmt: skip
    found = people(forms)
    assert len(found.persons) == 3
    assert len(found.doubts) == 1


def test_a_person_has_the_last_word():
    assert not together(
        MINISTER_PARLY, PARLY, people([PARLY, MINISTER_PARLY], [ruling("not-same", PARLY, MINISTER_PARLY)])
    )
    forms = [LUONG_CUONG, TAN_CUONG, GENERAL_CUONG]
    said_same = people(forms, [ruling("same", GENERAL_CUONG, TAN_CUONG)])
    assert together(GENERAL_CUONG, TAN_CUONG, said_same)
    assert said_same.doubts == ()
    said_not = people(forms, [ruling("not-same", GENERAL_CUONG, TAN_CUONG)])
    assert together(GENERAL_CUONG, LUONG_CUONG, said_not)


def test_one_name_is_two_people_where_a_person_ruled_so():
    admiral = form("David Johnston", "AU", "Chief of the Defence Force", "Admiral")
    minister = form("David Johnston", "AU", "Minister for Defence")
    assert together(admiral, minister, people([admiral, minister]))
    ruled = people([admiral, minister], [ruling("not-same", admiral, minister)])
    assert not together(admiral, minister, ruled)


def test_the_order_of_reading_does_not_matter():
    names = ["Anura Kumara Dissanayake", "Anura Kumara Disanayake", "Anura Kumar Disanayake",
             "Dissanayake", "A.K. Dissanayake", "Duminda Dissanayake",
             "Anura Dissanayake", "Anura", "K.M.S. Dissanayake"]  # fmt: skip
    posts = ["President", "Leader", None]
    forms = [form(n, p, post) for n in names for p in ("LK", None) for post in posts]
    expected = people(forms)
    for seed in range(10):
        random.Random(seed).shuffle(forms)
        assert people(forms) == expected
    assert sorted(each for person in expected.persons for each in person) == sorted(f.id for f in forms)


def test_the_fullest_name_is_shown_and_among_these_the_most_frequent():
    spelt, other, short = (
        form(n, "LK") for n in ("Anura Kumara Dissanayake", "Anura Kumara Disanayake", "Anura")
    )
    assert full_name({spelt: 2, other: 3, short: 90}) == "Anura Kumara Disanayake"


def test_no_forms_are_no_people():
    found = people([])
    assert (found.persons, found.links, found.doubts) == ([], (), ())
