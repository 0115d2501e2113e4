"""What time a clause on a lot tells where the tense does not: still to come ("*follows in 2026*", "*are
reserved*"), or from now on ("can *now* enlist")."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.lots import lot_words
from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.grammar.dependents import auxiliaries

_AHEAD = frozenset(
    {"in", "by", "before", "from", "until", "till", "during", "on", "of", "next", "this", "the"}
)
_AGAIN = frozenset({"every", "each", "since", "usually", "always", "often", "annually"})
_LATELY = frozenset({"now", "already", "since"})
_PRESENT = frozenset({"VBZ", "VBP"})


def is_timetabled(verb: Token, analysis: Analysis) -> bool:
    """As in "The second boat *follows* in 2026", "The boat *goes* to Kure in June": the present of a plan."""
    if verb.tag_ not in _PRESENT or verb.lemma_.lower() not in lot_words().timetabled or auxiliaries(verb):
        return False
    return has_a_time(verb, analysis) and not any(t.lower_ in _AGAIN for t in verb.subtree)


def has_a_time(verb: Token, analysis: Analysis) -> bool:
    """As in "*by May*", "in the course of *2026*", "*next year*"."""
    start, end = analysis.offsets(*grammar.clause_bounds(verb))
    for date in analysis.dates_in(start, end):
        words = verb.doc.char_span(date.start, date.end, alignment_mode="expand")
        if words is None or date.kind == "duration":
            continue
        before = words[0].nbor(-1).lower_ if words.start else ""
        if words[0].lower_ in _AHEAD or before in _AHEAD:
            return True
    return False


def is_set_aside(verb: Token) -> bool:
    """As in "Forty places *are reserved* for cadets", "five million *have been set aside*"."""
    lemma = verb.lemma_.lower()
    aside = lemma != "set" or grammar.has_child(verb, "prt", "advmod", words={"aside"})
    return lemma in lot_words().set_aside and aside and grammar.is_passive(verb)


def holds_now(word: Token) -> bool:
    """As in "are *now* Kenyan", "has been theirs *since* May"."""
    return any(c.lower_ in _LATELY for c in word.children)
