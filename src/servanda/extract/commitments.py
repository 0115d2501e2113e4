"""Commitments: who says that what will, should or may be done.

One fact for one predicate of commitment. A predicate is a verb ("pledged to"), a noun with a verb that
voices it ("expressed its readiness to"), an adjective ("stood ready to"), or "will" said of a party.
Rules rest on the coding guidelines, section "commitment" and borderline cases 1, 3, 9 and 13.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import msgspec
from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.acts import ActWords, act_words
from servanda.codebook.instruments import instrument_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import NOBODY, Actor, Actors
from servanda.extract.analysis import Analysis, unique
from servanda.extract.clauses import is_evaluation, is_mutual, is_norm, is_of_other_kind
from servanda.extract.facts import Draft
from servanda.extract.gate import concerns_another
from servanda.extract.speech import reporter_of
from servanda.model.facts import Act, Commitment

_RULE = "commitment"


class Found(msgspec.Struct, frozen=True):
    """A predicate of commitment before it is checked. Token indices are inclusive."""

    act: str
    trigger: Token
    speaker: Actor
    left: int
    right: int
    rule: str
    opens: int
    addressee: tuple[str, ...] = ()
    why: str = ""


def commitments(analysis: Analysis, actors: Actors) -> list[Draft[Commitment]]:
    """All commitments of a document, in order of the text."""
    reader = _Reader(analysis, actors)
    found: list[Found] = []
    for sentence in analysis.sentences:
        if analysis.is_caption(sentence):
            continue
        for token in sentence:
            found += [f for f in reader.read(token) if reader.is_of_cooperation(f)]
    return _one_invitation([reader.draft(f) for f in _outermost(found)])


def _one_invitation(drafts: list[Draft[Commitment]]) -> list[Draft[Commitment]]:
    """"At the invitation of X" and the invitation itself, told elsewhere in the document, are one."""
    out: list[Draft[Commitment]] = []
    for draft in drafts:
        fact = draft.fact
        same = next(
            (i for i, o in enumerate(out)
             if fact.act == o.fact.act == "invite" and fact.speaker == o.fact.speaker and fact.addressee == o.fact.addressee
             and "at-the-invitation" in fact.rule + o.fact.rule), None,
        )  # fmt: skip
        if same is None:
            out.append(draft)
            continue
        old = out[same]
        merged = msgspec.structs.replace(old.fact, evidence=(*old.fact.evidence, *fact.evidence), by=old.fact.by or fact.by)
        out[same] = Draft(merged, old.trigger)
    return out


def _outermost(found: list[Found]) -> list[Found]:
    """Of predicates that lie one in another's content, the outer one; of equal content, the first."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.left, -f.right, f.trigger.i)):
        inside = any(
            o.left <= one.trigger.i <= o.right or (o.left <= one.left and one.right <= o.right) for o in kept
        )
        if not inside:
            kept = [o for o in kept if not (one.left <= o.trigger.i <= one.right)]
            kept.append(one)
    return sorted(kept, key=lambda f: f.trigger.i)


