"""Ceremonies told by a verb: handovers, signings before witnesses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.ships import is_of_a_ship
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import has_child, is_told_before, lemma_of
from servanda.extract.mentions import PersonInText
from servanda.model import edtf

_A_PAIR = 2
_CEREMONY = re.compile(
    r"\b(?:signing ceremony|(?:at|attended|graced|witnessed) the ceremony|the ceremony was)\b", re.IGNORECASE
)
_LOOK_BACK = 2
"""Sentences before one that tells who looked on, in which stands what was done."""
_HANDS = re.compile(r"\b(?:sign|ink|hand|put|cut|exchang|seal|initial)\w*\b")
"""What others look on at."""
_SOON = 1500
"""Characters behind a signing in which a text can speak of its ceremony."""
_PRESENCE = ("in the presence of", "witnessed by")
_THEIR_PRESENCE = ("in their presence", "in whose presence")


def tells_of_signing(scene: Scene, verb: Token) -> bool:
    """ "signed", "exchanged"."""
    return lemma_of(verb) in scene.words.ceremonies.signing


def signed(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """A signing as an event of its own: "signed in the presence of the two presidents", "at a ceremony"."""
    sentence = verb.sent
    text = sentence.text.lower()
    at = max(text.find(phrase) + len(phrase) if phrase in text else -1 for phrase in _PRESENCE)
    onlookers = _before_whom(scene, verb)
    theirs = any(phrase in text for phrase in _THEIR_PRESENCE)
    seen = at >= 0 or theirs or onlookers is not None
    if not seen and "ceremony" not in text and not _is_at_the_ceremony(scene, verb):
        return
    subject = grammar.subject_of(verb)
    witnesses = _object_behind(verb, sentence.start_char + at) if at >= 0 else onlookers
    actors = scene.who(subject, grammar.agent_of(verb), witnesses)
    if theirs:
        actors.append(Actor(scene.actors.table(verb.idx), None, True, "of those who are there"))
    left, right = scene.clause(verb, subject)
    yield make(scene, "ceremony", "signing", Telling(verb, left, right, None, sentence.end - 1), actors)


def _before_whom(scene: Scene, verb: Token) -> Token | None:
    """ "signed the pact |before the two leaders|", "in front of both presidents", "|as the two leaders|
    looked on". Not "before the talks", nor "before the President left"."""
    words = verb.doc[verb.i : verb.sent.end]
    fronts = [t for front in words if front.lower_ == "front" for t in grammar.prep_objects(front, "of")]
    behind = [*fronts, *grammar.prep_objects(verb, "before")]
    behind += [t for thing in grammar.direct_objects(verb) for t in grammar.prep_objects(thing, "before")]
    for clause in (c for c in verb.children if c.dep_ == "advcl" and c.lemma_ in {"look", "watch"}):
        subject = grammar.subject_of(clause)
        on = has_child(clause, {"on"}) or clause.lemma_ == "watch"
        behind += [subject] if on and subject is not None and has_child(clause, {"as", "while"}) else []
    holders = scene.words.meetings.holders
    return next((t for t in behind if lemma_of(t) in holders or scene.analysis.person_of(t)), None)


def _is_at_the_ceremony(scene: Scene, verb: Token) -> bool:
    """ "A and B |signed| the grant. Also present |at the ceremony| were": as the next sentences tell."""
    if verb.tag_ != "VBD" or not any(c.dep_ == "dobj" for c in verb.children):
        return False
    end = min(verb.sent.end_char + _SOON, len(scene.analysis.text))
    line = scene.analysis.text[verb.sent.end_char : end]
    subject = grammar.subject_of(verb)
    sides = scene.parties_at(*scene.clause(verb, subject), scene.who(subject))
    return len(sides) > 1 and _CEREMONY.search(line) is not None


def tells_of_handing(scene: Scene, verb: Token) -> bool:
    """ "was handed over"; "handed over a cheque", "presented the certificate"."""
    lemma = lemma_of(verb)
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if lemma in {"hand", "turn"} and (grammar.is_passive(verb) or (verb.dep_ == "conj" and not objects)):
        return lemma == "hand" or has_child(verb, {"over"})
    to_one = lemma == "hand" and bool(grammar.prep_objects(verb, "to"))
    over = to_one or (lemma in {"hand", "turn"} and has_child(verb, {"over"}))
    if not over and lemma not in {"present", "donate", "gift", "transfer"}:
        return False
    return any(lemma_of(thing) in scene.words.ceremonies.given for thing in objects)


