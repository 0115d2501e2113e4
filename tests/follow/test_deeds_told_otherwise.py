"""A promise and the report of its deed in other words: what is still kept by it, and what is not."""

import pytest

from servanda.follow.answers import answer


def status(earlier, later):
    found = answer(earlier, later)
    return found.status if found else None


def test_what_both_call_by_a_place_alone_is_no_deed_that_was_promised(desk):
    stay = desk.promise(
        "2024-01-10", "pledge", "US", "VN", "American instructors will stay at Phan Thiet until the summer"
    )
    given = "Five aircraft were handed over at Phan Thiet in November"
    assert status(stay, desk.deed("2024-11-20", "US", "VN", given)) is None


def test_what_is_still_awaited_is_kept_in_part(desk):
    places = desk.promise(
        "2023-06-06", "offer", "AU", "ID", "places for cadets at the Defence Academy and at Duntroon"
    )
    told = "The first cadets have been studying at the Academy, while admission to Duntroon "
    later = desk.deed("2024-08-29", "AU", "ID", told + "has not yet been arranged")
    assert status(places, later) == "partly"


def test_experts_who_are_at_work_were_sent(desk):
    experts = desk.promise("2023-05-02", "pledge", "EE", "MD", "Estonia will second two cyber experts")
    told = "Two Estonian cyber experts have been working in Chisinau since September"
    here = desk.deed("2023-10-02", "EE", "MD", told, rule="activity/presence:work")
    assert status(experts, here) == "kept"
    others = told.replace("cyber", "customs")
    assert status(experts, desk.deed("2023-10-02", "EE", "MD", others, rule="activity/presence:work")) is None


def test_the_day_of_a_handover_is_no_second_thing(desk):
    promise = desk.promise(
        "2023-02-10",
        "pledge",
        "AU",
        "ID",
        "gift 15 Bushmaster vehicles to the forces, to be handed over before the end of the year",
    )
    given = "the 15 Bushmaster vehicles that Australia handed over in December"
    assert status(promise, desk.deed("2024-02-24", "AU", "ID", given)) == "kept"


def test_so_far_and_since_a_season_tell_of_deeds(desk):
    jets = desk.promise("2023-05-08", "pledge", "DK", "UA", "Denmark will deliver 19 F-16 fighters")
    first = "Denmark has so far delivered the first six F-16 fighters"
    assert status(jets, desk.deed("2024-09-08", "DK", "UA", first)) == "partly"
    troops = desk.promise("2023-05-08", "pledge", "GB", "MD", "train 200 Moldovan soldiers this year")
    trained = "British instructors have trained 200 Moldovan soldiers since the summer"
    assert status(troops, desk.deed("2023-12-08", "GB", "MD", trained)) == "kept"
    ever = trained.replace("the summer", "the 1990s")
    assert status(troops, desk.deed("2023-12-08", "GB", "MD", ever)) is None


@pytest.mark.parametrize(
    "report",
    [
        "The joint working group on cyber defence was set up in March",
        "In March the two countries launched a working group on cyber defence",
        "A working group on cyber defence has been created",
    ],
)
def test_a_body_that_was_to_be_set_up_is_there(desk, report):
    promise = desk.promise(
        "2024-05-10", "agree", "SE BR", "", "set up a joint working group on cyber defence"
    )
    deed = desk.deed("2025-06-10", "", "", report, parties=["SE", "BR"])
    assert status(promise, deed) == "kept"


def test_another_body_is_no_answer(desk):
    promise = desk.promise(
        "2024-05-10", "agree", "SE BR", "", "set up a joint working group on cyber defence"
    )
    deed = desk.deed(
        "2025-06-10", "", "", "A working group on fisheries has been created", parties=["SE", "BR"]
    )
    assert status(promise, deed) is None


def test_seats_that_are_offered_are_taken_by_those_who_attend(desk):
    seats = desk.promise(
        "2024-02-01",
        "offer",
        "IN",
        "PH",
        "the PCG seats in specialised courses at Indian training establishments",
    )
    there = "officers of the Coast Guard were already attending specialized courses in India"
    assert status(seats, desk.deed("2024-03-26", "IN", "PH", there)) == "kept"
    other = "officers of the Coast Guard were already attending language courses in India"
    assert status(seats, desk.deed("2024-03-26", "IN", "PH", other)) is None


def test_a_list_of_fields_is_no_promise_of_one_deed_in_one_of_them(desk):
    fields = desk.promise(
        "2021-11-23", "propose", "VN", "JP", "focus on exchanges, training, war legacies and peacekeeping"
    )
    done = "Vietnamese officers attended peacekeeping courses in Japan"
    assert status(fields, desk.deed("2025-06-01", "JP", "VN", done)) is None


def test_who_says_it_is_no_part_of_the_promise(desk):
    gift = desk.promise(
        "2023-05-02", "pledge", "TR", "ML", "gift 50 armoured vehicles, the Turkish ambassador announced"
    )
    given = "Mali received 50 armored vehicles from Turkey on Friday"
    assert status(gift, desk.deed("2024-01-02", "TR", "ML", given)) == "kept"


