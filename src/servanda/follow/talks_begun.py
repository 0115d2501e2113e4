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
    r"\b(?:negotiat|talks|work|discussion|consultation|draft)"
    r"|\b(?:negotiations|talks)\b[^.;]{0,120}\b(?:(?:can|could|should|might|would|will|to) (?:be )?(?:\w+ )?"
    r"(?:begin|begun|start|started|open|opened|launch|launched))\b",
    re.IGNORECASE,
)
_BEGUN = re.compile(r"\b(?:have|has|had) (?:\w+ )?(?:begun|started|opened|launched)\b", re.IGNORECASE)
_UNDER_WAY = re.compile(
    r"\b(?:working on|negotiating|drafting|under negotiation|(?:have|has) (?:begun|started|opened)|began|"
    r"started|opened|launched|concluded|completed|finalised|finalized|progress|are in (?:their|the) final)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not|never|yet to|no|will|would|could|(?-i:may)|to (?:begin|start|open))\b", re.IGNORECASE
)


def is_to_begin(plan: Mention) -> bool:
    """Whether no more is planned than that talks or the work on a text begin."""
    planned = isinstance(plan.fact, Instrument) and plan.fact.action in ("planned", "proposed")
    return planned and _TO_BEGIN.search(plan.quotation) is not None and not _BEGUN.search(plan.quotation)


def has_begun(plan: Mention, report: Mention) -> bool:
    """Whether the one tells that work on a text will begin, the other, published later, that it goes on."""
    other = report.fact
    if not isinstance(other, Instrument):
        return False
    if plan.source.id == report.source.id or not is_to_begin(plan):
        return False
    if other.action != "planned" or _NOT_YET.search(report.quotation):
        return False
    under_way = is_under_negotiation(report) or _UNDER_WAY.search(report.quotation) is not None
    return under_way and can_answer(plan, report)
