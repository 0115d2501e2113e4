"""A promise to do something is kept by what is reported as done between the same sides, by nothing else."""

import pytest

from servanda.follow.answers import answer


def status(earlier, later):
    found = answer(earlier, later)
    return found.status if found else None


@pytest.fixture
def boats(desk):
    return desk.promise(
        "2014-10-28",
        "pledge",
        "IN",
        "VN",
        "provide twelve high-speed patrol boats to the border guard of Vietnam",
    )


def test_a_pledge_is_kept_when_all_that_was_promised_is_handed_over(desk, boats):
    handed = desk.deed(
        "2022-06-09",
        "IN",
        "VN",
        "Rajnath Singh handed over twelve high-speed patrol boats to Vietnam at Hong Ha shipyard",
    )
    found = answer(boats, handed)
    assert found.status == "kept"
    assert "patrol" in found.reason
    assert 0 < found.confidence < 1


def test_the_same_number_and_the_same_doing_say_enough(desk):
    pilots = desk.promise(
        "2023-02-24",
        "pledge",
        "KR",
        "PL",
        "the air force would train eight pilots on the light combat aircraft",
    )
    done = "eight Polish pilots completed the course at the Gwangju air base, most of them ahead of time"
    assert status(pilots, desk.deed("2025-11-12", "KR", "PL", done)) == "kept"
    assert status(pilots, desk.deed("2025-11-12", "KR", "PL", done.replace("eight", "nine"))) is None


def test_help_in_training_is_not_given_by_money_for_the_same_works(desk):
    asked = desk.promise(
        "2025-09-09",
        "request",
        "MN",
        "IN",
        "assistance in training the engineers who will operate the refinery",
    )
    paid = desk.deed(
        "2025-10-14", "IN", "MN", "the oil refinery, financed by a line of credit of US$ 1.7 billion"
    )
    assert status(asked, paid) is None


def test_what_is_done_every_year_keeps_no_promise(desk):
    training = desk.promise("2021-01-25", "pledge", "GB", "KE", "continue to train Kenyan troops for Somalia")
    report = "British teams train more than 1,100 Kenyan soldiers {}, above all for Somalia"
    assert status(training, desk.deed("2021-07-27", "GB", "KE", report.format("a year"))) is None
    assert status(training, desk.deed("2021-07-27", "GB", "KE", report.format("annually"))) is None
    assert (
        status(training, desk.deed("2021-07-27", "GB", "KE", report.format("on a month-long course")))
        == "kept"
    )
    assert status(training, desk.deed("2021-07-27", "GB", "KE", report.format("within a year"))) == "kept"


def test_places_that_were_offered_are_taken_by_those_who_study_there(desk):
    offer = desk.promise("2024-05-06", "offer", "IT", "SO", "ten places at its war college in Rome")
    there = desk.deed("2025-01-20", "IT", "SO", "Ten Somali officers are attending the war college in Rome")
    assert status(offer, there) == "kept"


def test_a_sum_counts_none_of_the_things_that_it_is_for(desk):
    given = desk.promise(
        "2024-05-06", "pledge", "NO", "VN", "provide 3 million dollars for mine clearance in Hue"
    )
    paid = desk.deed(
        "2025-01-20", "NO", "VN", "Norway paid three million dollars for the clearance of mines in Hue"
    )
    assert status(given, paid) == "kept"


def test_an_attache_is_one(desk):
    named = desk.promise(
        "2024-05-06", "pledge", "IT", "SO", "Italy would appoint a defence attaché in Mogadishu"
    )
    there = desk.deed(
        "2025-01-20", "IT", "SO", "the first Italian defence attaché in Mogadishu took up his post"
    )
    assert status(named, there) == "kept"


def test_a_boat_that_calls_is_not_the_one_that_was_asked_for(desk):
    asked = desk.promise("2024-05-06", "request", "SO", "IT", "patrol boats")
    call = desk.meeting(
        "2025-01-20", "An Italian patrol boat called at Mogadishu on Friday", "IT SO", type="exercise"
    )
    assert status(asked, call) is None


def test_a_ship_is_known_by_her_name(desk):
    given = desk.promise("2023-06-20", "pledge", "IN", "VN", "present the missile corvette INS Kirpan")
    handed = desk.meeting(
        "2023-07-22", "Indian Naval Ship Kirpan was handed over at Cam Ranh today", "IN VN", type="ceremony"
    )
    assert status(given, handed) == "kept"


def test_what_is_asked_for_without_a_verb_is_to_be_given(desk):
    asked = desk.promise(
        "2024-05-02", "request", "PG", "AU", "protected vehicles", rule="commitment/verb:ask-for"
    )
    keys = desk.deed("2025-08-13", "AU", "PG", "Australia gave the army the keys to 12 protected vehicles")
    assert status(asked, keys) == "kept"


