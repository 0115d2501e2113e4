"""Names as they are written: what is a part, an initial, a style, and which spellings agree."""

import pytest

from servanda.resolve.names import EQUAL, NICK, SPELT, TYPO, grade, liken, parse, plain, skeleton


def name(text, party=None):
    return parse(plain(text), party)


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Tô Lâm", "to lam"), ("Jean-Yves Le Drian", "jean yves le drian"), ("Ma’ruf Amin", "maruf amin"),
     ("Đỗ Mười", "do muoi"), ("J.P. Nadda", "j p nadda"),
     ("Subramaniam a/l Sathasivam", "subramaniam sathasivam")],
)  # fmt: skip
def test_a_name_is_folded(written, folded):
    assert plain(written) == folded


def test_parts_initials_and_styles_are_told_apart():
    assert name("KMN Kumarasinghe").initials == "kmn"
    assert name("Ng Eng Hen").initials == ""
    assert name("Warakagoda Sri Gnanarathana Thero").full == ("warakagoda", "gnanarathana")
    assert name("Mohamed bin Zayed Al Nahyan").full == ("mohamed", "zayed", "nahyan")


def test_a_vietnamese_middle_name_is_no_particle():
    assert name("Phan Van Giang", "VN").full == ("phan", "van", "giang")


def test_a_word_for_a_father_is_a_name_where_it_comes_first():
    assert name("Ben Wallace").full == ("ben", "wallace")
    assert liken(name("Ben Wallace", "GB"), name("George Wallace", "GB")).kind == "apart"


def test_a_name_of_styles_alone_is_a_name():
    assert name("Dato Haji").full == ("dato", "haji")
    assert name("Al Sheikh").full == ("sheikh",)


def test_an_ending_tells_the_generation():
    assert name("Benigno Aquino III").generation == "iii"
    assert liken(name("Benigno Aquino III"), name("Benigno Aquino Jr.")).kind == "apart"
    assert liken(name("Benigno Aquino III"), name("Benigno Aquino")).kind == "whole"


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [("dissanayake", "disanayake", SPELT), ("jayanta", "jayantha", SPELT), ("muhammad", "mohamed", SPELT),
     ("zelenskyy", "zelensky", SPELT), ("weerasooriya", "wirasuriya", SPELT), ("elsisi", "sisi", SPELT),
     ("bob", "robert", NICK), ("castro", "castro", EQUAL),
     ("chandana", "chandani", TYPO), ("sunil", "susil", TYPO), ("gangadharan", "gangatharan", TYPO),
     ("castro", "castillo", 0), ("lee", "li", 0), ("abe", "aso", 0), ("marcos", "parcos", 0)],
)  # fmt: skip
def test_how_well_two_parts_agree(a, b, how):
    assert grade(a, b) == grade(b, a) == how


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [("Rodrigo Roa Duterte", "Rodrigo R. Duterte", "whole"),
     ("Lal Kantha Perera", "Lalkantha Perera", "whole"),
     ("Nandika Kumanayake", "Nandika Sanath Kumanayake", "part"),
     ("Jagat Prakash Nadda", "J.P. Nadda", "initials"), ("Vikum Liyanage", "H.L.V.M. Liyanage", "hinted"),
     ("Prayut", "Prayut Chan-o-cha", "short"), ("Raúl Castro", "Fidel Castro", "apart"),
     ("George H. W. Bush", "George W. Bush", "unclear")],
)  # fmt: skip
def test_what_two_names_have_in_common(a, b, kind):
    assert liken(name(a), name(b)).kind == liken(name(b), name(a)).kind == kind


def test_the_order_of_the_parts_is_noted():
    assert liken(name("Kishida Fumio"), name("Fumio Kishida")).turned == "round"
    assert liken(name("Anil Jayantha Fernando"), name("Anil Jayantha")).turned is None
    assert liken(name("Ali Hassan Omar"), name("Omar Hassan Ali")).turned == "mixed"


def test_a_father_is_not_his_son():
    son = name("Mohammed bin Salman bin Abdulaziz Al Saud")
    assert liken(son, name("Salman bin Abdulaziz Al Saud")).kind == "apart"
    assert liken(son, name("Mohammed bin Salman")).kind == "part"
    assert liken(name("Anwar Ibrahim"), name("Datuk Seri Anwar bin Ibrahim")).kind == "whole"


def test_men_of_one_name_and_house_are_told_apart_by_their_fathers():
    khalifa = name("Abdullah bin Khalifa Al Thani")
    assert liken(khalifa, name("Abdullah bin Nasser bin Khalifa Al Thani")).kind == "apart"
    assert liken(khalifa, name("Abdullah Al Thani")).kind == "part"


def test_a_family_name_of_half_a_country_tells_nothing():
    assert liken(name("Nguyen Vinh", "VN"), name("Nguyen Chi Vinh", "VN")).kind == "unclear"


def test_names_of_syllables_agree_in_every_letter_or_not_at_all():
    assert liken(name("Pham Van Khanh", "VN"), name("Pham Van Khang", "VN")).kind == "apart"


@pytest.mark.parametrize(
    ("a", "b"),
    [("gangadharan", "gangatharan"), ("yusuf", "yousef"), ("ibrahim", "ebrahim"), ("rashid", "rasheed")],
)
def test_spellings_of_one_name_have_one_skeleton(a, b):
    assert skeleton(a) == skeleton(b)
