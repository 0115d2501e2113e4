"""Lists of texts: an item told without a verb, several texts under one noun, a count before its list."""

from __future__ import annotations

import re

import msgspec
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Deed, Found, is_item_number
from servanda.extract.instruments.names import tells_when
from servanda.extract.numbers import to_int
from servanda.model.facts import InstrumentAction

_TEXTS = r"\b(agreements|documents|instruments|memoranda|mous|texts|deals|accords|pacts|treaties|protocols)\b"
_AMONG_SIGNED = re.compile(
    rf"{_TEXTS}[^.]{{0,30}}\b(signed|exchanged|concluded|inked|adopted|initialled)\b", re.IGNORECASE
)
_AMONG_AHEAD = re.compile(
    rf"\bamong {_TEXTS}[^.]{{0,40}}\b(?:will|to be|would|are to|expected to)\b[^.]{{0,12}}"
    r"\b(?:sign|exchange|conclude|ink|adopt)",
    re.IGNORECASE,
)
"""As in "a memorandum is |among the documents that both will sign|"."""
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|(?:are|is) to|expected|due|planned|scheduled|plan|plans|intend|intends)\b",
    re.IGNORECASE,
)
_SIGNED_AMONG = re.compile(
    rf"\b(sign|exchang|conclu|ink|adopt|initial)\w*\b[^.;:]{{0,60}}{_TEXTS}", re.IGNORECASE
)
"""As in "the signing of nine *documents*, including ..."."""
_ANNOUNCED = re.compile(
    r"\b(sign|exchang|conclud|ink|adopt|witness|announc|finali[sz]|unveil)\w*\b[^.;]{0,120}\b(following|below|documents|outcomes|instruments|"
    r"agreements|memoranda|mous)\b[^.;]{0,60}:",
    re.IGNORECASE,
)
"""As in "witnessed the signing of the following documents:"."""
_FOLLOWING = re.compile(
    r"\b(following|below)\b[^.;]{0,80}\b(documents|outcomes|instruments|agreements|memoranda|mous)\b[^.;]{0,60}"
    r"\b(signed|exchanged|concluded|inked|adopted)\b[^.;]{0,60}:",
    re.IGNORECASE,
)
"""As in "The following documents were concluded during the visit:"."""
_THE_FOLLOWING = re.compile(
    r"\b(?:the following|these)\b[^.;:]{0,20}\b(?:were|was|have been|has been)\b[^.;:]{0,20}"
    r"\b(?:signed|inked|initialled)\b[^.;:]{0,60}:",
    re.IGNORECASE,
)
"""As in "In the framework of the visit the following were signed:"."""
_THEY_INCLUDE = re.compile(
    r"\b(?:the|these|they|which)\b[^.;:]{0,40}"
    r"\b(?:includ\w+|are|were|comprise\w*|cover\w*|as follows)\b[^.;:]{0,30}:",
    re.IGNORECASE,
)
"""As in "These agreements include:", behind the count of what was signed."""
_KINDS = (
    r"(?:agreements?|mous?|memoranda(?: of understanding)?|documents|instruments|texts|outcomes|deliverables|"
    r"protocols|treaties|contracts|key outcomes)"
)
_HEADING = re.compile(
    r"(?:\d+[.)] |[a-z][.)] |[ivx]+[.)] )?(?:list of (?:the )?)?"
    r"(?:(?:bilateral|key|main|other|joint|signed|inter-?governmental) )*"
    rf"{_KINDS}(?:\s*(?:/|,|&|and|or|\+)+\s*{_KINDS})*(?:/documents)?"
    r"(?:\s+(?:signed|exchanged|adopted|concluded|inked|finalised|finalized|announced)\b[^.;]{0,80})?\s*:?$",
    re.IGNORECASE,
)
"""As in "LIST OF OUTCOMES", "Agreements/MoUs:", "Documents signed during the visit" in a line of its own."""
_COUNTED_HEADING = re.compile(
    rf"[•*–-]?\s*(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:\w+ )?{_KINDS} "
    r"(?:signed|exchanged|concluded|inked) (?:in|at|on|during|by|with|after) [^:]+$",
    re.IGNORECASE,
)
_LONGEST_HEADING = 140
_PAIR_WITH_ENDS = 3
"""Where a row of two begins, its joint, and where it ends."""
_THEM = frozenset({"them", "these", "those"})
_SEVERAL = frozenset({"memoranda", "memorandums", "mous"})
_ANOTHER = frozenset({"another", "one"})
_A_SECOND = frozenset({"second", "third", "fourth", "fifth"})
_OPENS_TOPIC = frozenset({"on", "for", "concerning", "regarding", "covering", "about"})
_PLURAL_IN_FORM = frozenset({"term", "note"})
"""As in "*terms* of reference", "exchange of *notes*": one text."""
_AMONG_THEM = re.compile(r"\b(among (them|these|those|which)|including|namely|they include)\b", re.IGNORECASE)
_COLON = re.compile(r"[^:.;]{0,60}(?::| [–—-] )")
_GONE_ON: tuple[InstrumentAction, ...] = ("signed", "planned")
"""What is said of several texts and then of each of those that are named: "Among them are"."""
_LEADING = frozenset({"namely", "including"})
_BEFORE_ITEM = frozenset({":", ";", ",", "and", "them", "these", "which", "including", "namely"})


