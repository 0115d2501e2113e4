"""Whether what a side calls important is between the sides, or a matter of the world."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.stances import stance_words
from servanda.extract.actors import Actors
from servanda.extract.grammar.dependents import first_child
from servanda.extract.grammar.phrases import direct_objects, prep_objects
from servanda.extract.grammar.subjects import subject_of


def is_between_the_sides(noun: Token, actors: Actors) -> bool:
    """As in "the importance of *cooperation* for regional peace", "*Japan's role* in peacekeeping": it is the
    cooperation or the other side that matters, whatever of the world it is good for."""
    if noun.lemma_.lower() in act_words().bonds:
        return True
    if noun.lemma_.lower() in stance_words().shares:
        return _is_of_the_table(noun, actors)
    behind = (t for child in noun.children if child.dep_ == "prep" for t in child.children)
    return any(n.lemma_.lower() in act_words().bonds for t in behind for n in _what_is_meant(t))


def _is_of_the_table(noun: Token, actors: Actors) -> bool:
    """As in "*Japan's* role", "the role *of Japan*", "the role that *Japan* plays", told by the other side at
    the table."""
    owners = [first_child(noun, "poss"), *prep_objects(noun, "of")]
    owners += [subject_of(c) for c in noun.rights if c.dep_ in {"relcl", "acl"}]
    parties = {code for owner in owners if owner is not None for code in actors.resolve(owner).parties}
    return bool(parties) and parties <= set(actors.frame(noun.idx))


def _what_is_meant(behind: Token) -> list[Token]:
    """The noun, or the objects of a gerund: "of deepening *cooperation*"."""
    return direct_objects(behind) if behind.dep_ == "pcomp" else [behind]
