"""Lots: goods, people, money and works that go from one of two states to the other part by part, told of
themselves: "*The first two boats* will arrive in 2025", "*The rest* has been delivered", "Of the forty
places, *thirty* have been filled". Who gives is told by whose they are, by the place, by what was told of
them before, or not at all."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.lots import LotWords, lot_verbs, lot_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.goods import is_model
from servanda.extract.grammar.dependents import auxiliaries
from servanda.extract.lots_told import (
    Told,
    is_counted,
    is_counted_noun,
    is_of_a_share,
    is_posted,
    is_told_before,
    lot_told,
    opens_as_a_part,
)
from servanda.extract.lots_ways import AT, Lot, directed, role_in

_OF_PORTS = frozenset({"call", "calls", "visit", "visits"})
_LATELY = frozenset({"now", "again", "already", "since"})
_A_PAIR = 2
_PEOPLE = frozenset({"learners", "sent", "nationals"})


def lot_of(verb: Token, actors: Actors) -> Lot | None:
    """The lot of which `verb` tells what it does or what is done with it, if it is one."""
    lemma, words = verb.lemma_.lower(), lot_words()
    known = lemma in lot_verbs()
    if not known and (lemma in words.idle or not _may_tell_a_share(verb)):
        return None
    told = lot_told(verb, actors.analysis)
    if told is None or not _does(verb, told, words):
        return None
    if not (_is_part(verb, told) or _is_for_one(told, actors)):
        return None
    if _is_told_of_else(verb, lemma):
        return None
    pair = actors.pair(verb.idx)
    if len(pair) != _A_PAIR or not all(map(is_state, pair)):
        return None
    return directed(verb, told, pair, actors)


def _may_tell_a_share(verb: Token) -> bool:
    """Whether the clause opens with "of", or its subject counts or is told to be promised: any verb does."""
    if verb.left_edge.lower_ == "of" or verb.sent.root.lower_ == "of":
        return True
    subject = grammar.subject_of(verb)
    if subject is None:
        return False
    words = lot_words()
    return subject.pos_ == "NUM" or subject.lemma_.lower() in words.fractions or _is_promised(subject)


def _is_promised(subject: Token) -> bool:
    return any(
        c.dep_ in {"relcl", "acl"} and c.lemma_.lower() in lot_words().promised for c in subject.children
    )


def _does(verb: Token, told: Told, words: LotWords) -> bool:
    """Whether what is told of it is what such a lot does: "boats arrive", "a course begins"."""
    lemma = verb.lemma_.lower()
    passive = grammar.is_passive(verb)
    if told.kind in _PEOPLE and role_in(verb) is not None:
        return lemma == "become" or told.noun.tag_ == "NN"
    if lemma == "be" and not passive:
        due = [c for c in verb.children if c.dep_ == "acomp"]
        behind = (c for t in (verb, *due) for c in t.children if c.i > verb.i)
        if any(c.dep_ in {"xcomp", "advcl", "ccomp"} for c in behind):
            return False  # "is due to be handed over": the verb behind it tells that
        return _is_in_a_state(verb, told, words)
    if lemma in {"take", "change"} and not passive:  # "took up its duties", "has changed hands"
        return any(o.lemma_.lower() in words.taken for o in grammar.objects_of(verb)) or _parades(verb, told)
    if lemma in words.looked_for:
        return passive and _is_looked_for(verb, told)
    if _goes_on_again(verb, told):
        return True
    if (told.is_share or told.promised is not None) and lemma not in words.idle:
        return True
    if lemma == "take" and told.kind == "given":  # "ten places were taken up"; not "all seats were taken"
        return grammar.has_child(verb, "prt") or is_counted_noun(told.noun)
    kind = "people" if told.kind in _PEOPLE else told.kind
    done = {"goods": words.goods_done, "works": words.works_done, "given": words.given_done}
    does = {"goods": words.goods_do, "works": words.works_do, "given": words.given_do}
    return lemma in (done.get(kind, words.people_done) if passive else does.get(kind, words.people_do))


def _goes_on_again(verb: Token, told: Told) -> bool:
    """As in "the stalled projects *will resume*", "the rail project *is to be restarted*"."""
    halted = told.kind == "works" or told.noun.lemma_.lower() == "project"
    return halted and verb.lemma_.lower() in lot_words().resuming


def _is_looked_for(verb: Token, told: Told) -> bool:
    """As in "The handover of the boat *is planned* for June", "The cadets *are expected* in Oslo"."""
    moves = lot_words().moves
    if told.subject.lemma_.lower() in moves:
        return True
    if told.kind in _PEOPLE or told.kind == "goods":
        return bool(grammar.prep_objects(verb, "in", "at"))
    return told.noun.lemma_.lower() in moves


def _parades(verb: Token, told: Told) -> bool:
    """As in "a Kenyan platoon *took part in the parade*"."""
    parts = (t for o in (verb, *grammar.objects_of(verb)) for t in grammar.prep_objects(o, "in"))
    return told.kind in _PEOPLE and any(t.lemma_.lower() == "parade" for t in parts)


def _is_in_a_state(verb: Token, told: Told, words: LotWords) -> bool:
    """As in "are *here*", "is *back* from Oslo", "are *in Mombasa*"."""
    near = {c.lower_ for c in verb.children if c.dep_ in {"advmod", "acomp", "attr", "prt"}}
    if near & words.states and told.kind in {"goods", "works", "given"}:
        told_before = is_counted(told) or _is_told_before(told)
        opens = {"open"} if told.kind == "goods" else set()
        return told.kind == "works" or (told_before and bool(near & words.states - opens))
    if near & words.come and told.kind in _PEOPLE:
        return True
    if near & words.awaited:
        return is_counted(told) or told.kind in {"works", "given"} or _is_told_before(told)
    places = grammar.prep_objects(verb, *AT)
    if any(t.lemma_ == "way" for t in grammar.prep_objects(verb, "under")):
        return told.kind in {"works", "given"}
    places += [t for c in verb.children if c.lower_ in words.come for t in grammar.prep_objects(c, *AT)]
    there = any(p.pos_ == "PROPN" or p.lemma_.lower() in words.where for p in places)
    there = there or any(p.lemma_.lower() in words.sent for p in grammar.prep_objects(verb, "with"))
    lately = bool(near & _LATELY) and _is_told_before(told)
    return there and told.kind != "works" and (told.kind != "goods" or is_counted(told) or lately)


def _is_told_of_else(verb: Token, lemma: str) -> bool:
    """As in "*touched upon* the visit", "*go on* to serve", "joined them for the *exercise*"."""
    if lemma == "touch":
        return not grammar.has_child(verb, "prt", "advmod", words={"down"})
    if lemma in {"remain", "stay"} and grammar.has_child(verb, "xcomp", "acomp", "oprd", "attr"):
        return True  # "remains to be done", "will remain keen to help", "remains a promise"
    if lemma == "set":
        return not grammar.has_child(verb, "prt", "advmod", words={"aside", "up"})
    if lemma == "fly" and grammar.objects_of(verb):
        return True
    if lemma == "attend":
        return not any(o.lemma_.lower() in activity_words().courses for o in grammar.objects_of(verb))
    if lemma in {"go", "come"} and grammar.has_child(verb, "prt", words={"on", "up"}):
        return True
    left, right = grammar.clause_bounds(verb)
    elsewhere = activity_words().elsewhere_told
    if lemma in lot_words().marching:
        elsewhere = elsewhere - {"parade"}
    told = (t for t in verb.doc[left : right + 1] if t.lemma_.lower() in elsewhere)
    return any(t.lemma_.lower() != "port" or _is_of_a_call(t) for t in told)


def _is_of_a_call(port: Token) -> bool:
    """As in "a *port call*"; the boats that are in port may have come to stay."""
    return any(t.lower_ in _OF_PORTS for t in port.doc[port.i + 1 : port.i + 2])


def _is_part(verb: Token, told: Told) -> bool:
    """As in "*the first* boats", "*twelve* of them", "*50 Kenyan* engineers": one spoken of before, or
    counted; ships and officers without a count come on visits."""
    words, subject = activity_words(), told.subject
    lemma = (told.noun if told.noun.dep_ == "compound" else subject).lemma_.lower()
    if told.promised is not None or told.is_share or verb.lemma_ == "be" or _goes_on_again(verb, told):
        return True  # what is where, or ready, was asked before
    if _has_to_be_counted(verb, told):
        return is_counted(told) and not _come_on_a_visit(verb, told)
    if told.kind == "sent" and (
        is_posted(told.noun) or grammar.has_child(verb, "prep", "mark", words={"since"})
    ):
        return True
    counted = opens_as_a_part(subject) or is_of_a_share(subject) or _is_number(told) or _goes_ahead(subject)
    if counted or _were_bought(told) or _goes_to_be_mended(verb, told):
        return True
    stays = told.kind == "sent" and verb.lemma_.lower() in lot_words().staying
    moving = lemma in words.moving | words.visiting_people and not stays
    moving = (moving or is_model(subject)) and verb.lemma_ != "change"
    if told.kind == "learners" and verb.lemma_.lower() in words.travelling:
        return any(t.lemma_.lower() in words.courses | words.schooling for t in verb.subtree)
    if moving and told.kind == "goods" and grammar.is_passive(verb):
        return _is_told_before(told) and _is_handed(verb)
    if moving and told.kind != "learners":
        given = (c for c in subject.children if c.dep_ in {"acl", "relcl"})
        return any(c.lemma_.lower() in words.giving | words.vowing for c in given)
    if lemma == "party" and not grammar.has_child(subject, "amod", "compound", words={"advance"}):
        return False  # "the two parties will begin"
    if told.kind not in {"goods", "given"} or _is_told_before(told):
        return True
    return told.kind == "given" and is_counted(told)


def _goes_ahead(noun: Token) -> bool:
    """As in "*The advance party* came in April": of those who are to follow."""
    ahead = grammar.has_child(noun, "amod", "compound", words={"advance"})
    return noun.lemma_.lower() == "vanguard" or (ahead and noun.lemma_.lower() in lot_words().sent)


def _goes_to_be_mended(verb: Token, told: Told) -> bool:
    """As in "The boat came back *after a refit*", "goes to Kure *for an overhaul*": no visit."""
    if told.kind != "goods" or not _is_told_before(told):
        return False
    return any(t.lemma_.lower() in lot_words().mending for t in verb.subtree if t.i > verb.i)


def _is_number(told: Told) -> bool:
    """As in "*twelve* had been delivered", "*ten* radars"; ships and jets come on visits."""
    if told.subject.pos_ == "NUM":
        return True
    words, lemma = activity_words(), told.noun.lemma_.lower()
    travel = words.moving | lot_words().ships | words.visiting_people | {"party"}
    moving = lemma in travel or is_model(told.noun)
    return not moving and any(t.pos_ == "NUM" for t in told.noun.lefts)


def _is_handed(verb: Token) -> bool:
    """As in "the boat *was handed over*", "*will be refitted*": no ship does that on a visit."""
    words, lemma = activity_words(), verb.lemma_.lower()
    if lemma in words.servicing:
        return True
    ahead = grammar.is_planned(verb) or "would" in auxiliaries(verb)
    return not ahead and lemma in words.delivering | words.reported_of_things - {"replace", "withdraw"}


def _is_for_one(told: Told, actors: Actors) -> bool:
    """As in "Visas *for Kenyan officers* will be abolished"."""
    if told.kind != "given":
        return False
    inside = actors.analysis.offsets(told.subject.left_edge.i, told.subject.right_edge.i)
    return bool(actors.analysis.parties_in(*inside))


def _has_to_be_counted(verb: Token, told: Told) -> bool:
    """As in "*sixty* officials", "*four* Ukrainians", "*twelve* soldiers served beside them"."""
    words = lot_words()
    if told.noun.lemma_.lower() in words.only_counted:
        return True
    if told.kind == "nationals":
        return verb.lemma_ != "follow"
    return _are_many(told) and verb.lemma_ in words.when_counted


def _come_on_a_visit(verb: Token, told: Told) -> bool:
    """As in "a group of *officials arrived* in Colombo"; but sixty of them may have gone for training."""
    official = told.noun.lemma_.lower() in lot_words().only_counted
    return official and verb.lemma_ in {"arrive", "come", "reach", "land", "leave", "depart"}


def _are_many(told: Told) -> bool:
    return told.kind in _PEOPLE and told.noun.tag_ == "NNS"


def _is_told_before(told: Told) -> bool:
    """As in "*the* boats", "*the* vessel Simba"."""
    return any(map(is_told_before, (told.subject, told.noun)))


def _were_bought(told: Told) -> bool:
    """As in "*The three* jets landed", "*three* jets" where some were told before to be ordered; ships come
    on visits."""
    words, noun = lot_words(), told.noun
    flying = is_model(noun) or noun.lemma_.lower() in activity_words().moving - words.ships
    if not flying or not any(t.pos_ == "NUM" for t in noun.lefts):
        return False
    the = grammar.has_child(noun, "det", words={"the", "these", "all"})
    return the or any(t.lemma_.lower() in words.bought for t in noun.doc[: noun.sent.start])
