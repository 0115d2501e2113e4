"""Who says a clause or noun phrase: the speaker of a verb, looked for through participles and reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import NOBODY, Actor, Actors
from servanda.extract.found import same_side
from servanda.extract.grammar.dependents import has_child, without_openers
from servanda.extract.quotations import end_of_speaker

_OPENERS = frozenset({"that", ",", "and"})
_PLAIN = frozenset({"clear", "known", "plain"})
_CLOSE = 60
"""So many tokens may stand between a subject and its verb for the subject to open the evidence."""


def reporter_of(verb: Token) -> Token | None:
    """The verb of saying under whose "that" the clause stands, or that is put in ("..., he said, ...")."""
    return _reporter_above(verb) or _reporter_beside(verb)


def reported_by(verb: Token, actors: Actors) -> Actor:
    """Who says the clause of `verb`, when a verb of saying reports it, or "according to" tells it."""
    reporter = reporter_of(verb)
    if reporter is None:
        view = view_of(verb, actors)
        return NOBODY if view is None else view.speaker
    return all_who_say(reporter, actors) or actors.resolve(grammar.subject_of(reporter))


def spoken_for(verb: Token, speaker: Actor, actors: Actors) -> Actor:
    """The side that a clause names, with the person who says it for that side: "*Mr Lund* said that Norway
    wanted to help", "Mr Lund: Norway is boosting its aid"."""
    said_by = NOBODY
    if speaker.parties and speaker.person is None:
        said_by = actors.quoted(verb) if end_of_speaker(verb) is not None else reported_by(verb, actors)
    if said_by.person and same_side(said_by, speaker):
        return Actor(said_by.parties, said_by.person, False, said_by.why)
    return speaker


def all_who_say(verb: Token, actors: Actors) -> Actor | None:
    """As in "*It was stressed* that", "*there was agreement* that": all at the table, where some certainly
    sit together."""
    subject = grammar.subject_of(verb)
    impersonal = subject is not None and subject.lower_ == "it" and grammar.is_passive(verb)
    impersonal = impersonal or tells_accord(verb)
    if not impersonal or grammar.agent_of(verb) is not None:
        return None
    table = actors.table(verb.idx)
    return Actor(table, None, True, "said without naming who: all at the table") if table else NOBODY


def speaker_of(verb: Token, actors: Actors) -> tuple[Actor, Token | None]:
    """Who says what a verb of saying, valuing or wishing says, and the token that names the speaker."""
    doer = None if tells_accord(verb) else grammar.doer_of(verb)
    if doer is None:
        everybody = all_who_say(verb, actors)
        return (everybody, grammar.subject_of(verb)) if everybody is not None else (NOBODY, None)
    actor = actors.resolve(doer)
    if actor.parties and actor.person is None:
        said_by = reported_by(verb, actors)
        if said_by.person and same_side(said_by, actor):
            return said_by, doer
    return actor, doer


def opening(verb: Token, subject: Token | None) -> int:
    """Token index where evidence begins: at the subject when it stands shortly before the verb in the
    same sentence, else at the verb; so also of the second of two verbs joined by "and"."""
    if subject is None or subject.sent != verb.sent or subject.i >= verb.i:
        return verb.i
    if verb.dep_ == "conj" and subject.i < verb.head.i < verb.i:
        return verb.i
    left = subject.left_edge.i
    return left if verb.i - left < _CLOSE else verb.i


def tells_accord(verb: Token) -> bool:
    """As in "*there was* agreement that", "*views converged* on"."""
    if verb.lemma_ in {"converge", "coincide"}:
        return any(
            c.lemma_ in {"view", "position", "opinion"} and not has_child(c, "poss") for c in verb.lefts
        )
    there = has_child(verb, "expl") and verb.lemma_ == "be"
    return there and any(c.dep_ == "attr" and c.lemma_ in stance_words().accord for c in verb.children)


class ReportedClause(NamedTuple):
    """A clause that a side is reported to say: who says it, its token bounds, where the evidence begins."""

    speaker: Actor
    content: tuple[int, int]
    opens: int


def reported_clause(verb: Token, reporter: Token, actors: Actors) -> ReportedClause:
    """The clause of `verb` under its verb of saying, without the "that" that opens it."""
    speaker, subject = speaker_of(reporter, actors)
    left, right = grammar.clause_bounds(verb)
    left = without_openers(verb, left, _OPENERS)
    opens = min(opening(reporter, subject), left) if reporter.i < left else left
    return ReportedClause(speaker, (left, right), opens)


