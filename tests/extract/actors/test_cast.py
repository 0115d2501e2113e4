"""The people of a document as they are named and act."""

from __future__ import annotations

import pytest

from servanda.extract.actors.cast import Cast, holds, is_called
from servanda.extract.mentions import NameMention, PersonInText


def person(name: str, *places: int, post: str | None = None, rank: str | None = None) -> PersonInText:
    mentions = tuple(NameMention(p, p + 5, p, p + 5) for p in places)
    return PersonInText(name=name, rank=rank, post=post, party=None, gender=None, mentions=mentions)


def test_people_named_before_a_place_come_last_first() -> None:
    cast = Cast([person("Ana", 10, 80), person("Luis", 40), person("Ola", 90)])
    assert [p.name for p in cast.named_before(60)] == ["Luis", "Ana"]
    assert [p.name for p in cast.named_before(85)] == ["Ana", "Luis"]
    assert cast.named_before(10) == []


def test_people_who_acted_come_last_first_and_strangers_are_not_noted() -> None:
    cast = Cast([person("Ana", 10), person("Luis", 40)])
    cast.note_act(12, "Ana")
    cast.note_act(42, "Luis")
    cast.note_act(50, "Nobody")
    assert [p.name for p in cast.acted_before(60)] == ["Luis", "Ana"]
    assert [p.name for p in cast.acted_before(42)] == ["Ana"]


@pytest.mark.parametrize(
    ("post", "rank", "words", "expected"),
    [
        ("Deputy Defence Minister", None, ("minister",), True),
        (None, "Brigadier General", ("general",), True),
        ("Vice President", None, ("president",), False),
        ("Deputy Prime Minister", None, ("prime minister",), False),
        ("Deputy Prime Minister and Foreign Minister", None, ("minister",), True),
        ("Vice-President", None, ("vice-president",), True),
        ("Head of the Prison Service", None, ("deputy", "vice"), False),
        ("Vice Minister of Health", None, ("deputy", "vice"), True),
        ("Ambassador", None, ("minister",), False),
        (None, None, ("minister",), False),
        ("Minister", None, (), False),
    ],
)
def test_a_role_is_held_by_post_or_rank(post, rank, words, expected) -> None:
    assert holds(person("Ana", 1, post=post, rank=rank), words) is expected


@pytest.mark.parametrize(
    ("post", "title", "expected"),
    [
        ("Deputy Defence Minister", {"defence", "minister"}, True),
        ("Minister of National Defense", {"defence", "minister"}, True),
        ("Secretary of Defense", {"defence", "minister"}, False),
        ("Administer of Ports", {"minister"}, False),
        (None, {"minister"}, False),
    ],
)
def test_a_title_is_that_of_a_post_which_has_all_its_words(post, title, expected) -> None:
    assert is_called(person("Ana", 1, post=post), title) is expected
