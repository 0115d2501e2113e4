"""What hangs on a word: objects, conjuncts, owners, and where phrases and clauses begin and end."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from servanda.extract.grammar.dependents import has_child
from servanda.extract.grammar.kept import kept
from servanda.extract.grammar.subjects import FINITE, has_subject, is_misplaced

_LOOSE = frozenset({".", ",", ";", ":", "–", "—", "-"})
_NO_OPENING = _LOOSE | {"•", "and", "but"}


def is_indefinite(noun: Token) -> bool:
    """Whether a noun has "a" or "an" before it."""
    return has_child(noun, "det", words={"a", "an"})


def objects_of(verb: Token) -> list[Token]:
    """Direct objects, and the subject of a passive verb, with their conjuncts."""
    heads = [c for c in verb.children if c.dep_ in {"dobj", "obj", "dative", "nsubjpass", "attr", "oprd"}]
    return [x for h in heads for x in with_conjuncts(h)]


def direct_objects(verb: Token) -> list[Token]:
    """Direct objects with their conjuncts."""
    return [x for c in verb.children if c.dep_ == "dobj" for x in with_conjuncts(c)]


def with_conjuncts(token: Token) -> list[Token]:
    """The token and what is joined to it by "and" or commas."""
    return [token, *token.conjuncts] if token.dep_ != "conj" else [token]


def prep_objects(token: Token, *prepositions: str) -> list[Token]:
    """Nouns behind one of the prepositions that hang on `token`, with their conjuncts, also behind the same
    word once more ("*with* traders and *with* the mayor")."""
    out: list[Token] = []
    for child in token.children:
        if child.dep_ in {"prep", "dative", "agent"} and child.lower_ in prepositions:
            again = (c for c in child.children if c.dep_ == "conj" and c.lower_ == child.lower_)
            for noun in (n for p in (child, *again) for n in p.children):
                if noun.dep_ in {"pobj", "pcomp"}:
                    out += with_conjuncts(noun)
    return out


def possessor_of(noun: Token) -> Token | None:
    """The "Japan" of "Japan's commitment", "the Government of Japan's intention", "the will of Japan"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    found = prep_objects(noun, "of", "by", "from")
    return found[0] if found else None


def phrase(token: Token) -> Span:
    """The noun phrase of a noun with all that hangs on it, less punctuation at its end."""
    doc = token.doc
    left, right = token.left_edge.i, token.right_edge.i
    return doc[left : trim_right(doc, left, right) + 1]


def trim_right(doc: Doc, left: int, right: int) -> int:
    """Index of the last token that is neither punctuation (closing brackets and quotes stay) nor space."""
    while right > left and (doc[right].is_space or doc[right].text in _LOOSE):
        right -= 1
    return right


def trim_left(doc: Doc, left: int, right: int) -> int:
    """Index of the first token that is neither space nor a word or sign that cannot open a clause."""
    while left < right and (doc[left].is_space or doc[left].text in _NO_OPENING):
        left += 1
    return left


def content_end(head: Token) -> int:
    """Index of the last token of what hangs on `head`, before a finite verb that does not belong there."""
    right = head.right_edge.i
    for token in head.subtree:
        if token.i > head.i and is_misplaced(token):
            right = min(right, token.i - 1)
    while right > head.i and head.doc[right].lower_ in {"and", "also", "further", ","}:
        right -= 1
    return trim_right(head.doc, head.i, right)


@kept
def clause_bounds(verb: Token) -> tuple[int, int]:
    """First and last token index of the clause of `verb`: its subtree, less the reporting frame above it,
    less clauses joined to it by "and" that have a subject of their own."""
    doc = verb.doc
    inside = [t.i for t in _clause_tokens(verb)]
    left, right = min(inside), max(inside)
    left = trim_left(doc, left, right)
    return left, max(verb.i, min(trim_right(doc, left, right), content_end(verb)))


def _clause_tokens(verb: Token) -> Iterator[Token]:
    yield verb
    for child in verb.children:
        if not _is_between(child) and not _is_clause_beside(child, verb):
            yield from child.subtree


def _is_between(token: Token) -> bool:
    """Marks and "and"; but not a name that ends in a full stop, which the parser takes for one ("X Jr.")."""
    return token.dep_ == "cc" or (token.dep_ == "punct" and token.pos_ != "PROPN")


def _is_clause_beside(child: Token, verb: Token) -> bool:
    """A joined clause that stands for itself: "they met *and Japan offered* ...", "met *and signed* ..."."""
    if child.dep_ != "conj":
        return False
    return has_subject(child) or (child.pos_ == "VERB" and child.tag_ in FINITE and verb.tag_ in FINITE)


def text_between(doc: Doc, left: int, right: int) -> tuple[int, int]:
    """Character offsets of the tokens `left` to `right`, both included."""
    return doc[left].idx, doc[right].idx + len(doc[right])
