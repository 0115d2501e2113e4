"""Lines between two states, "direct flights between Delhi and Manila", "the ferry": told to run, or to be
going to."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.analysis import unique
from servanda.extract.grammar.dependents import auxiliaries

_FIRST = frozenset({"first", "maiden", "inaugural"})


def line_told(verb: Token) -> Token | None:
    """The line of "*flights* began", "opened *a direct service*", "there are *flights*", "are linked by
    *flights*", "*the first flight* landed"; the verb itself of "Air India *flies* between"."""
    words, lemma = activity_words(), verb.lemma_.lower()
    subject = grammar.subject_of(verb)
    if lemma in words.opening_services or lemma in words.running_lines:
        objects = [] if grammar.is_passive(verb) else grammar.objects_of(verb)
        near = objects or ([grammar.relative_antecedent(subject)] if subject is not None else [])
        line = next((thing for thing in near if is_line(thing)), None)
        if line is not None or lemma not in words.flying:
            return line
    if lemma == "be" and any(c.dep_ == "expl" for c in verb.children):
        return next((c for c in verb.children if c.dep_ == "attr" and is_line(c)), None)
    if lemma in words.linking:
        by = [grammar.agent_of(verb)] if grammar.is_passive(verb) else [subject]
        by += grammar.prep_objects(verb, "by", "through", "via")
        return next((thing for thing in by if thing is not None and is_line(thing)), None)
    if subject is None:
        return None
    if lemma in words.arriving | words.leaving and is_line(subject):
        return subject if grammar.has_child(subject, "amod", words=_FIRST) else None
    carrier = {t.lower_ for t in subject.subtree} & words.carriers
    return verb if lemma in words.flying and carrier and not grammar.is_passive(verb) else None


def is_between(verb: Token, line: Token, pair: tuple[str, ...], actors: Actors) -> bool:
    """Whether the clause tells both ends of the line, which are the two at the table: by the places, or as
    "the two countries"."""
    left, right = grammar.clause_bounds(verb)
    left, right = min(left, line.left_edge.i), max(right, line.i)
    named = actors.analysis.parties_in(*actors.analysis.offsets(left, right))
    ends = unique(m.code for m in named if is_state(m.code))
    if len(pair) != 2 or not set(ends) <= set(pair):
        return False
    clause = [t.lower_ for t in verb.doc[left : right + 1]]
    of_the_two = {"two", "both"} & {*clause} and {"countries", "capitals", "states", "nations"} & {*clause}
    return bool(of_the_two) or len(ends) == len(pair)


def is_opening(verb: Token) -> bool:
    """As in "*opened* a service", "*began*", "will *fly* from May"; not "flights *will help* trade"."""
    words, lemma = activity_words(), verb.lemma_.lower()
    return lemma in words.opening_services | words.running_lines | words.linking | {"be"}


def is_running(verb: Token) -> bool:
    """Whether it tells that the line has come to be: "began", "have been linked *since*", "*now* flies"."""
    words, lemma = activity_words(), verb.lemma_.lower()
    if lemma in words.opening_services | words.arriving | words.leaving:
        return True
    lately = {"since", "now", "again", "already"} & {t.lower_ for t in verb.subtree}
    return bool(lately) and not {"not", "no"} & {*auxiliaries(verb), *(c.lower_ for c in verb.children)}


def is_line(thing: Token) -> bool:
    """As in "*flights*", "a *number* of flights", "its direct *service*"; not "a memorial *service*"."""
    words, lemma = activity_words(), thing.lemma_.lower()
    told = {t.lower_ for t in thing.subtree}
    if lemma in words.only_lines:
        return True
    if lemma in words.lines and bool(told & words.of_lines):
        return not told & words.mourning
    counts = lemma in words.measures | words.parts_of
    return counts and any(is_line(t) for t in grammar.prep_objects(thing, "of"))
