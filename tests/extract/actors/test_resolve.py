"""From a noun or pronoun to its actor."""

from __future__ import annotations

import pytest

from servanda.extract.actors import NOBODY, Actors

TWO_MINISTERS = "French Defence Minister Jean Petit met Peruvian Defence Minister Ana Quispe in Lima. "
NORWAY = "Ministry of Defence, Norway"


@pytest.mark.parametrize(
    ("text", "word", "parties"),
    [
        ("Norway sent a ship.", "Norway", ("NO",)),
        ("Norway and Chile sent a ship.", "Norway", ("NO", "CL")),
        ("The Norwegian side sent a ship.", "side", ("NO",)),
        ("The Government of Norway sent a ship.", "Government", ("NO",)),
        ("Experts from Norway spoke.", "Experts", ("NO",)),
        ("The Minister of Defence of Norway spoke.", "Minister", ("NO",)),
        ("Norway's navy sailed.", "navy", ("NO",)),
        ("Chile said the US would send a ship.", "US", ("US",)),
    ],
)
def test_a_party_acts_by_its_name_its_bodies_and_its_people(tell, text, word, parties) -> None:
    assert tell(text).who(word).parties == parties


def test_a_word_that_leads_back_to_itself_stands_for_nobody(tell) -> None:
    """As in garbled texts, where "we" are those who are quoted, and who is quoted "we"."""

    class InACircle(Actors):
        def _read(self, token):
            return self.resolve(token)

    told = tell("Norway sent a ship.")
    assert InACircle(told.analysis).resolve(told.token("Norway")) == NOBODY


@pytest.mark.parametrize("subject", ["Planners on both sides", "The armies of the two countries"])
def test_the_people_of_both_sides_are_both(tell, subject) -> None:
    told = tell(TWO_MINISTERS + f"{subject} agreed.")
    actor = told.who("Planners" if "Planners" in subject else "armies")
    assert (set(actor.parties), actor.collective) == ({"FR", "PE"}, True)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Planners on both occasions agreed.", "Planners"),
        ("The weather changed.", "weather"),
        ("The ministry spoke.", "ministry"),
        ("It changed.", "It"),
        ("They left.", "They"),
        ("He left.", "He"),
    ],
)
def test_who_cannot_be_told_stays_unknown(tell, text, word) -> None:
    assert tell(text).who(word) == NOBODY


def test_no_noun_is_nobody(tell) -> None:
    assert tell("Norway spoke.").actors.resolve(None) == NOBODY


def test_a_named_person_acts_for_a_party_and_says_why(tell) -> None:
    actor = tell(TWO_MINISTERS).who("Quispe")
    assert (actor.person, actor.parties) == ("Ana Quispe", ("PE",))
    assert actor.why == "named: Ana Quispe"


def test_the_government_without_a_name_is_that_of_the_press(tell) -> None:
    text = "The Government thanked Chile."
    assert tell(text, publisher=NORWAY).who("Government").parties == ("NO",)
    assert tell(text).who("Government") == NOBODY


def test_a_counterpart_who_is_named_is_nobody_else_of_that_side(tell) -> None:
    told = tell(
        "President Rosa Quispe of Peru received Minister Jean Petit of France. "
        "Petit then saw his counterpart, Foreign Minister Luis Mamani of Peru."
    ).who("counterpart")
    assert (told.parties, told.person) == (("PE",), "Luis Mamani")


def test_a_counterpart_is_of_the_other_side(tell) -> None:
    told = tell("Minister Jean Petit of France thanked his Peruvian counterpart.")
    assert told.who("counterpart").parties == ("PE",)


def test_an_owner_acts_through_what_is_his(tell) -> None:
    assert tell("Jean Petit, Minister of France, said his country would help.").who("country").parties == (
        "FR",
    )


def test_host_and_guest_sit_on_different_sides(tell) -> None:
    told = tell("Norway received Chile in Oslo. The host thanked the guest.")
    told.actors.seat(0, ["NO", "CL"])
    told.actors.set_host(0, "NO")
    told.actors.forget()
    assert told.who("host").parties == ("NO",)
    assert told.who("guest").parties == ("CL",)


def test_who_stands_for_the_noun_before_it(tell) -> None:
    assert tell("Norway, which sent a ship, left.").who("which").parties == ("NO",)


