"""When an engagement took place: the date of a sighting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.codebook.engagements import engagement_words
from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.engagement.days import is_years
from servanda.extract.engagement.setting import kind_named
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.engagement.status import is_what_one_is_invited_to
from servanda.extract.engagement.tokens import FOUNDING, OF_THE_LAST, has_aux, has_child, is_of_the_last
from servanda.extract.mentions import DateMention, Direction
from servanda.model.edtf import OPEN, bounds, precision

_TOUCHING = re.compile(r",?\s*(on|in|from|during|the|his|her|its)?\s*", re.IGNORECASE)
"""What may stand between a visit and its date."""
# "their first since Copenhagen in |October|"
_OF_ONE_BEFORE = re.compile(r"\bfirst\b[^.;]{0,30}?\bsince\b[^.;,]{0,40}$", re.IGNORECASE)
_LONGEST_SINCE = 80
_ENDS_A_TERM = re.compile(r"\b(?:up to|until|till|through|by|for|since)\s+$", re.IGNORECASE)
"""Words before a year that ends or opens a term: "a plan up to |2025"."""
_LAST_DAY = re.compile(r"\b(?:until|till|through)\s+(?:\w+day\b,?\s*\(?)?$", re.IGNORECASE)
"""Words before the last day of a stay: "is in Oslo until |Friday|", "through Friday (|7 June|)"."""
_LONGEST_UNTIL = 24
_STAYS = frozenset({"visit", "exercise"})
_SETTING_OUT = frozenset({"begin", "start", "arrive", "depart", "leave", "travel", "fly", "head", "embark"})
"""Verbs that in the present, with a day of the week, tell what is to come: captions say who "greets" whom."""
_LOOKING_ON = frozenset({"watch", "observe", "witness", "see", "view"})
_GOING = frozenset({"travel", "fly", "go", "come", "journey", "drive", "sail"})
"""Verbs of those who, in the past tense, have got there."""
_A_WEEK = timedelta(days=7)
_SET_FOR = re.compile(
    r"\b(?:foreseen|planned|scheduled|slated|set|envisaged|envisioned|expected|intended|due|fixed) for\s+$",
    re.IGNORECASE,
)
_LONGEST_TERM = 16
"""Characters of such words."""
_JUST = timedelta(days=21)
"""Time in which a day of the month is the one that has just passed, also where a plan is told of it."""
_SOON = timedelta(days=60)
_LONG_AGO = timedelta(days=250)
_NEXT_YEAR = timedelta(days=360)
_NAME_BEHIND = re.compile(r" [A-Z]\w+")
_NAME_BEFORE = re.compile(r"[A-Z]\w* [A-Z]\w* $")
_LONGEST_NAME = 60
"""Characters before a year in which the name stands that it ends."""
_NEAR = 200
"""Characters between a sighting and a date outside its clause that still dates it."""

Stretch = tuple[int, int]
_EARLIER = FOUNDING | {
    "sign", "ink", "initial", "promise", "pledge", "order", "offer", "buy",
    "conclude", "adopt", "approve", "announce", "deliver", "ratify",
}  # fmt: skip
"""Participles of what was done before: "the frigate, |promised in June|, was handed over in July"."""
_OF_ROUNDS = frozenset({"dialogue", "conference"})
_HOLDING = frozenset({"hold", "convene", "conduct", "host"})


def date_of(analysis: Analysis, sighting: Sighting, sentence: Tokens, seen: Sequence[Sighting]) -> str | None:
    """The date in the sighting's own clause; else, unless it was told before, the sentence's."""
    if (since := _since_when(analysis, sighting)) is not None:
        return since
    own = _stretch(sighting)
    if sighting.reader == "occasion":  # "since the opening |in May 2023|": the words end with the date
        found = analysis.date_in(*own, _direction(sighting))
        return found[0] if found else None
    others = [_stretch(s) for s in seen if s.trigger.i != sighting.trigger.i and not _sees(sighting, s)]
    date = _own_date(analysis, sighting, own, others)
    if date is None and sighting.type == "visit":
        return _date_next_to(analysis, sighting, sentence) or _date_around_visit(analysis, sighting)
    if date is None and not sighting.definite:
        date = _date_around(analysis, sighting, sentence)
    if date is not None or sighting.definite:
        return date
    if len({s.type for s in seen}) < len(seen):
        return None
    return _date_beside(analysis, sighting, sentence, others)


def _sees(sighting: Sighting, other: Sighting) -> bool:
    """ "|watched| troops |in Exercise Otter in Turku on 4 May|": also the day of those who look on."""
    looks_on = sighting.type == "visit" and sighting.trigger.lemma_ in _LOOKING_ON
    return looks_on and other.type == "exercise" and other.reader == "in-passing"


def _since_when(analysis: Analysis, sighting: Sighting) -> str | None:
    """ "has been sailing with the strike group |since the spring|": what goes on from then."""
    verb = sighting.trigger
    if sighting.type != "exercise" or verb.tag_ != "VBG" or not has_aux(verb, {"been"}):
        return None
    since = next((c for c in verb.children if c.lower_ == "since" and c.dep_ == "prep"), None)
    if since is None:
        return None
    told = grammar.text_between(verb.doc, since.i, since.right_edge.i)
    date = next((d.past for d in analysis.dates_in(*told) if d.past and "/" not in d.past), None)
    return f"{date}/{OPEN}" if date else None


def is_ahead(analysis: Analysis, sighting: Sighting) -> bool:
    """ "begins a tour of Peru next week", "arrives in Cairo on 14 February", told on the 12th: the present of
    what is to come, by a date that would else lie a year back; or "begins a visit |on Wednesday|"."""
    if sighting.status != "held" or sighting.definite:
        return False
    trigger = sighting.trigger
    verb = trigger if trigger.pos_ == "VERB" else grammar.governing_verb(trigger)
    if verb is None or not (verb.tag_ in {"VBZ", "VBP"} or _is_why_one_came(verb)):
        return False
    told = analysis.dates_in(*_stretch(sighting))
    sets_out = verb.lemma_ in _SETTING_OUT and not analysis.is_caption(trigger.sent)
    if sets_out and any(_is_of_this_week(analysis, mention) for mention in told):
        return True
    return any(
        _is_soon(analysis, mention) and not _is_last_day(analysis.text, mention.start) for mention in told
    )


def is_done_there(analysis: Analysis, sighting: Sighting) -> bool:
    """ "flew to Oslo on Saturday |to hold talks with Minister X|", told days later: the talks were held, as
    the journey is over; not "left for Oslo today to meet"."""
    trigger = sighting.trigger
    verb = trigger if trigger.pos_ == "VERB" else grammar.governing_verb(trigger)
    if sighting.status != "planned" or verb is None or not _is_why_one_came(verb):
        return False
    went = verb.head
    if went.lemma_ not in _GOING or went.tag_ not in {"VBD", "VBN"} or went.left_edge.i >= verb.left_edge.i:
        return False
    before = grammar.text_between(verb.doc, went.left_edge.i, verb.left_edge.i - 1)
    published = analysis.document.published
    now = bounds(published) if published else None
    days = [bounds(mention.past) for mention in analysis.dates_in(*before) if mention.past]
    return now is not None and any(day is not None and day[1] < now[0] for day in days)


def _is_why_one_came(verb: Token) -> bool:
    """ "is here |to attend| the session", "arrived |to co-chair| the Dialogue"."""
    to_do = verb.tag_ == "VB" and verb.dep_ in {"xcomp", "advcl"} and has_aux(verb, {"to"})
    there = verb.head.lemma_ in engagement_words().visits.travel | {"be"}
    return to_do and there and verb.head.i < verb.i and not grammar.is_planned(verb)


def _is_soon(analysis: Analysis, mention: DateMention) -> bool:
    """Whether the date, read forward, lies in the weeks after the publication and, read back, long ago."""
    told = (mention.past, mention.future, analysis.document.published)
    past, ahead, published = (bounds(value) if value else None for value in told)
    if ahead is None or published is None or not timedelta(0) < ahead[0] - published[1] <= _SOON:
        return False
    return past is None or past == ahead or published[0] - past[1] > _LONG_AGO


def _is_of_this_week(analysis: Analysis, mention: DateMention) -> bool:
    """Whether the words name a day of the week, "on Wednesday", which can be the last or the next one."""
    told = (mention.past, mention.future, analysis.document.published)
    past, ahead, published = (bounds(value) if value else None for value in told)
    if past is None or ahead is None or published is None:
        return False
    return ahead[0] - past[0] == _A_WEEK and past[0] < published[0] < ahead[0]


def _is_last_day(text: str, start: int) -> bool:
    """ "is on a visit to Peru |until Friday|": on which the stay ends, not on which it is."""
    return _LAST_DAY.search(text, max(0, start - _LONGEST_UNTIL), start) is not None


def _own_date(analysis: Analysis, sighting: Sighting, own: Stretch, others: Sequence[Stretch]) -> str | None:
    """The first date of the clause that is not of another engagement told inside it."""
    inside = [s for s in others if own[0] <= s[0] and s[1] <= own[1] and s != own]
    inside += _asides(sighting, sighting.left, sighting.right)
    # "invited him to Hanoi |for the eighth dialogue, which is to take place in 2025|"
    shared = _is_in(sighting.trigger.idx, inside) or sighting.reader == "invited"
    told = _of_the_second(sighting, list(_dates(analysis, own, _direction(sighting))))
    stays = sighting.type in _STAYS
    told = [(at, date) for at, date in told if not (stays and _is_last_day(analysis.text, at))]
    journeys = list(_journeys_joined(sighting))
    dates = [date for at, date in told if (shared or not _is_in(at, inside)) and not _is_in(at, journeys)]
    if sighting.type == "exercise":
        dates.sort(key=lambda date: "/" not in date)  # "today completed a patrol held from 25 to 27 May"
    return _most_precise(dates) if dates else None


def _of_the_second(sighting: Sighting, dates: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Of "was in Paris in March |and will return in May|" May alone, and of "arrived today |to attend the
    session on 11 June|" the 11th: what the second of two clauses tells has the date of the first only where
    it has none of its own."""
    trigger = sighting.trigger
    verb = trigger if trigger.pos_ == "VERB" else grammar.governing_verb(trigger) or trigger
    joined = trigger == verb and verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}
    joined = joined or (_is_why_one_came(verb) and trigger.i >= verb.i)
    if not joined or verb.head.i > verb.i:
        return dates
    own = [(at, date) for at, date in dates if at >= verb.doc[verb.left_edge.i].idx]
    return own or dates


