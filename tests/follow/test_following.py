"""Following all entries: one answer for each promise, from what was known on a day."""

import random
import time
from datetime import date

import msgspec
import pytest

from servanda.follow.answers import answer
from servanda.follow.following import by_entry, follow
from servanda.follow.status import status

TRAINERS = "send trainers for military medicine and surgery to the hospital of Hanoi"


@pytest.fixture
def story(desk):
    """A promise, its copy, two reports, an invitation and things that have nothing to do with them."""
    pledged = desk.promise("2022-01-10", "pledge", "FR", "VN", TRAINERS)
    copied = desk.promise("2022-01-11", "pledge", "FR", "VN", TRAINERS)
    first = desk.deed(
        "2023-03-01", "FR", "VN", "France sent trainers for military medicine and surgery to the hospital"
    )
    second = desk.deed(
        "2023-04-01", "FR", "VN", "France sent trainers for military medicine and surgery to Hanoi"
    )
    host = desk.promise(
        "2023-04-02",
        "invite",
        "FR",
        "VN",
        "the visit",
        quote="At the invitation of Lecornu, Giang is visiting France",
        people=[("Phan Van Giang", "Minister", "VN")],
    )
    guest = desk.meeting(
        "2023-04-02",
        "Giang is visiting France",
        "VN FR",
        type="visit",
        country="FR",
        participants=["Phan Van Giang"],
        people=[("Phan Van Giang", "Minister", "VN")],
    )
    other = desk.deed(
        "2023-05-01", "JP", "VN", "Japan sent trainers for military medicine and surgery to the hospital"
    )
    return [desk.entry(m) for m in (pledged, copied, first, second, host, guest, other)]


def test_a_promise_that_several_tell_is_followed_once_from_the_first_to_the_first(story):
    found = [f for f in follow(story) if f.earlier.fact.act == "pledge"]
    assert [(f.earlier.source.published, f.later.source.published) for f in found] == [
        ("2022-01-10", "2023-03-01")
    ]
    assert [m.source.published for m in found[0].later_also] == ["2023-04-01"]
    assert [each.entry for each in found[0].restated] == [story[1].id]
    assert by_entry(found) == {story[0].id: found, story[1].id: list(found[0].restated)}


def test_a_promise_told_again_in_an_entry_of_its_own_is_not_overdue(desk):
    content = "donate six patrol boats to the Brazilian Navy"
    first = desk.promise("2024-05-10", "pledge", "SE", "BR", content, due="2024-12")
    again = desk.promise("2024-06-20", "pledge", "SE", "BR", f"{content} this year", due="2024-12")
    report = desk.deed("2024-11-10", "SE", "BR", "Sweden handed over six patrol boats to the Brazilian Navy")
    entries = [desk.entry(each) for each in (first, again, report)]
    answers = by_entry(follow(entries))
    values = [status(e, answers.get(e.id, []), date(2025, 6, 1)) for e in entries[:2]]
    assert [found.value for found in values if found] == ["kept", "kept"]


def test_an_invitation_known_only_from_its_visit_is_marked(story):
    (found,) = [f for f in follow(story) if f.earlier.fact.act == "invite"]
    assert found.hindsight
    assert not any(f.hindsight for f in follow(story) if f is not found and f.earlier.fact.act == "pledge")


def test_later_reports_are_not_yet_known(story):
    assert follow(story, date(2023, 2, 28)) == []
    (found,) = follow(story, date(2023, 3, 1))
    assert found.later_also == ()


def test_the_order_of_reading_does_not_matter(story):
    wanted = follow(story)
    for seed in range(10):
        shuffled = random.Random(seed).sample(story, len(story))
        assert follow(shuffled) == wanted


def test_a_planned_visit_that_is_only_the_invitation_is_not_followed_besides(desk):
    said = "France will invite the Minister of Defense of Vietnam to visit France this year"
    giang = [("Phan Van Giang", "Minister of National Defense", "VN")]
    invited = desk.promise("2022-01-10", "invite", "FR", "VN", "visit France this year", quote=said)
    at = invited.fact.evidence[0]
    planned = desk.meeting("2022-01-10", said, "VN FR", type="visit", status="planned", country="FR")
    planned = type(planned).of(
        type(planned.fact)(**_properties(planned.fact, evidence=(at,))), planned.source
    )
    paid = desk.meeting(
        "2022-11-10",
        "Giang visited France",
        "VN FR",
        type="visit",
        country="FR",
        participants=["Phan Van Giang"],
        people=giang,
    )
    found = follow([desk.entry(invited), desk.entry(planned, paid)])
    assert [f.earlier for f in found] == [invited]


