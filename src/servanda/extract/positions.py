"""Positions: a side takes a stance on an international or regional matter.

Reported norms ("disputes should be settled peacefully"), concern, support and opposition. Rests on the
guidelines, section "position"; what the sides should do with each other is a commitment, not a position.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import Actor, Actors
from servanda.extract.analysis import Analysis
from servanda.extract.clauses import is_norm, is_together
from servanda.extract.facts import Draft
from servanda.extract.gate import concerns_another
from servanda.extract.speech import opening, reporter_of, speaker_of
from servanda.model.facts import Position

_RULE = "position"


_PRINCIPLES = frozenset(
    "importance need necessity significance centrality principle respect primacy adherence supremacy right value "
    "observance imperative peace stability security freedom role".split()
)


class _Found(msgspec.Struct, frozen=True):
    trigger: Token
    speaker: Actor
    opens: int
    left: int
    right: int
    rule: str


def positions(analysis: Analysis, actors: Actors) -> list[Draft[Position]]:
    """All positions of a document, in order of the text."""
    reader = _Reader(analysis, actors)
    found: list[_Found] = []
    for sentence in analysis.sentences:
        if not analysis.is_caption(sentence):
            for token in sentence:
                if token.pos_ in {"VERB", "AUX", "NOUN", "ADJ"}:
                    found += [f for f in reader.read(token) if reader.concerns(f)]
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: (f.left, -f.right)):
        if not any(o.left <= one.right and one.left <= o.right for o in kept):
            kept.append(one)
    return [reader.draft(f) for f in kept]


class _Reader:
    def __init__(self, analysis: Analysis, actors: Actors) -> None:
        self.analysis = analysis
        self.actors = actors
        self.words = stance_words()

    def concerns(self, found: _Found) -> bool:
        """Whether the stance is taken before or with another party."""
        return concerns_another(self.analysis, self.actors, found.speaker, found.trigger)

    def read(self, token: Token) -> Iterator[_Found]:
        """Positions whose trigger is this token."""
        if token.pos_ == "NOUN":
            yield from self._noun(token)
            return
        if token.lower_ in {"concerned", "alarmed", "worried"}:
            yield from self._concerned(token)
        if token.pos_ == "ADJ":
            return
        if grammar.is_conditional(token):
            return
        yield from self._clause(token)
        yield from self._verb(token)
        yield from self._stress(token)

    def _clause(self, verb: Token) -> Iterator[_Found]:
        """"agreed that disputes should be settled peacefully", "is not seeking permanent bases"."""
        reporter = reporter_of(verb)
        if reporter is None or grammar.is_negated(reporter):
            return
        left, right = grammar.clause_bounds(verb)
        while left < verb.i and verb.doc[left].lower_ in {"that", ",", "and"}:
            left += 1
        text = verb.doc[left : right + 1].text
        subject = grammar.subject_of(verb)
        doer = self.actors.resolve(subject)
        norm = is_norm(verb)
        if norm and doer.collective and not self.words.on_world_matter(text):
            return
        denial = any(c.dep_ == "neg" for c in verb.children) and self.words.on_world_matter(text)
        future = any(c.lower_ in {"will", "would"} for c in verb.children)
        third = not doer.parties and not is_together(text) and self.words.on_world_matter(text) and verb.lemma_.lower() in {"constitute", "be", "violate", "threaten", "undermine", "remain", "breach", "contravene"}
        stance = norm or third or (denial and not future) or (
            self.words.on_world_matter(text) and verb.lemma_.lower() in self.words.stance_verbs
        )
        if not stance or (norm and not self.words.on_world_matter(text) and doer.parties):
            return
        issue = subject is not None and subject.lemma_.lower() in {"issue", "dispute", "problem", "situation", "conflict", "question", "difference", "matter"}
        if norm and not issue and not self.words.on_world_matter(text):
            return
        if norm and is_together(text) and not self.words.on_world_matter(text):
            return
        speaker, token = speaker_of(reporter, self.actors)
        if not norm and doer.parties and not set(doer.parties) & set(speaker.parties) and set(doer.parties) <= set(self.actors.frame(verb.idx)):
            return
        opens = min(opening(reporter, token), left) if reporter.i < left else left
        yield _Found(verb, speaker, opens, left, right, f"{_RULE}/clause:{verb.lemma_.lower()}")

    def _verb(self, verb: Token) -> Iterator[_Found]:
        """"supports closer cooperation between ...", "condemned the attack", "called for a ceasefire"."""
        lemma = verb.lemma_.lower()
        calls = lemma == "call" and any(c.dep_ == "prep" and c.lower_ == "for" for c in verb.children)
        if not calls and lemma not in self.words.stance_verbs:
            return
        if verb.tag_ == "VB" or grammar.is_planned(verb) or verb.dep_ in {"xcomp", "pcomp", "acl"}:
            return
        objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}] or ([verb] if calls else [])
        if not objects or (grammar.is_negated(verb) and lemma not in {"recognize", "recognise", "support", "accept"}):
            return
        left, right = grammar.clause_bounds(verb)
        text = verb.doc[verb.i : right + 1].text
        speaker, subject = speaker_of(verb, self.actors)
        others = self.actors.others(verb.idx, speaker.parties)
        third = any(m.code not in {*others, *speaker.parties} for m in self.analysis.parties_in(verb.idx, verb.doc[right].idx + len(verb.doc[right])))
        if not self.words.on_world_matter(text) and not third:
            return
        opens = opening(verb, subject)
        yield _Found(verb, speaker, opens, opens, right, f"{_RULE}/verb:{lemma}")

    def _noun(self, noun: Token) -> Iterator[_Found]:
        """"expressed grave concern over attempts to change the status quo", "its support for a two-state"."""
        if noun.lemma_.lower() not in self.words.stance_nouns:
            return
        verb = grammar.governing_verb(noun)
        if verb is None or verb.lemma_.lower() not in act_words().voice or grammar.is_negated(verb):
            return
        if noun.dep_ not in {"dobj", "conj", "nsubjpass"}:
            return
        left = noun.left_edge.i
        right = grammar.trim_right(noun.doc, noun.i, max(noun.right_edge.i, *(c.right_edge.i for c in verb.children if c.dep_ == "prep" and c.i > noun.i), noun.i))
        sentence = verb.sent
        scope = noun.doc[sentence.start : right + 1].text if noun.lemma_ == "concern" else noun.doc[left : right + 1].text
        if noun.lemma_ == "support":
            objects = grammar.prep_objects(noun, "for", "of")
            if not any(self.words.on_world_matter(" ".join(t.text for t in o.subtree)) for o in objects):
                return
        strong = noun.lemma_ in {"concern", "opposition", "condemnation", "alarm"}
        if not self.words.on_world_matter(scope) and (not strong or is_together(scope)):
            return
        speaker, subject = speaker_of(verb, self.actors)
        yield _Found(noun, speaker, opening(verb, subject), left, right, f"{_RULE}/noun:{noun.lemma_}")

    def _concerned(self, word: Token) -> Iterator[_Found]:
        """"were concerned about unilateral action"."""
        verb = word.head if word.dep_ == "acomp" else word
        if grammar.is_negated(verb) or not any(c.dep_ == "prep" and c.lower_ in {"about", "over", "by", "at"} for c in word.children):
            return
        left, right = grammar.clause_bounds(verb)
        if not self.words.on_world_matter(verb.doc[left : right + 1].text):
            return
        speaker, subject = speaker_of(verb, self.actors)
        if grammar.is_passive(verb) and not speaker.parties:
            subject = grammar.subject_of(verb)
            speaker = self.actors.resolve(subject)
        yield _Found(word, speaker, opening(verb, subject), left, right, f"{_RULE}/concerned")

    def _stress(self, verb: Token) -> Iterator[_Found]:
        """"affirmed the importance of a free and open maritime order", "underlined the need to ..."."""
        if verb.lemma_.lower() not in self.words.stressing | {"agree", "reach"} or grammar.is_negated(verb):
            return
        for noun in (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}):
            if noun.lemma_.lower() not in _PRINCIPLES:
                continue
            left, right = noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, noun.right_edge.i)
            text = noun.doc[left : right + 1].text
            speaker, subject = speaker_of(verb, self.actors)
            shared_need = noun.lemma_ in {"need", "necessity"} and len(speaker.parties) > 1 and not is_together(text)
            if not (self.words.on_world_matter(text) or shared_need):
                continue
            yield _Found(verb, speaker, opening(verb, subject), left, right, f"{_RULE}/stress:{noun.lemma_}")

    def draft(self, found: _Found) -> Draft[Position]:
        """The fact itself."""
        content = self.analysis.quote_tokens(found.left, found.right)
        evidence = self.analysis.quote_tokens(min(found.opens, found.left), max(found.right, found.trigger.i))
        return Draft(
            Position(
                document=self.analysis.document.name, source="", evidence=(evidence,), content=content.text,
                holder=found.speaker.parties, by=found.speaker.person, rule=found.rule,
                reasons={"holder": found.speaker.why},
            ),
            found.trigger.idx,
        )  # fmt: skip
