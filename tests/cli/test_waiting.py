"""`due` and `conflicts`: what is to come, and where sources disagree."""

import json

import pytest


@pytest.fixture
def listed(servanda, fiji):
    def run(*args):
        result = servanda(*args, "--ledger", fiji, "--json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    return run


def test_what_is_due_stands_in_the_order_of_its_days(listed):
    found = listed("due", "--as-of", "2022-03-27")
    assert [(d["kind"], d["due"], d["due_by"], d["overdue"]) for d in found] == [
        ("engagement", "2022-03-28/2022-03-31", "2022-03-31", False)
    ]
    (pledge,) = listed("due", "--as-of", "2022-04-02")
    assert (pledge["content"], pledge["due"], pledge["due_by"]) == (
        "train Fijian peacekeepers", "2023", "2023-12-31",
    )  # fmt: skip
    assert pledge["standing"] == "open"


def test_until_gives_the_last_day_that_counts(listed):
    assert listed("due", "--as-of", "2022-04-02", "--until", "2023-12-30") == []
    assert len(listed("due", "--as-of", "2022-04-02", "--until", "2023")) == 1


def test_what_was_kept_or_held_is_not_due(listed):
    assert [d["kind"] for d in listed("due", "--as-of", "2024-04-02")] == ["engagement"]
    assert listed("due", "--as-of", "2024-06-01") == []


def test_due_is_filtered_like_any_list(listed):
    assert len(listed("due", "--as-of", "2022-04-02", "--party", "Fiji")) == 1
    assert listed("due", "--as-of", "2022-04-02", "--party", "VN") == []
    assert listed("due", "--as-of", "2022-04-02", "--field", "health") == []


def test_who_promised_is_told_beside_the_day_by_which_it_is_due(servanda, tmp_path, story):
    from servanda.ledger import Ledger
    from servanda.model.facts import Commitment

    pledge = {
        "act": "pledge",
        "content": "send nurses",
        "speaker": ("NZ",),
        "due": "2023",
        "by": "Winston Peters",
    }
    made = (
        story("pledge", "2022-01-02")
        .tell("New Zealand will send nurses in 2023.", (Commitment, pledge))
        .made()
    )
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        ledger.begin_read("rules 1").add(*made)
    (line,) = json.loads(servanda("due", "--as-of", "2022-02", "--ledger", "l.db", "--json").stdout)
    assert (line["by"], line["due_by"]) == ("Winston Peters", "2023-12-31")

    rows = servanda("due", "--as-of", "2025-02", "--ledger", "l.db").stdout.splitlines()
    assert rows[0] == "due\twho\twhat\tstatus\tid"
    assert rows[1].split("\t")[:4] == [
        "2023",
        "NZ",
        "pledge: Winston Peters: send nurses (due 2023)",
        "overdue",
    ]
    (line,) = json.loads(servanda("due", "--as-of", "2025-02", "--ledger", "l.db", "--json").stdout)
    assert (line["standing"], line["overdue"], line["score"]) == ("overdue", True, None)


def test_conflicts_show_all_quotations_and_hold_none_to_be_right(servanda, fiji):
    lines = servanda("conflicts", "--ledger", fiji).stdout.splitlines()
    (heading,) = [line for line in lines if line.startswith("instrument.date: ")]
    assert heading.endswith("2023-06-14 (2 sources), 2023-06-13 (1 source)")
    assert [tuple(line.split("\t")) for line in lines if "\t" in line] == [
        ("2023-06-14", "They signed a Status of Forces Agreement.", "beehive-forces, 2023-06-14"),
        ("2023-06-13", "A Status of Forces Agreement was signed on 13 June.", "fbc-forces, 2023-06-15"),
        (
            "2023-06-14",
            "Fiji and New Zealand have signed a Status of Forces Agreement.",
            "rnz-forces, 2023-06-15",
        ),
    ]


def test_conflicts_as_json_name_fact_publisher_and_quotation(listed):
    (conflict,) = listed("conflicts")
    assert conflict["property"] == "instrument.date"
    assert {(h["value"], h["sources"]) for h in conflict["hypotheses"]} == {
        ("2023-06-14", 2),
        ("2023-06-13", 1),
    }
    slip = conflict["values"][1]
    assert (slip["document"], slip["publisher"], slip["published"]) == (
        "fbc-forces",
        "FBC News",
        "2023-06-15",
    )
    assert slip["quotation"]["text"] == "A Status of Forces Agreement was signed on 13 June."
    assert slip["fact"].startswith("fact-")


def test_conflicts_are_filtered_and_known_on_a_day(servanda, listed, fiji):
    assert listed("conflicts", "--document", "fbc-forces")
    assert listed("conflicts", "--party", "VN") == []
    assert listed("conflicts", "--as-of", "2023-06-14") == []
    assert servanda("conflicts", "--as-of", "2023-06-14", "--ledger", fiji).stdout.splitlines() == [
        "No conflicts between independent sources."
    ]


@pytest.mark.parametrize("option", ["--as-of", "--until", "--since"])
def test_a_date_that_is_none_is_wrong_usage(servanda, fiji, option):
    result = servanda("due", option, "soon", "--ledger", fiji)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "soon: is no date that can be compared" in result.stderr