def announces(text: str) -> bool:
    """Whether a sentence announces a list of texts that were signed."""
    if is_heading(text):
        return True
    told = (_ANNOUNCED, _FOLLOWING, _THE_FOLLOWING)
    return ":" in text and any(pattern.search(text) is not None for pattern in told)


def is_heading(text: str) -> bool:
    """Whether a line is but the heading of a list of texts, and names none: "Agreements and MoUs:"."""
    return len(text) < _LONGEST_HEADING and _HEADING.match(text.strip()) is not None


def counts_signed(text: str) -> bool:
    """Whether a heading tells how many were signed: "Three documents signed in Lima"."""
    return _COUNTED_HEADING.match(text.strip()) is not None


def listed(head: Token, told: InstrumentAction | None) -> Deed | None:
    """In "Additionally, an MoU between A and B on X" the list goes on with what was done to the text told
    before; "Among the agreements signed was a pact" says it of its items."""
    if (told == "signed" or _is_behind_announcement(_own_left(head))) and _is_item(head):
        return Deed(_so_far(head, told), "listed", head.left_edge.i, head.right_edge.i)
    if not _is_new(head) or (head.dep_ == "pobj" and head.head.lower_ in {"under", "per"}):
        return None
    if told in _GONE_ON and (_they_include(head, told) or _is_among_them(head)):
        return Deed(told, "listed", head.left_edge.i, head.right_edge.i)
    if head.sent.root.lemma_ == "be" and _AMONG_SIGNED.search(head.sent.text):
        return Deed("signed", "among-signed", head.left_edge.i, head.right_edge.i)
    if head.sent.root.lemma_ == "be" and head.dep_ == "nsubj" and _AMONG_AHEAD.search(head.sent.text):
        return Deed("planned", "among-planned", head.left_edge.i, head.sent.root.i)
    item = grammar.has_child(head, "prep", words=instrument_words().listing_prepositions)
    item = item or any(t.lower_ == "understanding" for t in grammar.prep_objects(head, "of"))
    if told == "signed" and item and (_stands_alone(head) or _is_joined(head)):
        return Deed("signed", "listed", head.left_edge.i, head.right_edge.i)
    return None


def _so_far(head: Token, told: InstrumentAction | None) -> InstrumentAction:
    """What was done to the texts of a list: planned, where their count before is but planned."""
    before = head.sent.text[: head.left_edge.idx - head.sent.start_char]
    return "planned" if told == "planned" and _AHEAD.search(before) is not None else "signed"


def _is_new(head: Token) -> bool:
    """As in "*an* MoU", "memoranda on ports and pilots"."""
    several = head.lower_ in _SEVERAL and not grammar.has_child(head, "det")
    return grammar.is_indefinite(head) or several


def _they_include(head: Token, told: InstrumentAction | None) -> bool:
    """As in "They include *an MoU* on ports, *a plan* on health", "They are *an MoU* on": the texts counted
    before."""
    root = head.sent.root
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    ahead = told == "planned" and grammar.has_child(root, "aux", words={"will", "would"})
    counted = subject is not None and subject.lower_ in {"they", "these", "those", "this", "which"}
    are = root.lemma_ == "be" and counted and subject is not None and subject.lower_ in {"they", "these"}
    included = root.lemma_ in {"include", "comprise", "cover"} and counted
    return (included or are) and (root.tag_ != "VB" or ahead)


def _is_among_them(head: Token) -> bool:
    """As in "Among them is *a memorandum* on pilots", "One of them is *a protocol*": of the texts counted
    before."""
    while head.dep_ == "conj":
        head = head.head
    verb = head.head
    if (
        head.dep_ not in {"attr", "nsubj", "acomp"}
        or verb.lemma_ != "be"
        or verb.tag_ not in {"VBZ", "VBP", "VBD"}
    ):
        return False
    one = [t for c in verb.children if c.lower_ == "one" for t in grammar.prep_objects(c, "of")]
    return any(t.lower_ in _THEM for t in (*grammar.prep_objects(verb, "among"), *one))


