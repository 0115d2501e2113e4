"""Texts counted first and named one by one behind the count: "signed two memoranda. The first is on visas and
the second on ports". Each is a text of its own, and the count none."""

from __future__ import annotations

import itertools
import re

import msgspec
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.instruments.found import Found, is_item_number
from servanda.extract.numbers import to_int

_NOUNS = "|".join(sorted({"one", "text", *instrument_words().heads}))
_ITEM = re.compile(
    r"(?P<joint>^|[,;:]?\s+(?:and|while)\s+|[,;:]\s+)"
    r"(?P<place>the\s+(?:first|second|third|fourth|fifth|other)|one|another|a\s+(?:second|third|fourth|fifth))"
    rf"(?:\s+(?:{_NOUNS})(?:\s+of\s+understanding)?)?(?:\s+of\s+(?:them|these))?,?\s+"
    r"(?:(?P<verb>(?:is|was)\s+(?:on|about)|(?:will\s+cover|covers?|concerns?|regards|relates\s+to|"
    r"deals\s+with))|(?P<on>on|about|covering|concerning))\s+",
    re.IGNORECASE,
)
"""Where the next text begins: "The first memorandum is on", ", the second concerns", " and the other on"."""
_ON = re.compile(r"(?:,\s*and|,|;|\band)?\s*\b(?:on|concerning|covering)\s+", re.IGNORECASE)
_ROW = re.compile(
    r"(?P<some>\b(?:including|among (?:them|these)|such as)\b"
    r"(?: (?:those|ones|memoranda|mous|agreements|texts))*,? )?"
    r"\b(?:on|covering|concerning|regarding|spanning|in (?:the )?(?:fields?|areas?|spheres?) of)\s+",
    re.IGNORECASE,
)
"""What leads to a row of topics."""
_JOINT = re.compile(r"(?:[,;]\s*and|[,;]|\band)\s+(?:on\s+)?", re.IGNORECASE)
_ROW_ENDS = re.compile(
    r",?\s\b(?:were|was|are|have|has|had|will|which|who|that|during|while|as well as|in the presence|"
    r"at the end)\b|[.:(]",
    re.IGNORECASE,
)
_NAMES = 3
"""Words of a topic in which the noun of a text stands where it is none: "the |memorandum| on"."""
_NEAR = 2
"""Sentences behind the count in which its texts are named."""
_TOPIC_ENDS = re.compile(
    r",\s+(?:which|who|that|as|in|at|on|during|while|he|she|it|they)\b|,?\s(?:were|was|are|will|have|has)\b|;|"
    r"\s+\(",
    re.IGNORECASE,
)
_PLACES = ("first", "second", "third", "fourth", "fifth")


def enumerated(found: list[Found], sentence: Tokens, analysis: Analysis) -> list[Found]:
    """The texts told so far; in place of a count told last, those that the sentence names one by one."""
    count = found[-1] if found else None
    number = _number(count.name.head) if count is not None else None
    if count is None or number is None or count.action not in {"signed", "planned"}:
        return found
    told_in = count.name.head.sent
    away = analysis.sentence_number(sentence.start_char) - analysis.sentence_number(told_in.start_char)
    if not 0 <= away <= _NEAR:
        return found
    behind = count.name.right + 1 if away == 0 else sentence.start
    topics = _topics(sentence.doc[behind : sentence.end], opened=away == 0)
    if len(topics) != number and away == 0:
        topics = _behind_colon(sentence.doc[behind : sentence.end])
    if len(topics) != number:
        topics = _in_a_row(sentence.doc[count.name.head.i + 1 : sentence.end], number) if away == 0 else []
    if not topics:
        return found
    more = None if away == 0 else (sentence.start, sentence.end - 1)
    return [*found[:-1], *(_part(count, topic, more) for topic in topics)]


def _number(head: Token) -> int | None:
    """2 of "two memoranda"."""
    counted = (to_int(c.text) for c in head.children if c.dep_ == "nummod" and not is_item_number(c))
    return next((number for number in counted if number is not None and number > 1), None)


