"""Predicates of commitment on their way: what is found, what stands in another's words, who spoke last."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.actors import NOBODY, Actor
from servanda.extract.found import Found, Scene
from servanda.extract.grammar.dependents import auxiliaries, first_child, has_child, without_openers
from servanda.extract.grammar.subjects import FINITE
from servanda.extract.speech import opening, reporter_of, spoken_for


class Undertaking(Found, frozen=True):
    """A predicate of commitment before it is checked; `why` tells how its act was settled where the
    trigger alone does not tell it."""

    act: str
    addressee: tuple[str, ...] = ()
    why: str = ""


class Talk(Scene):
    """A document as its commitments are read, in order of the text; it remembers who spoke last."""

    last_speaker: Actor = NOBODY

    def remember(self, found: Undertaking) -> None:
        """The one party that speaks may go on in sentences that name nobody."""
        if len(found.speaker.parties) == 1:
            self.last_speaker = found.speaker

    def speaker_of(self, verb: Token, doer: Token | None) -> Actor:
        """Who commits himself by a verb: the side of its doer, with the person who says it for that side."""
        return spoken_for(verb, self.actors.resolve(doer), self.actors)

    def speaker_going_on(self, verb: Token) -> Actor:
        """Who spoke last, when the sentence names nobody; never across a table that was left."""
        speaker = self.last_speaker
        if speaker.parties and set(speaker.parties) <= set(self.actors.frame(verb.idx)):
            return Actor(speaker.parties, None, False, f"goes on: {speaker.why}")
        return NOBODY

    def last_person(self, verb: Token) -> Actor:
        """The person who acted last before a sentence that reports on without naming who speaks."""
        return self.actors.acted_last(verb.sent.start_char)

    def addressee(self, verb: Token) -> tuple[str, ...]:
        """The parties of the person to whom a verb speaks: "assured *the minister* that", "*the chairman*, to
        whom he will hand"."""
        told_to = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
        if verb.dep_ == "relcl" and any(t.lower_ == "whom" for t in grammar.prep_objects(verb, "to")):
            told_to = [verb.head]
        told = (self.actors.resolve(c) for c in told_to)
        return next((actor.parties for actor in told if actor.person), ())


def outermost(found: Iterable[Undertaking]) -> list[Undertaking]:
    """Of predicates that lie one in another's content, the outer one; of equal content, the first."""
    kept: list[Undertaking] = []
    for one in sorted(found, key=lambda f: (f.left, -f.right, f.trigger.i)):
        if not any(_holds(other, one) for other in kept):
            kept = [o for o in kept if not one.left <= o.trigger.i <= one.right]
            kept.append(one)
    return sorted(kept, key=lambda f: f.trigger.i)


def _holds(outer: Undertaking, inner: Undertaking) -> bool:
    """Whether the outer one's content holds the trigger or the whole content of the inner one."""
    within = outer.left <= inner.left and inner.right <= outer.right
    return within or outer.left <= inner.trigger.i <= outer.right


def content_of(head: Token) -> tuple[int, int]:
    """Bounds of what is undertaken: what hangs on `head`, without the "that" or "to" that opens it."""
    return without_openers(head, head.left_edge.i), grammar.content_end(head)


def with_help_before(content: tuple[int, int], verb: Token) -> tuple[int, int]:
    """In "requested *assistance in these fields* to promote growth" the parser takes "to" for the content."""
    left, right = content
    helped = (
        c for c in verb.children
        if c.dep_ == "dobj" and verb.i < c.i < left and c.lemma_.lower() in act_words().help
    )  # fmt: skip
    noun = next(helped, None)
    return (noun.left_edge.i if noun is not None else left), right


def with_what_follows(content: tuple[int, int], verb: Token) -> tuple[int, int]:
    """In "reached consensus on key orientations *to foster the ties*" the parser hangs "to" on the verb, in
    "offered ten places *at its college*" the college."""
    left, right = content
    for child in verb.children:
        opens = child.left_edge.i == right + 1 and child.i > right
        if opens and verb.lemma_ == "offer" and child.dep_ == "prep" and child.lower_ in {"at", "in", "on"}:
            return left, grammar.trim_right(child.doc, child.i, child.right_edge.i)
        if opens and child.dep_ in {"xcomp", "advcl"} and any(c.tag_ == "TO" for c in child.children):
            return left, grammar.content_end(child)
    return content


def phrase_of(noun: Token) -> tuple[int, int]:
    """Bounds of a noun phrase that is what is undertaken: "technical support for its ports"."""
    return noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, noun.right_edge.i)


def opens_at(verb: Token, subject: Token | None) -> int:
    """Where the evidence begins: at the subject, else at the verb or its participle clause."""
    at = opening(verb, subject)
    return verb.left_edge.i if at == verb.i and verb.dep_ in {"advcl", "acl"} else at


def opens_at_report(verb: Token, left: int) -> int:
    """Where the evidence of a clause from token `left` on begins: at who reports it, when that stands before
    it."""
    reporter = reporter_of(verb)
    before = reporter is not None and reporter.i < left
    return opens_at(reporter, grammar.subject_of(reporter)) if reporter is not None and before else left


def less(whom: Actor, speaker: Actor) -> tuple[str, ...]:
    """The parties who are asked or told, less those that speak."""
    return tuple(p for p in whom.parties if p not in speaker.parties)


def is_denied(verb: Token) -> bool:
    """Whether nothing is undertaken: "did not pledge", "if Japan pledges"."""
    return grammar.is_negated(verb) or (grammar.is_conditional(verb) and not _is_under_a_condition(verb))


def _is_under_a_condition(verb: Token) -> bool:
    """As in "undertook to consult *if either is attacked*": the condition is part of what is undertaken."""
    inner = first_child(verb, "xcomp", after=verb.i)
    conditions = [c for c in verb.children if c.dep_ == "advcl" and has_child(c, "mark", words={"if"})]
    finite = verb.tag_ in FINITE and not auxiliaries(verb)
    return finite and inner is not None and bool(conditions) and all(c.i > inner.i for c in conditions)