def _most_precise(dates: Sequence[str]) -> str:
    """The first date, or one that tells it more precisely: "last week, *from 28 to 31 May*"."""
    around = bounds(dates[0])
    for date in dates[1:]:
        within = bounds(date)
        if around and within and around != within and around[0] <= within[0] and within[1] <= around[1]:
            return date if precision(dates[0]) in {"month", "year"} or "/" in date else dates[0]
    return dates[0]


def _date_next_to(analysis: Analysis, sighting: Sighting, sentence: Tokens) -> str | None:
    """The date that touches the words of a visit, wherever the parser hangs it: "his visit to Japan *from 29
    to 30 January*", "*In October* the visit of the President"."""
    start, end = _stretch(sighting)
    for mention in analysis.dates_in(sentence.start_char, sentence.end_char):
        if start < mention.end and mention.start < end:
            continue  # Inside: it has been passed over as that of another engagement.
        another = _is_since(analysis.text, mention.start) or _is_last_day(analysis.text, mention.start)
        value = None if another else mention.resolve(_direction(sighting))
        if value is not None and sighting.status == "held" and _is_just_beginning(analysis, mention):
            value = mention.future
        between = analysis.text[end : mention.start] + analysis.text[mention.end : start]
        if value is not None and mention.kind != "duration" and _TOUCHING.fullmatch(between):
            return value
    return None


