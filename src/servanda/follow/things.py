"""What a promise or a report is about: the stems of the words that say it, and what kind of doing it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import takewhile

import msgspec
import snowballstemmer  # type: ignore[import-untyped]

from servanda.codebook.dates import date_words, month_names
from servanda.codebook.following import following_words, said, says
from servanda.codebook.places import bodies, countries
from servanda.codebook.resolving import resolving_words
from servanda.extract.numbers import find_amounts, find_ordinals, to_int
from servanda.model.fold import fold, fold_words

Stems = frozenset[str]

_PARTS = re.compile(r",(?!\d)|;|\band\b|\bas well as\b", re.IGNORECASE)
_ADJUNCT = re.compile(
    r"\s*(?:for|in|at|on|under|during|from|by|with|which|who|where|whose|to be|once|after|before|until|"
    r"starting|beginning|effective|valid)\b",
    re.IGNORECASE,
)
"""How a part begins that tells more of the thing before it: ", for use in the dry season"."""
_SAYING = re.compile(r"\b(?:said|says|announced|stated|added|told|confirmed|reported)\b", re.IGNORECASE)
"""What tells who says it: ", the ambassador announced in Bamako"."""
_BRITISH = re.compile(r"(?<=\w{4})is(?=(?:e|ed|es|ing|ations?)$)|(?<=\w{3})ou(?=r(?:s|ed|ing)?$)")
"""What one spells in two ways: "specialised" and "specialized", "harbour" and "harbor"."""
_TWO_PURPOSES = re.compile(r"\bfor (\w+) and (\w+)\b(?=$|[,;.])")  # "calls for supply and repair"
_OCCASION = re.compile(r"^(?:at|during|in|on|after|following|under) [^,]+, ", re.IGNORECASE)
_WORDS_BETWEEN = 3
_WORDS_OF_A_ROW = 5
"""Words behind an ordinal within which the thing stands: "the sixth *rotation of the field hospital*"."""
_CAPITALS = re.compile(r"(?<![.?!] )(?<!^)\b[A-Z][\w'’-]+")
_PUNCTUATION = ".,;:()\"'’“”"
_SCALES = ("hundred", "thousand")
_OF_SUMS = ("million", "billion", "trillion", "lakh", "crore")
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_THE_COURSE = re.compile(r"\bin the course of\b", re.IGNORECASE)
"""No course at a school."""
_FIRST_OF_ALL, _LAST = 1, -1
_OF_THE_LAST = frozenset({"last", "final", "remaining"})
_SPANS = frozenset(
    {"time", "times", "day", "week", "weekend", "month", "quarter", "half", "year", "years", "night"}
)
_WHOLE = frozenset({"attache", "shipping", "shipped"})
"""Else their stems were those of "attaches importance" and of ships."""
_TO_ARRIVE = re.compile(
    r"\b(?:should|will|would|(?:is|are|was|were) (?:due |expected |scheduled |set )?to) (?:\w+ )?"
    r"(?:reach|arrive|land|come|follow|be (?:delivered|handed|here|there|in|at|with))\b[^,;.]*"
)
"""What is told as still to arrive."""
_FLYPAST = re.compile(
    r"\bfl(?:y|ies|ew|own|ying)(?: \w+)? (?:over|past|above)\b|\bfl[iy]-?past\b", re.IGNORECASE
)
_ORDINAL = ("st", "nd", "rd", "th")


class Things(msgspec.Struct, frozen=True):
    """stems    of the words that tell one promise from another
    deeds       kinds of doing: give, build, train
    plain       those of them that a word tells which is said of nothing else
    amounts     sums of money: currency and value
    """

    stems: Stems
    deeds: frozenset[str]
    plain: frozenset[str]
    amounts: frozenset[tuple[str, float]]


@lru_cache(maxsize=1 << 16)
def things(text: str) -> Things:
    """What `text` is about. Countries, bodies and the words that any promise can have are left out."""
    stems = content_stems(text)
    deeds, plain = (
        frozenset(kind for kind, of_kind in by_kind.items() if not stems.isdisjoint(of_kind))
        for by_kind in (_telling_deeds(), _deeds())
    )
    amounts = frozenset((found.currency, found.value) for found in find_amounts(text))
    return Things(stems - _general() - _all_deeds(), deeds, plain, amounts)


@lru_cache(maxsize=1 << 16)
def content_stems(text: str) -> Stems:
    """The stems of the words of `text`, without figures, names of states, capitals and bodies, and words
    that have no content of their own."""
    called = frozenset(kind for kind, pattern in _types().items() if pattern.search(text))
    text = _IN_THE_COURSE.sub(" ", text)
    told = frozenset(
        stem(w) for w in fold_words(text) if len(w) > 1 and w.isalpha() and w not in _passed_over()
    )
    return called | (told - {stem("trainer")} if "aircraft" in called else told)  # "five T-6C trainers"


@lru_cache(maxsize=1 << 15)
def parts(text: str) -> tuple[Things, ...]:
    """The several things of one promise, "A, B and C", in its order. Conditions, purposes and parts that name
    nothing are left out."""
    asides = said(text, following_words().asides)
    promised = (
        re.split(rf"\b{re.escape(asides[0])}\b", text, maxsplit=1, flags=re.IGNORECASE)[0] if asides else text
    )
    whole = _pairs().sub(lambda found: found[0].replace(" and ", " "), promised)
    whole = _TWO_PURPOSES.sub(r"for \1 \2", whole)
    first, *others = _PARTS.split(_OCCASION.sub("", whole))
    further = (p for p in others if not _ADJUNCT.match(p) and not _SAYING.search(p))
    several = tuple(things(part) for part in (first, *further))
    return tuple(part for part in several if part.stems or part.amounts or part.deeds) or (things(text),)


def quantity(text: str, about: Stems) -> int | None:
    """How many of `about` the text counts: 2 in "two large patrol vessels", 1 in "one of two vessels"; None
    where it counts none. Measures ("97-meter") and years are no counts; in "ten tanks and 24 howitzers" each
    number counts its own."""
    words = joined([word.strip(_PUNCTUATION) for word in fold(_by_kind(text)).split()])
    for at, word in enumerate(words):
        number = None if _YEAR.fullmatch(word) or word.endswith(_ORDINAL) or "-" in word else to_int(word)
        if not {word, *words[at + 1 : at + 2]}.isdisjoint(_OF_SUMS):
            continue  # "three |million| dollars for mine clearance"
        reach = _WORDS_BETWEEN * (2 if words[at + 1 : at + 2] == ["of"] else 1)
        behind = takewhile(lambda w: w != "and", words[at + 1 : at + 2 + reach])
        if number and not about.isdisjoint(map(stem, behind)):
            return number
    return None


def are_of_other_rows(promised: str, report: str, about: Stems) -> bool:
    """Whether both count in a row those that are meant, "the sixth rotation", and differently; "the last ten"
    are not "the first ten"."""
    wanted, told = ordinals(promised, about), ordinals(report, about)
    if _LAST in wanted | told:
        return {_FIRST_OF_ALL} in (wanted, told)
    return bool(wanted and told) and wanted.isdisjoint(told)


@lru_cache(maxsize=1 << 14)
def _by_kind(text: str) -> str:
    """The text with the names of types told by what they are: "two Rafales" as "two aircraft"."""
    for kind, pattern in _types().items():
        text = pattern.sub(kind, text)
    return text


def ordinals(text: str, about: Stems) -> frozenset[int]:
    """The ordinal numbers of `about` that tell which of a row is meant: 6 in "the sixth rotation of the
    hospital"; -1 for the last."""
    words = [word.strip(_PUNCTUATION) for word in fold(text).split()]
    found = (
        _LAST if word in _OF_THE_LAST else find_ordinals(word)[0].value
        for at, word in enumerate(words)
        if (word in _OF_THE_LAST or find_ordinals(word))
        and not about.isdisjoint(map(stem, _of_the_row(words[at + 1 : at + 1 + _WORDS_OF_A_ROW])))
    )
    return frozenset(found)


