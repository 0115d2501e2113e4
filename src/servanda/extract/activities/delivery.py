"""What was promised reaches the other side: it is taken over, arrives, is built or completed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.instruments import instrument_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.analysis import unique
from servanda.extract.goods import direction_told, goods_in, has_number, is_model

_GIVER_BEHIND = ("by", "with", "under", "through", "from")
"""Prepositions behind which the giver stands: "installed *with* Japanese assistance"."""

_GREETING = frozenset({"welcome", "greet"})
"""Verbs by which what has come is told to be received at a ceremony."""
_ALSO_AT_HOME = frozenset({"commission", "induct"})
"""What one puts to use that can come from one's own yards: the giver has to be told."""


def taken_over(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "The Coast Guard received five boats from Japan", "took over its first Japanese-made radar"."""
    lemma = verb.lemma_.lower()
    if not _takes(verb, lemma) or _is_of_a_text(verb):
        return
    if grammar.is_passive(verb):
        yield from _taken_over_by(verb, lemma, scene)
        return
    things = [
        *grammar.objects_of(verb),
        *(t for o in grammar.objects_of(verb) for t in grammar.prep_objects(o, "of")),
    ]
    givers = [n for t in (verb, *things) for n in grammar.prep_objects(t, "from")]
    told = unique(p for n in givers for p in scene.actors.resolve(n).parties)
    taker = tuple(p for p in scene.doer(verb).parties if p not in told[:1])
    if len(taker) != 1 or not any(_is_goods(t) or (told and (_is_gift(t) or _is_make(t))) for t in things):
        return
    left, right = clause_with(verb, grammar.doer_of(verb))
    giver = told or _named(scene, verb.i, right, taker)
    if (
        not giver
        and (lemma not in _ALSO_AT_HOME or scene.actors.is_seated(verb.idx))
        and (taker != (scene.analysis.home,) or scene.actors.is_seated(verb.idx))
    ):
        giver = scene.actors.others(verb.idx, taker)
    if len(giver) == 1:
        yield _found(verb, (left, right), f"taken-over:{lemma}", giver, taker)


def _taken_over_by(verb: Token, lemma: str, scene: Scene) -> Iterator[Found]:
    """As in "The planes *were received by* the Chadian minister": from the other side."""
    subject, taker = grammar.subject_of(verb), scene.doer(verb).parties
    if subject is None or grammar.agent_of(verb) is None or not _is_goods(goods_in(subject)):
        return
    left, right = clause_with(verb, subject)
    giver = _named(scene, left, right, taker) or scene.other_side(verb, taker)
    if len(giver) == len(taker) == 1 and giver != taker:
        yield _found(verb, (left, right), f"taken-over:{lemma}", giver, taker)


def _is_of_a_text(verb: Token) -> bool:
    """As in "signed the contract *by which* Kenya acquires vessels": what a text foresees."""
    return verb.dep_ == "relcl" and verb.head.lemma_.lower() in instrument_words().heads


def arrived(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "The first two Japanese boats arrived in Manila": things, not ships on a visit."""
    lemma = verb.lemma_.lower()
    subject = grammar.subject_of(verb)
    in_use = lemma == "enter" and any(o.lemma_ == "service" for o in grammar.objects_of(verb))
    if not (in_use or lemma in activity_words().arriving) or subject is None or not _is_consignment(subject):
        return
    left, right = clause_with(verb, subject)
    owner = next((c for c in subject.children if c.dep_ == "poss"), None)
    sails = subject.lemma_.lower() in activity_words().moving and not is_model(subject)
    owned = scene.actors.resolve(owner).parties if owner is not None and not sails else ()
    if owner is not None and sails:
        return  # "Chile's fourth frigate arrived"
    giver = tuple(c for c in _named(scene, subject.left_edge.i, subject.right_edge.i, ()) if c not in owned)
    sources = (scene.analysis.party_of(n) for n in grammar.prep_objects(verb, "from"))
    giver = giver or unique(m.code for m in sources if m is not None)
    goals = [*grammar.prep_objects(verb, "in", "at"), *(c for c in verb.children if c.dep_ == "dobj")]
    goal = (scene.analysis.party_of(noun) for noun in goals)
    taker = owned or unique(m.code for m in goal if m is not None and m.code not in giver)
    giver = giver or scene.actors.others(verb.idx, taker)
    taker = taker or scene.actors.others(verb.idx, giver)
    if len(giver) == len(taker) == 1 and giver != taker:
        yield _found(verb, (left, right), f"arrived:{lemma}", giver, taker)


def finished(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "the hospital built by Japan was completed", "Japan's pledge to supply boats has been fulfilled",
    "five radars have been installed with Japanese assistance"."""
    lemma = verb.lemma_.lower()
    subject = grammar.subject_of(verb)
    if lemma not in activity_words().finishing or subject is None or not _is_passive(verb):
        return
    words = {t.lemma_.lower() for t in (subject, *subject.lefts, *subject.conjuncts)}
    if not words & (activity_words().works | activity_words().gifts):
        return
    left, right = clause_with(verb, subject)
    behind = [
        noun
        for preposition in verb.children
        for noun in grammar.prep_objects(verb, preposition.lower_)
        if preposition.lower_ in _GIVER_BEHIND
    ]
    stretches = [
        (subject.left_edge.i, subject.right_edge.i),
        *((n.left_edge.i, n.right_edge.i) for n in behind),
    ]
    named = unique(code for first, last in stretches for code in _named(scene, first, last, ()))
    giver = tuple(code for code in named if code != scene.analysis.home)
    taker = scene.other_side(verb, giver)
    moved = subject.lemma_.lower() in activity_words().moves  # "the replacement of the last |Indian| troops"
    if len(giver) == 1 and len(taker) == 1 and (moved or not is_at_home(verb, giver, scene)):
        yield _found(verb, (left, right), f"finished:{lemma}", giver, taker)


def is_at_home(verb: Token, giver: tuple[str, ...], scene: Scene) -> bool:
    """As in "the bridge built by a Kenyan firm was completed", told of talks in Kenya: nothing is given."""
    return giver == (scene.actors.host_at(verb.idx),) and len(scene.states_named(verb.sent)) < 2


def handed_to_the_table(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "The two vessels were delivered in March": as told before of who gives them to whom; else of two
    parties at the table, one of which gave them to the other."""
    subject = grammar.subject_of(verb)
    if subject is None or verb.dep_ == "acl":  # "the equipment *donated* includes": delivered elsewhere
        return
    goods = _handed_over(verb, subject)
    if goods is None or not _is_goods(goods):
        return
    left, right = clause_with(verb, subject)
    if _named(scene, left, right, ()):
        return
    lemma, direction = verb.lemma_.lower(), direction_told(goods, scene.actors)
    if direction is not None:
        yield _found(verb, (left, right), f"delivered:{lemma}", *direction)
        return
    table = scene.actors.table(verb.idx)
    told_before = grammar.has_child(subject, "det", words={"the", "these", "all", "both"})
    told_before = told_before or grammar.has_child(subject, "nummod")
    if told_before and goods is subject and len(table) == 2:
        why = "of the two at the table"
        yield Found(
            trigger=verb, left=left, right=right, rule=f"activity/delivered:{lemma}", parties=table, why=why
        )


def _handed_over(verb: Token, subject: Token) -> Token | None:
    """The boats of "The first of the *boats* was handed over", "delivery of the *boats* was completed"."""
    lemma = verb.lemma_.lower()
    if not grammar.is_passive(verb):
        return None
    if lemma in activity_words().delivering | activity_words().put_to_use:
        return goods_in(subject)
    ended = lemma in {"complete", "conclude", "finish"} and subject.lemma_.lower() in {"delivery", "handover"}
    return next(iter(grammar.prep_objects(subject, "of")), None) if ended else None


def _found(
    verb: Token, bounds: tuple[int, int], rule: str, giver: tuple[str, ...], taker: tuple[str, ...]
) -> Found:
    return Found(
        trigger=verb,
        left=bounds[0],
        right=bounds[1],
        rule=f"activity/{rule}",
        provider=giver,
        recipient=taker,
        why="named with what is given, or the other side",
    )


def _is_passive(verb: Token) -> bool:
    """As in "was built by a shipyard and *paid* for by Japan" too."""
    joined = verb.dep_ == "conj" and not grammar.has_subject(verb) and grammar.is_passive(verb.head)
    return joined or grammar.is_passive(verb)


def _takes(verb: Token, lemma: str) -> bool:
    """As in "received", "took *over*", "took *delivery* of", "welcomed *the first ten tanks*"; not "took"."""
    if lemma in _GREETING:
        goods = (goods_in(o) for o in grammar.objects_of(verb))
        return any(_is_goods(o) and _is_consignment(o) for o in goods)
    over = any(c.dep_ == "prt" and c.lower_ == "over" for c in verb.children)
    over = over or any(o.lemma_ == "delivery" for o in grammar.objects_of(verb))
    return lemma in activity_words().taking and (lemma != "take" or over)


def _is_goods(noun: Token) -> bool:
    """As in "boats", "F-16"; people, help and teams are received otherwise."""
    words = activity_words()
    return is_model(noun) or words.is_goods(noun.lemma_.lower()) or noun.lemma_.lower() in words.consignments


def _is_make(noun: Token) -> bool:
    """As in "eight *Land Rovers*": things counted by their make."""
    return noun.pos_ == "PROPN" and has_number(noun)


def _is_gift(noun: Token) -> bool:
    """As in "a *package* from Norway", "*training* from Japan"."""
    return noun.lemma_.lower() in activity_words().gifts


def _is_consignment(noun: Token) -> bool:
    """As in "the *second* vessel", "the boats *donated* by Japan", "the equipment"; not "a frigate"."""
    words = activity_words()
    if not _is_goods(noun):
        return False
    if noun.lemma_.lower() not in words.moving and not is_model(noun):
        return True
    counted = any(t.lower_ in words.counting for t in noun.lefts) or _is_laden(noun)
    given = (c for c in noun.children if c.dep_ in {"acl", "relcl"})
    return counted or any(c.lemma_.lower() in words.giving for c in given)


def _is_laden(noun: Token) -> bool:
    """As in "two aircraft *carrying relief goods*", "a C-130 landed *with radios*"."""
    words = activity_words()
    carrying = (c for c in noun.children if c.dep_ == "acl" and c.lemma_ in words.laden)
    loads = [o for c in carrying for o in grammar.objects_of(c)]
    loads += [t for n in (noun, noun.head) for t in grammar.prep_objects(n, "with")]
    within = [t for o in loads for t in (o, *o.lefts, *grammar.prep_objects(o, "of"))]
    return any(_is_gift(t) and t.lemma_.lower() not in words.travellers for t in within)


def _named(scene: Scene, left: int, right: int, less: Iterable[str]) -> tuple[str, ...]:
    """The states and bodies named between the tokens, cities aside."""
    mine = set(less)
    mentions = scene.named(left, right)
    return unique(m.code for m in mentions if m.form != "capital" and m.code not in mine and is_state(m.code))