def _date_around_visit(analysis: Analysis, sighting: Sighting) -> str | None:
    """The day on which somebody "ended his visit", and the month or year in which is told what somebody did
    "on a state visit to": the visit was then as well; of a day it is only one of those of the visit."""
    trigger = sighting.trigger
    verb = grammar.governing_verb(trigger)
    if verb is None:
        return None
    bounding = (
        trigger.dep_ in {"dobj", "nsubj", "nsubjpass"} and verb.lemma_ in engagement_words().course.bounding
    )
    if not bounding and (trigger.dep_ != "pobj" or trigger.head.lower_ not in {"on", "during"}):
        return None
    left, right = grammar.clause_bounds(verb)
    told = _dates(analysis, grammar.text_between(verb.doc, left, right), "past")
    asides = list(_asides(sighting, left, right))
    dates = {date for at, date in told if not _is_in(at, asides)}
    date = dates.pop() if len(dates) == 1 else ""
    return date if precision(date) in {"month", "year"} or (bounding and date) else None


def _date_around(analysis: Analysis, sighting: Sighting, sentence: Tokens) -> str | None:
    """The date right behind the clause, or before its "when": "went to Hawaii, where he met X, *on 13
    April*", "*on 20 August*, when he met X"."""
    start, end = _stretch(sighting)
    opens = sighting.trigger.doc[sighting.left].lower_
    for mention in analysis.dates_in(sentence.start_char, sentence.end_char):
        value = mention.resolve(_direction(sighting))
        behind = mention.start >= end and _TOUCHING.fullmatch(analysis.text, end, mention.start)
        before = opens == "when" and _TOUCHING.fullmatch(analysis.text, mention.end, start)
        if value is not None and mention.kind != "duration" and (behind or before):
            return value
    return None


