"""What is handed over or built without a word on who gives it: as all gifts of the document go."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.goods import goods_in

Direction = tuple[tuple[str, ...], tuple[str, ...]]
"""Who gives and who takes."""


def one_way(found: list[Found]) -> Direction | None:
    """The one direction in which all help of the document goes; None where it goes both ways or to many."""
    ways = {(one.provider, one.recipient) for one in found if one.provider and one.recipient}
    way = ways.pop() if len(ways) == 1 else None
    return way if way is not None and len(way[0]) == len(way[1]) == 1 else None


def onward(verb: Token, scene: Scene, way: Direction) -> Iterator[Found]:
    """As in "Ambulances *were turned over* to the medical service", "The hospital *was rebuilt*"."""
    subject = grammar.subject_of(verb)
    if subject is None or not (_is_handed(verb, subject) or _is_built(verb, subject)):
        return
    left, right = clause_with(verb, subject)
    named = scene.analysis.parties_in(*scene.analysis.offsets(left, right))
    told = {m.code for m in named if is_state(m.code)}
    agent = grammar.agent_of(verb)
    by = set(scene.actors.resolve(agent).parties) if agent is not None else set()
    if told <= {*way[0], *way[1]} and by <= set(way[0]):
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/onward:{verb.lemma_.lower()}",
            provider=way[0],
            recipient=way[1],
            why="as all help of the document goes",
        )


def _is_handed(verb: Token, subject: Token) -> bool:
    """As in "uniforms were handed to the gendarmerie", "a donation of rice was made"."""
    words, lemma = activity_words(), verb.lemma_.lower()
    if not grammar.is_passive(verb):
        return False
    if subject.lemma_.lower() in words.handovers and lemma == "make":
        return True
    goods = {t.lemma_.lower() for t in (goods_in(subject), *subject.conjuncts)}
    measured = {
        t.lemma_.lower()
        for t in grammar.prep_objects(subject, "of")
        if subject.lemma_.lower() in words.measures
    }
    return lemma in words.delivering and bool((goods | measured) & (words.gifts - words.no_goods))


def _is_built(verb: Token, subject: Token) -> bool:
    """As in "The hospital *was rehabilitated* by engineers"."""
    words, lemma = activity_words(), verb.lemma_.lower()
    built = lemma in words.building | words.finishing | words.worked
    return built and grammar.is_passive(verb) and subject.lemma_.lower() in words.works
