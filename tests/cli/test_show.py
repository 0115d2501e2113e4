"""`show`: a relationship with what is to come first, each line with its source and the id of its fact."""

import json


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
    lines = servanda("show", "PT", "SE", "--ledger", ledger).stdout.splitlines()
    titles = [line for line in lines if line and "\t" not in line][1:]
    assert titles == [
        "2 engagements, 1 instrument, 2 commitments, 1 assessment, from 1 document",
        "Planned and proposed, as reported",
        "Engagements",
        "Instruments",
        "Commitments: Portugal",
        "Commitments: Sweden",
        "Assessments",
    ]


def test_each_line_has_date_parties_words_source_and_id(servanda, ledger):
    lines = servanda("show", "PT", "SE", "--ledger", ledger).stdout.splitlines()
    signed = next(line for line in lines if "agreement signed" in line).split("\t")
    assert signed[:4] == [
        "2021-05-04",
        "PT SE",
        "agreement signed: agreement on rescue at sea; amends memorandum of 2010",
        "Talks in Lisbon, 2021-05-05",
    ]
    assert servanda("explain", signed[4], "--ledger", ledger).exit_code == 0


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


def test_a_relationship_as_json_has_lists_of_facts_by_kind(servanda, ledger):
    found = json.loads(servanda("show", "PT", "SE", "--ledger", ledger, "--json").stdout)
    assert found["parties"] == ["PT", "SE"]
    assert [c["act"] for c in found["commitments"]] == ["pledge", "offer"]
    assert found["instruments"][0]["document_title"] == "Talks in Lisbon"
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
