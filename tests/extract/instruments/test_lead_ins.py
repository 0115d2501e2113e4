"""What the words right before a text tell of it."""

import pytest

MET = "The ministers of Chile and Peru met in Lima on 4 May 2024. "


def told_in(texts, told):
    return [(text.action, text.title) for text in texts(MET + told)]


@pytest.mark.parametrize(
    "told",
    [
        "The ministers welcomed progress towards {}.",
        "They agreed to speed up the talks on {}.",
        "The two sides should soon have {}, the minister said.",
        "They undertook to complete {} by the spring.",
        "They intend to put in place {}.",
        "The cooperation is to be laid down in {}.",
        "The visit is expected to result in {}.",
        "The visit should lead to the signing of {}.",
        "They agreed in principle to {}.",
        "Both ministers asked their teams to move ahead with {}.",
        "The government has approved the opening of negotiations on {}.",
        "The cabinet authorised the minister to sign {}.",
        "The signing of {} is on the agenda of the visit.",
        "The goal is to have {} by the end of the year.",
        "The next step is {}.",
        "The two sides plan {}.",
        "Both are considering {}.",
        "Experts will meet in June to work out {}.",
    ],
)
def test_what_is_on_its_way_is_planned(texts, told) -> None:
    assert told_in(texts, told.format("a treaty on sea rescue")) == [("planned", "treaty on sea rescue")]


@pytest.mark.parametrize(
    "told",
    [
        "Chile wants {} with Peru.",
        "Peru put forward {}.",
        "The Chilean side called for {}.",
        "The ministers agreed to look into {}.",
        "The sides will explore {}.",
        "Peru suggested that both keep up their talks on mines and build {}.",
    ],
)
def test_what_a_side_wants_is_proposed(texts, told) -> None:
    (text,) = texts(MET + told.format("a work plan for 2025-2027"))
    assert (text.action, text.title) == ("proposed", "work plan for 2025-2027")


@pytest.mark.parametrize(
    "told",
    [
        "The documents signed include {}.",
        "The documents that were exchanged included a protocol on ports and {}.",
        "Two years of talks ended in {}.",
    ],
)
def test_what_a_signing_included_is_signed(texts, told) -> None:
    found = told_in(texts, told.format("a treaty on sea rescue"))
    assert ("signed", "treaty on sea rescue") in found


def test_a_state_joins_a_text_of_many(texts) -> None:
    wanted = "Peru is interested in acceding to the Framework Agreement of the Andean Forum."
    joined = "Peru has joined the Framework Agreement of the Andean Forum."
    assert [action for action, _ in told_in(texts, wanted)] == ["planned"]
    assert [action for action, _ in told_in(texts, joined)] == ["signed"]


@pytest.mark.parametrize(
    "told",
    [
        "They did not agree to complete a treaty on sea rescue.",
        "There was no progress towards a treaty on sea rescue.",
        "If the two sides agree in principle on a treaty on sea rescue, talks will follow.",
        "Peru refused to enter into talks on a treaty on sea rescue.",
        "Chile wants an agreement that is fair.",
    ],
)
def test_what_is_denied_or_says_nothing_is_none(texts, told) -> None:
    assert not any(action in ("planned", "proposed", "signed") for action, _ in told_in(texts, told))


@pytest.mark.parametrize(
    ("told", "action"),
    [
        ("They held discussions on a recently concluded treaty on sea rescue", "signed"),
        ("Two agreements were signed, and both sides recalled the treaty on sea rescue", "existing"),
    ],
)
def test_what_stands_already_is_not_told_by_what_stands_before_it(texts, told, action) -> None:
    found = {title.partition("treaty")[2]: action for action, title in told_in(texts, f"{told}.")}
    assert found.get(" on sea rescue") == action


def test_texts_named_behind_their_count(texts) -> None:
    told = "They recalled the visit of May 2023. Two documents were signed then, the treaty on fish and the "
    told += "memorandum on ports."
    found = texts(MET + told)
    assert [(text.action, text.title, text.date) for text in found] == [
        ("signed", "treaty on fish", "2023-05"),
        ("signed", "memorandum on ports", "2023-05"),
    ]
