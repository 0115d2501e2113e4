"""The round that comes next of a series told before, or came before it: "at the next meeting of the
committee, due in May in Lima", "the previous session took place in Quito". Its name need not be repeated, so
that it can be known only from what was told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.out import is_out
from servanda.extract.engagement.rounds import ordinal_of, series_of
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.setting import place_in
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.engagement.tokens import has_before, lemma_of

DUE = frozenset({"due", "scheduled", "planned", "set", "expected"})
"""Words for what is to come."""
_PREVIOUS = frozenset({"previous", "last", "preceding", "earlier", "prior"})
_BARE = frozenset({"round", "session", "edition", "iteration", "instalment", "installment", "meeting"})
"""What counts a series told before also without its name: "its next iteration"."""
_TOPIC = re.compile(r" (?:on|in|for) ")
_WORD = re.compile(r"[\w-]+")


def next_rounds(scene: Scene, sentence: Tokens, events: Sequence[Event]) -> Iterator[Sighting]:
    """The planned rounds that a sentence tells of: with a time or a place, of a series told with its parties,
    unless that next round was told before."""
    rounds = [e for e in events if e.type == "dialogue" and e.series and len(e.parties) > 1]
    for noun in sentence if rounds else ():
        back = _is_previous(noun)
        told = rounds[-1] if back else _series_told(scene, noun, rounds)
        verb = grammar.governing_verb(noun) if told is not None else None
        if told is None or (verb is not None and is_out(scene.words.course, verb)):
            continue
        left, right = _stretch(noun, verb)
        if has_setting(scene, left, right):
            yield Sighting(
                type="dialogue",
                status="held" if back else "planned",
                trigger=noun,
                left=left,
                right=right,
                rule=f"engagement/{'looked-back' if back else 'next-round'}:{lemma_of(noun)}",
                parties=told.parties,
                series=told.series,
                ordinal=ordinal_of(noun),
            )


def _series_told(scene: Scene, noun: Token, rounds: Sequence[Event]) -> Event | None:
    """The round told last of the series that "the next meeting *of the committee*" is of, unless the round
    after it has been told as well."""
    if lemma_of(noun) not in scene.words.rounds.counted | scene.words.nouns["dialogue"] | _BARE:
        return None
    number = ordinal_of(noun) if _is_bare(noun) and noun.text.islower() else None
    if number is not None and not grammar.prep_objects(noun, "of"):
        verb = grammar.governing_verb(noun)
        before = next((e for e in reversed(rounds) if e.ordinal == number - 1), None)
        return before if verb is not None and grammar.is_planned(verb) else None
    if not has_before(noun, scene.words.course.ahead | {"following"}):
        return None
    if noun.pos_ == "PROPN" or noun.text[:1].isupper():
        told = _named_alike(scene, noun, rounds)
    else:
        body = next(iter(grammar.prep_objects(noun, "of")), None)
        if body is None and _is_bare(noun):
            return None if any(e.status == "planned" for e in rounds) else rounds[-1]
        told = next((e for e in reversed(rounds) if body is not None and _is_of(body, e.series)), None)
    ahead = told is not None and any(e.status == "planned" and e.series == told.series for e in rounds)
    return None if ahead else told


def _is_bare(noun: Token) -> bool:
    """ "its next iteration", "the next session"; "their next meeting" can be one of ministers."""
    return lemma_of(noun) in _BARE and not (lemma_of(noun) == "meeting" and has_before(noun, {"their", "a"}))


def _is_previous(noun: Token) -> bool:
    """ "The previous session had taken place in Quito", "the last round was held in May"."""
    verb = grammar.governing_verb(noun)
    subject = noun.dep_ in {"nsubj", "nsubjpass"} and verb is not None and verb.tag_ in {"VBD", "VBN"}
    return subject and lemma_of(noun) in _BARE and has_before(noun, _PREVIOUS) and not has_before(noun, {"a"})


def _named_alike(scene: Scene, noun: Token, rounds: Sequence[Event]) -> Event | None:
    """The round told last that has the name: "the next |Defence Dialogue|", "the next |2+2 Meeting|"."""
    name = (series_of(scene.words.rounds, noun) or "").lower()
    return next((e for e in reversed(rounds) if name and name in (e.series or "").lower()), None)


def _is_of(body: Token, series: str | None) -> bool:
    """ "the committee" of "General Border Committee", or its full name."""
    words = _WORD.findall(_TOPIC.split((series or "").lower())[0])
    named = _WORD.findall(body.doc[body.left_edge.i : body.i + 1].text.lower())
    own = [word for word in named if word not in {"the", "this"}]
    return bool(own) and own == words[-len(own) :]


def _stretch(noun: Token, verb: Token | None) -> tuple[int, int]:
    """The words of the round: its clause, where it is what the clause tells of; else its phrase, with the
    "due in May" that the parser may hang elsewhere."""
    if verb is not None and noun.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        return grammar.clause_bounds(verb)
    left, right = noun.left_edge.i, noun.right_edge.i
    behind = [t for t in noun.sent if t.i > noun.i and t.lower_ in DUE]
    if behind and not any(t.pos_ in {"VERB", "AUX"} for t in noun.doc[noun.i : behind[0].i]):
        right = max(right, behind[0].right_edge.i)
    return left, grammar.trim_right(noun.doc, left, right)


def has_setting(scene: Scene, left: int, right: int) -> bool:
    """Whether the words tell when or where."""
    stretch = grammar.text_between(scene.analysis.doc, left, right)
    if scene.analysis.date_in(*stretch, "future") is not None or place_in(scene.analysis, left, right):
        return True
    goals = (t for t in scene.analysis.doc[left : right + 1] if t.dep_ == "pobj" and t.head.lower_ == "in")
    return any(scene.country_of(goal) for goal in goals)