class _Reader:
    def __init__(self, analysis: Analysis, actors: Actors) -> None:
        self.analysis = analysis
        self.actors = actors
        self.words: ActWords = act_words()
        self.last_speaker: Actor = NOBODY

    # -- finding -------------------------------------------------------------------------------------

    def read(self, token: Token) -> Iterator[Found]:
        """Predicates of commitment whose trigger is this token."""
        lemma = token.lemma_.lower()
        if token.pos_ in {"VERB", "AUX"}:
            for found in (*self._verb(token, lemma), *self._will(token, lemma), *self._aim(token, lemma)):
                self._remember(found)
                yield found
        elif token.pos_ in {"NOUN", "PROPN"} and self.words.noun_act(lemma):
            for found in self._noun(token, lemma):
                self._remember(found)
                yield found
        elif token.pos_ == "ADJ" or token.tag_ == "VBN":
            for found in self._adjective(token, lemma):
                self._remember(found)
                yield found

    def _remember(self, found: Found) -> None:
        if len(found.speaker.parties) == 1:
            self.last_speaker = found.speaker

    def _verb(self, verb: Token, lemma: str) -> Iterator[Found]:
        act = self.words.verb_act(lemma)
        if lemma == "call" and grammar.prep_objects(verb, "for"):
            yield from self._call_for(verb)
        if lemma == "call" and (called := grammar.prep_objects(verb, "on", "upon")):
            yield from self._call_on(verb, called[0])
        if act is None:
            if verb.tag_ == "VBN":
                yield from self._adjective(verb, lemma)
            return
        if grammar.is_negated(verb) or grammar.is_conditional(verb):
            return
        passive = grammar.is_passive(verb)
        if passive and self.words.adjective_act(lemma + ("ed" if not lemma.endswith("e") else "d")) or verb.lower_ in {"committed", "determined"} and passive:
            yield from self._adjective(verb, lemma)
            return
        doer = grammar.doer_of(verb)
        speaker = self.actors.resolve(doer)
        inner = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i), None)
        if inner is None and act in {"agree", "pledge", "propose", "offer", "wish"}:
            inner = next((c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VB" and c.i > verb.i and any(g.tag_ == "TO" for g in c.children)), None)
        if passive and doer is None:
            yield from self._agentless(verb, act, lemma)
            return
        if verb.dep_ == "relcl" and any(t.tag_ == "WDT" and t.dep_ in {"dobj", "pobj"} for t in verb.doc[verb.left_edge.i : verb.i]):
            return
        if inner is not None and act in {"agree", "propose", "pledge"} and is_of_other_kind(inner):
            return
        if lemma in {"plan", "intend"} and (inner is None or not any(t.lemma_ in _GIVING for t in (inner, *inner.conjuncts))):
            return
        if lemma == "commit" and not any(c.dep_ in {"dobj", "prep", "xcomp"} for c in verb.children):
            return
        if act == "wish":
            if lemma not in {"expect", "anticipate"} or not passive:
                yield from self._wish(verb, verb, inner, speaker)
            return
        if act == "invite":
            yield from self._invite_verb(verb, speaker)
            return
        if act == "request":
            yield from self._request(verb, lemma, inner, speaker)
            return
        if act == "pledge" and not any(c.dep_ == "ccomp" for c in verb.children):
            speaker = self._giver_from(verb, speaker)
        span = self._complement(verb, inner, lemma)
        if span is None:
            return
        left, right = span
        why = ""
        if act == "agree" and (inner is not None and is_norm(inner) and inner.dep_ == "ccomp"):
            return
        if lemma == "suggest" and inner is not None and is_evaluation(inner, self.analysis):
            return
        if lemma in {"assure", "reassure", "guarantee"} and inner is not None and inner.dep_ == "ccomp" and not _is_future(inner):
            return
        if lemma == "offer" and inner is None and not self._offers_something(verb):
            return
        if act == "pledge" and speaker.collective and len(speaker.parties) > 1:
            act, why = "agree", "both sides pledge: agree"
        yield Found(
            act=act, trigger=verb, speaker=speaker, left=left, right=right, rule=f"{_RULE}/verb:{lemma}",
            opens=self._opens(verb, doer), addressee=self._addressee(verb), why=why,
        )  # fmt: skip

    def _complement(self, verb: Token, inner: Token | None, lemma: str) -> tuple[int, int] | None:
        """Token bounds of what is pledged, proposed or agreed."""
        if inner is not None:
            if inner.dep_ == "xcomp" and inner.pos_ in {"ADJ"}:
                return None
            return _content_of(inner)
        for child in verb.children:
            if child.dep_ in {"dobj", "obj"} and self.actors.resolve(child).person is None:
                return child.left_edge.i, grammar.trim_right(verb.doc, child.i, child.right_edge.i)
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in {"to", "on", "upon", "with", "for", "of", "in"} and child.i > verb.i:
                nouns = [n for n in child.children if n.dep_ in {"pobj", "pcomp"}]
                if nouns and (lemma not in {"agree", "concur", "decide"} or child.lower_ != "in"):
                    if child.lower_ == "with" and self.actors.resolve(nouns[0]).person:
                        continue
                    return nouns[0].left_edge.i, grammar.trim_right(verb.doc, nouns[0].i, nouns[0].right_edge.i)
        return None

    def _agentless(self, verb: Token, act: str, lemma: str) -> Iterator[Found]:
        """"Further support was pledged", "It was agreed that", "is expected to": by whom is not said."""
        subject = grammar.subject_of(verb)
        if subject is None or act in {"wish", "invite", "request"} or verb.dep_ in {"acl", "relcl", "amod"}:
            return
        left, right = grammar.clause_bounds(verb)
        if act == "agree":
            frame = self.actors.frame(verb.idx)
            speaker = Actor(frame, None, len(frame) > 1, "agreed, by all at the table")
        else:
            speaker = self._speaker_going_on(verb)
        if lemma in {"commit", "decide", "resolve"}:
            return
        yield Found(
            act=act, trigger=verb, speaker=speaker, left=left, right=right, opens=left,
            rule=f"{_RULE}/passive:{lemma}",
        )  # fmt: skip

    def _offers_something(self, verb: Token) -> bool:
        """"offering assistance", not "offering insights into"."""
        return any(c.dep_ in {"dobj", "nsubjpass"} and c.lemma_.lower() in _HELP | activity_words().gifts for c in verb.children)

    def _giver_from(self, verb: Token, speaker: Actor) -> Actor:
        """"assured technical support from the UN": the pledge is the UN's, whoever "he" is."""
        for noun in verb.children:
            if noun.dep_ == "dobj":
                for source in grammar.prep_objects(noun, "from"):
                    giver = self.actors.resolve(source)
                    if len(giver.parties) == 1 and giver.parties != speaker.parties:
                        return giver
        return speaker

    def _giver_named(self, verb: Token) -> Actor | None:
        """"Under India's programme, scholarships are set to be provided": the one other party named."""
        sentence = verb.sent
        named = unique(m.code for m in self.analysis.parties_in(sentence.start_char, verb.idx))
        foreign = [p for p in named if p != self.analysis.home]
        return Actor((foreign[0],), None, False, "named as the giver") if len(foreign) == 1 else None

    def _speaker_going_on(self, verb: Token) -> Actor:
        """Who spoke last, when the sentence names nobody; never across a table that was left."""
        speaker = self.last_speaker
        if speaker.parties and set(speaker.parties) <= set(self.actors.frame(verb.idx)):
            return Actor(speaker.parties, None, False, f"goes on: {speaker.why}")
        return NOBODY

    def _wish(self, trigger: Token, holder: Token, inner: Token | None, speaker: Actor) -> Iterator[Found]:
        """Hopes and wishes: an offer about oneself, a request of the other side, else a proposal."""
        if inner is None or grammar.is_negated(inner):
            return
        doer_token = next((c for c in inner.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        left, right = _content_of(inner)
        opens = self._opens(trigger, grammar.subject_of(holder) if holder.pos_ in {"VERB", "AUX"} else None)
        lemma = trigger.lemma_.lower()
        rule = f"{_RULE}/wish:{lemma}"
        if not speaker.parties:
            return
        if doer_token is None:
            if trigger.lemma_ in {"expect", "anticipate"} or inner.lemma_ in {"see", "hear", "thank", "note"}:
                return
            act = self._own_wish(inner, speaker, left, right)
            yield Found(act, trigger, speaker, left, right, rule, opens, (), "what the own side would do")
            return
        doer = self.actors.resolve(doer_token)
        if not doer.parties and grammar.is_passive(inner):
            doer = self.actors.resolve(grammar.agent_of(inner))
            others = self.actors.others(trigger.idx, speaker.parties)
            if not doer.parties and others and not speaker.collective:
                yield Found("request", trigger, speaker, left, right, rule, opens, others, "hopes that it be done")
                return
        if not doer.parties:
            return
        if doer.collective or set(doer.parties) > set(speaker.parties):
            act = "agree" if speaker.collective else "propose"
            yield Found(act, trigger, speaker, left, right, rule, opens, (), "a wish that both act")
        elif set(doer.parties) & set(speaker.parties):
            yield Found("offer", trigger, speaker, left, right, rule, opens, (), "a hope about the own side")
        elif not is_evaluation(inner, self.analysis) or inner.pos_ == "VERB":
            yield Found("request", trigger, speaker, left, right, rule, opens, doer.parties, "the other side is to act")

    def _own_wish(self, inner: Token, speaker: Actor, left: int, right: int) -> str:
        if speaker.collective and len(speaker.parties) > 1:
            return "agree"
        words = {t.lower_ for t in inner.doc[left : right + 1]}
        gives = inner.lemma_ in _GIVING or any(t.lemma_ in _GIVING for t in inner.subtree if t.pos_ == "VERB")
        return "propose" if words & self.words.together and not gives else "offer"

    def _invite_verb(self, verb: Token, speaker: Actor) -> Iterator[Found]:
        target = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "dative"}), None)
        inner = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.i > verb.i), None)
        guest = self.actors.resolve(target)
        if target is None and inner is not None:
            target = next((c for c in inner.children if c.dep_ == "nsubj"), None)
            guest = self.actors.resolve(target)
        if inner is None and target is None:
            return
        comes = inner is None or inner.lemma_.lower() in self.words.coming
        if inner is None and not any(c.dep_ == "prep" and c.lower_ in {"to", "for"} for c in verb.children):
            comes = guest.person is not None or bool(guest.parties)
        right = grammar.trim_right(verb.doc, verb.i, verb.right_edge.i)
        if inner is not None:
            left, right = _content_of(inner)
        else:
            left = target.left_edge.i if target is not None else verb.i + 1
        yield Found(
            "invite" if comes or guest.parties else "request", verb, speaker, left, right, f"{_RULE}/verb:invite",
            self._opens(verb, grammar.doer_of(verb)),
            unique(p for p in guest.parties if p not in speaker.parties),
        )  # fmt: skip

    def _request(self, verb: Token, lemma: str, inner: Token | None, speaker: Actor) -> Iterator[Found]:
        """"asked Japan to", "requested support", "called on both to", "sought assistance"."""
        asked = next((c for c in verb.children if c.dep_ in {"dobj", "dative", "obj"} and c.i > verb.i), None)
        if inner is not None:
            asked = next((c for c in inner.children if c.dep_ in {"nsubj", "nsubjpass"}), None) or asked
            if inner.lemma_ in {"do", "be"} and lemma == "ask":
                return
            if lemma in {"seek", "ask"} and asked is None:
                if lemma == "seek" and speaker.parties:
                    left, right = _content_of(inner)
                    act = self._own_wish(inner, speaker, left, right)
                    yield Found(act, verb, speaker, left, right, f"{_RULE}/verb:seek", self._opens(verb, grammar.subject_of(verb)))
                return
            left, right = _content_of(inner)
        elif asked is not None:
            left, right = asked.left_edge.i, grammar.trim_right(verb.doc, asked.i, asked.right_edge.i)
        else:
            return
        whom = self.actors.resolve(asked)
        act, addressee = "request", tuple(p for p in whom.parties if p not in speaker.parties)
        if inner is not None and whom.collective and len(whom.parties) > 1:
            act = "agree" if speaker.collective else "propose"
        elif inner is not None and whom.parties and not addressee:
            return
        if lemma in {"ask", "seek", "encourage"} and inner is None and not self._asks_for_doing(left, right):
            return
        yield Found(act, verb, speaker, left, right, f"{_RULE}/verb:{lemma}", self._opens(verb, grammar.doer_of(verb)), addressee)

    def _call_on(self, verb: Token, called: Token) -> Iterator[Found]:
        """"called on the World Bank to support ..."."""
        inner = next((c for c in verb.children if c.dep_ in {"xcomp", "advcl", "ccomp"} and c.tag_ == "VB" and c.i > called.i), None)
        if inner is None or grammar.is_negated(verb) or grammar.is_conditional(verb):
            return
        speaker, whom = self.actors.resolve(grammar.doer_of(verb)), self.actors.resolve(called)
        addressee = tuple(p for p in whom.parties if p not in speaker.parties)
        if not addressee and not whom.collective:
            return
        left, right = _content_of(inner)
        act = "propose" if whom.collective and len(whom.parties) > 1 else "request"
        yield Found(act, verb, speaker, left, right, f"{_RULE}/verb:call-on", self._opens(verb, grammar.doer_of(verb)), addressee)

    def _call_for(self, verb: Token) -> Iterator[Found]:
        """"called for the continued support of ...", "called for closer cooperation"."""
        noun = grammar.prep_objects(verb, "for")[0]
        if grammar.is_negated(verb) or grammar.is_conditional(verb):
            return
        left, right = noun.left_edge.i, grammar.content_end(noun)
        words = {t.lemma_.lower() for t in verb.doc[left : right + 1]}
        speaker = self.actors.resolve(grammar.doer_of(verb))
        if noun.lemma_.lower() in _HELP and words & _HELP:
            act = "agree" if speaker.collective else "propose" if words & self.words.together and "support" not in words else "request"
            yield Found(act, verb, speaker, left, right, f"{_RULE}/verb:call-for", self._opens(verb, grammar.doer_of(verb)))

    def _asks_for_doing(self, left: int, right: int) -> bool:
        words = {t.lemma_.lower() for t in self.analysis.doc[left : right + 1]}
        return bool(words & _HELP) or bool(words & self.words.together)

    def _noun(self, noun: Token, lemma: str) -> Iterator[Found]:
        act = self.words.noun_act(lemma)
        verb = _voicing_verb(noun)
        opens_at = verb if verb is not None else noun
        if act is None or (act == "invite" and (yield from self._invitation(noun, verb))):
            return
        along = verb is not None and noun.dep_ == "pobj" and noun.head.lower_ == "with"
        if verb is None or not along and verb.lemma_.lower() not in self.words.voice | {"be"}:
            return
        if verb.lemma_ == "be" and noun.dep_ != "pobj":
            return
        if act != "invite" and noun.dep_ in {"nsubj"} and lemma in {"plan", "effort", "support", "interest", "intention"}:
            return
        if act == "invite" or grammar.is_negated(verb) or grammar.is_conditional(verb):
            return
        if any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children):
            return
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if owner is not None and verb.lemma_.lower() in {"assure", "reassure", "inform", "remind"}:
            owner = next(iter(grammar.prep_objects(owner, "of")), owner)
        doer = grammar.doer_of(verb)
        speaker = self.actors.resolve(owner) if owner is not None else NOBODY
        if owner is not None and owner.pos_ == "PRON" and (holder := self.actors.resolve(doer)).parties:
            speaker = holder
        if not speaker.parties:
            of_party = [self.actors.resolve(t) for t in grammar.prep_objects(noun, "of", "by", "from")]
            speaker = next((a for a in of_party if a.parties), NOBODY)
        said_by = self.actors.resolve(doer)
        if not speaker.parties and {c.lower_ for c in noun.lefts} & {"mutual", "shared", "joint", "common", "collective"}:
            frame = self.actors.frame(noun.idx)
            speaker = Actor(frame, None, len(frame) > 1, "shared by all at the table")
        elif not speaker.parties:
            speaker = said_by
        elif said_by.person and set(said_by.parties) == set(speaker.parties):
            speaker = Actor(speaker.parties, said_by.person, speaker.collective, speaker.why)
        if grammar.is_passive(verb) and doer is None and not speaker.parties:
            frame = self.actors.frame(noun.idx)
            speaker = Actor(frame, None, len(frame) > 1, "reached by all at the table") if lemma == "consensus" else self._speaker_going_on(verb)
        inner = next((c for c in noun.children if c.dep_ in {"acl", "relcl", "ccomp", "xcomp"} and c.i > noun.i), None)
        if inner is None:
            inner = next(
                (n for c in noun.children if c.dep_ == "prep" and c.lower_ in _CONTENT_PREPOSITIONS.get(lemma, {"to", "for", "of", "that"})
                 for n in c.children if n.dep_ in {"pobj", "pcomp"}),
                None,
            )  # fmt: skip
            inner = inner or _moved_complement(noun, verb)
        if inner is None:
            if act in {"pledge", "offer", "request"} and lemma in {"support", "assistance"} and verb.lemma_ in _GIVES_SUPPORT:
                yield self._plain_support(noun, verb, speaker, doer)
            return
        if act == "need":
            left, right = _content_of(inner)
            if len(speaker.parties) == 1 and speaker.parties != (self.analysis.home,) and not stance_words().on_world_matter(noun.doc[left : right + 1].text):
                yield Found("request", noun, speaker, left, right, f"{_RULE}/noun:need", self._opens(opens_at, doer))
            return
        if act == "wish":
            yield from self._wish(noun, verb, inner if inner.pos_ in {"VERB", "AUX"} else None, speaker)
            return
        if lemma in {"support", "backing", "solidarity"} and verb.lemma_ not in _GIVES_SUPPORT:
            return
        if lemma in {"interest"} and verb.lemma_ in {"share", "have", "hold"}:
            return
        if lemma == "effort" and (verb.lemma_ not in _EFFORT_VERBS or not speaker.parties):
            return
        left, right = _content_of(inner)
        if inner.lemma_ == "invite":
            act = "invite"
        elif is_of_other_kind(inner):
            return
        if speaker.collective and len(speaker.parties) > 1 and act in {"pledge", "offer"}:
            act = "agree"
        yield Found(act, noun, speaker, left, right, f"{_RULE}/noun:{lemma}", self._opens(opens_at, doer), self._addressee(verb))

    def _plain_support(self, noun: Token, verb: Token, speaker: Actor, doer: Token | None) -> Found:
        left, right = noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, noun.right_edge.i)
        return Found("pledge", noun, speaker, left, right, f"{_RULE}/noun:{noun.lemma_}", self._opens(verb, doer), self._addressee(verb))

    def _invitation(self, noun: Token, verb: Token | None) -> Iterator[Found]:
        """"at the invitation of X", "extended an invitation to X to visit Y"."""
        hosts = [self.actors.resolve(t) for t in grammar.prep_objects(noun, "of", "from", "by")]
        hosts += [self.actors.resolve(c) for c in noun.children if c.dep_ == "poss"]
        host = next((h for h in hosts if h.parties), NOBODY)
        doc = noun.doc
        frozen = noun.head.dep_ == "prep" and noun.head.lower_ in {"at", "on", "upon", "following"}
        sentence = noun.sent
        if frozen and host.parties:
            clause = grammar.governing_verb(noun)
            span = grammar.clause_bounds(clause) if clause is not None else (sentence.start, sentence.end - 1)
            left, right = min(span[0], noun.head.i), grammar.trim_right(doc, noun.i, max(span[1], noun.right_edge.i))
            yield Found("invite", noun, host, left, right, f"{_RULE}/at-the-invitation", left, self.actors.others(noun.idx, host.parties))
            return True
        if verb is None or grammar.is_negated(verb) or grammar.is_conditional(verb):
            return True
        giver = self.actors.resolve(grammar.doer_of(verb))
        relative = next((c for c in noun.children if c.dep_ == "relcl" and c.lemma_ in {"extend", "issue", "send", "make", "give"}), None)
        if relative is not None:
            giver = self.actors.resolve(grammar.subject_of(relative))
        if verb.lemma_ in {"accept", "receive", "welcome", "thank"}:
            if not host.parties:
                return True
            giver = host
        if not giver.parties or giver.collective:
            giver = host if host.parties else NOBODY
        guests = [self.actors.resolve(t) for c in (noun, verb) for t in grammar.prep_objects(c, "to", "for")]
        guests += [
            self.actors.resolve(c) for v in noun.children if v.dep_ in {"acl", "relcl"} for c in v.children if c.dep_ == "nsubj"
        ]
        guest = next((g for g in guests if g.parties and g.parties != giver.parties), NOBODY)
        if not giver.parties and guest.parties:
            giver = Actor(self.actors.others(noun.idx, guest.parties), None, False, "the side that is not invited")
        if len(giver.parties) != 1:
            return True
        right = grammar.trim_right(doc, noun.i, max(noun.right_edge.i, verb.right_edge.i))
        yield Found("invite", noun, giver, noun.left_edge.i, right, f"{_RULE}/invitation", self._opens(verb, grammar.subject_of(verb)), guest.parties)
        return True

    def _adjective(self, word: Token, lemma: str) -> Iterator[Found]:
        act = self.words.adjective_act(word.lower_) or self.words.adjective_act(lemma)
        if act is None or word.dep_ not in {"acomp", "ROOT", "ccomp", "conj", "oprd", "attr", "xcomp", "advcl", "parataxis", "relcl", "acl"}:
            return
        if grammar.is_negated(word) or grammar.is_negated(word.head) or grammar.is_conditional(word):
            return
        if word.pos_ == "VERB" and not any(c.dep_ == "auxpass" or c.lemma_ in {"be", "remain"} for c in word.children):
            return
        inner = next((c for c in word.children if c.dep_ in {"xcomp", "ccomp", "advcl", "acl"} and c.i > word.i), None)
        if word.lower_ in {"pleased", "happy", "glad"} and (inner is None or inner.dep_ != "xcomp" or inner.lemma_ not in _GIVING | {"facilitate", "assist", "help", "cooperate", "collaborate"}):
            return
        if inner is None:
            inner = next((n for c in word.children if c.dep_ == "prep" and c.lower_ in {"to", "in", "for"} for n in c.children if n.dep_ in {"pobj", "pcomp"}), None)
        if inner is None:
            return
        verb = word if word.pos_ in {"VERB", "AUX"} else word.head
        subject = grammar.subject_of(verb)
        speaker = self.actors.resolve(subject)
        reporter = reporter_of(verb)
        said_by = self.actors.resolve(grammar.subject_of(reporter)) if reporter is not None else NOBODY
        if said_by.person and (not speaker.parties or set(said_by.parties) == set(speaker.parties)):
            speaker = Actor(said_by.parties, said_by.person, False, said_by.why)
        if act == "wish":
            yield from self._wish(word, verb, inner, speaker)
            return
        if speaker.collective and len(speaker.parties) > 1:
            act = "agree"
        left, right = _content_of(inner)
        yield Found(act, word, speaker, left, right, f"{_RULE}/adjective:{lemma}", self._opens(verb, subject))

    def _will(self, verb: Token, lemma: str) -> Iterator[Found]:
        """"Japan will speed up ...", "(said that) it would provide ...", "efforts will be made to ..."."""
        auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
        if self.words.verb_act(lemma) is not None or is_of_other_kind(verb):
            return
        if verb.dep_ == "acl" and self.words.noun_act(verb.head.lemma_.lower()):
            return
        future = auxiliaries & {"will", "shall", "'ll", "’ll"}
        reporter = reporter_of(verb)
        reported = "would" in auxiliaries and (reporter is not None or _is_effort(grammar.subject_of(verb)))
        to_be = "to" in auxiliaries and verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ == "be" and "be" in auxiliaries
        if to_be and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.head.children):
            return
        set_to = grammar.is_passive(verb) and _is_effort(grammar.subject_of(verb)) and grammar.is_planned(verb)
        denied = grammar.is_negated(verb)
        if not (future or reported or to_be or set_to) or (lemma in self.words.no_undertaking and not denied and not _gives(verb)):
            return
        if reporter is not None and self.words.verb_act(reporter.lemma_.lower()) is not None:
            return
        if grammar.is_conditional(verb):
            return
        if denied and lemma not in {"allow", "permit", "let", "tolerate"}:
            return
        subject = grammar.subject_of(verb)
        speaker = self.actors.resolve(subject)
        said_by = self.actors.resolve(grammar.subject_of(reporter)) if reporter is not None else NOBODY
        if grammar.is_passive(verb):
            speaker = self.actors.resolve(grammar.agent_of(verb))
            left, right = grammar.clause_bounds(verb.head if to_be else verb)
            if not speaker.parties and is_mutual(verb.doc[left : right + 1].text):
                frame = self.actors.frame(verb.idx)
                speaker = Actor(frame, None, len(frame) > 1, "what both do")
            elif not speaker.parties:
                if reporter is None and not _is_effort(subject):
                    return
                speaker = said_by if said_by.parties else self._giver_named(verb) or self._speaker_going_on(verb)
        elif speaker.person and reporter is None:
            return
        if said_by.parties and set(said_by.parties) == set(speaker.parties) and said_by.person:
            speaker = Actor(speaker.parties, said_by.person, speaker.collective, said_by.why)
        elif said_by.parties and said_by.parties != speaker.parties and not speaker.collective:
            return
        if not speaker.parties:
            return
        left, right = grammar.clause_bounds(verb)
        act = "agree" if speaker.collective and len(speaker.parties) > 1 else "pledge"
        opens = self._opens(reporter, grammar.subject_of(reporter)) if reporter is not None and reporter.i < left else left
        yield Found(act, verb, speaker, left, right, f"{_RULE}/will:{lemma}", opens, (), "'will' said of the own side")

    def _aim(self, verb: Token, lemma: str) -> Iterator[Found]:
        """What a text that the sides signed "aims to" or "provides for" is agreed by them."""
        if lemma not in {"aim", "seek", "provide", "intend", "design", "oblige", "commit", "stipulate", "envisage", "call", "serve"} or grammar.is_negated(verb) or grammar.is_conditional(verb):
            return
        subject = grammar.subject_of(verb)
        if subject is None or grammar.is_planned(verb) or not self._is_text(subject):
            return
        inner = next((c for c in verb.children if c.dep_ in {"xcomp", "advcl", "ccomp"} and c.i > verb.i), None)
        if inner is None:
            inner = next((n for c in verb.children if c.dep_ == "prep" and c.lower_ in {"for", "at"} for n in c.children if n.dep_ in {"pobj", "pcomp"}), None)
        if inner is None and lemma == "provide":
            inner = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in {"platform", "framework", "basis", "mechanism"}), None)
        if inner is None:
            return
        frame = self.actors.frame(verb.idx)
        if len(frame) > 1:
            left, right = _content_of(inner)
            yield Found("agree", verb, Actor(frame, None, True, "the text is of both"), left, right, f"{_RULE}/aim:{lemma}", subject.left_edge.i)

    def _is_text(self, subject: Token) -> bool:
        """An agreement or memorandum, or the pronoun for one told in the sentence before."""
        heads = instrument_words().heads - {"programme", "program", "plan", "roadmap"}
        if subject.lemma_.lower() in heads:
            return True
        if subject.lower_ not in {"it", "they"}:
            return False
        start = subject.sent.start
        before = self.analysis.doc[max(0, start - 60) : start]
        sentence = before[-1].sent if len(before) else None
        root = next((t for t in (sentence or []) if t.dep_ in {"nsubj", "nsubjpass", "dobj"} and t.lemma_.lower() in heads), None)
        return root is not None

    # -- checking and making -------------------------------------------------------------------------

    def _opens(self, verb: Token, subject: Token | None) -> int:
        """Where the evidence begins: at the subject when it stands before the verb in the same sentence."""
        if subject is not None and subject.sent == verb.sent and subject.i < verb.i and verb.i - subject.left_edge.i < 60:
            return subject.left_edge.i
        return min(verb.i, verb.left_edge.i if verb.dep_ in {"advcl", "acl"} else verb.i)

    def _addressee(self, verb: Token) -> tuple[str, ...]:
        for child in verb.children:
            if child.dep_ in {"dobj", "dative"}:
                actor = self.actors.resolve(child)
                if actor.person:
                    return actor.parties
        return ()

    def is_of_cooperation(self, found: Found) -> bool:
        """Whether another party than the speaker is addressed, named or at the table."""
        if set(found.addressee) - set(found.speaker.parties) and found.speaker.parties:
            return True
        return concerns_another(self.analysis, self.actors, found.speaker, found.trigger)

    def draft(self, found: Found) -> Draft[Commitment]:
        """The fact itself, with its addressee, fields and due date."""
        doc = self.analysis.doc
        content = self.analysis.quote_tokens(found.left, found.right)
        opens = min(found.opens, found.left, found.trigger.i)
        evidence = self.analysis.quote_tokens(opens, max(found.right, found.trigger.i))
        speaker = found.speaker.parties
        addressee = found.addressee
        if not addressee and len(speaker) == 1:
            addressee = self.actors.others(doc[found.left].idx, speaker)
        due = None
        if found.act != "invite":
            dates = self.analysis.dates_in(content.start, content.end)
            due = next((d.future for d in dates if d.future is not None), None)
        fields = self.analysis.fields_in(content.start, content.end) if found.act != "invite" else ()
        reasons = {"speaker": found.speaker.why, "act": found.why or found.rule}
        return Draft(
            Commitment(
                document=self.analysis.document.name, source="", evidence=(evidence,),
                act=cast(Act, found.act), content=content.text, speaker=speaker, by=found.speaker.person,
                addressee=tuple(addressee), fields=fields, due=due, modality="planned",
                rule=found.rule, reasons=reasons,
            ),
            found.trigger.idx,
        )  # fmt: skip


