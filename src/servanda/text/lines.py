"""What a single line or short paragraph is, judged by its own words: a credit, a byline, a caption."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from servanda.text.furniture import any_of, furniture
from servanda.text.units import Unit

_NAMES = r"[^\W\d_](?:[\w.'’&/,-]|[ ](?=[\w&(]))*"
_LONGEST_NAMES = 80
_NAME_WORDS = frozenset(("and", "&", "de", "of", "the", "van", "von", "al", "bin", "for", "/"))
_DETERMINERS = frozenset(
    ("a", "an", "the", "his", "her", "their", "and", "of", "for", "from", "with", "at", "in")
)
_SPOKEN = re.compile(r"[“”\"]|\b(?:said|says|that|will|would|has|have|had|was|were|is|are)\b")
_TIME = re.compile(r"\b(?:today|tomorrow|tonight|next|this (?:week|month|year)|on \w+day)\b")
_LONGEST_CAPTION = 45
_LONGEST_SUBJECT = 16
_LONGEST_PHRASE = 25


class Credit(msgspec.Struct, frozen=True):
    """Where in a unit a credit stands, whom it names, and whether it is for the translation."""

    start: int
    name: str
    is_translator: bool


class _Patterns(msgspec.Struct, frozen=True):
    credit: re.Pattern[str]
    agency: re.Pattern[str]
    frame: re.Pattern[str]
    position: re.Pattern[str]
    opener: re.Pattern[str]
    people: re.Pattern[str]
    verb: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = furniture()
    caption = words.caption
    openers = (
        rf"(?P<translator>{any_of(words.translators)}\b:?|translator:)"
        rf"|{any_of(words.credits)}\b:?|{any_of(words.credits_with_colon)}(?:\s+by)?:"
    )
    return _Patterns(
        credit=re.compile(rf"(?:^|(?<=[.!?”\"’)])\s*|\n)[(\[]?(?i:{openers})\s*(?P<name>{_NAMES})[)\]]?\.?$"),
        agency=re.compile(rf"(?:^|\s*)(?:[—–]|--?)\s*(?:{any_of(words.agencies)}/?)+\.?$"),
        frame=re.compile(rf"{any_of(words.frame_openers)}(?!\w)", re.IGNORECASE),
        position=re.compile(
            rf"\((?:[^()]{{0,40}},\s*)?(?:{any_of(caption.positions)})(?:,[^()]{{0,60}})?\)"
            rf"|,\s+(?:{any_of(p for p in caption.positions if ' ' in p)}),"
        ),
        opener=re.compile(rf"(?:{any_of(caption.openers)})\b", re.IGNORECASE),
        people=re.compile(
            rf"(?:the\s+|[\w.’'-]+\s+){{0,3}}(?:{any_of(caption.people)})\s+(?:{any_of(caption.doing)})\b",
            re.IGNORECASE,
        ),
        verb=re.compile(
            rf"(?<=\s)(?:(?P<one>{any_of(caption.verbs)})|{any_of(caption.verbs.values())})(?=\s)"
        ),
    )


def credit(text: str) -> Credit | None:
    """The credit that `text` is or ends with ("... in France.Translated by Mai Huong")."""
    tail = max(0, len(text) - 2 * _LONGEST_NAMES)
    tail = text.find(" ", tail) + 1 if tail else 0
    found = _patterns().credit.search(text, tail)
    if not found or len(found["name"]) > _LONGEST_NAMES or not _is_name(found["name"]):
        return None
    start = found.start() + len(found.group()) - len(found.group().lstrip())
    return Credit(start, found["name"].rstrip(" .,)"), found["translator"] is not None)


def agency_tail(text: str) -> int | None:
    """Where the agency's sign stands with which `text` ends ("... last year. — Agencies")."""
    tail = max(0, len(text) - _LONGEST_NAMES)
    found = _patterns().agency.search(text, tail)
    return found.start() + len(found.group()) - len(found.group().lstrip()) if found else None


def byline(unit: Unit) -> str | None:
    """The reporter named by a line such as "By Jane Doe, Staff Reporter"."""
    found = re.fullmatch(r"(?:By|BY)\s+(.{3,80})", unit.text)
    if not found or unit.ends_sentence or not _is_name(found[1]) or len(found[1].split()) < 2:
        return None
    return found[1].split(",")[0].strip()


def is_label(unit: Unit) -> bool:
    """Whether a line only says what kind of paper this is ("COMMUNIQUÉ")."""
    return unit.text.strip(" :[]*-–—").lower() in furniture().labels


def is_boilerplate(unit: Unit) -> bool:
    """Whether a line belongs to a page's frame ("Read more: ...", "© 2024 ...")."""
    if unit.text.strip(" :»>").lower() in furniture().frame_lines:
        return True
    return len(unit.words) <= 12 and _patterns().frame.match(unit.text) is not None


def is_caption(unit: Unit) -> bool:
    """Whether a paragraph describes a picture: it says where people stand in it, it is a phrase such as
    "An overview of the meeting", or a single sentence in the present tense of captions."""
    if (by := credit(unit.text)) and by.start:  # "... receives the Ambassador. Photo: MoD"
        unit = msgspec.structs.replace(unit, text=unit.text[: by.start].rstrip())
    words, patterns = unit.words, _patterns()
    if len(words) > _LONGEST_CAPTION or unit.bullet or _sentences(unit.text) > 1:
        return False
    if (position := patterns.position.search(unit.text)) and position.start() > 0:  # "(l) ..." is an item
        return True
    if _SPOKEN.search(unit.text):
        return False
    phrase = len(words) <= (_LONGEST_PHRASE if not unit.ends_sentence else _LONGEST_PHRASE // 2)
    if phrase and (
        patterns.opener.match(unit.text) or (not unit.ends_sentence and patterns.people.match(unit.text))
    ):
        return True
    return _is_shown(unit)


def is_unfinished(unit: Unit) -> bool:
    """Whether a line breaks off within a sentence."""
    last = re.sub(r"\W", "", unit.words[-1])  # in lower case: a headline may end in "Sworn In"
    return unit.text[-1] in ",;:" or last in furniture().unfinished


def _is_shown(unit: Unit) -> bool:
    """Whether somebody does something in the present tense of captions, and no more is said."""
    if _TIME.search(unit.text) or not unit.ends_sentence:
        return False
    verb = _patterns().verb.search(unit.text)
    if not verb:
        return False
    subject = [word.strip(",") for word in re.sub(r"\([^)]*\)", " ", unit.text[: verb.start()]).split()]
    if not 0 < len(subject) <= _LONGEST_SUBJECT or subject[-1].endswith(("'s", "’s", "s'", "s’")):
        return False  # "The President's visit" is a noun
    nouns = furniture().caption.subjects
    acts = verb["one"] or "and" in subject or (subject[-1] in nouns and subject[-1].endswith("s"))
    named = all(word[0].isupper() or word in _DETERMINERS or word in nouns for word in subject if word)
    return bool(acts and named and subject[-1].lower() not in _DETERMINERS)


def _is_name(text: str) -> bool:
    return all(
        word[0].isupper() or not word[0].isalpha() or word.lower() in _NAME_WORDS for word in text.split()
    )


def _sentences(text: str) -> int:
    """How many sentences there are; a stop after an initial or a title ends none."""
    return 1 + len(re.findall(r"(?:(?<=\w{4})|(?<=[a-z)”\"]{2}))[.!?][”\"’)]*\s+(?=[A-Z“\"])", text))
