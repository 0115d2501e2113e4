"""Invitations answered by visits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from servanda.codebook.following import following_words, says
from servanda.codebook.instruments import instrument_words
from servanda.extract.numbers import find_ordinals
from servanda.follow.answer import Answer, people_of, quotations, sides
from servanda.follow.invitation_times import is_missed, talks
from servanda.follow.offices import Office, offices
from servanda.follow.things import Stems, events, mentions_any, stem, things
from servanda.follow.times import can_answer, happened, published_days
from servanda.model.facts import Commitment, Engagement
from servanda.model.fold import fold_words
from servanda.resolve.encounter import may_be_one
from servanda.resolve.mention import Mention

_TO_A_PLACE = re.compile(r"\bto (?:[A-Z]|his country|her country|their country)")
_IN_A_PLACE = re.compile(r"\bin (?:the )?[A-Z]")
_SHARE = 0.5
_WHOM = 80
"""Characters behind "invite" within which those are named who are invited."""
_AT_THE_INVITATION = re.compile(r"\b(?:at|on|upon) [^,;.]{0,60}\binvitation\b", re.IGNORECASE)
_ANNOUNCED = "visit-announced"
_AHEAD = re.compile(
    r"\b(?:will|would|shall|(?:is|are) to|(?:is|are|was|were) (?:due|expected|scheduled|planned|set))\b"
)
_BY_THE_WAY = re.compile(
    rf"{_AT_THE_INVITATION.pattern}|"
    r"\b(?:thank\w*|gratitude|grateful|appreciat\w*)\b[^,;.]{0,60}\bfor (?:the|his|her|their|this)(?: \w+)? "
    r"invitation\b(?! (?:to|from))",
    re.IGNORECASE,
)
_HAD_INVITED = re.compile(r"\bhad (?:\w+ )?(?:invited|asked|extended)\b", re.IGNORECASE)
_BACK_THEN = re.compile(
    r"\blast (?:year|month|week|spring|summer|autumn|winter)\b|\bwhen (?:he|she|they|the two)\b|"
    r"\bin (?:January|February|March|April|May|June|July|August|September|October|November|December)\b$",
)
_CAPITALS = re.compile(r"\b[A-Z][\w'’-]+")
_BEFORE_PARLIAMENT = "engagement/parliament"
_RECEIVED = "engagement/receive"
"""Rules that read how a guest is welcomed: no event to which one is invited."""


def invitation_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How a visit answers an invitation: by being paid, or, where only the intention to invite was told, by
    being announced as "at the invitation of" the same side."""
    invite = earlier.fact
    if not isinstance(invite, Commitment) or invite.act != "invite":
        return None
    if says(quotations(earlier), following_words().to_be_invited) and (found := _made(earlier, later)):
        return found
    return None if is_missed(earlier, later) else _by_coming(earlier, later, invite)


def _by_coming(earlier: Mention, later: Mention, invite: Commitment) -> Answer | None:
    """How those who are invited take the invitation up, come, or do not."""
    visit = later.fact
    if not isinstance(visit, Engagement):
        return _taken_up(earlier, later)
    if visit.type != "visit":
        return (
            _took_part(earlier, later)
            or _was_at_the_ceremony(earlier, later)
            or _spoke_there(earlier, later)
            or _met_there(earlier, later)
        )
    if earlier.source.id == later.source.id:
        return _of_the_same_document(earlier, later, invite, visit)
    if not can_answer(earlier, later) or not _goes_to_the_inviter(invite, visit) or not _is_to_come(earlier):
        return None
    guest = _guest(earlier, invite, _travellers(later, invite)) or _by_office(earlier, later, invite)
    if guest is None:
        return None
    if visit.status == "cancelled":
        reason = f"the visit of {guest} was cancelled"
        return Answer(status="withdrawn", confidence=0.6, rule="visit-cancelled", reason=reason)
    if visit.status != "held":
        return None
    told = _comes_with_it(quotations(later))
    reason = f"{guest}, who was invited, paid the visit"
    return Answer(status="kept", confidence=0.85 if told else 0.8, rule="visit-paid", reason=reason)


