"""Who says a clause, and where the words that prove it begin."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language
from spacy.tokens import Token

from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis
from servanda.extract.parse import load_parser
from servanda.extract.speech import opening, reported_by, reported_clause, reporter_of, speaker_of
from servanda.model.document import Document

WHO = "The Minister of Defence of Japan, Mr Taro Ishida, arrived. "


@cache
def parser() -> Language:
    return load_parser()


def read(text: str) -> Analysis:
    document = Document(name="text", origin="text.txt", text=text, sha256="x", language="en")
    return Analysis(document, parser()(text))


def word(analysis: Analysis, form: str) -> Token:
    return next(t for t in analysis.doc if t.text == form)


@pytest.mark.parametrize(
    ("text", "reporter"),
    [
        ("Japan said that it would train officers.", "said"),
        ("Japan said that it would build schools and would train officers.", "said"),
        ("Mr Ishida made clear that Japan would train officers.", "made"),
        ("Japan, he said, would train officers.", "said"),
        ('"Japan would train officers," he said.', "said"),
    ],
)
def test_the_verb_of_saying_above_or_beside_a_clause(text: str, reporter: str) -> None:
    assert str(reporter_of(word(read(text), "train"))) == reporter


@pytest.mark.parametrize("text", ["Japan would help.", "Japan tried to help.", "Japan came to help."])
def test_without_a_verb_of_saying_there_is_no_reporter(text: str) -> None:
    assert reporter_of(word(read(text), "help")) is None


def test_who_reports_is_named() -> None:
    analysis = read(WHO + "Mr Ishida said that Japan would help.")
    assert reported_by(word(analysis, "help"), Actors(analysis)).person == "Taro Ishida"


@pytest.mark.parametrize(
    ("text", "parties", "person"),
    [
        ("Mr Ishida praised Kenya.", ("JP",), "Taro Ishida"),
        ("Kenya praised Japan.", ("KE",), None),
        ("Kenya was praised by Mr Ishida.", ("JP",), "Taro Ishida"),
        ("Mr Ishida said that Japan praised Kenya.", ("JP",), "Taro Ishida"),
        ("Mr Ishida said that Kenya praised Japan.", ("KE",), None),
        ("Kenya was praised.", (), None),
    ],
)
def test_the_speaker_of_a_verb(text: str, parties: tuple[str, ...], person: str | None) -> None:
    analysis = read(WHO + text)
    speaker, _ = speaker_of(word(analysis, "praised"), Actors(analysis))
    assert (speaker.parties, speaker.person) == (parties, person)


def test_evidence_opens_with_the_subject_when_it_is_near() -> None:
    analysis = read("The Government of Japan helped. Then Kenya helped.")
    first, second = (t for t in analysis.doc if t.text == "helped")
    subject = word(analysis, "Government")
    assert analysis.doc[opening(first, subject)].text == "The"
    assert opening(first, None) == first.i
    assert opening(second, subject) == second.i


def test_a_reported_clause_is_quoted_without_that() -> None:
    analysis = read(WHO + "Mr Ishida noted that ties are strong.")
    verb = word(analysis, "are")
    clause = reported_clause(verb, word(analysis, "noted"), Actors(analysis))
    assert analysis.quote_tokens(*clause.content).text == "ties are strong"
    assert clause.speaker.person == "Taro Ishida"
    assert analysis.doc[clause.opens].text == "Mr"
