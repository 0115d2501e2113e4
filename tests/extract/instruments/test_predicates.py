"""What is said of a text right behind its name."""

import pytest

MET = "The ministers of Chile and Peru met in Lima on 4 May 2024. "


def told_in(texts, told):
    return [(text.action, text.title) for text in texts(MET + told)]


@pytest.mark.parametrize(
    ("told", "action"),
    [
        ("was among the documents exchanged", "signed"),
        ("was one of the texts signed in Lima", "signed"),
        ("came into being in March", "signed"),
        ("is among the documents that will be signed", "planned"),
        ("was not among them", "planned"),
        ("was nearly complete", "planned"),
        ("may be finished before the year is over", "planned"),
        ("is expected to follow next year", "planned"),
        (", which has been negotiated since 2022, was brought up again", "planned"),
    ],
)
def test_by_how_the_clause_goes_on(texts, told, action) -> None:
    assert told_in(texts, f"The treaty on sea rescue {told}.".replace(" ,", ",")) == [
        (action, "treaty on sea rescue")
    ]


def test_the_validity_of_a_text_is_extended(texts) -> None:
    assert told_in(texts, "The validity of the treaty on sea rescue was extended by five years.") == [
        ("extended", "treaty on sea rescue")
    ]


def test_each_text_of_a_list_is_told_by_what_stands_behind_it(texts) -> None:
    told = "The Treaty on Sea Rescue, a Memorandum of Understanding on Ports and a Treaty on Extradition "
    told += "were among the documents exchanged."
    assert told_in(texts, told) == [
        ("signed", "Treaty on Sea Rescue"),
        ("signed", "Memorandum of Understanding on Ports"),
        ("signed", "Treaty on Extradition"),
    ]


def test_talks_on_a_text_that_end_are_no_signing(texts) -> None:
    assert not any(a == "signed" for a, _ in told_in(texts, "Talks on the treaty on rescue were concluded."))


@pytest.mark.parametrize(
    "told",
    [
        "If the treaty on sea rescue was among the documents signed, nobody said so.",
        "Chile denied that a treaty on sea rescue had been signed.",
        "There are no plans for a treaty on sea rescue.",
        "An agreement to this effect failed to win support.",
    ],
)
def test_what_is_only_supposed_or_denied_is_none(texts, told) -> None:
    assert not any(action in ("signed", "planned") for action, _ in told_in(texts, told))


@pytest.mark.parametrize(
    ("told", "action"),
    [
        ("A treaty on sea rescue is close, the minister said", "planned"),
        ("They spoke of a treaty on sea rescue, the signing of which is planned for May", "planned"),
        ("A treaty on sea rescue followed in June", "signed"),
        ("With it came a treaty on sea rescue", "signed"),
        ("A treaty on sea rescue created a joint centre", "existing"),
        ("The content of the treaty on sea rescue has been agreed", "planned"),
        ("They will meet soon, so that both can sign the treaty on sea rescue", "planned"),
        ("Officials are working on the treaty on sea rescue", "planned"),
    ],
)
def test_by_other_phrases(texts, told, action) -> None:
    assert told_in(texts, f"{told}.") == [(action, "treaty on sea rescue")]


def test_a_declaration_to_that_effect_and_what_comes_with_it(texts) -> None:
    told = (
        "Their talks raised relations to a partnership. The declaration to that effect comes with a plan of "
    )
    told += "action for 2025-2029."
    assert told_in(texts, told) == [
        ("signed", "declaration"),
        ("signed", "plan of action for 2025-2029"),
    ]


def test_what_is_to_be_adopted_together_with_a_declaration(texts) -> None:
    told = "Both are expected to adopt a declaration on trade, together with a plan of action for 2025-2029."
    assert told_in(texts, told) == [
        ("planned", "declaration on trade"),
        ("planned", "plan of action for 2025-2029"),
    ]


def test_the_declaration_that_was_announced_by_its_name(texts) -> None:
    told = "The two presidents announced the Declaration on the Establishment of a Partnership."
    assert [action for action, _ in told_in(texts, told)] == ["signed"]
