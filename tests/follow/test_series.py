"""The third meeting of a series implies a first and a second, which are no facts."""

from servanda.follow.series import implied


def meeting(desk, ordinal, series, parties="FR VN", type="dialogue", published="2023-12-19"):
    return desk.entry(
        desk.meeting(published, f"{series} {ordinal}", parties, type=type, series=series, ordinal=ordinal)
    )


def gaps(*entries):
    return [(i.first, i.last) for i in implied(entries)]


def test_what_comes_before_is_implied_with_the_mention_that_implies_it(desk):
    third = meeting(desk, 3, "Vietnam-France Defence Strategy and Cooperation Dialogue")
    (found,) = implied([third])
    assert (found.first, found.last, found.parties) == (1, 2, ("FR", "VN"))
    assert found.by is third.mentions[0]


def test_those_that_are_told_are_left_out_under_whatever_form_of_the_name(desk):
    third = meeting(desk, 3, "Vietnam-France Defence Strategy and Cooperation Dialogue")
    second = meeting(desk, 2, "Defence Strategy Dialogue")
    assert gaps(third, second) == [(1, 1)]
    assert gaps(third, second, meeting(desk, 1, "defence strategy and cooperation dialogue")) == []


def test_another_series_other_parties_and_other_types_fill_no_gap(desk):
    third = meeting(desk, 3, "Maritime Security Dialogue")
    others = [
        meeting(desk, 2, "Joint Commission on Trade"),
        meeting(desk, 2, "Maritime Security Dialogue", parties="JP VN"),
        meeting(desk, 2, "Maritime Security Dialogue", type="exercise"),
    ]
    assert (1, 2) in gaps(third, *others)


def test_a_first_meeting_and_one_without_a_number_imply_nothing(desk):
    assert gaps(meeting(desk, 1, "Maritime Dialogue"), meeting(desk, None, "Maritime Dialogue")) == []


def test_a_series_without_a_telling_name_is_told_by_all_its_words(desk):
    assert gaps(meeting(desk, 2, "2+2"), meeting(desk, 1, "2+2")) == []