def _asides(sighting: Sighting, left: int, right: int) -> Iterator[Stretch]:
    """Clauses between the tokens that tell of something else: "Under the agreement *that they concluded in
    May*, a ship will call"."""
    trigger = sighting.trigger
    own = {trigger, trigger.head} if trigger.dep_ == "conj" else {trigger}
    words = engagement_words()
    for clause in trigger.doc[left : right + 1]:
        if _is_since_then(clause) or _is_since_an_event(clause, trigger):
            told = clause.head if clause.dep_ == "mark" else clause  # "since |relations were raised in 2022|"
            yield grammar.text_between(trigger.doc, clause.left_edge.i, told.right_edge.i)
        if is_what_one_is_invited_to(clause) and trigger not in clause.subtree:
            yield grammar.text_between(trigger.doc, clause.left_edge.i, clause.right_edge.i)
        if _is_another(clause, trigger):
            yield grammar.text_between(trigger.doc, clause.i, right)
        if (_is_done_before(clause) or is_of_the_last(clause, right)) and trigger not in clause.subtree:
            yield grammar.text_between(trigger.doc, clause.left_edge.i, clause.right_edge.i)
        if clause.dep_ == "acl" and clause.head in own and clause.lemma_ in words.course.announcing:
            yield grammar.text_between(trigger.doc, clause.left_edge.i, clause.right_edge.i)
        when = clause.lemma_ == "be" and trigger.pos_ == "NOUN"  # "his visit to Baku, which was in August"
        # "the Consultations with Peru, which were held in May", "which Peru will host in May"
        when = when or (sighting.type in _OF_ROUNDS and _is_held_by_clause(clause))
        when = when or (sighting.type == "conference" and _opens_by_clause(clause))
        when = when or (sighting.type == "exercise" and clause.lemma_ in words.exercises.running)
        if clause.dep_ == "relcl" and clause.head not in own and trigger not in clause.subtree and not when:
            yield grammar.text_between(trigger.doc, clause.left_edge.i, clause.right_edge.i)