def view_of(verb: Token, actors: Actors) -> ReportedClause | None:
    """As in "For *Mr Lund*, the pact strengthens the ties", "According to *Ms Reis*, the ties are close", "In
    *his* opinion, the ties are close", "In the words *of Mr Lund*, ..."; also in the midst of the clause and
    behind it: "The ties, in *his* view, are close", "The ties are close, according to *Ms Reis*"."""
    told = next(_holders_of_views(verb), None) if verb.dep_ == "ROOT" else None
    if told is None:
        return None
    opener, holder = told
    speaker = actors.resolve(holder)
    left, right = grammar.clause_bounds(verb)
    first = verb.sent[0]
    if speaker.person is None:
        return None
    if opener.i == first.i:
        comma = next((t.i for t in verb.doc[holder.i : verb.i] if t.text == ","), None)
        return None if comma is None else ReportedClause(speaker, (comma + 1, right), first.i)
    if opener.nbor(-1).text != "," or opener.lower_ == "for":
        return None
    return ReportedClause(speaker, (left, opener.i - 2 if opener.i > verb.i else right), left)


def _holders_of_views(verb: Token) -> Iterator[tuple[Token, Token]]:
    """The word that opens a view, and whose view it is."""
    told = stance_words().views | {"word"}
    for opener in verb.children:
        holders: list[Token] = []
        if opener.lower_ == "according":
            holders = grammar.prep_objects(opener, "to")
        elif opener.dep_ == "prep" and opener.lower_ == "for":
            holders = [c for c in opener.children if c.dep_ == "pobj" and c.i < verb.i]
        elif opener.dep_ == "prep" and opener.lower_ == "in":
            views = [c for c in opener.children if c.lemma_ in told]
            holders = [c for view in views for c in view.lefts if c.dep_ == "poss"]
            holders += [t for view in views for t in grammar.prep_objects(view, "of")]
        yield from ((opener, holder) for holder in holders)


def _reporter_above(verb: Token) -> Token | None:
    """As in "Japan said that it *would help*", "made clear that it *would help*", through joined verbs."""
    current = verb
    for _ in range(4):
        head = current.head
        told = current.dep_ == "advcl" and has_child(current, "mark", words={"that"})
        if (told or current.dep_ in {"ccomp", "xcomp"}) and head.pos_ in {"VERB", "AUX"}:
            if _reports(head) or _is_considered(current, head):
                return head
        elif current.dep_ in {"acl", "ccomp", "relcl"} and _is_view(head):
            return head.head if head.dep_ != "pobj" else head.head.head
        elif current.dep_ != "conj":
            return None
        current = head
    return None


def _is_considered(clause: Token, verb: Token) -> bool:
    """As in "considered *that it was good*", not "considered buying it"."""
    convinced = verb.lower_ in {"convinced", "persuaded"} and has_child(verb, "auxpass")
    weighed = verb.lemma_ in {"consider", "judge", "find", "assess", "estimate"}
    return (convinced or weighed) and has_child(clause, "mark", words={"that"})


def _is_view(word: Token) -> bool:
    """As in "shared the *assessment* that", "is *confident* that", "made *clear* that"."""
    above, words = word.head, stance_words()
    if word.lemma_ in words.views:
        of = word.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_ == "be"
        return above.lemma_ in words.holding_views or of
    if word.dep_ == "attr" and word.lemma_ in words.accord:
        return tells_accord(above)
    if word.lower_ in words.convinced:
        return above.lemma_ == "be"
    return word.lower_ in _PLAIN and above.pos_ == "VERB"


def _reporter_beside(verb: Token) -> Token | None:
    """As in "Japan, *he said*, would help", "They are neighbours, *he said*, and a way must be found"."""
    reports = act_words().report
    joined = verb.dep_ == "conj" and grammar.has_subject(verb)
    before = (c for c in verb.head.children if joined and c.dep_ == "parataxis" and c.i < verb.i)
    asides = [c for c in verb.children if c.dep_ in {"parataxis", "ccomp"}]
    said = (a for a in (*asides, *before) if a.lemma_.lower() in reports)
    return next((a for a in said if not has_child(a, "mark")), None)


def _reports(verb: Token) -> bool:
    """As in "said", "made clear"."""
    if verb.lemma_.lower() in act_words().report:
        return True
    return verb.lemma_ == "make" and any(c.lower_ in _PLAIN for c in verb.children)
