"""What of the ledger goes into a briefing, and that each statement has its quotation."""

from datetime import date

import pytest

from servanda.errors import LedgerError, UsageError
from servanda.model.facts import Commitment, Engagement
from servanda.publish.brief.parts import Note, Statement, Table
from servanda.publish.plain import plain

BOTH = ("JP", "PH")


def said(statement):
    return "".join(f"“{p.text}”" if p.kind == "words" else p.text for p in statement.pieces)


def section(brief, title):
    return next(each for each in brief.sections if each.title.startswith(title))


def lines(brief, title):
    return [said(block) for block in section(brief, title).blocks if isinstance(block, Statement)]


def notes(brief, title):
    return [block.text for block in section(brief, title).blocks if isinstance(block, Note)]


def rows(brief, title):
    return [row for block in section(brief, title).blocks if isinstance(block, Table) for row in block.rows]


def test_sections_stand_in_the_order_in_which_an_office_reads_them(brief):
    assert [each.title for each in brief.sections] == [
        "State of the relationship",
        "Last engagements",
        "Planned and due",
        "Standing instruments",
        "What they owe us: Philippines to Japan",
        "What we owe them: Japan to Philippines",
        "Both sides are to do",
        "Open proposals, requests and invitations",
        "Positions taken",
        "People",
        "Fields of cooperation",
        "Conflicts and caveats",
    ]


def test_every_statement_and_cited_row_has_references_that_exist(brief):
    numbers = [each.number for each in brief.references]
    assert numbers == list(range(1, len(numbers) + 1))
    cited = [block.refs for each in brief.sections for block in each.blocks if isinstance(block, Statement)]
    cited += [row.refs for title in ("People", "Fields") for row in rows(brief, title)]
    assert all(cited)
    assert {number for refs in cited for number in refs} == set(numbers)


def test_references_are_numbered_in_the_order_of_first_use(brief):
    used = [
        min(refs)
        for each in brief.sections
        for block in each.blocks
        for refs in (
            [row.refs for row in block.rows] if isinstance(block, Table) else [getattr(block, "refs", ())]
        )
        if refs
    ]
    first = list(dict.fromkeys(used))
    assert first[0] == 1
    highest = 0
    for number in first:
        assert number <= highest + 2, "a number is skipped only by a statement with two references"
        highest = max(highest, number)


def test_each_quotation_stands_in_its_document_where_it_is_said_to(desk):
    brief = desk.briefing()
    for each in brief.references:
        stretch = desk.texts[each.document][each.start : each.end]
        assert plain(stretch).startswith(each.quotation)
        assert each.cut == (plain(stretch) != each.quotation)


def test_words_between_quotation_marks_are_those_of_a_cited_document(desk):
    brief = desk.briefing()
    by_number = {each.number: each for each in brief.references}
    for statement in brief.statements:
        texts = [desk.texts[by_number[number].document] for number in statement.refs]
        for piece in statement.pieces:
            assert piece.kind != "words" or any(piece.text in text for text in texts)


def test_a_promise_stands_with_who_made_it_where_it_stands_and_why(brief):
    owed = lines(brief, "What we owe them")
    assert owed[0] == (
        "Overdue, pledge of Japan, reported 9 February 2023: “deliver two patrol ships”; "
        "it was due by 31 December 2022, and no evidence of it was found."
    )
    assert owed[1].startswith(
        "Open, pledge of Fumio Kishida (Japan), reported 9 February 2023: “hand over radars”"
    )
    assert lines(brief, "What they owe us")[0].startswith("Open, pledge of Philippines")
    assert "“begin talks on visiting forces”" in lines(brief, "Both sides")[0]


def test_we_are_the_first_party_unless_another_is_named(desk):
    brief = desk.briefing(ours="Philippines")
    assert brief.title == "Philippines – Japan"
    assert "“deliver two patrol ships”" in lines(brief, "What they owe us: Japan to Philippines")[0]


def test_a_request_waits_among_the_open_ones_and_is_owed_by_nobody(brief):
    (request,) = lines(brief, "Open proposals")
    assert request.startswith("Open, request of Philippines, reported 9 February 2023: “more training”")
    assert not any("more training" in line for title in ("What", "Both") for line in lines(brief, title))


def test_what_is_planned_and_due_comes_by_its_day_and_what_is_past_after_it(brief):
    assert [line.split(":")[0] for line in lines(brief, "Planned and due")] == [
        "November 2023",
        "2024",
        "2022",
    ]


def test_a_text_tells_when_it_expires_and_what_it_amends(brief):
    (text,) = lines(brief, "Standing instruments")
    assert (
        "for 2023 to 2027 or 2023 to 2028; expires on 31 December 2027 or 31 December 2028; "
        "amends “notes of 2012”; sources differ on the period."
    ) in text


def test_a_text_whose_period_is_over_is_told_to_have_ended(desk):
    (text,) = lines(desk.briefing(today=date(2029, 1, 1)), "Standing instruments")
    assert ": expired" in text
    assert "ended 31 December 2027 or 31 December 2028" in text


