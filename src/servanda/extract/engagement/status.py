"""Whether an engagement was held, is planned, or was put off or called off."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from itertools import islice, takewhile

from spacy.tokens import Token

from servanda.codebook.dates import date_words, month_names
from servanda.codebook.engagements import CourseWords, engagement_words
from servanda.extract import grammar
from servanda.extract.engagement.tokens import (
    has_aux,
    has_before,
    has_child,
    is_noun,
    is_verb,
    lemma_of,
    stands_behind,
)
from servanda.model.facts import EngagementStatus

_MOVED = re.compile(
    r"\b(?:moved|put off|put back|pushed back|postponed|rescheduled|deferred) (?:to|until|till|for)\b|"
    r"\b(?:it|they) (?:will|is to|are to) (?:now |instead )?(?:be held|take place)\b",
    re.IGNORECASE,
)
_OFF = frozenset({"off", "back", "through"})
_STRETCHES = frozenset({"day", "morning", "afternoon", "evening", "visit", "stay", "trip", "leg", "stop"})
_FRAMING = frozenset({"during", "on", "in", "while", "within"})
_NEAR = 4
"""Words above a verb among which the invitation stands."""
_WHEN = 8
"""Words within which it is told when: "scheduled |to take place in the first half of June|"."""
_SAID_OF_IT = frozenset({",", "is", "are", "now", "currently", "provisionally", "tentatively"})
_SPANS = frozenset({"week", "month", "year"})
_YEAR = re.compile(r"20\d\d")
_OWNED = frozenset({"his", "her", "their", "the", "'s", "’s"})


def status_of(words: CourseWords, trigger: Token, verb: Token | None) -> EngagementStatus:
    """The status of what `trigger` tells; `verb` shows it (a trigger that is a verb shows it itself)."""
    if verb is None and is_verb(trigger):
        verb = trigger
    if verb is not None and (shown := _shown_by_verb(words, verb, trigger)) is not None:
        return shown
    if is_noun(trigger):
        return _shown_by_noun(words, trigger)
    return "held"


def _shown_by_verb(words: CourseWords, verb: Token, trigger: Token) -> EngagementStatus | None:
    off = put_off(words, verb) or put_off(words, verb.head) or _then_put_off(words, verb)
    if off is not None:
        return off
    purpose = {lemma_of(verb.head), lemma_of(trigger.head)} & words.intending
    ahead = (
        grammar.is_planned(verb)
        or is_to_be(verb)
        or _is_why_one_goes(words, verb)
        or _was_to_come(verb)
        or _sets_out(words, verb)
        or _is_at_the_goal(words, verb)
        or _is_agreed(words, verb)
        or ordering(words, verb) is not None
        or is_on_the_programme(words, verb)
        or is_to_come(verb)
        or is_awaited(verb)
    )
    if ahead or _is_invited(verb) or is_what_one_is_invited_to(verb) or purpose:
        return "planned"
    return None


def _shown_by_noun(words: CourseWords, noun: Token) -> EngagementStatus:
    """ "The visit has been postponed", "the upcoming visit"."""
    verb = grammar.governing_verb(noun)
    if verb is not None and noun.dep_ in {"nsubjpass", "dobj", "nsubj"}:
        off = put_off(words, verb)
        if off is not None:
            return off
    if _is_looked_forward_to(noun) or is_said_to_be_ahead(words, noun):
        return "planned"
    ahead = has_before(noun, words.ahead) or _is_frame_of_plans(noun, verb) or _is_gone_for(words, noun, verb)
    return "planned" if ahead or _is_of_a_day_to_come(noun) or _will_follow(noun) else "held"


def _is_looked_forward_to(noun: Token) -> bool:
    """ "looked forward to the first joint *patrol*, which will take place this year"."""
    to, verb = noun.head, noun.head.head
    return to.lower_ == "to" and lemma_of(verb) == "look" and has_child(verb, {"forward"})


def is_said_to_be_ahead(words: CourseWords, noun: Token) -> bool:
    """ "the *visit* of the President to Oslo, |scheduled for November|", "which |is planned for| the autumn",
    "|due in| June": behind the noun and those who travel, before any other verb."""
    sentence_end = noun.sent.end
    for token in noun.doc[noun.i + 1 : sentence_end]:
        if token.tag_ in {"VBD", "VB"} or (
            token.tag_ in {"VBZ", "VBP"} and token.lower_ not in {"is", "are"}
        ):
            return False
        if lemma_of(token) in words.preparing or token.lower_ == "due":
            before = token.nbor(-1).lower_
            behind = noun.doc[token.i + 1 : min(token.i + 1 + _WHEN, sentence_end)]
            when = takewhile(lambda t: t.text not in ",;:", behind)
            return before in _SAID_OF_IT and any(map(_tells_when, when))
    return False


def _will_follow(noun: Token) -> bool:
    """ "a welcome, which |will be followed by| *talks* with the minister"."""
    verb = noun.head.head
    followed = stands_behind(noun, "by") and lemma_of(verb) == "follow"
    return followed and (grammar.is_planned(verb) or is_to_be(verb))


def _is_of_a_day_to_come(noun: Token) -> bool:
    """ "was confident that his *talks* with the minister |tomorrow| would open a new chapter", "his talks
    |next week|": what time is told before the verb."""
    verb = noun.head
    if not is_verb(verb) or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    between = noun.doc[noun.i + 1 : max(verb.i, noun.i + 1)]
    return any(t.lower_ == "tomorrow" or (t.lower_ == "next" and t.head.lower_ in _SPANS) for t in between)


