"""When a commitment was made, and what follows from it: its evidence, its due date, whether it is history."""

from __future__ import annotations

from servanda.extract import grammar
from servanda.extract.commitment.found import Talk, Undertaking
from servanda.extract.mentions import DateMention
from servanda.extract.speech import reporter_of
from servanda.model.document import Span
from servanda.model.edtf import Bounds, bounds

_HISTORY_YEARS = 5
"""Years after which a promise told again is history, and none that anybody waits for."""


def date_of_saying(found: Undertaking, talk: Talk) -> DateMention | None:
    """ "In 2019" in "In 2019 Japan pledged to ...": the first date on the verb that says it, outside what is
    said."""
    analysis, doc = talk.analysis, found.trigger.doc
    sentence = found.trigger.sent
    said_by = {found.trigger, grammar.governing_verb(found.trigger), reporter_of(found.trigger)}
    for mention in analysis.dates_in(sentence.start_char, sentence.end_char):
        words = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if words is None or found.left <= words.start <= found.right or mention.kind == "duration":
            continue
        verb = next((t for t in words.root.ancestors if grammar.is_verbal(t)), None)
        if verb in said_by and mention.past is not None:
            return mention
    return None


def evidence_of(found: Undertaking, said: DateMention | None, talk: Talk) -> Span:
    """The words that prove it, from the date on where it stands before them."""
    first, last = found.evidence
    span = talk.analysis.quote_tokens(first, last)
    if said is None or not said.start < span.start:
        return span
    opening = found.trigger.doc.char_span(said.start, said.end, alignment_mode="expand")
    left = opening.root.head if opening is not None and opening.root.dep_ == "pobj" else None
    return talk.analysis.quote(min(said.start, left.idx if left is not None else said.start), span.end)


def is_history(found: Undertaking, talk: Talk) -> bool:
    """As in "In 1998 Japan pledged to ...", told in 2024."""
    said = date_of_saying(found, talk)
    then = _bounds(said.past if said is not None else None)
    now = _bounds(talk.analysis.document.published)
    return then is not None and now is not None and now[0].year - then[1].year > _HISTORY_YEARS


def due_of(content: Span, said: DateMention | None, talk: Talk) -> str | None:
    """The first date in the content that lies ahead of the saying; of a period its end."""
    made = _bounds(said.past if said is not None else talk.analysis.document.published)
    dates = [d for d in talk.analysis.dates_in(content.start, content.end) if not _is_of_a_name(d, talk)]
    ends = (d.future.rpartition("/")[2] for d in dates if d.future is not None)
    return next((end for end in ends if _is_ahead(end, made)), None)


def _is_of_a_name(date: DateMention, talk: Talk) -> bool:
    """As in "the *1951* Mutual Defence Treaty", "since *1991*": when nothing is to be done."""
    if talk.analysis.text[max(0, date.start - 7) : date.start].rstrip().lower().endswith("since"):
        return True
    words = talk.analysis.doc.char_span(date.start, date.end, alignment_mode="expand")
    root = words.root if words is not None else None
    return root is not None and root.dep_ in {"nummod", "compound"} and root.head.pos_ == "PROPN"


def _is_ahead(end: str, made: Bounds | None) -> bool:
    """Whether the date can lie on or after the first day on which it was said; unknown ones can."""
    days = bounds(end)
    return made is None or days is None or days[1] >= made[0]


def _bounds(edtf: str | None) -> Bounds | None:
    return bounds(edtf) if edtf else None
