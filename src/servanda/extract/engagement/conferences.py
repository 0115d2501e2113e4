"""Multilateral gatherings told by a verb: "attended the summit", "addressed the General Assembly"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.rounds import is_title_like, ordinal_of, series_of
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import (
    has_before,
    is_told_before,
    lemma_of,
    noun_bounds,
    stands_behind,
    takes_part,
)
from servanda.extract.mentions import PartyMention
from servanda.model.facts import EngagementType

_A_PAIR = 2
_OF_A_BODY = frozenset({"meeting", "council", "ministerial", "counterpart", "colleague", "ally", "committee"})
"""What a body has, of which those who attend or join it take part in a conference."""
_GUESTS = frozenset({"guest", "speaker", "keynoter", "panellist", "panelist"})
_SESSIONS = frozenset({"summit", "meeting", "session", "conference", "ministerial", "assembly"})
_NEAR_BEHIND = 5
"""Tokens behind a noun in which ", to be held" stands."""
_LEADING = frozenset({"lead", "head", "represent"})
_LED = frozenset({"delegation", "country", "government", "contingent", "team", "republic", "state"})
_SIDES = ("countries", "sides", "nations", "states")
_JOINING = frozenset({"attend", "join", "participate", "take", "address"})
"""Verbs of guests at a round table; who chairs or holds it, holds talks."""
_RITES = frozenset({"ceremonial", "commemorative", "memorial", "remembrance", "planting", "laying"})
"""What stands before a gathering at which something is done in honour of somebody or something."""
_THERE = frozenset({"attend", "address", "participate", "take", "speak", "be", "host"})
"""Verbs with which the name of a forum means its gathering ("spoke at APEC"); "join" tells of members too."""


def tells_of_attendance(scene: Scene, verb: Token) -> bool:
    """ "attended", "participated"; "was chief guest"; "spoke at", "delivered a speech at"."""
    words = scene.words.conferences
    lemma = lemma_of(verb)
    if lemma == "attend" and _is_signing(scene, verb):
        return False  # a ceremony, which other readers read
    if lemma in words.attending or _is_guest(verb) or takes_part(verb) or _was_at(scene, verb):
        return True
    if lemma in _LEADING:
        return _leads_there(verb)
    speeches = (c for c in verb.children if c.dep_ == "dobj" and lemma_of(c) in words.speeches)
    return lemma == "speak" or (lemma in words.delivering and any(speeches))


def _is_signing(scene: Scene, verb: Token) -> bool:
    """ "attended the |signing| of the contract", "The |signing| was attended by"."""
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    return any(lemma_of(c) in scene.words.ceremonies.witnessed for c in things)


def tells_of_convening(scene: Scene, verb: Token) -> bool:
    """ "hosted a summit", "opened the forum"; a numbered one is a round of its series."""
    words = scene.words.conferences
    if lemma_of(verb) not in words.convening:
        return False
    held = [c for c in verb.children if c.dep_ == "dobj" and lemma_of(c) in words.convened]
    shown = lemma_of(verb) == "host" and any(lemma_of(c) in {"exhibition", "expo"} for c in held)
    return bool(held) and not shown and all(ordinal_of(c) is None for c in held)


def attended(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """ "The minister attended the Shangri-La summit": a conference of that body, or in that city."""
    noun = next(
        (n for n in _attended(verb) if _is_conference(scene, verb, n) and not _is_loose(scene, verb, n)), None
    )
    subject = grammar.subject_of(verb)
    if noun is None:
        yield from _at_an_occasion(scene, verb, subject)
        return
    telling = Telling(verb, *scene.clause(verb, subject))
    # a round table is talks, which other readers find as well where they are told with whom
    kind: EngagementType = "meeting" if _is_at_a_round_table(noun) else _kind_of(noun)
    sighting = make(scene, kind, "attend", telling, scene.who(subject))
    if _is_a_round_told(scene, noun):
        yield msgspec.structs.replace(sighting, type="dialogue", definite=True)
        return
    yield msgspec.structs.replace(
        sighting,
        parties=unique([*sighting.parties, *_of_both(scene, telling), *conveners(scene, verb, noun)]),
        ordinal=number_of(scene, noun),
        series=series_told(scene, noun),
    )


def _kind_of(noun: Token) -> EngagementType:
    """ "took part in a |tree-planting| event", "a |commemorative| gathering": a rite."""
    return "ceremony" if has_before(noun, _RITES) else "conference"


def _of_both(scene: Scene, telling: Telling) -> tuple[str, ...]:
    """The two at the table, of "a roundtable with executives |of both countries|"."""
    said = telling.trigger.doc[telling.trigger.i : telling.right + 1].text.lower()
    pair = scene.actors.pair(telling.trigger.idx)
    both = any(f"{count} {sides}" in said for count in ("both", "the two") for sides in _SIDES)
    return pair if both and len(pair) == _A_PAIR and all(map(is_state, pair)) else ()


def number_of(scene: Scene, noun: Token) -> int | None:
    """80 of "the 80th session of the General Assembly", 11 of "the 11th ADMM-Plus"."""
    return ordinal_of(noun) if forum_of(scene, noun) is not None or is_session(scene, noun) else None


def series_told(scene: Scene, noun: Token) -> str | None:
    """What has such a number: "United Nations General Assembly"."""
    if number_of(scene, noun) is None:
        return None
    return (series_of(scene.words.rounds, noun) or "").partition(",")[0] or None


def names_a_gathering(scene: Scene, noun: Token) -> bool:
    """ "the Munich Security |Conference|", "the 24th |summit| of the SCO", "|APEC|"."""
    of_two = noun.text in scene.words.rounds.joint
    if forum_of(scene, noun) is not None or _is_edition(scene, noun):
        return True
    if not of_two and _is_named_forum(scene, noun):
        return True
    if noun.pos_ not in {"NOUN", "PROPN"} or scene.analysis.person_of(noun) is not None:
        return False
    of_a_body = any(not is_state(m.code) for m in scene.parties_in_phrase(noun))
    return of_a_body and lemma_of(noun) in scene.words.conferences.sessions and is_session(scene, noun)


def _is_a_round_told(scene: Scene, noun: Token) -> bool:
    """ "will co-chair |the session|": of the committee that was told before, and of no body."""
    counted = lemma_of(noun) in scene.words.rounds.counted and is_told_before(noun)
    return counted and noun.text.islower() and not scene.parties_in_phrase(noun)


def _at_an_occasion(scene: Scene, verb: Token, subject: Token | None) -> Iterator[Sighting]:
    """ "The President attended the Bastille Day parade in Paris": somebody by name at a ceremony of another
    state, whose land, capital or people the clause names; the guest of honour is the other's at the table."""
    noun = next((n for n in _attended(verb) if lemma_of(n) in scene.words.conferences.occasions), None)
    who = scene.actors.resolve(subject)
    if noun is None or who.person is None or len(who.parties) != 1:
        return
    left, right = scene.clause(verb, subject)
    start, end = grammar.text_between(verb.doc, left, right)
    named = [m.code for m in scene.analysis.parties_in(start, end)]
    named += [person.party for person in scene.names(left, right) if person.party]
    named += scene.actors.pair(verb.idx) if _is_guest(verb) else ()
    hosts = unique(code for code in named if is_state(code) and code not in who.parties)
    if len(hosts) == 1:
        host = Actor(hosts, None, False, "whose occasion it is")
        sighting = make(
            scene, "ceremony", f"occasion:{lemma_of(noun)}", Telling(verb, left, right), [who, host]
        )
        yield msgspec.structs.replace(sighting, country=hosts[0])


