"""All promises and plans of the ledger with what later documents show of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from servanda.codebook.following import following_words, says
from servanda.follow.answer import Answer
from servanda.follow.answers import answer
from servanda.follow.attended import is_to_attend
from servanda.follow.blocks import Blocks
from servanda.follow.deeds import TOLD_AS_CARRIED_OUT, promised_things
from servanda.follow.drills import wants_a_drill
from servanda.follow.ended import ended_stay
from servanda.follow.invitations import borne_out, is_told_with_the_visit
from servanda.follow.plans import FollowedBy, answers_within, is_done, is_plan
from servanda.follow.stages import TextsOf, stage_answers
from servanda.follow.texts import is_of_several, names_nothing
from servanda.follow.things import things
from servanda.follow.times import known, published_days
from servanda.follow.to_come import ToCome
from servanda.model.facts import Commitment, Engagement, Instrument
from servanda.resolve.entry import Entry
from servanda.resolve.mention import Mention, time_key
from servanda.resolve.titles import read_title

_LIKE = 0.5
_NEARLY = 0.06
"""By so much an answer may be less sure than another and still be the one, being the earlier report."""


_ALL_OF_IT = re.compile(r"\b(?:all|last|final|remaining|complet\w+|in full|fully)\b", re.IGNORECASE)
_HARDLY_LESS = 0.1
"""By so much less sure it can be that the whole was done, after a part was."""


def follow(entries: Iterable[Entry], as_of: date | None = None) -> list[FollowedBy]:
    """What became of each promise and plan, as it was known on `as_of` (None: as it is known now).

    One answer each: the earliest of the surest. A promise that several documents tell is
    followed once, from the first of them.
    """
    ordered = sorted(entries, key=lambda entry: entry.id)
    then = {entry.id: told for entry in ordered if (told := as_known(entry, as_of)) is not None}
    blocks = Blocks(mention for entry in then.values() for mention in entry.mentions)
    texts_of, done_in = _Texts(then.values()), _done_in(then.values())
    to_come = ToCome(then.values())
    found: list[FollowedBy] = []
    for id_, entry in then.items():
        within = answers_within(entry, _others_met(entry, blocks)) or ended_stay(entry)
        elsewhere = (
            list(_answers_elsewhere(entry, blocks, texts_of, done_in, to_come))
            if not within or _is_unnamed(entry)
            else []
        )
        if any(_tells_of_several_before(one, elsewhere) for one in within):
            elsewhere = []  # the signing of the several texts, not of one that a company signs next day
        found += (replace(each, entry=id_) for each in elsewhere or within)
    found = list(_one_promise_each(found, then.values()))
    return sorted(_each_once(found), key=lambda f: (time_key(f.earlier), f.later.id))


def by_entry(answers: Iterable[FollowedBy]) -> dict[str, list[FollowedBy]]:
    """Answers by the id of each entry that tells the promise that they follow."""
    grouped: dict[str, list[FollowedBy]] = defaultdict(list)
    for each in answers:
        for told in (each, *each.restated):
            grouped[told.entry].append(told)
    return dict(grouped)


def as_known(entry: Entry, as_of: date | None) -> Entry | None:
    """The entry with only those mentions that were published by `as_of`; None if there were none."""
    mentions = [mention for mention in entry.mentions if known(mention, as_of)]
    if len(mentions) == len(entry.mentions):
        return entry
    return Entry.of(mentions, entry.links) if mentions else None


def _others_met(entry: Entry, blocks: Blocks) -> list[Mention]:
    return [m for mention in entry.mentions if is_plan(mention) for m in blocks.meetings(mention)]


def _done_in(entries: Iterable[Entry]) -> dict[str, frozenset[str]]:
    """By mention the documents that tell the engagement or text as done."""
    found: dict[str, frozenset[str]] = {}
    for entry in entries:
        told = frozenset(m.source.id for m in entry.mentions if is_done(m))
        found |= dict.fromkeys((m.id for m in entry.mentions), told) if told else {}
    return found


def _was_done_before(earlier: Mention, later: Mention, done_in: Mapping[str, frozenset[str]]) -> bool:
    """Whether the document that tells a promise tells what answers it as done already: a pact signed on that
    day is not the treaty that is to follow."""
    return earlier.source.id != later.source.id and earlier.source.id in done_in.get(later.id, ())


def _answers_elsewhere(
    entry: Entry,
    blocks: Blocks,
    texts_of: TextsOf,
    done_in: Mapping[str, frozenset[str]],
    to_come: ToCome,
) -> Iterator[FollowedBy]:
    """The answer of another entry to the first mention that has one."""
    own = {mention.id for mention in entry.mentions}
    for earlier in entry.mentions:
        if not isinstance(earlier.fact, Commitment | Instrument) and not is_plan(earlier):
            return
        candidates = [m for m in blocks.candidates(earlier) if m.id not in own or _is_unnamed(entry)]
        candidates = [m for m in candidates if not _was_done_before(earlier, m, done_in)]
        candidates = [m for m in candidates if not to_come.tells(earlier, m)]
        answers = [(found, later) for later in candidates if (found := answer(earlier, later)) is not None]
        answers = borne_out([*answers, *stage_answers(earlier, texts_of)])
        if answers:
            yield _followed(entry, earlier, answers)
            return


class _Texts:
    """Entries of texts by the documents that tell of them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._of: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            for id_ in dict.fromkeys(m.source.id for m in entry.mentions if isinstance(m.fact, Instrument)):
                self._of[id_].append(entry)

    def __call__(self, source: str) -> list[Entry]:
        return self._of.get(source, [])


