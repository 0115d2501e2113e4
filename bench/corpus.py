"""Documents with their facts and the truth about them, to measure linking without reading.

The structures are those of real records (stories.yaml): a visit is announced, begins, is talked about, ends
and is recalled; a dialogue is planned, held and recalled; a pledge is made, repeated and kept; an instrument
is planned, signed, in force and amended; reports are printed by other papers with light edits. The states are
the real ones. Names and the rest of the text are made of syllables.

A corpus that grows "wide" gets more relationships and more years, so that the number of documents about one
relationship in one year stays the same (about ten): so a collection grows. One that grows "dense" keeps
the same 20 relationships and four years, and ever more documents tell of these: the hard case.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from itertools import combinations, count, product
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec
import yaml

from servanda.codebook.places import Country, countries
from servanda.model.document import Document
from servanda.model.facts import AnyFact

Growth = Literal["wide", "dense"]
Value = str | tuple[str, ...]

COPIED = 0.12
"""How often a document is printed by another paper as well."""
BACKGROUND = 4
"""The most sentences on other things that a document holds; a real one has five facts and more in all."""
FIRST_YEAR = 2001
YEARS_OF_A_TERM = 4
DOCUMENTS_A_YEAR = 10
DENSE_PAIRS, DENSE_YEARS = 20, 4
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
SYLLABLES = (
    "ba",
    "den",
    "ko",
    "li",
    "mar",
    "no",
    "pra",
    "que",
    "ri",
    "sol",
    "ta",
    "vu",
    "wen",
    "xa",
    "yo",
    "zel",
)


class Line(msgspec.Struct, frozen=True):
    """A sentence, the fact that it says and the things of which it tells; see stories.yaml."""

    wordings: tuple[str, ...]
    says: dict[str, Value]
    thing: str
    keeps: str = ""


class Scene(msgspec.Struct, frozen=True):
    """A document of a story; see stories.yaml."""

    day: int
    share: float
    publisher: str
    title: str
    lines: tuple[Line, ...]


class Structures(msgspec.Struct, frozen=True):
    """All that documents are made of; see stories.yaml."""

    stories: dict[str, tuple[Scene, ...]]
    background: tuple[Line, ...]
    offices: tuple[str, ...]
    forms: dict[str, str]
    topics: dict[str, tuple[str, ...]]
    series: tuple[str, ...]
    spelling: dict[str, str]


@cache
def structures() -> Structures:
    """The content of stories.yaml."""
    text = Path(__file__).with_name("stories.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Structures)


class Generated(msgspec.Struct, frozen=True, kw_only=True):
    """A document with its bytes and facts, as a ledger takes them, and the truth.

    things   by id of each fact, people among them, the id of the thing of which it tells
    keeps    by id of a fact, the thing that it shows to be kept
    copy_of  id of the document of which it is a copy
    """

    document: Document
    data: bytes
    facts: tuple[AnyFact, ...]
    things: dict[str, str]
    keeps: dict[str, str]
    copy_of: str | None = None


def generate(documents: int, seed: int, growth: Growth = "wide") -> Iterator[Generated]:
    """So many documents, in order of publication; the same for the same arguments."""
    chance = random.Random(f"{seed} {growth}")  # noqa: S311 - no secret hangs on it
    drafts: list[_Draft] = []
    for story in _stories(documents, growth, chance):
        drafts += _drafts(story, chance)
        if len(drafts) >= documents:
            break
    ids: dict[str, str] = {}
    for draft in sorted(drafts[:documents], key=lambda draft: (draft.published, draft.name)):
        generated = _build(draft, ids.get(draft.copy_of))
        ids[draft.name] = generated.document.id
        yield generated


class _Story(NamedTuple):
    """One course of events. `turn` is its number among those of its kind, pair and year."""

    kind: str
    guest: Country
    host: Country
    year: int
    turn: int


class _Told(NamedTuple):
    sentence: str
    says: Mapping[str, Value]
    thing: str
    keeps: str


class _Named(NamedTuple):
    """A person as one document names them."""

    id: str
    name: str
    post: str
    party: str


class _Draft(NamedTuple):
    name: str
    published: date
    publisher: str
    title: str
    told: tuple[_Told, ...]
    filler: tuple[str, ...]
    people: tuple[_Named, ...]
    copy_of: str = ""


def _stories(documents: int, growth: Growth, chance: random.Random) -> Iterator[_Story]:
    """Stories, one relationship after the other, or ever more of the same relationships."""
    states = [country for country in countries() if country.capitals]
    pairs = list(combinations(states, 2))
    chance.shuffle(pairs)
    turns: Iterable[int] = (0,)
    years = max(2, round((documents / DOCUMENTS_A_YEAR) ** (1 / 3)))
    if growth == "dense":
        turns, years, pairs = count(), DENSE_YEARS, pairs[:DENSE_PAIRS]
    for turn in turns:
        for pair, year, kind in product(pairs, range(years), structures().stories):
            guest, host = chance.sample(pair, 2)
            yield _Story(kind, guest, host, year, turn)


def _drafts(story: _Story, chance: random.Random) -> Iterator[_Draft]:
    """The documents on one story, and copies of some."""
    words = _words(story, chance)
    first_day = date.fromisoformat(words["first_day"])
    for number, scene in enumerate(structures().stories[story.kind]):
        if chance.random() >= scene.share:
            continue
        published = first_day + timedelta(days=scene.day)
        people = tuple(_named(story, side, chance) for side in ("guest", "host"))
        name = f"{published}-{words['story'].replace('/', '-')}-{number}"
        known = words | {"document": name, "guest_person": people[0].name, "host_person": people[1].name}
        besides = chance.sample(structures().background, chance.randint(1, BACKGROUND))
        draft = _Draft(
            name=name,
            published=published,
            publisher=_filled(scene.publisher, known),
            title=_filled(scene.title, known),
            told=tuple(_told(line, known, chance) for line in (*scene.lines, *besides)),
            filler=tuple(_sentence(chance) for _ in range(chance.randint(9, 15))),
            people=people,
        )
        yield draft
        if chance.random() < COPIED:
            yield _copy(draft, chance)


def _words(story: _Story, chance: random.Random) -> dict[str, str]:
    """What the strings of a story's scenes are filled in with, but for the names of people."""
    first = date(FIRST_YEAR + story.year, chance.randint(1, 12), chance.randint(1, 28))
    last = first + timedelta(days=2)
    pair = "-".join(sorted((story.guest.code, story.host.code)))
    of_pair = random.Random(pair)  # noqa: S311 - no secret hangs on it
    topics = [(field, topic) for field, names in structures().topics.items() for topic in names]
    subjects = list(product(structures().forms.items(), topics))
    of_pair.shuffle(subjects)
    # The years of one relationship have subjects of their own, and so has each turn.
    (form, instrument), (field, topic) = subjects[(story.turn * DENSE_YEARS + story.year) % len(subjects)]
    rounds, place = divmod(story.turn, len(structures().series))
    series = structures().series[place] + (f" on {topics[rounds % len(topics)][1]}" if rounds else "")
    return {
        "story": f"{pair}/{story.kind}/{FIRST_YEAR + story.year}/{story.turn}",
        "guest": story.guest.code, "guest_name": story.guest.name, "guest_post": _office(story),
        "host": story.host.code, "host_name": story.host.name, "host_post": _office(story),
        "capital": story.host.capitals[0],
        "first_day": str(first), "second_day": str(first + timedelta(days=1)), "stay": f"{first}/{last}",
        "start": _day(first), "second": _day(first + timedelta(days=1)),
        "end": _day(last), "month": f"{first:%B %Y}", "year_month": f"{first:%Y-%m}",
        "next_year": str(first.year + 1), "number": str(chance.randint(2, 90)),
        "form": form, "instrument": instrument, "field": field, "topic": topic,
        "series": series, "series_id": f"{pair}/{series}",
        "ordinal": str(story.year + 2), "ordinal_before": str(story.year + 1),
        "nth": _nth(story.year + 2), "nth_before": _nth(story.year + 1),
    }  # fmt: skip


