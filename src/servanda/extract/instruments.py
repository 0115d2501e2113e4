"""Instruments: the texts that parties sign, adopt, apply, amend or prepare.

A noun phrase that names a text; what is done to it is told by the words around it. Rests on the
guidelines, section "instrument" and borderline cases 6 and 13.
"""

from __future__ import annotations

import itertools
import re
from typing import cast

import msgspec
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis, unique
from servanda.extract.facts import Draft
from servanda.model.document import Span
from servanda.model.facts import Instrument, InstrumentAction, InstrumentType, Modality, Relation

_RULE = "instrument"
_RATIFYING_NOUNS = frozenset({"ratification", "approval"})
_SIGNING_NOUNS = frozenset({"signing", "conclusion", "signature", "exchange", "adoption", "inking"})
_PLAN_NOUNS = frozenset({"negotiation", "plan", "preparation", "draft", "talk", "finalization", "finalisation"})


class _Found(msgspec.Struct, frozen=True, kw_only=True):
    head: Token
    left: int
    right: int
    opens: int
    closes: int
    type: str
    action: str
    rule: str
    relations: tuple[Relation, ...] = ()
    period: str | None = None
    more: tuple[int, int] | None = None


def instruments(analysis: Analysis, actors: Actors) -> list[Draft[Instrument]]:
    """All instruments of a document, each text with one action once."""
    reader = _Reader(analysis, actors)
    found: list[_Found] = []
    for sentence in analysis.sentences:
        if analysis.is_caption(sentence):
            continue
        found = reader.with_period(found, sentence)
        for token in sentence:
            one = reader.read(token)
            if one is not None:
                found += reader.split(one)
    return reader.drafts(_without_counts(found))


