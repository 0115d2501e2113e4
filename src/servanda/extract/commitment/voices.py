"""What gives a noun of commitment its voice, and what it is to do: "*expressed* readiness *to help*"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.extract.grammar.dependents import behind, first_child, forms

_NEAR = 6
_LINKS = frozenset({"conj", "dobj", "appos", "attr", "nsubjpass", "nsubj", "obj", "compound"})
"""Relations by which a noun belongs to what its verb says."""


def voicing_verb(noun: Token) -> Token | None:
    """The verb that lends its tense to a noun of commitment ("*expressed* its readiness")."""
    current = noun
    for _ in range(6):
        head = current.head
        if head is current:
            return None
        if head.pos_ in {"VERB", "AUX"}:
            return head
        if current.dep_ not in _LINKS and not goes_on_behind(current, noun):
            return None
        current = head
    return None


def goes_on_behind(current: Token, noun: Token) -> bool:
    """As in "at the *invitation* of", "as part of its *commitment*", "with a mutual *commitment* to",
    "ended with an *agreement* to"."""
    head = current.head
    if current.dep_ not in {"pobj", "prep"}:
        return False
    if is_answered_by(noun) or is_brought_to_attention(noun):
        return True
    if noun.lemma_ == "invitation" or "part" in {head.lemma_, head.head.lemma_}:
        return True
    words = act_words()
    agreed = words.noun_act(noun.lemma_) == "agree"
    if agreed and is_led_to(noun):
        return True
    carried = noun.lemma_ in words.carried_along or agreed
    return carried and "with" in {current.lower_, head.lower_}


def is_brought_to_attention(noun: Token) -> bool:
    """As in "drew the ambassador's *attention to the need* for"."""
    behind = noun.lemma_ == "need" and noun.dep_ == "pobj" and noun.head.lower_ == "to"
    return behind and any(t.lemma_ == "attention" for t in noun.doc[max(0, noun.i - _NEAR) : noun.i])


def is_answered_by(noun: Token) -> bool:
    """As in "*on the minister's request* for trucks, Japan assured", "*following Kenya's appeal* for"."""
    behind = noun.dep_ == "pobj" and noun.head.lower_ in {"on", "upon", "to", "following", "after"}
    if not behind or act_words().noun_act(noun.lemma_.lower()) != "request":
        return False
    if noun.head.lower_ == "to" and noun.head.head.lemma_ not in {"response", "answer", "reply", "respond"}:
        return False
    return any(c.dep_ == "poss" and c.pos_ != "PRON" for c in noun.children)


def is_led_to(noun: Token) -> bool:
    """As in "the talks *led to an understanding* on", "resulted *in an agreement* to"."""
    verb = noun.head.head
    return (
        noun.dep_ == "pobj"
        and verb.lemma_ in act_words().leading_to
        and noun.head.lower_ in {"to", "in", "at"}
    )


def inner_of(noun: Token, verb: Token) -> Token | None:
    """What it is a commitment to: "readiness *to help*", "support for *the programme*"."""
    clause = first_child(noun, "acl", "relcl", "ccomp", "xcomp", after=noun.i) or _for_another_to_do(noun)
    if clause is not None and clause.dep_ == "relcl" and clause.tag_ == "VBD" and noun.lemma_ == "plan":
        return None  # "a plan that came to nothing"
    return (
        (None if clause is not None and _tells_when(clause) else clause)
        or behind(noun, *act_words().prepositions_after(noun.lemma_.lower()))
        or hung_on_the_verb(noun, verb)
    )


def behind_owner(noun: Token, owner: Token, verb: Token) -> Token | None:
    """As in "the commitment of India and Bhutan *to fostering* a partnership", whichever word the parser
    hangs "to" on."""
    words = (noun, owner, *owner.conjuncts, verb)
    ways = act_words().prepositions_after("default") - {"of", "that"}
    return next((t for word in words if (t := behind(word, *ways, after=owner.i)) is not None), None)


def _for_another_to_do(noun: Token) -> Token | None:
    """As in "its desire *for Peru to join*"."""
    clause = first_child(noun, "advcl", after=noun.i)
    asked = clause is not None and any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.children)
    return clause if asked else None


def _tells_when(clause: Token) -> bool:
    """As in "gave the assurance *while presenting* his letters": no content."""
    return any(c.lower_ in {"while", "when", "after", "before", "during", "as"} for c in clause.lefts)


def hung_on_the_verb(noun: Token, verb: Token) -> Token | None:
    """As in "pledged support *to X*", "voiced a wish today *to do* Y", "gave assurances *that it would*":
    hung on the verb by the parser."""
    for child in verb.children:
        if child.i <= noun.i:
            continue
        if child.dep_ in {"xcomp", "advcl"} and "to" in forms(child.children):
            return child
        if child.dep_ == "ccomp" and noun.dep_ == "dobj" and "that" in forms(child.lefts):
            return child
        on = child.lower_ == "on" and noun.lemma_.lower() in {"understanding", "consensus", "agreement"}
        if child.dep_ == "prep" and (on or child.lower_ in {"to", "for", "including"}):
            inner = first_child(child, "pobj", "pcomp")
            if inner is not None or child.lower_ == "including":
                return inner
    return None