def _taken_up(earlier: Mention, later: Mention) -> Answer | None:
    """An invitation is taken up where the visit, also one to come, is told to be at it: "|at the invitation
    of| the King, the President will pay a visit"."""
    invite, told = earlier.fact, later.fact
    if not isinstance(invite, Commitment) or not isinstance(told, Commitment) or told.act != "invite":
        return None
    if earlier.source.id == later.source.id or is_told_with_the_visit(earlier):
        return None
    if not _AT_THE_INVITATION.search(quotations(later)) or not can_answer(earlier, later):
        return None
    if not _is_to_come(earlier) or says(_content(earlier), following_words().ceremonies):
        return None  # celebrations or an opening: kept by being there
    if set(told.speaker) != set(invite.speaker) or set(told.addressee) != set(invite.addressee):
        return None
    guest = _guest(earlier, invite, _named_in(later, invite))
    if guest is None:
        return None
    reason = f"{guest}, who was invited, is told to come at the invitation"
    rule = _ANNOUNCED if _AHEAD.search(quotations(later)) else "taken-up"
    return Answer(status="kept", confidence=0.85, rule=rule, reason=reason)


def borne_out(answers: Sequence[tuple[Answer, Mention]]) -> list[tuple[Answer, Mention]]:
    """The answers without visits that are but announced, where no other shows that the visit was paid: it can
    still be called off."""
    paid = any(found.rule != _ANNOUNCED and found.status == "kept" for found, _ in answers)
    return [each for each in answers if paid or each[0].rule != _ANNOUNCED]


def _named_in(told: Mention, invite: Commitment) -> dict[str, str]:
    """Names and posts of the people of the invited side whom its own words name."""
    words = set(fold_words(quotations(told)))
    return {n: post for n, post in _posts(told, invite).items() if not words.isdisjoint(fold_words(n)[-1:])}


def _took_part(earlier: Mention, later: Mention) -> Answer | None:
    """An invitation to an exercise, a summit or another event is kept by those invited taking part in it: the
    report names the event as the invitation does."""
    invite, event = earlier.fact, later.fact
    if not isinstance(invite, Commitment) or not isinstance(event, Engagement) or event.status != "held":
        return None
    if earlier.source.id == later.source.id or not can_answer(earlier, later):
        return None
    if set(event.parties).isdisjoint(invite.addressee) or event.type in ("call", "ceremony"):
        return None
    hosts = {event.country, *event.parties} & set(invite.speaker)
    wanted, told = events(invite.content), f"{event.series or ''} {event.place or ''} {later.quotation}"
    names = event_names(earlier)
    by_name = bool(names) and names <= things(told).stems
    by_series = bool(wanted & events(event.series or "")) and not names
    numbers = {ordinal.value for ordinal in find_ordinals(invite.content)}
    if event.country in invite.addressee:
        return None  # at home with those who were invited
    if not hosts or not wanted & events(told) or (event.ordinal and numbers and event.ordinal not in numbers):
        return None
    if not (by_name or by_series or (not names and _was_there(earlier, later))):
        return None
    reason = "those who were invited took part in what they were invited to"
    return Answer(status="kept", confidence=0.87 if by_series else 0.75, rule="took-part", reason=reason)


def _was_there(earlier: Mention, later: Mention) -> bool:
    """Whether one who was invited was at an event in the place to which the invitation was."""
    place = getattr(later.fact, "place", None) or ""
    return bool(place) and place in _content(earlier) and _guest_met(earlier, later) is not None


def _was_at_the_ceremony(earlier: Mention, later: Mention) -> Answer | None:
    """An invitation to an opening, a launch or a handover is kept by the one invited being at one that the
    inviter holds."""
    ceremony = later.fact
    if not isinstance(ceremony, Engagement) or ceremony.type != "ceremony":
        return None
    if ceremony.rule.startswith(_RECEIVED):
        return None
    if not says(_content(earlier), following_words().ceremonies) or _guest_met(earlier, later) is None:
        return None
    reason = "the one who was invited to it was at the ceremony"
    return Answer(status="kept", confidence=0.72, rule="was-at-the-ceremony", reason=reason)


def _spoke_there(earlier: Mention, later: Mention) -> Answer | None:
    """An invitation to address a parliament is kept by the guest's speech before it."""
    if not later.fact.rule.startswith(_BEFORE_PARLIAMENT) or not mentions_any(
        _content(earlier), instrument_words().legislatures
    ):
        return None
    guest = _guest_met(earlier, later)
    if guest is None:
        return None
    reason = f"{guest}, who was invited, spoke before the parliament"
    return Answer(status="kept", confidence=0.8, rule="spoke-there", reason=reason)


