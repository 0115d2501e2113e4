"""A stay whose days were told when it began is answered by the report that it is over."""

from servanda.follow.following import follow

LEE = ("Lee Hsien Loong", "Prime Minister", "SG")


def visit(desk, published, quote, status="held", **more):
    known = {"type": "visit", "status": status, "country": "IN", "participants": [LEE[0]], "people": [LEE]}
    return desk.meeting(published, quote, "SG IN", **known, **more)


def answers(desk, *visits):
    found = follow([desk.entry(*visits)])
    return [(each.earlier.source.published, each.later.source.published, each.answer.rule) for each in found]


def begun(desk):
    return visit(desk, "2024-12-15", "Lee left for India. The visit will continue until December 17")


def test_the_end_of_a_stay_is_reported(desk):
    over = visit(desk, "2024-12-18", "returned after concluding his visit to India")
    under_way = visit(desk, "2024-12-16", "currently on a visit to India")
    assert answers(desk, begun(desk), under_way, over) == [("2024-12-15", "2024-12-18", "stay-ended")]


def test_no_report_of_the_end_answers_nothing(desk):
    assert answers(desk, begun(desk), visit(desk, "2024-12-16", "currently on a visit to India")) == []


def test_without_its_days_there_was_nothing_to_keep(desk):
    left = visit(desk, "2024-12-15", "Lee left for India")
    assert answers(desk, left, visit(desk, "2024-12-18", "concluding his visit to India")) == []


def test_an_announced_visit_is_followed_from_its_announcement(desk):
    plan = visit(desk, "2024-12-01", "Lee will visit India from December 15 to 17", "planned")
    over = visit(desk, "2024-12-18", "returned after concluding his visit to India")
    assert [first for first, *_ in answers(desk, plan, begun(desk), over)] == ["2024-12-01"]


def test_a_visit_told_with_its_days_when_it_was_over_is_no_word_that_was_kept(desk):
    days = {"date": "2024-12-15/2024-12-17"}
    told = visit(desk, "2024-12-20", "The visit from 15 to 17 December was his fifth", **days)
    assert (
        answers(desk, told, visit(desk, "2025-02-03", "returned after concluding his visit to India")) == []
    )
    in_time = visit(desk, "2024-12-15", "The visit from 15 to 17 December is his fifth", **days)
    over = visit(desk, "2024-12-18", "returned after concluding his visit to India")
    assert answers(desk, in_time, over) == [("2024-12-15", "2024-12-18", "stay-ended")]
