"""Texts told in a row: "the exchange of a memorandum on trade, *a protocol on customs* and *of a letter of
intent*". What is done to the first is done to those behind it, however they are parsed, and each is quoted
by its own words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import msgspec
from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Deed, Found, Name

_JOINT = re.compile(
    r"\)?\s?(?:,|;|,?\s?(?:and|as well as|along with|together with|plus)(?: also)?)(?: (?:of|on|to))?"
    r"(?: the signing of| the exchange of)?",
    re.IGNORECASE,
)
"""What stands between two texts of a row."""
_ARTICLES = frozenset({"a", "an", "the", "their", "another", "one"})
_DONE = frozenset({"signed", "planned"})
_OWN = ("participle", "listed", "draft", "dated", "under-negotiation")
"""Ends of rules by which a text is told by words that stand behind it, or alone."""
IN_A_ROW = "row"
GAPPED = "row/gapped"
_GAP = re.compile(
    r"\b(?:signed|concluded|inked|initialled|finali[sz]ed|awarded)\b.{0,40}(?:,|;|,? and|,? while)$"
)
"""How a clause goes on with the next text, whose verb it has told."""
_TIME_ALONE = re.compile(r"(?:in|by|at|on|before|early|late|next|this|last)\b(?: \w+){1,5}$", re.IGNORECASE)
"""What alone is told of it."""


def of_row(name: Name, told: tuple[Name, Deed] | None) -> Deed | None:
    """What is done to the text told right before it in the sentence, where it goes on with the row."""
    if told is None or told[1].action not in _DONE or told[1].rule.endswith(_OWN):
        return None
    before, deed = told
    gapped = _gapped(before, name, deed)
    if gapped is not None:
        return gapped
    if deed.left >= before.left or not _is_new(name) or not _are_joined(before, name):
        return None
    return Deed(deed.action, IN_A_ROW, _opens(name), name.right)


def _gapped(before: Name, name: Name, deed: Deed) -> Deed | None:
    """As in "Contracts for tanks are to be signed in May, *and those for jets in June*": the verb is said
    once, the time of each."""
    doc, sentence = name.head.doc, name.head.sent
    if before.head.sent != sentence or not before.right < deed.right < name.right + 12:
        return None
    between = doc[before.right + 1 : _opens(name)].text
    last = next(t.i for t in reversed(doc[name.left : sentence.end]) if not (t.is_space or t.is_punct))
    when = doc[name.right + 1 : last + 1].text
    if not _GAP.search(between) or not _TIME_ALONE.match(when):
        return None
    return Deed(deed.action, GAPPED, _opens(name), last)


def _is_new(name: Name) -> bool:
    """As in "*a* memorandum", "*Memorandum* of Collaboration", "*letters* of intent"."""
    head = name.head
    bare = not grammar.has_child(head, "det", "poss") and not name.is_bare
    return grammar.is_indefinite(head) or (bare and (head.text[:1].isupper() or head.tag_ == "NNS"))


def _opens(name: Name) -> int:
    """The first token with the article."""
    before = name.head.doc[name.left - 1] if name.left > name.head.sent.start else None
    return name.left - (before is not None and before.lower_ in _ARTICLES)


def _are_joined(before: Name, name: Name) -> bool:
    if before.head.sent != name.head.sent or before.right >= _opens(name):
        return False
    return _JOINT.fullmatch(before.head.doc[before.right + 1 : _opens(name)].text.strip()) is not None


def by_own_words(found: Sequence[Found]) -> list[Found]:
    """The texts of one sentence, those of a row each quoted by its own words: the first with the verb before
    it."""
    out = list(found)
    places = sorted(range(len(out)), key=lambda at: out[at].name.head.i)
    for one, other in pairwise(places):
        first, second = out[one], out[other]
        if second.rule.endswith(GAPPED) and first.quoted is None and first.closes >= second.opens:
            ends = grammar.trim_right(second.name.head.doc, first.opens, second.opens - 2)
            out[one] = msgspec.structs.replace(first, quoted=(first.opens, max(ends, first.name.right)))
        if first.action != second.action or not _are_joined(first.name, second.name):
            continue
        if _is_topic(first) or _is_topic(second) or _are_counted_together(first.name, second.name):
            continue
        if first.quoted is None and first.closes >= second.name.left and first.opens < _opens(first.name):
            out[one] = msgspec.structs.replace(first, quoted=(first.opens, first.name.right))
        if second.quoted is None and second.opens < _opens(second.name):
            out[other] = msgspec.structs.replace(second, quoted=(_opens(second.name), second.name.right))
        elif second.quoted is None and second.closes > second.name.right and _goes_on(second, out):
            out[other] = msgspec.structs.replace(second, quoted=(second.opens, second.name.right))
    return _parted(_up_to_the_next(out))


def _up_to_the_next(found: list[Found]) -> list[Found]:
    """An item of a list, however much the parser hangs on it: "signed: *a pact on maps*; a treaty"."""
    out = list(found)
    places = sorted(range(len(out)), key=lambda at: out[at].name.head.i)
    for at, behind in pairwise(places):
        one, other = out[at], out[behind]
        if one.quoted is None and one.rule.endswith("listed") and one.name.right < other.opens <= one.closes:
            _cut(out, at, behind)
            out[behind] = msgspec.structs.replace(out[behind], quoted=other.quoted)
    return out


def _parted(found: Sequence[Found]) -> list[Found]:
    """Texts that have the whole of one clause for their words have a part of it each, as in "are expected |to
    issue a joint statement| and |to sign a plan of action|", "memoranda |on customs| and |on seeds| were
    signed"."""
    out = list(found)
    whole: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(out):
        if one.quoted is None:
            whole[one.opens].append(at)
    for places in whole.values():
        row = sorted(places, key=lambda at: out[at].name.left)
        if all(_have_parts(out[one], out[other]) for one, other in pairwise(row)):
            for at, behind in pairwise(row):
                _cut(out, at, behind)
    return out


