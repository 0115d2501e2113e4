"""`show`: a relationship with what is to come first, each thing once, with its sources and its id."""

import json

AS_OF = ("--as-of", "2021-12-31")
"""Before the day for which the third round was planned."""


def test_without_parties_all_relationships_are_listed(servanda, ledger):
    result = servanda("show", "--ledger", ledger)
    header, row = (line.split("\t") for line in result.stdout.splitlines())
    assert dict(zip(header, row, strict=True)) == {
        "parties": "Portugal – Sweden",
        "engagements": "2",
        "instruments": "1",
        "commitments": "2",
        "all": "6",
        "documents": "1",
        "first": "2021-05-04",
        "last": "2022-06-30",
    }


def test_parties_are_given_by_code_or_name_in_any_order(servanda, ledger):
    by_name = servanda("show", "Sweden", "portugal", "--ledger", ledger)
    assert by_name.exit_code == 0
    assert by_name.stdout.splitlines()[0] == "Sweden – Portugal"
    by_code = servanda("show", "SE", "PT", "--ledger", ledger)
    assert by_code.stdout == by_name.stdout


def test_what_is_planned_comes_first_and_commitments_by_their_speaker(servanda, ledger):
    lines = servanda("show", "PT", "SE", *AS_OF, "--ledger", ledger).stdout.splitlines()
    titles = [line for line in lines if line and "\t" not in line][1:]
    assert titles == [
        "2 engagements, 1 instrument, 2 commitments, 1 assessment, from 1 document",
        "Planned and proposed",
        "Engagements",
        "implied: 1st to 2nd meeting of round of talks (by the 3rd, talks)",
        "Instruments",
        "Commitments: Portugal",
        "Commitments: Sweden",
        "Assessments",
    ]


def test_each_line_has_date_parties_words_status_sources_and_id(servanda, ledger):
    lines = servanda("show", "PT", "SE", "--ledger", ledger).stdout.splitlines()
    signed = next(line for line in lines if "agreement signed" in line).split("\t")
    assert signed[:5] == [
        "2021-05-04",
        "PT SE",
        "agreement signed: agreement on rescue at sea; amends memorandum of 2010",
        "",
        "1",
    ]
    explained = servanda("explain", signed[5], "--ledger", ledger)
    assert explained.exit_code == 0
    assert "Talks in Lisbon, 2021-05-05" in explained.stdout


def test_what_several_documents_tell_stands_once_with_the_number_of_its_sources(servanda, fiji):
    lines = servanda("show", "FJ", "NZ", "--ledger", fiji).stdout.splitlines()
    assert lines[1] == "4 engagements, 2 instruments, 1 commitment, 1 activity, from 12 documents"
    rows = [line.split("\t") for line in lines if line.count("\t") == 5][1:]
    assert [(row[0], row[3], row[4]) for row in rows] == [
        ("2022-03-28/2022-03-31", "", "2"),
        ("2022-03-29", "", "2"),
        ("2023-06-14", "", "3"),
        ("2024-05-16", "", "2"),
        ("2022-03-29", "", "2"),
        ("2023-06-14", "differ: date", "4"),
        ("2023", "kept", "1"),
        ("2023-08", "", "1"),
    ]


def test_relationships_are_counted_by_entries_as_their_pages_show_them(servanda, fiji):
    header, row = (line.split("\t") for line in servanda("show", "--ledger", fiji).stdout.splitlines())
    assert dict(zip(header, row, strict=True)) == {
        "parties": "Fiji – New Zealand",
        "engagements": "4",
        "instruments": "2",
        "commitments": "1",
        "all": "8",
        "documents": "12",
        "first": "2022-03-28",
        "last": "2024-05-31",
    }
    (then,) = json.loads(servanda("show", "--as-of", "2022-03-28", "--ledger", fiji, "--json").stdout)
    assert (then["facts"], then["documents"]) == (2, 1)


def test_as_of_a_day_only_what_was_published_by_then_is_shown(servanda, fiji):
    lines = servanda("show", "FJ", "NZ", "--as-of", "2022-03-28", "--ledger", fiji).stdout.splitlines()
    assert lines[1] == "1 engagement, 1 instrument, from 1 document"
    assert "Planned and proposed" in lines
    assert "Engagements" not in lines


def test_implied_meetings_are_marked_and_are_no_engagements(servanda, fiji):
    shown = servanda("show", "FJ", "NZ", "--ledger", fiji).stdout
    assert "implied: 1st to 2nd meeting of Defence Dialogue (by the 3rd, dialogue-" in shown
    found = json.loads(servanda("show", "FJ", "NZ", "--ledger", fiji, "--json").stdout)
    (implied,) = found["implied"]
    assert (implied["series"], implied["first"], implied["last"]) == ("Defence Dialogue", 1, 2)
    assert implied["by"]["document"].startswith("dialogue-")
    assert "third Defence Dialogue" in implied["by"]["quotation"]
    assert [e.get("ordinal") for e in found["engagements"]] == [None, None, None, 3]


def test_a_plan_whose_day_has_passed_without_a_report_says_so(servanda, ledger):
    lines = servanda("show", "PT", "SE", "--ledger", ledger).stdout.splitlines()
    (row,) = [line.split("\t") for line in lines if "(planned)" in line]
    assert row[3] == "no report"


def test_nothing_between_two_parties_is_said_and_is_no_error(servanda, ledger):
    result = servanda("show", "PT", "NO", "--ledger", ledger)
    assert result.exit_code == 0
    assert "Nothing between them stands in this ledger" in result.stdout


def test_one_party_alone_is_wrong_usage(servanda, ledger):
    result = servanda("show", "FR", "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is not two parties; name two" in result.stderr


def test_an_unknown_party_is_wrong_usage_with_what_comes_near(servanda, ledger):
    result = servanda("show", "PT", "Swedan", "--ledger", ledger)
    assert result.exit_code == 2
    assert "did you mean Sweden" in result.stderr


def test_a_relationship_as_json_has_lists_of_entries_by_kind(servanda, ledger):
    found = json.loads(servanda("show", "PT", "SE", "--ledger", ledger, "--json").stdout)
    assert found["parties"] == ["PT", "SE"]
    assert [c["act"] for c in found["commitments"]] == ["pledge", "offer"]
    assert found["instruments"][0]["facts"][0]["document_title"] == "Talks in Lisbon"
    assert found["instruments"][0]["title"] == "agreement on rescue at sea"
    assert found["milestones"] == []


def test_a_ledger_that_is_not_there_is_named_and_not_made(servanda, tmp_path):
    result = servanda("show", "--ledger", "none.db")
    assert result.exit_code == 1
    assert "none.db: no ledger here" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "none.db").exists()


def test_the_ledger_of_the_settings_is_the_default(servanda, ledger, monkeypatch):
    monkeypatch.setenv("SERVANDA_LEDGER", str(ledger))
    assert "Portugal – Sweden" in servanda("show").stdout
