"""Meetings that were promised, and statements that take a promise up again or back."""

from servanda.follow.answers import answer


def status(earlier, later):
    found = answer(earlier, later)
    return found.status if found else None


def test_a_promised_dialogue_is_kept_when_it_is_held(desk):
    agreed = desk.promise(
        "2023-10-01", "agree", "AU VN", "", "hold the sixth defence policy dialogue in Canberra"
    )
    held = "Australia and Vietnam held their sixth defence policy dialogue in Canberra"
    assert status(agreed, desk.meeting("2023-11-20", held, "AU VN", type="dialogue", ordinal=6)) == "kept"
    assert status(agreed, desk.meeting("2023-11-20", held, "AU VN", type="dialogue", ordinal=5)) is None
    assert (
        status(
            agreed, desk.meeting("2023-11-20", held, "AU VN", type="dialogue", status="planned", ordinal=6)
        )
        is None
    )
    assert status(agreed, desk.meeting("2023-11-20", held, "AU ID", type="dialogue", ordinal=6)) is None


def test_a_group_that_was_to_be_set_up_is_known_by_its_subject(desk):
    agreed = desk.promise("2017-01-12", "agree", "JP PH", "", "set up a joint committee on infrastructure")
    met = "Japan and the Philippines held the first meeting of the joint committee on infrastructure in Tokyo"
    assert status(agreed, desk.meeting("2017-03-27", met, "JP PH", type="dialogue", ordinal=1)) == "kept"
    other = "Japan and the Philippines held a meeting of the joint committee on fisheries in Tokyo"
    assert status(agreed, desk.meeting("2017-03-27", other, "JP PH", type="dialogue")) is None


def test_the_next_round_is_the_one_of_its_series(desk):
    plan = desk.meeting(
        "2016-11-22",
        "the next meeting of the Joint Military Committee will be held in Delhi",
        "IN OM",
        status="planned",
        series="Joint Military Committee",
        type="dialogue",
        country="IN",
    )

    def held(series, **more):
        return desk.meeting(
            "2018-01-09", f"the {series} met", "IN OM", series=series, type="dialogue", **more
        )

    assert status(plan, held("Joint Military Committee", country="IN")) == "kept"
    assert status(plan, held("Joint Military Committee", country="OM")) is None
    assert status(plan, held("Joint Fisheries Committee", country="IN")) is None


def test_a_committee_that_was_to_be_set_up_meets_for_the_first_time(desk):
    vow = desk.promise("2023-09-14", "agree", "AM GR", "", "set up a joint defence committee")
    sat = "the Armenian-Greek defence committee sat for the first time"
    assert status(vow, desk.meeting("2024-05-21", sat, "AM GR", type="dialogue", ordinal=1)) == "kept"
    assert status(vow, desk.meeting("2024-05-21", sat, "AM GR", type="dialogue", ordinal=3)) is None
    assert status(vow, desk.meeting("2024-05-21", sat, "AM CY", type="dialogue", ordinal=1)) is None


def test_ministers_of_two_ministries_each_are_known_by_two_plus_two(desk):
    vow = desk.promise("2022-02-11", "agree", "FR ID", "", "see a 2+2 meet before the end of next year")
    held = "for the first Indonesia-France 2+2 talks in Paris"
    assert status(vow, desk.meeting("2023-07-21", held, "FR ID", type="dialogue")) == "kept"
    assert status(vow, desk.meeting("2023-07-21", "for the talks in Paris", "FR ID", type="dialogue")) is None


def test_a_promise_of_few_words_is_renewed_in_the_same_words(desk):
    vow = desk.promise("2022-06-13", "pledge", "DK", "IQ", "support the training of Iraqi police")
    quote = "Denmark reiterated its pledge to support the training of Iraq's police"
    again = desk.promise(
        "2023-02-03", "pledge", "DK", "IQ", "support the training of Iraq's police", quote=quote
    )
    assert status(vow, again) == "renewed"
    other = desk.promise("2023-02-03", "pledge", "DK", "IQ", "support the repair of dams", quote=quote)
    assert status(vow, other) is None