def _is_item(head: Token) -> bool:
    """A text that opens a line or a part of a list behind a colon: "(b) *Letter* of Intent on ..."."""
    sentence = head.sent
    left = _own_left(head)
    before = [
        t for t in sentence if t.i < left.i and not (t.is_space or t.is_punct or t.like_num or len(t) < 3)
    ]
    is_line = not any(
        t.pos_ in {"VERB", "AUX"} and t.dep_ == "ROOT" and not _is_in_a_title(t) for t in sentence
    )
    if is_line and (not before or _goes_on_a_row(left)):
        return True
    told = sentence.text[: left.idx - sentence.start_char]
    behind = _is_behind_announcement(left) or _THEY_INCLUDE.search(told) is not None
    return behind and left.nbor(-1).lower_ in _BEFORE_ITEM


def _own_left(head: Token) -> Token:
    """The first word of the text itself, behind "namely", "among them"."""
    left = head.left_edge
    if left.lower_ == "among" and left.i + 2 <= head.i and left.nbor().lower_ in _THEM | {"which"}:
        return left.nbor(2)
    return left.nbor() if left.lower_ in _LEADING and left != head else left


def _is_in_a_title(verb: Token) -> bool:
    """As in "MoU on Solutions *Implemented* at Scale"."""
    return verb.text[:1].isupper() and verb.i > verb.sent.start + 1


def _goes_on_a_row(left: Token) -> bool:
    """As in the line "Agreement on customs; *Memorandum* on trade; and *Memorandum* on youth"."""
    heads = instrument_words().heads
    row = left.sent.text[: left.idx - left.sent.start_char]
    first = left.sent[0]
    opens = any(t.lemma_.lower() in heads for t in (first, *first.head.subtree) if t.i <= first.i + 3)
    return opens and re.search(r";(?:,? and,?)?\s*$", row) is not None


def _is_behind_announcement(left: Token) -> bool:
    """As in "the following texts were signed: *an MoU* ...", "13 texts were signed, among them *a* ..."."""
    sentence = left.sent
    before = sentence.text[: left.idx - sentence.start_char]
    colon = before.find(":")
    if colon >= 0 and announces(before[: colon + 1]):
        return True
    among = _AMONG_THEM.search(before)
    told = before[: among.start()] if among is not None else ""
    return any(pattern.search(told) for pattern in (_AMONG_SIGNED, _SIGNED_AMONG))


def _stands_alone(noun: Token) -> bool:
    """Whether no verb with a subject governs the noun."""
    verb = grammar.governing_verb(noun)
    if verb is None:
        return True
    intended = grammar.has_child(verb, "aux", words={"to"})
    return not intended and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _is_joined(head: Token) -> bool:
    """As in "signed an agreement on X and *a protocol on Y*", which the parser hangs on the verb."""
    left, sentence = head.left_edge, head.sent
    if left.i <= sentence.start or left.nbor(-1).lower_ not in {"and", ","}:
        return False
    heads = instrument_words().heads
    texts = [t for t in sentence if t.i < left.i and t.lemma_.lower() in heads]
    return bool(texts) and not any(
        t.pos_ in {"VERB", "AUX"} and t.tag_ != "VBG" for t in sentence.doc[texts[-1].i : left.i]
    )


def split(found: Found) -> list[Found]:
    """In "signed MoUs on A, B and C" there is a text on each, when their count is not told."""
    doc, edges = found.name.head.doc, _joints(found)
    edges = [at for at in edges if not (at + 1 in edges and doc[at].text == ",")]  # ", and"
    starts = [at + 1 + (doc[at + 1].lower_ == "on") for at in edges[:-1]]
    apart = len(edges) > _PAIR_WITH_ENDS or _is_on_each(found)
    shortest = 1 if apart else 2  # "on trade and investment" is one topic
    parts = [(a, b - 1) for a, b in zip(starts, edges[1:], strict=True) if b - a >= shortest]
    if len(parts) < 2 or len(parts) != len(edges) - 1:
        return [found]
    named = [(msgspec.structs.replace(found.name, left=a, right=b), a - 1) for a, b in parts]
    each = _is_on_each(found)  # of "on trade and |on health|" the second is told by its own words
    return [
        msgspec.structs.replace(
            found,
            name=name,
            opens=on if each and n and on > found.opens else found.opens,
            quoted=(on if n else min(found.opens, found.name.left), name.right) if each else None,
        )
        for n, (name, on) in enumerate(named)
    ]


