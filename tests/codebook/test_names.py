"""The words of names: data/names.yaml is whole, and its lists do not gainsay each other."""

from servanda.codebook.names import name_words, styles
from servanda.codebook.people import people_words
from servanda.codebook.places import countries


def test_every_state_named_is_a_state():
    words = name_words()
    named = words.either_order | words.called_by_last | words.called_by_first | words.exact
    assert named | words.shared_families.keys() <= {country.code for country in countries()}


def test_nobody_is_called_by_both_ends_of_the_name():
    assert not name_words().called_by_last & name_words().called_by_first


def test_what_people_bear_as_a_name_is_no_style():
    assert {"thero", "datuk", "bin", "von"} <= styles()
    assert not styles() & {"don", "he", "prince"}


def test_short_ranks_lead_to_the_end_of_a_full_one():
    ends = {rank.split()[-1] for rank in people_words().ranks}
    assert name_words().rank_words.keys() <= ends
    assert name_words().full_rank("vadm") == "admiral"
    assert name_words().full_rank("general") == "general"


def test_one_portfolio_under_several_names():
    assert name_words().portfolio("armed") == name_words().portfolio("defense") == "defence"
    assert name_words().portfolio("tourism") == "tourism"
    assert name_words().generation("junior") == "jr"