def _is_held_by_clause(clause: Token) -> bool:
    held = grammar.is_passive(clause) or any(
        c.dep_ == "dobj" and c.lower_ == "which" for c in clause.children
    )
    return held and clause.lemma_ in _HOLDING


def _opens_by_clause(clause: Token) -> bool:
    """ "will address the Summit, |which opens in Oslo on 5 May|"; not "the Centre, which opened in 1998", nor
    "the Conference, which began its work in 1998", "the Forum, which first met in 1998"."""
    words = engagement_words()
    happens = clause.lemma_ in words.course.happening and any(
        c.dep_ == "nsubj" and c.lower_ in {"which", "that"} for c in clause.children
    )
    does_something = any(c.dep_ == "dobj" and c.lower_ != "place" for c in clause.children)
    return (
        happens
        and not does_something
        and not has_child(clause, OF_THE_LAST)
        and any(map(kind_named, (clause.head, _word_before(clause))))
    )


def _word_before(clause: Token) -> Token:
    """ "the Day of Forestry |celebrations|, which begin": what the clause follows, where the parser hangs it
    on a word before."""
    before = clause.doc[max(0, clause.left_edge.i - 1)]
    return clause.doc[max(0, before.i - 1)] if before.is_punct else before


def _is_done_before(clause: Token) -> bool:
    """ "talks on the agreement |signed in September 2021|", "the ship, |promised in June|"."""
    return clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_ in _EARLIER


def _is_since_an_event(word: Token, trigger: Token) -> bool:
    """ "the first visit |since the coup of July 2023|"."""
    return word.lower_ == "since" and word.pos_ in {"ADP", "SCONJ"} and word.i > trigger.i


def _is_another(word: Token, trigger: Token) -> bool:
    """ "a continuation of |those in Goa in 2019|": other talks, with their own date."""
    return word.lower_ in {"those", "that"} and word.dep_ == "pobj" and word != trigger and word.i > trigger.i


def _is_since_then(clause: Token) -> bool:
    """ "his first visit since he |took| office in 2022", "since |assuming| office in 2022"."""
    if clause.dep_ == "advcl":
        return grammar.has_child(clause, "mark", words={"since"})
    return clause.dep_ == "pcomp" and clause.head.lower_ == "since"


def _date_beside(
    analysis: Analysis, sighting: Sighting, sentence: Tokens, others: Sequence[Stretch]
) -> str | None:
    """The first date of the sentence near the sighting that stands in no other sighting's clause."""
    start = _stretch(sighting)[0]
    elsewhere = [*others, *_asides(sighting, sentence.start, sentence.end - 1), *_journeys_joined(sighting)]
    dates = _dates(analysis, (sentence.start_char, sentence.end_char), _direction(sighting))
    near = ((at, d) for at, d in dates if abs(at - start) < _NEAR and not _is_in(at, elsewhere))
    return next((d for at, d in near if not _is_term(analysis.text, at)), None)


def _journeys_joined(sighting: Sighting) -> Iterator[Stretch]:
    """ "will call on X |and travel to Tyrol on 24 August|": the day of the journey is not the call's."""
    verb = sighting.trigger
    for joined in verb.conjuncts if verb.pos_ == "VERB" else ():
        if joined.i > verb.i and joined.lemma_ in engagement_words().visits.travel:
            yield grammar.text_between(verb.doc, joined.i, joined.right_edge.i)


def _is_since(text: str, start: int) -> bool:
    """ "the first since |2008|": of one before."""
    return text.endswith(("since ", "Since "), 0, start)


def _is_term(text: str, start: int) -> bool:
    """ "will leave |by 10 May|": when something else is due."""
    return text.endswith((" by ", " until ", " before "), 0, start)


