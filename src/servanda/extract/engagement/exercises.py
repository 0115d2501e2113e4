"""Joint exercises and visits of ships: "held a joint exercise", "the frigate docked in Colombo"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.clauses import is_repeated
from servanda.extract.engagement.rounds import ordinal_of, series_of
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import SUBJECTS, has_child, lemma_of

_PAIR = 2
_CALLED = 5
"""Tokens before the name of a ship in which it is called one: "Naval Ship (INS) Sukanya"."""
_LONGEST_KIND = 12
"""Characters before the name of a ship in which its letters or its kind stand."""
_AFLOAT = frozenset({"naval", "navy", "maritime", "ship", "ships", "fleet"})
"""Words in a phrase that make a task group or task force one of ships."""
_FURTHER = frozenset({"more", "further", "additional", "regular", "frequent", "larger", "bigger"})
_LATEST = frozenset({"latest", "last", "next"})


def tells_of_port_call(scene: Scene, verb: Token) -> bool:
    """ "The frigate docked", "two warships will call"."""
    words = scene.words.exercises
    told = lemma_of(verb) in words.port_calls | words.calling
    if not told and not _reaches_a_port(scene, verb) and not _lies_in_port(scene, verb):
        return False
    if lemma_of(verb) in words.calling and _call_of(scene, verb) is None:
        return False
    subject = grammar.subject_of(verb)
    return is_of_a_ship(scene, subject)


def _reaches_a_port(scene: Scene, verb: Token) -> bool:
    """ "arrived at Port Klang on a goodwill visit", "sailed into the harbour of Haifa"."""
    words = scene.words.exercises
    if lemma_of(verb) not in words.reaching:
        return False
    if lemma_of(verb) in words.drilling and grammar.prep_objects(verb, "with", "alongside"):
        return False  # "will sail with ships of Japan"
    ship = grammar.subject_of(verb)
    if ship is not None and flag_of(scene, ship) is not None:
        return True
    if lemma_of(verb) == "put" and has_child(verb, {"in", "into"}):
        return True
    if ship is not None and lemma_of(ship) in words.vessels and scene.owner_before(ship):
        return True
    if ship is not None and _is_task_group(ship) and scene.parties_in_phrase(ship):
        return True
    return _is_at_a_port(scene, verb)


def _is_at_a_port(scene: Scene, verb: Token) -> bool:
    """ "tied up |at the pier|"."""
    left, right = grammar.clause_bounds(verb)
    around = verb.doc[left : right + 1].text.lower()
    return any(port in around for port in scene.words.exercises.ports)


def _lies_in_port(scene: Scene, verb: Token) -> bool:
    """ "are in Manila for a port call and goodwill visit"."""
    if lemma_of(verb) != "be" or not grammar.prep_objects(verb, "in", "at"):
        return False
    ship = grammar.subject_of(verb)
    known = ship is not None and (scene.owner_before(ship) or flag_of(scene, ship) is not None)
    if verb.tag_ in {"VBN", "VBD"} and known and is_of_a_ship(scene, ship):
        return _is_dated(scene, verb) or _is_at_a_port(scene, verb)  # "have been at Ream since December"
    purposes = (t.lower_ for noun in grammar.prep_objects(verb, "for", "on") for t in noun.subtree)
    return bool(set(purposes) & {"port", "goodwill"})


def _is_dated(scene: Scene, verb: Token) -> bool:
    return bool(scene.analysis.dates_in(*scene.stretch(verb)))


def _call_of(scene: Scene, verb: Token) -> Token | None:
    """ "make a *port call*"."""
    calls = (
        c for c in verb.children if c.dep_ == "dobj" and lemma_of(c) in scene.words.exercises.port_call_nouns
    )
    return next((c for c in calls if any(t.lower_ == "port" for t in c.lefts)), None)


def is_of_a_ship(scene: Scene, noun: Token | None) -> bool:
    """ "two warships", "the Indian Naval Ship (INS) Sukanya"."""
    if noun is None or _is_ship(scene, noun):
        return noun is not None
    before = noun.doc[max(noun.sent.start, noun.i - _CALLED) : noun.i]
    if noun.pos_ != "PROPN" or scene.analysis.person_of(noun) is not None:
        return False
    return (
        any(lemma_of(t) in scene.words.exercises.vessels for t in before)
        or _ship_named(scene, noun) is not None
    )


def _ship_named(scene: Scene, noun: Token) -> str | None:
    """ "HMCS" or "frigate" of "Vancouver", which the text has called so before."""
    if noun.dep_ not in SUBJECTS or noun.left_edge != noun:
        return None
    words, text = scene.words.exercises, scene.analysis.text
    so_called = re.compile(rf" {re.escape(noun.text)}(?!\w)")
    for told in so_called.finditer(text, 0, noun.idx - 1):
        at = told.start()
        before = text[max(0, at - _LONGEST_KIND) : at].replace(")", "").replace("(", " ").split()
        if before and (before[-1] in words.ship_prefixes or before[-1].lower() in words.vessels):
            return before[-1]
    return None


def _is_ship(scene: Scene, noun: Token) -> bool:
    """ "two warships", "the frigate Bayern", "the frigate X and the support ship Y"."""
    words = scene.words.exercises.ships
    named = [t for n in grammar.with_conjuncts(noun) for t in (n, *n.lefts) if t.dep_ != "poss"]
    return (
        _is_task_group(noun) or any(lemma_of(t) in words for t in named) or flag_of(scene, noun) is not None
    )


def _is_task_group(noun: Token) -> bool:
    """ "a three-ship |task group| of the Pakistan Navy"."""
    task = any(t.lower_ == "task" for t in noun.lefts)
    return task and any(t.lower_ in _AFLOAT for t in noun.subtree)


def flag_of(scene: Scene, noun: Token) -> str | None:
    """IN of "INS Tarkash"."""
    prefixes = scene.words.exercises.ship_prefixes
    first = noun.left_edge.i
    first -= first > noun.sent.start and noun.doc[first - 1].text in prefixes  # which the parser cut off
    before = list(noun.doc[first : noun.i])
    told = _ship_named(scene, noun) if noun.pos_ == "PROPN" else None
    for name in noun.rights:  # "the destroyer |JS Ariake|"
        if name.dep_ == "appos" and lemma_of(noun) in scene.words.exercises.ships:
            before += noun.doc[name.left_edge.i : name.i]
    return next((prefixes[t.text] for t in before if t.text in prefixes), None) or prefixes.get(told or "")


def port_call(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """ "A French frigate will call in Viet Nam": the ship's party and the port's."""
    ship = grammar.subject_of(verb)
    if ship is None:
        return
    goals = [c for c in verb.children if c.dep_ == "dobj"]
    goals += grammar.prep_objects(verb, "in", "at", "to", "into", "on")
    goals = [goal for goal in goals if scene.analysis.person_of(goal) is None]
    goals += [part for goal in goals for part in (*grammar.prep_objects(goal, "of", "in"), *_added(goal))]
    call = _call_of(scene, verb)
    if call is not None:
        goals += grammar.prep_objects(call, "in", "at", "to")
    host = next((code for noun in goals if (code := scene.country_of(noun))), None)
    before = scene.analysis.parties_in(*grammar.text_between(ship.doc, ship.left_edge.i, ship.i))
    owners = unique(m.code for m in before) or unique(m.code for m in scene.parties_in_phrase(ship))
    flag = flag_of(scene, ship)
    owners = (flag,) if flag is not None and len(owners) != 1 else owners
    if host is not None and not owners:
        owners = scene.actors.others(verb.idx, (host,))
    if (
        host is None and len(owners) == 1 and _is_at_a_port(scene, verb)
    ):  # "tied up at the pier": in the other state of which the text tells
        others = scene.actors.others(verb.idx, owners)
        host = others[0] if len(others) == 1 and is_state(others[0]) else None
    if host is None or len(owners) != 1 or host in owners:
        return
    telling = Telling(verb, *scene.clause(verb, ship))
    sighting = make(scene, "exercise", "ship", telling, [Actor((owners[0], host))])
    yield msgspec.structs.replace(sighting, country=host)


def tells_of_training(scene: Scene, verb: Token) -> bool:
    """ "KRI X |trained| with HMAS Y", "the frigate |exercised| alongside two Indian corvettes", "HMAS Y |is
    on patrol| with KRI X"."""
    if lemma_of(verb) == "be":
        trains = bool(_on_patrol(scene, verb))
    else:
        drills = lemma_of(verb) in scene.words.exercises.drilling and not grammar.is_passive(verb)
        trains = drills and (verb.tag_ == "VBD" or _goes_on(verb) or _is_set(scene, verb))
    subject = grammar.subject_of(verb) if trains else None
    return subject is not None and (is_of_a_ship(scene, subject) or _is_force(scene, subject))