_GIVING = frozenset("offer provide give grant donate supply send share extend train teach equip fund finance supply host receive invest".split())
_HELP = frozenset("support assistance help aid cooperation expertise training investment intervention guidance contribution access consideration".split())
_ALONG = frozenset({"commitment", "determination", "willingness", "readiness", "pledge", "promise", "resolve"})
"""Nouns that carry their act also behind "with" ("concluded with a mutual commitment to")."""
_GIVES_SUPPORT = frozenset("reassure pledge express reaffirm reiterate affirm promise voice extend offer convey assure declare renew confirm announce restate".split())
_EFFORT_VERBS = frozenset("emphasize emphasise highlight outline pledge announce promise underscore underline stress".split())
_CONTENT_PREPOSITIONS: dict[str, set[str]] = {
    "consensus": {"on", "in", "to", "over", "about"},
    "proposal": {"for", "to", "on", "of", "including", "in"},
    "suggestion": {"for", "to", "on", "of"},
    "interest": {"in"},
    "support": {"for", "to", "in", "of"},
    "backing": {"for", "to", "of"},
    "solidarity": {"with"},
    "request": {"for", "to"},
    "appeal": {"for", "to"},
    "plan": {"to", "for"},
    "effort": {"to"},
    "hope": {"for", "that"},
}


