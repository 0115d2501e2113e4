"""What something is called: "described the relationship as exemplary", "was identified as a key area"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.assessment.found import Valued
from servanda.extract.found import Scene
from servanda.extract.grammar.dependents import forms, has_child
from servanda.extract.speech import opening, reporter_of, speaker_of


def called(verb: Token, scene: Scene) -> Valued | None:
    """As in "Japan called the partnership *vital*"."""
    bad = not _calls_good(verb) and _calls_bad(verb)
    if not (bad or _calls_good(verb)):
        return None
    speaker, subject = speaker_of(verb, scene.actors)
    if grammar.is_passive(verb) and not speaker.parties:
        return None
    opens = opening(verb, subject)
    content = (opens, grammar.clause_bounds(verb)[1])
    rule = f"assessment/call:{verb.lemma_.lower()}"
    return Valued(verb, speaker, content, opens, rule, "negative" if bad else "positive")


def named_without_speaker(verb: Token, scene: Scene) -> Valued | None:
    """As in "training was identified *as a key area*", told of talks: by all at the table."""
    if not grammar.is_passive(verb) or verb.dep_ != "ROOT" or not _calls_good(verb):
        return None
    if speaker_of(verb, scene.actors)[0].parties or reporter_of(verb) is not None:
        return None
    if not scene.actors.is_seated(verb.idx):
        return None
    speaker = scene.everybody(verb.idx, "said without naming who: all at the table")
    left, right = grammar.clause_bounds(verb)
    return Valued(verb, speaker, (left, right), left, f"assessment/called:{verb.lemma_.lower()}")


def _calls_good(verb: Token) -> bool:
    words = stance_words()
    if verb.lemma_.lower() not in words.calling:
        return False
    if any(_could_be_shared(t) for name in _names(verb) for t in name.subtree):
        return False
    nouns = words.praising_nouns | words.calling_nouns
    return any(
        t.lower_ in words.praise or t.lemma_.lower() in nouns for name in _names(verb) for t in name.subtree
    )


def _could_be_shared(clause: Token) -> bool:
    """ "identified energy as an area where both *could work* together": what is proposed."""
    return clause.dep_ == "relcl" and bool(forms(clause.children) & {"could", "can", "might", "may"})


def _calls_bad(verb: Token) -> bool:
    """As in "described the delays as *unfortunate*"; what is said of a matter of the world is a position."""
    words = stance_words()
    if verb.lemma_.lower() not in words.calling or words.on_world_matter(verb.sent.text):
        return False
    return any(t.lower_ in words.blame for name in _names(verb) for t in name.subtree)


def _names(verb: Token) -> Iterator[Token]:
    """What the verb calls something: "described it as *a pillar*", "called it *vital*", "deemed *vital*",
    "called cooperation in space *vital*"."""
    yield from (c for c in verb.children if c.dep_ in {"oprd", "attr", "xcomp", "ccomp"} and c.i > verb.i)
    yield from (
        n for t in verb.subtree if t.dep_ == "prep" and t.lower_ in {"as", "among"} for n in t.children
    )
    if verb.lemma_ == "see" and has_child(verb, "prep", words={"in"}):  # "sees in them one of the pillars"
        yield from (c for c in verb.children if c.dep_ == "dobj")
    yield from (c for c in verb.children if c.dep_ == "advcl" and c.pos_ == "ADJ" and "as" in forms(c.lefts))
    if verb.lemma_.lower() in stance_words().calling_plainly:
        yield from (c for o in verb.children if o.dep_ in {"dobj", "nsubjpass"} for c in o.rights)
        yield from [c for c in verb.children if c.dep_ == "dobj"][1:]
        yield from (t for t in verb.subtree if t.dep_ == "amod" and verb.i < t.head.i < t.i)
