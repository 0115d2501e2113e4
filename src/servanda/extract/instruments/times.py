"""When something was done to a text, and the years that the text covers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import msgspec
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis
from servanda.extract.instruments.counted_on import counted_on
from servanda.extract.instruments.found import TIMED, Found
from servanda.extract.instruments.standing import dating
from servanda.extract.instruments.talks import STAGE
from servanda.extract.mentions import DateMention
from servanda.model.document import Span
from servanda.model.edtf import bounds

_OF_THE_TEXT = re.compile(r"(the|this|it)\b", re.IGNORECASE)
_COVERS = re.compile(r"\b(covers?|spans?|runs?|is valid|remains? valid|will cover)\b", re.IGNORECASE)
_OPENING_YEAR = re.compile(r"(?:19|20)\d\d(?= [a-zA-Z])")
"""As in "the *2003* agreement"."""
_CALLED_YEAR = re.compile(r" of ((?:19|20)\d\d)$")
_OF_NAME = frozenset({"of intent", "of understanding", "of agreement"})
_UNTIL = re.compile(r"\b(?:until|till|through|up to|running to|valid to)(?: the)?(?: end of)?(?: year)? $")
_DUE = re.compile(
    r"\b(?:due|deliver(?:y|ies|ed)?|operational|handed over|in service|arrive)\b"
    r"[^.;]{0,12}\b(?:by|in|from|before) (?:the )?(?:end of |early |late |mid-|summer of |spring of )?$"
)
"""As in "a contract for frigates |due by| 2029": the day of what it is on."""
_DUE_NEAR = 50
"""Characters before a day in which that stands."""
_FOR_YEARS = re.compile(r"\bfor (?:the )?(?:years? )?(?:of )?(?:\d{4}(?:, | and |, and ))*$")
"""As in "a plan |for the year| 2024", "|for 2024 and| 2025"."""
_SINCE = re.compile(r"\b(?:force|effect|valid|applied|standing|place) since(?: the)? $")
_FROM_ANOTHER = re.compile(
    r"\b(?:within|after|in less than) (?:the|an?|one|two|three|four|five|six|\d+|a few|some|several) "
    r"(?:day|week|month|year)s?\b|\b(?:days|weeks|months?|years?) (?:later|afterwards|before)\b|"
    r"\bsoon afterwards\b",
    re.IGNORECASE,
)
"""As in "was signed |within a month|", "the pact followed |two years later|": a day counted from another."""
_THAT_OCCASION = re.compile(
    r"\b(?:on|at|during) that (?:occasion|time|meeting|visit|session|dialogue|summit)\b"
    r"|\b(?:signed|concluded|exchanged) then\b"
)
_OWN_OCCASION = re.compile(
    r"\b(?:during|at|on) (?:(?:the|a|his|her|their|its)|[A-Z]\S+['’]s?|[A-Z]\w+(?= [A-Z])) (?:[\w'’-]+ ){0,3}"
    r"(?:visits?|summit|talks|meeting|trip|stay|sessions?)\b"
)
"""As in "which the two agencies concluded |during Boluarte's state visit|"."""
_ACRONYM = re.compile(r"\b(?:[A-Z]{3,}|Vision) $")
_PLANS = frozenset({"plan", "programme", "program", "roadmap"})
_FROM_THEN = frozenset({"after", "since"})
_SOME_TIME = re.compile(r"\b(?:years?|months?|weeks?|days?|decades?)\b[^,;]{0,20}$")
"""As in "|a year to the day| after"."""
_SAYING = frozenset({"say", "announce", "report", "state", "confirm", "add", "tell"})
_OWNER = 14
"""Characters before a name in which "last year's" stands."""
_NEAR = 80
"""Characters behind a name in which its years stand."""


class Times(msgspec.Struct, frozen=True):
    """The date of the action and the years covered, EDTF."""

    date: str | None
    period: str | None


def with_period(found: list[Found], sentence: Tokens, analysis: Analysis) -> list[Found]:
    """What "The statement covers the period from 2018 to 2028" says is said of the text told last."""
    text = sentence.text.strip()
    if not found or not _OF_THE_TEXT.match(text) or not _COVERS.search(text):
        return found
    dates = analysis.dates_in(sentence.start_char, sentence.end_char)
    values = (d.past or d.future for d in dates if d.kind == "interval")
    period = next((v for v in values if v and _is_years(v)), None)
    if period is None:
        return found
    more = (sentence.start, sentence.end - 1)
    return [*found[:-1], msgspec.structs.replace(found[-1], period=period, more=more)]


def times_of(found: Found, said: Span, analysis: Analysis, actors: Actors) -> Times:
    """Date and period of a text; `said` is the stretch that tells the deed and the name."""
    own = list(_own_dates(found, said, analysis))
    named = analysis.offsets(found.name.left, found.name.right)
    covered = [(m, v) for m, v in own if _is_period(v) or _is_year_of_plan(m, v, found)]
    last = max(named[1], _next_text(found))  # "a joint statement and a plan |for 2024-2028|"
    periods = (value for mention, value in covered if named[0] <= mention.start < last)
    dates = [pair for pair in own if pair not in covered]
    period = found.period or _period_behind(found, analysis) or next(periods, None)
    if found.name.type == "letter-of-intent":
        period = found.period
    if STAGE in found.rule:
        date = None
    elif found.action in TIMED or found.is_ahead:
        outside = [pair for pair in dates if not named[0] <= pair[0].start < named[1]]
        dates = outside or (dates if found.action == "signed" or found.is_ahead else [])
        dates = _of_its_own_verb(dates, found)
        date = next((value for _, value in dates), None)
    else:
        date = _date_of_standing(found, dates, analysis)
    if date is None and found.action == "signed" and not found.rule.endswith("/gapped"):
        date = _date_around(found, analysis, actors)
    elif (
        date is None and found.action in TIMED and not found.rule.endswith(("/further", "/second", "/gapped"))
    ):
        date = _date_in_sentence(found, analysis)
    return Times(None if _is_gone(found, date, analysis) else date, period)


def _of_its_own_verb(dates: list[tuple[DateMention, str]], found: Found) -> list[tuple[DateMention, str]]:
    """In "hold talks in May and *sign a pact in June*" the day behind the verb goes before that of the verb
    to which it is joined."""
    verb = grammar.governing_verb(found.name.head)
    if verb is None or verb.dep_ != "conj" or all(m.start < verb.idx for m, _ in dates):
        return dates
    return [pair for pair in dates if not verb.head.idx < pair[0].start < verb.idx]


def _is_gone(found: Found, date: str | None, analysis: Analysis) -> bool:
    """As in "agreed to conclude a new treaty before the present one, signed in *2015*": what is to come has
    no date of years before."""
    if found.action != "planned":
        return False
    told, then = bounds(analysis.document.published or ""), bounds(date or "")
    return told is not None and then is not None and then[1].year < told[0].year


def _own_dates(found: Found, said: Span, analysis: Analysis) -> Iterator[tuple[DateMention, str]]:
    """The dates in the words that tell it, read forward for plans; not those of an aside."""
    for mention in analysis.dates_in(said.start, said.end):
        value = mention.resolve("future" if found.is_ahead else "past")
        aside = (
            _is_no_day(mention, analysis.text)
            or _is_since(mention, found, analysis.text)
            or _is_in_aside(mention.start, found)
            or found.rule == "instrument/foreseen"  # a day of August in which it was promised
            or _is_in_time_clause(mention.start, found)
            or (
                value is not None
                and _is_of_a_text(mention, value, found)
                and not _is_year_of_plan(mention, value, found)
            )
        )
        if value is not None and mention.kind != "duration" and not aside:
            yield mention, value


def _is_no_day(mention: DateMention, text: str) -> bool:
    """As in "the MoU on trade *(2022)* was extended *until 2030*", "IDEX *2023*", "Vision *2035*", "ships
    due by *2029*"."""
    bracketed = text.endswith("(", 0, mention.start) and text.startswith(")", mention.end)
    named = _ACRONYM.search(text[max(0, mention.start - 20) : mention.start]) is not None
    named = named and mention.end - mention.start == len("2023")
    return (
        bracketed
        or named
        or _DUE.search(text[max(0, mention.start - _DUE_NEAR) : mention.start].lower()) is not None
        or _UNTIL.search(text[max(0, mention.start - 20) : mention.start].lower()) is not None
    )


