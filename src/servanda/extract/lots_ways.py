"""Which of the two states gives a lot: by whose it is, by who promised it, by where it goes or stands."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.lots import lot_words
from servanda.codebook.places import country_of_place, is_state
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis, unique
from servanda.extract.goods import direction_told
from servanda.extract.lots_told import Told, is_counted, is_told_before, opens_as_a_part
from servanda.extract.mentions import PartyMention

AT = ("in", "at", "on", "aboard", "off", "near")
"""What stands before the place where something is."""


class Lot(msgspec.Struct, frozen=True):
    """giver, taker  the one state of each; both empty where it is not told which of the two gives
    pair             the two
    works            whether it is something built or set up"""

    giver: tuple[str, ...]
    taker: tuple[str, ...]
    pair: tuple[str, ...]
    works: bool = False


def directed(verb: Token, told: Told, pair: tuple[str, ...], actors: Actors) -> Lot | None:
    """The lot with who of the two gives it; None where it goes to neither, or stays at home."""
    noun = told.noun if told.noun.sent == verb.sent else told.subject
    analysis, works = actors.analysis, told.kind == "works" and told.promised is None
    owner, goal = _owner(noun, analysis), _goal(verb, analysis)
    if told.kind == "nationals" and verb.lemma_ == "follow":
        return Lot((), (), pair)  # "Ukrainians would follow in 2026"
    if owner and _are_guests(told, owner, verb) and set(goal) <= set(pair):
        return Lot((), (), pair)
    if _is_elsewhere(verb, told, (owner, goal, pair), analysis):
        return None
    direction = direction_told(noun, actors) if told.kind in {"goods", "works", "given"} else None
    if direction is not None and set(direction[0] + direction[1]) == set(pair):
        return Lot(*direction, pair, works)
    giver = (
        _promiser(told, pair, actors)
        or _other(_for_whom(told, pair, analysis), pair)
        or _giver(verb, told, (owner, goal, pair), actors)
    )
    taker = _other(giver, pair)
    clear = len(giver) == len(taker) == 1
    return Lot(giver, taker, pair, works) if clear else Lot((), (), pair, works)


_Sides = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Whose the lot is, where it goes, and the two of whom the text tells."""


def _is_elsewhere(verb: Token, told: Told, sides: _Sides, analysis: Analysis) -> bool:
    """Whether it stays with who has it, or goes to a third."""
    owner, goal, pair = sides
    if owner and (_is_at_home(verb, owner, analysis) or set(goal) == set(owner)):
        return True
    if any(code not in pair for code in (*owner, *goal)):
        return True
    goes = grammar.is_passive(verb) or verb.lemma_.lower() in activity_words().travelling
    if told.kind == "goods" and goes and _names_a_third(verb, pair, analysis):
        return True
    joins = verb.lemma_.lower() in lot_words().joining
    if joins and told.kind in {"learners", "nationals"} and owner and not goal and _are_only_counted(told):
        named = {m.code for m in _named_beside(verb, analysis)}
        return named <= set(owner) and not _names_a_place(verb, analysis)
    known = owner or goal or told.promised or is_counted(told) or _is_definite(told)
    return told.kind == "learners" and not known  # "students who pass"


def _giver(verb: Token, told: Told, sides: _Sides, actors: Actors) -> tuple[str, ...]:
    owner, goal, pair = sides
    if role_in(verb) is not None:
        return owner
    if _learn(verb, told):
        return _other(owner or _other(goal, pair), pair)
    if verb.lemma_.lower() in activity_words().leaving and told.kind == "goods" and not owner:
        return tuple(code for code in goal if code in pair)  # from there they go to the other
    if verb.lemma_.lower() in activity_words().leaving:
        return owner or _other(goal, pair)
    analysis, works = actors.analysis, told.kind == "works"
    source = _source(verb, analysis) or _hander(verb, pair, actors) or _made_by(told, verb, analysis)
    if not source and verb.lemma_.lower() in activity_words().servicing:
        source = goal
    if source or works:
        return source
    return owner or _other(goal, pair)


def _names_a_third(verb: Token, pair: tuple[str, ...], analysis: Analysis) -> bool:
    """As in "was handed over to the *Hungarian* forces", told of two others."""
    named = _named_beside(verb, analysis)
    return any(is_state(m.code) and m.code not in pair for m in named)


def _named_beside(verb: Token, analysis: Analysis) -> Sequence[PartyMention]:
    """The parties named in the clause."""
    return analysis.parties_in(*analysis.offsets(*grammar.clause_bounds(verb)))


def _are_only_counted(told: Told) -> bool:
    """As in "*Two hundred* Kenyans have enlisted": at home, for all that is told; not "the first"."""
    return not opens_as_a_part(told.subject)


def _names_a_place(verb: Token, analysis: Analysis) -> bool:
    """As in "won their wings *at East Sale*"; not "in September"."""
    near = (verb, *grammar.objects_of(verb))
    places = (t for w in near for t in grammar.prep_objects(w, "in", "at", "from", "aboard", "off"))
    names = [t for t in places if t.pos_ == "PROPN"]
    return any(not analysis.dates_in(t.idx, t.idx + len(t)) for t in names) or grammar.has_child(
        verb, "advmod", words={"there"}
    )


def _is_definite(told: Told) -> bool:
    """As in "*the* boats", "training": told before, or no matter of many."""
    singular = told.noun.tag_ in {"NN", "NNP"}
    return singular or is_told_before(told.subject)


