"""When what an invitation is to takes place: a gathering with a time of its own waits for nobody."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from servanda.codebook.following import following_words, says
from servanda.codebook.places import country_of_place, party_code
from servanda.extract.dates import find_dates
from servanda.follow.things import Stems, events, stem
from servanda.follow.times import happened, last_day, published_days, when_done
from servanda.model.facts import Commitment, Engagement
from servanda.resolve.mention import Mention

_PUT_OFF = timedelta(days=31)
"""Days by which a gathering can be put off without being another."""
_NAMED = re.compile(r"\b(?:to|for) the ([A-Z][\w'’-]*(?: (?:of |and |the )*[A-Z][\w'’-]*)*)")
_TAKING_PART = re.compile(r"\b(?:attend|watch|be present at|(?:take part|participat)\w* in)\b", re.IGNORECASE)


def is_missed(invite: Mention, later: Mention) -> bool:
    """Whether `later` was done long after the gathering to which the invitation was: "invited her |to the
    Games next month|". A visit that is put off can be paid later."""
    fact = invite.fact
    if not isinstance(fact, Commitment) or not _is_to_a_gathering(fact.content):
        return False
    of_a_visit = isinstance(later.fact, Engagement) and later.fact.type == "visit"
    done = when_done(later) if of_a_visit else happened(later)  # a gathering can be told of long after
    over = _last_day_told(invite, fact.content)
    return over is not None and done is not None and done[0] > over + _PUT_OFF


def _is_to_a_gathering(content: str) -> bool:
    """ "to the Games", "to attend the opening", "to a seminar", "to visit Peru for the fleet review"; but not
    "to the Philippines", "for talks"."""
    if _TAKING_PART.search(content) or says(content, following_words().ceremonies):
        return True
    named = (name for name in _NAMED.findall(content) if party_code(name) is None)
    return bool(events(content) - talks()) or any(country_of_place(name) is None for name in named)


def _last_day_told(invite: Mention, content: str) -> date | None:
    """The last day of the time that the content gives and that lies ahead of the invitation."""
    made = published_days(invite)
    told = (each.future for each in find_dates(content, invite.source.published))
    days = [day for when in told if (day := last_day(when)) is not None]
    return max((day for day in days if made is None or day >= made[0]), default=None)


@cache
def talks() -> Stems:
    """What is held with a guest on any visit, and with others than those who are invited to a gathering."""
    return frozenset(map(stem, ("talks", "meeting", "dialogue", "consultation")))