def _is_since(mention: DateMention, found: Found, text: str) -> bool:
    """As in "the treaty, in force *since 2014*, was signed in 2011": not on that day; nor is it to be signed
    on the day since which it has been negotiated."""
    before = text[max(0, mention.start - 30) : mention.start].lower()
    if found.is_ahead and before.endswith(" since "):
        return True
    return found.action in TIMED and _SINCE.search(before) is not None


def _is_year_of_plan(mention: DateMention, value: str, found: Found) -> bool:
    """As in "a plan of military cooperation *for 2018*": the year that the text covers."""
    if len(value) != len("2018") or not _is_of_years(found):
        return False
    behind = found.name.head.doc.text[found.name.head.idx : mention.start].split()
    if behind == [found.name.head.text] and mention.end - mention.start == len(value):
        return True  # "the Cooperation Plan 2025"
    before = found.name.head.doc.text[max(0, mention.start - 20) : mention.start].lower()
    return _FOR_YEARS.search(before) is not None


def _is_of_years(found: Found) -> bool:
    """A plan, or a text on one: "the agreement *on the cooperation plan* for 2018"."""
    named = found.name.head.doc[found.name.head.i + 1 : found.name.right + 1]
    return found.name.type == "programme" or any(t.lemma_.lower() in _PLANS for t in named)


