"""The shape of a person's name, of whatever origin: capitals, initials, small words inside."""

from __future__ import annotations

from servanda.extract.page import Page
from servanda.extract.written import Word

_LONGEST_NAME = 8
_MOST_RANKS = 8
"""Ranks that can stand before one name: "H.E. Air Chief Marshal (Retd.) Prof. Dr."."""
_ALSO_CONJUNCTIONS = frozenset({"y", "e", "na", "do", "la", "le", "les", "san"})
"""Particles that are common words too: inside a name only, never at its beginning."""
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What tells generations of one name apart, behind it."""
_NAMESAKES = frozenset({"capital", "institution"})
"""Parties whose names people bear too: "Aden Duale", "Duma Boko"."""
_BEFORE_NAMES = frozenset({"minister", "ambassador"})
_ALSO_TITLES = frozenset({"ambassador", "senator", "archbishop", "bishop", "minister"})
_ALSO_VIETNAMESE = frozenset({"tuan"})
"""Malay forms of address that names of Viet Nam hold too: "Tran Tuan Anh"."""
_OPENING_QUOTES = frozenset('“‘"')
_CLOSING_QUOTES = frozenset('”’"')
_LETTERS = frozenset({"a", "i"})
"""Single letters that are words too."""
_PREPOSITIONS = frozenset({"in", "of", "at", "from", "to", ","})


def is_name_part(page: Page, i: int, first: bool, room: int = _LONGEST_NAME) -> bool:
    """Whether the word at `i` can be a part of a name, its `first` or a later one; `room` is how many words
    from there on are looked at."""
    if not 0 <= i < len(page) or room == 0:
        return False
    word, lists = page.words[i], page.lists
    if not word.capital or word.silent or (word.text.isupper() and word.key in lists.initials):
        return False
    if word.kind == "initials":
        return word.party is None
    if word.key in _LETTERS and first:
        return _is_initial(page, i, room)
    if word.party is not None and (
        word.party.form not in _NAMESAKES or (first and not _is_given_name(page, i, room))
    ):
        return False
    if word.key in lists.also_names:
        return (
            _opens_name(page, i, room) if first else i + 1 >= len(page) or page.words[i + 1].kind != "number"
        )
    return not _is_other(page, i, first)


def _is_initial(page: Page, i: int, room: int) -> bool:
    """Whether the letter at `i` is an initial, though a word too: "|A| K Abdul Momen", "Dr |A| Rahman"."""
    after = page.is_word(i + 1) and len(page.words[i + 1].text) == 1
    addressed = any(page.honorific(i - n) == n for n in (1, 2))
    return (after or addressed) and is_name_part(page, i + 1, first=not after, room=room - 1)


def _opens_name(page: Page, i: int, room: int) -> bool:
    """Whether a listed word begins a name: "Jan van Dijk", "April Lee", "Park Min-jun"."""
    if _is_particle(page, i + 1, i):
        return True
    if not any(is_name_part(page, i + 1, first=first, room=room - 1) for first in (True, False)):
        return False
    return page.at(i) in page.lists.calendar or "-" in page.words[i + 1].text or _is_led(page, i)


def _is_led(page: Page, i: int) -> bool:
    """Whether rank, address or office stands before a word that is no rank: "Defence |Sultan Orazov"."""
    if page.rank(i) or page.words[i].opens:
        return False
    before = range(1, min(i, 3) + 1)
    ranked = any(page.rank(i - n) == n for n in before)
    addressed = not page.head(i) and any(page.honorific(i - n) == n for n in before)
    office = any(page.head(i - n) == n for n in before) or page.at(i - 1) in _BEFORE_NAMES
    before_name = office or page.at(i - 1) in page.lists.portfolio
    subject = before_name and page.words[i - 1].capital
    return ranked or addressed or subject


def _is_other(page: Page, i: int, first: bool) -> bool:
    """Whether the word belongs to the calendar, to grammar or to the language of offices."""
    word = page.at(i)
    listed = word in page.lists.unlike_names or page.is_abstract(i)
    if listed or (not first and word == "to"):
        return True
    inside = not first and (len(word) <= 3 or word in _ALSO_VIETNAMESE)
    return page.honorific(i) > 0 and (not inside or page.words[i].text.endswith("."))


def _is_given_name(page: Page, i: int, room: int) -> bool:
    """A city's name right before a further name, and after no preposition: "Defence |Aden Duale"."""
    after = page.is_word(i + 1) and page.words[i + 1].party is None
    placed = page.at(i - 1) in _PREPOSITIONS
    return after and not placed and is_name_part(page, i + 1, first=True, room=room - 1)


