"""Texts that were to be concluded are answered by texts that are signed."""

from servanda.follow.answers import answer
from servanda.follow.following import follow
from servanda.model.facts import Relation


def status(earlier, later):
    found = answer(earlier, later)
    return found.status if found else None


def signed(desk, title="Japan-Australia Reciprocal Access Agreement", **more):
    return desk.text(
        "2022-01-06",
        title,
        "signed",
        "AU JP",
        quote=f"Scott Morrison and Fumio Kishida signed the {title}",
        **more,
    )


def test_an_agreement_to_negotiate_is_kept_by_the_signing(desk):
    agreed = desk.promise(
        "2018-01-18",
        "agree",
        "AU JP",
        "",
        "conclude negotiations on a reciprocal access agreement as early as possible",
    )
    assert status(agreed, signed(desk)) == "kept"


def test_what_comes_under_a_text_that_was_signed_before_is_no_text_to_come(desk):
    told = "deliver trucks under the reciprocal access agreement signed in January 2018"
    before = desk.promise("2020-01-18", "pledge", "JP", "AU", told)
    assert status(before, signed(desk)) is None


def unnamed(desk, title="Several key memoranda of understanding"):
    return desk.text("2022-01-02", title, "planned", "AU JP", type="memorandum")


def test_several_texts_are_kept_by_those_that_were_exchanged_within_days(desk):
    told = "Three memoranda of understanding were exchanged between Australia and Japan"
    later = desk.text(
        "2022-01-06", "Three memoranda of understanding", "signed", "AU JP", type="memorandum", quote=told
    )
    assert status(unnamed(desk), later) == "kept"


def test_fewer_texts_than_announced_keep_it_in_part(desk):
    told = "Three memoranda of understanding were signed by Australia and Japan"
    later = desk.text(
        "2022-01-06", "Three memoranda of understanding", "signed", "AU JP", type="memorandum", quote=told
    )
    assert status(unnamed(desk, "About ten memoranda of understanding"), later) == "partly"


def test_a_text_without_a_name_is_the_one_that_was_planned_for_these_days(desk):
    plan = desk.text(
        "2022-01-02", "binding agreement on defence industry", "planned", "AU JP", date="2022-01"
    )
    unnamed = signed(desk, "agreement", date="2022-01-05")
    assert status(plan, unnamed) == "kept"
    assert status(plan, signed(desk, "agreement on tourism", date="2022-01-05")) is None
    assert status(plan, signed(desk, "agreement", date="2022-02-05")) is None
    assert status(plan, desk.text("2022-06-06", "agreement", "signed", "AU JP")) is None


def test_several_texts_are_answered_by_their_count_before_one_of_the_list(desk):
    plan = desk.text(
        "2025-10-11", "Several Memoranda of Understanding", "planned", "IN MN", type="memorandum",
        quote="Several Memoranda of Understanding are expected to be signed",
    )  # fmt: skip
    count, listed = (
        desk.text("2025-10-14", title, "signed", "IN MN", type="memorandum", quote=f"{title} were signed")
        for title in ("Ten Memoranda of Understanding", "Memorandum on yoga")
    )
    assert answer(plan, count).confidence > answer(plan, listed).confidence


def test_another_text_is_no_answer(desk):
    agreed = desk.promise(
        "2018-01-18", "agree", "AU JP", "", "start negotiations on a reciprocal access agreement"
    )
    assert status(agreed, signed(desk, "Information Security Agreement")) is None
    assert status(agreed, desk.text("2022-01-06", "Reciprocal Access Agreement", "signed", "GB JP")) is None
    assert status(agreed, desk.text("2022-01-06", "Reciprocal Access Agreement", "planned", "AU JP")) is None


def test_a_text_is_not_signed_by_talking_of_its_field(desk):
    wished = desk.promise("2018-01-18", "propose", "AU", "JP", "widen access of their forces")
    assert status(wished, signed(desk)) is None


def test_a_letter_of_intent_is_answered_by_the_statement_that_it_foresaw(desk):
    foreseen = (Relation(type="intends", target="joint vision statement on defence cooperation"),)
    letter = desk.text(
        "2018-03-27", "letter of intent", "signed", "FR VN", type="letter-of-intent", relations=foreseen
    )
    statement = desk.text(
        "2018-09-17",
        "Joint Vision Statement on defence cooperation",
        "signed",
        "FR VN",
        type="vision-statement",
    )
    assert status(letter, statement) == "kept"
    assert (
        status(
            letter,
            desk.text("2018-09-17", "arrangement on hydrography", "signed", "FR VN", type="arrangement"),
        )
        is None
    )


def test_unnamed_texts_are_those_that_are_signed_within_days(desk):
    expected = desk.text(
        "2025-05-02",
        "Several Memoranda of Understanding and Agreements",
        "planned",
        "LK VN",
        type="memorandum",
    )
    told = "Four Memoranda of Understanding and one Agreement were signed in Hanoi"
    assert status(expected, desk.meeting("2025-05-05", told, "LK VN", type="ceremony")) == "kept"
    assert status(expected, desk.meeting("2025-09-05", told, "LK VN", type="ceremony")) is None
    assert status(expected, desk.meeting("2025-05-05", told, "LK IN", type="ceremony")) is None
    assert (
        status(
            expected, desk.meeting("2025-05-05", "A guard of honour was presented", "LK VN", type="ceremony")
        )
        is None
    )