def forum_of(scene: Scene, noun: Token) -> str | None:
    """ADMM+ of "the 11th ADMM-Plus", APEC of "at APEC in Lima": a body that is a gathering itself."""
    if noun.pos_ != "PROPN":
        return None
    here = noun.idx
    named = (
        m
        for m in scene.analysis.parties_in(noun.sent.start_char, noun.sent.end_char)
        if m.start <= here < m.end
    )
    return next((m.code for m in named if m.code in scene.words.conferences.forums), None)


def is_session(scene: Scene, noun: Token) -> bool:
    """ "the 79th session of the General Assembly", "the ASEAN Summit", "APEC": of a body's own."""
    if forum_of(scene, noun) is not None:
        return True
    text = grammar.phrase(noun).text.lower()
    words = scene.words.conferences
    if any(word in text for word in words.not_of_bodies) and "summit" not in text:
        return False
    if any(word in text for word in words.sessions):
        return True
    named = any(word in text for word in words.of_bodies)
    return named and any(not is_state(m.code) for m in scene.parties_in_phrase(noun))


def _leads_there(verb: Token) -> bool:
    """ "|led| the Nepali delegation to the summit", "|represented| his country at the forum"."""
    led = (c for c in verb.children if c.dep_ == "dobj")
    return any(lemma_of(c) in _LED or c.pos_ == "PROPN" for c in led) and bool(_led_to(verb))


