"""What is done with the other side's help ("built with German funding"), or together with it ("implemented in
collaboration with UNDP")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.analysis import unique

_BEHIND = frozenset({"with", "through", "under", "from"})
_NEAR = 8
"""Words before a participle among which the thing stands that it tells of."""


def with_help(noun: Token, scene: Scene) -> Iterator[Found]:
    """As in "is being implemented *with the assistance* of the ADB", "set up with Indian *grant* aid"."""
    words, giver_before = activity_words(), _government_before(noun)
    verb = (giver_before or noun).head.head
    behind = noun.dep_ == "pobj" and (giver_before or noun).head.lower_ in _BEHIND
    if not behind or not words.is_help(noun.lemma_.lower()):
        return
    if not _is_done(verb) or verb.lemma_.lower() not in words.backed:
        return
    named = scene.named(noun.left_edge.i, noun.right_edge.i)
    giver = unique(m.code for m in named if m.form != "capital")
    thing = _thing(verb)
    left, right = clause_with(verb, thing)
    taker = _taker(verb, (left, right), giver, scene)
    if len(giver) == len(taker) == 1 and giver != (scene.analysis.home,):
        yield Found(
            trigger=verb,
            left=left,
            right=max(right, noun.i),
            rule=f"activity/with-help:{verb.lemma_.lower()}",
            provider=giver,
            recipient=taker,
            why="with the help of the party that is named",
        )


def _government_before(noun: Token) -> Token | None:
    """ "with |Government| of India's *assistance*", on which the parser hangs the help."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    owner = above is not None and above.lower_ in {"government", "people", "kingdom"} and above.dep_ == "pobj"
    return above if owner else None


def in_collaboration(noun: Token, scene: Scene) -> Iterator[Found]:
    """As in "the campaign was run by the ministry *in collaboration with* FAO": no meeting, a common work."""
    words = activity_words()
    verb, partners = noun.head.head, grammar.prep_objects(noun, "with")
    if noun.lemma_.lower() not in words.collaboration or noun.head.lower_ != "in" or not partners:
        return
    subject = grammar.subject_of(verb) if grammar.is_verbal(verb) else None
    if subject is None or not _is_done(verb) or subject.lemma_.lower() not in words.common_works:
        return
    doers = scene.doer(verb).parties or ((scene.analysis.home,) if scene.analysis.home else ())
    others = unique(p for t in partners for p in scene.actors.resolve(t).parties if p not in doers)
    if doers and others:
        left, right = clause_with(verb, subject)
        rule = f"activity/done:{verb.lemma_.lower()}"
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=rule,
            parties=unique([*doers, *others]),
            why="in collaboration",
        )


def _is_done(verb: Token) -> bool:
    """As in "was built with", "is being run with", "built with"; not "will be", "could be"."""
    if not grammar.is_verbal(verb) or grammar.is_unreal(verb) or grammar.is_planned(verb):
        return False
    ahead = any(c.dep_ == "aux" and c.tag_ in {"MD", "TO"} for c in verb.children)
    return (grammar.is_passive(verb) or _is_participle(verb)) and not ahead


def _is_participle(verb: Token) -> bool:
    """As in "the barracks in Accra, *built* with": no verb with a subject or an object of its own."""
    bare = not grammar.has_subject(verb) and not grammar.objects_of(verb)
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and bare


def _thing(verb: Token) -> Token | None:
    """What is built or run: of "the barracks in Accra, *built* with" the barracks."""
    if not _is_participle(verb):
        return grammar.subject_of(verb)
    words = activity_words()
    before = reversed(verb.doc[max(verb.sent.start, verb.i - _NEAR) : verb.i])
    return next((t for t in before if t.lemma_.lower() in words.works | words.gifts), verb.head)


def _taker(verb: Token, clause: tuple[int, int], giver: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """The other state named in the clause, else the other side."""
    named = scene.named(*clause)
    others = unique(m.code for m in named if m.code not in giver and len(m.code) == len("XX"))
    return others if len(others) == 1 else scene.other_side(verb, giver)
