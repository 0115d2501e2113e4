"""Openings and presentations, told as joint or with their time: "inaugurated the plant", "the ship was
christened", "the opening of the centre"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.days import is_years
from servanda.extract.engagement.looked_back import own_time
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.ships import is_of_a_ship
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import has_child, lemma_of, noun_bounds
from servanda.extract.lines import is_line
from servanda.extract.mentions import Direction
from servanda.model.edtf import precision

_A_PAIR = 2
_TYPE = re.compile(r"[A-Z]{1,5}-?\d")
"""What begins the name of a type of aircraft or tank: "FA-50", "K2"."""
_OF_THE_CEREMONY = re.compile(
    r"\b(?:the|this) (?:ceremony|inauguration|occasion)\b|\bon this occasion\b", re.IGNORECASE
)


_PLACING = frozenset({"in", "at", "near", "on"})


def tells_of_opening(scene: Scene, verb: Token) -> bool:
    """ "inaugurated", "opened", "laid the foundation stone", "broke ground"."""
    words = scene.words.ceremonies
    begun = words.beginning.get(lemma_of(verb))
    if begun is not None:
        return any(c.dep_ in {"dobj", "nsubjpass"} and lemma_of(c) in begun for c in verb.children)
    return lemma_of(verb) in words.opening


def tells_of_showing(scene: Scene, verb: Token) -> bool:
    """ "The first aircraft were presented", "the frigate was christened"."""
    if lemma_of(verb) not in scene.words.ceremonies.showing:
        return False
    what = _what(verb)
    return what is not None and _can_be_shown(scene, what)


def opened(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """Opening what the other side built or paid: "ceremonially opened the hospital funded by Japan"."""
    if has_child(verb, {"since"}):  # "sixty years since the two countries opened embassies"
        return
    what = _what(verb)
    opener = grammar.doer_of(verb)
    if what is None and opener is not None and lemma_of(opener) in scene.words.ceremonies.built:
        what, opener = opener, None  # "The centre |opened| in May"
    if what is None or lemma_of(what) in scene.words.ceremonies.not_built or is_line(what):
        return
    who = scene.actors.resolve(opener)
    left, right = scene.clause(verb, opener)
    rule = f"opening:{lemma_of(verb)}"
    if sides := _sides_of_a_day(scene, verb, what, who):
        telling = Telling(verb, min(left, what.left_edge.i), right)
        yield make(scene, "ceremony", f"{rule}/day", telling, [*scene.who(opener), Actor(sides)])
    elif _is_joint_opening(scene, verb, what, who):
        host = Actor(_host_abroad(scene, verb, what, who))
        yield make(scene, "ceremony", rule, Telling(verb, left, right), [*scene.who(opener), host])
    elif who.person is not None and _is_told_of_behind(scene, verb, what):
        yield make(scene, "ceremony", rule, Telling(verb, left, right), [who])


def tells_of_occasion(scene: Scene, noun: Token) -> bool:
    """ "the |opening| of the centre", "the |presentation| of the first aircraft"."""
    words = scene.words.ceremonies
    if lemma_of(noun) not in words.set_for_later:
        return False
    things = grammar.prep_objects(noun, "of")
    return any(lemma_of(t) in words.built or _can_be_shown(scene, t) for t in things)


def occasion(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """What is looked back on with its time, "since |the opening of the centre in May|", or was attended: of
    the two at the table, and of no third."""
    verb = grammar.governing_verb(noun)
    attended = verb is not None and lemma_of(verb) in scene.words.ceremonies.witnessing
    time = own_time(scene, noun)
    if verb is not None and (grammar.is_planned(verb) or grammar.is_unreal(verb)):
        return
    if time is None and not attended:
        return
    left, right = noun_bounds(noun)
    last = next((t.i for t in reversed(noun.sent) if time and t.idx < time.end), right)
    telling = Telling(noun, left, max(right, last), verb if attended else None)
    pair, (start, end) = scene.actors.pair(noun.idx), grammar.text_between(noun.doc, left, telling.right)
    named = {m.code for m in scene.analysis.parties_in(start, end) if is_state(m.code)}
    if len(pair) == _A_PAIR and all(map(is_state, pair)) and named <= set(pair):
        yield make(scene, "ceremony", f"occasion:{lemma_of(noun)}", telling, [Actor(pair)])


def _what(verb: Token) -> Token | None:
    """What is opened: "the plant" of "opened the plant", "the plant in Lima, |which| X opened", "the plant in
    Lima, opened by X in May"."""
    what = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    relative = what is not None and what.tag_ in {"WDT", "WP"}
    if what is not None and not relative:
        return what
    clause = what.head if relative and what is not None else verb
    if not (relative and clause.dep_ == "relcl") and not (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return None
    noun = clause.head
    of_a_place = noun.dep_ == "pobj" and noun.pos_ == "PROPN" and noun.head.lower_ in _PLACING
    return noun.head.head if of_a_place else noun


def _sides_of_a_day(scene: Scene, verb: Token, what: Token, opener: Actor) -> tuple[str, ...]:
    """The two at the table, of what is told to have been opened at a time of its own in a text on them alone:
    "The software park in Nha Trang |was opened in August 2024|"; of no third."""
    words, lemma = scene.words.ceremonies, lemma_of(verb)
    shown = lemma in words.showing and _can_be_shown(scene, what)
    built = lemma_of(what) in words.built or lemma_of(what) in words.beginning.get(lemma, ())
    if not (shown or built) or grammar.is_unreal(verb):
        return ()
    if (lemma == "launch" and not shown) or (
        _is_by_one(verb, what) and not _host_abroad(scene, verb, what, opener)
    ):
        return ()
    pair, (start, end) = scene.actors.pair(verb.idx), scene.stretch(verb)
    dated = _is_dated(scene, start, end, "future" if grammar.is_planned(verb) else "past")
    if len(pair) != _A_PAIR or not all(map(is_state, pair)) or not dated:
        return ()
    named = {m.code for m in scene.analysis.parties_in(start, end) if is_state(m.code)}
    return pair if {*named, *opener.parties} <= set(pair) else ()


def _is_by_one(verb: Token, what: Token) -> bool:
    """ "Minister X |opened| the centre", "The terminal |was opened by the mayor|", which can be his own
    affair; "the centre, which he opened" is spoken of by both."""
    if verb.dep_ in {"relcl", "acl"}:
        return False
    doer = grammar.doer_of(verb)
    return doer is not None and doer != what and len(grammar.with_conjuncts(doer)) == 1


def _is_told_of_behind(scene: Scene, verb: Token, what: Token) -> bool:
    """ "President X |inaugurated| the plant. |The ceremony| brought together": who came follows."""
    number = scene.analysis.sentence_number(verb.idx) + 1
    if lemma_of(what) not in scene.words.ceremonies.built or grammar.is_unreal(verb):
        return False
    behind = scene.analysis.sentences[number : number + 1]
    return bool(behind) and _OF_THE_CEREMONY.search(behind[0].text) is not None


def _can_be_shown(scene: Scene, what: Token) -> bool:
    """A weapon, ship or aircraft, by its kind, its type or its name: "the |FA-50|", "the frigate |Kimon|"."""
    kinds = scene.words.ceremonies.shown.values()
    named = what.pos_ == "PROPN" and is_of_a_ship(scene, what)
    return named or any(lemma_of(what) in words for words in kinds) or _TYPE.match(what.text) is not None


def _is_dated(scene: Scene, start: int, end: int, direction: Direction) -> bool:
    """Whether a day or month that lies back, or is to come, is told between the characters."""
    mentions = (m for m in scene.analysis.dates_in(start, end) if m.kind != "duration")
    told = (date for m in mentions if (date := m.resolve(direction)))
    fine = {"day", "month"} if direction == "past" else {"day"}  # "will be opened by March" is a promise
    return any(precision(date) in fine and not is_years(date) for date in told)


def _is_joint_opening(scene: Scene, verb: Token, what: Token, opener: Actor) -> bool:
    """Whether another party has to do with what is opened."""
    words = scene.words.ceremonies
    named = [m for m in scene.parties_in_sentence(verb) if is_state(m.code) or m.form == "body"]
    codes = unique(m.code for m in named)
    if len(set(opener.parties)) > 1 and words.beginning.get(lemma_of(verb)):
        return True  # "laid by Minister X and Ambassador Y"
    ceremonial = any(token.lower_ in words.ceremonial for token in verb.sent)
    paid = bool(codes) and any(lemma_of(token) in words.paid for token in verb.sent)
    together = len(scene.parties_at(*scene.clause(verb, grammar.doer_of(verb)), [opener])) > 1
    abroad = bool(_host_abroad(scene, verb, what, opener))
    if abroad and words.beginning.get(lemma_of(verb)):
        return True
    inaugurated = lemma_of(verb) == "inaugurate"
    if not (ceremonial or paid or together or abroad or inaugurated):
        return False
    if together and inaugurated:
        return True  # "was inaugurated by President X and Prime Minister Y", whatever it is
    if not (paid or lemma_of(what) in words.built):
        return False
    return ceremonial or together or abroad or len({*codes, *opener.parties}) >= _A_PAIR


def _host_abroad(scene: Scene, verb: Token, what: Token, opener: Actor) -> tuple[str, ...]:
    """ "Minister Reis of Portugal opened the pier |in Gothenburg|": the other side, on whose soil it is."""
    if opener.person is None or len(opener.parties) != 1:
        return ()
    parts = [t for t in what.subtree if t.pos_ in {"NOUN", "PROPN"}]
    places = [t for word in (verb, *parts) for t in grammar.prep_objects(word, "in", "at")]
    host = next((code for place in places if (code := scene.country_of(place))), None)
    known = host is not None and host not in opener.parties and host in scene.actors.pair(verb.idx)
    return (host,) if known and host is not None else ()
