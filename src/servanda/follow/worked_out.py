"""Plans to draw up a text or to conclude the talks on it, answered by the report that this is done, before
anybody signs."""

from __future__ import annotations

import re

from servanda.follow.times import can_answer
from servanda.model.facts import Instrument
from servanda.resolve.mention import Mention

WORKED_OUT = "the talks on the text are told to be concluded, or its words to be agreed"
"""Why such a plan is kept."""
_TALKS = r"(?:negotiations?|talks|text|wording|content|draft(?:ing)?)"
_TO_WORK_OUT = re.compile(
    rf"\bdraw(?:ing)? up\b|\b(?:conclu|complet|finish|finali[sz])\w*\b[^.;]{{0,25}}\b{_TALKS}\b"
    r"|\b(?:text|talks|negotiations)\b[^.;]{0,60}\bbe (?:finished|concluded|completed|finali[sz]ed|ready)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:concluded|completed|finished|finali[sz]ed|ended|agreed (?:up)?on|settled)\b[^.;]{0,25}"
    rf"\b{_TALKS}\b"
    rf"|\b{_TALKS}\b[^.;]{{0,90}}\b(?:concluded|completed|finished|finali[sz]ed|agreed|drawn up)\b"
    r"|\b(?:has|have) been drawn up\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|could|should|to be|hope[sd]?|expect(?:s|ed)?|not|never|nearly|almost|if)\b",
    re.IGNORECASE,
)


def is_to_be_worked_out(plan: Mention) -> bool:
    """Whether no more is planned than that a text is drawn up, or the talks on it concluded."""
    planned = isinstance(plan.fact, Instrument) and plan.fact.action in ("planned", "proposed")
    return planned and _TO_WORK_OUT.search(plan.quotation) is not None


def is_worked_out(plan: Mention, report: Mention) -> bool:
    """Whether a later document tells that this is done."""
    text = report.fact
    if not isinstance(text, Instrument) or text.action not in ("planned", "existing"):
        return False
    if plan.source.id == report.source.id or _AHEAD.search(report.quotation):
        return False
    return _DONE.search(report.quotation) is not None and can_answer(plan, report)
