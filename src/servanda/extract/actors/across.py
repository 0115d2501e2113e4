"""Of which sides somebody cannot be, as the clause tells: nobody meets, thanks or invites the own side, or
pays a visit to the own state."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.extract import grammar
from servanda.extract.actors.beside import parties_behind, parties_inside
from servanda.extract.actors.collective import PLURAL, SUBJECTS
from servanda.extract.analysis import Analysis

_MAKING = frozenset({"pay", "make", "begin", "start", "end", "conclude", "undertake", "complete", "finish"})
"""Verbs of which a visit is the object that somebody pays himself."""
_ONE_S_OWN = frozenset({"accompany", "brief", "inform", "tell", "see"})
"""What one does with people of one's own side as well."""
_STAYS = frozenset({"visit", "trip", "tour"})


def sides_across(analysis: Analysis, token: Token) -> set[str]:
    """The parties of which whoever the token stands for is not: those whom it meets or thanks in its clauses,
    and the states to which it comes or pays a visit. Of "he" only states that are told in words tell: the
    side of a person named there may itself be presumed."""
    across = _goals_of_stay(analysis, token.head) if token.dep_ == "poss" else set()
    for verb in _verbs_of(token):
        if token.dep_ in SUBJECTS or verb != token.head:
            across |= _goals(analysis, verb)
        across |= _met(analysis, verb, token)
    return across


def _verbs_of(token: Token) -> Iterator[Token]:
    """The verb of which it is subject or object, and those of clauses that tell of it: "X, who *came*"; in
    "His Highness the Emir" they hang on the Emir."""
    if token.dep_ in SUBJECTS | {"dobj"}:
        yield token.head
    styled = (c for c in token.children if c.dep_ == "appos")
    for noun in (token, *styled):
        for clause in noun.children:
            whose = grammar.subject_of(clause) if clause.dep_ == "relcl" else None
            if clause.dep_ == "acl" or (whose is not None and whose.i == noun.i):
                yield clause


def _goals(analysis: Analysis, verb: Token) -> set[str]:
    """FR in "*arrived* in Paris", "is *on* a visit to France", "*paid* a visit to France"."""
    found: set[str] = set()
    if verb.lemma_.lower() in actor_words().coming:
        found |= _placed(analysis, verb)
    made = [c for c in verb.children if c.dep_ == "dobj" and verb.lemma_.lower() in _MAKING]
    for noun in (*grammar.prep_objects(verb, "on", "for"), *made):
        found |= _goals_of_stay(analysis, noun)
    return found


def _goals_of_stay(analysis: Analysis, noun: Token) -> set[str]:
    """FR in "a state *visit* to France"."""
    return _placed(analysis, noun) if noun.lemma_.lower() in _STAYS else set()


def _placed(analysis: Analysis, word: Token) -> set[str]:
    named = (analysis.party_of(t) for t in grammar.prep_objects(word, "in", "at", "to", "for"))
    return {goal.code for goal in named if goal is not None}


def _met(analysis: Analysis, verb: Token, token: Token) -> set[str]:
    """The sides of those whom it meets, thanks, invites, or by whom it is received."""
    lemma, pronoun = verb.lemma_.lower(), token.pos_ == "PRON"
    if lemma not in actor_words().facing or (pronoun and lemma in _ONE_S_OWN):
        return set()
    around = [c for c in verb.children if c.i != token.i and c.dep_ in {*SUBJECTS, "dobj", "dative"}]
    nouns = [*around, *grammar.prep_objects(verb, "with", "by", "to", "on")]
    people = (analysis.person_of(noun) for noun in nouns if not pronoun)
    sides = {person.party for person in people if person is not None and person.party}
    for noun in around:
        mention = analysis.party_of(noun)
        sides |= {mention.code} if mention is not None else set(_of_office(analysis, noun))
    return sides


def _of_office(analysis: Analysis, noun: Token) -> tuple[str, ...]:
    """FR in "the *French* minister", "the President *of France*"."""
    if noun.lemma_.lower() not in actor_words().roles or noun.tag_ in PLURAL:
        return ()
    return parties_inside(analysis, noun) or parties_behind(analysis, noun)
