"""Forces of one side that are with the other: "France maintains 1,500 troops in Djibouti", "British soldiers
have been in Estonia since 2017"; and those who have a part in training its forces."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with, phrase_bounds
from servanda.extract.analysis import unique

_TRAINING = "training"
_WHERE = ("in", "at", "on")
_LASTING = frozenset({"since", "every", "each", "decades", "years"})
_Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""Who gives and who takes."""


def kept_there(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "The UK *has* 900 troops in Estonia", "Germany *keeps* a brigade in Lithuania"."""
    if verb.lemma_.lower() not in activity_words().having_there or verb.tag_ == "VBD":
        return
    forces = next((o for o in grammar.objects_of(verb) if _is_kept(o)), None)
    doer = grammar.doer_of(verb)
    giver = scene.doer(verb).parties or (scene.whose(doer) if doer is not None else ())
    if forces is None or grammar.has_child(forces, "det", words={"no", "any"}):
        return
    left, right = clause_with(verb, doer)
    hosts = _hosts(forces.i, right, scene) or _at_the_other(forces.i, right, giver, scene)
    yield from _found(scene, verb, (left, right), (giver, hosts))


def left_behind(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "The ship *left* four instructors *behind* in Lamu", "has *posted* an attaché to Oslo"."""
    lemma = verb.lemma_.lower()
    posts = lemma in activity_words().posting and not grammar.is_passive(verb)
    stays = lemma == "leave" and grammar.has_child(verb, "prt", "advmod", "prep", words={"behind"})
    if not (posts or stays):
        return
    people = activity_words().forces | {"attaché", "attache", "liaison"}
    sent = (t for o in grammar.objects_of(verb) for t in (o, *grammar.prep_objects(o, "of")))
    if not any(t.lemma_.lower() in people for t in sent):
        return
    giver = scene.doer(verb).parties
    left, right = clause_with(verb, grammar.doer_of(verb))
    hosts = _hosts(verb.i, right, scene) or _to_where(verb, scene) or scene.other_of_pair(verb, giver)
    yield from _found(scene, verb, (left, right), (giver, hosts))


def _to_where(verb: Token, scene: Scene) -> tuple[str, ...]:
    nouns = grammar.prep_objects(verb, "to")
    named = (scene.named(t.left_edge.i, t.right_edge.i) for t in nouns)
    return unique(m.code for mentions in named for m in mentions if is_state(m.code))


def allowed_there(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "Lebanon *lets French forces use* its ranges", "has allowed American jets to operate from"."""
    words = activity_words()
    if verb.lemma_.lower() not in words.letting:
        return
    used = next((c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i), None)
    guests = grammar.subject_of(used) if used is not None else None
    if used is None or guests is None:
        return
    named = scene.actors.resolve(guests)
    host, guest = scene.doer(verb).parties, scene.whose(guests) or named.parties
    if named.person is not None or named.collective:
        return
    if used.lemma_.lower() in words.using and guests.i > verb.i:
        yield from _found(scene, verb, clause_with(verb, grammar.doer_of(verb)), (host, guest))


def being_there(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "About 900 British soldiers *have been* in Estonia since 2017", "*serve* in Latvia"."""
    lemma, words = verb.lemma_.lower(), activity_words()
    there = lemma in words.being_there or (lemma in words.posting and grammar.is_passive(verb))
    subject = grammar.subject_of(verb) if there else None
    forces = grammar.relative_antecedent(subject) if subject is not None else None
    if forces is None or not (_is_force(forces) or (lemma == "serve" and _is_counted(forces))):
        return
    left, right = clause_with(verb, forces)
    clause = verb.doc[left : right + 1]
    lasting = (
        _is_counted(forces)
        or lemma in words.teaching
        or (verb.tag_ == "VBG" and grammar.has_child(verb, "aux", words={"been"}))
        or any(t.lower_ in {"since", "battlegroup", "permanently"} for t in clause)
    )
    trains = any(t.lemma_.lower() in {"exercise", "drill", "manoeuvre", "maneuver"} for t in clause)
    giver = scene.whose(forces)
    hosts = _hosts(verb.i, right, scene) or _with_them(verb, giver, scene)
    hosts = hosts or _at_the_other(verb.i, right, giver, scene)
    hosts = _in_a_mission(verb, right, scene) or hosts
    learns = [t for t in grammar.prep_objects(verb, "on") if t.lemma_.lower() in words.courses]
    learns += [t for t in grammar.prep_objects(verb, "in", "under") if t.lower_ == _TRAINING]
    if lasting and learns:
        giver, hosts = hosts, giver
    if lasting and not trains:
        yield from _found(scene, verb, (left, right), (giver, hosts))


def stationing(noun: Token, scene: Scene) -> Iterator[Found]:
    """As in "governs the *stationing* of 1,500 French personnel"; without a verb "British *troops* in Estonia
    since 2017"."""
    if _is_force(noun) and noun.dep_ == "ROOT":
        left, right = phrase_bounds(noun)
        right = max(right, grammar.trim_right(noun.doc, noun.i, noun.right_edge.i))
        if any(t.lower_ == "since" for t in noun.doc[noun.i : right + 1]):
            yield from _found(scene, noun, (left, right), (scene.whose(noun), _hosts(noun.i, right, scene)))
        return
    words, verb = activity_words(), grammar.governing_verb(noun)
    if noun.lemma_.lower() not in words.stationing or verb is None or grammar.is_unreal(verb):
        return
    forces = next((t for t in grammar.prep_objects(noun, "of") if _is_force(t) and _is_counted(t)), None)
    if forces is None or verb.lemma_.lower() not in words.governing or verb.tag_ not in {"VBZ", "VBP"}:
        return
    left, right = clause_with(verb, grammar.subject_of(verb))
    giver = scene.whose(forces)
    taker = _hosts(forces.i, right, scene) or scene.other_of_pair(noun, giver)
    yield from _found(scene, noun, (left, right), (giver, taker))


def part_in_training(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "French instructors *take part* in the training of Chadian soldiers"."""
    words = activity_words()
    parts = any(o.lemma_.lower() in {"part", "role"} for o in grammar.objects_of(verb))
    lemma = verb.lemma_.lower()
    if not (lemma in words.having_part or (lemma in {"take", "play", "have"} and parts)):
        return
    nouns = [
        t for n in (verb, *grammar.objects_of(verb)) for t in grammar.prep_objects(n, "in", "to", "with")
    ]
    taught = [t for n in nouns if n.lemma_.lower() in words.schooling for t in grammar.prep_objects(n, "of")]
    doer = grammar.subject_of(verb)
    if not taught or doer is None:
        return
    giver = scene.actors.resolve(doer).parties or scene.whose(doer)
    own = {"our", "we"} & {t.lower_ for t in doer.subtree}
    giver = giver or ((scene.analysis.home,) if own and scene.analysis.home else ())
    named = scene.named(taught[0].left_edge.i, taught[0].right_edge.i)
    taker = unique(m.code for m in named if is_state(m.code)) or scene.actors.resolve(taught[0]).parties
    yield from _found(scene, verb, clause_with(verb, doer), (giver, taker))


def training_there(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "Singapore's army *has trained* at Shoalwater Bay since 1990": one side's forces on the ground of
    the other."""
    doer = grammar.subject_of(verb)
    if verb.lemma_.lower() not in {"train", "exercise"} or doer is None:
        return
    left, right = clause_with(verb, grammar.doer_of(verb))
    if not any(t.lower_ in _LASTING for t in verb.doc[left : right + 1]):
        return
    actor = scene.actors.resolve(doer)
    guest = actor.parties or scene.whose(doer)
    together = grammar.prep_objects(verb, "with", "alongside") or actor.collective
    if len(guest) == 1 and not together and not grammar.is_passive(verb):
        hosts = _hosts(verb.i, right, scene) or _at_the_other(verb.i, right, guest, scene)
        yield from _found(scene, verb, (left, right), (hosts, guest))


def _is_force(noun: Token) -> bool:
    """ "troops", "a brigade", "a battalion of 800 soldiers"."""
    return noun.lemma_.lower() in activity_words().forces and noun.dep_ != "compound"


def _is_kept(noun: Token) -> bool:
    """As in "maintains *troops*", "runs a *base*"."""
    return _is_force(noun) or (noun.lemma_.lower() in activity_words().posts and noun.dep_ != "compound")


def _at_the_other(left: int, right: int, giver: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """The other of the two at the table, where the words name a place that is no state: "a detachment *in
    Nouadhibou*"."""
    places = (t for t in scene.analysis.doc[left : right + 1] if t.dep_ == "pobj" and t.head.lower_ in _WHERE)
    known = any(t.pos_ == "PROPN" or t.lemma_.lower() in activity_words().grounds for t in places)
    return scene.other_of_pair(scene.analysis.doc[left], giver) if known else ()


def _with_them(verb: Token, giver: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """As in "serve on loan *with the Sultan's armed forces*", "teach at the *Lebanese* staff college"."""
    near = (verb, *(t for t in grammar.prep_objects(verb, "on")))
    nouns = [t for n in near for t in grammar.prep_objects(n, "with", "at", "in", "for")]
    named = (scene.named(n.left_edge.i, n.right_edge.i) for n in nouns)
    return unique(m.code for mentions in named for m in mentions if is_state(m.code) and m.code not in giver)


def _in_a_mission(verb: Token, right: int, scene: Scene) -> tuple[str, ...]:
    """EU of "have served in *EUTM* Mali and EUFOR Althea", told of a state and that body."""
    named = scene.named(verb.i, right)
    bodies = unique(m.code for m in named if not is_state(m.code))
    return bodies if len(bodies) == 1 and bodies[0] in scene.actors.main else ()


def _is_counted(noun: Token) -> bool:
    return any(
        grammar.has_child(t, "nummod") or any(c.like_num for c in t.lefts)
        for t in (noun, *grammar.prep_objects(noun, "of"))
    )


def _hosts(left: int, right: int, scene: Scene) -> tuple[str, ...]:
    """The states in which the words say that they are."""
    places = (t for t in scene.analysis.doc[left : right + 1] if t.dep_ == "pobj" and t.head.lower_ in _WHERE)
    analysis = scene.analysis
    ends = ((p, n) for p in places for n in (p, *grammar.prep_objects(p, "of")))
    named = (analysis.parties_in(*analysis.offsets(p.left_edge.i, n.i)) for p, n in ends)
    return unique(m.code for mentions in named for m in mentions if is_state(m.code))


def _found(scene: Scene, trigger: Token, words: tuple[int, int], sides: _Sides) -> Iterator[Found]:
    """The activity, where one side is told on either hand, and the two are those of whom the document tells:
    an army that is in a third country need not be welcome there."""
    giver, taker = sides
    told = {*scene.actors.main, *scene.actors.frame(trigger.idx)}
    both = {*giver, *taker}
    told_of = trigger.doc[words[0] : words[1] + 1]
    helping = any(t.lemma_.lower() in activity_words().welcome_there for t in told_of)
    known = both <= told or (helping and bool(both & told) and set(scene.states_named(trigger.sent)) == both)
    if len(giver) == len(taker) == 1 and giver != taker and known:
        yield Found(
            trigger=trigger,
            left=words[0],
            right=words[1],
            rule=f"activity/presence:{trigger.lemma_.lower()}",
            provider=giver,
            recipient=taker,
            why="forces of one side with the other",
        )