def tells_of_keys(scene: Scene, verb: Token) -> bool:
    """ "gave Minister X the |keys| to twelve vehicles"."""
    return lemma_of(verb) in {"give", "hand"} and any(
        c.dep_ == "dobj" and lemma_of(c) == "key" for c in verb.children
    )


def handed(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """ "was officially handed over by X to Y": people of two parties make it a ceremony."""
    left, right = scene.clause(verb, grammar.subject_of(verb))
    takers = [t for t in grammar.prep_objects(verb, "to") if scene.is_person_or_group(t)]
    takers += [c for c in verb.children if c.dep_ == "dative" and scene.analysis.person_of(c) is not None]
    actors = scene.who(grammar.doer_of(verb), *takers) if takers else []
    if len(scene.parties_at(left, right, actors)) > 1:
        yield make(scene, "ceremony", "handing-over", Telling(verb, left, right), actors)
    elif both := _sides_at_a_place(scene, verb):
        yield make(scene, "ceremony", "handed-at", Telling(verb, left, right), both)
    elif sides := _sides_of_a_gift(scene, verb) or _sides_of_a_day(scene, verb):
        yield make(scene, "ceremony", "gift-handed", Telling(verb, left, right), [Actor(sides)])


def _sides_at_a_place(scene: Scene, verb: Token) -> list[Actor]:
    """ "Minister X |handed over| 12 boats to the Chilean border guard |at the Asmar shipyard|", "was handed
    over to the Chilean Navy |in Talcahuano on 5 May|": by somebody named, or on a day, at a place."""
    takers = [t for t in grammar.prep_objects(verb, "to") if not scene.is_person_or_group(t)]
    owners = unique(code for t in takers for code in scene.states_in_phrase(t))
    if len(owners) != 1 or not _names_a_place(scene, verb) or grammar.is_planned(verb):
        return []
    start, end = scene.stretch(verb)
    doer = scene.actors.resolve(grammar.doer_of(verb))
    if doer.person is None and scene.analysis.date_in(start, end, "past") is None:
        return []
    given = grammar.subject_of(verb)
    named = scene.states_in_phrase(given) if given is not None else ()
    own = doer.parties or _without(named, owners) or _without(scene.actors.pair(verb.idx), owners)
    taker = Actor(owners, None, False, "to whom it is handed")
    return [Actor(own, doer.person, False, "who hands it over"), taker] if len(own) == 1 else []


def _without(codes: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in codes if code not in others)


def _names_a_place(scene: Scene, verb: Token) -> bool:
    """ "at |Cam Ranh|", "at the Hong Ha |shipyard|", "in a ceremony"."""
    words = (verb, *grammar.prep_objects(verb, "to"))
    places = [
        t for word in words for t in grammar.prep_objects(word, "at", "in") if not scene.is_in_a_date(t)
    ]
    return any(t.pos_ == "PROPN" or lemma_of(t) in scene.words.ceremonies.sites for t in places)


def _sides_of_a_gift(scene: Scene, verb: Token) -> tuple[str, ...]:
    """ "The |keys| to 20 ambulances, a gift of Japan, were handed to the Kenyan Ministry on 5 July": two
    states, and the day."""
    given = [c for c in verb.children if c.dep_ in {"nsubjpass", "dobj"}]
    if not any(lemma_of(c) in scene.words.ceremonies.given for c in given):
        return ()
    start, end = scene.stretch(verb)
    named = (m for m in scene.analysis.parties_in(start, end) if m.form != "capital")
    sides = unique(m.code for m in named if is_state(m.code))
    ahead = scene.analysis.date_in(start, end, "future") if grammar.is_planned(verb) else None
    if ahead is not None and edtf.precision(ahead[0]) != "day":
        return ()  # "will donate 20 trucks by March": a promise, and no ceremony
    dated = scene.analysis.date_in(start, end, "past") is not None
    return sides if len(sides) == _A_PAIR and dated else ()


def _sides_of_a_day(scene: Scene, verb: Token) -> tuple[str, ...]:
    """The two at the table, of what is told to have been handed over on a day or in a month at a place: "The
    first frigate |was handed over in Lorient in December|"; of no third."""
    given = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if (
        given is None
        or grammar.is_planned(verb)
        or grammar.is_unreal(verb)
        or not _names_a_place(scene, verb)
    ):
        return ()
    words = scene.words.ceremonies
    thing = lemma_of(given) in words.given or (given.pos_ == "PROPN" and is_of_a_ship(scene, given))
    pair, (start, end) = scene.actors.pair(verb.idx), scene.stretch(verb)
    named = {m.code for m in scene.analysis.parties_in(start, end) if is_state(m.code)}
    dated = scene.analysis.date_in(start, end, "past") is not None or _is_in_a_visit(scene, verb)
    whole = thing and dated and len(pair) == _A_PAIR and all(map(is_state, pair))
    return pair if whole and named <= set(pair) else ()


def _is_in_a_visit(scene: Scene, verb: Token) -> bool:
    """ "were handed over in Hai Phong |during that same trip|", which was told before."""
    stays = grammar.prep_objects(verb, "during", "on")
    told = (t for t in stays if is_told_before(t) or has_child(t, {"that", "same"}))
    return any(scene.words.noun_type(lemma_of(t)) == "visit" for t in told)


def tells_of_witnessing(scene: Scene, verb: Token) -> bool:
    """ "witnessed the exchange of notes"."""
    words = scene.words.ceremonies
    if _looks_on(scene, verb):
        return True
    if lemma_of(verb) not in words.witnessing:
        return False
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    objects += grammar.prep_objects(verb, "over", "at") if lemma_of(verb) in {"preside", "officiate"} else []
    return any(lemma_of(c) in words.witnessed for c in objects)


def _is_the_signing(scene: Scene, verb: Token) -> bool:
    """ "The President witnessed |the signing|", told before."""
    objects = (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"})
    bare = (c for c in objects if lemma_of(c) in {"signing", "signature"} and c.right_edge == c)
    return any(c.left_edge.lower_ == "the" for c in bare)


def _looks_on(scene: Scene, verb: Token) -> bool:
    """ "looked on as the ministers |signed|", "watched as they put |pen| to paper"."""
    looks = lemma_of(verb) == "watch" or (lemma_of(verb) == "look" and has_child(verb, {"on"}))
    if not looks or grammar.is_planned(verb):
        return False
    clauses = [c for c in verb.children if c.dep_ in {"advcl", "ccomp"} and has_child(c, {"as", "while"})]
    hands = instrument_words().signing_hands
    signs = any(
        lemma_of(c) in scene.words.ceremonies.signing
        or (lemma_of(c) == "put" and any(lemma_of(o) in hands for o in grammar.objects_of(c)))
        for c in clauses
    )
    return signs or (lemma_of(verb) == "look" and _look_on(scene, verb))


def _look_on(scene: Scene, verb: Token) -> bool:
    """ "X and Y signed it. Minister A and Ambassador B |looked on|": people who are named, as others sign."""
    named = _onlookers(scene, verb)
    number = scene.analysis.sentence_number(verb.idx)
    before = scene.analysis.sentences[max(0, number - _LOOK_BACK)].start_char
    return bool(named) and _HANDS.search(scene.analysis.text, before, verb.sent.end_char) is not None


def _onlookers(scene: Scene, verb: Token) -> list[PersonInText]:
    """Those who look on: the subject, or "with |Minister X and Minister Y| looking on"."""
    beside = [c for c in verb.head.children if c.lower_ == "with" and c.i < verb.i]
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and beside:
        return scene.names(beside[-1].i, verb.i)
    subject = grammar.subject_of(verb)
    return [] if subject is None else scene.names(subject.left_edge.i, subject.right_edge.i)


def witnessed(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """ "The presidents witnessed the signing"."""
    subject = grammar.subject_of(verb)
    telling = Telling(verb, *scene.clause(verb, subject))
    signers = (
        [grammar.subject_of(c) for c in verb.children if c.dep_ == "advcl"] if _looks_on(scene, verb) else []
    )
    actors = scene.who(subject, grammar.agent_of(verb), *signers, *grammar.prep_objects(verb, "to"))
    if lemma_of(verb) == "look" and not signers:
        actors.append(Actor(scene.actors.table(verb.idx), None, True, "of those who do it"))
    if _is_the_signing(scene, verb) and len({party for actor in actors for party in actor.parties}) < _A_PAIR:
        actors.append(Actor(scene.actors.table(verb.idx), None, True, "of those whose text it is"))
    yield make(scene, "ceremony", f"witness:{lemma_of(verb)}", telling, actors)


def _object_behind(verb: Token, offset: int) -> Token | None:
    """ "presidents" in "in the presence of the two presidents"."""
    return next((t for t in verb.sent if t.idx > offset and t.dep_ == "pobj"), None)
