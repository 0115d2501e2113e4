"""Who does what a verb says: subjects and agents, and the verb in whose clause a word stands."""

from __future__ import annotations

from functools import cache
from itertools import islice

from spacy.tokens import Token

from servanda.codebook.dates import date_words
from servanda.codebook.grammar import grammar_words
from servanda.extract.grammar.kept import kept
from servanda.extract.grammar.listed import items_of

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
FINITE_OR_MODAL = FINITE | {"MD"}
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "aux", "auxpass", "dep", "acomp"})
"""Relations in which a verb without a subject takes that of the word above it."""


def is_verbal(token: Token) -> bool:
    """Whether the token is a verb or an auxiliary."""
    return token.pos_ in {"VERB", "AUX"}


def has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own."""
    return any(c.dep_ in SUBJECTS for c in verb.children)


@kept
def subject_of(verb: Token) -> Token | None:
    """The head of the grammatical subject, looked for through conjunctions and participles."""
    current = verb
    for _ in range(6):
        own = next((c for c in current.children if c.dep_ in SUBJECTS), None)
        if own is not None:
            return _behind_a_participle(own, current) or relative_antecedent(own)
        named = _behind_a_day(current) or _who_opens(current)
        if named is not None:
            return named
        helpers = (c for c in current.children if c.dep_ == "aux")
        torn = next((s for c in helpers for s in c.children if s.dep_ in SUBJECTS), None)
        if torn is not None:  # "Japan |has over the years |provided"
            return torn
        controller = _controlling_object(current)
        if controller is not None:
            return controller
        if _uses_an_occasion(current):
            current = current.head.head
            continue
        if current.dep_ in {"acl", "relcl"}:
            return current.head
        if is_misplaced(current) or _goes_on_saying(current):
            current = finite_above(current)
        elif _shares_subject(current):
            current = current.head
        else:
            return _of_the_list(current)
    return None


def _uses_an_occasion(verb: Token) -> bool:
    """In "took the opportunity to *thank* Peru" it is who takes it that thanks."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VB" or noun.dep_ not in {"dobj", "pobj", "attr"}:
        return False
    return noun.lemma_.lower() in grammar_words().occasions and is_verbal(noun.head)


def _of_the_list(verb: Token) -> Token | None:
    """In "The Ministers: - *reaffirmed* their support" the ministers did."""
    if verb.dep_ != "ROOT":
        return None
    items: dict[int, Token] | None = verb.doc.user_data.get("servanda_items")
    if items is None:
        items = verb.doc.user_data["servanda_items"] = items_of(verb.doc)
    return items.get(verb.i)


def _goes_on_saying(verb: Token) -> bool:
    """In "urged Peru to build the port, *offering* help" the parser lets Peru offer it."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.head.tag_ != "VB":
        return False
    left = verb.left_edge.i
    infinitive = any(c.tag_ == "TO" for c in verb.head.children)
    return infinitive and left > verb.sent.start and verb.doc[left - 1].text == ","


def _behind_a_participle(subject: Token, verb: Token) -> Token | None:
    """In "Praising the ties between Peru and Chile, Minister Rojas thanked ..." the parser lets the whole
    participle clause thank, and takes the minister for one of what is praised."""
    opens = subject.dep_ == "csubj" and subject.tag_ == "VBG" and subject.i == subject.sent.start
    if not opens or verb.tag_ not in FINITE:
        return None
    last = verb.nbor(-1)
    while last.dep_ in {"advmod", "neg"} and last.i > subject.i:
        last = last.nbor(-1)
    left = last.left_edge.i
    return last if last.pos_ in {"PROPN", "NOUN"} and verb.doc[left - 1].text == "," else None


def _who_opens(verb: Token) -> Token | None:
    """Who does what such a participle says: the same minister."""
    return _behind_a_participle(verb, verb.head) if verb.dep_ == "csubj" else None


def _behind_a_day(verb: Token) -> Token | None:
    """In "On Monday Pistorius met ..." the parser takes "Monday Pistorius" for one name."""
    if verb.tag_ not in FINITE:
        return None
    for child in verb.children:
        if child.dep_ != "prep" or child.lower_ != "on" or child.i > verb.i:
            continue
        for noun in child.children:
            days = (c for c in noun.children if c.dep_ == "compound" and c.lower_ in weekdays())
            if noun.dep_ == "pobj" and noun.pos_ == "PROPN" and any(day.i == child.i + 1 for day in days):
                return noun
    return None


@cache
def weekdays() -> frozenset[str]:
    """The days of the week, in lower case."""
    return frozenset(names[0].lower() for names in date_words().weekdays)


def _controlling_object(verb: Token) -> Token | None:
    """In "invited *the minister* to visit France" it is the minister who visits."""
    if verb.dep_ != "xcomp" or verb.head.lemma_ not in grammar_words().object_control:
        return None
    return next((c for c in verb.head.children if c.dep_ in {"dobj", "dative"} and c.i < verb.i), None)


def _shares_subject(token: Token) -> bool:
    """Whether the subject of the word above is this one's: "signed and *exchanged*", "by *signing*"."""
    if token.dep_ in _SHARING:
        return True
    return (token.dep_ == "prep" and is_verbal(token.head)) or (token.dep_ == "pobj" and not is_verbal(token))


