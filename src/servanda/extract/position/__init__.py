"""Positions: a side takes a stance on an international or regional matter.

Reported norms ("disputes should be settled peacefully"), concern, support and opposition. Rests on the
guidelines, section "position"; what the sides should do with each other is a commitment, not a position.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis
from servanda.extract.facts import Draft
from servanda.extract.found import Found, Scene, WordReader, found_in
from servanda.extract.gate import concerns_another
from servanda.extract.position.principles import principle
from servanda.extract.position.reported import stance_in_a_clause
from servanda.extract.position.stances import concern, noun_of_stance, verb_of_stance
from servanda.extract.position.worries import cause_of_concern, worrying
from servanda.model.facts import Position

__all__ = ["positions"]

_Reader = WordReader[Scene, Found]

_OF_NOUNS: tuple[_Reader, ...] = (noun_of_stance, cause_of_concern)
_OF_ADJECTIVES: tuple[_Reader, ...] = (concern,)
_OF_VERBS: tuple[_Reader, ...] = (concern, stance_in_a_clause, verb_of_stance, principle, worrying)


def positions(analysis: Analysis, actors: Actors) -> list[Draft[Position]]:
    """All positions of a document, in order of the text."""
    scene = Scene(analysis, actors)
    found = [one for one in found_in(scene, _readers) if concerns_another(scene, one)]
    return [_draft_of(one, scene) for one in _apart(found)]


def _readers(token: Token) -> tuple[_Reader, ...]:
    """What a word can be, by its class; under a condition only concern is a stance."""
    if token.pos_ == "NOUN":
        return _OF_NOUNS
    if token.pos_ == "ADJ":
        return _OF_ADJECTIVES
    if token.pos_ in {"VERB", "AUX"}:
        return _OF_ADJECTIVES if grammar.is_conditional(token) else _OF_VERBS
    return ()


def _apart(found: Iterable[Found]) -> list[Found]:
    """Of positions that overlap, the first, and of those that begin together the longest."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.left, -f.right)):
        if not any(o.left <= one.right and one.left <= o.right for o in kept):
            kept.append(one)
    return kept


def _draft_of(found: Found, scene: Scene) -> Draft[Position]:
    """The fact itself."""
    analysis = scene.analysis
    fact = Position(
        document=analysis.document.name,
        source="",
        evidence=(analysis.quote_tokens(*found.evidence),),
        content=analysis.quote_tokens(*found.content).text,
        holder=found.speaker.parties,
        by=found.speaker.person,
        rule=found.rule,
        reasons={"holder": found.speaker.why},
    )
    return Draft(fact, found.trigger.idx)
