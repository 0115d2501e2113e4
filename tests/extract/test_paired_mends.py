"""Mends of the parse at two states in one word."""

from servanda.extract.parse import load_parser


def test_a_treaty_behind_two_states_and_a_year_is_one_noun() -> None:
    doc = load_parser()(
        "They reaffirmed their commitment under the 1951 U.S.-Philippines Mutual Defense Treaty."
    )
    treaty = next(token for token in doc if token.text == "Treaty")
    assert (treaty.head.text, treaty.dep_) == ("under", "pobj")
    assert treaty.left_edge.text == "the"


def test_a_preposition_stays_one() -> None:
    doc = load_parser()("They met in 1951 at the border.")
    assert next(token for token in doc if token.text == "at").dep_ == "prep"
