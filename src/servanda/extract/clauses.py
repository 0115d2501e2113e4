"""What a reported clause is: a norm ("should be settled"), an evaluation ("is a pillar"), or neither."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.engagements import engagement_words
from servanda.codebook.instruments import instrument_words
from servanda.codebook.stances import stance_words
from servanda.extract.analysis import Analysis

_COOPERATION = frozenset(
    "cooperation co-operation collaboration relation relationship tie partnership friendship bond visit agreement "
    "memorandum mou dialogue support assistance role contribution exchange programme program training country "
    "facility scheme initiative investment trade act effort grant loan aid resilience "
    "statement engagement link alliance trust understanding meeting presence project sector market".split()
)


def is_norm(verb: Token) -> bool:
    """"should", "must", "ought to", "are to be", "needs to": what ought to be."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if auxiliaries & stance_words().norms:
        return True
    if verb.head.lemma_ in {"need", "ought", "have"} and verb.dep_ == "xcomp":
        return True
    if verb.lemma_ == "need" and any(c.dep_ == "xcomp" for c in verb.children):
        return True
    if verb.lemma_ == "be" and any(
        c.dep_ == "xcomp" and c.tag_ in {"VB", "VBN"} and any(g.lower_ == "to" for g in c.children) for c in verb.children
    ):
        return True
    return "to" in auxiliaries and "be" in auxiliaries and verb.head.lemma_ == "be"


def is_evaluation(verb: Token, analysis: Analysis) -> bool:
    """Whether a clause says that the cooperation or the other side matters or is good (or bad)."""
    words = stance_words()
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "csubj"}), None)
    about = subject is not None and (
        any(t.lemma_.lower() in _COOPERATION for t in subject.subtree)
        or any(analysis.party_of(t) is not None for t in subject.subtree)
        or subject.pos_ == "PRON"
    )
    if not about:
        return False
    lemma = verb.lemma_.lower()
    if lemma in {"be", "remain", "become", "constitute", "form", "represent"}:
        return any(
            t.lower_ in words.praise
            or t.lemma_.lower() in words.praise
            or t.lemma_.lower() in words.praising_nouns
            or t.lower_ in words.blame
            for child in verb.children
            if child.dep_ in {"attr", "acomp", "prep", "oprd", "dobj"}
            for t in child.subtree
        )
    if lemma == "have":
        return any(
            t.lower_ in words.praise or t.lemma_.lower() in words.worth
            for c in verb.children if c.dep_ == "dobj" for t in c.subtree
        )  # fmt: skip
    if lemma in words.valuing:
        return True
    if lemma in {"attach", "set", "place", "hold"}:
        return any(c.lower_ in {"importance", "store", "value", "special", "significance", "regard"} for c in verb.subtree)
    if lemma in {"mark", "herald", "signify", "represent"}:
        return any(t.lemma_.lower() in {"chapter", "milestone", "era", "step", "beginning", "breakthrough"} for t in verb.subtree)
    if lemma in words.thriving:
        ahead = any(c.lower_ in {"will", "would", "should", "can", "could", "must"} for c in verb.children)
        return not ahead or (
            lemma in {"contribute", "help", "serve", "strengthen", "deepen", "improve"}
            and subject is not None and subject.lemma_.lower() in _COOPERATION
            and not any(c.lower_ in {"should", "must"} for c in verb.children)
        )
    return False


def has_praise(noun: Token) -> bool:
    """Whether a noun has an adjective of praise beside it."""
    words = stance_words()
    return any(t.lower_ in words.praise or t.lemma_.lower() in words.praise for t in noun.lefts) or any(
        t.lower_ in words.praise for t in noun.subtree if t.pos_ in {"ADJ", "VERB"}
    )


def is_of_other_kind(verb: Token) -> bool:
    """Whether what is to be done is to hold an engagement or to sign, negotiate or conclude a text: that
    is a planned engagement or instrument, not a commitment."""
    words = {t.lemma_.lower() for c in verb.children if c.dep_ in {"dobj", "prep", "nsubjpass", "xcomp"} for t in _near(c)}
    lemma = verb.lemma_.lower()
    if lemma in _NEGOTIATING and words & (instrument_words().heads | {"negotiation"}):
        return True
    if lemma in {"work", "continue", "aim", "strive"} and words & {"signing", "conclusion", "negotiation"}:
        return True
    if lemma in {"meet", "sign"}:
        return True
    if lemma in {"hold", "convene", "host", "conduct", "organize", "organise", "visit", "hold"}:
        engagement = engagement_words()
        objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
        return lemma == "visit" or any(
            engagement.noun_type(o.lemma_.lower()) or o.text in engagement.mechanisms for o in objects
        )
    return False


def _near(token: Token) -> list[Token]:
    """The token with what stands directly under it, two levels down."""
    return [token, *token.children, *(g for c in token.children for g in c.children)]


_NEGOTIATING = frozenset("start begin commence open launch negotiate conclude sign finalise finalize initiate expedite complete resume continue".split())


def is_mutual(text: str) -> bool:
    """Whether what is spoken of is done by both sides."""
    words = set(text.lower().replace("-", " ").split())
    return bool(words & {"joint", "jointly", "coordinated", "bilateral", "mutual", "both", "reciprocal", "together", "combined"})


def is_together(text: str) -> bool:
    """Whether a stretch of text names cooperation between the sides."""
    return any(w in act_words().together for w in text.lower().replace("-", " ").split())