def _dates(analysis: Analysis, stretch: Stretch, direction: Direction) -> Iterator[tuple[int, str]]:
    """Offset and value of the days and months named in the stretch: no durations, no spans of years."""
    for mention in analysis.dates_in(*stretch):
        value = mention.resolve(direction)
        if direction == "future" and _has_just_passed(analysis, mention):
            value = mention.past
        if direction == "past" and _is_just_beginning(analysis, mention):
            value = mention.future
        if value is None or mention.kind == "duration" or is_years(value):
            continue
        if direction == "future" and _is_long_past(analysis, value):
            continue
        if precision(value) == "year" and _is_in_a_name(analysis.text, mention):
            continue
        since = max(
            stretch[0], mention.start - _LONGEST_SINCE
        )  # "since |the talks in Oslo on 8 June|": theirs
        if _OF_ONE_BEFORE.search(analysis.text, since, mention.start):
            continue
        if precision(value) != "year" or not _is_end_of_a_term(analysis.text, mention.start):
            yield mention.start, value


def _is_end_of_a_term(text: str, year: int) -> bool:
    """ "a plan up to |2025|", "a plan for |2025|"; not "is foreseen for |2025|"."""
    before = max(0, year - _LONGEST_TERM)
    return _ENDS_A_TERM.search(text, before, year) is not None and not _SET_FOR.search(text, before, year)


def _is_in_a_name(text: str, year: DateMention) -> bool:
    """ "at the |2024| Paris Olympics", "came for DX Korea |2022|": the year of another event, by its name."""
    alone = text[year.start : year.end].isdigit()
    behind = _NAME_BEHIND.match(text, year.end)
    before = _NAME_BEFORE.search(text, max(0, year.start - _LONGEST_NAME), year.start)
    return alone and (behind or before) is not None


def _is_long_past(analysis: Analysis, value: str) -> bool:
    """ "dormant since its sitting in |2019|, will meet in May": of no plan."""
    told, published = bounds(value), analysis.document.published
    now = bounds(published) if published else None
    return told is not None and now is not None and now[0] - told[1] > _LONG_AGO


def _has_just_passed(analysis: Analysis, mention: DateMention) -> bool:
    """ "planned for 6 to 10 October", told on the 14th: no plan for a year ahead."""
    days = {precision(end) for end in (mention.past or "").split("/")} == {"day"}
    told = (mention.past, mention.future, analysis.document.published)
    past, ahead, published = (bounds(value) if value else None for value in told)
    if not days or past is None or ahead is None or published is None or ahead[0] - past[0] < _NEXT_YEAR:
        return False
    return timedelta(0) <= published[0] - past[1] <= _JUST


def _is_just_beginning(analysis: Analysis, mention: DateMention) -> bool:
    """ "reached Oslo today; his visit |from 5 to 8 September|", told on the 4th: days that begin within the
    week, and no visit of a year ago."""
    told = (mention.past, mention.future, analysis.document.published)
    past, ahead, published = (bounds(value) if value else None for value in told)
    if "/" not in (mention.future or "") or past is None or ahead is None or published is None:
        return False
    if {precision(end) for end in (mention.future or "").split("/")} != {"day"}:
        return False
    return ahead[0] - past[0] >= _NEXT_YEAR and timedelta(0) <= ahead[0] - published[1] <= _A_WEEK


def _direction(sighting: Sighting) -> Direction:
    return "future" if sighting.status == "planned" else "past"


def _stretch(sighting: Sighting) -> Stretch:
    """The words of the sighting, with the bracket that closes behind them: "today (05)"."""
    doc = sighting.trigger.doc
    start, end = grammar.text_between(doc, sighting.left, sighting.right)
    return start, end + (sighting.right + 1 < len(doc) and doc[sighting.right + 1].text == ")")


def _is_in(offset: int, stretches: Sequence[Stretch]) -> bool:
    return any(start <= offset < end for start, end in stretches)
