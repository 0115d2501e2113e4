"""Which sightings are of one engagement. A merge needs a reason: when in doubt, two."""

from __future__ import annotations

import msgspec
from spacy.tokens import Token

from servanda.codebook.engagements import engagement_words
from servanda.codebook.resolving import resolving_words
from servanda.extract import grammar
from servanda.extract.engagement.counted import counting_word
from servanda.extract.engagement.days import can_be_one_visit, can_be_same_time, is_long_over
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.sighting import Sighting, meetings_joined, verb_of
from servanda.extract.engagement.tokens import is_new

OF_SIGNING = frozenset({"signing", "witness"})
"""Readers of ceremonies of signing, which are others than that of welcome."""
_BEFORE = frozenset({"first", "last", "previously", "earlier", "already", "before"})
_FORMER = frozenset({"earlier", "previous", "prior", "last", "former", "preceding"})
_TOLD_BY_A_NOUN = frozenset({"talks", "happen"})
_SUMMING_UP = frozenset({"meet", "hold", "talks", "held-talks"})
"""Readers of sentences that tell of talks as a whole."""
_ROUNDS = frozenset({"dialogue", "conference"})
_SENT = "delegation"
"""Reader of those who are sent, who travel apart from one who is named."""
_LEAD_PARAGRAPHS = 2
"""A headline, and the paragraph behind it."""
_ALSO = frozenset({"also", "separately", "additionally"})


def as_looked_back(sighting: Sighting) -> Sighting:
    """ "In |a recent meeting| with the Minister, the Ambassador said", "at his |last meeting| with", "|The
    previous talks of the two| took place in May": told by the way, as one before."""
    if sighting.reader not in _TOLD_BY_A_NOUN or sighting.status != "held" or sighting.trigger.pos_ != "NOUN":
        return sighting
    before = {token.lower_ for token in sighting.trigger.lefts}
    if before.isdisjoint(_FORMER) and not ("recent" in before and is_new(sighting.trigger)):
        return sighting
    return msgspec.structs.replace(sighting, rule=f"engagement/looked-back:{sighting.word}")


def is_same(event: Event, sighting: Sighting, date: str | None) -> bool:
    """Whether a sighting with its date is one more of the engagement."""
    if sighting.definite and sighting.status in {"postponed", "cancelled"}:
        date = None  # "the visit was deferred on Friday": then it was not to be held
    if not _can_be_dated(event, sighting, date) or _is_told_apart(event, sighting):
        return False
    if _is_of_before(event.first) != _is_of_before(sighting) and event.day != date:
        return False
    if "visit" in {sighting.type, event.type}:
        return sighting.type == event.type and _is_same_visit(event, sighting, date)
    if sighting.ordinal is not None or event.ordinal is not None:
        return _is_same_round(event, sighting)
    if sighting.status != event.status:
        return False
    if sighting.type == event.type == "exercise" and sighting.series and event.series:
        return _is_same_name(sighting.series, event.series)
    if sighting.definite or (_is_of_all(sighting) and not brings_another(event, sighting)):
        anew = event.type == "call" and sighting.type == "meeting" and is_new(sighting.trigger)
        return _is_told_again(event, sighting) and not (anew and date is not None and event.date != date)
    if _is_at_its_ceremony(event, sighting) or _is_one_call(event, sighting):
        return True
    return sighting.type == event.type and _is_of_same_people(event, sighting)


def is_over(event: Event, sighting: Sighting, date: str | None, published: str | None) -> bool:
    """Whether the event was over long before the report: what is planned is not it, nor what all are told
    in a later paragraph to have held."""
    if event.status != "held" or not is_long_over(event.day, published):
        return False
    if sighting.status == "planned" or _is_the_present_visit(event, sighting):
        return True
    last, here = event.sightings[-1].trigger, sighting.trigger
    apart = "\n\n" in here.doc[last.i : here.i].text
    return apart and date is None and sighting.collective and not sighting.definite