def titles(page: Page, i: int) -> bool:
    """Whether an office stands at `i` that, behind another, only addresses its holder: "Foreign Secretary
    |Ambassador| Sen"."""
    return page.at(i) in _ALSO_TITLES and page.words[i].capital and is_name_part(page, i + 1, first=True)


def name_end(page: Page, i: int, licensed: bool = True) -> int:
    """The position after the name that begins at `i`, or `i` when none does.

    `licensed`: a rank, form of address or post stands before it, so that a small word with a
    capital ("To Lam", "An") is part of the name even where a sentence begins.
    """
    j = i
    while j < len(page) and j - i < _LONGEST_NAME:
        if j > i and _is_parted(page, j, i):
            break
        if is_name_part(page, j, first=j == i):
            if _begins_anew(page.words[j], j == i, licensed):
                break
        elif nickname := _nickname(page, j, i):
            j += nickname  # the word behind it goes on, though a sentence could begin behind a quotation mark
        elif not _is_particle(page, j, i):
            break
        j += 1
    while j - i > 1 and page.at(j - 1) in page.lists.after_name:
        j -= 1
    if all(page.at(k) in page.lists.suffixes for k in range(i, j)):
        return i
    return _with_suffix(page, j)


def _nickname(page: Page, j: int, start: int) -> int:
    """The words of a name in quotation marks inside a name: "Ferdinand |“Bongbong”| Marcos"; 0 for none."""
    quoted = j > start and page.at(j) in _OPENING_QUOTES and page.at(j + 2) in _CLOSING_QUOTES
    if not quoted or not is_name_part(page, j + 1, first=False):
        return 0
    return 3 if is_name_part(page, j + 3, first=False) else 0


def _is_parted(page: Page, j: int, start: int) -> bool:
    """Whether a line or mark stands at `j` or right before it, or what ends a name: "Jr."."""
    before = page.words[j - 1]
    quoted = before.text in _CLOSING_QUOTES
    ends = before.key in GENERATIONS and j - 1 > start and page.at(j) not in GENERATIONS
    return (
        page.words[j].kind == "line" or (before.kind == "mark" and before.text != "." and not quoted) or ends
    )


def _begins_anew(word: Word, first: bool, licensed: bool) -> bool:
    """Whether a word that could be part of a name rather begins a sentence or goes on with a headline."""
    if first:
        return not licensed and word.opens and word.function
    if word.opens and word.kind == "word":
        return True
    if not word.headline or word.proper:
        return False
    return word.function or word.verb or word.key.endswith(("ing", "ed"))


def _is_particle(page: Page, j: int, start: int) -> bool:
    if not page.is_word(j):
        return False
    word = page.words[j]
    if word.capital or word.key not in page.lists.particles:
        return False
    later = j + 1
    while later < len(page) and page.at(later) in page.lists.particles and not page.words[later].capital:
        later += 1
    return is_name_part(page, later, first=False) and (j > start or word.key not in _ALSO_CONJUNCTIONS)


def _with_suffix(page: Page, j: int) -> int:
    after = j + 1 if page.at(j) == "," else j
    is_suffix = page.at(after) in GENERATIONS and page.words[after].capital
    return after + 1 if is_suffix else j


def rank_leads_name(page: Page, j: int) -> bool:
    """Whether a rank stands at `j` and, past further ranks, forms of address and brackets, a name."""
    for _ in range(_MOST_RANKS):
        n = page.rank(j)
        if n == 0:
            return False
        j = page.skip(page.past_brackets(j + n), page.honorific)
        if is_name_part(page, j, first=True):
            return True
    return False
