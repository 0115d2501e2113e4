"""Who is meant by a style alone: "His Highness", "Her Majesty the Queen", "His Excellency the President"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.extract.actors.across import sides_across
from servanda.extract.actors.actor import Actor
from servanda.extract.actors.cast import Cast, holds
from servanda.extract.analysis import Analysis
from servanda.extract.mentions import PersonInText

_OWNED = frozenset({"his", "her", "their"})
_NAMED_REACH = 14
"""Words behind a style up to which the name stands that it goes with."""
_BEFORE = 40
"""Characters before a name in which its style stands: "President |His Highness Sheikh| Mohamed"."""


def by_style(analysis: Analysis, cast: Cast, token: Token) -> Actor | None:
    """As in "*His Highness* arrived", "Her *Majesty* the Queen", of whom the text has told by that style and
    a name, or by a name and that office."""
    style = _style_of(token)
    if style is None:
        return None
    of_it = (analysis.person_of(t) for t in style.subtree if t.i > style.i)
    whose = next((person for person in of_it if person is not None), None)
    if whose is not None and token.i == style.i and style.right_edge.i - style.i < _NAMED_REACH:
        return Actor.of(whose, f"{style.left_edge.text} {style.text}: named behind it")
    office = next((c for c in style.children if c.dep_ == "appos" and c.i > style.i), None)
    across = sides_across(analysis, style) | (sides_across(analysis, token) if token.i != style.i else set())
    named = [p for p in cast.named_before(token.idx) if p.party is None or p.party not in across]
    words = actor_words()
    if office is not None and office.lemma_.lower() in words.roles:
        posts = words.posts_of(office.lemma_.lower(), [t.lower_ for t in office.lefts])
        named = [p for p in named if holds(p, posts)]
    elif office is not None:
        return None
    styled = [p for p in named if _has_style(analysis, p, style.lower_)]
    of_home = [p for p in styled if p.party == analysis.home]
    person = next(iter(of_home or styled or (named if office is not None else [])), None)
    if person is None:
        return None
    return Actor.of(person, f"{style.left_edge.text} {style.text}: {person.name}")


def _style_of(token: Token) -> Token | None:
    """ "Highness" of the style itself and of the office behind it."""
    style = token.head if token.dep_ == "appos" and token.head.i < token.i else token
    owned = any(c.dep_ == "poss" and c.lower_ in _OWNED and c.text[:1].isupper() for c in style.lefts)
    return style if owned and style.lower_ in actor_words().styles else None


def _has_style(analysis: Analysis, person: PersonInText, style: str) -> bool:
    """Whether the style stands with the name: "|His Majesty King| Abdullah II"."""
    return any(
        style in analysis.text[max(0, m.start - _BEFORE) : m.start].lower().rpartition(",")[2]
        for m in person.mentions
    )
