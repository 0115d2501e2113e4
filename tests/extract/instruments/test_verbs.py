"""What a verb does to a text: done, planned, proposed, or nothing."""

from __future__ import annotations

import pytest


def action(found) -> list[str]:
    return [t.action for t in found]


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("signed", "signed"),
        ("exchanged", "signed"),
        ("have concluded", "signed"),
        ("ratified", "ratified"),
        ("amended", "amended"),
        ("renewed", "extended"),
        ("terminated", "terminated"),
        ("drafted", "planned"),
        ("are negotiating", "planned"),
        ("proposed", "proposed"),
    ],
)
def test_a_deed_told_as_done(texts, verb, expected) -> None:
    assert action(texts(f"Chile and Peru {verb} the agreement on training.")) == [expected]


@pytest.mark.parametrize(
    "verb",
    [
        "will sign",
        "agreed to sign",
        "intend to sign",
        "decided to sign",
        "plan to sign",
    ],
)
def test_a_signing_ahead_is_planned(texts, verb) -> None:
    (text,) = texts(f"Chile and Peru {verb} an agreement on training.")
    assert text.action == "planned"
    assert text.modality == "planned"


@pytest.mark.parametrize("on_the_way", ["is flying to Lima", "is in Lima", "travels to Lima"])
def test_what_one_comes_to_sign_is_planned(texts, on_the_way) -> None:
    told = f"The Chilean minister {on_the_way} to sign an agreement on training with Peru."
    assert action(texts(told)) == ["planned"]


def test_a_signing_that_is_expected_or_reported_as_coming_is_planned(texts) -> None:
    expected = "An agreement on training between Chile and Peru is expected to be signed next month."
    reported = "Chile and Peru said that an agreement on training would be signed."
    assert action(texts(expected)) == ["planned"]
    assert action(texts(reported)) == ["planned"]


@pytest.mark.parametrize(
    "agreed",
    [
        "agreed to hold talks in May, and to conclude",
        "agreed to hold talks in May and sign",
        "decided to train together and to finalise",
        "plan to meet in Lima and to ink",
        "intend to deepen training, hold talks and conclude",
    ],
)
def test_the_second_of_what_is_agreed_is_planned_too(texts, agreed) -> None:
    assert action(texts(f"Chile and Peru {agreed} the memorandum on training.")) == ["planned"]


@pytest.mark.parametrize(
    "striven",
    [
        "agreed to work toward the signing of",
        "are working towards the conclusion of",
        "paved the way for the signing of",
        "called for the conclusion of",
    ],
)
def test_a_signing_that_is_striven_for_is_planned(texts, striven) -> None:
    assert action(texts(f"Chile and Peru {striven} a memorandum on training.")) == ["planned"]


def test_the_second_of_what_one_came_for_is_done(texts) -> None:
    assert action(texts("Chile and Peru met to hold talks and signed the memorandum on training.")) == [
        "signed"
    ]


@pytest.mark.parametrize("words", ["proposed signing", "proposed to sign"])
def test_a_signing_that_one_side_proposes(texts, words) -> None:
    assert action(texts(f"Chile {words} an agreement on training with Peru.")) == ["proposed"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile and Peru did not sign the agreement on training.",
        "Chile and Peru have yet to sign an agreement on training.",
        "Chile and Peru failed to sign an agreement on training.",
        "Chile and Peru left without signing an agreement on training.",
        "If Chile and Peru sign an agreement on training, officers will travel.",
        "Will Chile and Peru sign an agreement on training?",
        "Chile and Peru could sign an agreement on training.",
        "Chile and Peru hope to sign an agreement on training.",
    ],
    ids=["not", "yet", "failed", "without", "condition", "question", "possibility", "hope"],
)
def test_what_is_denied_supposed_or_hoped_is_no_instrument(texts, sentence) -> None:
    assert texts(sentence) == []


def test_a_ratification_ahead_is_no_deed_yet(texts) -> None:
    assert texts("Chile and Peru will ratify the agreement on training.") == []


@pytest.mark.parametrize("verb", ["will amend", "will renew", "agreed to extend", "decided to update"])
def test_a_text_that_will_be_renewed_or_amended_is_still_to_be_signed(texts, verb) -> None:
    assert action(texts(f"Chile and Peru {verb} the agreement on training.")) == ["planned"]


def test_who_proceeded_to_sign_did_so(texts) -> None:
    assert action(texts("Both Chile and Peru then proceeded to sign several memoranda.")) == ["signed"]


def test_a_text_that_will_do_good_stands(texts) -> None:
    (text,) = texts(
        "Chile and Peru are near. The Treaty on Legal Assistance will help judges of Chile and Peru."
    )
    assert (text.title, text.action) == ("Treaty on Legal Assistance", "existing")
    assert texts("A treaty on legal aid will help judges of Chile and Peru.") == []


