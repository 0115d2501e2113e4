"""Activities: cooperation reported as done or going on.

Rests on the guidelines, section "activity" and borderline case 8. What one party does alone at home is
none: two parties must show, as giver and taker, together, or at the table.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis, unique
from servanda.extract.facts import Draft
from servanda.extract.numbers import find_amounts
from servanda.extract.speech import speaker_of
from servanda.model.facts import Activity, Amount

_RULE = "activity"


class _Found(msgspec.Struct, frozen=True, kw_only=True):
    trigger: Token
    left: int
    right: int
    rule: str
    provider: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    why: str = ""


def activities(analysis: Analysis, actors: Actors) -> list[Draft[Activity]]:
    """All activities of a document, in order of the text."""
    reader = _Reader(analysis, actors)
    found: list[_Found] = []
    for sentence in analysis.sentences:
        if analysis.is_caption(sentence):
            continue
        for token in sentence:
            found += list(reader.read(token))
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: (f.left, -f.right)):
        last = kept[-1] if kept else None
        if last is not None and one.rule.startswith(f"{_RULE}/done") and _goes_on(last, one):
            kept[-1] = msgspec.structs.replace(last, right=max(last.right, one.right))
        elif not any(o.left <= one.trigger.i <= o.right for o in kept):
            kept.append(one)
    return [reader.draft(f) for f in sorted(kept, key=lambda f: f.trigger.i)]


def _goes_on(last: _Found, one: _Found) -> bool:
    """Deeds of both told in one sentence, joined by "and", are one activity."""
    joined = one.trigger.dep_ in {"conj", "ccomp"} or last.trigger.dep_ in {"ccomp", "conj"}
    return last.rule.startswith(f"{_RULE}/done") and last.parties == one.parties and last.trigger.sent == one.trigger.sent and joined


class _Reader:
    def __init__(self, analysis: Analysis, actors: Actors) -> None:
        self.analysis = analysis
        self.actors = actors
        self.words = activity_words()

    def read(self, token: Token) -> Iterator[_Found]:
        """Activities whose trigger is this token."""
        if token.pos_ in {"VERB", "AUX"}:
            if grammar.is_negated(token) or grammar.is_conditional(token) or grammar.is_planned(token):
                return
            going_on = token.tag_ == "VBG" and any(c.lemma_ == "be" and c.dep_ == "aux" for c in token.children)
            if any(c.dep_ == "aux" and c.tag_ == "MD" for c in token.children) or (token.tag_ in {"VB", "VBG"} and not going_on):
                return
            lemma = token.lemma_.lower()
            yield from self._results(token, lemma)
            yield from self._giving(token, lemma)
            yield from self._done(token, lemma)
        elif token.pos_ == "NOUN":
            yield from self._going_on(token)
            yield from self._granted(token)
            yield from self._thanked(token)

    def _results(self, verb: Token, lemma: str) -> Iterator[_Found]:
        """"has obtained positive results in such fields as ..."."""
        if lemma not in self.words.obtaining:
            return
        if not any(n.lemma_.lower() in self.words.results for n in grammar.objects_of(verb)):
            return
        if not any(c.dep_ == "prep" and c.lower_ in {"in", "across", "such"} for n in [verb, *grammar.objects_of(verb)] for c in n.children):
            return
        frame = self._frame(verb)
        left, right = grammar.clause_bounds(verb)
        subject = grammar.subject_of(verb)
        if subject is not None and subject.i < left and subject.sent == verb.sent and verb.dep_ != "conj":
            left = subject.left_edge.i
        if len(frame) > 1:
            yield _Found(trigger=verb, left=left, right=right, rule=f"{_RULE}/results", parties=frame, why="results of both")

    def _frame(self, token: Token) -> tuple[str, ...]:
        sentence = token.sent
        named = unique(m.code for m in self.analysis.parties_in(sentence.start_char, sentence.end_char) if len(m.code) == 2)
        return named if len(named) == 2 else self.actors.frame(token.idx)

    def _giving(self, verb: Token, lemma: str) -> Iterator[_Found]:
        """"Japan provided two patrol vessels", "were donated by Viet Nam", "French officers taught ..."."""
        if lemma not in self.words.giving:
            return
        doer = grammar.doer_of(verb)
        giver = self.actors.resolve(doer)
        if grammar.is_passive(verb) and doer is None:
            yield from self._received(verb, lemma)
            return
        objects = grammar.objects_of(verb)
        words = {t.lemma_.lower() for o in objects for t in [o, *o.lefts]}
        people = lemma in {"train", "teach", "help", "assist", "support"}
        taught = people and any(c.dep_ == "ccomp" for c in verb.children)
        if not (objects or taught) or not (people or words & self.words.gifts):
            return
        if len(giver.parties) != 1 and not (giver.parties and all(len(p) > 0 for p in giver.parties)):
            return
        left, right = grammar.clause_bounds(verb)
        if doer is not None and doer.sent == verb.sent and doer.i < left:
            left = doer.left_edge.i
        doc = verb.doc
        span = (doc[left].idx, doc[right].idx + len(doc[right]))
        taker = unique(
            m.code for m in self.analysis.parties_in(*span)
            if m.code not in giver.parties and len(m.code) == 2 and m.start > verb.idx
        ) or self._other_side(verb, giver.parties)  # fmt: skip
        if not taker or giver.collective:
            return
        yield _Found(trigger=verb, left=left, right=right, rule=f"{_RULE}/giving:{lemma}", provider=giver.parties, recipient=taker[:1], why=giver.why)

    def _other_side(self, verb: Token, giver: tuple[str, ...]) -> tuple[str, ...]:
        """The taker when none is named: the other side at the table, or the country whose press tells it."""
        if self.actors.is_seated(verb.idx):
            return self.actors.others(verb.idx, giver)
        home = self.analysis.home
        return (home,) if home and home not in giver else ()

    def _received(self, verb: Token, lemma: str) -> Iterator[_Found]:
        """"were handed over to the Philippine Navy", "are being trained in Japan": the giver is not the
        subject of a sentence, but the taker or the place is named."""
        subject = grammar.subject_of(verb)
        if subject is None:
            return
        left, right = grammar.clause_bounds(verb)
        left = min(left, subject.left_edge.i) if subject.sent == verb.sent else left
        words = {t.lemma_.lower() for t in [subject, *subject.lefts, *subject.conjuncts]}
        if lemma in {"train", "teach"}:
            taker = self.actors.resolve(subject).parties
            place = [m.code for t in grammar.prep_objects(verb, "in", "by", "at") if (m := self.analysis.party_of(t)) is not None]
            giver = unique(p for p in place if p not in taker) or self.actors.others(verb.idx, taker)
        else:
            if not words & self.words.gifts:
                return
            taker = unique(p for t in grammar.prep_objects(verb, "to") for p in self.actors.resolve(t).parties)
            owner = self.analysis.parties_in(subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge))
            giver = unique(m.code for m in owner if m.code not in taker) or self.actors.others(verb.idx, taker)
        if len(taker) == 1 and len(giver) == 1:
            yield _Found(trigger=verb, left=left, right=right, rule=f"{_RULE}/received:{lemma}", provider=giver, recipient=taker, why="the other side gives")

    def _thanked(self, noun: Token) -> Iterator[_Found]:
        """Thanks or praise for a named help is an activity too: "thanked Japan for its support in ..."."""
        if noun.lemma_.lower() not in {"support", "assistance", "help", "aid", "contribution"} or noun.dep_ == "compound":
            return
        named = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"in", "during", "towards", "toward", "for", "to"}]
        if not named:
            return
        stances = stance_words()
        thanks = any(t.lemma_.lower() in stances.valuing | stances.feelings for t in noun.ancestors)
        if not thanks:
            return
        verb = grammar.governing_verb(noun)
        if verb is None or grammar.is_negated(verb):
            return
        while verb.head is not verb and verb.pos_ not in {"VERB"}:
            verb = verb.head
        speaker, _ = speaker_of(verb, self.actors)
        if len(speaker.parties) != 1:
            return
        owner = self.actors.resolve(grammar.possessor_of(noun))
        giver = tuple(p for p in owner.parties if p not in speaker.parties) or self.actors.others(noun.idx, speaker.parties)
        left, right = noun.left_edge.i, grammar.content_end(noun)
        if len(giver) == 1:
            yield _Found(trigger=noun, left=left, right=right, rule=f"{_RULE}/thanked", provider=giver, recipient=speaker.parties, why="thanked for it")

    def _granted(self, noun: Token) -> Iterator[_Found]:
        """"a grant of 600 million yen for coastal radars", "a Japanese loan of ..."."""
        if noun.lemma_.lower() not in {"grant", "loan", "donation", "credit", "fund", "assistance", "aid", "package"} or noun.dep_ == "compound":
            return
        left, right = noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, noun.right_edge.i)
        doc = noun.doc
        start, end = doc[left].idx, doc[right].idx + len(doc[right])
        amounts = find_amounts(self.analysis.text[start:end])
        verb = grammar.governing_verb(noun)
        if not amounts or (verb is not None and (grammar.is_negated(verb) or grammar.is_planned(verb) or grammar.is_conditional(verb) or any(c.tag_ == "MD" for c in verb.children))):
            return
        if verb is not None and verb.lemma_.lower() in {"pledge", "promise", "offer", "propose", "request", "ask", "seek", "announce"}:
            return
        frame = self.actors.frame(noun.idx)
        named = [m.code for m in self.analysis.parties_in(start, end) if m.code in frame]
        giver = unique(named[:1]) or tuple(p for p in frame if p == amounts[0].currency[:2])
        if len(giver) == 1 and len(frame) > 1:
            taker = self.actors.others(noun.idx, giver)
            yield _Found(trigger=noun, left=left, right=right, rule=f"{_RULE}/granted", provider=giver, recipient=taker[:1], why="the currency or the name of the giver")

    def _done(self, verb: Token, lemma: str) -> Iterator[_Found]:
        """"Delegations have been exchanged", "the two sides have worked together in ...", "many projects
        between the two ministries have been implemented", "engage in annual bilateral trade"."""
        collective = lemma not in self.words.mutual
        if collective and (lemma in _NO_DEED or grammar.is_passive(verb)):
            return
        left, right = grammar.clause_bounds(verb)
        subject = grammar.subject_of(verb)
        if subject is not None and subject.sent == verb.sent and subject.i < left:
            left = subject.left_edge.i
        perfect = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
        text = verb.doc[left : right + 1].text.lower()
        actor = self.actors.resolve(grammar.doer_of(verb))
        both = actor.collective or len(actor.parties) > 1
        between = "between" in text or "bilateral" in text or "joint" in text
        if grammar.is_passive(verb):
            if not perfect or not (between or lemma == "exchange" or self._frame_named(verb)):
                return
            frame = self._frame(verb)
        else:
            if not both or collective and not (perfect and any(c.dep_ == "dobj" for c in verb.children)):
                return
            if not (perfect or lemma in {"engage", "trade", "cooperate", "collaborate"}):
                return
            frame = actor.parties
        if subject is not None and subject.lemma_.lower() in {"promise", "pledge", "commitment", "agreement", "talk", "meeting", "visit", "discussion"}:
            return
        objects = {o.lemma_.lower() for o in grammar.objects_of(verb)}
        if objects & {"view", "talk", "discussion", "opinion", "greeting", "memorandum", "mou", "agreement", "commitment", "meeting", "remark", "pleasantry", "conversation", "relation", "tie", "document", "note"}:
            return
        if lemma == "engage" and any(t.lemma_.lower() in {"discussion", "dialogue", "talk", "conversation", "negotiation"} for t in grammar.prep_objects(verb, "in")):
            return
        if lemma == "engage" and not any(t.lemma_.lower() in {"trade", "cooperation", "activity", "exercise", "project"} for t in verb.subtree):
            return
        if len(frame) > 1:
            yield _Found(trigger=verb, left=left, right=right, rule=f"{_RULE}/done:{lemma}", parties=frame, why=actor.why)

    def _frame_named(self, verb: Token) -> bool:
        sentence = verb.sent
        return len({m.code for m in self.analysis.parties_in(sentence.start_char, sentence.end_char)}) > 1

    def _going_on(self, noun: Token) -> Iterator[_Found]:
        """"ongoing development projects with Viet Nam's support", "Japanese investments in Sri Lanka"."""
        if noun.lemma_.lower() not in self.words.going_on or noun.dep_ == "compound":
            return
        left, right = noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, noun.right_edge.i)
        doc = noun.doc
        start, end = doc[left].idx, doc[right].idx + len(doc[right])
        inside = unique(m.code for m in self.analysis.parties_in(start, end) if m.form != "capital")
        going = any(t.lower_ in self.words.ongoing | {"already", "currently"} for t in noun.subtree) or any(t.lower_ in {"status", "progress"} for t in noun.ancestors)
        verb = grammar.governing_verb(noun)
        if verb is None or grammar.is_negated(verb) or not going or not self.actors.is_seated(noun.idx):
            return
        if verb.lemma_.lower() not in {"review", "discuss", "hold", "appreciate", "note", "engage", "address", "welcome", "thank", "mention", "regard", "highlight", "focus", "review"}:
            return
        home = self.analysis.home
        giver = unique(c for c in inside if c != home)
        if not giver:
            giver = self.actors.others(noun.idx, (home,)) if home else ()
        if not giver:
            return
        taker = (home,) if home and home not in giver else self.actors.others(noun.idx, giver)
        yield _Found(trigger=noun, left=left, right=right, rule=f"{_RULE}/going-on:{noun.lemma_}", provider=giver, recipient=taker, why="named with what goes on")

    def draft(self, found: _Found) -> Draft[Activity]:
        """The fact itself."""
        content = self.analysis.quote_tokens(found.left, found.right)
        amounts = find_amounts(content.text)
        date = self.analysis.date_in(content.start, content.end, "past")
        value = date[0] if date else None
        return Draft(
            Activity(
                document=self.analysis.document.name, source="", evidence=(content,), content=content.text,
                provider=found.provider, recipient=found.recipient, parties=found.parties,
                fields=self.analysis.fields_in(content.start, content.end),
                amount=Amount(value=amounts[0].value, currency=amounts[0].currency) if amounts else None,
                date=value, rule=found.rule, reasons={"provider" if found.provider else "parties": found.why},
            ),
            found.trigger.idx,
        )  # fmt: skip



_NO_DEED = frozenset(
    "say state agree express reaffirm affirm stress note enjoy have be become grow meet sign conclude hold discuss "
    "celebrate commemorate mark uphold maintain see witness decide pledge commit complete ratify reach make take "
    "welcome support share describe call establish build develop strengthen deepen consider review examine "
    "describe underline emphasize emphasise highlight announce confirm".split()
)
"""Verbs of saying, agreeing and being, after which "the two sides have ..." is no deed of cooperation."""