def _is_unnamed(entry: Entry) -> bool:
    """Whether several texts are planned of which only number and kind are told: any report of a signing can
    be of them, also one that resolving holds to tell of other texts."""
    first = entry.mentions[0].fact
    if not isinstance(first, Instrument) or not names_nothing(first):
        return False
    return len(entry.mentions) == 1 or read_title(first.title, tuple(sorted(first.parties))).many


def _tells_of_several_before(own: FollowedBy, others: Sequence[FollowedBy]) -> bool:
    """Whether a report of the plan's own entry tells that several texts were signed, where each other
    answer is one text, told no earlier."""
    if not isinstance(own.later.fact, Instrument) or not is_of_several(own.later.fact):
        return False
    return all(
        isinstance(other.later.fact, Instrument)
        and not is_of_several(other.later.fact)
        and time_key(own.later)[0] <= time_key(other.later)[0]
        for other in others
    )


def _followed(entry: Entry, earlier: Mention, answers: Sequence[tuple[Answer, Mention]]) -> FollowedBy:
    surest = max(found.confidence for found, _ in answers)
    sure = [each for each in answers if each[0].confidence >= surest - _NEARLY]
    best, later = min(sure, key=lambda each: (_published(each[1]), -each[0].confidence, time_key(each[1])))
    if best.status == "partly":
        best, later = _whole_later(answers, best, later)
    also = sorted((m for found, m in answers if found.status == best.status and m is not later), key=time_key)
    fact = earlier.fact
    hindsight = isinstance(fact, Commitment) and fact.act == "invite" and is_told_with_the_visit(earlier)
    return FollowedBy(
        entry=entry.id, earlier=earlier, later=later, answer=best, later_also=tuple(also), hindsight=hindsight
    )


def _whole_later(
    answers: Iterable[tuple[Answer, Mention]], part: Answer, told: Mention
) -> tuple[Answer, Mention]:
    """The report that all of it was done, where one comes after that of a part: "the last of the boats"."""
    least, day = part.confidence - _HARDLY_LESS, _published(told)
    whole = [a for a in answers if a[0].status == "kept" and a[0].confidence >= least]
    later = [m for m in whole if _published(m[1]) > day and _ALL_OF_IT.search(m[1].quotation)]
    return min(later, key=lambda each: time_key(each[1]), default=(part, told))


def _one_promise_each(found: Iterable[FollowedBy], entries: Iterable[Entry]) -> Iterator[FollowedBy]:
    """Of a report that "that promise has been carried out" one answer, for it speaks of one promise: the one
    that its own document tells again."""
    told: dict[str, list[FollowedBy]] = defaultdict(list)
    for each in found:
        if each.answer.rule == TOLD_AS_CARRIED_OUT:
            told[each.later.id].append(each)
        else:
            yield each
    restated: dict[str, list[Mention]] = defaultdict(list)
    for entry in entries if told else ():
        for mention in entry.mentions:
            if isinstance(mention.fact, Commitment):
                restated[mention.source.id].append(mention)
    for several in told.values():
        again = restated[several[0].later.source.id]
        yield min(
            several, key=lambda f: (-_told_again(f.earlier, again), -_spoken_of(f), time_key(f.earlier))
        )


def _told_again(promise: Mention, again: Iterable[Mention]) -> float:
    """How much of the promise the most similar other one tells, and whether the same person gave it."""
    wanted = promised_things(promise).stems
    by = getattr(promise.fact, "by", None)
    return max(
        (
            len(wanted & promised_things(other).stems) / max(len(wanted), 1)
            + (by is not None and by == getattr(other.fact, "by", None))
            for other in again
            if other.id != promise.id
        ),
        default=0.0,
    )


def _spoken_of(each: FollowedBy) -> float:
    """How much of the promise the report that it was carried out speaks of itself."""
    promised = promised_things(each.earlier).stems
    return len(promised & things(each.later.quotation).stems) / max(len(promised), 1)