def with_another(found: Found) -> list[Found]:
    """In "signed a memorandum on visas, *another on ports* and *one on crops*" each is a text of its own, the
    others called by their topics."""
    head = found.name.head
    several = is_counted(found) and not grammar.has_child(head, "nummod", words={"one"})
    others = [] if several else _others(head)
    if not others:
        return [found]
    before = others[0].i - 1 - max(1, _joint_before(others[0]))
    first = min(found.name.right, grammar.trim_right(head.doc, head.i, before))
    ends = [*(other.i - 1 for other in others[1:]), head.sent.end - 1]
    rest = [_another_of(found, other, end) for other, end in zip(others, ends, strict=True)]
    dated = any(part.opens > found.opens for part in rest)
    one = msgspec.structs.replace(
        found,
        name=msgspec.structs.replace(found.name, right=first),
        closes=found.closes if not dated else max(first, min(found.closes, before)),
    )
    quoted = None if dated else (min(found.opens, found.name.left), first)
    return [msgspec.structs.replace(one, quoted=quoted), *rest]


def _others(head: Token) -> list[Token]:
    """Each "another", "one" behind the text that is told by a topic under the same verb."""
    end = head.sent.end - 2  # a topic stands behind "another on"
    behind = (t for t in head.doc[head.i + 1 : end] if is_another(t) and t.nbor().lower_ in _OPENS_TOPIC)
    verb = grammar.governing_verb(head)
    told = [t for t in behind if not (t.nbor(2).is_punct or t.nbor(2).is_space)]
    return [
        t for t in told if (grammar.governing_verb(t) == verb or not _has_verb(head, t)) and _is_last(head, t)
    ]


def _has_verb(head: Token, other: Token) -> bool:
    """Whether one stands between them: else the second goes with the first, whatever the parser says."""
    return any(t.pos_ in {"VERB", "AUX"} for t in head.doc[head.i : other.i])


def _is_last(head: Token, other: Token) -> bool:
    """Whether no further text is told before it: "signed a pact, *a memorandum* on seeds and one on"."""
    heads = instrument_words().heads
    return not any(
        t.lemma_.lower() in heads and grammar.is_indefinite(t) for t in head.doc[head.i + 1 : other.i]
    )


def _another_of(found: Found, other: Token, end: int) -> Found:
    """The text that "another" stands for, called by its topic, which ends before the token `end`; where it
    has its own time, what is said of the first says nothing of it."""
    doc, topic = found.name.head.doc, other.nbor(2)
    right = min(max(t.i for t in other.nbor().subtree), end)
    right = grammar.trim_right(doc, topic.i, right)
    when = next((t for t in doc[topic.i + 1 : right + 1] if tells_when(t)), None)
    ends = right if when is None else grammar.trim_right(doc, topic.i, when.i - 1)
    name = msgspec.structs.replace(found.name, left=topic.i, right=max(topic.i, ends))
    dated = when or next((t for t in doc[name.right + 1 : name.right + 2] if tells_when(t)), None)
    last = max(right, dated.right_edge.i) if dated is not None else right
    return msgspec.structs.replace(
        found,
        name=name,
        rule="instrument/another",
        opens=found.opens if dated is None else other.i,
        closes=max(found.closes if dated is None else last, name.right),
        quoted=(other.i, max(last, name.right)),
    )


def is_another(token: Token) -> bool:
    """As in "and *another* on ports", "and a *second* on ports"."""
    if token.i == 0:
        return False
    if token.lower_ in _ANOTHER:
        return _joint_before(token) > 0
    if token.lower_ == "those":
        return _joint_before(token) > 0 and token.nbor().lower_ in {"for", "on"}
    opens = token.nbor(-1) if token.lower_ in _A_SECOND else token
    return opens is not token and opens.lower_ == "a" and opens.nbor(-1).lower_ in {"and", ","}


def _joint_before(token: Token) -> int:
    """How many words join it: of "*and* one on ports", "*as well as* one", "*together with* another"."""
    before = token.doc[max(0, token.i - 3) : token.i].text.lower()
    joints = (j for j in ("as well as", "together with", "along with", "and", ",") if before.endswith(j))
    return len(next(joints, "").split())


def _is_on_each(found: Found) -> bool:
    """As in "memoranda *on* trade and *on* health"."""
    inside = found.name.head.doc[found.name.head.i + 1 : found.name.right]
    return any(t.lower_ == "on" and t.nbor(-1).lower_ in {"and", ","} for t in inside)


