"""What was promised or planned is withdrawn by the report that it was called off or came to nothing."""

import datetime

import pytest

from servanda.follow.answers import answer
from servanda.follow.plans import answers_within
from servanda.follow.status import status as standing
from servanda.follow.things import is_called_off

DRILL = "hold a drill of the coast guards off Lamu in May"


def links(entry):
    return [
        (f.earlier.source.published, f.later.source.published, f.answer.status) for f in answers_within(entry)
    ]


def test_who_was_to_train_and_stayed_at_home(desk):
    plan = desk.meeting(
        "2025-05-01",
        "A company of the army will train with soldiers in Lamu",
        "NO KE",
        type="exercise",
        status="planned",
        date="2025-09",
    )

    def told(words, provider="NO"):
        found = answer(plan, desk.deed("2025-11-10", provider, "KE", words))
        return found.status if found else None

    assert told("The company that was to train in Lamu stayed at home") == "withdrawn"
    assert told("The company that was to train in Lamu stayed at home", provider="SE") is None
    assert told("The choir that was to sing in Lamu stayed at home") is None
    assert told("The company trained in Lamu") is None


def visit(desk, published, status, **more):
    return desk.meeting(
        published, f"the visit, {status}", "NO KE", type="visit", status=status, country="KE", **more
    )


@pytest.mark.parametrize(
    "told",
    [
        "the company that was to train there stayed at home",
        "the frigate never set out",
        "the course for mechanics was dropped",
        "the surveys fell victim to the strike",
        "the plan for a shipyard came to nothing",
        "the seminar did not take place",
        "the lease of the aircraft has been put on ice",
    ],
)
def test_words_of_failure(told):
    assert is_called_off(told)
    assert not is_called_off("the ministers agreed to hold a drill and to train mechanics")


def test_a_plan_that_its_own_entry_tells_to_be_cancelled_is_withdrawn(desk):
    plan, off = visit(desk, "2024-03-01", "planned"), visit(desk, "2024-05-02", "cancelled")
    assert links(desk.entry(plan, off)) == [("2024-03-01", "2024-05-02", "withdrawn")]
    held = visit(desk, "2024-06-02", "held")
    assert links(desk.entry(plan, off, held)) == [("2024-03-01", "2024-06-02", "kept")]
    assert links(desk.entry(visit(desk, "2024-06-01", "planned"), off)) == []


def test_an_entry_that_was_cancelled_stands_so(desk):
    entry = desk.entry(visit(desk, "2024-03-01", "planned"), visit(desk, "2024-05-02", "cancelled"))
    assert standing(entry, answers_within(entry), datetime.date(2024, 8, 1)).value == "cancelled"


def test_a_promise_to_hold_a_drill_is_withdrawn_by_its_cancellation(desk):
    promise = desk.promise("2023-06-20", "agree", "NO KE", "", DRILL, due="2023-05")
    off = desk.meeting(
        "2024-01-10",
        "the coast guard drill off Lamu was cancelled",
        "NO KE",
        type="exercise",
        status="cancelled",
    )
    assert answer(promise, off).status == "withdrawn"
    other = desk.meeting(
        "2024-01-10", "the seminar on cyber security was cancelled", "NO KE", status="cancelled"
    )
    assert answer(promise, other) is None


def test_a_deed_that_was_dropped_is_no_deed(desk):
    promise = desk.promise("2023-06-20", "agree", "NO KE", "", "resume the hydrographic surveys")
    dropped = desk.deed("2024-06-20", "NO", "KE", "The hydrographic surveys have been quietly dropped")
    assert answer(promise, dropped).status == "withdrawn"
    withdrawal = desk.promise("2023-06-20", "pledge", "NO", "KE", "abandon the camp at Lamu")
    assert (
        answer(withdrawal, desk.deed("2024-01-01", "NO", "KE", "Norway abandoned the camp at Lamu")) is None
    )


def test_a_planned_call_is_withdrawn_by_the_report_that_it_did_not_take_place(desk):
    plan = desk.meeting(
        "2025-11-01", "McGuinty will also call on President Marcos", "CA PH", status="planned"
    )

    def off(quote, **more):
        return desk.meeting("2025-11-03", quote, "CA PH", status="cancelled", **more)

    assert answer(plan, off("McGuinty's call on the President did not push through")).status == "withdrawn"
    assert answer(plan, off("The visit of McGuinty did not push through", type="visit")) is None
    assert answer(plan, off("Teodoro's call on the Governor was cancelled")) is None


def test_a_plan_that_its_own_entry_tells_to_be_put_off_is_postponed(desk):
    plan, off = visit(desk, "2024-03-01", "planned"), visit(desk, "2024-05-02", "postponed")
    (found,) = answers_within(desk.entry(plan, off))
    assert (found.earlier, found.later, found.answer.status) == (plan, off, "postponed")
    entry = desk.entry(visit(desk, "2024-03-01", "planned"), visit(desk, "2024-05-02", "postponed"))
    assert standing(entry, answers_within(entry), datetime.date(2024, 8, 1)).value == "postponed"


def test_a_visit_that_was_put_off_and_then_paid_is_kept(desk):
    told = [("2024-03-01", "planned"), ("2024-05-02", "postponed"), ("2024-09-02", "held")]
    (found,) = answers_within(desk.entry(*(visit(desk, day, status) for day, status in told)))
    assert found.answer.status == "kept"


def test_a_round_of_another_number_was_put_off(desk):
    def round_(day, number, status):
        told = f"round {number} of the Joint Committee in Oslo"
        return desk.meeting(day, told, "CL NO", type="dialogue", status=status, ordinal=number)

    plan = round_("2024-05-10", 3, "planned")
    assert answer(plan, round_("2024-11-10", 3, "postponed")).status == "postponed"
    assert answer(plan, round_("2024-11-10", 2, "postponed")) is None


def test_an_offer_that_is_taken_back_is_withdrawn(desk):
    offer = desk.promise("2024-05-10", "offer", "NO", "CL", "train Chilean divers in Bergen")

    def given_up(told):
        return desk.deed("2025-06-10", "", "", told, parties=["CL", "NO"], modality="negated")

    taken_back = given_up("Norway has withdrawn its offer to train Chilean divers in Bergen")
    assert answer(offer, taken_back).status == "withdrawn"
    assert answer(offer, given_up("Norway has withdrawn its offer of two icebreakers")) is None
    off = desk.meeting(
        "2025-06-10",
        "The training of Chilean divers in Bergen was cancelled",
        "CL NO",
        type="exercise",
        status="cancelled",
    )
    assert answer(offer, off).status == "withdrawn"
