"""Lines between two states that were to be opened answered by their running."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from servanda.codebook.following import following_words, says
from servanda.codebook.places import countries
from servanda.follow.answer import Answer, parties_of, sides
from servanda.follow.deeds import report_of
from servanda.follow.things import is_called_off, mentions_any
from servanda.follow.times import can_answer
from servanda.model.facts import Activity, Commitment
from servanda.model.fold import fold_words
from servanda.resolve.mention import Mention

_A_PAIR = 2
_RUNS = ("activity/line", "activity/outcome")
_ENDS = re.compile(r"\b(?:between|from|to|and|in|with|linking|connecting)\s+((?:[A-Z][\w'’-]+ ?){1,3})")


def line_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report that a line runs answers the word that it would: between the same two, by the same
    means, and between no other places."""
    promise, deed = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or not runs(later) or earlier.source.id == later.source.id:
        return None
    means = means_to_open(earlier)
    both = sides(promise).all | {*promise.addressee}
    if not means or len(both) != _A_PAIR or not both <= parties_of(deed) or not can_answer(earlier, later):
        return None
    report = report_of(later)
    if is_called_off(report) or not means & _means(report):
        return None
    wanted, told = _ends(promise.content), _ends(report)
    if wanted and told and wanted.isdisjoint(told):
        return None
    reason = f"the line between the two, by {min(means)}, is told to run"
    return Answer(status="kept", confidence=0.82, rule="line-runs", reason=reason)


def means_to_open(mention: Mention) -> frozenset[str]:
    """By what the line runs that is to be opened; none where no line is, or more of them
    than there are."""
    fact = mention.fact
    if not isinstance(fact, Commitment) or fact.act == "invite":
        return frozenset()
    words = following_words()
    opens = mentions_any(fact.content, words.opening_lines) and not says(fact.content, words.further_lines)
    return _means(fact.content) if opens else frozenset()


def runs(mention: Mention) -> bool:
    """Whether it was read as told of a line between two states, or of what has come to be between them."""
    fact = mention.fact
    return isinstance(fact, Activity) and fact.rule.startswith(_RUNS) and bool(_means(report_of(mention)))


@lru_cache(maxsize=1 << 12)
def _means(text: str) -> frozenset[str]:
    return frozenset(means for means, words in following_words().lines.items() if mentions_any(text, words))


def _ends(text: str) -> frozenset[str]:
    """The places between which it runs, by the last word of their names; states are none."""
    named = (fold_words(found)[-1:] for found in _ENDS.findall(text))
    return frozenset(word for words in named for word in words if word not in _states())


@cache
def _states() -> frozenset[str]:
    months = "january february march april may june july august september october november december"
    named = (n for c in countries() for n in (c.name, *c.names, *c.demonyms))
    return frozenset(months.split()).union(*(fold_words(n)[-1:] for n in named))