def _is_the_present_visit(event: Event, sighting: Sighting) -> bool:
    """ "He recalled his visit in 2019. He said that |this visit was his fourth trip to Kenya|": the one on
    which he says so."""
    if not sighting.type == event.type == "visit":
        return False
    noun = sighting.trigger
    verb = noun.head
    told = noun if noun.dep_ in {"nsubj", "nsubjpass"} else grammar.subject_of(verb)
    said = verb.dep_ == "ccomp" and noun.dep_ in {"attr", "nsubj", "nsubjpass"}
    return said and told is not None and grammar.has_child(told, "det", words={"this"})


def _is_at_its_ceremony(event: Event, sighting: Sighting) -> bool:
    """ "A and B signed it. C took part in |the signing ceremony|"."""
    if event.first.reader != "signing" or sighting.reader != "in-a-ceremony":
        return False
    words = sighting.trigger.doc[sighting.left : sighting.right + 1]
    return any(t.lower_ == "ceremony" and t.left_edge.lower_ in {"the", "this"} for t in words)


def _is_one_call(event: Event, sighting: Sighting) -> bool:
    """ "berthed at Cam Ranh on June 20, |starting a four-day visit| to Vietnam": one call of the ship."""
    if not sighting.reader == event.first.reader == "ship" or sighting.country != event.country:
        return False
    same = event.sightings[-1].trigger.sent == sighting.trigger.sent
    return same and (not sighting.place or not event.place or sighting.place == event.place)


def are_others(event: Event, sighting: Sighting) -> bool:
    """Whether a sighting is of none of the states of the engagement."""
    mine, theirs = set(sighting.parties), set(event.parties)
    return bool(mine and theirs) and not mine & theirs


def brings_another(event: Event, sighting: Sighting) -> bool:
    """Whether a sighting is of others than the two that met before: "has also met the British envoy"."""
    mine, theirs = set(sighting.parties), set(event.parties)
    apart = len(mine) > 1 and len(theirs) > 1 and not (mine <= theirs or theirs <= mine)
    whom = sighting.partner or any(c.dep_ == "dobj" for c in sighting.trigger.children)
    return bool(apart and whom) or are_others(event, sighting)


def tells_same_clause(one: Sighting, other: Sighting) -> bool:
    """Whether two words of one clause tell of one meeting: "held" and "talks"."""
    if one.type != other.type or one.type == "visit" or one.status != other.status:
        return False
    if verb_of(one.trigger) in meetings_joined(other.trigger):
        return not _meets_others(one, other)
    if verb_of(other.trigger) in meetings_joined(one.trigger):
        return not _meets_others(other, one)
    return _is_same_clause(one, other) and _can_be_same_people(one.people, other.people)


def _meets_others(joined: Sighting, first: Sighting) -> bool:
    """ "held talks with X and met Y", "held talks with X and engaged in discussions with Y"; but not "with X
    and engaged in wide-ranging discussions with senior leaders", which sum it up."""
    mine, theirs = set(joined.people), set(first.people)
    if joined.trigger.pos_ == "VERB":
        return mine != theirs
    words = joined.trigger.doc[joined.trigger.i : joined.right + 1].text.lower()
    return bool(mine - theirs) or any(word in words for word in resolving_words().company["business"])


def meets_in_round(one: Sighting, other: Sighting) -> bool:
    """Whether a meeting is the round that the same clause names: "met |for the second Dialogue|"."""
    if one.type != "meeting" or other.type not in _ROUNDS or one.status != other.status:
        return False
    if other.reader == "in-passing" and other.word in engagement_words().conferences.fairs:
        return False  # "met |at the Defence Show in Riyadh|": by the way
    before = other.trigger.head
    framed = other.trigger.dep_ == "pobj" and before.lower_ in {"in", "for", "at", "during"}
    return framed and before.head == one.trigger


def _can_be_dated(event: Event, sighting: Sighting, date: str | None) -> bool:
    """Dates agree; the stages of a visit can be days apart."""
    if can_be_same_time(date, event.day):
        return True
    return sighting.type == event.type == "visit" and can_be_one_visit(date, event.day)


