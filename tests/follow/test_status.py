"""Where an entry stands on a day, from what was known then."""

from datetime import date

import pytest

from servanda.follow.following import follow
from servanda.follow.status import compliance, status

BOATS = "hand over twelve high-speed patrol boats to the border guard of Vietnam"


def at(entry, day, *others):
    as_of = date.fromisoformat(day)
    return status(entry, follow([entry, *others], as_of), as_of)


def value(entry, day, *others):
    found = at(entry, day, *others)
    return found.value if found else None


@pytest.fixture
def pledge(desk):
    return desk.entry(desk.promise("2014-10-28", "pledge", "IN", "VN", BOATS))


@pytest.fixture
def handover(desk):
    return desk.entry(
        desk.deed("2022-06-09", "IN", "VN", "India handed over twelve high-speed patrol boats to Vietnam")
    )


def test_a_commitment_is_not_known_before_it_is_published(pledge):
    assert value(pledge, "2014-10-27") is None
    assert value(pledge, "2014-10-28") == "open"


def test_a_commitment_is_open_until_a_report_shows_it_kept(pledge, handover):
    assert value(pledge, "2022-06-08", handover) == "open"
    kept = at(pledge, "2022-06-09", handover)
    assert kept.value == "kept"
    assert kept.mentions == (pledge.mentions[0], handover.mentions[0])
    assert compliance(kept) == 1


def test_without_a_due_date_it_lapses_after_some_years(pledge):
    lapsed = at(pledge, "2023-01-01")
    assert lapsed.value == "lapsed"
    assert compliance(lapsed) is None


def test_with_a_due_date_it_is_open_then_due_then_overdue(desk):
    entry = desk.entry(desk.promise("2017-01-12", "pledge", "IN", "VN", BOATS, due="2022"))
    assert value(entry, "2022-06-30") == "open"
    assert value(entry, "2022-11-01") == "due"
    assert value(entry, "2022-12-31") == "due"
    overdue = at(entry, "2023-01-01")
    assert overdue.value == "overdue"
    assert "no evidence" in overdue.reason
    assert compliance(overdue) is None  # silence is no broken promise


def test_an_invitation_whose_year_is_over_has_lapsed(desk):
    entry = desk.entry(desk.promise("2018-03-28", "invite", "FR", "VN", "visit France this year", due="2018"))
    assert value(entry, "2018-12-31") == "due"
    assert value(entry, "2019-01-01") == "lapsed"


def test_a_part_and_a_refusal_score_as_such(desk):
    asked = desk.entry(
        desk.promise("2023-05-28", "request", "UA", "DE", "deliver Taurus cruise missiles to Ukraine")
    )
    no = desk.entry(
        desk.position("2024-02-26", "DE", "Olaf Scholz refused to deliver Taurus cruise missiles")
    )
    refused = at(asked, "2024-03-01", no)
    assert (refused.value, compliance(refused)) == ("refused", -1)
    some = desk.entry(desk.promise("2014-10-28", "pledge", "IN", "VN", BOATS))
    five = desk.entry(desk.deed("2021-06-09", "IN", "VN", "India handed over five high-speed patrol boats"))
    partly = at(some, "2021-07-01", five)
    assert (partly.value, compliance(partly)) == ("partly", 0)


def test_what_is_promised_again_is_renewed_and_shows_nothing(desk):
    once = desk.entry(desk.promise("2014-10-28", "pledge", "IN", "VN", BOATS))
    again = desk.entry(
        desk.promise(
            "2016-09-03", "pledge", "IN", "VN", BOATS, quote=f"India reaffirmed that it would {BOATS}"
        )
    )
    renewed = at(once, "2017-01-01", again)
    assert (renewed.value, compliance(renewed)) == ("renewed", None)


def test_a_document_without_a_date_is_known_always(desk):
    entry = desk.entry(desk.promise(None, "pledge", "IN", "VN", BOATS))
    assert value(entry, "1990-01-01") == "open"


def dialogue(desk, published, said, **more):
    return desk.meeting(published, f"the dialogue is {said}", "FR VN", type="dialogue", status=said, **more)


def test_an_engagement_from_plan_to_report(desk):
    plan = dialogue(desk, "2023-11-23", "planned", date="2023-12")
    report = dialogue(desk, "2023-12-19", "held", date="2023-12-18")
    entry = desk.entry(plan, report)
    assert value(entry, "2023-11-22") is None
    assert value(entry, "2023-12-18") == "planned"
    assert value(entry, "2023-12-19") == "held"


def test_no_report_is_not_the_same_as_not_held(desk):
    silent = desk.entry(dialogue(desk, "2023-11-23", "planned", date="2023-12"))
    assert value(silent, "2023-12-31") == "planned"
    assert value(silent, "2024-01-01") == "no report"
    cancelled = dialogue(desk, "2023-12-10", "cancelled")
    entry = desk.entry(dialogue(desk, "2023-11-23", "planned", date="2023-12"), cancelled)
    assert at(entry, "2024-01-01").mentions == (cancelled,)
    assert value(entry, "2024-01-01") == "cancelled"


def test_the_last_word_on_a_plan_counts(desk):
    put_off = dialogue(desk, "2023-11-30", "postponed")
    anew = dialogue(desk, "2024-02-01", "planned", date="2024-05")
    entry = desk.entry(dialogue(desk, "2023-11-23", "planned", date="2023-12"), put_off, anew)
    assert value(entry, "2023-12-15") == "postponed"
    assert value(entry, "2024-03-01") == "planned"
    assert value(entry, "2024-06-01") == "no report"


def test_an_instrument_from_proposal_to_its_end(desk):
    named = ("Joint Vision Statement", "FR VN")
    steps = [
        ("2018-01-10", "proposed"),
        ("2018-03-28", "planned"),
        ("2018-09-17", "signed"),
        ("2022-01-01", "amended"),
    ]
    entry = desk.entry(*(desk.text(day, named[0], action, named[1]) for day, action in steps))
    for day, action in steps:
        assert value(entry, day) == action


def test_a_period_that_is_over_has_expired_unless_a_source_says_otherwise(desk):
    short = desk.text("2018-09-17", "Joint Vision Statement", "signed", "FR VN", period="2018/2020")
    long = desk.text("2019-09-17", "Joint Vision Statement", "existing", "FR VN", period="2018/2028")
    assert value(desk.entry(short), "2020-12-31") == "signed"
    assert value(desk.entry(short), "2021-01-01") == "expired"
    assert value(desk.entry(short, long), "2021-01-01") == "signed"
    assert value(desk.entry(short, long), "2029-01-01") == "expired"


def test_a_planned_text_of_which_nothing_is_heard(desk):
    entry = desk.entry(desk.text("2018-03-28", "protocol on hydrography", "planned", "FR VN", date="2018"))
    assert value(entry, "2018-12-31") == "planned"
    assert value(entry, "2019-01-01") == "no report"


def test_other_kinds_have_no_status(desk):
    assert (
        value(desk.entry(desk.deed("2022-06-09", "IN", "VN", "India trained pilots")), "2023-01-01") is None
    )
