"""The tree answers as spaCy's parse does."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from servanda.extract.parse import load_parser
from servanda.extract.tree import Stretch, Tree, Word, tree_of

TEXTS = [
    "Japan and Kenya, which met in Nairobi, signed a pact on ports, roads and rail. They will meet again.",
    "TALKS HELD\n\nOn 5 May the ministers (both new) of Norway, Sweden and Finland met.\n\n• Twenty items",
    "What was agreed, what the two sides said, and what they hoped for is not told: nobody knows.",
    "Word",
    " \n",
    "",
]
ANSWERS = (
    "i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "is_alpha", "is_punct", "is_sent_start",
    "is_space", "like_num", "head", "lefts", "rights", "children", "left_edge", "right_edge", "sent",
    "ancestors", "subtree", "conjuncts",
)  # fmt: skip


@cache
def parser() -> Language:
    return load_parser()


def plain(answer: object) -> object:
    """An answer by places in the text."""
    if isinstance(answer, (Token, Word)):
        return answer.i
    if isinstance(answer, (Span, Stretch)):
        return answer.start, answer.end, answer.start_char, answer.end_char, answer.text, answer.root.i
    if isinstance(answer, Iterable) and not isinstance(answer, str):
        return [plain(each) for each in answer]
    return answer


@pytest.fixture(params=TEXTS)
def doc(request: pytest.FixtureRequest) -> Doc:
    return parser()(request.param)


@pytest.mark.parametrize("answer", ANSWERS)
def test_each_word_answers_as_in_spacy(doc: Doc, answer: str) -> None:
    tree = Tree(doc)
    assert len(tree) == len(doc)
    for word, token in zip(tree, doc, strict=True):
        assert plain(getattr(word, answer)) == plain(getattr(token, answer)), token
        assert len(word) == len(token)


def test_the_parse_of_an_end_stands_where_it_stands_in_the_whole() -> None:
    head, end = "The minister met nobody.\n\n", "Japan and Kenya signed a pact. They will meet again."
    tree = Tree(parser()(end), head + end)
    assert [(head + end)[word.idx : word.idx + len(word)] for word in tree] == [w.text for w in parser()(end)]
    first, _ = tree.sents
    assert first.text == "Japan and Kenya signed a pact."
    start = (head + end).index("signed")
    found = tree.char_span(start, start + len("signed"))
    assert found is not None
    assert found.text == "signed"
    assert tree.char_span(0, 3) is None


def test_sentences_are_those_of_spacy(doc: Doc) -> None:
    assert plain(Tree(doc).sents) == plain(doc.sents)


def test_stretches_have_the_bounds_text_and_root_of_spans(doc: Doc) -> None:
    tree = tree_of(doc)
    for start in range(len(doc)):
        for end in (start + 1, start + 4, start + 99):
            assert plain(tree[start:end]) == plain(doc[start:end])


@pytest.mark.parametrize("mode", ["strict", "contract", "expand"])
def test_characters_are_aligned_as_in_spacy(mode: str) -> None:
    doc = parser()(TEXTS[0])
    tree = tree_of(doc)
    for start in range(20):
        found, wanted = (each.char_span(start, start + 9, alignment_mode=mode) for each in (tree, doc))
        assert plain(found) == plain(wanted)
        found, wanted = (each[2:9].char_span(start, start + 9, alignment_mode=mode) for each in (tree, doc))
        assert plain(found) == plain(wanted)


def test_the_neighbour_outside_the_text_is_an_error() -> None:
    tree = Tree(parser()("Japan and Kenya met."))
    assert tree[1].nbor().text == "Kenya"
    assert tree[1].nbor(-1).text == "Japan"
    with pytest.raises(IndexError):
        tree[0].nbor(-1)
    with pytest.raises(IndexError):
        tree[-1].nbor()


def test_stretches_are_equal_by_place_in_one_text() -> None:
    one, other = (Tree(parser()("Japan and Kenya met.")) for _ in range(2))
    assert one[0].sent == one[0:5]
    assert hash(one[0].sent) == hash(one[0:5])
    assert one[0].sent != other[0].sent
    assert one[0].sent != "Japan and Kenya met."
