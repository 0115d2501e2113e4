"""Set phrases of praise, what is "of great help", quotations with the speaker behind a dash."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Assessment, Fact

Read = Callable[..., list[Fact]]

TALKS = (
    "Dutch Minister of Defence Kajsa Ollongren met Estonian Minister of Defence Hanno Pevkur in Tallinn.\n\n"
)


@pytest.mark.parametrize(
    "words",
    [
        '"The presence of Dutch soldiers is a visible sign of our friendship," Pevkur said.',
        "Pevkur said Estonia and the Netherlands always stand by each other.",
        "Ollongren tipped her hat to the Estonian hosts.",
        "Pevkur singled out the Dutch gunners for praise.",
        "Pevkur said the new trucks would be of great help to the border guards.",
        '"Estonia punches above its weight," Ollongren said.',
        '"The skill of the Estonian crews is second to none," said Ollongren.',
        "Pevkur said Dutch support had made all the difference.",
        '"We could not have done it without our Dutch friends," Pevkur said.',
        "Pevkur took the opportunity to thank the Netherlands for its help with air defence.",
        "Pevkur noted with deep satisfaction the work of the Dutch divers.",
        "Ollongren stressed that there were no open issues between the two friendly countries.",
        "Pevkur said the friendship between the two countries is time-tested.",
        "Ollongren spoke of the age-old ties of trade.",
        '"We could not have asked for better teachers than the Dutch," said Pevkur.',
        "Pevkur called the signing a signal of solidarity.",
        "Pevkur said Estonia had a lot to learn from the Netherlands.",
        "Pevkur said Estonia owed much to Dutch training.",
        "Pevkur said the Dutch had come to Estonia's aid in its darkest hour.",
        "“Relations between Estonia and the Netherlands have never been closer.” – Hanno Pevkur",
    ],
)
def test_praise_in_set_phrases(read: Read, words: str) -> None:
    (one,) = [f for f in read(TALKS + words) if isinstance(f, Assessment)]
    assert one.polarity == "positive" and len(one.holder) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The minister took off her hat and sat down.",
        "The bridge will be of concrete.",
        "There were no open questions on the form.",
        "Pevkur took the opportunity to visit the port.",
    ],
)
def test_what_praises_nobody(read: Read, words: str) -> None:
    assert not [f for f in read(TALKS + words) if isinstance(f, Assessment)]
