"""Deliveries to come, told in the passive: "The first system is to be delivered to Estonia in 2025"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.acts import act_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.commitment.found import Talk, Undertaking, opens_at_report
from servanda.extract.found import is_joint
from servanda.extract.goods import direction_told, goods_in
from servanda.extract.grammar.dependents import auxiliaries, without_openers
from servanda.extract.grammar.subjects import SUBJECTS
from servanda.extract.speech import reported_by, reporter_of

_BEGINNING = frozenset({"begin", "start", "commence", "take", "follow", "be"})


def delivery_to_come(verb: Token, talk: Talk) -> Undertaking | None:
    """What the seller of goods will deliver to a state that is named; the taker alone pledges nothing."""
    subject = grammar.subject_of(verb)
    if subject is None:
        return None
    goods = goods_in(subject) if _is_to_be_delivered(verb) else _delivered_by_noun(verb, subject)
    if goods is None or not _is_goods(goods):
        return None
    taker = _states(grammar.prep_objects(verb, "to"), talk)
    agent = grammar.agent_of(verb)
    giver = (_states([agent], talk) if agent is not None else ()) or _seller(verb, taker, talk)
    taker = taker or (talk.actors.others(verb.idx, giver) if giver else ())
    if not giver and not taker:
        giver, taker = direction_told(goods, talk.actors) or ((), ())
    if len(giver) != 1 or len(taker) != 1 or giver == taker:
        return None
    said_by = reported_by(verb, talk.actors)
    if said_by.parties not in ((), giver):
        return None
    speaker = Actor(giver, said_by.person, False, "the side that sells, or named as the giver")
    return to_come(verb, "delivery", speaker, taker, "goods that are to reach the other side")


def lesson_to_come(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "50 *Kenyan* technicians will be trained in *Norway*": what one trains the other's in."""
    subject = grammar.subject_of(verb)
    if (
        subject is None
        or verb.lemma_.lower() not in activity_words().teaching
        or not grammar.is_passive(verb)
    ):
        return None
    if grammar.is_unreal(verb) or not _is_set(verb) or grammar.is_negated(verb):
        return None
    schools = grammar.prep_objects(verb, "in", "at", "by")
    named = (talk.analysis.party_of(t) for t in schools)
    giver = unique(m.code for m in named if m is not None and is_state(m.code)) or _states(schools, talk)
    if len(giver) != 1:
        return None
    taker = tuple(p for p in _states([subject], talk) if p not in giver)
    taker = taker or talk.actors.others(verb.idx, giver)
    said_by = reported_by(verb, talk.actors)
    if len(taker) != 1 or said_by.parties not in ((), giver, taker):
        return None
    person = said_by.person if said_by.parties == giver else None
    speaker = Actor(giver, person, False, "the side that trains")
    return to_come(verb, "lesson", speaker, taker, "people of the other side who are to be trained")


def to_come(verb: Token, kind: str, speaker: Actor, taker: tuple[str, ...], why: str) -> Undertaking:
    """What is to come, with the words above the verb that say so: "is due to be", without "that". One side
    pledges it, two agree on it."""
    left, right = grammar.clause_bounds(_above(verb))
    left = _with_its_thing(verb, without_openers(verb, left))
    return Undertaking(
        trigger=verb,
        speaker=speaker,
        content=(left, right),
        opens=opens_at_report(verb, left),
        rule=f"commitment/{kind}:{verb.lemma_.lower()}",
        act="agree" if is_joint(speaker) else "pledge",
        addressee=taker,
        why=why,
    )


def _with_its_thing(verb: Token, left: int) -> int:
    """Where the content begins, with what the second of two verbs has from the first: "*the bridge* was
    nearly ready and |would be opened|". The clause of the second alone would not tell what is to come."""
    if verb.dep_ != "conj" or grammar.has_child(verb, *SUBJECTS):
        return left
    subject = grammar.subject_of(verb)
    if subject is None or subject.left_edge.i >= left:
        return left
    return subject.left_edge.i


