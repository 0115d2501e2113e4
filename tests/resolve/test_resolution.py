"""Entries and people of everything that was read: one outcome, in whatever order."""

from __future__ import annotations

import random
import time

import pytest

from servanda.resolve.entry import Link
from servanda.resolve.forms import form_of
from servanda.resolve.judgement import Judgement, standing
from servanda.resolve.mention import Decision, Mention
from servanda.resolve.resolution import resolve

MACRON, MODI, LECORNU = "Emmanuel Macron", "Narendra Modi", "Sébastien Lecornu"


@pytest.fixture
def read(wire) -> list[Mention]:
    """What six documents say of two visits, a dialogue, a pledge and those who take part."""
    return [
        wire.visit("2023-07-10", "Modi will visit France", "IN FR", status="planned", people=[MODI]),
        wire.visit("2023-07-13", "Modi is in Paris", "IN FR", date="2023-07-13/2023-07-14", people=[MODI]),
        wire.engagement(
            "2023-07-14", "Macron received Modi", "FR IN", date="2023-07-14", people=[MACRON, MODI]
        ),
        wire.visit("2024-01-25", "Macron is in Jaipur", "FR IN", date="2024-01-25", people=[MACRON]),
        wire.visit(
            "2024-01-27", "Macron's visit to India", "FR IN", date="2024-01-25/2024-01-26", people=[MACRON]
        ),
        wire.engagement(
            "2024-01-26", "Modi and Macron met", "FR IN", date="2024-01-25", people=[MODI, MACRON]
        ),
        wire.engagement(
            "2024-01-27", "the two leaders' talks", "FR IN", date="2024-01-25", people=[MODI, MACRON]
        ),
        wire.promise("2024-01-26", "help to build a reactor in Jaitapur", "FR"),
        wire.promise("2024-01-27", "help to build a reactor at Jaitapur", "FR"),
        wire.anniversary("2023-07-14", "25 years of partnership", "FR IN", type="partnership", number=25),
        wire.named("2023-07-13", MODI),
        wire.named("2024-01-25", MODI),
        wire.named("2024-01-25", MACRON),
        wire.named("2024-01-26", LECORNU),
    ]


def ruled(number: int, a: Mention, b: Mention, said: str = "same", undoes: int | None = None) -> Judgement:
    first, second = sorted((a.id, b.id))
    plain = {"by": "desk officer", "made": "2024-02-01", "why": "the same journey"}
    return Judgement(number=number, ruling=said, a=first, b=second, undoes=undoes, **plain)  # type: ignore[arg-type]


def test_what_belongs_together(wire, read):
    assert wire.entries(*read[:10]) == [[0, 1], [2], [3, 4], [5, 6], [7, 8], [9]]


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_reading_does_not_matter(wire, read, seed):
    """Entries, their ids, people and doubts are the same."""
    links, chance = wire.links(read), random.Random(seed)
    rulings = [ruled(1, read[3], read[4], "not-same"), ruled(2, read[0], read[4])]
    copied = [("doc-a", "doc-b"), ("doc-b", "doc-c")]
    expected = resolve(read, links, rulings, copied)
    mixed = [chance.sample(each, len(each)) for each in (read, links, rulings, copied)]
    found = resolve(*mixed)
    assert found == expected
    assert [e.id for e in found.entries] == [e.id for e in expected.entries]
    assert [p.id for p in found.people] == [p.id for p in expected.people]


def test_an_entry_says_why_it_is_held_together(wire, read):
    (visit,) = (e for e in wire.resolved(*read).entries if e.mentions[0] == read[3])
    assert [(link.decision.rule, link.by) for link in visit.links] == [("visit/both-sides", None)]
    assert all(not e.links for e in wire.resolved(*read).entries if len(e.mentions) == 1)


def test_what_is_in_doubt_is_shown_and_not_acted_upon(wire, read):
    a, b = read[0], read[3]
    unsure = Decision(verdict="same", score=0.5, rule="test", reason="perhaps")
    link = Link(a=min(a.id, b.id), b=max(a.id, b.id), decision=unsure)
    found = resolve([a, b], [link])
    assert found.in_doubt == (link,)
    assert [len(entry.mentions) for entry in found.entries] == [1, 1]


def test_links_and_rulings_on_what_is_no_longer_there_are_passed_over(wire, read):
    links = wire.links(read)
    rulings = [ruled(1, read[0], read[1], "not-same"), ruled(2, read[0], read[4])]
    left = read[2:]
    assert resolve(left, links, rulings) == resolve(left, wire.links(left))


