"""How rounds of standing mechanisms are named and counted: "the third Defence Strategy Dialogue"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from servanda.codebook.engagements import CourseWords, RoundWords, engagement_words
from servanda.codebook.places import country_of_place
from servanda.extract import grammar
from servanda.extract.engagement.tokens import SUBJECTS, lemma_of, stands_behind
from servanda.extract.grammar.dependents import auxiliaries
from servanda.extract.numbers import find_ordinals

_OWNERS = frozenset({"country", "nation", "state", "side", "neighbour", "neighbor"})
"""Whose a mechanism is, which is none of its name: "the two |countries'| Joint Committee"."""
_LONGEST_NAME = 14
"""Tokens that the name of a mechanism has at most."""
_ARTICLE = re.compile(r"^(?:the|their|its|our|this) ", re.IGNORECASE)
_NUMBER_OF_ITEM = re.compile(r"\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s*")
_JOINING = frozenset({"-", "–", "and", "&", ",", "’s", "'s", "’", "'", "/"})
_TWO_PLUS_TWO = frozenset({"2", "+"})
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_DASHES = frozenset({"-", "–"})
_NAMING = frozenset({"PROPN", "ADJ", "NOUN"})
_CLOSED_BY = {"(": ")", "[": "]", "“": "”", '"': '"'}
_LONGEST_SHORT_NAME = 8
"""Tokens that a short name in brackets has at most, the closing one included."""
_NEAR_SINCE = 4
"""Tokens behind the noun up to which "since" goes with its "first"."""


def ordinal_of(noun: Token) -> int | None:
    """3 of "the third Defence Dialogue", 21 of "the twenty-first meeting"; "the first since" numbers
    nothing."""
    if not _has_ordinal(noun.sent):
        return None
    left = name_left(noun)
    numbers = find_ordinals(noun.doc[left : noun.i].text) if left < noun.i else []
    if not numbers or (numbers[-1].value == 1 and _is_first_since(noun)):
        return None
    return numbers[-1].value


def verb_of_round(words: CourseWords, noun: Token) -> Token | None:
    """The verb of the clause: "The third dialogue |met|"; of "is to |be held|", "is due to |take place|" the
    infinitive, which has the place and the day."""
    verb = grammar.governing_verb(noun)
    counted = noun.head.head if stands_behind(noun, "of") else noun  # "the next round of the dialogue"
    if verb is None or counted.dep_ not in SUBJECTS:
        return verb
    planned = [verb, *(c for c in verb.children if c.dep_ == "acomp")]
    goals = (c for w in planned for c in w.children if c.dep_ == "xcomp" and "to" in auxiliaries(c))
    return next((c for c in goals if lemma_of(c) in words.holding | words.happening), verb)


def _has_ordinal(sentence: Span) -> bool:
    """Whether the sentence holds an ordinal at all. Kept with the parse: it is asked of each of its nouns."""
    known: dict[int, bool] = sentence.doc.user_data.setdefault("servanda_ordinals", {})
    if sentence.start not in known:
        known[sentence.start] = bool(find_ordinals(sentence.text))
    return known[sentence.start]


def name_left(noun: Token) -> int:
    """Index of the first token of a name that ends in the noun, as far as words that stand in names go."""
    doc, left = noun.doc, noun.i
    while left > 0 and not doc[left].is_sent_start and noun.i - left < _LONGEST_NAME:
        if not _can_stand_in_name(doc[left - 1]):
            break
        left -= 1
    return left


def _is_first_since(noun: Token) -> bool:
    """ "the first dialogue since April 2022"."""
    return any(token.lower_ == "since" for token in noun.doc[noun.i + 1 : noun.i + _NEAR_SINCE])


def is_standing(words: RoundWords, noun: Token) -> bool:
    """Whether the name is one that only a standing mechanism has, also without a number: "Strategic
    Dialogue", "Joint Commission"."""
    inside = {token.text for token in noun.doc[noun.left_edge.i : noun.i + 1]}
    return bool(inside & words.standing) or bool(inside & words.jointly and inside & words.joint)


def is_title_like(noun: Token) -> bool:
    """Whether a capitalised word stands before the noun: "Defence Dialogue"."""
    return any(_is_capitalised(token) and token.pos_ in _NAMING for token in noun.lefts)


def series_of(words: RoundWords, noun: Token) -> str | None:
    """The name of the mechanism: the noun phrase without article and ordinal, and of "the 42nd meeting of
    the Joint Commission" what is counted."""
    left, right = _series_left(words, noun), _series_right(noun)
    name = noun.doc[left : right + 1].text.strip(" ,")
    if left == noun.i and lemma_of(noun) in words.counted and " of " in name:
        name = _ARTICLE.sub("", name.split(" of ", 1)[1])
    return name or None


def _series_left(words: RoundWords, noun: Token) -> int:
    doc = noun.doc
    left = _past_number_of_item(doc, _phrase_left(noun), noun.i)
    numbers = [
        (doc[left].idx + n.start, doc[left].idx + n.end) for n in find_ordinals(doc[left : noun.i].text)
    ]
    while left < noun.i and not _opens_name(words, doc[left], numbers):
        left += 1
    return left