def _of_the_row(behind: list[str]) -> list[str]:
    """What an ordinal counts: nothing in "last month ten tanks arrived", "the first quarter"."""
    return [] if behind and behind[0] in _times() else behind


@cache
def _times() -> frozenset[str]:
    """Words for times that are counted in a row: "the first |quarter|", "last |May|"."""
    days = (name.lower() for names in date_words().weekdays for name in names)
    return frozenset((*_SPANS, *month_names(), *days, *date_words().seasons))


def joined(words: list[str]) -> list[str]:
    """ "one hundred and fifty" and "a hundred" as one word each."""
    out: list[str] = []
    for word in words:
        before = out[-1] if out else ""
        scaled = word in _SCALES and (before == "a" or to_int(before) is not None)
        if scaled:
            out[-1] = word if before == "a" else f"{before} {word}"
        elif len(out) > 1 and before == "and" and out[-2].endswith(_SCALES) and to_int(word) is not None:
            out[-2:] = [f"{out[-2]} and {word}"]
        else:
            out.append(word)
    return out


def alike(wanted: Stems, told: Stems) -> dict[str, Stems]:
    """The stems of `wanted` for which `told` has other words of their kind, with these: boats and vessels."""
    by_kind = _kinds()
    kinds = {word: by_kind.get(word, frozenset()) for word in told - wanted}
    found = {
        word: frozenset(other for other, of_other in kinds.items() if of_other & by_kind[word])
        for word in wanted - told
        if word in by_kind
    }
    return {word: others for word, others in found.items() if others}


