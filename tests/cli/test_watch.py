"""`watch`: what a read brought. `reads`: the log of reads."""

import json
from datetime import date
from hashlib import sha256

import pytest

from servanda.ledger import Ledger
from servanda.model.document import Document, Span
from servanda.model.facts import Engagement, Instrument

HELD = "The third round of talks between Portugal and Sweden took place in Lisbon on 14 June 2022"
HOSTILE = "Norway and Chile met\x1b[31m in [bold]Oslo[/bold] on 3 May 2022"
SIGNED = "Portugal and Sweden signed an agreement on rescue at sea on 5 May 2021"


def fact(kind, document, quote, **properties):
    at = document.text.index(quote)
    evidence = (Span.of(document.text, at, at + len(quote)),)
    return kind(document=document.name, source=document.id, evidence=evidence, **properties)


def document(name, text, **known):
    return Document(
        name=name, origin=name, text=text, sha256=sha256(text.encode()).hexdigest(), publisher=name, **known
    )


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("servanda.cli.watch.today", lambda: date(2022, 7, 1))


@pytest.fixture
def read_more(ledger):
    """A second read: the talks that were planned were held, and a signing is dated otherwise."""
    news = document(
        "news", f"{HELD}. {SIGNED}. {HOSTILE}.", published="2022-06-15", title="\x1b]0;x\x07Talks"
    )
    both = {"parties": ("PT", "SE")}
    talks = fact(
        Engagement,
        news,
        HELD,
        type="dialogue",
        status="held",
        series="round of talks",
        ordinal=3,
        date="2022-06-14",
        place="Lisbon",
        **both,
    )
    title = "agreement on rescue at sea"
    signed = {"type": "agreement", "action": "signed", "title": title, "date": "2021-05-05", **both}
    met = {"type": "meeting", "status": "held", "parties": ("CL", "NO"), "date": "2022-05-03"}
    facts = [talks, fact(Instrument, news, SIGNED, **signed), fact(Engagement, news, HOSTILE, **met)]
    with Ledger.open(ledger) as book:
        run = book.begin_read("hand/2")
        run.add(news, news.text.encode(), facts)
        run.skip("scan.pdf", "has no text", "run OCR first")
        run.finish()


def sections(result):
    """The rows of each section, by its title."""
    found, title = {}, ""
    for line in result.stdout.splitlines():
        if "\t" in line:
            found[title].append(line.split("\t"))
        elif line:
            title = line
            found[title] = []
    return found


def test_nothing_new_is_said_in_a_sentence(servanda, ledger):
    result = servanda("watch", "--ledger", ledger, "--since", "1")
    assert result.exit_code == 0
    assert result.stdout.startswith("Nothing has changed since read 1 (20")


def test_the_first_read_is_compared_with_the_beginning(servanda, ledger):
    result = servanda("watch", "--ledger", ledger)
    first, *_ = result.stdout.splitlines()
    assert first == "Since the beginning: 2 documents, 7 new entries"


@pytest.mark.usefixtures("read_more")
def test_what_the_last_read_brought_is_shown_in_sections(servanda, ledger):
    result = servanda("watch", "--ledger", ledger)
    assert result.exit_code == 0
    found = sections(result)
    head, *titles = found
    assert head.startswith("Since read 1 (20")
    assert head.endswith("1 document, 1 new entry, 2 entries told again, 1 change of status, 1 conflict")
    assert titles == ["Documents", "New", "Told by further documents", "Statuses", "Conflicts"]
    assert found["Documents"][1] == ["new", "]0;x Talks, 2022-06-15", "news"]
    (row,) = found["Statuses"][1:]
    assert row[:2] == ["no report → held", "PT SE"]
    assert "news" in row[3]
    (row,) = found["Conflicts"][1:]
    assert row[0] == "date"
    assert row[3] == "2021-05-04 (Talks in Lisbon, 2021-05-05) | 2021-05-05 (]0;x Talks, 2022-06-15)"


