"""What is drawn on the timeline, and what is left out."""

from datetime import date

from servanda.model.facts import Engagement
from servanda.publish.brief.timeline import caption

BOTH = ("JP", "PH")


def test_engagements_texts_and_dated_promises_have_a_lane_each(brief):
    lanes = {
        kind: [(m.first.year, m.last.year, m.item.state) for m in marks]
        for kind, marks in brief.timeline.lanes.items()
    }
    assert lanes == {
        "engagement": [(2023, 2023, "done"), (2023, 2023, "planned")],
        "instrument": [(2023, 2027, "done")],
        "commitment": [(2022, 2022, "unknown"), (2024, 2024, "planned")],
    }


def test_what_has_no_date_is_counted_in_the_caption(brief):
    assert "2 held, signed or kept, 2 planned or open, 1 past their day without a report." in caption(
        brief.timeline
    )
    assert "without a date" in caption(brief.timeline)


def test_what_is_long_past_is_not_drawn(empty_desk):
    for year in (1956, 2022):
        quote = f"The leaders met in Tokyo in {year}"
        talks = {"type": "meeting", "status": "held", "parties": BOTH, "date": str(year)}
        empty_desk.add(f"note {year}", quote, (Engagement, quote, talks), published="2023-01-01")
    timeline = empty_desk.briefing().timeline
    assert timeline.first == date(2022, 1, 1)
    assert "1 outside these years" in caption(timeline)


def test_without_any_date_there_is_no_picture(empty_desk):
    quote = "The leaders met in Tokyo"
    empty_desk.add("note", quote, (Engagement, quote, {"type": "meeting", "status": "held", "parties": BOTH}))
    assert empty_desk.briefing().timeline is None