def _met_there(earlier: Mention, later: Mention) -> Answer | None:
    """An invitation to come is kept as well where no visit is told, but talks with the one invited in the
    country of the inviter."""
    meeting = later.fact
    if not isinstance(meeting, Engagement) or meeting.type not in ("meeting", "dialogue"):
        return None
    invite = earlier.fact
    if not isinstance(invite, Commitment) or meeting.country not in invite.speaker:
        return None
    if not events(invite.content) <= talks():
        return None  # a summit or a forum, where others meet as well
    if not _is_after(earlier, later):
        return None
    guest = _guest_met(earlier, later)
    if guest is None or not (_is_to_come(earlier) or _IN_A_PLACE.search(_content(earlier))):
        return None
    reason = f"{guest}, who was invited, held talks there"
    return Answer(status="kept", confidence=0.62, rule="met-there", reason=reason)


def _is_after(invite: Mention, meeting: Mention) -> bool:
    """Whether talks of which no report says that they were a visit are surely later than the invitation:
    those "in February" can be older than one of the 20th."""
    held, made = happened(meeting), published_days(invite)
    return held is None or made is None or held[0] >= made[0]


def _guest_met(earlier: Mention, later: Mention) -> str | None:
    """The one invited who takes part in what the inviter's side holds later."""
    invite, event = earlier.fact, later.fact
    if not isinstance(invite, Commitment) or not isinstance(event, Engagement) or event.status != "held":
        return None
    if earlier.source.id == later.source.id or not can_answer(earlier, later):
        return None
    if not sides(invite).all <= set(event.parties):
        return None
    return _guest(earlier, invite, _travellers(later, invite))


def event_names(invite: Mention) -> Stems:
    """The stems of the words with capitals by which an invitation names the event to which it invites; none
    where it is to a visit."""
    content = _content(invite)
    people = {word for person in invite.source.people for word in fold_words(person.name)}
    called = " ".join(w for w in _CAPITALS.findall(content) if not people & set(fold_words(w)))
    return things(called).stems - _posts_words() if events(content) else frozenset()


@cache
def _posts_words() -> Stems:
    words = following_words()
    return frozenset(stem(w) for text in (*words.offices, *words.events) for w in fold_words(text))


def is_only_to_come(invite: Mention) -> bool:
    """ "invited him to Oslo in the spring", "to come to Peru": to a place, and to no gathering there."""
    return _is_to_come(invite) and not events(_content(invite))


def names_the_event(invite: Mention, event: Mention) -> bool:
    """Whether the invitation names the gathering as the report of it does: "to the Oslo Forum"."""
    fact = event.fact
    told = f"{getattr(fact, 'series', None) or ''} {event.quotation}"
    names = event_names(invite)
    return bool(names) and names <= things(told).stems


def is_told_with_the_visit(mention: Mention) -> bool:
    """Whether the invitation is known from nothing but the report of its visit: "at the invitation of"."""
    return all(_comes_with_it(span.text) for span in mention.fact.evidence)


def _comes_with_it(text: str) -> bool:
    """Whether an invitation is told by the way: "at the invitation of", "at Mr X's invitation", "thanked him
    for the invitation", "had invited him when they met in May"; but not "thanked him for the invitation to
    visit Japan"."""
    by_the_way = says(text, following_words().with_the_visit) or _BY_THE_WAY.search(text) is not None
    return by_the_way or (_HAD_INVITED.search(text) is not None and _BACK_THEN.search(text) is not None)


def _made(earlier: Mention, later: Mention) -> Answer | None:
    """The invitation that was to be made is told as made: "at the invitation of"."""
    invite, told = earlier.fact, later.fact
    if not isinstance(invite, Commitment) or not says(quotations(later), following_words().with_the_visit):
        return None
    if isinstance(told, Commitment):
        made = earlier.id != later.id and told.act == "invite" and set(told.speaker) == set(invite.speaker)
    else:
        made = isinstance(told, Engagement) and told.type == "visit" and _goes_to_the_inviter(invite, told)
    if not made or not can_answer(earlier, later):
        return None
    here = earlier.source.id == later.source.id
    guests = _travellers(later, invite) if isinstance(told, Engagement) else _posts(later, invite)
    if not here and isinstance(told, Commitment) and _is_to_the_same(earlier, later):
        reason = "those who were to be invited are told to have come at that invitation, for the same"
        return Answer(status="kept", confidence=0.75, rule="invitation-made", reason=reason)
    if not here and _guest(earlier, invite, guests) is None:
        return None
    reason = "a visit is told to be at the invitation that was to be made"
    return Answer(status="kept", confidence=0.9, rule="invitation-made", reason=reason)


