"""Feelings voiced: "expressed satisfaction with", "was grateful for"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.assessment.found import Valued, end_of
from servanda.extract.clauses import has_praise, is_together
from servanda.extract.found import Scene
from servanda.extract.grammar.dependents import first_child, forms, has_child, lemmas
from servanda.extract.speech import opening, speaker_of

_GLADNESS = frozenset({"pleasure", "delight", "joy"})
"""With which one accepts an invitation."""


def noun_of_feeling(noun: Token, scene: Scene) -> Valued | None:
    """As in "expressed *satisfaction* with ...", "voiced his high *regard* for ..."."""
    words, lemma = stance_words(), noun.lemma_.lower()
    worry = _is_worry_about_the_ties(noun)
    known = worry or lemma in words.feelings | words.ill_feelings or _is_trust_in_another(noun, scene)
    if not known or not _is_felt(noun, lemma):
        return None
    verb = grammar.governing_verb(noun)
    giver = _from_whom(noun, verb) if verb is not None else None
    if verb is not None and giver is not None:
        return _given_by(giver, noun, verb, scene)
    voiced = verb is not None and verb.lemma_.lower() in _voices(lemma)
    paid = verb is not None and verb.lemma_ == "pay" and _is_paid_to_another(noun, verb, scene)
    if verb is None or not (voiced or paid or _is_felt_at(noun, verb)):
        return None
    if grammar.is_unreal(verb) or (verb.lemma_ == "accept" and lemma in _GLADNESS):
        return None
    speaker, subject = speaker_of(verb, scene.actors)
    owner = first_child(noun, "poss")
    if owner is not None and owner.pos_ == "PROPN" and not grammar.is_passive(verb):
        felt_by = scene.actors.resolve(owner)  # "voiced |Qatar's| appreciation", whoever does
        speaker = felt_by if felt_by.parties and felt_by.parties != speaker.parties else speaker
    right = grammar.trim_right(noun.doc, noun.i, max(noun.right_edge.i, end_of(verb)))
    return Valued(
        trigger=noun,
        speaker=speaker,
        content=(noun.left_edge.i, right),
        opens=opening(verb, subject),
        rule=f"assessment/feeling:{lemma}",
        polarity="negative" if worry or lemma in words.ill_feelings else "positive",
        of_another=True,
    )


def _from_whom(noun: Token, verb: Token) -> Token | None:
    """As in "won high praise *from Mr Lund*", "There was praise *from Japan* for"."""
    there = verb.lemma_ == "be" and has_child(verb, "expl")
    if not (there or verb.lemma_.lower() in stance_words().winning) or grammar.is_unreal(verb):
        return None
    givers = (t for w in (noun, verb) for t in grammar.prep_objects(w, "from", "by") if t.i > noun.i)
    return next(givers, None)


def _given_by(giver: Token, noun: Token, verb: Token, scene: Scene) -> Valued | None:
    """The praise that one side has from the other."""
    speaker = scene.actors.resolve(giver)
    left, right = grammar.clause_bounds(verb)
    if not speaker.parties or noun.lemma_.lower() not in stance_words().feelings:
        return None
    return Valued(
        trigger=noun,
        speaker=speaker,
        content=(left, right),
        opens=left,
        rule=f"assessment/won:{noun.lemma_.lower()}",
        of_another=True,
    )


def _is_worry_about_the_ties(noun: Token) -> bool:
    """As in "expressed *concern* at the slow pace of cooperation"; of the world it is a position."""
    if noun.lemma_ not in stance_words().worries:
        return False
    words = grammar.phrase(noun).text
    return is_together(words) and not stance_words().on_world_matter(noun.sent.text)


def _is_trust_in_another(noun: Token, scene: Scene) -> bool:
    """As in "voiced *confidence* in Indian industry"; but not "confidence that" or "in the future"."""
    if noun.lemma_.lower() not in stance_words().feelings_in:
        return False
    return any(
        _is_tie(inner)
        or scene.analysis.parties_in(*scene.analysis.offsets(inner.left_edge.i, inner.right_edge.i))
        for inner in grammar.prep_objects(noun, "in")
    )


def _voices(lemma: str) -> frozenset[str]:
    """Verbs that voice a feeling; an ill one is also "raised"."""
    words = stance_words()
    return act_words().voice | words.raising if lemma in words.ill_feelings else act_words().voice


def _is_felt_at(noun: Token, verb: Token) -> bool:
    """As in "acknowledged *with appreciation* the help"."""
    return _stands_behind_with(noun) and verb.lemma_.lower() in stance_words().felt_with


def _stands_behind_with(noun: Token) -> bool:
    """As in "noted *with satisfaction* Japan's help", whatever the parser makes of it."""
    before = noun.left_edge.nbor(-1) if noun.left_edge.i > noun.sent.start else noun
    return before.lower_ == "with"


def _is_paid_to_another(noun: Token, verb: Token, scene: Scene) -> bool:
    """As in "paid tribute to *Japan's support*"; a tribute at a monument is none to the other side."""
    if noun.lemma_ not in {"tribute", "homage"}:
        return False
    to_whom = grammar.prep_objects(noun, "to") + grammar.prep_objects(verb, "to")
    return any(
        scene.actors.resolve(t).parties or grammar.possessor_of(t) is not None or _is_tie(t) for t in to_whom
    )


def _is_felt(noun: Token, lemma: str) -> bool:
    """As in "conveyed his *high* regard"; not "with regard to", nor the flowers of "a floral tribute"."""
    if "floral" in forms(noun.lefts):
        return False
    if noun.dep_ not in {"dobj", "conj", "nsubjpass", "pobj", "attr"} and not _stands_behind_with(noun):
        return False
    if lemma not in stance_words().feelings_need_praise:
        return True
    return has_praise(noun) or "high" in forms(noun.lefts)


def adjective_of_feeling(word: Token, scene: Scene) -> Valued | None:
    """As in "was *grateful* for the support", "is *pleased* with the progress"; not "pleased to visit"."""
    words = stance_words()
    ill = word.lower_ in words.ill_feeling_adjectives
    if word.dep_ not in {"acomp", "ROOT", "ccomp"}:
        return None
    if not (ill or word.lower_ in words.feeling_adjectives or _is_full_of_praise(word)):
        return None
    if ill and words.on_world_matter(grammar.phrase(word).text):
        return None
    if word.lower_ == "confident" and not _is_sure_of_another(word, scene):
        return None
    by_somebody = has_child(word, "agent")
    if by_somebody and word.lower_ not in stance_words().struck:
        return None
    if not (has_child(word, "prep", "ccomp", "agent") or _learns_of_something(word)):
        return None
    verb = word.head if word.dep_ == "acomp" else word
    if grammar.is_unreal(verb):
        return None
    speaker, subject = speaker_of(verb, scene.actors)
    if by_somebody or (grammar.is_passive(verb) and not speaker.parties):
        subject = grammar.subject_of(verb)
        speaker = scene.actors.resolve(subject)
    right = grammar.trim_right(word.doc, word.i, max(word.right_edge.i, verb.right_edge.i))
    return Valued(
        trigger=word,
        speaker=speaker,
        content=(word.i, right),
        opens=opening(verb, subject),
        rule=f"assessment/feels:{word.lower_}",
        polarity="negative" if ill else "positive",
        of_another=True,
    )


def _learns_of_something(word: Token) -> bool:
    """As in "was *happy* to hear that the team had arrived", "is *pleased* to note the progress"; not "happy
    to see you"."""
    learns = [c for c in word.children if c.dep_ == "xcomp" and c.lemma_ in stance_words().learning]
    return any(
        c.dep_ in {"ccomp", "prep"} or (c.dep_ == "dobj" and c.pos_ == "NOUN")
        for verb in learns
        for c in verb.children
    )


def _is_full_of_praise(word: Token) -> bool:
    """As in "was *full of praise* for the crew"."""
    return word.lower_ in {"full", "generous"} and bool(
        lemmas(grammar.prep_objects(word, "of", "in", "with")) & {"praise", "admiration", "gratitude"}
    )


def _is_sure_of_another(word: Token, scene: Scene) -> bool:
    """As in "is confident *in the alliance*"; not "confident that"."""
    sure = grammar.prep_objects(word, "in")
    return any(_is_tie(n) or scene.actors.resolve(n).parties for n in sure)


def _is_tie(noun: Token) -> bool:
    """As in "confident in *the alliance*": what one trusts in besides the other side."""
    return noun.lemma_.lower() in act_words().bonds or noun.lemma_ == "alliance"