def test_how_talks_stand_is_no_promise_of_a_text(desk):
    talked = desk.text(
        "2024-08-27",
        "agreement on supplies",
        "planned",
        "IT JP",
        quote="the negotiations on an agreement on supplies",
        rule="instrument/noun:negotiation/going-on",
    )
    signed = desk.text("2024-11-25", "agreement on supplies", "signed", "IT JP")
    assert follow([desk.entry(talked, signed)]) == []
    assert status(talked, signed) is None
    agreed = desk.text(
        "2024-09-01",
        "agreement on supplies",
        "planned",
        "IT JP",
        quote="Italy and Japan agreed to conclude an agreement on supplies",
        rule="instrument/planned:conclude",
    )
    (found,) = follow([desk.entry(talked, agreed, signed)])
    assert found.earlier == agreed
    negotiating = desk.text(
        "2024-08-27",
        "agreement on supplies",
        "planned",
        "IT JP",
        quote="in the final stages of negotiating an agreement on supplies",
        rule="instrument/planned:negotiate",
    )
    assert follow([desk.entry(negotiating, signed)]) == []


def test_a_text_of_another_kind_is_not_the_one_that_was_planned_without_a_name(desk):
    plan = desk.text(
        "2025-08-04", "a declaration", "planned", "IN PH", type="declaration",
        quote="the two are expected to adopt a declaration",
    )  # fmt: skip
    quote = "They also adopted the Plan of Action, which gives effect to the Declaration"
    action = desk.text("2025-08-05", "Plan of Action", "signed", "IN PH", type="action-plan", quote=quote)
    assert status(plan, action) is None


def test_several_texts_are_answered_by_the_first_document_that_tells_of_one(desk):
    plan = desk.text(
        "2025-07-31", "Several agreements", "planned", "IN PH", quote="Several agreements are to be signed"
    )
    listed = desk.text(
        "2025-08-05", "agreement on yoga", "signed", "IN PH", quote="the agreement on yoga was signed"
    )
    total = desk.text("2025-08-08", "agreements", "signed", "IN PH", quote="agreements were signed")
    (found,) = follow([desk.entry(plan), desk.entry(listed), desk.entry(total)])
    assert found.later is listed


def test_talks_as_they_stand_promise_a_text_that_another_sentence_says_is_to_be_signed(desk):
    talks = "negotiations on a status of forces agreement"
    told = (talks, "The agreement is expected to be signed in June")
    rule = "instrument/noun:negotiation/going-on"

    def plan(quote):
        return desk.text(
            "2025-12-11", "status of forces agreement", "planned", "FR PH", quote=quote, rule=rule
        )

    text = desk.text("2026-03-30", "status of forces agreement", "signed", "FR PH")
    assert status(plan(told), text) == "kept"
    assert status(plan(talks), text) is None


def test_letters_of_intent_on_two_matters_are_two(desk):
    told = "letter of intent on shipbuilding"
    plan = desk.text("2024-05-10", told, "planned", "PL VN", type="letter-of-intent")

    def of(matter):
        title = f"letter of intent on {matter}"
        said = f"A {title} was signed"
        return desk.text("2025-06-10", title, "signed", "PL VN", type="letter-of-intent", quote=said)

    assert status(plan, of("cyber security")) is None
    assert status(plan, of("shipbuilding in Gdynia")) == "kept"


def test_a_height_to_which_trade_is_to_grow_is_no_money_that_is_promised(desk):
    lent = signed(desk, "agreement on investment of US$ 2 billion")
    grow = desk.promise("2021-01-18", "agree", "AU JP", "", "raise bilateral trade to US$ 2 billion")
    invest = desk.promise("2021-01-18", "pledge", "AU", "JP", "invest US$ 2 billion in Japan")
    assert status(grow, lent) is None
    assert status(invest, lent) == "kept"


def _several_planned_as_agreements(desk, reported, day="2022-01-05"):
    """What is shown of "several agreements": their entry has a report, and a company's text follows."""
    title = "Several bilateral agreements"
    plan = desk.text("2022-01-02", title, "planned", "AU JP")
    told = f"After the talks Australia and Japan signed {reported}"
    own = desk.text(day, reported, "signed", "AU JP", type="memorandum", quote=told)
    one = "an agreement between the Ministry of Energy and a refiner"
    other = desk.text(
        "2022-01-06", one, "signed", "AU JP", quote=f"Australia and Japan saw the signing of {one}"
    )
    (found,) = follow([desk.entry(plan, own), desk.entry(other)])
    return found.later, own, other


def test_several_texts_are_answered_by_those_of_their_entry_before_one_that_a_company_signs(desk):
    later, own, _ = _several_planned_as_agreements(desk, "several key MoUs")
    assert later is own


def test_one_text_of_their_entry_does_not_answer_for_the_several(desk):
    later, _, other = _several_planned_as_agreements(desk, "a memorandum on tourism")
    assert later is other


def test_the_sum_that_a_later_document_tells_comes_after_the_one_text_of_an_earlier(desk):
    later, _, other = _several_planned_as_agreements(desk, "several key MoUs", day="2022-01-08")
    assert later is other


def test_a_text_that_is_under_discussion_is_no_promise_unless_its_signing_is_told(desk):
    signed = desk.text("2025-08-01", "second contract for patrol boats", "signed", "TR MA", type="contract")

    def followed(quote, **more):
        plan = desk.text(
            "2023-08-30",
            "second contract for patrol boats",
            "planned",
            "TR MA",
            type="contract",
            quote=quote,
            rule="instrument/under-negotiation",
            **more,
        )
        return follow([desk.entry(plan, signed)])

    assert followed("A second contract for patrol boats is also under discussion") == []
    assert followed("A second contract for patrol boats is being considered by both sides") == []
    assert followed("A second contract for patrol boats is ready for signing as well")
    assert followed("A second contract for patrol boats is under negotiation and will be signed next year")
    assert followed("A second contract for patrol boats is under negotiation for next year", date="2024")
