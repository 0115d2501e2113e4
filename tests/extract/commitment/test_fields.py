"""Fields of commitments: named in the words, or pointed to by them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("They spoke of tea farming and of tourism. Japan pledged support in these sectors.",
         ("agriculture", "tourism")),
        ("After a tour of a clinic for public health, Japan offered to work closely in this field.",
         ("health",)),
        ("They spoke of tourism. Japan pledged to train midwives in this effort.", ("training",)),
        ("They spoke of tourism. Japan pledged to send a letter.", ()),
        ("They spoke of tourism. It rained. The car stopped. Japan pledged to help in this field.", ()),
    ],
)  # fmt: skip
def test_what_it_points_to_is_looked_for_before_it(said: Said, words: str, fields: tuple[str, ...]) -> None:
    assert said(words)[-1].fields == fields


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("Mr Ishida invited Kenyan firms to explore openings in tourism.", ("tourism",)),
        ("Mr Ishida invited Ms Otieno to visit the tourism fair in Tokyo.", ()),
    ],
)
def test_an_invitation_to_do_something_has_fields_and_one_to_come_none(
    said: Said, words: str, fields: tuple[str, ...]
) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.fields) == ("invite", fields)


def test_who_says_it_for_the_side_is_named(said: Said) -> None:
    (fact,) = said("Mr Ishida noted that Japan was committed to building the port.")
    assert (fact.speaker, fact.by) == (("JP",), "Taro Ishida")
