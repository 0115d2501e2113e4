"""Rounds of standing mechanisms: "the third Defence Dialogue", "the 42nd meeting of the Joint Commission"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.conferences import is_session
from servanda.extract.engagement.looked_back import own_time
from servanda.extract.engagement.out import is_out
from servanda.extract.engagement.rounds import (
    is_standing,
    is_title_like,
    name_left,
    ordinal_of,
    series_of,
    verb_of_round,
)
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.status import is_to_be, put_off
from servanda.extract.engagement.tokens import (
    SUBJECTS,
    has_before,
    has_child,
    lemma_of,
    noun_bounds,
    stands_behind,
)
from servanda.extract.grammar.dependents import auxiliaries
from servanda.model.facts import EngagementStatus, EngagementType

_GOING_ON = frozenset({"continue", "keep"})
_BEING_THERE = frozenset({"be", "welcome", "receive", "host", "meet", "gather"})
_OF_BOTH = frozenset({"joint", "binational", "bilateral", "two", "both"})
_A_PAIR = 2
_PLANS = frozenset({"plan", "preparation", "preparations"})
_BEFOREHAND = _PLANS | {"agenda", "date", "dates", "venue", "arrangement", "arrangements", "forward"}
"""What is told of a round before it is held: "discussed |the agenda| of it", "looked |forward| to it"."""
_DUE = frozenset({"due", "scheduled", "planned", "slated"})
_LONGEST_SETTING = 9
"""Tokens of the place and time behind the comma after a name, the comma behind them included."""
_CLAUSE = 10
"""Tokens behind a name in which the verb of the clause on it stands."""
_PLAIN = frozenset({"dialogue", "meeting", "conference"})
"""What a noun without a capital has to name ("the third round", "the 42nd meeting")."""


def can_be_mechanism(scene: Scene, noun: Token) -> bool:
    """ "Joint Commission", "third round"; but not the "Ministerial" of "Ministerial Meeting", nor the
    "Exchange" of "Student Exchange Programme"."""
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    if behind is not None and behind.pos_ == "PROPN" and _is_in_capitals(scene, behind):
        return False
    if lemma_of(noun) == "exchange" and noun.dep_ == "compound":
        return False
    if _is_inside_a_name(scene, noun):
        return False
    named = _is_in_capitals(scene, noun) and noun.pos_ == "PROPN"
    lemma, words = lemma_of(noun), scene.words
    of_both = lemma in words.nouns["dialogue"] or lemma in words.rounds.bodies
    return named or of_both or ordinal_of(noun) is not None


def _is_inside_a_name(scene: Scene, noun: Token) -> bool:
    """The "Ministerial" of "Vice-Ministerial Defence Policy |Dialogue|"."""
    above = itertools.takewhile(lambda t: t.dep_ in {"compound", "nmod"}, (noun, *noun.ancestors))
    heads = (t.head for t in above)
    return any(head.i > noun.i and head.pos_ == "PROPN" and _is_in_capitals(scene, head) for head in heads)


def mechanism(scene: Scene, noun: Token) -> Iterator[Sighting]:
    """The round that `noun` names: a dialogue of two parties, or a conference of a body's members."""
    if not _names_mechanism(scene, noun):
        return
    verb = verb_of_round(scene.words.course, noun)
    if not _is_told(scene, noun, verb):
        off = put_off(scene.words.course, verb) if verb is not None else None
        verb = _clause_of_round(scene, noun) if off is None else None
        if verb is None:
            return  # "the fourth session, set for May, has been put off" is read by its verb
    bodies = _bodies(scene, noun)
    conference = _is_conference(scene, noun, bodies)
    telling, takers = _telling(scene, noun, verb)
    where = _destination(scene, noun, verb)
    if where is not None and len({p for a in takers for p in a.parties} - {where}) == 1:
        takers = [*takers, Actor((where,), None, False)]
    actors = _sides(scene, telling, takers, bodies, conference)
    plain = not conference and _is_of_people(scene, noun, actors)
    kind: EngagementType = "conference" if conference else "meeting" if plain else "dialogue"
    sighting = make(scene, kind, "mechanism", telling, actors)
    yield msgspec.structs.replace(
        sighting,
        parties=unique([*sighting.parties, *(bodies if conference else ())]),
        series=None if plain else series_of(scene.words.rounds, _whose_round(scene, noun, verb)),
        ordinal=ordinal_of(noun) or _times_counted(noun, verb),
        country=where,
        status=_status(scene, noun, verb, sighting.status),
    )


