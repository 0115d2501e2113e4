"""Markets and borders that were to be opened to the other side answered by their being open, or by the goods
that have come."""

from __future__ import annotations

from functools import cache

from servanda.codebook.activities import activity_words
from servanda.codebook.following import following_words
from servanda.follow.answer import Answer, sides
from servanda.follow.deeds import promised_things, report_of
from servanda.follow.things import Stems, content_stems, is_called_off, mentions_any, stem
from servanda.follow.times import can_answer
from servanda.model.facts import Activity, Commitment
from servanda.resolve.mention import Mention

_OPEN = ("activity/access", "activity/leave", "activity/service")
_CAME = ("activity/lot", "activity/access", "activity/giving")


def access_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report that one side's market is open to goods of the other, or that these have come, answers
    the word that it would be: by the goods that both tell."""
    promise, deed = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or not isinstance(deed, Activity) or not is_to_open(earlier):
        return None
    if earlier.source.id == later.source.id or not can_answer(earlier, later) or len(deed.provider) != 1:
        return None
    whose, report = sides(promise), report_of(later)
    open_now = has_opened(later) and set(deed.provider) <= whose.doers and set(deed.recipient) <= whose.takers
    came = _have_come(later) and set(deed.provider) <= whose.takers and set(deed.recipient) <= whose.doers
    promised = promised_things(earlier).stems - _of_access()
    goods = promised & content_stems(report)
    any_goods = open_now and promised <= _of_any_goods() and "market" in report.lower()
    if not (open_now or came) or not (goods or any_goods) or is_called_off(report):
        return None
    reason = "the market that was to be opened to the other side's goods is open to them"
    return Answer(status="kept", confidence=0.72, rule="access-given", reason=reason)


def is_to_open(mention: Mention) -> bool:
    """Whether a promise or a request is that a market be opened to goods of the other side."""
    fact = mention.fact
    if not isinstance(fact, Commitment) or fact.act in ("invite", "agree", "propose"):
        return False
    return mentions_any(fact.content, following_words().access)


def has_opened(mention: Mention) -> bool:
    """Whether it was read as told of what one side has opened to the other."""
    return isinstance(mention.fact, Activity) and mention.fact.rule.startswith(_OPEN)


def _have_come(mention: Mention) -> bool:
    """Whether goods are told to have come: of the first of them."""
    fact = mention.fact
    return isinstance(fact, Activity) and fact.rule.startswith(_CAME) and "first" in fact.content.lower()


@cache
def _of_any_goods() -> Stems:
    """What is said of goods of which none is named: "would open its market to Peruvian *products*"."""
    return frozenset(map(stem, ("product", "goods", "export", "exporter", "open", "access", "country")))


@cache
def _of_access() -> Stems:
    """What is said of any market: that it is opened, that a ban on goods is lifted."""
    return frozenset(map(stem, (*following_words().access, *activity_words().access)))
