"""Words of stance: "condemned the attack", "voiced concern over the situation", "is alarmed at"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import NOBODY, Actor
from servanda.extract.clauses import is_together
from servanda.extract.found import Found, Scene, same_side
from servanda.extract.grammar.dependents import (
    auxiliaries,
    first_child,
    forms,
    has_child,
    has_preposition,
    lemmas,
)
from servanda.extract.speech import opening, speaker_of

_UNITED = frozenset({"united", "unanimous", "joined", "joining"})
_AS_ONE = frozenset({"be", "join", "stand"})
"""Verbs behind which "in" tells in what all are at one."""
_WITH_OTHERS = frozenset({"call", "solidarity", "support"})
"""Nouns of a stance on those who are not at the table."""
_CALLING = frozenset({"call", "urge", "exhort", "demand", "appeal", "implore"})

# -- verbs -------------------------------------------------------------------------------------------


def verb_of_stance(verb: Token, scene: Scene) -> Found | None:
    """As in "supports a two-state solution", "condemned the attack", "called for a ceasefire"."""
    if not _states_a_stance(verb):
        return None
    speaker, subject = speaker_of(verb, scene.actors)
    right = grammar.clause_bounds(verb)[1]
    at_the_table = {*scene.actors.others(verb.idx, speaker.parties), *speaker.parties}
    if not _is_of_the_world(verb, right, at_the_table, scene):
        return None
    opens = opening(verb, subject)
    return Found(verb, speaker, (opens, right), opens, f"position/verb:{verb.lemma_.lower()}")


def _states_a_stance(verb: Token) -> bool:
    """As in "condemned it", "warned against it", "does *not recognise* it"; not "*will* support it", "agreed
    *to* support it"."""
    words, lemma = stance_words(), verb.lemma_.lower()
    of_object = lemma in words.stance_verbs and has_child(verb, "dobj", "nsubjpass")
    of_object = of_object or (
        lemma in words.withheld and grammar.is_negated(verb) and has_child(verb, "dobj")
    )
    if not (
        of_object
        or _stands_on(verb)
        or _tells_others(verb)
        or _wants_an_end(verb)
        or _hopes_for_calm(verb)
        or _calls_wrong(verb)
        or _denies_that(verb)
    ):
        return False
    if lemma in words.keeping_to and (grammar.is_planned(verb) or _goes_on(verb)):
        return not grammar.is_negated(verb)
    infinitive = verb.tag_ == "VB" and not auxiliaries(verb) & {"do", "does", "did"}
    if (
        infinitive
        or (verb.dep_ in {"xcomp", "pcomp", "acl"} and not _do_so_as_one(verb))
        or grammar.is_planned(verb)
    ):
        return False
    return lemma in words.withheld or not grammar.is_negated(verb)


def _goes_on(verb: Token) -> bool:
    """As in "*continues to* adhere to it"."""
    above = verb.head
    return verb.dep_ == "xcomp" and above.lemma_ in {"continue", "keep"} and not grammar.is_unreal(above)


def _do_so_as_one(verb: Token) -> bool:
    """As in "were *united in condemning* it", "at one *in calling for* calm", "*joined in* opposing it"."""
    above = verb.head.head
    as_one = above.lower_ in _UNITED or above.lower_ == "one" or above.lemma_ in _AS_ONE
    return verb.dep_ == "pcomp" and verb.head.lower_ == "in" and as_one


def _stands_on(verb: Token) -> bool:
    """As in "warned *against* it", "spoke *in favour of* it"."""
    near = forms(c for c in verb.children if c.dep_ in {"prep", "prt"})
    near |= forms(grammar.prep_objects(verb, "in"))
    return stance_words().takes_stance(verb.lemma_.lower(), near)


def _wants_an_end(verb: Token) -> bool:
    """As in "*wanted the resolution* of the conflict", "*hoped for peace* in Sudan"."""
    words = stance_words()
    if verb.lemma_.lower() not in words.wanting:
        return False
    wanted = grammar.direct_objects(verb) + grammar.prep_objects(verb, "for")
    return any(n.lemma_.lower() in words.endings for n in wanted)


def _hopes_for_calm(verb: Token) -> bool:
    """As in "*hopes* that the *tensions* will *ease*"."""
    words = stance_words()
    inner = first_child(verb, "ccomp", after=verb.i) if verb.lemma_ in {"hope", "wish"} else None
    subject = grammar.subject_of(inner) if inner is not None else None
    if inner is None or subject is None or subject.head != inner:
        return False
    return subject.lemma_.lower() in words.unrest and inner.lemma_.lower() in words.calming


