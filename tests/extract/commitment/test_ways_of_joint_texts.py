"""Commitments as joint statements, asides and reports in other words tell them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import AnyFact, Commitment

Said = Callable[..., list[Commitment]]


@pytest.mark.parametrize("bullet", ["1. ", "- ", "(a) ", "", "ii) "])
def test_the_items_under_the_ministers_tell_what_they_did(said: Said, bullet: str) -> None:
    items = ["Agreed to share hangars;", "Tasked their staffs to draft rules for joint patrols."]
    found = said("The Ministers:\n" + "\n".join(bullet + item for item in items))
    assert [(f.act, f.content) for f in found] == [
        ("agree", "share hangars"),
        ("agree", "draft rules for joint patrols"),
    ]
    assert {p for f in found for p in f.speaker} == {"JP", "KE"}


def test_what_the_parties_are_convinced_of_may_stand_before_the_items(said: Said) -> None:
    found = said("The two parties, convinced of the need to act,\n- agreed to share hangars;")
    assert [(f.act, f.content) for f in found] == [("agree", "share hangars")]


def test_a_line_with_a_subject_of_its_own_ends_the_items(said: Said) -> None:
    found = said("Both sides:\n- Agreed to share hangars.\nThe weather was fine.\nAgreed to build a wall.")
    assert [f.content for f in found] == ["share hangars"]


@pytest.mark.parametrize(
    "words", ["The documents:\n- Agreed to share hangars.", "The ministers met:\n- Agreed to share hangars."]
)
def test_items_under_another_line_are_nobodys(said: Said, words: str) -> None:
    assert [f.speaker for f in said(words)] in ([], [()])


@pytest.mark.parametrize(
    ("words", "act", "speaker"),
    [
        ("Japan, Mr Ishida added, will train Kenyan divers.", "pledge", ("JP",)),
        ("Mr Ishida gave assurances that Japan would train divers.", "pledge", ("JP",)),
        ("Japan will spare no effort to help Kenya.", "pledge", ("JP",)),
        ("Japan will not hesitate to come to the help of Kenya.", "pledge", ("JP",)),
        ("Under the plan, Japan would station engineers at Mombasa.", "pledge", ("JP",)),
        ("Japan is to provide a new range for Kenyan gunners.", "pledge", ("JP",)),
        ("Japan's commitment to train Kenyan divers remains in place.", "pledge", ("JP",)),
        ("Mr Ishida said Japan was prepared to send more ships if needed.", "offer", ("JP",)),
        ("Mr Ishida said Japan would welcome Kenyan officers at its staff college.", "offer", ("JP",)),
        ("Ms Otieno asked whether Japan could help with the repair of the pier.", "request", ("KE",)),
        ("Kenya hopes to receive Japanese radar data.", "request", ("KE",)),
        ("On Ms Otieno's request for trucks, Mr Ishida smiled.", "request", ("KE",)),
        ("The two sides concurred in strengthening joint patrols.", "agree", ("JP", "KE")),
        ("Instructions were given to the staffs to double the exchanges.", "agree", ("JP", "KE")),
        ("It was concluded that cooperation should be stepped up.", "agree", ("JP", "KE")),
        ("The deal commits both sides to sharing the costs.", "agree", ("JP", "KE")),
        ("Both countries will review the plan every year.", "agree", ("JP", "KE")),
        ("Mr Ishida said that ties in defence should be deepened.", "propose", ("JP",)),
        ("Japan stands shoulder to shoulder with the people of Kenya, Mr Ishida said.", "pledge", ("JP",)),
        ("Mr Ishida said Kenya could count on Japan in every forum.", "pledge", ("JP",)),
        ("Japan, for its part, will see to the upkeep of the Kenyan boats.", "pledge", ("JP",)),
        ('"We will help Kenya with radars," Mr Ishida promised.', "pledge", ("JP",)),
        ("Japan will build the pier, the minister assured.", "pledge", ("JP",)),
        ("Japan said it would give them sixty.", "pledge", ("JP",)),
        ("Japan is making twenty places available to Kenyan recruits.", "pledge", ("JP",)),
        ("Japan will open the doors of its academy to ten Kenyan officers.", "pledge", ("JP",)),
        ("Mr Ishida offered the use of his aircraft.", "offer", ("JP",)),
        ("Japan would be happy to instruct Kenyan sailors, said Mr Ishida.", "offer", ("JP",)),
        ("Ms Otieno held out the prospect of loans for Japanese radar.", "offer", ("KE",)),
        ("Ms Otieno asked for the prolongation of the mission.", "request", ("KE",)),
        ("Kenya hopes for Japanese backing in the vote.", "request", ("KE",)),
        ("Kenya looks to Japan for help in joining the fund.", "request", ("KE",)),
        ("Mr Ishida wants trade to reach 3 billion dollars by next year.", "propose", ("JP",)),
        ("They reaffirmed support for each other's territorial integrity.", "agree", ("JP", "KE")),
        ("Both governments committed themselves to zero tolerance of piracy.", "agree", ("JP", "KE")),
        ("Japan is to pay for the upkeep of the Kenyan boats.", "pledge", ("JP",)),
        ("Mr Ishida said that Japan would go on training Kenyan officers.", "pledge", ("JP",)),
        ("Ms Otieno begged Japan to reconsider.", "request", ("KE",)),
        ("Mr Ishida made a case for opening the course to women.", "propose", ("JP",)),
        ("Japan places itself at the disposal of Kenya for any help.", "offer", ("JP",)),
        ("Mr Ishida said that Japan would be glad to oblige.", "offer", ("JP",)),
        ("Ms Otieno requested for efforts to bring Japanese investors to Kenya.", "request", ("KE",)),
        ("A decision was made to proceed with the training of divers.", "agree", ("JP", "KE")),
        ('"We must strengthen our cooperation at sea," Ms Otieno said.', "propose", ("KE",)),
        ("They underscored the need for close collaboration in multilateral forums.", "agree", ("JP", "KE")),
        ("Ms Otieno's request for a customs union was left for later.", "request", ("KE",)),
        ("Ms Otieno said that Kenya needed fuel and trucks.", "request", ("KE",)),
        ("It was resolved to name liaison officers by March.", "agree", ("JP", "KE")),
        ("Mr Ishida said that Japanese engineers could help enlarge the depot.", "offer", ("JP",)),
        ("Kenya was assured of fuel deliveries by Japan.", "pledge", ("JP",)),
        ("Tokyo, he said, would increase the number of scholarships for Kenya.", "pledge", ("JP",)),
        ("Japan will not sell the ships without telling Kenya, Mr Ishida vowed.", "pledge", ("JP",)),
        ("Mr Ishida said that Tokyo counts on continued Kenyan investment.", "request", ("JP",)),
        (
            "Mr Ishida extended Japan's fullest cooperation for the digitalisation of ports.",
            "pledge",
            ("JP",),
        ),
        ("Mr Ishida affirmed Japan's continued technical assistance to the coast guard.", "pledge", ("JP",)),
        ("Mr Ishida said that a second consignment of tents would reach Nairobi in May.", "pledge", ("JP",)),
        ("A technical team from Japan will be sent to Kenya in July.", "pledge", ("JP",)),
        ("Ms Otieno drew her guest's attention to the need for vaccines in the north.", "request", ("KE",)),
        ("Japan will, in turn, allow Kenyan traders to sell tea.", "pledge", ("JP",)),
        ("Mr Ishida put two of his ships at the disposal of Kenya.", "offer", ("JP",)),
        ("They settled that Japan would train the crews.", "agree", ("JP", "KE")),
        ("An understanding was reached on the assembly of buses.", "agree", ("JP", "KE")),
        ("The session ended with a commitment to double trade.", "agree", ("JP", "KE")),
        ("Mr Ishida stressed the will of both countries to work together.", "agree", ("JP", "KE")),
        ("Ms Otieno pleaded for longer credit terms.", "request", ("KE",)),
        ("They praised the ties that exist and committed to deepen them.", "agree", ("JP", "KE")),
    ],
)
def test_further_words(said: Said, words: str, act: str | None, speaker: tuple[str, ...] | None) -> None:
    expected = [] if act is None or speaker is None else [(act, set(speaker))]
    assert [(f.act, set(f.speaker)) for f in said(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida asked whether the talks could be held in May.",
        "Mr Ishida was glad to welcome Ms Otieno in Tokyo.",
        "The weather is to provide a test of the tents.",
        "Both ministers called on Somalia to stop the attacks.",
        "They urged all armed groups in Sudan to lay down their arms.",
        "Mr Ishida expressed solidarity with the people of Sudan.",
        "Both sides stressed the need for global cooperation against piracy.",
        "Her ministers were told about it.",
        "It was agreed that the next meeting would be held in Tokyo in 2025.",
        "Mr Ishida said that Japan had sought to facilitate dialogue.",
        "Mr Ishida has always been keen to learn.",
        "They settled the old dispute.",
        "Mr Ishida was confident that the plan would be carried out.",
        "Mr Ishida said that Kenya needed patience.",
        "Mr Ishida praised the continued cooperation.",
        "Mr Ishida said that the letter would reach Ms Otieno in May.",
        "Such decisions should have been made long ago to help Kenya.",
        "Japan refused to send trucks.",
        "Will Japan send trucks to Kenya?",
        "Neither minister committed himself to a date.",
    ],
)
def test_no_commitment(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    ("item", "act"),
    [
        ("2. ACTION: Japan to send a survey team by May.", "pledge"),
        ("3. Both sides to exchange contact lists.", "agree"),
        ("- Japan to send two officers to Kenya.", "pledge"),
    ],
)
def test_items_of_minutes_say_what_is_to_be_done(said: Said, item: str, act: str) -> None:
    assert [f.act for f in said(f"Minutes\n\n{item}\n")] == [act]


def test_we_are_those_in_whose_names_a_joint_text_speaks(read: Callable[..., list[AnyFact]]) -> None:
    text = (
        "1. We, Taro Ishida, Prime Minister of Japan, and Grace Otieno, President of Kenya, met today in "
        "Nairobi.\n\n2. We will develop a joint patrol force.\n\n3. We agreed to share charts."
    )
    found = [f for f in read(text) if isinstance(f, Commitment)]
    assert [(f.act, set(f.speaker)) for f in found] == [("agree", {"JP", "KE"})] * 2


def test_an_acronym_stands_for_the_text_that_it_was_given(said: Said) -> None:
    (fact,) = said(
        "They signed the Reciprocal Access Agreement (RAA). The RAA aims to facilitate joint exercises."
    )
    assert (fact.act, fact.content) == ("agree", "facilitate joint exercises")


def test_an_acronym_at_the_very_head_is_that_of_no_text(read: Callable[..., list[AnyFact]]) -> None:
    assert read("\n (QDP)\n\nThe QDP aims to facilitate joint exercises of Kenya and Japan.") == []


def test_who_would_be_glad_to_welcome_invites(said: Said) -> None:
    (fact,) = said("“Japan will be glad to welcome you in Tokyo,” Mr Ishida told Ms Otieno.")
    assert (fact.act, fact.speaker) == ("invite", ("JP",))


def test_the_delivery_of_what_was_bought_is_pledged_by_the_seller(said: Said) -> None:
    (fact,) = said("Kenya bought eight radars from Japan in 2019. Delivery will begin in 2025.")
    assert (fact.act, fact.speaker, fact.content) == ("pledge", ("JP",), "Delivery will begin in 2025")