def _whose_round(scene: Scene, noun: Token, verb: Token | None) -> Token:
    """The body of "The Cooperation |Council| held its second meeting"; else the noun itself."""
    if verb is None or noun.dep_ != "dobj" or not has_before(noun, {"its", "their"}):
        return noun
    body = grammar.subject_of(verb)
    if body is None or body.pos_ != "PROPN" or lemma_of(body) not in scene.words.nouns["dialogue"]:
        return noun
    return body


def _status(scene: Scene, noun: Token, verb: Token | None, told: EngagementStatus) -> EngagementStatus:
    """Whether the round was held, as far as the words around its name tell more than the verb."""
    if ordinal_of(noun) is None and _is_by_the_way(scene, noun):
        above = grammar.governing_verb(noun)
        return "planned" if above is not None and grammar.is_planned(above) else "held"
    if told == "planned" and _is_behind(noun):
        return "held"
    return "planned" if told == "held" and _is_ahead(scene, noun, verb) else told


def _times_counted(noun: Token, verb: Token | None) -> int | None:
    """ "The Council met |for the sixth time|", "wrapped up |its thirteenth meeting|"."""
    if verb is None or noun.dep_ not in SUBJECTS:
        return None
    times = [t for t in grammar.prep_objects(verb, "for") if lemma_of(t) == "time"]
    held = [c for c in verb.children if c.dep_ == "dobj"] + grammar.prep_objects(verb, "for")
    own = [t for t in held if has_before(t, {"its", "their"})]
    return next((number for t in (*times, *own) if (number := ordinal_of(t)) is not None), None)


def _names_mechanism(scene: Scene, noun: Token) -> bool:
    """Numbered, or of a name that only a standing mechanism has; no part of a person's post."""
    aside = _is_aside(noun) and not _is_by_the_way(scene, noun)
    if scene.analysis.person_of(noun) is not None or aside or has_before(noun, {"such"}):
        return False
    if _is_of_a_counted_round(scene, noun) or _is_of_one_government(scene, noun):
        return False
    capital = _is_in_capitals(scene, noun)
    own = lemma_of(noun) == "dialogue" and _is_of_two_states(
        scene, noun
    )  # "the Peru-Chile Business Dialogue"
    if capital and has_before(noun, scene.words.rounds.units) and not own:
        return False  # "the First Special Forces Group", "the Business Council"
    if ordinal_of(noun) is None:
        named = noun.pos_ == "PROPN" and capital and is_title_like(noun)
        if not capital and lemma_of(noun) in scene.words.rounds.bodies and _is_of_two_states(scene, noun):
            return True  # "the Franco-Moroccan military commission"
        if named and _meets(scene, noun):
            return True
        return named and (is_standing(scene.words.rounds, noun) or _is_of_two_states(scene, noun))
    if not capital and lemma_of(noun) == "group" and not has_before(noun, scene.words.rounds.of_officials):
        return False  # "the first group of soldiers"
    if _is_edition_of_talks(scene, noun):
        return True
    festive = lemma_of(noun) in scene.words.rounds.no_rounds
    return capital or (scene.words.noun_type(lemma_of(noun)) in _PLAIN and not festive)


