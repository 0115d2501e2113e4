"""Activity by field and year."""

from itertools import pairwise

from servanda.publish.charts.activity import activity
from servanda.publish.charts.values import Period


def test_each_field_has_its_years_with_what_was_done_and_what_was_not(item):
    chart = activity(
        [
            item(when="2020-05-01", fields=("training", "hydrography")),
            item(when="2020", fields=("training",), state="planned"),
            item(when="2021/2025", fields=("training",)),
            item(when="2021"),
        ]
    )
    told = [(row["field"], row["year"], row["entries"], row["done"], row["planned"]) for row in chart.rows]
    assert told == [
        ("training", 2020, 2, 1, 1),
        ("training", 2021, 1, 1, 0),
        ("hydrography", 2020, 1, 1, 0),
        ("no field named", 2021, 1, 1, 0),
    ]
    assert chart.description == "4 entries from 2020 to 2021; most in training 3, hydrography 1."


def test_what_has_no_date_counts_by_its_first_report_and_else_not_at_all(item):
    chart = activity([item(when=None, told="2019-03-02"), item(when="XXXX-03-26")])
    assert [row["year"] for row in chart.rows] == [2019]
    assert chart.notes == (
        "Without a date of their own, counted by their first report: 1.",
        "Not counted: 1 without a date.",
    )


def test_twenty_fields_have_a_row_each_that_can_be_read(item, parsed):
    fields = [f"field-number-{n}" for n in range(20)]
    picture = parsed(activity([item(fields=(field,)) for field in fields]))
    heights = sorted(
        float(text.get("y")) for text in picture.all("text") if (text.text or "").startswith("field number")
    )
    assert len(heights) == 20
    assert min(b - a for a, b in pairwise(heights)) > 12


def test_what_is_only_planned_is_hollow(item, parsed):
    picture = parsed(activity([item(fields=("training",), state="planned")]))
    assert picture.shape("training, 2020").get("fill") == "none"


def test_a_period_leaves_the_rest_out_and_counts_it(item):
    chart = activity([item(when="2015"), item(when="2020")], Period.of("2019", None))
    assert [row["year"] for row in chart.rows] == [2020]
    assert chart.notes == ("Outside these years: 1.",)
