"""What is handed over or built without a word on who gives it: as all gifts of the document go."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.giving import gives_help
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.goods import Direction, goods_in


def one_way(found: list[Found]) -> Direction | None:
    """The one direction in which all help of the document goes; None where it goes both ways or to many."""
    ways = {(one.provider, one.recipient) for one in found if one.provider and one.recipient}
    way = ways.pop() if len(ways) == 1 else None
    return way if way is not None and len(way[0]) == len(way[1]) == 1 else None


def one_taker(found: list[Found]) -> tuple[str, ...]:
    """The one state that takes all help of the document, whoever gives it; none where there are more."""
    takers = {one.recipient for one in found if one.provider and one.recipient}
    return takers.pop() if len(takers) == 1 else ()


def to_the_taker(verb: Token, scene: Scene, taker: tuple[str, ...]) -> Iterator[Found]:
    """As in "Nepal *donated* 200,000 dollars", in a text that tells of help to one state."""
    lemma, giver = verb.lemma_.lower(), scene.doer(verb).parties
    gives = lemma in activity_words().giving and not grammar.is_passive(verb) and gives_help(verb, lemma)
    if not gives or len(giver) != 1 or giver == taker or len(taker) != 1:
        return
    left, right = clause_with(verb, grammar.doer_of(verb))
    named = scene.named(left, right)
    if {m.code for m in named if is_state(m.code)} <= {*giver, *taker}:
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/to-the-taker:{lemma}",
            provider=giver,
            recipient=taker,
            why="to whom all help of the document goes",
        )


def onward(verb: Token, scene: Scene, way: Direction) -> Iterator[Found]:
    """As in "Ambulances *were turned over* to the medical service", "The hospital *was rebuilt*"."""
    subject = grammar.subject_of(verb)
    told = subject is not None and (_is_handed(verb, subject) or _is_built(verb, subject))
    if subject is None or not (told or _is_done_by_its_own(verb, subject, scene)):
        return
    left, right = clause_with(verb, subject)
    named = scene.named(left, right)
    states = {m.code for m in named if is_state(m.code)}
    agent = grammar.agent_of(verb)
    by = set(scene.actors.resolve(agent).parties) if agent is not None else set()
    if states <= {*way[0], *way[1]} and by <= set(way[0]):
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
    return lemma in words.delivering and any(map(words.is_goods, goods | measured))


def _is_done_by_its_own(verb: Token, doer: Token, scene: Scene) -> bool:
    """As in "*The mission* also built the hangar", "*The Embassy* handed over eight helicopters"."""
    lemma, own = verb.lemma_.lower(), doer.lemma_.lower() in activity_words().givers_own
    gives = own and lemma in activity_words().giving and not grammar.is_passive(verb)
    return gives and not scene.actors.resolve(doer).parties and gives_help(verb, lemma)


def _is_built(verb: Token, subject: Token) -> bool:
    """As in "The hospital *was rehabilitated* by engineers"."""
    words, lemma = activity_words(), verb.lemma_.lower()
    built = lemma in words.building | words.finishing | words.worked
    return built and grammar.is_passive(verb) and subject.lemma_.lower() in words.works
