"""Whether a clause denies, supposes or plans what it says."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from servanda.codebook.grammar import grammar_words
from servanda.extract.grammar.dependents import auxiliaries, has_child
from servanda.extract.grammar.kept import kept
from servanda.extract.grammar.subjects import has_subject, is_verbal

_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "advcl", "acl"})
_CONDITIONED = frozenset({"ccomp", "xcomp", "advcl", "conj", "aux", "auxpass", "pcomp", "acl", "acomp"})
_PRESENT = frozenset({"is", "are", "being", "been"})
_HAVING = frozenset({"having"})
_PLANNED_WITH = frozenset({"xcomp", "ccomp", "conj", "pcomp", "auxpass", "acomp", "advcl"})


@kept
def is_negated(token: Token) -> bool:
    """Whether the verb, its auxiliaries or its object deny what it says ("did not", "no agreement",
    "declined to", "has yet to", "failed to")."""
    if any(_denies(c) for c in token.children):
        return True
    if _tells_when(token):
        return False
    if token.dep_ in _COMPLEMENTS and _denies_complement(token.head):
        return True
    if token.dep_ == "conj" and is_verbal(token.head):
        return not has_subject(token) and is_negated(token.head)
    beside = {c.lower_ for c in token.children}
    yet_to = token.lemma_ == "have" and any(c.dep_ == "xcomp" for c in token.children)
    return "yet" in beside and ("to" in beside or yet_to)


def _denies(child: Token) -> bool:
    """As in "did *not* sign", "*neither* signed nor", "*no* agreement was signed", but not in "not only"."""
    if child.dep_ == "neg":
        return not (child.i + 1 < len(child.doc) and child.nbor().lower_ == "only")
    if child.dep_ in {"det", "advmod", "preconj"} and child.lower_ in grammar_words().negations:
        return True
    argument = child.dep_ in {"nsubjpass", "nsubj", "dobj"}
    return argument and has_child(child, "det", "preconj", "neg", words={"no", "neither"})


def _tells_when(verb: Token) -> bool:
    """As in "did not speak *when they met*": a clause of time is told as it was."""
    return verb.dep_ == "advcl" and has_child(verb, "mark", "advmod", words=grammar_words().times)


def _denies_complement(head: Token) -> bool:
    """As in "*declined* to sign", "*without* signing", "did *not agree* to sign", "*has yet* to sign"."""
    words = grammar_words()
    lemma = head.lemma_.lower()
    if lemma in words.denying_verbs or (head.dep_ == "prep" and head.lower_ in words.denying_prepositions):
        return True
    if any(c.dep_ == "neg" for c in head.children):
        return True
    if head.dep_ == "dobj" and head.head.lemma_.lower() in words.denying_verbs:
        return lemma in words.hearsay  # "denied reports that"
    return lemma == "have" and any(c.lower_ == "yet" for c in head.children)


@kept
def is_conditional(token: Token) -> bool:
    """Whether the clause stands under a condition or a question ("if", "unless", "whether"), or has a
    condition beside it ("will train officers *if Kenya agrees*")."""
    if any(has_child(t, "mark", words=grammar_words().conditions) for t in _clauses_around(token)):
        return True
    return _has_condition(token) or token.i in _supposed(token.doc)


def _has_condition(verb: Token) -> bool:
    """As in "*if Kenya agrees*"; but not "if necessary"."""
    clauses = (c for c in verb.children if c.dep_ == "advcl" and has_subject(c))
    return any(has_child(c, "mark", words=grammar_words().conditions_beside) for c in clauses)


def _clauses_around(token: Token) -> Iterator[Token]:
    """The token and the words above it whose condition is also its own."""
    current = token
    for _ in range(8):
        yield current
        if current.dep_ not in _CONDITIONED:
            return
        current = current.head


def _supposed(doc: Doc) -> frozenset[int]:
    """Indexes of the tokens in questions and in sentences that open with an inverted condition. Kept with the
    parse, since it is asked of each verb."""
    kept: frozenset[int] | None = doc.user_data.get("servanda_supposed")
    if kept is None:
        supposed = (s for s in doc.sents if s.text.rstrip().endswith("?") or _opens_inverted(s))
        kept = doc.user_data["servanda_supposed"] = frozenset(
            i for s in supposed for i in range(s.start, s.end)
        )
    return kept


def _opens_inverted(sentence: Span) -> bool:
    """As in "*Should* the talks resume, ...", "*Were* the pact signed, ..."."""
    first = next((t for t in sentence if not t.is_space and not t.is_punct), sentence.root)
    return first.lower_ in grammar_words().inverted_conditions and first.dep_ in {"aux", "ROOT", "auxpass"}


def is_unreal(verb: Token) -> bool:
    """Whether the clause denies, or only supposes, what it says."""
    return is_negated(verb) or is_conditional(verb)


@kept
def is_planned(verb: Token) -> bool:
    """Whether the text says that it will happen: "will", "is to", "is scheduled/set/due/expected to",
    "plans to", "are planned", "upcoming"."""
    return any(_will(v) or _is_to(v) or _is_scheduled(v) for v in _verbs_above(verb))


def _verbs_above(verb: Token) -> Iterator[Token]:
    """The verb and those above it whose time it shares: "is expected *to visit and sign*"."""
    current = verb
    for _ in range(5):
        yield current
        done = has_child(current, "aux", words=_HAVING)  # "having signed it, they will"
        if current.dep_ not in _PLANNED_WITH or has_subject(current) or done:
            return
        current = current.head


def _will(verb: Token) -> bool:
    """As in "*will* sign", "*will* be signed"."""
    return has_child(verb, "aux", "auxpass", words=grammar_words().future_auxiliaries)


def _is_to(verb: Token) -> bool:
    """As in "is *to sign*", "is due *to sign*", "plans *to sign*"."""
    beside = auxiliaries(verb)
    to_be_done = verb.tag_ == "VBN" and verb.head.lemma_ == "be" and "be" in beside
    if "to" not in beside or not (to_be_done or (verb.tag_ == "VB" and "be" not in beside)):
        return False
    words, head = grammar_words(), verb.head
    if head.lemma_ in words.scheduling_verbs or head.lower_ in words.scheduling_adjectives:
        return True
    said = has_child(head, "attr", "acomp")  # "it was my pleasure to host"
    return head.lemma_ == "be" and verb.dep_ in {"xcomp", "acomp", "ccomp"} and not said


def _is_scheduled(verb: Token) -> bool:
    """As in "the visit is *scheduled* for May", "they *plan* a pact", "talks are *foreseen* in June"."""
    words, lemma = grammar_words(), verb.lemma_
    if lemma == "set" and has_child(verb, "prt", words={"up", "aside"}):
        return False  # "was set up in May"
    if lemma == "be" and has_child(verb, "acomp", words=words.scheduling_adjectives):
        return True  # "the session is due to be held"
    if lemma in words.foreseen_verbs and has_child(verb, "auxpass", words=_PRESENT):
        return True
    return lemma in words.scheduling_verbs and verb.tag_ in {"VBN", "VBG", "VBD", "VBZ", "VBP"}
