"""Parties and people."""

from servanda.publish.charts.network import network

NAMES = {"FR": "France", "VN": "Viet Nam"}


def test_parties_that_an_entry_names_together_have_a_band(item, parsed):
    items = [item(parties=("FR", "VN")), item(parties=("VN", "FR"), state="planned"), item(parties=("FR",))]
    chart = network(items, NAMES)
    assert [(r["one"], r["other"], r["entries"], r["done"]) for r in chart.rows] == [("FR", "VN", 2, 1)]
    assert parsed(chart).group("France and Viet Nam: 2 entries") is not None
    assert chart.description == "2 parties, 1 pair; most entries: France and Viet Nam (2)."


def test_people_who_took_part_in_the_same_have_a_line(item, who, parsed):
    met = (who("Parly", "FR"), who("Vinh", "VN"), who("Nobody", None))
    chart = network([item(parties=("FR", "VN"), people=met)], NAMES)
    assert {"Parly", "Vinh"} <= set(parsed(chart).texts)
    people = [(row["one"], row["other"]) for row in chart.rows if row["between"] == "people"]
    assert sorted(people) == [("Nobody", "Parly"), ("Nobody", "Vinh"), ("Parly", "Vinh")]
    assert chart.notes == ("Not drawn: 1 people who met others less often, or whose party is not drawn.",)


def test_two_people_of_one_name_are_two(item, who, parsed):
    met = (who("Lee", "KR"), who("Lee", "SG"))
    chart = network([item(parties=("KR", "SG"), people=met)], {})
    assert parsed(chart).texts.count("Lee") == 2


def test_what_is_only_planned_is_dashed(item, parsed):
    picture = parsed(network([item(parties=("FR", "VN"), state="planned")], NAMES))
    assert picture.shape("France and Viet Nam", "path").get("stroke-dasharray")


def test_the_ring_holds_the_busiest_and_counts_the_others(item, parsed):
    codes = [f"P{n}" for n in range(40)]
    items = [item(parties=("FR", code)) for code in codes] + [item(parties=("FR", "VN"))] * 2
    chart = network(items, NAMES)
    assert "Viet Nam" in parsed(chart).texts
    assert chart.notes == ("Not drawn: 18 parties with fewer entries.",)
    assert len(chart.rows) == 41


def test_labels_stay_in_the_picture(item, who, parsed):
    people = tuple(who(f"A name of some length, number {n}", "FR") for n in range(40))
    picture = parsed(network([item(parties=("FR", "VN"), people=people)], NAMES))
    assert max(len(text or "") for text in picture.texts if (text or "").startswith("A name")) <= 24