def _each_once(found: Iterable[FollowedBy]) -> Iterator[FollowedBy]:
    """Those of which no earlier one tells the same promise, each with those that tell it again."""
    ordered = sorted(found, key=lambda f: (_published(f.earlier), -f.answer.confidence, time_key(f.earlier)))
    told: dict[str, list[list[FollowedBy]]] = defaultdict(list)  # by the report's document, by promise
    invited = defaultdict(list)
    for each in ordered:
        if isinstance(each.earlier.fact, Commitment) and each.earlier.fact.act == "invite":
            invited[each.earlier.source.id].append(each.earlier)
    for each in ordered:
        if _is_only_invited(each.earlier, invited[each.earlier.source.id]):
            continue
        promises = told[each.later.source.id]
        same = next((several for several in promises if _tells_again(several[0], each)), None)
        if same is None:
            promises.append([each])
        else:
            same.append(each)
    for first, *again in (several for promises in told.values() for several in promises):
        others = {other.entry: other for other in reversed(again) if other.entry != first.entry}
        yield replace(first, restated=tuple(others[id_] for id_ in sorted(others)))


def _tells_again(a: FollowedBy, b: FollowedBy) -> bool:
    """Whether two that one document answers tell one promise."""
    if a.earlier.source.id == b.earlier.source.id and _tell_one_plan(a, b):
        return True
    return _is_one_meeting(a, b) or (a.later.id == b.later.id and _is_one(a, b))


def _published(mention: Mention) -> str:
    return mention.source.published or ""


def _is_only_invited(plan: Mention, invitations: Iterable[Mention]) -> bool:
    """Whether a planned visit is told in no other words than the invitation to it, which is followed itself.
    A visit that is announced as one "at the invitation of" somebody is a plan of its own."""
    if not isinstance(plan.fact, Engagement):
        return False
    return any(_is_within(plan, invite) for invite in invitations)


def _is_within(plan: Mention, invite: Mention) -> bool:
    phrases = following_words().with_the_visit
    told = [span for span in invite.fact.evidence if not says(span.text, phrases)]
    return all(any(t.start <= s.start and s.end <= t.end for t in told) for s in plan.fact.evidence)


def _is_one(a: FollowedBy, b: FollowedBy) -> bool:
    """Whether two that have the same answer tell one promise: from one passage, as two texts of one document
    (the letter that foresees a statement, and the statement), or in the same words soon after each other."""
    one, other = a.earlier.fact, b.earlier.fact
    if a.earlier.source.id == b.earlier.source.id:
        both_texts = isinstance(one, Instrument) and isinstance(other, Instrument)
        return both_texts or _overlap(a.earlier, b.earlier)
    if not isinstance(one, Commitment) or not isinstance(other, Commitment):
        return False
    if one.act != other.act or set(one.speaker) != set(other.speaker) or not _soon(a.earlier, b.earlier):
        return False
    if one.act == "invite":
        return True
    x, y = promised_things(a.earlier).stems, promised_things(b.earlier).stems
    return x == y or (bool(x | y) and len(x & y) / len(x | y) >= _LIKE)


def _tell_one_plan(a: FollowedBy, b: FollowedBy) -> bool:
    """Whether one sentence plans two texts, "memoranda on A and on B", that one document tells as signed."""
    both_texts = isinstance(a.earlier.fact, Instrument) and isinstance(b.earlier.fact, Instrument)
    same_words = a.earlier.fact.evidence == b.earlier.fact.evidence
    return both_texts and same_words and a.answer.status == b.answer.status


def _is_one_meeting(a: FollowedBy, b: FollowedBy) -> bool:
    """Whether two documents plan one meeting, which a third reports in one phrase: "the fourth *committee
    meeting in Paris*" is found by its name and by its place. Of two talks each tells who took part."""
    held, again = a.later.fact, b.later.fact
    if not isinstance(held, Engagement) or not isinstance(again, Engagement):
        return False
    if a.entry == b.entry or a.earlier.source.id == b.earlier.source.id:
        return False
    if any(is_to_attend(each.earlier) or wants_a_drill(each.earlier) for each in (a, b)):
        return False  # an invitation to the fair, and the promise to send somebody
    if "visit" in (held.type, again.type) or (held.participants and again.participants):
        return False
    return set(held.parties) == set(again.parties) and _overlap(a.later, b.later)


def _overlap(a: Mention, b: Mention) -> bool:
    return any(x.start < y.end and y.start < x.end for x in a.fact.evidence for y in b.fact.evidence)


def _soon(a: Mention, b: Mention) -> bool:
    one, other = published_days(a), published_days(b)
    if one is None or other is None:
        return one is other
    return abs((other[0] - one[0]).days) <= following_words().restated_days
