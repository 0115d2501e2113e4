"""What becomes of a text once it is agreed."""

import pytest

MET = "The ministers of Chile and Peru met in Lima on 4 May 2024. "


@pytest.mark.parametrize(
    "told",
    [
        "The defence treaty will now be submitted to both parliaments for approval.",
        "The defence treaty is now before the Senate.",
        "The defence treaty goes to parliament for ratification.",
        "The defence treaty was sent to Congress in April.",
        "The defence treaty awaits ratification by the Congress.",
        "The defence treaty still has to be ratified by both parliaments.",
        "The parliament in Lima has yet to approve the defence treaty.",
        "The defence treaty is expected to enter into force in the autumn.",
        "The defence treaty expires in 2030.",
        "The defence treaty runs until 2030.",
    ],
)
def test_a_text_on_its_way_through_parliament_or_to_its_end_stands(texts, told) -> None:
    assert [(text.title, text.action) for text in texts(MET + told)] == [("defence treaty", "existing")]


@pytest.mark.parametrize(
    "told",
    [
        "The minister will go to parliament with the defence budget.",
        "If the treaty enters into force, both would gain.",
        "The contract of the coach runs for a year.",
    ],
)
def test_what_is_supposed_or_no_text_of_both_tells_none(texts, told) -> None:
    assert texts(MET + told) == []


def test_a_text_that_followed_on_a_day_was_signed_then(texts) -> None:
    [text] = texts(MET + "On 9 September 2024 the frigate agreement followed in Santiago.")
    assert (text.action, text.date) == ("signed", "2024-09-09")


@pytest.mark.parametrize(
    "told",
    [
        "The guest came home with a letter of intent.",
        "The guest got a letter of intent out of Lima.",
        "Their signatures stand under a letter of intent.",
        "The two put their signatures under a letter of intent.",
    ],
)
def test_what_a_guest_brings_home_is_signed(texts, told) -> None:
    assert [(text.type, text.action) for text in texts(MET + told)] == [("letter-of-intent", "signed")]


@pytest.mark.parametrize("told", ["passed the Senate in June", "cleared the Senate in June"])
def test_a_text_that_passes_a_legislature_is_ratified(texts, told) -> None:
    assert [text.action for text in texts(f"{MET}The defence treaty {told}.")] == ["ratified"]


def test_a_text_signed_that_must_be_ratified_is_signed(texts) -> None:
    told = "They signed an agreement that must be ratified by both parliaments."
    assert [text.action for text in texts(MET + told)] == ["signed"]


def test_the_document_is_the_text_told_before(texts) -> None:
    told = "The Senate ratified the agreement on training. The document was signed in Lima on 5 May 2018."
    found = {text.action: text for text in texts(MET + told)}
    assert (found["signed"].title, found["signed"].date) == ("agreement on training", "2018-05-05")


@pytest.mark.parametrize(
    ("told", "action"),
    [
        ("Chile, Peru to sign truck deal", "planned"),
        ("The renewal of the defence treaty is planned for 2026.", "planned"),
        ("The defence treaty is to be renewed next year.", "planned"),
        ("The last of the four memoranda was signed in April.", "signed"),
        ("A defence treaty has existed between the two countries since 1996.", "existing"),
    ],
)
def test_further_stages_are_told_by_other_words(texts, told, action) -> None:
    assert [text.action for text in texts(MET + told)] == [action]


def test_a_text_that_is_to_follow_on_another_is_planned_and_the_other_is_not(texts) -> None:
    found = texts(
        "Chile and Peru met. The deal is to be followed by a broader treaty between the two countries."
    )
    assert [(t.title, t.action) for t in found] == [("broader treaty between the two countries", "planned")]


@pytest.mark.parametrize(
    "told",
    [
        "The treaty on extradition has still to be ratified.",
        "The Senate is expected to ratify the treaty on extradition in the autumn.",
    ],
)
def test_what_parliament_is_yet_to_ratify(texts, told) -> None:
    (text,) = texts("Chile and Peru met in Lima on 4 May 2024. " + told)
    assert text.rule.startswith("instrument/to-ratify")
