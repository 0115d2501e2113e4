"""Hopes and wishes: an offer, a request or a proposal, by who is to act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Japan hopes that [Kenya will support its candidacy].", "request"),
        ("Japan hopes that [training will be given to its officers].", "request"),
        ("Japan hopes that [both countries will work together].", "propose"),
        ("Japan hopes to [expand trade with Kenya].", "propose"),
        ("Japan hopes to [provide more scholarships to Kenya].", "offer"),
        ("Japan hopes that [Japanese firms will invest in ports].", "offer"),
        ("Both sides hope to [deepen trade].", "agree"),
        ("Japan hopes to [see increased trade with Kenya].", "propose"),
        ("Japan expressed the hope that [Kenya would lower tariffs].", "request"),
    ],
)
def test_who_is_to_act_decides(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == (act, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Japan hopes that ties are strong.",
        "Japan expects to grow.",
        "Japan would like to thank Kenya.",
        "Japan hopes for peace.",
        "Japan does not hope that Kenya will support it.",
    ],
)
def test_wishes_with_no_doing_in_them(said: Said, words: str) -> None:
    assert said(words) == []


def test_the_side_that_is_to_act_is_the_addressee(said: Said) -> None:
    (fact,) = said("Mr Ishida voiced the hope that Kenya would lower tariffs.")
    assert (fact.by, fact.addressee) == ("Taro Ishida", ("KE",))
    assert fact.reasons["act"] == "the other side is to act"


def test_a_side_is_hopeful_that_the_other_will_act(said: Said) -> None:
    (fact,) = said("Japan is hopeful that Kenya will support its candidacy.")
    assert (fact.act, fact.speaker) == ("request", ("JP",))


def test_what_an_undertaking_aims_at_is_its_purpose(said: Said) -> None:
    (fact,) = said("Both countries pledged to lower tariffs, aiming to raise trade.")
    assert (fact.act, fact.rule) == ("agree", "commitment/verb:pledge")


@pytest.mark.parametrize(
    "words", ["Japan would like to inform the public.", "Kenya would like to clarify its report on Japan."]
)
def test_what_one_would_like_to_say_is_no_undertaking(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Ms Otieno wished to receive further support from Japan.", ["request"]),
        ("Ms Otieno said that Kenya expects Japan's support in the vote.", ["request"]),
        ("Ms Otieno hoped for more assistance from Japan.", ["request"]),
        ("Mr Ishida wanted to invite Ms Otieno to visit Tokyo.", ["invite"]),
        ("Ms Otieno expects rain.", []),
        ("Ms Otieno wished to receive the delegation.", []),
    ],
)
def test_help_wished_and_guests_wanted(said: Said, words: str, acts: list[str]) -> None:
    assert [fact.act for fact in said(words) if fact.act != "offer"] == acts


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Mr Ishida said that he expects to work closely with Kenya.", ["propose"]),
        ("Both sides said they hoped for better relations.", ["agree"]),
        ("Ms Otieno hoped for closer ties.", ["propose"]),
        ("Mr Ishida said that he expects to leave on Monday.", []),
        ("Ms Otieno hoped for rain.", []),
    ],
)
def test_what_both_are_to_do_is_hoped_and_expected(said: Said, words: str, acts: list[str]) -> None:
    assert [fact.act for fact in said(words)] == acts


def test_luck_that_is_wished_is_no_request(said) -> None:
    assert not said("Kenya's President met General Bo Lind of Norway and wished him luck in his new post.")
