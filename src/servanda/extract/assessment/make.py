"""From an evaluation to the fact; whether it is of the cooperation at all."""

from __future__ import annotations

import msgspec
from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.instruments import instrument_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.assessment.found import Valued
from servanda.extract.clauses import is_together
from servanda.extract.facts import Draft
from servanda.extract.found import Scene
from servanda.extract.gate import concerns_another, parties_named
from servanda.extract.grammar.dependents import lemmas
from servanda.extract.speech import reporter_of
from servanda.model.facts import Assessment


def by_the_other_side(found: Valued, scene: Scene) -> Valued:
    """ "*He* thanked the Kenyan minister": whoever "he" is taken for, he is none of those whom he thanks, but
    the other at the table."""
    verb = grammar.governing_verb(found.trigger)
    subject = grammar.subject_of(verb) if verb is not None else None
    if verb is None or not found.of_another or subject is None or subject.lower_ not in {"he", "she"}:
        return found
    reporter = reporter_of(verb)
    said_by = scene.actors.resolve(grammar.subject_of(reporter)) if reporter is not None else None
    if said_by is not None and said_by.person is not None and said_by.person == found.speaker.person:
        return found  # "Minister X said she was delighted that Y had come"
    if len(found.speaker.parties) != 1 or _thanked(found, verb, scene) != set(found.speaker.parties):
        return found
    others = scene.actors.others(found.trigger.idx, found.speaker.parties)
    if len(others) != 1:
        return found
    return msgspec.structs.replace(found, speaker=scene.actors.acted_last_of(others[0], found.trigger.idx))


def _thanked(found: Valued, verb: Token, scene: Scene) -> set[str]:
    """The parties thanked, else those that the words of thanks name."""
    whom = [c for c in verb.children if c.dep_ == "dobj" and c.i != found.trigger.i]
    whom += grammar.prep_objects(found.trigger, "to") + grammar.prep_objects(verb, "to")
    thanked = {code for t in whom if t.pos_ != "PRON" for code in scene.actors.resolve(t).parties}
    words = scene.analysis.quote_tokens(*found.content)
    return thanked or {m.code for m in scene.analysis.parties_in(words.start, words.end)}


def is_of_cooperation(found: Valued, scene: Scene) -> bool:
    """Whether the evaluation concerns another party, and not only the speaker's own affairs."""
    return not _is_about_home(found, scene) and concerns_another(scene, found)


def _is_about_home(found: Valued, scene: Scene) -> bool:
    """What the publishing side says of its own affairs is no assessment of cooperation: no other party
    and nothing done together is named."""
    home = scene.analysis.home
    if home is None or found.speaker.parties != (home,) or found.of_another:
        return False
    if is_together(scene.analysis.quote_tokens(found.left, found.evidence[1]).text):
        return False
    sentence = found.trigger.sent
    if parties_named(scene.analysis, sentence) - {home} or _is_of_a_text(found) or _names_owner(found, scene):
        return False
    return not lemmas(sentence) & stance_words().across_the_table


def _is_of_a_text(found: Valued) -> bool:
    """As in "said that *the agreement* would bring peace": one that the sides have."""
    subject = grammar.subject_of(found.trigger) if found.rule.startswith("assessment/clause") else None
    if subject is None or subject.left_edge.lower_ != "the":
        return False
    return subject.lemma_.lower() in instrument_words().heads - act_words().schemes


def _names_owner(found: Valued, scene: Scene) -> bool:
    """As in "the value of *the Foundation's* experience": the other side by the last word of its name."""
    owners = (t for t in found.trigger.doc[found.left : found.right + 1] if t.dep_ == "poss")
    return any(set(scene.actors.resolve(t).parties) - set(found.speaker.parties) for t in owners)


def draft_of(found: Valued, scene: Scene) -> Draft[Assessment]:
    """The fact itself."""
    analysis = scene.analysis
    fact = Assessment(
        document=analysis.document.name,
        source="",
        evidence=(analysis.quote_tokens(*found.evidence),),
        content=analysis.quote_tokens(*found.content).text,
        polarity=found.polarity,
        holder=found.speaker.parties,
        by=found.speaker.person,
        rule=found.rule,
        reasons={"holder": found.speaker.why},
    )
    return Draft(fact, found.trigger.idx)
