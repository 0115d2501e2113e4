"""How one text stands to another: it amends, implements, renews or intends it, or rests on it.

Told by a verb between them ("a protocol *amending* the treaty", "It *builds on* the letter of intent"), by a
preposition ("signed a contract *under* the agreement"), or by the name itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Found, Name
from servanda.extract.instruments.upgrades import upgraded, upgraded_to
from servanda.model.facts import Relation

_TARGET = r"\s+(?:the\s+|an?\s+)?(.+)$"
_INTENDED = re.compile(r"\b(?:signing of|sign|conclusion of|conclude)" + _TARGET)
_OBJECTS = frozenset({"dobj", "nsubjpass", "conj"})


class Link(msgspec.Struct, frozen=True):
    """The token that stands for the one text (its name, or a pronoun), and how it stands to the other."""

    source: Token
    relation: Relation


def links(names: Sequence[Name]) -> Iterator[Link]:
    """What a sentence tells of how the texts that it names stand to others."""
    for name in names:
        yield from _by_verb(name)
        yield from _by_preposition(name)
        yield from _by_upgrade(name, names)


def related(found: Sequence[Found], told: Sequence[Link]) -> list[Found]:
    """The texts with what is told of them; "it" and "the statement" are the text told last before."""
    extra: dict[int, list[Relation]] = {}
    for link in told:
        at = _stands_for(link.source, found)
        if at is not None:
            target = _told_in_full(link.relation.target, found)
            extra.setdefault(at, []).append(Relation(type=link.relation.type, target=target))
    return [msgspec.structs.replace(one, relations=tuple(extra.get(i, ()))) for i, one in enumerate(found)]


def relations_of(found: Found, title: str) -> tuple[Relation, ...]:
    """The relations of a text: those in its name ("protocol *amending* the X", "letter of intent on the
    *signing of* the X"), and those told of it."""
    by_target = {(r.type, r.target): r for r in (*_in_name(found, title), *found.relations)}
    return tuple(by_target.values())


def _in_name(found: Found, title: str) -> Iterator[Relation]:
    participles = instrument_words().relations
    participle = re.search(r"\b(" + "|".join(participles) + r")\s+(?:the|an?)\s+(.+)$", title)
    if participle:
        yield Relation(type=participles[participle[1]], target=participle[2])
    intended = _INTENDED.search(title) if found.name.type == "letter-of-intent" else None
    if intended:
        yield Relation(type="intends", target=intended[1])


# -- by a verb ------------------------------------------------------------------------------------------


def _by_verb(name: Name) -> Iterator[Link]:
    """As in "the agreement, which *amends* the accord", "was *provided for* in a letter of intent"."""
    head, preposition = _carried(name.head), ""
    if head.dep_ == "pobj":
        head, preposition = head.head, head.head.lower_
    verb = _verb_above(head)
    if verb is None or grammar.is_unreal(verb):
        return
    type_ = instrument_words().relating(verb.lemma_.lower(), preposition)
    if type_ is None:
        return
    if grammar.is_passive(verb) and preposition:
        intended = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        if type_ == "intends" and intended is not None:
            yield Link(name.head, Relation(type=type_, target=_text_of(intended)))
            return
    source = _source(verb)
    if source is not None and source.i != name.head.i:
        yield Link(source, Relation(type=type_, target=name.text))


def _carried(head: Token) -> Token:
    """In "foresees the signing of the pact" it is the signing that hangs on the verb."""
    above = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    return above if above.lemma_.lower() in instrument_words().signing_nouns else head


def _verb_above(token: Token) -> Token | None:
    """The verb on which an object or a preposition hangs, through a particle ("follows *up* on")."""
    above = token.head
    if token.dep_ == "prep" and above.dep_ in {"prt", "advmod", "prep"}:
        above = above.head
    fits = token.dep_ in {"dobj", "prep", "nsubjpass"}
    return above if fits and grammar.is_verbal(above) else None


def _source(verb: Token) -> Token | None:
    """Which text it is that amends or implements: the subject, or what is signed "*to implement*" another."""
    own = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if own is not None:
        return grammar.relative_antecedent(own)
    above = verb.head
    if verb.dep_ in {"acl", "relcl"}:
        return above
    if verb.dep_ in {"advcl", "xcomp"}:
        return next((c for c in above.children if c.dep_ in _OBJECTS), None)
    return grammar.subject_of(verb)


def _text_of(noun: Token) -> str:
    """What is intended: "such a statement" in "the signing of such a statement"."""
    signing = noun.lemma_.lower() in instrument_words().signing_nouns
    inner = grammar.prep_objects(noun, "of") if signing else []
    phrase = grammar.phrase(inner[0] if inner else noun)
    return re.sub(r"^(?:such )?(?:the|an?)\s+", "", phrase.text)


# -- by a preposition -----------------------------------------------------------------------------------


def _by_preposition(name: Name) -> Iterator[Link]:
    """As in "signed a contract *under* the agreement", "a plan *pursuant to* the memorandum"."""
    preposition = name.head.head if name.head.dep_ == "pobj" else None
    if preposition is None:
        return
    opened = preposition.head if preposition.lower_ == "to" else preposition
    if opened.lower_ not in instrument_words().resting:
        return
    above = opened.head
    sources = [above] if above.pos_ in {"NOUN", "PROPN"} else []
    if grammar.is_verbal(above) and not grammar.is_unreal(above):
        sources = [c for c in above.children if c.dep_ in _OBJECTS]
    for source in sources:
        yield Link(source, Relation(type="under", target=name.text))


def _by_upgrade(name: Name, names: Sequence[Name]) -> Iterator[Link]:
    """As in "agreed to upgrade the arrangement *to a treaty*": the treaty renews it."""
    old = upgraded(name.head) if upgraded_to(name.head, name.head) is not None else None
    told = next((other for other in names if other.head == old), None)
    if told is not None:
        yield Link(name.head, Relation(type="renews", target=told.text))


# -- which text it is -----------------------------------------------------------------------------------


def _told_in_full(target: str, found: Sequence[Found]) -> str:
    """ "such a statement" by the name under which it was told before."""
    names = (one.name for one in found if one.name.head.text == target and not one.name.is_bare)
    return next((name.text for name in names), target)


def _stands_for(source: Token, found: Sequence[Found]) -> int | None:
    """Index of the text that a token stands for: the one that it names, with its name's other nouns, or the
    one told last before."""
    for at, one in enumerate(found):
        if one.name.left <= source.i <= one.name.right:
            return at
    before = [at for at, one in enumerate(found) if one.name.head.i < source.i and not one.is_ahead]
    if source.lower_ in {"it", "they"}:
        return before[-1] if before else None
    definite = grammar.has_child(source, "det", words={"the", "this"})
    alike = [at for at in before if found[at].name.head.lemma_.lower() == source.lemma_.lower()]
    return alike[-1] if definite and alike else None
