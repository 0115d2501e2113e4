"""Joint exercises and what forces train together: "held a joint exercise", "KRI X trained with HMAS Y"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.clauses import is_repeated
from servanda.extract.engagement.named_exercises import exercise_name
from servanda.extract.engagement.rounds import ordinal_of, series_of
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.ships import flag_of, is_of_a_ship
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import SUBJECTS, has_child, lemma_of, participates

_PAIR = 2
_FURTHER = frozenset({"more", "further", "additional", "regular", "frequent", "larger", "bigger"})
_LATEST = frozenset({"latest", "last", "next"})


def tells_of_training(scene: Scene, verb: Token) -> bool:
    """ "KRI X |trained| with HMAS Y", "the frigate |exercised| alongside two Indian corvettes", "HMAS Y |is
    on patrol| with KRI X"."""
    if lemma_of(verb) == "be":
        trains = bool(_on_patrol(scene, verb))
    else:
        drills = lemma_of(verb) in scene.words.exercises.drilling or is_to_sea(verb)
        drills = drills and not grammar.is_passive(verb)
        trains = drills and (verb.tag_ == "VBD" or _goes_on(verb) or _is_set(scene, verb))
    subject = grammar.subject_of(verb) if trains and not is_told_by_name(scene, verb) else None
    return subject is not None and (is_of_a_ship(scene, subject) or is_force(scene, subject))


def is_to_sea(verb: Token) -> bool:
    """ "will |put to sea| with vessels of the Kenya Navy"."""
    to_sea = any(t.lower_ == "sea" for t in grammar.prep_objects(verb, "to"))
    return lemma_of(verb) in {"put", "go"} and to_sea


def is_told_by_name(scene: Scene, verb: Token) -> bool:
    """ "trained together |in Exercise Otter|"."""
    behind = (t for t in verb.subtree if t.lower_ == "exercise" and t.i > verb.i)
    return any(exercise_name(scene, noun) is not None for noun in behind)


def _is_set(scene: Scene, verb: Token) -> bool:
    """ "will train with them |in September|", "was to train |in Waiouru|"."""
    together = grammar.prep_objects(verb, "with", "alongside") or has_child(verb, {"together"})
    if not grammar.is_planned(verb) or not together:
        return False
    return scene.analysis.date_in(*scene.stretch(verb), "future") is not None


def _goes_on(verb: Token) -> bool:
    """ "are |drilling| with"."""
    return verb.tag_ == "VBG" and has_child(verb, {"is", "are", "were", "was", "been"})


