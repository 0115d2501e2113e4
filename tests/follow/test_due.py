"""What is due next, in order, with the overdue marked."""

from datetime import date

from servanda.follow.due import due
from servanda.follow.following import follow


def listed(entries, day, until=None):
    as_of = date.fromisoformat(day)
    last = date.fromisoformat(until) if until else None
    return [(d.when, d.by.isoformat(), d.overdue) for d in due(entries, follow(entries, as_of), as_of, last)]


def dialogue(desk, published, when, said="planned", **more):
    return desk.meeting(published, "the dialogue", "FR VN", type="dialogue", status=said, date=when, **more)


def test_plans_are_due_by_the_last_day_that_they_can_mean(desk):
    year = desk.entry(dialogue(desk, "2023-01-01", "2023", doc="a"))
    month = desk.entry(dialogue(desk, "2023-01-01", "2023-02", doc="b"))
    stay = desk.entry(dialogue(desk, "2023-01-01", "2023-03-01/2023-03-04", doc="c"))
    assert listed([year, month, stay], "2023-01-02") == [
        ("2023-02", "2023-02-28", False),
        ("2023-03-01/2023-03-04", "2023-03-04", False),
        ("2023", "2023-12-31", False),
    ]


def test_what_has_passed_without_a_report_is_overdue_and_comes_first(desk):
    past = desk.entry(dialogue(desk, "2023-01-01", "2023-02"))
    pledge = desk.entry(desk.promise("2023-01-01", "pledge", "FR", "VN", "send two instructors", due="2024"))
    assert listed([pledge, past], "2023-03-01") == [
        ("2023-02", "2023-02-28", True),
        ("2024", "2024-12-31", False),
    ]


def test_what_is_done_given_up_or_undated_is_left_out(desk):
    held = desk.entry(
        dialogue(desk, "2023-01-01", "2023-02"), dialogue(desk, "2023-02-20", "2023-02-19", "held")
    )
    off = desk.entry(dialogue(desk, "2023-01-01", "2023-02"), dialogue(desk, "2023-01-20", None, "cancelled"))
    undated = desk.entry(dialogue(desk, "2023-01-01", None))
    no_year = desk.entry(dialogue(desk, None, "XXXX-12"))
    invited = desk.entry(desk.promise("2018-03-28", "invite", "FR", "VN", "visit France", due="2018"))
    assert listed([held, off, undated, no_year, invited], "2023-03-01") == []
    assert listed([held], "2023-02-19") == [("2023-02", "2023-02-28", False)]  # not yet reported


def test_the_last_date_told_counts_and_until_cuts(desk):
    moved = desk.entry(dialogue(desk, "2023-01-01", "2023-02"), dialogue(desk, "2023-02-01", "2023-06"))
    assert listed([moved], "2023-03-01") == [("2023-06", "2023-06-30", False)]
    assert listed([moved], "2023-03-01", until="2023-06-30") == [("2023-06", "2023-06-30", False)]
    assert listed([moved], "2023-03-01", until="2023-06-29") == []
