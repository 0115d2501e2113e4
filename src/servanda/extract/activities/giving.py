"""One side gives, trains or sends, and the other takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.actors import NOBODY, Actor
from servanda.extract.analysis import unique
from servanda.extract.goods import has_number, is_model
from servanda.extract.numbers import find_amounts
from servanda.extract.speech import reported_by

_LADEN = frozenset({"flight", "plane", "aircraft", "ship", "convoy", "vessel", "truck"})
"""What is sent laden: "sent a flight *with medical aid*"."""
_CARRYING = frozenset({"fly", "airlift", "ferry", "carry", "bring", "take", "transport"})
"""Verbs by which people in need are helped: "the wounded were flown to Ankara"."""
_RUNNING = frozenset({"implement", "execute", "undertake"})
_PORTIONS = frozenset({"last", "first", "rest", "remainder", "half", "final", "majority", "bulk", "most"})
"""What part of the things is given, before "of"."""
_ENDING = frozenset({"complete", "finish", "conclude"})
"""What those do with a course who take it, and those who give it."""
_OF_COURSES = ("at", "in", "with", "by", "under", "through")
_OF_SCHOOLS = ("at", "in", "from", "through")
"""Prepositions behind which stands whose course or school it is."""


def giving(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "Japan provided two patrol vessels", "were donated by Viet Nam", "French officers taught ..."."""
    lemma = verb.lemma_.lower()
    yield from _guarding(verb, lemma, scene)
    if lemma in activity_words().learning or _attends_a_course(verb, lemma) or _attends_a_school(verb, lemma):
        yield from _learning(verb, lemma, scene)
    if lemma not in activity_words().giving and not _gives_a_course(verb, lemma):
        return
    if lemma == "fly" and any(
        c.lemma_.lower() in activity_words().moving for c in grammar.direct_objects(verb)
    ):
        return  # "flies MiG-29 jets": its own
    giver = _giver(verb, lemma, scene)
    if lemma == "host" and giver.person is not None:
        return  # "hosted Kenyan officers at her residence"
    unknown = grammar.agent_of(verb) is None or (giver.person is not None and not giver.parties)
    if grammar.is_passive(verb) and unknown:
        yield from _received(verb, lemma, scene)
        return
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and not grammar.has_child(verb, "aux", "auxpass", "agent"):
        return  # "opened the barracks, |built with Norwegian funding": not by who opened it
    if not giver.parties or not (gives_help(verb, lemma) or _gives_a_course(verb, lemma)):
        return
    given = grammar.subject_of(verb) if grammar.is_passive(verb) else grammar.doer_of(verb)
    left, right = clause_with(verb, given)
    named = scene.named(left, right)
    fronted = [t.idx for t in grammar.prep_objects(verb, "in", "at") if t.i < verb.i]
    behind = (m.code for m in named if is_state(m.code) and (m.start > verb.idx or m.start in fronted))
    taught = _taught_people(verb, lemma, scene)
    if giver.collective:
        behind = (m.code for m in named if is_state(m.code) and m.start > verb.idx and m.form != "capital")
    owners = _named_before(verb, scene) if _is_serviced(verb, lemma) else ()
    others = unique(c for c in (*taught, *behind, *owners) if c not in giver.parties)
    others = _not_the_place(others, giver.parties, verb, scene) if not taught else others
    at_home = any(m.form == "capital" and m.code in giver.parties and m.start > verb.idx for m in named)
    taker = others if others or giver.collective or at_home else scene.other_side(verb, giver.parties)
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


def _giver(verb: Token, lemma: str, scene: Scene) -> Actor:
    """Who gives: who is named, else whose instructors or carriers they are."""
    giver = scene.doer(verb)
    if not giver.parties and lemma in activity_words().teaching:
        giver = _teachers_of(verb, scene)
    return giver if giver.parties or giver.person is not None else _carriers(verb, scene)


def _carriers(verb: Token, scene: Scene) -> Actor:
    """As in "*INS Ranvir* brought medicines", "two aircraft *of the Indian Air Force* ferried tents"."""
    doer = grammar.doer_of(verb)
    if doer is None or scene.analysis.person_of(doer) is not None:
        return NOBODY
    words = activity_words()
    carries = doer.pos_ == "PROPN" or doer.lemma_.lower() in words.forces | words.moving or is_model(doer)
    whose = scene.whose(doer) if carries else ()
    if doer.lemma_.lower() in {"hospital", "clinic"}:  # "field hospitals run by Chile"
        named = scene.named(doer.left_edge.i, doer.right_edge.i)
        whose = unique(m.code for m in named if is_state(m.code) and m.form != "capital")
    return Actor(whose, None, False, f"of {doer.text}") if len(whose) == 1 else NOBODY