def _is_set(scene: Scene, verb: Token) -> bool:
    """ "will train with them |in September|", "was to train |in Waiouru|"."""
    together = grammar.prep_objects(verb, "with", "alongside") or has_child(verb, {"together"})
    if not grammar.is_planned(verb) or not together:
        return False
    if any(t.lower_ == "exercise" for t in verb.subtree if t.i > verb.i):
        return False  # told by its name
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
    elif len(codes := _states_that_train(scene, verb, subject, partners)) > 1:
        who = Actor(codes, None, True)
    if who is not None:
        telling = Telling(verb, *scene.clause(verb, subject))
        yield make(scene, "exercise", f"trained:{lemma_of(verb)}", telling, [who])


def _states_that_train(
    scene: Scene, verb: Token, subject: Token | None, partners: list[Token]
) -> tuple[str, ...]:
    """The states of the subject and of its partners, where each is known."""
    codes = [_whose(scene, noun) for noun in (subject, *partners) if noun is not None]
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
    forces = subject.tag_ == "NNS" and _is_force(scene, subject) and not scene.parties_in_phrase(subject)
    return forces and (counted or of_both) and len(scene.actors.table(subject.idx)) == _PAIR


def _on_patrol(scene: Scene, verb: Token) -> list[Token]:
    """ "is on |patrol| with the Fijian Navy", "are on |manoeuvres| with"."""
    return [t for t in grammar.prep_objects(verb, "on") if scene.words.noun_type(lemma_of(t)) == "exercise"]


