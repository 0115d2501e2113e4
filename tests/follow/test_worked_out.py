"""Plans to draw up a text or to conclude the talks on it."""

from servanda.follow.following import follow


def told(entry):
    return [(a.answer.status, a.answer.rule, a.later.source.name) for a in follow([entry])]


def test_the_end_of_the_talks_keeps_what_was_promised_of_them(desk):
    plan = desk.text("2022-02-09", "pact", "planned", "LT PL", quote="agreed to conclude talks on a pact")
    ended = desk.text(
        "2022-08-09", "pact", "planned", "LT PL", quote="have concluded the negotiations on the pact"
    )
    signed = desk.text("2023-03-09", "pact", "signed", "LT PL", quote="signed the pact")
    assert told(desk.entry(plan, ended)) == [("kept", "text-worked-out", "news-2022-08-09")]
    assert ("kept", "text-worked-out", "news-2022-08-09") in told(desk.entry(plan, ended, signed))
    assert told(desk.entry(plan, signed)) == [("kept", "plan-signed", "news-2023-03-09")]


def test_a_text_that_was_to_be_drawn_up_is_agreed(desk):
    plan = desk.text("2022-02-09", "plan", "planned", "LT PL", quote="agreed to draw up a plan of action")
    agreed = desk.text("2022-08-09", "plan", "planned", "LT PL", quote="agreed on the content of the plan")
    nearly = desk.text("2022-08-09", "plan", "planned", "LT PL", quote="the text is nearly agreed")
    assert told(desk.entry(plan, agreed)) == [("kept", "text-worked-out", "news-2022-08-09")]
    assert told(desk.entry(plan, nearly)) == []


def test_what_was_to_be_signed_is_not_kept_by_the_end_of_the_talks(desk):
    plan = desk.text("2022-02-09", "pact", "planned", "LT PL", quote="will sign a pact next year")
    ended = desk.text("2022-08-09", "pact", "planned", "LT PL", quote="have concluded the talks on the pact")
    assert told(desk.entry(plan, ended)) == []
