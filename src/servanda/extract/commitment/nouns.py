"""Nouns of commitment with a verb that voices them: "expressed its readiness to help"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.places import is_state
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.clauses import is_of_other_kind
from servanda.extract.commitment.found import (
    Talk,
    Undertaking,
    content_of,
    is_denied,
    opens_at,
    phrase_of,
    with_what_follows,
)
from servanda.extract.commitment.invitations import noun_of_invitation
from servanda.extract.commitment.opinions import is_opinion
from servanda.extract.commitment.owners import owner_of
from servanda.extract.commitment.voices import (
    behind_owner,
    goes_on_behind,
    hung_on_the_verb,
    inner_of,
    is_answered_by,
    is_brought_to_attention,
    is_led_to,
    voicing_verb,
)
from servanda.extract.commitment.wishes import hope_of_both, wish
from servanda.extract.found import is_joint
from servanda.extract.grammar.dependents import first_child, forms, has_child

_STANDING = frozenset({"remain", "stand", "stay", "hold", "endure"})


def noun_of_commitment(noun: Token, talk: Talk) -> Undertaking | None:
    """What a noun of commitment commits its owner to."""
    lemma = noun.lemma_.lower()
    act = act_words().noun_act(lemma)
    verb = voicing_verb(noun) if not _is_in_a_name(noun) else None
    if act == "invite":
        return noun_of_invitation(noun, verb, talk)
    if act is None or verb is None or not _is_voiced(noun, verb) or _is_a_text(noun, verb):
        return None
    if _is_topic_of_another(noun, verb):
        return None
    speaker = owner_of(noun, verb, talk)
    inner = _inner(noun, verb, talk)
    if inner is None:
        return _plain_support(noun, verb, talk, speaker)
    if act == "need":
        return _need(noun, verb, inner, talk, speaker)
    if act == "wish" and inner.pos_ == "NOUN":
        return hope_of_both(noun, verb, inner, speaker)
    if act == "wish":
        return wish(noun, verb, inner if inner.pos_ in {"VERB", "AUX"} else None, talk, speaker)
    if _is_only_reported(lemma, verb, speaker) or _is_stance(noun, inner, talk):
        return None
    if _is_only_opinion(lemma, inner, verb, talk):
        return None
    return _plain(noun, verb, inner, talk, speaker)


def _inner(noun: Token, verb: Token, talk: Talk) -> Token | None:
    """What it is a commitment to; of "the commitment *of Peru* to training", the training."""
    inner = inner_of(noun, verb)
    if inner is None or inner.head.lower_ != "of" or not talk.actors.resolve(inner).parties:
        return inner
    return behind_owner(noun, inner, verb) or inner


# -- what rules it out -------------------------------------------------------------------------------


def _is_in_a_name(noun: Token) -> bool:
    """As in "the Mutual Logistics *Support* Agreement"."""
    return noun.pos_ == "PROPN" and noun.dep_ == "compound" and noun.head.pos_ == "PROPN"


def _is_voiced(noun: Token, verb: Token) -> bool:
    """Not "*withdrew* its offer", "an *effort gave* hope", "*did not* express", "made *no* offer"."""
    if is_denied(verb) or any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children):
        return False
    if noun.dep_ == "nsubj" and noun.lemma_.lower() in act_words().topics:
        return False
    if noun.lemma_.lower() in act_words().goals:
        return verb.lemma_ == "set"
    if _is_what_it_is(noun, verb):
        return True
    if verb.lemma_ in _STANDING and noun.dep_ == "nsubj":
        return _is_called_firm(noun, verb)
    if verb.lemma_ == "be":
        return noun.dep_ == "pobj" or _is_called_firm(noun, verb) or _is_there(noun, verb)
    carried_along = noun.dep_ == "pobj" and (noun.head.lower_ == "with" or is_led_to(noun))
    carried_along = carried_along or is_answered_by(noun) or is_brought_to_attention(noun)
    return carried_along or verb.lemma_.lower() in act_words().voice or _is_answered(noun, verb)


def _is_what_it_is(noun: Token, verb: Token) -> bool:
    """As in "It remains *the intention of Japan* to help", "it is *Kenya's wish* to take part"."""
    it = has_child(verb, "nsubj", words={"it"}) and verb.lemma_ in {"be", "remain"}
    return it and noun.dep_ == "attr" and grammar.possessor_of(noun) is not None


def _is_answered(noun: Token, verb: Token) -> bool:
    """As in "*Peru's request* for trucks was *granted*", "*praised* the offer *of Chile* to help"."""
    words = act_words()
    named = noun.lemma_.lower() in words.answered and verb.lemma_.lower() in words.answering
    return named and grammar.possessor_of(noun) is not None


def _is_a_text(noun: Token, verb: Token) -> bool:
    """As in "signed an *agreement* to build it", "reached an *agreement* on tariffs"; "an agreement was
    reached *to build* it" is consent."""
    if noun.lemma_.lower() != "agreement":
        return False
    no_one_text = noun.dep_ == "nsubjpass" and verb.lemma_ == "reach" and not forms(noun.lefts)
    if no_one_text:
        return False  # "Agreement was reached on training": consent
    doing = first_child(noun, "acl", "xcomp", "ccomp", after=noun.i) or hung_on_the_verb(noun, verb)
    to_do = doing is not None and (doing.tag_ == "VB" or forms(doing.children) & {"will", "would", "should"})
    reached = verb.lemma_ in {"reach", "be"} or goes_on_behind(noun, noun)
    return not (reached and to_do) and not _is_on_several(noun, verb)


