"""Who was to be met, and of whom no report tells that they were."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.codebook.following import following_words, said
from servanda.follow.offices import Office, offices
from servanda.model.facts import Engagement
from servanda.resolve.mention import Mention


def not_met(plan: Mention, reports: Iterable[Mention]) -> list[Office]:
    """Of several offices that were to be met those that no report tells of; none where no report tells of
    any, as it may speak of them in other words."""
    fact = plan.fact
    if not isinstance(fact, Engagement) or fact.type != "meeting":
        return []
    planned = list(dict.fromkeys(offices(those_met(plan.quotation))))
    if len(planned) < 2:
        return []
    side = _side_met(plan)
    met = {office for report in reports for office in offices_met(report, side)}
    missing = [office for office in planned if office not in met]
    return missing if len(missing) < len(planned) else []


def parties_not_met(plan: Mention, reports: Iterable[Mention]) -> list[str]:
    """Parties with which talks were planned and with which no report tells of any."""
    if not isinstance(plan.fact, Engagement) or plan.fact.type not in ("meeting", "call"):
        return []
    met = {party for report in reports for party in getattr(report.fact, "parties", ())}
    return [party for party in getattr(plan.fact, "parties", ()) if party not in met]


def those_met(text: str) -> str:
    """What stands behind "with" or "meet" in the quotation."""
    found = said(text, following_words().met_with)
    return text.lower().partition(found[0])[2] if found else ""


def _side_met(plan: Mention) -> str | None:
    """The party of those who are to be met, where all who are named are of one."""
    text = those_met(plan.quotation)
    met = {p.party for p in plan.source.people if p.name.lower() in text}
    return next(iter(met)) if len(met) == 1 else None


def offices_met(report: Mention, side: str | None = None) -> set[Office]:
    """The offices of those who met; of a side none that only people of the other hold."""
    people = {person.name: person for person in report.source.people}
    met = [people[name] for name in getattr(report.fact, "participants", ()) if name in people]
    own = [p for p in met if side is None or p.party in (side, None)]
    others = {office for p in met if p not in own for office in offices(p.post or "")}
    held = {office for p in own for office in offices(p.post or "")}
    return held | (set(offices(report.quotation)) - others)