def _joints(found: Found) -> list[int]:
    """Where the parts of "MoUs *on* A *,* B *and* C" are divided; empty for one text."""
    head, last = found.name.head, found.name.right
    plural = head.tag_ in {"NNS", "NNPS"} or head.lower_ in _SEVERAL
    if head.doc[found.name.left].lower_ == "exchange":
        return []  # "an exchange of notes on A and B" is one text
    if head.lemma_.lower() in _PLURAL_IN_FORM or not plural or is_counted(found):
        return []
    if found.action != "signed" and not (found.action == "planned" and _is_on_each(found)):
        return []
    inside = head.doc[found.name.left : last + 1]
    on = next((t.i for t in inside if t.lower_ == "on" and t.i < last), None)
    if on is None:
        return []
    joints = [t.i for t in inside if t.i > on and _is_joint(t)]
    if _is_on_each(found) and not _is_row_before(head.doc[on : last + 1]):
        joints = [at for at in joints if head.doc[at + 1].lower_ == "on" or head.doc[at + 2].lower_ == "on"]
    return [on, *joints, last + 1]


def _is_joint(token: Token) -> bool:
    """Whether it parts two topics; the "and" of "small *and* medium enterprises" stands in one."""
    return token.text == "," or (token.lower_ == "and" and token.nbor(-1).dep_ != "amod")


def _is_row_before(topics: Tokens) -> bool:
    """Whether "memoranda on trade, aviation *and on* health" has but one text behind its only "on"; in "on
    fish, crabs *and* shells and on health" the first is on three matters."""
    before = topics.text.partition(" and on ")[0]
    return "," in before and " and " not in before and " on " not in before


def without_counts(found: list[Found]) -> list[Found]:
    """Of "four MoUs were signed" and the list that follows: the listed texts, not the count."""
    listed = [f for f in found if f.rule.endswith(("listed", "among-signed"))]
    types = {f.name.type for f in listed}
    found = [f for f in found if not (listed and _is_of_those_following(f))]
    return [
        f
        for f in found
        if not (
            is_counted(f)
            and not _names_but_some(f, found)
            and (f.name.type in types or _is_named_behind(f, found) or _is_told_one_by_one(f, found))
        )
    ]


def _names_but_some(count: Found, found: list[Found]) -> bool:
    """As in "*six memoranda*. They include one on sports": fewer are named than were counted. Behind a colon
    all are."""
    head = count.name.head
    if _COLON.match(head.doc[head.i + 1 : head.sent.end].text) or grammar.has_child(head, "det"):
        return False  # nor does "the three agreements" tell of new ones
    told = next((to_int(c.text) for c in head.children if c.dep_ == "nummod"), None)
    named = {f.name.left for f in found if f.name.head.i > head.i and not is_counted(f)}
    return told is not None and told > len(named)


def _is_told_one_by_one(count: Found, found: list[Found]) -> bool:
    """As in "*two contracts*, that of May for tugs and the one for barges"."""
    head = count.name.head
    return any(
        f.name.head.sent == head.sent
        and (f.name.head.lower_ in {"one", "that"} or f.rule.endswith(":listed"))
        and head.i < f.name.head.i
        for f in found
    )


def _is_of_those_following(found: Found) -> bool:
    """As in "*The following memoranda* were exchanged: ...": what follows tells them."""
    head = found.name.head
    following = head.doc[found.name.left].lower_ == "following"
    several = head.tag_ in {"NNS", "NNPS"} or head.lower_ in _SEVERAL
    return following and several and ":" in head.sent.text


def _is_named_behind(count: Found, found: list[Found]) -> bool:
    """As in "signed *twelve documents*, among them an agreement on visas"."""
    head = count.name.head
    if head.lemma_.lower() not in instrument_words().of_any_kind | {"agreement", "deal", "accord"}:
        return False
    doc, end = head.doc, head.sent.end
    told_next = end < len(doc) and doc[end : end + 8].text.lstrip().startswith(("Among ", "They include"))
    last = doc[end].sent.end if told_next else end
    among = _AMONG_THEM.search(doc[head.i : last].text) or _COLON.match(doc[head.i + 1 : last].text)
    behind = (f.name.head for f in found if head.i < f.name.head.i < last)
    return among is not None and any(among.end() <= h.idx - head.idx for h in behind)


def is_counted(found: Found) -> bool:
    """As in "four MoUs", which no sentence names one by one."""
    return found.rule != "instrument/enumerated" and any(
        c.dep_ == "nummod" and not is_item_number(c) for c in found.name.head.children
    )