def is_misplaced(verb: Token) -> bool:
    """A finite verb that the parser joined to an infinitive or participle ("expressed readiness to help ...
    and recognized ..."): it goes on with the main clause, not with the content."""
    if verb.dep_ != "conj" or verb.tag_ not in FINITE or has_subject(verb):
        return False
    head = verb.head
    if _is_past_behind_present(verb, head):
        return True
    if head.tag_ == "VB":
        modal = any(c.dep_ == "aux" and c.tag_ in {"MD", "TO"} for c in head.children)
        return modal or head.dep_ in {"xcomp", "acl", "conj", "pcomp"}
    return head.tag_ == "VBG"


def _is_past_behind_present(verb: Token, clause: Token) -> bool:
    """In "praised the ties that *exist* and *pledged* to deepen them" the pledge is no part of the clause."""
    inner = clause.dep_ in {"relcl", "ccomp", "acl"} and clause.tag_ in {"VBZ", "VBP"}
    return verb.tag_ == "VBD" and inner


def finite_above(verb: Token) -> Token:
    """The nearest finite verb above, or the root."""
    current = verb.head
    for _ in range(10):
        past = not _is_past_behind_present(verb, current)
        if current.dep_ == "ROOT" or (past and current.tag_ in FINITE and is_verbal(current)):
            return current
        current = current.head
    return current


def relative_antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    if token.tag_ in {"WDT", "WP"} and token.lower_ in {"who", "which", "that"}:
        clause = token.head
        while clause.dep_ in {"conj", "xcomp"}:
            clause = clause.head
        if clause.dep_ == "relcl":
            return _first_of_several(clause.head) if _is_plural(clause) else clause.head
    return token


def _is_plural(clause: Token) -> bool:
    """ "who |are| arriving", "who |have| come"."""
    forms = {c.lower_ for c in clause.children if c.dep_ in {"aux", "auxpass"}} | {clause.lower_}
    return bool(forms & {"are", "were", "have"})


def _first_of_several(noun: Token) -> Token:
    """ "|Minister X| and Minister Y, who are": both, where the parser takes the last of the names."""
    while noun.tag_ == "NNP" and noun.dep_ in {"conj", "appos"} and noun.head.tag_ == "NNP":
        if not any(c.dep_ == "cc" and c.lower_ == "and" for c in noun.head.children):
            break
        noun = noun.head
    return noun


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive voice: "was signed", "an agreement signed by ..."."""
    participle = verb.dep_ == "acl" and verb.tag_ == "VBN"
    return participle or any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)


def agent_of(verb: Token) -> Token | None:
    """The noun behind "by" of a passive verb."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return noun
    return None


def doer_of(verb: Token) -> Token | None:
    """Who acts: the subject of an active verb, the agent of a passive one (None when not named)."""
    return agent_of(verb) if is_passive(verb) else subject_of(verb)


def governing_verb(token: Token) -> Token | None:
    """The verb in whose clause a word stands; the sentence's main verb governs itself."""
    if token.dep_ == "ROOT" and is_verbal(token):
        return token
    return next((t for t in islice(token.ancestors, 12) if is_verbal(t)), None)