def test_what_will_no_longer_be_done_is_withdrawn(desk):
    boats = desk.promise("2023-05-08", "pledge", "DE", "PL", "Germany will deliver four submarines to Poland")
    quote = "Germany will no longer deliver the four submarines to Poland"
    assert status(boats, desk.promise("2024-05-08", "pledge", "DE", "PL", quote)) == "withdrawn"
    trained = "Germany will no longer train the crews of submarines in Poland"
    assert status(boats, desk.promise("2024-05-08", "pledge", "DE", "PL", trained)) is None


def test_instructors_who_were_to_be_sent_have_come_where_they_taught(desk):
    offer = desk.promise("2024-05-23", "offer", "FR", "PH", "send instructors in underwater warfare")
    told = "the team of specialists in underwater warfare that taught officers of the Philippine Navy"
    assert status(offer, desk.deed("2025-07-15", "FR", "PH", told)) == "kept"
    ships = desk.promise("2024-05-23", "offer", "FR", "PH", "send ships for underwater warfare")
    assert status(ships, desk.deed("2025-07-15", "FR", "PH", told)) is None


@pytest.mark.parametrize(
    "told",
    [
        "the visa-free scheme for Indian tourists is in effect since the beginning of this month",
        "the Philippines launched the visa-free scheme for Indian tourists",
        "Indian tourists have been able to enter the Philippines without a visa since June",
    ],
)
def test_leave_to_come_without_a_visa_is_told_in_many_ways(desk, told):
    vow = "intends to allow Indian tourists to enter the country without a visa"
    promise = desk.promise("2025-03-12", "pledge", "PH", "IN", vow)
    assert status(promise, desk.deed("2025-06-19", "PH", "IN", told)) == "kept"
    assert status(promise, desk.deed("2025-06-19", "IN", "PH", told)) is None


def test_direct_flights_that_were_agreed_are_kept_when_they_begin(desk):
    agreed = desk.promise("2024-03-12", "agree", "IN PH", "", "open direct flights between Delhi and Manila")
    began = desk.deed(
        "2024-10-02", "", "", "Direct flights between Delhi and Manila began", parties=["IN", "PH"]
    )
    trained = desk.deed("2024-10-02", "", "", "The two began flight training", parties=["IN", "PH"])
    assert status(agreed, began) == "kept"
    assert status(agreed, trained) is None


@pytest.mark.parametrize(
    "report",
    [
        "A Canadian C-17 flew Ghana's third field hospital to Mali in June",
        "Canada has airlifted the third Ghanaian field hospital to the UN mission",
        "The Royal Canadian Air Force transported the third rotation of Ghana's field hospital to Gao",
        "Canada has brought the third Ghanaian level-two field hospital to Mali",
    ],
)
def test_what_was_to_be_carried_was_flown_or_brought(desk, report):
    def to_carry(what):
        said = f"Canada would transport {what} to Mali"
        return desk.promise("2023-03-06", "pledge", "CA", "GH", said)

    later = desk.deed("2023-07-08", "CA", "GH", report)
    assert status(to_carry("the third rotation of the field hospital"), later) == "kept"
    assert status(to_carry("the field hospital"), later) == "kept"
    assert status(to_carry("the fourth rotation of the field hospital"), later) is None


@pytest.mark.parametrize(
    ("report", "kept"),
    [
        ("The three drones bought from Italy are at sea and should reach Mombasa this month", None),
        ("The three Italian drones have been shipped and are due to arrive in June", None),
        ("The three Italian drones are on their way", None),
        ("The three Italian drones arrived in May and will be at the base of Manda in June", "kept"),
        ("Italy delivered the three drones in May and will send spare parts", "kept"),
    ],
)
def test_what_is_at_sea_has_not_been_delivered(desk, report, kept):
    drones = desk.promise(
        "2024-01-10", "pledge", "IT", "KE", "Italy will deliver three drones early next year"
    )
    assert status(drones, desk.deed("2025-05-20", "IT", "KE", report)) == kept


def test_goods_for_those_who_were_struck_have_come_to_them(desk):
    goods = desk.promise(
        "2024-10-15", "pledge", "AE", "PH", "would send relief goods to affected communities"
    )
    houses = desk.promise("2024-10-15", "pledge", "AE", "PH", "would build houses for affected communities")
    came = desk.deed("2024-11-27", "AE", "PH", "the shipment of relief goods which it sent to flood victims")
    assert status(goods, came) == "kept"
    assert status(houses, came) is None


def test_what_one_lets_the_other_do_is_told_by_what_they_did(desk):
    let = desk.promise("2024-05-10", "offer", "GB", "NO", "let Norwegian sailors train on its ships")
    told = "The first 20 Norwegian sailors began their training with the Royal Navy in January"
    assert status(let, desk.deed("2025-06-10", "GB", "NO", told)) == "kept"
    assert status(let, desk.deed("2025-06-10", "GB", "NO", "trained Norwegian pilots in January")) is None
