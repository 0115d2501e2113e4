"""Ships that were to come are answered by a ship that came: of the same flag, there, and about then."""

from servanda.follow.answers import answer
from servanda.follow.following import follow

CALL = {"rule": "engagement/ship", "type": "exercise"}


def rule(earlier, later):
    found = answer(earlier, later)
    return found.rule if found else None


def docked(desk, published="2024-11-02", parties="IN KE", quote="INS Tushil docked in Mombasa", **more):
    return desk.meeting(published, quote, parties, **CALL, **more)


def sent(desk, content="India will send a ship to Mombasa before the end of the year"):
    return desk.promise("2024-02-05", "pledge", "IN", "KE", content, due="2024")


def test_a_promise_to_send_one_is_kept_by_its_call(desk):
    assert rule(sent(desk), docked(desk)) == "ship-came"
    promise, call = sent(desk), docked(desk)
    assert [f.later for f in follow([desk.entry(promise), desk.entry(call)])] == [call]


def test_other_flags_ports_years_and_goods_are_no_answer(desk):
    assert rule(sent(desk), docked(desk, parties="FR KE")) is None
    assert rule(sent(desk), docked(desk, quote="INS Tushil docked in Lamu")) is None
    assert rule(sent(desk), docked(desk, published="2026-11-02")) is None
    assert rule(sent(desk, "India will send a doctor to Mombasa"), docked(desk)) is None


def test_a_planned_call_is_kept_by_the_call(desk):
    plan = desk.meeting(
        "2025-05-01", "a Navy ship would call at Auckland", "PH NZ", status="planned", date="2025", **CALL
    )
    moored = docked(desk, "2025-11-10", "PH NZ", "BRP Jose Rizal tied up at Auckland", date="2025-10-31")
    assert rule(plan, moored) == "ship-came"
    assert rule(plan, docked(desk, "2027-11-10", "PH NZ", "BRP Jose Rizal tied up at Auckland")) is None


def test_one_of_two_ships_is_a_part(desk):
    drill = {"type": "exercise", "doc": None}
    plan = desk.meeting(
        "2025-02-20",
        "two ships, the frigate Otter and a tanker, will join the group",
        "NO GB",
        status="planned",
        **drill,
    )

    def came(words):
        (found,) = follow([desk.entry(plan, desk.meeting("2025-08-31", words, "NO GB", **drill))])
        return found.answer.status

    assert came("the frigate Otter has sailed with the group") == "partly"
    assert came("the two ships have sailed with the group") == "kept"
    assert came("the frigate Otter and the tanker, ships of the navy, have sailed with it") == "kept"


def test_the_flagship_of_the_plan_by_two_words(desk):
    vow = desk.promise(
        "2024-07-18",
        "pledge",
        "TR",
        "SO",
        "Turkey will send the research vessel Piri Reis to Somali waters",
        due="2024-10",
    )
    came = docked(desk, "2024-10-26", "SO TR", "The Turkish research vessel reached the port of Mogadishu")
    tanker = docked(desk, "2024-10-26", "SO TR", "A Turkish tanker reached the port of Mogadishu")
    assert rule(vow, came) is not None
    assert rule(vow, tanker) is None


def test_a_ship_of_the_other_side_that_called_in_the_other_country_is_another(desk):
    told = "An Indonesian training ship will call at Callao"
    plan = desk.meeting("2024-05-10", told, "ID PE", status="planned", date="2024-07", country="PE", **CALL)

    def called(quote, country):
        return docked(desk, "2025-06-10", "ID PE", quote, date="2024-07", country=country)

    assert rule(plan, called("An Indonesian training ship called at Callao", "PE")) == "ship-came"
    assert rule(plan, called("A Peruvian training ship called at Jakarta", "ID")) is None
    assert rule(sent(desk), docked(desk, country="KE")) == "ship-came"
    assert rule(sent(desk), docked(desk, quote="A Kenyan ship from Mombasa came", country="IN")) is None


def test_a_ship_of_another_name_is_not_the_one_that_was_to_come(desk):
    def came(quote):
        return rule(
            desk.promise(
                "2024-02-05", "pledge", "CA", "PH", "Canada will send the frigate HMCS Vancouver to Manila"
            ),
            desk.meeting("2024-08-02", quote, "CA PH", **CALL),
        )

    assert came("HMCS Vancouver paid a port visit to Manila") is not None
    assert came("the Vancouver paid a port visit to Manila") is not None
    assert came("the frigate HMCS Montreal paid a port visit to Manila") is None