def _have_parts(one: Found, other: Found) -> bool:
    """Whether the two stand apart in the clause, and not the one in the name of the other."""
    apart = one.opens <= one.name.left and one.name.right < other.name.left <= one.closes
    counted = not _is_topic(other) and _are_counted_together(one.name, other.name)
    return apart and one.action == other.action and not counted


def _cut(found: list[Found], at: int, behind: int) -> None:
    """The words of the two end and begin where the one is joined to the other."""
    one, other = found[at], found[behind]
    doc, ends = one.name.head.doc, one.name.right
    opens = other.name.left if _is_topic(other) else _opens(other.name)
    opens = next((i + 1 for i in range(opens - 1, ends, -1) if _is_joint(doc[i])), opens)
    left = one.quoted[0] if one.quoted else one.opens
    last = max([ends, *(i for i in range(ends, opens) if not _is_joint(doc[i]))])
    found[at] = msgspec.structs.replace(one, quoted=(left, last))
    found[behind] = msgspec.structs.replace(other, quoted=(opens, other.closes))


def _is_joint(token: Token) -> bool:
    """As in ",", "and", "as well as"."""
    return (
        token.dep_ == "cc"
        or token.text in {",", ";"}
        or (token.lower_ in {"as", "well"} and token.head.dep_ == "cc")
    )


def _are_counted_together(one: Name, other: Name) -> bool:
    """As in "twenty agreements and memoranda", of which none has a matter of its own."""
    several = other.head.tag_ in {"NNS", "NNPS"} or other.head.lower_ in {"memoranda", "memorandums"}
    named = grammar.has_child(other.head, "prep", words=instrument_words().listing_prepositions)
    return several and not named and one.head.tag_ in {"NNS", "NNPS"}


def _is_topic(one: Found) -> bool:
    """As "health" in "memoranda on trade and health": of the one noun for both."""
    return not one.name.left <= one.name.head.i <= one.name.right


def _goes_on(last: Found, found: Sequence[Found]) -> bool:
    """Whether the row goes on behind it."""
    return any(_are_joined(last.name, one.name) for one in found)
