"""`judge`: a person decides what is one thing; the program says what was recorded, and refuses the rest."""

import json

import pytest

from servanda.ledger import Ledger, linking


class Bench:
    """The program with a ledger of the twelve reports, as somebody uses it who judges."""

    def __init__(self, servanda, ledger):
        self._servanda, self.ledger = servanda, ledger

    def run(self, *args):
        return self._servanda(*args, "--ledger", self.ledger)

    def done(self, *args):
        """The lines of a command that has to succeed."""
        result = self.run(*args)
        assert result.exit_code == 0, result.stderr
        return result.stdout.splitlines()

    def json(self, *args):
        return json.loads("\n".join(self.done(*args, "--json")))

    def entries(self, kind="engagement"):
        """The documents that tell of each entry, by its id."""
        found = self.json("show", "FJ", "NZ")[f"{kind}s"]
        return {entry["id"]: [fact["document"] for fact in entry["facts"]] for entry in found}

    def of(self, document, kind="engagement", nth=0):
        """The id of the entry of which the document tells."""
        return [id_ for id_, documents in self.entries(kind).items() if document in documents][nth]

    def fact(self, document, kind="engagement"):
        (found,) = [
            fact["id"]
            for entry in self.json("show", "FJ", "NZ")[f"{kind}s"]
            for fact in entry["facts"]
            if fact["document"] == document
        ]
        return found

    def person(self, name):
        (found,) = [p for p in self.json("people") if p["name"] == name]
        return found


@pytest.fixture
def bench(servanda, fiji):
    return Bench(servanda, fiji)


def test_two_entries_are_made_one_and_the_line_says_so(bench):
    talks, dialogue = bench.of("beehive-forces"), bench.of("dialogue-third")
    (line,) = bench.done("judge", "same", talks, dialogue, "--by", "Lan", "--why", "one delegation")
    assert line.startswith("1: same, fact-")
    assert line.endswith(", by Lan")
    assert ["dialogue-plan", "dialogue-third"] not in bench.entries().values()
    story = bench.json("explain", bench.of("dialogue-third"))["entry"]
    assert {(link["by"], link["reason"]) for link in story["links"] if link["by"]} == {
        ("Lan", "one delegation")
    }


def test_two_people_are_made_one_by_their_short_ids(bench):
    ids = [
        bench.person(name)["id"].removeprefix("person-")[:8] for name in ("Andrew Little", "Nanaia Mahuta")
    ]
    bench.done("judge", "same", *ids)
    assert len(bench.json("people")) == 3


def test_what_the_rules_would_tear_off_stays_with_what_it_was_named_with(bench):
    """The rules hold Tikoduadua, the short form, and Andrew Little to be two: they are not asked."""
    ids = [bench.person(name)["id"] for name in ("Pio Tikoduadua", "Andrew Little")]
    lines = bench.done("judge", "same", *ids, "--by", "Lan")
    assert all(": same, form-" in line and line.endswith("by Lan") for line in lines)
    names = [{form["name"] for form in p["forms"]} for p in bench.json("people")]
    assert {"Pio Tikoduadua", "Tikoduadua", "Andrew Little"} in names


def test_one_entry_is_made_two_and_stays_so(bench):
    talks = bench.of("fbc-forces")
    documents = bench.entries()[talks]
    lines = bench.done("judge", "split", talks, bench.fact("fbc-forces"), "--by", "Lan")
    assert len(lines) == len(documents) - 1 == 2
    assert all(": not-same, " in line for line in lines)
    assert ["fbc-forces"] in bench.entries().values()
    assert ["home-affairs-plan", "beehive-forces"] in bench.entries().values()


def test_a_form_of_a_name_is_split_from_a_person(bench):
    person = bench.person("Pio Tikoduadua")
    (short,) = [form["id"] for form in person["forms"] if form["name"] == "Tikoduadua"]
    bench.done("judge", "split", person["id"], short)
    assert {"Pio Tikoduadua", "Tikoduadua"} <= {p["name"] for p in bench.json("people")}


def test_two_entries_are_kept_two_whatever_the_rules_will_say(bench, story, monkeypatch):
    talks, dialogue = bench.of("beehive-forces"), bench.of("dialogue-third")
    bench.done("judge", "not-same", talks, dialogue)
    assert len(bench.entries()) == 4
    assert "not-same" in bench.done("judge", "list")[1]


