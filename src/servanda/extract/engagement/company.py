"""Who "the two ministers" or "both sides" are, where a text does not name them again."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from servanda.codebook.actors import actor_words
from servanda.extract.analysis import Analysis, unique
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.merge import brings_another
from servanda.extract.engagement.sighting import Sighting

_A_PAIR = 2


def with_company(analysis: Analysis, events: Sequence[Event], sighting: Sighting) -> Sighting:
    """ "The two ministers then held talks": the people of the engagement told last."""
    for event in reversed(events):
        others = brings_another(event, sighting)
        if event.type != "visit" and len(event.people) > 1 and len(event.parties) > 1 and not others:
            people = unique([*sighting.people, *event.people])
            parties = unique([*sighting.parties, *event.parties])
            return msgspec.structs.replace(sighting, people=people, parties=parties)
    pair = _two_named_before(analysis, sighting)
    return msgspec.structs.replace(sighting, people=unique([*sighting.people, *pair]))


def _two_named_before(analysis: Analysis, sighting: Sighting) -> tuple[str, ...]:
    """ "The two leaders", "both ministers": the one of each side at the table who has such a post and was
    named before; nobody where a side has two of them or none, or others have such posts as well."""
    words = actor_words()
    called = [t.lemma_.lower() for t in sighting.trigger.doc[sighting.left : sighting.right + 1]]
    role = next((lemma for lemma in called if lemma == "leader" or lemma in words.roles), None)
    if role is None:
        return ()
    roles = words.heads & words.roles.keys() if role == "leader" else {role}
    posts = [post for each in roles for post in words.roles[each]]
    named = analysis.names_in(0, sighting.trigger.idx)
    holders: dict[str, list[str]] = {}
    for person in dict.fromkeys(person for _, person in named):
        if person.party and any(post in (person.post or "").lower() for post in posts):
            holders.setdefault(person.party, []).append(person.name)
    of_both = len(holders) == _A_PAIR and holders.keys() == set(sighting.parties)
    if not of_both or any(len(names) > 1 for names in holders.values()):
        return ()
    return tuple(names[0] for names in holders.values())
