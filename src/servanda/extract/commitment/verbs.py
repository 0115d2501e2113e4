"""Verbs of commitment: "pledged to help", "agreed on a programme", "offered training"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.acts import act_words
from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.clauses import is_of_other_kind
from servanda.extract.commitment.adjectives import adjective_of_commitment
from servanda.extract.commitment.found import (
    Talk,
    Undertaking,
    content_of,
    is_denied,
    opens_at,
    phrase_of,
    with_help_before,
    with_what_follows,
)
from servanda.extract.commitment.invitations import verb_of_invitation
from servanda.extract.commitment.opinions import ASSURING, is_only_said
from servanda.extract.commitment.passives import passive_without_doer
from servanda.extract.commitment.requests import help_wished, verb_of_request
from servanda.extract.commitment.wishes import wish
from servanda.extract.found import is_joint
from servanda.extract.grammar.dependents import auxiliaries, first_child, forms, has_child

_WITHIN = frozenset({"in", "by", "under", "through"})
"""As in "a declaration *in which* they agreed": what is agreed is told by the clause itself."""
_WITH_WHOM = frozenset({"partner", "counterpart", "colleague", "side", "minister", "guest", "host"})
_CONTENT_PREPOSITIONS = frozenset({"to", "on", "upon", "with", "for", "of", "in"})


def verb_of_commitment(verb: Token, talk: Talk) -> Undertaking | None:
    """What a verb of commitment commits its doer to."""
    act = act_words().verb_act(verb.lemma_.lower()) or _settled(verb)
    if _tells_a_state(verb, act):
        return adjective_of_commitment(verb, talk)
    if act is None or is_denied(verb) or (verb.lemma_ == "resolve" and has_child(verb, "dobj")):
        return None  # "to resolve their differences" settles them
    doer = grammar.doer_of(verb)
    if doer is None and grammar.is_passive(verb):
        return passive_without_doer(verb, act, talk)
    inner = _inner_verb(verb, act) or (_around_an_aside(verb) if act == "wish" else None)
    if _is_object_clause(verb) or not _is_undertaken(verb, act, inner, talk):
        return None
    speaker = talk.speaker_of(verb, doer)
    if act == "wish":
        if _wishes_well(verb):
            return None
        if inner is None:
            return help_wished(verb, talk, speaker)
        return None if _is_only_expected(verb) else wish(verb, verb, inner, talk, speaker)
    if act == "invite":
        return verb_of_invitation(verb, talk, speaker)
    if act == "request":
        return verb_of_request(verb, inner, talk, speaker)
    return _plain(verb, act, inner, talk, speaker)


# -- what is looked for ------------------------------------------------------------------------------


def _wishes_well(verb: Token) -> bool:
    """As in "*wished* him *luck* in his new post", "wished the President *good health*": a courtesy."""
    said = verb.doc[verb.i + 1 : verb.sent.end]
    return verb.lemma_ == "wish" and any(t.lower_ in act_words().well for t in said if t.head == verb)


def _tells_a_state(verb: Token, act: str | None) -> bool:
    """As in "is *committed* to", "are *determined* to": read as adjectives."""
    if act is None:
        return verb.tag_ == "VBN"
    if has_child(verb, "nsubjpass", words={"it"}):  # "it was resolved to"
        return False
    return grammar.is_passive(verb) and act_words().adjective_act(verb.lower_) is not None


def _settled(verb: Token) -> str | None:
    """As in "*settled* that the sale would go ahead", "*accepted* to train them"; not "settled its debts"."""
    told = verb.lemma_ in {"settle", "arrange"} and has_child(verb, "ccomp", "xcomp")
    if verb.lemma_ in act_words().demanding:
        return "request" if _is_demanded(verb) else None
    if verb.lemma_ == "mean":
        meant = first_child(verb, "xcomp", after=verb.i)
        return "pledge" if meant is not None and not grammar.is_passive(verb) else None
    if verb.lemma_ == "accept":
        inner = first_child(verb, "xcomp", after=verb.i) if verb.tag_ != "VBG" else None
        return "agree" if inner is not None and has_child(inner, "aux", words={"to"}) else None
    return "agree" if told and not has_child(verb, "dobj") else None


def _around_an_aside(verb: Token) -> Token | None:
    """As in "Norwegian firms, he *hoped*, *would build* more ships in Japan"."""
    around = verb.head if verb.dep_ == "parataxis" and verb.head.pos_ == "VERB" else None
    before = first_child(verb, "ccomp")
    inner = around or (before if before is not None and before.i < verb.i else None)
    ahead = inner is not None and auxiliaries(inner) & {"would", "will", "could"}
    return inner if ahead and verb.lemma_ in {"hope", "wish"} else None


def _is_demanded(verb: Token) -> bool:
    """As in "insisted that Japan *open* its ports"; not "insisted that Japan *opened* them"."""
    inner = first_child(verb, "ccomp", after=verb.i)
    subject = first_child(inner, "nsubj", "nsubjpass") if inner is not None else None
    if inner is None or subject is None or auxiliaries(inner) - {"be"}:
        return False
    bare = inner.tag_ == "VB" or (inner.tag_ == "VBP" and subject.tag_ in {"NN", "NNP"})
    return (bare and inner.lemma_ != "be") or has_child(inner, "auxpass", words={"be"})


def _is_ahead(inner: Token) -> bool:
    """As in "Patrols *will begin*, they agreed", "Patrols *are to begin*, they agreed"."""
    to_be = first_child(inner, "xcomp", after=inner.i)
    return grammar.is_planned(inner) or (to_be is not None and grammar.is_planned(to_be))


def _inner_verb(verb: Token, act: str) -> Token | None:
    """The verb of what is to be done: "pledged *to help*", "agreed that both *strengthen*", "Patrols *are to
    begin*, they agreed"."""
    inner = first_child(verb, "xcomp", "ccomp", after=verb.i)
    if inner is None and act in {"agree", "pledge"}:
        inner = next((c for c in verb.children if c.dep_ == "ccomp" and _is_ahead(c)), None)
    if inner is not None or (act in {"request", "invite"} and verb.lemma_.lower() not in {"appeal", "plead"}):
        return inner
    purposes = (c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VB" and c.i > verb.i)
    return next((p for p in purposes if any(c.tag_ == "TO" for c in p.children)), None)


# -- what rules it out -------------------------------------------------------------------------------


def _is_object_clause(verb: Token) -> bool:
    """As in "the support *which Japan pledged*": the noun before it is told elsewhere; "the visit to which he
    was *invited*" is not."""
    if verb.lemma_ == "invite":
        return False
    opening = verb.doc[verb.left_edge.i : verb.i]
    pronouns = (t for t in opening if t.tag_ == "WDT" or (t.lower_ == "that" and t.dep_ == "dobj"))
    return verb.dep_ == "relcl" and any(
        t.dep_ == "dobj" or (t.dep_ == "pobj" and t.head.lower_ not in _WITHIN) for t in pronouns
    )


def _is_undertaken(verb: Token, act: str, inner: Token | None, talk: Talk) -> bool:
    """Not "agreed to hold talks", "plans to grow", "committed itself"."""
    lemma = verb.lemma_.lower()
    if inner is not None and act in {"agree", "propose", "pledge"} and _are_of_other_kind(inner, verb):
        return act == "propose" and inner.lemma_ in act_words().convening
    if lemma in {"plan", "intend", "mean"}:
        return inner is not None and _concerns_another(verb, inner, talk)
    if lemma == "agree" and inner is None and _is_a_statement(verb):
        return False
    doing = [c for p in verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pcomp"]
    if inner is None and act == "agree" and doing and all(map(is_of_other_kind, doing)):
        return False  # "concurred on accelerating the negotiations on the treaty"
    if lemma == "swear" and inner is None:  # "swore in the ministers"
        return False
    if lemma == "press" and verb.dep_ == "xcomp" and verb.tag_ == "VBG":  # "to discuss pressing matters"
        return False
    if lemma in {"resolve", "decide"} and inner is None:
        return has_child(verb, "prep")
    return lemma != "commit" or has_child(verb, "dobj", "prep", "xcomp")


def _is_a_statement(verb: Token) -> bool:
    """As in "agreed *a joint statement*": a text that is adopted."""
    agreed = (c.lemma_.lower() for c in verb.children if c.dep_ == "dobj")
    return any(verb.lemma_ in instrument_words().signed_by_kind.get(lemma, ()) for lemma in agreed)


def _are_of_other_kind(inner: Token, verb: Token) -> bool:
    """As in "agreed *to hold* talks and *sign* a pact"; not "to hold talks and *open* a hotline", whichever
    verb the parser joins it to."""
    joined = [c for c in inner.conjuncts if c.pos_ == "VERB" and c.i > inner.i]
    joined += [c for c in verb.conjuncts if c.tag_ == "VB" and c.i > inner.i and not grammar.has_subject(c)]
    return is_of_other_kind(inner) and all(is_of_other_kind(verb) for verb in joined)


def _concerns_another(verb: Token, inner: Token, talk: Talk) -> bool:
    """Whether what is planned is planned by both, names another, or is done for or with another."""
    planner = talk.actors.resolve(grammar.doer_of(verb))
    named = talk.analysis.parties_in(*talk.analysis.offsets(*content_of(inner)))
    if is_joint(planner) or any(m.code not in planner.parties for m in named):
        return True
    return any(_has_to_do_with_another(t) for t in (inner, *inner.conjuncts))


def _has_to_do_with_another(planned: Token) -> bool:
    """As in "plans *to send* officers", "*to buy* ten aircraft", "*to enlarge* its *order*", "*to deepen* its
    military *cooperation*"; not "plans to enlarge its army"."""
    words, lemma = act_words(), planned.lemma_.lower()
    if lemma in words.giving | activity_words().posting | words.buying:
        return True
    raised = [c for c in planned.children if c.dep_ == "dobj" and lemma in words.raising]
    return any(n.lemma_.lower() in words.raised for c in raised for n in grammar.with_conjuncts(c))


def _is_only_expected(verb: Token) -> bool:
    """As in "is *expected* by Japan to grow"."""
    return verb.lemma_.lower() in {"expect", "anticipate"} and grammar.is_passive(verb)


# -- what is made of it ------------------------------------------------------------------------------


def _plain(verb: Token, act: str, inner: Token | None, talk: Talk, speaker: Actor) -> Undertaking | None:
    """A pledge, an offer, a proposal or an agreement."""
    content = content_of(inner) if inner is not None else _object_of(verb, talk)
    if content is None or _is_adjective(inner) or is_only_said(verb, act, inner, talk):
        return None
    if act == "pledge":
        speaker = _who_will_do_it(verb, inner, speaker, talk)
    both = act == "pledge" and is_joint(speaker)
    if act == "agree" and len(speaker.parties) == 1 and verb.lemma_.lower() in {"decide", "resolve"}:
        act = "pledge"
    if act == "propose" and inner is not None and _would_give(inner, speaker):
        act = "offer"
    asked = _asked_alone(inner, act, speaker, talk)
    mixed = inner is not None and is_of_other_kind(inner) and not _are_of_other_kind(inner, verb)
    besides = "besides" if mixed else "verb"
    return Undertaking(
        trigger=verb,
        speaker=speaker,
        content=with_help_before(with_what_follows(content, verb), verb),
        opens=opens_at(verb, grammar.doer_of(verb)),
        rule=f"commitment/{besides}:{verb.lemma_.lower()}",
        act="agree" if both else "request" if asked else act,
        addressee=asked or talk.addressee(verb),
        why="both sides pledge: agree" if both else "the other side is to act" if asked else "",
    )


def _asked_alone(inner: Token | None, act: str, speaker: Actor, talk: Talk) -> tuple[str, ...]:
    """As in "suggested that *the Bank* carry out a study": the other side that is to act by itself."""
    doer = first_child(inner, "nsubj") if inner is not None and act == "propose" else None
    whom = talk.actors.resolve(doer)
    return () if whom.collective or set(whom.parties) & set(speaker.parties) else whom.parties


def _would_give(inner: Token, speaker: Actor) -> bool:
    """As in "proposed *to provide* training": what the own side would do for the other."""
    alone = inner.dep_ == "xcomp" and len(speaker.parties) == 1
    available = inner.lemma_ == "make" and "available" in forms(inner.subtree)
    return alone and (inner.lemma_ in act_words().giving or available)


def _is_adjective(inner: Token | None) -> bool:
    """As in "pledged itself *ready*"."""
    return inner is not None and inner.dep_ == "xcomp" and inner.pos_ == "ADJ"


def _object_of(verb: Token, talk: Talk) -> tuple[int, int] | None:
    """As in "pledged *support*", "agreed on *a programme*", "agreed with the minister on *it*"."""
    told = _told_of(verb)
    if told is not None:
        return told
    if grammar.is_passive(verb) and grammar.agent_of(verb) is not None:
        given = first_child(verb, "nsubjpass")
        return phrase_of(given) if given is not None and given.pos_ != "PRON" else None
    for thing in verb.children:
        if thing.dep_ in {"dobj", "obj"} and talk.actors.resolve(thing).person is None:
            return phrase_of(thing)
    for preposition in verb.children:
        noun = _behind(preposition)
        if noun is not None and preposition.i > verb.i and _brings_content(preposition, noun, verb, talk):
            return phrase_of(noun)
    return None


def _told_of(verb: Token) -> tuple[int, int] | None:
    """As in "assured President Otieno *of Japan's commitment* to": the parser hangs "of" on who is told."""
    if verb.lemma_.lower() not in act_words().telling:
        return None
    told = (t for t in verb.children if t.dep_ in {"dobj", "dative"})
    nouns = (n for t in (verb, *told) for n in grammar.prep_objects(t, "of"))
    carried = act_words().carried_along | act_words().help
    return next((phrase_of(n) for n in nouns if n.lemma_.lower() in carried), None)


def _behind(preposition: Token) -> Token | None:
    if preposition.dep_ != "prep" or preposition.lower_ not in _CONTENT_PREPOSITIONS:
        return None
    return first_child(preposition, "pobj", "pcomp")


def _brings_content(preposition: Token, noun: Token, verb: Token, talk: Talk) -> bool:
    """Not "agreed *in Tokyo*", not "agreed *with the minister*"."""
    if preposition.lower_ == "in" and verb.lemma_.lower() in {"agree", "concur", "decide"}:
        return noun.tag_ == "VBG"
    if preposition.lower_ != "with":
        return True
    somebody = noun.lemma_.lower() in _WITH_WHOM
    return talk.actors.resolve(noun).person is None and not (somebody and verb.lemma_ == "agree")


def _who_will_do_it(verb: Token, inner: Token | None, speaker: Actor, talk: Talk) -> Actor:
    """As in "the President assured Mr Lund that *Norway* would help": whoever "the President" is."""
    if inner is None or inner.dep_ != "ccomp":
        return _giver_from(verb, speaker, talk)
    if inner.lemma_.lower() in act_words().getting | {"find", "see", "benefit"}:
        return speaker  # "assured him that Japan would find a partner in Norway"
    doer = talk.actors.resolve(first_child(inner, "nsubj"))
    told_by_another = (
        len(doer.parties) == 1 and doer.person is None and not set(doer.parties) & set(speaker.parties)
    )
    return doer if verb.lemma_.lower() in ASSURING and told_by_another else speaker


def _giver_from(verb: Token, speaker: Actor, talk: Talk) -> Actor:
    """As in "assured technical support from the UN": the pledge is the UN's, whoever "he" is and wherever
    the parser hangs "from"."""
    nouns = [c for c in verb.children if c.dep_ == "dobj"]
    sources = [source for word in (*nouns, verb) for source in grammar.prep_objects(word, "from") if nouns]
    givers = (talk.actors.resolve(source) for source in sources)
    others = (g for g in givers if len(g.parties) == 1 and g.parties != speaker.parties)
    return next(others, speaker)
