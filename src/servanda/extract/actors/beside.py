"""The parties that stand beside a noun: before it, behind "of" and "from", in a list."""

from __future__ import annotations

import re

from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.extract import grammar
from servanda.extract.analysis import Analysis, unique
from servanda.extract.mentions import PartyMention

_LONGEST_LIST = 240
"""Characters of the longest list of states."""
_SENDING = frozenset({"send", "dispatch", "despatch", "lead", "head"})
_JOINT = re.compile(r"(?:,|\s|and|the)+")


def parties_inside(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """The parties before a noun: "the *French* minister"."""
    span = analysis.offsets(token.left_edge.i, token.i)
    return unique(m.code for m in analysis.parties_in(*span))


def parties_behind(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """The party in "Minister of Defence of Viet Nam", "head of the Lisbon government": through any chain
    of "of" and "for"."""
    for noun in grammar.prep_objects(token, "of", "for"):
        own = analysis.party_of(noun)
        found = (own.code,) if own is not None else parties_behind(analysis, noun)
        if not found and noun.lemma_.lower() in actor_words().bodies_of_state:
            found = parties_inside(analysis, noun)
        if found:
            return found
    return ()


def origins(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """As in "experts *from Japan*", "the Ministry *of Defence of Viet Nam*"."""
    nouns = grammar.prep_objects(token, "of", "from") + _senders(token)
    named = [m for m in (_party_near(analysis, noun) for noun in nouns) if m is not None]
    return unique(m.code for m in (*named, *_listed(analysis, named)))


def _senders(token: Token) -> list[Token]:
    """As in "a working group *sent by China's ministry*"."""
    sent = (c for c in token.rights if c.dep_ == "acl" and c.lemma_ in _SENDING)
    agents = (grammar.agent_of(c) for c in sent)
    return [agent for agent in agents if agent is not None]


def _listed(analysis: Analysis, named: list[PartyMention]) -> list[PartyMention]:
    """All of a list of which the parse joins only some: "of Norway, |Sweden| and Finland"."""
    if not named:
        return []
    start = min(m.start for m in named)
    behind = analysis.parties_in(start, min(start + _LONGEST_LIST, len(analysis.text)))
    listed = behind[:1]
    for mention in behind[1:]:
        if not _JOINT.fullmatch(analysis.text[listed[-1].end : mention.start]):
            break
        listed.append(mention)
    return listed if len(listed) > 1 else []


def _party_near(analysis: Analysis, noun: Token) -> PartyMention | None:
    """The party that a noun names, or the first one in what hangs on it."""
    named = (analysis.party_of(t) for t in (noun, *noun.subtree))
    return next((m for m in named if m is not None), None)
