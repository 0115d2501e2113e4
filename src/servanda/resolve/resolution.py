"""The ledger's entries: a pure function of mentions, the rules' links, copies and persons' rulings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from servanda.model.facts import Person
from servanda.resolve import copies
from servanda.resolve.clusters import clusters
from servanda.resolve.entry import Entry, Link
from servanda.resolve.forms import Form, form_of
from servanda.resolve.judgement import Judgement
from servanda.resolve.mention import Decision, Mention, time_key
from servanda.resolve.people import Doubt, full_name, people
from servanda.resolve.rules import RULES, SURE, compare
from servanda.resolve.the_only import only_ones


class Individual(msgspec.Struct, frozen=True, kw_only=True):
    """One person, from all forms of the name under which documents tell of them.

    id        that of the form that was attested first, as a person; any form's id names the person as well
    name      the fullest form
    mentions  facts of kind person, in the order of publication
    """

    id: str
    name: str
    forms: tuple[Form, ...]
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...] = ()


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """What is one thing.

    entries   of all kinds but people, in the order of their first mentions
    people    by name
    doubts    short names that several people fit
    in_doubt  the rules' decisions that are too unsure to be acted upon
    copies    groups of documents (`Source.id`) that are copies of one text
    """

    entries: tuple[Entry, ...] = ()
    people: tuple[Individual, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    in_doubt: tuple[Link, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()


def resolve(
    mentions: Iterable[Mention],
    links: Iterable[Link],
    rulings: Sequence[Judgement] = (),
    copied: Iterable[tuple[str, str]] = (),
) -> Resolution:
    """The entries and people of `mentions`.

    links    the rules' decisions on pairs of mentions
    rulings  judgements that stand
    copied   pairs of documents that are copies of one text

    The same input in any order gives the same. Mentions are those of current facts.
    """
    by_id = {mention.id: mention for mention in mentions}
    said = [m for m in by_id.values() if m.fact.kind in RULES]
    named = [m for m in by_id.values() if isinstance(m.fact, Person)]
    decided = sorted((li for li in links if li.a in by_id and li.b in by_id), key=lambda li: (li.a, li.b))
    sure = [link for link in decided if link.decision.score >= SURE]
    individuals, doubts = _people(named, rulings)
    return Resolution(
        entries=tuple(_entries(said, sure, rulings, by_id)),
        people=individuals,
        doubts=doubts,
        in_doubt=tuple(link for link in decided if link.decision.score < SURE),
        copies=tuple(map(tuple, copies.groups(copied))),
    )


def _entries(
    said: list[Mention], sure: list[Link], rulings: Sequence[Judgement], by_id: dict[str, Mention]
) -> list[Entry]:
    def against(a: str, b: str) -> Decision | None:
        return compare(by_id[a], by_id[b])

    sure = only_ones(sure, against)
    sets = clusters((m.id for m in said), sure, rulings, against)
    place = {id_: number for number, members in enumerate(sets) for id_ in members}
    held: dict[int, list[Link]] = defaultdict(list)
    for link in (*sure, *_as_links(rulings)):
        if link.a in place and place[link.a] == place.get(link.b):
            held[place[link.a]].append(link)
    entries = [
        Entry.of([by_id[id_] for id_ in members], tuple(held[number])) for number, members in enumerate(sets)
    ]
    return sorted(entries, key=lambda entry: time_key(entry.mentions[0]))


def _people(
    named: list[Mention], rulings: Sequence[Judgement]
) -> tuple[tuple[Individual, ...], tuple[Doubt, ...]]:
    forms: dict[str, Form] = {}
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(named, key=time_key):
        if isinstance(mention.fact, Person):
            form = form_of(mention.fact)
            forms.setdefault(form.id, form)
            mentions[form.id].append(mention)
    found = people(forms.values(), rulings)
    place = {id_: number for number, members in enumerate(found.persons) for id_ in members}
    held: dict[int, list[Link]] = defaultdict(list)
    for link in (*found.links, *_as_links(rulings)):
        if link.a in place and place[link.a] == place.get(link.b):
            held[place[link.a]].append(link)
    individuals = [
        _individual([forms[id_] for id_ in members], mentions, tuple(held[number]))
        for number, members in enumerate(found.persons)
    ]
    return tuple(sorted(individuals, key=lambda person: (person.name, person.id))), found.doubts


def _individual(forms: list[Form], mentions: dict[str, list[Mention]], links: tuple[Link, ...]) -> Individual:
    ordered = sorted(forms, key=lambda form: (time_key(mentions[form.id][0]), form.id))
    return Individual(
        id=f"person-{ordered[0].id.partition('-')[2]}",
        name=full_name({form: len({m.source.id for m in mentions[form.id]}) for form in forms}),
        forms=tuple(ordered),
        mentions=tuple(sorted((m for form in forms for m in mentions[form.id]), key=time_key)),
        links=links,
    )


def _as_links(rulings: Iterable[Judgement]) -> list[Link]:
    return [
        Link(
            a=ruling.a,
            b=ruling.b,
            by=ruling.by,
            decision=Decision(verdict="same", score=1.0, rule="judgement", reason=ruling.why or "judged so"),
        )
        for ruling in rulings
        if ruling.ruling == "same"
    ]