def _is_told_apart(event: Event, sighting: Sighting) -> bool:
    """The dinner is not the talks; "talks with his counterpart" are not "talks with the President", and what
    he will "also" hold with another is not what was told before."""
    if counting_word(sighting.trigger) or (sighting.meal != event.first.meal and not sighting.definite):
        return True
    readers = {sighting.reader, event.first.reader}
    signing = readers & OF_SIGNING or "witness" in {sighting.word, event.first.word}
    if "receive" in readers and signing:
        return True
    whom = any(c.dep_ == "dobj" and c.pos_ == "NOUN" for c in sighting.trigger.children)
    if sighting.word == "meet" and whom and _is_told_as_another(sighting):
        return True  # "The two leaders will also meet business leaders"
    other = sighting.partner and event.first.partner not in {"", sighting.partner}
    return bool(other) and (not sighting.people or _is_told_as_another(sighting))


def _is_of_before(sighting: Sighting) -> bool:
    """ "had first met in November", "had last held talks", "since the talks in May": one before those
    that the text tells of."""
    if sighting.reader == "looked-back":
        return True
    verb = sighting.trigger if sighting.trigger.pos_ == "VERB" else grammar.governing_verb(sighting.trigger)
    if sighting.reader == "stay" and any(
        c.lower_ in {"last", "previously"} for c in sighting.trigger.children
    ):
        return True  # "was |last| in Seoul in May 2022"
    if verb is None or not grammar.has_child(verb, "aux", words={"had"}):
        return False
    if _is_before_what_is_told_there(verb, sighting):
        return False
    return any(c.lower_ in _BEFORE for c in verb.children if c.dep_ == "advmod")


def _is_before_what_is_told_there(verb: Token, sighting: Sighting) -> bool:
    """ "signed it before the two leaders, who had |earlier| held talks": on that day, as nothing says where
    or when else."""
    words = sighting.trigger.doc[verb.i : sighting.right + 1]
    bare = sighting.collective and not any(t.pos_ in {"PROPN", "NUM"} for t in words)
    earlier = {c.lower_ for c in verb.children if c.dep_ == "advmod"} & _BEFORE == {"earlier"}
    return bare and earlier and verb.dep_ == "relcl"


def _is_told_as_another(sighting: Sighting) -> bool:
    """ "is also expected to hold talks with the Prime Minister"."""
    words = sighting.trigger.doc[sighting.left : sighting.right + 1]
    return any(token.lower_ in _ALSO and token.dep_ == "advmod" for token in words)


def _is_same_visit(event: Event, sighting: Sighting, date: str | None) -> bool:
    """ "the visit"; or the same travellers to the same country, planned or held at about that time."""
    if sighting.definite and sighting.country is None:
        return not sighting.people or bool(set(sighting.people) & set(event.people))
    if sighting.country != event.country or not _can_be_same_people(sighting.people, event.people):
        return False
    if _is_another_time(sighting) and date is not None and date != event.day:
        return False
    if event.people and not sighting.people and _is_of_some_other(sighting):
        return False
    if (sighting.reader == _SENT) != (event.first.reader == _SENT) and not (sighting.people and event.people):
        return False
    apart = _is_to_be_invited(sighting) or not can_be_one_visit(date, event.day)
    unsaid = sighting.status == "planned" and bool(event.people) and not sighting.people
    unsaid = unsaid and event.day is None and date is not None
    if sighting.status != event.status and (apart or unsaid):
        return False
    if unsaid and _is_invited(event):  # "invited him to come. A committee will visit it in June"
        return False
    return bool(set(sighting.visitor) & set(event.visitor))


def _is_another_time(sighting: Sighting) -> bool:
    """ "flew to Lima today. From 4 to 6 March he will be in Peru |again|"."""
    trigger = sighting.trigger
    verb = trigger if trigger.pos_ in {"VERB", "AUX"} else grammar.governing_verb(trigger)
    return verb is not None and any(t.lower_ == "again" and t.i > verb.i for t in verb.subtree)


def _is_of_some_other(sighting: Sighting) -> bool:
    """ "the first visit |of a German frigate|", "a visit |by a delegation|": of none who has been named."""
    noun = sighting.trigger
    return noun.pos_ == "NOUN" and any(
        grammar.has_child(whose, "det", words={"a", "an"}) for whose in grammar.prep_objects(noun, "of", "by")
    )


