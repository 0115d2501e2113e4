"""Who "the two ministers" or "both sides" are, where a text does not name them again."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.extract.actors.cast import holds
from servanda.extract.actors.collective import BOTH, PLURAL, are_heads_of_state
from servanda.extract.analysis import Analysis, unique
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.merge import brings_another
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.engagement.tokens import lemma_of

_A_PAIR = 2


def with_company(analysis: Analysis, events: Sequence[Event], sighting: Sighting) -> Sighting:
    """ "The two ministers then held talks": the people of the engagement told last; "both leaders" are no
    three who met in between, nor two ministers."""
    role, pair = _role_of_two(sighting), _two_named_before(analysis, sighting)
    for event in reversed(events):
        others = brings_another(event, sighting)
        if role is not None and pair and _is_with_another(analysis, event, role):
            continue
        if role is not None and (len(event.people) > _A_PAIR or _are_of_other_posts(analysis, event, role)):
            continue
        if event.type != "visit" and len(event.people) > 1 and len(event.parties) > 1 and not others:
            people = unique([*sighting.people, *event.people])
            parties = unique([*sighting.parties, *event.parties])
            return msgspec.structs.replace(sighting, people=people, parties=parties)
    return msgspec.structs.replace(sighting, people=unique([*sighting.people, *pair]))


def _are_of_other_posts(analysis: Analysis, event: Event, role: str) -> bool:
    """Whether all who were told to take part are known by posts of another kind: "the two |leaders|" are not
    the ministers who signed before them."""
    words = actor_words()
    posts = (*words.roles[role], *(words.ministers_too if role == "minister" else ()))
    people = [person for person in analysis.people if person.name in event.people and person.post]
    return len(people) == len(event.people) and not any(holds(person, posts) for person in people)


def _is_with_another(analysis: Analysis, event: Event, role: str) -> bool:
    """Whether one of two who took part is known by a post of another kind: "the two |Presidents|" are not the
    guest and the minister who welcomed him, where one of each side has been named."""
    words = actor_words()
    posts = (*words.roles[role], *(words.ministers_too if role == "minister" else ()))
    people = [person for person in analysis.people if person.name in event.people and person.post]
    return any(not holds(person, posts) for person in people)


def _role_of_two(sighting: Sighting) -> str | None:
    """ "leader" of "the two leaders", "both leaders"."""
    called = sighting.trigger.doc[sighting.left : sighting.right + 1]
    counted = (t for t in called if t.tag_ in PLURAL and BOTH & {left.lower_ for left in t.lefts})
    return next((role for t in counted if (role := _role(t)) is not None), None)


def _role(noun: Token) -> str | None:
    """ "leader" of "heads of state", "premier" of "the two Prime Ministers"."""
    if are_heads_of_state(noun):
        return "leader"
    plural = noun.tag_ == "NNPS"  # of a name the parser gives no singular: "Prime *Ministers*"
    lemma = lemma_of(noun).removesuffix("s") if plural else lemma_of(noun)
    role = actor_words().role_of(lemma, (t.lower_ for t in noun.lefts))
    return role if role in actor_words().roles else None


def _two_named_before(analysis: Analysis, sighting: Sighting) -> tuple[str, ...]:
    """ "The two leaders", "the heads of state", "both ministers": the one of each side at the table who has
    such a post and was named before; nobody where a side has two of them or none, or others have such posts
    as well."""
    words = actor_words()
    called = sighting.trigger.doc[sighting.left : sighting.right + 1]
    role = next((role for t in called if (role := _role(t)) is not None), None)
    if role is None:
        return ()
    posts = words.roles[role]
    pair = _one_of_each_side(analysis, sighting, posts)
    if pair or role != "minister":
        return pair
    return _one_of_each_side(analysis, sighting, [*posts, *words.ministers_too])


def _one_of_each_side(analysis: Analysis, sighting: Sighting, posts: Sequence[str]) -> tuple[str, ...]:
    """Those named before who have one of the posts, where they are two, one of each party."""
    named = analysis.names_in(0, sighting.trigger.idx)
    holders: dict[str, list[str]] = {}
    for person in dict.fromkeys(person for _, person in named):
        if person.party and holds(person, tuple(posts)):
            holders.setdefault(person.party, []).append(person.name)
    of_both = len(holders) == _A_PAIR and holders.keys() == set(sighting.parties)
    if not of_both or any(len(names) > 1 for names in holders.values()):
        return ()
    return tuple(names[0] for names in holders.values())
