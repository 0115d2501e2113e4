"""Reported clauses that take a stance: "agreed that disputes should be settled peacefully"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.clauses import is_evaluation, is_norm, is_together, stands_under_need
from servanda.extract.found import Found, Scene
from servanda.extract.grammar.dependents import auxiliaries, forms, has_child, lemmas
from servanda.extract.speech import reported_clause, reporter_of, view_of

_NEED = frozenset({"need", "necessity", "alternative"})


def stance_in_a_clause(verb: Token, scene: Scene) -> Found | None:
    """A norm, a denial, a judgement or a lesson on a matter of the world, reported as said by a side."""
    inner = verb.head if stands_under_need(verb) else verb
    reporter = reporter_of(verb)
    if reporter is not None and grammar.is_negated(reporter):
        return None
    clause = (
        view_of(inner, scene.actors) if reporter is None else reported_clause(inner, reporter, scene.actors)
    )
    if clause is None:
        return None
    left, right = clause.content
    text = verb.doc[left : right + 1].text
    subject = grammar.subject_of(verb)
    doer = scene.actors.resolve(subject)
    if is_norm(verb):
        told = _is_norm_for_the_world(verb, text, doer) or _is_norm_for_another(verb, text, doer, scene)
    elif (
        _teaches(verb, subject)
        or _wants_a_way_out(verb, subject)
        or _is_called_wrong(verb, text, doer, scene)
    ):
        told = True
    else:
        told = _takes_sides(verb, text, doer, scene) and not (
            _values(verb, scene) or _tells_of_another(verb, doer, clause.speaker, scene)
        )
    if not told:
        return None
    return Found(verb, clause.speaker, clause.content, clause.opens, f"position/clause:{verb.lemma_.lower()}")


def _is_norm_for_the_world(verb: Token, text: str, doer: Actor) -> bool:
    """As in "disputes should be treated", "the border must be *settled*", not "both should trade"."""
    words, subject = stance_words(), grammar.subject_of(verb)
    if subject is not None and _are_many(subject) and not doer.collective:
        return True
    if words.on_world_matter(text) or _is_solution(subject) or _is_to_be_calm(verb, subject):
        return True
    settled = grammar.is_passive(verb) and verb.lemma_.lower() in words.settling
    issue = settled or (subject is not None and subject.lemma_.lower() in words.issues)
    return issue and not doer.collective and not (is_together(text) and not settled)


def _are_many(subject: Token) -> bool:
    """As in "*Europe* has to", "*no country* should", "*all states* must"."""
    if subject.lower_ in stance_words().of_many:
        return True
    every = forms(subject.lefts) & {"no", "every", "all", "any", "each"}
    return subject.lemma_.lower() in {"country", "state", "nation"} and bool(every)


def _is_solution(subject: Token | None) -> bool:
    """As in "a *solution* must be found so that people can live in *peace*"."""
    words = stance_words()
    if subject is None or subject.lemma_.lower() not in words.solutions:
        return False
    return bool(lemmas(subject.head.subtree) & words.solved)


def _is_to_be_calm(verb: Token, subject: Token | None) -> bool:
    """As in "*calm* must be *restored*", "the *fighting* has to *stop*"."""
    words = stance_words()
    verbs = lemmas([verb, *(c for c in verb.children if c.dep_ == "xcomp")])
    return subject is not None and subject.lemma_.lower() in words.unrest and bool(verbs & words.calming)


def _wants_a_way_out(verb: Token, subject: Token | None) -> bool:
    """As in "there is *need* of a *political solution*", "a *political settlement* is *needed*"."""
    words = stance_words()
    there = [c for c in verb.children if c.dep_ == "attr"]
    wanted = [
        t for need in there if need.lemma_ in _NEED for t in grammar.prep_objects(need, "of", "for", "to")
    ]
    if subject is not None and subject.lemma_.lower() in words.talking and "only" in forms(subject.lefts):
        ended = lemmas(c for c in verb.children if c.dep_ == "dobj") & words.endings
        if ended and "peace" in lemmas(verb.subtree) | ended:
            return True  # "only dialogue would bring lasting peace"
    if any(c.lemma_ in words.solutions and forms(c.lefts) >= {"no", "military"} for c in there):
        return True
    if subject is not None and subject.lemma_.lower() in words.talking and lemmas(there) & words.ways:
        return verb.lemma_ in {"be", "remain"}
    if verb.lemma_ in {"need", "require"} and subject is not None:
        wanted.append(subject)
    calm = any(t.lemma_.lower() in {"ceasefire", "truce", "armistice", "de-escalation"} for t in wanted)
    return calm or any(words.is_way_out(t.lemma_.lower(), forms(t.lefts)) for t in wanted)


def _is_norm_for_another(verb: Token, text: str, doer: Actor, scene: Scene) -> bool:
    """As in "*Russia* must end its war": what a party that is not at the table ought to do."""
    seated = set(scene.actors.frame(verb.idx))
    outside = bool(doer.parties) and not seated & set(doer.parties) and not doer.person
    return outside and not doer.collective and not is_together(text)


def _teaches(verb: Token, subject: Token | None) -> bool:
    """As in "*the war in Ukraine* has shown that air defence is critical"."""
    if subject is None or verb.lemma_.lower() not in stance_words().teaching:
        return False
    return has_child(verb, "ccomp") and stance_words().on_world_matter(grammar.phrase(subject).text)


def _is_called_wrong(verb: Token, text: str, doer: Actor, scene: Scene) -> bool:
    """As in "its conduct *was unacceptable*", of one who is not at the table; "the tests pose *a threat*"."""
    words = stance_words()
    if verb.lemma_.lower() not in words.judging | {"pose", "represent", "become"}:
        return False
    subject = grammar.phrase(grammar.subject_of(verb) or verb)
    told_of = {
        *doer.parties,
        *(m.code for m in scene.analysis.parties_in(subject.start_char, subject.end_char)),
    }
    if told_of and told_of <= set(scene.actors.frame(verb.idx)):
        return False
    predicate = [t for c in verb.children if c.dep_ in {"attr", "acomp", "dobj"} for t in (c, *c.children)]
    wrong = bool(forms(predicate) & words.wrong)
    danger = bool(lemmas(predicate) & words.dangers)
    return (wrong or danger) and (bool(told_of) or words.on_world_matter(text))


def _takes_sides(verb: Token, text: str, doer: Actor, scene: Scene) -> bool:
    """As in "it *supports* the ceasefire", "it seeks *no* bases", "the tests *threaten* regional peace"."""
    words, lemma = stance_words(), verb.lemma_.lower()
    if not words.on_world_matter(_without_the_table(text, verb, scene)):
        return False
    if (lemma in words.stance_verbs and not _will_back(verb)) or _shares_a_stake(verb):
        return True
    ahead = forms(verb.children) & {"will", "would"}
    if has_child(verb, "neg") and (not ahead or lemma in words.withheld):
        return True
    subject = grammar.subject_of(verb)
    of_the_world = subject is not None and words.on_world_matter(grammar.phrase(subject).text)
    seated = set(doer.parties) & set(scene.actors.frame(verb.idx))
    return lemma in words.judging and not seated and (of_the_world or not is_together(text))


def _without_the_table(text: str, verb: Token, scene: Scene) -> str:
    """The text without the names of those at the table: with Afghanistan, Afghanistan is no matter of the
    world."""
    left, right = grammar.clause_bounds(verb)
    seated = set(scene.actors.frame(verb.idx))
    for mention in scene.analysis.parties_in(*grammar.text_between(verb.doc, left, right)):
        if mention.code in seated:
            text = text.replace(scene.analysis.text[mention.start : mention.end], "")
    return text


def _shares_a_stake(verb: Token) -> bool:
    """As in "*share an interest* in a free and open ocean"."""
    shared = (c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in stance_words().stakes)
    return verb.lemma_ in {"share", "have"} and any(has_child(c, "prep") for c in shared)


def _values(verb: Token, scene: Scene) -> bool:
    """As in "their *teamwork is crucial* to the region": the cooperation is valued, no stance is taken."""
    return verb.lemma_ == "be" and not is_norm(verb) and is_evaluation(verb, scene.analysis)


def _will_back(verb: Token) -> bool:
    """As in "*will support* the bid": what a side will do for another is a pledge."""
    return verb.lemma_.lower() in act_words().backing and bool(auxiliaries(verb) & {"will", "would", "shall"})


def _tells_of_another(verb: Token, doer: Actor, speaker: Actor, scene: Scene) -> bool:
    """As in "Japan said that *Sri Lanka* supports ...": what another at the table holds, it says itself."""
    if not doer.parties or set(doer.parties) & set(speaker.parties):
        return False
    return set(doer.parties) <= set(scene.actors.frame(verb.idx))
