"""Verbs of asking: "asked Japan to help", "urged both to work together", "sought assistance"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.acts import act_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.commitment.found import (
    Talk,
    Undertaking,
    content_of,
    less,
    opens_at,
    phrase_of,
    with_help_before,
)
from servanda.extract.commitment.wishes import hope_of_both, own_act
from servanda.extract.found import is_joint
from servanda.extract.grammar.dependents import auxiliaries, first_child, lemmas

_HOPING = frozenset({"hope", "wish"})
_BEING_LET_IN = frozenset(
    {"become", "join", "receive", "obtain", "buy", "acquire", "take", "have", "get", "use"}
    | {"consider", "examine", "facilitate", "expedite"}
)
"""What one asks for oneself ("asked to |join| the mission"), or that the other side look at."""
_TOPICS = frozenset({"way", "mean", "means", "avenue", "opportunity", "possibility"})
_PLEADING = frozenset({"appeal", "plead"})


def verb_of_request(verb: Token, inner: Token | None, talk: Talk, speaker: Actor) -> Undertaking | None:
    """A request of the other side; a proposal, or an agreement, when both are asked."""
    asked = first_child(verb, "dobj", "dative", "obj", after=verb.i)
    if inner is not None:
        return _to_do(verb, inner, asked, talk, speaker)
    wanted = grammar.prep_objects(verb, "for")
    if verb.lemma_ in act_words().asking_for and wanted and (asked is not None or _is_wanted(wanted[0])):
        return _asked_for(verb, wanted[0], asked, talk, speaker)
    return _for_something(verb, asked, talk, speaker) if asked is not None else None


def _to_do(verb: Token, inner: Token, asked: Token | None, talk: Talk, speaker: Actor) -> Undertaking | None:
    """As in "asked *Japan to help*", "urged that *Japan help*"."""
    lemma = verb.lemma_.lower()
    if lemma == "ask" and _is_polite(inner, talk, speaker):
        doer = first_child(inner, "nsubj")
        opens = opens_at(verb, grammar.doer_of(verb))
        asked_of = less(talk.actors.resolve(doer), speaker)
        return Undertaking(
            verb, speaker, content_of(inner), opens, "commitment/verb:ask-whether", "request", asked_of
        )
    pleaded_with = grammar.prep_objects(verb, "to", "with") if lemma in _PLEADING else []
    asked = first_child(inner, "nsubj", "nsubjpass") or asked or next(iter(pleaded_with), None)
    if lemma == "ask" and asked is None and inner.lemma_ in _BEING_LET_IN and inner.dep_ == "xcomp":
        opens = opens_at(verb, grammar.doer_of(verb))
        return Undertaking(verb, speaker, content_of(inner), opens, "commitment/verb:ask-to", "request")
    if lemma == "ask" and (asked is None or inner.lemma_ in {"do", "be"} or _is_question(inner)):
        return None
    if lemma == "seek" and asked is None:
        return _seeking(verb, inner, speaker)
    whom = talk.actors.resolve(asked)
    if is_stance_on(inner, whom, verb, talk):
        return None
    act, addressee = "request", less(whom, speaker)
    if is_joint(whom) or (is_joint(speaker) and not addressee and _is_their_own(asked)):
        act = "agree" if speaker.collective else "propose"
    elif whom.parties and not addressee:
        if not grammar.is_passive(inner) or len(speaker.parties) != 1:
            return None
        addressee = talk.actors.others(verb.idx, speaker.parties)  # "asked that its officers be admitted"
    if lemma == "ask" and act == "request" and inner.lemma_.lower() in {"visit", "come"}:
        act = "invite"
    opens = opens_at(verb, grammar.doer_of(verb))
    content = with_help_before(content_of(inner), verb)
    return Undertaking(verb, speaker, content, opens, f"commitment/verb:{lemma}", act, addressee)


def is_stance_on(inner: Token, whom: Actor, verb: Token, talk: Talk) -> bool:
    """As in "called on China *to stop* the deliveries", "urged all armed groups *to lay down* arms": a stance
    on those who are not at the table."""
    if (
        set(whom.parties) & set(talk.actors.frame(verb.idx))
        or inner.lemma_.lower() not in stance_words().ceasing
    ):
        return False
    return bool(whom.parties) or stance_words().on_world_matter(verb.sent.text)


def _is_their_own(asked: Token | None) -> bool:
    """As in "both ministers encouraged *their industries* to"."""
    return asked is not None and grammar.has_child(asked, "poss", words={"their", "our"})


def _is_question(inner: Token) -> bool:
    """As in "asked *whether* Japan will train officers"."""
    return grammar.has_child(inner, "mark", words={"whether", "if"})


def _is_polite(inner: Token, talk: Talk, speaker: Actor) -> bool:
    """As in "asked *whether Japan could help* with it": a request in the form of a question."""
    modal = auxiliaries(inner) & {"could", "would", "might"}
    doer = first_child(inner, "nsubj")
    if not modal or doer is None or not _is_question(inner) or inner.lemma_ == "be":
        return False
    return bool(less(talk.actors.resolve(doer), speaker))


def _seeking(verb: Token, inner: Token, speaker: Actor) -> Undertaking | None:
    """As in "*seeks to expand* trade": a wish about oneself; what one "has sought to" do is only told."""
    if not speaker.parties or verb.tag_ == "VBN":
        return None
    opens = opens_at(verb, grammar.subject_of(verb))
    return Undertaking(
        verb, speaker, content_of(inner), opens, "commitment/verb:seek", own_act(inner, speaker)
    )


def _is_wanted(noun: Token) -> bool:
    """As in "asked for *Sweden's help*", "pleaded for *longer credit*"; not "asked for clarity"."""
    left, right = phrase_of(noun)
    if any(t.tag_ == "JJR" for t in noun.lefts) or noun.lemma_.lower() in act_words().efforts:
        return True
    return bool(
        lemmas(noun.doc[left : right + 1])
        & (act_words().help | act_words().together | activity_words().gifts | act_words().more_time)
    )


def help_wished(verb: Token, talk: Talk, speaker: Actor) -> Undertaking | None:
    """As in "expects *Japan's support* in the vote", "hopes for *further assistance*"."""
    wanted = first_child(verb, "dobj", after=verb.i) or next(iter(grammar.prep_objects(verb, "for")), None)
    if wanted is None or not speaker.parties:
        return None
    hope = hope_of_both(verb, verb, wanted, speaker) if verb.lemma_ in _HOPING else None
    if hope is not None:
        return hope
    lemma = wanted.lemma_.lower()
    anything = act_words().help | activity_words().gifts | act_words().doings
    if lemma not in anything - {"cooperation", "consideration"} or not _is_asked_of_others(verb, wanted):
        return None
    whom = talk.actors.resolve(grammar.possessor_of(wanted))
    if set(whom.parties) & set(speaker.parties) or is_joint(speaker):
        return None
    rule = f"commitment/wish:{verb.lemma_.lower()}-help"
    opens = opens_at(verb, grammar.doer_of(verb))
    return Undertaking(verb, speaker, phrase_of(wanted), opens, rule, "request", less(whom, speaker))


def _is_asked_of_others(verb: Token, wanted: Token) -> bool:
    """As in "expects *the resumption of recruitment*", "wants *more places*"; not "expects delivery"."""
    lemma = wanted.lemma_.lower()
    if lemma in act_words().help:
        return True
    more = grammar.has_child(wanted, "amod", words=act_words().more)
    of_something = lemma in act_words().doings and grammar.has_child(wanted, "prep", words={"of"})
    return verb.lemma_ in {"hope", "expect", "want", "wish"} and (more or of_something)


def _asked_for(
    verb: Token, wanted: Token, asked: Token | None, talk: Talk, speaker: Actor
) -> Undertaking | None:
    """As in "asked them *for more air defence systems*", "asked for *Sweden's help*"."""
    whom = asked if asked is not None else first_child(wanted, "poss")
    addressee = less(talk.actors.resolve(whom), speaker)
    opens = opens_at(verb, grammar.doer_of(verb))
    rule = "commitment/verb:ask-for"
    return Undertaking(verb, speaker, phrase_of(wanted), opens, rule, "request", addressee)


def _for_something(verb: Token, asked: Token, talk: Talk, speaker: Actor) -> Undertaking | None:
    """As in "requested *technical support*", "sought *closer cooperation*", not "sought *clarity*"."""
    lemma = verb.lemma_.lower()
    left, right = phrase_of(asked)
    wanted = lemmas(verb.doc[left : right + 1])
    words, told = act_words(), {t.lower_ for t in asked.lefts}
    if lemma == "seek" and asked.lemma_ in _TOPICS and not told & (words.more | words.openings):
        return None  # "sought ways to expand ties": the topic of the talks
    if lemma in words.asking_for_anything and not wanted & (words.help | words.together | words.openings):
        return None
    addressee = less(talk.actors.resolve(asked), speaker)
    opens = opens_at(verb, grammar.doer_of(verb))
    return Undertaking(verb, speaker, (left, right), opens, f"commitment/verb:{lemma}", "request", addressee)
