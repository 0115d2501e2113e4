"""What was to come is answered by its having come, between the same two and about when it was to."""

from servanda.follow.answers import answer
from servanda.follow.following import follow
from servanda.follow.lots import lot_answer

LOT = {"rule": "commitment/lot:arrive"}


def status(earlier, later):
    found = answer(earlier, later)
    return found.status if found else None


def soldiers(desk, **more):
    return desk.promise(
        "2024-01-10",
        "agree",
        "DE LT",
        "",
        "The first soldiers will arrive in 2024",
        due="2024",
        **LOT,
        **more,
    )


def test_of_one_kind_about_when_it_was_due(desk):
    landed = "The advance party of the brigade landed on Monday"
    assert status(soldiers(desk), desk.deed("2024-04-08", "DE", "LT", landed)) == "kept"
    assert status(soldiers(desk), desk.deed("2024-04-08", "DE", "EE", landed)) is None
    assert status(soldiers(desk), desk.deed("2024-04-08", "DE", "LT", "The first boats have arrived")) is None


def test_what_was_to_be_delivered_in_a_year_comes_in_its_first_month(desk):
    jets = desk.promise(
        "2025-07-15",
        "pledge",
        "FR",
        "ID",
        "France would deliver the first Rafale aircraft in early 2026",
        due="2026",
    )
    landed = "Three grey jets touched down at the air base in Pekanbaru"
    assert status(jets, desk.deed("2026-01-27", "FR", "ID", landed)) == "kept"
    assert status(jets, desk.deed("2025-07-20", "FR", "ID", landed)) is None


def test_a_ship_of_two_and_a_batch_of_the_rest_are_a_part(desk):
    ships = desk.promise(
        "2021-09-28", "pledge", "FR", "GR", "France will deliver the first two ships in 2025", due="2025"
    )
    handed = desk.deed("2025-12-20", "FR", "GR", "The first frigate was handed over to the navy at Lorient")
    assert status(ships, handed) == "partly"
    rest = desk.promise(
        "2025-02-14",
        "request",
        "KE",
        "TR",
        "the remaining vehicles be delivered before the year is out",
        due="2025",
    )
    batch = desk.deed("2025-05-22", "TR", "KE", "A second batch of vehicles had docked in Mombasa")
    assert status(rest, batch) == "partly"


def test_that_a_brigade_is_inaugurated_tells_not_that_its_first_soldiers_came(desk):
    opened = desk.meeting(
        "2024-05-22", "attended the inauguration of the 45th brigade in Vilnius", "DE LT", type="ceremony"
    )
    assert status(soldiers(desk), opened) is None


def test_the_first_of_several_is_one(desk):
    unit = desk.promise(
        "2022-04-09",
        "agree",
        "JP PH",
        "",
        "The first of the four units will be delivered in 2022",
        due="2022",
        **LOT,
    )
    radar = desk.deed("2023-11-03", "JP", "PH", "A first radar unit was delivered last month", date="2022-10")
    assert status(unit, radar) == "kept"


def test_the_rest_without_a_word_of_what(desk):
    rest = desk.promise(
        "2024-04-18", "agree", "NL RO", "", "The rest will be here by the end of 2024", due="2024", **LOT
    )
    assert (
        status(rest, desk.deed("2024-12-06", "NL", "RO", "the last 2 of the 18 jets landed there")) == "kept"
    )
    assert status(rest, desk.deed("2026-12-06", "NL", "RO", "the last 2 of the 18 jets landed there")) is None


def test_the_first_of_both(desk):
    pilots = desk.promise(
        "2023-11-13", "agree", "NL RO", "", "a first class of them would earn their wings", **LOT
    )
    done = desk.deed("2024-12-06", "NL", "RO", "The first pilots were awarded their certificates")
    assert status(pilots, done) == "kept"


def test_the_first_without_a_word_of_what(desk):
    units = desk.promise(
        "2022-04-09",
        "agree",
        "PH JP",
        "",
        "The first of the four units will be delivered in 2022",
        due="2022",
        **LOT,
    )
    assert status(units, desk.deed("2023-11-03", "JP", "PH", "A first radar was delivered")) == "kept"
    assert status(units, desk.deed("2023-11-03", "JP", "PH", "A second radar was delivered")) is None
    twelve = desk.promise("2022-12-06", "agree", "PL KR", "", "The first twelve of them will arrive", **LOT)
    assert status(twelve, desk.deed("2023-07-13", "KR", "PL", "the first two aircraft arrived")) is None


