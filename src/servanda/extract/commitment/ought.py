"""What both should do, or could begin with: proposed by the one who says so."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.clauses import is_mutual, is_together, stands_under_need
from servanda.extract.commitment.found import Talk, Undertaking, opens_at_report
from servanda.extract.found import is_joint
from servanda.extract.grammar.dependents import auxiliaries, lemmas, without_openers
from servanda.extract.speech import all_who_say, reporter_of

_AREAS = frozenset({"area", "field", "sector", "domain", "avenue", "sphere"})


def ought_of_both(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "The two sides should cooperate against fraud": what the one who speaks proposes to both."""
    if not (_ought(verb) or _could(verb)) or grammar.is_unreal(verb):
        return None
    doer = talk.actors.resolve(grammar.subject_of(verb))
    left, right = grammar.clause_bounds(verb)
    left = without_openers(verb, left)
    text = verb.doc[left : right + 1].text
    both = is_joint(doer) or _is_cooperation(verb) or _is_for_us(verb, text)
    if not both or _is_of_the_world(verb, text):
        return None
    reporter = reporter_of(verb)
    if (
        reporter is not None
        and reporter.i < verb.i
        and act_words().verb_act(reporter.lemma_.lower()) is not None
    ):
        return None
    said_by = grammar.subject_of(reporter) if reporter is not None else None
    speaker = talk.actors.resolve(said_by) if reporter is not None else talk.last_person(verb)
    everybody = all_who_say(reporter, talk.actors) if reporter is not None else None
    if everybody is not None and is_joint(everybody):
        speaker = everybody
    elif len(speaker.parties) != 1:
        return None
    return Undertaking(
        trigger=verb,
        speaker=speaker,
        content=(left, right),
        opens=opens_at_report(verb, left),
        rule=f"commitment/ought:{verb.lemma_.lower()}",
        act="agree" if is_joint(speaker) else "propose",
        why="what both should do",
    )


def shared_areas(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "cited tourism as one of the areas in which the two countries *could cooperate*"."""
    area, words = verb.head, act_words()
    if verb.dep_ != "relcl" or area.lemma_.lower() not in _AREAS:
        return None
    if verb.lemma_.lower() not in words.doing_together | words.working:
        return None
    could = auxiliaries(verb) & {"could", "can", "might", "may"}
    teller = grammar.governing_verb(area)
    if not could or teller is None or grammar.is_unreal(teller):
        return None
    speaker = talk.actors.resolve(grammar.subject_of(teller))
    if not is_joint(talk.actors.resolve(grammar.subject_of(verb))) or not speaker.parties:
        return None
    told = grammar.direct_objects(teller)
    left = min(t.left_edge.i for t in (area, *told))
    return Undertaking(
        trigger=verb,
        speaker=speaker,
        content=(left, grammar.clause_bounds(verb)[1]),
        opens=opens_at_report(verb, left),
        rule=f"commitment/areas:{verb.lemma_.lower()}",
        act="agree" if is_joint(speaker) else "propose",
    )


def _is_of_the_world(verb: Token, text: str) -> bool:
    """As in "should settle their *dispute*"; but "should deepen their *cooperation* for regional peace" is of
    the sides."""
    bonds = lemmas(grammar.direct_objects(verb)) & act_words().bonds
    return not bonds and stance_words().on_world_matter(text)


def _ought(verb: Token) -> bool:
    """As in "*should* cooperate", "*need to* work together"; "have *still* to ratify" tells how far it is."""
    has_to = verb.head.lemma_ == "have" and verb.dep_ == "xcomp"
    if has_to and any(grammar.has_child(t, "advmod", words={"still", "yet"}) for t in (verb, verb.head)):
        return False
    return stands_under_need(verb) or bool(auxiliaries(verb) & stance_words().norms)


def _is_cooperation(verb: Token) -> bool:
    """As in "*cooperation* could begin", "*ties* should be *stepped up*": what both would do, whoever is
    named."""
    subject = grammar.subject_of(verb)
    if subject is None or reporter_of(verb) is None:
        return False
    raised = verb.lemma_.lower() in act_words().raising and grammar.is_passive(verb)
    if raised and subject.lemma_.lower() in act_words().raised:
        return True
    return _could(verb) and subject.lemma_.lower() in act_words().bonds


def _is_for_us(verb: Token, text: str) -> bool:
    """As in "“*We must work together*,” he said"."""
    subject = grammar.subject_of(verb)
    us = subject is not None and subject.lower_ == "we" and _ought(verb)
    return us and reporter_of(verb) is not None and is_together(text)


def _could(verb: Token) -> bool:
    """As in "said that *cooperation could* begin with training", "that the navies *might train* together"."""
    if not auxiliaries(verb) & {"could", "can", "might"} or reporter_of(verb) is None:
        return False
    subject = grammar.subject_of(verb)
    if subject is not None and subject.lemma_.lower() in act_words().bonds:
        return True
    right = grammar.clause_bounds(verb)[1]
    return verb.pos_ == "VERB" and is_mutual(verb.doc[verb.i : right + 1].text)
