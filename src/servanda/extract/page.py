"""The words of a document with what is known of each: party, class, headline, rank, post noun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

from servanda.codebook.engagements import engagement_words
from servanda.codebook.people import PeopleWords, people_words
from servanda.extract.mentions import PartyMention
from servanda.extract.sketch import Sketch
from servanda.extract.word_classes import Parsed, WordClass
from servanda.extract.written import words_in
from servanda.model.document import Region

_LONGEST_PHRASE = 6
_LONGEST_NAME = 5
"""Words of a name below a statement, before the comma and the office."""
_OF_AN_OFFICE = frozenset({"of", "for", "and", ","})
_LONGEST_SHIP = 3
"""Words of a ship's name behind its prefix: "KRI Raden Eddy Martadinata"."""
_MOST_IN_A_ROW = 8
"""Brackets or forms of address that are passed over one after the other; no name has so many."""
_HEADLINE_SHARE = 0.75
"""Share of capitals among the longer words from which a line is a headline."""
_HEADLINE_WORDS = 30
_DATELINE = 9
"""Words of a report's opening in which its dateline ends; so many at least follow it."""
_MARKS = frozenset({"line", "mark", "number"})


class _Lengths(NamedTuple):
    """The words of the longest rank, form of address and post noun at a position; 0 for none."""

    rank: int
    honorific: int
    head: int


_NO_PHRASES = _Lengths(0, 0, 0)


class _Keys(dict[int, str]):
    """Look-up forms by position, empty where there is no word. Asked more often than anything else."""

    def __missing__(self, i: int) -> str:
        return ""