@pytest.mark.parametrize(
    "report",
    [
        "India delivered five high-speed patrol boats to Vietnam",
        "India handed over a high-speed patrol boat to Vietnam",
        "India handed over the first of twelve high-speed patrol boats",
        "India handed over one of twelve high-speed patrol boats",
    ],
)
def test_a_pledge_of_several_is_partly_kept_by_some(desk, boats, report):
    assert status(boats, desk.deed("2021-06-09", "IN", "VN", report)) == "partly"


@pytest.mark.parametrize(
    ("promised", "done", "outcome"),
    [
        (
            "send a battery of Patriot missiles",
            "a Greek Patriot unit was deployed to guard the plants",
            "kept",
        ),
        ("provide 100 police cars", "police got a hundred vehicles", "kept"),
        ("provide 100 police cars", "police got ten vehicles", "partly"),
        ("donate two patrol boats", "two coast guard cutters arrived", "kept"),
        ("donate two patrol boats", "a research ship arrived", None),
        ("open a counter-terrorism school", "a counter-terrorism centre was opened", "kept"),
        ("provide search and rescue equipment", "rescue equipment was delivered", "kept"),
        ("refit the patrol boat Huravee", "the patrol boat Huravee was returned after its overhaul", "kept"),
        ("refit the patrol boat Huravee", "winter uniforms were delivered", None),
        ("rebuild the wharf at Lombrum naval base on Manus Island", "the Lombrum wharf was opened", "kept"),
    ],
)
def test_what_is_promised_can_be_reported_by_another_word_of_its_kind(desk, promised, done, outcome):
    pledge = desk.promise("2021-02-01", "pledge", "GR", "SA", promised)
    assert status(pledge, desk.deed("2021-11-01", "GR", "SA", done)) == outcome


def test_a_part_of_what_was_counted_and_its_last_part(desk):
    pledge = desk.promise(
        "2023-08-29", "pledge", "NL", "RO", "The Dutch side will provide the aircraft, up to eighteen"
    )

    def landed(words):
        return status(pledge, desk.deed("2024-12-06", "NL", "RO", words))

    assert landed("Five of the eighteen aircraft were handed over") == "partly"
    assert landed("Of the 18 aircraft that were promised, the first five have been handed over") == "partly"
    assert landed("The last 2 of the 18 aircraft were handed over") == "kept"
    assert landed("The last 2 of the 18 Dutch F-16s have been delivered") == "kept"
    assert landed("The last 2 of the 18 trucks have been delivered") is None


def test_as_many_as_were_promised_whatever_the_number_counts(desk):
    offer = desk.promise(
        "2023-10-12", "offer", "IN", "MN", "training slots for ten officers in cyber defence"
    )

    def done(words):
        return status(offer, desk.deed("2024-05-17", "IN", "MN", words))

    assert done("ten officers have completed a course in cyber defence") == "kept"
    assert done("three officers have completed a course in cyber defence") == "partly"


def test_of_an_attache_there_is_one(desk):
    send = desk.promise("2023-10-30", "pledge", "EE", "MD", "Estonia will send a defence attaché to Moldova")

    def there(content, **more):
        return status(send, desk.deed("2024-08-20", "", "", content, parties=("EE", "MD"), **more))

    assert there("The first attaché took up his post in Chisinau") == "kept"
    assert there("Moldova's attaché took up his post in Tallinn") is None
    assert there("A new teacher took up his post in Chisinau") is None


def test_a_ceremony_at_which_the_other_side_gives_is_no_answer(desk):
    pledge = desk.promise("2021-03-02", "pledge", "IN", "MV", "India would give the Maldives a patrol vessel")

    def handover(words):
        return status(pledge, desk.meeting("2021-09-03", words, "MV IN", type="ceremony"))

    assert handover("A patrol vessel was handed over to the Maldives") == "kept"
    assert handover("The Maldives handed over a patrol vessel to India") is None


def test_two_words_are_enough_in_the_months_in_which_it_was_due(desk):
    words = "India will open a language laboratory at the school for cadets in Nha Trang"

    def opened(published):
        pledge = desk.promise("2022-06-10", "pledge", "IN", "VN", words, due="2023")
        return status(pledge, desk.deed(published, "IN", "VN", "inaugurated the language laboratory"))

    assert opened("2023-11-02") == "kept"
    assert opened("2024-12-02") is None


def test_a_delegation_that_was_to_be_sent_has_attended(desk):
    content = "Poland would send a delegation to the Seoul arms fair in October"
    promised = desk.promise("2025-08-02", "pledge", "PL", "KR", content)
    came = desk.deed(
        "2025-10-30", "PL", "KR", "A Polish delegation attended the arms fair in Seoul this month"
    )
    other = desk.deed(
        "2025-10-30", "PL", "KR", "A Polish delegation attended the air show in Seoul this month"
    )
    assert status(promised, came) == "kept"
    assert status(promised, other) is None


