"""Lots: goods, people and works that go from one of two states to the other part by part, told of themselves:
"*The first two boats* will arrive in 2025", "*The rest* has been delivered", "*Twelve Kenyan pilots* left for
Oslo". Who gives is told by whose they are, by the place, by what was told of them before, or not at all."""

from __future__ import annotations

import re

import msgspec
from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.lots import LotWords, lot_verbs, lot_words
from servanda.codebook.places import country_of_place, is_state
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis, unique
from servanda.extract.goods import direction_told, goods_in, is_model

_NEAR = 60
"""Tokens before a lot without a noun ("nine have arrived") in which it is told of what."""
_A_PAIR = 2
_VAGUE = frozenset({"many", "most", "some", "several", "all", "few", "both"})
"""What counts people alone: "*many* go on to serve"."""
_OF_A_SHARE = re.compile(r"\bof (?:the|these|those|all|them)\b")


class Lot(msgspec.Struct, frozen=True):
    """giver, taker  the one state of each; both empty where it is not told which of the two gives
    pair             the two
    works            whether it is something built or set up"""

    giver: tuple[str, ...]
    taker: tuple[str, ...]
    pair: tuple[str, ...]
    works: bool = False


def lot_of(verb: Token, actors: Actors) -> Lot | None:
    """The lot of which `verb` tells what it does or what is done with it, if it is one."""
    lemma, words = verb.lemma_.lower(), lot_words()
    if lemma not in lot_verbs():
        return None
    subject = grammar.subject_of(verb)
    if subject is None or subject.sent != verb.sent or subject.pos_ == "PRON":
        return None
    noun = goods_in(subject)
    if noun.lemma_.lower() in activity_words().measures:
        noun = next(iter(grammar.prep_objects(noun, "of")), noun)
    if noun.pos_ == "PRON" and noun.lower_ != "them":
        return None  # "many of whom remain"
    if noun is subject and (noun.lower_ in _VAGUE or _are_people_told(noun)):
        return None
    named = noun if noun.pos_ in {"NOUN", "PROPN"} and not _counts(noun) else _told_before(noun)
    if named is None:
        return None
    kind = _kind(named, words)
    if kind is None or not _does(verb, lemma, kind, words) or not _is_part(verb, subject, kind):
        return None
    if _is_told_of_else(verb, lemma):
        return None
    pair = actors.pair(verb.idx)
    if len(pair) != _A_PAIR or not all(map(is_state, pair)):
        return None
    return _directed(verb, named if named.sent == verb.sent else subject, kind, pair, actors)


def _are_people_told(noun: Token) -> bool:
    """As in "*the two* had just come out of talks"."""
    return noun.pos_ == "NUM" and grammar.has_child(noun, "det")


def _kind(noun: Token, words: LotWords) -> str | None:
    lemma = noun.lemma_.lower()
    if lemma in words.learners:
        return "learners"
    if lemma in words.sent:
        return "sent"
    if lemma in words.works:
        return "works"
    known = activity_words()
    goods = (
        lemma == "unit"
        or is_model(noun)
        or known.is_goods(lemma)
        or lemma in known.consignments
        or lemma in known.moving
    )
    return "goods" if goods else None


def _does(verb: Token, lemma: str, kind: str, words: LotWords) -> bool:
    """Whether what is told of it is what such a lot does: "boats arrive", "a course begins"."""
    passive = grammar.is_passive(verb)
    if lemma == "be":
        due = [c for c in verb.children if c.dep_ == "acomp"]
        if any(grammar.has_child(t, "xcomp", "advcl", "ccomp") for t in (verb, *due)):
            return False  # "is due to be handed over": the verb behind it tells that
        near = {c.lower_ for c in verb.children if c.dep_ in {"advmod", "acomp", "attr"}}
        return kind in {"goods", "works"} and bool(near & words.states)
    if lemma in {"take", "change"}:  # "took up its duties", "has changed hands"
        return any(o.lemma_.lower() in words.taken for o in grammar.objects_of(verb))
    done = {"goods": words.goods_done, "works": words.works_done}.get(kind, words.people_done)
    does = {"goods": words.goods_do, "works": words.works_do}.get(kind, words.people_do)
    return lemma in (done if passive else does)


def _is_told_of_else(verb: Token, lemma: str) -> bool:
    """As in "*touched upon* the visit", "*go on* to serve", "joined them for the *exercise*"."""
    if lemma == "touch":
        return not grammar.has_child(verb, "prt", "advmod", words={"down"})
    if lemma == "fly" and grammar.objects_of(verb):
        return True
    if lemma == "attend":
        return not any(o.lemma_.lower() in activity_words().courses for o in grammar.objects_of(verb))
    if lemma in {"go", "come"} and grammar.has_child(verb, "prt", words={"on", "up"}):
        return True
    left, right = grammar.clause_bounds(verb)
    elsewhere = activity_words().elsewhere_told
    return any(t.lemma_.lower() in elsewhere for t in verb.doc[left : right + 1])