def test_a_text_is_not_told_to_have_ended_while_a_source_says_that_it_stands(desk):
    brief = desk.briefing(today=date(2028, 1, 1))
    (text,) = (
        block for block in section(brief, "Standing instruments").blocks if isinstance(block, Statement)
    )
    assert "expires on 31 December 2027 or 31 December 2028" in said(text)
    assert {brief.references[number - 1].document for number in text.refs} == {"accord", "paper"}


def test_people_stand_with_their_post_and_when_documents_give_it(brief):
    assert [row.cells for row in rows(brief, "People")] == [
        ("Ferdinand Marcos Jr.", "Philippines", "President", "9 February 2023"),
        ("Fumio Kishida", "Japan", "Prime Minister", "9 February 2023"),
    ]


def test_an_anniversary_is_told_with_the_year_of_the_founding(brief):
    assert lines(brief, "State")[0] == "2022: 66th anniversary, diplomatic relations, since 1956."


def test_the_balance_counts_promises_by_who_is_to_keep_them(brief):
    assert [row.cells[:3] for row in rows(brief, "State")] == [
        ("Philippines to Japan", "–", "1"),
        ("Japan to Philippines", "1", "1"),
        ("Both sides", "–", "1"),
    ]


def test_fields_count_what_names_them(brief):
    assert rows(brief, "Fields")[0].cells == ("training", "0", "1", "1", "9 February 2023")


def test_sources_that_differ_stand_side_by_side(brief):
    conflict = lines(brief, "Conflicts")[0]
    assert conflict == (
        "Memorandum on disaster relief of February 2023: sources differ on the period: "
        "2023 to 2027 (1 source) or 2023 to 2028 (1 source)."
    )


def test_what_is_not_known_is_said(brief):
    told = " ".join(notes(brief, "Conflicts"))
    assert "No evidence found is not the same as not done." in told
    assert "entries rest on one source" in told
    assert "Documents without a known day of publication: 1." in told
    assert "counted whatever the day: “accord”." in told
    assert "read by a program" in told


def test_as_of_a_day_later_documents_are_left_out_and_that_is_said(desk):
    brief = desk.briefing(as_of=date(2023, 2, 9))
    assert brief.subtitle == "Briefing for Japan, as known on 9 February 2023"
    assert "paper" not in {each.document for each in brief.references}
    assert any("left out" in note for note in notes(brief, "Conflicts"))
    assert lines(brief, "What we owe them")[0].startswith("Overdue")


def test_before_anything_was_published_only_what_has_no_date_is_known(desk):
    brief = desk.briefing(as_of=date(2020, 1, 1))
    assert {each.document for each in brief.references} == {"accord"}


def test_nothing_between_two_parties_is_an_error_with_both_names(desk):
    with pytest.raises(LedgerError, match="Japan – Norway: nothing between them stands in this ledger"):
        desk.briefing(parties=("JP", "NO"))


def test_who_we_are_has_to_be_one_of_the_two(desk):
    with pytest.raises(UsageError, match="is neither of the two parties; write --for JP or --for PH"):
        desk.briefing(ours="Norway")


def test_an_engagement_without_a_date_says_when_it_was_reported(empty_desk):
    visit = {"type": "visit", "status": "held", "parties": BOTH, "country": "JP"}
    empty_desk.add(
        "note", "Marcos visited Japan.", (Engagement, "Marcos visited Japan", visit), published="2023-05"
    )
    (line,) = lines(empty_desk.briefing(), "Last engagements")
    assert line.startswith("No date told, reported May 2023: ")


def test_a_denied_promise_is_marked_as_denied(empty_desk):
    text = "Japan will not send troops to Manila."
    promise = {"act": "pledge", "content": "send troops to Manila", "modality": "negated",
               "speaker": ("JP",), "addressee": ("PH",)}  # fmt: skip
    empty_desk.add("note", text, (Commitment, text, promise), published="2023-05-01")
    assert "“send troops to Manila” [negated]" in lines(empty_desk.briefing(), "What we owe them")[0]


def test_a_long_quotation_is_cut_at_a_word_and_marked(empty_desk):
    text = "Japan pledged to train " + "officers and " * 60 + "sailors."
    promise = {"act": "pledge", "content": text, "speaker": ("JP",), "addressee": ("PH",)}
    empty_desk.add("note", text, (Commitment, text, promise), published="2023-05-01")
    (reference, *_) = empty_desk.briefing().references
    assert reference.cut
    assert text.startswith(reference.quotation + " ")


def test_many_promises_are_cut_to_what_has_room_and_the_rest_is_counted(empty_desk):
    for number in range(60):
        text = f"On day {number} Japan pledged to send {number} " + "well trained engineers to Mindanao " * 8
        promise = {"act": "pledge", "content": text.strip(), "speaker": ("JP",), "addressee": ("PH",)}
        empty_desk.add(f"note {number}", text, (Commitment, text.strip(), promise), published="2023-05-01")
    brief = empty_desk.briefing()
    shown = len(lines(brief, "What we owe them"))
    assert 0 < shown < 10
    assert f"In the ledger stand {60 - shown} more: {60 - shown} open." in notes(brief, "What we owe them")