def _office(story: _Story) -> str:
    offices = structures().offices
    return offices[(len(story.kind) + story.turn) % len(offices)]


def _named(story: _Story, side: Literal["guest", "host"], chance: random.Random) -> _Named:
    """Who holds the office on one side, in a form of the name."""
    country: Country = getattr(story, side)
    post = _office(story)
    id_ = f"{country.code}/{post}/{(FIRST_YEAR + story.year) // YEARS_OF_A_TERM}"
    of_person = random.Random(id_)  # noqa: S311 - no secret hangs on it
    given, family = (_word(of_person, 3).capitalize() for _ in range(2))
    forms = (f"{given} {family}", f"{given} {_word(of_person, 1)[0].upper()}. {family}")
    return _Named(id_, forms[chance.random() < 0.2], post, country.code)


def _told(line: Line, known: Mapping[str, str], chance: random.Random) -> _Told:
    says = {name: _filled(value, known) for name, value in line.says.items()}
    sentence = _filled(chance.choice(line.wordings), known)
    return _Told(sentence, says, _filled(line.thing, known), _filled(line.keeps, known))


def _copy(draft: _Draft, chance: random.Random) -> _Draft:
    """The document in another paper: its spelling, another title, the end cut off."""
    told = tuple(
        each._replace(
            sentence=_restyled(each.sentence), says={k: _restyled(value) for k, value in each.says.items()}
        )
        for each in draft.told
    )
    return draft._replace(
        name=f"{draft.name}-copy",
        published=draft.published + timedelta(days=chance.randint(0, 1)),
        publisher=f"{_word(chance, 3).capitalize()} Times",
        title=f"{_word(chance, 2).capitalize()}: {draft.title}",
        told=told,
        filler=draft.filler[: -chance.randint(1, 2)],
        copy_of=draft.name,
    )


