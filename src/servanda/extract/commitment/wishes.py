"""Hopes and wishes: what act they are depends on who is to do what (borderline case 9 of the guidelines)."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.actors import NOBODY, Actor
from servanda.extract.clauses import is_evaluation, is_of_other_kind
from servanda.extract.commitment.found import Talk, Undertaking, content_of, opens_at, phrase_of
from servanda.extract.commitment.invitations import verb_of_invitation
from servanda.extract.fields import field_codes
from servanda.extract.found import is_joint
from servanda.extract.grammar.dependents import first_child, forms

_TIES = frozenset(
    {"tie", "relation", "relationship", "friendship", "bond", "link", "cooperation", "partnership"}
)
_EXPECTING = frozenset({"expect", "anticipate"})


class _Reading(NamedTuple):
    act: str
    why: str
    addressee: tuple[str, ...] = ()


def wish(
    trigger: Token, holder: Token, inner: Token | None, talk: Talk, speaker: Actor
) -> Undertaking | None:
    """An offer about oneself, a request of the other side, else a proposal.

    trigger  the word of wishing, held by the verb `holder` ("*expressed* the *hope* that")
    inner    the verb of what is wished
    """
    if inner is None or not speaker.parties or grammar.is_negated(inner) or is_of_other_kind(inner):
        return None
    if _is_purpose_of_another(trigger):
        return None
    doer = first_child(inner, "nsubj", "nsubjpass")
    if inner.lemma_ == "invite" and doer is None:
        return verb_of_invitation(inner, talk, speaker)
    if doer is None:
        reading = _about_oneself(trigger, inner, speaker, talk)
    else:
        reading = _about(trigger, doer, talk, speaker)
    if reading is None:
        return None
    return Undertaking(
        trigger=trigger,
        speaker=speaker,
        content=content_of(inner),
        opens=opens_at(trigger, grammar.subject_of(holder) if holder.pos_ in {"VERB", "AUX"} else None),
        rule=f"commitment/wish:{trigger.lemma_.lower()}",
        act=reading.act,
        addressee=reading.addressee,
        why=reading.why,
    )


def hope_of_both(trigger: Token, holder: Token, wanted: Token, speaker: Actor) -> Undertaking | None:
    """As in "expressed *hope* for *continued cooperation*", "*hoped* for closer ties": both are to act."""
    left, right = phrase_of(wanted)
    if not forms(trigger.doc[left : right + 1]) & act_words().together or not speaker.parties:
        return None
    opens = opens_at(holder, grammar.doer_of(holder))
    act = "agree" if is_joint(speaker) else "propose"
    rule = f"commitment/wish:{trigger.lemma_.lower()}"
    return Undertaking(trigger, speaker, (left, right), opens, rule, act)


def _is_purpose_of_another(trigger: Token) -> bool:
    """As in "pledged to lower tariffs, *aiming* to raise trade": the purpose of what is undertaken."""
    above = trigger.head
    acts = act_words().verb_act(above.lemma_.lower()) if above.pos_ == "VERB" else None
    return trigger.lemma_ == "aim" and trigger.dep_ == "advcl" and acts is not None


def own_act(inner: Token, speaker: Actor) -> str:
    """The act of a side that wishes or seeks to do something itself."""
    if is_joint(speaker):
        return "agree"
    left, right = content_of(inner)
    words = forms(inner.doc[left : right + 1])
    together = words & act_words().together or (inner.lemma_ in act_words().working and "with" in words)
    return "propose" if together and not _gives(inner) else "offer"


def _gives(inner: Token) -> bool:
    """As in "hopes *to provide*", "hopes to be able *to send*"."""
    giving = act_words().giving
    return inner.lemma_ in giving or any(t.lemma_ in giving for t in inner.subtree if t.pos_ == "VERB")


def _about_oneself(trigger: Token, inner: Token, speaker: Actor, talk: Talk) -> _Reading | None:
    """As in "hopes to expand trade"; not "expects to", not "would like to thank"."""
    if inner.lemma_.lower() in act_words().only_said and not _is_to_see_done(inner):
        return None
    works = inner.lemma_ in act_words().working
    if trigger.lemma_ in _EXPECTING and not (works and "with" in forms(inner.subtree)):
        return None
    if (_is_to_be_helped(inner) or _is_to_get(inner, speaker, talk)) and not is_joint(speaker):
        return _Reading("request", "help that the other side would give")
    if _is_to_see_done(inner):
        other = _about_who_is_seen(inner, talk, speaker)
        return other or _Reading("agree" if is_joint(speaker) else "propose", "a wish to see it done")
    return _Reading(own_act(inner, speaker), "what the own side would do")


def _is_to_see_done(inner: Token) -> bool:
    """As in "want to *see trade double*", "to *see more officers* at the school"."""
    if inner.lemma_ != "see":
        return False
    more = first_child(inner, "dobj", after=inner.i)
    if more is not None and forms(more.lefts) & act_words().more:
        return True
    seen = first_child(inner, "ccomp", "xcomp", after=inner.i)
    return seen is not None and (seen.pos_ == "VERB" or seen.lower_ == "open")


def _about_who_is_seen(inner: Token, talk: Talk, speaker: Actor) -> _Reading | None:
    """As in "would like to see *Japan* involved"; not "to see trade double"."""
    seen = first_child(inner, "ccomp", "xcomp", after=inner.i)
    doer = first_child(seen, "nsubj", "nsubjpass") if seen is not None else None
    actor = talk.actors.resolve(doer)
    if seen is None or not actor.parties or is_joint(actor):
        return None
    return _about_actor(actor, seen, talk, speaker)


def _is_to_be_helped(inner: Token) -> bool:
    """As in "wishes to *receive* further *support*", "hopes to *get training*"."""
    given = (c for c in inner.children if c.dep_ == "dobj")
    return inner.lemma_ in act_words().getting and any(c.lemma_.lower() in act_words().help for c in given)


def _is_to_get(inner: Token, speaker: Actor, talk: Talk) -> bool:
    """As in "hopes to *receive Swedish data*", "to obtain radars *from Japan*"."""
    if inner.lemma_ == "have" or inner.lemma_ not in act_words().getting:
        return False
    got = [c for c in inner.children if c.dep_ == "dobj"]
    goods = activity_words().gifts | activity_words().consignments | {"unit", "place"}
    if any(forms(c.lefts) & {"more", "further", "additional"} and c.lemma_.lower() in goods for c in got):
        return bool(talk.actors.others(inner.idx, speaker.parties))  # "hopes to receive two more boats"
    beside = [t for c in got for t in (*c.lefts, *grammar.prep_objects(c, "from"))]
    beside += grammar.prep_objects(inner, "from")
    named = (talk.analysis.party_of(t) for t in beside)
    return any(m is not None and m.code not in speaker.parties for m in named)


def _about(trigger: Token, doer: Token, talk: Talk, speaker: Actor) -> _Reading | None:
    """As in "hopes that *Japan* will support", "hopes that *help* will be given"."""
    inner, actor = doer.head, talk.actors.resolve(doer)
    if not actor.parties and grammar.is_passive(inner):
        actor = talk.actors.resolve(grammar.agent_of(inner))
        others = talk.actors.others(trigger.idx, speaker.parties)
        if not actor.parties and _is_of_ties(doer):
            return None
        if not actor.parties and others and not speaker.collective:
            return _Reading("request", "hopes that it be done", others)
    if not actor.parties:
        actor = _by_name_before(doer, talk)
    if not actor.parties and _is_mark_set(trigger, doer):
        return _Reading("agree" if is_joint(speaker) else "propose", "a mark set for both")
    if not actor.parties:
        return None
    return _about_actor(actor, inner, talk, speaker)


def _is_of_ties(doer: Token) -> bool:
    """As in "hopes that *ties* will be deepened": nobody is to do anything."""
    return doer.lemma_.lower() in _TIES and not field_codes(grammar.phrase(doer.head).text)


def _is_mark_set(trigger: Token, doer: Token) -> bool:
    """As in "wants *trade* to *reach 3 billion dollars*"."""
    counted = any(t.tag_ == "CD" for t in doer.head.subtree)
    wants = trigger.lemma_ in {"want", "wish", "aim", "like"}
    return wants and counted and doer.lower_ in act_words().together


def _by_name_before(doer: Token, talk: Talk) -> Actor:
    """As in "would like *Japanese ships* to stay"."""
    named = (talk.analysis.party_of(t) for t in doer.lefts)
    return next((Actor((m.code,), None, False, "named with it") for m in named if m is not None), NOBODY)


def _about_actor(actor: Actor, inner: Token, talk: Talk, speaker: Actor) -> _Reading | None:
    """As in "hopes that *both sides* will", "that *its firms* will", "that *Japan* will"; not "is strong"."""
    if actor.collective or set(actor.parties) > set(speaker.parties):
        return _Reading("agree" if speaker.collective else "propose", "a wish that both act")
    if set(actor.parties) & set(speaker.parties):
        return _Reading("offer", "a hope about the own side")
    if inner.pos_ == "VERB" or not is_evaluation(inner, talk.analysis):
        return _Reading("request", "the other side is to act", actor.parties)
    return None