def _topics(words: Tokens, *, opened: bool) -> list[Tokens]:
    """What each text is on; nothing where the row has a gap, or names none by a verb (it has to where the
    count stands in an earlier sentence: "the first on visas was put off")."""
    text = words.text
    items = list(_ITEM.finditer(text))
    if not items or not _is_row([item["place"].lower().split()[-1] for item in items]):
        return []
    if not opened and (items[0].start() > 0 or items[0]["verb"] is None):
        return []
    ends = [*(item.start() for item in items[1:]), len(text)]
    topics = [_topic(words, item.end(), end) for item, end in zip(items, ends, strict=True)]
    return [topic for topic in topics if topic is not None]


def _behind_colon(words: Tokens) -> list[Tokens]:
    """As in "three memoranda were signed: on |customs|, on |aviation security| and on |education|"."""
    text = words.text
    colon = text.find(":")
    items = list(_ON.finditer(text, colon + 1)) if colon >= 0 else []
    if not items or text[colon + 1 : items[0].start()].strip():
        return []
    ends = [*(item.start() for item in items[1:]), len(text)]
    topics = [_topic(words, item.end(), end) for item, end in zip(items, ends, strict=True)]
    return [topic for topic in topics if topic is not None]


def _in_a_row(words: Tokens, number: int) -> list[Tokens]:
    """As in "signed three memoranda, on |customs|, |aviation security| and |education|", "eight memoranda,
    including those on |water| and |crime|": as many as are counted, or two at least of which it is some."""
    for row in _ROW.finditer(words.text):
        ends = _ROW_ENDS.search(words.text, row.end())
        last = ends.start() if ends is not None else len(words.text)
        joints = list(_JOINT.finditer(words.text, row.end(), last))
        edges = [(row.end(), row.end()), *(joint.span() for joint in joints), (last, last)]
        topics = [_topic(words, a[1], b[0]) for a, b in itertools.pairwise(edges)]
        told = [topic for topic in topics if topic is not None]
        if _names_texts(words, row.start(), told):
            continue
        whole = len(told) == len(topics) == number
        if whole or (row["some"] is not None and 1 < len(told) == len(topics) < number):
            return told
    return []


def _names_texts(words: Tokens, start: int, topics: list[Tokens]) -> bool:
    """As in "two texts were signed, the |statement| on defence and the |memorandum| on logistics": texts by
    their names, and no topics of the count."""
    heads = instrument_words().heads
    before = words.char_span(0, start, alignment_mode="contract")
    opening = [t for topic in topics for t in topic[:_NAMES]]
    told = [t for t in before or () if t.i and t.nbor(-1).text != "("]
    return any(t.lower_ in heads for t in (*told, *opening))


def _is_row(places: list[str]) -> bool:
    """ "first, second, third"; "one, another", "one, the other"."""
    if places[0] == "first":
        return all(a == b or b == "other" for a, b in itertools.zip_longest(_PLACES[: len(places)], places))
    return places[0] == "one" and not any(place == "first" for place in places)


def _topic(words: Tokens, start: int, end: int) -> Tokens | None:
    """The tokens of a topic, up to what else the sentence tells."""
    cut = _TOPIC_ENDS.search(words.text, start, end)
    end = cut.start() if cut is not None else end
    topic = words.char_span(start, end, alignment_mode="contract")
    if topic is None or any(t.pos_ == "VERB" and grammar.has_subject(t) for t in topic):
        return None
    right = grammar.trim_right(words.doc, topic.start, topic.end - 1)
    return words.doc[topic.start : right + 1]


def _part(count: Found, topic: Tokens, more: tuple[int, int] | None) -> Found:
    """One text of the count: done as the count was, called by its topic."""
    name = msgspec.structs.replace(count.name, left=topic.start, right=topic.end - 1)
    return msgspec.structs.replace(count, name=name, rule="instrument/enumerated", more=more)
