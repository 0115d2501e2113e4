"""How one text stands to another."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        (
            "Chile and Peru signed a protocol amending the tax agreement of 2002.",
            ("amends", "tax agreement of 2002"),
        ),
        (
            "Chile and Peru signed an accord, which amends the 2009 treaty on ports.",
            ("amends", "2009 treaty on ports"),
        ),
        ("Chile and Peru signed a contract under the framework agreement.", ("under", "framework agreement")),
        ("Under the agreement signed in 2016, Chile and Peru signed a work plan.", ("under", "agreement")),
        (
            "Chile and Peru signed terms of reference pursuant to the visa protocol.",
            ("under", "visa protocol"),
        ),
        (
            "Chile and Peru signed an arrangement to implement the visa protocol.",
            ("implements", "visa protocol"),
        ),
        (
            "Chile and Peru signed a joint statement. It builds on the letter of intent.",
            ("implements", "letter of intent"),
        ),
        (
            "Chile and Peru signed a memorandum that foresees the signing of a visa treaty.",
            ("intends", "visa treaty"),
        ),
        (
            "Chile and Peru signed a letter of intent on the signing of a joint statement on trade.",
            ("intends", "joint statement on trade"),
        ),
    ],
)
def test_a_text_stands_to_another(texts, words, relation) -> None:
    related = [f for f in texts(words) if f.relations]
    assert [(r.type, r.target) for f in related for r in f.relations] == [relation]
    assert related[0].title != relation[1]


@pytest.mark.parametrize(
    "words",
    [
        "Chile and Peru signed a memorandum on trade and a protocol on visas.",
        "Chile and Peru signed a memorandum that does not amend the treaty on ports.",
        "Chile and Peru signed a memorandum on trade. It rained.",
    ],
)
def test_texts_beside_each_other_are_not_related(texts, words) -> None:
    assert not any(f.relations for f in texts(words))


def test_a_text_told_again_by_its_noun_is_called_by_its_name(texts) -> None:
    (intent,) = [
        f
        for f in texts(
            "Chile and Peru plan to sign a joint statement on ports. "
            "The signing of such a statement was provided for in a letter of intent that they inked in March."
        )
        if f.type == "letter-of-intent"
    ]
    assert intent.title == "letter of intent"
    assert [(r.type, r.target) for r in intent.relations] == [("intends", "joint statement on ports")]