def test_a_request_is_refused_by_those_who_were_asked(desk):
    asked = desk.promise("2023-05-28", "request", "UA", "DE", "deliver Taurus cruise missiles to Ukraine")
    no = desk.promise(
        "2024-02-26",
        "pledge",
        "DE",
        "UA",
        "deliver Taurus cruise missiles",
        quote="Olaf Scholz rejected the delivery of Taurus cruise missiles",
    )
    assert status(asked, no) == "refused"
    assert (
        status(
            asked, desk.position("2024-02-26", "DE", "Olaf Scholz refused to deliver Taurus cruise missiles")
        )
        == "refused"
    )
    assert (
        status(asked, desk.position("2024-02-26", "FR", "Paris refused to deliver Taurus cruise missiles"))
        is None
    )
    assert status(asked, desk.position("2024-02-26", "DE", "Berlin refused to deliver Leopard tanks")) is None


def test_a_pledge_is_withdrawn_by_those_who_made_it(desk):
    pledged = desk.promise(
        "2021-01-01", "pledge", "AU", "FR", "buy twelve Attack-class submarines from Naval Group"
    )
    back = desk.position(
        "2021-09-16", "AU", "Canberra cancelled the order of Attack-class submarines from Naval Group"
    )
    assert status(pledged, back) == "withdrawn"


def test_a_promise_that_is_made_again_is_renewed_and_not_kept(desk):
    said = "send instructors for military medicine to the peacekeeping department"
    once = desk.promise("2022-01-01", "pledge", "FR", "VN", said)
    again = desk.promise(
        "2023-01-01", "pledge", "FR", "VN", said, quote=f"France reaffirmed its pledge to {said}"
    )
    assert status(once, again) == "renewed"
    told = desk.promise("2023-01-01", "pledge", "FR", "VN", said, quote=f"France pledged to {said}")
    assert status(once, told) is None


def test_a_meeting_is_known_by_its_name(desk):
    content = "hold an annual Defense Ministers' Meeting"
    agreed = desk.promise("2023-02-22", "agree", "AU PH", "AU PH", content)

    def held(name):
        return desk.meeting("2024-11-13", f"Australia and the Philippines held their first {name}", "AU PH")

    assert answer(agreed, held("Defence Ministers' Meeting")).status == "kept"
    assert answer(agreed, held("Trade Ministers' Meeting")) is None
    assert answer(agreed, held("meeting of ministers")) is None


def test_the_meeting_at_which_something_was_agreed_is_not_what_was_to_be_held(desk):
    told = "hold closer naval exchanges, they agreed during the fourth Joint Defense Committee"
    agreed = desk.promise("2024-05-23", "agree", "FR PH", "", told)
    held = desk.meeting("2024-06-11", "the fourth Joint Defense Committee in Paris", "FR PH", type="dialogue")
    assert status(agreed, held) is None
    again = desk.promise("2024-03-23", "agree", "FR PH", "", "hold the fourth Joint Defense Committee in May")
    assert status(again, held) == "kept"


def test_a_commission_is_no_committee_of_the_same_number(desk):
    agreed = desk.promise("2024-03-23", "agree", "EG GR", "", "hold the third meeting of the joint committee")

    def held(body):
        told = f"The joint {body} held its third meeting"
        return desk.meeting("2025-03-11", told, "EG GR", type="dialogue", series=f"joint {body}", ordinal=3)

    assert status(agreed, held("committee")) == "kept"
    assert status(agreed, held("economic commission")) is None


def test_a_dialogue_that_is_to_be_kept_up_is_known_without_the_two_whose_it_is(desk):
    kept = "maintain the Defence Policy Dialogue at the level of deputy ministers"
    agreed = desk.promise("2024-01-12", "agree", "JP VN", "", kept)
    held = "The ninth Vietnam-Japan Defence Policy Dialogue was held in Hanoi"
    other = "The ninth Vietnam-Japan Trade Policy Dialogue was held in Hanoi"
    assert status(agreed, desk.meeting("2024-06-20", held, "JP VN", type="dialogue", ordinal=9)) == "kept"
    assert status(agreed, desk.meeting("2024-06-20", other, "JP VN", type="dialogue", ordinal=9)) is None
