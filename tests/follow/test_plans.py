"""A plan is answered by the report of its own entry that tells most fully that it was carried out."""

import pytest

from servanda.follow.plans import answers_within

LICH = ("Ngo Xuan Lich", "Minister of National Defense", "VN")
PARLY = ("Florence Parly", "Minister of the Armed Forces", "FR")


def visit(desk, published, quote, status="held", **more):
    return desk.meeting(published, quote, "VN FR", type="visit", status=status, country="FR", **more)


def talks(desk, published, quote, people=(), status="held", **more):
    names = [name for name, _, _ in people]
    return desk.meeting(published, quote, "VN FR", status=status, people=people, participants=names, **more)


def links(entry, meetings=()):
    found = answers_within(entry, meetings)
    return [(f.earlier.source.published, f.later.source.published, f.answer.status) for f in found]


def test_a_planned_visit_is_kept_by_the_report_that_it_took_place(desk):
    plan = visit(desk, "2018-09-14", "Lich will visit France from September 15 to 20", "planned")
    under_way = visit(desk, "2018-09-17", "Lich, who is on an official visit to France")
    assert links(desk.entry(plan, under_way)) == [("2018-09-14", "2018-09-17", "kept")]


def test_the_end_of_a_visit_tells_more_than_its_beginning(desk):
    plan = visit(desk, "2018-09-14", "Lich will visit France", "planned")
    left = visit(desk, "2018-09-15", "Lich left for France")
    there = visit(desk, "2018-09-16", "Lich is visiting France")
    back = visit(desk, "2018-09-20", "Lich returned home after concluding his visit to France")
    assert links(desk.entry(plan, left, there, back)) == [("2018-09-14", "2018-09-20", "kept")]
    assert links(desk.entry(plan, left, there)) == [("2018-09-14", "2018-09-16", "kept")]
    recalled = visit(desk, "2021-02-01", "Lich had concluded a successful visit to France in 2018")
    assert links(desk.entry(plan, there, recalled)) == [("2018-09-14", "2018-09-16", "kept")]


def test_a_visit_that_is_announced_counts_before_the_words_that_only_invite_to_it(desk):
    invited = visit(desk, "2018-09-01", "Parly conveyed an invitation to Lich to visit France", "planned")
    plan = visit(desk, "2018-09-14", "Lich will visit France at the invitation of Parly", "planned")
    back = visit(desk, "2018-09-20", "Lich concluded his visit to France")
    assert links(desk.entry(invited, plan, back)) == [("2018-09-14", "2018-09-20", "kept")]
    assert links(desk.entry(invited, back)) == [("2018-09-01", "2018-09-20", "kept")]


def test_a_plan_that_several_announce_is_one_plan_and_the_other_reports_are_kept_beside(desk):
    first = visit(desk, "2018-09-10", "Lich will visit France", "planned")
    again = visit(desk, "2018-09-14", "Lich is to visit France", "planned")
    there = visit(desk, "2018-09-16", "Lich is visiting France")
    later = visit(desk, "2018-09-17", "Lich, who is visiting France")
    entry = desk.entry(first, again, there, later)
    assert links(entry) == [("2018-09-10", "2018-09-16", "kept")]
    assert answers_within(entry)[0].later_also == (later,)


def test_a_text_that_was_to_be_renewed_is_extended(desk):
    plan = desk.text(
        "2023-05-29",
        "memorandum on air cooperation of 2009",
        "planned",
        "SE BR",
        rule="instrument/planned:renew",
    )
    done = desk.text("2025-07-20", "memorandum on air cooperation", "extended", "SE BR", date="2024-08")
    assert links(desk.entry(plan, done)) == [("2023-05-29", "2025-07-20", "kept")]
    new = desk.text("2023-05-29", "memorandum", "planned", "SE BR", rule="instrument/planned:sign")
    assert links(desk.entry(new, done)) == []


def test_a_plan_told_again_after_months_is_another_step(desk):
    first = desk.text("2023-11-03", "reciprocal access agreement", "planned", "JP PH")
    again = desk.text("2024-04-12", "Reciprocal Access Agreement", "planned", "JP PH")
    done = desk.text("2024-07-08", "Reciprocal Access Agreement", "signed", "JP PH")
    assert links(desk.entry(first, again, done)) == [
        ("2023-11-03", "2024-07-08", "kept"),
        ("2024-04-12", "2024-07-08", "kept"),
    ]


def test_a_plan_told_after_the_report_is_not_answered_by_it(desk):
    report = visit(desk, "2018-09-16", "Lich visited France")
    plan = visit(desk, "2019-09-16", "Lich will visit France", "planned")
    assert links(desk.entry(report, plan)) == []


def test_a_numbered_round_is_kept_however_late(desk):
    def consultations(published, number, status):
        quote = f"round {number} of the intergovernmental consultations"
        return desk.meeting(published, quote, "DE IN", type="dialogue", status=status, ordinal=number)

    plan = consultations("2022-05-02", 7, "planned")
    late = ("2022-05-02", "2024-10-25", "kept")
    assert links(desk.entry(plan, consultations("2024-10-25", 7, "held"))) == [late]
    assert links(desk.entry(plan, consultations("2024-10-25", None, "held"))) == []


