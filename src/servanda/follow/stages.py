"""Promises to ratify a text and to bring it into force, answered by what is told of that text later."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from servanda.codebook.following import following_words, says
from servanda.codebook.instrument_titles import title_words
from servanda.codebook.instruments import instrument_words
from servanda.follow.answer import Answer, Outcome, parties_of, sides
from servanda.follow.deeds import promised_things
from servanda.follow.things import Stems, quantity, stem, things
from servanda.follow.times import can_answer
from servanda.model.facts import Commitment, Instrument
from servanda.resolve.entry import Entry
from servanda.resolve.mention import Mention
from servanda.resolve.signing import is_in_force
from servanda.resolve.titles import read_title

_MANY = 2
_SHARE = 0.5
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")

TextsOf = Callable[[str], Iterable[Entry]]
"""The entries of texts of which a document tells, by `Source.id`."""


def stage_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report that a text was ratified or is in force answers the promise that names that text."""
    promise, text = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or not isinstance(text, Instrument):
        return None
    if not says(promise.content, following_words().of_stages) or not reached(promise.content, later, earlier):
        return None
    parties = sides(promise).all
    if len(parties) < _MANY or not parties <= set(text.parties) or not _is_named(earlier, later):
        return None
    reason = f"the text that was to be ratified or brought into force is told to be so: {text.title}"
    return Answer(status="kept", confidence=0.8, rule="stage-reached", reason=reason)


def stage_answers(earlier: Mention, texts_of: TextsOf) -> list[tuple[Answer, Mention]]:
    """How reports that texts were ratified or are in force answer the promise to see to it: the texts that
    the promise names, else those of which its document tells, as "bring them into force" is said of these."""
    promise = earlier.fact
    if not isinstance(promise, Commitment) or not says(promise.content, following_words().of_stages):
        return []
    parties = sides(promise).all
    texts = [entry for entry in texts_of(earlier.source.id) if _is_between(entry, parties)]
    named = [entry for entry in texts if any(_is_named(earlier, m) for m in entry.mentions)]
    if not named and _names_one(earlier):
        return []
    meant = named or texts
    if not named and not says(promise.content, following_words().of_those_texts):
        return []
    reports = [
        (entry.id, m) for entry in meant for m in entry.mentions if reached(promise.content, m, earlier)
    ]
    first = min((m.source.published or "" for _, m in reports), default="")
    earliest = [(entry, m) for entry, m in reports if (m.source.published or "") == first]
    told, wanted = {entry for entry, _ in earliest}, len(meant)
    if not named and (number := quantity(promise.content, _of_procedure())):
        documents = {m.source.id for _, m in earliest}
        stand = {entry.id for id_ in documents for entry in texts_of(id_) if _stands(entry, id_, earlier)}
        told, wanted = (stand if len(stand) == number else told), number
    status: Outcome = "kept" if len(told) == wanted else "partly"
    done = "the text" if wanted == 1 else f"{len(told)} of {wanted} texts"
    reason = f"{done} that was to be ratified or brought into force is told to be so"
    confidence = 0.85 if named else 0.65
    return [
        (Answer(status=status, confidence=confidence, rule="stage-reached", reason=reason), m)
        for _, m in reports
    ]


def _stands(entry: Entry, source: str, promise: Mention) -> bool:
    """Whether a document tells that the text has got as far as was promised of "the three agreements", by
    whatever names it calls them."""
    content, parties = getattr(promise.fact, "content", ""), parties_of(promise.fact)
    here = [m for m in entry.mentions if m.source.id == source]
    return _is_between(entry, parties) and any(reached(content, m, promise) for m in here)


def reached(promised: str, later: Mention, earlier: Mention) -> bool:
    """Whether the later mention tells of the stage that was promised, in another document: "in force" also
    of a text that was only to be ratified, not the other way round."""
    text = later.fact
    if not isinstance(text, Instrument) or text.modality != "asserted":
        return False
    of_force = says(promised, following_words().of_force)
    told = is_in_force(text) or (text.action == "ratified" and not of_force)
    return told and earlier.source.id != later.source.id and can_answer(earlier, later)


def _is_between(entry: Entry, parties: frozenset[str]) -> bool:
    facts = (m.fact for m in entry.mentions)
    return any(
        isinstance(f, Instrument) and len(parties & set(f.parties)) >= min(_MANY, len(parties)) for f in facts
    )


def _is_named(promise: Mention, text: Mention) -> bool:
    if not isinstance(text.fact, Instrument):
        return False
    called = read_title(text.fact.title, tuple(sorted(text.fact.parties))).marks
    if not called.isdisjoint(_CAPITALS.findall(promise.quotation)):
        return True  # "so that the RAA may enter into force"
    title = things(text.fact.title).stems
    about = promised_things(promise).stems
    return bool(title) and len(title & about) >= max(1, _SHARE * len(title))


def _names_one(promise: Mention) -> bool:
    """Whether it says itself of which text it speaks: more than kinds of text and words of procedure."""
    return bool(promised_things(promise).stems - _of_procedure())


@cache
def _of_procedure() -> Stems:
    kinds = {word for entry in instrument_words().types for name in entry.words for word in name.split()}
    own = {word for phrase in following_words().of_stages for word in phrase.split()}
    return frozenset(map(stem, {*kinds, *own, *title_words().plurals, *following_words().procedure}))