def _are_guests(told: Told, owner: tuple[str, ...], verb: Token) -> bool:
    """As in "four *Ukrainians* have been flying at Lamu", a place of the two of which was told before."""
    if told.kind != "nationals" or len(owner) != 1:
        return False
    before = verb.doc[: verb.sent.start].text
    places = (p for p in grammar.prep_objects(verb, *AT) if p.text[:1].isupper())
    return any(p.text in before for p in places) or grammar.has_child(verb, "advmod", words={"there"})


def _made_by(told: Told, verb: Token, analysis: Analysis) -> tuple[str, ...]:
    """Germany of "a *German*-language school opened in Vilnius": works of one in a place of the other."""
    if told.kind != "works" or not grammar.prep_objects(verb, "in", "at"):
        return ()
    noun = told.noun
    named = analysis.parties_in(*analysis.offsets(noun.left_edge.i, noun.i))
    made = unique(m.code for m in named if m.form == "demonym" and is_state(m.code))
    there = _goal(verb, analysis)
    return made if len(made) == 1 and there and made != there else ()


def _promiser(told: Told, pair: tuple[str, ...], actors: Actors) -> tuple[str, ...]:
    """Japan of "the boats that *Japan* promised"; of "the boats that Kenya *ordered*" the other one."""
    if told.promised is None:
        return ()
    doer = actors.resolve(grammar.doer_of(told.promised)).parties
    named = tuple(code for code in doer if code in pair)
    if len(named) != 1:
        return ()
    return _other(named, pair) if told.promised.lemma_.lower() in lot_words().wanted else named


def _for_whom(told: Told, pair: tuple[str, ...], analysis: Analysis) -> tuple[str, ...]:
    """Kenya of "the number of scholarships *for Kenyan students*", which the other side gives."""
    if told.kind != "given":
        return ()
    near = (told.subject, told.noun, *grammar.prep_objects(told.subject, "of"))
    behind = [t for noun in near for t in grammar.prep_objects(noun, "for")]
    named = (analysis.parties_in(*analysis.offsets(t.left_edge.i, t.right_edge.i)) for t in behind)
    codes = unique(m.code for mentions in named for m in mentions if is_state(m.code))
    return codes if len(codes) == 1 and codes[0] in pair else ()


def _other(known: tuple[str, ...], pair: tuple[str, ...]) -> tuple[str, ...]:
    """The other one of the two; none where none is known."""
    return tuple(code for code in pair if known and code not in known)


def _is_at_home(verb: Token, owner: tuple[str, ...], analysis: Analysis) -> bool:
    """As in "*Kenyan* officers graduated from the *Kenyan* academy"."""
    left, right = grammar.clause_bounds(verb)
    aside = (c.left_edge.i - 1 for c in verb.rights if c.dep_ in {"advcl", "relcl", "ccomp"})
    named = analysis.parties_in(*analysis.offsets(left, max(verb.i, min((right, *aside)))))
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
    """The state to which it goes, by its name or that of a place, "arrived *at Mombasa*", "left *Lamu*", or
    with which one has a post."""
    role = role_in(verb)
    if role is not None:
        named = analysis.parties_in(*analysis.offsets(role.left_edge.i, role.right_edge.i))
        return unique(m.code for m in named if is_state(m.code))
    due = (c for c in verb.children if c.dep_ == "acomp")
    places = [t for w in (verb, *due) for t in grammar.prep_objects(w, "in", "at", "to", "on", "for")]
    places += grammar.objects_of(verb)
    places += [t for p in places for t in grammar.prep_objects(p, "in", "at", "of")]
    return unique(code for place in places if (code := _country(place, analysis)))


def _learn(verb: Token, told: Told) -> bool:
    """Whether it is the other side that gives what they do or have: "soldiers *were treated* in Oslo"; those
    who "start *teaching*" give it themselves."""
    words, teaching = lot_words(), activity_words().teaching
    if any(c.dep_ == "xcomp" and c.lemma_.lower() in teaching for c in verb.children):
        return False
    served = words.served if grammar.is_passive(verb) else words.learning
    return told.kind in {"learners", "nationals"} or (told.kind == "sent" and verb.lemma_.lower() in served)


def role_in(verb: Token) -> Token | None:
    """The post of "has been *the deputy commander* of the Kenyan force", which one has with the other."""
    if verb.lemma_ not in {"be", "become"}:
        return None
    posts = (c for c in verb.children if c.dep_ == "attr" and c.lemma_.lower() in lot_words().roles)
    return next((c for c in posts if grammar.prep_objects(c, "of", "to", "in", "at")), None)


def _source(verb: Token, analysis: Analysis) -> tuple[str, ...]:
    places = grammar.prep_objects(verb, "from", "by")
    return unique(code for place in places if (code := _country(place, analysis)))


def _hander(verb: Token, pair: tuple[str, ...], actors: Actors) -> tuple[str, ...]:
    """As in "was handed over *to the Prime Minister* of Kenya *by the Japanese minister*"."""
    if not grammar.is_passive(verb):
        return ()
    by = tuple(code for code in actors.resolve(grammar.agent_of(verb)).parties if code in pair)
    to = unique(code for t in grammar.prep_objects(verb, "to") for code in actors.resolve(t).parties)
    return by or _other(tuple(code for code in to if code in pair), pair)


def _country(place: Token, analysis: Analysis) -> str | None:
    mention = analysis.party_of(place)
    if mention is not None:
        return mention.code if is_state(mention.code) else None
    return country_of_place(place.doc[place.left_edge.i : place.i + 1].text) or country_of_place(place.text)
