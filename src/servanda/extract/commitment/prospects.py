"""What the other side's people will be let do or will have: "Kenyan cadets *will be allowed to* study",
"You *will get* the second boat", "Ms Otieno *was promised* a second boat", "There *will be* forty places"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.lots import lot_words
from servanda.codebook.places import country_of_place, is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.commitment.deliveries import is_ahead, to_come
from servanda.extract.commitment.found import Talk, Undertaking
from servanda.extract.lots_told import is_counted_noun, kind_of
from servanda.extract.speech import reported_by

_LOTS = frozenset({"goods", "works", "given"})


def leave_to_come(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "Citizens of Kenya *will be allowed to* join the Norwegian army", "cadets *will have access* to
    the school": leave of the one for people of the other."""
    lets = verb.lower_ in lot_words().allowed or _has_access(verb)
    above = verb if grammar.is_verbal(verb) else verb.head
    if not lets or not is_ahead(above) or grammar.is_unreal(above):
        return None
    guests = grammar.subject_of(above)
    if guests is None or guests.sent != verb.sent or guests.pos_ == "PRON":
        return None
    analysis = talk.analysis
    first = analysis.parties_in(*analysis.offsets(guests.left_edge.i, guests.right_edge.i))
    taker = (first[0].code,) if first else ()
    giver = talk.actors.other_of_pair(verb.idx, taker)
    if len(giver) != 1 or not (_names(above, giver, talk) or _has_place(above)):
        return None
    return to_come(
        above, "leave", Actor(giver, None, False, "who lets them"), taker, "leave for their people"
    )


def _has_access(verb: Token) -> bool:
    """As in "will have *access to the school*", "will have the right to"."""
    if verb.lemma_ not in {"have", "get", "gain"}:
        return False
    return any(o.lemma_.lower() in {"access", "right"} for o in grammar.objects_of(verb))


def _names(verb: Token, giver: tuple[str, ...], talk: Talk) -> bool:
    start, end = talk.analysis.offsets(*grammar.clause_bounds(verb))
    named = unique(m.code for m in talk.analysis.parties_in(start, end) if is_state(m.code))
    places = (t for t in verb.subtree if t.dep_ == "pobj" and t.pos_ == "PROPN")
    return giver[0] in named or any(country_of_place(t.text) == giver[0] for t in places)


def _has_place(verb: Token) -> bool:
    """As in "attend *the war college*", "enrol at *the academy*": a school told before."""
    schools = lot_words().works
    return any(
        t.lemma_.lower() in schools and t.left_edge.lower_ == "the" and t.dep_ in {"dobj", "pobj"}
        for t in verb.subtree
    )


def yours_to_come(verb: Token, talk: Talk) -> Undertaking | None:
    """As in '"*You will get* the second boat," he said': the side that speaks gives it."""
    if verb.lemma_ not in {"get", "have", "receive", "see"} or not is_ahead(verb) or grammar.is_unreal(verb):
        return None
    subject = grammar.subject_of(verb)
    if subject is None or subject.lower_ != "you" or not _lot_in(grammar.objects_of(verb), talk):
        return None
    speaker = talk.actors.quoted(verb)
    taker = talk.actors.other_of_pair(verb.idx, speaker.parties)
    return to_come(verb, "yours", speaker, taker, "promised to the other side") if len(taker) == 1 else None


def promised_to(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "Ms Otieno *was promised* a second boat": by the other one."""
    if verb.lemma_ not in {"promise", "offer", "guarantee"} or not grammar.is_passive(verb):
        return None
    subject = grammar.subject_of(verb)
    if grammar.is_unreal(verb) or verb.dep_ not in {"ROOT", "conj", "ccomp"} or subject is None:
        return None
    taker = talk.actors.resolve(subject).parties
    giver = talk.actors.resolve(grammar.agent_of(verb)).parties or talk.actors.other_of_pair(verb.idx, taker)
    if len(taker) != 1 or len(giver) != 1 or not _lot_in(grammar.objects_of(verb), talk):
        return None
    return to_come(verb, "promised", Actor(giver, None, False, "of whom it has it"), taker, "promised to it")


def there_to_be(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "There *will be* forty places for Kenyan cadets", "There *will be* a second boat"."""
    if verb.lemma_ != "be" or not is_ahead(verb) or grammar.is_unreal(verb):
        return None
    if not any(c.dep_ == "expl" for c in verb.children):
        return None
    things = [c for c in verb.children if c.dep_ in {"attr", "nsubj"}]
    things = [t for t in things if not grammar.has_child(t, "det", "neg", words={"no"})]
    if not any(kind_of(t, talk.analysis) in _LOTS and is_counted_noun(t) for t in things):
        return None
    pair = talk.actors.pair(verb.idx)
    said_by = reported_by(verb, talk.actors)
    if len(pair) != 2 or not all(map(is_state, pair)):
        return None
    speaker = said_by if len(said_by.parties) == 1 else Actor(pair, None, True, "the two at the table")
    return to_come(
        verb, "there", speaker, talk.actors.other_of_pair(verb.idx, speaker.parties), "what is to be given"
    )


def _lot_in(nouns: list[Token], talk: Talk) -> bool:
    return any(kind_of(t, talk.analysis) in _LOTS for t in nouns)
