"""Nouns that stand for all at the table."""

from __future__ import annotations

import pytest

TWO_MINISTERS = "French Defence Minister Jean Petit met Peruvian Defence Minister Ana Quispe in Lima. "


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Both sides spoke.", "sides"),
        ("The two ministers spoke.", "ministers"),
        ("The leaders spoke.", "leaders"),
        ("They spoke.", "They"),
        ("Both spoke.", "Both"),
    ],
)
def test_all_at_the_table_act_together(tell, sentence, word) -> None:
    actor = tell(TWO_MINISTERS + sentence).who(word)
    assert set(actor.parties) == {"FR", "PE"}
    assert actor.collective
    assert actor.person is None


def test_a_plain_plural_is_not_all_at_the_table(tell) -> None:
    assert not tell(TWO_MINISTERS + "Officers spoke.").who("Officers").collective
    assert not tell(TWO_MINISTERS + "Many ministers spoke.").who("ministers").collective


@pytest.mark.parametrize(
    ("sentence", "word"),
    [("Ministers agreed.", "Ministers"), ("The Meeting took note of it.", "Meeting")],
)
def test_statements_without_an_article_speak_for_all(tell, sentence, word) -> None:
    assert tell(TWO_MINISTERS + sentence).who(word).collective


def test_the_people_of_one_party_are_not_all_at_the_table(tell) -> None:
    assert tell(TWO_MINISTERS + "The three French officials spoke.").who("officials").parties == ("FR",)


def test_ministers_without_an_article_are_all_at_the_table(tell) -> None:
    told = tell(TWO_MINISTERS + "\n\n2. Ministers welcomed the growing convergence.")
    assert set(told.who("Ministers").parties) == {"FR", "PE"}