@pytest.mark.parametrize(
    "report",
    [
        "India trained fifty crew members of the border guard",
        "India sent oxygen concentrators to Vietnam",
        "India delivered forty patrol boats to Vietnam",
        "In an earlier phase India delivered four patrol boats to Vietnam",
        "The two sides achieved positive results in patrol boats and other fields",
    ],
)
def test_other_things_are_no_answer(desk, boats, report):
    assert status(boats, desk.deed("2021-06-09", "IN", "VN", report)) is None


def test_the_same_thing_between_others_is_no_answer(desk, boats):
    said = "Japan handed over twelve high-speed patrol boats to Vietnam"
    assert status(boats, desk.deed("2021-06-09", "JP", "VN", said)) is None
    assert status(boats, desk.deed("2021-06-09", "VN", "IN", said)) is None


def test_what_was_told_or_done_before_the_promise_is_no_answer(desk, boats):
    said = "India handed over twelve high-speed patrol boats to Vietnam"
    assert status(boats, desk.deed("2013-06-09", "IN", "VN", said)) is None
    assert status(boats, desk.deed("2015-06-09", "IN", "VN", said, date="2013")) is None
    assert status(boats, desk.deed("2014-10-28", "IN", "VN", said)) is None  # in the same document


def test_a_promise_told_as_one_of_the_past_can_be_kept_in_the_same_document(desk):
    told = desk.promise(
        "2018-03-26", "pledge", "JP", "PH", "donate the aircraft",
        quote="the minister had told the Secretary that Japan would donate the aircraft",
    )  # fmt: skip
    done = desk.deed(
        "2018-03-26", "JP", "PH", "Japan today turned over three TC-90 aircraft to the Philippine Navy"
    )
    assert status(told, done) == "kept"


def test_a_deed_many_years_later_is_of_another_promise(desk, boats):
    assert (
        status(
            boats,
            desk.deed(
                "2029-06-09", "IN", "VN", "India handed over twelve high-speed patrol boats to Vietnam"
            ),
        )
        is None
    )


def test_a_request_is_kept_by_those_who_were_asked(desk):
    asked = desk.promise(
        "2011-06-01", "request", "PH", "US", "provide a second Hamilton-class cutter to the Philippine Navy"
    )
    given = "The United States transferred a Hamilton-class cutter, the Dallas, to the Philippine Navy"
    assert status(asked, desk.deed("2012-05-22", "US", "PH", given)) == "kept"


def test_a_sum_of_money_is_known_again(desk):
    pledged = desk.promise(
        "2016-09-03", "offer", "IN", "VN", "extend a line of credit of 500 million US dollars for defence"
    )
    assert (
        status(pledged, desk.deed("2019-05-01", "IN", "VN", "India extended a credit line of US$500 million"))
        == "kept"
    )
    assert (
        status(pledged, desk.deed("2019-05-01", "IN", "VN", "India extended a credit of US$100 million"))
        is None
    )


def test_of_two_things_one_is_a_part(desk):
    agreed = desk.promise(
        "2023-02-09",
        "agree",
        "PH JP",
        "",
        "complete the transfer of air surveillance radars and the training of their operators",
    )
    took = desk.deed(
        "2023-12-20", "JP", "PH", "The Philippine Air Force took over air surveillance radars from Japan"
    )
    assert status(agreed, took) == "partly"


def test_and_within_the_name_of_one_thing_makes_no_two(desk):
    asked = desk.promise("2020-01-01", "request", "FJ", "AU", "supply search and rescue helicopters")
    assert (
        status(asked, desk.deed("2021-01-01", "AU", "FJ", "Australia supplied search and rescue helicopters"))
        == "kept"
    )


@pytest.mark.parametrize(
    "goodwill",
    [
        "continue to support Sri Lanka",
        "further strengthen bilateral defence cooperation in all fields",
        "deepen the comprehensive strategic partnership",
        "promote peace and stability in the region",
    ],
)
def test_goodwill_without_a_doing_is_kept_by_nothing(desk, goodwill):
    promise = desk.promise("2024-10-09", "pledge", "IN", "LK", goodwill)
    for said in (
        "India provided support to Sri Lanka for its economic recovery",
        "the strong defence cooperation and comprehensive strategic partnership of the two countries",
    ):
        assert status(promise, desk.deed("2025-02-01", "IN", "LK", said)) is None


