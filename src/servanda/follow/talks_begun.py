"""Plans to open talks or to begin work on a text, answered by the report that they are under way."""

from __future__ import annotations

import re

from servanda.follow.texts import is_under_negotiation
from servanda.follow.times import can_answer
from servanda.model.facts import Instrument
from servanda.resolve.mention import Mention

BEGUN = "the talks or the work on the text that were to begin are told to be under way"
"""Why such a plan is kept."""
_TO_BEGIN = re.compile(
    r"\b(?:begin|start|open|launch|commence|initiate|opening|start|beginning)\b[^.;]{0,40}"
    r"\b(?:negotiat|talks|work|discussion|consultation|draft)",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\b(?:working on|negotiating|drafting|under negotiation|(?:have|has) (?:begun|started|opened)|began|"
    r"started|opened|launched|progress|are in (?:their|the) final)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not|never|yet to|no|will|would|could|may|to (?:begin|start|open))\b", re.IGNORECASE
)


def has_begun(plan: Mention, report: Mention) -> bool:
    """Whether the one tells that work on a text will begin, the other, published later, that it goes on."""
    one, other = plan.fact, report.fact
    if not isinstance(one, Instrument) or not isinstance(other, Instrument):
        return False
    if plan.source.id == report.source.id or one.action not in ("planned", "proposed"):
        return False
    if other.action != "planned" or _NOT_YET.search(report.quotation):
        return False
    under_way = is_under_negotiation(report) or _UNDER_WAY.search(report.quotation) is not None
    return under_way and _TO_BEGIN.search(plan.quotation) is not None and can_answer(plan, report)