def _is_edition_of_talks(scene: Scene, noun: Token) -> bool:
    """ "the fourth |edition| of the Strategic Dialogue", "the second |iteration| of their staff talks"."""
    if lemma_of(noun) not in scene.words.rounds.counted:
        return False
    of = grammar.prep_objects(noun, "of")
    return any(scene.words.noun_type(lemma_of(t)) == "dialogue" or lemma_of(t) == "talk" for t in of)


def _meets(scene: Scene, noun: Token) -> bool:
    """ "The Defence Cooperation |Committee| met in Oslo": a body that meets, of two states named with it or
    at the table."""
    verb = noun.head
    if noun.dep_ != "nsubj" or lemma_of(verb) not in scene.words.meetings.convening:
        return False
    if lemma_of(noun) not in scene.words.nouns["dialogue"]:
        return False
    named = unique(m.code for m in scene.parties_in_phrase(noun) if m.form != "capital")
    sides = named or scene.actors.pair(noun.idx)
    return len(sides) > 1 and all(map(is_state, sides))


def _is_of_two_states(scene: Scene, noun: Token) -> bool:
    """ "the India-Germany High Defence |Committee|": whose it is stands in the name."""
    left = min(noun.left_edge.i, name_left(noun))
    named = scene.analysis.parties_in(*grammar.text_between(noun.doc, left, noun.i))
    return len(unique(m.code for m in named if is_state(m.code))) > 1


def _is_told(scene: Scene, noun: Token, verb: Token | None) -> bool:
    """Whether the clause tells of this round: a name without a number has to be held, a number with a
    plain noun ("the second meeting") as well."""
    course = scene.words.course
    if verb is not None and is_out(course, verb):
        return False
    lemma = lemma_of(verb) if verb is not None else None
    if verb is not None and ordinal_of(noun) is None and lemma_of(verb.head) in _GOING_ON:
        return False  # "agreed to |continue holding| the dialogue every year"
    if ordinal_of(noun) is None and _is_by_the_way(scene, noun):
        return True
    if ordinal_of(noun) is None:
        attended = lemma in scene.words.conferences.attending  # "addressed the Ghana-Singapore Dialogue"
        return attended or lemma in course.holding | course.happening | course.preparing
    of_body = any(_is_body(scene, t) for t in grammar.prep_objects(noun, "of"))
    if _is_plain_meeting(scene, noun) and not of_body:
        return lemma in course.holding or _is_held_in_clause(scene, noun)
    return True


def _is_of_a_counted_round(scene: Scene, noun: Token) -> bool:
    """ "the ninth |meeting| of the Joint Commission": it is the meeting that is told."""
    counted = noun.head.head if stands_behind(noun, "of") and noun.dep_ == "pobj" else None
    if counted is None or lemma_of(counted) not in scene.words.rounds.counted:
        return False
    return ordinal_of(counted) is not None


def _is_of_one_government(scene: Scene, noun: Token) -> bool:
    """ "the fourth meeting of |the cabinet|": of one state, whoever else is told of; not "of the joint
    cabinet of Peru and Bolivia"."""
    return any(
        lemma_of(t) in scene.words.rounds.governments
        and not has_before(t, _OF_BOTH)
        and len(scene.states_in_phrase(t)) < _A_PAIR
        for t in grammar.prep_objects(noun, "of")
    )


def _is_body(scene: Scene, noun: Token) -> bool:
    """ "the second meeting of the Joint Defence |Committee|"."""
    return noun.pos_ == "PROPN" and noun.text in scene.words.mechanisms and is_title_like(noun)


def _is_held_in_clause(scene: Scene, noun: Token) -> bool:
    """ "since its 11th meeting, |which Oman hosted| in May", "the 11th meeting, |held| in Muscat"."""
    clauses = (c for c in noun.children if c.dep_ in {"relcl", "acl"} and c.i > noun.i)
    course = scene.words.course
    held = (c for c in clauses if lemma_of(c) in course.holding | course.happening)
    return any(not grammar.is_unreal(c) and not grammar.is_planned(c) for c in held)


