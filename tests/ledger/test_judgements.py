"""Judgements: what a person decided prevails, lasts whatever is read later, and can be taken back."""

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from servanda.errors import LedgerError
from servanda.ledger import Ledger
from servanda.ledger.tables import judgements, linkings
from servanda.model.facts import Engagement

BOTH = {"parties": ("FJ", "NZ")}


@pytest.fixture
def known(ledger, read, twelve):
    """The ledger with the twelve reports, linked."""
    read(twelve)
    return ledger


@pytest.fixture
def of(known, twelve):
    """The id of the fact of a kind that a document tells: the first one, or another by its place."""

    def find(name, kind, nth=0):
        (facts,) = [facts for document, _, facts in twelve if document.name == name]
        return [fact.id for fact in facts if fact.kind == kind][nth]

    return find


def together(ledger, a, b):
    return any({a, b} <= {m.id for m in entry.mentions} for entry in ledger.resolution().entries)


def mention_sets(ledger):
    return {frozenset(m.id for m in entry.mentions) for entry in ledger.resolution().entries}


def test_two_facts_are_one_when_a_person_says_so(known, of):
    meeting, dialogue = of("beehive-forces", "engagement"), of("dialogue-third", "engagement")
    assert not together(known, meeting, dialogue)
    known.judge("same", dialogue, meeting, by="Lan", why="one delegation")
    assert together(known, meeting, dialogue)
    (entry,) = [e for e in known.resolution().entries if meeting in {m.id for m in e.mentions}]
    (link,) = [link for link in entry.links if link.by]
    assert (link.by, link.decision.rule, link.decision.reason) == ("Lan", "judgement", "one delegation")


def test_two_facts_are_two_when_a_person_says_so_whatever_the_rules_hold(known, of):
    plan, report = of("home-affairs-plan", "engagement"), of("fbc-forces", "engagement")
    assert together(known, plan, report)
    known.judge("not-same", plan, report, by="Lan")
    assert not together(known, plan, report)


def test_a_judgement_is_kept_with_its_author_time_and_reason(known, of):
    a, b = of("wire-one", "instrument"), of("rnz-forces", "instrument")
    made = known.judge("not-same", max(a, b), min(a, b), by="Lan", why="two texts")
    assert (made.number, made.ruling, made.by, made.why, made.undoes) == (
        1,
        "not-same",
        "Lan",
        "two texts",
        None,
    )
    assert (made.a, made.b) == (min(a, b), max(a, b))
    assert made.made.startswith("2024-05-01T")
    assert known.judgements() == known.rulings() == [made]


def test_the_last_ruling_on_the_same_two_holds(known, of):
    plan, report = of("home-affairs-plan", "engagement"), of("fbc-forces", "engagement")
    known.judge("not-same", plan, report, by="Lan")
    last = known.judge("same", report, plan, by="Nam")
    assert together(known, plan, report)
    assert known.rulings() == [last]
    assert len(known.judgements()) == 2


def test_what_is_undone_is_as_it_was_before_and_stays_on_record(known, of):
    plan, report = of("home-affairs-plan", "engagement"), of("fbc-forces", "engagement")
    before = mention_sets(known)
    ruling = known.judge("not-same", plan, report, by="Lan")
    undone = known.undo(ruling.number, by="Nam", why="I was wrong")
    assert mention_sets(known) == before
    assert known.rulings() == []
    assert [j.undoes for j in known.judgements()] == [None, ruling.number]
    assert (undone.by, undone.why) == ("Nam", "I was wrong")

    known.undo(undone.number, by="Lan")
    assert not together(known, plan, report)
    assert known.rulings() == [ruling]


def test_undoing_brings_the_ruling_before_back(known, of):
    plan, report = of("home-affairs-plan", "engagement"), of("fbc-forces", "engagement")
    known.judge("not-same", plan, report, by="Lan")
    second = known.judge("same", plan, report, by="Lan")
    known.undo(second.number, by="Lan")
    assert not together(known, plan, report)


@pytest.mark.parametrize("number", [0, 2, -1, 99])
def test_undoing_what_there_is_not_is_refused(known, of, number):
    known.judge("same", of("wire-one", "instrument"), of("rnz-forces", "instrument"), by="Lan")
    with pytest.raises(LedgerError, match="servanda judge list"):
        known.undo(number, by="Lan")
    assert len(known.judgements()) == 1


def test_undoing_twice_is_refused(known, of):
    known.judge("same", of("wire-one", "instrument"), of("rnz-forces", "instrument"), by="Lan")
    known.undo(1, by="Lan")
    with pytest.raises(LedgerError, match="has been undone"):
        known.undo(1, by="Lan")


def test_judgements_survive_further_reads_and_linking_anew(known, of, read, story, monkeypatch):
    from servanda.ledger import linking, resolving
    from servanda.resolve import rules

    plan, report = of("home-affairs-plan", "engagement"), of("fbc-forces", "engagement")
    visit, dialogue = of("beehive-trip", "engagement"), of("dialogue-plan", "engagement")
    known.judge("not-same", plan, report, by="Lan")
    known.judge("same", visit, dialogue, by="Lan")

    again = {"type": "meeting", "status": "held", "date": "2023-06-14", "place": "Wellington"} | BOTH
    both = {"participants": ("Andrew Little", "Pio Tikoduadua")}
    more = story("nzdf", "2023-06-16", "NZDF").tell(
        "Little met Tikoduadua in Wellington.", (Engagement, again | both)
    )
    assert read([more.made()]) > 0
    assert not together(known, plan, report)
    assert together(known, visit, dialogue)

    for module in (linking, resolving, rules):
        monkeypatch.setattr(module, "VERSION", "next")
    assert sum(known.link()) > 0
    assert not together(known, plan, report)
    assert together(known, visit, dialogue)


