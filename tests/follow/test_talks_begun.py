"""Plans to open talks or begin work on a text."""

from servanda.follow.following import follow

UNDER_WAY = "instrument/planned:negotiate"


def told(entry):
    return [(a.answer.status, a.answer.rule, a.later.source.name) for a in follow([entry])]


def test_work_that_was_to_begin_goes_on(desk):
    plan = desk.text(
        "2022-02-09", "memorandum", "planned", "LT PL", quote="agreed to begin work on a memorandum"
    )
    going = desk.text(
        "2022-08-09",
        "memorandum",
        "planned",
        "LT PL",
        rule="instrument/planned:work-on",
        quote="are working on a memorandum",
    )
    assert told(desk.entry(plan, going)) == [("kept", "talks-begun", "news-2022-08-09")]


def test_talks_that_were_to_open_are_kept_by_their_opening_before_the_signing(desk):
    plan = desk.text("2022-02-09", "pact", "planned", "LT PL", quote="will open negotiations on a pact")
    going = desk.text(
        "2022-08-09", "pact", "planned", "LT PL", rule=UNDER_WAY, quote="are negotiating a pact"
    )
    signed = desk.text("2023-03-09", "pact", "signed", "LT PL", quote="signed the pact")
    assert told(desk.entry(plan, going, signed)) == [("kept", "talks-begun", "news-2022-08-09")]
    assert told(desk.entry(plan, signed)) == [("kept", "plan-signed", "news-2023-03-09")]


def test_the_opening_of_talks_can_be_wished_of_the_talks_themselves(desk):
    plan = desk.text(
        "2022-02-09", "pact", "planned", "LT PL", quote="so that negotiations on a pact could soon start"
    )
    opened = desk.text(
        "2022-08-09", "pact", "planned", "LT PL", quote="negotiations on the pact were opened in May"
    )
    not_opened = desk.text(
        "2022-08-09", "pact", "planned", "LT PL", quote="negotiations on the pact were not opened in June"
    )
    assert told(desk.entry(plan, opened)) == [("kept", "talks-begun", "news-2022-08-09")]
    assert told(desk.entry(plan, not_opened)) == []


def test_what_is_only_to_be_signed_is_not_kept_by_work_on_it(desk):
    plan = desk.text("2022-02-09", "pact", "planned", "LT PL", quote="will sign a pact")
    begins = desk.text("2022-02-09", "pact", "planned", "LT PL", quote="will open negotiations on a pact")
    still = desk.text("2022-08-09", "pact", "planned", "LT PL", quote="negotiations on a pact will begin")
    going = desk.text(
        "2022-08-09", "pact", "planned", "LT PL", rule=UNDER_WAY, quote="are negotiating a pact"
    )
    assert told(desk.entry(plan, going)) == []
    assert told(desk.entry(begins, still)) == []
