"""Items of a list in which something is to be done: "- British troops to stay in Estonia"; under "Next steps"
also what both will do without a verb: "- Joint work on mines"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.clauses import is_of_other_kind
from servanda.extract.commitment.found import Talk, Undertaking, phrase_of
from servanda.extract.grammar.dependents import has_child
from servanda.extract.grammar.listed import BULLETS
from servanda.extract.grammar.subjects import FINITE_OR_MODAL

_JOINT = frozenset({"joint", "both", "common", "shared"})
_AHEAD = re.compile(
    r"\W*(?:the )?(?:next steps?|way (?:ahead|forward)|what (?:comes|happens|is|follows) next|looking ahead"
    r"|what (?:is|'s|’s) in it|(?:key|main) (?:points|elements|provisions|commitments)"
    r"|what it (?:does|contains|provides)"
    r"|follow-up|outlook|future work|work ahead|to come|agreed|what was agreed|deliverables|commitments)\W*$",
    re.IGNORECASE,
)
"""Headings over what will be done."""
_LABELS = frozenset(
    {"action", "actions", "decision", "task", "next", "follow-up", "agreed", "outcome", "todo", "commitment"}
)
"""Words before a colon at the head of such an item."""
_OF_EVENTS = frozenset({"visit", "travel", "arrive", "attend", "begin", "start", "end", "follow", "come"})


def item_to_be_done(verb: Token, talk: Talk) -> Undertaking | None:
    """What an item without a finite verb says is to be done: by the party of its subject, else by who
    publishes; by both where it is joint or by both."""
    sentence = verb.sent
    if not _is_to(verb) or any(t.tag_ in FINITE_OR_MODAL for t in sentence):
        return None
    left, right = _start(verb), sentence.end - 1
    if left is None:
        return None
    to = next(c.i for c in verb.children if c.dep_ == "aux" and c.lower_ == "to")
    subject = verb.doc[left:to]
    earlier = any(t.tag_ == "TO" for t in subject)
    if earlier or not any(t.pos_ in {"NOUN", "PROPN"} for t in subject) or not _is_undertaken(verb):
        return None
    right = grammar.trim_right(verb.doc, left, right)
    speaker = _who(subject[0].i, to - 1, right, talk)
    if speaker is None:
        return None
    act = "agree" if len(speaker.parties) > 1 else "pledge"
    rule = f"commitment/item:{verb.lemma_.lower()}"
    return Undertaking(verb, speaker, (left, right), left, rule, act, why="an item of what is to be done")


def _start(verb: Token) -> int | None:
    """Where the words of an item begin: behind "-", "3.", "ACTION:"; None where it is no item."""
    sentence, doc = verb.sent, verb.doc
    bullet = sentence.start if sentence[0].text in BULLETS else sentence.start - 1
    left = None
    if sentence[0].text.isdigit() and len(sentence) > 2 and sentence[1].text in {".", ")"}:
        left = sentence.start + 2
    elif bullet >= 0 and doc[bullet].text in BULLETS:
        left = bullet + 1
    label = sentence.start if left is None else left
    if label + 1 < verb.i and doc[label + 1].text == ":" and doc[label].lower_ in _LABELS:
        return label + 2
    return left


def joint_work_ahead(noun: Token, talk: Talk) -> Undertaking | None:
    """As in "Next steps: - *Joint work* on the clearance of mines": agreed, where it is a doing."""
    sentence = noun.sent
    if noun.dep_ != "ROOT" or any(t.tag_ in FINITE_OR_MODAL for t in sentence) or not _is_joint_doing(noun):
        return None
    text = talk.analysis.text
    before = text[: noun.idx].split("\n")
    if before[-1].strip()[:1] not in BULLETS or not _is_ahead(before[:-1]):
        return None
    pair = talk.actors.pair(noun.idx)
    if not pair:
        return None
    left, right = phrase_of(noun)
    speaker = Actor(pair, None, True, "both, in an item")
    rule = f"commitment/item:{noun.lemma_.lower()}"
    return Undertaking(noun, speaker, (left, right), left, rule, "agree", why="an item of what is ahead")


def _is_joint_doing(noun: Token) -> bool:
    """As in "*joint work* on", "*common development* of"; a meeting or text to come is no commitment."""
    words = act_words()
    joint = any(c.lower_ in _JOINT for c in noun.lefts) or _is_cooperation_on(noun)
    return joint and noun.lemma_.lower() in words.doings | words.bonds | {
        "work",
        "effort",
        "planning",
        "study",
    }


def _is_cooperation_on(noun: Token) -> bool:
    """As in "► *Cooperation on* border management"."""
    return noun.lemma_.lower() in {"cooperation", "co-operation", "collaboration"} and has_child(noun, "prep")


def _is_ahead(lines: list[str]) -> bool:
    """Whether the last line above that is no item tells of what comes next."""
    heads = (line for line in reversed(lines) if line.strip() and line.strip()[0] not in BULLETS)
    return _AHEAD.match(next(heads, "")) is not None


def _is_to(verb: Token) -> bool:
    """As in "to stay", "to be held"."""
    passive = verb.tag_ == "VBN" and has_child(verb, "auxpass", words={"be"})
    return (verb.tag_ == "VB" or passive) and has_child(verb, "aux", words={"to"})


def _is_undertaken(verb: Token) -> bool:
    return verb.lemma_.lower() not in _OF_EVENTS and not is_of_other_kind(verb)


def _who(first: int, last: int, end: int, talk: Talk) -> Actor | None:
    """Who is to do what the tokens `first` to `last` are the subject of, in an item that ends with `end`."""
    words = {t.lower_ for t in talk.analysis.doc[first : end + 1]}
    table = talk.actors.pair(talk.analysis.doc[first].idx)
    if words & _JOINT:
        return Actor(table, None, True, "both, in an item") if table else None
    named = talk.analysis.parties_in(*talk.analysis.offsets(first, last))
    parties = unique(m.code for m in named if is_state(m.code) or m.code in table)
    home = talk.analysis.home
    if not parties and home in table:
        parties = (home,)
    return Actor(parties, None, len(parties) > 1, "named in an item") if parties else None
