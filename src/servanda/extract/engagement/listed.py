"""Callers told as a list: "Among those meeting the President are A, Ambassador of Peru; B, Ambassador of
Chile; and C": with each side a meeting of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span as Tokens

from servanda.codebook.places import is_state
from servanda.extract.analysis import unique
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.mentions import NameMention, PersonInText
from servanda.model.facts import EngagementStatus

_CALLERS = re.compile(
    r"\b(?P<how>meeting|calling on|received by|(?:who|that) (?:will |are to )?(?:meet|met|call(?:ed)? on))\b"
    r"(?P<whom>[^;:]{3,160}?)\b(?P<verb>are|were|include|includes|included)\b:?",
    re.IGNORECASE,
)
_LISTING = (" are ", " were ", " include")
_AHEAD = re.compile(r"\b(?:will|are to)\b", re.IGNORECASE)
_A_PAIR = 2

_Named = tuple[NameMention, PersonInText]


def listed_calls(scene: Scene, sentence: Tokens, events: Sequence[Event]) -> list[Event]:
    """The meetings with each of the callers of a list; none unless they are of two sides or more."""
    told = _CALLERS.search(sentence.text) if any(word in sentence.text for word in _LISTING) else None
    if told is None:
        return []
    start, middle = sentence.start_char + told.start(), sentence.start_char + told.end()
    hosts = scene.analysis.names_in(start, middle)
    host = hosts[-1][1] if hosts else None
    if host is None or host.party is None:
        return []
    sides: dict[str, list[_Named]] = {}
    for mention, person in scene.analysis.names_in(middle, sentence.end_char):
        if person.party not in (None, host.party) and is_state(person.party or ""):
            sides.setdefault(person.party or "", []).append((mention, person))
    if len(sides) < _A_PAIR:
        return []
    told_before = (e for e in reversed(events) if e.type == "meeting" and e.start < sentence.start_char)
    before = next((e for e in told_before if _is_of(e, host)), None)
    status = _status(told, before)
    date = before.date if before is not None and before.status == status else None
    calls = (_call(scene, host, named, status) for named in sides.values())
    return [Event(call, date) for call in calls if call is not None]


def _is_of(event: Event, host: PersonInText) -> bool:
    return host.name in event.people or host.party in event.parties


def _status(told: re.Match[str], before: Event | None) -> EngagementStatus:
    """Held where it is told as done; "those meeting him are" of what is planned, if that was told before."""
    if _AHEAD.search(told["how"]):
        return "planned"
    done = told["verb"].lower() in {"were", "included"} or " met" in told["how"] or " called" in told["how"]
    return "held" if done or before is None else before.status


def _call(
    scene: Scene, host: PersonInText, named: Sequence[_Named], status: EngagementStatus
) -> Sighting | None:
    """The call of those of one side, told by the name and office of the first of them."""
    (first, caller), *_ = named
    words = scene.analysis.doc.char_span(first.whole_start, first.whole_end, alignment_mode="expand")
    if words is None:
        return None
    return Sighting(
        type="meeting",
        status=status,
        trigger=words[0],
        left=words.start,
        right=words.end - 1,
        rule="engagement/listed",
        parties=unique([host.party, caller.party]),
        people=(host.name, *(person.name for _, person in named)),
    )