def test_fewer_texts_than_were_planned_are_a_part(desk):
    plan = desk.text("2023-04-10", "About 20 agreements", "planned", "BR CN")
    assert links(desk.entry(plan, desk.text("2023-04-14", "15 agreements", "signed", "BR CN"))) == [
        ("2023-04-10", "2023-04-14", "partly")
    ]
    assert links(desk.entry(plan, desk.text("2023-04-14", "22 agreements", "signed", "BR CN"))) == [
        ("2023-04-10", "2023-04-14", "kept")
    ]


def test_of_two_reports_in_one_document_the_first_counts(desk):
    plan = desk.text("2024-10-24", "second contract", "planned", "KR PL", type="contract")
    first = desk.text("2025-08-02", "second contract", "signed", "KR PL", type="contract")
    again = desk.text(
        "2025-08-02", "contract", "signed", "KR PL", type="contract", quote="the contract was signed"
    )
    (found,) = answers_within(desk.entry(plan, again, first))
    assert found.later.id == first.id


def test_a_document_does_not_answer_itself(desk):
    plan = talks(desk, "2018-09-17", "they will meet again", status="planned")
    report = talks(desk, "2018-09-17", "they met")
    assert links(desk.entry(plan, report)) == []


def test_the_plan_and_the_report_that_name_both_sides_are_preferred(desk):
    vague = talks(desk, "2018-09-10", "Lich will meet his counterpart", [LICH], "planned")
    named = talks(desk, "2018-09-14", "Lich will meet Florence Parly", [LICH, PARLY], "planned")
    began = talks(desk, "2018-09-16", "talks between Lich and Parly began", [LICH, PARLY])
    told = talks(desk, "2018-09-17", "Lich held talks with Parly", [LICH, PARLY])
    short = talks(desk, "2018-09-17", "Lich held talks", [LICH], doc="brief")
    assert links(desk.entry(vague, named, began, told, short)) == [("2018-09-14", "2018-09-17", "kept")]


def test_of_the_first_plan_it_is_enough_that_he_will_meet_one_who_is_named(desk):
    first = talks(desk, "2018-09-10", "He will also meet Florence Parly", [LICH, PARLY], "planned")
    named = talks(desk, "2018-09-14", "Lich will meet Florence Parly", [LICH, PARLY], "planned")
    told = talks(desk, "2018-09-17", "Lich held talks with Parly", [LICH, PARLY])
    assert links(desk.entry(first, named, told)) == [("2018-09-10", "2018-09-17", "kept")]
    wider = talks(desk, "2018-09-08", "He will meet ministers and Florence Parly", [LICH, PARLY], "planned")
    assert links(desk.entry(wider, first, named, told))[0] == ("2018-09-14", "2018-09-17", "kept")


def test_who_of_those_to_be_met_was_not_met(desk):
    plan = talks(
        desk,
        "2025-05-02",
        "He will hold talks with the President and Prime Minister of France",
        status="planned",
    )
    met = talks(desk, "2025-05-06", "He held talks with President Macron")
    entry = desk.entry(plan, met)
    assert links(entry) == [("2025-05-02", "2025-05-06", "partly")]
    assert "prime" in answers_within(entry)[0].answer.reason
    premier = talks(desk, "2025-05-06", "He was received by the Prime Minister", doc="other")
    assert links(entry, [premier]) == [("2025-05-02", "2025-05-06", "kept")]


def test_a_report_in_other_words_leaves_nobody_out(desk):
    plan = talks(desk, "2025-05-02", "He will meet the President and the Prime Minister", status="planned")
    assert links(desk.entry(plan, talks(desk, "2025-05-06", "The leaders met"))) == [
        ("2025-05-02", "2025-05-06", "kept")
    ]


def test_a_meeting_with_somebody_is_not_kept_by_a_report_that_names_nobody(desk):
    plan = talks(desk, "2018-09-14", "Lich will meet Florence Parly", [LICH, PARLY], "planned")
    briefing = talks(desk, "2018-09-17", "Lich held a press briefing", [LICH])
    assert links(desk.entry(plan, briefing)) == []
    by_office = talks(desk, "2018-09-17", "Lich was received by the Minister of Defence", [LICH])
    minister = ("Florence Parly", "Minister of Defence", "FR")
    named = talks(desk, "2018-09-14", "Lich will meet Florence Parly", [LICH, minister], "planned")
    assert links(desk.entry(named, by_office)) == [("2018-09-14", "2018-09-17", "kept")]


def test_of_several_parties_some_is_a_part(desk):
    plan = desk.meeting(
        "2024-10-10", "He will meet the ambassadors of three states", "LK US TR BD", status="planned"
    )
    one = desk.meeting("2024-10-11", "He met the High Commissioner of Bangladesh", "LK BD")
    assert links(desk.entry(plan, one)) == [("2024-10-10", "2024-10-11", "partly")]


