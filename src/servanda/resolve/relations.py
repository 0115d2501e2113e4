"""Which entry a text means that amends, implements, renews or foresees another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from servanda.codebook.instrument_titles import title_words
from servanda.codebook.instruments import instrument_words
from servanda.model.facts import Instrument, InstrumentType, Relation, RelationType
from servanda.resolve.entry import Entry
from servanda.resolve.mention import Mention
from servanda.resolve.signing import Fit, Signing, signing, timing
from servanda.resolve.titles import Likeness, Title, likeness, read_title

_SCORE = {Likeness.NAMED: 0.92, Likeness.LIKE: 0.85, Likeness.UNSAID: 0.7}
_OTHER_TYPE = 0.1


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """One entry's relation to another.

    type     how it stands to `target`: "amends", "intends" ...
    mention  the mention that says so
    score    estimate in 0..1 that this is the entry that is meant
    reason   why, in words that a person can check against the quotations
    """

    type: RelationType
    mention: Mention
    target: Entry
    score: float
    reason: str


def ties(entry: Entry, entries: Iterable[Entry]) -> list[Tie]:
    """How an instrument's entry stands to others of `entries`; of several mentions that tell the same
    relation to the same entry, the surest. In ascending order of type and target."""
    others = [other for other in entries if other.kind == "instrument" and other.id != entry.id]
    found: dict[tuple[str, str], Tie] = {}
    for mention in entry.mentions:
        for relation in stated(mention):
            tie = target_of(relation, mention, others)
            if tie is None:
                continue
            key = (tie.type, tie.target.id)
            if key not in found or found[key].score < tie.score:
                found[key] = tie
    return [found[key] for key in sorted(found)]


def stated(mention: Mention) -> list[Relation]:
    """The relations that a mention states, and what a letter of intent foresees by its own name ("letter of
    intent on the signing of a joint statement")."""
    fact = mention.fact
    if not isinstance(fact, Instrument):
        return []
    relations = list(fact.relations)
    if fact.type == "letter-of-intent" and not any(r.type == "intends" for r in relations):
        _, *behind = _subject().split(fact.title, maxsplit=1)
        relations += [Relation(type="intends", target=text) for text in behind if _type_of(text)]
    return relations


def target_of(relation: Relation, mention: Mention, entries: Iterable[Entry]) -> Tie | None:
    """The one of `entries` that `mention` means by the relation's target; None where none fits, or two fit
    equally well. Entries that hold the mention itself are passed over."""
    ranked = sorted(_fitting(relation, mention, entries), key=lambda tie: (-tie.score, tie.target.id))
    if not ranked or (len(ranked) > 1 and ranked[0].score == ranked[1].score):
        return None
    return ranked[0]


def _fitting(relation: Relation, mention: Mention, entries: Iterable[Entry]) -> Iterator[Tie]:
    for entry in entries:
        if entry.kind != "instrument" or any(m.id == mention.id for m in entry.mentions):
            continue
        fits = [fit for m in entry.mentions if (fit := _fit(relation, mention, m))]
        if fits and not any(_is_too_early_or_late(relation, mention, m) for m in entry.mentions):
            score, reason = max(fits)
            yield Tie(type=relation.type, mention=mention, target=entry, score=score, reason=reason)


def _fit(relation: Relation, mention: Mention, other: Mention) -> tuple[float, str] | None:
    """How sure it is that `other` is what the relation means, and why."""
    fact, that = mention.fact, other.fact
    if not isinstance(fact, Instrument) or not isinstance(that, Instrument):
        return None
    if not _parties_fit(fact.parties, that.parties):
        return None
    wanted, told = _read(relation.target, fact.parties), _read(that.title, that.parties)
    type_, alike = _type_of(relation.target), likeness(wanted, told)
    if type_ is not None and not title_words().can_be_one(type_, that.type):
        return None
    if wanted.derived != told.derived or wanted.many != told.many:
        return None
    here = mention.source.id == other.source.id
    by_type_alone = type_ == that.type and (here or that.type in title_words().rare)
    if alike < Likeness.UNSAID or (alike == Likeness.UNSAID and not by_type_alone):
        return None
    score = _SCORE[alike] - (_OTHER_TYPE if type_ not in (None, that.type) else 0) + (0.05 if here else 0)
    return round(score, 3), f"“{relation.target}” fits “{that.title}” of the same parties"


def _is_too_early_or_late(relation: Relation, mention: Mention, other: Mention) -> bool:
    """What is intended is signed later, what is amended, applied or renewed was signed before."""
    own = signing(mention)
    at = own.date or own.seen
    expected = Signing("coming", None, at) if relation.type == "intends" else Signing("standing", None, at)
    return timing(expected, signing(other)).fit == Fit.APART


def _parties_fit(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    one, other = set(a), set(b)
    return bool(one & other) and (one <= other or other <= one)


def _read(title: str, parties: tuple[str, ...]) -> Title:
    return read_title(title, tuple(sorted(parties)))


def _type_of(text: str) -> InstrumentType | None:
    return instrument_words().type_of(text)


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, title_words().subjects))})\b", re.IGNORECASE)
