"""The one shared reading of a document: its parse with the parties, people, dates and fields found in it."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from servanda.codebook.frames import is_out_of_scope
from servanda.extract.dates import find_dates
from servanda.extract.fields import field_codes
from servanda.extract.headings import heads_a_speech
from servanda.extract.home import home_party
from servanda.extract.mentions import DateMention, Direction, NameMention, PartyMention, PersonInText
from servanda.extract.parties import acting_parties
from servanda.extract.people import find_people
from servanda.extract.tree import tree_of
from servanda.model.document import Document, RegionKind, Span

SILENT: frozenset[RegionKind] = frozenset({"title", "heading", "byline", "credit", "boilerplate"})
"""Regions that state no fact: a headline is told again, and better, in the text below it."""

_LONGEST_SENTENCE = 400
"""Tokens; what is longer is no prose, and reading it would take time out of proportion."""
_NO_CLOSING = frozenset(" \n\t\r,;:.–—")
_NO_OPENING = _NO_CLOSING | {"-", "•"}


class Analysis:
    """A document, its parse, and what the recognisers found. Read by every module of `extract`."""

    def __init__(self, document: Document, doc: Doc, people: list[PersonInText] | None = None) -> None:
        """`doc` is the parse of the text; where its `people` are read already, that of its end will do."""
        self.document = document
        self.doc = tree_of(doc, document.text)
        self.text = document.text
        self.parties: list[PartyMention] = acting_parties(self.text)
        self.home = home_party(document.publisher)
        if people is None:
            people = find_people(doc, self.parties, regions=document.regions, home=self.home)
        self.people = people
        self.dates: list[DateMention] = find_dates(self.text, document.published)
        self._names = sorted(
            ((m, p) for p in self.people for m in p.mentions), key=lambda pair: pair[0].whole_start
        )
        self._name_starts = [m.whole_start for m, _ in self._names]
        self._longest_name = max((m.whole_end - m.whole_start for m, _ in self._names), default=0)
        self._party_starts = [p.start for p in self.parties]
        self._date_starts = [d.start for d in self.dates]

    @cached_property
    def sentences(self) -> list[Tokens]:
        """Sentences of running text and captions: what stands in silent regions is left out."""
        return [s for s in self.doc.sents if s.text.strip() and self._tells(s)]

    def _tells(self, sentence: Tokens) -> bool:
        if len(sentence) > _LONGEST_SENTENCE:
            return False
        first = first_word(sentence).idx
        silent = self.in_region(first, *SILENT) and not (
            self.in_region(first, "title") and heads_a_speech(sentence.text)
        )
        return not silent and not is_out_of_scope(sentence.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start_char for s in self.sentences]

    def sentence_number(self, offset: int) -> int:
        """Index in `sentences` of the one that holds the character offset (or the last before it)."""
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def sentence_before(self, offset: int) -> Tokens | None:
        """The one of `sentences` before that which holds the character offset."""
        number = self.sentence_number(offset)
        return self.sentences[number - 1] if number else None

    def in_region(self, offset: int, *kinds: RegionKind) -> bool:
        """Whether the character offset lies in a region of one of the kinds."""
        return any(r.start <= offset < r.end for r in self.document.regions if r.kind in kinds)

    def is_caption(self, sentence: Tokens) -> bool:
        """Whether the sentence is a picture's caption."""
        captions = any(region.kind == "caption" for region in self.document.regions)
        return captions and self.in_region(first_word(sentence).idx, "caption")

    def names_in(self, start: int, end: int) -> list[tuple[NameMention, PersonInText]]:
        """People whose name stands in the stretch, in order; each mention of a person once."""
        return [(m, p) for m, p in self._names_near(start, end) if m.start < end and start < m.end]

    def _names_near(self, start: int, end: int) -> list[tuple[NameMention, PersonInText]]:
        """Mentions whose noun phrase may reach into the stretch."""
        first = bisect.bisect_left(self._name_starts, start - self._longest_name)
        return self._names[first : bisect.bisect_left(self._name_starts, end)]

    def person_of(self, token: Token) -> PersonInText | None:
        """The person whose mention (name, rank, post, apposition) holds the token; the name decides."""
        near = self._names_near(token.idx, token.idx + 1)
        around = [(m, p) for m, p in near if m.whole_start <= token.idx < m.whole_end]
        for mention, person in around:
            if mention.start <= token.idx < mention.end:
                return person
        return around[0][1] if around else None

    def parties_in(self, start: int, end: int) -> list[PartyMention]:
        """Party mentions in the stretch, in order."""
        first = bisect.bisect_left(self._party_starts, start)
        last = bisect.bisect_left(self._party_starts, end)
        return [p for p in self.parties[first:last] if p.end <= end]

    def party_of(self, token: Token) -> PartyMention | None:
        """The party mention that holds the token."""
        before = bisect.bisect_right(self._party_starts, token.idx)
        mention = self.parties[before - 1] if before else None
        return mention if mention is not None and token.idx < mention.end else None

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        """Date mentions in the stretch, in order; the date of a dateline dates the report, not the event."""
        first = bisect.bisect_left(self._date_starts, start)
        last = bisect.bisect_left(self._date_starts, end)
        near = self.dates[first:last]
        return [d for d in near if d.end <= end and not self.in_region(d.start, "dateline")]

    def date_in(self, start: int, end: int, direction: Direction) -> tuple[str, DateMention] | None:
        """The first date in the stretch that has a reading in the direction, with its mention."""
        for mention in self.dates_in(start, end):
            value = mention.resolve(direction)
            if value is not None and mention.kind != "duration":
                return value, mention
        return None

    def fields_in(self, start: int, end: int) -> tuple[str, ...]:
        """Codes of the fields that the stretch names."""
        return field_codes(self.text[start:end])

    def offsets(self, left: int, right: int) -> tuple[int, int]:
        """Character offsets at which the tokens `left` to `right`, both included, begin and end."""
        return self.doc[left].idx, self.doc[right].idx + len(self.doc[right])

    def quote(self, start: int, end: int) -> Span:
        """The stretch as a span, without white space and loose punctuation at its ends, brackets closed."""
        while start < end and self.text[start] in _NO_OPENING:
            start += 1
        while end > start and self.text[end - 1] in _NO_CLOSING:
            end -= 1
        opened = self.text.count("(", start, end) > self.text.count(")", start, end)
        end += opened and self.text.startswith(")", end)
        return Span.of(self.text, start, end)

    def quote_tokens(self, left: int, right: int) -> Span:
        """The tokens `left` to `right`, both included, as a span."""
        return self.quote(*self.offsets(left, right))

    def quote_sentence(self, sentence: Tokens) -> Span:
        """A whole sentence as a span."""
        return self.quote(sentence.start_char, sentence.end_char)


def first_word(sentence: Tokens) -> Token:
    """The first token that is no white space."""
    return next((t for t in sentence if not t.is_space), sentence[0])


def unique(items: Iterable[str | None]) -> tuple[str, ...]:
    """The items without None, each once, in order."""
    return tuple(dict.fromkeys(i for i in items if i))
