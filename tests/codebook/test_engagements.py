"""The words of engagement."""

import pytest

from servanda.codebook.engagements import engagement_words


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("talk", "meeting"),
        ("visit", "visit"),
        ("commission", "dialogue"),
        ("summit", "conference"),
        ("ceremony", "ceremony"),
        ("drill", "exercise"),
        ("treaty", None),
        ("", None),
    ],
)
def test_a_noun_names_one_type_of_engagement(noun, kind):
    assert engagement_words().noun_type(noun) == kind


def test_no_noun_names_two_types():
    nouns = [noun for nouns in engagement_words().nouns.values() for noun in nouns]
    assert len(nouns) == len(set(nouns))


def test_a_verb_is_not_wished_and_held_at_once():
    words = engagement_words().course
    told = words.holding | words.happening | words.preparing | words.postponing | words.cancelling
    assert not words.wishing & told


def test_narrower_classes_lie_in_wider_ones():
    words = engagement_words()
    assert words.visits.common_travel <= words.visits.travel
    assert words.visits.arriving <= words.visits.travel
    assert words.receptions.courtesy <= words.receptions.verbs
    assert words.receptions.according <= words.receptions.verbs
    assert words.course.bounding - {"culminate", "cease"} <= words.exercises.conducting
    assert words.meetings.meals <= words.nouns["meeting"]
