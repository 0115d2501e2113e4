"""Words by which diplomatic prose names who acts without a name."""

from __future__ import annotations

import pytest

from servanda.codebook.actors import actor_words


@pytest.mark.parametrize(
    ("role", "modifiers", "word", "holds"),
    [
        ("minister", ["the", "prime"], "prime minister", True),
        ("minister", ["the", "defence"], "minister", True),
        ("president", ["vice"], "vice president", True),
        ("president", [], "vice president", False),
        ("commissioner", ["high"], "high commissioner", True),
        ("commissioner", ["police"], "high commissioner", False),
    ],
)
def test_a_word_before_a_role_makes_another_role_of_it(role, modifiers, word, holds) -> None:
    assert (word in actor_words().posts_of(role, modifiers)) is holds


def test_every_compound_is_made_of_known_roles() -> None:
    words = actor_words()
    assert words.compound_roles.keys() <= words.roles.keys()
    assert {made for by in words.compound_roles.values() for made in by.values()} <= words.roles.keys()
    assert words.heads <= words.roles.keys()


@pytest.mark.parametrize(
    ("noun", "acts"), [("navy", True), ("expert", True), ("minister", True), ("weather", False)]
)
def test_bodies_people_and_roles_act_for_a_state(noun, acts) -> None:
    assert actor_words().acts_for_a_state(noun) is acts


@pytest.mark.parametrize(
    ("word", "gender"), [("he", "m"), ("her", "f"), ("they", None), ("it", None), ("who", None)]
)
def test_the_gender_of_a_pronoun(word, gender) -> None:
    assert actor_words().pronouns.gender_of(word) == gender


def test_a_pronoun_stands_for_one_kind_only() -> None:
    pronouns = actor_words().pronouns
    kinds = [pronouns.male, pronouns.female, pronouns.plural, pronouns.singular, pronouns.first]
    assert len(pronouns.all) == sum(len(kind) for kind in kinds)