def _clause_of_round(scene: Scene, noun: Token) -> Token | None:
    """ "the Defence Commission, which last |convened| in May", "the Dialogue |held| in May": a round that a
    clause on the name tells of; not "which meets every year"."""
    course = scene.words.course
    clauses = (c for c in noun.children if c.dep_ in {"relcl", "acl"} and c.i > noun.i)
    told = (c for c in clauses if lemma_of(c) in course.holding | course.happening | course.preparing)
    once = (c for c in told if c.tag_ in {"VBD", "VBN"} or grammar.is_planned(c))
    return next((c for c in once if not is_out(course, c)), None) or _held_behind(scene, noun)


def _held_behind(scene: Scene, noun: Token) -> Token | None:
    """ "the Dialogue |that the two ministers held| in May", which the parser hangs on the ministers."""
    behind = noun.doc[noun.i + 1 : min(noun.i + _CLAUSE, noun.sent.end)]
    if not len(behind) or behind[0].lower_ not in {"that", "which"}:
        return None
    verb = next((t for t in behind if t.pos_ in {"VERB", "AUX"}), None)
    held = verb is not None and verb.tag_ in {"VBD", "VBN"} and lemma_of(verb) in scene.words.course.holding
    return verb if held else None


def _is_plain_meeting(scene: Scene, noun: Token) -> bool:
    """ "their second meeting", "the second meeting of the two leaders"; but not "the second meeting of the
    Joint Commission"."""
    if scene.words.noun_type(lemma_of(noun)) != "meeting" or _is_in_capitals(scene, noun):
        return False
    of = grammar.prep_objects(noun, "of")
    return all(actor.collective or actor.person for actor in scene.who(*of)) or not any(
        token.lower_ == "of" for token in noun.rights
    )


def _is_of_people(scene: Scene, noun: Token, actors: Sequence[Actor]) -> bool:
    """ "had his first |encounter| with the Minister", "their second |meeting|": of those who meet."""
    named = (series_of(scene.words.rounds, noun) or "").lower()
    bare = named in {"", lemma_of(noun), noun.lower_} and _is_plain_meeting(scene, noun)
    return bare and any(actor.person for actor in actors)


def _is_in_capitals(scene: Scene, noun: Token) -> bool:
    return noun.text in scene.words.mechanisms


def _is_by_the_way(scene: Scene, noun: Token) -> bool:
    """ "was agreed |at the Peru-Chile Strategic Dialogue in Lima in May 2023|", "will be signed at": the name
    of a standing mechanism of two, with a time of its own."""
    if not stands_behind(noun, "at", "during") or lemma_of(noun) not in scene.words.nouns["dialogue"]:
        return False
    if noun.pos_ != "PROPN" or len(_bodies(scene, noun)) != _A_PAIR:
        return False
    verb = grammar.governing_verb(noun)
    told = verb is not None and (verb.tag_ in {"VBD", "VBN"} or grammar.is_planned(verb))
    return told and own_time(scene, noun) is not None


def _is_aside(noun: Token) -> bool:
    """ "on the sidelines of the X": it tells where another engagement took place."""
    number = ordinal_of(noun)
    while noun.dep_ in {"compound", "nmod"}:
        noun = noun.head
    if noun.dep_ != "pobj":
        return False
    elsewhere = noun.head.lower_ in {"at", "during"} and ordinal_of(noun) is None and number is None
    return elsewhere or lemma_of(noun.head.head) in {"sideline", "margin"}


def _bodies(scene: Scene, noun: Token) -> tuple[str, ...]:
    """VN and FR of "the third Viet Nam-France Dialogue"."""
    left = min(noun.left_edge.i, name_left(noun))
    start, end = grammar.text_between(noun.doc, left, noun.right_edge.i)
    return unique(m.code for m in scene.analysis.parties_in(start, end) if m.form != "capital")


