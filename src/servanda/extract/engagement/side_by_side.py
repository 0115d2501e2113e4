"""Meetings of two named people on either side of a verb whose parse went wrong: in "Secretary X hosted
Chilean Minister Y today" the parser takes "hosted" for an adjective of the minister."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of
from servanda.extract.mentions import PersonInText

_BEFORE = re.compile(
    r",?\s*(has|had|also|then|today|later|and|on \w+day|this \w+|yesterday|\s)*", re.IGNORECASE
)
"""What may stand between the first name and the verb."""
_BEHIND = re.compile(
    r"(?:, (?:on|in|at|for|during|after) [^,;.]{3,40},)?"
    r"\s*(with|on|the|his|her|visiting|counterpart|today|separately|,|\s)*",
    re.IGNORECASE,
)
"""What may stand between the verb and the other name."""
_FORMS = frozenset({"VBD", "VBN", "VBZ"})
_MISREAD = frozenset({"amod", "compound", "nmod", "acl", "appos", "relcl"})


def tells_of_two(scene: Scene, verb: Token) -> bool:
    """A verb of meeting or receiving that the parser did not take for the verb of its clause; "called on"."""
    meets = lemma_of(verb) in scene.words.meetings.verbs | {"host", "receive"}
    misread = meets and verb.dep_ in _MISREAD
    calls_on = verb.lower_ == "called" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "on"
    parted = meets and verb.i + 1 < len(verb.doc) and verb.nbor().text == ","  # "received, on a call, X"
    return (misread or calls_on or parted) and verb.tag_ in _FORMS and grammar.agent_of(verb) is None


def two_beside(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """The meeting of the two people named right before and right behind the verb, each of another party."""
    before, behind = _neighbours(scene, verb)
    if before is None or behind is None or None in {before.party, behind.party}:
        return
    if before.party == behind.party:
        return
    actors = [Actor.of(person, f"beside the verb: {person.name}") for person in (before, behind)]
    start = verb.sent.start
    right = grammar.trim_right(verb.doc, verb.i, verb.sent.end - 1)
    yield make(scene, "meeting", f"side-by-side:{lemma_of(verb)}", Telling(verb, start, right, verb), actors)


def _neighbours(scene: Scene, verb: Token) -> tuple[PersonInText | None, PersonInText | None]:
    text, end = scene.analysis.text, verb.idx + len(verb)
    before = behind = None
    for mention, person in scene.analysis.names_in(verb.sent.start_char, verb.sent.end_char):
        if mention.whole_end <= verb.idx and _BEFORE.fullmatch(text, mention.whole_end, verb.idx):
            before = person
        if (
            behind is None
            and mention.whole_start >= end
            and _BEHIND.fullmatch(text, end, mention.whole_start)
        ):
            behind = person
    return before, behind
