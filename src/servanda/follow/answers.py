"""Whether a later fact answers an earlier promise or plan."""

from __future__ import annotations

from servanda.follow.access import access_answer
from servanda.follow.answer import Answer
from servanda.follow.attended import attended_answer
from servanda.follow.begun import begun_answer
from servanda.follow.carriage import carriage_answer
from servanda.follow.choices import choice_answer
from servanda.follow.deeds import deed_answer
from servanda.follow.drills import drill_held_answer, drill_joined_answer
from servanda.follow.handovers import handover_answer
from servanda.follow.invitations import invitation_answer
from servanda.follow.joint_work import joint_work_answer
from servanda.follow.lines import line_answer
from servanda.follow.lots import lot_answer
from servanda.follow.meetings import meeting_answer, round_answer
from servanda.follow.resumed import resumed_answer
from servanda.follow.seats import seats_answer
from servanda.follow.sent import sent_answer
from servanda.follow.ships import ship_answer
from servanda.follow.stages import stage_answer
from servanda.follow.statements import word_answer
from servanda.follow.stays import stay_answer
from servanda.follow.texts import text_answer
from servanda.follow.withdrawals import drill_answer, withdrawal_answer
from servanda.model.facts import Commitment, Engagement, Instrument
from servanda.resolve.mention import Mention

_RULES = (
    invitation_answer,
    deed_answer,
    lot_answer,
    line_answer,
    access_answer,
    sent_answer,
    carriage_answer,
    begun_answer,
    seats_answer,
    ship_answer,
    choice_answer,
    resumed_answer,
    text_answer,
    joint_work_answer,
    drill_joined_answer,
    attended_answer,
    stage_answer,
    meeting_answer,
    word_answer,
    withdrawal_answer,
)
_OF_PLANS = (
    round_answer,
    ship_answer,
    handover_answer,
    drill_answer,
    stay_answer,
    sent_answer,
    drill_held_answer,
)
"""Rules for planned engagements."""


def answer(earlier: Mention, later: Mention) -> Answer | None:
    """What `later` says became of what `earlier` promised, None if nothing. The surest rule counts.

    Support, good relations and other goodwill without a doing are answered by nothing.
    """
    if isinstance(earlier.fact, Engagement):
        answers = (rule(earlier, later) for rule in _OF_PLANS)
        return next((each for each in answers if each is not None), None)
    if not isinstance(earlier.fact, Commitment | Instrument) or earlier.fact.modality == "negated":
        return None
    found = [each for rule in _RULES if (each := rule(earlier, later)) is not None]
    return max(found, key=lambda each: each.confidence, default=None)