def _content_of(inner: Token) -> tuple[int, int]:
    """Bounds of the content: the clause without its opening "that" or "to"."""
    left, right = inner.left_edge.i, grammar.content_end(inner)
    doc = inner.doc
    while left < inner.i and (doc[left].lower_ in {"that", "to", ",", "also", "further"} or doc[left].is_space):
        left += 1
    return left, right


def _voicing_verb(noun: Token) -> Token | None:
    """The verb that lends its tense to a noun of commitment ("expressed its readiness")."""
    current = noun
    for _ in range(6):
        head = current.head
        if head is current:
            return None
        if head.pos_ in {"VERB", "AUX"}:
            return head
        if current.dep_ not in {"conj", "dobj", "appos", "attr", "nsubjpass", "nsubj", "obj", "compound"}:
            inviting = noun.lemma_ == "invitation" and current.dep_ in {"pobj", "prep"}
            part_of = current.dep_ in {"pobj", "prep"} and "part" in {current.head.lemma_, head.head.lemma_}
            along = noun.lemma_ in _ALONG and current.dep_ in {"pobj", "prep"} and "with" in {current.lower_, head.lower_}
            if not (inviting or part_of or along):
                return None
        current = head
    return None


def _moved_complement(noun: Token, verb: Token) -> Token | None:
    """"has pledged support to X", "expressed a commitment ... to do Y" when the parser hung it on the verb."""
    for child in verb.children:
        if child.i > noun.i and child.dep_ in {"xcomp", "advcl"} and any(c.lower_ == "to" for c in child.children):
            return child
        if child.i > noun.i and child.dep_ == "prep" and child.lower_ in {"to", "for"}:
            for n in child.children:
                if n.dep_ in {"pobj", "pcomp"}:
                    return n
        if child.i > noun.i and child.dep_ == "prep" and child.lower_ == "including":
            return next((n for n in child.children if n.dep_ in {"pobj", "pcomp"}), None)
    return None


def _gives(verb: Token) -> bool:
    """"deliver two boats": a gift as object makes an undertaking of a verb that else tells an event."""
    gifts = activity_words().gifts
    return any(c.dep_ == "dobj" and c.lemma_.lower() in gifts for c in verb.children)


def _is_future(verb: Token) -> bool:
    return any(c.lower_ in {"will", "would", "shall"} for c in verb.children)


def _is_effort(subject: Token | None) -> bool:
    return subject is not None and subject is not None and subject.lemma_.lower() in {"effort", "support", "assistance", "measure", "step", "scholarship", "training", "aid", "grant", "fund"}