def _led_to(verb: Token) -> list[Token]:
    """ "led the delegation |to the summit|", whichever word the parser hangs it on."""
    if lemma_of(verb) not in _LEADING:
        return []
    led = [c for c in verb.children if c.dep_ == "dobj"]
    return [t for word in (verb, *led) for t in grammar.prep_objects(word, "at", "to", "in")]


def _was_at(scene: Scene, verb: Token) -> bool:
    """ "Both men |had been at| the summit"."""
    if verb.lemma_ != "be" or verb.tag_ not in {"VBD", "VBN"}:
        return False
    among = grammar.prep_objects(verb, "among")
    places = [t for word in (verb, *among) for t in grammar.prep_objects(word, "at")]
    convened = scene.words.conferences.convened
    return any(lemma_of(place) in convened or _is_named_forum(scene, place) for place in places)


def _is_guest(verb: Token) -> bool:
    """ "was the chief guest at", "was the keynote speaker at"."""
    return lemma_of(verb) == "be" and any(c.dep_ == "attr" and lemma_of(c) in _GUESTS for c in verb.children)


def _attended(verb: Token) -> list[Token]:
    """ "attended X", "took part in X", "participated as guest of honour at X", "was guest at X", "was among
    the leaders at X"."""
    objects = [c for c in verb.children if c.dep_ == "dobj"] + grammar.prep_objects(verb, "in", "at")
    objects = [noun for c in objects for noun in _antecedents(c)]
    whole = any(c.dep_ == "dobj" for c in verb.children)
    if not whole and verb.dep_ == "relcl" and lemma_of(verb) == "attend" and grammar.has_subject(verb):
        objects.append(verb.head)  # "the forum |that| Lee attended", which the parser takes for a conjunction
    objects += _led_to(verb)
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        objects.append(verb.head)  # "the parade, where he is to be the guest of honour"
    if lemma_of(verb) == "be":
        objects += [
            t for each in grammar.prep_objects(verb, "among") for t in grammar.prep_objects(each, "at", "in")
        ]
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "as":
            objects += [n for t in child.subtree for n in _behind_at(t)]
    for child in verb.children:
        if child.dep_ == "attr":
            objects += grammar.prep_objects(child, "at", "of")
    return objects


def _antecedents(noun: Token) -> list[Token]:
    """ "the |Summit| in |Lusaka|, which she attended": what the pronoun can stand for."""
    told = grammar.relative_antecedent(noun)
    further = told is not noun and told.dep_ == "pobj" and told.head.head is not told
    return [told, told.head.head] if further else [told]


def _behind_at(token: Token) -> list[Token]:
    if token.dep_ != "prep" or token.lower_ not in {"at", "in"}:
        return []
    return [noun for noun in token.children if noun.dep_ == "pobj"]


def _is_conference(scene: Scene, verb: Token, noun: Token) -> bool:
    """ "the summit", "the opening of the forum", "the ceremony of the Expo"."""
    if forum_of(scene, noun) is not None and lemma_of(verb) in _THERE:
        return True
    if any(t.lower_ in {"press", "news"} for t in noun.lefts):
        return False
    if _is_feast(scene, noun):
        return True
    if ordinal_of(noun) is not None and not (is_session(scene, noun) or _is_edition(scene, noun)):
        return False
    if scene.words.noun_type(lemma_of(noun)) == "conference" or _is_named_forum(scene, noun):
        return True
    if lemma_of(verb) in _JOINING and _is_at_a_round_table(noun):
        return True
    if lemma_of(noun) in _OF_A_BODY:
        return _is_of_a_body(scene, noun)
    if lemma_of(noun) == "ceremony":
        return any(_is_named_there(scene, t) for t in grammar.prep_objects(noun, "of", "for"))
    inside = (t for t in noun.subtree if t.dep_ in {"pobj", "compound"})
    return any(scene.words.noun_type(lemma_of(t)) == "conference" for t in inside)


