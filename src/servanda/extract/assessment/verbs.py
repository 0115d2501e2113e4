"""Verbs of evaluation: "thanked", "spoke highly of", "highlighted the importance of"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import NOBODY, Actor, Actors
from servanda.extract.assessment.found import Valued, end_of
from servanda.extract.between import is_between_the_sides
from servanda.extract.clauses import has_praise
from servanda.extract.found import Scene
from servanda.extract.grammar.dependents import (
    auxiliaries,
    first_child,
    forms,
    has_child,
    has_preposition,
    lemmas,
)
from servanda.extract.speech import opening, speaker_of

_THANKING = frozenset({"thank", "appreciate"})
_FEATS = frozenset({"achievement", "success", "milestone", "breakthrough", "triumph", "landmark"})
"""What one "speaks of" to praise it."""
_FOR_GOOD = frozenset({"will", "shall", "would", "can", "could"})
"""Auxiliaries with which what is not forgotten never will be."""


def valued(verb: Token, scene: Scene) -> Valued | None:
    """As in "thanked the host for ...", "praised the results", "regretted the delay"."""
    words, lemma = stance_words(), verb.lemma_.lower()
    acknowledged = lemma in words.thanking_for and _is_thanked_for(verb, scene.actors)
    if not acknowledged and lemma not in words.valuing | words.devaluing:
        return None
    if not _has_something_valued(verb, lemma):
        return None
    speaker, subject = _valuer(verb, scene.actors)
    if lemma in words.accusing and not _is_of_the_other_side(verb, speaker, scene):
        return None
    return Valued(
        trigger=verb,
        speaker=speaker,
        content=(verb.i, end_of(verb)),
        opens=opening(verb, subject),
        rule=f"assessment/value:{lemma}",
        polarity="negative" if lemma in words.devaluing else "positive",
        of_another=acknowledged or lemma in _THANKING,
    )


def _is_thanked_for(verb: Token, actors: Actors) -> bool:
    """As in "acknowledged *the host for* its help": whom somebody values for what they did."""
    whom = first_child(verb, "dobj")
    for_something = any(grammar.prep_objects(t, "for") for t in (verb, whom) if t is not None)
    return for_something and bool(actors.resolve(whom).parties)


def _is_of_the_other_side(verb: Token, speaker: Actor, scene: Scene) -> bool:
    """As in "accused *Kenya* of delay" by the other side at the table; what a third is accused of is none."""
    whom = first_child(verb, "dobj", "nsubjpass")
    accused = set(scene.actors.resolve(whom).parties) - set(speaker.parties)
    return bool(accused) and accused | set(speaker.parties) <= set(scene.actors.frame(verb.idx))


def _valuer(verb: Token, actors: Actors) -> tuple[Actor, Token | None]:
    """Who values it; of "was praised, with *the UN* acknowledging the work" the one who joins in."""
    speaker, subject = speaker_of(verb, actors)
    if subject is not None or not grammar.is_passive(verb):
        return speaker, subject
    joining = (t for t in grammar.prep_objects(verb, "with") if t.tag_ == "VBG" and _says(t))
    named = next((grammar.subject_of(t) for t in joining if grammar.has_subject(t)), None)
    if named is None and not has_child(verb, "agent"):
        return _facing(verb, actors), grammar.subject_of(verb)
    return actors.resolve(named), grammar.subject_of(verb)


def _facing(verb: Token, actors: Actors) -> Actor:
    """Who thanks in "Japan *was thanked* for its help": the other one of two at the table."""
    whom = actors.resolve(grammar.subject_of(verb)).parties
    pair = actors.pair(verb.idx)
    others = [code for code in pair if code not in whom]
    told = len(whom) == 1 and set(whom) < set(pair) and verb.lemma_.lower() in stance_words().valuing
    return Actor((others[0],), None, False, "the other side at the table") if told else NOBODY


def _says(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in act_words().report or lemma in stance_words().valuing


def _has_something_valued(verb: Token, lemma: str) -> bool:
    """As in "*thanked for* it"; "*hailed* the results", not "hailed *from* Tokyo"."""
    if lemma in stance_words().valuing_an_object:
        return has_child(verb, "dobj", "nsubjpass")
    return has_child(verb, "dobj", "nsubjpass", "ccomp", "prep")


def not_forgotten(verb: Token, scene: Scene) -> Valued | None:
    """As in "will *never forget* the sacrifice"."""
    if verb.lemma_.lower() not in stance_words().forgetting or not grammar.is_negated(verb):
        return None
    for_good = "never" in forms(verb.children) or auxiliaries(verb) & _FOR_GOOD
    if not for_good or not has_child(verb, "dobj", "nsubjpass", "ccomp"):
        return None
    return _kept_in_mind(verb, "never", scene)


def remembered(verb: Token, scene: Scene) -> Valued | None:
    """As in "would *always remember* the sacrifices"."""
    always = forms(verb.children) & {"always", "forever"}
    if verb.lemma_.lower() not in stance_words().remembering or not always or not has_child(verb, "dobj"):
        return None
    return _kept_in_mind(verb, "always", scene)


def _kept_in_mind(verb: Token, how_long: str, scene: Scene) -> Valued:
    speaker, subject = speaker_of(verb, scene.actors)
    opens = opening(verb, subject)
    rule = f"assessment/{how_long}:{verb.lemma_.lower()}"
    return Valued(verb, speaker, (opens, end_of(verb)), opens, rule, of_another=True)


def esteemed(verb: Token, scene: Scene) -> Valued | None:
    """As in "spoke highly of", "attaches importance to", "sets store by", "takes pride in"."""
    lemma = verb.lemma_.lower()
    near = stance_words().with_esteem(lemma)
    beside = (c for c in verb.children if near and c.dep_ in {"dobj", "advmod", "prep", "acomp"})
    if near.isdisjoint(forms(t for c in beside for t in c.subtree)):
        return None
    speaker, subject = speaker_of(verb, scene.actors)
    opens = opening(verb, subject)
    return Valued(verb, speaker, (opens, end_of(verb)), opens, f"assessment/highly:{lemma}")


def stressed(verb: Token, scene: Scene) -> Valued | None:
    """As in "highlighted the importance of ...", "welcomed the progress", "dwelt on the friendship";
    on a matter of the world it is a position."""
    noun = next((n for n in _what_is_stressed(verb) if _matters(n, verb) or _is_share(n, scene)), None)
    if noun is None:
        return None
    left, right = noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, noun.right_edge.i)
    if _is_of_the_world(noun, noun.doc[left : right + 1].text, scene.actors):
        return None
    speaker, subject = speaker_of(verb, scene.actors)
    if (
        subject is None
        and grammar.is_passive(verb)
        and verb.dep_ == "ROOT"
        and scene.actors.is_seated(verb.idx)
    ):
        speaker = scene.everybody(verb.idx, "said without naming who: all at the table")
    rule = f"assessment/stress:{verb.lemma_.lower()}:{noun.lemma_}"
    return Valued(verb, speaker, (left, right), opening(verb, subject), rule)


def _is_of_the_world(noun: Token, text: str, actors: Actors) -> bool:
    """As in "the importance of *peace in the region*"; not "the potential" of it, nor cooperation for it."""
    between = noun.lemma_ == "potential" or is_between_the_sides(noun, actors)
    return stance_words().on_world_matter(text) and not between


def _what_is_stressed(verb: Token) -> list[Token]:
    words, lemma = stance_words(), verb.lemma_.lower()
    if lemma in {"agree", "concur"}:
        return [n for n in grammar.prep_objects(verb, "on", "upon") if n.lemma_ in words.agreed_worth]
    if lemma == "point" and has_child(verb, "prt", words={"out"}):
        return [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    if lemma in words.dwelling:
        return grammar.prep_objects(verb, "on", "about", "upon", "of", "to")
    if lemma in words.stressing:
        return [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "obj"}]
    return []


def _matters(noun: Token, verb: Token) -> bool:
    """Whether the noun, or one joined to it, says that something is good or matters."""
    words = stance_words()
    if verb.lemma_.lower() in words.speaking and noun.lemma_ in _FEATS:
        return True
    if verb.lemma_.lower() in words.speaking:
        return noun.lemma_.lower() in words.done_together | words.worth and has_praise(noun)
    welcomes = verb.lemma_.lower() == "welcome"
    as_what = _praised_as(verb) and noun.lemma_ in {"role", "place", "position", "status"}
    return as_what or any(_is_worth(n) or (welcomes and _is_welcome(n)) for n in grammar.with_conjuncts(noun))


def _is_share(noun: Token, scene: Scene) -> bool:
    """As in "emphasised *Japan's role* in training", "acknowledged *the support of Japan*": what the other
    side at the table does; not its "role as a transit country"."""
    if noun.lemma_.lower() not in stance_words().shares or has_preposition(noun, "as"):
        return False
    owners = [c for c in noun.children if c.dep_ == "poss"] + grammar.prep_objects(noun, "of", "from", "by")
    owners += [
        s for c in noun.children if c.dep_ in {"relcl", "acl"} if (s := grammar.doer_of(c)) is not None
    ]
    theirs = {code for owner in owners for code in scene.actors.resolve(owner).parties}
    speaker = speaker_of(grammar.governing_verb(noun) or noun, scene.actors)[0].parties
    return bool(theirs) and not theirs & set(speaker) and theirs <= set(scene.actors.frame(noun.idx))


def _praised_as(verb: Token) -> bool:
    """As in "highlighted its role *as a trusted partner*"."""
    words = stance_words()
    behind = lemmas(t for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" for t in c.subtree)
    return bool(behind & (words.praise | words.praising_nouns))


def _is_worth(noun: Token) -> bool:
    """As in "importance", "*strong* ties"; not "ties"."""
    words, lemma = stance_words(), noun.lemma_.lower()
    if lemma == "existence":
        return bool(lemmas(noun.subtree) & words.chances)
    if lemma in {"level", "standard", "standing"} and "high" in forms(noun.lefts):
        return True
    if lemma in words.shares and lemma not in words.worth:
        return has_praise(noun) and not has_child(noun, "poss")
    return lemma in words.worth and (lemma not in words.worth_needs_praise or has_praise(noun))


def _is_welcome(noun: Token) -> bool:
    """As in "welcomed the *visit*"."""
    return noun.lemma_.lower() in stance_words().welcomed
