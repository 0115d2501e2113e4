"""What a party will do, said in the future tense."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("[Japan will train officers by 2026].", "pledge"),
        ("[Japan will deliver two boats to Kenya].", "pledge"),
        ("[The bridge will be built by Japan].", "pledge"),
        ("[Both sides will protect fishing grounds].", "agree"),
        ("[Joint patrols will be launched in the strait].", "agree"),
        ("[Japan would bring forward the delivery of the first boats], Mr Ishida said.", "pledge"),
        ("[A working group will be set up by June].", "agree"),
        ("[A working group will be set up by the end of June 2026].", "agree"),
        ("Mr Ishida announced that [20 trucks would be given to the Kenyan army].", "pledge"),
        ("[Japan will not allow its soil to be used against Kenya].", "pledge"),
        ('"[Japan will train your officers]," Mr Ishida said.', "pledge"),
    ],
)
def test_a_party_will_do_it(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == (act, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Japan will arrive in Kenya.",
        "Japan will deliver its statement.",
        "Mr Ishida will teach in Mombasa.",
        "Japan will become a partner.",
        "Japan will emerge stronger.",
    ],
)
def test_an_event_or_a_state_to_come_is_nothing_undertaken(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Japan will hold a dialogue with Kenya.",
        "Japan will adhere to the arbitration ruling on the reef.",
        "Japan will send forty divers to Kenya to take part in the exercise.",
        "Japan will sign the agreement.",
    ],
)
def test_what_other_readers_read(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Japan will not train officers.",
        "Mr Ishida said that Kenya would buy the boats.",
        "Whether Japan will train officers is unclear.",
    ],
)
def test_what_is_denied_or_said_of_the_other(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida said that Japan would train officers.",
        "Mr Ishida made clear that Japan would train officers.",
        "Japan, Mr Ishida said, would train officers.",
        "Mr Ishida said that efforts would be made to train officers.",
    ],
)
def test_the_person_who_says_so_for_the_side_is_named(said: Said, words: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.speaker, fact.by) == ("pledge", ("JP",), "Taro Ishida")


def test_a_gift_in_the_passive_is_that_of_the_one_other_party_named(said: Said) -> None:
    words = "Under Japan's programme, scholarships are set to be provided to students."
    (fact,) = said(words, publisher="Ministry of Foreign Affairs, Kenya")
    assert (fact.speaker, fact.reasons["speaker"]) == (("JP",), "named as the giver")


def test_a_conditional_promise_is_no_pledge(said: Said) -> None:
    assert said("Japan will train officers if Kenya agrees.") == []


def test_what_is_to_be_done_is_quoted_with_its_subject(said: Said) -> None:
    (fact,) = said("Schools are to be rebuilt by Japan.")
    assert fact.content == "Schools are to be rebuilt by Japan"


@pytest.mark.parametrize(
    "words",
    [
        "Unless Kenya objects, Japan will train officers.",
        "If Japan is ready to train officers, Kenya will send them.",
        "Japan said that it would train officers if Kenya agreed.",
    ],
)
def test_a_condition_on_either_side_of_the_promise(said: Said, words: str) -> None:
    assert said(words) == []


def test_what_is_needed_is_no_condition(said: Said) -> None:
    assert len(said("Japan will send experts if necessary.")) == 1


def test_what_was_said_is_quoted_without_its_that(said: Said) -> None:
    (fact,) = said("Mr Ishida said that Japan would provide radar equipment to Kenya.")
    assert fact.content == "Japan would provide radar equipment to Kenya"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Japan is to provide six patrol vessels to Kenya.", ["pledge"]),
        ("Tokyo is to hand over know-how and train crews.", ["pledge"]),
        ("Japan is to train Kenyan crews.", ["pledge"]),
        ("Kenya is set to buy four boats from Japan.", ["pledge"]),
        ("Japan is set to donate two radars to Kenya.", ["pledge"]),
        ("Japan is to win the match against Kenya.", []),
        ("Japan has to provide for its pensioners, Kenya was told.", []),
    ],
)
def test_what_a_side_is_to_give(said: Said, words: str, found: list[str]) -> None:
    assert [fact.act for fact in said(words)] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The two sides confirmed that they will deepen exchanges on cyber defence.", ["agree"]),
        ("The two sides said that the ties will deepen.", []),
        ("Japan plans to station instructors at the Kenyan academy.", ["pledge"]),
    ],
)
def test_deepening_and_stationing(said: Said, words: str, found: list[str]) -> None:
    assert [fact.act for fact in said(words)] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Mr Ishida said that Japanese troops would stay for a year.", ["pledge"]),
        ("Mr Ishida said that Japan would always stand by Kenya.", ["pledge"]),
        ("Mr Ishida said that Japan would take part in the mission in Somalia.", ["pledge"]),
        ("Mr Ishida said that Japan would take part in the meeting.", []),
        ("Mr Ishida said that the weather would stay dry.", []),
        ("Mr Ishida said that Japan would stand with pride.", []),
        ("Japan and Kenya will continue to be partners.", []),
        ("Japan will continue to train the divers.", ["pledge"]),
        ("Mr Ishida said that Japan is to expand its cooperation with Kenya in fisheries.", ["pledge"]),
        ("Mr Ishida said that Japan is to hold an election.", []),
        ("Mr Ishida believed that the ties would be developed further.", []),
    ],
)
def test_staying_standing_by_and_taking_part(said: Said, words: str, found: list[str]) -> None:
    assert [fact.act for fact in said(words)] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Mr Ishida promised lorries. Japan would also train the drivers.", ["pledge", "pledge"]),
        ("Mr Ishida came by train. Japan would also train the drivers.", []),
        ("Mr Ishida announced the route. If it rained, Japan would repair the road.", []),
    ],
)
def test_what_goes_on_with_a_report(said: Said, words: str, found: list[str]) -> None:
    assert [fact.act for fact in said(words)] == found


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Ms Otieno said that the general election would be held in March.", 0),
        ("Mr Ishida said that a bridge would be built for Kenya.", 1),
        ("Mr Ishida said that assistance would be stepped up.", 1),
    ],
)
def test_what_would_be_done_concerns_the_other_side(said: Said, words: str, number: int) -> None:
    assert len(said(words)) == number


def test_to_be_joined_by_others_is_no_promise(said: Said) -> None:
    assert said("Both ships will be joined by Japanese vessels for three days of drills.") == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Mr Ishida announced that Japan will be delivering the first Kumano to Kenya in May.", 1),
        ("Mr Ishida announced that Japan will deliver the letter to Kenya in May.", 0),
    ],
)
def test_what_is_delivered_may_have_only_a_name(said: Said, words: str, number: int) -> None:
    assert len([fact for fact in said(words) if fact.act == "pledge"]) == number


def test_the_own_country_needs_no_name(said: Said) -> None:
    (fact,) = said("Ms Otieno said that the government would repair the railway for Japanese firms.")
    assert (fact.act, fact.speaker) == ("pledge", ("KE",))


def test_what_is_offered_beside_an_infinitive_is_offered_by_who_speaks(said: Said) -> None:
    words = "Mr Ishida urged Kenya to widen the port, offering help with the dredging."
    assert [(fact.act, fact.speaker) for fact in said(words)][-1] in {
        ("offer", ("JP",)),
        ("request", ("JP",)),
    }


@pytest.mark.parametrize(
    "words",
    [
        "A commission will be set up to find out why the bus crashed.",
        "A joint committee will be formed by the Kenyan Parliament.",
    ],
)
def test_a_body_of_one_state_is_no_undertaking_of_both(said: Said, words: str) -> None:
    assert [fact for fact in said(words) if fact.act == "agree"] == []


def test_what_a_visit_will_bring_is_promised_by_nobody(said) -> None:
    visit = (
        "Kenya's minister reached Oslo, Norway. The Kenyan minister's visit will provide an opportunity to"
    )
    assert not said(f"{visit} strengthen cooperation with Norway.")