def test_what_was_resolved_is_resolved_anew_once_the_table_is_set(tell) -> None:
    told = tell("Both sides spoke.")
    assert told.who("sides").parties == ()
    told.actors.seat(0, ["NO", "CL"])
    assert told.who("sides").parties == ()
    told.actors.forget()
    assert told.who("sides").parties == ("NO", "CL")


def test_the_delegation_is_that_of_the_guest(tell) -> None:
    told = TWO_MINISTERS + "The delegation thanked the port."
    assert tell(told, publisher="Ministry of Defence, Peru").who("delegation").parties == ("FR",)
    assert tell("The delegation thanked the port.").who("delegation") == NOBODY


def test_ambassadors_are_of_the_states_named_behind_them(tell) -> None:
    assert tell("The Ambassadors of Norway and Chile spoke.").who("Ambassadors").parties == ("NO", "CL")


@pytest.mark.parametrize(("words", "parties"), [("The Bank spoke.", ("World Bank",)), ("A Bank spoke.", ())])
def test_a_body_told_in_full_is_called_by_its_last_word(tell, words, parties) -> None:
    assert tell(f"Peru praised the World Bank. {words}").who("Bank").parties == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Officials from the Norwegian parliament arrived. They spoke.", ("NO",)),
        ("The farmers of the valley arrived. They spoke.", ()),
        ("Norway wrote to the officials. They spoke.", ()),
        ("Officials from the Norwegian parliament arrived.\n\nThey spoke.", ()),
        ("Officials from Norway arrived. The farmers waited. They spoke.", ()),
    ],
    ids=["people of one party", "people of none", "no subject", "another paragraph", "others since"],
)
def test_they_are_the_people_of_whom_the_sentence_before_tells(tell, text, parties) -> None:
    assert tell(text).who("They").parties == parties


@pytest.mark.parametrize(
    ("text", "word", "parties"),
    [
        ("Secretary of National Defense Ola Hansen of Norway came. The Department of National Defense spoke.",
         "Department", ("NO",)),
        ("Defence Minister Ola Hansen of Norway came. The Defence Ministry spoke.", "Ministry", ("NO",)),
        ("Defence Minister Ola Hansen of Norway came. The Ministry of Health spoke.", "Ministry", ()),
        (TWO_MINISTERS + "The Ministry of Defence spoke.", "Ministry", ()),
        ("Defence Minister Ola Hansen of Norway came. The ministry spoke.", "ministry", ()),
    ],
    ids=["its secretary", "its minister", "another's", "of two", "of no portfolio"],
)  # fmt: skip
def test_a_ministry_is_of_the_side_whose_minister_has_its_portfolio(tell, text, word, parties) -> None:
    assert tell(text).who(word).parties == parties


TWO_MEETINGS = (
    "Indian Minister Arun Rao met Japanese Minister Ken Mori and Philippine Minister Jose Cruz. "
    "Rao spoke first. "
)


@pytest.mark.parametrize(
    ("text", "word", "parties"),
    [
        ("In his meeting with the Japanese minister, both sides praised the navy.", "sides", {"IN", "JP"}),
        ("Rao thanked the Philippines. Both sides will train.", "sides", {"IN", "PH"}),
        ("India and Japan are close. They will train.", "They", {"IN", "JP"}),
        ("All three ministers will train.", "ministers", {"IN", "JP", "PH"}),
    ],
)
def test_both_are_the_two_of_whom_the_text_tells_last(tell, text, word, parties) -> None:
    assert set(tell(TWO_MEETINGS + text).who(word).parties) == parties


def test_the_administration_is_that_of_who_speaks_of_it(tell) -> None:
    told = tell("French Minister Jean Petit met Peruvians. He said that the Administration intends to help.")
    assert told.who("Administration").parties == ("FR",)
    assert tell("Peruvians met. The Administration helps.").who("Administration") == NOBODY


def test_whom_one_thanks_as_his_colleague_is_across_the_table(tell) -> None:
    text = (
        "Minister Jean Petit of France met Minister Ana Quispe of Peru. Jean Petit thanked his colleague. "
        "Jean Petit praised his colleagues."
    )
    assert tell(text).who("colleague").parties == ("PE",)