def _is_on_several(noun: Token, verb: Token) -> bool:
    """As in "reached *agreements on* training and patrols": what was agreed, and no one text."""
    topics = grammar.prep_objects(noun, "on") if verb.lemma_ == "reach" and noun.tag_ == "NNS" else []
    return any(t.lemma_.lower() in act_words().doings | act_words().together for t in topics)


def _is_called_firm(noun: Token, verb: Token) -> bool:
    """As in "America's *commitment* to the Philippines *is ironclad*", "*remains in place*"."""
    firm = any(c.dep_ == "acomp" and c.lower_ in act_words().firm for c in verb.children)
    firm = firm or (verb.lemma_ != "be" and has_child(verb, "prep", words={"in"}))
    return noun.dep_ == "nsubj" and noun.lemma_.lower() in act_words().carried_along and firm


def _is_there(noun: Token, verb: Token) -> bool:
    """As in "*there was agreement* that patrols should begin", "*Kenya's request was for* radars"."""
    if noun.dep_ == "attr":
        return act_words().noun_act(noun.lemma_.lower()) == "agree" and has_child(verb, "expl")
    own_act = act_words().noun_act(noun.lemma_.lower()) in {"request", "propose", "offer", "wish"}
    owned = noun.dep_ == "nsubj" and own_act and has_child(noun, "poss")
    told = (
        has_child(verb, "prep", words={"for"})
        or first_child(verb, "xcomp", "advcl", after=noun.i) is not None
    )
    return owned and told


def _is_topic_of_another(noun: Token, verb: Token) -> bool:
    """As in "The *plan* to train officers was *welcomed* by Japan": whose plan it is is not said."""
    words = act_words()
    taken_up = noun.lemma_.lower() in words.topics and verb.lemma_.lower() in words.accepting
    return taken_up and grammar.possessor_of(noun) is None


def _is_stance(noun: Token, inner: Token, talk: Talk) -> bool:
    """As in "its support for *a two-state solution*": a position; but "support for *India's* permanent
    membership of the Security Council" is backing of the other side."""
    if noun.lemma_.lower() not in stance_words().stance_nouns:
        return False
    phrase = grammar.phrase(inner)
    named = {m.code for m in talk.analysis.parties_in(phrase.start_char, phrase.end_char)}
    alone = noun.lemma_ == "solidarity" and not talk.actors.is_seated(noun.idx)
    at_the_table = (named & set(talk.actors.frame(noun.idx)) and not alone) or "each other" in phrase.text
    if named and not at_the_table and all(is_state(code) for code in named):
        return True
    owner = grammar.possessor_of(inner) if noun.lemma_ == "support" else None
    theirs = owner is not None and owner.pos_ == "PRON" and bool(talk.actors.pair(noun.idx))
    return stance_words().on_world_matter(phrase.text) and not at_the_table and not theirs


def _is_only_reported(lemma: str, verb: Token, speaker: Actor) -> bool:
    """As in "*welcomed* the support for", "*have* an interest in", "*welcomed* efforts to"."""
    words = act_words()
    if lemma in {"support", "backing", "solidarity"}:
        return verb.lemma_ not in words.giving_support
    if lemma in words.reached:
        return verb.lemma_ != "reach" and verb.lemma_ not in words.leading_to
    if lemma == "interest":
        return verb.lemma_ in {"share", "have", "hold"}
    return lemma == "effort" and (verb.lemma_ not in words.announcing_efforts or not speaker.parties)