def _is_force(scene: Scene, noun: Token) -> bool:
    return lemma_of(noun) in scene.words.exercises.forces


def _whose(scene: Scene, noun: Token) -> str | None:
    """The state whose ships or forces the noun names."""
    flag = flag_of(scene, noun)
    named = unique(m.code for m in scene.parties_in_phrase(noun))
    return flag or (named[0] if len(named) == 1 else None)


def _added(noun: Token) -> list[Token]:
    """ "Port Klang, |Malaysia|"."""
    return [c for c in noun.children if c.dep_ == "appos"]


def exercise(scene: Scene, noun: Token, verb: Token | None) -> Iterator[Sighting]:
    """ "The two navies held a joint exercise", "agreed to conduct joint drills"."""
    if verb is None or _is_vague(noun) or _is_learning(noun):
        return
    if is_repeated(verb) and verb.tag_ in {"VBP", "VBZ"}:
        return  # "hold the exercise every year"
    if verb.pos_ == "ADJ" or (noun.dep_ == "nsubj" and noun.head.pos_ == "ADJ"):
        return
    lemma = lemma_of(verb)
    if noun.dep_ == "nsubj" and _is_under_way(verb) and _is_joint(scene, noun):
        lemma = "run"
    trains = lemma in scene.words.exercises.training and _is_named(noun)
    subject = grammar.subject_of(verb)
    told = trains or _is_one_of_a_row(scene, noun) or _takes_both_in(scene, noun, verb, subject)
    if not told and (
        lemma not in _verbs(scene) or not (_is_joint(scene, noun) or _of_both(scene, noun, subject))
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


def _is_learning(noun: Token) -> bool:
    """ "paves the way for joint training"; but not "conducted joint training", an exercise."""
    return noun.lemma_ == "training" and noun.dep_ not in {"dobj", "nsubjpass"}


def _is_named(noun: Token) -> bool:
    """ "Exercise Keris Woomera", "the exercise Nippon Skies"."""
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    return behind.pos_ == "PROPN" or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.children)


def _is_one_of_a_row(scene: Scene, noun: Token) -> bool:
    """ "their first joint patrol", "the first drill between the two navies": one that is told by its place
    in a row, whatever the verb."""
    counted = ordinal_of(noun) is not None or has_child(noun, _LATEST)
    of_both = bool(grammar.prep_objects(noun, "between", "of")) or has_child(noun, {"their", "our"})
    return counted and (of_both or _is_joint(scene, noun))


def _takes_both_in(scene: Scene, noun: Token, verb: Token, subject: Token | None) -> bool:
    """ "French soldiers are working |with Malian medics in an exercise|": forces of two sides, whatever they
    do in it."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "during", "at"} or subject is None:
        return False
    left, right = scene.clause(verb, subject)
    links = (t for t in noun.doc[left:right] if t.lower_ in {"with", "alongside"} and t.dep_ == "prep")
    partners = (t for link in links for t in link.children if t.dep_ == "pobj")
    mine = scene.actors.resolve(subject).parties or unique([_whose(scene, subject)])
    theirs = (_whose(scene, partner) for partner in partners)
    return bool(mine) and any(code and code not in mine for code in theirs)


def _is_joint(scene: Scene, noun: Token) -> bool:
    """ "joint", "bilateral"."""
    return any(token.lower_ in scene.words.exercises.joint for token in noun.subtree)


def _of_both(scene: Scene, noun: Token, subject: Token | None) -> bool:
    """ "Troops of both countries held drills", "conducted a passage exercise with the Indian Navy"."""
    owners_of_it = grammar.prep_objects(noun, "of", "between")
    if noun.dep_ in SUBJECTS and any(len(actor.parties) > 1 for actor in scene.who(*owners_of_it)):
        return True  # "an exercise of the two navies ended"
    if noun.lemma_ == "training" or noun.dep_ not in {"dobj", "nsubjpass", "appos"}:
        return False
    beside = grammar.prep_objects(noun.head, "with") if noun.dep_ == "dobj" else []
    partners = scene.who(*grammar.prep_objects(noun, "with", "between"), *beside)
    owners = scene.who(*(grammar.prep_objects(subject, "of", "from") if subject is not None else []))
    theirs = (_whose(scene, t) for t in (*grammar.prep_objects(noun, "with", "between"), *beside))
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
