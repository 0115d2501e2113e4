"""How rounds are named and counted."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from servanda.codebook.engagements import engagement_words
from servanda.extract.engagement.rounds import is_standing, is_title_like, ordinal_of, series_of


@pytest.mark.parametrize(
    ("told", "noun", "ordinal"),
    [
        ("They held the third Defence Dialogue.", "Dialogue", 3),
        ("They held the 42nd meeting of the Commission.", "meeting", 42),
        ("They held the Defence Dialogue.", "Dialogue", None),
        ("They met on 3 May for the Dialogue.", "Dialogue", None),
        ("In 2024 the Dialogue was held.", "Dialogue", None),
    ],
)
def test_an_ordinal_before_the_name_counts_the_round(word, told, noun, ordinal):
    assert ordinal_of(word(told, noun)) == ordinal


def test_an_ordinal_of_two_words(word):
    assert ordinal_of(word("They held the twenty-first Defence Dialogue.", "Dialogue")) == 21


@pytest.mark.parametrize(
    ("told", "noun", "series"),
    [
        ("They held the third annual Defence Policy Dialogue.", "Dialogue", "Defence Policy Dialogue"),
        ("They held the 42nd meeting of the Joint Commission.", "meeting", "Joint Commission"),
        ("The Dialogue on Maritime Security began.", "Dialogue", "Dialogue on Maritime Security"),
        ("They held the third Defence Dialogue (DD) in Lisbon.", "Dialogue", "Defence Dialogue (DD)"),
        ("They held their Dialogue.", "Dialogue", "Dialogue"),
        ("They held the first meeting of their Joint Commission.", "meeting", "Joint Commission"),
        ("(2) The inaugural meeting of the Joint Commission was held.", "meeting", "Joint Commission"),
        ("They held the twenty-first Energy Dialogue.", "Dialogue", "Energy Dialogue"),
        (
            "The third Japan-France Defence Strategy and Cooperation Dialogue was held.",
            "Dialogue",
            "Japan-France Defence Strategy and Cooperation Dialogue",
        ),
        (
            "A third defence strategy and cooperation dialogue met in Paris.",
            "dialogue",
            "defence strategy and cooperation dialogue",
        ),
        (
            "They held the Foreign and Defense Ministerial Meeting (2+2) in Tokyo.",
            "Meeting",
            "Foreign and Defense Ministerial Meeting (2+2)",
        ),
        ("They held the Joint Commission and the Energy Dialogue.", "Dialogue", "Energy Dialogue"),
        ('The third Defence Dialogue ("DD") was held.', "Dialogue", 'Defence Dialogue ("DD")'),
    ],
)
def test_the_series_is_the_name_without_article_and_number(word, told, noun, series):
    assert series_of(engagement_words().rounds, word(told, noun)) == series


@pytest.mark.parametrize(
    ("told", "noun", "standing"),
    [
        ("They held the Strategic Dialogue.", "Dialogue", True),
        ("They held the Joint Commission.", "Commission", True),
        ("They held the Budget Commission.", "Commission", False),
        ("They held the strategic talks.", "talks", False),
    ],
)
def test_names_that_only_a_standing_mechanism_has(word, told, noun, standing):
    assert is_standing(engagement_words().rounds, word(told, noun)) is standing


def test_a_title_has_a_second_capital(word):
    assert is_title_like(word("They held the Strategic Dialogue.", "Dialogue"))
    assert not is_title_like(word("They held the strategic Dialogue.", "Dialogue"))


def test_a_bracket_that_the_parser_hangs_elsewhere_is_closed():
    words = ["The", "Defence", "Dialogue", "(", "DD", ")", "was", "held"]
    heads = [2, 2, 7, 2, 2, 7, 7, 7]
    deps = ["det", "compound", "nsubjpass", "punct", "appos", "punct", "auxpass", "ROOT"]
    doc = Doc(Vocab(), words=words, heads=heads, deps=deps)
    assert series_of(engagement_words().rounds, doc[2]) == "Defence Dialogue ( DD )"


def test_a_short_name_in_brackets_stands_in_the_middle_of_a_name(word):
    noun = word(
        "Mr. Kihara will take part in the inaugural Critical and Emerging Technology (CET) Dialogue between "
        "Japan and the Philippines.",
        "Dialogue",
    )
    assert series_of(engagement_words().rounds, noun) == "Critical and Emerging Technology (CET) Dialogue"


def test_the_next_generation_is_part_of_a_name_and_the_next_round_is_not(word):
    named = word("He attended the second Next Generation Technology Dialogue.", "Dialogue")
    assert series_of(engagement_words().rounds, named) == "Next Generation Technology Dialogue"
    coming = word("He attended the next Technology Dialogue.", "Dialogue")
    assert series_of(engagement_words().rounds, coming) == "Technology Dialogue"
