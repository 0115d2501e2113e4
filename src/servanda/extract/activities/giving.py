"""One side gives, trains or sends, and the other takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.analysis import unique
from servanda.extract.numbers import find_amounts


def giving(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "Japan provided two patrol vessels", "were donated by Viet Nam", "French officers taught ..."."""
    lemma = verb.lemma_.lower()
    if lemma in activity_words().learning or _attends_a_course(verb, lemma) or _attends_a_school(verb, lemma):
        yield from _learning(verb, lemma, scene)
    if lemma not in activity_words().giving and not _gives_a_course(verb, lemma):
        return
    if grammar.is_passive(verb) and grammar.agent_of(verb) is None:
        yield from _received(verb, lemma, scene)
        return
    giver = scene.doer(verb)
    if not giver.parties or not (_gives_help(verb, lemma) or _gives_a_course(verb, lemma)):
        return
    given = grammar.subject_of(verb) if grammar.is_passive(verb) else grammar.doer_of(verb)
    left, right = clause_with(verb, given)
    named = scene.analysis.parties_in(*scene.analysis.offsets(left, right))
    behind = (m.code for m in named if is_state(m.code) and m.start > verb.idx)
    others = unique(c for c in behind if c not in giver.parties)
    taker = others if others or giver.collective else scene.other_side(verb, giver.parties)
    if taker:
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/giving:{lemma}",
            provider=giver.parties,
            recipient=taker[:1],
            why=giver.why,
        )


def thanked_for_doing(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "thanked Fiji *for sending soldiers*", "thanked Kenya for hosting our troops"."""
    thanks = _thanks_for(verb)
    if thanks is None or grammar.is_unreal(thanks):
        return
    lemma = verb.lemma_.lower()
    led = _led_for(verb, lemma, scene)
    if not led and (lemma not in activity_words().giving or not _gives_help(verb, lemma)):
        return
    voiced = thanks if grammar.is_verbal(thanks) else grammar.governing_verb(thanks)
    thanker = scene.doer(voiced).parties if voiced is not None and not grammar.is_unreal(voiced) else ()
    thanked = [c for c in thanks.children if c.dep_ == "dobj"] or _thanked_by(thanks, voiced)
    giver = unique(p for t in thanked for p in scene.actors.resolve(t).parties if p not in thanker)
    taker = tuple(p for p in led if p not in giver) or thanker
    if len(taker) == len(giver) == len(thanker) == 1:
        left, right = grammar.clause_bounds(verb)
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/thanked-for:{lemma}",
            provider=giver,
            recipient=taker,
            why="thanked for it",
        )


def _thanks_for(verb: Token) -> Token | None:
    """As in "*thanked* Fiji for sending", "expressed her *gratitude* to Fiji for sending"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "for":
        return None
    words, above = stance_words(), verb.head.head
    if above.lemma_.lower() in words.valuing:
        return above
    near = [above, *islice(above.ancestors, 3), *(c for c in above.children if c.dep_ == "dobj")]
    return next((t for t in near if t.pos_ == "NOUN" and t.lemma_.lower() in words.feelings), None)


def _thanked_by(gratitude: Token, voiced: Token | None) -> list[Token]:
    """As in "gratitude *to Fiji*", hung on the noun or on its verb."""
    return grammar.prep_objects(gratitude, "to") or (grammar.prep_objects(voiced, "to") if voiced else [])


def _led_for(verb: Token, lemma: str, scene: Scene) -> tuple[str, ...]:
    """As in "leading the battlegroup in *Lithuania*", "guarding *Baltic* airspace": where it is."""
    words = activity_words()
    if lemma not in words.leading or not any(o.lemma_.lower() in words.led for o in grammar.objects_of(verb)):
        return ()
    named = scene.analysis.parties_in(*scene.analysis.offsets(verb.i, verb.right_edge.i))
    return unique(m.code for m in named if is_state(m.code))


def _learning(verb: Token, lemma: str, scene: Scene) -> Iterator[Found]:
    """As in "Indonesian cadets have studied at the Australian Defence Force Academy"."""
    learner = scene.doer(verb).parties or _learners(verb, scene)
    places = grammar.prep_objects(verb, "at", "in")
    places += [t for o in grammar.objects_of(verb) for t in grammar.prep_objects(o, "at", "in")]
    places += [o for o in grammar.objects_of(verb) if o.lemma_.lower() in activity_words().schools]
    schools = (
        m for t in places for m in scene.analysis.parties_in(*scene.analysis.offsets(t.left_edge.i, t.i))
    )
    host = unique(m.code for m in schools if m.code not in learner)
    if len(learner) == 1 and len(host) == 1:
        left, right = clause_with(verb, grammar.doer_of(verb))
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/learning:{lemma}",
            provider=host,
            recipient=learner,
            why="at the other side's school",
        )