def _is_part(verb: Token, subject: Token, kind: str) -> bool:
    """As in "*the first* boats", "*twelve* of them", "*50 Kenyan* engineers": one spoken of before, or
    counted; ships and officers without a count come on visits."""
    words, lemma = activity_words(), subject.lemma_.lower()
    counted = any(t.lower_ in words.counting or t.lower_ in words.parts_of for t in (subject, *subject.lefts))
    counted = counted or bool(_OF_A_SHARE.search(grammar.phrase(subject).text.lower()))
    moving = lemma in words.moving | words.visiting_people or is_model(subject)
    travels = kind == "learners" and verb.lemma_.lower() in words.travelling
    if travels and not counted:
        return any(t.lemma_.lower() in words.courses | words.schooling for t in verb.subtree)
    if counted or (moving and kind != "learners"):
        given = (c for c in subject.children if c.dep_ in {"acl", "relcl"})
        return counted or any(c.lemma_.lower() in words.giving | words.vowing for c in given)
    if lemma == "party" and not grammar.has_child(subject, "amod", "compound", words={"advance"}):
        return False  # "the two parties will begin"
    return kind != "goods" or grammar.has_child(subject, "det", words={"the", "these", "all", "both"})


def _counts(noun: Token) -> bool:
    return noun.pos_ == "NUM" or noun.lower_ in activity_words().parts_of | {"them"}


def _told_before(lot: Token) -> Token | None:
    """The boats of "Kenya was promised ten *boats*. |Nine| have arrived"."""
    words = lot_words()
    before = lot.doc[max(lot.i - _NEAR, 0) : lot.i]
    return next((t for t in reversed(before) if t.pos_ == "NOUN" and _kind(t, words) is not None), None)


def _directed(verb: Token, noun: Token, kind: str, pair: tuple[str, ...], actors: Actors) -> Lot | None:
    """The lot with who of the two gives it; None where it goes to neither, or stays at home."""
    analysis = actors.analysis
    owner, goal = _owner(noun, analysis), _goal(verb, analysis)
    if owner and _is_at_home(verb, owner, analysis):
        return None
    if any(code not in pair for code in (*owner, *goal)) or (owner and set(goal) == set(owner)):
        return None
    direction = direction_told(noun, actors) if kind in {"goods", "works"} else None
    if direction is not None and set(direction[0] + direction[1]) == set(pair):
        return Lot(*direction, pair, kind == "works")
    if kind == "learners":
        taker = owner or _other(goal, pair)
        giver = _other(taker, pair)
    elif verb.lemma_.lower() in activity_words().leaving:
        giver = owner or _other(goal, pair)
        taker = _other(giver, pair)
    else:
        goal = goal if kind != "works" else ()
        source = _source(verb, analysis)
        giver = source or owner if kind != "works" else source
        giver = giver or _other(goal, pair)
        taker = _other(giver, pair)
    clear = len(giver) == len(taker) == 1 and giver != taker
    if not clear:
        giver = taker = ()
    return Lot(giver, taker, pair, kind == "works")


def _other(known: tuple[str, ...], pair: tuple[str, ...]) -> tuple[str, ...]:
    """The other one of the two; none where none is known."""
    return tuple(code for code in pair if known and code not in known)


def _is_at_home(verb: Token, owner: tuple[str, ...], analysis: Analysis) -> bool:
    """As in "*Kenyan* officers graduated from the *Kenyan* academy"."""
    named = analysis.parties_in(*analysis.offsets(*grammar.clause_bounds(verb)))
    codes = [m.code for m in named]
    return len(codes) > 1 and set(codes) == set(owner)


def _owner(noun: Token, analysis: Analysis) -> tuple[str, ...]:
    """Of "the *Norwegian* boats", "pilots of the *Kenyan* Air Force"; not of "boats for Kenya"."""
    behind = next(iter(grammar.prep_objects(noun, "of", "from")), noun)
    named = analysis.parties_in(*analysis.offsets(noun.left_edge.i, behind.i))
    told = (m for m in named if m.form != "capital" and is_state(m.code))
    # "the *Lithuania* brigade" goes to Lithuania
    by_name = analysis.party_of(behind) is not None
    return unique(m.code for m in told if m.form == "demonym" or by_name)


def _goal(verb: Token, analysis: Analysis) -> tuple[str, ...]:
    """The state to which it goes, by its name or that of a place: "arrived *at Mombasa*", "left *Lamu*"."""
    places = [*grammar.prep_objects(verb, "in", "at", "to", "on", "for"), *grammar.objects_of(verb)]
    return unique(code for place in places if (code := _country(place, analysis)))


def _source(verb: Token, analysis: Analysis) -> tuple[str, ...]:
    places = grammar.prep_objects(verb, "from", "by")
    return unique(code for place in places if (code := _country(place, analysis)))


def _country(place: Token, analysis: Analysis) -> str | None:
    mention = analysis.party_of(place)
    if mention is not None:
        return mention.code if is_state(mention.code) else None
    return country_of_place(place.doc[place.left_edge.i : place.i + 1].text) or country_of_place(place.text)