def trained(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """Ships or forces of one party with those of another."""
    subject = grammar.subject_of(verb)
    told = [verb, *_on_patrol(scene, verb)] if lemma_of(verb) == "be" else [verb]
    partners = [t for w in told for t in grammar.prep_objects(w, "with", "alongside")]
    both = scene.actors.resolve(subject)
    who: Actor | None = None
    if subject is not None and _are_of_both(scene, subject):
        who = Actor(scene.actors.table(verb.idx), None, True, "forces of all at the table")
    elif has_child(verb, {"together", "jointly", "side"}) and both.collective and len(both.parties) > 1:
        who = both
    elif has_child(verb, {"together", "jointly", "side"}) and len(joined := _joined(scene, subject)) > 1:
        who = Actor(joined, None, True, "ships or forces of each")
    elif len(codes := _states_that_train(scene, verb, subject, partners)) > 1:
        who = Actor(codes, None, True)
    if who is not None:
        telling = Telling(verb, *scene.clause(verb, subject))
        yield make(scene, "exercise", f"trained:{lemma_of(verb)}", telling, [who])


def _joined(scene: Scene, subject: Token | None) -> tuple[str, ...]:
    """ "|Three Peruvian warships and two Chilean frigates| sailed together": where each is known."""
    codes: list[str | None] = []
    for noun in grammar.with_conjuncts(subject) if subject is not None else []:
        before = scene.analysis.parties_in(*grammar.text_between(noun.doc, noun.left_edge.i, noun.i))
        codes.append(flag_of(scene, noun) or (before[0].code if len(before) == 1 else None))
    return unique(codes) if None not in codes else ()


def _states_that_train(
    scene: Scene, verb: Token, subject: Token | None, partners: list[Token]
) -> tuple[str, ...]:
    """The states of the subject and of its partners, where each is known."""
    codes = [whose(scene, noun) for noun in (subject, *partners) if noun is not None]
    several = unique(code for noun in partners for code in scene.states_in_phrase(noun))
    if codes and codes[0] is not None and None in codes and len(several) > 1:
        codes = [codes[0], *several]  # "with ships |of Japan and Australia|"
    if codes and codes[0] is None and len(known := unique(codes[1:])) == 1:
        others = scene.actors.others(verb.idx, known)  # "The frigate X", of the other of two states
        codes[0] = others[0] if len(others) == 1 and is_state(others[0]) else None
    return unique(codes) if partners and None not in codes else ()


def _are_of_both(scene: Scene, subject: Token) -> bool:
    """ "|The two crews| practised", "|sailors of both navies| sailed": of two states that sit at a table."""
    counted = any(t.lower_ in {"two", "both"} for t in subject.lefts)
    of_both = any(has_child(t, {"two", "both"}) for t in grammar.prep_objects(subject, "of"))
    forces = subject.tag_ == "NNS" and is_force(scene, subject) and not scene.parties_in_phrase(subject)
    return forces and (counted or of_both) and len(scene.actors.table(subject.idx)) == _PAIR


def _on_patrol(scene: Scene, verb: Token) -> list[Token]:
    """ "is on |patrol| with the Fijian Navy", "are on |manoeuvres| with"."""
    return [t for t in grammar.prep_objects(verb, "on") if scene.words.noun_type(lemma_of(t)) == "exercise"]


def is_force(scene: Scene, noun: Token) -> bool:
    return lemma_of(noun) in scene.words.exercises.forces


def whose(scene: Scene, noun: Token) -> str | None:
    """The state whose ships or forces the noun names."""
    flag = flag_of(scene, noun)
    named = unique(m.code for m in scene.parties_in_phrase(noun))
    return flag or (named[0] if len(named) == 1 else None)


def exercise(scene: Scene, noun: Token, verb: Token | None) -> Iterator[Sighting]:
    """ "The two navies held a joint exercise", "agreed to conduct joint drills"."""
    if verb is None or _is_vague(noun) or _is_learning(scene, noun, verb):
        return
    if is_repeated(verb) and verb.tag_ in {"VBP", "VBZ"}:
        return  # "hold the exercise every year"
    if verb.pos_ == "ADJ" or (noun.dep_ == "nsubj" and noun.head.pos_ == "ADJ"):
        return
    lemma = lemma_of(verb)
    if noun.dep_ == "nsubj" and _is_under_way(verb) and is_joint(scene, noun):
        lemma = "run"
    joins = lemma in scene.words.exercises.training
    trains = joins and (_is_named(noun) or noun.lemma_ == "training")
    subject = grammar.subject_of(verb)
    trains = trains or (joins and _join_together(scene, noun, verb, subject))
    told = trains or _is_one_of_a_row(scene, noun) or _takes_both_in(scene, noun, verb, subject)
    if not told and (
        lemma not in _verbs(scene) or not (is_joint(scene, noun) or _of_both(scene, noun, subject))
    ):
        return
    telling = Telling(noun, *scene.clause(verb, subject), verb)
    sighting = make(scene, "exercise", f"exercise:{lemma}", telling, _sides(scene, noun, verb, subject))
    yield msgspec.structs.replace(
        sighting,
        series=series_of(scene.words.rounds, noun),
        status="planned" if _is_ahead(scene, verb) else sighting.status,
    )


def _is_under_way(verb: Token) -> bool:
    """ "is ongoing in Ghana", "is under way"."""
    words = {t.lower_ for c in verb.children for t in (c, *c.children)}
    return lemma_of(verb) == "be" and bool(words & {"ongoing", "underway", "way", "on-going"})


def _is_vague(noun: Token) -> bool:
    """ "support exercises", "more joint exercises"; but not "three exercises", "the exercises began"."""
    if noun.tag_ == "NNS" and has_child(noun, _FURTHER) and not has_child(noun, {"the", "two", "three"}):
        return True
    counted = any(c.dep_ == "nummod" or c.lower_ == "the" or c.pos_ == "PROPN" for c in noun.children)
    return noun.tag_ == "NNS" and not counted and noun.dep_ not in SUBJECTS


def _is_learning(scene: Scene, noun: Token, verb: Token) -> bool:
    """ "paves the way for joint training"; but not "conducted joint training", "took part in training with
    British troops", "joint training took place", an exercise."""
    if noun.lemma_ != "training" or noun.dep_ in {"dobj", "nsubjpass"}:
        return False
    together = is_joint(scene, noun) or grammar.prep_objects(noun, "with")
    joins = noun.dep_ == "pobj" and participates(verb)
    happens = noun.dep_ == "nsubj" and lemma_of(verb) in scene.words.course.happening
    return not (together and (joins or happens))


def _is_named(noun: Token) -> bool:
    """ "Exercise Keris Woomera", "the exercise Nippon Skies"."""
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    return behind.pos_ == "PROPN" or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.children)