@pytest.mark.usefixtures("read_more")
def test_what_documents_say_does_not_reach_the_terminal_as_control_characters(servanda, ledger):
    assert "\x1b" not in servanda("watch", "--ledger", ledger).stdout
    assert "\x1b" not in servanda("watch", "--ledger", ledger, "--json").stdout


@pytest.mark.usefixtures("read_more")
def test_a_relationship_can_be_watched_alone(servanda, ledger):
    found = sections(servanda("watch", "--party", "Norway", "--ledger", ledger))
    assert [row[0] for row in found["New"][1:]] == ["2022-05-03"]
    assert "Statuses" not in found


@pytest.mark.usefixtures("read_more")
def test_json_tells_the_same_with_quotations_and_ids(servanda, ledger):
    found = json.loads(servanda("watch", "--ledger", ledger, "--json").stdout)
    assert found["since"] == 1
    assert [change["document"]["name"] for change in found["documents"]] == ["news"]
    assert sorted(change["change"] for change in found["entries"]) == ["new", "told again", "told again"]
    quotations = {f["evidence"][0]["text"] for change in found["entries"] for f in change["facts"]}
    assert quotations == {HELD, SIGNED, HOSTILE}
    (status,) = found["statuses"]
    assert (status["before"]["standing"], status["now"]["standing"]) == ("no report", "held")
    assert status["id"].startswith("entry-")
    (conflict,) = found["conflicts"]
    assert conflict["property"] == "date"
    assert {v["value"]: v["document"] for v in conflict["values"]} == {
        "2021-05-04": "talks",
        "2021-05-05": "news",
    }
    assert found["withdrawn"] == []


def test_what_a_correction_takes_back_is_listed(servanda, ledger):
    stance = document("stance", "Nothing.", title="A stance")
    stance = Document(
        **{name: getattr(stance, name) for name in stance.__struct_fields__} | {"origin": "stance.txt"}
    )
    with Ledger.open(ledger) as book:
        run = book.begin_read("hand/1")
        run.add(stance, b"Nothing.", [])
        run.finish()
    found = sections(servanda("watch", "--ledger", ledger))
    (title,) = (title for title in found if title.startswith("Withdrawn"))
    (row,) = found[title][1:]
    assert row[1] == "NO"
    withdrawn = json.loads(servanda("watch", "--ledger", ledger, "--json").stdout)["withdrawn"]
    assert [line["kind"] for line in withdrawn] == ["position"]


@pytest.mark.parametrize("since", ["7", "2024", "yesterday"])
def test_what_is_neither_read_nor_date_is_wrong_usage(servanda, ledger, since):
    result = servanda("watch", "--ledger", ledger, "--since", since)
    assert result.exit_code == 2
    assert f"error: {since}: " in result.stderr


def test_an_unknown_party_is_wrong_usage(servanda, ledger):
    result = servanda("watch", "--ledger", ledger, "--party", "Atlantis")
    assert result.exit_code == 2
    assert "Atlantis" in result.stderr


@pytest.mark.usefixtures("read_more")
def test_reads_are_listed_with_their_numbers_and_counts(servanda, ledger):
    header, *rows = (line.split("\t") for line in servanda("reads", "--ledger", ledger).stdout.splitlines())
    first, second = (dict(zip(header, row, strict=True)) for row in rows)
    assert (first["read"], first["new"], first["facts"], first["extractor"]) == ("1", "2", "9", "hand/1")
    assert (second["read"], second["new"], second["skipped"]) == ("2", "1", "1")
    lines = json.loads(servanda("reads", "--ledger", ledger, "--json").stdout)
    assert lines[1]["left_out"] == [{"origin": "scan.pdf", "reason": "has no text", "mend": "run OCR first"}]


def test_a_read_that_did_not_come_to_its_end_is_marked(servanda, ledger):
    with Ledger.open(ledger) as book:
        book.begin_read("hand/2")
    last = servanda("reads", "--ledger", ledger).stdout.splitlines()[-1].split("\t")
    assert last[2:4] == ["not finished", ""]


def test_the_tables_fit_a_narrow_terminal(terminal, ledger):
    assert "Since the beginning" in terminal(60, "watch", "--ledger", ledger)
