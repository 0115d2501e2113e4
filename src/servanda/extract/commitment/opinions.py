"""What is only said under a verb of commitment, and commits nobody: "agreed that the ties are strong"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.acts import act_words
from servanda.codebook.stances import stance_words
from servanda.extract.clauses import is_evaluation, is_norm
from servanda.extract.commitment.found import Talk, content_of
from servanda.extract.grammar.dependents import first_child, forms, has_child
from servanda.extract.grammar.phrases import phrase, prep_objects

ASSURING = frozenset({"assure", "reassure", "guarantee"})
"""Verbs under which only what will be done is a pledge."""

_NECESSARY = frozenset({"necessary", "needed", "imperative"})


def is_only_said(verb: Token, act: str, inner: Token | None, talk: Talk) -> bool:
    """As in "agreed that disputes *should be* settled", "suggested that ties *are strong*", "assured that it
    *stands* by its friend", "offered *insights*"."""
    lemma = verb.lemma_.lower()
    if inner is None:
        if act == "agree" and _is_on_a_principle(verb):
            return True
        return lemma == "offer" and (not _offers_something(verb) or _is_valued(verb))
    if act == "agree":
        return inner.dep_ == "ccomp" and is_opinion(inner, talk)
    if lemma == "suggest":
        return is_evaluation(inner, talk.analysis) and not _is_asked_for(inner)
    return (
        lemma in ASSURING and inner.dep_ == "ccomp" and not forms(inner.children) & {"will", "would", "shall"}
    )


def _is_on_a_principle(verb: Token) -> bool:
    """As in "agreed on *the need* for a ceasefire": a stance on a matter of the world; "agreed on *the
    importance* of training" values it."""
    words = stance_words()
    behind = prep_objects(verb, "on", "upon")
    if any(n.lemma_.lower() in words.agreed_worth for n in behind):
        return True
    nouns = (n for n in behind if n.lemma_.lower() in words.principles)
    return any(words.on_world_matter(phrase(n).text) for n in nouns)


def is_opinion(inner: Token, talk: Talk) -> bool:
    """As in "agreed that disputes *should be* settled", "that the ties *are strong*"; but "agreed that
    trade *should grow*" is consent to do it."""
    left, right = content_of(inner)
    words = inner.doc[left : right + 1]
    if _is_called_necessary(inner):
        return stance_words().on_world_matter(words.text)
    if is_norm(inner):
        subject = first_child(inner, "nsubj", "nsubjpass")
        issue = (
            subject is not None and subject.lemma_.lower() in stance_words().issues | stance_words().unrest
        )
        done = _is_to_be_done(inner) or _is_set(inner)
        return issue or stance_words().on_world_matter(words.text) or not done
    return _is_told_as_it_is(inner) or is_evaluation(inner, talk.analysis)


def _is_called_necessary(inner: Token) -> bool:
    """As in "agreed that it was *necessary to train* more officers": consent to do it."""
    called = inner.lemma_ == "be" and has_child(inner, "acomp", words=_NECESSARY)
    done = (c for c in inner.subtree if c.dep_ == "xcomp" and c.tag_ == "VB")
    return called and any(_is_to_be_done(verb) for verb in done)


def _is_to_be_done(norm: Token) -> bool:
    """As in "the practice should be *continued*"; not "it should *be* clear"."""
    return norm.pos_ == "VERB" and norm.lemma_ not in act_words().no_undertaking | {"be", "remain"}


def _is_set(norm: Token) -> bool:
    """As in "patrols *are to begin* in May", "exchanges *are to be kept up*"."""
    to_do = first_child(norm, "xcomp", after=norm.i) if norm.lemma_ == "be" else None
    return to_do is not None and to_do.tag_ in {"VB", "VBN"} and to_do.lemma_ not in {"be", "remain"}


def _is_told_as_it_is(verb: Token) -> bool:
    """As in "agreed that much *had been done*", "that the threat *calls for* action": no undertaking."""
    words = forms(verb.children)
    if words & {"will", "would", "shall", "should", "must", "can", "could"}:
        return False
    return verb.tag_ in {"VBD", "VBZ"} or bool(words & {"had", "has", "have", "is", "are", "was", "were"})


def _is_asked_for(inner: Token) -> bool:
    """As in "suggested the two sides *promote* links"; not "suggested the ties *have deepened*"."""
    alone = inner.tag_ in {"VB", "VBP"} and not has_child(inner, "aux", "auxpass")
    return alone and inner.dep_ == "ccomp" and _is_to_be_done(inner) and inner.lemma_ != "have"


def _is_valued(verb: Token) -> bool:
    """As in "appreciated that Japan *offers* its ports": what is done already."""
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in stance_words().valuing


def _offers_something(verb: Token) -> bool:
    """As in "offering assistance", not "offering insights into"."""
    words = act_words()
    offered = words.help | activity_words().gifts | activity_words().posts | words.own_ground | words.openings
    offered |= words.means_of_help
    return any(c.dep_ in {"dobj", "nsubjpass"} and c.lemma_.lower() in offered for c in verb.children)