def _is_conference(scene: Scene, noun: Token, bodies: tuple[str, ...]) -> bool:
    """ "the 79th Session of the UN General Assembly", "the 11th ASEAN Conference"."""
    if is_session(scene, noun):
        if not bodies and any(c.lower_ in {"its", "their"} for c in noun.children):
            return False
        return not bodies or not all(map(is_state, bodies))
    kind = scene.words.noun_type(lemma_of(noun))
    if lemma_of(noun) == "retreat":
        return not all(map(is_state, bodies)) if bodies else False
    if kind == "meeting" and not any(map(is_state, bodies)):
        return bool(bodies)
    # "the Ninth Tokyo International Conference", which some attend; two meet for a "Commanders' Conference"
    of_many = lemma_of(noun) == "conference" and not bodies and not stands_behind(noun, "for")
    return kind == "conference" and (of_many or not all(map(is_state, bodies)))


def _telling(scene: Scene, noun: Token, verb: Token | None) -> tuple[Telling, list[Actor]]:
    """Where the round is told, and who takes part in the clause that tells it."""
    left, right = noun_bounds(noun)
    right = _with_setting(scene, noun, right)
    another_day = stands_behind(noun, "after", "before")
    telling = verb is not None and (lemma_of(verb) in _verbs(scene) or _is_why_one_is_there(noun, verb))
    if verb is None or another_day or not telling:
        return Telling(noun, left, right), []
    subject = grammar.subject_of(verb)
    first, last = scene.clause(verb, subject)
    actors = scene.who(subject, *grammar.prep_objects(verb, "with"))
    return Telling(noun, min(left, first), max(right, last), verb), actors


def _with_setting(scene: Scene, noun: Token, right: int) -> int:
    """Where "the tenth meeting of ministers|, in Canberra last August|" ends: with the place and the time
    that stand behind a comma, up to the next one."""
    doc, last = noun.doc, noun.sent.end - 1
    if right + 2 > last or doc[right + 1].text != "," or doc[right + 2].lower_ not in {"in", "on"}:
        return right
    behind = doc[right + 2 : min(right + 2 + _LONGEST_SETTING, last + 1)]
    end = next((t.i for t in behind if t.text in {",", "."} or t.pos_ in {"VERB", "AUX"}), None)
    if end is None or doc[end].text not in {",", "."}:
        return right
    dated = scene.analysis.date_in(*grammar.text_between(doc, right + 2, end - 1), "past")
    return end - 1 if dated is not None else right


def _destination(scene: Scene, noun: Token, verb: Token | None) -> str | None:
    """AU in "travels to Australia for the third Dialogue", "was in Canberra for the third Dialogue"."""
    if verb is None or not (lemma_of(verb) in scene.words.visits.travel or _is_why_one_is_there(noun, verb)):
        return None
    goals = (scene.country_of(noun) for noun in grammar.prep_objects(verb, "to", "for", "in"))
    return next((code for code in goals if code is not None), None)


def _is_why_one_is_there(noun: Token, verb: Token) -> bool:
    """ "was in Lima |for the third Dialogue|", "welcomed the ministers |for the Ninth Meeting|"."""
    there = lemma_of(verb) in _BEING_THERE and stands_behind(noun, "for")
    return there and (noun.head.head == verb or noun.head.head.head == verb)


def _verbs(scene: Scene) -> frozenset[str]:
    """Verbs whose subject takes part: "held", "will convene", "travelled to"."""
    course, visits = scene.words.course, scene.words.visits
    return course.holding | course.happening | course.preparing | visits.travel | visits.verbs


