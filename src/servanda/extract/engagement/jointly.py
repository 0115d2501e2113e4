"""What people of two states do together without a meeting being told: "The two ministers then flew to
Lossiemouth", "toured the shipyard with President X", "unveiled a bust"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import NOBODY, Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of
from servanda.model.facts import EngagementType

_TAKEN = frozenset({"show", "brief", "fly", "drive", "guide"})
"""What is done to two guests at once."""
_WISHING = frozenset(
    {"agree", "decide", "want", "wish", "commit", "seek", "aim", "hope", "increase", "continue", "need"}
)
"""Verbs over what two may yet do."""
_WATCHING = frozenset({"watch", "observe"})
_BEGINNING = frozenset({"open", "launch", "begin", "start"})
_PAIR = 2
_MOST = 4
_TO = ("to", "into", "onto", "through", "across", "around", "along", "aboard", "over", "in", "at")
_COMPANY = ("with", "alongside")
_ACCOMPANIED = frozenset({"accompany", "join", "flank", "escort"})


def tells_of_doing_together(scene: Scene, verb: Token) -> bool:
    """ "flew to", "toured", "boarded", "unveiled a bust", told of people of two states."""
    if verb.dep_ in {"amod", "compound", "acl"} or _kind(scene, verb) is None:
        return False
    if grammar.is_passive(verb) and lemma_of(verb) not in _TAKEN:
        return False
    if verb.tag_ == "VB" and lemma_of(verb.head) in _WISHING and verb.dep_ in {"xcomp", "ccomp", "conj"}:
        return False  # "agreed to explore production together"
    return len(_doers(scene, verb).parties) > 1


def did_together(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """A journey or tour of both; a ceremony of both; talks that both open."""
    kind, both = _kind(scene, verb), _doers(scene, verb)
    if kind is None or grammar.is_unreal(verb):
        return
    telling = Telling(verb, *scene.clause(verb, grammar.subject_of(verb)))
    told = make(scene, kind, f"together:{lemma_of(verb)}", telling, [both])
    where = next((code for goal in _goals(scene, verb) if (code := scene.country_of(goal))), None)
    visitors = tuple(code for code in told.parties if code != where) if kind == "visit" else ()
    parties = unique([*told.parties, where if kind == "visit" else None])
    yield msgspec.structs.replace(told, parties=parties, visitor=visitors, country=where)


def _kind(scene: Scene, verb: Token) -> EngagementType | None:
    """ "flew to Oslo", "toured the yard": a visit; "planted a tree": a ceremony; None for anything else."""
    words, lemma = scene.words.visits, lemma_of(verb)
    if lemma in words.moving_together and _goals(scene, verb):
        return "visit"
    if lemma in {"show", "brief"} and grammar.is_passive(verb):
        return "visit"
    if lemma in words.touring_together and any(_is_thing(scene, c) for c in grammar.objects_of(verb)):
        return "visit"
    if lemma in _WATCHING and _are_at_work(scene, verb):
        return "visit"
    begun = scene.words.meetings.begun_together
    begins = lemma in _BEGINNING and verb.tag_ == "VBD"
    opened = [c for c in grammar.objects_of(verb) if lemma_of(c) in begun]
    if begins and any(lemma_of(c) != "work" or _is_at_a_place(c, verb) for c in opened):
        return "meeting"
    addressed = scene.words.meetings.addressed_together.get(lemma)
    if addressed is not None and any(lemma_of(c) in addressed for c in _whom(verb)):
        return "meeting"
    done = scene.words.ceremonies.done_together.get(lemma)
    if done is not None and any(lemma_of(c) in done for c in grammar.objects_of(verb)):
        return "ceremony"
    return None


def _are_at_work(scene: Scene, verb: Token) -> bool:
    """ "watched |paratroopers come down|", "watched K9 |howitzers| fire": they stood in the
    field, and looked at no screen."""
    watched = [s for c in verb.children if c.dep_ == "ccomp" and (s := grammar.subject_of(c)) is not None]
    for thing in grammar.objects_of(verb):
        watched += [c for c in thing.lefts if c.dep_ in {"compound", "nmod"} and c.tag_ == "NNS"]
    return any(t.i > verb.i and lemma_of(t) in scene.words.visits.seen_at_work for t in watched)


def _is_at_a_place(work: Token, verb: Token) -> bool:
    """ "launched the |work| at the headquarters near Bergen": where they stood when they did so, else it
    may be begun by others."""
    behind = [t for t in verb.subtree if t.i > work.i and t.dep_ == "pobj" and t.head.lower_ == "at"]
    behind += grammar.prep_objects(verb, "in")
    return any(t.pos_ == "PROPN" for place in behind for t in place.subtree)


def _whom(verb: Token) -> list[Token]:
    """ "addressed |the press|", "talked to |soldiers|"."""
    return [*grammar.objects_of(verb), *grammar.prep_objects(verb, "to", "with", "before")]


def _goals(scene: Scene, verb: Token) -> list[Token]:
    """ "flew |to Oslo|", "walked |through the temple|", "went on |to the range|"."""
    if lemma_of(verb) in scene.words.visits.touring_together:
        things = [c for c in verb.children if c.dep_ == "dobj"]
        near = (t for word in (verb, *things) for t in grammar.prep_objects(word, "in", "at", "near", "of"))
        return [*things, *near]
    onward = [
        c
        for c in verb.children
        if c.dep_ in {"advmod", "prt", "prep"} and c.lower_ in scene.words.visits.onward
    ]
    goals = [t for word in (verb, *onward) for t in grammar.prep_objects(word, *_TO)]
    goals += [t for goal in goals for t in grammar.prep_objects(goal, "of")]
    return [t for t in goals if (t.pos_ == "PROPN" or _is_thing(scene, t)) and not scene.is_in_a_date(t)]


def _is_thing(scene: Scene, noun: Token) -> bool:
    """What stands or lies somewhere and can be seen: a name, a base, a ship, an exhibition."""
    words, lemma = scene.words, lemma_of(noun)
    if scene.analysis.person_of(noun) is not None or noun.pos_ == "PRON":
        return False
    if noun.pos_ == "PROPN":
        return True
    seen = (words.ceremonies.built, words.visits.sights, words.visits.seen_together, words.exercises.ships)
    return any(lemma in things for things in seen)


def _doers(scene: Scene, verb: Token) -> Actor:
    """People of two states: "the two ministers", "X and Y", "X, accompanied by Y,", "X together with Y"."""
    subject = grammar.subject_of(verb)
    if subject is None or subject.i > verb.i:
        return NOBODY
    one = scene.actors.resolve(subject)
    if _is_of_both(scene, subject, one):
        return one
    joined = _named_side_by_side(scene, subject) or _he_and_another(scene, subject, one)
    if len(joined) > 1:
        return Actor(joined, None, True, "named side by side")
    if one.person is None or len(one.parties) != 1:
        return NOBODY
    named = [a for t in _company(verb, subject) if (a := scene.actors.resolve(t)).person is not None]
    states = unique([*one.parties, *(code for a in named for code in a.parties if is_state(code))])
    return Actor(states, one.person, True, "together") if len(states) > 1 else NOBODY


def _named_side_by_side(scene: Scene, subject: Token) -> tuple[str, ...]:
    """ "Minister X of Peru |and| Minister Y of Chile", whichever word the parser hangs the second on."""
    words = subject.doc[subject.left_edge.i : subject.right_edge.i + 1]
    if all(t.lower_ not in {"and", "&"} for t in words):
        return ()
    people = scene.names(subject.left_edge.i, subject.right_edge.i)
    return unique(person.party for person in people if person.party and is_state(person.party))


def _he_and_another(scene: Scene, subject: Token, one: Actor) -> tuple[str, ...]:
    """ "|he and Prime Minister X| opened the park": he is of the other of two states than X."""
    if subject.lower_ not in {"he", "she"} or len(grammar.with_conjuncts(subject)) != _PAIR:
        return ()
    pair = scene.actors.pair(subject.idx)
    return pair if len(one.parties) == 1 and set(one.parties) <= set(pair) else ()


def _is_of_both(scene: Scene, subject: Token, actor: Actor) -> bool:
    """Two or a few who sit at a table, or who are named; "they" only of two told before."""
    states = [code for code in actor.parties if is_state(code)]
    if not _PAIR <= len(states) <= _MOST or len(states) < len(actor.parties):
        return False
    if subject.lower_ in {"they", "we", "both", "all"}:
        return _are_two_people(scene, subject)
    if actor.collective and len(grammar.with_conjuncts(subject)) == 1:
        return subject.lower_ not in scene.words.visits.no_travellers and bool(
            scene.actors.table(subject.idx)
        )
    parts = grammar.with_conjuncts(subject)
    words, people = actor_words(), scene.words.meetings.holders
    seats = people | words.guests | words.hosts | words.counterparts | {"he", "she"}
    return all(lemma_of(t) in seats or scene.analysis.person_of(t) is not None for t in parts)


def _are_two_people(scene: Scene, pronoun: Token) -> bool:
    """ "they", behind a sentence whose subject is people of two states: "X met Y. They then flew"."""
    before = scene.analysis.sentence_before(pronoun.idx)
    if before is None or not scene.actors.table(pronoun.idx):
        return False
    named = {p.party for _, p in scene.analysis.names_in(before.start_char, before.end_char) if p.party}
    subject = grammar.subject_of(before.root)
    both = subject is not None and scene.actors.resolve(subject).collective
    return len(named) == _PAIR or both


def _company(verb: Token, subject: Token) -> list[Token]:
    """ "|with| President X", "|together with| X", "|along with| X", "|accompanied by| X"."""
    near = (*verb.children, *subject.children)
    beside = [c for c in near if c.lower_ in {"together", "along", "alongside", "jointly"}]
    found = [t for word in (verb, subject, *beside) for t in grammar.prep_objects(word, *_COMPANY)]
    deeper = (t for c in verb.children if c.dep_ == "dobj" for t in c.subtree if t.lower_ in _COMPANY)
    found += [t for link in deeper for t in link.children if t.dep_ == "pobj"]
    for clause in (*verb.children, *subject.children):
        if lemma_of(clause) in _ACCOMPANIED and clause.tag_ == "VBN" and clause.dep_ in {"advcl", "acl"}:
            agent = grammar.agent_of(clause)
            found += grammar.with_conjuncts(agent) if agent is not None else []
    return found