def _past_number_of_item(doc: Doc, left: int, until: int) -> int:
    """Behind the number of an item of a list: "(2) |The| inaugural meeting of the Joint Committee"."""
    item = _NUMBER_OF_ITEM.match(doc[left:until].text)
    begins = doc[left].idx + item.end() if item is not None else 0
    return next((t.i for t in doc[left:until] if t.idx >= begins), left)


def _phrase_left(noun: Token) -> int:
    """In "the third Defence Strategy and Cooperation Dialogue" the parser joins "Dialogue" to "Strategy"; but
    "the Joint Commission and Defence Dialogue" are two."""
    left = noun.left_edge.i
    if noun.dep_ == "conj" and not engagement_words().noun_type(lemma_of(noun.head)):
        left = min(left, name_left(noun))
    return _past_dash(noun.doc, _past_short_name(noun, left))


def _past_short_name(noun: Token, left: int) -> int:
    """Back over a short name in brackets, which the parser takes for the whole: "the |Joint Border Committee
    (JBC)| Dialogue"."""
    doc, before = noun.doc, left - 2
    opened = before >= 0 and left + 1 < noun.i and doc[left - 1].text == "(" and doc[left + 1].text == ")"
    return min(left, name_left(doc[before])) if opened and _is_capitalised(doc[before]) else left


def _past_dash(doc: Doc, left: int) -> int:
    """Back over a state that a dash joins to the name: "the |Peru–|Chile Defence Dialogue"."""
    while left > 1 and doc[left - 1].text in _DASHES and doc[left - 2].pos_ == "PROPN":
        name, dash = doc[left - 2], doc[left - 1]
        if name.idx + len(name) != dash.idx or dash.idx + 1 != doc[left].idx:
            break
        left -= 2
    return left


def _opens_name(words: RoundWords, token: Token, numbers: Sequence[tuple[int, int]]) -> bool:
    """Not "the", "their", "third", "annual"."""
    owner = token if token.dep_ == "poss" else token.head  # "|the two| countries'"
    owned = owner.dep_ == "poss" and owner.lemma_ in _OWNERS
    owned = owned or (token.dep_ == "poss" and token.tag_ not in {"NNPS", "NNS"})  # but "Leaders' Retreat"
    if owned or token.dep_ in {"det", "case"} or token.is_space or token.text in _JOINING:
        return False
    numbering = any(start <= token.idx < end for start, end in numbers)
    of_a_name = token.doc[token.i : token.i + 2].text == "Next Generation"
    return not numbering and (token.lower_ not in words.passing or of_a_name)


def _series_right(noun: Token) -> int:
    """With "of"- and "on"-phrases that have capitals, and a short name in brackets or quotes behind."""
    right = noun.i
    for child in noun.rights:
        if _is_named_topic(child) or _follows(child, right) or _is_what_is_counted(child):
            right = _before_place(child)
    return _with_short_name(noun.doc, right)


def _is_named_topic(child: Token) -> bool:
    """ "on Maritime Security"; not "on Tuesday", "on 3 May"."""
    if any(t.lower_ in _WEEKDAYS or t.like_num for noun in child.children for t in (noun, *noun.children)):
        return False
    return child.dep_ == "prep" and child.lower_ in {"of", "on"} and any(map(_is_capitalised, child.subtree))


def _is_what_is_counted(child: Token) -> bool:
    """ "the 11th round |of their annual policy dialogue|": of what it is the round."""
    words = engagement_words()
    of = (
        child.dep_ == "prep"
        and child.lower_ == "of"
        and lemma_of(child.head) in words.rounds.counted | {"round"}
    )
    return of and any(words.noun_type(lemma_of(t)) == "dialogue" for t in child.children)


def _before_place(child: Token) -> int:
    """The last token of "of the Joint Border Committee |in Bangkok|", "|, held| in May" that is of the
    name."""
    clause = next((t for t in child.subtree if t.dep_ in {"acl", "relcl"} and t.i > child.i + 1), None)
    if clause is not None and clause.left_edge.i > child.i + 1:  # "of the Joint Commission, |held| in Lima"
        return _without_comma(child.doc, clause.left_edge.i - 1)
    inside = (t for t in child.subtree if t.dep_ == "prep" and t.lower_ in {"in", "at"} and t.i > child.i)
    for preposition in inside:
        if any(noun.dep_ == "pobj" and country_of_place(noun.text) for noun in preposition.children):
            return preposition.i - 1
    return child.right_edge.i


def _without_comma(doc: Doc, last: int) -> int:
    return last - 1 if doc[last].text == "," else last


def _follows(child: Token, right: int) -> bool:
    """A one-word apposition directly behind the name."""
    return child.dep_ == "appos" and child.left_edge.i == child.right_edge.i == right + 1


def _with_short_name(doc: Doc, right: int) -> int:
    """Where the name ends with the "(2+2)", "(DPD)" or "“2+2”" behind it."""
    if right + 1 >= len(doc) or doc[right + 1].text not in _CLOSED_BY:
        return right
    closing = _CLOSED_BY[doc[right + 1].text]
    behind = doc[right + 2 : right + 2 + _LONGEST_SHORT_NAME]
    return next((token.i for token in behind if token.text == closing), right)


def _can_stand_in_name(token: Token) -> bool:
    spelt_number = token.like_num and token.is_alpha
    return token.pos_ in _NAMING or token.text in _JOINING | _TWO_PLUS_TWO or spelt_number


def _is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper()