@lru_cache(maxsize=1 << 15)
def names(text: str) -> Stems:
    """The stems of the words with capitals that call places and other things by their names."""
    return frozenset(
        stem(word) for called in _CAPITALS.findall(text) for word in fold_words(called)
    ) & content_stems(text)


def kinds_of(about: Stems) -> frozenset[str]:
    """The kinds of things of which words of `about` are."""
    return frozenset(kind for word in about for kind in _kinds().get(word, ()))


def has_plural(text: str, about: Stems) -> bool:
    """Whether a word of `about` stands in the plural in `text`, as far as its spelling shows."""
    return any(word.endswith("s") and stem(word) in about for word in fold_words(text))


def mentions_any(text: str, words: Iterable[str]) -> bool:
    """Whether a form of one of `words` stands in `text`."""
    return not {stem(word) for word in words}.isdisjoint(map(stem, fold_words(text)))


@lru_cache(maxsize=1 << 15)
def is_called_off(text: str) -> bool:
    """Whether `text` tells that something was called off, came to nothing or was never done."""
    words = following_words()
    return mentions_any(text, words.called_off) or says(text, words.called_off_phrases)


@lru_cache(maxsize=1 << 15)
def is_on_the_way(text: str) -> bool:
    """Whether `text` tells that things are still to arrive, and of none that have: "are at sea and should
    reach the port this month"."""
    told = _TO_ARRIVE.sub(" ", text)
    if told == text and not says(text, following_words().on_the_way):
        return False
    return not mentions_any(told, following_words().arrived)


def is_no_arrival(promised: str, report: str) -> bool:
    """Whether things were to come, and no more is told than that they were bought, "bought tanks last year",
    or that aircraft are seen in the sky, which have been there before."""
    if _FLYPAST.search(report):
        return True
    words, buying = following_words(), frozenset({"buy"})
    if things(report).plain != buying or mentions_any(report, words.arrived):
        return False
    return mentions_any(promised, words.coming) and not buying & things(promised).plain


def events(text: str) -> Stems:
    """The stems of the nouns for meetings and other events in `text`."""
    return _events() & frozenset(map(stem, fold_words(text)))


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """The stem of a folded word (the Porter2 rules of Snowball): "vessels" and "vessel" have the same."""
    if word in _WHOLE:
        return word
    return str(_stemmer().stemWord(_BRITISH.sub(lambda found: "iz" if found[0] == "is" else "o", word)))


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@cache
def _events() -> Stems:
    return frozenset(map(stem, following_words().events))


@cache
def _general() -> Stems:
    return frozenset(map(stem, fold_words(following_words().general)))


@cache
def _deeds() -> dict[str, Stems]:
    return {kind: frozenset(map(stem, words.split())) for kind, words in following_words().deeds.items()}


@cache
def _telling_deeds() -> dict[str, Stems]:
    also = following_words().also_deeds
    return {kind: words | frozenset(map(stem, also.get(kind, ()))) for kind, words in _deeds().items()}


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, words in following_words().kinds.items():
        for word in words.split():
            found.setdefault(stem(word), set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def _types() -> dict[str, re.Pattern[str]]:
    """The names of types by the stem of the word for what they are: "F-16" by that of aircraft."""
    called = following_words().types
    return {stem(kind): re.compile(rf"\b(?:{'|'.join(names)})(?:s|\b)") for kind, names in called.items()}


@cache
def _pairs() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, following_words().one_thing)), re.IGNORECASE)


@cache
def _all_deeds() -> Stems:
    return frozenset().union(*_deeds().values())


@cache
def _passed_over() -> frozenset[str]:
    """Words without content, and the words by which states, their capitals and bodies are called. The words
    of a body's long name can say what is promised ("agriculture", "health") and count."""
    of_states = (n for c in countries() for n in (c.name, *c.names, *c.demonyms, *c.combining, *c.capitals))
    of_bodies = (n for b in bodies() for n in (b.code, b.name, *b.names) if " " not in n)
    named = {word for name in (*of_states, *of_bodies) for word in fold_words(name)}
    return frozenset(named | set(resolving_words().function.split()))