def _is_at_a_round_table(noun: Token) -> bool:
    return _is_round_table(noun) or any(map(_is_round_table, noun.children))


def _is_round_table(noun: Token) -> bool:
    """ "attended a business |roundtable|", which the parser can take for an adjective."""
    return lemma_of(noun) == "roundtable" or (lemma_of(noun) == "table" and has_before(noun, {"round"}))


def _is_named_there(scene: Scene, name: Token) -> bool:
    """ "the ceremony of the |Expo|"; not "the roll-out ceremony of the first trainer for |Peru|"."""
    if name.pos_ != "PROPN" or has_before(name.head.head, scene.words.ceremonies.between):
        return False
    start, end = grammar.text_between(name.doc, name.left_edge.i, name.i)
    return not any(is_state(m.code) for m in scene.analysis.parties_in(start, end))


def _is_edition(scene: Scene, noun: Token) -> bool:
    """ "the 8th Africa-Singapore Business |Forum|": of a gathering with a name, no two states' own."""
    if noun.pos_ != "PROPN" or scene.words.noun_type(lemma_of(noun)) != "conference":
        return False
    return len(scene.states_in_phrase(noun)) < _A_PAIR


def _is_feast(scene: Scene, noun: Token) -> bool:
    """ "the 12th World Yoga Day |celebrations|", "the 3rd |Day| of the Sea festival": with a name."""
    told = [noun, *(t for t in noun.subtree if t.head is noun or t.head.head is noun)]
    named = any(t.pos_ == "PROPN" for t in told)
    feasts = scene.words.rounds.no_rounds
    # in a name the parser leaves the plural: "Celebrations"
    return named and any({lemma_of(t), t.lower_.removesuffix("s")} & feasts for t in told)


def _is_of_a_body(scene: Scene, noun: Token) -> bool:
    """ "the OSCE Ministerial |Council|", "NATO |counterparts|": of a body, and of no state besides."""
    named = scene.parties_in_phrase(noun)
    return bool(named) and not any(is_state(m.code) and m.form != "capital" for m in named)


def _is_named_forum(scene: Scene, noun: Token) -> bool:
    """ "the Shangri-La Dialogue", "the Halifax Forum": a name that names no two sides."""
    named = noun.pos_ == "PROPN" and noun.text in scene.words.mechanisms and is_title_like(noun)
    return named and len({m.code for m in scene.parties_in_phrase(noun)}) < _A_PAIR


def _is_loose(scene: Scene, verb: Token, noun: Token) -> bool:
    """ "addressed the gathering"."""
    return verb.lemma_ == "address" and lemma_of(noun) in scene.words.conferences.loose


def conveners(scene: Scene, verb: Token, noun: Token) -> tuple[str, ...]:
    """The bodies whose session it is, else the country of the first city named in the sentence."""
    bodies = unique(m.code for m in scene.parties_in_phrase(noun) if not is_state(m.code))
    if bodies and (is_session(scene, noun) or (lemma_of(noun) in _OF_A_BODY and _is_of_a_body(scene, noun))):
        return bodies
    towns = (m for m in scene.parties_in_sentence(verb) if m.form == "capital")
    hosts = unique(m.code for m in towns if not _is_in_a_name(scene, m))
    places = grammar.prep_objects(noun, "in") + grammar.prep_objects(verb, "in")
    return hosts[:1] or unique(code for place in places if (code := scene.country_of(place)))[:1]


def _is_in_a_name(scene: Scene, town: PartyMention) -> bool:
    """ "Sheikh Ahmad Al-|Sabah|": no place."""
    return any(m.start <= town.start < m.end for m, _ in scene.analysis.names_in(town.start, town.end))


