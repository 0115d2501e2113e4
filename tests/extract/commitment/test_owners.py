"""Whose a noun of commitment is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]


@pytest.mark.parametrize(
    ("words", "speaker", "by"),
    [
        ("Mr Ishida conveyed Japan's readiness to train officers.", ("JP",), "Taro Ishida"),
        ("Mr Ishida expressed his readiness to train officers.", ("JP",), "Taro Ishida"),
        ("Japan expressed its readiness to train officers.", ("JP",), None),
        ("The commitment of Japan to rebuild the port was reaffirmed.", ("JP",), None),
        ("A shared commitment to expand trade was reaffirmed.", ("JP", "KE"), None),
        ("The talks concluded with a mutual commitment to expand trade.", ("JP", "KE"), None),
        ("Consensus was reached to open a training centre.", ("JP", "KE"), None),
    ],
)
def test_whose_it_is(said: Said, words: str, speaker: tuple[str, ...], by: str | None) -> None:
    (fact,) = said(words)
    assert (fact.speaker, fact.by) == (speaker, by)


def test_a_commitment_voiced_by_nobody_is_that_of_who_spoke_last(said: Said) -> None:
    _, second = said("Ms Otieno pledged to open the port. The intention to lower tariffs was conveyed.")
    assert (second.speaker, second.by) == (("KE",), None)


def test_without_a_speaker_before_it_stays_unknown_and_is_left_out(said: Said) -> None:
    assert said("The intention to lower tariffs was conveyed.") == []
