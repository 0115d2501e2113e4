"""A document to its activities: the flow, and from what is found to the facts."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.activities.giving import giving
from servanda.extract.activities.help import going_on, granted, thanked
from servanda.extract.activities.scene import Found, Scene
from servanda.extract.activities.together import done, goes_on, results
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis
from servanda.extract.facts import Draft
from servanda.extract.numbers import find_amounts
from servanda.model.facts import Activity, Amount


def activities(analysis: Analysis, actors: Actors) -> list[Draft[Activity]]:
    """All activities of a document, in order of the text."""
    scene = Scene(analysis, actors)
    found: list[Found] = []
    for sentence in analysis.sentences:
        if not analysis.is_caption(sentence):
            found += (one for token in sentence for one in _read(token, scene))
    kept = sorted(_each_once(found), key=lambda f: f.trigger.i)
    return [_draft(one, analysis) for one in kept]


def _read(token: Token, scene: Scene) -> Iterator[Found]:
    """The activities that a word tells."""
    if grammar.is_verbal(token) and _is_told_as_done(token):
        yield from results(token, scene)
        yield from giving(token, scene)
        yield from done(token, scene)
    elif token.pos_ == "NOUN":
        yield from going_on(token, scene)
        yield from granted(token, scene)
        yield from thanked(token, scene)


def _is_told_as_done(verb: Token) -> bool:
    """As in "provided", "has provided", "is providing"; not "will", "may", "to" or "by" doing so."""
    if grammar.is_unreal(verb) or grammar.is_planned(verb):
        return False
    if any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children):
        return False
    progressive = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    return progressive or verb.tag_ not in {"VB", "VBG"}


def _each_once(found: list[Found]) -> list[Found]:
    """Of stretches that hold each other's words the longer one; deeds of both in one sentence together."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.left, -f.right)):
        if kept and goes_on(kept[-1], one):
            kept[-1] = msgspec.structs.replace(kept[-1], right=max(kept[-1].right, one.right))
        elif not any(o.left <= one.trigger.i <= o.right for o in kept):
            kept.append(one)
    return kept


def _draft(found: Found, analysis: Analysis) -> Draft[Activity]:
    """The fact itself."""
    content = analysis.quote_tokens(found.left, found.right)
    amounts = find_amounts(content.text)
    dated = analysis.date_in(content.start, content.end, "past")
    fact = Activity(
        document=analysis.document.name,
        source="",
        evidence=(content,),
        content=content.text,
        provider=found.provider,
        recipient=found.recipient,
        parties=found.parties,
        fields=analysis.fields_in(content.start, content.end),
        amount=Amount(value=amounts[0].value, currency=amounts[0].currency) if amounts else None,
        date=dated[0] if dated else None,
        rule=found.rule,
        reasons={"provider" if found.provider else "parties": found.why},
    )
    return Draft(fact, found.trigger.idx)