def _build(draft: _Draft, copy_of: str | None) -> Generated:
    """The document with facts that are grounded in its text."""
    paragraphs = [f"{each.sentence}." for each in draft.told]
    for place, sentence in enumerate(draft.filler):
        paragraphs[place % len(draft.told)] += f" {sentence}"
    text = "\n\n".join((draft.title, *paragraphs)) + "\n"
    data = text.encode()
    document = Document(
        name=draft.name,
        origin=f"{draft.name}.txt",
        text=text,
        sha256=sha256(data).hexdigest(),
        title=draft.title,
        published=str(draft.published),
        publisher=draft.publisher,
        language="en",
    )
    facts: list[AnyFact] = []
    things: dict[str, str] = {}
    keeps: dict[str, str] = {}
    for each in draft.told:
        fact = _fact(document, each.sentence, each.says)
        facts.append(fact)
        things[fact.id] = each.thing
        if each.keeps:
            keeps[fact.id] = each.keeps
    body = "".join(paragraphs)
    for person in draft.people:
        if person.name in body:
            says = {"kind": "person", "name": person.name, "post": person.post, "party": person.party}
            fact = _fact(document, person.name, says)
            facts.append(fact)
            things[fact.id] = person.id
    return Generated(
        document=document, data=data, facts=tuple(facts), things=things, keeps=keeps, copy_of=copy_of
    )


def _fact(document: Document, quotation: str, says: Mapping[str, Value]) -> AnyFact:
    start = document.text.index(quotation)
    bookkeeping = {"confidence": 0.9, "extractor": "bench", "rule": "bench"}
    where = {
        "document": document.name,
        "source": document.id,
        "evidence": (document.span(start, start + len(quotation)),),
    }
    fact: AnyFact = msgspec.convert({**says, **bookkeeping, **where}, AnyFact, strict=False)
    return fact


def _filled(value: Value, known: Mapping[str, str]) -> Any:
    """`value` with what stands in braces filled in."""
    return (
        value.format_map(known) if isinstance(value, str) else tuple(each.format_map(known) for each in value)
    )


def _restyled(value: Any) -> Any:
    if isinstance(value, tuple):
        return value
    for one, other in structures().spelling.items():
        value = value.replace(one, other)
    return value


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _nth(number: int) -> str:
    return ORDINALS[number - 1] if number <= len(ORDINALS) else f"{number}th"


def _sentence(chance: random.Random) -> str:
    words = [_word(chance, chance.randint(1, 4)) for _ in range(chance.randint(8, 16))]
    return f"{' '.join(words).capitalize()}."


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(syllables))