def _not_the_place(
    others: tuple[str, ...], giver: tuple[str, ...], verb: Token, scene: Scene
) -> tuple[str, ...]:
    """As in "Canadian sappers taught mine clearance *in Poland*", told of Canada and Ukraine: the other of
    the two takes."""
    second = scene.other_of_pair(verb, giver)
    if not second or len(others) != 1 or others == second:
        return others
    places = (scene.analysis.party_of(t) for t in grammar.prep_objects(verb, "in", "at"))
    there = {m.code for m in places if m is not None}
    return second if others[0] in there else others


def _is_serviced(verb: Token, lemma: str) -> bool:
    """As in "flies MiG-29s *serviced by* Russian technicians"."""
    words, noun = activity_words(), verb.head
    goods = words.is_goods(noun.lemma_.lower()) or any(c.isdigit() for c in noun.text)
    return verb.dep_ == "acl" and lemma in words.servicing and goods


def _named_before(verb: Token, scene: Scene) -> tuple[str, ...]:
    """Who flies or sails what is serviced: the state named last before it."""
    named = scene.analysis.parties_in(verb.sent.start_char, verb.idx)
    return tuple(m.code for m in named[-1:] if is_state(m.code))


def _teachers_of(verb: Token, scene: Scene) -> Actor:
    """As in "Two teams of the 1st Brigade *advised Kenyan battalions*": by the other of the pair; "the
    mission *advises* them", told of a body and a state: by the body."""
    doer, pair = grammar.doer_of(verb), scene.actors.pair(verb.idx)
    bodies = tuple(code for code in pair if not is_state(code))
    if doer is not None and doer.lemma_.lower() == "mission" and len(bodies) == 1:
        return Actor(bodies, None, False, "the body whose mission it is")
    taught = _taught_people(verb, "teach", scene)
    if doer is None or scene.analysis.person_of(doer) is not None:
        return NOBODY
    teachers = activity_words().forces | {"specialist", "coach"}
    teaches = doer.pos_ == "PROPN" or doer.lemma_.lower() in teachers
    other = scene.other_of_pair(verb, taught) if teaches and taught else ()
    return Actor(other, None, False, "the other of the two") if other else NOBODY


def _guarding(verb: Token, lemma: str, scene: Scene) -> Iterator[Found]:
    """As in "Italian jets are guarding the airspace of *Bulgaria*"."""
    words = activity_words()
    led = [o for o in grammar.objects_of(verb) if o.lemma_.lower() in words.led]
    if lemma not in words.leading or not led or grammar.is_passive(verb):
        return
    giver = scene.doer(verb).parties or _carriers(verb, scene).parties
    named = (scene.named(o.left_edge.i, o.right_edge.i) for o in led)
    taker = unique(m.code for mentions in named for m in mentions if is_state(m.code) and m.code not in giver)
    if len(giver) == len(taker) == 1:
        left, right = clause_with(verb, grammar.doer_of(verb))
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/giving:{lemma}",
            provider=giver,
            recipient=taker,
            why="for the side that is named",
        )


def _taught_people(verb: Token, lemma: str, scene: Scene) -> tuple[str, ...]:
    """As in "train *Kenyan soldiers* before they go to Somalia": they take, wherever they go."""
    people = grammar.objects_of(verb) if lemma in activity_words().teaching else []
    named = (scene.named(o.left_edge.i, o.i) for o in people)
    return unique(m.code for mentions in named for m in mentions if is_state(m.code))