def test_an_office_of_the_other_side_is_not_the_one_that_was_to_be_met(desk):
    macron, premier = ("Emmanuel Macron", "President", "FR"), ("Edouard Philippe", "Prime Minister", "FR")
    nguyen = ("Nguyen Xuan Phuc", "Prime Minister", "VN")
    quote = "Lich will meet Emmanuel Macron, the President, and Edouard Philippe, the Prime Minister"
    plan = talks(desk, "2018-09-14", quote, [LICH, macron, premier], "planned")
    met = talks(desk, "2018-09-17", "Lich met Emmanuel Macron, the President", [LICH, macron])
    other = talks(desk, "2018-09-30", "Prime Minister Nguyen Xuan Phuc met the President", [nguyen, macron])
    assert links(desk.entry(plan, met), [other]) == [("2018-09-14", "2018-09-17", "partly")]
    own = talks(desk, "2018-09-30", "Prime Minister Edouard Philippe met Lich", [LICH, premier])
    assert links(desk.entry(plan, met), [own]) == [("2018-09-14", "2018-09-17", "kept")]


def test_the_report_of_a_speech_comes_before_one_that_tells_that_the_speaker_is_attending(desk):
    def at_summit(published, quote, status="held"):
        return desk.meeting(published, quote, "VN FR", type="conference", status=status)

    plan = at_summit("2018-09-14", "Lich will address the Paris Peace Forum", "planned")
    there = at_summit("2018-09-15", "Lich, who is attending the Paris Peace Forum")
    speech = at_summit("2018-09-16", "Speech by Ngo Xuan Lich at the Paris Peace Forum")
    assert links(desk.entry(plan, there, speech)) == [("2018-09-14", "2018-09-16", "kept")]
    assert links(desk.entry(plan, there)) == [("2018-09-14", "2018-09-15", "kept")]
    attended = at_summit("2018-09-15", "Lich attended the Paris Peace Forum")
    assert links(desk.entry(plan, attended, speech)) == [("2018-09-14", "2018-09-15", "kept")]


@pytest.mark.parametrize(
    "name", ["his visit", "the recent visit of Minister Ngo Xuan Lich to Paris", "Lich's first trip"]
)
def test_a_report_that_only_names_the_visit_comes_after_one_that_tells_of_it(desk, name):
    plan = visit(desk, "2018-09-14", "Minister Ngo Xuan Lich will visit France next week", "planned")
    named = visit(desk, "2018-09-18", name)
    arrived = visit(desk, "2018-09-19", "Minister Ngo Xuan Lich arrived in Paris on Wednesday")
    assert links(desk.entry(plan, named, arrived)) == [("2018-09-14", "2018-09-19", "kept")]
    assert links(desk.entry(plan, named)) == [("2018-09-14", "2018-09-18", "kept")]


def test_the_report_that_names_those_who_met_is_preferred_to_one_that_only_means_them(desk):
    plan = talks(desk, "2018-09-14", "Lich will hold talks with Parly", [LICH, PARLY], "planned")
    meant = talks(desk, "2018-09-17", "The two of them held talks in Paris", [LICH, PARLY])
    named = talks(desk, "2018-09-18", "Lich held talks with Parly in Paris", [LICH, PARLY])
    assert links(desk.entry(plan, meant, named)) == [("2018-09-14", "2018-09-18", "kept")]
    assert links(desk.entry(plan, meant)) == [("2018-09-14", "2018-09-17", "kept")]


def test_a_plan_that_names_more_than_were_met_is_kept_in_part_beside_the_one_that_was_kept(desk):
    macron = ("Emmanuel Macron", "President", "FR")
    both = talks(desk, "2018-09-10", "Lich will meet the President and the Prime Minister", [LICH], "planned")
    one = talks(desk, "2018-09-14", "Lich will meet President Macron", [LICH, macron], "planned")
    met = talks(desk, "2018-09-17", "Lich met President Macron", [LICH, macron])
    assert sorted(links(desk.entry(both, one, met))) == [
        ("2018-09-10", "2018-09-17", "partly"),
        ("2018-09-14", "2018-09-17", "kept"),
    ]


def test_the_two_leaders_who_are_named_before_are_named(desk):
    plan = talks(desk, "2018-09-14", "Lich will hold talks with Parly", [LICH, PARLY], "planned")
    same_day = talks(desk, "2018-09-17", "the talks of the two ministers this afternoon", [LICH, PARLY])
    later = talks(desk, "2018-09-20", "Lich held talks with Parly", [LICH, PARLY])
    assert links(desk.entry(plan, same_day, later)) == [("2018-09-14", "2018-09-17", "kept")]


def test_a_ship_has_called_with_her_arrival(desk):
    def call(published, quote, status="held"):
        known = {"type": "exercise", "rule": "engagement/ship", "status": status}
        return desk.meeting(published, quote, "VN FR", **known)

    plan = call("2018-06-01", "A French frigate will call at Hai Phong", "planned")
    arrived = call("2018-06-20", "The frigate arrived at Hai Phong")
    later = call("2018-07-01", "the frigate, which had called at Hai Phong before the drill")
    assert links(desk.entry(plan, arrived, later)) == [("2018-06-01", "2018-06-20", "kept")]
