"""What is done to a text, told beside its name."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("the agreement signed in 2015", "signed"),
        ("the agreement that was signed in 2015", "signed"),
        ("the agreement expected to be signed in May", "planned"),
    ],
)
def test_a_participle_tells_it(texts, words, action) -> None:
    (text,) = texts(f"Chile and Peru praised {words}.")
    assert (text.action, text.title) == (action, "agreement")
    assert text.evidence[0].text == words


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("The Treaty between Chile and Peru extends to armed attacks on vessels.", "existing"),
        ("Chile spoke to Peru of the Chile-Peru Defence Treaty, which extends to vessels.", "existing"),
        ("The treaty between Chile and Peru was extended to 2030.", "extended"),
    ],
)
def test_how_far_a_text_goes_is_not_how_long(texts, words, action) -> None:
    assert [text.action for text in texts(words)] == [action]


def test_a_text_to_be_signed_is_planned(texts) -> None:
    assert texts("Chile and Peru praised the agreement to be signed in May.")[0].action == "planned"


def test_what_is_signed_together_with_it_is_signed(texts) -> None:
    found = texts("Chile and Peru signed a protocol on visas, together with a contract for six boats.")
    assert {(t.type, t.action) for t in found} == {("protocol", "signed"), ("contract", "signed")}


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("attended the signing of", "signed"),
        ("await the signing of", "planned"),
        ("will witness the signing of", "planned"),
        ("opened talks on", "planned"),
        ("held negotiations on", "planned"),
        ("discussed a proposal for", "proposed"),
        ("suggested the adoption of", "proposed"),
        ("announced the ratification of", "ratified"),
    ],
)
def test_a_noun_tells_it(texts, words, action) -> None:
    (text,) = texts(f"Chile and Peru {words} an agreement on training.")
    assert text.action == action
    assert text.rule.startswith("instrument/noun:")


@pytest.mark.parametrize(
    "words",
    [
        "did not attend the signing of",
        "expect the ratification of",
        "will announce the ratification of",
    ],
)
def test_a_noun_under_a_denial_or_ahead_of_a_ratification_tells_nothing(texts, words) -> None:
    assert texts(f"Chile and Peru {words} an agreement on training.") == []


def test_a_passive_verb_tells_it_and_names_who_does(texts) -> None:
    (text,) = texts("An agreement on training was signed by Chile and Peru.")
    assert (text.action, text.parties) == ("signed", ("CL", "PE"))
    assert text.rule == "instrument/signed:sign/passive"
    assert text.evidence[0].text == "An agreement on training was signed by Chile and Peru"


@pytest.mark.parametrize(
    "sentence",
    [
        "Under the agreement on training, Chile received ten officers from Peru.",
        "Chile and Peru recalled the agreement on training.",
        "Chile trains officers of Peru in accordance with the agreement on training.",
        "Chile trains officers of Peru in line with the agreement on training reached by the two states.",
        "Chile and Peru spoke of the Defence Training Agreement.",
    ],
    ids=["under", "recalled", "in accordance with", "in line with what was reached", "by its full title"],
)
def test_a_text_that_is_applied_or_named_stands(texts, sentence) -> None:
    assert [t.action for t in texts(sentence)] == ["existing"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile does not train officers of Peru under the agreement on training.",
        "Chile and Peru did not recall the agreement on training.",
        "Chile and Peru will implement the agreement on training.",
        "Chile and Peru cooperate under the agreement.",
    ],
    ids=["denied", "not recalled", "ahead", "bare"],
)
def test_a_text_does_not_stand_by_a_denial_a_plan_or_a_bare_noun(texts, sentence) -> None:
    assert texts(sentence) == []


def test_an_extension_is_signed(texts) -> None:
    (text,) = texts("Chile and Peru signed an extension of the 2012 memorandum on training.")
    assert (text.action, text.title) == ("extended", "2012 memorandum on training")


@pytest.mark.parametrize(
    "words",
    [
        "Chile and Peru welcomed the early conclusion of the negotiations on an access agreement.",
        "Chile and Peru worked together towards the early signing of an access agreement.",
    ],
)
def test_what_one_wants_to_come_soon_is_not_signed(texts, words) -> None:
    assert [t.action for t in texts(words)] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "Britain has an agreement with Kenya on defence cooperation.",
        "Peru and Korea met. The two sides have had a free trade agreement since 2011.",
        "Peru and Korea met. A treaty of March 2020 allows Korean troops to train in Peru.",
        "Peru and Korea met. The 2015 agreement opened ports to their ships.",
    ],
)
def test_a_text_that_both_have_or_that_is_told_by_its_year_stands(read, text) -> None:
    assert [f.action for f in read(text) if f.kind == "instrument"] == ["existing"]


@pytest.mark.parametrize(
    "text",
    [
        "Britain has no agreement with Kenya on defence cooperation.",
        "Britain would have an agreement with Kenya on defence cooperation.",
        "Peru and Korea met. If they have an agreement with Chile, they will trade.",
    ],
)
def test_a_text_that_nobody_has_does_not_stand(read, text) -> None:
    assert [f for f in read(text) if f.kind == "instrument"] == []


def test_a_text_under_negotiation_is_planned(read) -> None:
    found = read("Peru and Korea met. A logistics agreement between the two navies is under negotiation.")
    assert [f.action for f in found if f.kind == "instrument"] == ["planned"]


@pytest.mark.parametrize(
    "words",
    ["its Extended Credit Facility arrangement", "Chile's Extended Credit Facility (ECF) arrangement"],
)
def test_a_text_by_its_full_title_stands_also_as_somebodys(texts, words) -> None:
    (text,) = texts(f"Chile and Peru spoke of the review of {words}.")
    assert (text.type, text.action) == ("arrangement", "existing")


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("The ministers of Chile and Peru put their signatures to a memorandum on training.", "signed"),
        ("The ministers of Chile and Peru affixed their signatures on a memorandum on training.", "signed"),
        ("On 3 May agreements on training were signed by Chile and Peru in Lima.", "signed"),
        ("Chile and Peru signed a package of agreements on training.", "signed"),
        ("The result of the talks between Chile and Peru was the signing of a plan of training.", None),
        ("Chile became the second country of the region to sign a pact on training with Peru.", "signed"),
        ("Chile wants to become the second country to sign a pact on training with Peru.", None),
        ("Chile ended with immediate effect the agreement on training with Peru.", "terminated"),
        ("The signing of the pact on training between Chile and Peru will strengthen ties.", "signed"),
        ("The signing of the pact on training between Chile and Peru will take place in May.", "planned"),
        ("The ministers of Chile and Peru put their trust in a memorandum on training.", "existing"),
    ],
)
def test_other_words_for_what_is_done(texts, sentence, action) -> None:
    assert [t.action for t in texts(sentence)] == ([action] if action else [])


def test_a_signing_is_told_across_an_aside(texts) -> None:
    said = "Chile and Peru announced the signing, in the presence of both ministers, of a pact on training."
    assert [t.action for t in texts(said)] == ["signed"]
    assert texts("Chile and Peru announced the signing, and spoke, on the eve, of a pact on training.") == []


def test_a_text_that_bears_signatures_is_signed(texts) -> None:
    said = "The agreement between Chile and Peru {} the signatures of both ministers."
    assert [t.action for t in texts(said.format("bears"))] == ["signed"]
    assert "signed" not in [t.action for t in texts(said.format("would bear"))]
    assert "signed" not in [t.action for t in texts(said.format("will bear"))]


def test_a_text_that_changes_hands_is_exchanged(texts) -> None:
    said = "A letter of intent of Chile and Peru {} hands in Lima."
    assert [t.action for t in texts(said.format("changed"))] == ["signed"]
    assert [t.action for t in texts(said.format("will change"))] == ["planned"]
    assert texts(said.format("did not change")) == []


def test_a_clause_before_a_semicolon_is_no_plan(texts) -> None:
    (text,) = texts("Chile and Peru signed a training pact last May; both still await ratification.")
    assert (text.action, text.date) == ("signed", "2024-05")


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers of Chile and Peru attended the signing ceremony of the pact on training.",
        "Peru lauded the Chilean Senate's ratification of the pact on training.",
    ],
)
def test_nouns_of_what_is_done(texts, sentence) -> None:
    assert [t.action for t in texts(sentence)] in (["signed"], ["ratified"])


def test_what_is_initialled_and_then_signed_is_signed_on_the_second_day(texts) -> None:
    (text,) = texts("Chile and Peru initialled a pact in May 2023 and signed it in June 2024.")
    assert (text.action, text.date) == ("signed", "2024-06")


@pytest.mark.parametrize(
    "told",
    [
        "Talks on a treaty on mining have not begun.",
        "The two sides could begin talks on a treaty on mining next month.",
    ],
)
def test_a_text_on_which_talks_have_yet_to_begin_is_planned(texts, told) -> None:
    (text,) = texts("The ministers of Chile and Peru met. " + told)
    assert (text.title, text.action) == ("treaty on mining", "planned")


@pytest.mark.parametrize(
    "told",
    [
        "No talks on a treaty on mining have begun.",
        "If talks on a treaty on mining begin, officers will travel.",
    ],
)
def test_a_text_on_which_there_are_no_talks_is_none(texts, told) -> None:
    assert texts("The ministers of Chile and Peru met. " + told) == []


@pytest.mark.parametrize("told", ["exchanged views on the treaty", "exchanged information on the treaty"])
def test_views_on_a_text_that_are_exchanged_are_no_text(texts, told) -> None:
    found = texts(f"The ministers of Chile and Peru {told} on extradition between Chile and Peru.")
    assert "signed" not in [t.action for t in found]


def test_what_will_be_followed_with_a_text_is_planned(texts) -> None:
    told = 'Chile and Peru have a contract for six boats. "We will soon follow this with {}," Mr Reyes said.'
    ahead = texts(told.format("a contract for another ten boats"))
    assert [(t.action, t.title) for t in ahead if "ten" in t.title] == [
        ("planned", "contract for another ten boats")
    ]
