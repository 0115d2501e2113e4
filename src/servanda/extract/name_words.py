"""Names that are written like small words of English: of "the visit of General Secretary *To* Lam" the parser
makes a visit to Lam, of "met Minister *An* Gyu-baek" a noun with its article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.language import Language
from spacy.tokens import Doc, Token

from servanda.codebook.instruments import instrument_words
from servanda.codebook.names import name_words
from servanda.codebook.places import party_code
from servanda.extract.mends import tokens_of

NAME_WORDS = "servanda_name_words"
"""Name of the pipeline's part, for before all others."""
_AS_A_NAME = "john"
"""What the network reads instead: a first name that it knows."""
_JOINING = frozenset({"of", "the", "for", "and", "on", "in"})
"""Words without a capital that go on with the name of a text."""
_OPENS = frozenset(".:;!?\"“”'‘’([–—-•*/|")
"""Signs behind which a sentence, a heading or a quotation begins with a capital."""


@Language.component(NAME_WORDS)
def _know_names(doc: Doc) -> Doc:
    """Such a word in a capital within a sentence, before another, is read as a name; and so is the same pair
    at the beginning of one. It has to be told before the network reads the words."""
    forms = {word.capitalize() for word in name_words().small_words}
    written = [token for token in tokens_of(doc, "ORTH", forms) if _is_before_name(token)]
    known = {_pair(token) for token in written if _is_within(token)}
    for token in written:
        if _pair(token) in known:
            token.norm_ = _AS_A_NAME
    return doc


def _pair(token: Token) -> tuple[str, str]:
    return token.text, token.nbor().text


def _is_before_name(token: Token) -> bool:
    """ "To |Lam|", "An |Gyu-baek|"; but not "To Kenya"."""
    if token.i + 1 >= len(token.doc):
        return False
    behind = token.nbor()
    own = behind.is_title and behind.is_alpha and len(behind) > 1
    return own and behind.lower_ not in name_words().small_words and party_code(behind.text) is None


def _is_within(token: Token) -> bool:
    """Whether the word stands within a sentence, where a small word has no capital: behind another word or a
    comma, and in no headline with capitals."""
    if token.i == 0 or token.nbor(-1).is_space or token.nbor(-1).text in _OPENS or _is_in_title(token):
        return False
    return any(word.is_alpha and word.is_lower and not word.is_stop for word in _line(token))


def _is_in_title(token: Token) -> bool:
    """ "the Agreement |On Mutual| Assistance", "the Memorandum of Understanding |In| Trade": of a text."""
    before = (token.doc[i] for i in range(token.i - 1, -1, -1))
    title = takewhile(lambda word: word.is_title or word.lower_ in _JOINING, before)
    return any(word.is_title and word.lower_.removesuffix("s") in instrument_words().heads for word in title)


def _line(token: Token) -> Iterator[Token]:
    """The words of the line before and behind the word."""
    doc = token.doc
    yield from takewhile(_is_in_line, (doc[i] for i in range(token.i - 1, -1, -1)))
    yield from takewhile(_is_in_line, (doc[i] for i in range(token.i + 1, len(doc))))


def _is_in_line(token: Token) -> bool:
    return "\n" not in token.text
