"""Backing of the other side: "France supports Kenya's peace efforts", "is stepping up its support for Kenya".
All are pledges (guidelines, borderline case 9)."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.clauses import is_under_way, raises_own_help
from servanda.extract.commitment.found import Talk, Undertaking, is_denied, opens_at, phrase_of
from servanda.extract.grammar.dependents import first_child
from servanda.extract.speech import reporter_of

_NEAR = 5


def backing_of_the_other(verb: Token, talk: Talk) -> Undertaking | None:
    """What a side says that it backs: an effort, bid or policy of the other one."""
    policy = _policy_backed(verb)
    if policy is None or is_denied(verb):
        return None
    doer = grammar.subject_of(verb)
    speaker = talk.speaker_of(verb, doer)
    if len(speaker.parties) != 1:
        return None
    theirs = _owners_of(policy, talk.actors)
    if len(theirs) != 1 or theirs == speaker.parties:
        return None
    return Undertaking(
        trigger=verb,
        speaker=speaker,
        content=phrase_of(policy),
        opens=opens_at(verb, doer),
        rule=f"commitment/backing:{verb.lemma_.lower()}",
        act="pledge",
        addressee=theirs,
        why="backing of what the other side strives for",
    )


def stands_by_the_other(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "Norway *stands with* Ukraine", "*stands behind* its friends": backing of the other."""
    praised_before = verb.dep_ == "conj"  # "is a valued partner, and we stand with it"
    if verb.lemma_ != "stand" or verb.tag_ not in {"VBZ", "VBP"} or praised_before or is_denied(verb):
        return None
    reporter = reporter_of(verb)
    if reporter is not None and act_words().verb_act(reporter.lemma_.lower()) is not None:
        return None
    near = [t for t in verb.doc[verb.i : verb.i + _NEAR] if t == verb or t.lower_ == "shoulder"]
    stood_by = [n for t in near for n in grammar.prep_objects(t, "with", "by", "behind", "alongside")]
    doer = grammar.subject_of(verb)
    speaker = talk.speaker_of(verb, doer)
    theirs = tuple(p for n in stood_by for p in _backed(n, talk.actors) if p not in speaker.parties)
    if len(speaker.parties) != 1 or not theirs:
        return None
    left, right = grammar.clause_bounds(verb)
    opens = opens_at(verb, doer)
    return Undertaking(verb, speaker, (left, right), opens, "commitment/backing:stand", "pledge", theirs[:1])


def _backed(noun: Token, actors: Actors) -> tuple[str, ...]:
    """As in "with *Ukraine*", "with the people *of Ukraine*"."""
    return actors.resolve(noun).parties or actors.resolve(grammar.possessor_of(noun)).parties


def support_raised(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "Japan is *boosting its support* for Kenya", "was stepping up its aid": more of it is to come."""
    if not raises_own_help(verb) or is_denied(verb):
        return None
    doer = grammar.subject_of(verb)
    speaker = talk.speaker_of(verb, doer)
    if len(speaker.parties) != 1 or doer is None:
        return None
    left, right = doer.left_edge.i, grammar.clause_bounds(verb)[1]
    rule = f"commitment/raising:{verb.lemma_.lower()}"
    return Undertaking(verb, speaker, (left, right), left, rule, "pledge", why="more of the own help")


def _policy_backed(verb: Token) -> Token | None:
    """As in "supports the *efforts* of Kenya", "values the *initiatives* of Kenya and supports them"; told of
    now, or as somebody says it."""
    words = act_words()
    told = verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBD" and reporter_of(verb) is not None)
    if verb.lemma_.lower() not in words.backing or not (told or is_under_way(verb)):
        return None
    backed = first_child(verb, "dobj")
    if backed is not None and backed.lower_ in {"it", "them", "this", "these"} and verb.dep_ == "conj":
        before = verb.head
        named = [c for c in before.children if c.dep_ == "dobj"]
        named += [t for n in (before, *named) for t in grammar.prep_objects(n, "to", "for", "of")]
        backed = next((n for n in named if n.lemma_.lower() in words.policies), None)
    return backed if backed is not None and backed.lemma_.lower() in words.policies else None


def _owners_of(policy: Token, actors: Actors) -> tuple[str, ...]:
    """The one party whose policy it is: "*Kenya's* bid", "the bid *of Kenya*", "the *Kenyan* bid"."""
    owners = [c for c in policy.children if c.dep_ == "poss"]
    owners += grammar.prep_objects(policy, "of", "by")
    told = next((a for a in map(actors.resolve, owners) if a.parties), None)
    if told is not None:
        return told.parties
    named = (actors.analysis.party_of(t) for t in policy.lefts)
    return tuple(m.code for m in named if m is not None)[:1]