def _is_to_be_delivered(verb: Token) -> bool:
    """As in "will be delivered", "is due to be handed over", "said that it would be delivered"."""
    if verb.lemma_.lower() not in activity_words().delivering or not grammar.is_passive(verb):
        return False
    if grammar.is_unreal(verb) or grammar.is_unreal(_above(verb)):
        return False
    return is_ahead(verb)


def is_ahead(verb: Token) -> bool:
    """As in "will arrive", "is due to arrive", "said that it would arrive", "assured him that it could
    arrive", "were to arrive"."""
    told = auxiliaries(verb) & {"would", "could", "might"} and reporter_of(verb) is not None
    return bool(told) or _is_set(verb)


def _is_set(verb: Token) -> bool:
    return grammar.is_planned(verb) or _above(verb) != verb


def _delivered_by_noun(verb: Token, subject: Token) -> Token | None:
    """The radars of "|Delivery of the radars| is expected in 2026", "|The deliveries| will begin in 2026"."""
    delivered = subject.lemma_.lower() in act_words().deliveries
    if not delivered or grammar.is_unreal(verb) or grammar.is_negated(verb):
        return None
    lemma = verb.lemma_.lower()
    due = lemma == "be" and any(c.lower_ in {"due", "scheduled", "planned"} for c in verb.children)
    awaited = lemma in act_words().awaited and grammar.is_passive(verb) and "to" not in auxiliaries(verb)
    begins = lemma in _BEGINNING and _is_set(verb)
    if not (due or awaited or begins):
        return None
    delivered_of = grammar.prep_objects(subject, "of")
    return delivered_of[0] if delivered_of else _bought_before(subject)


def _bought_before(delivery: Token) -> Token | None:
    """The radars of "Kenya bought |radars|. *Delivery* will begin in 2026"."""
    if delivery.sent.start == 0:
        return None
    before = delivery.doc[delivery.sent.start - 1].sent
    bought = (t for t in before if t.lemma_.lower() in act_words().buying | {"sell", "deliver", "supply"})
    return next((n for verb in bought for n in grammar.objects_of(verb)), None)


def _above(verb: Token) -> Token:
    """The "is" of "is to be delivered", the "scheduled" of "is scheduled to be delivered"; else the verb."""
    head = verb.head
    if verb.dep_ not in {"xcomp", "ccomp"} or "to" not in auxiliaries(verb):
        return verb
    above = head.head if head.pos_ == "ADJ" else head
    return above if above.lemma_ == "be" or grammar.is_planned(above) else verb


def _is_goods(noun: Token) -> bool:
    """As in "tanks", "the first batch"; not "the report"."""
    words = activity_words()
    return noun.lemma_.lower() in (words.gifts - (words.no_goods - {"system"})) | words.consignments


def _states(nouns: list[Token], talk: Talk) -> tuple[str, ...]:
    """The states that the nouns name."""
    parties = (p for noun in nouns for p in talk.actors.resolve(noun).parties)
    return unique(p for p in parties if is_state(p))


def _seller(verb: Token, taker: tuple[str, ...], talk: Talk) -> tuple[str, ...]:
    """The one state whose firm is named, or from which something was bought; else the other side."""
    sold = unique(code for t in verb.doc for code in _sells(t, talk) if code not in taker)
    return sold or (talk.actors.others(verb.idx, taker) if taker else ())


def _sells(token: Token, talk: Talk) -> Iterator[str]:
    """As in "the German *company*", "*bought* tanks from Poland"."""
    words = act_words()
    named: list[Token] = []
    if token.lemma_.lower() in words.firms:
        named = list(token.lefts)
    elif token.lemma_.lower() in words.buying:
        named = [n for t in (token, *token.children) for n in grammar.prep_objects(t, "from")]
    parties = (talk.analysis.party_of(n) for n in named)
    return (m.code for m in parties if m is not None and is_state(m.code))