def _tells_others(verb: Token) -> bool:
    """As in "*called on* the rebels to lay down their arms", "*urged* Russia to withdraw"."""
    lemma = verb.lemma_.lower()
    if lemma not in _CALLING or (lemma == "call" and not has_child(verb, "prep", words={"on", "upon"})):
        return False
    inner = first_child(verb, "xcomp", "ccomp", "advcl", after=verb.i)
    return inner is not None and inner.lemma_.lower() in stance_words().ceasing


def _calls_wrong(verb: Token) -> bool:
    """As in "called the tests *a threat*", "described the attack as *unlawful*"."""
    words = stance_words()
    if verb.lemma_.lower() not in words.calling or not has_child(verb, "dobj", "nsubjpass", "oprd", "ccomp"):
        return False
    return bool(lemmas(verb.subtree) & words.dangers or forms(verb.subtree) & words.wrong)


def _denies_that(verb: Token) -> bool:
    """As in "*denied that* it arms the rebels"."""
    return verb.lemma_.lower() in {"deny", "dispute", "refute"} and has_child(verb, "ccomp")


def _is_of_the_world(verb: Token, right: int, at_the_table: set[str], scene: Scene) -> bool:
    """Whether the words from the verb on (of a passive, the clause) name a matter of the world or a party
    that is not at the table."""
    left = grammar.clause_bounds(verb)[0] if grammar.agent_of(verb) is not None else verb.i
    words = verb.doc[left : right + 1]
    if (
        _hopes_for_calm(verb)
        or _is_for_calm(verb)
        or _denies_that(verb)
        or _rejects_a_claim(verb)
        or _wants_a_way_out(verb)
    ):
        return True
    if stance_words().on_world_matter(words.text) or verb.lemma_.lower() in stance_words().damning:
        return True
    named = scene.analysis.parties_in(words.start_char, words.end_char)
    return any(m.code not in at_the_table for m in named)


def _wants_a_way_out(verb: Token) -> bool:
    """As in "favours *a political settlement*"."""
    words = stance_words()
    return any(words.is_way_out(n.lemma_.lower(), forms(n.lefts)) for n in grammar.direct_objects(verb))


def _rejects_a_claim(verb: Token) -> bool:
    """As in "rejected the *accusation*", "do not want *war*"."""
    words = stance_words()
    against = verb.lemma_.lower() in words.withheld | words.rejecting
    return against and any(n.lemma_.lower() in words.claims for n in grammar.direct_objects(verb))


def _is_for_calm(verb: Token) -> bool:
    """As in "called for *calm*", "for an end to the *fighting*"."""
    if not _stands_on(verb):
        return False
    called = grammar.prep_objects(verb, "for")
    wanted = lemmas(t for noun in called for t in (noun, *grammar.prep_objects(noun, "to", "of", "in")))
    return bool(wanted & stance_words().unrest)


# -- nouns -------------------------------------------------------------------------------------------


def noun_of_stance(noun: Token, scene: Scene) -> Found | None:
    """As in "expressed grave *concern* over attempts to ...", "its *support* for a two-state solution"."""
    if noun.lemma_.lower() not in stance_words().stance_nouns:
        return None
    voiced = noun.dep_ in {"dobj", "conj", "nsubjpass"} or _are_united_in(noun)
    watched = _stands_behind_with(noun)
    verb = grammar.governing_verb(noun) if voiced or watched else None
    if verb is None or grammar.is_negated(verb) or not (_voices(verb, noun) or watched):
        return None
    if watched and verb.lemma_.lower() not in stance_words().felt_with:
        return None
    left, right = noun.left_edge.i, _end_of(noun, verb)
    if not (_is_stance(noun, _scope(noun, verb, right)) or _calls_on_a_third(noun, right, scene)):
        return None
    speaker, subject = speaker_of(verb, scene.actors)
    if _are_united_in(noun):
        subject = grammar.subject_of(verb)
        speaker = scene.actors.resolve(subject)
    unsaid = noun.dep_ == "nsubjpass" and grammar.agent_of(verb) is None and not speaker.parties
    if unsaid and scene.actors.table(noun.idx):
        speaker = scene.everybody(noun.idx, "voiced without naming who: all at the table")
    speaker = _whose(noun, speaker, scene)
    if noun.lemma_ == "support" and _supports_the_other(noun, speaker, scene):
        return None
    return Found(noun, speaker, (left, right), opening(verb, subject), f"position/noun:{noun.lemma_}")


def _are_united_in(noun: Token) -> bool:
    """As in "are *united in* their *condemnation* of"."""
    united = noun.head.head
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "in"
        and united.lower_ in _UNITED
        and noun.lemma_.lower() in stance_words().strong_stance_nouns | {"support", "call"}
    )