class _Reader:
    def __init__(self, analysis: Analysis, actors: Actors) -> None:
        self.analysis = analysis
        self.actors = actors
        self.words = instrument_words()
        self.last_action = ""

    def read(self, head: Token) -> _Found | None:
        """The instrument that this noun names, with what is done to it."""
        if head.pos_ not in {"NOUN", "PROPN"} or head.lemma_.lower() not in self.words.heads | {"memoranda", "mous"} and head.lower_ not in self.words.heads:
            return None
        bare = head.dep_ == "pobj" and head.head.lower_ == "in" and head.left_edge.i == head.i
        if head.dep_ == "compound" or (bare and head.lower_ == "agreement"):
            return None
        left, right = self._title(head)
        title = head.doc[left : right + 1].text
        core = head.doc[left : min(right, head.i + 3) + 1].text
        whole = self.words.type_of(title)
        kind = whole if whole == "vision-statement" else self.words.type_of(core) or whole
        if head.lemma_.lower() == "vision":
            kind = None
        if kind is None or any(n in title.lower() for n in self.words.not_instruments):
            return None
        if kind == "programme" and not (title[:1].isupper() or re.search(r"\d{4}", title) or "action" in title or "plan" in title or "cooperation" in title.lower()):
            return None
        action = self._action(head)
        if action is None or action[0] == "existing" and action[1].startswith("applied"):
            action = self._listed(head) or action
        action = action or self._standing(head, left, right)
        if action is None:
            return None
        name, rule, opens, closes = action
        self.last_action = name
        definite = any(c.dep_ == "det" and c.lower_ in {"the", "this", "these", "such", "those"} for c in head.children)
        if name == "existing" and (right == head.i and not title[:1].isupper()):
            return None
        if definite and right == head.i and name == "signed" and not title[:1].isupper() and rule.endswith("passive") and head.lower_ in {"agreements", "documents"}:
            return None
        return _Found(
            head=head, left=left, right=right, opens=min(opens, left), closes=max(closes, right), type=kind, action=name,
            rule=f"{_RULE}/{rule}",
        )  # fmt: skip

    def _title(self, head: Token) -> tuple[int, int]:
        """Bounds of the name: adjectives before it, "on ..." and "for ..." behind it."""
        doc = head.doc
        left = head.i
        for child in head.lefts:
            if child.dep_ in {"amod", "compound", "nmod", "nummod"} and child.lower_ not in {"several", "many", "few"} or child.dep_ == "amod":
                left = min(left, child.left_edge.i)
        for child in head.lefts:
            if child.dep_ == "poss" or child.dep_ in {"det"}:
                continue
        right = head.i
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ in {"on", "of", "for", "in", "between", "concerning", "regarding", "about", "to", "related"} and child.left_edge.i <= right + 14:
                if child.lower_ in {"in", "to", "for"} and self.analysis.dates_in(child.idx, child.right_edge.idx + len(child.right_edge)) and not self._is_period(child):
                    break
                right = self._phrase_end(child, right)
            elif child.dep_ == "acl" and child.lower_ in {"amending", "concerning", "regarding", "relating", "governing", "establishing", "providing"}:
                right = max(right, child.right_edge.i)
            elif child.dep_ in {"punct"} and child.text == "(":
                continue
            elif child.dep_ == "appos" and (doc[child.left_edge.i - 1].text == "(" or child.text in {"MoU", "MOU"}):
                right = max(right, child.right_edge.i)
                if right + 1 < len(doc) and doc[right + 1].text in {")", ","} and doc[right + 1].text == ")":
                    right += 1
        return left, grammar.trim_right(doc, left, right)

    def _phrase_end(self, prep: Token, right: int) -> int:
        end = prep.right_edge.i
        for token in prep.subtree:
            other = token.dep_ == "conj" and token.lemma_.lower() in self.words.heads and any(c.dep_ == "det" for c in token.children)
            if token.dep_ == "relcl" or (token.dep_ == "acl" and token.tag_ == "VBN") or other:
                end = min(end, token.left_edge.i - 1)
                while end > prep.i and prep.doc[end].lower_ in {"and", ",", "that", "which"}:
                    end -= 1
        return max(right, grammar.trim_right(prep.doc, prep.i, end))

    def _is_period(self, prep: Token) -> bool:
        return any(d.kind == "interval" for d in self.analysis.dates_in(prep.idx, prep.right_edge.idx + len(prep.right_edge)))

    def with_period(self, found: list[_Found], sentence: Tokens) -> list[_Found]:
        """"The statement covers the period from 2018 to 2028": said of the text told last."""
        text = sentence.text.strip().lower()
        if not found or not re.match(r"(the|this|it)\b", text) or not re.search(r"\b(covers?|spans?|runs?|is valid|remains? valid|will cover)\b", text):
            return found
        period = next((d.past or d.future for d in self.analysis.dates_in(sentence.start_char, sentence.end_char) if d.kind == "interval" and _years(d.past or d.future or "x")), None)
        if period is None:
            return found
        return [*found[:-1], msgspec.structs.replace(found[-1], period=period, more=(sentence.start, sentence.end - 1))]

    def split(self, one: _Found) -> list[_Found]:
        """"MoUs on A and B": a text on each, when the count is not told otherwise."""
        doc = one.head.doc
        plural = one.head.tag_ in {"NNS", "NNPS"} or one.head.lower_ in {"memoranda", "mous"}
        text = doc[one.left : one.right + 1].text
        if not plural or one.action != "signed" or any(c.dep_ == "nummod" for c in one.head.children) or " on " not in text:
            return [one]
        on = next(i for i in range(one.left, one.right + 1) if doc[i].lower_ == "on")
        joints = [i for i in range(on + 1, one.right + 1) if doc[i].lower_ == "and" or doc[i].text == ","]
        edges = [on, *joints, one.right + 1]
        parts = [(a + 1, b - 1) for a, b in itertools.pairwise(edges) if b - a > 2]
        if len(parts) < 2 or len(parts) != len(edges) - 1:
            return [one]
        return [msgspec.structs.replace(one, left=a, right=b) for a, b in parts]

    # -- what is done to it --------------------------------------------------------------------------

    def _action(self, head: Token) -> tuple[str, str, int, int] | None:
        """(action, rule, first and last token of the evidence), or None when nothing is done to it."""
        top = head
        while top.dep_ == "conj" and top.head.pos_ in {"NOUN", "PROPN"}:
            top = top.head
        for child in (c for t in self._name_tokens(head) for c in t.children):
            if child.dep_ in {"acl", "relcl"} and child.pos_ in {"VERB", "AUX"} and child.i > head.i:
                done = self._by_verb(child, head)
                if done in {"signed", "ratified", "planned"} and not (child.tag_ == "VBG" and done == "signed"):
                    return done, "participle", head.left_edge.i, grammar.trim_right(head.doc, head.i, child.right_edge.i)
        if top is not head and any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in head.children):
            top = self._parallel(top)
        over = top.head
        signing = self._signing_above(top)
        if signing is not None:
            return self._by_noun(signing, top)
        if top.dep_ == "pobj" and over.lower_ in {"of", "on", "for", "to"} and over.head.lemma_.lower() in _SIGNING_NOUNS | _PLAN_NOUNS | {"proposal"}:
            return self._by_noun(over.head, top)
        verb = over if over.pos_ in {"VERB", "AUX"} else None
        if verb is not None and top.dep_ in {"dobj", "nsubjpass", "nsubj", "attr", "oprd", "appos", "dep", "npadvmod", "advcl"}:
            action = self._by_verb(verb, top)
            if action is None:
                if top.dep_ in {"nsubj", "dobj", "nsubjpass"} and verb.lemma_.lower() in self.words.applying_verbs and not grammar.is_negated(verb) and not grammar.is_planned(verb):
                    return "existing", f"applied:{verb.lemma_}", top.left_edge.i, top.right_edge.i
                return None
            subject = grammar.subject_of(verb)
            left = min(verb.i, subject.left_edge.i if subject is not None and subject.sent == verb.sent else verb.i)
            rule = f"{action}:{verb.lemma_}" + ("/passive" if grammar.is_passive(verb) else "")
            if top is not head:
                left = head.left_edge.i
            return action, rule, left, max(head.right_edge.i if top is not head else verb.right_edge.i if verb.right_edge.i - verb.i < 60 else head.right_edge.i, verb.i) if top is head else head.right_edge.i
        if top.dep_ == "pobj" and over.lower_ in self.words.applying_prepositions:
            outer = grammar.governing_verb(over)
            if outer is not None and (grammar.is_negated(outer) or grammar.is_conditional(outer)):
                return None
            if over.head.lemma_.lower() in _SIGNING_NOUNS:
                return self._by_noun(over.head, top)
            return "existing", f"applied:{over.lower_}", over.i, head.right_edge.i
        return None

    def _parallel(self, top: Token) -> Token:
        """"signed a letter of intent on the signing of X and an agreement": "an agreement" goes with "a
        letter", not with X, whatever the parser says."""
        for noun in top.ancestors:
            if noun.pos_ in {"VERB", "AUX"}:
                return top
            article = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in noun.children)
            if article and noun.lemma_.lower() in self.words.heads and noun.dep_ in {"dobj", "nsubjpass", "npadvmod"}:
                return noun
        return top

    def _name_tokens(self, head: Token) -> list[Token]:
        """The head and the nouns of its "on ..." and "of ..." phrases that follow at once."""
        out = [head]
        for child in head.rights:
            if child.dep_ == "prep" and child.i <= head.i + 2:
                out += [t for t in child.subtree if t.pos_ in {"NOUN", "PROPN"} and t.i <= head.i + 14]
        return out

    def _signing_above(self, top: Token) -> Token | None:
        """"the signing in May of the X": the noun of signing, wherever the parser hung the "of"."""
        if top.dep_ != "pobj" or top.head.lower_ not in {"of", "on", "for", "to"}:
            return None
        for noun in list(top.head.ancestors)[:4]:
            if noun.pos_ in {"VERB", "AUX"} and noun.lemma_.lower() not in _SIGNING_NOUNS:
                return None
            if noun.lemma_.lower() in _SIGNING_NOUNS | _RATIFYING_NOUNS:
                return noun
            if noun.lemma_.lower() in self.words.heads:
                return None
        return None

    def _standing(self, head: Token, left: int, right: int) -> tuple[str, str, int, int] | None:
        """A text named by its full title, to which nothing is done, stands."""
        doc = head.doc
        capitals = sum(1 for t in doc[left : right + 1] if t.text[:1].isupper())
        definite = any(c.dep_ == "det" and c.lower_ == "the" for c in head.children)
        verb = grammar.governing_verb(head)
        if not definite or capitals < 2 or right - left < 2:
            return None
        if verb is not None and (grammar.is_negated(verb) or grammar.is_conditional(verb) or self.words.action_of(verb.lemma_.lower()) is not None):
            return None
        if verb is not None and (grammar.is_planned(verb) or any(c.tag_ == "MD" for c in verb.children)):
            return None
        return "existing", "named", left, right

    def _listed(self, head: Token) -> tuple[str, str, int, int] | None:
        """"Additionally, an MoU between A and B on X, an MoU ...": a list without a verb goes on with what
        was done to the texts told before; "Among the agreements signed was a pact" likewise."""
        indefinite = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in head.children)
        if not indefinite:
            return None
        sentence = head.sent
        lower = sentence.text.lower()
        if re.search(r"\b(agreements|documents|instruments|memoranda|mous|texts|deals)\b[^.]{0,30}\b(signed|exchanged|concluded|inked)\b", lower) and sentence.root.lemma_ == "be":
            return "signed", "among-signed", head.left_edge.i, head.right_edge.i
        between = any(c.dep_ == "prep" and c.lower_ in {"between", "on", "for", "in"} for c in head.children)
        verb = grammar.governing_verb(head)
        free = verb is None or not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
        if between and free and self.last_action == "signed":
            return "signed", "listed", head.left_edge.i, head.right_edge.i
        return None

    def _by_verb(self, verb: Token, top: Token) -> str | None:
        """The action that a verb does, with plans, wishes and denials told apart."""
        lemma = verb.lemma_.lower()
        action = self.words.action_of(lemma)
        if lemma in {"expect", "schedule", "plan", "set", "slate", "due"}:
            signing = next((c for c in verb.children if c.dep_ == "xcomp" and self.words.action_of(c.lemma_.lower()) == "signed"), None)
            if signing is not None and not grammar.is_negated(verb) and not grammar.is_conditional(verb):
                return "planned"
        if action is None and lemma in {"include", "see", "witness", "feature"}:
            return None
        if action is None or grammar.is_negated(verb) or grammar.is_conditional(verb):
            return None
        if action in {"signed", "ratified", "amended", "extended"}:
            if grammar.is_planned(verb) or _ahead(verb):
                return "planned" if action == "signed" else None
            if any(c.lower_ in {"would", "should", "could", "may", "might", "must", "can"} for c in verb.children if c.dep_ == "aux"):
                return "planned" if verb.dep_ in {"ccomp", "relcl"} else None
            if verb.dep_ in {"xcomp", "ccomp", "pcomp"} and verb.head.lemma_.lower() in {"propose", "suggest"}:
                return "proposed"
            if verb.tag_ == "VB" and verb.dep_ in {"xcomp", "acl", "advcl", "ccomp"}:
                head = verb.head.lemma_.lower()
                return "planned" if head in {"agree", "plan", "expect", "intend", "decide", "schedule", "prepare", "intention"} else "proposed" if head in {"propose", "proposal", "suggest"} else None
        return action

    def _by_noun(self, noun: Token, top: Token) -> tuple[str, str, int, int] | None:
        """"the signing of the X", "negotiations on an X", "a proposal for an X"."""
        lemma = noun.lemma_.lower()
        verb = grammar.governing_verb(noun)
        if verb is not None and (grammar.is_negated(verb) or grammar.is_conditional(verb)):
            return None
        left, right = noun.left_edge.i, top.right_edge.i
        if lemma in _PLAN_NOUNS:
            return "planned", f"noun:{lemma}", left, right
        if lemma == "proposal" or (verb is not None and verb.lemma_.lower() in {"propose", "suggest"}):
            return "proposed", f"noun:{lemma}", min(left, verb.i if verb is not None else left), right
        if lemma in _RATIFYING_NOUNS:
            done = verb is not None and not grammar.is_planned(verb) and verb.lemma_.lower() in {"concur", "complete", "approve", "vote", "welcome", "grant", "follow", "give", "announce", "exchange", "deposit"}
            return ("ratified", f"noun:{lemma}", min(left, verb.i), right) if done and verb is not None else None
        ahead = verb is not None and (grammar.is_planned(verb) or verb.lemma_.lower() in {"expect", "await", "foresee", "prepare", "plan"})
        intends = self._intending(noun)
        if ahead or intends:
            return "planned", f"noun:{lemma}", min(left, verb.i) if ahead and verb is not None and not intends else left, right
        return "signed", f"noun:{lemma}", left, right

    def _intending(self, noun: Token) -> bool:
        """"a letter of intent on the signing of", "the signing of which was provided for in"."""
        before = noun.doc[max(noun.sent.start, noun.left_edge.i - 4) : noun.left_edge.i]
        near = [*before, *(t for t in noun.ancestors if t.pos_ in {"NOUN", "PROPN"})]
        return any(t.lemma_.lower() in {"intent", "letter", "intention"} for t in near)

    # -- making --------------------------------------------------------------------------------------

    def drafts(self, found: list[_Found]) -> list[Draft[Instrument]]:
        """One fact for each text and action; a text amended by another is a fact and a relation."""
        out: list[Draft[Instrument]] = []
        seen: dict[tuple[str, str], int] = {}
        for one in found:
            draft = self._draft(one)
            if draft is None:
                continue
            fact = draft.fact
            key = (fact.action, _key(fact.title))
            if key in seen:
                old = out[seen[key]]
                if old.fact.evidence[0] != fact.evidence[0]:
                    merged = msgspec.structs.replace(
                        old.fact, evidence=(*old.fact.evidence, *fact.evidence), date=old.fact.date or fact.date,
                        period=old.fact.period or fact.period, fields=unique([*old.fact.fields, *fact.fields]),
                    )  # fmt: skip
                    out[seen[key]] = Draft(merged, old.trigger)
                continue
            if self._is_echo(fact, [d.fact for d in out]):
                continue
            seen[key] = len(out)
            out.append(draft)
        return out

    def _is_echo(self, fact: Instrument, before: list[Instrument]) -> bool:
        """A second, barer mention of a text already told ("the MoU", "the agreement")."""
        bare = len(fact.title.split()) <= 2
        return bare and any(o.type == fact.type and (o.action == fact.action or fact.action == "existing") for o in before)

    def _draft(self, one: _Found) -> Draft[Instrument] | None:
        doc = self.analysis.doc
        title = self.analysis.quote_tokens(one.left, one.right)
        evidence = self.analysis.quote_tokens(one.opens, min(one.closes, one.head.sent.end - 1))
        sentence = one.head.sent
        parties = self._parties(one, evidence)
        if len(parties) < 2:
            return None
        direction = "future" if one.action in {"planned", "proposed"} else "past"
        date = None
        period = one.period
        for mention in self.analysis.dates_in(evidence.start, max(evidence.end, title.end)):
            value = mention.resolve("past" if direction == "past" else "future")
            if value is None or mention.kind == "duration" or self._is_in_aside(mention.start, one):
                continue
            if "/" in value and all(len(p) == 4 for p in value.split("/")):
                period = period or value
            elif one.action in {"signed", "ratified", "amended", "extended", "terminated"} and date is None:
                date = value
            elif one.action == "existing" and date is None and ("enter" in one.rule or self.analysis.text[max(0, mention.start - 4) : mention.start].lower().endswith("of ")):
                date = value
        if one.action == "existing" and "enter" in one.rule and date is None:
            found = self.analysis.date_in(sentence.start_char, sentence.end_char, "past")
            date = found[0] if found else None
        if period is None:
            period = next((d.past for d in self.analysis.dates_in(title.start, sentence.end_char) if d.kind == "interval" and d.past and _years(d.past)), None)
        if date is None and one.action == "signed":
            date = self._date_around(one)
        return Draft(
            Instrument(
                document=self.analysis.document.name, source="", rule=one.rule,
                evidence=(evidence, self.analysis.quote_tokens(*one.more)) if one.more else (evidence,),
                modality=cast(Modality, "planned" if one.action in {"planned", "proposed"} else "asserted"),
                type=cast(InstrumentType, one.type), action=cast(InstrumentAction, one.action), title=title.text,
                parties=parties, date=date, period=period, fields=self.analysis.fields_in(title.start, title.end),
                relations=self._relations(one, title), reasons={"action": one.rule},
            ),
            one.head.idx,
        )  # fmt: skip

    def _is_in_aside(self, offset: int, one: _Found) -> bool:
        """Whether the place lies in a relative clause about the text that tells something else of it."""
        token = next((t for t in one.head.sent if t.idx <= offset < t.idx + max(1, len(t))), None)
        return token is not None and one.rule.split("/")[1] != "participle" and any(
            t.dep_ == "relcl" and t.i > one.head.i for t in (token, *token.ancestors)
        )

    def _date_around(self, one: _Found) -> str | None:
        """The day in the same sentence, else that of the engagement told last on which it was signed."""
        sentence = one.head.sent
        found = self.analysis.date_in(sentence.start_char, sentence.end_char, "past")
        if found and not _years(found[0]):
            return found[0]
        return self.actors.date_at(one.head.idx)

    def _parties(self, one: _Found, evidence: Span) -> tuple[str, ...]:
        sentence = one.head.sent
        named = unique(
            m.code for m in self.analysis.parties_in(sentence.start_char, sentence.end_char)
            if m.form in {"name", "demonym", "body"} and not (m.form == "body" and not evidence.start <= m.start < evidence.end)
        )  # fmt: skip
        verb = grammar.governing_verb(one.head)
        doer = self.actors.resolve(grammar.doer_of(verb)) if verb is not None else None
        if doer is not None and len(doer.parties) > 1:
            return doer.parties
        frame = self.actors.frame(one.head.idx)
        if len(named) >= 2 and set(named) != set(frame):
            return named if len(named) == 2 else unique([*(n for n in named if n in frame), *(frame if len(frame) == 2 else ())]) or named
        if len(frame) >= 2:
            return frame[:2] if len(named) < 3 else frame
        return unique([*named, *frame])

    def _relations(self, one: _Found, title: Span) -> tuple[Relation, ...]:
        out: list[Relation] = []
        match = re.search(r"\b(amending|supplementing|extending|renewing|implementing)\s+(?:the\s+|an?\s+)?(.+)$", title.text)
        kinds = {"amending": "amends", "supplementing": "amends", "extending": "renews", "renewing": "renews", "implementing": "implements"}
        if match:
            out.append(Relation(type=cast("Relation", kinds[match.group(1)]), target=match.group(2)))  # type: ignore[arg-type]
        if one.type == "letter-of-intent":
            target = re.search(r"\b(?:signing of|sign|conclusion of|conclude)\s+(?:the\s+|an?\s+)?(.+)$", title.text)
            if target:
                out.append(Relation(type="intends", target=target.group(1)))
        return tuple(out)


def _without_counts(found: list[_Found]) -> list[_Found]:
    """"Four MoUs were signed" followed by their list: the listed ones, not the count."""
    listed = {f.type for f in found if f.rule.endswith(("listed", "among-signed"))}
    return [f for f in found if not (f.type in listed and any(c.dep_ == "nummod" for c in f.head.children))]


def _years(value: str) -> bool:
    return all(len(part) == 4 for part in value.split("/"))


def _ahead(verb: Token) -> bool:
    """Expected, scheduled, to be signed."""
    return any(
        t.lemma_.lower() in {"expect", "schedule", "plan", "prepare", "set", "intend", "agree", "aim", "look", "foresee"}
        for t in (verb.head,) if verb.dep_ in {"xcomp", "ccomp", "advcl", "pcomp"}
    )  # fmt: skip


def _key(title: str) -> str:
    return " ".join(w for w in re.findall(r"\w+", title.lower()) if w not in {"the", "a", "an"})