def _is_in_aside(offset: int, found: Found) -> bool:
    """Whether the place lies in a clause on the text that tells something else: "signed a protocol, *which
    was drafted in 2019*"."""
    head = found.name.head
    if found.rule.endswith("/participle") or found.rule.startswith("instrument/in-force"):
        return False
    token = next((t for t in head.sent if t.idx <= offset < t.idx + max(1, len(t))), None)
    own = set(head.ancestors)  # "where on Thursday the pact was signed"
    above = (token, *token.ancestors) if token is not None else ()
    return any(t.i > head.i and t not in own and _is_clause_on(t, head) for t in above)


def _is_in_time_clause(offset: int, found: Found) -> bool:
    """As in "have been negotiating a treaty *since they met in May*"."""
    head = found.name.head
    token = next((t for t in head.sent if t.idx <= offset < t.idx + max(1, len(t))), None)
    above = [t for t in token.ancestors if t.i > head.i] if token is not None else []
    return any(grammar.has_child(t, "mark", words=_FROM_THEN) and head not in t.subtree for t in above)


def _is_clause_on(verb: Token, head: Token) -> bool:
    """As in "a protocol, *which was drafted in 2019*,", "the contract, *awarded in 2023*,"."""
    of_it = verb.head == head or head in verb.head.ancestors
    done = verb.dep_ == "acl" and of_it and verb.tag_ == "VBN"
    first = verb.head.left_edge  # "a protocol, |an idea taken up in May|"
    apposed = verb.dep_ == "acl" and first.i > head.i + 1 and first.lower_ in {"a", "an"}
    apposed = apposed and first.nbor(-1).text == ","
    return (
        verb.dep_ == "relcl"
        or apposed
        or (done and verb.i > head.i + 1 and verb.left_edge.nbor(-1).text == ",")
    )


