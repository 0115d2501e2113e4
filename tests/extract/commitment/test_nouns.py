"""Nouns of commitment, with the verb that voices them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Japan expressed its readiness to [train officers].", "offer"),
        ("Japan reaffirmed its commitment to [the port project].", "pledge"),
        ("Japan expressed its support for [the port project].", "pledge"),
        ("Japan voiced [its full support].", "pledge"),
        ("Japan announced efforts to [train officers].", "pledge"),
        ("Japan put forward a proposal for [a fisheries programme].", "propose"),
        ("Japan expressed interest in [Kenyan tea].", "offer"),
        ("The two sides reaffirmed their commitment to [expand trade].", "agree"),
        ("Japan stressed the need for [better roads].", "request"),
    ],
)
def test_a_noun_that_is_voiced_commits(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == (act, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Japan withdrew its offer to train officers.",
        "Japan welcomed the support for the port project.",
        "Japan welcomed efforts to train officers.",
        "Japan shares an interest in fisheries with Kenya.",
        "The effort to train officers reached the coast.",
    ],
)
def test_a_noun_that_is_not_voiced_is_a_topic(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Japan made no commitment to train officers.",
        "Japan did not express readiness to train officers.",
        "If Japan expresses its readiness to train officers, talks will follow.",
    ],
)
def test_what_is_denied_commits_nobody(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Japan expressed its readiness to hold a dialogue.",
        "Japan stressed the need to uphold international law.",
    ],
)
def test_what_belongs_to_another_kind(said: Said, words: str) -> None:
    assert said(words) == []


def test_a_plan_that_another_welcomes_is_no_pledge_of_the_other(said: Said) -> None:
    assert said("The plan to train officers was welcomed by Japan.") == []


@pytest.mark.parametrize(
    "words",
    [
        "Japan welcomed the plan to train officers.",
        "Japan reiterated its support for a two-state solution.",
    ],
)
def test_a_topic_of_another_or_of_the_world_is_no_pledge(said: Said, words: str) -> None:
    assert said(words) == []


def test_backing_of_the_other_side_is_a_pledge_wherever_it_is_given(said: Said) -> None:
    (fact,) = said("Japan reiterated its support for Kenya's seat in the Security Council.")
    assert (fact.act, fact.speaker) == ("pledge", ("JP",))


@pytest.mark.parametrize(
    "words",
    ["Agreement was reached to reopen the port.", "The two sides reached an agreement to reopen the port."],
)
def test_agreement_that_is_reached_is_consent(said: Said, words: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.speaker) == ("agree", ("JP", "KE"))


@pytest.mark.parametrize(
    "words",
    ["The two sides signed an agreement to reopen the port.", "The agreement on the port was praised."],
)
def test_an_agreement_on_paper_is_no_consent(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The two sides shared the view that they would [continue to communicate closely].", 1),
        ("The two sides shared the view that the talks were useful.", 0),
        ("The two sides shared the view that the situation in Gaza should not get worse.", 0),
        ("The two sides reached an understanding to share more data.", 1),
        ("The two sides welcomed the understanding to share more data.", 0),
    ],
)
def test_a_view_or_an_understanding_is_agreed_where_something_is_to_be_done(
    said: Said, words: str, found: int
) -> None:
    assert [fact.act for fact in said(words)] == ["agree"] * found


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        (
            "Mr Ishida told the President that Japan's commitment to the defence of Kenya was ironclad.",
            ["pledge"],
        ),
        ("Mr Ishida told the President that Japan's commitment to the defence of Kenya was old.", []),
    ],
)
def test_a_commitment_that_is_called_firm(said: Said, words: str, acts: list[str]) -> None:
    assert [fact.act for fact in said(words)] == acts


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida handed over Japan's request to [join the club].",
        "Mr Ishida met Ms Otieno, to whom he handed Japan's request to [join the club].",
    ],
)
def test_a_request_that_is_handed_over(said, bracketed, words: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == ("request", bracketed(words))
    assert (fact.speaker, fact.addressee) == (("JP",), ("KE",))


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida rejected Kenya's request to lower the price.",
        "Mr Ishida handed over a gift.",
        "Mr Ishida did not hand over Japan's request to join the club.",
        "The request to join the club was withdrawn.",
    ],
)
def test_a_request_that_is_not_made(said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Both sides reasserted their commitment to expand trade.", ["agree"]),
        ("The project represents a shared commitment to better farming.", ["agree"]),
        ("Mr Ishida gave the assurance while presenting his letters.", []),
    ],
)
def test_more_voices_and_what_is_only_the_occasion(said: Said, words: str, acts: list[str]) -> None:
    assert [fact.act for fact in said(words)] == acts


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Ms Otieno stressed the need for a training ship.", "request"),
        ("Ms Otieno stressed the need to strengthen economic ties.", "propose"),
        ("Mr Ishida reconfirmed Japan's support for the railway.", "pledge"),
    ],
)
def test_needs_of_one_and_of_both(said: Said, words: str, act: str) -> None:
    assert [fact.act for fact in said(words)] == [act]


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Kenya's request for lorries was granted.", ["request"]),
        ("They discussed Kenya's demand that Japan lower the fees.", ["request"]),
        ("Ms Otieno praised the offer of Japan to train midwives.", ["offer"]),
        ("The request for lorries was granted.", []),
        ("Kenya's request for lorries was lost.", []),
        ("Kenya's request for lorries was not granted.", []),
    ],
)
def test_what_is_answered_was_said(said: Said, words: str, acts: list[str]) -> None:
    assert [fact.act for fact in said(words)] == acts


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("The two presidents set the task of doubling trade by 2030.", ["agree"]),
        ("Both sides set a target of training 300 midwives.", ["agree"]),
        ("Kenya set a target of training 300 midwives.", []),
        ("Both sides reached the goal of training 300 midwives.", []),
    ],
)
def test_a_goal_that_both_set(said: Said, words: str, acts: list[str]) -> None:
    assert [fact.act for fact in said(words)] == acts


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("The two presidents underlined the need to strengthen cooperation in fishing.", ["agree"]),
        ("The two presidents underlined the need for rain.", []),
        ("Mr Ishida expressed Japan's desire for Kenya to continue the search for the divers.", ["request"]),
    ],
)
def test_what_both_need_and_what_the_other_is_wished_to_do(said: Said, words: str, acts: list[str]) -> None:
    assert [fact.act for fact in said(words)] == acts
