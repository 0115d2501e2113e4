"""When two properties agree, and how much evidence two facts share."""

from hypothesis import given
from hypothesis import strategies as st

from servanda.evaluate import compare


def test_names_agree_when_one_is_the_end_or_the_start_of_the_other():
    assert compare.same_name("Vinh", "Nguyễn Chí Vinh")
    assert compare.same_name("Đinh Thị Hoa", "dinh thi hoa")
    assert compare.same_name("Maria Teresa Silva", "Maria Silva")
    assert not compare.same_name("Chi", "Nguyen Chi Vinh")
    assert not compare.same_name("", "Nguyen Chi Vinh")


def test_sets_ignore_order_and_take_a_single_value_for_a_list():
    assert compare.agree("parties", ["FR", "VN"], ("VN", "FR"))
    assert compare.agree("holder", "FR", ["FR"])
    assert not compare.agree("parties", ["FR", "VN"], ["FR"])
    assert not compare.agree("parties", ["FR"], None)


def test_participants_agree_one_by_one_by_name():
    assert compare.agree("participants", ["Jean Roux", "An"], ["Tran An", "Roux"])
    assert not compare.agree("participants", ["Jean Roux"], ["Jean Roux", "Tran An"])


def test_titles_agree_when_half_the_words_of_the_shorter_are_shared():
    assert compare.agree("title", "agreement on hydrography", "the hydrography agreement of 2010")
    assert not compare.agree("title", "agreement on hydrography", "letter of intent")
    assert not compare.agree("place", "Paris", None)


def test_dates_and_numbers_agree_only_exactly():
    assert compare.agree("date", "2018-03", "2018-03")
    assert not compare.agree("date", "2018-03-26", "2018-03")
    assert compare.agree("number", 45, "45")


def test_quoted_evidence_is_looked_up_with_white_space_folded():
    text = "They signed\n   an agreement. They signed an accord."
    assert compare.evidence_of({"evidence": ["signed an agreement"]}, text) == ((5, 27),)
    assert compare.evidence_of({"evidence": [{"text": "no such words"}]}, text) == ()
    assert compare.evidence_of({"evidence": ["signed an agreement"]}, None) == ()
    assert compare.evidence_of({"evidence": None}, text) == ()


def test_overlapping_evidence_counts_once():
    evidence = [{"start": 0, "end": 4}, {"start": 2, "end": 8}, {"start": 20, "end": 20}]
    assert compare.evidence_of({"evidence": evidence}, None) == ((0, 8),)


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
)
def test_overlap_is_the_shared_characters_over_the_shorter_sides(one, other):
    def characters(places):
        return {i for start, end in places for i in range(start, end)}

    def fact(places):
        return {"evidence": [{"start": s, "end": e} for s, e in places]}

    a, b = characters(one), characters(other)
    expected = len(a & b) / min(len(a), len(b)) if a and b else 0.0
    got = compare.overlap(compare.evidence_of(fact(one), None), compare.evidence_of(fact(other), None))
    assert got == expected
