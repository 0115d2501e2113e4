"""What a clause says: a norm, an evaluation, an event or a text to come, something joint."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language
from spacy.tokens import Token

from servanda.extract.analysis import Analysis
from servanda.extract.clauses import (
    has_praise,
    is_evaluation,
    is_mutual,
    is_norm,
    is_of_other_kind,
    is_together,
)
from servanda.extract.parse import load_parser
from servanda.model.document import Document


@cache
def parser() -> Language:
    return load_parser()


def read(text: str) -> Analysis:
    document = Document(name="text", origin="text.txt", text=text, sha256="x", language="en")
    return Analysis(document, parser()(text))


def root(text: str) -> Token:
    return next(read(text).doc.sents).root


def word(text: str, form: str) -> Token:
    return next(t for t in read(text).doc if t.text == form)


@pytest.mark.parametrize(
    "clause",
    [
        "Disputes should be settled.",
        "Disputes must be settled.",
        "Disputes ought to be settled.",
        "Disputes need to be settled.",
        "Disputes are to be settled.",
    ],
)
def test_a_norm_says_what_ought_to_be(clause: str) -> None:
    assert any(is_norm(token) for token in read(clause).doc)


@pytest.mark.parametrize(
    "clause", ["Disputes were settled.", "Disputes will be settled.", "Disputes are old.", "They need rain."]
)
def test_a_report_is_no_norm(clause: str) -> None:
    assert not any(is_norm(token) for token in read(clause).doc)


@pytest.mark.parametrize(
    "clause",
    [
        "The partnership is a pillar of stability.",
        "Kenya remains an important market.",
        "The dialogue was disappointing.",
        "It has a strong foundation.",
        "Kenya attaches importance to the plan.",
        "The visit marks a new chapter.",
        "Relations have deepened.",
        "The agreement will strengthen security.",
        "Kenya values the scheme.",
    ],
)
def test_an_evaluation_says_that_the_cooperation_is_good_or_bad(clause: str) -> None:
    analysis = read(clause)
    assert is_evaluation(next(analysis.doc.sents).root, analysis)


@pytest.mark.parametrize(
    "clause",
    [
        "The weather is excellent.",
        "The partnership is old.",
        "The partnership has members.",
        "Kenya attaches conditions to the plan.",
        "The visit marks a Tuesday.",
        "Relations will grow.",
        "The agreement should strengthen security.",
        "Kenya exports tea.",
        "Rain.",
    ],
)
def test_other_clauses_evaluate_nothing(clause: str) -> None:
    analysis = read(clause)
    assert not is_evaluation(next(analysis.doc.sents).root, analysis)


@pytest.mark.parametrize("text", ["They hailed strong ties.", "They hailed ties that are excellent."])
def test_praise_stands_beside_its_noun(text: str) -> None:
    assert has_praise(word(text, "ties"))


def test_praise_of_something_else_does_not_count() -> None:
    assert not has_praise(word("The excellent minister discussed ties.", "ties"))


@pytest.mark.parametrize(
    "clause",
    [
        "They will meet again.",
        "They will sign the treaty.",
        "They will visit the port.",
        "They will hold a dialogue.",
        "They will open negotiations.",
        "They will conclude the agreement.",
        "They will work towards the signing of a treaty.",
    ],
)
def test_an_engagement_or_text_to_come_is_of_another_kind(clause: str) -> None:
    assert is_of_other_kind(root(clause))


@pytest.mark.parametrize(
    "clause",
    [
        "They will hold shares.",
        "They will open a school.",
        "They will work on roads.",
        "They will train pilots.",
    ],
)
def test_other_doings_are_not(clause: str) -> None:
    assert not is_of_other_kind(root(clause))


@pytest.mark.parametrize(
    ("text", "mutual", "together"),
    [
        ("joint patrols", True, True),
        ("both sides", True, False),
        ("closer ties", False, True),
        ("Bilateral-trade figures", True, True),
        ("a new road", False, False),
        ("", False, False),
    ],
)
def test_words_of_joint_doing(text: str, mutual: bool, together: bool) -> None:
    assert (is_mutual(text), is_together(text)) == (mutual, together)
