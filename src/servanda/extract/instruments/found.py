"""What the parts of the reader hand to each other: a text's name, what is done to it, both together."""

from __future__ import annotations

import re

import msgspec
from spacy.tokens import Token

from servanda.extract import grammar
from servanda.model.facts import InstrumentAction, InstrumentType, Relation

TIMED = frozenset[InstrumentAction]({"signed", "ratified", "amended", "extended", "terminated"})
"""Actions that happen on a day; a text that exists stands, and one planned or proposed is still to come."""

_ITEM_LETTER = re.compile(r"(?:[ivx]{1,5}|[a-h])[.)]?")

BY_HAND = frozenset({"sign", "ink", "initial", "countersign"})
"""Verbs of signing that nothing but a text is the object of."""


class Name(msgspec.Struct, frozen=True):
    """A text by its name: the noun at its head, its first and last token, its type. `called` is the name told
    before, where a short form or a pronoun stands in its place; `titled` whether
    the title that it bears is part of it."""

    head: Token
    left: int
    right: int
    type: InstrumentType
    called: str | None = None
    titled: bool = False

    @property
    def text(self) -> str:
        """The words of the name."""
        return self.called or self.head.doc[self.left : self.right + 1].text

    @property
    def is_bare(self) -> bool:
        """A noun with nothing behind it that is no proper name: "the agreement"."""
        return self.called is None and self.right == self.head.i and not self.text[:1].isupper()


class Deed(msgspec.Struct, frozen=True):
    """What is done to a text, the rule that read it, first and last token of the words that say so."""

    action: InstrumentAction
    rule: str
    left: int
    right: int


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A text and what is done to it. `opens` to `closes` are the tokens of the evidence; `period` the years
    that a later sentence, the tokens `more`, says of it; `relations` what the text tells beside the name;
    `quoted` the tokens that are its own, where it is told in a row with others."""

    name: Name
    action: InstrumentAction
    rule: str
    opens: int
    closes: int
    period: str | None = None
    more: tuple[int, int] | None = None
    relations: tuple[Relation, ...] = ()
    quoted: tuple[int, int] | None = None

    @classmethod
    def of(cls, name: Name, deed: Deed) -> Found:
        """The text with the deed; its evidence holds the whole name, where that does not stand before it."""
        further = deed.left > name.right
        return cls(
            name=name,
            action=deed.action,
            rule=f"instrument/{deed.rule}",
            opens=deed.left if further else min(deed.left, name.left),
            closes=max(deed.right, name.right),
        )

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to be done."""
        return self.action in {"planned", "proposed"}


def clause_over(verb: Token, noun: Token, last: int = 0) -> tuple[int, int]:
    """First and last token of the verb's clause with the noun before it and the token `last` behind it."""
    left, right = grammar.clause_bounds(verb)
    return min(left, noun.left_edge.i), max(right, last)


def before_clause_beside(verb: Token, noun: Token, right: int) -> int:
    """The last token before what somebody else did: "A pact was signed, *and Japan offered a loan*"."""
    beside = (c for c in verb.rights if c.dep_ == "conj" and c.i > noun.right_edge.i)
    doers = (grammar.subject_of(c) for c in beside if grammar.has_subject(c))
    opens = (d.left_edge.i for d in doers if d is not None and d.pos_ in {"NOUN", "PROPN"} and d.i > verb.i)
    left = next(opens, None)
    if left is None:
        return right
    return grammar.trim_right(verb.doc, verb.i, left - 1 - (verb.doc[left - 1].dep_ == "cc"))


def _is_item_letter(token: Token) -> bool:
    """As in "*ii.* MoU on trade", "(*b*) Agreement on visas"."""
    start = token.sent.start
    opens = token.i == start or (token.i == start + 1 and token.nbor(-1).text == "(")
    if not opens or token.i + 1 >= len(token.doc) or _ITEM_LETTER.fullmatch(token.text) is None:
        return False
    return token.text[-1] in ".)" or token.nbor().text in {".", ")"}


def is_item_number(token: Token) -> bool:
    """As in "*4.* MoU on trade", "*06* A Memorandum on health": the number of a line, and no count."""
    if token.tag_ == "LS" or _is_item_letter(token):
        return True
    opens = token.i == token.sent.start and token.i + 1 < len(token.doc)
    return opens and (token.nbor().text in {".", ")"} or token.nbor().lower_ in {"a", "an", "the"})
