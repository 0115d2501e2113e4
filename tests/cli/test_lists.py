"""The commands that list facts, people and documents, and search; their filters; their JSON."""

import json
import re

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
        (["--status", "planned"], []),
        (["--status", "no report"], ["2022-06"]),
        (["--status", "planned", "--as-of", "2022-01-01"], ["2022-06"]),
        (["--status", "held"], ["2021-05-04"]),
        (["--as-of", "2021-05-04"], []),
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


def test_an_entry_has_what_its_facts_say_where_it_stands_and_the_facts(listed):
    (signed,) = listed("instruments")
    assert (signed["kind"], signed["title"], signed["action"]) == (
        "instrument",
        "agreement on rescue at sea",
        "signed",
    )
    assert (signed["standing"], signed["score"], signed["sources"]) == ("signed", None, 1)
    assert signed["standing_reason"]
    assert (signed["conflicts"], signed["answers"]) == ([], [])
    (fact,) = signed["facts"]
    assert fact["document_title"] == "Talks in Lisbon"
    assert fact["evidence"][0]["text"] == "They signed an agreement"
    assert fact["id"].removeprefix("fact-") == signed["id"].removeprefix("entry-")
    assert not {"document", "evidence", "extractor"} & signed.keys()


def test_commitments_can_be_had_by_act(listed):
    assert [c["content"] for c in listed("commitments")] == ["train Swedish divers", "host a seminar"]
    assert [c["content"] for c in listed("commitments", "--act", "offer")] == ["host a seminar"]


def test_commitments_can_be_had_by_where_they_stand_on_a_day(listed):
    def standing(*options):
        return [c["content"] for c in listed("commitments", *options)]

    assert standing("--status", "open", "--as-of", "2021-06") == ["train Swedish divers", "host a seminar"]
    assert standing("--status", "lapsed", "--as-of", "2021-06") == standing("--status", "kept") == []
    assert standing("--as-of", "2021-05-04") == []


def test_instruments_can_be_had_by_their_action(listed):
    assert [i["title"] for i in listed("instruments", "--status", "signed")] == ["agreement on rescue at sea"]
    assert listed("instruments", "--status", "terminated") == []


def test_people_come_with_party_and_posts_and_when_they_are_attested(servanda, ledger):
    header, lind = servanda("people", "--party", "SE", "--ledger", ledger).stdout.splitlines()
    assert header == "name\tparty\trank and post\tdocuments\talso\tid"
    *cells, short = lind.split("\t")
    assert cells == ["Bo Lind", "SE", "Minister (attested 2021-05-05)", "1", ""]
    assert re.fullmatch("[0-9a-f]{8}", short)


def test_a_person_stands_once_over_all_documents(servanda, fiji):
    lines = servanda("people", "--party", "Fiji", "--ledger", fiji).stdout.splitlines()[1:]
    assert [line.split("\t")[:5] for line in lines] == [
        ["Frank Bainimarama", "FJ", "Prime Minister (attested 2022-03-29 to 2022-03-30)", "3", "Bainimarama"],
        [
            "Pio Tikoduadua",
            "FJ",
            "Minister for Home Affairs and Immigration (attested 2023-06-12 to 2023-06-14); "
            "Minister for Home Affairs (attested 2023-06-15)",
            "3",
            "Tikoduadua",
        ],
    ]


def test_organisations_come_with_their_people_and_of_a_party_its_own(servanda, fiji):
    header, *lines = servanda("organisations", "--party", "Fiji", "--ledger", fiji).stdout.splitlines()
    assert header == "name\tparty\tpeople\tentries\talso\tid"
    home = next(line.split("\t") for line in lines if line.startswith("Home Affairs (portfolio)"))
    assert home[1:3] == ["FJ", "Pio Tikoduadua"]
    found = json.loads(servanda("organisations", "--ledger", fiji, "--json").stdout)
    assert {each["party"] for each in found} == {"FJ", "NZ"}


def test_people_as_json_have_the_ids_by_which_they_are_judged(servanda, fiji):
    found = json.loads(servanda("people", "--person", "Tikoduadua", "--ledger", fiji, "--json").stdout)
    (both,) = found
    assert both["id"].startswith("person-")
    assert [(form["name"], form["party"]) for form in both["forms"]] == [
        ("Pio Tikoduadua", "FJ"),
        ("Tikoduadua", "FJ"),
    ]
    assert [form["id"].partition("-")[0] for form in both["forms"]] == ["form", "form"]
    assert [d["name"] for d in both["documents"]] == ["home-affairs-plan", "beehive-forces", "fbc-forces"]
    assert both["spellings"] == ["Tikoduadua"]
    assert both["posts"][0] == {
        "rank": None,
        "post": "Minister for Home Affairs and Immigration",
        "first": "2023-06-12",
        "last": "2023-06-14",
        "documents": ["home-affairs-plan", "beehive-forces"],
    }


def test_people_are_filtered_by_the_publication_of_what_names_them(servanda, fiji):
    def named(*options):
        return [
            p["name"] for p in json.loads(servanda("people", *options, "--ledger", fiji, "--json").stdout)
        ]

    assert named("--until", "2022") == ["Frank Bainimarama", "Nanaia Mahuta"]
    assert named("--since", "2023-06-15") == ["Pio Tikoduadua", "Andrew Little"]
    assert named("--field", "peacekeeping") == []
    assert named("--as-of", "2022-03-28") == ["Nanaia Mahuta"]


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
    assert table.stdout == "date\twho\twhat\tstatus\tsources\tid\n"


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["timeline", "--kind", "rumour"], "is no kind of fact; kinds are engagement, instrument"),
        (["timeline", "--since", "May"], "is no date"),
        (["timeline", "--status", "done"], "done: is no status; they are open, due, overdue, kept"),
        (["timeline", "--as-of", "soon"], "soon: is no date that can be compared"),
        (["commitments", "--as-of", "XXXX-05-04"], "is no date that can be compared"),
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
