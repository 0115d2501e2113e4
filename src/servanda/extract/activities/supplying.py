"""Ships and aircraft of one side that take on supplies at the other's, or use its ports and bases."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.lots import lot_words
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with

_TAKING = frozenset({"take", "load", "receive", "get", "draw", "use", "bunker"})
_SUPPLYING = frozenset({"refuel", "resupply", "replenish", "restock", "reprovision"})
_TELLING = _TAKING | _SUPPLYING


def supplied_there(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "Four Indian ships *have taken fuel and stores* at Da Nang", "*have used* the port of Lamu"."""
    lemma = verb.lemma_.lower()
    if lemma not in _TELLING or not _takes(verb, lemma):
        return
    guest = grammar.subject_of(verb)
    owner = scene.whose(guest) if guest is not None and _travels(guest) else ()
    host = scene.other_of_pair(verb, owner) if len(owner) == 1 else ()
    if len(host) != 1 or guest is None:
        return
    left, right = clause_with(verb, guest)
    others = {m.code for m in scene.named(verb.i, right)} - {*owner, *host}
    if not others:
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/supplied:{lemma}",
            provider=host,
            recipient=owner,
            why="in the ports and bases of the other side",
        )


def _takes(verb: Token, lemma: str) -> bool:
    taken = {o.lemma_.lower() for o in grammar.objects_of(verb)}
    if lemma == "use":
        return bool(taken & lot_words().used_places)
    there = bool(grammar.prep_objects(verb, "at", "in", "from"))
    return there and (lemma in _SUPPLYING or bool(taken & lot_words().supplies))


def _travels(noun: Token) -> bool:
    lemma, words = noun.lemma_.lower(), activity_words()
    return lemma in words.moving or lemma in lot_words().ships or lemma in words.forces