def test_an_invitation_is_open_until_the_visit_that_was_announced_is_paid(desk):
    giang = [("Phan Van Giang", "Minister of National Defense", "VN")]
    said = "France invited the Minister of National Defense of Vietnam to visit France"
    invited = desk.promise("2022-01-10", "invite", "FR", "VN", "visit France", quote=said, people=giang)
    told = "At the invitation of his counterpart, Phan Van Giang will visit France next week"
    announced = desk.promise("2022-10-10", "invite", "FR", "VN", told, people=giang)
    whom = {"participants": ["Phan Van Giang"], "people": giang, "type": "visit", "country": "FR"}
    paid = desk.meeting("2022-10-20", "Giang visited France", "VN FR", **whom)
    assert follow([desk.entry(invited), desk.entry(announced)]) == []
    found = follow([desk.entry(invited), desk.entry(announced), desk.entry(paid)])
    assert [(f.earlier, f.later) for f in found if f.earlier == invited] == [(invited, announced)]


def test_blocks_find_what_comparing_all_with_all_finds(story):
    mentions = [m for entry in story for m in entry.mentions]
    pairs = {(a.id, b.id) for a in mentions for b in mentions if a is not b and answer(a, b)}
    followed = {(f.earlier.id, f.later.id) for f in follow(story)}
    assert followed <= pairs
    assert {a for a, _ in pairs} - {story[1].mentions[0].id} == {a for a, _ in followed}


def test_the_work_does_not_grow_with_the_square(desk):
    def entries(relationships):
        made = []
        for n in range(relationships):
            a, b = f"A{n}", f"B{n}"
            for k in range(10):
                made.append(
                    desk.entry(
                        desk.promise(f"20{10 + k}-01-01", "pledge", a, b, f"{TRAINERS} {k}", doc=f"p{n}-{k}")
                    )
                )
                made.append(
                    desk.entry(
                        desk.deed(
                            f"20{11 + k}-01-01",
                            a,
                            b,
                            f"{a} sent trainers for military medicine {k}",
                            doc=f"d{n}-{k}",
                        )
                    )
                )
        return made

    def seconds(made):
        start = time.perf_counter()
        follow(made)
        return time.perf_counter() - start

    few, many = entries(10), entries(100)
    follow(few)
    assert seconds(many) < 40 * max(seconds(few), 0.001)


def _properties(fact, **changed):
    return {name: getattr(fact, name) for name in fact.__struct_fields__} | changed


def test_two_texts_that_one_sentence_plans_are_followed_once(desk):
    quote = "the ministries should conclude memoranda on cyber security and on military medicine"
    plans = [
        desk.text("2021-09-13", title, "planned", "JP VN", type="memorandum", quote=quote, doc="plan")
        for title in ("memorandum on cyber security", "memorandum on military medicine")
    ]
    evidence = plans[0].fact.evidence
    plans = [
        msgspec.structs.replace(p, fact=msgspec.structs.replace(p.fact, evidence=evidence)) for p in plans
    ]
    signed = [
        desk.text("2021-11-23", plan.fact.title, "signed", "JP VN", type="memorandum", doc="report")
        for plan in plans
    ]
    entries = [desk.entry(plan, text) for plan, text in zip(plans, signed, strict=True)]
    assert len(follow(entries)) == 1


def test_a_meeting_that_two_documents_plan_and_one_phrase_reports_is_followed_once(desk):
    report = "the fourth Defence Committee meeting in Paris"
    named = desk.meeting(
        "2023-12-04", "The Defence Committee will meet in Paris", "FR PH", status="planned", type="dialogue"
    )
    dated = desk.meeting("2024-04-26", "is to convene in Paris in May", "FR PH", status="planned")
    held = desk.meeting("2024-05-23", report, "FR PH", type="dialogue", doc="release")
    again = msgspec.structs.replace(
        held, id="again", fact=msgspec.structs.replace(held.fact, type="meeting", rule="by its place")
    )
    found = follow([desk.entry(named, held), desk.entry(dated, again)])
    assert [f.earlier for f in found] == [named]


def test_the_report_that_the_last_came_counts_after_that_of_a_part(desk):
    promised = "Korea will deliver 200 ambulances to Kenya"
    pledge = desk.promise("2024-05-10", "pledge", "KR", "KE", promised)
    some = desk.deed("2024-09-01", "KR", "KE", "Korea delivered 120 of the 200 ambulances to Kenya")
    more = desk.deed("2025-01-15", "KR", "KE", "Korea has delivered ambulances to Kenya")
    last = desk.deed("2025-03-01", "KR", "KE", "The last 80 of the 200 ambulances were delivered to Kenya")
    (found,) = follow([desk.entry(m) for m in (pledge, some, more)])
    assert (found.answer.status, found.later) == ("partly", some)
    (found,) = follow([desk.entry(m) for m in (pledge, some, more, last)])
    assert (found.answer.status, found.later) == ("kept", last)


def test_what_was_signed_as_the_promise_was_told_is_not_what_was_promised(desk):
    wider = desk.text("2024-10-23", "the wider treaty", "planned", "DE GB", doc="release", quote="the treaty")
    pact = desk.text("2024-10-23", "Trinity House Agreement", "signed", "DE GB", doc="release")
    again = desk.text(
        "2024-10-24", "defence pact", "signed", "DE GB", quote="a defence pact was signed in London"
    )
    (found,) = follow([desk.entry(wider), desk.entry(again)])
    assert found.later == again
    assert follow([desk.entry(wider), desk.entry(pact, again)]) == []