def _learners(verb: Token, scene: Scene) -> tuple[str, ...]:
    """As in "a group of twenty *Lao* cadets completed their training"."""
    subject = grammar.subject_of(verb)
    if subject is None:
        return ()
    named = scene.analysis.parties_in(*scene.analysis.offsets(subject.left_edge.i, subject.right_edge.i))
    return unique(m.code for m in named if is_state(m.code))


def _attends_a_course(verb: Token, lemma: str) -> bool:
    """As in "completed their training in Japan"."""
    words = activity_words()
    courses = (o for o in grammar.objects_of(verb) if o.lemma_.lower() in words.courses)
    return lemma in words.attending_courses and not grammar.is_passive(verb) and any(courses)


def _attends_a_school(verb: Token, lemma: str) -> bool:
    """As in "have been attending the French war college"."""
    words = activity_words()
    schools = (o for o in grammar.objects_of(verb) if o.lemma_.lower() in words.schools)
    return lemma in words.attending_courses and not grammar.is_passive(verb) and any(schools)


def _gives_a_course(verb: Token, lemma: str) -> bool:
    """As in "Swedish experts *ran four courses* at the peacekeeping centre"."""
    words = activity_words()
    taught = (
        o for o in grammar.objects_of(verb) if o.lemma_.lower() in words.courses | {"workshop", "seminar"}
    )
    return lemma in words.running_courses and any(taught)


def _gives_help(verb: Token, lemma: str) -> bool:
    """Whether people are helped ("trained officers", "taught how to ..."), or a gift or a sum of money is
    among the objects."""
    if verb.dep_ in {"acl", "relcl"} and grammar.is_passive(verb):
        return verb.head.lemma_.lower() in activity_words().works
    objects = [*grammar.objects_of(verb), *grammar.prep_objects(verb, "with")]
    if lemma in activity_words().teaching:
        return bool(grammar.objects_of(verb)) or any(c.dep_ == "ccomp" for c in verb.children)
    if lemma in activity_words().helping:
        return bool(objects) or any(c.dep_ == "ccomp" for c in verb.children)
    if lemma == "host":
        return any(o.lemma_.lower() in activity_words().hosted for o in objects)
    if _names_a_gift([t for o in objects for t in (o, *o.lefts)]):
        return True
    grants = lemma in activity_words().granting
    return grants and any(find_amounts(grammar.phrase(o).text) for o in objects)


def _names_a_gift(tokens: Iterable[Token]) -> bool:
    return any(t.lemma_.lower() in activity_words().gifts for t in tokens)


def _received(verb: Token, lemma: str, scene: Scene) -> Iterator[Found]:
    """As in "were handed over to the Philippine Navy", "are being trained in Japan": the giver is not the
    subject of the sentence, but the taker or the place is named."""
    subject = grammar.subject_of(verb)
    if subject is None:
        return
    if lemma in activity_words().teaching:
        taker, giver = _taught(verb, subject, scene)
    elif _names_a_gift([subject, *subject.lefts, *subject.conjuncts]):
        taker, giver = _handed_over(verb, subject, scene)
    else:
        return
    giver = giver or scene.actors.others(verb.idx, taker)
    if not taker and len(giver) == 1 and lemma in activity_words().posting:
        taker = scene.other_side(verb, giver)
    if len(taker) == 1 and len(giver) == 1:
        left, right = clause_with(verb, subject)
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/received:{lemma}",
            provider=giver,
            recipient=taker,
            why="the other side gives",
        )


_Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""Who takes and, where named, who gives."""


def _taught(verb: Token, subject: Token, scene: Scene) -> _Sides:
    """As in "Lao cadets are being trained in Viet Nam"."""
    taker = scene.actors.resolve(subject).parties
    places = (scene.analysis.party_of(t) for t in grammar.prep_objects(verb, "in", "by", "at"))
    return taker, unique(m.code for m in places if m is not None and m.code not in taker)


def _handed_over(verb: Token, subject: Token, scene: Scene) -> _Sides:
    """As in "Japanese boats were handed over to the Philippine Navy"."""
    analysis = scene.analysis
    receivers = grammar.prep_objects(verb, "to")
    taker = unique(p for t in receivers for p in scene.actors.resolve(t).parties)
    owners = analysis.parties_in(*analysis.offsets(subject.left_edge.i, subject.right_edge.i))
    return taker, unique(m.code for m in owners if m.code not in taker)