def _learning(verb: Token, lemma: str, scene: Scene) -> Iterator[Found]:
    """As in "Indonesian cadets have studied at the Australian Defence Force Academy"."""
    if lemma == "train" and grammar.direct_objects(verb):
        return  # "Danish instructors trained two battalions"
    learner = scene.doer(verb).parties or _learners(verb, scene)
    on_a_course = _attends_a_course(verb, lemma)
    words = _OF_COURSES if on_a_course else _OF_SCHOOLS
    places = grammar.prep_objects(verb, *words)
    objects = _with_what_they_measure(grammar.objects_of(verb))
    objects += [t for n in (verb, *objects) for t in grammar.prep_objects(n, "in")]
    places += [t for o in objects for t in grammar.prep_objects(o, *words)]
    places += [o for o in grammar.objects_of(verb) if o.lemma_.lower() in activity_words().schools]
    if lemma == "learn" or _begins_learning(verb, lemma):  # "learn to fly the jet in Texas"
        learnt = (c for c in verb.children if c.dep_ in {"xcomp", "dobj"})
        places += [t for c in learnt for t in grammar.prep_objects(c, *words)]
    schools = [m for t in places for m in scene.named(t.left_edge.i, t.right_edge.i)]
    if schools and {m.code for m in schools} <= set(learner):
        return  # "graduated from the Kenya Military Academy"
    host = unique(m.code for m in schools if m.code not in learner)
    if not host and on_a_course:
        right = clause_with(verb, None)[1]
        behind = scene.named(verb.i, right)
        host = unique(m.code for m in behind if is_state(m.code) and m.code not in learner)
    pair = scene.actors.pair(verb.idx)
    if len(host) > 1 and set(learner) < set(pair):  # "given by Danish and French instructors"
        host = tuple(code for code in host if code in pair)
    called = (p for t in places for p in (t, *grammar.prep_objects(t, "at", "in")))
    if not host and len(learner) == 1 and any(t.pos_ == "PROPN" or _is_its_own(t) for t in called):
        host = scene.other_of_pair(verb, learner)
    if len(learner) == 1 and len(host) == 1:
        left, right = clause_with(verb, grammar.doer_of(verb))
        why = "at the other side's school"
        if on_a_course and lemma in _ENDING and host == _meant_for(objects, scene):
            host, learner, why = learner, host, "who completes a course for the other side"
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/learning:{lemma}",
            provider=host,
            recipient=learner,
            why=why,
        )


def _meant_for(courses: list[Token], scene: Scene) -> tuple[str, ...]:
    """Kenya in "Danish instructors completed a course *for the Kenyan navy*": it learns, and they teach."""
    pupils = (t for course in courses for t in grammar.prep_objects(course, "for"))
    return unique(m.code for t in pupils for m in scene.named(t.left_edge.i, t.i) if is_state(m.code))


def _is_its_own(noun: Token) -> bool:
    """As in "passed through *its* courses": those of the one of whom is told."""
    return grammar.has_child(noun, "poss", words={"its", "their"})


def _learners(verb: Token, scene: Scene) -> tuple[str, ...]:
    """As in "a group of twenty *Lao* cadets completed their training"."""
    subject = grammar.subject_of(verb)
    if subject is None:
        return ()
    named = scene.named(subject.left_edge.i, subject.right_edge.i)
    return unique(m.code for m in named if is_state(m.code))


def _attends_a_course(verb: Token, lemma: str) -> bool:
    """As in "completed their training in Japan"."""
    words = activity_words()
    courses = (
        o for o in _with_what_they_measure(grammar.objects_of(verb)) if o.lemma_.lower() in words.courses
    )
    if _begins_learning(verb, lemma):
        return True
    took_part = lemma == "participate" or any(o.lower_ == "part" for o in grammar.objects_of(verb))
    if lemma in {"pass", "go", "be"} and any(
        t.lemma_.lower() in words.schools | words.courses for t in grammar.prep_objects(verb, "through")
    ):
        return True
    if took_part and not grammar.is_passive(verb):
        parts = [t for n in (verb, *grammar.objects_of(verb)) for t in grammar.prep_objects(n, "in")]
        own = (t for t in parts if not grammar.has_child(t, "prep", words={"of"}))
        return any(t.lemma_.lower() in words.courses - {"programme", "program"} for t in own)
    return lemma in words.attending_courses and not grammar.is_passive(verb) and any(courses)


def _begins_learning(verb: Token, lemma: str) -> bool:
    """As in "Kenyan officers *began training* at Indian academies", which the parser takes for a verb."""
    begun = (c for c in verb.children if c.dep_ in {"xcomp", "dobj"} and c.tag_ == "VBG")
    learns = (c.lemma_.lower() in {"train", "study"} and not grammar.objects_of(c) for c in begun)
    return lemma in {"begin", "start", "commence", "finish"} and any(learns)


def _with_what_they_measure(nouns: list[Token]) -> list[Token]:
    """As in "months of *training*", "a year of *study*"."""
    return [*nouns, *(t for n in nouns for t in grammar.prep_objects(n, "of"))]


