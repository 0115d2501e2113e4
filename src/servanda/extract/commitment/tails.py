"""What is undertaken, where the parser breaks it off: "pledged support |in training officers|", "through
port calls, |exercises and the transfer of equipment|"."""

from __future__ import annotations

import msgspec
from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.grammar import grammar_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.commitment.found import Undertaking
from servanda.extract.grammar.subjects import FINITE_OR_MODAL
from servanda.extract.quotations import is_quoted

_ENDS = frozenset({";", ":", "–", "—", "(", '"'})
_OF_LISTS = frozenset(
    {"including", "particularly", "especially", "namely", "notably", "mainly", "like", "such", "primarily"}
)
"""Words behind a comma that open a list of what is meant."""
_LISTED = frozenset({"NOUN", "PROPN", "ADJ", "DET", "VERB"})
_OF_HELP = frozenset({"in", "for", "to", "with", "through", "towards", "toward", "on"})
_OF_OCCASIONS = frozenset(
    {"during", "while", "when", "after", "before", "until", "according", "as", "amid", "if"}
)


def with_tail(found: Undertaking) -> Undertaking:
    """The undertaking with the rest of its content."""
    if found.act == "invite" or found.right < found.trigger.i:
        return found
    right = _before_closing_mark(found)
    if right == found.right:
        right = _end(found)
    if right == found.right:
        return found
    return msgspec.structs.replace(found, content=(found.left, right))


def _before_closing_mark(found: Undertaking) -> int:
    """Where the quotation ends in which all began: "support the plan|," the statement read|"."""
    if not is_quoted(found.trigger):
        return found.right
    doc, opened = found.trigger.doc, 0
    for i in range(found.trigger.i + 1, found.right + 1):
        opened += doc[i].text == "“"
        if doc[i].text in {"”", '"'} and not opened and i > found.left:
            return grammar.trim_right(doc, found.left, i - 1)
        opened -= doc[i].text == "”"
    return found.right


def _end(found: Undertaking) -> int:
    """Last token of the content with its tail."""
    doc, right = found.trigger.doc, found.right
    last = found.trigger.sent.end - 1
    if right >= last:
        return right
    following = [doc[i] for i in range(right + 1, last + 1)]
    reach = _reach(following)
    tail = following[:reach]
    goes_on = _opens_a_list(tail) or _closes_a_list(tail) or _hangs_on(tail) or _tells_for_what(found, tail)
    return grammar.trim_right(doc, right, right + reach) if goes_on else right


def _reach(following: list[Token]) -> int:
    """How many of the words behind the content can still be of it: up to what begins another statement."""
    quotes = 0
    for n, token in enumerate(following):
        quotes += (token.text == "“") - (token.text == "”")
        if (
            quotes < 0
            or token.text in _ENDS
            or token.is_space
            or token.lower_ in _OF_OCCASIONS
            or token.tag_ == "WDT"
        ):
            return n
        if token.tag_ in FINITE_OR_MODAL:
            return _before_clause(following, n)
        if token.tag_ == "VBG" and _says(token) and n and following[n - 1].text == ",":
            return n
    return len(following)


def _before_clause(following: list[Token], verb: int) -> int:
    """Up to the last comma or "and" before the finite verb: its subject stands behind that."""
    joints = (n for n in range(verb - 1, -1, -1) if following[n].text == "," or following[n].lower_ == "and")
    return next(joints, 0)


def _says(verb: Token) -> bool:
    """As in "..., *adding* that", "..., *reflecting* their ties"."""
    lemma = verb.lemma_.lower()
    return lemma in act_words().report | act_words().voice | stance_words().stressing | stance_words().valuing


def _opens_a_list(tail: list[Token]) -> bool:
    """As in ", *particularly* in trade", ", *such* as mines"."""
    return any(t.lower_ in _OF_LISTS for t in tail[:2]) and len(tail) > 1


def _hangs_on(tail: list[Token]) -> bool:
    """As in "training for crews |joining the mission|", "schools |to equip those who leave|"."""
    if len(tail) < 2:
        return False
    to_do = tail[0].lower_ == "to" and any(t.tag_ == "VB" for t in tail[1:3])
    return to_do or (tail[0].tag_ == "VBG" and not _says(tail[0]))


def _closes_a_list(tail: list[Token]) -> bool:
    """As in "port calls|, exercises and the transfer of equipment|"; not ", and on Monday"."""
    if len(tail) < 2 or not (tail[0].text == "," or tail[0].lower_ == "and"):
        return False
    first = next((t for t in tail if t.text != "," and t.lower_ != "and"), None)
    if first is None or (first.pos_ not in _LISTED and first.lower_ != "for" and first.text != "“"):
        return False
    if first.pos_ == "VERB" and first.tag_ != "VBG":
        return False
    joined = any(t.lower_ == "and" for t in tail)
    return joined and not any(t.lower_ in grammar_words().conditions for t in tail)


def _tells_for_what(found: Undertaking, tail: list[Token]) -> bool:
    """As in "support |in training officers|": a bare noun of help goes on with what it is for."""
    words = found.trigger.doc[found.left : found.right + 1]
    plain = words.root.lemma_.lower() in act_words().help and not any(
        t.dep_ == "prep" and t.lower_ in _OF_HELP - {"to"} for t in words
    )
    return plain and len(tail) > 1 and tail[0].lower_ in _OF_HELP
