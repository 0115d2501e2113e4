"""The commands that list facts, people and documents, and search; their filters; their JSON."""

import json

import pytest


@pytest.fixture
def listed(servanda, ledger):
    """Runs a list command on the ledger; gives what its `--json` prints."""

    def run(*args):
        result = servanda(*args, "--ledger", ledger, "--json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    return run


def test_the_timeline_holds_what_has_a_date_in_its_order(listed):
    assert [f["date"] for f in listed("timeline")] == ["2021-05-04", "2021-05-04", "2022-06"]


@pytest.mark.parametrize(
    ("options", "dates"),
    [
        (["--since", "2022"], ["2022-06"]),
        (["--until", "2021-05"], ["2021-05-04", "2021-05-04"]),
        (["--kind", "instrument"], ["2021-05-04"]),
        (["--kind", "instrument", "--kind", "engagement"], ["2021-05-04", "2021-05-04", "2022-06"]),
        (["--status", "planned"], ["2022-06"]),
        (["--party", "PT", "--party", "Sweden"], ["2021-05-04", "2021-05-04", "2022-06"]),
        (["--party", "NO"], []),
        (["--person", "reis"], ["2021-05-04"]),
        (["--field", "maritime-security"], ["2021-05-04"]),
        (["--document", "stance"], []),
        (["--text", "rescue"], ["2021-05-04"]),
        (["--min-confidence", "0.6"], []),
    ],
)
def test_filters_narrow_the_timeline(listed, options, dates):
    assert [f["date"] for f in listed("timeline", *options)] == dates


def test_commitments_can_be_had_by_act(listed):
    assert [c["content"] for c in listed("commitments")] == ["train Swedish divers", "host a seminar"]
    assert [c["content"] for c in listed("commitments", "--act", "offer")] == ["host a seminar"]


def test_instruments_can_be_had_by_their_action(listed):
    assert [i["title"] for i in listed("instruments", "--status", "signed")] == ["agreement on rescue at sea"]
    assert listed("instruments", "--status", "terminated") == []


def test_people_come_with_party_and_posts(servanda, ledger):
    lines = servanda("people", "--party", "SE", "--ledger", ledger).stdout.splitlines()
    assert lines == ["name\tparty\trank and post\tdocuments", "Bo Lind\tSE\tMinister\t1"]


def test_documents_can_be_had_by_what_they_hold(listed):
    assert [d["name"] for d in listed("documents")] == ["talks", "stance"]
    assert [d["name"] for d in listed("documents", "--party", "NO")] == ["stance"]


def test_search_finds_documents_and_facts(listed):
    found = listed("search", "divers")
    assert [hit["document"]["name"] for hit in found["documents"]] == ["talks"]
    assert [fact["content"] for fact in found["facts"]] == ["train Swedish divers"]


def test_search_shows_the_words_in_their_surroundings(servanda, ledger):
    result = servanda("search", "seminar", "--ledger", ledger)
    assert "offered to host a seminar. Minister Lind" in result.stdout


def test_an_empty_list_is_an_empty_json_list_and_an_empty_table(servanda, ledger):
    assert json.loads(servanda("timeline", "--party", "NO", "--ledger", ledger, "--json").stdout) == []
    table = servanda("timeline", "--party", "NO", "--ledger", ledger)
    assert table.stdout == "date\twho\twhat\tsource\tid\n"


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["timeline", "--kind", "rumour"], "is no kind of fact; kinds are engagement, instrument"),
        (["timeline", "--since", "May"], "is no date"),
        (["timeline", "--status", "done"], "is not one of"),
        (["commitments", "--act", "swear"], "is not one of"),
        (["timeline", "--min-confidence", "2"], "Invalid value for '--min-confidence'"),
        (["search", "..."], "search"),
        (["timelin"], "Did you mean 'timeline'?"),
    ],
)
def test_wrong_usage_is_told_with_what_would_be_right(servanda, ledger, options, problem):
    result = servanda(*options, *(["--ledger", ledger] if options != ["timelin"] else []))
    assert (result.exit_code, result.stdout) == (2, "")
    assert problem in " ".join(result.stderr.replace("│", " ").split())