def test_what_is_undone_is_as_it_was(bench):
    before = bench.entries()
    bench.done("judge", "split", bench.of("fbc-forces"), bench.fact("fbc-forces"))
    assert bench.entries() != before
    lines = bench.done("judge", "undo", "1", "2", "--by", "Nam", "--why", "a slip")
    assert [line.split(",")[0] for line in lines] == ["3: undone 1", "4: undone 2"]
    assert bench.entries() == before
    bench.done("judge", "undo", "3", "4")
    assert ["fbc-forces"] in bench.entries().values()


def test_all_judgements_are_listed_with_whether_they_stand(bench):
    bench.done(
        "judge",
        "same",
        bench.of("beehive-forces"),
        bench.of("dialogue-third"),
        "--by",
        "Lan",
        "--why",
        "a\nb",
    )
    bench.done("judge", "undo", "1", "--by", "Nam")
    rows = [line.split("\t") for line in bench.done("judge", "list")]
    assert rows[0] == ["number", "judgement", "of", "by", "made", "stands", "why"]
    assert [(r[0], r[1], r[3], r[5], r[6]) for r in rows[1:]] == [
        ("1", "same", "Lan", "no", "a b"), ("2", "undo 1", "Nam", "", ""),
    ]  # fmt: skip
    assert [(j["number"], j["ruling"], j["undoes"]) for j in bench.json("judge", "list")] == [
        (1, "same", None), (2, "same", 1),
    ]  # fmt: skip


def test_who_judges_is_the_account_unless_said(bench, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "thuy")
    (line,) = bench.done("judge", "same", bench.of("beehive-forces"), bench.of("dialogue-third"))
    assert line.endswith(", by thuy")


def test_an_account_without_a_name_has_to_give_one(bench, monkeypatch):
    def nobody():
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr("getpass.getuser", nobody)
    result = bench.run("judge", "same", bench.of("beehive-forces"), bench.of("dialogue-third"))
    assert result.exit_code == 2
    assert "say who judges: --by NAME" in result.stderr
    assert bench.json("judge", "list") == []


def refused(bench, *args):
    """The one line on standard error; nothing may have been recorded."""
    before = bench.json("judge", "list")
    result = bench.run("judge", *args)
    assert result.stdout == ""
    assert bench.json("judge", "list") == before
    (line,) = result.stderr.splitlines()
    return result.exit_code, line


def test_ids_that_are_wrong_are_named(bench):
    talks = bench.of("fbc-forces")
    assert refused(bench, "same", talks, "nonsense") == (
        1, "error: nonsense: is no id; find ids with --json, for example: servanda show FR VN --json",
    )  # fmt: skip
    code, line = refused(bench, "not-same", "entry-00000000000000000000", talks)
    assert (code, "entry-00000000000000000000: nothing here has this id" in line) == (1, True)


def test_the_beginning_of_several_ids_is_refused(bench):
    ids = [*bench.entries(), *bench.entries("instrument")]
    facts = [f["id"][5] for e in bench.json("timeline") for f in e["facts"]]
    first = next(d for d in facts if facts.count(d) > 1)
    code, line = refused(bench, "same", ids[0], first)
    assert (code, f"error: {first}: can be entry-" in line, "give more of the id" in line) == (1, True, True)


def test_two_kinds_are_no_one_thing(bench):
    meeting, text = bench.of("fbc-forces"), bench.of("fbc-forces", "instrument")
    code, line = refused(bench, "same", meeting, text)
    assert (code, "are of two kinds, engagement and instrument; name two of one kind" in line) == (2, True)
    _, line = refused(bench, "not-same", bench.person("Andrew Little")["id"], text)
    assert "are of two kinds, person and instrument" in line


def test_what_is_one_already_is_not_judged_again(bench):
    talks, fact = bench.of("fbc-forces"), bench.fact("home-affairs-plan")
    code, line = refused(bench, "same", talks, fact)
    assert (code, "are one already; nothing is to do" in line) == (2, True)
    code, line = refused(bench, "not-same", talks, talks)
    assert (code, "are one already; to part a fact from it, split it" in line) == (2, True)


def test_what_was_split_is_joined_again_by_undoing_it(bench):
    bench.done("judge", "split", bench.of("fbc-forces"), bench.fact("fbc-forces"))
    code, line = refused(bench, "same", bench.of("fbc-forces"), bench.of("home-affairs-plan"))
    assert code == 2
    assert "were judged to be two (" in line
    assert "take that back first: servanda judge undo " in line
    bench.done("judge", "undo", *line.rpartition(" undo ")[2].split())
    bench.done("judge", "same", bench.of("fbc-forces"), bench.of("home-affairs-plan"))
    assert bench.of("fbc-forces") == bench.of("home-affairs-plan")


