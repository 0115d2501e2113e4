"""Words of a side that may become a fact: what the readers of commitments, positions and assessments find."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec
from spacy.tokens import Token

from servanda.extract.actors import Actor, Actors
from servanda.extract.analysis import Analysis


class Found(msgspec.Struct, frozen=True):
    """What a side says, before it is checked and made a fact. Token indices are inclusive.

    trigger  the word that shows it
    speaker  who says it
    content  first and last token of what is said
    opens    first token of the evidence, as a rule that of the speaker's name
    rule     name of the rule that read it
    """

    trigger: Token
    speaker: Actor
    content: tuple[int, int]
    opens: int
    rule: str

    @property
    def left(self) -> int:
        """First token of the content."""
        return self.content[0]

    @property
    def right(self) -> int:
        """Last token of the content."""
        return self.content[1]

    @property
    def evidence(self) -> tuple[int, int]:
        """First and last token of the words that prove it: speaker, trigger and content."""
        return min(self.opens, self.left, self.trigger.i), max(self.right, self.trigger.i)


class Scene(msgspec.Struct):
    """One document as those readers see it: what stands there, and who acts."""

    analysis: Analysis
    actors: Actors

    def words(self) -> Iterator[Token]:
        """The words of running text; captions describe pictures and say nothing for a side."""
        for sentence in self.analysis.sentences:
            if not self.analysis.is_caption(sentence):
                yield from sentence

    def everybody(self, offset: int, why: str) -> Actor:
        """All who sit at the table at the character offset, as one speaker."""
        frame = self.actors.frame(offset)
        return Actor(frame, None, len(frame) > 1, why)


S = TypeVar("S", bound=Scene)
T = TypeVar("T", bound=Found)
WordReader = Callable[[Token, S], T | None]
"""What a word says in a document; None where it says nothing."""


def found_in(scene: S, readers_of: Callable[[Token], Iterable[WordReader[S, T]]]) -> Iterator[T]:
    """All that the words of a document say, each word read by the readers of its class."""
    for token in scene.words():
        for reader in readers_of(token):
            found = reader(token, scene)
            if found is not None:
                yield found


def is_joint(actor: Actor) -> bool:
    """Whether two parties or more speak as one: "both sides"."""
    return actor.collective and len(actor.parties) > 1


def same_side(one: Actor, other: Actor) -> bool:
    """Whether two actors act for the same parties."""
    return set(one.parties) == set(other.parties)
