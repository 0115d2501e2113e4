"""Who was to be met, and of whom no report tells that they were."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.codebook.following import following_words, said
from servanda.follow.offices import Office, offices
from servanda.model.facts import Engagement
from servanda.resolve.encounter import may_be_one
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
    met = {o for report in reports if not _is_of_others(plan, report) for o in offices_met(report)}
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


def _is_of_others(plan: Mention, report: Mention) -> bool:
    """Whether somebody else of the side that was to meet them took part: of the Governor-General's plan to
    meet the Prime Minister talks of two Prime Ministers tell nothing."""
    text = those_met(plan.quotation)
    party_of = {person.name: person.party for person in plan.source.people}
    own = [name for name in getattr(plan.fact, "participants", ()) if name.lower() not in text]
    sides = {party_of.get(name) for name in own} - {None}
    there = {person.name: person.party for person in report.source.people}
    theirs = [name for name in getattr(report.fact, "participants", ()) if there.get(name) in sides]
    return bool(own and theirs) and not any(may_be_one(a, b) for a in own for b in theirs)


def offices_met(report: Mention) -> set[Office]:
    """The offices of those who met."""
    posts = {person.name: person.post or "" for person in report.source.people}
    named = [posts.get(name, "") for name in getattr(report.fact, "participants", ())]
    return {office for text in (report.quotation, *named) for office in offices(text)}