def _is_of_a_text(mention: DateMention, value: str, found: Found) -> bool:
    """As in "a protocol amending the *2002* agreement", "a contract under the agreement of *2019*": the year
    belongs to a text, and tells no day on which something is done to it."""
    words = found.name.head.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    of = found.name.head.doc.text[max(0, mention.start - 3) : mention.start] == "of "
    if words is None or not (_is_years(value) or of) or _is_period(value):
        return False
    head = found.name.head
    own = head.i + (3 if head.doc[head.i + 1 : head.i + 3].text.lower() in _OF_NAME else 1)
    between = head.doc[own : max(own, words.root.i)]
    if (
        of
        and words.root.i > head.i
        and not any(t.lemma_.lower() in instrument_words().heads for t in between)
    ):
        return False  # "the letter of intent |of 11 November 2024|"
    above = itertools.takewhile(lambda token: not grammar.is_verbal(token), words.root.ancestors)
    text = next((t for t in above if t.lemma_.lower() in instrument_words().heads), None)
    if text is None or found.action == "existing":
        return False
    return text.i != found.name.head.i or words.root.i < text.i


def _date_of_standing(found: Found, dates: list[tuple[DateMention, str]], analysis: Analysis) -> str | None:
    """As in "the agreement *of 2015*", "the treaty entered into force *in 2019*"."""
    if found.action != "existing":
        return None
    called = _CALLED_YEAR.search(found.name.called or "")
    if called is not None and found.rule == "instrument/dated":
        return called[1]
    entered = found.rule.startswith("instrument/in-force")
    named = analysis.offsets(found.name.left, found.name.right)
    inside = [pair for pair in dates if named[0] <= pair[0].start < named[1]]
    behind = [pair for pair in dates if pair not in inside]
    for mention, value in (behind or dates) if entered else inside or dates:
        of = analysis.text[max(0, mention.start - 4) : mention.start].lower().endswith("of ")
        opens = mention.start == named[0] and (_is_years(value) or found.rule == "instrument/dated")
        if entered or of or opens:
            return value
    first = max(found.name.head.sent.start_char, named[0] - _OWNER)
    owning = (d for d in analysis.dates_in(first, named[0]) if d.past is not None)
    if found.rule == "instrument/dated" and (owner := next(owning, None)) is not None:
        return owner.past  # "|last year's| letter of intent"
    if found.rule == "instrument/dated" and (year := dating(found.name.head, found.name.right)) is not None:
        return year
    opening = _OPENING_YEAR.match(found.name.text)
    if opening is not None and not entered:
        return opening[0]
    return _date_in_sentence(found, analysis) if entered else None


def _date_around(found: Found, analysis: Analysis, actors: Actors) -> str | None:
    """The day in the same sentence, else that of the engagement told last, at which it was signed."""
    occasion = _occasion(found)
    if occasion is not None:
        before = (v for m, v in _dates_before(occasion, analysis) if m.kind != "duration")
        return next(before, None)
    if _is_of_that_occasion(found):
        return _date_before(found, analysis)
    counted = counted_on(found.name.head.sent.text, _date_before_sentence(found, analysis))
    if counted is not None:
        return counted
    if _FROM_ANOTHER.search(found.name.head.sent.text) or _is_time_of_another(found):
        return None
    if _is_of_its_own_occasion(found):
        return None
    since = _since_when(found)
    if since is not None:
        return _first_date(found, analysis, analysis.offsets(since.left_edge.i, since.right_edge.i))
    date = _date_in_sentence(found, analysis)
    if date and (not _is_years(date) or _is_told_as_past(found) or _opens_with(date, found, analysis)):
        return date
    return None if _is_looked_back_on(found) else actors.date_at(found.name.head.idx)


def _is_of_that_occasion(found: Found) -> bool:
    """As in "the letter signed *on that occasion*": on the day told last before."""
    doc, end = found.name.head.doc, min(found.closes + 1, found.name.head.sent.end)
    return _THAT_OCCASION.search(doc[found.opens : end].text) is not None


