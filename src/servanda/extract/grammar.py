"""Readings of the dependency parse that all kinds of fact share: subjects, clauses, negation, modality."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from servanda.model.facts import Modality

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_CLAUSAL = frozenset({"advcl", "relcl", "acl", "ccomp", "parataxis", "csubj"})
_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "hardly"})
_HEDGED_NEGATIVES = frozenset(
    "decline refuse deny reject fail stop cease refrain avoid oppose abandon rule dismiss withdraw suspend "
    "halt scrap shelve disagree renounce".split()
)
_CONDITIONS = frozenset({"if", "unless", "whether", "should", "provided", "were", "had"})
_TIMES = frozenset({"before", "until", "after", "when", "while", "as", "since", "once"})
_PLANS = frozenset({"will", "shall", "'ll", "’ll"})
_HYPOTHETICAL = frozenset({"would", "could", "might", "may", "can"})


def subject_of(verb: Token) -> Token | None:
    """The head of the grammatical subject, looked for through conjunctions and participles."""
    seen = 0
    token = verb
    while seen < 6:
        for child in token.children:
            if child.dep_ in _SUBJECTS:
                return relative_antecedent(child)
        if token.dep_ in {"acl", "relcl"}:
            return token.head
        if is_misplaced(token):
            token = finite_above(token)
            seen += 1
            continue
        if token.dep_ in {"conj", "xcomp", "advcl", "pcomp", "ccomp", "aux", "auxpass", "dep", "acomp"} or (
            token.dep_ == "prep" and token.head.pos_ in {"VERB", "AUX"}
        ):
            if token.head is token:
                return None
            token = token.head
            seen += 1
            continue
        if token.pos_ not in {"VERB", "AUX"} and token.head is not token and token.dep_ == "pobj":
            token = token.head
            seen += 1
            continue
        return None
    return None


_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def is_misplaced(verb: Token) -> bool:
    """A finite verb that the parser joined to an infinitive or participle ("expressed readiness to help ...
    and recognized ..."): it goes on with the main clause, not with the content."""
    if verb.dep_ != "conj" or verb.tag_ not in _FINITE or any(c.dep_ in _SUBJECTS for c in verb.children):
        return False
    head = verb.head
    modal = any(c.tag_ in {"MD", "TO"} for c in head.children if c.dep_ == "aux")
    return head.tag_ in {"VB", "VBG"} and (modal or head.tag_ == "VBG" or head.dep_ in {"xcomp", "acl", "conj", "pcomp"})


def finite_above(verb: Token) -> Token:
    """The nearest finite verb above, or the root."""
    current = verb.head
    for _ in range(10):
        if current.head is current or (current.tag_ in _FINITE and current.pos_ in {"VERB", "AUX"}):
            return current
        current = current.head
    return current


def content_end(head: Token) -> int:
    """Index of the last token of what hangs on `head`, before a finite verb that does not belong there."""
    right = head.right_edge.i
    for token in head.subtree:
        if token.i > head.i and is_misplaced(token):
            right = min(right, token.i - 1)
    while right > head.i and head.doc[right].lower_ in {"and", "also", "further", ","}:
        right -= 1
    return trim_right(head.doc, head.i, right)


def relative_antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    if token.tag_ in {"WDT", "WP"} and token.lower_ in {"who", "which", "that"}:
        clause = token.head
        while clause.dep_ in {"conj", "xcomp"} and clause.head is not clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return clause.head
    return token


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive voice."""
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children) or (
        verb.dep_ in {"acl"} and verb.tag_ == "VBN"
    )


def agent_of(verb: Token) -> Token | None:
    """The noun behind "by" of a passive verb."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return noun
    return None


def doer_of(verb: Token) -> Token | None:
    """Who acts: the subject of an active verb, the agent of a passive one (None when not named)."""
    return agent_of(verb) if is_passive(verb) else subject_of(verb)


def objects_of(verb: Token) -> list[Token]:
    """Direct objects, and the subject of a passive verb, with their conjuncts."""
    heads = [c for c in verb.children if c.dep_ in {"dobj", "obj", "dative", "nsubjpass", "attr", "oprd"}]
    return [x for h in heads for x in with_conjuncts(h)]


def with_conjuncts(token: Token) -> list[Token]:
    """The token and what is joined to it by "and" or commas."""
    return [token, *token.conjuncts] if token.dep_ != "conj" else [token]


def prep_objects(token: Token, *prepositions: str) -> list[Token]:
    """Nouns behind one of the prepositions that hang on `token`, with their conjuncts."""
    out: list[Token] = []
    for child in token.children:
        if child.dep_ in {"prep", "dative", "agent"} and child.lower_ in prepositions:
            for noun in child.children:
                if noun.dep_ in {"pobj", "pcomp"}:
                    out += with_conjuncts(noun)
    return out


def possessor_of(noun: Token) -> Token | None:
    """"Japan" in "Japan's commitment", "the Government of Japan's intention", "the will of Japan"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    found = prep_objects(noun, "of", "by", "from")
    return found[0] if found else None


def phrase(token: Token) -> Span:
    """The noun phrase of a noun with all that hangs on it, up to a relative clause set off by a comma."""
    doc = token.doc
    left, right = token.left_edge.i, token.right_edge.i
    return doc[left : trim_right(doc, left, right) + 1]


def trim_right(doc: Doc, left: int, right: int) -> int:
    """Index of the last token that is neither punctuation (closing brackets and quotes stay) nor space."""
    while right > left and (doc[right].is_space or doc[right].text in {".", ",", ";", ":", "–", "—", "-"}):
        right -= 1
    return right


def trim_left(doc: Doc, left: int, right: int) -> int:
    """Index of the first token that is neither space nor punctuation that cannot open a clause."""
    while left < right and (
        doc[left].is_space or doc[left].text in {",", ";", ":", ".", "–", "—", "-", "•", "and", "but"}
    ):
        left += 1
    return left


def clause_bounds(verb: Token) -> tuple[int, int]:
    """First and last token index of the clause of `verb`: its subtree, less the reporting frame above it,
    less clauses joined to it by "and" that have a subject of their own."""
    doc = verb.doc
    left = min((t.i for t in _clause_tokens(verb)), default=verb.i)
    right = max((t.i for t in _clause_tokens(verb)), default=verb.i)
    left = trim_left(doc, left, right)
    return left, max(verb.i, min(trim_right(doc, left, right), content_end(verb)))


def _clause_tokens(verb: Token) -> Iterator[Token]:
    yield verb
    for child in verb.children:
        if child.dep_ == "conj" and any(c.dep_ in _SUBJECTS for c in child.children):
            continue
        if child.dep_ in {"punct", "cc"}:
            continue
        if child.dep_ == "conj" and child.tag_ in _FINITE and verb.tag_ in _FINITE and child.pos_ == "VERB":
            continue
        yield from child.subtree


def is_negated(token: Token) -> bool:
    """Whether the verb, its auxiliaries or its object deny what it says ("did not", "no agreement",
    "declined to", "has yet to", "failed to")."""
    for child in token.children:
        if child.dep_ == "neg" and child.i + 1 < len(child.doc) and child.nbor().lower_ == "only":
            continue
        if child.dep_ == "neg" or (
            child.lower_ in _NEGATIONS and child.dep_ in {"det", "advmod", "preconj", "neg"}
        ):
            return True
        if child.dep_ in {"nsubjpass", "nsubj", "dobj"} and any(
            g.lower_ in {"no", "neither"} and g.dep_ in {"det", "preconj", "neg"} for g in child.children
        ):
            return True
    head = token.head
    if head is token:
        return False
    if token.dep_ == "advcl" and any(c.dep_ in {"mark", "advmod"} and c.lower_ in _TIMES for c in token.children):
        return False
    if token.dep_ in {"xcomp", "ccomp", "pcomp", "advcl", "acl"}:
        lemma = head.lemma_.lower()
        if lemma in _HEDGED_NEGATIVES or (head.dep_ == "prep" and head.lower_ in {"without", "against"}):
            return True
        if any(c.dep_ == "neg" for c in head.children):
            return True
        if lemma == "have" and any(c.lower_ == "yet" for c in head.children):
            return True
    if token.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return not any(c.dep_ in _SUBJECTS for c in token.children) and is_negated(head)
    return any(c.lower_ == "yet" for c in token.children) and any(
        c.lower_ == "to" for c in token.children
    )


def is_conditional(token: Token) -> bool:
    """Whether the clause stands under a condition or a question ("if", "unless", "whether")."""
    current = token
    for _ in range(8):
        if any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in current.children):
            return True
        if current.head is current:
            break
        if current.dep_ not in {"ccomp", "xcomp", "advcl", "conj", "aux", "auxpass", "pcomp", "acl"}:
            break
        current = current.head
    root = token.sent.root
    if token.sent.text.rstrip().endswith("?"):
        return True
    first = next((t for t in token.sent if not t.is_space and not t.is_punct), root)
    return first.lower_ in {"had", "were", "should"} and first.dep_ in {"aux", "ROOT", "auxpass"}


def modality_of(verb: Token) -> Modality:
    """asserted, planned, hypothetical or negated, from the verb's auxiliaries and what it hangs on."""
    if is_negated(verb):
        return "negated"
    if is_conditional(verb):
        return "hypothetical"
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if auxiliaries & _PLANS:
        return "planned"
    if auxiliaries & _HYPOTHETICAL:
        return "hypothetical"
    return "asserted"


_SCHEDULED = frozenset({"schedule", "expect", "plan", "set", "due", "slate", "intend", "poise", "prepare"})


def is_planned(verb: Token) -> bool:
    """Whether the text says that it will happen: "will", "is to", "is scheduled/set/due/expected to",
    "plans to", "are planned", "upcoming"."""
    current = verb
    for _ in range(5):
        words = {c.lower_ for c in current.children if c.dep_ in {"aux", "auxpass"}}
        if words & _PLANS:
            return True
        if "to" in words and "be" not in words and current.tag_ == "VB":
            head = current.head
            if head.lemma_ in _SCHEDULED or head.lower_ in {"due", "set", "poised", "about"}:
                return True
            if head.lemma_ == "be" and current.dep_ in {"xcomp", "acomp", "ccomp"}:
                return True
        if current.lemma_ in _SCHEDULED and current.tag_ in {"VBN", "VBG", "VBD", "VBZ", "VBP"}:
            return True
        if current.dep_ in {"xcomp", "ccomp", "conj", "pcomp", "auxpass", "acomp", "advcl"} and (
            current.head is not current and not any(c.dep_ in _SUBJECTS for c in current.children)
        ):
            current = current.head
            continue
        break
    return False


def text_between(doc: Doc, left: int, right: int) -> tuple[int, int]:
    """Character offsets of the tokens `left` to `right`, both included."""
    return doc[left].idx, doc[right].idx + len(doc[right])


def ancestors_until_clause(token: Token) -> Iterator[Token]:
    """The token's heads up to and with the verb of its clause."""
    current = token
    for _ in range(12):
        if current.head is current:
            return
        current = current.head
        yield current
        if current.pos_ in {"VERB", "AUX"} and current.dep_ in _CLAUSAL | {"ROOT", "conj", "xcomp"}:
            return


def governing_verb(token: Token) -> Token | None:
    """The verb in whose clause a noun stands."""
    return next((t for t in ancestors_until_clause(token) if t.pos_ in {"VERB", "AUX"}), None)
