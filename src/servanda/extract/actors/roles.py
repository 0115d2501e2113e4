"""Who is meant by an office without a name: "the Ambassador", "the French minister", "the COAS"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.extract import grammar
from servanda.extract.actors.across import sides_across
from servanda.extract.actors.actor import Actor
from servanda.extract.actors.beside import parties_behind, parties_inside
from servanda.extract.actors.cast import Cast, holds, is_called
from servanda.extract.actors.collective import PAIR, PLURAL
from servanda.extract.analysis import Analysis
from servanda.extract.mentions import PersonInText

_OF_A_FIELD = frozenset({"minister", "secretary"})
"""Offices that a state has one of for each field."""
_FAR = 2000
"""Tokens before an office in which the same is looked for: without a bound a text of nothing but offices
takes time out of proportion."""


def by_role(analysis: Analysis, cast: Cast, token: Token) -> Actor | None:
    """As in "the Ambassador", "the French minister": the person named last who has that role."""
    lemma, words = _office(token), actor_words()
    if token.tag_ in PLURAL or lemma not in words.roles:
        return None
    parties = parties_inside(analysis, token) or parties_behind(analysis, token)
    posts = words.posts_of(lemma, _words_beside(token))
    people = cast.named_before(token.idx) if not _is_one_of_many(token) else []
    facing: set[str] = set()
    if not parties:
        if lemma in words.heads or _is_prime(token):
            people.sort(key=lambda p: p.party != analysis.home)
        facing, called = sides_across(analysis, token), _title(token)
        people.sort(key=lambda p: (not is_called(p, called), _is_higher(p, lemma)))
        people = [p for p in people if p.party not in facing]
        if _publishes(analysis, token, lemma):
            people = [p for p in people if p.party == analysis.home]
    if not any(holds(p, posts) for p in people if not parties or p.party in parties):
        posts = words.posts_instead(lemma, _words_beside(token)) or posts
    for person in people:
        if _is_higher(person, lemma) and _has_portfolio(token) and not is_called(person, _title(token)):
            continue  # "the Foreign Minister" is no prime minister
        if (not parties or person.party in parties) and holds(person, posts):
            return Actor.of(person, f"the {lemma} last named: {person.name}")
    if len(parties) == 1:
        return Actor(parties, None, False, f"{lemma} of {parties[0]}")
    at_home = None if parties or analysis.home in facing else _at_home(analysis, token, lemma)
    return at_home or (None if parties else _told_before(analysis, token))


def _office(token: Token) -> str:
    """ "president" of "the *President*", "the President-*elect*"."""
    joined = token.lower_ in {"elect", "designate"} and token.i > token.sent.start + 1
    office = token.doc[token.i - 2] if joined and token.nbor(-1).text == "-" else token
    return office.lemma_.lower()


def _is_one_of_many(token: Token) -> bool:
    """ "last received *a general secretary* in 1994": none who was named; but "it was the first visit by *a
    head of government*"."""
    return token.left_edge.lower_ in {"a", "an"} and token.dep_ in {"dobj", "nsubj", "nsubjpass"}


def by_initials(cast: Cast, token: Token) -> Actor | None:
    """As in "the COAS", after "Chief of Army Staff (COAS) General X"."""
    if not token.text.isupper() or len(token.text) < PAIR:
        return None
    told = f"({token.text})"
    named = cast.named_before(token.idx)
    holder = next((p for p in named if p.post and (told in p.post or token.text in _initials(p.post))), None)
    return Actor.of(holder, f"{token.text}: {holder.name}") if holder is not None else None


def _at_home(analysis: Analysis, token: Token, lemma: str) -> Actor | None:
    """As in "The President thanked Japan", "The Defence Secretary met", whom the press of his own state need
    not name."""
    home = analysis.home
    leads = lemma == "president" or _is_prime(token)
    of_a_field = lemma in _OF_A_FIELD and _has_portfolio(token)
    if home is None or not (leads or of_a_field) or not _is_the(token):
        return None
    return Actor((home,), None, False, f"the {lemma}, in his own country's press")


def _publishes(analysis: Analysis, token: Token, lemma: str) -> bool:
    """Whether the office is the one that publishes: "the Prime Minister", in a release of her office."""
    publisher = (analysis.document.publisher or "").lower()
    if analysis.home is None or not _is_the(token):
        return False
    if _is_prime(token):
        return "prime minister" in publisher
    return lemma == "president" and "president" in publisher and "vice" not in publisher


def _is_the(token: Token) -> bool:
    """As in "the Defence Minister", "the Minister of Trade": the one of whom all know whose."""
    alone = token.right_edge == token or bool(grammar.prep_objects(token, "of", "for"))
    owned = any(c.dep_ == "poss" for c in token.lefts)
    return token.text[:1].isupper() and token.left_edge.lower_ == "the" and alone and not owned


def _told_before(analysis: Analysis, token: Token) -> Actor | None:
    """As in "The Ambassador of Poland called on ... *The Ambassador* said": the side of the same office told
    last before, where nobody of that office has a name."""
    if token.left_edge.lower_ != "the" or token.right_edge != token:
        return None
    start = token.sent.start
    near = reversed(token.doc[max(0, start - _FAR) : start])
    for other in (t for t in near if t.lemma_.lower() == token.lemma_.lower()):
        parties = parties_inside(analysis, other) or parties_behind(analysis, other)
        if parties:
            one = len(parties) == 1 and analysis.person_of(other) is None
            return Actor(parties, None, False, f"the {token.lemma_.lower()} told before") if one else None
    return None


def _words_beside(token: Token) -> list[str]:
    """ "prime" of "the Prime Minister", "government" of "the head of government"."""
    return [t.lower_ for t in (*token.children, *grammar.prep_objects(token, "of"))]


def _is_prime(token: Token) -> bool:
    """As in "the *Prime* Minister"."""
    return token.i > 0 and token.nbor(-1).lower_ == "prime"


def _initials(post: str) -> set[str]:
    """ "COAS" and "CAS" of "Chief of Army Staff"."""
    words = [w for w in re.findall(r"[A-Za-z]+", post) if w not in {"the", "and"}]
    return {"".join(w[0] for w in words).upper(), "".join(w[0] for w in words if w[0].isupper())}


def _title(token: Token) -> set[str]:
    """ "defence" and "minister" of "the Defence Minister"."""
    return {t.lower_ for t in (*token.lefts, token) if t.dep_ == "compound" or t.i == token.i}


def _is_higher(person: PersonInText, lemma: str) -> bool:
    """Whether a prime minister is called "the minister": only where there is no other."""
    return lemma == "minister" and "prime minister" in (person.post or "").lower()


def _has_portfolio(token: Token) -> bool:
    """As in "the Foreign Minister", "the Minister of Defence"."""
    before = token.doc[token.i - 1] if token.i > token.sent.start else token
    named = before.head == token and before.dep_ in {"compound", "amod"} and before.text[:1].isupper()
    return (named and before.lower_ != "prime") or bool(grammar.prep_objects(token, "of", "for"))