def _is_only_opinion(lemma: str, inner: Token, verb: Token, talk: Talk) -> bool:
    """As in "shared the view that the ties are strong", "there was consensus that the war must end"."""
    if lemma == "view":
        return not _is_view_of_what_to_do(inner, verb)
    accord = lemma in {"consensus", "agreement", "understanding"} and inner.dep_ == "acl"
    return accord and is_opinion(inner, talk)


def _is_view_of_what_to_do(inner: Token, verb: Token) -> bool:
    """As in "shared the view that they *would cooperate*"; a view of the world is a position."""
    left, right = content_of(inner)
    ahead = forms(inner.children) & {"will", "would", "should", "must"} or inner.lemma_ == "need"
    return (
        verb.lemma_ == "share"
        and bool(ahead)
        and not stance_words().on_world_matter(inner.doc[left : right + 1].text)
    )


# -- what is made of it ------------------------------------------------------------------------------


def _plain(noun: Token, verb: Token, inner: Token, talk: Talk, speaker: Actor) -> Undertaking | None:
    """A pledge, an offer, a request, a proposal or a consensus; "its offer to invite" is an invitation."""
    lemma = noun.lemma_.lower()
    act = "invite" if inner.lemma_ == "invite" else act_words().noun_act(lemma)
    if act is None or (act != "invite" and is_of_other_kind(inner)):
        return None
    if lemma in act_words().goals | {"decision"} and not is_joint(speaker):
        return None
    if _is_of_another_than(grammar.subject_of(verb), lemma, speaker, talk):
        return None
    return Undertaking(
        trigger=noun,
        speaker=speaker,
        content=with_what_follows(content_of(inner), verb),
        opens=opens_at(verb, grammar.doer_of(verb)),
        rule=f"commitment/noun:{lemma}",
        act="agree" if act in {"pledge", "offer"} and is_joint(speaker) else act,
        addressee=talk.addressee(verb),
    )


def _is_of_another_than(subject: Token | None, lemma: str, speaker: Actor, talk: Talk) -> bool:
    """As in "Peru highlighted *the support of Japan* in": what the other gives is valued, not pledged."""
    if lemma not in {"support", "backing", "solidarity", "effort"} or subject is None:
        return False
    voiced_by = set(talk.actors.resolve(subject).parties)
    return bool(voiced_by) and not voiced_by & set(speaker.parties)


def _plain_support(noun: Token, verb: Token, talk: Talk, speaker: Actor) -> Undertaking | None:
    """As in "expressed its *support*"."""
    if noun.lemma_.lower() != "support" or verb.lemma_ not in act_words().giving_support:
        return None
    opens = opens_at(verb, grammar.doer_of(verb))
    rule = f"commitment/noun:{noun.lemma_}"
    return Undertaking(noun, speaker, phrase_of(noun), opens, rule, "pledge", talk.addressee(verb))


def _need(noun: Token, verb: Token, inner: Token, talk: Talk, speaker: Actor) -> Undertaking | None:
    """As in "stressed the *need* for training": the guest's request; on world affairs it is a position."""
    left, right = content_of(inner)
    wanted = forms(noun.doc[left : right + 1])
    if noun.dep_ == "nsubjpass" and grammar.agent_of(verb) is None:
        speaker = talk.everybody(noun.idx, "stressed by all at the table")
    together = bool(wanted & act_words().together) and not wanted & {"support", "assistance"}
    if forms(inner.lefts) & act_words().of_all and is_joint(speaker):
        return None
    joint = is_joint(speaker) and together
    at_home = speaker.parties == (talk.analysis.home,) and not (together and wanted & act_words().more)
    if not joint and (len(speaker.parties) != 1 or at_home):
        return None
    world = stance_words()
    way_out = world.is_way_out(inner.lemma_.lower(), forms(inner.lefts))
    if way_out or world.on_world_matter(noun.doc[left : right + 1].text):
        return None
    opens = opens_at(verb, grammar.doer_of(verb))
    act = "agree" if joint else "propose" if together else "request"
    return Undertaking(noun, speaker, (left, right), opens, "commitment/noun:need", act)
