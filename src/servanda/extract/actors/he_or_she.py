"""For whom "he", "she", "his", "her" stand."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors.across import sides_across
from servanda.extract.actors.actor import NOBODY, Actor
from servanda.extract.actors.cast import Cast
from servanda.extract.actors.collective import SUBJECTS
from servanda.extract.analysis import Analysis
from servanda.extract.mentions import PersonInText

_LAST_ACTS = 5
"""Acts before a pronoun among which its woman is looked for."""


def he_or_she(analysis: Analysis, cast: Cast, token: Token) -> Actor:
    """The person of that gender who acted last, else who was named last."""
    gender = actor_words().pronouns.gender_of(token.lower_)
    if gender is None:
        return NOBODY
    joined = _joined_with(analysis, token)
    if joined is not None:
        return Actor.of(joined, f"{token.text}: {joined.name}, with whom it is joined")
    ahead = _named_ahead(analysis, token)
    if ahead is not None and ahead.gender in {gender, None}:
        return Actor.of(ahead, f"{token.text}: {ahead.name}, who acts in the clause that it opens")
    doer = _doer_beside(analysis, cast, token)
    others = _praised_beside(analysis, token) | sides_across(analysis, token)
    here = _named_in_clause_above(analysis, cast, token)
    if here is not None and here != doer and here.gender in {gender, None}:
        return Actor.of(here, f"{token.text}: {here.name}, of whom the sentence tells")
    before = _subject_before(analysis, token)
    known = before or (_woman_told(cast, token, doer) if gender == "f" else None)
    if known is not None and known != doer and _fits(known, gender, others):
        why = "of whom the sentence before tells" if before is not None else "the woman who acted last"
        return Actor.of(known, f"{token.text}: {known.name}, {why}")
    topic = _received_before(analysis, cast, token)
    acted = cast.acted_before(token.idx)
    switched = _told_just_before(analysis, cast, token, gender)
    for person in acted if topic is None else (topic, *acted):
        if person != doer and person.name not in switched and _fits(person, gender, others):
            return Actor.of(person, f"{token.text}: {person.name}, who acted last")
    named = [p for p in cast.named_before(token.idx) if p.gender in {gender, None} and p != doer]
    named = [p for p in named if p.name not in switched] or named
    last = next((p for p in named if p.party not in others), None) or next(iter(named), None)
    return Actor.of(last, f"{token.text}: {last.name}, named last") if last is not None else NOBODY


def _told_just_before(analysis: Analysis, cast: Cast, token: Token, gender: str) -> set[str]:
    """ "*She* said that Peru would help. He invited her": who is "she" in this sentence or the one before is
    not "he", though the text does not tell of either whether it is a woman."""
    before = analysis.sentence_before(token.idx)
    start = before.start_char if before is not None else token.sent.start_char
    here = {person.name for _, person in analysis.names_in(token.sent.start_char, token.idx)}
    return cast.called_otherwise(start, token.idx, gender) - here


def _fits(person: PersonInText, gender: str, others: set[str]) -> bool:
    return person.gender in {gender, None} and person.party not in others


def _subject_before(analysis: Analysis, token: Token) -> PersonInText | None:
    """ "Dr Juma will travel with President X, |who is to meet the King|. She will hold talks": Dr Juma, where
    somebody else acts aside in the sentence before."""
    opens = token.dep_ in SUBJECTS and token.i == token.sent.start
    before = analysis.sentence_before(token.idx) if opens else None
    subject = grammar.subject_of(before.root) if before is not None else None
    if before is None or subject is None:
        return None
    aside = any(t.dep_ == "relcl" and t.head.dep_ != "nsubj" for t in before)
    return analysis.person_of(subject) if aside else None


def _woman_told(cast: Cast, token: Token, doer: PersonInText | None) -> PersonInText | None:
    """ "Ms Ho thanked Minister Perera. The Minister sought help. *She* promised it": whom the text calls a
    woman and who acted just before, rather than one of whom it tells neither."""
    acted = islice(cast.acted_before(token.idx), _LAST_ACTS)
    return next((person for person in acted if person.gender == "f" and person != doer), None)


def _received_before(analysis: Analysis, cast: Cast, token: Token) -> PersonInText | None:
    """ "|The Minister| was received by President X. *She* then met": who is the subject of a passive, rather
    than who did it."""
    before = analysis.sentence_before(token.idx) if token.dep_ in SUBJECTS else None
    if before is None or not grammar.is_passive(before.root) or grammar.agent_of(before.root) is None:
        return None
    subject = grammar.subject_of(before.root)
    return cast.actor_at(subject.idx) if subject is not None else None


def _joined_with(analysis: Analysis, token: Token) -> PersonInText | None:
    """ "General X and *his* entourage": X, who is named right before."""
    owned = token.head if token.dep_ == "poss" else None
    return analysis.person_of(owned.head) if owned is not None and owned.dep_ == "conj" else None


def _named_ahead(analysis: Analysis, token: Token) -> PersonInText | None:
    """ "During *his* visit to Oslo, President X met": X, where the phrase opens the sentence."""
    if token.dep_ != "poss" or analysis.names_in(token.sent.start_char, token.idx):
        return None
    verb = grammar.governing_verb(token.head)
    subject = grammar.subject_of(verb) if verb is not None else None
    opens = subject is not None and token.head.i < subject.left_edge.i and subject.sent == token.sent
    return analysis.person_of(subject) if subject is not None and opens else None


def _doer_beside(analysis: Analysis, cast: Cast, token: Token) -> PersonInText | None:
    """X in "X called on *her*": whom somebody acts on is another than who acts."""
    above = token.head.head if token.dep_ == "pobj" else token.head
    if above.dep_ == "dobj":  # "held talks with |him|"
        above = above.head
    acted_on = token.dep_ in {"pobj", "dobj", "dative"} and not token.lower_.endswith("self")
    subject = grammar.subject_of(above) if acted_on and above.pos_ == "VERB" else None
    if subject is None:
        return None
    return cast.actor_at(subject.idx) or analysis.person_of(subject)


def _praised_beside(analysis: Analysis, token: Token) -> set[str]:
    """BR in "*She* commended Brazil": nobody praises the own side."""
    if token.dep_ != "nsubj" or not stance_words().praises(token.head.lemma_.lower()):
        return set()
    praised = (t for c in token.head.children if c.dep_ == "dobj" for t in (c, *c.lefts))
    return {m.code for t in praised if (m := analysis.party_of(t)) is not None}


def _named_in_clause_above(analysis: Analysis, cast: Cast, token: Token) -> PersonInText | None:
    """ "It follows the visit of |Mr X| to Oslo, when *he* met": the one of whom the clause above tells,
    where somebody or something else is its subject."""
    if token.head.dep_ not in {"relcl", "advcl"} or token.dep_ not in SUBJECTS:
        return None
    start = token.sent.start_char
    before = {p.name: p for _, p in analysis.names_in(start, token.idx)}
    acts = any(start <= at < token.idx for at in cast.acts())
    return next(iter(before.values())) if len(before) == 1 and not acts else None
