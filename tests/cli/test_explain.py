"""`explain`: the quotation, the rule, and why each property has its value."""

import json

import pytest


@pytest.fixture
def meeting(servanda, ledger):
    """The id of the meeting in the ledger."""
    return json.loads(servanda("timeline", "--ledger", ledger, "--json").stdout)[0]["id"]


def test_the_quotation_stands_in_its_surroundings(servanda, ledger, meeting):
    shown = servanda("explain", meeting, "--around", "20", "--ledger", ledger).stdout
    assert "[0:33] Minister Ana Reis of Portugal met Minister Bo Lind of…" in shown


def test_each_property_is_shown_with_its_reason(servanda, ledger, meeting):
    lines = servanda("explain", meeting, "--ledger", ledger).stdout.splitlines()
    assert "date\t2021-05-04\tthe text says 4 May 2021" in lines
    assert "participants\tAna Reis; Bo Lind\tin the words" in lines
    assert "rule\tby hand" in lines
    assert "extractor\thand/1" in lines


def test_a_relation_is_told_in_words(servanda, ledger):
    (signed,) = json.loads(servanda("instruments", "--ledger", ledger, "--json").stdout)
    lines = servanda("explain", signed["id"], "--ledger", ledger).stdout.splitlines()
    assert "relations\tamends memorandum of 2010\tin the words" in lines


def test_the_beginning_of_an_id_is_enough(servanda, ledger, meeting):
    short = servanda("explain", meeting.removeprefix("entry-")[:8], "--ledger", ledger, "--json")
    found = json.loads(short.stdout)
    assert found["entry"]["id"] == meeting
    assert found["fact"]["id"] == found["entry"]["facts"][0]["id"]


def test_the_story_of_the_entry_follows(servanda, fiji):
    listed = json.loads(servanda("instruments", "--text", "Forces", "--ledger", fiji, "--json").stdout)
    (signed,) = listed
    lines = servanda("explain", signed["id"], "--ledger", fiji).stdout.splitlines()
    assert any(line.startswith(f"Entry {signed['id']}: ") for line in lines)
    assert any(line.startswith("signed: ") for line in lines)
    assert "Told by 4 facts, 4 independent sources" in lines
    assert "Held together by" in lines
    assert "Sources differ: instrument.date" in lines
    assert [line.split("\t")[0] for line in lines[-3:]] == ["2023-06-14", "2023-06-13", "2023-06-14"]


def test_what_became_of_a_promise_is_told_with_both_quotations(servanda, fiji):
    (pledge,) = json.loads(servanda("commitments", "--ledger", fiji, "--json").stdout)
    lines = servanda("explain", pledge["id"], "--ledger", fiji).stdout.splitlines()
    assert any(line.startswith("kept (compliance +1): ") for line in lines)
    start = next(n for n, line in enumerate(lines) if line.startswith("kept (0."))
    earlier, later = (line.split("\t") for line in lines[start + 1 : start + 3])
    assert earlier[:3] == [
        "2022-04-01",
        "New Zealand will train Fijian peacekeepers by the end of 2023.",
        "beehive-back",
    ]
    assert later[:3] == [
        "2023-09-04",
        "New Zealand instructors trained Fijian peacekeepers in Nadi in August 2023.",
        "rfmf-course",
    ]
    assert "Told by" not in "\n".join(lines)


def test_the_story_as_json_has_links_and_answers(servanda, fiji):
    (signed,) = json.loads(servanda("instruments", "--text", "Duavata", "--ledger", fiji, "--json").stdout)
    fact = signed["facts"][-1]["id"]
    found = json.loads(servanda("explain", fact, "--ledger", fiji, "--json").stdout)
    assert found["fact"]["id"] == fact
    story = found["entry"]
    assert story["id"] == signed["id"]
    assert {link["by"] for link in story["links"]} == {None}
    assert all(link["rule"] and link["reason"] and link["score"] for link in story["links"])
    (answer,) = story["answers"]
    assert (answer["status"], answer["earlier"]["document"]) == ("kept", "beehive-trip")
    assert story["ties"] == []


def test_a_person_or_an_old_fact_has_no_story(servanda, fiji):
    from servanda.ledger import Ledger
    from servanda.query.facts import facts
    from servanda.query.filters import Filters

    with Ledger.open(fiji) as ledger:
        person = facts(ledger, Filters(kinds=("person",)))[0].id
    found = json.loads(servanda("explain", person, "--ledger", fiji, "--json").stdout)
    assert (found["fact"]["id"], found["entry"]) == (person, None)
    assert "Entry" not in servanda("explain", person, "--ledger", fiji).stdout


def test_an_id_that_no_fact_has_is_an_error(servanda, ledger):
    result = servanda("explain", "fact-00000000000000000000", "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no fact has this id" in result.stderr
