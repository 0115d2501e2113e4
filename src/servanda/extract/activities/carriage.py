"""Forces of one side that the other carries to where they serve: "A C-130 of the Norwegian Air Force flew the
second Ghanaian contingent to Mali", "the contingent reached Mali aboard a Norwegian aircraft"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.lots import lot_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.analysis import unique
from servanda.extract.goods import is_model

_BY = ("by", "aboard", "with")
_ON_BOARD = ("aboard", "on", "in", "by", "with")


def carried(verb: Token, scene: Scene) -> Iterator[Found]:
    """What one of the two carries for the other: the carrier is named, or it is an aircraft or a ship that is
    none of those whom it carries."""
    words, lemma = activity_words(), verb.lemma_.lower()
    passive = grammar.is_passive(verb)
    if lemma in words.carrying:
        forces = [grammar.subject_of(verb)] if passive else grammar.objects_of(verb)
        carriers = grammar.prep_objects(verb, *_BY) if passive else [grammar.doer_of(verb)]
    elif lemma in words.carried_there and not passive:
        forces = [grammar.subject_of(verb)]
        behind = [
            *grammar.prep_objects(verb, *_ON_BOARD),
            *grammar.objects_of(verb),
        ]  # "on board |an aircraft|"
        carriers = [t for t in behind if _is_carrier(t)]
    else:
        return
    unit = next((t for t in forces if t is not None and _are_carried(t)), None)
    carrier = next((t for t in carriers if t is not None), None)
    if unit is None or carrier is None or unit == carrier or not _goes_somewhere(verb):
        return
    if not (_is_carrier(carrier) or carrier.pos_ == "PROPN") or scene.analysis.person_of(carrier) is not None:
        return
    giver, owner = _states_in(carrier, scene), scene.side_of(unit)
    giver = giver or scene.actors.resolve(carrier).parties
    owner = owner or (scene.other_of_pair(verb, giver) if giver else ())
    if not giver and _is_carrier(carrier):
        giver = (scene.other_of_pair(verb, owner) or scene.other_side(verb, owner)) if owner else ()
    if len(giver) == len(owner) == 1 and giver != owner and is_state(giver[0]):
        left, right = clause_with(verb, unit if passive else grammar.doer_of(verb) or unit)
        rule, why = f"activity/carried:{lemma}", "carried for the other side"
        yield Found(trigger=verb, left=left, right=right, rule=rule, why=why, provider=giver, recipient=owner)


def _goes_somewhere(verb: Token) -> bool:
    """As in "to *Mali*", "to the United Nations *Mission*", "reached *Mali*"."""
    ways = (t for t in verb.subtree if t.i > verb.i and t.lower_ in {"to", "into", "for", "from"})
    goals = (n for way in ways for n in way.children if n.dep_ == "pobj")
    return any(n.pos_ == "PROPN" for n in (*goals, *grammar.objects_of(verb)))


def _are_carried(noun: Token) -> bool:
    """As in "the second *contingent*", "its field *hospital*", "the last *of the engineers*"."""
    words, told = activity_words(), noun.lemma_.lower()
    if told in words.forces | lot_words().sent | words.carried_units:
        return told not in words.moving and not is_model(noun)
    return told in words.measures | words.parts_of and any(
        map(_are_carried, grammar.prep_objects(noun, "of"))
    )


def _is_carrier(noun: Token) -> bool:
    """As in "a *C-130* of 335 Squadron", "a military *plane*"."""
    words = activity_words()
    told = {t.lemma_.lower() for t in (noun, *noun.lefts)} | {t.lower_ for t in noun.lefts}
    return is_model(noun) or any(map(is_model, noun.lefts)) or bool(told & (words.moving | words.craft))


def _states_in(noun: Token, scene: Scene) -> tuple[str, ...]:
    """The states named in the phrase."""
    named = scene.named(noun.left_edge.i, noun.right_edge.i)
    return unique(m.code for m in named if is_state(m.code) and m.form != "capital")
