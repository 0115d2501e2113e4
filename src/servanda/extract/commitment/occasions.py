"""What is said to be open or due: "Kenyan officers were welcome to attend", "the time had come to train
together"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.clauses import is_of_other_kind
from servanda.extract.commitment.found import (
    Talk,
    Undertaking,
    content_of,
    opens_at_report,
)
from servanda.extract.found import is_joint
from servanda.extract.grammar.dependents import auxiliaries, behind, first_child, has_child
from servanda.extract.speech import reported_by, reporter_of

_OPEN = ("to", "at", "in", "on")


def welcome_to(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "Kenyan officers *were welcome* at its staff college, said Japan": an offer of who says so."""
    if verb.lemma_ != "be" or not has_child(verb, "acomp", words={"welcome"}) or grammar.is_unreal(verb):
        return None
    guests, reporter = grammar.subject_of(verb), reporter_of(verb)
    if guests is None or reporter is None:
        return None
    welcome = first_child(verb, "acomp")
    open_to = [w for t in (verb, welcome) if t is not None for w in _what_is_open(t)]
    host = reported_by(verb, talk.actors)
    whom = talk.actors.resolve(guests).parties
    are_people = guests.pos_ == "PRON" or guests.lemma_.lower() in actor_words().people | act_words().posted
    if not open_to or len(host.parties) != 1 or set(whom) & set(host.parties) or not (whom or are_people):
        return None
    left, right = grammar.clause_bounds(verb)
    opens = opens_at_report(verb, left)
    return Undertaking(verb, host, (left, right), opens, "commitment/adjective:welcome", "offer", whom)


def _what_is_open(word: Token) -> list[Token]:
    inner = first_child(word, "xcomp", after=word.i) or behind(word, *_OPEN)
    return [inner] if inner is not None else []


def high_time(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "said that *the time had come* to train together", "it was *time to* raise the partnership"."""
    time = _time_of(verb)
    if time is None or grammar.is_unreal(verb) or reporter_of(verb) is None:
        return None
    inner = next((i for w in (time, verb) if (i := first_child(w, "xcomp", "acl", "relcl", "advcl"))), None)
    if inner is None or inner.tag_ != "VB" or "to" not in auxiliaries(inner) or is_of_other_kind(inner):
        return None
    speaker = reported_by(verb, talk.actors)
    doer = first_child(inner, "nsubj")
    if not speaker.parties:
        return None
    left, right = content_of(inner)
    opens = opens_at_report(verb, grammar.clause_bounds(verb)[0])
    whom = talk.actors.resolve(doer)
    asked = bool(whom.parties) and not whom.collective and not set(whom.parties) & set(speaker.parties)
    act = "agree" if is_joint(speaker) else "request" if asked else "propose"
    addressee = whom.parties if asked else ()
    return Undertaking(verb, speaker, (left, right), opens, "commitment/high-time", act, addressee)


def _time_of(verb: Token) -> Token | None:
    """The *time* that "has come", is "ripe", or that "it is"."""
    times = act_words().times
    if verb.lemma_ == "come" and auxiliaries(verb) & {"has", "had", "'s", "’s"}:
        return next((c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in times), None)
    if verb.lemma_ != "be":
        return None
    ripe = has_child(verb, "acomp", words={"ripe", "right"})
    named = ("nsubj", "attr") if ripe else ("attr",)
    return next((c for c in verb.children if c.dep_ in named and c.lemma_.lower() in times), None)
