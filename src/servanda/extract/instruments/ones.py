"""A text that is told only as "one": "replaces *the one of 2015*", "before *the present one, signed in 2015*,
expires", "agreed to negotiate *one*"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.instruments.found import Deed, Name
from servanda.extract.instruments.verbs import action_by

_EARLIER = re.compile(
    r"\b(?:the|its|their|an)\s+(?:(?:present|current|existing|previous|earlier|old|older|former|first|last|"
    r"original|expiring)\s+)?(?P<one>one)\b,?\s+"
    r"(?:(?:which|that)\s+)?(?:(?:was|were|had been|they|both|dates? back to|dating from|dating back to)\s+)?"
    r"(?:(?:signed|concluded|inked|reached|agreed|sealed|initialled)\b[^,;.]{0,40}?|of\s|from\s)?"
    r"(?:[A-Z]\w+\s)?(?P<year>(?:19|20)\d\d)\b"
    r"|\b(?P<that>that)\s+(?:of|from)\s+(?:[A-Z]\w+\s)?(?P<since>(?:19|20)\d\d)\b"
)
"""The text before: by the year in which it was made."""
_FOR_WHAT = re.compile(
    r"\b(?:(?:[Tt]he(?:\s(?:first|second|third|other))?|another|a\s(?:second|third))\s(?P<one>one),?|(?P<that>that)\s(?:of|from)\s"
    r"(?P<when>(?:last\s)?[A-Z]\w+(?:\s(?:19|20)\d\d)?|last\s(?:year|month|spring|summer|autumn|winter)))\s"
    r"(?P<what>(?:for\s(?:the\s)?(?=\d|(?:years?|period|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve)\b)|on\s|concerning\s|covering\s)(?:[^,;.:()]|(?<=\d)[,.](?=\d)){3,60}?)"
    r"(?=[,;.()]|\s(?:was|were|is|are|has|had|that|which|signed|inked|concluded|and\s(?:the|that)|will|to\sbe)\b|$)"
)
"""One of several texts, or the one before, by what it is on: "and |the one for twelve jets|"."""
_NEW = re.compile(
    r"^(?:(?:new|refreshed|renewed|updated|revised|modernised|modernized|broader|wider|second|third|another|"
    r"successor|follow-on|upgraded|comprehensive)\s+)+",
    re.IGNORECASE,
)
_OWN_YEARS = re.compile(
    r"\s+(?:for|of|covering)\s+(?:the\s+)?(?:period\s+)?(?:\d\d?\s)?(?:[A-Z]\w+\s)?(?:19|20)\d\d.*$"
)
_KIND_ENDS = re.compile(r"\s(?:on|for|between|with|concerning|covering|regarding)\s")
_COUNTED = re.compile(r"^(?:two|three|four|five|six|seven|eight|nine|ten|several|some|\d+)\s", re.IGNORECASE)
_CALLED = re.compile(r" of (?:19|20)\d\d$")
_SIGNED = frozenset({"sign", "conclude", "ink", "reach", "seal", "initial"})
_OTHERS = frozenset({"new", "second", "broader", "wider", "further", "similar", "another", "separate"})
_NEAR = 2
"""Sentences behind a text in which "one" is another of its kind."""
_FAR = 3
"""Words above "one" in which the verb of replacing stands."""


def ones(sentence: Tokens, names: Sequence[Name], analysis: Analysis) -> Iterator[Name]:
    """The texts that a sentence names as "one", called as the text of which it, or one shortly before,
    speaks: `names`, in their order."""
    told = sentence.text
    if not names or (" one" not in told and " that " not in told):
        return
    for match in _EARLIER.finditer(told):
        name = _earlier(match, sentence, names, analysis)
        if name is not None:
            yield name
    for match in _FOR_WHAT.finditer(told):
        name = _by_matter(match, sentence, names, analysis)
        if name is not None:
            yield name
    for token in sentence:
        last = _before(token, names, analysis) if token.lower_ == "one" and _is_to_be_made(token) else None
        if last is not None:
            yield Name(token, token.i, token.i, last.type, _plain(last.text))


def earlier_one(name: Name) -> Deed | None:
    """That a text told by its year alone stands, whatever its clause tells of the other."""
    if name.head.lower_ not in {"one", "that"}:
        return None
    by_year = _CALLED.search(name.called or "")
    right = max(name.right, name.head.right_edge.i) if by_year else name.right
    stands = name.right > name.head.i  # "that of May for two ships", whatever is told of the others
    return Deed("existing", "dated", name.left, right) if by_year or stands else None


def _earlier(
    match: re.Match[str], sentence: Tokens, names: Sequence[Name], analysis: Analysis
) -> Name | None:
    start = sentence.start_char
    at, year = ("one", "year") if match["one"] else ("that", "since")
    words = sentence.doc.char_span(start + match.start(), start + match.end(), alignment_mode="expand")
    head = sentence.doc.char_span(start + match.start(at), start + match.end(at), alignment_mode="expand")
    if words is None or head is None or not _is_of_a_text(head[0]):
        return None
    last = _before(head[0], names, analysis)
    if last is None:
        return None
    by_year = head[0].nbor().lower_ in {"of", "from"}
    called = f"{_plain(last.text)} of {match[year]}"
    return Name(head[0], words.start, words.end - 1 if by_year else head.start, last.type, called)


def _by_matter(
    match: re.Match[str], sentence: Tokens, names: Sequence[Name], analysis: Analysis
) -> Name | None:
    """The text told by what it is on, called by the noun of the text before."""
    start, at = sentence.start_char, "one" if match["one"] else "that"
    head = sentence.doc.char_span(start + match.start(at), start + match.end(at), alignment_mode="expand")
    words = sentence.doc.char_span(start + match.start(), start + match.end("what"), alignment_mode="expand")
    last = _before(head[0], names, analysis) if head is not None else None
    if head is None or words is None or last is None or last.head.i + 1 > head[0].i:
        return None
    kind = _KIND_ENDS.split(_COUNTED.sub("", _plain(last.text)), maxsplit=1)[0]
    if last.head.tag_ in {"NNS", "NNPS"}:
        kind = kind.removesuffix("s") if kind.endswith("s") else last.head.lemma_
    return Name(head[0], head.start, words.end - 1, last.type, f"{kind} {match['what']}")


def _is_of_a_text(one: Token) -> bool:
    """Whether it is replaced, or told as signed: "the third drill, after the one of 2015" is no text."""
    if any(c.lemma_.lower() in _SIGNED for c in one.children):
        return True
    words = instrument_words()
    for above, _ in zip(one.ancestors, range(_FAR), strict=False):
        lemma = above.lemma_.lower()
        if lemma in {"successor", "predecessor", "replacement"}:
            return True
        if words.relating(lemma, "") is not None or lemma in words.running_out | words.replacing:
            return True
    return False


def _is_to_be_made(one: Token) -> bool:
    """As in "agreed to *negotiate one*", "*signed one* in May", "*a new one*, *to be signed* in May"."""
    beside = [c for c in one.children if c.dep_ != "punct"]
    new = any(c.lower_ in _OTHERS for c in beside) and grammar.is_indefinite(one)
    verbs = [one.head] if one.dep_ in {"dobj", "nsubjpass"} and (new or not beside) else []
    verbs += [c for c in beside if new and c.dep_ in {"acl", "relcl"}]
    making = (verb for verb in verbs if verb.lemma_.lower() in _SIGNED | {"negotiate", "ratify", "draft"})
    return any(action_by(verb) is not None and not grammar.is_negated(verb) for verb in making)


def _before(one: Token, names: Sequence[Name], analysis: Analysis) -> Name | None:
    """The text told last before "one", where it stands near."""
    last = next((name for name in reversed(names) if name.right < one.i), None)
    if last is None:
        return None
    away = analysis.sentence_number(one.idx) - analysis.sentence_number(last.head.idx)
    return last if away <= _NEAR else None


def _plain(title: str) -> str:
    """The name without what tells that it is a new one, and without its own years."""
    return _OWN_YEARS.sub("", _NEW.sub("", title)) or title