def test_a_ruling_on_two_facts_is_replaced_by_the_next_on_the_same_two(bench):
    one, other = bench.fact("dialogue-plan"), bench.fact("dialogue-third")
    bench.done("judge", "split", bench.of("dialogue-plan"), other)
    assert ["dialogue-plan"] in bench.entries().values()
    bench.done("judge", "same", one, other)
    assert ["dialogue-plan", "dialogue-third"] in bench.entries().values()


@pytest.mark.parametrize("off", ["fact-00000000000000000000", "rumour", ""])
def test_what_is_no_part_cannot_be_split_off(bench, off):
    code, line = refused(bench, "split", bench.of("fbc-forces"), off)
    assert (code, "is not one of the 3 facts of" in line) == (2, True)


def test_a_fact_that_stands_alone_cannot_be_split_off(bench):
    pledge = bench.of("beehive-back", "commitment")
    code, line = refused(bench, "split", pledge, pledge)
    assert (code, "stands alone already" in line) == (2, True)


def test_what_was_never_judged_cannot_be_undone_and_what_was_before_it_is_told(bench):
    bench.done("judge", "same", bench.of("beehive-forces"), bench.of("dialogue-third"))
    result = bench.run("judge", "undo", "1", "7")
    assert result.exit_code == 1
    assert result.stdout.startswith("2: undone 1, ")
    assert "7: no judgement has this number; see: servanda judge list" in result.stderr
    assert refused(bench, "undo", "1")[1].endswith("1: has been undone; see: servanda judge list")
    assert bench.run("judge", "undo", "first").exit_code == 2


def test_judgements_last_through_reading_more_and_linking_anew(bench, story, monkeypatch):
    from servanda.ledger import resolving
    from servanda.model.facts import Engagement
    from servanda.resolve import rules

    bench.done("judge", "split", bench.of("fbc-forces"), bench.fact("fbc-forces"))
    bench.done("judge", "same", bench.of("beehive-trip"), bench.of("dialogue-third"))
    before = bench.entries()
    more = {"type": "call", "status": "held", "parties": ("FJ", "NZ"), "date": "2024-07-01"}
    with Ledger.open(bench.ledger) as ledger:
        ledger.begin_read("rules 1").add(
            *story("call", "2024-07-02").tell("They spoke on the telephone.", (Engagement, more)).made()
        )
    assert {id_: d for id_, d in bench.entries().items() if d != ["call"]} == before
    for module in (linking, resolving, rules):
        monkeypatch.setattr(module, "VERSION", "next")
    assert {id_: d for id_, d in bench.entries().items() if d != ["call"]} == before


@pytest.fixture
def doubtful(bench, story):
    """One more report of a meeting in Wellington, which does not say who met."""
    from servanda.model.facts import Engagement

    meeting = {"type": "meeting", "status": "held", "parties": ("FJ", "NZ"), "date": "2023-06-14"}
    with Ledger.open(bench.ledger) as ledger:
        ledger.begin_read("rules 1").add(
            *story("islands", "2023-06-16", "Islands Business")
            .tell("Talks were held.", (Engagement, meeting))
            .made()
        )
    return bench


def test_doubts_are_listed_until_they_are_judged_by_the_ids_that_are_shown(doubtful):
    header, row = (line.split("\t") for line in doubtful.done("judge", "doubts"))
    assert header == ["score", "ids", "of", "reason"]
    assert 0.45 <= float(row[0]) < 0.6
    assert "?=" in row[2]
    (found,) = doubtful.json("judge", "doubts")
    assert row[1].split() == [found[end].removeprefix("fact-")[:8] for end in ("a", "b")]

    doubtful.done("judge", "not-same", *row[1].split())
    assert doubtful.json("judge", "doubts") == []
    assert doubtful.done("judge", "doubts") == ["score\tids\tof\treason"]
    doubtful.done("judge", "undo", "1")
    assert len(doubtful.json("judge", "doubts")) == 1


def test_a_doubt_that_is_judged_to_be_one_joins_the_entry(doubtful):
    (found,) = doubtful.json("judge", "doubts")
    doubtful.done("judge", "same", found["a"], found["b"])
    assert "islands" in doubtful.entries()[doubtful.of("beehive-forces")]
    assert "home-affairs-plan" in doubtful.entries()[doubtful.of("islands")]
    assert doubtful.json("judge", "doubts") == []


def test_judge_alone_shows_what_it_can_do(servanda):
    result = servanda("judge")
    assert "not-same" in result.stdout + result.stderr