def _is_of_its_own_occasion(found: Found) -> bool:
    """As in "met in May under the memorandum *which both signed during the visit*": on no day of May."""
    doc, end = found.name.head.doc, min(found.closes + 1, found.name.head.sent.end)
    clause = found.rule.endswith("/participle")
    return clause and _OWN_OCCASION.search(doc[found.name.right + 1 : end].text) is not None


def _date_before_sentence(found: Found, analysis: Analysis) -> str | None:
    """The day told last before the sentence of the text, in the one before it."""
    at = found.name.head.sent.start
    before = found.name.head.doc[max(at - 1, 0)].sent
    told = analysis.dates_in(before.start_char, before.end_char) if at else []
    return next((m.past for m in reversed(told) if m.past is not None and m.kind != "duration"), None)


def _date_before(found: Found, analysis: Analysis) -> str | None:
    """The day told last before the text, in its sentence or the one before."""
    at = found.name.head.sent.start
    opens = found.name.head.doc[max(at - 1, 0)].sent.start_char
    told = analysis.dates_in(opens, found.name.head.doc[found.opens].idx)
    return next(
        (m.past for m in reversed(told) if m.past is not None and m.kind not in {"duration", "interval"}),
        None,
    )


def _is_time_of_another(found: Found) -> bool:
    """As in "met on Friday, *a year after they signed* the pact": the time that the sentence tells is of
    something else."""
    verb = grammar.governing_verb(found.name.head)
    if verb is None or verb.dep_ != "advcl":
        return False
    opens = next((c for c in verb.lefts if c.lower_ in _FROM_THEN), None)
    if opens is None:
        return False
    return (
        opens.lower_ == "since" or _SOME_TIME.search(opens.doc[opens.sent.start : opens.i].text) is not None
    )


def _since_when(found: Found) -> Token | None:
    """The noun of "*since the signing* of the pact in 2022"."""
    noun = found.name.head.doc[found.opens].head
    then = any(t.dep_ == "prep" and t.lower_ == "since" for t in (noun, noun.head))
    return noun if found.rule.startswith("instrument/noun:") and then else None


def _occasion(found: Found) -> Token | None:
    """The verb of a clause on an occasion: "the talks in Lima last May, *at which* a pact was *signed*"."""
    verb = grammar.governing_verb(found.name.head)
    if verb is None or verb.dep_ != "relcl":
        return None
    framed = grammar.prep_objects(verb, "at", "during", "in")
    return verb if any(t.lower_ == "which" for t in framed) else None


def _dates_before(verb: Token, analysis: Analysis) -> Iterator[tuple[DateMention, str]]:
    """The dates of the sentence before the clause of the verb, the nearest first."""
    end = verb.doc[verb.left_edge.i].idx
    for mention in reversed(analysis.dates_in(verb.sent.start_char, end)):
        if mention.past is not None:
            yield mention, mention.past


def _opens_with(year: str, found: Found, analysis: Analysis) -> bool:
    """As in "*In 2022* the two countries concluded an arrangement", "*Last year* a pact was signed"."""
    verb = grammar.governing_verb(found.name.head)
    if verb is None or not (verb.tag_ == "VBD" or grammar.is_passive(verb)):
        return False
    first = grammar.clause_bounds(verb)[0]
    near = analysis.dates_in(*analysis.offsets(first, min(first + 2, verb.i)))
    return any(date.past == year and date.start < found.name.head.idx for date in near)


def _is_told_as_past(found: Found) -> bool:
    """As in "*had signed* a first declaration": not the news of the day."""
    verb = grammar.governing_verb(found.name.head)
    return verb is not None and grammar.has_child(verb, "aux", words={"had"})