def test_a_mention_that_two_extractors_read_counts_once(wire, read):
    assert wire.resolved(*read, *read) == wire.resolved(*read)


def test_nothing_read_is_nothing_resolved():
    assert resolve([], []) == resolve([], [], [], [])
    assert resolve([], []).entries == ()


# -- persons' rulings --


def test_a_person_joins_what_the_rules_did_not(wire, read):
    found = wire.resolved(*read, rulings=[ruled(1, read[1], read[4])])
    (entry,) = (e for e in found.entries if read[1] in e.mentions)
    assert {read[3], read[4]} <= set(entry.mentions)
    (reason,) = (link for link in entry.links if link.by)
    assert (reason.by, reason.decision.reason, reason.decision.score) == (
        "desk officer",
        "the same journey",
        1.0,
    )


def test_a_person_parts_what_the_rules_joined_and_it_lasts_when_more_is_read(wire, read):
    parted = [ruled(1, read[3], read[4], "not-same")]
    assert wire.entries(*read[3:5], rulings=parted) == [[0], [1]]
    bridge = wire.visit(
        "2024-01-26", "Macron, who is visiting India", "FR IN", date="2024-01-25/2024-01-26", people=[MACRON]
    )
    sets = wire.entries(*read[3:5], bridge, rulings=parted)
    assert sorted(map(len, sets)) == [1, 2]
    assert not any({0, 1} <= set(members) for members in sets)


def test_undone_it_is_as_before_and_undone_again_as_ruled(wire, read):
    parted = ruled(1, read[3], read[4], "not-same")
    undo = ruled(2, read[3], read[4], undoes=1)
    again = ruled(3, read[3], read[4], undoes=2)
    assert wire.entries(*read[3:5], rulings=standing([parted, undo])) == [[0, 1]]
    assert wire.entries(*read[3:5], rulings=standing([parted, undo, again])) == [[0], [1]]


def test_one_document_may_hold_two_mentions_of_one_thing_only_where_a_person_says_so(wire):
    told = [
        wire.engagement(
            "2024-01-26", quote, "FR IN", date="2024-01-25", document="pib", people=[MODI, MACRON]
        )
        for quote in ("Modi and Macron met", "the two leaders held talks")
    ]
    report = wire.engagement(
        "2024-01-26", "Macron met Modi", "FR IN", date="2024-01-25", people=[MODI, MACRON]
    )
    assert sorted(map(len, wire.entries(*told, report))) == [1, 2]
    assert wire.entries(*told, report, rulings=[ruled(1, *told)]) == [[0, 1, 2]]


# -- people --


def test_people_are_gathered_from_all_documents(wire, read):
    people = {person.name: person for person in wire.resolved(*read).people}
    assert list(people) == sorted(people)
    assert set(people) == {MACRON, MODI, LECORNU}
    assert people[MODI].mentions == (read[10], read[11])
    assert people[MODI].id.startswith("person-")


def test_a_person_rules_on_forms_of_names(wire, read):
    macron, lecornu = (form_of(read[n].fact).id for n in (12, 13))
    a, b = sorted((macron, lecornu))
    ruling = Judgement(number=1, ruling="same", a=a, b=b, by="desk officer", made="2024-02-01")
    joined = resolve(read, [], [ruling])
    assert [len(person.forms) for person in joined.people] == [2, 1]
    assert {link.by for person in joined.people for link in person.links} >= {"desk officer"}


# -- size --


def test_two_thousand_mentions_of_one_relationship_in_a_year_take_seconds(wire):
    """Forty occasions that fifty papers report each, half of them without a date."""
    told = []
    for occasion in range(40):
        month, day = occasion // 4 + 1, 7 * (occasion % 4) + 1
        when = f"2024-{month:02}-{day:02}"
        for paper in range(50):
            told.append(
                wire.engagement(
                    when,
                    "Modi and Macron met",
                    "FR IN",
                    date=when if paper % 2 else None,
                    document=f"{when}-{paper}",
                    people=[MODI, MACRON],
                )
            )
    same = Decision(verdict="same", score=0.9, rule="engagement/both-sides", reason="the same")
    links = []
    for start in range(0, len(told), 50):
        ids = sorted(m.id for m in told[start : start + 50])
        links += [Link(a=a, b=b, decision=same) for n, a in enumerate(ids) for b in ids[n + 1 :]]
    began = time.perf_counter()
    found = resolve(told, links)
    assert time.perf_counter() - began < 20
    assert [len(entry.mentions) for entry in found.entries] == [50] * 40