def _is_gone_for(words: CourseWords, noun: Token, verb: Token | None) -> bool:
    """ "goes to Oslo |for his first visit|": of the journey that is to come."""
    goes = verb is not None and (_sets_out(words, verb) or grammar.is_planned(verb))
    return goes and stands_behind(noun, "for")


def _is_frame_of_plans(noun: Token, verb: Token | None) -> bool:
    """ "During his *visit* to Lisbon, the minister will meet": a stay that is to come, unless it is told to
    have begun."""
    framed = noun.dep_ == "pobj" and noun.head.lower_ in _FRAMING and has_child(noun, _OWNED)
    return framed and verb is not None and grammar.is_planned(verb)


def put_off(words: CourseWords, verb: Token) -> EngagementStatus | None:
    """ "was postponed", "has been |put off|"; "was cancelled", "was |called off|"."""
    particle = next((c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod"} and c.lower_ in _OFF), "")
    for lemma in (lemma_of(verb), f"{lemma_of(verb)} {particle}"):
        if lemma in words.postponing:
            return "postponed"
        if lemma in words.cancelling:
            return "cancelled"
    if lemma_of(verb) in words.moving and grammar.is_passive(verb) and _is_to_a_time(verb):
        return "postponed"
    infinitive = next((c for c in verb.children if c.dep_ == "xcomp" and grammar.is_passive(c)), None)
    if infinitive is not None and lemma_of(verb) in {"have", "need"}:
        return put_off(words, infinitive)  # "had to be cancelled"
    if not came_to_nothing(words, verb):
        return None
    return "postponed" if _is_moved(verb) else "cancelled"


def _is_moved(verb: Token) -> bool:
    """ "did not take place in May; |it has been moved to| next year": here or in the next sentence."""
    doc, end = verb.doc, verb.sent.end
    behind = doc[verb.i : doc[end].sent.end if end < len(doc) else end]
    return _MOVED.search(behind.text) is not None


def _is_to_a_time(verb: Token) -> bool:
    """ "was moved |to the second half of the year|", "has been shifted |to June|"."""
    goals = grammar.prep_objects(verb, "to", "until")
    words = {t.lower_ for goal in goals for t in goal.subtree}
    return bool(words & (_names_of_days() | _SPANS)) or any(_YEAR.fullmatch(word) for word in words)


def came_to_nothing(words: CourseWords, verb: Token) -> bool:
    """ "was dropped", "|fell through|", "did not |take place|", "|failed| to materialise"."""
    lemma = lemma_of(verb)
    if lemma in words.dropping and grammar.is_passive(verb):
        return True
    if lemma in words.failing and _has_near(verb, words.failing[lemma]):
        return True
    if lemma == "fail":
        goals = [c for c in verb.children if c.dep_ == "xcomp" and lemma_of(c) in words.coming_about]
        return any(_comes_about(words, goal) for goal in goals)
    return lemma in words.coming_about and _is_denied(verb) and _comes_about(words, verb)


def _is_denied(verb: Token) -> bool:
    """By "not" or "never"; "no talks were held" denies that there were any to be held."""
    return any(c.dep_ == "neg" for c in verb.children)


def _comes_about(words: CourseWords, verb: Token) -> bool:
    lemma = lemma_of(verb)
    if lemma == "hold" and not grammar.is_passive(verb):
        return False
    return not words.coming_about[lemma] or _has_near(verb, words.coming_about[lemma])


def _has_near(verb: Token, wanted: Container[str]) -> bool:
    """Whether one of the words stands on the verb, or behind its preposition: "fell |victim| to", "came to
    |nothing|"."""
    near = (t for c in verb.children if c.i > verb.i for t in (c, *c.children))
    return any(t.lower_ in wanted for t in near)


def _then_put_off(words: CourseWords, verb: Token) -> EngagementStatus | None:
    """ "was scheduled to visit Oslo but |was postponed|": of the same subject."""
    above = verb.head if verb.dep_ in {"xcomp", "ccomp"} else verb
    later = (c for c in above.children if c.dep_ == "conj" and grammar.is_passive(c))
    return next((off for c in later if not grammar.has_subject(c) and (off := put_off(words, c))), None)


def is_to_come(verb: Token) -> bool:
    """ "Talks |await| him", "A meeting with the minister |follows| later today"; not "Their meeting |follows|
    four months after the summit"."""
    if verb.tag_ not in {"VBZ", "VBP"}:
        return False
    led_up_to = has_child(verb, {"after", "from"}) or any(c.dep_ == "dobj" for c in verb.children)
    return lemma_of(verb) == "await" or (lemma_of(verb) == "follow" and not led_up_to)


def is_awaited(verb: Token) -> bool:
    """ "looks forward to |welcoming| President X to Berlin on 3 November": on a day that is told, so
    that it is more than a wish."""
    if verb.tag_ not in {"VBG", "VB"} or not any(_tells_when(t) for t in verb.subtree):
        return False
    above = islice(verb.ancestors, _NEAR)
    return any(lemma_of(t) == "look" and has_child(t, {"forward"}) for t in above)


def _tells_when(token: Token) -> bool:
    """ "on 3 |November|", "in the |autumn|", "next |year|", "in |2026|"."""
    if token.lower_ in _names_of_days():
        return token.tag_ != "MD"
    named = token.lower_ in _SPANS and has_before(token, {"next", "this", "later", "coming", "new"})
    return named or (token.head.lower_ == "in" and _YEAR.fullmatch(token.text) is not None)


@cache
def _names_of_days() -> frozenset[str]:
    """Names of months, seasons and weekdays."""
    weekdays = (day.lower() for names in date_words().weekdays for day in names)
    return frozenset({"tomorrow", *weekdays, *month_names(), *date_words().seasons})


def is_on_the_programme(words: CourseWords, verb: Token) -> bool:
    """ "On his |programme| are talks with", "Next on the |agenda| is a meeting with", "The day |begins| with
    talks", "The programme |includes| talks with", "A meeting with X |is included| in the programme"."""
    if lemma_of(verb) in words.listing and has_child(verb, {"is", "are"}):
        return any(lemma_of(t) in words.programme for t in grammar.prep_objects(verb, "in", "on"))
    if verb.tag_ not in {"VBZ", "VBP"}:
        return False
    if lemma_of(verb) == "be":
        on = [t for w in (verb, *verb.children) for t in grammar.prep_objects(w, "on", "in")]
        return any(lemma_of(t) in words.programme for t in on)
    subject = grammar.subject_of(verb) if lemma_of(verb) in words.bounding | words.listing else None
    return subject is not None and lemma_of(subject) in words.programme | _STRETCHES


def is_to_be(verb: Token) -> bool:
    """ "The talks |are| to be held in May": the verb over the infinitive, and the infinitive itself."""
    above = verb.head if verb.dep_ == "xcomp" and has_child(verb, {"to"}) else verb
    if above.lemma_ != "be" or above.tag_ not in {"VBZ", "VBP"}:
        return False
    goals = [c for c in above.children if c.dep_ == "xcomp" and has_child(c, {"to"})]
    return bool(goals) and all(c.dep_ not in {"attr", "acomp"} for c in above.children)


def _was_to_come(verb: Token) -> bool:
    """ "said that the minister would visit"."""
    return has_child(verb, {"would"}) or is_set_down(verb)


def is_set_down(verb: Token) -> bool:
    """ "The next session |should take place| in Nairobi in June": a plan, as it has a time; not what somebody
    should do."""
    words, subject = engagement_words(), grammar.subject_of(verb)
    if subject is None or not has_aux(verb, {"should"}) or not any(_tells_when(t) for t in verb.subtree):
        return False
    if lemma_of(verb) in words.course.setting_out | words.visits.verbs | {"come"}:
        # "agreed that the minister |should travel| to Oslo in May"
        return verb.dep_ == "ccomp" and lemma_of(verb.head) in {"agree", "decide", "settle", "determine"}
    takes_place = lemma_of(verb) in words.course.happening or (
        lemma_of(verb) in words.course.holding and grammar.is_passive(verb)
    )
    return takes_place and words.noun_type(lemma_of(subject)) is not None


def _sets_out(words: CourseWords, verb: Token) -> bool:
    """ "From Lisbon the President travels to Madrid", "is coming on a visit": the present of a journey to
    come."""
    if verb.tag_ == "VBG":
        under_way = lemma_of(verb) in words.setting_out | {"come", "arrive"}
        return under_way and has_aux(verb, {"is", "are"})
    return verb.tag_ in {"VBZ", "VBP"} and lemma_of(verb) in words.setting_out


def _is_agreed(words: CourseWords, verb: Token) -> bool:
    """ "agreed |to hold| the first meeting in May", "agreed that the next round |be held| in May"."""
    to_do = verb.tag_ == "VB" and verb.dep_ in {"xcomp", "ccomp"} and has_child(verb, {"to"})
    to_be = verb.tag_ == "VBN" and verb.dep_ == "ccomp" and has_aux(verb, {"be"})
    bare = to_be and not has_aux(verb, {"will", "to", "can", "could", "may", "should"})
    return (to_do or bare) and lemma_of(verb.head) in words.preparing


def ordering(words: CourseWords, verb: Token) -> Token | None:
    """The verb of "|instructed| their ministers to *hold* the sixth meeting", "|charged| them with *holding*
    it"."""
    above = None
    if verb.tag_ == "VB" and verb.dep_ in {"xcomp", "ccomp", "advcl"} and has_child(verb, {"to"}):
        above = verb.head
    elif verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ == "with":
        above = verb.head.head
    return above if above is not None and lemma_of(above) in words.ordering else None


def _is_why_one_goes(words: CourseWords, verb: Token) -> bool:
    """ "left for Dubai |to attend| the summit"."""
    to_do = verb.tag_ == "VB" and has_child(verb, {"to"}) and verb.dep_ in {"advcl", "xcomp"}
    return to_do and lemma_of(verb.head) in words.setting_out


def _is_at_the_goal(words: CourseWords, verb: Token) -> bool:
    """ "travels to Madrid, where he *has* a meeting", "will be signed when they *meet*": the present of what
    follows on what is to come."""
    present = verb.tag_ in {"VBZ", "VBP"} and verb.dep_ in {"relcl", "advcl"}
    above = grammar.finite_above(verb) if present and has_child(verb, {"where", "when", "once"}) else None
    return above is not None and (_sets_out(words, above) or grammar.is_planned(above) or _will_be(verb))


def _will_be(verb: Token) -> bool:
    """ "will be used next month, when troops *take part* in": of the clause above."""
    return has_child(verb, {"when", "once"}) and grammar.is_planned(verb.head)


def _is_invited(verb: Token) -> bool:
    """ "invited him to visit Paris this year", "asked him to come in May"."""
    told = verb.tag_ == "VBD" or verb.dep_ not in {"xcomp", "ccomp", "advcl"}
    if lemma_of(verb.head) in {"ask", "request"}:
        return verb.tag_ == "VB" and not told
    return lemma_of(verb.head) == "invite" and not told


def is_what_one_is_invited_to(verb: Token) -> bool:
    """ "delivered his invitation to the President |to undertake| a visit"."""
    if verb.tag_ != "VB" or not has_child(verb, {"to"}):
        return False
    above = list(islice(verb.ancestors, _NEAR))
    return any(t.lemma_ == "invitation" for each in above for t in (each, *each.children))
