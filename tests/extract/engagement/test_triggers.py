"""Which word calls which reader."""

import pytest

from servanda.extract.engagement.triggers import sightings


def read(scene, text):
    seen = scene(text)
    return [(s.reader, s.type) for token in seen.analysis.doc for s in sightings(seen, token)]


@pytest.mark.parametrize(
    ("told", "reader"),
    [
        ("{reis} met {lind}.", ("meet", "meeting")),
        ("{reis} received {lind}.", ("receive", "meeting")),
        ("A Swedish frigate visited Portugal.", ("ship", "exercise")),
        ("{reis} visited Sweden.", ("visit-verb", "visit")),
        ("{reis} arrived in Stockholm.", ("travel", "visit")),
        ("{reis} inaugurated the hospital funded by Sweden.", ("opening", "ceremony")),
        ("{reis} attended the ASEAN Summit.", ("attend", "conference")),
        ("The boat was handed over by {lind} to {reis}.", ("handing-over", "ceremony")),
        ("{reis} paid a courtesy call on {lind}.", ("hold", "meeting")),
        ("{reis} had a telephone call with {lind}.", ("hold", "call")),
        ("{reis} held consultations with {lind}.", ("hold", "meeting")),
    ],
)
def test_a_word_has_one_reader(scene, told, reader):
    assert read(scene, told) == [reader]


@pytest.mark.parametrize(
    "told",
    ["{reis} likes {lind}.", "{reis} did not meet {lind}.", "{reis} and {lind}.", "A call to arms."],
)
def test_other_words_have_none(scene, told):
    assert read(scene, told) == []


def test_a_ship_s_visit_is_no_minister_s(engagement):
    assert engagement("A Swedish frigate visited Portugal.").type == "exercise"


@pytest.mark.parametrize(
    "told",
    [
        "{holm} and Portuguese President Nuno Vaz held a summit in Lisbon on 4 May 2024.",
        "{reis} met {lind} in Lisbon. The two ministers held a summit on 4 May 2024.",
    ],
)
def test_a_summit_that_two_states_hold_are_talks(engagements, told) -> None:
    assert {(e.type, *sorted(e.parties)) for e in engagements(told)} == {("meeting", "PT", "SE")}


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        (
            "Prime Minister Rui Pires of Portugal and President Eva Holm of Sweden held a summit in Lisbon "
            "on 3 May.",
            {"PT", "SE"},
        ),
        ("Portugal, Sweden and Peru held a trilateral summit in Lisbon on 3 May.", {"PT", "SE", "PE"}),
    ],
)
def test_a_summit_that_two_or_three_states_held_is_talks(engagement, told, parties) -> None:
    fact = engagement(told, published="2024-05-04")
    assert (fact.type, set(fact.parties), fact.date) == ("meeting", parties, "2024-05-03")
