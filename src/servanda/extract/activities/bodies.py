"""Bodies that two sides have set up: "a joint working group was established", "launched a working group"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.analysis import unique

_CLAUSES = frozenset({"acl", "relcl"})
_A_PAIR = 2


def set_up(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "In March the two countries *launched* a working group", "the joint committee *was set up* in
    March", "the working group, *established* in March, has met twice"."""
    lemma = verb.lemma_.lower()
    if lemma not in activity_words().founding or verb.tag_ not in {"VBD", "VBN"}:
        return
    body = _body(verb)
    if (
        body is None
        or not _is_shared(body)
        or (lemma == "set" and not grammar.has_child(verb, "prt", words={"up"}))
    ):
        return
    parties = _founders(verb, body, scene)
    if len(parties) == _A_PAIR:
        left, right = clause_with(verb, body)
        rule = f"activity/set-up:{lemma}"
        yield Found(trigger=verb, left=left, right=right, rule=rule, parties=parties, why="a body of both")


def _body(verb: Token) -> Token | None:
    """What is set up: the object, the subject of a passive, or the noun that a clause of it stands on."""
    if verb.dep_ in _CLAUSES:
        told = [verb.head]
    elif grammar.is_passive(verb):
        told = [c for c in verb.children if c.dep_ == "nsubjpass"]
    else:
        told = grammar.objects_of(verb)
    return next((noun for noun in told if noun.lemma_.lower() in activity_words().bodies), None)


def _is_shared(body: Token) -> bool:
    """ "a *joint* committee", "a *working* group": bodies that states have with each other."""
    return any(c.lower_ in activity_words().of_a_body for c in body.lefts)


def _founders(verb: Token, body: Token, scene: Scene) -> tuple[str, ...]:
    """The two named with the body, who set it up, or who sit at the table; none where one does it alone."""
    named = unique(m.code for m in scene.named(body.left_edge.i, body.right_edge.i) if is_state(m.code))
    doers = scene.doer(verb).parties
    if len(doers) == 1 or len(named) == 1:
        return ()
    if verb.dep_ not in _CLAUSES and not grammar.is_passive(verb) and not doers and not _are_of_both(verb):
        return ()
    both = next((p for p in (named, doers) if len(p) == _A_PAIR), ())
    return both or (() if _is_of_one_side(body) else _at_the_table(verb, scene))


def _are_of_both(verb: Token) -> bool:
    """As in "*the chambers of commerce* founded a business council": bodies of which each side has one."""
    doer = grammar.subject_of(verb)
    if doer is None or doer.tag_ != "NNS" or doer.lemma_.lower() not in {"chamber", "ministry"}:
        return False
    return any(t.lower_ in {"the", "both", "two", "their"} for t in doer.lefts)


def _is_of_one_side(body: Token) -> bool:
    """As in "a group *of the ministry*", "a cell *within the police*"; not "of the two ministries"."""
    homes = grammar.prep_objects(body, "of", "in", "within", "under", "at", "inside")
    return any(t.lemma_.lower() in activity_words().of_one_side and t.tag_ in {"NN", "NNP"} for t in homes)


def _at_the_table(verb: Token, scene: Scene) -> tuple[str, ...]:
    """The two of whom the text tells, where the sentence names nobody else, nor only one of them: "*In Peru*,
    a joint committee was set up", "a joint group *with Norway* was set up". In their capitals they meet."""
    pair = scene.actors.pair(verb.idx)
    named = scene.named(verb.sent.start, verb.sent.end - 1)
    told = {m.code for m in named if m.form != "capital" or m.code not in pair}
    return pair if not told or told == set(pair) else ()