def _is_looked_back_on(found: Found) -> bool:
    """As in "the agreement, signed by the ministers, entered into force": not the news of the day."""
    verb = grammar.governing_verb(found.name.head)
    if verb is not None and verb.dep_ == "relcl" and any(map(grammar.is_planned, verb.ancestors)):
        return True  # "will sign the contract, on which a memorandum was concluded in Paris"
    opens = found.name.head.left_edge
    return found.rule.endswith("/participle") and opens.lower_ in {"the", "this", "that"}


def _date_in_sentence(found: Found, analysis: Analysis) -> str | None:
    """The first date in the clause that tells it, else in its sentence."""
    sentence, verb = found.name.head.sent, grammar.governing_verb(found.name.head)
    if verb is not None:
        near = _first_date(found, analysis, analysis.offsets(*grammar.clause_bounds(verb)))
        if near is not None:
            return near
    if verb is not None and (said := _said_by(verb)) is not None:
        return _date_outside(sentence, said, analysis)
    return _first_date(found, analysis, (sentence.start_char, sentence.end_char))


def _first_date(found: Found, analysis: Analysis, stretch: tuple[int, int]) -> str | None:
    """The first in the stretch that is none of years that a text covers, of another text or of an aside."""
    read = ((m.past, m) for m in analysis.dates_in(*stretch) if m.kind != "duration")
    dates = ((value, m) for value, m in read if value is not None and not _is_period(value))
    return next((value for value, m in dates if not _is_beside(m, found, analysis)), None)


def _is_beside(mention: DateMention, found: Found, analysis: Analysis) -> bool:
    of_another = mention.past is not None and _is_of_a_text(mention, mention.past, found)
    since = _is_since(mention, found, analysis.text)
    if (
        found.action != "signed"
        and found.name.head.idx <= mention.start < analysis.offsets(0, found.name.right)[1]
    ):
        return True  # "the declaration |of 10 July 2023| has been renewed"
    return of_another or since or _is_in_aside(mention.start, found) or _is_no_day(mention, analysis.text)


def _said_by(verb: Token) -> Token | None:
    """ "said" of "they *have signed* a pact, the ministry *said* Saturday": the day is that of saying."""
    perfect = grammar.has_child(verb, "aux", words={"has", "have"})
    above = verb.head
    said = above.lemma_ in _SAYING and verb.dep_ in {"ccomp", "parataxis", "advcl"}
    return above if perfect and said and above is not verb else None


def _date_outside(sentence: Tokens, said: Token, analysis: Analysis) -> str | None:
    """The first date of the sentence that is not the day of saying: one right behind "said"."""
    for mention in analysis.dates_in(sentence.start_char, sentence.end_char):
        between = analysis.text[said.idx + len(said) : mention.start].strip()
        if mention.past is not None and between not in {"", "on", "in a statement on", "late on"}:
            return mention.past
    return None


def _period_behind(found: Found, analysis: Analysis) -> str | None:
    """The years told between the name and the end of its sentence."""
    if found.name.type == "letter-of-intent":
        return None
    start, end = analysis.offsets(found.name.left, found.name.right)
    if found.rule.endswith("/participle"):
        end = max(end, analysis.offsets(found.opens, found.closes)[1])
    end = min(found.name.head.sent.end_char, end + _NEAR, _next_text(found))
    dates = analysis.dates_in(start, end)
    return next((d.past for d in dates if d.kind == "interval" and d.past and _is_years(d.past)), None)


def _next_text(found: Found) -> int:
    """Character offset of the next text that the sentence names; that of its end without one."""
    name, sentence = found.name, found.name.head.sent
    behind = (t for t in sentence if t.i > name.right and t.lemma_.lower() in instrument_words().heads)
    return next((t.idx for t in behind if t.pos_ in {"NOUN", "PROPN"}), sentence.end_char)


def _is_period(value: str) -> bool:
    """As in "2018/2028"."""
    return "/" in value and _is_years(value)


def _is_years(value: str) -> bool:
    """As in "2018", "2018/2028": no day, no month."""
    return all(len(part) == 4 for part in value.split("/"))