def _attends_a_school(verb: Token, lemma: str) -> bool:
    """As in "have been attending the French war college"."""
    words = activity_words()
    schools = (o for o in grammar.objects_of(verb) if o.lemma_.lower() in words.schools)
    return lemma in words.attending_courses and not grammar.is_passive(verb) and any(schools)


def _gives_a_course(verb: Token, lemma: str) -> bool:
    """As in "Swedish experts *ran four courses* at the peacekeeping centre"."""
    words = activity_words()
    if any(t.lemma_.lower() in words.collaboration for t in grammar.prep_objects(verb, "in")):
        return False  # "a workshop was held in collaboration with FAO": both meet there
    taught = (
        o for o in grammar.objects_of(verb) if o.lemma_.lower() in words.courses | {"workshop", "seminar"}
    )
    if lemma in {"run", "staff", "lead"} and any(
        o.lemma_.lower() in words.schools for o in grammar.objects_of(verb)
    ):
        return True  # "Brazilian instructors run the school of the marines"
    return lemma in words.running_courses and any(taught)


def gives_help(verb: Token, lemma: str) -> bool:
    """Whether people are helped ("trained officers", "taught how to ..."), or a gift or a sum of money is
    among the objects."""
    if verb.dep_ in {"acl", "relcl"} and grammar.is_passive(verb):
        return _is_told_of_a_thing(verb, lemma)
    objects = [*grammar.objects_of(verb), *grammar.prep_objects(verb, "with")]
    objects += grammar.prep_objects(verb, "for") if lemma == "pay" else []
    objects += [t for o in objects for t in (*_measured(o), *_counted(o))]
    objects += [t for o in objects if o.lemma_.lower() in _LADEN for t in grammar.prep_objects(o, "with")]
    if lemma == "take":
        inside = any(c.dep_ == "prt" and c.lower_ == "in" for c in verb.children)
        return inside and any(o.lemma_.lower() in activity_words().taken_in for o in objects)
    if _hands_to_forces(verb, lemma):
        return any(t.lemma_.lower() not in activity_words().courtesies for t in grammar.objects_of(verb))
    if lemma == "instruct" and any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children):
        return False  # "instructed the officials to act"
    if lemma in activity_words().teaching:
        return bool(grammar.objects_of(verb)) or any(c.dep_ == "ccomp" for c in verb.children)
    if lemma in activity_words().helping or _treats_people(verb, lemma):
        return bool(objects) or any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children)
    if lemma in activity_words().building and any(
        o.lemma_.lower() in activity_words().works for o in objects
    ):
        return True
    if lemma in activity_words().giving_anything:
        return bool(grammar.objects_of(verb))
    if lemma == "host":
        return any(o.lemma_.lower() in activity_words().hosted for o in objects)
    return not _is_a_price(verb, lemma) and _gives_goods_or_money(lemma, objects)


def _is_a_price(verb: Token, lemma: str) -> bool:
    """As in "Belgrade *paid* 60 million euros", "pays 28,000 dollars a year to Japan"; not "paid for"."""
    return lemma == "pay" and not grammar.prep_objects(verb, "for", "into", "towards", "toward")


def _gives_goods_or_money(lemma: str, objects: list[Token]) -> bool:
    """As in "donated *trucks*", "granted *2 million euros*", "flew the *wounded* to Ankara"."""
    if _names_a_gift([t for o in objects for t in (o, *o.lefts)]):
        return True
    if lemma in activity_words().delivering and any(_is_make(o) for o in objects):
        return True
    if lemma in _CARRYING and any(o.lemma_.lower() in activity_words().needy for o in objects):
        return True
    grants = lemma in activity_words().granting
    return grants and any(find_amounts(grammar.phrase(o).text) for o in objects)


def _is_told_of_a_thing(verb: Token, lemma: str) -> bool:
    """As in "the bridge *built by* Japan", "one of which was *gifted*", "jets *serviced by* Chile"."""
    words = activity_words()
    if (lemma in words.giving_anything and _is_one_of_which(verb)) or _is_serviced(verb, lemma):
        return True
    return lemma not in _RUNNING and verb.head.lemma_.lower() in words.works


