"""Who gives and takes where the sentence does not say: by the two of the document, or as all its gifts go."""

from __future__ import annotations

import pytest

TWO = "Norway gave Chile six boats. "


@pytest.mark.parametrize(
    "told",
    [
        "Ambulances were turned over to the medical service.",
        "A donation of blankets was made after the flood.",
        "The hospital at Arica was rehabilitated.",
        "Norwegian engineers rebuilt the pier.",
        "Norwegian sappers cleared a minefield near the border.",
        "A Norwegian naval mission surveyed the coast.",
        "A Norwegian medical team treated 300 patients.",
        "Two aircraft of the Norwegian Air Force ferried tents.",
        "Two trucks were received by the Chilean minister.",
        "Norwegian officers have run the Chilean diving school since 2009.",
        "Norwegian instructors trained two Chilean battalions at Arica.",
        "Seven mobile kitchens were handed over to the Chilean Army.",
        "Two aircraft carrying relief goods flew in from Norway.",
        "Norwegian medics treated Chilean soldiers at Arica.",
        "The mission also built a hangar.",
        "The Embassy handed over two AB-212s.",
        "Norway sent a flight with medical aid.",
        "Chilean pilots had gone through conversion training at Bardufoss.",
        "The armoured vehicles were trucked to Arica.",
        "The Norwegian air chief presented propellers to the Chilean Air Force.",
    ],
)
def test_help_goes_from_the_one_to_the_other(deeds, told) -> None:
    assert deeds(TWO + told)[-1].content.rstrip(".") == told.rstrip(".")
    assert {(d.provider, d.recipient) for d in deeds(TWO + told)} == {(("NO",), ("CL",))}


@pytest.mark.parametrize(
    "told",
    [
        "Ambulances were not turned over.",
        "Ambulances of Peru were turned over to the medical service.",
        "The hospital at Arica will be rehabilitated.",
        "A letter was handed over.",
        "A frigate arrived in Arica.",
    ],
)
def test_what_tells_no_help(deeds, told) -> None:
    assert len(deeds(TWO + told)) == len(deeds(TWO))


def test_without_one_way_of_help_none_is_guessed(deeds) -> None:
    both = "Norway gave Chile six boats. Chile gave Norway two horses. Ambulances were turned over in Arica."
    assert [d.content for d in deeds(both)] == ["Norway gave Chile six boats", "Chile gave Norway two horses"]


def test_whoever_gives_gives_to_the_one_that_all_help(deeds) -> None:
    told = deeds("Norway gave Chile six boats. Nepal donated 200,000 dollars. In Peru it rained.")
    assert [(d.provider, d.recipient) for d in told] == [(("NO",), ("CL",)), (("NP",), ("CL",))]


def test_a_tank_crew_is_no_tank(deeds) -> None:
    told = deeds("Norway has trained Chilean tank crews. Nineteen tanks were dispatched in June.")
    assert {(d.provider, d.recipient) for d in told} == {(("NO",), ("CL",))}


@pytest.mark.parametrize(
    "told",
    [
        "Chile's navy commissioned a new frigate.",
        "Norwegian engineers repaired a bridge in Oslo.",
        "Twenty Chilean officers graduated from the Chilean Military Academy.",
    ],
)
def test_what_each_does_at_home_is_no_help(deeds, told) -> None:
    assert deeds(f"Norway and Chile are friends. {told}") == []


def test_the_owner_of_what_arrives_takes_it(deeds) -> None:
    told = deeds("Norway and Chile are friends. Chile's fourth F-16 arrived at Cerro Moreno in June.")
    assert [(d.provider, d.recipient) for d in told] == [(("NO",), ("CL",))]