def in_passing(scene: Scene, noun: Token, verb: Token | None) -> Iterator[Sighting]:
    """ "signed it at the NATO summit in Madrid in June 2022": those who did it there took part. It is told
    with its place and its time; a summit that is only spoken of has nobody who does anything at it."""
    if verb is None or noun.tag_ == "NNS" or not _acted_at(noun, verb):
        return
    bodies = unique(m.code for m in scene.parties_in_phrase(noun) if not is_state(m.code))
    if not bodies or not is_session(scene, noun) or tells_of_attendance(scene, verb):
        return
    left, right = noun_bounds(noun)
    right = max([right, *(grammar.trim_right(noun.doc, noun.i, t.right_edge.i) for t in _behind(noun))])
    when = scene.analysis.date_in(*grammar.text_between(noun.doc, left, right), "past")
    actors = scene.who(grammar.subject_of(verb))
    if when is None or not grammar.prep_objects(noun, "in") or not any(a.parties for a in actors):
        return
    sighting = make(scene, "conference", f"in-passing:{lemma_of(noun)}", Telling(noun, left, right), actors)
    yield msgspec.structs.replace(sighting, parties=unique([*sighting.parties, *bodies]))


def with_place_and_time(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """ "the G7 meeting, to be held in Naples in October", "the APEC Summit held in Lima last year": of the
    body and of the state where it is held."""
    verb = grammar.governing_verb(noun)
    if noun.tag_ == "NNS" or lemma_of(noun) not in _SESSIONS:
        return
    if verb is not None and tells_of_attendance(scene, verb) and noun in _attended(verb):
        return  # "attended the summit held in May" is read by its verb
    clause = _clause_behind(noun)
    if clause is None or lemma_of(clause) not in scene.words.conferences.taking_place:
        return
    start, end = grammar.text_between(noun.doc, noun.left_edge.i, noun.i)
    bodies = unique(m.code for m in scene.analysis.parties_in(start, end) if not is_state(m.code))
    hosts = [
        scene.country_of(t) for t in grammar.prep_objects(clause, "in", "at") if not scene.is_in_a_date(t)
    ]
    hosts = [code for code in hosts if code is not None]
    if not bodies or not hosts or not is_session(scene, noun):
        return
    telling = Telling(
        noun, noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, clause.right_edge.i), clause
    )
    told = make(scene, "conference", f"in-passing:{lemma_of(noun)}", telling)
    ahead = grammar.has_child(clause, "aux", words={"to", "will"})
    parties = unique([*bodies, hosts[0]])
    yield msgspec.structs.replace(
        told, parties=parties, people=(), status="planned" if ahead else told.status
    )


def _clause_behind(noun: Token) -> Token | None:
    """ "the meeting, |to be held| in Naples", which the parser may hang on the verb before."""
    told = next((c for c in noun.rights if c.dep_ in {"acl", "relcl"}), None)
    behind = noun.doc[noun.i + 1 : min(noun.i + _NEAR_BEHIND, noun.sent.end)]
    first = next((t for t in behind if t.pos_ not in {"PUNCT", "PART", "AUX"}), None)
    hung = first is not None and first.tag_ == "VBN" and first.dep_ == "advcl"
    return told or (first if hung else None)


def journey_to(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """ "will come to India for the G20 summit": who travels to the session of a body takes part in it."""
    nouns = [n for n in grammar.prep_objects(verb, "for") if is_session(scene, n)]
    bodies = unique(m.code for n in nouns for m in scene.parties_in_phrase(n) if not is_state(m.code))
    actors = scene.who(grammar.subject_of(verb))
    if not bodies or not any(actor.parties for actor in actors):
        return
    telling = Telling(verb, *scene.clause(verb, grammar.subject_of(verb)))
    sighting = make(scene, "conference", f"journey-to:{lemma_of(nouns[0])}", telling, actors)
    yield msgspec.structs.replace(sighting, parties=unique([*sighting.parties, *bodies]))


def _acted_at(noun: Token, verb: Token) -> bool:
    """Whether the clause tells as done what its subject did there."""
    done = verb.tag_ in {"VBD", "VBN"} and not grammar.is_passive(verb) and not grammar.is_planned(verb)
    return done and stands_behind(noun, "at", "during") and noun.head.head in {verb, *verb.children}


def _behind(noun: Token) -> list[Token]:
    """ "in June" in "signed it at the summit in Madrid |in June|", which the parser hangs on the verb."""
    end = noun.right_edge.i + 1
    follows = end < len(noun.doc) and noun.doc[end].dep_ == "prep" and noun.doc[end].lower_ in {"in", "on"}
    return [noun.doc[end]] if follows else []