def test_deriving_the_entries_anew_gives_the_same(known, of, tmp_path, read, twelve):
    rulings = [
        ("not-same", of("home-affairs-plan", "engagement"), of("fbc-forces", "engagement")),
        ("same", of("beehive-trip", "engagement"), of("dialogue-plan", "engagement")),
    ]
    for ruling in rulings:
        known.judge(*ruling, by="Lan")
    with Ledger.open(tmp_path / "anew.db", create=True) as anew:
        for ruling in rulings:  # judged before anything was read
            anew.judge(*ruling, by="Lan")
        read(twelve[::-1], into=anew)
        assert mention_sets(anew) == mention_sets(known)


def test_a_judgement_holds_for_the_corrected_document(known, of, read, story, twelve):
    plan, report = of("home-affairs-plan", "engagement"), of("fbc-forces", "engagement")
    known.judge("not-same", plan, report, by="Lan")
    (_, _, (meeting, *_)) = next(made for made in twelve if made[0].name == "fbc-forces")
    corrected = story("fbc-forces", "2023-06-15", "FBC News").tell("Correction: the second paragraph.").tell(
        "Tikoduadua and his counterpart Andrew Little held talks in the capital yesterday.",
        (Engagement, {name: getattr(meeting, name) for name in ("type", "status", "participants")} | BOTH),
    )  # fmt: skip
    read([corrected.made()])
    (heir,) = [fact.id for fact in corrected.made()[2]]
    assert heir != report
    assert not together(known, plan, heir)
    (ruling,) = known.rulings()
    assert {ruling.a, ruling.b} == {plan, heir}
    assert {known.judgements()[0].a, known.judgements()[0].b} == {plan, report}


def test_a_judgement_holds_for_what_a_newer_extractor_reads_there(known, of, twelve):
    plan, report = of("home-affairs-plan", "engagement"), of("fbc-forces", "engagement")
    known.judge("not-same", plan, report, by="Lan")
    run = known.begin_read("rules 2")
    made = {}
    for document, data, facts in twelve:
        read_anew = [
            replace(f, place="Wellington, New Zealand") if f.id in (plan, report) else f for f in facts
        ]
        made |= {old.id: new.id for old, new in zip(facts, read_anew, strict=True)}
        run.add(document, data, read_anew)
    list(known.link())
    assert made[plan] != plan
    assert not together(known, made[plan], made[report])


def test_a_judgement_on_a_fact_without_successor_says_nothing_until_it_is_back(
    known, of, read, story, twelve
):
    plan, report = of("home-affairs-plan", "engagement"), of("fbc-forces", "engagement")
    known.judge("not-same", plan, report, by="Lan")
    read([story("fbc-forces", "2023-06-15", "FBC News").tell("We withdraw this report.").made()])
    assert len(known.resolution().entries) == 8
    read([made for made in twelve if made[0].name == "fbc-forces"])
    assert not together(known, plan, report)


def test_of_two_like_sentences_neither_inherits_unless_one_says_the_same(known, of, read, story):
    """The corrected document tells the judged sentence twice."""
    plan, report = of("home-affairs-plan", "engagement"), of("fbc-forces", "engagement")
    known.judge("not-same", plan, report, by="Lan")
    said = "Tikoduadua and his counterpart Andrew Little held talks in Wellington yesterday."
    meeting = (Engagement, {"type": "meeting", "status": "held", "date": "2023-06-14"} | BOTH)
    twice = story("fbc-forces", "2023-06-15", "FBC News").tell(said, meeting).tell(said, meeting)
    read([twice.made()])
    assert {known.rulings()[0].a, known.rulings()[0].b} == {plan, report}


def test_people_are_judged_by_the_forms_of_their_names(known):
    by_name = {person.name: person for person in known.resolution().people}
    full, short = by_name["Pio Tikoduadua"].forms
    assert {full.name, short.name} == {"Pio Tikoduadua", "Tikoduadua"}
    known.judge("not-same", full.id, short.id, by="Lan")
    names = {person.name for person in known.resolution().people}
    assert {"Pio Tikoduadua", "Tikoduadua"} <= names
    known.undo(1, by="Lan")
    little = by_name["Andrew Little"].forms[0]
    known.judge("same", full.id, little.id, by="Lan")
    assert any({full, little} <= set(person.forms) for person in known.resolution().people)


@pytest.mark.only("sqlite")
def test_judging_needs_leave_to_write(known, of, monkeypatch):
    from servanda.ledger import sqlite

    a, b = of("wire-one", "instrument"), of("rnz-forces", "instrument")
    monkeypatch.setattr(sqlite, "is_writable", lambda path: False)
    with Ledger.open(known.name) as locked, pytest.raises(LedgerError, match="read-only"):
        locked.judge("same", a, b, by="Lan")


def test_judgements_are_rows_that_are_added_and_never_changed(known, of):
    known.judge("same", of("wire-one", "instrument"), of("rnz-forces", "instrument"), by="Lan")
    with known.reading() as connection:
        before = connection.execute(select(judgements)).all()
        linked = connection.execute(select(linkings)).all()
    known.undo(1, by="Lan")
    with known.reading() as connection:
        assert connection.execute(select(judgements)).all()[:1] == before
        assert connection.execute(select(linkings)).all() == linked