def test_a_report_that_says_so_keeps_a_promise_in_other_words(desk):
    pledged = desk.promise(
        "2017-01-12",
        "pledge",
        "JP",
        "PH",
        "provide assistance and investment of one trillion yen over five years",
        due="2022",
    )
    said = "the projects of one trillion yen to which Japan committed itself in 2017 had been completed"
    found = answer(pledged, desk.deed("2022-04-09", "JP", "PH", said))
    assert (found.status, found.rule) == ("kept", "told-as-carried-out")
    other = "the projects of two billion yen to which Japan committed itself had been completed"
    assert status(pledged, desk.deed("2022-04-09", "JP", "PH", other)) is None


def test_what_was_denied_is_no_promise(desk):
    denied = desk.promise("2015-11-19", "pledge", "JP", "PH", "provide patrol ships", modality="negated")
    assert (
        status(denied, desk.deed("2016-12-01", "JP", "PH", "Japan provided patrol ships to the coast guard"))
        is None
    )


def test_a_ceremony_of_handover_is_a_deed(desk):
    asked = desk.promise("2016-01-01", "request", "FJ", "AU", "provide Guardian-class patrol boats")
    handed = "The Guardian-class patrol boat Savenaca was handed over to Fiji in a ceremony in Perth"
    assert status(asked, desk.meeting("2020-03-06", handed, "AU FJ", type="ceremony")) == "kept"
    welcome = "Crews of Guardian-class patrol boats were present at the welcome for the minister"
    assert status(asked, desk.meeting("2020-03-06", welcome, "AU FJ", type="ceremony")) is None


def test_commitment_in_general_is_no_report_of_a_promise_carried_out(desk):
    pledged = desk.promise(
        "2023-11-23", "pledge", "FR", "VN", "go on supporting peacekeeping", fields=["peacekeeping"]
    )
    general = "France showed commitment, and courses in peacekeeping were completed"
    assert status(pledged, desk.deed("2024-11-12", "FR", "VN", general, fields=["peacekeeping"])) is None
    so = "This has been done: French officers taught drivers bound for UN missions"
    assert status(pledged, desk.deed("2024-11-12", "FR", "VN", so, fields=["peacekeeping"])) == "kept"
    told = "That promise has been carried out: French officers taught drivers bound for UN missions"
    assert status(pledged, desk.deed("2024-11-12", "FR", "VN", told, fields=["peacekeeping"])) == "kept"


def test_one_thing_of_two_sorts_is_two_things(desk):
    coastal = desk.promise("2024-05-10", "pledge", "JP", "PH", "Japan will give coastal radars")

    def given(what):
        return desk.deed("2025-06-10", "JP", "PH", f"Japan has given {what} to the Philippines")

    assert status(coastal, given("air surveillance radars")) is None
    assert status(coastal, given("five radars")) is not None
    assert status(coastal, given("new coastal radars")) == "kept"


def test_the_place_alone_is_not_what_was_promised(desk):
    told = "American instructors will stay at Phan Thiet until the summer"
    stay = desk.promise("2024-05-10", "pledge", "US", "VN", told)
    planes = "Five T-6C trainers, the largest sale so far, were handed over at Phan Thiet"
    assert status(stay, desk.deed("2024-11-20", "US", "VN", planes)) is None


def test_a_text_on_a_thing_is_not_the_thing(desk):
    text = desk.promise("2022-11-10", "agree", "AU VN", "", "study a document on partnership in peacekeeping")
    course = "Australian instructors ran a course for the team at the Department of Peacekeeping Operations"
    assert status(text, desk.deed("2023-05-10", "AU", "VN", course)) is None


def test_when_it_starts_is_no_part_of_what_is_granted(desk):
    content = "India will grant free e-visas to tourists from Fiji for one year, starting this month"
    granted = desk.promise("2025-08-05", "pledge", "IN", "FJ", content)
    received = "more than 10,000 travellers from Fiji have received free e-visas since August"
    assert status(granted, desk.deed("2026-02-10", "IN", "FJ", received)) == "kept"


def test_ships_that_were_bought_are_no_giving_of_what_will_be_delivered(desk):
    coming = desk.promise("2025-06-05", "pledge", "KR", "PH", "The aircraft are to be delivered by 2030")
    bought = "The Philippines has bought Korean aircraft and ships for some $3 billion to date"
    assert status(coming, desk.deed("2025-12-05", "KR", "PH", bought)) is None


def test_a_smaller_sum_is_a_part_only_where_it_is_told_as_one(desk):
    credit = "finalise the USD 500 million defence credit line offered by India"
    agreed = desk.promise("2022-06-08", "agree", "IN VN", "", credit)
    another = "12 boats were handed over, a project under India's USD 100 million defence credit line"
    assert status(agreed, desk.deed("2022-06-09", "IN", "VN", another)) is None
    part = "India has so far disbursed USD 100 million of the defence credit line"
    assert status(agreed, desk.deed("2023-06-09", "IN", "VN", part)) == "partly"