def _is_to_be_invited(sighting: Sighting) -> bool:
    """ "will invite the minister to visit": no visit that has been held."""
    verb = sighting.trigger.head
    return verb.lemma_ == "invite" and grammar.is_planned(verb)


def _is_invited(event: Event) -> bool:
    return event.first.reader == "invited" or event.first.trigger.head.lemma_ == "invite"


def _is_same_name(one: str, other: str) -> bool:
    """ "Exercise Mosi II" and "the exercise Mosi II"; but not "Exercise Mosi I"."""
    return one.lower() == other.lower()


def _is_same_round(event: Event, sighting: Sighting) -> bool:
    """Rounds of one number; "the dialogue" is the numbered one told before."""
    if sighting.ordinal is not None and event.ordinal is not None:
        return sighting.ordinal == event.ordinal and sighting.type == event.type
    if sighting.status != event.status:
        return False
    return sighting.definite or _is_of_same_series(event, sighting)


def _is_of_same_series(event: Event, sighting: Sighting) -> bool:
    """ "the Council meeting on 3 May ... the first meeting of the Council": the name is the same."""
    both = event.series and sighting.series and sighting.type == event.type == "dialogue"
    return bool(both) and _is_same_name(event.series or "", sighting.series or "")


def _is_of_all(sighting: Sighting) -> bool:
    """ "The two sides met", when they have been told to meet."""
    return sighting.collective and len(sighting.people) < 2 and sighting.type in {"meeting", "call"}


def _is_told_again(event: Event, sighting: Sighting) -> bool:
    """ "the meeting" can be a dialogue or call told before."""
    if sighting.type != event.type:
        return sighting.type == "meeting" and event.type in {"dialogue", "call"}
    if sighting.reader == "happen" and sighting.word == event.first.word and len(event.parties) == 1:
        return True  # "attended a banquet ... The banquet was hosted by the King"
    return _can_be_same_people(sighting.people, event.people)


def _is_of_same_people(event: Event, sighting: Sighting) -> bool:
    mine, theirs = set(sighting.people), set(event.people)
    if mine and theirs:
        if sighting.type == "ceremony" and mine & theirs and 1 in {len(mine), len(theirs)}:
            return True
        if len(mine & theirs) >= 2 or (mine <= theirs and sighting.reader == "talks"):
            return True
        return mine == theirs and _is_of_same_sentence(event, sighting)
    if mine and _is_summed_up(event) and sighting.reader != "receive":
        return set(sighting.parties) == set(event.parties) and not _is_told_as_another(sighting)
    return not mine and _is_of_same_parties(event, sighting)


def _is_summed_up(event: Event) -> bool:
    """ "The ministers of A and B met on Friday", at the head of a report: who they are comes later."""
    first = event.first
    named = event.people or len(event.sightings) > 1
    if named or event.type != "meeting" or first.reader not in _SUMMING_UP:
        return False
    return first.trigger.doc[: first.trigger.i].text.count("\n\n") < _LEAD_PARAGRAPHS


def _is_of_same_sentence(event: Event, sighting: Sighting) -> bool:
    """ "They met with X |and engaged in a discussion|"."""
    same = event.sightings[-1].trigger.sent == sighting.trigger.sent
    return same and set(sighting.parties) == set(event.parties)


def _is_of_same_parties(event: Event, sighting: Sighting) -> bool:
    """A sighting that names nobody: of the parties told before, without another partner."""
    if not sighting.parties:
        return True
    bare = not sighting.partner and sighting.reader in {"happen", "meet", "talks", "looked-back"}
    return bare and set(sighting.parties) <= set(event.parties)


def _is_same_clause(one: Sighting, other: Sighting) -> bool:
    if one.trigger.i == other.trigger.i:
        return True
    return one.left <= other.trigger.i <= one.right and other.left <= one.trigger.i <= other.right


def _can_be_same_people(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Somebody is named in both, or nobody in one of them."""
    return not mine or not theirs or bool(set(mine) & set(theirs))
