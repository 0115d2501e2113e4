"""Assessments: a side says what the cooperation or the other side is worth.

Thanks, praise, satisfaction, statements of importance. Rests on the guidelines, section "assessment" and
borderline cases 2, 8 and 10: what only the narrator decorates is nothing, so a speaker must be known.
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
from servanda.extract.clauses import has_praise, is_evaluation, is_together
from servanda.extract.facts import Draft
from servanda.extract.gate import concerns_another
from servanda.extract.speech import opening, reporter_of, speaker_of
from servanda.model.facts import Assessment, Polarity

_RULE = "assessment"


_WELCOMED = frozenset({"partnership", "progress", "cooperation", "support", "opportunity", "outcome", "result", "contribution", "interest", "visit", "initiative", "growth", "development"})
"""What a side that "welcomes" it calls good by that word alone."""
_DWELLING = frozenset({"deliberate", "dwell", "elaborate", "reflect"})


class _Found(msgspec.Struct, frozen=True):
    trigger: Token
    speaker: Actor
    opens: int
    left: int
    right: int
    rule: str
    polarity: Polarity = "positive"


def assessments(analysis: Analysis, actors: Actors) -> list[Draft[Assessment]]:
    """All assessments of a document, in order of the text."""
    reader = _Reader(analysis, actors)
    found: list[_Found] = []
    for sentence in analysis.sentences:
        if not analysis.is_caption(sentence):
            for token in sentence:
                found += list(reader.read(token))
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: (f.left, -f.right)):
        goes_on = any(one.trigger.dep_ == "conj" and one.trigger.head.i == o.trigger.i and one.speaker == o.speaker for o in kept)
        if not goes_on and not any(o.left <= one.trigger.i <= o.right and one.left <= o.right for o in kept):
            kept.append(one)
    return [reader.draft(f) for f in sorted(kept, key=lambda f: f.trigger.i)]


class _Reader:
    def __init__(self, analysis: Analysis, actors: Actors) -> None:
        self.analysis = analysis
        self.actors = actors
        self.words = stance_words()

    def read(self, token: Token) -> Iterator[_Found]:
        """Assessments whose trigger is this token and that concern another party."""
        for found in self._read(token):
            if self._is_about_home(found):
                continue
            if concerns_another(self.analysis, self.actors, found.speaker, found.trigger):
                yield found

    def _is_about_home(self, found: _Found) -> bool:
        """What the publishing side says of its own affairs is no assessment of cooperation: no other party
        and nothing done together is named."""
        home = self.analysis.home
        if home is None or found.speaker.parties != (home,):
            return False
        content = self.analysis.quote_tokens(found.left, max(found.right, found.trigger.i))
        if is_together(content.text) or found.rule.split("/")[1].split(":")[0] in {"feeling", "feels"} or found.rule.endswith(("value:thank", "value:appreciate")):
            return False
        sentence = found.trigger.sent
        parties = {m.code for m in self.analysis.parties_in(sentence.start_char, sentence.end_char)}
        people = {p.party for _, p in self.analysis.names_in(sentence.start_char, sentence.end_char)}
        roles = {t.lemma_.lower() for t in sentence} & {"guest", "host", "visitor", "ambassador", "counterpart", "side"}
        return not (parties - {home} or {p for p in people if p} - {home} or roles)

    def _read(self, token: Token) -> Iterator[_Found]:
        if token.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"} and token.tag_ not in {"VBN", "VBG"}:
            return
        lemma = token.lemma_.lower()
        if token.pos_ in {"VERB", "AUX"}:
            if grammar.is_negated(token) or grammar.is_conditional(token):
                return
            yield from self._valuing(token, lemma)
            yield from self._highly(token, lemma)
            yield from self._stress(token, lemma)
            yield from self._calling(token, lemma)
            yield from self._clause(token)
        elif token.pos_ == "NOUN":
            yield from self._feeling(token, lemma)
        elif token.lower_ in self.words.feeling_adjectives and token.dep_ in {"acomp", "ROOT", "ccomp"}:
            yield from self._feeling_adjective(token)

    def _valuing(self, verb: Token, lemma: str) -> Iterator[_Found]:
        """"thanked the host for ...", "praised the results"."""
        bad = lemma in self.words.devaluing
        if lemma not in self.words.valuing and not bad:
            return
        if not any(c.dep_ in {"dobj", "nsubjpass", "ccomp", "prep"} for c in verb.children):
            return
        if lemma in {"value", "credit", "salute", "hail"} and not any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children):
            return
        speaker, subject = speaker_of(verb, self.actors)
        right = self._end(verb)
        polarity: Polarity = "negative" if bad else "positive"
        yield _Found(verb, speaker, opening(verb, subject), verb.i, right, f"{_RULE}/value:{lemma}", polarity)

    def _highly(self, verb: Token, lemma: str) -> Iterator[_Found]:
        """"spoke highly of", "attaches importance to", "sets store by", "takes pride in"."""
        near = {t.lower_ for c in verb.children if c.dep_ in {"dobj", "advmod", "prep", "acomp"} for t in c.subtree}
        is_high = (
            (lemma in {"speak", "think"} and near & {"highly", "warmly"})
            or (lemma in {"attach", "set", "place", "lay", "accord", "give"} and near & {"importance", "store", "significance", "priority", "emphasis"})
            or (lemma == "take" and near & {"pride"})
        )
        if not is_high:
            return
        speaker, subject = speaker_of(verb, self.actors)
        yield _Found(verb, speaker, opening(verb, subject), opening(verb, subject), self._end(verb), f"{_RULE}/highly:{lemma}")

    def _stress(self, verb: Token, lemma: str) -> Iterator[_Found]:
        """"highlighted the importance of ...", "emphasised the enduring friendship"."""
        if lemma not in self.words.stressing | _DWELLING:
            return
        objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "obj"}]
        if lemma in _DWELLING:
            objects = grammar.prep_objects(verb, "on", "about", "upon")
        for noun in objects:
            worthy = [n for n in grammar.with_conjuncts(noun) if self._is_worth(n) or (lemma == "welcome" and n.lemma_.lower() in _WELCOMED)]
            if not worthy:
                continue
            left, right = noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, noun.right_edge.i)
            if self.words.on_world_matter(noun.doc[left : right + 1].text):
                return
            speaker, subject = speaker_of(verb, self.actors)
            yield _Found(verb, speaker, opening(verb, subject), left, right, f"{_RULE}/stress:{lemma}:{noun.lemma_}")
            return

    def _is_worth(self, noun: Token) -> bool:
        lemma = noun.lemma_.lower()
        if lemma not in self.words.worth:
            return False
        return lemma not in self.words.worth_needs_praise or has_praise(noun)

    def _calling(self, verb: Token, lemma: str) -> Iterator[_Found]:
        """"described the relationship as exemplary", "was identified as a key area", "called it vital"."""
        if lemma not in self.words.calling:
            return
        behind = [
            n for c in verb.children
            if (c.dep_ == "prep" and c.lower_ == "as") or c.dep_ in {"oprd", "attr", "xcomp", "ccomp"}
            for n in ([c] if c.dep_ != "prep" else list(c.children))
        ]  # fmt: skip
        behind += [n for t in verb.subtree if t.dep_ == "prep" and t.lower_ == "as" for n in t.children]
        if lemma in {"call", "consider", "deem", "term", "label"}:
            behind += [c for o in verb.children if o.dep_ in {"dobj", "nsubjpass"} for c in o.rights]
        good = any(
            t.lower_ in self.words.praise or t.lemma_.lower() in self.words.praising_nouns for n in behind for t in n.subtree
        )
        if not good:
            return
        speaker, subject = speaker_of(verb, self.actors)
        left, right = grammar.clause_bounds(verb)
        if grammar.is_passive(verb) and not speaker.parties:
            frame = self.actors.frame(verb.idx)
            if reporter_of(verb) is not None or verb.dep_ != "ROOT" or not self.actors.is_seated(verb.idx):
                return
            speaker = Actor(frame, None, len(frame) > 1, "said without naming who: all at the table")
            yield _Found(verb, speaker, left, left, right, f"{_RULE}/called:{lemma}")
            return
        yield _Found(verb, speaker, opening(verb, subject), opening(verb, subject), right, f"{_RULE}/call:{lemma}")

    def _clause(self, verb: Token) -> Iterator[_Found]:
        """A reported clause that evaluates: "emphasised that ... is one of the pillars"."""
        reporter = reporter_of(verb)
        if reporter is None or act_words().verb_act(reporter.lemma_.lower()) is not None:
            return
        if grammar.is_negated(reporter) or grammar.is_conditional(reporter):
            return
        if not is_evaluation(verb, self.analysis):
            return
        speaker, subject = speaker_of(reporter, self.actors)
        left, right = grammar.clause_bounds(verb)
        while left < verb.i and verb.doc[left].lower_ in {"that", ","}:
            left += 1
        opens = min(opening(reporter, subject), left) if reporter.i < left else left
        yield _Found(verb, speaker, opens, left, right, f"{_RULE}/clause:{verb.lemma_.lower()}")

    def _feeling(self, noun: Token, lemma: str) -> Iterator[_Found]:
        """"expressed satisfaction with ...", "voiced his high regard for ..."."""
        bad = lemma in self.words.ill_feelings
        if lemma not in self.words.feelings and not bad:
            return
        verb = grammar.governing_verb(noun)
        if verb is None or noun.dep_ not in {"dobj", "conj", "nsubjpass", "pobj"}:
            return
        if verb.lemma_.lower() not in act_words().voice or grammar.is_negated(verb) or grammar.is_conditional(verb):
            return
        if lemma in {"regard", "acknowledgement", "acknowledgment"} and not has_praise(noun) and "high" not in {t.lower_ for t in noun.lefts}:
            return
        speaker, subject = speaker_of(verb, self.actors)
        right = grammar.trim_right(noun.doc, noun.i, max(noun.right_edge.i, self._end(verb)))
        polarity: Polarity = "negative" if bad else "positive"
        yield _Found(noun, speaker, opening(verb, subject), noun.left_edge.i, right, f"{_RULE}/feeling:{lemma}", polarity)

    def _feeling_adjective(self, word: Token) -> Iterator[_Found]:
        """"was grateful for the support", "is pleased with the progress"."""
        if not any(c.dep_ in {"prep", "ccomp", "xcomp"} for c in word.children):
            return
        verb = word.head if word.dep_ == "acomp" else word
        if grammar.is_negated(verb) or grammar.is_conditional(verb):
            return
        if any(c.dep_ == "xcomp" for c in word.children) and not any(c.dep_ in {"prep", "ccomp"} for c in word.children):
            return
        speaker, subject = speaker_of(verb, self.actors)
        right = grammar.trim_right(word.doc, word.i, max(word.right_edge.i, verb.right_edge.i))
        yield _Found(word, speaker, opening(verb, subject), word.i, right, f"{_RULE}/feels:{word.lower_}")

    def _end(self, verb: Token) -> int:
        """Last token of what hangs on the verb to its right, less clauses that begin a new statement."""
        right = verb.i
        for child in verb.children:
            if child.i > verb.i and child.dep_ not in {"punct", "conj", "cc", "advcl", "parataxis"}:
                right = max(right, child.right_edge.i)
        return grammar.trim_right(verb.doc, verb.i, right)

    def draft(self, found: _Found) -> Draft[Assessment]:
        """The fact itself."""
        content = self.analysis.quote_tokens(found.left, found.right)
        evidence = self.analysis.quote_tokens(min(found.opens, found.left, found.trigger.i), max(found.right, found.trigger.i))
        return Draft(
            Assessment(
                document=self.analysis.document.name, source="", evidence=(evidence,), content=content.text,
                polarity=found.polarity, holder=found.speaker.parties, by=found.speaker.person,
                rule=found.rule, reasons={"holder": found.speaker.why},
            ),
            found.trigger.idx,
        )  # fmt: skip