def _is_one_of_a_row(scene: Scene, noun: Token) -> bool:
    """ "their first joint patrol", "the first drill between the two navies": one that is told by its place
    in a row, whatever the verb."""
    counted = ordinal_of(noun) is not None or has_child(noun, _LATEST)
    of_both = bool(grammar.prep_objects(noun, "between", "of")) or has_child(noun, {"their", "our"})
    return counted and (of_both or is_joint(scene, noun))


def _join_together(scene: Scene, noun: Token, verb: Token, subject: Token | None) -> bool:
    """ "|Officers from Peru and Chile took part| in a table-top exercise": forces of two states."""
    inside = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.tag_ == "NN"
    joins = participates(verb)
    called = any(c.dep_ == "acl" for c in noun.children)  # "an exercise called Otter" is told by its name
    if subject is None or called or not (inside and joins and is_force(scene, subject)):
        return False
    return len(scene.states_in_phrase(subject)) > 1


def _takes_both_in(scene: Scene, noun: Token, verb: Token, subject: Token | None) -> bool:
    """ "French soldiers are working |with Malian medics in an exercise|": forces of two sides, whatever they
    do in it."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "during", "at"} or subject is None:
        return False
    left, right = scene.clause(verb, subject)
    links = (t for t in noun.doc[left:right] if t.lower_ in {"with", "alongside"} and t.dep_ == "prep")
    partners = (t for link in links for t in link.children if t.dep_ == "pobj")
    mine = scene.actors.resolve(subject).parties or unique([whose(scene, subject)])
    theirs = (whose(scene, partner) for partner in partners)
    return bool(mine) and any(code and code not in mine for code in theirs)


def is_joint(scene: Scene, noun: Token) -> bool:
    """ "joint", "bilateral"."""
    return any(token.lower_ in scene.words.exercises.joint for token in noun.subtree)


def _of_both(scene: Scene, noun: Token, subject: Token | None) -> bool:
    """ "Troops of both countries held drills", "conducted a passage exercise with the Indian Navy"."""
    owners_of_it = grammar.prep_objects(noun, "of", "between")
    if noun.dep_ in SUBJECTS and any(len(actor.parties) > 1 for actor in scene.who(*owners_of_it)):
        return True  # "an exercise of the two navies ended"
    if noun.dep_ not in {"dobj", "nsubjpass", "appos"}:
        return False
    if noun.lemma_ == "training":
        return any(whose(scene, t) and is_force(scene, t) for t in grammar.prep_objects(noun, "with"))
    beside = grammar.prep_objects(noun.head, "with") if noun.dep_ == "dobj" else []
    partners = scene.who(*grammar.prep_objects(noun, "with", "between"), *beside)
    owners = scene.who(*(grammar.prep_objects(subject, "of", "from") if subject is not None else []))
    theirs = (whose(scene, t) for t in (*grammar.prep_objects(noun, "with", "between"), *beside))
    if subject is not None and any(
        code and code not in scene.actors.resolve(subject).parties for code in theirs
    ):
        return True
    ships = grammar.with_conjuncts(subject) if subject is not None else []
    if len({flag for ship in ships if (flag := flag_of(scene, ship))}) > 1:
        return True
    doers = [a for a in (*scene.who(subject), *owners) if a.person is None]
    return any(a.parties for a in partners) or any(len(a.parties) > 1 for a in doers)


def _verbs(scene: Scene) -> frozenset[str]:
    course = scene.words.course
    done = course.holding | course.happening | course.preparing
    return done | course.postponing | course.cancelling


def _sides(scene: Scene, noun: Token, verb: Token, subject: Token | None) -> list[Actor]:
    """The parties named in the sentence, else the subject and its partners, else those at the table."""
    ships = grammar.with_conjuncts(subject) if subject is not None else []
    flags = unique(flag_of(scene, ship) for ship in ships)
    codes = flags if len(flags) > 1 else unique(m.code for m in scene.parties_in_sentence(noun))
    if len(codes) > 1:
        return [Actor(codes, None, True)]
    table = scene.actors.table(noun.idx)
    actors = scene.who(subject, *grammar.prep_objects(noun, "with", "between"))
    if len(table) > 1 and len({party for actor in actors for party in actor.parties}) < 2:
        return [Actor(table, None, True)]
    return actors


def _is_ahead(scene: Scene, verb: Token) -> bool:
    """ "planned a joint exercise", "agreed to conduct a joint exercise"."""
    words = scene.words.exercises
    if lemma_of(verb) in words.planning:
        return True
    return verb.dep_ in {"xcomp", "ccomp"} and lemma_of(verb.head) in words.agreeing