def _is_to_the_same(earlier: Mention, later: Mention) -> bool:
    """Whether both tell of an invitation of the same side to the same course or exercise."""
    one, other = earlier.fact, later.fact
    if not isinstance(one, Commitment) or not isinstance(other, Commitment):
        return False
    if set(one.addressee) != set(other.addressee):
        return False
    wanted = things(one.content).stems
    return len(wanted & things(other.content).stems) >= max(2, _SHARE * len(wanted))


def _of_the_same_document(
    earlier: Mention, later: Mention, invite: Commitment, visit: Engagement
) -> Answer | None:
    if visit.status != "held" or not set(visit.parties) >= sides(invite).all:
        return None
    if says(quotations(earlier), following_words().answering_visit):
        reason = "the document tells that the visit follows the invitation"
        return Answer(status="kept", confidence=0.9, rule="visit-follows", reason=reason)
    guest = _guest(earlier, invite, _travellers(later, invite))
    if guest is not None and is_told_with_the_visit(earlier) and _goes_to_the_inviter(invite, visit):
        reason = "the visit is told to take place at this invitation"
        return Answer(status="kept", confidence=0.95, rule="told-with-the-visit", reason=reason)
    return None


def _goes_to_the_inviter(invite: Commitment, visit: Engagement) -> bool:
    return visit.country in invite.speaker and not set(visit.parties).isdisjoint(invite.addressee)


def _is_to_come(invite: Mention) -> bool:
    """As in "invited him to visit Japan", "invited him to Tokyo"."""
    return mentions_any(quotations(invite), following_words().visiting) or bool(
        _TO_A_PLACE.search(_content(invite))
    )


def _content(invite: Mention) -> str:
    return invite.fact.content if isinstance(invite.fact, Commitment) else ""


def _guest(mention: Mention, invite: Commitment, guests: dict[str, str]) -> str | None:
    """Who of the guests (names and posts) is the one invited: by name, by office, or as one of those of whom
    the document with the invitation speaks; None where the report tells of others, or of nobody."""
    known = _posts(mention, invite)
    quoted = set(fold_words(quotations(mention)))
    named = [name for name in known if not quoted.isdisjoint(fold_words(name)[-1:])]
    called = _offices_invited(mention, invite)
    if not named and not called and _is_of_the_public(mention):
        return None
    if named or not called:
        return next((g for g in guests for name in named or known if may_be_one(name, g)), None)
    return next((guest for guest, post in guests.items() if called & set(offices(post))), None)


def _is_of_the_public(invite: Mention) -> bool:
    """Whether none but people unknown are invited: "invited |Maldivian tourists| to visit", "extended an
    invitation to |investors|"."""
    text = invite.quotation.lower()
    return says(text[text.find("invit") :][:_WHOM], following_words().invited_public)


def _by_office(earlier: Mention, later: Mention, invite: Commitment) -> str | None:
    """The office of "the visit of the |External Affairs Minister|", told without a name, where one is invited
    who holds it: by the invitation, or alone of those of whom its document speaks."""
    if _travellers(later, invite):
        return None
    held = {office for post in _posts(earlier, invite).values() for office in offices(post)}
    told = set(offices(later.quotation)) & (_offices_invited(earlier, invite) or held)
    return " ".join(sorted(told.pop())) if len(told) == 1 else None


def _offices_invited(mention: Mention, invite: Commitment) -> set[Office]:
    """The offices behind "invite": "France will invite the Minister of Defense"."""
    text = mention.quotation
    at = text.lower().find("invit")
    return set(offices(text[at:] if at >= 0 else invite.content))


def _posts(mention: Mention, invite: Commitment) -> dict[str, str]:
    """Names and posts of the people of the invited side whom the document names."""
    return {person.name: person.post or "" for person in people_of(mention, frozenset(invite.addressee))}


def _travellers(visit: Mention, invite: Commitment) -> dict[str, str]:
    """Those of them who take part in the visit."""
    participants = visit.fact.participants if isinstance(visit.fact, Engagement) else ()
    return {name: post for name, post in _posts(visit, invite).items() if name in participants}