def _sides(
    scene: Scene, telling: Telling, takers: list[Actor], bodies: tuple[str, ...], conference: bool
) -> list[Actor]:
    """The parties of the mechanism's name; else those of the clause; of a dialogue, those at the table."""
    if len(bodies) >= 2:
        return [Actor(bodies, None, True), *(a for a in takers if set(a.parties) <= set(bodies))]
    table = scene.actors.table(telling.trigger.idx)
    one_sided = len(scene.parties_at(telling.left, telling.right, takers)) < 2
    if one_sided and not conference and len(table) > 1:
        return [*takers, Actor(table, None, True)]
    return takers


def _is_ahead(scene: Scene, noun: Token, verb: Token | None) -> bool:
    """ "preparing for the third dialogue", "a plan for", "the next round"."""
    counted = noun.head.head if stands_behind(noun, "of") else noun  # "the next session of the dialogue"
    if any(has_before(each, scene.words.course.ahead) for each in (noun, counted)):
        return True
    clauses = [
        c for t in (noun, *grammar.prep_objects(noun, "of")) for c in t.rights if c.dep_ in {"relcl", "acl"}
    ]
    if any("to" in auxiliaries(c) or (c.dep_ == "acl" and c.lower_ in _DUE) for c in clauses):
        return True  # "the Dialogue to be hosted by Lima later this year", "the Dialogue, scheduled for May"
    told = (c for c in clauses if c.dep_ == "relcl" and has_child(c, {"which", "that"}))
    if any(grammar.is_planned(c) or is_to_be(c) for c in told):
        return True  # "invited him to Lima for the Dialogue, which is to take place in May"
    if noun.doc[noun.i + 1 : noun.i + 4].text.lower().startswith(", to be"):
        return True  # "for the third Dialogue, to be held in Lima", which the parser hangs on the verb
    if _is_where_it_will_be_done(counted):
        return True
    if verb is None:
        return _is_prepared(noun)
    if lemma_of(verb) in {"be", "follow", "come"} and noun.dep_ == "nsubj" and grammar.is_planned(verb):
        return True  # "the session is due to be held", "the first meeting of the committee will follow"
    went = verb.tag_ == "VBD" and lemma_of(verb) in scene.words.visits.travel  # "travelled to Lima for"
    return (lemma_of(verb) in scene.words.rounds.planning and not went) or _is_prepared(noun)


def _is_where_it_will_be_done(round_: Token) -> bool:
    """ "will be signed |at the third dialogue|", "is to be taken up |at the third dialogue|"."""
    doing = round_.head.head
    if not stands_behind(round_, "at", "during") or doing.pos_ not in {"VERB", "AUX"}:
        return False
    return grammar.is_planned(doing) or is_to_be(doing)


def _is_prepared(noun: Token) -> bool:
    """ "a plan for the third dialogue"; not "the plan of action |signed at the third dialogue|"."""
    above = itertools.takewhile(
        lambda t: not (t.dep_ in {"acl", "relcl"} and t.tag_ != "VBG"), noun.ancestors
    )
    return any(lemma_of(t) in _PLANS for t in above) or _is_told_beforehand(noun)


def _is_told_beforehand(noun: Token) -> bool:
    """ "finalised |the agenda| of the third dialogue", also where the parser hangs the "of" on the verb; not
    "the agenda of the third dialogue covered trade"."""
    while stands_behind(noun, "of") and ordinal_of(noun.head.head) is not None:
        noun = noun.head.head
    before = noun.head.nbor(-1) if noun.dep_ == "pobj" and noun.head.i > 0 else None
    return before is not None and before.dep_ not in SUBJECTS and before.lower_ in _BEFOREHAND


def _is_behind(noun: Token) -> bool:
    """ "The plan |signed at the third dialogue|", "|As agreed at the third dialogue|, the navies will train":
    what was done at it tells that it was held."""
    done = noun.head.head
    if not stands_behind(noun, "at", "during") or done.tag_ not in {"VBN", "VBD"}:
        return False
    return done.dep_ in {"acl", "advcl"} and not auxiliaries(done) & {"to", "will", "be"}