def test_a_planned_treaty_without_a_name_is_followed_within_its_entry(desk):

    plan = desk.text("2025-02-20", "defence treaty", "planned", "AU PG")
    signed = desk.text("2025-10-06", "Otter Treaty", "signed", "AU PG")
    (found,) = follow([desk.entry(plan, signed)])
    assert (found.earlier, found.later, found.answer.rule) == (plan, signed, "plan-signed")


def test_goods_that_are_delivered_are_no_people_who_come(desk):
    vehicles = desk.promise(
        "2024-08-06",
        "pledge",
        "JP",
        "VN",
        "deliver the vehicles and instruct personnel in their use",
        due="2024",
    )
    officers = "Vietnamese officers had attended peacekeeping courses in Japan in 2024"
    assert lot_answer(vehicles, desk.deed("2025-06-01", "JP", "VN", officers)) is None


def test_people_of_a_third_state_are_not_what_was_told_before(desk):
    pilots = desk.promise(
        "2023-11-13", "agree", "NL RO", "", "Ukrainians would follow in the course of 2024", due="2024", **LOT
    )
    jets = "On 20 November the last 2 of the 18 Dutch F-16s landed there"
    assert status(pilots, desk.deed("2024-11-21", "NL", "RO", jets)) is None
    rest = desk.promise(
        "2023-11-13", "agree", "NL RO", "", "The rest will follow in the course of 2024", due="2024", **LOT
    )
    assert status(rest, desk.deed("2024-11-21", "NL", "RO", jets)) == "kept"


def test_what_was_to_be_in_the_country_has_come(desk):
    first = desk.promise(
        "2024-03-26",
        "agree",
        "IN PH",
        "",
        "the first of them would be in the country in April",
        due="2024-04",
        rule="commitment/lot:be",
    )
    given = "India has handed over the first batch of missiles"
    assert status(first, desk.deed("2024-04-20", "IN", "PH", given)) == "kept"
    assert status(first, desk.deed("2024-04-20", "IN", "PH", "India has tested the first missiles")) is None


def test_the_second_and_third_are_not_the_first_nor_a_ship_a_jet(desk):
    to_come = "The second and the third frigate are to follow in 2026"
    ships = desk.promise("2025-06-10", "pledge", "FR", "GR", to_come, due="2026", **LOT)
    first = desk.deed("2026-01-20", "FR", "GR", "The first frigate was handed over to Greece in January")
    third = desk.deed("2026-09-20", "FR", "GR", "The third frigate was handed over to Greece at Lorient")
    assert status(ships, first) is None
    assert status(ships, third) is not None
    one = desk.promise("2025-06-10", "pledge", "FR", "GR", "The second ship will be delivered", due="2026")
    jets = desk.deed("2026-01-20", "FR", "GR", "France delivered ten aircraft to Greece in January")
    assert status(one, jets) is None


def test_talks_on_board_a_ship_are_not_its_coming(desk):
    ships = desk.promise(
        "2025-06-10", "pledge", "FR", "GR", "Two ships are to follow in 2026", due="2026", **LOT
    )
    talks = "The Minister held talks with her counterpart on board the frigate Kimon at the naval base"
    assert status(ships, desk.meeting("2026-01-29", talks, "FR GR")) is None


def test_things_that_were_bought_or_are_seen_in_the_sky_have_not_arrived_by_that(desk):
    def came(content, **more):
        promise = desk.promise(
            "2022-12-06",
            "pledge",
            "TR",
            "MA",
            "The first drones will be flown to Morocco in July",
            due="2023-07",
        )
        return status(promise, desk.deed("2023-08-30", "TR", "MA", content, **more))

    assert came("The first drones from Turkey arrived in Morocco on 10 July") == "kept"
    assert came("Morocco bought drones and trucks from Turkey last year") is None
    assert came("the first drones had flown over Rabat on Independence Day") is None


def test_crews_that_were_to_be_trained_are_crewmen_who_have_learnt(desk):
    promise = desk.promise("2022-07-27", "pledge", "TR", "MA", "Turkey would train Moroccan crews")
    learnt = desk.deed(
        "2022-12-06", "TR", "MA", "A hundred Moroccan crewmen completed a course in Turkey this autumn"
    )
    doctors = desk.deed("2022-12-06", "TR", "MA", "A hundred Moroccan doctors completed a course in Turkey")
    assert status(promise, learnt) == "kept"
    assert status(promise, doctors) is None
