"""Consultations of foreign ministries without a capital: "held political consultations in Dhaka" is a round
of what the two ministries hold again and again, as "the Foreign Office Consultations" are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from spacy.tokens import Token

from servanda.extract.engagement.rounds import series_of
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.engagement.tokens import has_before, lemma_of

_OF_MINISTRIES = frozenset({"political", "office", "ministry", "ministries", "consular", "inter-ministerial"})
"""Words before "consultations" that make them the standing ones of two ministries."""


def as_consultations(scene: Scene, noun: Token, told: Iterable[Sighting]) -> Iterator[Sighting]:
    """Meetings that such a noun tells as rounds of a dialogue; all else as it is."""
    standing = lemma_of(noun) == "consultation" and has_before(noun, _OF_MINISTRIES)
    for sighting in told:
        if standing and sighting.type == "meeting":
            series = series_of(scene.words.rounds, noun)
            yield msgspec.structs.replace(sighting, type="dialogue", series=series, definite=False)
        else:
            yield sighting
