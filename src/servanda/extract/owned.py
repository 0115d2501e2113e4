"""To whom goods come to belong: "Eighteen jets *became Kenyan*", "the boats *will be yours*"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.lots import lot_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.analysis import unique
from servanda.extract.goods import goods_in
from servanda.extract.lots_time import holds_now
from servanda.extract.lots_told import kind_of

_OWNED = frozenset({"yours", "your"})
_BECOMING = frozenset({"be", "become"})
_SIGNS = frozenset({"flag", "colour", "color", "insignia"})
"""What goods fly or carry of whose they are."""
_THINGS = frozenset({"they", "it", "these", "those", "which", "that", "them", "all"})
OWNING = _BECOMING | {"belong", "pass", "go", "fly", "carry", "wear"}
"""Verbs of which any can tell whose goods are; nothing else is looked at."""


def new_owner(verb: Token, actors: Actors) -> tuple[str, ...]:
    """The state to which goods come by what `verb` says; none where it tells no such thing."""
    if verb.lemma_.lower() not in OWNING:
        return ()
    subject = grammar.subject_of(verb)
    if subject is None or subject.sent != verb.sent:
        return ()
    taker = _taker(verb, subject, actors)
    pair = actors.pair(verb.idx)
    if len(taker) != 1 or len(pair) != 2 or taker[0] not in pair or not _are_goods(subject, actors):
        return ()
    return taker


def is_now(verb: Token) -> bool:
    """As in "has *been* Kenyan *since* May", "are *now* Kenyan": the boats of a fleet are always its own."""
    return verb.lemma_ in {"become", "pass", "go"} or holds_now(verb)


def _taker(verb: Token, subject: Token, actors: Actors) -> tuple[str, ...]:
    lemma = verb.lemma_.lower()
    if lemma in _BECOMING:
        told = [c for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"} and c.i > verb.i]
        yours = any(c.lower_ in _OWNED for c in told)
        hands = [t for t in grammar.prep_objects(verb, "in") if t.lemma_.lower() == "hand"]
        return _of_the_other(verb, actors) if yours else unique(_whose((*told, *hands), actors))
    if lemma == "belong":
        return unique(_whose(grammar.prep_objects(verb, "to"), actors))
    if lemma in {"pass", "go"}:
        owned = subject.lemma_.lower() in {"ownership", "title", "property"}
        to = grammar.prep_objects(verb, "to", "into")
        into_hands = any(t.lemma_.lower() in {"hand", "ownership", "possession"} for t in to)
        return unique(_whose(to, actors)) if owned or into_hands else ()
    flags = [o for o in grammar.objects_of(verb) if o.lemma_.lower() in _SIGNS]
    return unique(_whose(flags, actors))


def _whose(nouns: list[Token] | tuple[Token, ...], actors: Actors) -> list[str]:
    """RO of "*Romanian*", "*Romanian* property", "the property *of Romania*"."""
    owned, analysis = lot_words().owned, actors.analysis
    out: list[str] = []
    for noun in nouns:
        own = analysis.party_of(noun)
        if own is not None and own.form != "capital":
            out.append(own.code)
            continue
        inside = (noun.left_edge.i, next(iter(grammar.prep_objects(noun, "of")), noun).i)
        named = analysis.parties_in(*analysis.offsets(*inside))
        if noun.lemma_.lower() in owned:
            out += [m.code for m in named if is_state(m.code) and m.form != "capital"]
    return out


def _of_the_other(verb: Token, actors: Actors) -> tuple[str, ...]:
    """Whom "yours" means: the side that is not quoted."""
    return actors.other_of_pair(verb.idx, actors.quoted(verb).parties)


def _are_goods(subject: Token, actors: Actors) -> bool:
    noun = goods_in(subject)
    if subject.lower_ in _THINGS or noun.lower_ in _THINGS or noun.pos_ == "NUM":
        return True
    owned = [noun, *grammar.prep_objects(noun, "of", "over")]
    return any(kind_of(t, actors.analysis) == "goods" for t in owned)