class Page:
    """The words of one document with what is known of each; positions are indexes into `words`."""

    def __init__(
        self, doc: Doc | Sketch, parties: Sequence[PartyMention], regions: Sequence[Region] = ()
    ) -> None:
        told = doc if isinstance(doc, Sketch) else Parsed(doc)
        self.text = told.text
        self.lists: PeopleWords = people_words()
        self.words = words_in(self.text)
        keys = [word.key for word in self.words]
        self.at: Callable[[int], str] = _Keys(enumerate(keys)).__getitem__
        """The look-up form of the word at a position, empty outside the text and for a line break."""
        self._size = len(self.words)
        openers = self.lists.openers
        firsts = [key.partition(" ")[0] if " " in key else key for key in keys]
        self._reaches = {i: openers[first] for i, first in enumerate(firsts) if first in openers}
        self._lengths: dict[int, _Lengths] = {}
        self._mark_parties(parties)
        self._mark_classes(told.classes(self.words))
        self._mark_regions(regions)
        self._mark_ships()
        self._mark_headlines()

    def __len__(self) -> int:
        return self._size

    @property
    def openings(self) -> Collection[int]:
        """The positions, in order, at which a rank, form of address or post noun can begin."""
        return self._reaches

    @cached_property
    def states(self) -> frozenset[str]:
        """The codes of the parties that the running text names."""
        return frozenset(w.party.code for w in self.words if w.party is not None and not w.silent)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """What the text gives in brackets as the short form of a name: "Philippine Coast Guard |(PCG)|"."""
        within = zip(self.words, self.words[1:], self.words[2:], strict=False)
        return frozenset(
            w.text
            for opens, w, closes in within
            if opens.text == "(" and closes.text == ")" and w.text.isupper()
        )

    def is_word(self, i: int) -> bool:
        """Whether a whole word stands at the position."""
        return 0 <= i < len(self.words) and self.words[i].kind == "word"

    def ends_sentence(self, i: int) -> bool:
        """Whether the line, the sentence or a part of it ends with the word at the position."""
        return self.words[i].kind == "line" or self.words[i].text in {".", ";"}

    def _mark_parties(self, parties: Sequence[PartyMention]) -> None:
        mentions = iter(sorted(parties))
        mention = next(mentions, None)
        for word in self.words:
            while mention is not None and mention.end <= word.start:
                mention = next(mentions, None)
            if mention is None:
                return
            if mention.start < word.end and word.start < mention.end:
                word.party = mention

    def _mark_classes(self, classes: Iterable[WordClass]) -> None:
        opens, before, after_mark = True, "", True
        for word, (begins, function, proper, verb) in zip(self.words, classes, strict=True):
            kind = word.kind
            word.opens = opens or (after_mark and begins) or before == "."
            opens = kind == "line" or (kind == "mark" and word.text in '•“"‘:')
            opens = opens or (word.opens and (kind == "number" or word.text in "-–—*("))
            before, after_mark = word.text, kind in _MARKS
            if kind == "word":
                word.function, word.proper, word.verb = function, proper, verb

    def _mark_regions(self, regions: Sequence[Region]) -> None:
        starts = [word.start for word in self.words] if regions else []
        for region in regions:
            for word in self.words[bisect_left(starts, region.start) : bisect_left(starts, region.end)]:
                word.silent = region.kind in {"credit", "byline", "boilerplate", "dateline"}
                word.headline = region.kind in {"title", "heading"}

    def _mark_ships(self) -> None:
        """What stands behind a ship's prefix is her name, up to a rank: "HMNZS |Te Kaha|"."""
        prefixes = engagement_words().exercises.ship_prefixes
        for i, word in enumerate(self.words):
            if word.text not in prefixes:
                continue
            for k in range(i + 1, min(i + 1 + _LONGEST_SHIP, len(self))):
                named = self.words[k].kind == "word" and self.words[k].capital
                if not named or (k > i + 1 and (self.rank(k) or self.head(k))):
                    break
                self.words[k].silent = True

    def _mark_headlines(self) -> None:
        numbered = listed = False
        lines = [*self._lines(), None]
        for line, after in pairwise(lines):
            if line is None:
                return
            start, end = line
            follows, numbered = numbered, self.words[start].kind == "number"
            item = self._is_item(line)
            in_list = item and (listed or self._is_item(after))
            listed = item or (end - start <= _LONGEST_PHRASE and self.words[end - 1].text == ":")
            if not follows and not numbered and not in_list and self._is_headline(start, end):
                for word in self.words[start:end]:
                    word.headline = True

    def _is_item(self, line: tuple[int, int] | None) -> bool:
        return line is not None and self.words[line[0]].text in {"-", "–", "—", "•", "*"}

    def _is_headline(self, start: int, end: int) -> bool:
        """A short line without a full stop that is the first, an item, or written in capitals throughout."""
        first = start == 0 and end < len(self.words) and not self._is_dated(start, end)
        if end - start > _HEADLINE_WORDS or self._ends_sentence(start, end):
            return False
        long = [w for w in self.words[start:end] if w.kind == "word" and len(w.text) > 3]
        large = len(long) > 3 and sum(w.capital for w in long) / len(long) >= _HEADLINE_SHARE
        large = large and not self._is_signed(start, end)
        return large or first or self.words[start].text in "-–—•"

    def _is_signed(self, start: int, end: int) -> bool:
        """ "A B, Minister for Defence": a name with its office, as they stand below a statement."""
        comma = next((k for k in range(start, min(end, start + _LONGEST_NAME)) if self.at(k) == ","), start)
        office = comma + 1 + self.is_modifier(comma + 1)
        after = office + self.head(office)
        return start < comma and office < after and (after == end or self.at(after) in _OF_AN_OFFICE)

    def _is_dated(self, start: int, end: int) -> bool:
        """ "KATHMANDU, Jan 7: Foreign Minister X": the opening of a report, with its stop left out."""
        mark = next(
            (k for k in range(start, min(end, start + _DATELINE)) if self.at(k) in {":", "–", "—"}), start
        )
        before = range(start, mark)
        return mark + _DATELINE < end and any(self.at(k) in self.lists.calendar for k in before)

    def _ends_sentence(self, start: int, end: int) -> bool:
        """Whether a line ends with a stop; in a long one, that of "Jr." is one too."""
        last = self.words[end - 1].text
        return last in {".", ";", ",", ":"} or (last.endswith(".") and end - start > _HEADLINE_WORDS // 2)

    def _lines(self) -> Iterator[tuple[int, int]]:
        """Lines that are not empty, as positions from and to."""
        start = 0
        for i, word in enumerate(self.words):
            if word.kind == "line":
                if i > start:
                    yield start, i
                start = i + 1
        if start < len(self.words):
            yield start, len(self.words)

    def _phrases(self, i: int) -> _Lengths:
        """How many words from `i` make the longest rank, form of address and post noun."""
        known = self._lengths.get(i)
        if known is None:
            known = self._lengths[i] = self._measured(i) if i in self._reaches else _NO_PHRASES
        return known

    def _measured(self, i: int) -> _Lengths:
        rank = honorific = head = 0
        joined = ""
        for n in range(1, min(self._reaches[i], _LONGEST_PHRASE) + 1):
            part = self.at(i + n - 1)
            if not part:
                break
            joined = joined + part if part.startswith("'") else f"{joined} {part}".strip()
            rank = n if joined in self.lists.ranks else rank
            honorific = n if joined in self.lists.honorifics else honorific
            head = n if joined in self.lists.heads else head
        return _Lengths(rank, honorific, head)

    def rank(self, i: int) -> int:
        """Length of the rank at `i`, capitals required; 0 for none."""
        if i not in self._reaches or not self.words[i].capital or self._is_of_marines(i):
            return 0
        return self._phrases(i).rank

    def _is_of_marines(self, i: int) -> bool:
        """ "a Marine |Corps| General": no rank begins inside the name of a service."""
        return self.at(i) == "corps" and self.at(i - 1) in {"marine", "air", "army"}

    def honorific(self, i: int) -> int:
        """Length of the form of address at `i`; 0 for none."""
        if i not in self._reaches or not self.words[i].capital:
            return 0
        if self.at(i).upper() in self.lists.by_initials and not self.words[i].text.replace(".", "").isupper():
            return 0
        return self._phrases(i).honorific

    def head(self, i: int) -> int:
        """Length of the post noun at `i`; 0 for none."""
        return self._phrases(i).head

    def is_modifier(self, i: int) -> bool:
        """Whether the word at `i` is one like "deputy", which belongs to the post after it."""
        return self.at(i) in self.lists.modifiers

    def is_topic(self, i: int) -> bool:
        """Whether the word at `i` is one that ministries and institutions are named after."""
        word = self.at(i)
        return word in self.lists.portfolio or word in self.lists.institutions or self.is_abstract(i)

    def is_abstract(self, i: int) -> bool:
        """Whether the word at `i` is an English noun of abstraction by its ending."""
        word = self.at(i)
        abstract = len(word) > 6 and word.endswith(self.lists.abstract_endings)
        return abstract and word not in self.lists.borne_abstracts and self.words[i].text.isascii()

    def organ_at(self, i: int) -> str | None:
        """The party whose organ, or the body that, is named at `i` ("JICA", "the World Bank"); else None."""
        mention = self.words[i].party
        return mention.code if mention is not None and mention.form in {"body", "institution"} else None

    def past_party(self, i: int) -> int:
        """The position after the party mention that holds the word at `i`."""
        mention, j = self.words[i].party, i
        while j < len(self) and self.words[j].party is mention:
            j += 1
        return j

    def past_brackets(self, i: int) -> int:
        """The position after brackets of one word at `i`: "(Retd)"."""
        return self.skip(i, lambda k: 3 if self.at(k) == "(" and self.at(k + 2) == ")" else 0)

    def skip(self, i: int, test: Callable[[int], int]) -> int:
        """The position after what `test` takes from `i` on, one after the other, up to a bound."""
        for _ in range(_MOST_IN_A_ROW):
            taken = test(i)
            if taken == 0:
                break
            i += taken
        return i

    def cut(self, i: int, j: int) -> str:
        """The text of the words from `i` up to `j`, white space folded."""
        return " ".join(self.text[self.words[i].start : self.words[j - 1].end].split()) if j > i else ""
