"""Verbs of commitment: who pledges, offers, proposes or agrees to what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Japan pledged to [build two schools].", "pledge"),
        ("Japan undertook to [send engineers].", "pledge"),
        ("Japan promised that [it would train officers].", "pledge"),
        ("Japan offered [training for nurses].", "offer"),
        ("Japan offered to [share satellite data].", "offer"),
        ("Japan proposed that [both sides expand trade].", "propose"),
        ("Japan suggested [a joint exercise in the Pacific].", "propose"),
        ("Japan plans to [provide two patrol boats to Kenya].", "pledge"),
        ("Kenya plans to [enlarge its order by a quarter].", "pledge"),
        ("Kenya intends to [buy four boats from Japan].", "pledge"),
        ("Mr Ishida stressed that Japan intends to [deepen military cooperation].", "pledge"),
    ],
)
def test_a_verb_commits_its_subject(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == (act, bracketed(words))


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("The two sides agreed to [expand trade].", "agree"),
        ("The two sides agreed on [a joint search for sunken ships].", "agree"),
        ("Both sides pledged to [protect fishing grounds].", "agree"),
        ("The two countries are committed to [expanding trade].", "agree"),
        ("[It was agreed to open a training centre].", "agree"),
        ("[It was decided that officers would be exchanged every year].", "agree"),
    ],
)
def test_both_sides_agree(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == (act, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Japan did not pledge to build schools.",
        "Japan refused to offer training for nurses.",
        "Should Japan pledge support, will Kenya accept?",
        "No support was pledged.",
        "Kenya plans to enlarge its army.",
        "Kenya plans to raise taxes.",
        "The matter was decided.",
    ],
)
def test_what_is_denied_supposed_or_refused_commits_nobody(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Japan agreed to hold a dialogue with Kenya.",
        "Japan agreed to sign the agreement.",
        "Japan promised to finalise the negotiations.",
    ],
)
def test_a_planned_engagement_or_instrument_is_no_commitment(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Japan plans to grow faster.",
        "Japan offered insights into the history of Kenya.",
        "The two sides agreed that disputes should be settled peacefully.",
        "Japan suggested that ties with Kenya are strong.",
        "Japan assured the President that it stands by Kenya.",
        "The support which Japan pledged arrived.",
        "Japan is expected to help Kenya.",
    ],
)
def test_words_that_undertake_nothing(said: Said, words: str) -> None:
    assert said(words) == []


def test_who_speaks_and_who_is_addressed(said: Said) -> None:
    (fact,) = said("Mr Ishida assured the President that Japan would rebuild the port.")
    assert (fact.speaker, fact.by, fact.addressee) == (("JP",), "Taro Ishida", ("KE",))


def test_where_the_places_are_that_are_offered(said: Said) -> None:
    (fact,) = said("Mr Ishida offered ten places at the staff college in Tokyo.")
    assert fact.content == "ten places at the staff college in Tokyo"


def test_credit_is_offered(said: Said) -> None:
    (fact,) = said("Mr Ishida offered a line of credit for further purchases.")
    assert fact.act == "offer"


def test_what_was_promised_is_told_of_the_thing(said: Said) -> None:
    assert said("Fifteen vehicles that Japan promised last year were shipped to Mombasa in June.") == []


def test_a_request_ends_where_another_act_begins(said: Said) -> None:
    asked, proposed = said(
        "Ms Otieno asked that the boats be supplied before the year is out and proposed a joint exercise."
    )
    assert (asked.act, asked.content) == ("request", "the boats be supplied before the year is out")
    assert proposed.act == "propose"


def test_support_pledged_by_nobody_named_is_that_of_who_spoke_last(said: Said) -> None:
    first, second = said("Mr Ishida pledged to build schools. Further support was pledged for hospitals.")
    assert first.by == "Taro Ishida"
    assert (second.speaker, second.by) == (("JP",), None)
    assert second.reasons["speaker"].startswith("goes on: ")


def test_the_reason_tells_why_a_pledge_of_both_is_an_agreement(said: Said) -> None:
    (fact,) = said("Both sides pledged to protect fishing grounds.")
    assert fact.reasons["act"] == "both sides pledge: agree"


def test_support_from_another_is_that_other_s_pledge(said: Said) -> None:
    (fact,) = said("Ms Otieno assured technical support from Japan for the programme.")
    assert (fact.speaker, fact.by) == (("JP",), None)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Both sides undertook to consult at once if either is attacked.",
            "consult at once if either is attacked",
        ),
        (
            "They adopted a declaration in which they agreed to expand cooperation in minerals.",
            "expand cooperation in minerals",
        ),
        (
            "They concurred to start considering frameworks for visits.",
            "start considering frameworks for visits",
        ),
    ],
)
def test_what_is_agreed_under_a_condition_or_in_a_text(read, text: str, content: str) -> None:
    found = read(f"President Ana Reis of Portugal met President Bo Lind of Sweden. {text}")
    assert [(f.act, f.content) for f in found if f.kind == "commitment"] == [("agree", content)]


def test_what_a_condition_alone_would_bring_about_is_not_agreed(read) -> None:
    found = read("Portugal and Sweden met. If ships come, both sides agree to help them.")
    assert [f for f in found if f.kind == "commitment"] == []


def test_what_the_other_side_alone_is_suggested_to_do_is_a_request(said: Said) -> None:
    (fact,) = said("Kenya suggested that Japan carry out a new study of the lake.")
    assert (fact.act, fact.speaker, fact.addressee) == ("request", ("KE",), ("JP",))
    (both,) = said("Kenya suggested that the two sides carry out a new study of the lake.")
    assert both.act == "propose"


def test_support_of_a_programme_that_goes_on_is_no_text(said: Said) -> None:
    (fact,) = said("Mr Ishida assured that Japan would continue to support the health programmes of Kenya.")
    assert (fact.act, fact.speaker) == ("pledge", ("JP",))


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Japan proposed to provide training for Kenyan pilots.", ["offer"]),
        ("Japan proposed to make places available for Kenyan pilots.", ["offer"]),
        ("Japan proposed to expand the training.", ["propose"]),
        ("Kenya appreciated that Japan offers training to its pilots.", []),
    ],
)
def test_what_the_own_side_would_give_is_offered(said, words: str, acts: list[str]) -> None:
    assert [fact.act for fact in said(words)] == acts


def test_who_is_told_of_a_commitment_may_take_its_words(said: Said) -> None:
    words = "Mr Ishida assured President Grace Otieno of Japan's commitment to building the port."
    (fact,) = said(words)
    assert (fact.act, fact.speaker, fact.content) == (
        "pledge",
        ("JP",),
        "Japan's commitment to building the port",
    )


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("The meeting agreed to widen the port.", ["agree"]),
        ("The two sides resolved to widen the port.", ["agree"]),
        ("Japan has resolved several legal matters of the port.", []),
        ("The weather agreed to widen the port.", []),
    ],
)
def test_who_agrees_and_what_is_only_solved(said: Said, words: str, acts: list[str]) -> None:
    assert [fact.act for fact in said(words) if fact.speaker] == acts


def test_the_side_that_will_do_it_pledges_it_whoever_assures_it(said: Said) -> None:
    (fact,) = said("The President assured Ms Otieno that Japan would repair the bridge.")
    assert (fact.act, fact.speaker) == ("pledge", ("JP",))


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("Mr Ishida assured Kenya of continuous assistance.", "continuous assistance"),
        ("Mr Ishida assured Ms Otieno of support for the port.", "support for the port"),
    ],
)
def test_who_is_assured_is_no_content(said: Said, words: str, content: str) -> None:
    assert [fact.content for fact in said(words)] == [content]


def test_what_is_still_to_be_agreed_is_not_agreed(said: Said) -> None:
    assert said("Mr Ishida stated that a date would have to be agreed upon.") == []