def _calls_on_a_third(noun: Token, right: int, scene: Scene) -> bool:
    """As in "renewed their *call* for the release of the President *of Niger*", "expressed *solidarity* with
    the people *of Sudan*": of a state that is not at the table."""
    behind = [p for t in (noun, noun.head) for p in grammar.prep_objects(t, "for", "on", "with", "to")]
    if noun.lemma_ not in _WITH_OTHERS or not any(p.i > noun.i for p in behind):
        return False
    named = {m.code for m in scene.analysis.parties_in(*grammar.text_between(noun.doc, noun.i, right))}
    owner = first_child(noun, "poss")
    speaks = scene.actors.resolve(owner).parties if owner is not None else ()
    seated = scene.actors.frame(noun.idx) if scene.actors.is_seated(noun.idx) else speaks
    return bool(named) and bool(seated) and not named & set(seated)


def _supports_the_other(noun: Token, speaker: Actor, scene: Scene) -> bool:
    """As in "its support for *her efforts* to restore peace": a pledge to the other side at the table; nobody
    voices support for efforts of his own."""
    backed = grammar.prep_objects(noun, "for", "to") + grammar.prep_objects(noun.head, "to")
    owners = [grammar.possessor_of(t) for t in backed]
    if any(t is not None and t.pos_ == "PRON" for t in owners):
        return bool(scene.actors.pair(noun.idx))
    theirs = {code for t in owners if t is not None for code in scene.actors.resolve(t).parties}
    return bool(theirs - set(speaker.parties)) and theirs <= set(scene.actors.frame(noun.idx))


def _whose(noun: Token, speaker: Actor, scene: Scene) -> Actor:
    """The side whose stance it is: "the President affirmed *Egypt's* stance", whoever "the President" is."""
    owner = first_child(noun, "poss")
    holder = scene.actors.resolve(owner) if owner is not None and owner.pos_ == "PROPN" else NOBODY
    if len(holder.parties) != 1 or holder.person or same_side(holder, speaker):
        return speaker
    people = {p.name for p in scene.analysis.people if p.party == holder.parties[0]}
    person = people.pop() if len(people) == 1 else None
    return Actor(holder.parties, person, False, f"whose {noun.text} it is")


def _voices(verb: Token, noun: Token) -> bool:
    """As in "*expressed* support", "*raised* concern"."""
    lemma = verb.lemma_.lower()
    if verb.lower_ in _UNITED or (lemma == "be" and _are_united_in(noun)):
        return True
    return lemma in act_words().voice or (noun.lemma_ == "concern" and lemma in stance_words().raising)


def _stands_behind_with(noun: Token) -> bool:
    """As in "are following the crisis *with concern*"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.lemma_ in stance_words().worries


def _end_of(noun: Token, verb: Token) -> int:
    """Last token of what the stance is on, also where the parser hung it on the verb."""
    on_verb = (c.right_edge.i for c in verb.children if c.dep_ == "prep" and c.i > noun.i)
    return grammar.trim_right(noun.doc, noun.i, max(noun.right_edge.i, *on_verb, noun.i))


def _scope(noun: Token, verb: Token, right: int) -> str:
    """The words that tell what the stance is on; of a concern, the sentence."""
    return verb.sent.text if noun.lemma_ == "concern" else noun.doc[noun.left_edge.i : right + 1].text


def _is_stance(noun: Token, scope: str) -> bool:
    """As in "opposition to the bill", "support *for a ceasefire*"; not "support for the programme"."""
    words = stance_words()
    if noun.lemma_ == "support" and not _supports_matter_of_the_world(noun):
        return False
    if words.on_world_matter(scope):
        return True
    return noun.lemma_ in words.strong_stance_nouns and not is_together(scope)


def _supports_matter_of_the_world(noun: Token) -> bool:
    objects = grammar.prep_objects(noun, "for", "of", "to")
    if noun.dep_ == "dobj":
        objects += [o for o in grammar.prep_objects(noun.head, "for", "to") if o.i > noun.i]
    return any(stance_words().on_world_matter(grammar.phrase(o).text) for o in objects)


# -- adjectives --------------------------------------------------------------------------------------


def concern(word: Token, scene: Scene) -> Found | None:
    """As in "were *concerned* about unilateral action"."""
    worried = word.lower_ in stance_words().worried and has_preposition(
        word, "about", "over", "by", "at", "of"
    )
    if not worried and not (word.lower_ == "critical" and has_preposition(word, "of")):
        return None
    verb = word.head if word.dep_ == "acomp" else word
    left, right = grammar.clause_bounds(verb)
    if grammar.is_negated(verb) or not stance_words().on_world_matter(verb.doc[left : right + 1].text):
        return None
    speaker, subject = speaker_of(verb, scene.actors)
    if grammar.is_passive(verb) and not speaker.parties:
        subject = grammar.subject_of(verb)
        speaker = scene.actors.resolve(subject)
    return Found(word, speaker, (left, right), opening(verb, subject), "position/concerned")
