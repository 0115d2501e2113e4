"""Callers told as a list: "Among those meeting the President are A, Ambassador of Peru; B, Ambassador of
Chile; and C": they take part in the meetings told before, else in those that the list tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span as Tokens

from servanda.codebook.places import is_state
from servanda.extract.analysis import Analysis, unique
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.mentions import PersonInText

_CALLERS = re.compile(
    r"\b(?P<how>meeting|calling on|received by|(?:who|that) (?:will |are to )?(?:meet|met|call(?:ed)? on))\b"
    r"[^;:]{3,160}?\b(?:are|were|include|includes|included)\b:?",
    re.IGNORECASE,
)
_LISTING = (" are ", " were ", " include")
_AHEAD = re.compile(r"\b(?:will|are to)\b", re.IGNORECASE)
_A_PAIR = 2


def callers_told(sentence: str) -> re.Match[str] | None:
    """ "Among the envoys |meeting the President are|": what stands before a list of callers."""
    return _CALLERS.search(sentence) if any(word in sentence for word in _LISTING) else None


def add_listed(analysis: Analysis, sentence: Tokens, events: list[Event]) -> None:
    """Give the meetings told before the callers of a list, or tell of them as of new ones; nothing unless the
    callers are of two sides or more."""
    told = callers_told(sentence.text)
    if told is None:
        return
    start, middle = sentence.start_char + told.start(), sentence.start_char + told.end()
    hosts = analysis.names_in(start, middle)
    host = hosts[-1][1] if hosts else None
    if host is None or host.party is None:
        return
    callers = [p for _, p in analysis.names_in(middle, sentence.end_char) if is_state(p.party or "")]
    callers = [p for p in callers if p.party != host.party]
    if len({p.party for p in callers}) < _A_PAIR:
        return
    people = unique([host.name, *(p.name for p in callers)])
    parties = unique([host.party, *(p.party for p in callers)])
    before = _told_before(sentence, host, events)
    if before is not None:
        before.join(parties, people)
        before.extra.append(analysis.quote_sentence(sentence))
        return
    sighting = Sighting(
        type="meeting",
        status="planned" if _AHEAD.search(told["how"]) else "held",
        trigger=sentence[0],
        left=sentence.start,
        right=sentence.end - 1,
        rule="engagement/listed",
        parties=parties,
        people=people,
    )
    events.append(Event(sighting, None))


def _told_before(sentence: Tokens, host: PersonInText, events: Sequence[Event]) -> Event | None:
    """The meetings of the host with people of several sides, or of nobody known, that were told last."""
    for event in reversed(events):
        if event.type == "meeting" and event.start < sentence.start_char:
            of_host = host.name in event.people or host.party in event.parties
            return event if of_host and len(event.people) < _A_PAIR else None
    return None