def _is_one_of_which(verb: Token) -> bool:
    """As in "the boats, *one of which* was gifted by Japan"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    return subject is not None and any(t.lower_ == "which" for t in grammar.prep_objects(subject, "of"))


def _treats_people(verb: Token, lemma: str) -> bool:
    """As in "Uzbek medics *treated* Tajik *soldiers*"."""
    people = activity_words().taken_in | activity_words().forces
    return lemma == "treat" and any(t.lemma_.lower() in people for t in grammar.objects_of(verb))


def _hands_to_forces(verb: Token, lemma: str) -> bool:
    """As in "presented propellers *to the Air Force*", "handed a simulator to the academy"."""
    if lemma not in {"present", "hand", "turn"}:
        return False
    words = activity_words()
    takers = words.handed_to | words.forces | words.schools
    return any(t.lemma_.lower() in takers for t in grammar.prep_objects(verb, "to"))


def _listed(noun: Token) -> list[Token]:
    """As in "two horses, ten *dogs* and *equipment*", however the parser hangs them."""
    beside = [c for c in noun.children if c.dep_ == "appos"]
    return [*noun.conjuncts, *(t for c in beside for t in (c, *c.conjuncts))]


def _measured(noun: Token) -> list[Token]:
    """As in "11 million dollars worth of *equipment*", "a shipment of *vehicles*"."""
    counts = noun.lemma_.lower() in activity_words().measures
    return [t for o in grammar.prep_objects(noun, "of") for t in (o, *o.lefts)] if counts else []


def _counted(noun: Token) -> list[Token]:
    """As in "close to 90 of the *slots*", "some of the *vehicles*", "the last of the *helicopters*"."""
    counts = noun.pos_ in {"NUM", "PRON", "DET"} or noun.like_num or noun.lower_ in _PORTIONS
    return grammar.prep_objects(noun, "of") if counts else []


def _is_make(noun: Token) -> bool:
    """As in "handed over two *Mirages*": things counted by their make."""
    return noun.pos_ == "PROPN" and noun.tag_ == "NNPS" and has_number(noun)


def _names_a_gift(tokens: Iterable[Token]) -> bool:
    return any(t.lemma_.lower() in activity_words().gifts or is_model(t) for t in tokens)


def _received(verb: Token, lemma: str, scene: Scene) -> Iterator[Found]:
    """As in "were handed over to the Philippine Navy", "are being trained in Japan": the giver is not the
    subject of the sentence, but the taker or the place is named."""
    subject = grammar.subject_of(verb)
    if subject is None:
        return
    if lemma in activity_words().teaching and not grammar.prep_objects(verb, "with", "alongside"):
        taker, giver = _taught(verb, subject, scene)
    elif lemma in activity_words().granting and _names_a_gift(grammar.direct_objects(verb)):
        taker, giver = scene.actors.resolve(subject).parties, ()
    elif _names_a_gift([subject, *subject.lefts, *_listed(subject), *_measured(subject), *_counted(subject)]):
        taker, giver = _handed_over(verb, subject, scene)
    elif lemma in activity_words().granting and find_amounts(grammar.phrase(subject).text):
        giver = tuple(code for code in reported_by(verb, scene.actors).parties if code != scene.analysis.home)
        taker = scene.other_side(verb, giver)
        if len(giver) != 1:
            return
    else:
        return
    giver = giver or scene.actors.others(verb.idx, taker)
    if not taker and len(giver) == 1 and lemma in activity_words().posting:
        taker = _where(verb, giver, scene) or scene.other_side(verb, giver)
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


def _where(verb: Token, giver: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """As in "are based in *Belize*", "deployed to Graf Ignatievo in *Bulgaria*"."""
    places = grammar.prep_objects(verb, "in", "at", "to")
    named = (scene.named(t.left_edge.i, t.right_edge.i) for t in places)
    return unique(m.code for mentions in named for m in mentions if is_state(m.code) and m.code not in giver)


_Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""Who takes and, where named, who gives."""


def _taught(verb: Token, subject: Token, scene: Scene) -> _Sides:
    """As in "Lao cadets are being trained in Viet Nam"."""
    taker = scene.side_of(subject)
    places = (scene.analysis.party_of(t) for t in grammar.prep_objects(verb, "in", "by", "at"))
    return taker, unique(m.code for m in places if m is not None and m.code not in taker)


def _handed_over(verb: Token, subject: Token, scene: Scene) -> _Sides:
    """As in "Japanese boats were handed over to the Philippine Navy"."""
    analysis = scene.analysis
    receivers = grammar.prep_objects(verb, "to")
    taker = unique(p for t in receivers for p in scene.actors.resolve(t).parties)
    owners = analysis.parties_in(*analysis.offsets(subject.left_edge.i, subject.right_edge.i))
    return taker, unique(m.code for m in owners if m.code not in taker)