def test_a_signing_that_is_looked_forward_to_is_planned(texts) -> None:
    assert action(texts("Chile and Peru look forward to signing a protocol on visas.")) == ["planned"]


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("A treaty of Chile and Peru on border patrols is to be signed by summer.", ["planned"]),
        ("Chile and Peru want to sign a treaty on border patrols.", ["planned"]),
        ("Chile and Peru signed a roadmap for the deployment.", ["signed"]),
        ("A treaty of Chile and Peru on border patrols is not to be signed.", []),
    ],
)
def test_signings_that_are_to_be(texts, sentence, actions) -> None:
    assert action(texts(sentence)) == actions


@pytest.mark.parametrize(
    "told",
    [
        "The contracts between Chile and Peru on vessels are to be signed in August.",
        "Chile and Peru shared the view that the contract on vessels should be concluded this year.",
        "Chile and Peru look forward to the signing of a contract on vessels.",
    ],
)
def test_what_is_to_be_signed_is_planned(texts, told) -> None:
    assert action(texts(told)) == ["planned"]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Chile and Peru are close to signing a training agreement.", "planned"),
        ("Chile and Peru are on the verge of concluding a training agreement.", "planned"),
        ("Chile and Peru have finalised the text of a training agreement.", "planned"),
        ("Chile and Peru signed the text of a training agreement.", "signed"),
        ("Chile's cabinet approved the draft training agreement with Peru.", "planned"),
        ("Chile and Peru approved a roadmap for military cooperation.", "signed"),
        ("Chile's Senate approved the training agreement with Peru.", "ratified"),
        ("Chile and Peru agreed to draw up a roadmap for military cooperation.", "planned"),
        ("Chile withdrew from the training agreement with Peru.", "terminated"),
        ("Chile pulled out of the training agreement with Peru.", "terminated"),
        ("The training agreement between Chile and Peru expired in 2021.", "terminated"),
        ("A status of forces agreement has been in force between Chile and Peru since 2021.", "existing"),
    ],
)
def test_other_verbs_and_what_they_do(texts, sentence, action) -> None:
    assert [t.action for t in texts(sentence)] == [action]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister of Chile withdrew from the talks with Peru.",
        "Chile and Peru drew a line under the dispute.",
        "Chile did not withdraw from the talks on the border with Peru.",
        "Chile and Peru finalised the text of a speech.",
    ],
)
def test_verbs_that_do_nothing_to_a_text(texts, sentence) -> None:
    assert texts(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("Chile and Peru agreed on a letter of intent on training.", ["planned"]),
        ("Chile and Peru have agreed the text of a memorandum on training.", ["planned"]),
        ("The Peruvian parliament endorsed the training agreement with Chile.", ["ratified"]),
        ("Chile and Peru signed a pact on 8 May, which the Peruvian Congress endorsed on 21 May.",
         ["signed", "ratified"]),
        ("Chile denied reports that it had signed a pact with Peru.", []),
        ("Chile welcomed reports that it had signed a pact with Peru.", ["signed"]),
        ("Talks on a training agreement between Chile and Peru have been suspended.", []),
        ("The Chilean Chamber of Commerce and the Peruvian Trade Office signed a memorandum on trade.",
         ["signed"]),
        ("The Congress of Chile and the Congress of Peru signed an agreement on training.", ["signed"]),
        ("Chile and Peru undertook to support the signing of a pact on training.", ["planned"]),
        ("Both sides wanted the second contract for tanks between Chile and Peru cancelled before May.", []),
        ("Chile supported the signing of a pact on training with Peru in May 2024.", ["signed"]),
        ("Both sides wanted the second contract for tanks between Chile and Peru signed before May.",
         ["planned"]),
    ],
)  # fmt: skip
def test_who_agrees_endorses_or_denies(texts, sentence, actions) -> None:
    assert sorted(t.action for t in texts(sentence)) == sorted(actions)


def test_a_document_may_end_in_what_is_hoped_for(texts) -> None:
    assert texts("Chile and Peru met. Both hope to sign the contract") == []


def test_what_is_hoped_to_be_signed_at_some_time_is_planned(texts) -> None:
    (text,) = texts("Chile and Peru hope to sign an agreement on training within months.")
    assert (text.title, text.action) == ("agreement on training", "planned")


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("are finalising", "planned"),
        ("have been finalising", "planned"),
        ("are concluding", "planned"),
        ("have finalised", "signed"),
        ("are signing", "signed"),
    ],
)
def test_what_is_being_finalised_is_not_yet_signed(texts, verb, expected) -> None:
    assert action(texts(f"Chile and Peru {verb} a memorandum on training.")) == [expected]


@pytest.mark.parametrize(
    "told",
    [
        "A ceremony was held to sign the treaty on sea rescue.",
        "The minister of Peru was in Santiago to sign the treaty on sea rescue.",
        "The signing ceremony for the treaty on sea rescue was held at the ministry.",
        "The newly signed treaty on sea rescue was praised.",
    ],
)
def test_what_was_held_to_sign_a_text_tells_that_it_is(texts, told) -> None:
    (text,) = texts("Chile and Peru held talks in Lima on 4 May 2024. " + told)
    assert text.action == "signed"


def test_a_signing_that_is_held_up_is_still_to_come(texts) -> None:
    (text,) = texts("Chile and Peru met on 4 May 2024. The signing of the treaty on rescue was held up.")
    assert text.action == "planned"
