"""Whether a clause denies, supposes or plans what it says."""

from __future__ import annotations

import pytest

from servanda.extract import grammar


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Peru did not sign the pact.", "sign"),
        ("Peru never signed the pact.", "signed"),
        ("No agreement was signed.", "signed"),
        ("Peru signed no agreement.", "signed"),
        ("Peru declined to sign the pact.", "sign"),
        ("Peru ruled out signing the pact.", "signing"),
        ("Peru left without signing the pact.", "signing"),
        ("Peru did not agree to sign the pact.", "sign"),
        ("Peru has yet to sign the pact.", "sign"),
        ("Peru did not come and sign the pact.", "sign"),
    ],
)
def test_denied(word, sentence, verb) -> None:
    assert grammar.is_negated(word(sentence, verb))
    assert grammar.is_unreal(word(sentence, verb))


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Peru signed the pact.", "signed"),
        ("Peru agreed to sign the pact.", "sign"),
        ("Peru did not speak when it signed the pact.", "signed"),
        ("Peru did not come, but Chile signed the pact.", "signed"),
    ],
    ids=["plain", "agreed", "clause of time", "other subject"],
)
def test_not_denied(word, sentence, verb) -> None:
    assert not grammar.is_negated(word(sentence, verb))


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("If Peru signs the pact, Chile will pay.", "signs"),
        ("Chile will pay unless Peru signs the pact.", "signs"),
        ("They asked whether Peru signed the pact.", "signed"),
        ("Should Peru sign the pact, Chile will pay.", "sign"),
        ("Will Peru sign the pact?", "sign"),
    ],
)
def test_supposed(word, sentence, verb) -> None:
    assert grammar.is_conditional(word(sentence, verb))
    assert grammar.is_unreal(word(sentence, verb))


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Peru said that it signed the pact.", "signed"),
        ("Peru should sign the pact.", "sign"),
    ],
    ids=["reported", "advice is no condition"],
)
def test_not_supposed(word, sentence, verb) -> None:
    assert not grammar.is_conditional(word(sentence, verb))


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Peru will sign the pact.", "sign"),
        ("The pact will be signed.", "signed"),
        ("Peru is to sign the pact.", "sign"),
        ("Peru is scheduled to sign the pact.", "sign"),
        ("Peru plans to sign the pact.", "sign"),
        ("The signing is planned for May.", "planned"),
        ("Peru is expected to arrive and sign the pact.", "sign"),
    ],
)
def test_planned(word, sentence, verb) -> None:
    assert grammar.is_planned(word(sentence, verb))


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Peru signed the pact.", "signed"),
        ("Peru wants to sign the pact.", "sign"),
        ("Peru would sign the pact.", "sign"),
        ("Peru said Chile will come after it signed the pact.", "signed"),
    ],
)
def test_not_planned(word, sentence, verb) -> None:
    assert not grammar.is_planned(word(sentence, verb))
