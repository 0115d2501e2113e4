"""Small questions to a word of the parse."""

import pytest

from servanda.extract.engagement import tokens


@pytest.mark.parametrize(
    ("told", "noun", "before", "many", "new"),
    [
        ("The visit began.", "visit", True, True, False),
        ("This visit began.", "visit", True, True, False),
        ("These talks began.", "talks", False, True, False),
        ("A visit began.", "visit", False, False, True),
        ("Talks began.", "Talks", False, False, False),
    ],
)
def test_articles_say_whether_it_was_told_before(word, told, noun, before, many, new):
    token = word(told, noun)
    assert (tokens.is_told_before(token), tokens.are_told_before(token), tokens.is_new(token)) == (
        before,
        many,
        new,
    )


def test_words_before_and_behind_a_noun(word):
    visit = word("The minister's official visit to Sweden began.", "visit")
    assert tokens.has_before(visit, {"official"})
    assert not tokens.has_before(visit, {"to"})
    assert tokens.has_child(visit, {"to"})
    assert tokens.owner_of(visit).text == "minister"
    assert visit.doc[slice(*tokens.noun_bounds(visit))].text == "The minister's official visit to"


def test_behind_a_preposition(word):
    talks = word("They spoke during talks.", "talks")
    assert tokens.stands_behind(talks, "at", "during")
    assert not tokens.stands_behind(talks, "at")
    assert not tokens.stands_behind(word("They held talks.", "talks"), "during")


def test_verbs_nouns_and_their_forms(word):
    should = word("They should have met the Minister.", "met")
    assert tokens.is_verb(should)
    assert not tokens.is_noun(should)
    assert tokens.lemma_of(should) == "meet"
    assert tokens.has_aux(should, {"should"})
    assert not tokens.has_aux(should, {"could"})
    assert tokens.is_noun(word("They met the Minister.", "Minister"))
